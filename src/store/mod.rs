//! Cases on disk: one file each, replaced as a whole, private, and never deleted for being unreadable.
//!
//! A file is replaced rather than journalled: a case is a few kilobytes, so that a whole write and its fsync cost less than
//! a millisecond off the key path, and there is no log to replay, compact or repair.

pub mod lock;
pub mod record;
pub mod writer;

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    error::Error,
    machine::file_system::{self, FileSystem, NEW, RealFileSystem, read_plain},
    store::{
        lock::CaseLock,
        record::{CaseRecord, Unreadable, decode},
    },
};

/// A file above this size is no case of ours, in bytes.
const LARGEST: u64 = 1 << 20;

/// The case that was changed last, of those that are not closed if there is one.
pub const LAST: &str = "last";

/// The case that this word means, of those listed: the one that was changed last, of the open ones if there are any.
pub fn last(cases: &[CaseRecord]) -> Option<&CaseRecord> {
    cases.iter().find(|saved| !saved.closed).or(cases.first())
}

/// The folder of the cases.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    disk: Arc<dyn FileSystem>,
}

/// Whether the file of a case is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Not yet: what has its name all the same is another case.
    New,
    /// It is, and may be replaced.
    There,
}

impl Store {
    /// The store in a folder, which is made when the first case is saved.
    pub fn open(folder: PathBuf) -> Self {
        Store::with_file_system(Arc::new(RealFileSystem), folder)
    }

    /// The same, on a disk of one's own.
    pub fn with_file_system(disk: Arc<dyn FileSystem>, folder: PathBuf) -> Self {
        Store { folder, disk }
    }

    /// Every case that can be read, the last changed first, and the files that cannot; the folder itself where it cannot.
    pub fn list(&self) -> (Vec<CaseRecord>, Vec<PathBuf>) {
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
    pub fn load(&self, id: &str) -> Result<CaseRecord, Error> {
        let path = self.path(id).ok_or_else(|| Error::UnknownCase { name: id.into() })?;
        if path.symlink_metadata().is_err() {
            return Err(Error::UnknownCase { name: id.into() });
        }
        self.read(&path).map_err(|reason| match reason {
            Unread::Machine(error) => Error::unreadable(&path, &error),
            Unread::No(Unreadable::Newer) => Error::NewerCase { path: path.clone() },
            Unread::No(Unreadable::Damaged) => self.set_aside(&path),
        })
    }

    /// The file of a case, if there is one.
    pub fn has(&self, id: &str) -> Option<PathBuf> {
        self.path(id).filter(|path| path.symlink_metadata().is_ok())
    }

    /// The id of the case that a name means: `last`, or an id, a name or a VM, or how one case's alone begins.
    ///
    /// # Errors
    /// Bad input where that is no case, or several.
    pub fn find(&self, name: &str) -> Result<String, Error> {
        if self.has(name).is_some() {
            return Ok(name.to_owned());
        }
        let (cases, _) = self.list();
        let wanted = name.to_lowercase();
        let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<&str> {
            let is_meant = |saved: &&CaseRecord| {
                let vms = saved.case.variables.get("vm").into_iter().flatten();
                let mut names = [&saved.id, &saved.case.name].into_iter().chain(vms);
                names.any(|known| !wanted.is_empty() && fits(&known.to_lowercase()))
            };
            cases.iter().filter(is_meant).map(|saved| saved.id.as_str()).collect()
        };
        let mut ids = fitting(&|known| known == wanted);
        if ids.is_empty() && name == LAST {
            ids.extend(last(&cases).map(|saved| saved.id.as_str()));
        }
        if ids.is_empty() {
            ids = fitting(&|known| known.starts_with(&wanted));
        }
        match ids[..] {
            [] => Err(Error::UnknownCase { name: name.into() }),
            [id] => Ok(id.to_owned()),
            _ => Err(Error::AmbiguousCase { name: name.into(), ids: ids.into_iter().map(str::to_owned).collect() }),
        }
    }

    /// Saves a case in the place of its file, if there is one.
    ///
    /// # Errors
    /// As `put`.
    pub fn save(&self, id: &str, text: &str) -> io::Result<()> {
        self.put(id, text, &mut Presence::There)
    }

    /// Saves a case: when this returns, it is on the disk. One that is new replaces nothing.
    ///
    /// # Errors
    /// What the machine says; the file then holds what it held before, or already the new text, but nothing between.
    pub fn put(&self, id: &str, text: &str, place: &mut Presence) -> io::Result<()> {
        self.disk.make_folder(&self.folder)?;
        let path = self.path(id).ok_or(ErrorKind::InvalidInput)?;
        let beside = file_system::beside(&path, id);
        let mut file = self.disk.create(&beside)?;
        let placed =
            self.disk.write(&mut file, text.as_bytes()).and_then(|()| self.disk.sync(&file)).and_then(
                |()| match place {
                    Presence::New => self.disk.rename_to_new(&beside, &path),
                    Presence::There => self.disk.rename(&beside, &path),
                },
            );
        match placed {
            Ok(()) => *place = Presence::There,
            Err(_) => drop(fs::remove_file(&beside)),
        }
        placed.and_then(|()| self.disk.sync_folder(&self.folder))
    }

    /// Takes a case for this program alone, for as long as the lock lives; `None` where another has it.
    ///
    /// # Errors
    /// Why it cannot be locked.
    pub fn lock(&self, id: &str) -> io::Result<Option<CaseLock>> {
        self.disk.make_folder(&self.folder)?;
        // A file of its own: a lock on a file that is replaced would protect nothing.
        let path = self.path(id).ok_or(ErrorKind::InvalidInput)?.with_extension(LOCK);
        lock::take(self.disk.as_ref(), &path)
    }

    /// Why no case could be kept here, as far as that is seen without writing.
    pub fn refusal(&self) -> Option<io::Error> {
        file_system::refusal(&self.folder)
    }

    /// Takes away what programs that were killed left in the folder: texts that were being written, and locks. What is not
    /// ours by its name and by what it says stays.
    pub fn remove_leftovers(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let parts: Vec<&str> = name.to_str().unwrap_or_default().split('.').collect();
            // Who holds the case may be writing it; its lock goes where ours is dropped.
            match parts[..] {
                [id, chance, NEW] if u64::from_str_radix(chance, 16).is_ok() && is_begun(&entry.path()) => {
                    if let Ok(Some(_lock)) = self.lock(id) {
                        let _ = fs::remove_file(entry.path());
                    }
                }
                [id, LOCK] if lock::is_ours(&entry.path()) => drop(self.lock(id)),
                _ => {}
            }
        }
    }

