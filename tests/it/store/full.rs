//! The disk refuses: it is said, what was saved stays, work goes on, and saving goes on by itself when it can.

use super::*;
use crate::slow::pty::harness::{CODE, PROGRAM, Pty, Setup};

/// A limit of this size of a file stands for a disk that is full: the write stops in the middle.
#[test]
fn a_write_that_is_cut_off_leaves_the_old_state() {
    let folder = tempfile::tempdir().expect("a folder");
    // Without blocks a file can be made and not be filled.
    let script = format!("ulimit -f 0; exec \"$MEDIC\" --data-dir data {CODE}");
    let setup = Setup { command: &["sh", "-c", &script], folder: folder.path(), ..Setup::default() };
    let mut pty = Pty::wizard(&setup, "running?");
    pty.send("2");
    pty.wait_for("could not be saved");
    assert!(pty.text().contains("not saved") && pty.text().contains("Question 2"), "{}", pty.text());
    pty.send("\x03");
    let left = pty.left();
    assert_eq!((left.status.exit_code(), left.changed.len()), (3, 0));
    assert!(String::from_utf8_lossy(&left.raw).contains("could not be saved"));
    assert_eq!(Store::open(folder.path().join("data/cases")).list(), (Vec::new(), Vec::new()));
    let names = fs::read_dir(folder.path().join("data/cases")).expect("the folder").flatten();
    let names: Vec<_> = names.map(|entry| entry.path()).collect();
    assert!(names.iter().all(|path| path.extension().is_some_and(|ending| ending == "lock")), "{names:?}");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    /// A limit that the first answer fits in and a longer case does not, lifted while the program runs.
    #[test]
    #[cfg(target_os = "linux")]
    fn a_disk_that_fills_up_keeps_what_was_until_there_is_room() {
        let folder = tempfile::tempdir().expect("a folder");
        let script = format!("ulimit -S -f 2; exec \"$MEDIC\" --data-dir data {CODE}");
        let setup = Setup { command: &["sh", "-c", &script], folder: folder.path(), ..Setup::default() };
        let mut pty = Pty::wizard(&setup, "running?");
        pty.send("2");
        pty.wait_for("  saved");
        let store = Store::open(folder.path().join("data/cases"));
        let (before, _) = store.list();
        let file = folder.path().join(format!("data/cases/{}.case", before[0].id));
        let text = fs::read(&file).expect("it is there");
        // So much would fit, were its letters not of two bytes each.
        let name = "я".repeat(400);
        pty.send(format!("N{name}"));
        pty.wait_for("яяя");
        pty.send("\r");
        pty.wait_until("the refusal", |pty| {
            pty.text().contains("could not be saved") && pty.text().contains("not saved")
        });
        pty.send("1");
        pty.wait_until("work to go on", |pty| pty.text().contains("Question 3") && pty.text().contains("not saved"));
        assert_eq!(fs::read(&file).expect("it is there"), text);
        assert_eq!(store.list(), (before, Vec::new()));
        let mut lift = std::process::Command::new("prlimit");
        lift.args(["--pid", &pty.pid.to_string(), "--fsize=unlimited:"]);
        assert!(lift.status().expect("it runs").success());
        // Without a key.
        pty.wait_for("  saved");
        let (after, _) = store.list();
        assert_eq!((after[0].case.name.as_str(), after[0].case.answers.len()), (name.as_str(), 2));
        pty.send("q");
        assert!(pty.left().status.success());
    }

    #[test]
    fn saving_goes_on_by_itself_when_it_can() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("cases"), "in the way").expect("it is written");
        let data = folder.path().to_str().expect("UTF-8");
        let command = [PROGRAM, "--data-dir", data, CODE];
        let mut pty = Pty::wizard(&Setup { command: &command, ..Setup::default() }, "running?");
        pty.send("2");
        pty.wait_for("not saved");
        pty.send("1");
        pty.wait_until("work to go on", |pty| pty.text().contains("Question 3") && pty.text().contains("not saved"));
        fs::remove_file(folder.path().join("cases")).expect("it goes");
        // Without a key.
        pty.wait_for("  saved");
        let (cases, _) = Store::open(folder.path().join("cases")).list();
        assert_eq!(cases[0].case.answers.len(), 2);
        pty.send("q");
        assert!(pty.left().status.success());
    }
}

#[test]
fn a_file_beyond_the_limit_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut shell = std::process::Command::new("sh");
    let script = format!("ulimit -f 1; exec \"$0\" export {CODE} --output out.md");
    let done = shell.args(["-c", &script, PROGRAM]).current_dir(folder.path()).env("HOME", "/nonexistent").output();
    let done = done.expect("it runs");
    assert_eq!(done.status.code(), Some(3), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(String::from_utf8_lossy(&done.stderr).contains("out.md"));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
}
