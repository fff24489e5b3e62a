//! Files that are handed in as evidence: read by their content, refused with their place.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::TaskContext;
use crate::{
    error::Failure,
    evidence::{self, Reading, apply},
    guide::{self, Catalog, Guide},
    machine::files,
};

/// The guide whose questions evidence answers before a problem is chosen: the first.
pub fn guide(context: &TaskContext<'_>, catalog: &Catalog) -> Result<Guide, Failure> {
    let first = catalog.guides.first().map_or("", String::as_str);
    guide::load(&context.files, first).map_err(Failure::diagnosed)
}

/// What a file says by the rules of a guide, to a case with these values; `-` is standard input.
///
/// # Errors
/// Bad input where the file is missing, or is no text or no sound JSON, with its place.
pub fn reading(guide: &Guide, path: &Path, known: &BTreeMap<String, Vec<String>>) -> Result<Reading, Failure> {
    let name = path.to_string_lossy();
    let bytes = files::read_bytes(path, evidence::LARGEST)?;
    apply::read(&name, &bytes, guide, known).map_err(|refusal| refusal.failure(&name))
}

/// The same of several files.
///
/// # Errors
/// As `reading`.
pub fn readings(
    guide: &Guide,
    files: &[PathBuf],
    known: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Reading>, Failure> {
    files.iter().map(|path| reading(guide, path, known)).collect()
}
