//! Where a name begins and ends in a sentence, and what may stand between it and the word that makes it one.

/// What may stand right before a name and right behind it.
pub(super) const OPENING: [char; 15] = [
    '"', '\'', '`', '*', '(', '[', ':', '\u{ff1a}', '=', '\u{201e}', '\u{201c}', '\u{201d}', '\u{2018}', '\u{ab}',
    '\u{300c}',
];

/// Of the signs above those that quote what stands behind them.
pub(super) const QUOTES: [char; 9] = ['"', '\'', '`', '*', '\u{201e}', '\u{201c}', '\u{2018}', '\u{ab}', '\u{300c}'];

/// What parts the sentences of a line from each other.
const ENDS: [char; 5] = ['\n', '.', '!', '?', ';'];

/// A longer sentence is none that a person writes, in bytes; each name looks no further.
pub(super) const SENTENCE: usize = 400;

/// A longer line is no sentence, in bytes.
pub(super) const LONGEST_LINE: usize = 2000;

/// The letters, digits and signs of a name at the beginning of a text.
pub(super) fn name_at(rest: &str) -> &str {
    let behind = rest.trim_start_matches(is_part);
    rest[..rest.len() - behind.len()].trim_end_matches(['.', '-', '_'])
}

pub(super) fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_.".contains(c)
}

/// Whether what stands between two bytes is no part of a longer word; signs that have no blanks between them are words anywhere.
pub(super) fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let is_sign = text[start..end].starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    let is_word = |c: char| c.is_alphanumeric() && (c.is_lowercase() || c.is_uppercase() || c.is_numeric());
    let touches = |c: Option<char>| c.is_some_and(|c| is_word(c) || "_-".contains(c));
    is_sign || !(touches(text[..start].chars().next_back()) || touches(text[end..].chars().next()))
}

/// What stands behind a blank, a colon or a quote; a sentence may be broken there once.
pub(super) fn skipped(rest: &str) -> Option<&str> {
    let inside = rest.trim_start_matches(|c: char| c == ' ' || c == '\t' || c == '\n' || OPENING.contains(&c));
    let gap = &rest[..rest.len() - inside.len()];
    let signs = gap.chars().filter(|c| OPENING.contains(c)).count();
    let breaks = gap.matches('\n').count();
    (!gap.is_empty() && signs < 4 && breaks < 2 && (breaks == 0 || signs == 0)).then_some(inside)
}

/// What follows at once on a word of a script that has no blanks.
pub(super) fn glued(text: &str, end: usize) -> Option<&str> {
    let is_sign = text[..end].ends_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    Some(&text[end..]).filter(|rest| is_sign && rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// What stands before a byte on its line; nothing where that is more than a person writes.
pub(super) fn line_before(text: &str, at: usize) -> &str {
    let near = end_of(&text[..at], SENTENCE);
    let line = near.rsplit('\n').next().unwrap_or_default();
    if near.len() < at && line.len() == near.len() { "" } else { line }
}

/// What stands behind a name in its sentence.
pub(super) fn rest_of_sentence(rest: &str) -> &str {
    let near = bounded(rest, SENTENCE);
    &near[..near.find(ENDS).unwrap_or(near.len())]
}

/// The beginning of a text, of at most so many bytes.
pub(super) fn bounded(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// The end of a text, of at most so many bytes.
pub(super) fn end_of(text: &str, bytes: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(bytes))..]
}
