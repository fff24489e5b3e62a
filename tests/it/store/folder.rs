//! The folder as others see it: who may enter, what they left or planted there, and who holds a lock.

use std::{
    os::unix::fs::{PermissionsExt, symlink},
    process::Command,
};

use super::*;
use crate::slow::pty::harness::{CODE, Pty, Setup};

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
