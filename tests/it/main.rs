//! All tests of the whole: one binary, so that they link once.

#![allow(clippy::disallowed_types)] // Tests start the program, and listen for what it must not do.

mod carry;
mod cases;
mod check;
mod cli;
mod commands;
mod contrast;
mod deep;
mod docs;
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
mod offered;
mod palette;
mod personas;
mod pictures;
mod plain;
mod promises;
mod readme;
mod redact;
mod repeated;
mod resume;
mod schema;
mod seed;
mod show;
mod slow;
mod standing;
mod store;
mod support;
mod tidy;
mod trails;
mod triage;
mod two_spaces;
mod two_vms;
mod typed;
mod unicode;
mod views;
mod waits;
mod warnings;
mod ways_in;
mod ways_on;
mod writing;

use support::{film, process, svg, walks, wizard};
