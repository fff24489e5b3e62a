//! The words by which problems are known, with what is compared of them where a typed word stands nowhere.

use std::collections::HashSet;

use super::{
    Search,
    index::OF_NAME,
    known_words::{synonym_words, weak_words},
    sound::sound,
};

/// A longer word is none that somebody types.
const LONG: usize = 60;

/// A word that stands somewhere.
pub(super) struct NamedWord {
    pub(super) word: String,
    /// Its letters as a set.
    pub(super) letters: u64,
    /// How it sounds, and the letters of that.
    pub(super) sound: (String, u64),
}

impl Search {
    pub(super) fn vocabulary(&self) -> &[NamedWord] {
        self.vocabulary.get_or_init(|| {
            let weak: HashSet<&str> = weak_words().collect();
            let of_names = self.index.parts_of.iter().enumerate().filter(|(_, part_of)| *part_of & OF_NAME != 0);
            let words: HashSet<&str> = of_names
                .map(|(number, _)| self.index.word(number))
                .filter(|word| !word.ends_with('+'))
                .chain(synonym_words())
                .filter(|word| (3..LONG).contains(&word.chars().count()) && !weak.contains(word))
                .collect();
            let known = |word: &str| {
                let sound = sound(word);
                let heard = letters(&sound);
                NamedWord { word: word.to_owned(), letters: letters(word), sound: (sound, heard) }
            };
            words.into_iter().map(known).collect()
        })
    }
}

/// The letters of a word as a set.
pub(super) fn letters(word: &str) -> u64 {
    word.chars().fold(0, |set, c| set | 1 << (c as u32 % 64))
}
