//! All tests of the whole: one binary, so that they link once.

mod cases;
mod check;
mod cli;
mod crash;
mod export;
mod frames;
mod keeping;
mod pictures;
mod pty;
mod readme;
mod resume;
mod seed;
mod show;
mod store;
mod svg;
mod tidy;
mod trails;
mod walks;
mod wizard;
