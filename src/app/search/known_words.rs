//! What words say by themselves: those that any sentence has, those that only describe something, and those that mean the same.

use memchr::memmem;

use super::words;

static SYNONYMS: &str = include_str!("../../../assets/search/synonyms.txt");
static WEAK: &str = include_str!("../../../assets/search/weak.txt");
static DESCRIBING: &str = include_str!("../../../assets/search/describing.txt");

/// What those words count beside others.
const SAYS_LITTLE: f32 = 0.2;
const SAYS_HOW: f32 = 0.5;

/// How much a word says by itself, whatever it is said of.
pub(super) fn says(word: &str) -> f32 {
    if !says_something(word) {
        return SAYS_LITTLE;
    }
    let stem = words::stem(word);
    if words::rows(DESCRIBING).any(|describing| words::is_stem(stem, describing)) { SAYS_HOW } else { 1.0 }
}

/// Whether a word is more than what any sentence has.
pub(super) fn says_something(word: &str) -> bool {
    weak_words().all(|weak| weak != word)
}

/// Every word that any sentence has.
pub(super) fn weak_words() -> impl Iterator<Item = &'static str> {
    words::rows(WEAK)
}

/// Every word that stands in a line of synonyms.
pub(super) fn synonym_words<'s>() -> impl Iterator<Item = &'s str> {
    words::rows(SYNONYMS).flat_map(|line| line.split([',', ' ']))
}

/// The lines of synonyms that a stem is in.
pub(super) fn meanings(stem: &str) -> impl Iterator<Item = &'static str> {
    let finder = memmem::Finder::new(stem);
    let is_in = move |line: &&str| {
        finder.find(line.as_bytes()).is_some()
            && line.split(", ").any(|word| !word.contains(' ') && words::is_stem(stem, word))
    };
    words::rows(SYNONYMS).filter(is_in)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_several_words_and_none_twice() {
        for line in words::rows(SYNONYMS) {
            let words: Vec<&str> = line.split(", ").collect();
            let again = words.iter().enumerate().find(|(at, word)| words[..*at].contains(word));
            assert!(
                words.len() > 1 && again.is_none() && words.iter().all(|word| *word == words::fold(word).trim()),
                "{line}"
            );
        }
    }

    #[test]
    fn some_words_say_little() {
        assert_eq!((says("the"), says("зависло"), says("bitlocker")), (SAYS_LITTLE, SAYS_HOW, 1.0));
        assert_eq!((says("check"), says("checking")), (SAYS_LITTLE, SAYS_HOW));
    }
}
