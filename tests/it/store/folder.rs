//! The folder as others see it: who may enter, what they left or planted there, and who holds a lock.

use std::{
    os::unix::fs::{PermissionsExt, symlink},
    process::Command,
};

use std::io::ErrorKind;

use backup_medic::{app::Access, wizard::cases::OpenCases};

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
fn a_folder_that_was_there_keeps_its_mode_through_a_link_too() {
    use std::fs::Permissions;
    let kept = Kept::new();
    let cases = kept.folder.path().join("cases");
    symlink(&cases, kept.folder.path().join("link")).expect("a link");
    for store in [kept.store.clone(), Store::open(kept.folder.path().join("link"))] {
        fs::set_permissions(&cases, Permissions::from_mode(0o755)).expect("it is ours");
        store.save(ID, &kept.text).expect("it is saved");
        drop(store.lock(ID));
        store.remove_leftovers();
        store.list();
        assert_eq!(mode(&cases), 0o755);
    }
    assert_eq!(mode(&kept.case()), 0o600);
}

/// What another program, or nobody, has put into the folder, each with a name that looks like ours.
#[test]
fn starting_takes_away_what_is_ours_by_name_and_content_and_nothing_else() {
    let kept = Kept::new();
    let put = |name: &str, text: &str| fs::write(kept.file(name), text).expect("it is written");
    let begun = &kept.text[..kept.text.len() / 2];
    let left = [format!("{ID}.4242.new"), format!("{ID}.00fe.new"), "gone.0123456789abcdef.new".to_owned()];
    left.iter().for_each(|name| put(name, begun));
    put("gone.lock", "backup-medic lock\n");
    put(&format!("{ID}.lock"), "backup-medic lock\n");
    put("held.9.new", begun);
    let foreign = [
        ("yarn.lock", "# yarn lockfile v1\n"),
        ("Cargo.lock", "version = 4\n"),
        ("empty.lock", ""),
        ("longer.lock", "backup-medic lock\nand more"),
        ("report.2024.new", "figures of 2024"),
        ("empty.2024.new", ""),
        ("x.ffffffffffffffffff.new", begun),
        ("a b.3.new", begun),
        ("x.y.new", begun),
        ("x.new", begun),
        ("notes.txt", begun),
        ("y.damaged", "y"),
        ("z.removed", "z"),
    ];
    foreign.iter().for_each(|(name, text)| put(name, text));
    symlink(kept.case(), kept.file("link.5.new")).expect("a link");
    symlink(kept.file("gone.lock"), kept.file("link.lock")).expect("a link");
    for pipe in ["pipe.lock", "pipe.7.new"] {
        assert!(Command::new("mkfifo").arg(kept.file(pipe)).status().expect("it runs").success());
    }
    let held = kept.store.lock("held").expect("it can be asked").expect("nobody has it");
    kept.store.remove_leftovers();
    let all = || {
        let names = fs::read_dir(kept.folder.path().join("cases")).expect("the folder").flatten();
        let mut names: Vec<String> = names.map(|entry| entry.file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    };
    let case = format!("{ID}.case");
    let planted = ["link.5.new", "link.lock", "pipe.lock", "pipe.7.new", "held.lock", "held.9.new", &case];
    let mut stay: Vec<&str> = foreign.iter().map(|(name, _)| *name).chain(planted).collect();
    stay.sort_unstable();
    assert_eq!(all(), stay);
    drop(held);
    kept.store.remove_leftovers();
    stay.retain(|name| !name.starts_with("held"));
    assert_eq!(all(), stay);
    for (name, text) in foreign {
        assert_eq!(fs::read_to_string(kept.file(name)).expect("it is there"), text, "{name}");
    }
    assert_eq!(kept.store.load(ID).expect("it is there"), saved(ID, "old"));
    Store::open(kept.folder.path().join("nothing")).remove_leftovers();
    assert!(!kept.folder.path().join("nothing").exists());
}

/// What has the name of a lock is neither waited for nor used nor taken away.
#[test]
fn what_is_no_lock_is_told() {
    let kept = Kept::new();
    let lock = kept.file(&format!("{ID}.lock"));
    let check = |plants: &dyn Fn()| {
        plants();
        let before = lock.symlink_metadata().expect("it is there");
        let error = kept.store.lock(ID).expect_err("it is no lock");
        assert!(matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::AlreadyExists), "{error}");
        let (_, access) = opened(&kept);
        assert!(matches!(&access, Access::Unlocked(reason) if !reason.is_empty()), "{access:?}");
        kept.store.remove_leftovers();
        assert_eq!(lock.symlink_metadata().expect("it stays").file_type(), before.file_type());
        let _ = fs::remove_file(&lock);
        let _ = fs::remove_dir(&lock);
    };
    check(&|| assert!(Command::new("mkfifo").arg(&lock).status().expect("it runs").success()));
    check(&|| fs::create_dir(&lock).expect("a folder"));
    check(&|| symlink("nowhere", &lock).expect("a link"));
    check(&|| symlink("/dev/zero", &lock).expect("a link"));
    check(&|| fs::write(&lock, "another program's").expect("it is written"));
    check(&|| drop(std::os::unix::net::UnixDatagram::bind(&lock).expect("a socket")));
    assert_eq!(opened(&kept).1, Access::Ours);
}

/// Opens the case as the wizard does.
fn opened(kept: &Kept) -> (CaseRecord, Access) {
    OpenCases::new(kept.store.clone()).open(ID).expect("it can be read")
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
    for place in [kept.case(), kept.file(&format!("{ID}.lock"))] {
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
        assert!(matches!(kept.store.load(id), Err(Error::DamagedCase { .. })), "{id}");
        assert!(kept.file(&format!("{id}.damaged")).symlink_metadata().is_ok(), "{id} is set aside");
    }
}
