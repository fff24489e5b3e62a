//! A text with its encodings undone, level by level, and where each piece of it is in the source.

use std::{borrow::Cow, ops::Range};

use super::escapes::{escape, escape_start};

/// Levels that are undone at most: JSON in JSON in a link is three.
const LEVELS: usize = 6;

/// A line that is shorter was not wrapped by a terminal or a mail.
const WRAPPED: usize = 40;

/// A place where the view and its source part: what is before it ends at `ends`, what follows begins at `starts`.
#[derive(Debug, Clone, Copy)]
struct Seam {
    at: u32,
    ends: u32,
    starts: u32,
}

/// A text as it reads when something is undone.
#[derive(Debug)]
pub(super) struct View<'t> {
    /// What it reads.
    pub(super) text: Cow<'t, str>,
    /// Whether lines are joined, so that the end of a name is not certain.
    pub(super) joined: bool,
    seams: Vec<Seam>,
}

impl<'t> View<'t> {
    /// The source itself.
    pub(super) fn plain(text: &'t str) -> Self {
        View { text: Cow::Borrowed(text), joined: false, seams: Vec::new() }
    }

    /// The range of the source that reads as this range of the view.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start =
            self.seam(range.start).map_or(range.start, |seam| seam.starts as usize + range.start - seam.at as usize);
        let end = self.seam(range.end).map_or(range.end, |seam| match range.end - seam.at as usize {
            0 => seam.ends as usize,
            behind => seam.starts as usize + behind,
        });
        start..end.max(start)
    }

    fn seam(&self, at: usize) -> Option<&Seam> {
        let behind = self.seams.partition_point(|seam| seam.at as usize <= at);
        behind.checked_sub(1).map(|last| &self.seams[last])
    }

    /// The view in which each piece that `read` finds reads otherwise; `None` where it finds none.
    ///
    /// `read` is asked at each place that `next` finds, and says how long the piece is and what it means.
    fn undone(
        &self,
        next: impl Fn(&[u8]) -> Option<usize>,
        read: impl Fn(&str, usize) -> Option<(usize, Cow<'static, str>)>,
    ) -> Option<View<'t>> {
        let text: &str = &self.text;
        let mut weave = Weave { from: self, text: String::new(), seams: Vec::new(), copied: 0, seam: 0 };
        let mut at = 0;
        while let Some(found) = next(&text.as_bytes()[at..]) {
            at += found;
            match read(text, at) {
                Some((length, means)) => {
                    weave.replace(at..at + length, &means);
                    at += length;
                }
                None => at += 1,
            }
        }
        if weave.copied == 0 && weave.text.is_empty() && weave.seams.is_empty() {
            return None;
        }
        weave.copy(text.len());
        Some(View { text: Cow::Owned(weave.text), joined: false, seams: weave.seams })
    }
}

/// A view in the making.
struct Weave<'v, 't> {
    from: &'v View<'t>,
    text: String,
    seams: Vec<Seam>,
    /// How far the other view is taken over.
    copied: usize,
    /// The first of its seams that is not taken over.
    seam: usize,
}

impl Weave<'_, '_> {
    fn copy(&mut self, end: usize) {
        let shift = |at: u32| (at as usize - self.copied + self.text.len()) as u32;
        while let Some(seam) = self.from.seams.get(self.seam).filter(|seam| seam.at as usize <= end) {
            // One at the very start is what the last replacement has put there.
            if seam.at as usize > self.copied || self.copied == 0 {
                self.seams.push(Seam { at: shift(seam.at), ..*seam });
            }
            self.seam += 1;
        }
        self.text.push_str(&self.from.text[self.copied..end]);
        self.copied = end;
    }

    fn replace(&mut self, piece: Range<usize>, means: &str) {
        self.copy(piece.start);
        let source = self.from.source(&piece);
        self.text.push_str(means);
        let ends = if means.is_empty() { source.start } else { source.end };
        let starts = self.from.source(&(piece.end..piece.end)).start.max(source.end);
        self.seams.push(Seam { at: self.text.len() as u32, ends: ends as u32, starts: starts as u32 });
        self.copied = piece.end;
    }
}

/// A text is looked at in windows of so many bytes, each with some of what is before it, so that what it takes of memory
/// does not grow with its encodings.
const WINDOW: usize = 16 << 10;
const OVERLAP: usize = 2 << 10;

