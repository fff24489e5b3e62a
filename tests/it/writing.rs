//! Where an export goes: to the file that was named, whole, and never in the place of what is no file.
#![cfg(unix)]

use std::{
    ffi::{OsStr, OsString},
    fs::{self, Permissions},
    os::unix::{
        ffi::OsStringExt,
        fs::{FileTypeExt, PermissionsExt, symlink},
        net::UnixListener,
    },
    path::{Path, PathBuf},
    process::Command,
};

use backup_medic::{error::Error, machine::files::write};
use tempfile::TempDir;

use crate::walks::Random;

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Place(tempfile::tempdir().expect("a folder"))
    }

    fn at(&self, name: impl AsRef<OsStr>) -> PathBuf {
        self.0.path().join(name.as_ref())
    }

    /// A file of a mode.
    fn file(&self, name: &str, mode: u32) -> PathBuf {
        fs::write(self.at(name), "old").expect("it is written");
        fs::set_permissions(self.at(name), Permissions::from_mode(mode)).expect("it is ours");
        self.at(name)
    }

    /// What lies there, hidden files too.
    fn count(&self) -> usize {
        fs::read_dir(self.0.path()).expect("the folder").count()
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("it is there")
}

fn refused(path: &Path, force: bool, error: impl Fn(PathBuf) -> Error) {
    assert_eq!(write(path, "new", force), Err(error(path.to_owned())));
}

#[test]
fn what_is_replaced_keeps_its_mode() {
    for mode in [0o600, 0o644, 0o640, 0o666, 0o700] {
        let place = Place::new();
        let file = place.file("a.md", mode);
        refused(&file, false, |path| Error::Exists { path });
        write(&file, "new", true).expect("it is replaced");
        let now = fs::metadata(&file).expect("it is there").permissions().mode() & 0o7777;
        assert_eq!((now, text(&file).as_str(), place.count()), (mode, "new", 1), "{mode:o}");
    }
}

#[test]
fn what_is_read_only_is_not_replaced() {
    for mode in [0o400, 0o444, 0o000] {
        let place = Place::new();
        let file = place.file("a.md", mode);
        refused(&file, true, |path| Error::ReadOnly { path });
        fs::set_permissions(&file, Permissions::from_mode(0o600)).expect("it is ours");
        assert_eq!((text(&file).as_str(), place.count()), ("old", 1), "{mode:o}");
    }
}

