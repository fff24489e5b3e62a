//! What the program asks of the file system: steps that a test can refuse one by one, and files that never keep it waiting.
//!
//! A name in a folder may be anything: a pipe, a device, a link, a folder, somebody else's file. So what has a name of our
//! own is opened without waiting and looked at before it is read, and nothing is put in the place of what was not expected.

use std::{
    fmt::Debug,
    fs::{self, DirBuilder, File, OpenOptions},
    hash::{BuildHasher, RandomState},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
};

/// The steps of a save; each fails as the machine says.
#[allow(clippy::missing_errors_doc, reason = "said once, above")]
pub trait FileSystem: Debug + Send + Sync {
    /// Makes a folder where it is missing, for its owner alone; one that is there keeps its mode.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file that was not there, for its owner alone.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Writes all of a text.
    fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()>;
    /// Brings a file's text to the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Puts a file in the place of another; of a link, not of what it points to.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a name that nothing has.
    fn rename_to_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Brings a folder's names to the disk: without this a power cut may bring an old one back.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Locks an open file for this process alone.
    fn lock(&self, file: &File) -> Result<(), fs::TryLockError>;
}

/// The disk of this machine.
#[derive(Debug)]
pub struct RealFileSystem;

impl FileSystem for RealFileSystem {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        builder.create(folder)?;
        // A new folder is a name in the one around it.
        for around in missing.iter().filter_map(|made| made.parent()) {
            self.sync_folder(if around.as_os_str().is_empty() { Path::new(".") } else { around })?;
        }
        Ok(())
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        private().create_new(true).open(path)
    }

    fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()> {
        file.write_all(text)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_to_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        rename_to_new(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn lock(&self, file: &File) -> Result<(), fs::TryLockError> {
        file.try_lock()
    }
}

/// For writing, and only by its owner.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Opens a file that must be a plain one, not a link to one: a pipe or a device would keep the program waiting for ever.
///
/// # Errors
/// What the machine says; invalid input where something else has the name.
pub fn open_plain(path: &Path, options: OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    let options = {
        use rustix::fs::OFlags;
        let mut options = options;
        let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.cast_signed());
        options
    };
    // A device may act when it is opened.
    let is_plain =
        |metadata: fs::Metadata| if metadata.is_file() { Ok(()) } else { Err(ErrorKind::InvalidInput.into()) };
    match path.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        metadata => metadata.and_then(is_plain)?,
    }
    let file = options.open(path)?;
    file.metadata().and_then(is_plain)?;
    Ok(file)
}

/// The bytes of a plain file, and one more than `most` at most.
///
/// # Errors
/// As `open_plain`.
pub fn read_plain(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut options = OpenOptions::new();
    options.read(true);
    let mut bytes = Vec::new();
    open_plain(path, options)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Gives a file a name that nothing has, on any file system.
fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Not every file system knows how, NFS for one.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            done => return done.map_err(io::Error::from),
        }
    }
    match fs::hard_link(from, to) {
        Ok(()) => return fs::remove_file(from),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
        Err(_) => {}
    }
    // Without links the name is taken first, by an empty file that is then replaced.
    private().create_new(true).open(to)?;
    fs::rename(from, to).inspect_err(|_| drop(fs::remove_file(to)))
}

/// A number that nobody can guess, and that no other program has.
pub fn chance() -> u64 {
    // The standard library draws its keys from the system.
    RandomState::new().hash_one(())
}

/// A name in the folder of a file for the text that will take its place.
pub fn beside(path: &Path, stem: &str) -> PathBuf {
    path.with_file_name(format!("{stem}.{:016x}.{NEW}", chance()))
}

/// The ending of a file that is being written.
pub const NEW: &str = "new";

/// Why nothing could be made in a folder, as far as that is seen without writing there.
pub fn refusal(folder: &Path) -> Option<io::Error> {
    let there = folder.ancestors().find(|folder| folder.symlink_metadata().is_ok())?;
    match fs::metadata(there) {
        Err(error) => return Some(error),
        Ok(metadata) if !metadata.is_dir() => return Some(ErrorKind::NotADirectory.into()),
        Ok(_) => {}
    }
    #[cfg(unix)]
    let refused = {
        use rustix::fs::{Access, access};
        access(there, Access::WRITE_OK | Access::EXEC_OK).err().map(io::Error::from)
    };
    #[cfg(not(unix))]
    let refused = None;
    refused
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_name_replaces_nothing_whatever_has_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let check = |there: &str| {
            fs::write(at("from"), "new").expect("it is written");
            let error = rename_to_new(&at("from"), &at(there)).expect_err(there);
            assert_eq!(error.kind(), ErrorKind::AlreadyExists, "{there}");
            assert_eq!(fs::read_to_string(at("from")).expect("it stays"), "new");
        };
        fs::write(at("file"), "old").expect("it is written");
        fs::create_dir(at("folder")).expect("it is made");
        std::os::unix::fs::symlink("nowhere", at("dangling")).expect("a link");
        for there in ["file", "folder", "dangling"] {
            check(there);
        }
        assert_eq!(fs::read_to_string(at("file")).expect("it stays"), "old");
        rename_to_new(&at("from"), &at("to")).expect("nothing has the name");
        assert_eq!(fs::read_to_string(at("to")).expect("it is there"), "new");
        assert!(!at("from").exists());
    }

    #[test]
    fn no_two_names_beside_a_file_are_the_same() {
        let names: std::collections::BTreeSet<PathBuf> =
            (0..10_000).map(|_| beside(Path::new("x/a.md"), "a")).collect();
        assert_eq!(names.len(), 10_000);
        assert!(names.iter().all(|name| name.parent() == Some(Path::new("x"))));
    }

    #[test]
    fn what_could_not_be_made_is_known_before() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("file"), "").expect("it is written");
        std::os::unix::fs::symlink("nowhere", folder.path().join("dangling")).expect("a link");
        let check = |name: &str, kind| {
            assert_eq!(refusal(&folder.path().join(name)).map(|error| error.kind()), kind, "{name}");
        };
        check("", None);
        check("a/b/c", None);
        check("file/cases", Some(ErrorKind::NotADirectory));
        check("file", Some(ErrorKind::NotADirectory));
        check("dangling/cases", Some(ErrorKind::NotFound));
    }
}
