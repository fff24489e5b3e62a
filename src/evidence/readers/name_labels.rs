//! The words that stand before a name, found wherever a text has them.

use std::{cmp::Reverse, ops::Range};

use rustc_hash::FxHashMap;

/// What a name in a sentence is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProseName {
    Vm,
    /// What is backed up, most often a VM.
    Saved,
    /// A machine, of which only the name may say that it is one.
    Machine,
    /// The machine whose name stands before a word that tells of its backup.
    NotSaved,
    Group,
    /// A group of any kind, which a name says is one of resources.
    AnyGroup,
    Vault,
    Subscription,
    Job,
}

/// The words by their first three bytes, the longest first. An automaton of them all took longer to make than a page of text
/// takes to read.
pub(super) struct NameLabels {
    by_start: FxHashMap<u32, Vec<(String, ProseName)>>,
    /// Those of two bytes.
    short: Vec<(String, ProseName)>,
}

impl NameLabels {
    /// Of two equal words the first counts.
    pub(super) fn of(words: impl Iterator<Item = (ProseName, String)>) -> Self {
        let mut by_start: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let mut short = Vec::new();
        for (named, word) in words {
            match start(word.as_bytes()) {
                Some(start) => by_start.entry(start).or_default().push((word, named)),
                None => short.push((word, named)),
            }
        }
        by_start.values_mut().for_each(|words| words.sort_by_key(|(word, _)| Reverse(word.len())));
        NameLabels { by_start, short }
    }

    /// The longest that a text begins with, in any case of the Latin script, and its bytes.
    pub(super) fn at_start(&self, text: &[u8]) -> Option<(ProseName, usize)> {
        let long = start(text).and_then(|start| self.by_start.get(&start));
        let begins =
            |word: &str| text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word.as_bytes()));
        let mut words = long.into_iter().flatten().chain(&self.short);
        words.find(|(word, _)| begins(word)).map(|(word, named)| (*named, word.len()))
    }

    /// All in a text that do not overlap, each with the bytes that it covers.
    pub(super) fn find_iter(&self, text: &str) -> impl Iterator<Item = (ProseName, Range<usize>)> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = |at: usize| Some((at, self.at_start(&text.as_bytes()[at..])?));
            let (at, (named, length)) = (from..text.len()).find_map(found)?;
            from = at + length;
            Some((named, at..from))
        })
    }
}

/// What a word of these bytes is kept under; `None` where they are fewer than three.
fn start(word: &[u8]) -> Option<u32> {
    let [first, second, third] = *word.first_chunk()?;
    let lower = |byte: u8| u32::from(byte.to_ascii_lowercase());
    Some(lower(first) << 16 | lower(second) << 8 | lower(third))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts_and_none_inside_it() {
        let words = [
            (ProseName::Vm, "vm"),
            (ProseName::Vault, "vault"),
            (ProseName::Group, "vm group"),
            (ProseName::Job, "\u{432}\u{43c}"),
            (ProseName::AnyGroup, "vault"),
        ];
        let labels = NameLabels::of(words.into_iter().map(|(named, word)| (named, word.to_owned())));
        let check = |text: &str, expected: &[(ProseName, &str)]| {
            let found: Vec<_> = labels.find_iter(text).map(|(named, place)| (named, &text[place])).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The VM group of vm-1", &[(ProseName::Group, "VM group"), (ProseName::Vm, "vm")]);
        check("vmvm Vault", &[(ProseName::Vm, "vm"), (ProseName::Vm, "vm"), (ProseName::Vault, "Vault")]);
        check("\u{43d}\u{430} \u{432}\u{43c}1", &[(ProseName::Job, "\u{432}\u{43c}")]);
        check("v", &[]);
        check("vm", &[(ProseName::Vm, "vm")]);
        assert_eq!(labels.at_start(b"a vm"), None);
        assert_eq!(labels.at_start(b"Vm groups"), Some((ProseName::Group, 8)));
    }
}
