//! Where the messages of a file lie, so that only those that are said are read.

use std::{borrow::Cow, iter, ops::Range};

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter};

use crate::data::Text;

/// A message opens at most so many brackets; the largest of ours has a tenth.
const MOST_BRACKETS: usize = 400;

/// The messages of a file by their ids; one that names another one is the whole file, since it needs that as well.
pub(super) fn listed(file: &Text) -> Vec<(Text, Text)> {
    let part = |range: Range<usize>| match file {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range]),
        Cow::Owned(text) => Cow::Owned(text[range].to_owned()),
    };
    let message = |(id, range): (Range<usize>, Range<usize>)| {
        let message = part(range);
        (part(id), if refers(&message) { file.clone() } else { message })
    };
    parts(file).map(message).collect()
}

/// Where messages stand: the id, and all to the next message.
fn parts(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let mut ids = ids(text).peekable();
    iter::from_fn(move || {
        let id = ids.next()?;
        let end = ids.peek().map_or(text.len(), |next| next.start);
        Some((id.clone(), id.start..end))
    })
}

/// Where ids stand: a name in the first column with its sign behind it, which within brackets no name has.
fn ids(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let lines = [0].into_iter().chain(memchr_iter(b'\n', bytes).map(|end| end + 1));
    lines.filter_map(|start| {
        bytes.get(start).filter(|first| first.is_ascii_alphabetic())?;
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let end = start + bytes[start..].iter().position(|byte| !is_name(byte))?;
        text[end..].trim_start_matches(' ').starts_with('=').then_some(start..end)
    })
}

/// The value of a message where it is one line of text, as Fluent reads it.
pub(super) fn plain(message: &str) -> Option<&str> {
    let end = memchr(b'\n', message.as_bytes()).unwrap_or(message.len());
    let (line, below) = message.split_at(end);
    let value = line[memchr(b'=', line.as_bytes())? + 1..].trim_matches([' ', '\r']);
    // A line below goes on with the value, unless it begins an attribute or a comment.
    let next = below.trim_start_matches(['\r', '\n']);
    let is_all = next.starts_with('#') || matches!(next.trim_start().bytes().next(), None | Some(b'.'));
    (is_all && !value.is_empty() && memchr2(b'{', b'}', value.as_bytes()).is_none()).then_some(value)
}

/// Whether a message names another one.
pub(super) fn refers(text: &str) -> bool {
    memchr_iter(b'{', text.as_bytes()).any(|at| {
        let inner = text[at + 1..].trim_start();
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(inner.len());
        // A function has brackets.
        inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && !inner[end..].trim_start().starts_with('(')
    })
}

/// Where a message with so many opened brackets begins that the parser, which recurses into them, could overflow.
pub(super) fn overgrown(text: &str) -> Option<usize> {
    let opened = |text: &str| memchr2_iter(b'{', b'(', text.as_bytes()).count();
    if opened(text) <= MOST_BRACKETS {
        return None;
    }
    let first = ids(text).next().map_or(text.len(), |id| id.start);
    let parts = iter::once(0..first).chain(parts(text).map(|(_, message)| message));
    parts.filter(|part| opened(&text[part.clone()]) > MOST_BRACKETS).map(|part| part.start).next()
}

#[cfg(test)]
mod tests {
    use fluent::{FluentBundle, FluentResource};

    use super::*;
    use crate::data::builtin;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = parts(text).map(|(id, message)| (&text[id], &text[message])).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_message_ends_where_the_next_begins() {
        check(
            "# Head\n\na = A\nb-1 =\n    B\n    .c = C\n",
            &[("a", "a = A\n"), ("b-1", "b-1 =\n    B\n    .c = C\n")],
        );
        check("a = A\r\nb=B", &[("a", "a = A\r\n"), ("b", "b=B")]);
        check("", &[]);
    }

    #[test]
    fn what_only_looks_like_a_message_is_a_part_of_one() {
        let texts =
            ["a = { $n ->\n[one] x\n*[other] y\n}\n", "a = A\n-term = T\n", "a = A\n  b = B\n", "a = A\nno message\n"];
        texts.iter().for_each(|text| check(text, &[("a", text)]));
    }

    #[test]
    fn only_the_name_of_a_message_refers_to_one() {
        let check = |text: &str, expected: bool| assert_eq!(refers(text), expected, "{text}");
        check("a = {b}", true);
        check("a = { -term }", true);
        check("a = {\n  b.c }", true);
        check("a = { $b }", false);
        check("a = { NUMBER($b) }", false);
        check("a = { \"{\" }", false);
        check("a = b", false);
    }

    #[test]
    fn a_line_of_text_is_what_fluent_reads() {
        let fluent = |message: &str| {
            let resource = FluentResource::try_new(message.to_owned()).ok()?;
            let mut bundle = FluentBundle::new(Vec::new());
            bundle.add_resource(resource).ok()?;
            let pattern = bundle.get_message("a")?.value()?;
            Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
        };
        let check = |message: &str, is_plain: bool| {
            let found = plain(message);
            assert_eq!(found.is_some(), is_plain, "{message:?}");
            assert!(found.is_none_or(|found| Some(found) == fluent(message).as_deref()), "{message:?}");
        };
        check("a = One  two. \n", true);
        check("a =x\r\n\r\n# About b\n", true);
        check("a = x\n    .b = y\n", true);
        check("a = x\n# About b\n", true);
        check("a = x", true);
        check("a = x\n\n  y\n", false);
        check("a = x\n y\n", false);
        check("a = { $x }\n", false);
        check("a =\n    x\n", false);
        check("a =\n    .b = y\n", false);
        check("a = x\nno message\n", false);
        for (path, text) in builtin::embedded().all().filter(|(path, _)| path.ends_with(".ftl")) {
            for (id, message) in parts(text) {
                let message = format!("a{}", &text[id.end..message.end]);
                let found = plain(&message);
                assert!(found.is_none_or(|found| Some(found) == fluent(&message).as_deref()), "{path}: {message}");
            }
        }
    }
}
