//! Data files by path, those built in, and what was made of them when the program was built.

pub mod builtin;
mod files;
mod number_list;

pub use files::{Files, Prepared, Text};
pub(crate) use number_list::{NumberList, partition_point};
