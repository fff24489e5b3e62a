//! Other services by their names: what stands near such a name may be what that service reports.

use std::collections::HashSet;

use super::words::SearchedText;
use crate::guide::Catalog;

/// The name of another service counts for what stands within so many words of it.
const NEAR: usize = 12;

/// The names of other services.
pub(super) struct Others {
    /// Each as its words.
    names: Vec<Vec<String>>,
    /// Their first words.
    firsts: HashSet<String>,
}

/// The words of a text at which the name of another service begins.
pub(super) struct ServiceNames(Vec<usize>);

impl Others {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let forms = |name: &String| SearchedText::of(name).words.into_iter().map(|word| word.form).collect();
        let names: Vec<Vec<String>> = catalog.others.iter().map(forms).collect();
        Others { firsts: names.iter().filter_map(|name| name.first().cloned()).collect(), names }
    }

    /// Where another service is named; as a part of a longer name it is none.
    pub(super) fn find(&self, text: &SearchedText) -> ServiceNames {
        let starts = |at: usize, name: &[String]| {
            let words = text.words.get(at..at + name.len());
            words.is_some_and(|words| words.iter().zip(name).all(|(word, form)| word.form == *form))
        };
        let glued = |gap: &str| matches!(gap, "-" | "." | "/" | "@");
        let mut found = Vec::new();
        for (at, word) in text.words.iter().enumerate() {
            if !self.firsts.contains(&word.form) {
                continue;
            }
            let named = self.names.iter().find(|name| starts(at, name));
            if named.is_some_and(|name| !glued(text.before(at)) && !glued(text.behind(at + name.len() - 1))) {
                found.push(at);
            }
        }
        ServiceNames(found)
    }
}

impl ServiceNames {
    /// Whether one stands near what its first and its last word bound.
    pub(super) fn near(&self, (first, last): (usize, usize)) -> bool {
        self.0.iter().any(|at| *at + NEAR >= first && *at <= last + NEAR)
    }

    /// Whether no other service is named at all.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
