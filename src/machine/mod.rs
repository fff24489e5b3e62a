//! The machine that the program runs on: its files, environment, clock and standard streams.

pub mod clock;
pub mod env;
pub mod file_system;
pub mod files;
pub mod pager;
pub mod progress;
pub mod streams;
pub mod temporary;
