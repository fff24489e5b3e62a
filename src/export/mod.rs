//! A case as text that leaves the program: one file per format, data in, text out.

mod markdown;
mod report;
mod steps;

pub use markdown::markdown;
