//! Readers that leave early: whatever the task, nothing is said of it, and nobody calls it an error.
#![cfg(unix)]

use std::{
    io::Read,
    process::{Child, Stdio},
};

use crate::process::program;

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// Tasks that print, each with something to read.
const TASKS: [&[&str]; 26] = [
    &["list"],
    &["list", "--format", "json"],
    &["show", CODE],
    &["questions", CODE],
    &["collect", CODE],
    &["export", CODE],
    &["check"],
    &["graph", CODE],
    &["graph", CODE, "--format", "dot"],
    &["triage", "--format", "kql"],
    &["triage", "--format", "arg"],
    &["triage", "tests/triage/az-list.json"],
    &["triage", "tests/triage/az-list.json", "--format", "csv"],
    &["triage", "tests/triage/az-list.json", "--format", "json"],
    &["match", "tests/evidence/instance-view/cli-not-ready.json", "tests/triage/az-list.json"],
    &["match", "tests/triage/az-list.json", "--format", "json"],
    &["export", CODE, "--answer", "guest-os=linux", "--redact"],
    &["export", "UserErrorUnsupportedDiskSize", "--answer", "disk-size=within", "--handover"],
    &["--plain", CODE],
    &["completions", "bash"],
    &["completions", "zsh"],
    &["completions", "fish"],
    &["completions", "powershell"],
    &["man"],
    &["--help"],
    &["--version"],
];

fn started(args: &[&str]) -> Child {
    program(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

#[test]
fn a_reader_that_leaves_is_no_error_of_any_task() {
    for args in TASKS {
        // What it says besides its data, and how it ends, is what a reader to the end gets too.
        let whole = started(args).wait_with_output().expect("it ends");
        assert!(matches!(whole.status.code(), Some(0 | 1)), "{args:?}");
        for _ in 0..crate::promises::times("early-leavers") {
            for bytes in [0, 1] {
                let mut child = started(args);
                let mut out = child.stdout.take().expect("a pipe");
                out.read_exact(&mut vec![0; bytes]).expect("it prints");
                drop(out);
                let done = child.wait_with_output().expect("it ends");
                let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                assert_eq!(
                    (done.status.code(), said(&done.stderr)),
                    (whole.status.code(), said(&whole.stderr)),
                    "{args:?}"
                );
            }
        }
    }
}
