//! Links, images and HTML, which a sentence or a name would carry into an export, where they act.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::source::{WordsFile, WordsPart};
use crate::{data::Files, guide::Report};

/// Without these no link, no image and no HTML begins or ends.
const MARKS: [char; 3] = ['<', '[', ']'];

/// Readers of Markdown make links of these by themselves.
const ADDRESSES: [&str; 2] = ["://", "www."];

/// Looks at the sentences of all files, at the names in guides and at the titles of their documents.
pub(super) fn lint(files: &Files, report: &mut Report) {
    for (path, text) in files.all() {
        if path.ends_with(".ftl") {
            let source = WordsFile::read(path, text, &mut Report::default());
            for part in &source.parts {
                if let Some(mark) = in_sentence(part) {
                    report.add("active-text", path, part.span.clone(), [("name", mark)]);
                }
            }
        } else {
            if let Some(mark) = MARKS.iter().find(|mark| path.contains(**mark)) {
                report.add("active-text", path, None, [("name", &mark.to_string())]);
            }
            let mut add = |mark: char, span| report.add("active-text", path, span, [("name", &mark.to_string())]);
            if let Ok(document) = DeTable::parse(text) {
                names(document.get_ref(), &mut add);
                if let Some(title) = document.get_ref().get("source").and_then(|source| source.get_ref().get("title")) {
                    let mark = title.get_ref().as_str().and_then(|title| title.chars().find(|c| MARKS.contains(c)));
                    mark.into_iter().for_each(|mark| add(mark, title.span()));
                }
            }
        }
    }
}

/// What in a sentence would be markup, also where an escape writes it or several pieces make it up.
fn in_sentence(part: &WordsPart<'_>) -> Option<&'static str> {
    let text = part.said.to_ascii_lowercase();
    let marks = ["<", "[", "]"].into_iter().find(|mark| text.contains(mark));
    marks.or_else(|| ADDRESSES.into_iter().find(|mark| text.contains(mark)))
}

/// The keys of a table and of all inside it; the parser bounds how deep that goes.
fn names(table: &DeTable<'_>, add: &mut impl FnMut(char, Range<usize>)) {
    for (key, value) in table {
        if let Some(mark) = key.get_ref().chars().find(|c| MARKS.contains(c)) {
            add(mark, key.span());
        }
        inside(value.get_ref(), add);
    }
}

fn inside(value: &DeValue<'_>, add: &mut impl FnMut(char, Range<usize>)) {
    match value {
        DeValue::Table(table) => names(table, add),
        DeValue::Array(items) => items.iter().for_each(|item| inside(item.get_ref(), add)),
        _ => {}
    }
}
