//! Secrets behind a name: `adminPassword = x`, `"key": {"value": "x"}`, `--account-key x`, `<password>x`, `the password is x`.

use std::ops::Range;

use super::{
    bytes::{Bytes, span, word_and},
    options::{option, token},
    reader::Reader,
    rules::{NameMeaning, NameStrength, Rules},
    value::SHOWN,
};

/// A name is looked for in so many characters before its end.
const LONGEST: usize = 48;

/// A name that promises something, and what stands around it.
pub(super) struct Name {
    /// The whole word, with what is before the name: `dbAdminPassword`, `--account-key`.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) strength: Option<NameStrength>,
    pub(super) pair: bool,
    pub(super) call: bool,
    pub(super) scheme: bool,
}

/// Every secret that stands behind a name, which is one of the words.
pub(super) fn find(text: &str, words: &[Range<usize>], rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let mut covered = 0..0;
    for word in words {
        let (start, end) = (if covered.contains(&word.start) { covered.end } else { word.start }, word.end);
        if start >= end {
            continue;
        }
        if let Some(spot) = option(text, start, end, rules) {
            covered = end..spot.end;
            spots.push(spot);
            continue;
        }
        let Some(name) = name(text, end, rules) else { continue };
        if name.scheme
            && let Some(spot) = token(text, end)
        {
            covered = end..spot.end;
            spots.push(spot);
            continue;
        }
        let before = spots.len();
        Reader { text, rules, name: &name, spots }.read();
        let found = || spots[before..].iter();
        let first = found().map(|spot| spot.start).min().unwrap_or(end).max(end);
        // What is between may have names of its own, such as the attributes of an element, and so may the value, where its
        // quotes are not a pair; of a long one its start tells.
        let from = if text[end..first].contains("=\"") { first + SHOWN } else { end };
        let last = found().map(|spot| spot.end).max().unwrap_or(end);
        if last > covered.end {
            covered = from..last;
        }
    }
}

/// Whether a head of a column names a secret.
pub(super) fn is_secret(head: &str, rules: &Rules) -> bool {
    head.len() <= LONGEST
        && name(head, head.len(), rules)
            .is_some_and(|name| matches!(name.strength, Some(NameStrength::Always | NameStrength::Line)))
}

/// The next run of letters, digits and low lines.
pub(super) fn word(text: &str, at: usize) -> Option<(usize, usize)> {
    static PARTS: Bytes = word_and(b"_");
    let bytes = text.as_bytes();
    let beyond_ascii = |at: usize| text[at..].chars().next().filter(|c| !c.is_ascii());
    let mut start = at;
    while !PARTS[usize::from(*bytes.get(start)?)] {
        match beyond_ascii(start) {
            Some(c) if c.is_alphanumeric() => break,
            c => start += c.map_or(1, char::len_utf8),
        }
    }
    let mut end = start + span(&bytes[start..], &PARTS);
    while let Some(c) = beyond_ascii(end).filter(|c| c.is_alphanumeric()) {
        end += c.len_utf8();
        end += span(&bytes[end..], &PARTS);
    }
    Some((start, end))
}

/// The name that ends here, by its end or by what is inside it.
fn name(text: &str, end: usize, rules: &Rules) -> Option<Name> {
    at_end(text, end, rules).or_else(|| inside(text, end, rules))
}

/// The name that ends here, where one that the rules know is followed by other words: `passwordOfDb`, `Kennwort-alt`.
fn inside(text: &str, end: usize, rules: &Rules) -> Option<Name> {
    // It continues, and is looked at where it ends.
    if text[end..].starts_with(['-', '_']) {
        return None;
    }
    let has_value = is_given_a_value(&text[end..]);
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | 0x80..);
    let length = text.as_bytes()[..end].iter().rev().take(LONGEST * 2).take_while(|byte| is_part(byte)).count();
    // Without a sign it counts as an option only.
    if length == 0 || !has_value && text.as_bytes()[end - length] != b'-' {
        return None;
    }
    // Signs and spaces beyond ASCII are no part of a name.
    let run = &text[text.floor_char_boundary(end - length)..end];
    let start = end - run.rsplit(|c: char| !c.is_ascii() && !c.is_alphanumeric()).next().unwrap_or(run).len();
    let (mut behind, mut word_end) = (None, end);
    let mut letters = text[start..end].char_indices().rev().peekable();
    while let Some((place, c)) = letters.next() {
        let Some((_, before)) = letters.peek().copied() else { break };
        let starts = c.is_alphanumeric() && begins(before, c, behind);
        behind = Some(c);
        if !starts {
            continue;
        }
        let word = start + place;
        if rules.is_about(&text[word..word_end]) {
            return None;
        }
        word_end = text[start..word].trim_end_matches(['-', '_', '.']).len() + start;
        if let (Some((_, meaning)), _) = longest(text, word_end, rules) {
            let names = matches!(meaning.strength, Some(NameStrength::Always | NameStrength::Line));
            let strength = Some(NameStrength::Part);
            return names.then_some(Name { start, end, strength, pair: false, call: false, scheme: false });
        }
    }
    None
}

