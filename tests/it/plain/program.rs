//! The plain face of the real program: scripts on its standard input.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use super::CODE;
use crate::process::{self, fed};

/// The program in a folder, with cases kept below it.
fn program(args: &[&str], folder: &Path) -> Command {
    let mut command = process::program(args);
    command.arg("--data-dir").arg(folder.join("data")).current_dir(folder);
    command
}

/// An export without what has a time: that in its head, the timeline, and the comment, which keeps it.
fn untimed(text: &str) -> String {
    let text = text.split("<!-- backup-medic").next().unwrap_or_default();
    let parts = text.split(" | ").filter(|part| !part.ends_with(" UTC"));
    let text = parts.collect::<Vec<_>>().join(" | ");
    let titles = ["What was done, when", "Что и когда сделано"];
    let sections = text.split("\n## ").filter(|section| !titles.iter().any(|title| section.starts_with(title)));
    sections.collect::<Vec<_>>().join("\n## ")
}

fn clean(done: &Output) -> String {
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr)), (Some(0), "".into()));
    let text = String::from_utf8(done.stdout.clone()).expect("all output is UTF-8");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    text
}

#[test]
fn a_script_leads_from_a_code_to_the_exported_file() {
    for locale in ["en", "ru"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let script = format!("{CODE}\n1\n1\n2\n0\n0\nv\n3\nvm-web-01\n\ne\n\ne\nmy case.md\ne\nmy case.md\nn\nb\nq\n");
        let text = clean(&fed(program(&["--plain", "--locale", locale], folder.path()), script.as_bytes()));
        assert_eq!(text.matches("== Backup Medic: ").count(), 19, "{text}");
        let export = |name: &str| untimed(&fs::read_to_string(folder.path().join(name)).expect("it was exported"));
        let names = fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("a file").file_name());
        let proposed = names.filter_map(|name| name.into_string().ok());
        let proposed = proposed.filter(|name| name.starts_with("vm-web-01-guest-agent-status-unavailable-20"));
        let proposed = proposed.collect::<Vec<_>>();
        assert!(proposed.len() == 1 && text.contains(&proposed[0]), "{proposed:?} in {text}");
        let wizard = export(&proposed[0]);
        assert_eq!(wizard, export("my case.md"));
        let args = ["export", CODE, "--answer", "vm-power=running", "--answer", "agent-status=not-ready"];
        let rest = ["--answer", "guest-os=unsure", "--var", "vm=vm-web-01", "--locale", locale, "--tool", "portal"];
        let exported = fed(program(&[&args[..], &rest[..]].concat(), folder.path()), b"");
        assert_eq!(wizard, untimed(&String::from_utf8_lossy(&exported.stdout)), "{text}");
    }
}

#[test]
fn a_dumb_terminal_chooses_it_and_a_task_refuses_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let here = folder.path();
    let mut dumb = program(&[CODE], here);
    dumb.env("TERM", "dumb");
    assert!(clean(&fed(dumb, b"1\n")).starts_with("== Backup Medic: Question\n"));
    let check = |args: &[&str], said: &str| {
        let done = fed(program(args, here), b"");
        assert_eq!((done.status.code(), done.stdout.is_empty()), (Some(2), true), "{args:?}");
        let text = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(text.contains(said), "{text}");
    };
    check(&["--plain", "list"], "--plain");
    check(&[], "--plain");
    check(&["--plain", "nothing"], "nothing");
}

#[test]
fn what_was_answered_is_kept_named_resumed_and_removed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |args: &[&str], script: &str| {
        let args = [&["--plain"], args].concat();
        clean(&fed(program(&args, folder.path()), script.as_bytes()))
    };
    run(&[CODE], "2\nN\nMonday's VM\n");
    let cases = || {
        let files = fs::read_dir(folder.path().join("data/cases")).expect("cases are kept there").flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        names.filter_map(|name| name.strip_suffix(".case").map(str::to_owned)).collect::<Vec<_>>()
    };
    let ids = cases();
    assert_eq!(ids.len(), 1, "{ids:?}");
    let check = |text: String, shown: &str| assert!(text.contains(shown), "{shown} in {text}");
    check(run(&["resume", &ids[0]], ""), "Question 2");
    check(run(&[], "1\n"), "1  Monday's VM: ");
    check(run(&[], "1\n"), "Question 2");
    check(run(&[], "d 1\nu\n"), "Case restored.\n");
    run(&[], "d 2\n");
    assert_eq!(cases(), ids);
    check(run(&[], "d 1\n"), "removed");
    assert!(!run(&[], "").contains("Monday"));
    assert_eq!(cases(), Vec::<String>::new());
}

#[test]
fn hostile_and_endless_input_is_shown_or_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let here = folder.path();
    let check = |script: &[u8], shown: &str| {
        let text = clean(&fed(program(&["--plain"], here), script));
        assert!(text.contains(shown), "{shown} in {text}");
        assert!(text.ends_with('\n'), "{text:?}");
    };
    check(b"", "Home");
    check(b"\x1b[2J\x1b]0;x\x07", "Search: ^[[2J^[]0;x^G");
    check("\u{9b}2J\u{202e}\n".as_bytes(), "<U+009B>2J<U+202E>");
    check(b"\xff\xfe\0\n", "^@");
    check(&[vec![b'x'; 70_000], b"\n1\n".to_vec()].concat(), "too long");
    check(&[vec![b'x'; 70_000], b"\n2\n3\n".to_vec()].concat(), "== Backup Medic: Question");
    check(&vec![b'x'; 3 << 20], "too long");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let here = folder.path();
    let mut command = program(&["--plain"], here);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    drop(child.stdout.take());
    let _ = child.stdin.take().expect("it was piped").write_all(&b"disk\n".repeat(100));
    let done = child.wait_with_output().expect("the program ends");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}

