//! Listings of `key : value`, nested by their indents: Format-List of PowerShell, the output of its status cmdlets, YAML of az.

use std::collections::BTreeMap;

use super::{
    json::{DEEPEST, Json, MOST_MEMBERS, Member},
    sheet::SheetLine,
    table::Layout,
};

/// A longer word before a colon is a sentence.
const LONGEST_KEY: usize = 48;

/// A line of a listing.
struct Row<'t> {
    /// Bytes between the first line of the listing and this one.
    at: u32,
    indent: usize,
    /// Whether it begins an item of a list.
    item: bool,
    /// Empty for an item that is a value by itself.
    key: &'t str,
    value: String,
    /// Whether the value has words, with blanks between them.
    worded: bool,
}

/// A listing that others may join.
struct OpenListing<'t> {
    line: usize,
    items: Vec<Json<'t>>,
    is_list: bool,
    whole: bool,
}

/// All listings of a text. Those that stand one behind another with the same first key are a list.
pub(super) fn listings<'t>(lines: &[SheetLine<'t>]) -> Vec<Layout<'t>> {
    let mut listings: Vec<OpenListing<'t>> = Vec::new();
    let mut last: Option<(usize, &'t str)> = None;
    let mut at = 0;
    while at < lines.len() {
        let (first, mut rows) = (at, Vec::new());
        while let Some(line) = lines.get(at).filter(|line| !line.text.trim().is_empty()) {
            if !add(&mut rows, line.text, offset(lines, first, at)) {
                break;
            }
            at += 1;
        }
        if rows.len() > 1 {
            let key = rows[0].key;
            let blank = |from: usize| lines[from..first].iter().all(|line| line.text.trim().is_empty());
            let joins = last.is_some_and(|(end, known)| known == key && !rows[0].item && blank(end));
            let json = nested(&rows, &mut 0, rows[0].indent, 0);
            let left_out = |line: &SheetLine<'_>| line.text.ends_with("...") || line.text.ends_with('\u{2026}');
            // What was cut off ends with its last line, or with a part of one.
            let ends = |next: &SheetLine<'_>| next.text.is_empty() || next.text.ends_with(['$', '#', '>']);
            let whole = lines.get(at).is_some_and(ends) && !lines[first..at].iter().any(left_out);
            match listings.last_mut().filter(|_| joins) {
                Some(list) => {
                    let shift = offset(lines, list.line, first);
                    list.items.push(moved(json, shift));
                    list.is_list = true;
                    list.whole &= whole;
                }
                None => listings.push(OpenListing::new(first, json, whole)),
            }
            last = Some((at, key));
        }
        at += usize::from(rows.is_empty() || at == first);
        while lines.get(at).is_some_and(|line| line.text.trim().is_empty()) {
            at += 1;
        }
    }
    listings.into_iter().map(OpenListing::close).collect()
}

impl<'t> OpenListing<'t> {
    fn new(line: usize, json: Json<'t>, whole: bool) -> Self {
        match json {
            Json::List(items) => OpenListing { line, items: items.into_vec(), is_list: true, whole },
            one => OpenListing { line, items: vec![one], is_list: false, whole },
        }
    }

    fn close(mut self) -> Layout<'t> {
        let one = if self.is_list { None } else { self.items.pop() };
        let json = one.unwrap_or_else(|| Json::List(self.items.into()));
        Layout { line: self.line, json, whole: self.whole }
    }
}

/// How far two lines of the text are apart, in bytes.
fn offset(lines: &[SheetLine<'_>], from: usize, to: usize) -> u32 {
    (lines[to].text.as_ptr() as usize - lines[from].text.as_ptr() as usize) as u32
}

/// The same with all its places further behind.
fn moved(json: Json<'_>, shift: u32) -> Json<'_> {
    match json {
        Json::Object(members) => {
            let mut members = members.into_vec();
            for member in &mut members {
                member.at += shift;
                let value = std::mem::replace(&mut member.value, Json::Null);
                member.value = moved(value, shift);
            }
            Json::Object(members.into())
        }
        Json::List(items) => Json::List(items.into_vec().into_iter().map(|item| moved(item, shift)).collect()),
        other => other,
    }
}

/// Adds a line; false where it is none of a listing.
fn add<'t>(rows: &mut Vec<Row<'t>>, line: &'t str, at: u32) -> bool {
    let mut body = line.trim_start();
    let mut indent = line.len() - body.len();
    let mut item = false;
    if let Some(inside) = body.strip_prefix("- ") {
        (item, indent) = (true, indent + 2);
        body = inside.trim_start();
    }
    let row = |key, value: &str| {
        let worded = value.contains(' ');
        Row { at, indent, item, key, value: value.to_owned(), worded }
    };
    match entry(body) {
        Some((key, value)) => rows.push(row(key, value)),
        None if item => rows.push(row("", body)),
        None => match rows.last_mut() {
            // A value that a console broke goes on below it; an id breaks inside of its words.
            Some(last) if indent > last.indent => {
                if last.worded {
                    last.value.push(' ');
                }
                last.value.push_str(body);
                last.worded |= body.contains(' ');
            }
            _ => return false,
        },
    }
    true
}

/// A key and its value.
fn entry(body: &str) -> Option<(&str, &str)> {
    let colon = body.find(':')?;
    let (key, value) = (body[..colon].trim_end(), &body[colon + 1..]);
    let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.len() <= LONGEST_KEY
        && key.chars().all(|c| c.is_ascii_alphanumeric() || "_-.[]()/ ".contains(c));
    (is_key && (value.is_empty() || value.starts_with([' ', '\t']))).then(|| (key, value.trim()))
}

/// The rows from one on that have the same indent, with what is nested in them.
fn nested<'t>(rows: &[Row<'t>], at: &mut usize, indent: usize, depth: usize) -> Json<'t> {
    if rows[*at].item {
        let mut items = Vec::new();
        while rows.get(*at).is_some_and(|row| row.item && row.indent == indent) {
            items.push(if rows[*at].key.is_empty() {
                *at += 1;
                scalar(&rows[*at - 1].value)
            } else {
                object(rows, at, indent, depth)
            });
        }
        return Json::List(items.into());
    }
    object(rows, at, indent, depth)
}

