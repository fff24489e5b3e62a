//! Cases on the disk: private, whole, one writer, and never deleted for being unreadable.

#[cfg(unix)]
mod full;

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use backup_medic::{
    case::{Case, Mark},
    failure::Code,
    saved::{Saved, decode, encode},
    saver::{Progress, Saver},
    store::Store,
};
use tempfile::TempDir;

use crate::walks::Random;

const ID: &str = "guest-agent-20261125010203-7";

fn saved(id: &str, name: &str) -> Saved {
    let mut case = Case { guide: "g".into(), problem: "p".into(), name: name.into(), ..Case::default() };
    case.answers.insert("vm-power".into(), "running".into());
    case.marks.insert("start-vm/start".into(), Mark::Failed("Нет прав \u{1b}[2J".into()));
    case.variables.insert("vm".into(), vec!["vm-1".into(), "vm-2".into()]);
    let time = "2026-11-25T01:02:03Z".to_owned();
    Saved { id: id.into(), opened: time.clone(), changed: time, closed: false, case }
}

/// A store with one case in a folder that only the test has.
struct Kept {
    folder: TempDir,
    store: Store,
    text: String,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::at(folder.path().join("cases"));
        let text = encode(&saved(ID, "old"));
        store.save(ID, &text).expect("it is saved");
        Kept { folder, store, text }
    }

    /// A file of the store.
    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("cases").join(name)
    }

    fn case(&self) -> PathBuf {
        self.file(&format!("{ID}.case"))
    }

    /// The names in the folder, locks left out.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("cases")).expect("the folder");
        let names = entries.flatten().map(|entry| entry.file_name().into_string().expect("UTF-8"));
        let mut names: Vec<String> = names.filter(|name| !name.ends_with(".lock")).collect();
        names.sort();
        names
    }
}

/// Looks until something holds; the deadline only ends a test that has failed.
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !holds() {
        assert!(Instant::now() < end, "waited for {what}");
        std::thread::yield_now();
    }
}

#[test]
fn what_is_saved_is_read_back_and_replaces_what_was() {
    let kept = Kept::new();
    assert_eq!(kept.store.load(ID).expect("it is there"), saved(ID, "old"));
    kept.store.save(ID, &encode(&saved(ID, "new"))).expect("it is saved");
    assert_eq!(kept.store.load(ID).expect("it is there"), saved(ID, "new"));
    assert_eq!(kept.names(), [format!("{ID}.case")], "nothing is left beside it");
}

#[test]
fn the_last_changed_case_is_listed_first() {
    let kept = Kept::new();
    let newer = Saved { changed: "2026-11-25T01:02:04Z".into(), ..saved("b", "") };
    kept.store.save("b", &encode(&newer)).expect("it is saved");
    kept.store.save("a", &encode(&saved("a", ""))).expect("it is saved");
    let (cases, broken) = kept.store.list();
    assert_eq!(cases.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), ["b", "a", ID]);
    assert_eq!(broken, Vec::<PathBuf>::new());
    let nothing = Store::at(kept.folder.path().join("nothing"));
    assert_eq!(nothing.list(), (Vec::new(), Vec::new()), "no folder yet is no defect");
    assert!(!kept.folder.path().join("nothing").exists(), "looking makes no folder");
}

#[test]
fn an_id_is_no_path() {
    let kept = Kept::new();
    let long = "x".repeat(121);
    let bad = ["", ".", "..", "../x", "a/b", "/etc/passwd", "a\\b", "a.b", "a\0b", "a b", "a\nb", "é", "~", &long];
    for id in bad {
        assert!(kept.store.save(id, "x").is_err(), "{id:?}");
        assert!(kept.store.lock(id).is_err(), "{id:?}");
        let code = |failure: Result<(), backup_medic::failure::Failure>| failure.expect_err("refused").code;
        assert_eq!(code(kept.store.load(id).map(drop)), Code::Input, "{id:?}");
        assert_eq!(code(kept.store.remove(id)), Code::Input, "{id:?}");
        assert_eq!(code(kept.store.restore(id)), Code::Input, "{id:?}");
    }
    assert_eq!(kept.names(), [format!("{ID}.case")]);
}

