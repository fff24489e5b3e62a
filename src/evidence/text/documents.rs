//! What a file holds as values: JSON, whole or between other text, damaged or in parts; tables and listings of consoles.

use std::ops::Range;

use memchr::memchr2;

use super::{
    csv, damaged,
    decode::LONGEST,
    json::{self, Json},
    listing,
    node::JsonNode,
    sheet::{Sheet, SheetLine},
    table::{self, Layout},
};
use crate::{error::EvidenceFlaw, evidence::Refusal};

/// A value of a file.
pub(crate) struct Document<'t> {
    /// Where it stands.
    pub range: Range<usize>,
    /// What the damage may have lost.
    pub loss: Loss,
    json: Json<'t>,
}

/// What may be missing of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loss {
    Nothing,
    /// Its last rows.
    Rows,
    /// What stood around it.
    Head,
    /// Anything.
    Parts,
}

impl Document<'_> {
    /// The value itself.
    pub(crate) fn root(&self) -> JsonNode<'_> {
        JsonNode::root(&self.json)
    }

    /// Whether it is a list, which has more items than are left where it is damaged.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.json, Json::List(_))
    }
}

/// A file, taken apart.
pub(crate) struct FileContent<'t> {
    /// Every value of JSON that begins a line.
    pub documents: Vec<Document<'t>>,
    /// Where JSON was first found damaged.
    pub damage: Option<Refusal>,
    /// The lines outside of JSON.
    pub lines: Vec<SheetLine<'t>>,
    /// The tables and the listings among these lines.
    pub layouts: Vec<Document<'t>>,
}

/// Takes a file apart, damaged values too where these are asked for.
///
/// # Errors
/// Where a value or a line breaks a bound; where a value is broken, unless damaged ones are asked for.
pub(crate) fn content(sheet: &Sheet, damaged: bool) -> Result<FileContent<'_>, Refusal> {
    let (documents, damage) = documents(sheet, damaged)?;
    let ranges: Vec<_> = documents.iter().map(|document| document.range.clone()).collect();
    let lines = sheet.lines(&ranges);
    if let Some(line) = lines.iter().find(|line| line.text.len() > LONGEST) {
        return Err(Refusal { flaw: EvidenceFlaw::Line, line: line.number, column: 1, path: String::new() });
    }
    let layouts = layouts(&lines, sheet);
    Ok(FileContent { documents, damage, lines, layouts })
}

fn documents(sheet: &Sheet, damaged: bool) -> Result<(Vec<Document<'_>>, Option<Refusal>), Refusal> {
    let text = sheet.text.as_str();
    let (mut documents, mut first) = (Vec::new(), None);
    let (mut from, mut values) = (0, 0);
    // Up to here whatever has lost its head is read to the same end, where nothing is left of it.
    let mut barren = 0;
    while from < text.len() {
        let start = from + (text[from..].len() - text[from..].trim_start_matches([' ', '\t']).len());
        let part = &text[start..];
        let headless = damaged::begins_with_member(part);
        let Some(start) = (headless || looks_like_json(part)).then_some(start).or_else(|| behind_a_label(text, start))
        else {
            from = behind_line(text, from);
            continue;
        };
        if headless && start < barren {
            from = behind_line(text, start);
            continue;
        }
        let before = values;
        let defect = match json::parse(&text[start..], &mut values) {
            Ok((json, length)) if !headless => {
                documents.push(Document { range: start..start + length, loss: Loss::Nothing, json });
                from = start + length;
                continue;
            }
            Err(defect) if !headless && (defect.flaw != EvidenceFlaw::Json || !damaged) => {
                let (line, column) = sheet.position(start + defect.at);
                return Err(Refusal { flaw: defect.flaw, line, column, path: defect.path });
            }
            read => read.err(),
        };
        values = before;
        let at = defect.as_ref().map_or(0, |defect| defect.at);
        first.get_or_insert_with(|| {
            let (line, column) = sheet.position(start + at);
            Refusal {
                flaw: EvidenceFlaw::Json,
                line,
                column,
                path: defect.map(|defect| defect.path).unwrap_or_default(),
            }
        });
        from = behind_line(text, start + if headless { 0 } else { at });
        if let Some(remains) = damaged::read(&text[start..], &mut values) {
            let end = start + remains.end;
            let loss = if headless { Loss::Head } else { Loss::Parts };
            let Some(json) = remains.json else {
                barren = end;
                continue;
            };
            from = if end > start { end } else { from };
            documents.extend(parts(json, headless).map(|json| Document { range: start..end, loss, json }));
        }
    }
    Ok((documents, first))
}

/// The objects whose heads are lost, each for itself.
fn parts(json: Json<'_>, headless: bool) -> impl Iterator<Item = Json<'_>> {
    match json {
        Json::List(levels) if headless => levels.into_vec().into_iter(),
        json => vec![json].into_iter(),
    }
}

fn layouts<'t>(lines: &[SheetLine<'t>], sheet: &'t Sheet) -> Vec<Document<'t>> {
    let start = |line: usize| lines[line].text.as_ptr() as usize - sheet.text.as_ptr() as usize;
    let document = |Layout { line, json, whole }| {
        let loss = if whole { Loss::Nothing } else { Loss::Rows };
        Document { range: start(line)..start(line), loss, json }
    };
    let layouts = table::tables(lines).into_iter().chain(listing::listings(lines)).chain(csv::tables(lines));
    layouts.map(document).collect()
}

/// Where the line after the one at a place begins.
fn behind_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// Where JSON begins behind a label such as `output:` on the same line.
fn behind_a_label(text: &str, start: usize) -> Option<usize> {
    let near = &text[start..text.floor_char_boundary(start + 80)];
    // Most lines have neither.
    let at = memchr2(b'{', b'[', near.as_bytes()).filter(|at| (1..60).contains(at))?;
    let line = near.lines().next().filter(|line| at < line.len())?;
    let is_label = line[..at].trim_end().ends_with([':', '=']) && !line[..at].contains(['"', '@', '{']);
    let whole = || json::parse(&text[start + at..], &mut 0).is_ok();
    (is_label && looks_like_json(&line[at..]) && whole()).then_some(start + at)
}

/// Whether a text begins as only JSON does, or as Python writes it; a log may begin with a bracket too.
fn looks_like_json(text: &str) -> bool {
    let inside = |rest: &str, starts: &[&str]| starts.iter().any(|start| rest.trim_start().starts_with(start));
    match text.as_bytes().first() {
        Some(b'{') => inside(&text[1..], &["\"", "}", "\u{201c}", "'", "...", "\u{2026}", "//", "/*", "#"]),
        Some(b'[') => inside(&text[1..], &["{", "[", "\"", "]", "null", "NaN"]),
        _ => false,
    }
}
