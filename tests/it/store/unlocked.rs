//! A file system that locks nothing, such as some network shares: nobody's changes are overwritten, and that is told.

use std::{
    fs::{File, TryLockError},
    io,
    sync::Arc,
};

use backup_medic::{
    app::{Access, Effect, Message, Started},
    machine::file_system::{FileSystem, RealFileSystem},
    wizard::cases::OpenCases,
};

use super::*;
use crate::wizard::Wizard;

/// A disk without locks.
#[derive(Debug)]
struct Unlocking(io::ErrorKind);

impl FileSystem for Unlocking {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        RealFileSystem.make_folder(folder)
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        RealFileSystem.create(path)
    }

    fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()> {
        RealFileSystem.write(file, text)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        RealFileSystem.sync(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealFileSystem.rename(from, to)
    }

    fn rename_to_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealFileSystem.rename_to_new(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealFileSystem.sync_folder(folder)
    }

    fn lock(&self, _: &File) -> Result<(), TryLockError> {
        Err(TryLockError::Error(self.0.into()))
    }
}

/// A program of its own, at Home.
fn program(folder: &Path, why: io::ErrorKind) -> (OpenCases, Wizard) {
    let open_cases = OpenCases::new(Store::with_file_system(Arc::new(Unlocking(why)), folder.to_owned()));
    let mut wizard = Wizard::new("en", 200, 24);
    wizard.message(Message::Started(Started { kept: Some(open_cases.list()), ..Started::default() }));
    (open_cases, wizard)
}

/// Types keys, and carries out what follows from them; true where something was to be saved.
fn types(open_cases: &mut OpenCases, wizard: Wizard, keys: &str) -> (Wizard, bool) {
    let mut wizard = wizard.keys(keys);
    let mut saves = false;
    for effect in std::mem::take(&mut wizard.effects) {
        let Effect::Save(record) = effect else { panic!("nothing else is asked for: {effect:?}") };
        open_cases.save(*record);
        saves = true;
    }
    (wizard, saves)
}

#[test]
fn without_locks_the_first_of_eight_programs_writes_and_the_others_know() {
    let answers = crate::promises::times("answers-without-locks");
    for why in [io::ErrorKind::Unsupported, io::ErrorKind::Other] {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut owner, mut wizard) = program(folder.path(), why);
        wizard.open("UserErrorGuestAgentStatusUnavailable");
        (wizard, _) = types(&mut owner, wizard, "N text:0 Enter");
        owner.flush().expect("what is new is saved without a lock");
        let id = wizard.model.session().expect("it is open").life.id.clone();
        let mut others: Vec<_> = (1..8).map(|_| program(folder.path(), why)).collect();
        for (open_cases, other) in &mut others {
            let opened = open_cases.open(&id).expect("it can be read");
            assert!(matches!(opened.1, Access::Unlocked(_)), "{opened:?}");
            other.message(Message::Opened(Ok(Box::new(opened))));
            assert!(other.text().contains("cannot be locked"), "{}", other.text());
        }
        for answer in 1..=answers {
            (wizard, _) = types(&mut owner, wizard, &format!("u N text:{answer} Enter"));
            let (open_cases, other) = &mut others[answer % 7];
            let (after, saves) =
                types(open_cases, std::mem::replace(other, Wizard::new("en", 80, 24)), "N text:x Enter 1");
            *other = after;
            assert!(!saves, "who cannot lock it writes nothing");
        }
        owner.flush().expect("it is saved");
        let kept = Store::open(folder.path().to_owned()).load(&id).expect("it can be read");
        assert_eq!(kept.case, wizard.model.session().expect("it is open").open.case);
        let names = fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(names, 1, "no lock that locks nothing stays behind");
    }
}
