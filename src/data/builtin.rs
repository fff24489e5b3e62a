//! The guides and words that are built into the binary.

use crate::data::{Files, Prepared};

/// Every file under `guides/` and `i18n/` of this repository.
pub fn embedded() -> Files {
    all().collect::<Files>().with_prepared(EMBEDDED.2)
}

/// A person's own guides with the built-in words of the program behind theirs.
pub fn around(own: &Files) -> Files {
    let program = all().filter(|(path, _)| path.starts_with("i18n/") && path.matches('/').count() == 2);
    program
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .chain(own.under("").map(|(path, text)| (path.to_owned(), text.to_owned())))
        .collect()
}

fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let (paths, texts, _) = EMBEDDED;
    paths.lines().zip(texts.iter().copied())
}

/// The paths, a line each; the texts in the same order; what was made of them.
static EMBEDDED: (&str, &[&str], Prepared) = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
