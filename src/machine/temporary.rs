//! A folder for what is only shown: it goes with all that is in it, whichever way the process ends.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::file_system::{FileSystem, RealFileSystem, chance};
use crate::error::Error;

static FOLDER: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Makes the folder, for its owner alone, under a name that nothing has.
///
/// # Errors
/// A machine failure where there is no room for it.
pub fn make() -> Result<PathBuf, Error> {
    let folder = env::temp_dir().join(format!("backup-medic-demo-{:016x}", chance()));
    // What is there already is somebody else's, and `make_folder` would take it.
    let made = if folder.exists() {
        Err(std::io::ErrorKind::AlreadyExists.into())
    } else {
        RealFileSystem.make_folder(&folder)
    };
    made.map_err(|error| Error::unwritable(&folder, &error))?;
    *place() = Some(folder.clone());
    Ok(folder)
}

/// The texts that lie in it, by their names.
pub fn texts() -> Vec<String> {
    let folder = place().clone();
    let entries = folder.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths.iter().filter_map(|path: &PathBuf| fs::read_to_string(path as &Path).ok()).collect()
}

/// Removes it; harmless where there is none.
pub fn remove() {
    if let Some(folder) = place().take() {
        // Nobody is left to be told.
        fs::remove_dir_all(folder).ok();
    }
}

fn place() -> MutexGuard<'static, Option<PathBuf>> {
    FOLDER.lock().unwrap_or_else(PoisonError::into_inner)
}
