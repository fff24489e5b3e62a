//! All tests of the whole: one binary, so that they link once.

mod cases;
mod check;
mod cli;
mod crash;
mod evidence;
mod export;
mod faults;
mod folders;
mod frames;
mod handed;
mod handover;
mod keeping;
mod pictures;
mod plain;
mod process;
mod pty;
mod readme;
mod redact;
mod resume;
mod seed;
mod show;
mod store;
mod storms;
mod svg;
mod tidy;
mod trails;
mod triage;
mod views;
mod waits;
mod walks;
mod wizard;
mod writers;

/// How often something random is done: as often as the variable of this name says, or as usual.
fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}
