//! Where the messages of a file lie, so that only those that are said are read.

use std::iter;

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter};

use super::listed::{ListedMessages, ids, parts};
use crate::{
    data::{Files, Text},
    text::checksum::fnv1a_32,
};

/// A message opens at most so many brackets; the largest of ours has a tenth.
const MOST_BRACKETS: usize = 400;

/// Files of messages, and where each message lies.
pub(super) struct MessageList {
    texts: Vec<Text>,
    listed: ListedMessages<'static>,
}

impl MessageList {
    /// The messages of all files of a space; those that are built in were listed when the program was built.
    pub(super) fn of(files: &Files, space: &str, paths: &[String]) -> Self {
        let texts: Vec<Text> = paths.iter().filter_map(|path| files.shared(path)).collect();
        let prepared = files.prepared(space).and_then(|bytes| postcard::from_bytes(bytes).ok());
        MessageList { listed: prepared.unwrap_or_else(|| ListedMessages::of(texts.iter().map(|text| &**text))), texts }
    }

    /// A message by its id; of several with one id the first counts, and the lint names the others.
    pub(super) fn find(&self, id: MessageId<'_>) -> Option<FoundMessage<'_>> {
        let listed = &self.listed;
        let found = |at: usize| {
            let file = &*self.texts[listed.files.get(at)];
            let message = &file[listed.starts.get(at)..][..listed.lengths.get(at)];
            let behind = id.0.iter().try_fold(message, |rest, part| rest.strip_prefix(part))?;
            behind.starts_with([' ', '=']).then_some(FoundMessage { message, behind, file, listed, at })
        };
        listed.with_sum(fnv1a_32(&id.0)).find_map(found)
    }
}

/// The name of a message: its parts, so that nobody need join them to find it.
#[derive(Clone, Copy)]
pub(super) struct MessageId<'i>([&'i str; 3]);

impl<'i> MessageId<'i> {
    /// That of an item of a guide.
    pub(super) fn of(kind: &'i str, name: &'i str) -> Self {
        MessageId([kind, "-", name])
    }
}

impl<'i> From<&'i str> for MessageId<'i> {
    fn from(id: &'i str) -> Self {
        MessageId(["", "", id])
    }
}

/// A message, and the file that holds it.
pub(super) struct FoundMessage<'l> {
    pub(super) message: &'l str,
    /// What is behind its id.
    behind: &'l str,
    file: &'l str,
    listed: &'l ListedMessages<'static>,
    /// Its number there.
    at: usize,
}

impl<'l> FoundMessage<'l> {
    pub(super) fn id(&self) -> &'l str {
        &self.message[..self.message.len() - self.behind.len()]
    }

    /// What Fluent must read to say it: a message that names another one is the whole file, since it needs that as well.
    pub(super) fn source(&self) -> &'l str {
        if refers(self.message) { self.file } else { self.message }
    }

    /// Looks at the message, or at one of its attributes.
    pub(super) fn told(&self, attribute: Option<&str>) -> Told<'l> {
        let message = self.message;
        let from = match attribute {
            None => behind_sign(self.behind),
            Some(name) => self.attribute(name),
        };
        let Some(from) = from.map(|value| message.len() - value.len()) else { return Told::Nothing };
        let end = memchr(b'\n', &message.as_bytes()[from..]).map_or(message.len(), |end| from + end);
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\r');
        let value = &message[from..end];
        let value = &value[value.bytes().take_while(is_blank).count()..];
        let value = &value[..value.len() - value.bytes().rev().take_while(is_blank).count()];
        // A line below goes on with the value, unless it begins an attribute or a comment.
        let rest = &message.as_bytes()[end..];
        let next = rest.trim_ascii_start();
        let is_all = match next.first() {
            None | Some(b'.') => true,
            Some(b'#') => rest[..rest.len() - next.len()].ends_with(b"\n"),
            _ => false,
        };
        match memchr2(b'{', b'}', value.as_bytes()) {
            _ if !is_all || value.is_empty() => Told::More,
            None => Told::Text(value),
            Some(_) => Told::Line(value),
        }
    }

    /// The value of an attribute, and all behind it.
    fn attribute(&self, name: &str) -> Option<&'l str> {
        let mut places = self.listed.attribute_ends.range(self.at).map(|number| self.listed.attributes.get(number));
        places.find_map(|place| behind_sign(self.message[place..].strip_prefix(name)?))
    }
}

/// What is behind the sign that a name has behind it.
fn behind_sign(behind: &str) -> Option<&str> {
    behind.strip_prefix(" =").or_else(|| behind.trim_start_matches(' ').strip_prefix('='))
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
        let listing = MessageList::of(&files, "", &["none.ftl".to_owned(), "w.ftl".to_owned()]);
        let check = |id: &str, expected: Option<(&str, &str)>| {
            let found = listing.find(id.into());
            assert_eq!(found.map(|found| (found.message, found.source())), expected, "{id}");
        };
        check("a", Some(("a = A\n", "a = A\n")));
        check("b", Some(("b = { a }\n", text)));
        check("ab", Some(("ab =\n    .c = C\n", "ab =\n    .c = C\n")));
        check("c", None);
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
        let listing = |message: &str| MessageList {
            listed: ListedMessages::of([message]),
            texts: vec![message.to_owned().into()],
        };
        let holds = |message: &str, attribute: Option<&str>| {
            let list = listing(message);
            match list.find("a".into()).expect("the message is listed").told(attribute) {
                Told::Text(text) => {
                    assert_eq!(Some(text), fluent(message, attribute).as_deref(), "{attribute:?} {message}")
                }
                Told::Nothing => assert_eq!(fluent(message, attribute), None, "{attribute:?} {message}"),
                Told::Line(_) | Told::More => {}
            }
        };
        let check = |message: &str, attribute: Option<&str>, expected: Told<'_>| {
            let list = listing(message);
            let found = list.find("a".into()).expect("the message is listed");
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
