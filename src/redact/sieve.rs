//! The words of a text behind which a secret may stand, found in one pass, so that few words are looked at closely.

use std::{ops::Range, sync::OnceLock};

use aho_corasick::automaton::Automaton;

use super::{
    bytes::WORD,
    dictionary::{Dictionary, FastDictionary, PlainDictionary},
    named::word,
    options::dashes,
};

/// A text of so many bytes is read by what takes time to make.
const LONG: usize = 4 << 10;

/// All names that the rules know.
pub(super) struct Sieve {
    names: PlainDictionary,
    /// Made for the first long text.
    fast: OnceLock<FastDictionary>,
}

impl Sieve {
    /// Takes names in lower case and without separators.
    pub(super) fn of(names: impl Iterator<Item = String>) -> Self {
        Sieve { names: PlainDictionary::of(names), fast: OnceLock::new() }
    }

    /// The words of a text that may be a name or an option, in order.
    ///
    /// Whatever names a secret is one of them; most that name none are left out.
    pub(super) fn words(&self, text: &str) -> Vec<Range<usize>> {
        let mut words: Vec<Range<usize>> = Vec::new();
        let each = |end| {
            if words.last().is_none_or(|last| last.end < end) {
                words.extend(from(text, end));
            }
        };
        if text.len() < LONG {
            ends(&self.names, text, each);
        } else {
            ends(self.fast(), text, each);
        }
        words.extend(options(text));
        words.sort_unstable_by_key(|word| word.start);
        words.dedup();
        words
    }

    fn fast(&self) -> &FastDictionary {
        self.fast.get_or_init(|| self.names.to_fast())
    }
}

/// Every place where a name ends, whatever is before and behind it; separators may be in it, but not two together.
fn ends<A: Automaton>(names: &Dictionary<A>, text: &str, mut each: impl FnMut(usize)) {
    let bytes = text.as_bytes();
    let (mut at, mut fed, mut gap) = (0, names.start(), false);
    while at < bytes.len() {
        let byte = bytes[at];
        if WORD[usize::from(byte)] {
            fed = names.feed_byte(fed, byte.to_ascii_lowercase());
            at += 1;
        } else if !byte.is_ascii()
            && let Some(c) = text[at..].chars().next()
        {
            // What is no letter is in no name either.
            fed = names.feed(fed, c.to_lowercase().next().unwrap_or(c));
            at += c.len_utf8();
        } else {
            let joins = matches!(byte, b'-' | b'_' | b'.' | b' ');
            if !joins || gap {
                fed = names.start();
            }
            gap = joins;
            at += 1;
            continue;
        }
        gap = false;
        if names.is_word(fed) {
            each(at);
        }
    }
}

/// The word in which a name ends, and those behind it that may still belong to the name: `passwordOfDb`, `password-of-db`,
/// and behind a blank what is no word: `password 2`.
fn from(text: &str, end: usize) -> Vec<Range<usize>> {
    let before = text[..end].chars().rev().take_while(|c| c.is_alphanumeric() || *c == '_');
    let mut at = end - before.map(char::len_utf8).sum::<usize>();
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut blank = false;
    while let Some((start, end)) = word(text, at) {
        let between = &text[at..start];
        // Behind a blank a sign joins it: `password -of-db`.
        let joined = between.ends_with(['-', '.']) || text[start..].starts_with('_');
        blank = (blank || between.contains(' ')) && !joined;
        let adds_nothing = |byte: u8| byte.is_ascii_digit() || b"sS".contains(&byte);
        if !between.bytes().all(|byte| b"-. ".contains(&byte)) || blank && !text[start..end].bytes().all(adds_nothing) {
            break;
        }
        words.push(start..end);
        at = end;
    }
    words
}

/// The words that a dash or a slash before them makes options.
fn options(text: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memchr2_iter(b'-', b'/', text.as_bytes()).filter_map(|sign| {
        dashes(text, sign + 1)?;
        word(text, sign + 1).filter(|(start, _)| *start == sign + 1).map(|(start, end)| start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::{named::find, rules::RULES},
        *,
    };

    fn check(text: &str, expected: &[&str]) {
        let words = RULES.sieve.words(text);
        assert_eq!(words.iter().map(|word| &text[word.clone()]).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn the_words_that_may_name_a_secret_are_few() {
        check("the backup of vm-web-01 failed at 10:20, see x/log", &[]);
        check("dbPassword, PASS_WORD and pass.word-of-db x", &["dbPassword", "PASS_WORD", "pass", "word", "of", "db"]);
        check("password 2 s x 3", &["password", "2", "s"]);
        check("az login -u me --tenant x, /p:y", &["login", "u", "tenant", "p"]);
        check("ПарольБазы — па_роль", &["ПарольБазы", "па_роль"]);
    }

    proptest::proptest! {
        #[test]
        fn no_word_that_names_a_secret_is_left_out(
            parts in proptest::collection::vec(
                "password|pass|key|token|text|ключ|İ|\u{2014}|s|2|Q7x|x9|-p|curl|[ ._=:\"'<>-]|- | -| _|\n", 0..14
            ),
        ) {
            let text = parts.concat();
            let mut all = Vec::new();
            let mut at = 0;
            while let Some((start, end)) = word(&text, at) {
                all.push(start..end);
                at = end;
            }
            let found = |words: &[Range<usize>]| {
                let mut spots = Vec::new();
                find(&text, words, &RULES, &mut spots);
                spots
            };
            proptest::prop_assert_eq!(found(&RULES.sieve.words(&text)), found(&all));
            let (mut plain, mut fast) = (Vec::new(), Vec::new());
            ends(&RULES.sieve.names, &text, |end| plain.push(end));
            ends(RULES.sieve.fast(), &text, |end| fast.push(end));
            proptest::prop_assert_eq!(plain, fast);
        }
    }
}
