//! Prose in lines of a width: breaks where Unicode allows it, counts columns as a terminal does.

use std::{borrow::Cow, ops::Range};

use crate::text::markdown::{Style, is_text, read};
use memchr::{memchr, memchr3};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The lines of one paragraph; a word that is wider than a line is broken by force.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    lines(text, columns, &[]).into_iter().map(|line| text[line].to_owned()).collect()
}

/// The lines of one paragraph of inline CommonMark, without its marks; code is broken only where it is wider than a line.
pub fn prose(markdown: &str, columns: usize) -> Vec<String> {
    let (text, lines) = paragraph(markdown, columns);
    lines.into_iter().map(|line| text[line].to_owned()).collect()
}

/// The same as one text, and the bytes of each line of it.
pub fn paragraph(markdown: &str, columns: usize) -> (Cow<'_, str>, Vec<Range<usize>>) {
    if is_text(markdown) {
        return (markdown.into(), lines(markdown, columns, &[]));
    }
    let mut text = String::with_capacity(markdown.len());
    let mut whole = Vec::new();
    read(markdown, |piece, style| {
        let start = text.len();
        text.push_str(piece);
        if style == Style::Code {
            whole.push(start..text.len());
        }
    });
    let lines = lines(&text, columns, &whole);
    (text.into(), lines)
}

/// Whether a paragraph of inline CommonMark is one line as it is written, which most are.
pub fn is_line(markdown: &str, columns: usize) -> bool {
    markdown.len() <= columns && is_plain(markdown) && is_text(markdown)
}

/// The same as bytes of the text; the ranges in `whole`, which are in order, are broken only where they are wider than a line.
pub fn lines(text: &str, columns: usize, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let is_plain = is_plain(text);
    let is_narrow = is_plain || is_narrow(text);
    let is_wide = if is_narrow { text.len() > columns } else { is_wider(text, columns) };
    let is_one = is_plain || !has_line_end(text);
    // Most paragraphs fit into one line, wherever they could be broken.
    if !is_wide && is_one {
        return vec![Range { start: 0, end: text.trim_end().len() }];
    }
    // What does not fit anyway is better broken between its words than anywhere.
    let fits = |range: &&Range<usize>| !is_wider(&text[(*range).clone()], columns);
    let mut whole = whole.iter().filter(fits).peekable();
    let mut line = GrowingLine { text, is_narrow, columns, lines: Vec::new(), start: 0, end: 0, ink: 0, used: 0 };
    let mut seen = Ink::default();
    let (mut breaks, mut from) = (linebreaks(text), 0);
    // The start of a line that is looked at: what surely fits of it need not be.
    let mut is_start = is_narrow && is_one;
    loop {
        if is_start && let Some(next) = line.last_gap(whole.clone()) {
            line.extend(next, next - 1);
            seen = Ink { until: next, ink: next - 1 };
            (breaks, from) = (linebreaks(&text[next..]), next);
        }
        let Some((at, kind)) = breaks.next() else { break };
        let (at, forced) = (from + at, kind == BreakOpportunity::Mandatory);
        while whole.next_if(|range| range.end <= at).is_some() {}
        let before = line.start;
        if forced || whole.peek().is_none_or(|range| at <= range.start) {
            let ink = seen.until(text, at);
            line.extend(at, ink);
            if forced && at < text.len() {
                line.push(at);
            }
        }
        is_start = is_narrow && is_one && line.start > before;
    }
    if line.start < text.len() || line.lines.is_empty() {
        line.push(text.len());
    }
    line.lines
}

/// Whether a text is nothing but blanks and signs of ASCII: each takes one column, and no line must end. Looks at eight bytes
/// at a time, since nearly every paragraph is asked.
fn is_plain(text: &str) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let is_other = |word: u64| (word | (word.wrapping_sub(ONES * 0x20) & !word)) & HIGH != 0;
    !words.iter().any(|word| is_other(u64::from_le_bytes(*word))) && rest.iter().all(|byte| (0x20..0x80).contains(byte))
}

