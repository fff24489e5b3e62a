//! From launch to an exported file, by the keys that the screen names.

use std::{fs, path::Path};

use pulldown_cmark::{Event, Options, Parser};

use super::harness::{CODE, PROGRAM, Pty, Setup, text};

/// How many tasks a Markdown text lists, and how many of them are done.
fn tasks(markdown: &str) -> (usize, usize) {
    let marks = Parser::new_ext(markdown, Options::ENABLE_TASKLISTS);
    let marks: Vec<bool> =
        marks.filter_map(|event| if let Event::TaskListMarker(done) = event { Some(done) } else { None }).collect();
    (marks.len(), marks.iter().filter(|done| **done).count())
}

fn exported(folder: &Path) -> String {
    let files: Vec<_> = fs::read_dir(folder).expect("the folder can be read").flatten().collect();
    assert_eq!(files.len(), 1, "{files:?}");
    fs::read_to_string(files[0].path()).expect("the export is text")
}

#[test]
fn from_a_pasted_message_to_an_exported_checklist() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut pty = Pty::wizard(&Setup { folder: folder.path(), ..Setup::default() }, "Search");
    pty.walk(&[
        (&format!("\x1b[200~Job failed.\nError code: {CODE} (retry)\x1b[201~"), "2 pasted lines"),
        ("\r", "Is the VM running?"),
        ("2", "Question 2"),
        ("1", "Question 3"),
        ("1", "0 of 3"),
        (" ", "Mark this step as done?"),
        ("\r", "1 of 3"),
        ("e", "Export the checklist"),
        ("\r", "Written to"),
    ]);
    let text = exported(folder.path());
    assert_eq!(tasks(&text), (3, 1), "{text}");
    // The tool in view is the one that is written.
    assert!(text.contains(CODE) && text.contains("**Virtual machines**") && !text.contains("az vm start"), "{text}");
    // Nothing would be lost now, so that nothing is asked.
    pty.send("q");
    let left = pty.left();
    assert!(left.status.success(), "{:?}", left.status);
    assert_eq!(left.changed, [""; 0]);
}

#[test]
fn the_code_may_be_an_argument() {
    let check = |code: &str, shows: &str| {
        let mut pty = Pty::wizard(&Setup { command: &[PROGRAM, code], ..Setup::default() }, shows);
        pty.send("\x03");
        assert!(pty.left().status.success(), "{code}");
    };
    check(CODE, "Is the VM running?");
    check("usererrorguestagentstatusunavailable", "Is the VM running?");
    check("guest-agent-status-unavailable", "Is the VM running?");
}

#[test]
fn the_language_changes_in_place() {
    let mut pty = Pty::wizard(&Setup { command: &[PROGRAM, CODE], ..Setup::default() }, "Is the VM running?");
    pty.walk(&[("\x0c", "▌ English"), ("\x1b[B", "▌ Русский"), ("\r", "Вопрос 1")]);
    assert!(!pty.text().contains("Is the VM running?"), "{}", pty.text());
    let mut pty = Pty::wizard(&Setup { env: &[("LANG", "ru_RU.UTF-8")], ..Setup::default() }, "Поиск");
    pty.walk(&[("\x0c", "▌ Русский"), ("\x1b[A", "▌ English"), ("\r", "Search")]);
}

#[test]
fn an_unknown_code_is_told_before_the_terminal_is_touched() {
    let left =
        Pty::start(&Setup { command: &[PROGRAM, "UserErrorKeyvaultPermissionsNotConfigure"], ..Setup::default() })
            .left();
    assert_eq!((left.status.exit_code(), left.raw.contains(&0x1b)), (2, false), "{}", text(&left.screen));
    assert!(text(&left.screen).contains("UserErrorKeyvaultPermissionsNotConfigured"), "{}", text(&left.screen));
}
