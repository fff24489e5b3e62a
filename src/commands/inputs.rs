//! Files that are handed in as evidence: read by their content, refused with their place.

use std::{collections::BTreeMap, path::PathBuf};

use super::Context;
use crate::{
    effects,
    evidence::{self, Reading, Rules},
    failure::Failure,
    guide::{self, Catalog, Guide},
};

/// The guide whose questions evidence answers before a problem is chosen: the first.
pub fn guide(context: &Context<'_>, catalog: &Catalog) -> Result<Guide, Failure> {
    let first = catalog.guides.first().map_or("", String::as_str);
    guide::load(&context.files, first).map_err(Failure::diagnosed)
}

/// What the files say by the rules of a guide, with the values known of a case; `-` is standard input.
///
/// # Errors
/// Bad input where a file is missing, or is no text or no sound JSON, with its place.
pub fn readings(
    guide: &Guide,
    files: &[PathBuf],
    known: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Reading>, Failure> {
    let rules = Rules::of(guide).knowing(known);
    let read = |path: &PathBuf| {
        let name = path.to_string_lossy();
        let bytes = effects::read_bytes(path, evidence::LARGEST)?;
        evidence::read(&name, bytes, &rules).map_err(|refusal| refusal.failure(&name))
    };
    files.iter().map(read).collect()
}
