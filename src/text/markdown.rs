//! CommonMark, in and out: untrusted text cannot leave its place, and inline marks become styled pieces.

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
    let text = text.replace(['\n', '\r'], " ");
    let ticks = "`".repeat(longest_run(&text) + 1);
    let edge = |c: Option<char>| c.is_none_or(|c| c == '`' || c == ' ');
    let pad = if edge(text.chars().next()) || edge(text.chars().next_back()) { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
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

/// Without one of these, and with a letter or a bracket at its start, a paragraph is nothing but text.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'`' | b'*' | b'_' | b'\\' | b'<' | b'&' | b'[' | b'~' | b'\n')
}

/// The pieces of one paragraph of inline CommonMark; anything else in it is kept as text.
pub fn pieces(markdown: &str) -> Vec<Piece> {
    // Most sentences hold no mark at all, and the parser is by far the heaviest part of a frame.
    if markdown.starts_with(|c: char| c.is_alphabetic() || c == '(') && !markdown.bytes().any(is_mark) {
        return vec![Piece { text: markdown.to_owned(), style: Style::Plain }];
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut strong = 0;
    let mut push = |text: &str, style: Style| match pieces.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), style }),
    };
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
    pieces
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
        fn a_code_span_is_read_back_as_its_text(text in "[ -~а-я]{1,40}") {
            proptest::prop_assume!(!text.trim().is_empty());
            proptest::prop_assert_eq!(plain(&format!("a {} b", code(&text))), format!("a {text} b"));
        }
    }
}
