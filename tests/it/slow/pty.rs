//! The program itself in a real pseudo-terminal: it works there, and it leaves the terminal as it was.
#![cfg(unix)]

mod bytes;
mod days;
mod demo;
pub(crate) mod harness;
mod input;
mod pasted;
mod piped;
mod rings;
mod shells;
mod surroundings;
mod walk;
mod ways_out;
