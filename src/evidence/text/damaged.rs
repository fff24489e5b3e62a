//! JSON that was damaged on its way: cut, shortened by dots, commented, with the quotes of a text program, as Python writes it,
//! or only a part of it. What is left is read as far as it goes.

use std::{borrow::Cow, collections::BTreeMap};

use super::json::{DEEPEST, Json, MOST, MOST_MEMBERS, Member};

/// Dots, alone or in brackets, that stand for what was left out.
const LEFT_OUT: [&str; 7] = ["[...]", "[\u{2026}]", "(...)", "<snip>", "[snip]", "...", "\u{2026}"];

/// What is left of a value, and where it ends; nothing may be left of what has lost its head.
pub(super) struct Remains<'t> {
    pub json: Option<Json<'t>>,
    pub end: usize,
}

/// Reads what begins a text, a whole value or the members of an object whose head is lost.
pub(super) fn read<'t>(text: &'t str, values: &mut usize) -> Option<Remains<'t>> {
    let turned = text.find(is_quote).is_some_and(|at| !text[at..].starts_with(['"', '\'']));
    let mut reader = DamagedReader { text, at: 0, values, cut: false, turned };
    let json = if text.starts_with(['{', '[']) { Some(reader.value(0)?) } else { reader.headless() };
    Some(Remains { json, end: reader.at })
}

/// Whether a text begins with a member of an object.
pub(super) fn begins_with_member(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['"', '\u{201c}']) else { return false };
    let key = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "_.@-$".contains(c)));
    key.filter(|end| *end > 0).is_some_and(|end| {
        let rest = rest[end..].strip_prefix(['"', '\u{201d}', '\u{201c}']);
        rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
    })
}

struct DamagedReader<'t, 'v> {
    text: &'t str,
    at: usize,
    /// Values of the whole file.
    values: &'v mut usize,
    /// Nothing that follows belongs to it.
    cut: bool,
    /// Whether a text program turned its quotes.
    turned: bool,
}

impl<'t> DamagedReader<'t, '_> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.next() == Some(wanted);
        self.at += if found { wanted.len_utf8() } else { 0 };
        found
    }

    /// Passes blanks, comments and what stands for something left out.
    fn pass(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            let comment = |start: &str, end: &str| {
                let inside = rest.strip_prefix(start)?;
                Some(inside.find(end).map_or(rest.len(), |at| start.len() + at + end.len()))
            };
            let dots = || LEFT_OUT.iter().find(|dots| rest.starts_with(**dots)).map(|dots| dots.len());
            let passed = match blank {
                0 => comment("//", "\n").or_else(|| comment("/*", "*/")).or_else(|| comment("#", "\n")).or_else(dots),
                blank => Some(blank),
            };
            match passed {
                Some(length) => self.at += length,
                None => return,
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Json<'t>> {
        *self.values += 1;
        if depth > DEEPEST || *self.values > MOST {
            return None;
        }
        match self.next()? {
            '{' => {
                self.at += 1;
                self.members(depth)
            }
            '[' => {
                self.at += 1;
                self.list(depth)
            }
            c if is_quote(c) => self.string().map(Json::Text),
            _ => self.word(),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json<'t>> {
        let mut items = Vec::new();
        loop {
            self.pass();
            if self.take(',') {
                continue;
            }
            if self.take(']') {
                break;
            }
            match self.value(depth + 1) {
                Some(item) => items.push(item),
                None => self.cut = true,
            }
            if self.cut {
                break;
            }
        }
        Some(Json::List(items.into()))
    }

    /// The members up to the end of their object; of a name that stands twice nothing is kept.
    fn members(&mut self, depth: usize) -> Option<Json<'t>> {
        let mut members: BTreeMap<Cow<'t, str>, (u32, Json<'t>)> = BTreeMap::new();
        while !self.cut {
            self.pass();
            if self.take(',') {
                continue;
            }
            if self.take('}') {
                break;
            }
            let at = self.at;
            let key = match self.next() {
                Some(c) if is_quote(c) => self.string(),
                _ => None,
            };
            self.pass();
            let value = key.filter(|_| self.take(':')).and_then(|key| {
                self.pass();
                Some((key, self.value(depth + 1)?))
            });
            match value {
                Some((key, value)) if members.len() <= MOST_MEMBERS => {
                    let twice = members.insert(key.clone(), (at as u32, value)).is_some();
                    if twice {
                        members.insert(key, (at as u32, Json::Null));
                    }
                }
                Some(_) => {}
                None => {
                    self.at = at;
                    self.cut = true;
                }
            }
        }
        let member = |(key, (at, value))| Member { key, at, value };
        Some(Json::Object(members.into_iter().map(member).collect()))
    }

    /// The members of objects whose beginnings are lost, each object for itself: the inner ones end first.
    fn headless(&mut self) -> Option<Json<'t>> {
        let mut levels = Vec::new();
        while !self.cut {
            levels.extend(self.members(0));
            if self.cut {
                break;
            }
            loop {
                self.pass();
                if !(self.take(',') || self.take(']') || self.take('}')) {
                    break;
                }
            }
            match self.next() {
                Some(c) if is_quote(c) => {}
                // The lost beginning may belong to another item.
                Some('{' | '[') => {
                    levels.clear();
                    break;
                }
                _ => break,
            }
        }
        (!levels.is_empty()).then(|| Json::List(levels.into()))
    }

    /// A string up to a quote of its own style, or to the end of its line, where it was cut.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        let open = self.next()?;
        self.at += open.len_utf8();
        let start = self.at;
        let mut escaped = false;
        for (at, c) in self.rest().char_indices() {
            match c {
                '\n' => {
                    self.at = start + at;
                    self.cut = true;
                    return None;
                }
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                c if self.closes(open, c) => {
                    let inside = &self.text[start..start + at];
                    self.at = start + at + c.len_utf8();
                    return Some(unescaped(inside));
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        self.cut = true;
        None
    }

    /// Whether a quote ends a string that another one began; text programs turn some of them.
    fn closes(&self, open: char, c: char) -> bool {
        let turned = |c: char| matches!(c, '\u{201c}' | '\u{201d}' | '\u{bb}');
        match open {
            '\'' => c == '\'',
            '"' => c == '"' || (self.turned && turned(c)),
            _ => c == '"' || turned(c),
        }
    }

    /// A number or a word, in the spelling of JSON or of Python.
    fn word(&mut self) -> Option<Json<'t>> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).unwrap_or(rest.len());
        let value = match &rest[..end] {
            "null" | "None" | "nil" | "undefined" => Json::Null,
            "true" | "True" => Json::Bool(true),
            "false" | "False" => Json::Bool(false),
            word => {
                Json::Number(word.parse().ok().filter(|_| word.starts_with(|c: char| c.is_ascii_digit() || c == '-'))?)
            }
        };
        // A word at the very end may have gone on.
        if end == rest.len() {
            return None;
        }
        self.at += end;
        Some(value)
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}')
}

