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
        let line = format!("cat t.md | {PROGRAM} --data-dir data{option} resume - {option}");
        let command = ["/bin/sh", "-c", &line];
        let mut pty = Pty::wizard(&Setup { command: &command, folder: folder.path(), ..Setup::default() }, first);
        pty.walk(&[(keys, then)]);
        pty.send(if option.is_empty() { "q" } else { "q\r" });
        let left = pty.left();
        assert!(left.status.success() && left.changed.is_empty(), "{option}: {:?}", left.changed);
    }
}

#[test]
fn who_has_a_task_read_the_terminal_is_told_that_it_waits() {
    let tasks: [&[&str]; 5] = [
        &["match"],
        &["triage", "-"],
        &["export", "-"],
        &["export", CODE, "--answers", "-"],
        &["compare", "-", "t.md"],
    ];
    for task in tasks {
        let command = [&[PROGRAM], task].concat();
        let mut pty = Pty::start(&Setup { command: &command, ..Setup::default() });
        pty.wait_for("Waiting for text.");
        pty.send("\x04");
        let _ = pty.left();
    }
}

#[test]
fn a_long_text_stops_at_each_screen() {
    let command = [PROGRAM, "show", CODE];
    let mut pty = Pty::start(&Setup { command: &command, ..Setup::default() });
    pty.wait_for("Azure Backup cannot reach the VM agent");
    // A key in the midst of the prompt would break its line.
    pty.wait_for("press Enter.");
    pty.send("\r");
    // The prompt that stood there is gone.
    pty.wait_until("the next screen", |pty| {
        pty.text().contains("\n 7. Question: ") && pty.text().matches("Enter shows more").count() == 1
    });
    pty.send("q\r");
    let left = pty.left();
    assert!(left.status.success() && left.changed.is_empty(), "{:?}", left.changed);
    // Whoever wants it whole has it whole.
    for env in [[("PAGER", "cat")], [("TERM", "dumb")]] {
        let pty = Pty::start(&Setup { command: &command, env: &env, ..Setup::default() });
        assert!(pty.left().status.success());
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
