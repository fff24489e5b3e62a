//! Where messages lie in their files, listed when the program is built.

use std::{borrow::Cow, iter, ops::Range};

use memchr::memchr_iter;
use serde::{Deserialize, Serialize};

use crate::{
    data::{Files, NumberList},
    text::checksum::fnv1a_32,
};

/// Where messages lie, in the order of the checksums of their ids.
#[derive(Serialize, Deserialize)]
pub(super) struct ListedMessages<'b> {
    #[serde(borrow)]
    sums: Cow<'b, [u8]>,
    /// The file of each, by its place in the list.
    #[serde(borrow)]
    pub(super) files: NumberList<'b>,
    /// Where each begins there, and how long it is.
    #[serde(borrow)]
    pub(super) starts: NumberList<'b>,
    #[serde(borrow)]
    pub(super) lengths: NumberList<'b>,
    /// Where the attributes of all begin, each in its message, and where those of each message end.
    #[serde(borrow)]
    pub(super) attributes: NumberList<'b>,
    #[serde(borrow)]
    pub(super) attribute_ends: NumberList<'b>,
}

/// What is made of the files when the program is built: where the messages of each space lie.
pub fn prepare(files: &Files) -> Vec<(String, Vec<u8>)> {
    let made = |(name, paths): (String, Vec<String>)| {
        let listed = ListedMessages::of(paths.iter().filter_map(|path| files.get(path)));
        (name, postcard::to_allocvec(&listed).expect("a vector takes whatever it is given"))
    };
    files.folders("i18n/").flat_map(|locale| spaces(files, locale)).map(made).collect()
}

/// The spaces of a language, each with the files that hold its messages: the program's own words, and those of guides, which
/// lie in folders of theirs.
pub(super) fn spaces(files: &Files, locale: &str) -> [(String, Vec<String>); 2] {
    let folder = format!("i18n/{locale}/");
    let paths = files.under(&folder).map(|(path, _)| path.to_owned()).filter(|path| path.ends_with(".ftl"));
    let (guides, own) = paths.partition(|path| path[folder.len()..].contains('/'));
    [([&folder, "*"].concat(), own), ([&folder, "*/*"].concat(), guides)]
}

impl ListedMessages<'_> {
    /// The numbers of the messages whose ids have this checksum.
    pub(super) fn with_sum(&self, sum: u32) -> impl Iterator<Item = usize> {
        let (sums, _) = self.sums.as_chunks::<4>();
        let first = sums.partition_point(|known| u32::from_le_bytes(*known) < sum);
        (first..).zip(&sums[first..]).take_while(move |(_, known)| u32::from_le_bytes(**known) == sum).map(|(at, _)| at)
    }

    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut entries = Vec::new();
        for (file, text) in texts.into_iter().enumerate() {
            let in_file = |(id, message): (Range<usize>, Range<usize>)| {
                (fnv1a_32(&[&text[id]]), file, message.start, &text[message])
            };
            entries.extend(parts(text).map(in_file));
        }
        entries.sort_unstable_by_key(|(sum, file, start, _)| (*sum, *file, *start));
        let (mut places, mut ends) = (Vec::new(), Vec::new());
        for (.., message) in &entries {
            places.extend(attributes(message).map(|place| place as u32));
            ends.push(places.len() as u32);
        }
        // No file of words is read that has four gigabytes.
        let numbers =
            |of: fn(&(u32, usize, usize, &str)) -> u32| NumberList::of(&entries.iter().map(of).collect::<Vec<_>>());
        ListedMessages {
            sums: entries.iter().flat_map(|(sum, ..)| sum.to_le_bytes()).collect::<Vec<_>>().into(),
            files: numbers(|(_, file, ..)| *file as u32),
            starts: numbers(|(_, _, start, _)| *start as u32),
            lengths: numbers(|(.., message)| message.len() as u32),
            attributes: NumberList::of(&places),
            attribute_ends: NumberList::of(&ends),
        }
    }
}

/// Where the names of attributes begin: a line that begins with a dot can be nothing else, since no pattern may go on so.
fn attributes(message: &str) -> impl Iterator<Item = usize> {
    memchr_iter(b'\n', message.as_bytes()).filter_map(|end| {
        let name = message[end + 1..].trim_start_matches(' ').strip_prefix('.')?;
        Some(message.len() - name.len())
    })
}

/// Where messages stand: the id, and all to the next message.
pub(super) fn parts(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let mut ids = ids(text).peekable();
    iter::from_fn(move || {
        let id = ids.next()?;
        let end = ids.peek().map_or(text.len(), |next| next.start);
        Some((id.clone(), id.start..end))
    })
}

/// Where ids stand: a name in the first column with its sign behind it, which within brackets no name has.
pub(super) fn ids(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let lines = [0].into_iter().chain(memchr_iter(b'\n', bytes).map(|end| end + 1));
    lines.filter_map(|start| {
        bytes.get(start).filter(|first| first.is_ascii_alphabetic())?;
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let end = start + bytes[start..].iter().position(|byte| !is_name(byte))?;
        text[end..].trim_start_matches(' ').starts_with('=').then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
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
    fn what_was_prepared_is_where_the_messages_lie() {
        let files = builtin::embedded();
        for (path, bytes) in prepare(&files) {
            assert_eq!(files.prepared(&path), Some(&bytes[..]), "{path}");
        }
        assert!(prepare(&files).len() >= 4);
    }
}