/// Whether something follows behind which a name has its value: a quote, a tag, or a sign between the two.
fn is_given_a_value(rest: &str) -> bool {
    if rest.starts_with(['"', '\'', '`', '<', '*', ']', ')', '”', '»']) {
        return true;
    }
    let blanks = rest.bytes().take(8).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let rest = &rest[blanks..];
    rest.starts_with(['=', ':', '>', '|', '→', '：', '＝']) || rest.starts_with("->") || rest.starts_with("-eq ")
}

/// The name that ends here, by the longest end of it that the rules know.
fn at_end(text: &str, end: usize, rules: &Rules) -> Option<Name> {
    let mut last = end;
    for _ in 0..4 {
        let (found, neutral) = longest(text, last, rules);
        if let Some((start, meaning)) = found {
            let joined = text[..start].ends_with(|c: char| c.is_alphanumeric() || "-_.".contains(c));
            let strength = match meaning.strength {
                Some(NameStrength::Random) if meaning.composite && joined => Some(NameStrength::UnlessPlain),
                strength => strength,
            };
            let is_part = |c: &char| c.is_alphanumeric() || "-_.".contains(*c);
            let whole =
                text[..start].chars().rev().take(LONGEST).take_while(is_part).map(char::len_utf8).sum::<usize>();
            let NameMeaning { call, scheme, .. } = meaning;
            // `user-1` is a name, and `user` the label of one.
            let pair = meaning.pair && last == end;
            return Some(Name { start: start - whole, end, strength, pair, call, scheme });
        }
        // `password2`, `passwords`, `secretText`.
        let word = &text[..last];
        let stem = match neutral {
            Some(start) => &text[..start],
            None if word.ends_with(|c: char| c.is_ascii_digit()) => word.trim_end_matches(|c: char| c.is_ascii_digit()),
            None => word.strip_suffix(['s', 'S'])?,
        };
        let gap = stem.strip_suffix(['-', '_', '.', ' ']).unwrap_or(stem);
        if !gap.ends_with(char::is_alphanumeric) {
            return None;
        }
        last = gap.len();
    }
    None
}

/// The longest name that ends here with what it says, and where a word begins that changes nothing.
fn longest(text: &str, end: usize, rules: &Rules) -> (Option<(usize, NameMeaning)>, Option<usize>) {
    let (mut found, mut neutral, mut node, mut gap) = (None, None, 0, false);
    let mut chars = text[..end].char_indices().rev().take(LONGEST).peekable();
    let mut letters = 0;
    let mut behind = None;
    while let Some((place, c)) = chars.next() {
        if !c.is_alphanumeric() {
            if gap || !"-_. ".contains(c) {
                break;
            }
            gap = true;
            continue;
        }
        gap = false;
        let small = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        let Some(next) = rules.step(node, small) else { break };
        node = next;
        letters += 1;
        if let Some(meaning) = rules.meaning(node) {
            let before = chars.peek().map(|(_, before)| *before);
            let starts = before.is_none_or(|before| begins(before, c, behind));
            if (meaning.known || meaning.pair || meaning.call || meaning.scheme) && (letters >= 6 || starts) {
                found = Some((place, meaning));
            }
            if meaning.neutral && starts && before.is_some() {
                neutral = Some(place);
            }
        }
        behind = Some(c);
    }
    (found, neutral)
}

/// Whether a word begins at this letter, by the ones before and behind it.
fn begins(before: char, c: char, behind: Option<char>) -> bool {
    !before.is_alphanumeric()
        || before.is_lowercase() && c.is_uppercase()
        || before.is_numeric() != c.is_numeric()
        // In a script without capitals every letter may begin a word.
        || !c.is_lowercase() && !c.is_uppercase() && !c.is_numeric()
        || before.is_uppercase() && c.is_uppercase() && behind.is_some_and(char::is_lowercase)
}
