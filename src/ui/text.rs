//! Styled text broken into lines: by Unicode's rules for prose, by force and with a sign for commands.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A run of text in one style; a `whole` one is broken only where it is wider than a line.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub text: String,
    pub style: Style,
    pub whole: bool,
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The start of a text that fits into so many columns, with a sign where something was cut.
pub(super) fn cut(text: &str, columns: usize, sign: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(sign));
    let end = fitting(text, room);
    if columns < width(sign) { String::new() } else { format!("{}{sign}", &text[..end]) }
}

/// Breaks prose into lines of at most `columns`.
pub(super) fn wrap(runs: &[Run], columns: usize) -> Vec<Line<'static>> {
    let columns = columns.max(1);
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for at in breaks(runs, &text) {
        if width(text[start..at].trim_end()) > columns && end > start {
            lines.push(line(runs, start, start + text[start..end].trim_end().len()));
            start = end;
        }
        // A word wider than the line is broken by force.
        while width(text[start..at].trim_end()) > columns {
            let cut =
                start + fitting(&text[start..], columns).max(text[start..].chars().next().map_or(1, char::len_utf8));
            lines.push(line(runs, start, cut));
            start = cut;
        }
        end = at;
    }
    if start < text.len() || lines.is_empty() {
        lines.push(line(runs, start, start + text[start..].trim_end().len()));
    }
    lines
}

/// Where the text may be broken, its end included; not inside a whole run.
fn breaks(runs: &[Run], text: &str) -> Vec<usize> {
    let mut wholes = Vec::new();
    let mut at = 0;
    for run in runs {
        if run.whole {
            wholes.push(at..at + run.text.len());
        }
        at += run.text.len();
    }
    linebreaks(text)
        .filter(|(at, kind)| {
            let inside = wholes.iter().any(|whole| whole.start < *at && *at < whole.end);
            *kind == BreakOpportunity::Mandatory || !inside
        })
        .map(|(at, _)| at)
        .collect()
}

/// Breaks a line that must be copied as it is: by force, with a sign at the end of each part but the last.
pub(super) fn hard(text: &str, style: Style, columns: usize, sign: &str, sign_style: Style) -> Vec<Line<'static>> {
    let room = columns.saturating_sub(width(sign)).max(1);
    let mut lines = Vec::new();
    let mut rest = text;
    while width(rest) > columns.max(1) {
        let end = fitting(rest, room).max(rest.chars().next().map_or(1, char::len_utf8));
        lines.push(Line::from(vec![
            Span::styled(rest[..end].to_owned(), style),
            Span::styled(sign.to_owned(), sign_style),
        ]));
        rest = &rest[end..];
    }
    lines.push(Line::styled(rest.to_owned(), style));
    lines
}

/// How many bytes of a text fit into so many columns.
fn fitting(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns {
            return at;
        }
    }
    text.len()
}

fn line(runs: &[Run], from: usize, to: usize) -> Line<'static> {
    let mut spans = Vec::new();
    let mut at = 0;
    for run in runs {
        let (start, end) = (from.max(at), to.min(at + run.text.len()));
        if start < end {
            spans.push(Span::styled(run.text[start - at..end - at].to_owned(), run.style));
        }
        at += run.text.len();
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, whole: bool) -> Run {
        Run { text: text.to_owned(), style: Style::default(), whole }
    }

    fn texts(lines: &[Line<'_>]) -> Vec<String> {
        lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn prose_is_broken_between_words() {
        let check = |text: &str, columns, lines: &[&str]| {
            assert_eq!(texts(&wrap(&[run(text, false)], columns)), lines, "{text} {columns}");
        };
        check("one two three", 7, &["one two", "three"]);
        check("one two three", 80, &["one two three"]);
        check("extraordinary", 5, &["extra", "ordin", "ary"]);
        check("", 5, &[""]);
        check("日本語。日本", 6, &["日本", "語。日", "本"]);
        check("a  b", 1, &["a", "b"]);
    }

    #[test]
    fn identifiers_stay_whole_where_they_fit() {
        let runs = [run("set ", false), run("rg - x/y", true), run(" now", false)];
        assert_eq!(texts(&wrap(&runs, 8)), ["set", "rg - x/y", "now"]);
    }

    #[test]
    fn commands_are_broken_with_a_sign() {
        let lines = hard("abcdefgh", Style::default(), 5, "+", Style::default());
        assert_eq!(texts(&lines), ["abcd+", "efgh"]);
        assert_eq!(texts(&hard("abc", Style::default(), 5, "+", Style::default())), ["abc"]);
    }

    #[test]
    fn cutting_counts_columns() {
        let check = |text: &str, columns, expected: &str| assert_eq!(cut(text, columns, "~"), expected);
        check("abc", 3, "abc");
        check("abcd", 3, "ab~");
        check("日本", 3, "日~");
        check("abc", 0, "");
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(words in proptest::collection::vec("[a-zа-я日本/-]{1,12}", 1..20), columns in 2usize..40) {
            let text = words.join(" ");
            let lines = texts(&wrap(&[run(&text, false)], columns));
            for line in &lines {
                proptest::prop_assert!(width(line) <= columns, "{line:?}");
            }
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        }
    }
}
