//! What can be found, read line by line: a start of a search must not wait for every guide and every language to be parsed.

use std::{borrow::Cow, collections::HashMap};

use crate::data::Files;

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

/// The texts, in their source form, of the messages and attributes that are picked by their names.
pub(super) fn messages<'f, P>(
    ftl: &'f str,
    pick: impl Fn(&'f str, Option<&'f str>) -> Option<P>,
    mut each: impl FnMut(P, &str),
) {
    let (mut id, mut picked, mut text) = ("", None, String::new());
    for line in ftl.lines() {
        let inner = line.trim_start();
        let is_message = inner.len() == line.len();
        if inner.is_empty() || line.starts_with('#') {
            continue;
        }
        let name = if is_message { Some(inner) } else { inner.strip_prefix('.') };
        if let Some((name, value)) = name.and_then(|name| name.split_once('=')) {
            picked.take().into_iter().for_each(|picked| each(picked, &text));
            let name = name.trim_end();
            id = if is_message { name } else { id };
            picked = pick(id, (!is_message).then_some(name));
            text.clear();
            text.push_str(value.trim());
        } else if picked.is_some() {
            text.push(' ');
            text.push_str(inner);
        }
    }
    picked.into_iter().for_each(|picked| each(picked, &text));
}

/// The identifiers that sentences name, by their names, of all guides.
pub(super) fn literals(files: &Files) -> HashMap<&str, &str> {
    let of_guides = files.under("guides/").filter(|(path, _)| path.ends_with("/literals.toml"));
    of_guides.flat_map(|(_, text)| text.lines()).filter_map(literal).collect()
}

fn literal(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once('=')?;
    let value = value.trim();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Some((name.trim_end(), value[1..].strip_suffix(quote)?))
}

/// A text with the identifiers that it names, and without all else in brackets.
pub(super) fn filled<'t>(text: &'t str, literals: &HashMap<&str, &str>) -> Cow<'t, str> {
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (inside, behind) = after.split_once('}').unwrap_or((after, ""));
        let name = inside.trim().trim_start_matches('$');
        out.push_str(literals.get(name).copied().unwrap_or(" "));
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
        let mut found = Vec::new();
        let pick = |id, attribute| (id != "cause-c").then_some((id, attribute));
        messages(ftl, pick, |(id, attribute), text| found.push(format!("{id} {attribute:?} {text}")));
        assert_eq!(
            found,
            ["problem-a None Title", "problem-a Some(\"message\") One two { $name } three", "cause-b None Cause"]
        );
        assert_eq!(filled("One { $name } and { $other }.", &HashMap::from([("name", "vss")])), "One vss and  .");
    }
}
