//! The thread that saves: the newest text arrives, and a refusal of one case holds nothing else back.

use std::{
    fs,
    time::{Duration, Instant},
};

use backup_medic::store::writer::{SaveState, Writer};

use super::{ID, Kept, saved};

/// Looks until something holds; the deadline only ends a test that has failed.
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !holds() {
        assert!(Instant::now() < end, "waited for {what}");
        std::thread::yield_now();
    }
}

#[test]
fn the_writer_brings_the_newest_text() {
    let kept = Kept::new();
    let writer = Writer::new(kept.store.clone());
    writer.hold(ID, kept.store.lock(ID).expect("it can be asked").expect("nobody has it"));
    for number in 0..200 {
        writer.submit(saved(ID, &number.to_string()));
        writer.wake();
    }
    assert_eq!(writer.flush(), Ok(()));
    assert_eq!(writer.progress(), SaveState::Saved);
    assert_eq!(kept.store.load(ID).expect("it is there").case.name, "199");
}

#[test]
fn the_writer_keeps_what_the_disk_refuses_and_holds_nothing_else_back() {
    let kept = Kept::new();
    let blocked = kept.file("blocked.case");
    fs::create_dir(&blocked).expect("a folder");
    let writer = Writer::new(kept.store.clone());
    writer.hold(ID, kept.store.lock(ID).expect("it can be asked").expect("nobody has it"));
    writer.submit(saved("blocked", "first"));
    writer.wake();
    until("the refusal", || matches!(writer.progress(), SaveState::Failing(_)));
    writer.submit(saved("blocked", "second"));
    writer.submit(saved(ID, "new"));
    writer.wake();
    until("the other case", || kept.store.load(ID).is_ok_and(|saved| saved.case.name == "new"));
    let reason = writer.flush().expect_err("it is still refused");
    assert!(!reason.is_empty());
    until("the refusal", || writer.progress() == SaveState::Failing(reason.clone()));
    fs::remove_dir(&blocked).expect("it goes");
    // A way out tries at once.
    assert_eq!(writer.flush(), Ok(()));
    assert_eq!(kept.store.load("blocked").expect("it is there").case.name, "second");
}
