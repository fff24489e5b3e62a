//! Bytes to the text that a person sees: without the codes that color a console, in not too many lines.

use std::borrow::Cow;

use memchr::memchr_iter;

use crate::{error::EvidenceFlaw, evidence::Refusal, text::encoding::Encoding};

/// A line above this size is no line of a log or of a printed answer, in bytes.
pub(crate) const LONGEST: usize = 1 << 20;

/// Lines in one file at most; the largest file has so many only where they are shorter than any log's.
const MOST_LINES: usize = 1_000_000;

/// The text of a file, its lines ended in one way whatever ended them; lines keep their numbers.
///
/// # Errors
/// Where the bytes are neither UTF-8 nor UTF-16, since guessing an old code page would change words; where the text has
/// more lines than any honest one.
pub(crate) fn text(bytes: Cow<'_, [u8]>) -> Result<String, Refusal> {
    let (encoding, mark) = Encoding::detect(&bytes);
    let text = match (encoding, mark, bytes) {
        // Not copied, since it may be large.
        (Encoding::Utf8, 0, Cow::Owned(bytes)) => String::from_utf8(bytes).map_err(|error| {
            let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
            not_text(&good)
        })?,
        (_, _, bytes) => {
            let mut text = String::new();
            let (understood, _) = encoding.decode(&bytes[mark..], &mut text);
            if mark + understood < bytes.len() {
                return Err(not_text(&text));
            }
            text
        }
    };
    lines_are_few(plain(uncoloured(text)))
}

/// The text with one kind of line end, since a terminal pastes CR for each, and without what mails and chats put into it:
/// blanks that do not break and characters without a width.
fn plain(text: String) -> String {
    let is_odd = |c: char| matches!(c, '\r' | NEXT_LINE | '\u{2028}' | '\u{2029}') || is_blank(c) || is_hidden(c);
    let Some(first) = text.find(is_odd) else { return text };
    let mut plain = String::with_capacity(text.len());
    plain.push_str(&text[..first]);
    let mut rest = text[first..].chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            // What was stored as text twice has two of them before its LF.
            '\r' => {
                while rest.next_if_eq(&'\r').is_some() && rest.peek() != Some(&'\n') {
                    plain.push('\n');
                }
                rest.next_if_eq(&'\n');
                plain.push('\n');
            }
            NEXT_LINE | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            c if is_blank(c) => plain.push(' '),
            c if is_hidden(c) => {}
            c => plain.push(c),
        }
    }
    plain
}

/// What mainframes and some converters end a line with.
const NEXT_LINE: char = '\u{85}';

fn is_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Those that act on nothing; what turns the direction of a text is left to be shown.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn lines_are_few(text: String) -> Result<String, Refusal> {
    match memchr_iter(b'\n', text.as_bytes()).nth(MOST_LINES) {
        Some(_) => Err(Refusal { flaw: EvidenceFlaw::Lines, line: MOST_LINES + 1, column: 1, path: String::new() }),
        None => Ok(text),
    }
}

/// The bytes behind `before` are no text.
fn not_text(before: &str) -> Refusal {
    let (line, column) = crate::text::position::position(before, before.len());
    Refusal { flaw: EvidenceFlaw::Text, line, column, path: String::new() }
}

/// The text without the sequences that a program writes to color a console or to name its window.
fn uncoloured(text: String) -> String {
    if !text.contains('\u{1b}') {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        rest = &rest[sequence(rest)..];
    }
    plain + rest
}

/// How long the sequence behind an escape character is; one that never ends takes nothing.
fn sequence(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let ended = |ends: fn(u8) -> bool| {
        let end = bytes.iter().take(80).skip(1).position(|byte| ends(*byte))?;
        // Only ASCII belongs to a sequence.
        bytes[..end + 2].is_ascii().then_some(end + 2)
    };
    match bytes.first() {
        Some(b'[') => ended(|byte| (0x40..=0x7e).contains(&byte)).unwrap_or(0),
        Some(b']') => ended(|byte| byte == 7).unwrap_or(0),
        Some(b'(' | b')') if rest.is_char_boundary(2) => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text_in_whatever_encoding() {
        let check = |bytes: &[u8], expected: &str| {
            assert_eq!(text(Cow::Borrowed(bytes)).as_deref(), Ok(expected));
            assert_eq!(text(Cow::Owned(bytes.to_vec())).as_deref(), Ok(expected));
        };
        check(b"", "");
        check("\u{feff}ab\r\nя".as_bytes(), "ab\nя");
        check("a\rb\r\rc\r\nd\r\r\ne\u{85}f\u{2028}g\n".as_bytes(), "a\nb\n\nc\nd\ne\nf\ng\n");
        check("a\r".as_bytes(), "a\n");
        check("a\u{a0}b\u{202f}c\u{200b}d\u{feff}".as_bytes(), "a b cd");
        check(b"\xff\xfea\0b\0", "ab");
        check(b"\xfe\xff\0a\0b", "ab");
        check(b"a\0b\0", "ab");
        check(b"\0a\0b", "ab");
        check(b"\x1b[32mok\x1b[0m \x1b]0;title\x07x\x1b(B", "ok x");
        check(b"\x1b[", "[");
        check("\u{1b}[я".as_bytes(), "[я");
        check("\u{1b}[1яm".as_bytes(), "[1яm");
        check("\u{1b}(я".as_bytes(), "(я");
    }

    #[test]
    fn what_is_no_text_is_refused_at_its_place() {
        let check = |bytes: &[u8], line, column| {
            let refusal = Refusal { flaw: EvidenceFlaw::Text, line, column, path: String::new() };
            assert_eq!(text(Cow::Borrowed(bytes)), Err(refusal.clone()));
            assert_eq!(text(Cow::Owned(bytes.to_vec())), Err(refusal));
        };
        check(b"ab\nc\xffd", 2, 2);
        check(b"\xff\xfea\0b", 1, 2);
        check(b"\xff\xfea\0\0\xd8", 1, 2);
        check(b"caf\xe9", 1, 4);
    }
}
