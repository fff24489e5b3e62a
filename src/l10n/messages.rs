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
    /// How many entries there are, the entries, and the places of attributes.
    listed: Cow<'static, [u8]>,
}

/// A figure of a list, the lowest byte first, so that nothing need be unpacked.
type PackedFigure = [u8; 4];

/// An entry: the checksum of an id, by which entries are in order; the file of its message, by its place in the list; where
/// the message begins there; how long it is; where the places of its attributes begin, which a nought ends.
type PackedEntry = [PackedFigure; 5];

impl MessageList {
    /// The messages of the file at `path`; `None` where there is none.
    pub(super) fn of(files: &Files, path: &str) -> Option<Self> {
        let text = files.shared(path)?;
        Some(MessageList { listed: listed([&*text]).into(), texts: vec![text] })
    }

    /// The messages of all files of a space, which were listed when the program was built; `None` of files that were not.
    pub(super) fn prepared(files: &Files, space: &str, paths: &[String]) -> Option<Self> {
        let listed = files.prepared(space)?.into();
        Some(MessageList { texts: paths.iter().filter_map(|path| files.shared(path)).collect(), listed })
    }

    /// A message, by its id and the checksum of that; of several with one id the first counts, and the lint names the
    /// others.
    pub(super) fn find(&self, id: &str, sum: u32) -> Option<FoundMessage<'_>> {
        let (figures, _) = self.listed.as_chunks();
        let (count, figures) = figures.split_first()?;
        let (entries, places) =
            figures.split_at(number(count) * const { size_of::<PackedEntry>() / size_of::<PackedFigure>() });
        let (entries, _): (&[PackedEntry], _) = entries.as_chunks();
        let first = entries.partition_point(|entry| u32::from_le_bytes(entry[0]) < sum);
        let same = entries[first..].iter().take_while(|entry| u32::from_le_bytes(entry[0]) == sum);
        let found = |[_, file, start, length, attributes]: &PackedEntry| {
            let file = &*self.texts[number(file)];
            FoundMessage {
                message: &file[number(start)..][..number(length)],
                file,
                attributes: &places[number(attributes)..],
            }
        };
        let is_named =
            |found: &FoundMessage| found.message.strip_prefix(id).is_some_and(|rest| rest.starts_with([' ', '=']));
        same.map(found).find(is_named)
    }
}

fn number(figure: &PackedFigure) -> usize {
    u32::from_le_bytes(*figure) as usize
}

/// A message, the file that holds it, and where the names of its attributes begin.
pub(super) struct FoundMessage<'l> {
    pub(super) message: &'l str,
    file: &'l str,
    attributes: &'l [PackedFigure],
}

impl<'l> FoundMessage<'l> {
    /// What Fluent must read to say it: a message that names another one is the whole file, since it needs that as well.
    pub(super) fn source(&self) -> &'l str {
        if refers(self.message) { self.file } else { self.message }
    }

    /// Looks at the message, or at one of its attributes.
    pub(super) fn told(&self, attribute: Option<&str>) -> Told<'l> {
        let message = self.message;
        let from = match attribute {
            None => memchr(b'=', message.as_bytes()).map(|sign| sign + 1),
            Some(name) => self.behind_sign(name),
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

    /// Where the value of an attribute begins.
    fn behind_sign(&self, attribute: &str) -> Option<usize> {
        let mut places = self.attributes.iter().map(number).take_while(|place| *place > 0);
        places.find_map(|place| {
            let behind = self.message[place..].strip_prefix(attribute)?;
            let value = behind.trim_start_matches(' ').strip_prefix('=')?;
            Some(self.message.len() - value.len())
        })
    }
}

/// What is made of the files when the program is built: where the messages of each space lie.
pub fn prepare(files: &Files) -> Vec<(String, Vec<u8>)> {
    let made = |locale| {
        spaces(files, locale).map(|(name, paths)| (name, listed(paths.iter().filter_map(|path| files.get(path)))))
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

fn listed<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<u8> {
    // The first place is the end of none.
    let (mut entries, mut places) = (Vec::new(), vec![0]);
    for (file, text) in texts.into_iter().enumerate() {
        for (id, message) in parts(text) {
            let mut attributes = attributes(&text[message.clone()]).map(|place| place as u32).peekable();
            let place = attributes.peek().map_or(0, |_| places.len());
            // No file of words is read that has four gigabytes.
            let figures = [file, message.start, message.len(), place].map(|figure| figure as u32);
            entries.push((fnv1a_32(text[id].as_bytes()), figures));
            if place > 0 {
                places.extend(attributes.chain([0]));
            }
        }
    }
    entries.sort_unstable();
    let entry = |(sum, figures): &(u32, [u32; 4])| [&[*sum], &figures[..]].concat();
    let figures = [entries.len() as u32].into_iter().chain(entries.iter().flat_map(entry)).chain(places);
    figures.flat_map(u32::to_le_bytes).collect()
}

/// Where the names of attributes begin: a line that begins with a dot can be nothing else, since no pattern may go on so.
fn attributes(message: &str) -> impl Iterator<Item = usize> {
    memchr_iter(b'\n', message.as_bytes()).filter_map(|end| {
        let name = message[end + 1..].trim_start_matches(' ').strip_prefix('.')?;
        Some(message.len() - name.len())
    })
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
        let listing =
            |message: &str| MessageList { listed: listed([message]).into(), texts: vec![message.to_owned().into()] };
        let holds = |message: &str, attribute: Option<&str>| {
            let list = listing(message);
            match list.find("a", fnv1a_32(b"a")).expect("the message is listed").told(attribute) {
                Told::Text(text) => {
                    assert_eq!(Some(text), fluent(message, attribute).as_deref(), "{attribute:?} {message}")
                }
                Told::Nothing => assert_eq!(fluent(message, attribute), None, "{attribute:?} {message}"),
                Told::Line(_) | Told::More => {}
            }
        };
        let check = |message: &str, attribute: Option<&str>, expected: Told<'_>| {
            let list = listing(message);
            let found = list.find("a", fnv1a_32(b"a")).expect("the message is listed");
            assert_eq!(found.told(attribute), expected, "{message:?}");
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
