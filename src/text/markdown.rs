//! CommonMark, in and out: untrusted text cannot leave its place, and inline marks become styled pieces.

use memchr::{memchr, memchr_iter, memchr3};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A run of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Without marks.
    pub text: String,
    /// How it is set.
    pub style: Style,
}

/// The styles that sentences use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// As it is.
    #[default]
    Plain,
    /// `**strong**`, `*emphasised*`.
    Strong,
    /// A code span: an identifier or a value.
    Code,
}

/// Text as a code span; line breaks become blanks.
pub fn code(text: &str) -> String {
    if memchr3(b'`', b'\n', b'\r', text.as_bytes()).is_none() && !text.is_empty() && text.trim_matches(' ') == text {
        return ["`", text, "`"].concat();
    }
    let text = text.replace(['\n', '\r'], " ");
    let ticks = &"`".repeat(longest_run(&text) + 1);
    let edge = |c: Option<char>| c.is_none_or(|c| c == '`' || c == ' ');
    let pad = if edge(text.chars().next()) || edge(text.chars().next_back()) { " " } else { "" };
    [ticks, pad, &text, pad, ticks].concat()
}

/// Inline CommonMark as a cell of a table: a bar would end it, even inside a code span.
pub fn cell(markdown: &str) -> String {
    markdown.replace(['\n', '\r'], " ").replace('|', "\\|")
}

/// Text as a fenced block, without a newline behind it.
pub fn fence(text: &str, language: &str) -> String {
    // A lone carriage return ends a line too, and the next one would stand outside of a list item.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let ticks = "`".repeat(longest_run(&text).max(2) + 1);
    format!("{ticks}{language}\n{text}\n{ticks}")
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Without one of these, and with a letter or a bracket at its start, a paragraph or what is beside its code is nothing but text.
fn has_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3(b'*', b'_', b'\\', bytes).is_some()
        || memchr3(b'<', b'&', b'[', bytes).is_some()
        || memchr3(b'~', b'`', b'\n', bytes).is_some()
}

/// What stands between backticks: every second one is code where the paragraph is simple.
fn spans(markdown: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    memchr_iter(b'`', markdown.as_bytes()).chain([markdown.len()]).map(move |end| {
        let span = &markdown[start..end];
        start = end + 1;
        span
    })
}

/// The pieces of one paragraph of inline CommonMark; anything else in it is kept as text.
pub fn pieces(markdown: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    read(markdown, |text, style| match pieces.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), style }),
    });
    pieces
}

/// The same piece by piece; several in a row may have one style.
pub(super) fn read(markdown: &str, mut push: impl FnMut(&str, Style)) {
    // Most sentences hold no mark but that of code, and the parser is by far the heaviest part of a frame.
    if !is_simple(markdown) {
        return parse(markdown, push);
    }
    for (at, span) in spans(markdown).enumerate().filter(|(_, span)| !span.is_empty()) {
        push(span, if at % 2 == 1 { Style::Code } else { Style::Plain });
    }
}

fn parse(markdown: &str, mut push: impl FnMut(&str, Style)) {
    let mut strong = 0;
    for event in Parser::new_ext(markdown, Options::empty()) {
        let style = if strong > 0 { Style::Strong } else { Style::Plain };
        match event {
            Event::Start(Tag::Strong | Tag::Emphasis) => strong += 1,
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => strong -= 1,
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push(&text, style),
            Event::Code(text) => push(&text, Style::Code),
            Event::SoftBreak | Event::HardBreak => push(" ", style),
            _ => {}
        }
    }
}

/// Whether a paragraph is nothing but text.
pub(super) fn is_text(markdown: &str) -> bool {
    begins_simply(markdown) && !has_mark(markdown)
}

fn begins_simply(markdown: &str) -> bool {
    markdown.starts_with(|c: char| c.is_alphabetic() || c == '(')
}

/// Whether a paragraph has no marks but single ones around code, which has no blanks at its edges.
fn is_simple(markdown: &str) -> bool {
    if !begins_simply(markdown) {
        return false;
    }
    let (mut is_code, mut is_bare) = (false, false);
    for span in spans(markdown) {
        let bytes = span.as_bytes();
        let is_simple = if is_code {
            // Two backticks in a row open a span of another kind.
            !is_bare && !span.is_empty() && span.trim_matches(' ') == span && memchr(b'\n', bytes).is_none()
        } else {
            !has_mark(span)
        };
        if !is_simple {
            return false;
        }
        is_bare = span.is_empty();
        is_code = !is_code;
    }
    is_code
}

/// The words of one paragraph of inline CommonMark, without any marks.
pub fn plain(markdown: &str) -> String {
    pieces(markdown).into_iter().map(|piece| piece.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_marks_become_pieces() {
        let check = |markdown: &str, expected: &[(&str, Style)]| {
            let found = pieces(markdown);
            let found: Vec<_> = found.iter().map(|piece| (piece.text.as_str(), piece.style)).collect();
            assert_eq!(found, expected);
        };
        check(
            "set `a*b` to **y**.",
            &[
                ("set ", Style::Plain),
                ("a*b", Style::Code),
                (" to ", Style::Plain),
                ("y", Style::Strong),
                (".", Style::Plain),
            ],
        );
        check("one\ntwo", &[("one two", Style::Plain)]);
        check("", &[]);
    }

    #[test]
    fn code_spans_hold_any_text() {
        let check = |text: &str| assert_eq!(plain(&code(text)), text, "{}", code(text));
        check("vm");
        check("a`b");
        check("``");
        check("<vm>");
        check(" padded ");
        check("a | b\\c");
    }

    proptest::proptest! {
        #[test]
        fn what_is_simple_is_what_the_parser_reads(text in "[a-z(я][a`.,:)я -]{0,20}[a.`]") {
            proptest::prop_assume!(is_simple(&text));
            let mut parsed = Vec::new();
            parse(&text, |piece, style| parsed.push((piece.to_owned(), style)));
            let found: Vec<_> = pieces(&text).into_iter().map(|piece| (piece.text, piece.style)).collect();
            proptest::prop_assert_eq!(found, parsed);
        }

        #[test]
        fn a_code_span_is_read_back_as_its_text(text in "[ -~а-я]{1,40}") {
            proptest::prop_assume!(!text.trim().is_empty());
            proptest::prop_assert_eq!(plain(&format!("a {} b", code(&text))), format!("a {text} b"));
        }
    }
}
