//! The demo: from a made ticket to an exported checklist, and nothing is left of it.

use std::{fs, path::Path};

use super::harness::{PROGRAM, Pty, Setup};

/// The way through it, each key after what the one before must show.
const KEYS: &[(&str, &str)] = &[
    ("\r", "Is the VM running?"),
    ("i", "echo 'backup-medic: "),
    ("y", "Evidence read"),
    ("\r", "0  I don't know."),
    ("a", "Restart the Windows agent"),
    ("a", "steps were marked as done"),
    ("e", "Export the checklist"),
    ("\r", "Written to"),
];

fn started(folder: &Path) -> Pty {
    let folder = folder.to_str().expect("its name is text");
    let setup = Setup { command: &[PROGRAM, "--demo"], env: &[("TMPDIR", folder)], ..Setup::default() };
    Pty::wizard(&setup, "Demo with a made-up ticket")
}

fn names(folder: &Path) -> usize {
    fs::read_dir(folder).expect("it can be read").count()
}

#[test]
fn it_leads_to_a_checklist_that_is_shown_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut pty = started(folder.path());
    assert!(pty.text().contains("UserErrorGuestAgentStatusUnavailable"), "{}", pty.text());
    pty.walk(KEYS);
    assert_eq!(names(folder.path()), 1, "the export is in the folder of the demo");
    pty.send("q");
    let left = pty.left();
    assert!(left.status.success() && left.changed.is_empty(), "{:?} {:?}", left.status, left.changed);
    let said = String::from_utf8_lossy(&left.raw).into_owned();
    let shown = said.rsplit("\x1b[?1049l").next().unwrap_or_default();
    assert!(shown.contains("- [x] ") && shown.contains("vm-web-01") && !shown.contains("comment"), "{shown}");
    assert!(shown.contains("That was the demo"), "{shown}");
    assert_eq!(names(folder.path()), 0);
}

#[test]
fn a_signal_and_a_panic_leave_nothing_either() {
    // F12 panics in a test build.
    for end in ["TERM", "HUP", "INT", "\x1b[24~"] {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let mut pty = started(folder.path());
        pty.walk(KEYS);
        if end.starts_with('\x1b') {
            pty.send(end);
        } else {
            pty.signal(end);
        }
        assert!(!pty.left().status.success(), "{end}");
        assert_eq!(names(folder.path()), 0, "{end}");
    }
}
