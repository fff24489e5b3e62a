//! Where the messages of a file lie, so that only those that are said are read.

use std::{borrow::Cow, iter, ops::Range};

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter};

use crate::{
    data::{Files, Text},
    text::checksum::fnv1a_32,
};

/// A message opens at most so many brackets; the largest of ours has a tenth.
const MOST_BRACKETS: usize = 400;

/// Files of messages, and where each message lies.
pub(super) struct MessageList {
    texts: Vec<Text>,
    entries: Cow<'static, [u8]>,
}

/// An entry: the checksum of an id, by which entries are in order; the file of its message, by its place in the list; where
/// the message begins there; how long it is. Four bytes each, the lowest first, so that nothing need be unpacked.
const ENTRY: usize = 16;

impl MessageList {
    /// The messages of the file at `path`; `None` where there is none.
    pub(super) fn of(files: &Files, path: &str) -> Option<Self> {
        let text = files.shared(path)?;
        Some(MessageList { entries: entries([&*text]).into(), texts: vec![text] })
    }

    /// The messages of all files of a space, which were listed when the program was built; `None` of files that were not.
    pub(super) fn prepared(files: &Files, space: &str, paths: &[String]) -> Option<Self> {
        let entries = files.prepared(space)?;
        Some(MessageList {
            texts: paths.iter().filter_map(|path| files.shared(path)).collect(),
            entries: entries.into(),
        })
    }

    /// A message, by its id and the checksum of that, and the file that holds it; of several with one id the first counts,
    /// and the lint names the others.
    pub(super) fn find(&self, id: &str, sum: u32) -> Option<Found<'_>> {
        let (entries, _) = self.entries.as_chunks::<ENTRY>();
        let first = entries.partition_point(|entry| figure(entry, 0) < sum);
        let same = entries[first..].iter().take_while(|entry| figure(entry, 0) == sum);
        let found = |entry: &[u8; ENTRY]| {
            let [file, start, length] = [4, 8, 12].map(|at| figure(entry, at) as usize);
            let file = &*self.texts[file];
            Found { message: &file[start..][..length], file }
        };
        let is_named = |found: &Found| found.message.strip_prefix(id).is_some_and(|rest| rest.starts_with([' ', '=']));
        same.map(found).find(is_named)
    }
}

/// A message, and the file that holds it.
pub(super) struct Found<'l> {
    pub(super) message: &'l str,
    file: &'l str,
}

impl<'l> Found<'l> {
    /// What Fluent must read to say it: a message that names another one is the whole file, since it needs that as well.
    pub(super) fn source(&self) -> &'l str {
        if refers(self.message) { self.file } else { self.message }
    }
}

fn figure(entry: &[u8; ENTRY], at: usize) -> u32 {
    u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]])
}

/// What is made of the files when the program is built: where the messages of each space lie.
pub fn prepare(files: &Files) -> Vec<(String, Vec<u8>)> {
    let made = |locale| {
        spaces(files, locale).map(|(name, paths)| (name, entries(paths.iter().filter_map(|path| files.get(path)))))
    };
    files.folders("i18n/").flat_map(made).collect()
}

/// The spaces of a language, each with the files that hold its messages: the program's own words, and those of guides, which
/// lie in folders of theirs.
pub(super) fn spaces(files: &Files, locale: &str) -> [(String, Vec<String>); 2] {
    let folder = format!("i18n/{locale}/");
    let paths = files.under(&folder).map(|(path, _)| path.to_owned()).filter(|path| path.ends_with(".ftl"));
    let (guides, own) = paths.partition(|path| path[folder.len()..].contains('/'));
    [([&folder, "*"].concat(), own), ([&folder, "*/*"].concat(), guides)]
}

fn entries<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<u8> {
    let mut entries: Vec<[u32; 4]> = Vec::new();
    for (file, text) in texts.into_iter().enumerate() {
        // No file of words is read that has four gigabytes.
        let entry = |(id, message): (Range<usize>, Range<usize>)| {
            [fnv1a_32(text[id].as_bytes()), file as u32, message.start as u32, message.len() as u32]
        };
        entries.extend(parts(text).map(entry));
    }
    entries.sort_unstable();
    entries.concat().into_iter().flat_map(u32::to_le_bytes).collect()
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

/// What can be told of a message, or of one of its attributes, without Fluent.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Told<'m> {
    /// A line of text, as Fluent reads it.
    Text(&'m str),
    /// A line that names arguments or more.
    Line(&'m str),
    /// More than that, if anything.
    More,
    /// There is no such attribute.
    Nothing,
}

/// Looks at a message, or at one of its attributes.
pub(super) fn told<'m>(message: &'m str, attribute: Option<&str>) -> Told<'m> {
    let from = match attribute {
        None => memchr(b'=', message.as_bytes()).map(|sign| sign + 1),
        Some(name) => behind_sign(message, name),
    };
    let Some(from) = from else { return Told::Nothing };
    let end = memchr(b'\n', &message.as_bytes()[from..]).map_or(message.len(), |end| from + end);
    let value = message[from..end].trim_matches([' ', '\r']);
    // A line below goes on with the value, unless it begins an attribute or a comment.
    let next = message[end..].trim_start_matches(['\r', '\n']);
    let is_all = next.starts_with('#') || matches!(next.trim_start().bytes().next(), None | Some(b'.'));
    match memchr2(b'{', b'}', value.as_bytes()) {
        _ if !is_all || value.is_empty() => Told::More,
        None => Told::Text(value),
        Some(_) => Told::Line(value),
    }
}

