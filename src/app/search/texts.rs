//! What can be found, read line by line: a start of a search must not wait for every guide and every language to be parsed.

use std::{borrow::Cow, collections::HashMap, iter};

use crate::{
    data::Files,
    guide::{Catalog, Facts},
};

/// What a text is, from what counts most to what counts least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Code,
    CodeWords,
    Title,
    Keywords,
    Category,
    Message,
    Why,
    Cause,
    Remedy,
    Question,
}

impl Kind {
    pub(super) const ALL: [Kind; 10] = [
        Kind::Code,
        Kind::CodeWords,
        Kind::Title,
        Kind::Keywords,
        Kind::Category,
        Kind::Message,
        Kind::Why,
        Kind::Cause,
        Kind::Remedy,
        Kind::Question,
    ];

    /// Whether a text of it can be compared with a query as a whole.
    pub(super) fn is_short(self) -> bool {
        matches!(self, Kind::Title | Kind::Keywords | Kind::CodeWords | Kind::Message)
    }

    /// Whether it is what a problem is called, and no sentence.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Kind::Title | Kind::Keywords | Kind::CodeWords | Kind::Category)
    }

    /// Whether what many problems have in common counts less.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Kind::Cause | Kind::Remedy | Kind::Question)
    }

    /// How much a word counts there.
    pub(super) fn weight(self) -> f32 {
        match self {
            Kind::Code => 12.0,
            Kind::Title => 11.0,
            Kind::Keywords => 10.0,
            Kind::CodeWords => 8.0,
            Kind::Message => 6.0,
            Kind::Category => 5.0,
            Kind::Why | Kind::Cause => 3.0,
            Kind::Remedy => 2.5,
            Kind::Question => 2.0,
        }
    }
}

/// A thing of a guide by the kind that its message's name begins with, and its id.
pub(super) type Thing<'f> = (&'static str, &'f str);

/// The questions, remedies and causes that a problem's or a cause's file names in its nodes.
pub(super) fn named(toml: &str) -> impl Iterator<Item = Thing<'_>> {
    toml.lines().filter_map(node)
}

fn node(line: &str) -> Option<Thing<'_>> {
    let verbs = [("ask", "question"), ("do", "remedy"), ("walk", "cause")];
    let (verb, kind) = verbs.into_iter().find(|(verb, _)| line.starts_with(verb))?;
    let value = line[verb.len()..].trim_start().strip_prefix('=')?.trim_start().strip_prefix('"')?;
    Some((kind, value.split_once('"')?.0))
}

/// A message, or an attribute of one, as it lies in its file.
pub(super) struct FtlEntry<'f> {
    /// Where the line of its name begins.
    pub(super) start: usize,
    /// The message.
    pub(super) id: &'f str,
    pub(super) attribute: Option<&'f str>,
    /// What stands behind the sign, over all of its lines.
    value: &'f str,
}

impl<'f> FtlEntry<'f> {
    /// Its text in one line.
    pub(super) fn text(&self) -> Cow<'f, str> {
        let text = self.value.trim();
        if !text.contains('\n') {
            return Cow::Borrowed(text);
        }
        let lines = text.lines().filter(|line| !line.starts_with('#')).map(str::trim);
        Cow::Owned(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
    }
}

/// All of a file, or of the rest of one.
pub(super) fn entries(ftl: &str) -> impl Iterator<Item = FtlEntry<'_>> {
    let (mut at, mut id) = (0, "");
    iter::from_fn(move || {
        loop {
            let (start, line) = (at, ftl[at..].split_inclusive('\n').next()?);
            at += line.len();
            let Some((name, value)) = named_value(line) else { continue };
            let from = at - value.len();
            let below = ftl[at..].split_inclusive('\n').take_while(|line| named_value(line).is_none());
            at += below.map(str::len).sum::<usize>();
            let is_message = !line.starts_with(char::is_whitespace);
            id = if is_message { name } else { id };
            return Some(FtlEntry { start, id, attribute: (!is_message).then_some(name), value: &ftl[from..at] });
        }
    })
}

/// The name that a line gives to a message or an attribute, and what follows.
fn named_value(line: &str) -> Option<(&str, &str)> {
    let inner = line.trim_start();
    let is_message = inner.len() == line.len();
    let named = if is_message { inner } else { inner.strip_prefix('.')? };
    let (name, value) = named.split_once('=')?;
    (!name.starts_with('#')).then_some((name.trim_end(), value))
}

/// The identifiers that sentences name, by their names, of all guides.
pub(super) fn literals(files: &Files, catalog: &Catalog) -> HashMap<String, String> {
    catalog.guides.iter().flat_map(|guide| Facts::read(files, guide).literals).collect()
}

/// A text with the identifiers that it names, and without all else in brackets.
pub(super) fn filled<'t>(text: &'t str, literals: &HashMap<String, String>) -> Cow<'t, str> {
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (inside, behind) = after.split_once('}').unwrap_or((after, ""));
        let name = inside.trim().trim_start_matches('$');
        out.push_str(literals.get(name).map_or(" ", String::as_str));
        rest = behind;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_name_what_they_lead_to() {
        let toml = "start = \"a\"\n[node.a]\nask = \"vm-power\"\ngo = { yes = \"b\" }\n[node.b]\nwalk  =  \"lock\"\ndo = \"x\"\n";
        assert_eq!(named(toml).collect::<Vec<_>>(), [("question", "vm-power"), ("cause", "lock"), ("remedy", "x")]);
    }

    #[test]
    fn messages_are_read_with_their_attributes_and_lines() {
        let ftl = "# note = x\nproblem-a = Title\n    .message = One\n        two { $name } three\n\ncause-c = No\n  more\ncause-b = Cause\n";
        let found: Vec<String> = entries(ftl)
            .map(|entry| format!("{} {} {:?} {}", entry.start, entry.id, entry.attribute, entry.text()))
            .collect();
        assert_eq!(
            found,
            [
                "11 problem-a None Title",
                "29 problem-a Some(\"message\") One two { $name } three",
                "77 cause-c None No more",
                "97 cause-b None Cause"
            ]
        );
        let literals = HashMap::from([("name".to_owned(), "vss".to_owned())]);
        assert_eq!(filled("One { $name } and { $other }.", &literals), "One vss and  .");
    }
}