    /// Puts a case where `restore` finds it.
    ///
    /// # Errors
    /// Bad input where there is none or another program holds it, a machine failure where it cannot be moved.
    pub fn remove(&self, id: &str) -> Result<(), Error> {
        self.rename(id, ENDING, REMOVED)
    }

    /// Brings a removed case back.
    ///
    /// # Errors
    /// As `remove`.
    pub fn restore(&self, id: &str) -> Result<(), Error> {
        self.rename(id, REMOVED, ENDING)
    }

    fn rename(&self, id: &str, from: &str, to: &str) -> Result<(), Error> {
        let path = self.path(id).ok_or_else(|| Error::UnknownCase { name: id.into() })?;
        let (from, to) = (path.with_extension(from), path.with_extension(to));
        if from.symlink_metadata().is_err() {
            return Err(Error::UnknownCase { name: id.into() });
        }
        let failed = |error: io::Error| Error::unwritable(&to, &error);
        // Whoever holds it would save it again, and a later restore would replace that.
        let Some(_lock) = self.lock(id).map_err(failed)? else {
            return Err(Error::CaseTaken { name: id.into() });
        };
        // Of several removed cases of one name the last comes back first.
        let is_back = to.extension().is_some_and(|ending| ending == ENDING);
        if is_back {
            RealFileSystem.rename_to_new(&from, &to).map_err(failed)?;
            if let Some(earlier) = earlier(&path).take_while(|path| path.exists()).last() {
                RealFileSystem.rename_to_new(&earlier, &from).map_err(failed)?;
            }
            return Ok(());
        }
        if to.exists() {
            let free = earlier(&path).find(|path| !path.exists()).ok_or_else(|| ErrorKind::AlreadyExists.into());
            free.and_then(|free| RealFileSystem.rename_to_new(&to, &free)).map_err(failed)?;
        }
        RealFileSystem.rename_to_new(&from, &to).map_err(failed)
    }

    /// The file of a case; `None` for a name that is none of ours, such as one with a path in it.
    fn path(&self, id: &str) -> Option<PathBuf> {
        let good = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (!id.is_empty() && id.len() <= 120 && id.chars().all(good)).then(|| self.folder.join(format!("{id}.{ENDING}")))
    }

    fn read(&self, path: &Path) -> Result<CaseRecord, Unread> {
        let damaged = || Unread::No(Unreadable::Damaged);
        let bytes = read_plain(path, LARGEST).map_err(|error| match error.kind() {
            // No file, but something else of this name.
            ErrorKind::InvalidInput => damaged(),
            _ => Unread::Machine(error),
        })?;
        if bytes.len() as u64 > LARGEST {
            return Err(damaged());
        }
        let saved = decode(std::str::from_utf8(&bytes).map_err(|_| damaged())?).map_err(Unread::No)?;
        // A copy under another name would be saved over the original.
        let own = self.path(&saved.id).is_some_and(|own| own == path);
        if own { Ok(saved.visible()) } else { Err(damaged()) }
    }

    /// Gives what is no case another name, which nothing has.
    fn set_aside(&self, path: &Path) -> Error {
        let numbered = (2..).map(|number| path.with_extension(format!("{number}.damaged")));
        let mut names = std::iter::once(path.with_extension("damaged")).chain(numbered.take(MOST_ASIDE));
        let aside = names.find_map(|aside| match RealFileSystem.rename_to_new(path, &aside) {
            Ok(()) => Some(Ok(aside)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => None,
            Err(error) => Some(Err(error)),
        });
        match aside {
            Some(Ok(aside)) => Error::DamagedCase { path: aside },
            _ => Error::DamagedCaseStays { path: path.into() },
        }
    }
}

/// Where cases of one name are that were removed before the last one, the earliest first.
fn earlier(path: &Path) -> impl Iterator<Item = PathBuf> {
    (2..MOST_ASIDE).map(|number| path.with_extension(format!("{number}.{REMOVED}")))
}

/// Whether a file is a case that was being written, by what it says so far.
fn is_begun(path: &Path) -> bool {
    let begun = read_plain(path, LARGEST).unwrap_or_default();
    !begun.is_empty() && record::begins(&begun)
}

/// So many damaged or removed files of one case have names of their own; a later one stays where it is.
const MOST_ASIDE: usize = 1000;
const ENDING: &str = "case";
const REMOVED: &str = "removed";
const LOCK: &str = "lock";

/// Why a file was not read.
enum Unread {
    Machine(io::Error),
    No(Unreadable),
}
