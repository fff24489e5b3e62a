//! The guides and words that are built into the binary.

use crate::files::Files;

/// Every file under `guides/` and `i18n/` of this repository.
pub fn embedded() -> Files {
    EMBEDDED.iter().copied().collect()
}

/// A person's own guides with the built-in words of the program behind theirs.
pub fn around(own: &Files) -> Files {
    let program =
        EMBEDDED.iter().copied().filter(|(path, _)| path.starts_with("i18n/") && path.matches('/').count() == 2);
    program
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .chain(own.under("").map(|(path, text)| (path.to_owned(), text.to_owned())))
        .collect()
}

static EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