fn unescaped(inside: &str) -> Cow<'_, str> {
    if !inside.contains('\\') {
        return Cow::Borrowed(inside);
    }
    let plain = inside.replace("\\'", "'").replace(['\u{201c}', '\u{201d}'], "\"");
    let quoted = format!("\"{plain}\"");
    Cow::Owned(serde_json::from_str(&quoted).unwrap_or_else(|_| inside.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::text::node::JsonNode;

    /// The text at the end of a way, in what is left.
    fn left(text: &str, way: &[&str]) -> Option<String> {
        let remains = read(text, &mut 0)?;
        let json = remains.json?;
        let root = JsonNode::root(&json);
        let roots = if text.starts_with(['{', '[']) { vec![root] } else { root.items() };
        roots.iter().find_map(|root| root.way(way)?.text().map(str::to_owned))
    }

    #[test]
    fn what_is_left_is_read() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(left(text, &["a", "b"]).as_deref(), expected, "{text}");
        };
        check("{\"a\": {\"b\": \"x\"}, \"c\": [1, {\"d\": \"cut her", Some("x"));
        check("{\"a\": {\"b\": \"x\"}", Some("x"));
        check("{\n  ...\n  \"a\": {\"b\": \"x\", ...}\n}", Some("x"));
        check("{\"a\": {\"b\": \"x\",},}", Some("x"));
        check("{\"a\": { // here\n\"b\": \"x\" /* there */}}", Some("x"));
        check("{\u{201c}a\u{201d}: {\u{201c}b\u{201d}: \u{201c}x\u{201d}}}", Some("x"));
        check("{'a': {'b': 'x', 'c': None, 'd': True}}", Some("x"));
        check("\"a\": {\"b\": \"x\"},\n\"c\": 1", Some("x"));
        check("\"c\": 1 },\n\"a\": {\"b\": \"x\"}\n}", Some("x"));
        check("{\"a\": {\"b\": \"x", None);
        check("{\"a\": {\"b\": \"x\", \"b\": \"y\"}}", None);
        check("\"a\": {\"b\": \"x\"}},\n{\"a\": 1}", None);
        check("{\"a\": {\"b\": \"x\\\"y\"}", Some("x\"y"));
    }

    #[test]
    fn a_member_is_known_at_the_start_of_a_line() {
        let check = |line: &str, expected: bool| assert_eq!(begins_with_member(line), expected, "{line}");
        check("\"vmAgent\": {", true);
        check("\"a.b\" : 1", true);
        check("\u{201c}a\u{201d}: 1", true);
        check("\"Could not communicate\": a message", false);
        check("\"\": 1", false);
        check("\"a\"", false);
        check("a: 1", false);
    }
}