fn object<'t>(rows: &[Row<'t>], at: &mut usize, indent: usize, depth: usize) -> Json<'t> {
    let mut members: BTreeMap<String, (u32, Vec<Json<'t>>, bool)> = BTreeMap::new();
    let start = *at;
    while let Some(row) = rows.get(*at).filter(|row| row.indent >= indent && !row.key.is_empty()) {
        if *at > start && row.item && row.indent == indent {
            break;
        }
        *at += 1;
        if row.indent > indent || members.len() > MOST_MEMBERS {
            continue;
        }
        // A list may stand at the indent of its key.
        let inner = rows.get(*at).filter(|next| {
            row.value.is_empty()
                && depth < DEEPEST
                && (next.indent > indent || (next.item && next.indent == indent + 2))
        });
        let value = match inner {
            Some(next) => nested(rows, at, next.indent, depth + 1),
            None => scalar(&row.value),
        };
        let (key, numbered) = match row.key.strip_suffix(']').and_then(|key| key.split_once('[')) {
            Some((key, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => (key, true),
            _ => (row.key, false),
        };
        // What stands there twice says nothing.
        let known = members.entry(key.to_owned()).or_insert((row.at, Vec::new(), numbered));
        known.1.push(value);
    }
    let member = |(key, (at, mut values, numbered)): (String, (u32, Vec<Json<'t>>, bool))| {
        let value = match values.len() {
            _ if numbered => Json::List(values.into()),
            1 => values.remove(0),
            _ => Json::Null,
        };
        Member { key: key.into(), at, value }
    };
    Json::Object(members.into_iter().map(member).collect())
}

/// A value as it is written in YAML or by PowerShell.
pub(super) fn scalar<'t>(value: &str) -> Json<'t> {
    let plain = |text: &str| text.trim().trim_matches(['\'', '"']).to_owned();
    match value {
        "" | "null" | "~" | "None" => Json::Null,
        "true" | "True" => Json::Bool(true),
        "false" | "False" => Json::Bool(false),
        "[]" => Json::List(Box::new([])),
        _ if value.bytes().all(|byte| byte.is_ascii_digit()) && value.len() < 16 => {
            value.parse().map_or(Json::Null, Json::Number)
        }
        _ => match value.strip_prefix("@{").and_then(|inside| inside.strip_suffix('}')) {
            Some(inside) => {
                let pairs = inside.split(';').filter_map(|pair| pair.split_once('='));
                let mut members: BTreeMap<String, Json<'t>> = BTreeMap::new();
                members.extend(pairs.map(|(key, value)| (key.trim().to_owned(), Json::Text(plain(value).into()))));
                let member = |(key, value): (String, Json<'t>)| Member { key: key.into(), at: 0, value };
                Json::Object(members.into_iter().map(member).collect())
            }
            None => Json::Text(plain(value).into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::text::{node::JsonNode, sheet::Sheet};

    fn check(text: &str, way: &[&str], expected: Option<&str>) {
        let sheet = Sheet::new(text.to_owned());
        let lines = sheet.lines(&[]);
        let listings = listings(&lines);
        let found = listings.iter().find_map(|listing| {
            let root = JsonNode::root(&listing.json);
            let found = way.iter().try_fold(root, |node, step| match step.parse::<usize>() {
                Ok(at) => node.items().into_iter().nth(at),
                Err(_) => node.get(step),
            });
            found?.text().map(str::to_owned)
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn what_is_nested_by_indents_is_read() {
        check(
            "name: vm\nview:\n  agent:\n    state: Not Ready\n  os: x\n",
            &["view", "agent", "state"],
            Some("Not Ready"),
        );
        check("name: vm\nlist:\n- a: x\n  b: y\n- a: z\n  b: q\n", &["list", "1", "b"], Some("q"));
        check("- id: x\n  level: y\n- id: z\n  level: q\n", &["1", "level"], Some("q"));
        check(
            "Name        : vm\nStatuses[0] : \n  Code      : a\nStatuses[1] : \n  Code      : b\n",
            &["Statuses", "1", "Code"],
            Some("b"),
        );
        check("Name : a\nId   : x\n\nName : b\nId   : y\n", &["1", "Id"], Some("y"));
        check(
            "Name       : a\nProperties : @{level=CanNotDelete; notes=by x}\n",
            &["Properties", "level"],
            Some("CanNotDelete"),
        );
        check("Name : a\nId   : /subscriptions/\n       s/x\n", &["Id"], Some("/subscriptions/s/x"));
        check("a: 'x'\na: 'y'\nb: z\n", &["a"], None);
        check("see https://x\nand: y\n", &["and"], None);
        check("One line: alone\n", &["One line"], None);
    }
}
