//! Bytes to the text that a person sees: without the codes that colour a console, in lines of a sane length.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::sheet::SheetLine;
use crate::{evidence::Refusal, text::encoding::Encoding};

/// A line above this size is no line of a log or of a printed answer, in bytes.
pub(crate) const LONGEST: usize = 1 << 20;

/// Lines in one file at most; the largest file has so many only where they are shorter than any log's.
const MOST_LINES: usize = 1_000_000;

/// The text of a file, with its line breaks as they stand; lines keep their numbers.
///
/// # Errors
/// Where the bytes are neither UTF-8 nor UTF-16: guessing an old code page would change words.
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
    Ok(uncoloured(text))
}

/// Refuses a text of more lines than any honest one has.
pub(crate) fn lines_are_few(text: &str) -> Result<(), Refusal> {
    match memchr_iter(b'\n', text.as_bytes()).nth(MOST_LINES) {
        Some(_) => Err(Refusal { reason: "evidence-lines", line: MOST_LINES + 1, column: 1, path: String::new() }),
        None => Ok(()),
    }
}

/// The bytes behind `before` are no text.
fn not_text(before: &str) -> Refusal {
    let (line, column) = crate::text::position::position(before, before.len());
    Refusal { reason: "evidence-text", line, column, path: String::new() }
}

/// The text without the sequences that a program writes to colour a console or to name its window.
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

/// Refuses a line that is too long to be one.
pub(crate) fn lines_are_short(lines: &[SheetLine<'_>]) -> Result<(), Refusal> {
    match lines.iter().find(|line| line.text.len() > LONGEST) {
        Some(line) => Err(Refusal { reason: "evidence-line", line: line.number, column: 1, path: String::new() }),
        None => Ok(()),
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
        check("\u{feff}ab\r\nя".as_bytes(), "ab\r\nя");
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
            let refusal = Refusal { reason: "evidence-text", line, column, path: String::new() };
            assert_eq!(text(Cow::Borrowed(bytes)), Err(refusal.clone()));
            assert_eq!(text(Cow::Owned(bytes.to_vec())), Err(refusal));
        };
        check(b"ab\nc\xffd", 2, 2);
        check(b"\xff\xfea\0b", 1, 2);
        check(b"\xff\xfea\0\0\xd8", 1, 2);
        check(b"caf\xe9", 1, 4);
    }
}
