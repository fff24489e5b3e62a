//! Files that are handed in as evidence: read by their content, refused with their place.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::{
    error::Error,
    evidence::{self, Reading, apply},
    guide::Guide,
    machine::files,
};

/// What a file says by the rules of a guide, to a case with these values; `-` is standard input.
///
/// # Errors
/// Bad input where the file is missing, or is no text or no sound JSON, with its place.
pub fn reading(guide: &Guide, path: &Path, known: &BTreeMap<String, Vec<String>>) -> Result<Reading, Error> {
    let name = path.to_string_lossy();
    let bytes = files::read_bytes(path, evidence::LARGEST)?;
    apply::read(&name, &bytes, guide, known, None).map_err(|refusal| refusal.error(&name))
}

/// The same of several files.
///
/// # Errors
/// As `reading`.
pub fn readings(
    guide: &Guide,
    files: &[PathBuf],
    known: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Reading>, Error> {
    files.iter().map(|path| reading(guide, path, known)).collect()
}
