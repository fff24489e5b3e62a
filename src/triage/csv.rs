//! Tables as text, by RFC 4180: quoted fields may hold line ends, quotes and whatever separates the fields.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use super::{
    record::{self, JobField, Record},
    window::Window,
};
use crate::error::{Error, JobsFlaw};

/// What may separate fields; a spreadsheet takes the one of its country.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// What begins the line that Windows PowerShell puts above a table.
const TYPE: &str = "#TYPE ";

/// Whether a line is the head of a table of jobs.
pub(super) fn is_head(line: &str) -> bool {
    let mut fields = Vec::new();
    let whole = matches!(self::line(line, separator(line), true, &mut fields), CsvLine::Whole(_));
    line.starts_with(TYPE) || (whole && fields.iter().any(|head| tells(record::column(head))))
}

/// Whether a column tells of a failure.
fn tells(field: Option<JobField>) -> bool {
    matches!(field, Some(JobField::Code | JobField::Status | JobField::Message))
}

/// Hands every line of a table below its head to `take`.
pub(super) fn read(window: &mut Window<'_>, take: &mut dyn FnMut(&Record<'_>)) -> Result<(), Error> {
    let mut head: Option<(u8, Vec<Option<JobField>>)> = None;
    let mut at_end = false;
    loop {
        let mut fields = Vec::new();
        let text = window.text();
        let separator = match &head {
            Some((separator, _)) => *separator,
            // The rest of the line may hold more of another one.
            None if !at_end && memchr(b'\n', text.as_bytes()).is_none() => {
                at_end = !window.more()?;
                continue;
            }
            None => separator(text),
        };
        let end = match line(text, separator, at_end, &mut fields) {
            CsvLine::Whole(end) => end,
            CsvLine::Bad(at) => return Err(window.error(JobsFlaw::Syntax, at)),
            CsvLine::Open if at_end => {
                let end = text.len();
                return if end == 0 { Ok(()) } else { Err(window.error(JobsFlaw::Cut, end)) };
            }
            CsvLine::Open => {
                at_end = !window.more()?;
                continue;
            }
        };
        // Windows PowerShell names the type of its objects above the head.
        if head.is_none() && text.starts_with(TYPE) {
            window.pass(end);
            continue;
        }
        let is_row = head.is_some();
        let is_blank = matches!(fields.as_slice(), [only] if only.is_empty());
        match &head {
            _ if is_blank => {}
            None => {
                let columns: Vec<_> = fields.iter().map(|head| record::column(head)).collect();
                if !columns.iter().copied().any(tells) {
                    return Err(window.error(JobsFlaw::Foreign, 0));
                }
                head = Some((separator, columns));
            }
            Some((_, columns)) if columns.len() != fields.len() => {
                let cut = at_end && end == text.len() && fields.len() < columns.len();
                return Err(window.error(if cut { JobsFlaw::Cut } else { JobsFlaw::Fields }, 0));
            }
            Some((_, columns)) => {
                let mut record = Record::default();
                for (field, text) in columns.iter().zip(fields.drain(..)) {
                    if let Some(field) = field {
                        record.set(*field, text);
                    }
                }
                take(&record);
            }
        }
        window.pass(end);
        window.rows += u64::from(is_row && !is_blank);
    }
}

/// The separator that stands most often in the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(SEPARATORS[0])
}

enum CsvLine {
    /// It ends before this byte.
    Whole(usize),
    /// It continues beyond the text.
    Open,
    /// Something stands behind a quoted field, at this byte.
    Bad(usize),
}

/// Reads the fields of one line; the last line of a table may lack its end.
fn line<'a>(text: &'a str, separator: u8, at_end: bool, fields: &mut Vec<Cow<'a, str>>) -> CsvLine {
    fields.clear();
    let bytes = text.as_bytes();
    if bytes.is_empty() {
        return CsvLine::Open;
    }
    let mut at = 0;
    loop {
        let field = if bytes.get(at) == Some(&b'"') {
            let start = at + 1;
            let mut twice = false;
            at = start;
            loop {
                match memchr(b'"', &bytes[at..]) {
                    None => return CsvLine::Open,
                    Some(quote) => at += quote + 1,
                }
                match bytes.get(at) {
                    Some(b'"') => (at, twice) = (at + 1, true),
                    // The quote may be the first of two.
                    None if !at_end => return CsvLine::Open,
                    _ => break,
                }
            }
            let inside = &text[start..at - 1];
            if twice { Cow::Owned(inside.replace("\"\"", "\"")) } else { Cow::Borrowed(inside) }
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
