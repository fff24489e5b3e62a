//! Readers that leave early: whatever the task, nothing is said of it, and nobody calls it an error.
#![cfg(unix)]

use std::{
    io::Read,
    process::{Child, Stdio},
};

use crate::process::program;

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// Tasks that print, each with something to read.
const TASKS: [&[&str]; 14] = [
    &["list"],
    &["list", "--format", "json"],
    &["show", CODE],
    &["questions", CODE],
    &["evidence", "--collect", CODE],
    &["export", CODE],
    &["check"],
    &["graph", CODE],
    &["graph", CODE, "--format", "dot"],
    &["triage", "--format", "kql"],
    &["completions", "bash"],
    &["man"],
    &["--help"],
    &["--version"],
];

fn started(args: &[&str]) -> Child {
    program(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

#[test]
fn a_reader_that_leaves_is_no_error_of_any_task() {
    for _ in 0..crate::promises::times("early-leavers") {
        for args in TASKS {
            for bytes in [0, 1] {
                let mut child = started(args);
                let mut out = child.stdout.take().expect("a pipe");
                out.read_exact(&mut vec![0; bytes]).expect("it prints");
                drop(out);
                let done = child.wait_with_output().expect("it ends");
                let said = String::from_utf8_lossy(&done.stderr).into_owned();
                assert_eq!((done.status.code(), said.as_str()), (Some(0), ""), "{args:?}");
            }
        }
    }
}
