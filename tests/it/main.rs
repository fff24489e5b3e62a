//! All tests of the whole: one binary, so that they link once.

mod check;
mod cli;
mod export;
mod frames;
mod pty;
mod seed;
mod show;
mod tidy;
mod trails;
mod walks;
mod wizard;
