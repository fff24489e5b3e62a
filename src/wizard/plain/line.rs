//! A line of input: made harmless where it enters, and never longer than the memory it deserves.

use std::io::{self, BufRead, Read};

use crate::{
    input::{GAP, Lines, QUIET},
    text::sanitise,
};

/// The longest line that is taken, in bytes.
const LONGEST: u64 = 64 << 10;
/// So much of a paste is kept, in bytes.
const LONGEST_PASTE: usize = 2 << 20;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Incoming {
    /// A line without its end.
    Text(String),
    /// Several lines that came together, as nobody types them.
    Paste(String),
    /// A line that was too long, and is dropped.
    TooLong,
    /// Nothing comes any more.
    End,
}

/// Reads the next line, or all the lines of a paste.
pub(super) fn read(input: &mut impl Lines) -> io::Result<Incoming> {
    let first = line(input)?;
    if first == Incoming::End || !input.has_more(GAP) {
        return Ok(first);
    }
    let mut text = String::new();
    let mut next = first;
    loop {
        if let Incoming::Text(line) = next
            && text.len() < LONGEST_PASTE
        {
            text += &line;
            text.push('\n');
        }
        if !input.has_more(QUIET) {
            return Ok(Incoming::Paste(text));
        }
        next = line(input)?;
        if next == Incoming::End {
            return Ok(Incoming::Paste(text));
        }
    }
}

fn line(input: &mut impl BufRead) -> io::Result<Incoming> {
    let mut bytes = Vec::new();
    if input.take(LONGEST + 1).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(Incoming::End);
    }
    if bytes.len() as u64 > LONGEST && bytes.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
        return Ok(Incoming::TooLong);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Incoming::Text(sanitise::visible_line(text.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a terminal hands over, with a pause behind each piece.
    struct Pieces<'a>(Vec<&'a [u8]>);

    impl Read for Pieces<'_> {
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            let count = self.fill_buf()?.read(bytes)?;
            self.consume(count);
            Ok(count)
        }
    }

    impl BufRead for Pieces<'_> {
        fn fill_buf(&mut self) -> io::Result<&[u8]> {
            if self.0.first().is_some_and(|piece| piece.is_empty()) {
                self.0.remove(0);
            }
            Ok(self.0.first().copied().unwrap_or_default())
        }

        fn consume(&mut self, count: usize) {
            if let Some(piece) = self.0.first_mut() {
                *piece = &piece[count..];
            }
        }
    }

    impl Lines for Pieces<'_> {
        fn has_more(&mut self, _: std::time::Duration) -> bool {
            self.0.first().is_some_and(|piece| !piece.is_empty())
        }

        fn discard(&mut self) {
            self.0.clear();
        }
    }

    #[test]
    fn lines_that_come_together_are_a_paste() {
        let check = |pieces: &[&[u8]], lines: &[Incoming]| {
            let mut input = Pieces(pieces.to_vec());
            for line in lines {
                assert_eq!(read(&mut input).expect("pieces can be read"), *line);
            }
        };
        let (text, paste) =
            (|text: &str| Incoming::Text(text.to_owned()), |text: &str| Incoming::Paste(text.to_owned()));
        check(&[b"1\n", b"2\n", b"q\n"], &[text("1"), text("2"), text("q"), Incoming::End]);
        check(&[b"1\nq\ntouch x\n", b"2\n"], &[paste("1\nq\ntouch x\n"), text("2"), Incoming::End]);
        check(&[b"e\n\x1b[2J\nlast"], &[paste("e\n^[[2J\nlast\n"), Incoming::End]);
        let long = "x".repeat(65 << 10);
        check(&[format!("1\n{long}\n2\n").as_bytes()], &[paste("1\n2\n"), Incoming::End]);
    }

    #[test]
    fn lines_are_cut_at_their_ends_and_long_ones_are_dropped_whole() {
        let check = |input: &[u8], lines: &[Incoming]| {
            let mut input = input;
            for line in lines {
                assert_eq!(super::line(&mut input).expect("a slice can be read"), *line);
            }
        };
        let text = |text: &str| Incoming::Text(text.to_owned());
        check(b"", &[Incoming::End]);
        check(b"1\n\r\nb \r\nq", &[text("1"), text(""), text("b"), text("q"), Incoming::End]);
        check(b"a\x1b[2J\tb\n", &[text("a^[[2J b")]);
        check(b"\xff\xfe\n", &[text("\u{fffd}\u{fffd}")]);
        let longest = "x".repeat(64 << 10);
        check(format!("{longest}\n1\n").as_bytes(), &[text(&longest), text("1")]);
        check(format!("{longest}x\n1\n").as_bytes(), &[Incoming::TooLong, text("1")]);
        check(format!("{longest}{longest}{longest}").as_bytes(), &[Incoming::TooLong, Incoming::End]);
    }
}