#[test]
fn what_is_no_file_is_neither_replaced_nor_waited_for() {
    let place = Place::new();
    let pipe = place.at("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("it runs").success());
    let _socket = UnixListener::bind(place.at("socket")).expect("a socket");
    fs::create_dir(place.at("folder")).expect("a folder");
    symlink("pipe", place.at("to-pipe")).expect("a link");
    symlink("/dev/null", place.at("to-device")).expect("a link");
    symlink("folder", place.at("to-folder")).expect("a link");
    symlink("to-device", place.at("to-link")).expect("a link");
    let before = place.count();
    for name in ["pipe", "socket", "folder", "to-pipe", "to-device", "to-folder", "to-link"] {
        for force in [false, true] {
            refused(&place.at(name), force, |path| Error::NoTarget { path });
        }
    }
    for device in ["/dev/null", "/dev/full", "/dev/zero"] {
        refused(Path::new(device), true, |path| Error::NoTarget { path });
        assert!(fs::symlink_metadata(device).expect("it is there").file_type().is_char_device());
    }
    assert_eq!(place.count(), before, "nothing is left beside them");
}

#[test]
fn a_link_is_replaced_and_not_followed() {
    let place = Place::new();
    let victim = place.file("victim", 0o600);
    symlink(&victim, place.at("link")).expect("a link");
    symlink("nowhere", place.at("dangling")).expect("a link");
    for name in ["link", "dangling"] {
        refused(&place.at(name), false, |path| Error::Exists { path });
        write(&place.at(name), "new", true).expect("the link is replaced");
        assert!(!place.at(name).is_symlink());
        assert_eq!((text(&place.at(name)).as_str(), text(&victim).as_str()), ("new", "old"));
    }
    let mode = |name: &str| fs::metadata(place.at(name)).expect("it is there").permissions().mode() & 0o7777;
    assert_eq!(mode("link"), 0o600, "no wider than what was seen there");
    assert!(!place.at("nowhere").exists());
}

#[test]
fn a_file_of_a_temporary_name_is_nobodys_to_delete() {
    let place = Place::new();
    let planted = [format!("a.md.{}.new", std::process::id()), ".backup-medic.0.new".into(), "a.md.new".into()];
    planted.iter().for_each(|name| fs::write(place.at(name), "planted").expect("it is written"));
    write(&place.at("a.md"), "new", false).expect("it is written");
    write(&place.at("a.md"), "newer", true).expect("it is written");
    assert!(planted.iter().all(|name| text(&place.at(name)) == "planted"));
    assert_eq!(place.count(), planted.len() + 1);
}

/// The limit is of a process, so it is the program that meets it.
#[test]
fn a_write_that_is_cut_off_leaves_what_was_and_nothing_beside_it() {
    let place = Place::new();
    let old = place.file("old.md", 0o644);
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" export internal-error --output \"$1\" --force";
    for path in [&old, &place.at("new.md")] {
        let mut command = Command::new("sh");
        command.args(["-c", script, crate::process::PROGRAM]).arg(path).env_clear().env("LANG", "C");
        let done = command.output().expect("the program starts");
        assert_eq!(done.status.code(), Some(3), "{}", String::from_utf8_lossy(&done.stderr));
    }
    assert_eq!((text(&old).as_str(), place.count()), ("old", 1));
}

/// A name by chance: of bytes that matter, of other bytes, short or far too long.
fn name(random: &mut Random) -> OsString {
    const PARTS: [&[u8]; 16] = [
        b"..",
        b"/",
        b".",
        b"-",
        b"\n",
        b"\0",
        b"~",
        b"\\",
        b"COM1",
        b"a",
        b"NUL.md",
        b" ",
        b"$(x)",
        b"\x1b[2J",
        b"\xff",
        b"\xd1\x8f",
    ];
    let most = if random.below(20) == 0 { 300 } else { 6 };
    let parts = 1 + random.below(most);
    OsString::from_vec((0..parts).flat_map(|_| PARTS[random.below(PARTS.len())].to_vec()).collect())
}

#[test]
fn whatever_the_name_one_file_is_written_where_it_says_or_none() {
    let mut random = Random(21);
    let (mut written, mut refused) = (0, 0);
    let place = Place::new();
    let inside = place.at("around/a/b/inside");
    for _ in 0..crate::promises::times("generated-names") {
        fs::create_dir_all(&inside).expect("a folder");
        let path = inside.join(name(&mut random));
        let before = all(place.0.path());
        // A name that begins with a slash is a place of its own, which is none of this test's.
        if !path.starts_with(&inside) {
            continue;
        }
        match write(&path, "new", false) {
            Ok(()) => {
                written += 1;
                assert_eq!(fs::read(&path).expect("it is there"), b"new");
                let made: Vec<PathBuf> =
                    all(place.0.path()).into_iter().filter(|path| !before.contains(path)).collect();
                assert_eq!(made.len(), 1, "{path:?}");
                assert_eq!(made[0], fs::canonicalize(&path).expect("it is there"), "{path:?}");
                fs::remove_file(&path).expect("it goes");
            }
            Err(_) => {
                refused += 1;
                assert_eq!(all(place.0.path()), before, "{path:?}");
            }
        }
    }
    assert!(written > 50 && refused > 50, "{written} were written, {refused} refused");
}

/// Every path below a folder.
fn all(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![fs::canonicalize(folder).expect("it is there")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            if entry.file_type().expect("it is there").is_dir() {
                folders.push(entry.path());
            }
            found.push(entry.path());
        }
    }
    found.sort();
    found
}
