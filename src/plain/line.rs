//! A line of input: made harmless where it enters, and never longer than the memory it deserves.

use std::io::{self, BufRead, Read};

use crate::sanitise;

/// The longest line that is taken, in bytes.
const LONGEST: u64 = 64 << 10;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line without its end.
    Text(String),
    /// A line that was too long, and is dropped.
    TooLong,
    /// Nothing comes any more.
    End,
}

/// Reads the next line.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Line> {
    let mut bytes = Vec::new();
    if input.take(LONGEST + 1).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(Line::End);
    }
    if bytes.len() as u64 > LONGEST && bytes.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
        return Ok(Line::TooLong);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Line::Text(sanitise::visible_line(text.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_their_ends_and_long_ones_are_dropped_whole() {
        let check = |input: &[u8], lines: &[Line]| {
            let mut input = input;
            for line in lines {
                assert_eq!(read(&mut input).expect("a slice can be read"), *line);
            }
        };
        let text = |text: &str| Line::Text(text.to_owned());
        check(b"", &[Line::End]);
        check(b"1\n\r\nb \r\nq", &[text("1"), text(""), text("b"), text("q"), Line::End]);
        check(b"a\x1b[2J\tb\n", &[text("a^[[2J b")]);
        check(b"\xff\xfe\n", &[text("\u{fffd}\u{fffd}")]);
        let longest = "x".repeat(64 << 10);
        check(format!("{longest}\n1\n").as_bytes(), &[text(&longest), text("1")]);
        check(format!("{longest}x\n1\n").as_bytes(), &[Line::TooLong, text("1")]);
        check(format!("{longest}{longest}{longest}").as_bytes(), &[Line::TooLong, Line::End]);
    }
}