/// Puts bytes in the place of the case, and checks that they are told apart, kept, and named.
fn unreadable(bytes: &[u8], id: &'static str) {
    let kept = Kept::new();
    fs::write(kept.case(), bytes).expect("it is written");
    assert_eq!(kept.store.list(), (Vec::new(), vec![kept.case()]), "{id}");
    let failure = kept.store.load(ID).expect_err("it is no case");
    assert_eq!((failure.id, failure.code), (id, Code::Input));
    let named = &failure.args.iter().find(|(name, _)| *name == "path").expect("it says where").1;
    assert_eq!(fs::read(named).expect("it is there"), bytes);
    let aside = if id == "newer-case" { "case" } else { "damaged" };
    assert_eq!(kept.names(), [format!("{ID}.{aside}")]);
}

#[test]
fn what_is_no_case_is_set_aside_and_named() {
    let text = Kept::new().text;
    for end in 0..text.len() {
        unreadable(&text.as_bytes()[..end], "damaged-case");
    }
    let zeros = |from: usize| [&text.as_bytes()[..from], &vec![0; text.len() - from]].concat();
    (0..text.len()).for_each(|from| unreadable(&zeros(from), "damaged-case"));
    unreadable(&vec![b'x'; (1 << 20) + 1], "damaged-case");
    unreadable(b"\xff\xfe", "damaged-case");
    unreadable(b"{\"answers\": {}}", "damaged-case");
    unreadable(b"# a file of another program\n", "damaged-case");
    unreadable(encode(&saved("another", "")).as_bytes(), "damaged-case");
    unreadable(b"backup-medic-case 2 0000000000000000\nof a later time\n", "newer-case");
}

#[test]
fn flipped_bits_never_make_another_case() {
    let kept = Kept::new();
    let mut random = Random(7);
    for _ in 0..100_000 {
        let mut bytes = kept.text.clone().into_bytes();
        // One, two or three of them.
        for _ in 0..=random.below(3) {
            bytes[random.below(kept.text.len())] ^= 1 << random.below(8);
        }
        if bytes == kept.text.as_bytes() {
            continue;
        }
        let read = String::from_utf8(bytes).map(|text| decode(&text));
        assert!(!matches!(read, Ok(Ok(_))), "{read:?}");
    }
}

#[test]
fn what_was_set_aside_is_not_replaced() {
    let kept = Kept::new();
    for round in 0..3 {
        fs::write(kept.case(), format!("damage {round}")).expect("it is written");
        kept.store.load(ID).expect_err("it is no case");
    }
    let texts: Vec<String> =
        kept.names().iter().map(|name| fs::read_to_string(kept.file(name)).expect("it is there")).collect();
    assert_eq!(texts, ["damage 1", "damage 2", "damage 0"]);
}

#[test]
fn what_is_removed_comes_back_and_replaces_nothing() {
    let kept = Kept::new();
    kept.store.remove(ID).expect("it is removed");
    assert_eq!(kept.store.list(), (Vec::new(), Vec::new()));
    assert_eq!(kept.store.load(ID).expect_err("removed").id, "unknown-case");
    assert_eq!(kept.store.remove(ID).expect_err("removed").id, "unknown-case");
    kept.store.restore(ID).expect("it comes back");
    assert_eq!(kept.store.load(ID).expect("it is back"), saved(ID, "old"));
    assert_eq!(kept.store.restore(ID).expect_err("it is back").id, "unknown-case");

    kept.store.remove(ID).expect("it is removed");
    let newer = encode(&saved(ID, "newer"));
    kept.store.save(ID, &newer).expect("it is saved");
    assert_eq!(kept.store.restore(ID).expect_err("there is a newer one").code, Code::Machine);
    assert_eq!(fs::read_to_string(kept.case()).expect("it is there"), newer);
}

#[test]
fn one_program_at_a_time_has_a_case() {
    let kept = Kept::new();
    let second = Store::at(kept.folder.path().join("cases"));
    let lock = kept.store.lock(ID).expect("it can be asked").expect("nobody has it");
    assert!(second.lock(ID).expect("it can be asked").is_none());
    assert!(second.lock("another").expect("it can be asked").is_some());
    assert_eq!(second.remove(ID).expect_err("it is taken").id, "case-taken");
    assert_eq!(kept.names(), [format!("{ID}.case")]);
    // The lock outlives what it protects being replaced.
    kept.store.save(ID, &kept.text).expect("it is saved");
    assert!(second.lock(ID).expect("it can be asked").is_none());
    drop(lock);
    assert!(second.lock(ID).expect("it can be asked").is_some());
}

