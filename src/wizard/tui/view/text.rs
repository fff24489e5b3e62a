//! Styled text broken into lines: by Unicode's rules for prose, by force and with a sign for commands.

use std::ops::Range;

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use crate::text::wrap::{self, fitting, is_wider};

/// A run of text in one style; a `whole` one is broken only where it is wider than a line, with those that are `joined` to it.
#[derive(Debug, Clone)]
pub(super) struct TextRun {
    pub text: String,
    pub style: Style,
    pub whole: bool,
    pub joined: bool,
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The start of a text that fits into so many columns, with a sign where something was cut.
pub(super) fn cut(text: &str, columns: usize, sign: &str) -> String {
    if !is_wider(text, columns) {
        return text.to_owned();
    }
    let Some(room) = columns.checked_sub(width(sign)) else { return String::new() };
    let end = Some(fitting(text, room)).filter(|end| width(&text[..*end]) <= room).unwrap_or(0);
    format!("{}{sign}", &text[..end])
}

/// Breaks prose into lines of at most `columns`.
pub(super) fn wrap(runs: &[TextRun], columns: usize) -> Vec<Line<'static>> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut whole: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for run in runs {
        let end = at + run.text.len();
        match whole.last_mut().filter(|last| run.whole && run.joined && last.end == at) {
            Some(last) => last.end = end,
            None => whole.extend(run.whole.then_some(at..end)),
        }
        at = end;
    }
    let mut rest = Rest { runs, at: 0 };
    wrap::lines(&text, columns, &whole).into_iter().map(|range| rest.line(range)).collect()
}

/// Breaks a line that must be copied as it is, with a sign at the end of each part but the last: behind a blank
/// where one stands beyond the first third of the part, else by force.
pub(super) fn hard(runs: &[TextRun], columns: usize, sign: &str, sign_style: Style) -> Vec<Line<'static>> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let (mut at, mut styled) = (0, Rest { runs, at: 0 });
    let room = columns.saturating_sub(width(sign)).max(1);
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    while is_wider(rest, columns.max(1)) {
        let full = fitting(rest, room);
        let blank = rest[..full].rfind(' ').map(|at| at + 1).filter(|at| *at * 3 > full);
        let end = blank.unwrap_or(full);
        let mut line = styled.line(at..at + end);
        line.push_span(Span::styled(sign.to_owned(), sign_style));
        lines.push(line);
        (at, rest) = (at + end, &rest[end..]);
    }
    lines.push(styled.line(at..text.len()));
    lines
}

/// The runs from the one on in which the next line begins.
struct Rest<'r> {
    runs: &'r [TextRun],
    /// Where the first of them begins in the whole text.
    at: usize,
}

impl Rest<'_> {
    /// The styled text of a range; the ranges must come in order.
    fn line(&mut self, range: Range<usize>) -> Line<'static> {
        let mut spans = Vec::new();
        while let [run, rest @ ..] = self.runs {
            let (start, end) = (range.start.max(self.at), range.end.min(self.at + run.text.len()));
            if start < end {
                spans.push(Span::styled(run.text[start - self.at..end - self.at].to_owned(), run.style));
            }
            if self.at + run.text.len() > range.end {
                break;
            }
            (self.runs, self.at) = (rest, self.at + run.text.len());
        }
        Line::from(spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Line<'_>]) -> Vec<String> {
        lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn commands_are_broken_with_a_sign() {
        let hard = |text: &str, columns: usize| {
            let (start, end) = text.split_at(text.len() / 2);
            let run =
                |text: &str| TextRun { text: text.to_owned(), style: Style::default(), whole: false, joined: false };
            hard(&[run(start), run(end)], columns, "+", Style::default())
        };
        let lines = hard("abcdefgh", 5);
        assert_eq!(texts(&lines), ["abcd+", "efgh"]);
        let lines = hard("abcd efgh", 7);
        assert_eq!(texts(&lines), ["abcd +", "efgh"]);
        assert_eq!(texts(&hard("abc", 5)), ["abc"]);
    }

    #[test]
    fn cutting_counts_columns() {
        let check = |text: &str, columns, expected: &str| assert_eq!(cut(text, columns, "~"), expected);
        check("abc", 3, "abc");
        check("abcd", 3, "ab~");
        check("日本", 3, "日~");
        check("abc", 0, "");
    }
}
