//! An exported file on standard input: the case opens, and the keys come from the terminal.

use std::{fs, process::Command};

use super::harness::{CODE, PROGRAM, Pty, Setup};
use crate::process::{fed, program};

/// A folder with an export of two answers.
fn exported() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let answers = ["--answer", "vm-power=running", "--answer", "agent-status=not-ready"];
    let text = fed(program(&[&["export", CODE], &answers[..]].concat()), b"").stdout;
    fs::write(folder.path().join("t.md"), text).expect("it can be written");
    folder
}

#[test]
fn a_case_on_standard_input_is_answered_by_the_terminal() {
    let folder = exported();
    for (option, first, keys, then) in
        [("", "Question 3", "1", "Question 4"), ("--plain", "Question 3", "1\r", "Question 4")]
    {
        let line = format!("cat t.md | {PROGRAM} --data-dir data resume - {option}");
        let command = ["/bin/sh", "-c", &line];
        let mut pty = Pty::wizard(&Setup { command: &command, folder: folder.path(), ..Setup::default() }, first);
        pty.walk(&[(keys, then)]);
        pty.send(if option.is_empty() { "q" } else { "q\r" });
        let left = pty.left();
        assert!(left.status.success() && left.changed.is_empty(), "{option}: {:?}", left.changed);
    }
}

#[test]
fn without_a_terminal_it_is_said_what_to_do() {
    let folder = exported();
    for option in [&[][..], &["--plain"]] {
        let mut command = Command::new("setsid");
        command
            .args(["--wait", PROGRAM, "resume", "-"])
            .args(option)
            .current_dir(folder.path())
            .env("LC_ALL", "C.UTF-8");
        command.env("HOME", folder.path());
        let done = fed(command, &fs::read(folder.path().join("t.md")).expect("it was written"));
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.code() == Some(2) && said.contains("Save the text in a file"), "{said}");
    }
}