#[cfg(unix)]
mod unix {
    use std::{
        os::unix::fs::{PermissionsExt, symlink},
        process::Command,
    };

    use super::*;
    use crate::pty::harness::{CODE, Pty, Setup};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
    }

    /// The umask is the process's, so the program itself makes the files.
    #[test]
    fn nobody_else_may_read_cases_whatever_the_umask() {
        for umask in ["000", "002", "022", "077"] {
            let folder = tempfile::tempdir().expect("a folder");
            let script = format!("umask {umask}; exec \"$MEDIC\" --data-dir data/of/mine {CODE}");
            let setup = Setup { command: &["sh", "-c", &script], folder: folder.path(), ..Setup::default() };
            let mut pty = Pty::wizard(&setup, "running?");
            pty.send("2");
            pty.wait_for("  saved");
            pty.send("q");
            assert!(pty.left().status.success());
            let cases = folder.path().join("data/of/mine/cases");
            assert_eq!(mode(&cases), 0o700, "umask {umask}");
            let files: Vec<PathBuf> = fs::read_dir(&cases).expect("it").flatten().map(|entry| entry.path()).collect();
            assert_eq!(files.len(), 1, "the case; its lock went with the program");
            files.iter().for_each(|file| assert_eq!(mode(file), 0o600, "umask {umask} {file:?}"));
        }
    }

    #[test]
    fn a_folder_that_others_may_enter_is_taken_away_from_them() {
        use std::fs::Permissions;
        let kept = Kept::new();
        let cases = kept.folder.path().join("cases");
        let loosen = || fs::set_permissions(&cases, Permissions::from_mode(0o777)).expect("it is ours");
        let check = |tightens: &dyn Fn()| {
            loosen();
            tightens();
            assert_eq!(mode(&cases), 0o700);
        };
        check(&|| kept.store.save(ID, &kept.text).expect("it is saved"));
        check(&|| drop(kept.store.lock(ID)));
        check(&|| kept.store.tidy());
        loosen();
        kept.store.list();
        assert_eq!(mode(&cases), 0o777, "who only looks changes nothing");
    }

    #[test]
    fn what_a_killed_program_left_goes_at_the_next_start_and_nothing_else_does() {
        let kept = Kept::new();
        let put = |name: &str| fs::write(kept.file(name), "x").expect("it is written");
        let left = [format!("{ID}.4242.new"), format!("{ID}.1.new"), "gone.7.new".to_owned()];
        left.iter().for_each(|name| put(name));
        put("gone.lock");
        put("held.lock");
        put("held.9.new");
        let foreign = ["a b.3.new", "notes.txt", "x.new", "x.y.new", "y.damaged", "z.2.damaged", "z.removed"];
        foreign.iter().for_each(|name| put(name));
        symlink(kept.folder.path().join("dangling"), kept.file("link.5.new")).expect("a link");
        let held = kept.store.lock("held").expect("it can be asked").expect("nobody has it");
        kept.store.tidy();
        let case = format!("{ID}.case");
        let mut stay: Vec<&str> = foreign.iter().copied().chain(["held.9.new", &case]).collect();
        stay.sort_unstable();
        assert_eq!(kept.names(), stay);
        assert!(kept.file("held.lock").exists() && !kept.file("gone.lock").exists());
        drop(held);
        kept.store.tidy();
        assert!(!kept.names().contains(&"held.9.new".to_owned()));
        assert_eq!(kept.store.load(ID).expect("it is there"), saved(ID, "old"));
        Store::at(kept.folder.path().join("nothing")).tidy();
        assert!(!kept.folder.path().join("nothing").exists());
    }

    /// The file of a lock goes with it, so that another may be made while a third waits for the first.
    #[test]
    fn a_lock_that_comes_and_goes_is_never_held_twice() {
        use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
        let kept = Kept::new();
        let (holders, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    // However few of the attempts succeed on a busy machine.
                    while taken.load(SeqCst) < 100 {
                        let Some(lock) = kept.store.lock(ID).expect("it can be asked") else { continue };
                        assert_eq!(holders.fetch_add(1, SeqCst), 0);
                        taken.fetch_add(1, SeqCst);
                        // Others come by meanwhile.
                        std::thread::yield_now();
                        assert_eq!(holders.fetch_sub(1, SeqCst), 1);
                        drop(lock);
                    }
                });
            }
        });
        assert!(!kept.file(&format!("{ID}.lock")).exists());
    }

    #[test]
    fn planted_links_are_not_followed() {
        let kept = Kept::new();
        let victim = kept.folder.path().join("victim");
        fs::write(&victim, "untouched").expect("it is written");
        let untouched = |victim: &Path| assert_eq!(fs::read_to_string(victim).expect("it is there"), "untouched");
        let beside = kept.file(&format!("{ID}.{}.new", std::process::id()));
        for place in [kept.case(), beside, kept.file(&format!("{ID}.lock"))] {
            for target in [&victim, &kept.folder.path().join("dangling")] {
                let _ = fs::remove_file(&place);
                symlink(target, &place).expect("a link");
                assert_eq!(kept.store.lock(ID).is_err(), place.extension().is_some_and(|ending| ending == "lock"));
                kept.store.save(ID, &kept.text).expect("it is saved");
                untouched(&victim);
                assert!(!kept.folder.path().join("dangling").exists(), "{place:?}");
                assert!(!kept.case().is_symlink());
                assert_eq!(fs::read_to_string(kept.case()).expect("it is there"), kept.text);
            }
            let _ = fs::remove_file(&place);
        }
    }

    #[test]
    fn what_might_never_end_is_not_read() {
        let kept = Kept::new();
        symlink("/dev/zero", kept.file("zero.case")).expect("a link");
        symlink("/dev/full", kept.file("full.case")).expect("a link");
        fs::create_dir(kept.file("folder.case")).expect("a folder");
        let made = Command::new("mkfifo").arg(kept.file("pipe.case")).status();
        assert!(made.expect("it runs").success());
        let (cases, broken) = kept.store.list();
        let broken: Vec<_> = broken.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
        assert_eq!((cases.len(), broken), (1, vec!["folder", "full", "pipe", "zero"]));
        for id in ["folder", "full", "pipe", "zero"] {
            assert_eq!(kept.store.load(id).expect_err("it is no case").id, "damaged-case");
            assert!(kept.file(&format!("{id}.damaged")).symlink_metadata().is_ok(), "{id} is set aside");
        }
    }
}

