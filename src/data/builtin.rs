//! The guides and words that are built into the binary.

use crate::data::{Files, Prepared};

/// Every file under `guides/` and `i18n/` of this repository; those of words without remarks.
pub fn embedded() -> Files {
    let (paths, texts, guides, prepared) = EMBEDDED;
    paths.lines().zip(texts.iter().copied()).collect::<Files>().with_guides(guides, prepared)
}

/// A person's own guides with the built-in words of the program behind theirs, and the built-in guides that theirs use and
/// do not bring along.
pub fn around(own: &Files, used: &[String]) -> Files {
    let lent = |guide: &str| used.iter().any(|id| id == guide) && !own.folders("guides/").any(|id| id == guide);
    let needed = |path: &str| match path.split('/').collect::<Vec<_>>()[..] {
        ["guides", guide, ..] | ["i18n", _, guide, _] => lent(guide),
        _ => path.starts_with("i18n/"),
    };
    let built = embedded();
    let built = built.all().filter(|(path, _)| needed(path));
    built.chain(own.all()).map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// The paths of words, a line each; the texts in the same order; the guides, packed; what was made of all.
static EMBEDDED: (&str, &[&str], &[u8], Prepared) = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use fluent_syntax::parser::parse_runtime;

    use super::*;

    #[test]
    fn built_in_words_are_those_of_the_files() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (built, mut remarks) = (embedded(), 0);
        for (path, text) in built.under("i18n/") {
            let file = fs::read_to_string(root.join(path)).expect("it was built in");
            remarks += file.lines().filter(|line| line.starts_with('#')).count();
            assert_eq!(parse_runtime(text), parse_runtime(file.as_str()), "{path}");
            assert!(!text.lines().any(|line| line.starts_with('#')), "{path}");
        }
        assert!(remarks > 0);
    }
}
