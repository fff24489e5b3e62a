//! Cases on disk: one file each, replaced as a whole, private, and never deleted for being unreadable.
//!
//! A file is replaced rather than journalled: a case is a few kilobytes, so that a whole write and its fsync cost less than
//! a millisecond off the key path, and there is no log to replay, compact or repair.

use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    disk::{Disk, Machine, private},
    failure::Failure,
    saved::{Saved, Unreadable, decode},
};

/// A file above this size is no case of ours, in bytes.
const LARGEST: u64 = 1 << 20;

/// The folder of the cases.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
}

/// Held while a case is open, so that a second program does not write it; its file goes with it.
#[derive(Debug)]
pub struct Lock {
    #[allow(dead_code, reason = "the open file is the lock")]
    file: File,
    path: PathBuf,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked: whoever opened it before this finds it without a name, and looks again.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Store {
    /// The store in a folder, which is made when the first case is saved.
    pub fn at(folder: PathBuf) -> Self {
        Store::on(Arc::new(Machine), folder)
    }

    /// The same, on a disk of one's own.
    pub fn on(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Store { folder, disk }
    }

    /// Every case that can be read, the last changed first, and the files that cannot; the folder itself where it cannot.
    pub fn list(&self) -> (Vec<Saved>, Vec<PathBuf>) {
        let (mut cases, mut broken) = (Vec::new(), Vec::new());
        let entries = fs::read_dir(&self.folder);
        if entries.as_ref().is_err_and(|error| error.kind() != ErrorKind::NotFound) {
            broken.push(self.folder.clone());
        }
        for entry in entries.into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|ending| ending == ENDING) {
                match self.read(&path) {
                    Ok(saved) => cases.push(saved),
                    Err(_) => broken.push(path),
                }
            }
        }
        cases.sort_by(|a, b| (&b.changed, &a.id).cmp(&(&a.changed, &b.id)));
        broken.sort();
        (cases, broken)
    }

    /// A case by its id.
    ///
    /// # Errors
    /// Bad input where there is none. A file that cannot be understood is set aside, and the failure says where.
    pub fn load(&self, id: &str) -> Result<Saved, Failure> {
        let path = self.path(id).ok_or_else(|| Failure::input("unknown-case", [("name", id)]))?;
        if path.symlink_metadata().is_err() {
            return Err(Failure::input("unknown-case", [("name", id)]));
        }
        self.read(&path).map_err(|reason| match reason {
            Reading::Machine(error) => {
                Failure::machine("read", [("path", &path.to_string_lossy()), ("reason", &error.to_string())])
            }
            Reading::No(Unreadable::Newer) => Failure::input("newer-case", [("path", &path.to_string_lossy())]),
            Reading::No(Unreadable::Damaged) => self.set_aside(&path),
        })
    }

    /// The file of a case, if there is one.
    pub fn has(&self, id: &str) -> Option<PathBuf> {
        self.path(id).filter(|path| path.symlink_metadata().is_ok())
    }

    /// Saves a case: when this returns, it is on the disk.
    ///
    /// # Errors
    /// What the machine says; the file then holds what it held before, or already the new text, but nothing between.
    pub fn save(&self, id: &str, text: &str) -> io::Result<()> {
        self.disk.make_folder(&self.folder)?;
        let path = self.path(id).ok_or(ErrorKind::InvalidInput)?;
        let beside = path.with_extension(format!("{}.{NEW}", std::process::id()));
        // A process of this number that was killed may have left one, and what is planted there is not written through.
        let _ = fs::remove_file(&beside);
        let placed = self
            .disk
            .create(&beside)
            .and_then(|mut file| {
                self.disk.write(&mut file, text.as_bytes())?;
                self.disk.sync(&file)
            })
            .and_then(|()| self.disk.rename(&beside, &path))
            .and_then(|()| self.disk.sync_folder(&self.folder));
        if placed.is_err() {
            let _ = fs::remove_file(&beside);
        }
        placed
    }

    /// Takes a case for this program alone, for as long as the lock lives; `None` where another has it.
    ///
    /// # Errors
    /// What the machine says.
    pub fn lock(&self, id: &str) -> io::Result<Option<Lock>> {
        self.disk.make_folder(&self.folder)?;
        // A file of its own: a lock on a file that is replaced would protect nothing.
        let path = self.path(id).ok_or(ErrorKind::InvalidInput)?.with_extension(LOCK);
        if path.is_symlink() {
            return Err(ErrorKind::InvalidInput.into());
        }
        loop {
            let file = private().create(true).truncate(false).open(&path)?;
            match file.try_lock() {
                Ok(()) if is_nameless(&file) => {}
                Ok(()) => return Ok(Some(Lock { file, path })),
                Err(fs::TryLockError::WouldBlock) => return Ok(None),
                Err(fs::TryLockError::Error(error)) => return Err(error),
            }
        }
    }

    /// Has the folder for its owner alone, and takes away what programs that were killed left in it: texts that were being
    /// written, and locks of cases that are gone.
    pub fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let _ = self.disk.make_folder(&self.folder);
        for entry in entries.flatten() {
            let name = entry.file_name();
            let parts: Vec<&str> = name.to_str().unwrap_or_default().split('.').collect();
            // Who holds the case may be writing it; its lock goes where ours is dropped.
            match parts[..] {
                [id, process, NEW] if process.parse::<u32>().is_ok() => {
                    if let Ok(Some(_lock)) = self.lock(id) {
                        let _ = fs::remove_file(entry.path());
                    }
                }
                [id, LOCK] if self.path(id).is_some_and(|case| case.symlink_metadata().is_err()) => {
                    let _ = self.lock(id);
                }
                _ => {}
            }
        }
    }

    /// Puts a case where `restore` finds it.
    ///
    /// # Errors
    /// Bad input where there is none or another program holds it, a machine failure where it cannot be moved.
    pub fn remove(&self, id: &str) -> Result<(), Failure> {
        self.rename(id, ENDING, REMOVED)
    }

    /// Brings a removed case back.
    ///
    /// # Errors
    /// As `remove`.
    pub fn restore(&self, id: &str) -> Result<(), Failure> {
        self.rename(id, REMOVED, ENDING)
    }

    fn rename(&self, id: &str, from: &str, to: &str) -> Result<(), Failure> {
        let path = self.path(id).ok_or_else(|| Failure::input("unknown-case", [("name", id)]))?;
        let (from, to) = (path.with_extension(from), path.with_extension(to));
        if from.symlink_metadata().is_err() {
            return Err(Failure::input("unknown-case", [("name", id)]));
        }
        let failed = |error: io::Error| {
            Failure::machine("write", [("path", &to.to_string_lossy()), ("reason", &error.to_string())])
        };
        // Whoever holds it would save it again, and a later restore would replace that.
        let Some(_lock) = self.lock(id).map_err(failed)? else {
            return Err(Failure::input("case-taken", [("name", id)]));
        };
        if to.extension().is_some_and(|ending| ending == ENDING) && to.symlink_metadata().is_ok() {
            return Err(failed(ErrorKind::AlreadyExists.into()));
        }
        fs::rename(&from, &to).map_err(failed)
    }

    /// The file of a case; `None` for a name that is none of ours, such as one with a path in it.
    fn path(&self, id: &str) -> Option<PathBuf> {
        let good = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (!id.is_empty() && id.len() <= 120 && id.chars().all(good)).then(|| self.folder.join(format!("{id}.{ENDING}")))
    }

    fn read(&self, path: &Path) -> Result<Saved, Reading> {
        let damaged = || Reading::No(Unreadable::Damaged);
        let metadata = path.symlink_metadata().map_err(Reading::Machine)?;
        // A device or a pipe might never end.
        if !metadata.is_file() || metadata.len() > LARGEST {
            return Err(damaged());
        }
        let bytes = fs::read(path).map_err(Reading::Machine)?;
        let saved = decode(std::str::from_utf8(&bytes).map_err(|_| damaged())?).map_err(Reading::No)?;
        // A copy under another name would be saved over the original.
        let own = self.path(&saved.id).is_some_and(|own| own == path);
        if own { Ok(saved.visible()) } else { Err(damaged()) }
    }

    fn set_aside(&self, path: &Path) -> Failure {
        let mut aside = path.with_extension("damaged");
        for number in 2..1000 {
            if aside.symlink_metadata().is_err() {
                break;
            }
            aside = path.with_extension(format!("{number}.damaged"));
        }
        let place = if fs::rename(path, &aside).is_ok() { aside } else { path.to_owned() };
        Failure::input("damaged-case", [("path", &place.to_string_lossy())])
    }
}

const ENDING: &str = "case";
const REMOVED: &str = "removed";
const LOCK: &str = "lock";
/// Behind the number of the process that writes it.
const NEW: &str = "new";

/// Whether a lock's file was removed by the program that held it before: a lock on it would protect nothing.
#[cfg(unix)]
fn is_nameless(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.metadata().is_ok_and(|metadata| metadata.nlink() == 0)
}

/// Elsewhere the files of locks stay.
#[cfg(not(unix))]
fn is_nameless(_: &File) -> bool {
    false
}

/// Why a file was not read.
enum Reading {
    Machine(io::Error),
    No(Unreadable),
}
