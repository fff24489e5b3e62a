//! Who has a case: a file beside it that is locked for as long as a program holds it, and that goes with its holder.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read, Seek, Write},
    path::{Path, PathBuf},
};

use crate::machine::file_system::{FileSystem, open_plain, private, read_plain};

/// What the file of a lock says, so that no other program's is taken for one.
const MARK: &[u8] = b"backup-medic lock\n";

/// So often is looked again where a lock's file goes just as it is opened.
const TRIES: usize = 1000;

/// Held while a case is open, so that a second program does not write it; its file goes with it.
#[derive(Debug)]
pub struct CaseLock {
    #[allow(dead_code, reason = "the open file is the lock")]
    file: File,
    path: PathBuf,
}

impl Drop for CaseLock {
    fn drop(&mut self) {
        // Still locked: whoever opened it before this finds it without a name, and looks again.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Takes the lock with this file; `None` where another program has it.
///
/// # Errors
/// Why nothing can be locked here: the file system cannot, or something else has the file's name.
pub(crate) fn take(disk: &dyn FileSystem, path: &Path) -> io::Result<Option<CaseLock>> {
    for _ in 0..TRIES {
        let mut options = private();
        options.read(true).create(true).truncate(false);
        let mut file = open_plain(path, options)?;
        match disk.lock(&file) {
            Ok(()) if !has_name(&file, path) => {}
            Ok(()) => {
                mark(&mut file)?;
                return Ok(Some(CaseLock { file, path: path.to_owned() }));
            }
            Err(fs::TryLockError::WouldBlock) => return Ok(None),
            Err(fs::TryLockError::Error(error)) => {
                // Whoever could lock it would have marked it.
                if file.metadata().is_ok_and(|metadata| metadata.len() == 0) {
                    let _ = fs::remove_file(path);
                }
                return Err(error);
            }
        }
    }
    Ok(None)
}

/// Whether a file is the lock of some program, by what it says.
pub(crate) fn is_ours(path: &Path) -> bool {
    read_plain(path, MARK.len() as u64).is_ok_and(|bytes| bytes == MARK)
}

/// Marks a locked file as ours; one that says something else belongs to another program.
fn mark(file: &mut File) -> io::Result<()> {
    let mut said = Vec::new();
    file.take(MARK.len() as u64 + 1).read_to_end(&mut said)?;
    if said != MARK && !MARK.starts_with(&said) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    // On a full disk it is a lock all the same.
    let _ = file.rewind().and_then(|()| file.write_all(MARK));
    Ok(())
}

/// Whether a file still has its name: a lock on one that its former holder removed would protect nothing.
#[cfg(unix)]
fn has_name(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    // Not by its count of names, since over NFS a removed file that is open keeps a hidden one.
    let place = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    file.metadata().ok().map(place).is_some_and(|open| path.symlink_metadata().ok().map(place) == Some(open))
}

/// Elsewhere the files of locks stay.
#[cfg(not(unix))]
fn has_name(_: &File, _: &Path) -> bool {
    true
}
