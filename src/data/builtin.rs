//! The guides and words that are built into the binary.

use crate::data::{Files, Prepared};

/// Every file under `guides/` and `i18n/` of this repository.
pub fn embedded() -> Files {
    all().collect::<Files>().with_prepared(EMBEDDED.2)
}

/// A person's own guides with the built-in words of the program behind theirs, and the built-in guides that theirs use and
/// do not bring along.
pub fn around(own: &Files, used: &[String]) -> Files {
    let lent = |guide: &str| used.iter().any(|id| id == guide) && !own.folders("guides/").any(|id| id == guide);
    let needed = |path: &str| match path.split('/').collect::<Vec<_>>()[..] {
        ["guides", guide, ..] | ["i18n", _, guide, _] => lent(guide),
        _ => path.starts_with("i18n/"),
    };
    all()
        .filter(|(path, _)| needed(path))
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
