//! A stream without the signs that a mail program puts before each line that it quotes.

use std::io::{Read, Result};

/// Signs in one line at most; a stream of nothing else would never give a byte.
const MOST_SIGNS: u32 = 100;

/// Passes a stream that does not begin with such a sign as it is.
pub(super) struct Unquoted<'a> {
    source: &'a mut dyn Read,
    place: Place,
    /// Signs of this line.
    signs: u32,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Nothing was read.
    Start,
    /// The stream is no quotation.
    Plain,
    /// A line begins.
    Line,
    /// After a `>`.
    Sign,
    /// Something else of the line did.
    Inside,
}

impl<'a> Unquoted<'a> {
    pub(super) fn new(source: &'a mut dyn Read) -> Self {
        Unquoted { source, place: Place::Start, signs: 0 }
    }

    /// Whether a byte stays.
    fn keep(&mut self, byte: u8) -> bool {
        self.signs = if byte == b'\n' { 0 } else { self.signs.saturating_add(u32::from(byte == b'>')) };
        let (place, keep) = match (self.place, byte) {
            (_, b'\n') => (Place::Line, true),
            (Place::Line | Place::Sign, b'>') if self.signs <= MOST_SIGNS => (Place::Sign, false),
            (Place::Sign, b' ') => (Place::Line, false),
            _ => (Place::Inside, true),
        };
        self.place = place;
        keep
    }
}

impl Read for Unquoted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        loop {
            let read = self.source.read(buffer)?;
            if self.place == Place::Start && read > 0 {
                self.place = if buffer[0] == b'>' { Place::Line } else { Place::Plain };
            }
            if self.place == Place::Plain || read == 0 {
                return Ok(read);
            }
            let mut kept = 0;
            for at in 0..read {
                if self.keep(buffer[at]) {
                    buffer[kept] = buffer[at];
                    kept += 1;
                }
            }
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_stream_that_begins_quoted_loses_its_signs() {
        let check = |text: &str, expected: &str| {
            let mut source = text.as_bytes();
            let mut read = String::new();
            Unquoted::new(&mut source).read_to_string(&mut read).expect("it is text");
            assert_eq!(read, expected, "{text:?}");
        };
        check("> [\n>   1\n> ]\n", "[\n  1\n]\n");
        check("> > a\n>> b\n>\nc > d", "a\nb\n\nc > d");
        check("a\n> b", "a\n> b");
        check(">", "");
        check("", "");
    }
}
