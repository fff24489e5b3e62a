//! Data files by path, those built in, and what was made of them when the program was built.

pub mod builtin;
mod files;

pub use files::{Files, Prepared, Text};
