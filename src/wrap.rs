//! Prose in lines of a width: breaks where Unicode allows it, counts columns as a terminal does.

use std::ops::Range;

use crate::markdown::{Style, pieces};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The lines of one paragraph; a word that is wider than a line is broken by force.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    lines(text, columns, &[]).into_iter().map(|line| text[line].to_owned()).collect()
}

/// The lines of one paragraph of inline CommonMark, without its marks; code is broken only where it is wider than a line.
pub fn prose(markdown: &str, columns: usize) -> Vec<String> {
    let mut text = String::new();
    let mut whole = Vec::new();
    for piece in pieces(markdown) {
        let start = text.len();
        text.push_str(&piece.text);
        if piece.style == Style::Code {
            whole.push(start..text.len());
        }
    }
    lines(&text, columns, &whole).into_iter().map(|line| text[line].to_owned()).collect()
}

/// The same as bytes of the text; the ranges in `whole` are broken only where they are wider than a line.
pub fn lines(text: &str, columns: usize, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    let trimmed = |start: usize, end: usize| start..start + text[start..end].trim_end().len();
    // No character has more columns than bytes, so most texts need not be measured.
    let too_wide = |range: Range<usize>| range.len() > columns && text[range].width() > columns;
    // What does not fit anyway is better broken between its words than anywhere.
    let whole: Vec<&Range<usize>> = whole.iter().filter(|whole| !too_wide((*whole).clone())).collect();
    for (at, kind) in linebreaks(text) {
        let forced = kind == BreakOpportunity::Mandatory;
        if !forced && whole.iter().any(|whole| whole.start < at && at < whole.end) {
            continue;
        }
        if end > start && too_wide(trimmed(start, at)) {
            lines.push(trimmed(start, end));
            start = end;
        }
        while too_wide(trimmed(start, at)) {
            let cut = start + fitting(&text[start..], columns);
            lines.push(start..cut);
            start = cut;
        }
        end = at;
        if forced && at < text.len() {
            lines.push(trimmed(start, at));
            start = at;
        }
    }
    if start < text.len() || lines.is_empty() {
        lines.push(trimmed(start, text.len()));
    }
    lines
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