/// Calls `each` with every view of every window of a text, and with where the window begins.
pub(super) fn windows(text: &str, mut each: impl FnMut(usize, &View<'_>)) {
    windows_where(text, |_| true, &mut each);
}

/// The same for those windows only that are `good`.
pub(super) fn windows_where(text: &str, good: impl Fn(&str) -> bool, mut each: impl FnMut(usize, &View<'_>)) {
    let mut start = 0;
    while start < text.len() {
        let end = window(text, start);
        let from = text.floor_char_boundary(start.saturating_sub(OVERLAP));
        if good(&text[from..end]) {
            views(&text[from..end], |view| each(from, view));
        }
        start = end;
    }
}

/// Where the window ends that begins here: behind a line, where there is one.
fn window(text: &str, start: usize) -> usize {
    let end = text.floor_char_boundary(start + WINDOW);
    let line = text[start..end].rfind('\n').map(|line| start + line + 1);
    let line = line.filter(|line| *line > start + WINDOW / 2);
    // Else between words, so that no part of a name is taken for a name.
    let word = || {
        text[text.floor_char_boundary(end.saturating_sub(OVERLAP / 2)).max(start)..end].rfind([' ', '/', ',', ';', '"'])
    };
    let word = || word().map(|word| text.floor_char_boundary(end.saturating_sub(OVERLAP / 2)).max(start) + word + 1);
    if end == text.len() { end } else { line.or_else(word).unwrap_or(end) }
}

/// Calls `each` with the text itself, then with every level of encodings undone.
fn views(text: &str, mut each: impl FnMut(&View<'_>)) {
    let mut view = View::plain(text);
    each(&view);
    for _ in 0..LEVELS {
        let Some(next) = view.undone(escape_start, escape) else { break };
        each(&next);
        view = next;
    }
    if let Some(joined) = view.undone(|bytes| memchr::memchr(b'\n', bytes), wrap) {
        each(&View { joined: true, ..joined });
    }
}

/// A line break inside a long word, with the indent and the marks of a quoted mail behind it.
fn wrap(text: &str, at: usize) -> Option<(usize, Cow<'static, str>)> {
    let bytes = text.as_bytes();
    let line = bytes[at.saturating_sub(WRAPPED)..at].iter().rev().position(|byte| *byte == b'\n');
    let before = bytes[..at].strip_suffix(b"\r").unwrap_or(&bytes[..at]);
    if line.is_some() || at < WRAPPED || !before.last().is_some_and(|byte| in_word(*byte)) {
        return None;
    }
    let behind = &bytes[at + 1..];
    let indent = behind.iter().take(16).take_while(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'|')).count();
    // A line that begins with a date is another row.
    let is_row = behind.get(4) == Some(&b'-') && behind[..4].iter().all(u8::is_ascii_digit);
    (!is_row && in_word(*behind.get(indent)?)).then_some((indent + 1, Cow::Borrowed("")))
}

/// Whether a byte may stand in a key, a token or a link.
fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=_~.-%&?;:".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the last view reads, and the source of each place where `sought` is in it.
    fn check(text: &str, reads: &str, sought: &str, source: &str) {
        let mut seen = Vec::new();
        views(text, |view| {
            let at = view.text.find(sought).map(|at| text[view.source(&(at..at + sought.len()))].to_owned());
            seen.push((view.text.to_string(), at));
        });
        assert_eq!(seen.pop(), Some((reads.to_owned(), Some(source.to_owned()))), "{text}");
    }

    #[test]
    fn encodings_are_undone_level_by_level_and_lead_back_to_their_source() {
        check("a\\u0026sig=b", "a&sig=b", "&s", "\\u0026s");
        check("%2526sig%253Dx%2520", "&sig=x ", "sig=x", "sig%253Dx");
        check("{\\\\\\\"a\\\\\\\": 1}", "{\"a\": 1}", "\"a\"", "\\\\\\\"a\\\\\\\"");
        check("x&amp;amp;y=1", "x&y=1", "&y", "&amp;amp;y");
        check("%D0%98%D0%BC%D1%8F", "Имя", "мя", "%D0%BC%D1%8F");
        check("web<U+200B>01", "web01", "web01", "web<U+200B>01");
        check("%u0438мя%u00", "имя%u00", "имя", "%u0438мя");
        check("\\ud83d\\ude00%zz", "😀%zz", "😀", "\\ud83d\\ude00");
        check(&format!("{}ab\n> cd ef", "x".repeat(40)), &format!("{}abcd ef", "x".repeat(40)), "abcd", "ab\n> cd");
        check("ab\ncd", "ab\ncd", "b", "b");
    }

    #[test]
    fn a_range_that_ends_at_a_break_does_not_hold_the_break() {
        let text = format!("{}ab\ncd", "x".repeat(40));
        let view = View::plain(&text);
        let joined = view.undone(|bytes| memchr::memchr(b'\n', bytes), wrap).expect("it is wrapped");
        assert_eq!(&text[joined.source(&(40..42))], "ab");
        assert_eq!(&text[joined.source(&(42..44))], "cd");
    }
}