#[test]
fn a_failed_save_leaves_what_was() {
    let kept = Kept::new();
    let blocked = kept.file("blocked.case");
    fs::create_dir(&blocked).expect("a folder");
    fs::write(blocked.join("inside"), "x").expect("a file");
    assert!(kept.store.save("blocked", "x").is_err());
    assert_eq!(fs::read_to_string(blocked.join("inside")).expect("it is there"), "x");
    assert_eq!(kept.names(), ["blocked.case".to_owned(), format!("{ID}.case")], "nothing is left beside it");
    let file = Store::at(kept.case());
    assert!(file.save("x", "x").is_err());
    assert_eq!(file.list(), (Vec::new(), vec![kept.case()]), "a folder that is none is named");
    assert_eq!(fs::read_to_string(kept.case()).expect("it is there"), kept.text);
}

#[test]
fn the_saver_brings_the_newest_text() {
    let kept = Kept::new();
    let saver = Saver::new(kept.store.clone());
    for number in 0..200 {
        saver.submit(saved(ID, &number.to_string()));
        saver.wake();
    }
    assert_eq!(saver.flush(), Ok(()));
    assert_eq!(saver.progress(), Progress::Saved);
    assert_eq!(kept.store.load(ID).expect("it is there").case.name, "199");
}

#[test]
fn the_saver_keeps_what_the_disk_refuses_and_holds_nothing_else_back() {
    let kept = Kept::new();
    let blocked = kept.file("blocked.case");
    fs::create_dir(&blocked).expect("a folder");
    let saver = Saver::new(kept.store.clone());
    saver.submit(saved("blocked", "first"));
    saver.wake();
    until("the refusal", || matches!(saver.progress(), Progress::Failing(_)));
    saver.submit(saved("blocked", "second"));
    saver.submit(saved(ID, "new"));
    saver.wake();
    until("the other case", || kept.store.load(ID).is_ok_and(|saved| saved.case.name == "new"));
    let reason = saver.flush().expect_err("it is still refused");
    assert!(!reason.is_empty());
    until("the refusal", || saver.progress() == Progress::Failing(reason.clone()));
    fs::remove_dir(&blocked).expect("it goes");
    // A way out tries at once.
    assert_eq!(saver.flush(), Ok(()));
    assert_eq!(kept.store.load("blocked").expect("it is there").case.name, "second");
}
