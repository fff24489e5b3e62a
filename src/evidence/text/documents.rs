//! The JSON of a file: whole, or between the warnings of a tool, or several answers one after another.

use std::ops::Range;

use super::{json, json::Json, node::JsonNode, sheet::Sheet};
use crate::evidence::Refusal;

/// A JSON value of a file.
pub(crate) struct Document<'t> {
    /// Where it stands.
    pub range: Range<usize>,
    json: Json<'t>,
}

impl Document<'_> {
    /// The value itself.
    pub(crate) fn root(&self) -> JsonNode<'_> {
        JsonNode::root(&self.json)
    }
}

/// Finds every value that begins a line.
///
/// # Errors
/// Where a value breaks a bound; where it is broken, unless it stands behind other text, which may be anything.
pub(crate) fn documents(sheet: &Sheet) -> Result<Vec<Document<'_>>, Refusal> {
    let text = sheet.text.as_str();
    let mut documents = Vec::new();
    let mut from = 0;
    let mut prose = false;
    let mut values = 0;
    while from < text.len() {
        let start = from + (text[from..].len() - text[from..].trim_start_matches([' ', '\t']).len());
        if !looks_like_json(&text[start..]) {
            let line_end = behind_line(text, from);
            let line = text[from..line_end].trim();
            prose |= !line.is_empty() && !is_warning(line);
            from = line_end;
            continue;
        }
        match json::parse(&text[start..], &mut values) {
            Ok((json, length)) => {
                documents.push(Document { range: start..start + length, json });
                from = start + length;
            }
            // Read on behind the damage: pieces of a broken answer say nothing, and nothing is read twice.
            Err(defect) if defect.reason == "evidence-json" && prose => {
                from = behind_line(text, start + defect.at);
            }
            Err(defect) => {
                let (line, column) = sheet.position(start + defect.at);
                return Err(Refusal { reason: defect.reason, line, column, path: defect.path });
            }
        }
    }
    Ok(documents)
}

/// Where the line after the one at a place begins.
fn behind_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// Whether a text begins as only JSON does; a log may begin with a bracket too.
fn looks_like_json(text: &str) -> bool {
    let inside = |rest: &str, starts: &[&str]| starts.iter().any(|start| rest.trim_start().starts_with(start));
    match text.as_bytes().first() {
        Some(b'{') => inside(&text[1..], &["\"", "}"]),
        Some(b'[') => inside(&text[1..], &["{", "[", "\"", "]", "null", "NaN"]),
        _ => false,
    }
}

/// What az writes on the same console.
fn is_warning(line: &str) -> bool {
    ["WARNING", "ERROR", "INFO", "DEBUG", "cli."].iter().any(|word| line.starts_with(word))
}
