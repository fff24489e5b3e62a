//! Tables whose fields a comma, a semicolon or a tab parts, with their heads: what PowerShell and the portal export.

use super::{
    json::{Json, Member},
    listing::scalar,
    sheet::SheetLine,
    table::{LONGEST_HEAD, Layout},
};
use crate::text::csv::{self, CsvLine};

/// Fewer columns have sentences too.
const FEWEST: usize = 3;

/// Cells of all tables of a file at most; what has more is a stream of jobs, or no evidence of one VM.
const MOST_CELLS: usize = 50_000;

/// All tables of a text.
pub(super) fn tables<'t>(lines: &[SheetLine<'t>]) -> Vec<Layout<'t>> {
    let (mut tables, mut cells) = (Vec::new(), MOST_CELLS);
    let mut at = 0;
    while at + 1 < lines.len() {
        let rows = csv::SEPARATORS.iter().find_map(|separator| table(&lines[at..], *separator, &mut cells));
        match rows {
            Some(rows) => {
                let length = rows.len();
                let whole = lines.get(at + 1 + length).is_some_and(|next| next.text.trim().is_empty());
                tables.push(Layout { line: at, json: Json::List(rows.into()), whole });
                at += 1 + length;
            }
            None => at += 1,
        }
    }
    tables
}

/// The rows behind a head, as many as have its fields, of as many cells as are left.
fn table<'t>(lines: &[SheetLine<'t>], separator: u8, cells: &mut usize) -> Option<Vec<Json<'t>>> {
    // Most lines have no such signs and are taken apart for nothing.
    lines[0].text.matches(char::from(separator)).nth(FEWEST - 2)?;
    let heads = fields(lines[0].text, separator).filter(|heads| heads.len() >= FEWEST)?;
    let is_head = |head: &String| {
        head.starts_with(|c: char| c.is_ascii_alphabetic())
            && head.len() <= LONGEST_HEAD
            && head.chars().all(|c| c.is_ascii_alphanumeric() || "_. ".contains(c))
    };
    if !heads.iter().all(is_head) {
        return None;
    }
    let start = lines[0].text.as_ptr() as usize;
    let row = |line: &SheetLine<'t>| {
        let values = fields(line.text, separator).filter(|values| values.len() == heads.len())?;
        let at = (line.text.as_ptr() as usize - start) as u32;
        let member = |(head, value): (&String, String)| Member { key: head.clone().into(), at, value: scalar(&value) };
        let mut members: Vec<Member<'t>> = heads.iter().zip(values).map(member).collect();
        members.sort_by(|a, b| a.key.cmp(&b.key));
        members.dedup_by(|b, a| a.key == b.key);
        Some(Json::Object(members.into()))
    };
    let rows: Vec<Json<'t>> = lines[1..].iter().take(*cells / heads.len()).map_while(row).collect();
    *cells -= rows.len() * heads.len();
    (!rows.is_empty()).then_some(rows)
}

/// The fields of a line; `None` where a quote does not end.
fn fields(line: &str, separator: u8) -> Option<Vec<String>> {
    let mut fields = Vec::new();
    let CsvLine::Whole(_) = csv::line(line, separator, true, &mut fields) else { return None };
    Some(fields.iter().map(|field| field.trim().to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::text::{node::JsonNode, sheet::Sheet};

    #[test]
    fn rows_are_read_by_their_heads() {
        let check = |text: &str, key: &str, expected: Option<&str>| {
            let sheet = Sheet::new(text.to_owned());
            let lines = sheet.lines(&[]);
            let tables = tables(&lines);
            let cell = tables
                .first()
                .and_then(|table| JsonNode::root(&table.json).items().first()?.get(key)?.text().map(str::to_owned));
            assert_eq!(cell.as_deref(), expected, "{text}");
        };
        check("#TYPE x\n\"A\",\"B\",\"C\"\n\"1\",\"x \"\"y\"\", z\",\n", "B", Some("x \"y\", z"));
        check("A;B;C\na;b;c\n", "C", Some("c"));
        check("A\tB\tC\na\tb\tc\n", "A", Some("a"));
        check("A,B,C\na,b\n", "A", None);
        check("A,B\na,b\n", "A", None);
        check("First, see this, then that\nthen, do this, now\n", "First", Some("then"));
        check("\"A\",\"B\",\"C\n", "A", None);
        check(&format!("A,B,{}\na,b,c\n", "C".repeat(LONGEST_HEAD + 1)), "A", None);
    }
}
