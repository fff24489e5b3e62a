//! Tables as text, by RFC 4180: quoted fields may hold line ends, quotes and whatever separates the fields.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// What may separate fields; a spreadsheet takes the one of its country.
pub const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The separator that stands most often in the first line.
pub fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(SEPARATORS[0])
}

/// How far a line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvLine {
    /// It ends before this byte.
    Whole(usize),
    /// It continues beyond the text.
    Open,
    /// Something stands behind a quoted field, at this byte.
    Bad(usize),
}

/// Reads the fields of one line; at the end of a text the last line of a table may lack its end.
pub fn line<'a>(text: &'a str, separator: u8, at_end: bool, fields: &mut Vec<Cow<'a, str>>) -> CsvLine {
    fields.clear();
    let bytes = text.as_bytes();
    if bytes.is_empty() {
        return CsvLine::Open;
    }
    let mut at = 0;
    loop {
        let field = if bytes.get(at) == Some(&b'"') {
            let Some((field, end)) = quoted(text, at + 1, at_end) else { return CsvLine::Open };
            at = end;
            field
        } else {
            let start = at;
            at = memchr2(separator, b'\n', &bytes[at..]).map_or(bytes.len(), |length| start + length);
            if at == bytes.len() && !at_end {
                return CsvLine::Open;
            }
            let field = &text[start..at];
            let ends_line = bytes.get(at) != Some(&separator);
            Cow::Borrowed(if ends_line { field.strip_suffix('\r').unwrap_or(field) } else { field })
        };
        fields.push(field);
        match bytes.get(at) {
            None if at_end => return CsvLine::Whole(at),
            None => return CsvLine::Open,
            Some(byte) if *byte == separator => at += 1,
            Some(b'\n') => return CsvLine::Whole(at + 1),
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => return CsvLine::Whole(at + 2),
            Some(b'\r') if at + 1 == bytes.len() && !at_end => return CsvLine::Open,
            Some(_) => return CsvLine::Bad(at),
        }
    }
}

/// A field behind its opening quote, and where what follows it begins; `None` where the text ends first.
#[inline]
fn quoted(text: &str, start: usize, at_end: bool) -> Option<(Cow<'_, str>, usize)> {
    let bytes = text.as_bytes();
    let (mut at, mut twice) = (start, false);
    loop {
        at += memchr(b'"', &bytes[at..])? + 1;
        match bytes.get(at) {
            Some(b'"') => (at, twice) = (at + 1, true),
            // The quote may be the first of two.
            None if !at_end => return None,
            _ => break,
        }
    }
    let inside = &text[start..at - 1];
    Some((if twice { Cow::Owned(inside.replace("\"\"", "\"")) } else { Cow::Borrowed(inside) }, at))
}

#[cfg(test)]
mod tests {
    use super::{CsvLine, line, separator};

    #[test]
    fn fields_are_taken_apart_and_an_open_line_waits() {
        let check = |text: &str, expected: Option<&[&str]>| {
            let mut fields = Vec::new();
            let whole = matches!(line(text, b',', false, &mut fields), CsvLine::Whole(_));
            assert_eq!(
                whole.then_some(fields.as_slice()),
                expected.map(|fields| fields.iter().map(|f| (*f).into()).collect::<Vec<_>>()).as_deref(),
                "{text:?}"
            );
        };
        check("a,b\n", Some(&["a", "b"]));
        check("a,b\r\n", Some(&["a", "b"]));
        check("\"a,\"\"b\"\"\nc\",\n", Some(&["a,\"b\"\nc", ""]));
        check("\n", Some(&[""]));
        check("a,b", None);
        check("\"a\"", None);
        check("\"a\n", None);
        check("\"a\"b,c\n", None);
    }

    #[test]
    fn the_separator_is_found() {
        let check = |text: &str, expected: u8| assert_eq!(separator(text), expected, "{text}");
        check("a,b;c,d", b',');
        check("a;b;c,d", b';');
        check("a\tb", b'\t');
        check("a", b',');
    }
}
