//! Home's search: codes, aliases, titles and messages, in any language at once.

use nucleo_matcher::{
    Config, Matcher as Fuzzy, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use crate::{
    data::Files,
    evidence::matching::{Match, Matcher},
    guide::{Catalog, normal},
    l10n::Words,
    text::markdown,
};

/// A query above this length, in characters, is a pasted text rather than something typed.
pub(super) const TYPED: usize = 80;

/// What can be found: per row of the catalogue its names, titles and messages in every language.
pub(super) struct Index {
    rows: Vec<Vec<String>>,
    /// Which problem a text is about.
    pub(super) matcher: Matcher,
}

impl Index {
    /// Reads the titles and messages of all languages.
    pub(super) fn read(files: &std::rc::Rc<Files>, catalog: &Catalog, locales: &[String]) -> Self {
        let mut rows: Vec<Vec<String>> = Vec::new();
        rows.extend(
            catalog
                .entries
                .iter()
                .map(|entry| [&entry.code, &entry.problem].into_iter().chain(&entry.aliases).cloned().collect()),
        );
        for locale in locales {
            let words = Words::new(files.clone(), locale);
            for (row, entry) in rows.iter_mut().zip(&catalog.entries) {
                row.push(markdown::plain(&words.entry_title(entry)));
                row.extend(words.of_problem(&entry.guide, &entry.problem, Some("message")));
            }
        }
        Index { rows, matcher: Matcher::read(files, catalog, locales) }
    }

    /// The catalogue's rows that fit a query, the best first, after those that it is about.
    pub(super) fn find(&self, query: &str, about: &[Match]) -> Vec<usize> {
        let mut hits: Vec<usize> = about.iter().map(|found| found.row).collect();
        if query.chars().count() <= TYPED {
            let more = self.typed(query);
            hits.extend(more.into_iter().filter(|row| !hits.contains(row)).collect::<Vec<_>>());
        }
        hits
    }

    fn typed(&self, query: &str) -> Vec<usize> {
        let fuzzy = self.fuzzy(query);
        if fuzzy.is_empty() { self.misspelt(query) } else { fuzzy }
    }

    fn fuzzy(&self, query: &str) -> Vec<usize> {
        let mut matcher = Fuzzy::new(Config::DEFAULT);
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let scored = self.rows.iter().enumerate().filter_map(|(at, row)| {
            let best =
                row.iter().filter_map(|text| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher)).max();
            Some((best?, at))
        });
        ranked(scored.collect())
    }

    /// Where nothing fits letter by letter: rows in which every word of the query has a near relation.
    fn misspelt(&self, query: &str) -> Vec<usize> {
        let scored = self.rows.iter().enumerate().filter_map(|(at, row)| {
            let words: Vec<String> = row.iter().flat_map(|text| text.split_whitespace()).map(normal).collect();
            let distances = query.split_whitespace().map(normal).map(|word| {
                let near = words.iter().map(|known| strsim::damerau_levenshtein(&word, known)).min();
                near.filter(|distance| *distance <= word.chars().count() / 4)
            });
            let distance: usize = distances.sum::<Option<usize>>()?;
            Some((u32::MAX - u32::try_from(distance).unwrap_or(u32::MAX), at))
        });
        ranked(scored.collect())
    }
}

fn ranked(mut scored: Vec<(u32, usize)>) -> Vec<usize> {
    scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    scored.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn anything_a_person_remembers_finds_the_problem() {
        let files = Rc::new(crate::data::builtin::embedded());
        let catalog = Catalog::read(&files).expect("the embedded guides are sound");
        let index = Index::read(&files, &catalog, &["en".to_owned(), "ru".to_owned()]);
        let found = |query: &str| index.find(query, &index.matcher.find(query));
        let check = |query: &str, code: &str| {
            let hits = found(query);
            assert_eq!(hits.first().map(|hit| catalog.entries[*hit].code.as_str()), Some(code), "{query}");
        };
        check("UserErrorGuestAgentStatusUnavailable", "UserErrorGuestAgentStatusUnavailable");
        check("keyvault", "UserErrorKeyvaultPermissionsNotConfigured");
        check("backupoperationfailedv2", "BackUpOperationFailedV2");
        check("усереррорунсуппортеддисксизе:", "UserErrorUnsupportedDiskSize");
        check("хранилищу ключей", "UserErrorKeyvaultPermissionsNotConfigured");
        check("internal error", "BackUpOperationFailed");
        check("max limit", "UserErrorRpCollectionLimitReached");
        check("provisionign", "UserErrorVmProvisioningStateFailed");
        check(
            "Job failed at 3 am. Error: Could not communicate with the VM agent for snapshot status. Please retry the operation later on.",
            "GuestAgentSnapshotTaskStatusError",
        );
        assert!(found("zzzzqqqq").is_empty());
    }
}
