//! Real shells complete what is typed, by the scripts that the program prints.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use super::harness::{PROGRAM, Pty, Setup};
use crate::process::program;

/// What is typed behind `backup-medic `, and what the screen then shows; TAB twice lists what is not clear.
const ROWS: &[(&str, &str)] = &[
    // Tasks and codes.
    ("exp\t", "medic export "),
    ("li\t", "medic list "),
    ("--locale ru exp\t", "ru export "),
    ("--pl\t", "medic --plain "),
    ("UserErrorUnsupportedDiskS\t", "medic UserErrorUnsupportedDiskSize"),
    // Options after a task.
    ("export --for\t\t", "--format"),
    ("export --red\t", "export --redact "),
    ("export --loc\t", "export --locale "),
    ("triage --for\t\t", "--format"),
    ("col\t", "medic collect "),
    ("collect --va\t", "collect --var "),
    ("check --col\t", "check --color "),
    ("triage -o guides-of-\t", "-o guides-of-ours"),
    // Values of options, before and behind an equals sign.
    ("list --format j\t", "--format json"),
    ("list --format=j\t", "--format=json"),
    ("triage --format k\t", "--format kql"),
    ("--locale r\t", "--locale ru"),
    ("list --locale=r\t", "--locale=ru"),
    ("list --color ne\t", "--color never"),
    // Codes, in any case.
    ("show UserErrorUnsupportedDiskS\t", "show UserErrorUnsupportedDiskSize"),
    ("show usererrorunsupporteddisks\t", "show UserErrorUnsupportedDiskSize"),
    ("graph --format dot UserErrorUnsupportedDiskS\t", "dot UserErrorUnsupportedDiskSize"),
    ("collect UserErrorUnsupportedDiskS\t", "collect UserErrorUnsupportedDiskSize"),
    ("export --redact UserErrorUnsupportedDiskS\t", "redact UserErrorUnsupportedDiskSize"),
    // Answers and values of the problem on the line.
    ("export UserErrorUnsupportedDiskSize --answer disk-s\t", "--answer disk-size"),
    ("export UserErrorUnsupportedDiskSize --answer disk-size=wi\t", "disk-size=within"),
    ("export UserErrorUnsupportedDiskSize --answer=disk-size=wi\t", "disk-size=within"),
    ("collect UserErrorUnsupportedDiskSize --var resource-g\t", "--var resource-group="),
    ("export UserErrorUnsupportedDiskSize --var resource-g\t", "--var resource-group="),
    // Cases that are kept.
    ("cases resto\t", "cases restore "),
    ("--data-dir CASES cases show vm-db\t", "show vm-db-01-restore-point-limit-"),
    ("--data-dir CASES resume la\t", "resume last"),
    ("--data-dir CASES resume vm-db\t", "resume vm-db-01-restore-point-limit-"),
    // Values of arguments, files and folders.
    ("completions fi\t", "completions fish"),
    ("match ticket-of-\t", "match ticket-of-today.txt"),
    ("--evidence ticket-of-\t", "evidence ticket-of-today.txt"),
    ("check --guides guides-of-\t", "guides guides-of-ours"),
];

/// A shell as a person has it, with the program's completions; `None` where the machine has no such shell.
fn shell<'a>(name: &str, folder: &'a Path, arguments: &'a [&'a str], start: (&str, &str)) -> Option<Pty> {
    if !Path::new(arguments[0]).exists() {
        // Not by a macro, whose words are shown only when a test fails.
        let _ = writeln!(io::stderr(), "NOT CHECKED: there is no {name} on this machine");
        return None;
    }
    let (file, text) = start;
    let file = folder.join(file);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder for its settings");
    fs::write(&file, text).expect("its settings");
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).expect("a folder");
    let _ = std::os::unix::fs::symlink(PROGRAM, bin.join("backup-medic"));
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let home = folder.to_str().expect("UTF-8");
    let env = [("PATH", path.as_str()), ("ZDOTDIR", home), ("XDG_CONFIG_HOME", home), ("XDG_DATA_HOME", home)];
    let mut pty = Pty::start(&Setup { command: arguments, env: &env, size: (160, 40), folder });
    pty.wait_until("the prompt", Pty::prompts);
    Some(pty)
}

/// What the rows name: a file, a folder, and a case.
fn prepare(folder: &Path) {
    fs::write(folder.join("ticket-of-today.txt"), "").expect("a file");
    fs::create_dir(folder.join("guides-of-ours")).expect("a folder");
    let jobs = format!("{}/tests/triage/az-list.json", env!("CARGO_MANIFEST_DIR"));
    let cases = folder.join("CASES");
    let done = program(&["triage", &jobs, "--out", cases.to_str().expect("UTF-8")]).output().expect("it starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn complete_all(name: &str, arguments: &[&str], start: (&str, &str)) {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let Some(mut pty) = shell(name, folder.path(), arguments, start) else { return };
    for (keys, shown) in ROWS {
        pty.send(format!("backup-medic {keys}"));
        // A screen does not show the blank behind a word that is whole.
        pty.wait_for(shown.trim_end());
        // The line is given up, and the next one begins on an empty screen.
        pty.send("\x15clear\r");
        pty.wait_until("an empty screen", |pty| pty.prompts() && pty.text().trim() == "ready>");
    }
}

#[test]
fn bash_completes_what_is_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let rc = folder.path().join("rc");
    fs::write(&rc, "PS1='ready> '\neval \"$(backup-medic completions bash)\"\n").expect("its settings");
    let rc = rc.to_str().expect("UTF-8");
    complete_all("bash", &["/bin/bash", "--noprofile", "--rcfile", rc, "-i"], ("unused", ""));
}

#[test]
fn zsh_completes_what_is_typed() {
    let text = "PS1='ready> '\nautoload -U compinit; compinit -u\neval \"$(backup-medic completions zsh)\"\n";
    complete_all("zsh", &["/usr/bin/zsh", "-i"], (".zshrc", text));
}

#[test]
fn fish_completes_what_is_typed() {
    let text = "set fish_greeting\nfunction fish_prompt; echo -n 'ready> '; end\nfunction fish_right_prompt; end\n\
                set fish_autosuggestion_enabled 0\nbackup-medic completions fish | source\n";
    complete_all("fish", &["/usr/bin/fish", "-i"], ("fish/config.fish", text));
}
