//! All tests of the whole: one binary, so that they link once.

mod check;
mod cli;
mod export;
mod frames;
mod pty;
mod show;
mod storms;
mod tidy;
mod trails;
mod walks;
mod wizard;
