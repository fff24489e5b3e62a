//! What is handed in: `match`, evidence in both faces of the wizard, and exports that tell how an answer was known.

mod export;
mod hostile;
mod matching;
mod wizard;

use std::{fs, path::Path};

/// A file of the corpus.
pub(crate) fn corpus(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