/// Whether a line must end somewhere within a text.
fn has_line_end(text: &str) -> bool {
    let ends_line = |c| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    // The first bytes of these; nearly no text has one, and the library looks at many bytes at once.
    let bytes = text.as_bytes();
    let may_end = memchr3(b'\n', b'\r', 0xe2, bytes).is_some() || memchr3(0x0b, 0x0c, 0xc2, bytes).is_some();
    may_end && text.contains(ends_line)
}

/// A line that grows from break to break; each byte is measured once.
struct GrowingLine<'t> {
    text: &'t str,
    /// Whether each byte of the text takes one column.
    is_narrow: bool,
    columns: usize,
    lines: Vec<Range<usize>>,
    start: usize,
    /// The last place where the line may be broken.
    end: usize,
    /// Where the text before `end` stops, without the blanks at its end.
    ink: usize,
    /// The columns from `start` to `end`.
    used: usize,
}

impl GrowingLine<'_> {
    /// Takes in what stands before the next break; `ink` is where that stops, without the blanks at its end.
    fn extend(&mut self, at: usize, ink: usize) {
        let more = self.width(self.end..ink.max(self.end));
        if self.end > self.start && ink > self.end && self.used + more > self.columns {
            self.push(self.end);
        }
        while self.end == self.start && ink > self.start && self.is_wider(self.start..ink) {
            let cut = self.start + fitting(&self.text[self.start..], self.columns);
            self.ink = cut;
            self.push(cut);
        }
        self.used += self.width(self.end..at);
        (self.end, self.ink) = (at, ink);
    }

    /// The last place within the line's columns where one blank stands between a letter or digit and another, which
    /// Unicode lets a line end at whatever stands around them; none of `whole` lies across it. For narrow text alone.
    fn last_gap<'r>(&self, whole: impl Iterator<Item = &'r Range<usize>> + Clone) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let last = (self.start + self.columns + 1).min(bytes.len() - 1);
        let is_gap = |at: &usize| {
            bytes[at - 1] == b' ' && bytes[*at].is_ascii_alphanumeric() && bytes[at - 2].is_ascii_alphanumeric()
        };
        let is_whole = |at: usize| whole.clone().take_while(|range| range.start < at).any(|range| at < range.end);
        (self.end + 2..=last).rev().filter(is_gap).find(|at| !is_whole(*at))
    }

    fn width(&self, bytes: Range<usize>) -> usize {
        if self.is_narrow { bytes.len() } else { width(&self.text[bytes]) }
    }

    fn is_wider(&self, bytes: Range<usize>) -> bool {
        if self.is_narrow { bytes.len() > self.columns } else { is_wider(&self.text[bytes], self.columns) }
    }

    /// Ends the line without the blanks at its end, and begins the next one at `next`.
    fn push(&mut self, next: usize) {
        self.lines.push(self.start..self.ink.max(self.start));
        (self.start, self.end, self.used) = (next, next, 0);
    }
}

/// End of the visible text before a break; breaks must be asked for in ascending order.
#[derive(Default)]
struct Ink {
    until: usize,
    ink: usize,
}

impl Ink {
    fn until(&mut self, text: &str, at: usize) -> usize {
        let ink = self.until + text[self.until..at].trim_end().len();
        if ink > self.until {
            self.ink = ink;
        }
        self.until = at;
        self.ink
    }
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    if is_narrow(text) { text.len() } else { text.width() }
}

/// Whether each byte of a text takes one column, as those of ASCII do, but for the two of a line end, which take one.
fn is_narrow(text: &str) -> bool {
    text.is_ascii() && memchr(b'\r', text.as_bytes()).is_none()
}

/// Whether a text takes more columns; no more of it is measured than shows that.
pub fn is_wider(text: &str, columns: usize) -> bool {
    // No character has more columns than bytes, so most texts need not be measured.
    let mut most = columns;
    while most < text.len() {
        most = most.saturating_mul(4).max(64);
        let end = text.floor_char_boundary(most);
        if width(&text[..end]) > columns {
            return true;
        }
    }
    false
}

