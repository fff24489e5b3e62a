//! All tests of the whole: one binary, so that they link once.

mod check;
mod cli;
mod export;
mod frames;
mod handover;
mod pictures;
mod plain;
mod pty;
mod readme;
mod redact;
mod resume;
mod seed;
mod show;
mod storms;
mod svg;
mod tidy;
mod trails;
mod walks;
mod wizard;
