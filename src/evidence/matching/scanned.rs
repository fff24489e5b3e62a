//! Words as a scanner reads them from a picture: `fai1ed`, `cornmunication`.

use std::iter;

use rustc_hash::FxHashMap;

use super::{speech::stem, words::SearchedText};
use crate::text::number::is_number;

/// A longer word is a code, which has slips of its own; a shorter one could be anything.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=18;

/// Known words and stems, each by what a scanner cannot tell it from.
pub(super) struct ScannedWords(FxHashMap<String, String>);

impl ScannedWords {
    pub(super) fn of<'t>(words: impl Iterator<Item = &'t str>) -> Self {
        let plain = words.filter(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic()));
        ScannedWords(plain.map(|word| (seen(word), word.to_owned())).collect())
    }

    /// Puts the known word in place of each that a scanner may have made of it; answers with the places of these.
    pub(super) fn mend(&self, text: &mut SearchedText) -> Vec<usize> {
        let meant: Vec<Option<&String>> = text.by_form(|form| self.meant(form)).collect();
        let mut mended = Vec::new();
        for (at, meant) in meant.into_iter().enumerate() {
            if let Some(meant) = meant {
                text.words[at].form = meant.into();
                mended.push(at);
            }
        }
        mended
    }

    /// The known word of which a scanner may have made another one.
    fn meant(&self, form: &str) -> Option<&String> {
        let is_candidate = LENGTHS.contains(&form.len()) && form.is_ascii();
        if !is_candidate || is_number(form) {
            return None;
        }
        let seen = seen(form);
        let known = self.0.get(&seen).or_else(|| self.0.get(stem(&seen)));
        // A word that is known stays as it is.
        known.filter(|known| !form.starts_with(known.as_str()))
    }
}

/// Whether a text has a word that only a scanner writes: a figure, a bar or a capital I between small letters.
pub(super) fn is_scanned(text: &SearchedText) -> bool {
    let is_small = |byte: u8| byte.is_ascii_lowercase();
    text.text().as_bytes().windows(3).any(|three| {
        let inside = match three[1] {
            b'1' | b'0' | b'|' => true,
            // A name of several words has one that begins so.
            b'I' => matches!(three[2], b'e' | b'o' | b'y' | b'l' | b'u'),
            _ => false,
        };
        inside && is_small(three[0]) && is_small(three[2])
    })
}

/// A word of ASCII with one sign for all that look alike.
fn seen(word: &str) -> String {
    let mut seen = String::with_capacity(word.len());
    let mut bytes = word.bytes().peekable();
    let sign = || {
        Some(match bytes.next()? {
            b'r' if bytes.next_if_eq(&b'n').is_some() => 'm',
            b'v' if bytes.next_if_eq(&b'v').is_some() => 'w',
            b'1' | b'i' | b'|' | b'j' => 'l',
            b'0' => 'o',
            b'5' => 's',
            byte => char::from(byte),
        })
    };
    seen.extend(iter::from_fn(sign));
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_scanner_misread_are_known() {
        let words = ScannedWords::of(["failed", "failure", "commun", "create", "install", "networ"].into_iter());
        let check = |raw: &str, scanned: bool, expected: &str| {
            let mut text = SearchedText::of(raw);
            words.mend(&mut text);
            let mended: Vec<&str> = text.words.iter().map(|word| word.form.as_str()).collect();
            assert_eq!((mended.join(" ").as_str(), is_scanned(&text)), (expected, scanned), "{raw}");
        };
        check("fai1ed fallure", true, "failed failure");
        check("cornmunication netw0rk", true, "commun networ");
        check("failed communication", false, "failed communication");
        check("101 web, UserErrorVmInState", false, "101 web usererrorvminstate");
    }
}
