//! Characters that act, hide or reorder, in guides and words alike, also where an escape writes them.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{data::Files, guide::Report, text::sanitise};

/// So many are told of a file; one that is no text at all may be nothing else.
const MOST: usize = 100;

pub(super) fn lint(files: &Files, report: &mut Report) {
    for (path, text) in files.all() {
        let most = report.0.len() + MOST;
        let mut add = |c: char, span| {
            if report.0.len() < most {
                report.add("control-character", path, span, [("name", &code_point(c))]);
            }
        };
        for (at, c) in text.char_indices().filter(|(_, c)| is_harmful(*c)) {
            add(c, at..at + c.len_utf8());
        }
        if path.ends_with(".ftl") {
            fluent_escapes(text).for_each(|(c, span)| add(c, span));
        } else if let Ok(document) = DeTable::parse(text) {
            toml_table(document.get_ref(), text, &mut add);
        }
    }
}

fn is_harmful(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t') || sanitise::acts(c)
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

/// `\u202E` and `\U00202E`, as string literals of words write them.
fn fluent_escapes(text: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    text.match_indices('\\').filter_map(|(at, _)| {
        let length = match text[at + 1..].chars().next()? {
            'u' => 4,
            'U' => 6,
            _ => return None,
        };
        let end = at + 2 + length;
        let c = u32::from_str_radix(text.get(at + 2..end)?, 16).ok().and_then(char::from_u32)?;
        is_harmful(c).then_some((c, at..end))
    })
}

/// The parser bounds how deep a document nests, so this may recurse.
fn toml_table(table: &DeTable<'_>, text: &str, add: &mut impl FnMut(char, Range<usize>)) {
    for (key, value) in table {
        toml_string(key.get_ref(), key.span(), text, add);
        toml_value(value, text, add);
    }
}

fn toml_value(value: &Spanned<DeValue<'_>>, text: &str, add: &mut impl FnMut(char, Range<usize>)) {
    match value.get_ref() {
        DeValue::String(string) => toml_string(string, value.span(), text, add),
        DeValue::Array(items) => items.iter().for_each(|item| toml_value(item, text, add)),
        DeValue::Table(table) => toml_table(table, text, add),
        _ => {}
    }
}

/// What stands in the source as it is was seen there.
fn toml_string(string: &str, span: Range<usize>, text: &str, add: &mut impl FnMut(char, Range<usize>)) {
    let source = text.get(span.clone()).unwrap_or_default();
    if let Some(c) = string.chars().find(|c| is_harmful(*c) && !source.contains(*c)) {
        add(c, span);
    }
}
