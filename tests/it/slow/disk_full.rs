//! A disk that is really full, where one can be mounted: it is told, what was there stays, and saving goes on by itself.
#![cfg(target_os = "linux")]

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use backup_medic::{
    case::Case,
    error::Error,
    machine::files::write,
    store::{
        Store,
        record::{CaseRecord, encode},
        writer::{SaveState, Writer},
    },
};

/// A file system of 64 KB in memory.
struct Small(tempfile::TempDir);

impl Small {
    /// None where this process may not mount one.
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then_some(Small(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn fill(&self) {
        let mut file = fs::File::create(self.path().join("fill")).expect("a file");
        while file.write_all(&[0; 512]).is_ok() {}
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

fn saved(name: &str) -> CaseRecord {
    let time = "2026-11-25T01:02:03Z".to_owned();
    let case = Case { name: name.into(), ..Case::default() };
    CaseRecord { id: "a".into(), opened: time.clone(), changed: time, closed: false, case }
}

#[test]
fn a_full_disk_keeps_what_was_and_is_told() {
    let Some(disk) = Small::mount() else {
        let _ = writeln!(std::io::stderr(), "left out: no file system can be mounted here");
        return;
    };
    let store = Store::open(disk.path().join("cases"));
    let writer = Writer::new(store.clone());
    writer.submit(saved("first"));
    assert_eq!(writer.flush(), Ok(()));
    write(&disk.path().join("a.md"), "old", false).expect("there is room");
    let file = disk.path().join("cases/a.case");
    let before = fs::read(&file).expect("it is there");
    disk.fill();
    writer.submit(saved("second"));
    let reason = writer.flush().expect_err("the disk is full");
    assert!(reason.contains("space"), "{reason}");
    assert!(matches!(writer.progress(), SaveState::Failing(_)));
    for (path, force) in [("a.md", true), ("b.md", false)] {
        let done = write(&disk.path().join(path), &"new ".repeat(2000), force);
        assert!(matches!(done, Err(Error::Write { .. })), "{done:?}");
    }
    assert_eq!(fs::read(&file).expect("it is there"), before);
    assert_eq!(fs::read_to_string(disk.path().join("a.md")).expect("it is there"), "old");
    let mut names: Vec<_> = fs::read_dir(disk.path()).expect("it").flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.md", "cases", "fill"], "nothing half written stays");
    fs::remove_file(disk.path().join("fill")).expect("it goes");
    assert_eq!(writer.flush(), Ok(()));
    assert_eq!(fs::read_to_string(&file).expect("it is there"), encode(&saved("second")));
    writer.let_all_go();
}
