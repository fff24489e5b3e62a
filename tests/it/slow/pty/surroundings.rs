//! Terminals that are none, that show little, or that say nothing.

use std::fs;

use super::{
    bytes::{colours, questions},
    harness::{CODE, Left, PROGRAM, Pty, Setup, text},
};

/// Where the wizard cannot be drawn it says so, and writes nothing that a terminal would act on.
#[test]
fn no_terminal_to_draw_on() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let check = |line: &str, says: &str| {
        let script = format!("{line}; echo status=$?");
        let setup = Setup { command: &["sh", "-c", &script], folder: folder.path(), ..Setup::default() };
        let left = Pty::start(&setup).left();
        let text = text(&left.screen);
        assert!(text.contains(says) && text.contains("status=2"), "{line}: {text}");
        assert!(!left.raw.contains(&0x1b), "{line}: {text}");
        assert_eq!(left.changed, [""; 0], "{line}");
    };
    let none = "needs a terminal for its input and its output";
    check("\"$MEDIC\" < /dev/null", none);
    check("\"$MEDIC\" > out", none);
    check("\"$MEDIC\" 2>&1 < /dev/null | cat; (exit 2)", none);
    check("\"$MEDIC\" > /dev/full", none);
    check("\"$MEDIC\" >&-", none);
    check("\"$MEDIC\" <&-", none);
    assert_eq!(fs::read(folder.path().join("out")).expect("it was redirected there"), b"");
    // The words for it may be closed too.
    let setup = Setup { command: &["sh", "-c", "\"$MEDIC\" < /dev/null 2>&-; echo status=$?"], ..Setup::default() };
    assert_eq!(text(&Pty::start(&setup).left().screen).trim(), "status=2");
}

/// All screens, one after the other; answers with all that was written for them.
fn tour(env: &[(&str, &str)]) -> Left {
    let mut pty = Pty::wizard(&Setup { env, size: (60, 24), ..Setup::default() }, "Search");
    pty.walk(&[
        ("\x1b[B", "> No snapshot"),
        ("\x1b[A", "> The VM agent"),
        ("\r", "Is the VM running?"),
        ("0", "How to find out"),
        ("?", "Keys on this screen"),
        ("\x1b", "How to find out"),
        ("\t", "Trail"),
        ("\t", "How to find out"),
        ("2", "Question 2"),
        ("1", "Question 3"),
        ("1", "0 of 3 steps m"),
        (" ", "Mark this step as done?"),
        ("\r", "1 of 3 steps m"),
        ("x", "Why did"),
        ("\x1b", "Space"),
        ("c", "Checklist of the whole"),
        ("c", "It worked if"),
        ("e", "This will be written"),
        ("\x1b", "It worked if"),
        ("L", "English"),
        ("\x1b", "Space done"),
    ]);
    pty.send("q");
    pty.left()
}

#[test]
fn a_terminal_that_answers_nothing_is_not_asked() {
    let left = tour(&[]);
    assert_eq!(questions(&left.raw), []);
    assert!(!colours(&left.raw).is_empty(), "a colour is used where one is wanted");
    assert_eq!((left.status.exit_code(), left.changed), (0, Vec::new()));
}

#[test]
fn no_colour_where_none_is_wanted() {
    assert_eq!(colours(&tour(&[("NO_COLOR", "1")]).raw), []);
    let setup = Setup { command: &[PROGRAM, "--color", "never", CODE], ..Setup::default() };
    let mut pty = Pty::wizard(&setup, "Is the VM running?");
    pty.send("q");
    assert_eq!(colours(&pty.left().raw), Vec::new());
}

#[test]
fn a_terminal_of_ascii_gets_ascii() {
    let left = tour(&[("LANG", "C")]);
    let text = String::from_utf8_lossy(&left.raw);
    let beyond: String = text.chars().filter(|c| !c.is_ascii()).collect();
    assert_eq!(beyond, "");
}