/// The answers that the only kept case holds, as its file shows them.
fn kept(folder: &Path) -> Option<String> {
    let files = fs::read_dir(folder.join("data/cases")).ok()?.flatten().map(|file| file.path());
    let case = files.into_iter().find(|path| path.extension().is_some_and(|kind| kind == "case"))?;
    let text = fs::read_to_string(case).expect("a case is text");
    let answers = text.split("\"answers\": ").nth(1).expect("a case has answers");
    Some(answers[..answers.find('}').expect("they end")].split_whitespace().collect())
}

#[test]
fn a_case_that_differs_from_its_file_is_kept_when_the_message_is_closed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let answers = ["vm-power=running", "agent-status=not-ready", "guest-os=windows", "guest-rights=yes"];
    let mut args = vec!["export", CODE, "--answer", "windows-service=stopped"];
    answers.iter().for_each(|answer| args.extend(["--answer", answer]));
    let exported = String::from_utf8(fed(program(&args, folder.path()), b"").stdout).expect("an export is text");
    fs::write(folder.path().join("t.md"), exported.replacen("- [ ]", "- [x]", 1)).expect("it can be written");
    let text = clean(&fed(program(&["--plain", "resume", "./t.md"], folder.path()), b"\nq\n"));
    assert!(text.contains("What you should know"), "{text}");
    assert!(kept(folder.path()).is_some_and(|answers| answers.contains("\"vm-power\":\"running\"")), "{text}");
}

#[test]
fn a_path_that_no_shell_reads_may_begin_at_the_home() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |settings: &str, script: &str| {
        let config = folder.path().join("config.toml");
        fs::write(&config, settings).expect("it can be written");
        let mut command = program(&["--plain", CODE, "--config", "config.toml"], folder.path());
        command.env("HOME", home.path());
        clean(&fed(command, script.as_bytes()))
    };
    let names = || {
        let files = fs::read_dir(home.path()).expect("the home").flatten();
        files.filter_map(|file| file.file_name().into_string().ok()).collect::<Vec<_>>()
    };
    run("", "e\n~/ticket.html\nq\n");
    assert_eq!(names(), ["ticket.html"]);
    let page = fs::read_to_string(home.path().join("ticket.html")).expect("it was written");
    assert!(page.starts_with("<!doctype html>"), "{page}");
    fs::remove_file(home.path().join("ticket.html")).expect("it is there");
    let text = run("export-dir = \"~\"\n", "e\n\nq\n");
    assert!(names().len() == 1 && names()[0].ends_with(".md"), "{:?} {text}", names());
}

#[test]
fn the_line_that_closes_a_message_or_the_help_does_nothing_else() {
    let evidence = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evidence/instance-view/cli-not-ready.json");
    // Whatever closes what evidence filled in, it answers nothing, opens nothing and ends nothing.
    for line in ["", "1", "q", "e", "b", "?", "anything"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let args = ["--plain", CODE, "--evidence", evidence];
        let text = clean(&fed(program(&args, folder.path()), format!("{line}\n").as_bytes()));
        assert_eq!(kept(folder.path()).as_deref(), Some("{"), "{line:?} {text}");
        assert_eq!(text.matches("== Backup Medic: Question").count(), 1, "{line:?} {text}");
    }
    // Help over each kind of screen: what was below it is shown again, and nothing else.
    for script in ["", "CODE", "CODE2\n1\n1\n", "CODEc\n", "CODEr\n"] {
        let script = script.replace("CODE", &format!("{CODE}\n"));
        for line in ["", "1", "q", "c"] {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let shown = |script: String| clean(&fed(program(&["--plain"], folder.path()), script.as_bytes()));
            // What is said on leaving names the case, which has an id by chance.
            let left = |text: &str| text.rsplit("\n== ").next().unwrap_or_default().to_owned();
            let whole = |text: &str| left(text).split("To continue this case").next().unwrap_or_default().to_owned();
            let before = shown(script.clone());
            let _ = fs::remove_dir_all(folder.path().join("data"));
            let after = shown(format!("{script}?\n{line}\n"));
            assert_eq!(whole(&format!("\n{before}")), whole(&after), "{script:?} {line:?}");
        }
    }
}

#[test]
fn the_demo_leads_line_by_line_to_an_export_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut demo = program(&["--demo", "--plain"], folder.path());
    demo.env("TMPDIR", folder.path());
    let done = fed(demo, b"1\ni\n\n\na\na\ne\n\nq\n");
    let (out, said) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(out.contains("Demo with a made-up ticket. Type 1,") && out.contains("Evidence read"), "{out}");
    let exported = out.split("Written to").nth(1).unwrap_or_default();
    assert!(exported.contains("- [x] ") && exported.contains("vm-web-01"), "{out}");
    assert!(done.status.success() && said.contains("That was the demo"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
}
