//! The program as a process of its own: in a fixed environment, fed with a text, and what it leaves.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_backup-medic");

/// What a process leaves.
pub(crate) struct Done {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Done {
    fn from(left: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all output is UTF-8");
        Done { code: left.status.code(), out: text(left.stdout), err: text(left.stderr) }
    }
}

/// The program in an environment that holds a language and no home, with nothing on its standard input.
pub(crate) fn program(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(args).env_clear().env("LANG", "en_US.UTF-8").env("HOME", "/nonexistent").stdin(Stdio::null());
    command
}

/// Starts the program, hands it a text on its standard input, and waits for its end.
pub(crate) fn fed(mut command: Command, text: &[u8]) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that left early has read enough.
    let _ = child.stdin.take().expect("it was piped").write_all(text);
    child.wait_with_output().expect("the program ends")
}
