//! Numbers in a sentence: a language has categories of its own, and each must have its variant.

use std::collections::BTreeMap;

use fluent::{FluentResource, fluent_args};

use super::source::Selection;
use crate::l10n::{Bundle, bundle, format};

/// The categories by which a choice is known to be one by number; `other` is every choice's default.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// The numbers of a language by their category, as far as sentences are likely to hold them.
pub(super) struct Plurals(BTreeMap<String, Vec<u32>>);

impl Plurals {
    /// Asks the rules that sentences are formatted with.
    pub(super) fn of(locale: &str) -> Self {
        let variants: String = CATEGORIES.iter().map(|category| format!(" [{category}] {category}\n")).collect();
        let probe = format!("probe = {{ $n ->\n{variants} *[other] other\n }}\n");
        let mut bundle: Bundle = bundle(locale);
        let resource = FluentResource::try_new(probe).unwrap_or_else(|(good, _)| good);
        let _ = bundle.add_resource(resource);
        let mut numbers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for n in (0..=200).chain([1_000_000]) {
            let args = fluent_args!("n" => n);
            let category = bundle.get_message("probe").and_then(|probe| format(&bundle, &probe, None, Some(&args)));
            numbers.entry(category.unwrap_or_default()).or_default().push(n);
        }
        Plurals(numbers)
    }

    /// The categories that a choice by number lacks; none where it is no choice by number.
    pub(super) fn missing<'a>(&'a self, selection: &Selection<'_>) -> Vec<&'a str> {
        let by_number = !selection.numbers.is_empty() || selection.words.iter().any(|word| CATEGORIES.contains(word));
        let lacks = |(category, numbers): &(&String, &Vec<u32>)| {
            let covered = |n: &u32| selection.numbers.iter().any(|number| number.parse() == Ok(*n));
            !selection.words.contains(&category.as_str()) && !numbers.iter().all(covered)
        };
        self.0.iter().filter(|pair| by_number && lacks(pair)).map(|(category, _)| category.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_of_the_language_needs_a_variant() {
        let check = |locale: &str, words: &[&str], numbers: &[&str], missing: &[&str]| {
            let selection = Selection { variable: "n", words: words.to_vec(), numbers: numbers.to_vec() };
            assert_eq!(Plurals::of(locale).missing(&selection), missing, "{locale} {words:?} {numbers:?}");
        };
        check("en", &["one", "other"], &[], &[]);
        check("en", &["other"], &["1"], &[]);
        check("en", &["few", "other"], &[], &["one"]);
        check("ru", &["one", "other"], &[], &["few", "many"]);
        check("ru", &["one", "few", "many", "other"], &[], &[]);
        check("ru", &["windows", "other"], &[], &[]);
        check("ja", &["other"], &["0"], &[]);
        check("ar", &["one", "two", "other"], &[], &["few", "many", "zero"]);
    }
}
