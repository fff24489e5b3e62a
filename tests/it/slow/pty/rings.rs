//! A wait that ends while the program is open: nothing wakes it until then, and it calls by itself.
#![cfg(target_os = "linux")]

use std::{
    fs,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use backup_medic::{
    case::Case,
    store::record::{CaseRecord, encode},
    text::day,
};

use super::harness::{PROGRAM, Pty, Setup};
use crate::walks;

/// So long the wait takes from the first frame on, about.
const WAIT: Duration = Duration::from_secs(4);

/// A kept case that waits, due so many seconds from now.
fn waiting(due: u64) -> CaseRecord {
    let guide = walks::guide();
    let mut cases = guide.ids().flat_map(|problem| {
        walks::cases(&guide, problem, 500)
            .into_iter()
            .map(|case| walks::open(&guide, problem, &case))
            .collect::<Vec<_>>()
    });
    let until = |open: &backup_medic::case::open::OpenCase| open.until("1970-01-01T00:00:00Z");
    let open = cases.find(|open| until(open).is_some()).expect("a case that waits");
    let begun = day::moment(due - until(&open).expect("it waits"));
    let answered = open.case.answers.keys().map(|key| (key.clone(), begun.clone())).collect();
    let case = Case { answered, ..open.case };
    CaseRecord { id: "waits-1".to_owned(), opened: begun.clone(), changed: begun, closed: false, case }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("it is past 1970").as_secs()
}

/// How often each thread of a process has given the processor away by itself, which it does to wait.
fn waits(pid: u32) -> usize {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).expect("it runs").flatten();
    let count = |status: String| {
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.and_then(|count| count.trim().parse::<usize>().ok())
    };
    threads.filter_map(|thread| count(fs::read_to_string(thread.path().join("status")).ok()?)).sum()
}

/// The same when nobody has waited anew for a while: what a first frame leaves to do is done.
fn settled(pty: &mut Pty) -> usize {
    let mut before = waits(pty.pid);
    loop {
        pty.listen(Duration::from_millis(200));
        let after = waits(pty.pid);
        if after == before {
            return after;
        }
        before = after;
    }
}

#[test]
fn nothing_wakes_a_wait_until_it_rings_without_a_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let cases = folder.path().join("data/cases");
    fs::create_dir_all(&cases).expect("a folder");
    let due = now() + WAIT.as_secs();
    fs::write(cases.join("waits-1.case"), encode(&waiting(due))).expect("it can be written");
    // The machine's own clock: the timer is what is looked at.
    let (command, env) = ([PROGRAM, "--data-dir", "data"], [("BACKUP_MEDIC_TEST_CLOCK", "/nonexistent")]);
    let mut pty =
        Pty::wizard(&Setup { command: &command, env: &env, folder: folder.path(), ..Setup::default() }, "Waiting");
    let before = settled(&mut pty);
    // How often it sleeps while it writes the picture behind that is the machine's affair.
    while now() + 1 < due {
        pty.listen(Duration::from_millis(100));
    }
    assert_eq!(waits(pty.pid), before, "it was woken");
    assert!(!pty.raw.contains(&7), "it rings too early");
    pty.wait_until("the bell", |pty| pty.raw.contains(&7));
    let rung = now();
    pty.wait_for("Due now");
    assert!(rung >= due, "it rang {} s too early", due - rung);
    assert!(pty.raw.windows(4).any(|bytes| bytes == b"\x1b]9;"), "no notification");
    pty.send("\x03");
    assert!(pty.left().status.success());
}
