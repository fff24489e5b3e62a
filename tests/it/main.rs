//! All tests of the whole: one binary, so that they link once.

#![allow(clippy::disallowed_types)] // Tests start the program, and listen for what it must not do.

mod cases;
mod check;
mod cli;
mod commands;
mod contrast;
mod deep;
mod doing;
mod evidence;
mod export;
mod folders;
mod frames;
mod fuzzed;
mod handed;
mod handover;
mod heads;
mod healthy;
mod hidden;
mod keeping;
mod pictures;
mod plain;
mod process;
mod promises;
mod readme;
mod redact;
mod resume;
mod seed;
mod show;
mod slow;
mod store;
mod svg;
mod tidy;
mod trails;
mod triage;
mod two_spaces;
mod two_vms;
mod typed;
mod unicode;
mod views;
mod waits;
mod walks;
mod warnings;
mod ways_in;
mod wizard;
mod writing;
