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
    let mut pty = toured(env);
    pty.send("q");
    pty.left()
}

/// The wizard behind its last screen.
fn toured(env: &[(&str, &str)]) -> Pty {
    let mut pty = Pty::wizard(&Setup { env, size: (60, 24), ..Setup::default() }, "Search");
    // From the way to a code over the first category, which is opened, to its first problem.
    pty.send("\x1b[B\r");
    pty.walk(&[
        ("\x1b[B", "UserErrorGuestAgentStatusUnavailable"),
        ("\r", "Is the VM running?"),
        ("0", "How to find out"),
        ("?", "Keys on this screen"),
        ("\x1b", "How to find out"),
        ("\t", "Trail"),
        ("\t", "How to find out"),
        ("2", "Question 2"),
        ("1", "Question 3"),
        ("1", "marked: 0 of 3"),
        (" ", "Mark this step as done?"),
        ("\r", "marked: 1 of 3"),
        ("x", "Why did"),
        ("\x1b", "Space"),
        ("c", "Checklist of the whole"),
        ("c", "How to tell that it worked"),
        ("e", "Export the checklist"),
        ("\x1b", "How to tell that it worked"),
        ("L", "English"),
        ("\x1b", "Space done"),
    ]);
    pty
}

/// The fields of a process behind its name, as Linux has them.
#[cfg(target_os = "linux")]
fn fields(pid: &str) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(text.rsplit(") ").next()?.split_whitespace().map(str::to_owned).collect())
}

/// Who was waited for left faults of pages behind, and who was not still has its parent.
#[cfg(target_os = "linux")]
fn children(pid: u32) -> (String, Vec<String>) {
    let faults = fields(&pid.to_string()).expect("it runs")[8].clone();
    let all = fs::read_dir("/proc").expect("Linux has it").flatten().map(|entry| entry.file_name());
    let all = all.filter_map(|name| name.into_string().ok());
    let own = |id: &String| fields(id).is_some_and(|fields| fields[1] == pid.to_string());
    (faults, all.filter(own).collect())
}

/// A whole session starts no program and opens no connection; the copy of a command goes through the terminal.
#[cfg(target_os = "linux")]
#[test]
fn no_program_is_run_and_no_connection_opened() {
    let mut pty = toured(&[("BROWSER", "touch"), ("PAGER", "touch"), ("EDITOR", "touch"), ("VISUAL", "touch")]);
    pty.send("y");
    pty.resize(90, 30);
    pty.wait_for("Space done");
    assert_eq!(children(pty.pid), ("0".to_owned(), Vec::new()));
    let known = fs::read_to_string("/proc/net/unix").expect("Linux has it");
    for entry in fs::read_dir(format!("/proc/{}/fd", pty.pid)).expect("it runs").flatten() {
        let target = fs::read_link(entry.path()).map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(number) = target.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']')) else { continue };
        // A pair within the process, which has no name that anybody could connect to.
        let line = known.lines().find(|line| line.split_whitespace().nth(6) == Some(number));
        assert_eq!(line.map(|line| line.split_whitespace().count()), Some(7), "{target} {line:?}");
    }
    pty.send("q");
    assert!(pty.left().status.success());
    // A shell that has run a program is seen.
    let script = "/bin/true; echo done; read line";
    let mut shell = Pty::start(&Setup { command: &["sh", "-c", script], ..Setup::default() });
    shell.wait_for("done");
    assert_ne!(children(shell.pid).0, "0");
}

/// The program cannot even name what opens a connection: neither it nor any crate in it asks the system for that.
#[cfg(target_os = "linux")]
#[test]
fn nothing_in_the_program_connects() {
    let tool = std::process::Command::new("nm").args(["-D", "--undefined-only", PROGRAM]).output();
    let listed = tool.expect("nm comes with the linker").stdout;
    let listed = String::from_utf8(listed).expect("names are ASCII");
    let names: Vec<_> = listed.split_whitespace().filter_map(|word| word.split('@').next()).collect();
    assert!(names.contains(&"write") && names.contains(&"rename"), "{listed}");
    for connects in
        ["socket", "connect", "bind", "listen", "accept", "accept4", "getaddrinfo", "gethostbyname", "popen"]
    {
        assert!(!names.contains(&connects), "{connects}");
    }
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
    let check = |env: &[(&str, &str)], wanted: bool| {
        assert_eq!(!colours(&tour(env).raw).is_empty(), wanted, "{env:?}");
    };
    check(&[("NO_COLOR", "1")], false);
    check(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("COLORTERM", "truecolor")], false);
    check(&[("CLICOLOR", "0")], false);
    check(&[("CLICOLOR", "0"), ("FORCE_COLOR", "1")], true);
    // None of the first sixteen can be read on every ground.
    check(&[("TERM", "")], false);
    check(&[("TERM", ""), ("COLORFGBG", "15;0")], true);
    let setup = Setup { command: &[PROGRAM, "--color", "never", CODE], ..Setup::default() };
    let mut pty = Pty::wizard(&setup, "Is the VM running?");
    pty.send("q");
    assert_eq!(colours(&pty.left().raw), Vec::new());
}

#[test]
fn a_terminal_of_ascii_gets_ascii() {
    for env in [&[("LANG", "C")][..], &[("LANG", "en_US.ISO-8859-1")], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "POSIX")]]
    {
        let left = tour(env);
        let text = String::from_utf8_lossy(&left.raw);
        let beyond: String = text.chars().filter(|c| !c.is_ascii()).collect();
        assert_eq!(beyond, "", "{env:?}");
    }
}

/// What obeys no commands gets none, and the wizard all the same.
#[test]
fn a_dumb_terminal_gets_lines() {
    let mut pty = Pty::start(&Setup { command: &[PROGRAM, CODE], env: &[("TERM", "dumb")], ..Setup::default() });
    pty.wait_for("Is the VM running?");
    pty.send("2\n");
    pty.wait_for("Question 2");
    pty.send("q\n");
    let left = pty.left();
    assert!(!left.raw.contains(&0x1b), "{}", String::from_utf8_lossy(&left.raw));
    assert_eq!((left.status.exit_code(), left.changed), (0, Vec::new()));
}