/// How many bytes of a text fit into so many columns; at least one character.
pub fn fitting(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns && at > 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_broken_between_words() {
        let check = |text: &str, columns: usize, lines: &[&str]| assert_eq!(wrap(text, columns), lines, "{text:?}");
        check("one two three", 8, &["one two", "three"]);
        check("one two three", 7, &["one two", "three"]);
        check("extraordinary", 5, &["extra", "ordin", "ary"]);
        check("один два", 4, &["один", "два"]);
        check("日本語です", 4, &["日本", "語で", "す"]);
        check("日本語。日本", 6, &["日本", "語。日", "本"]);
        check("/var/log/waagent.log", 5, &["/var/", "log/", "waage", "nt.lo", "g"]);
        check("a  b", 1, &["a", "b"]);
        check("", 8, &[""]);
        check("a\nb", 8, &["a", "b"]);
        check("a\n\nb  \n", 8, &["a", "", "b"]);
        check("extra  ordinary", 5, &["extra", "ordin", "ary"]);
        check("  extraordinary", 5, &["", "extra", "ordin", "ary"]);
        check("   ", 2, &[""]);
        check("a\u{200b}b\u{200b}c", 2, &["a\u{200b}b\u{200b}", "c"]);
    }

    /// What once took the square of its length; a test that measured it would only be slow.
    #[test]
    fn a_long_text_without_a_blank_is_broken_too() {
        let check = |part: &str, columns: usize| {
            let text = part.repeat((1 << 18) / part.len());
            let inked = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            assert_eq!(wrap(&text, columns).iter().map(|line| inked(line)).sum::<usize>(), inked(&text), "{part:?}");
        };
        for part in ["x", "a-", "日", "\u{200b}", "\u{301}", "\u{2003}", " ", "\n", "x\u{2003}", "\u{1f468}\u{200d}"] {
            check(part, 1);
            check(part, 76);
        }
        let code = "`x-y` ".repeat(100_000);
        assert_eq!(prose(&code, 40).concat().len(), 3 * 100_000 + 9 * 10_000);
    }

    #[test]
    fn what_is_whole_stays_whole_where_it_fits() {
        let text = "set rg - x/y now";
        let whole = [Range { start: 4, end: 12 }];
        let lines: Vec<&str> = lines(text, 8, &whole).into_iter().map(|line| &text[line]).collect();
        assert_eq!(lines, ["set", "rg - x/y", "now"]);
    }

    #[test]
    fn what_is_whole_and_wider_than_a_line_is_broken_between_its_words() {
        assert_eq!(prose("by `could not communicate` there", 10), ["by could", "not", "communicat", "e there"]);
    }

    proptest::proptest! {
        #[test]
        fn what_is_one_line_as_it_is_written_is_that_line(text in "[a(][ -~\n\ré]{0,8}", columns in 1usize..10) {
            if is_line(&text, columns) {
                proptest::prop_assert_eq!(prose(&text, columns), [text.trim_end()]);
            }
        }

        #[test]
        fn a_text_is_as_wide_as_the_library_says(text in "[\\x00-\\x7fя]{0,12}") {
            proptest::prop_assert_eq!(width(&text), text.width());
        }

        #[test]
        fn what_surely_fits_is_not_looked_at(text in "[a-z0-9 ,.?!()\"'$%/-]{0,200}", columns in 1usize..40) {
            // A character beyond ASCII, which takes no column, has every break looked at.
            let slow = wrap(&[&text, "a\u{2060}"].concat(), columns);
            let slow: Vec<&str> = slow.iter().map(|line| line.trim_end_matches('\u{2060}')).collect();
            proptest::prop_assert_eq!(slow, wrap(&[&text, "a"].concat(), columns));
        }

        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(
            words in proptest::collection::vec("[a-zа-я日本/-]{1,12}", 1..20),
            columns in 2usize..40,
        ) {
            let text = words.join(" ");
            let lines = wrap(&text, columns);
            for line in &lines {
                proptest::prop_assert!(line.width() <= columns, "{line:?}");
            }
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        }
    }
}