/// Where the value of an attribute begins: a line that begins with a dot can be nothing else, since no pattern may go on so.
fn behind_sign(message: &str, attribute: &str) -> Option<usize> {
    let bytes = message.as_bytes();
    let blanks = |bytes: &[u8]| bytes.iter().take_while(|byte| **byte == b' ').count();
    memchr_iter(b'\n', bytes).find_map(|end| {
        let line = &bytes[end + 1..];
        let name = line[blanks(line)..].strip_prefix(b".")?.strip_prefix(attribute.as_bytes())?;
        let value = name[blanks(name)..].strip_prefix(b"=")?;
        Some(message.len() - value.len())
    })
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
    fn a_message_is_found_in_its_file() {
        let text = "a = A\nb = { a }\na = again\nab =\n    .c = C\n";
        let files: Files = [("w.ftl".to_owned(), text.to_owned())].into_iter().collect();
        let listing = MessageList::of(&files, "w.ftl").expect("the file is there");
        let check = |id: &str, expected: Option<(&str, &str)>| {
            let found = listing.find(id, fnv1a_32(id.as_bytes()));
            assert_eq!(found.map(|found| (found.message, found.source())), expected, "{id}");
        };
        check("a", Some(("a = A\n", "a = A\n")));
        check("b", Some(("b = { a }\n", text)));
        check("ab", Some(("ab =\n    .c = C\n", "ab =\n    .c = C\n")));
        check("c", None);
        assert!(MessageList::of(&files, "none.ftl").is_none());
    }

    #[test]
    fn what_was_prepared_is_where_the_messages_lie() {
        let files = builtin::embedded();
        for (path, bytes) in prepare(&files) {
            assert_eq!(files.prepared(&path), Some(&bytes[..]), "{path}");
        }
        assert!(prepare(&files).len() >= 4);
    }

    #[test]
    fn what_is_told_is_what_fluent_reads() {
        // What Fluent says of a message whose id is `a`; nothing where it cannot read it.
        let fluent = |message: &str, attribute: Option<&str>| {
            let resource = FluentResource::try_new(message.to_owned()).ok()?;
            let mut bundle = FluentBundle::new(Vec::new());
            bundle.add_resource(resource).ok()?;
            let message = bundle.get_message("a")?;
            let pattern = match attribute {
                None => message.value()?,
                Some(attribute) => message.get_attribute(attribute)?.value(),
            };
            Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
        };
        let holds = |message: &str, attribute: Option<&str>| match told(message, attribute) {
            Told::Text(text) => {
                assert_eq!(Some(text), fluent(message, attribute).as_deref(), "{attribute:?} {message}")
            }
            Told::Nothing => assert_eq!(fluent(message, attribute), None, "{attribute:?} {message}"),
            Told::Line(_) | Told::More => {}
        };
        let check = |message: &str, attribute: Option<&str>, expected: Told<'_>| {
            assert_eq!(told(message, attribute), expected, "{message:?}");
            holds(message, attribute);
        };
        check("a = One  two. \n", None, Told::Text("One  two."));
        check("a =x\r\n\r\n# About b\n", None, Told::Text("x"));
        check("a = x\n    .b = y\n", None, Told::Text("x"));
        check("a = x\n# About b\n", None, Told::Text("x"));
        check("a = x", None, Told::Text("x"));
        check("a = x\n\n  y\n", None, Told::More);
        check("a = x\n y\n", None, Told::More);
        check("a = { $x }\n", None, Told::Line("{ $x }"));
        check("a =\n    x\n", None, Told::More);
        check("a =\n    .b = y\n", None, Told::More);
        check("a = x\nno message\n", None, Told::More);
        let attributes =
            "a = { $x ->\n    [one] .b = 1\n   *[other] { $x }\n    }\n    .b = B \r\n    .bc={ $x }\n  .d =\n    D\n";
        check(attributes, None, Told::More);
        check(attributes, Some("b"), Told::Text("B"));
        check(attributes, Some("bc"), Told::Line("{ $x }"));
        check(attributes, Some("d"), Told::More);
        check(attributes, Some("c"), Told::Nothing);
        check("a = x\n.b = B\n.b = C", Some("b"), Told::Text("B"));
        for (_, text) in builtin::embedded().all().filter(|(path, _)| path.ends_with(".ftl")) {
            for (id, message) in parts(text) {
                let message = format!("a{}", &text[id.end..message.end]);
                let names = message.lines().filter_map(|line| line.trim_start().strip_prefix('.')?.split(' ').next());
                names.map(Some).chain([None, Some("none")]).for_each(|name| holds(&message, name));
            }
        }
    }
}
