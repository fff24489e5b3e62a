//! Tables as consoles print them: a head, a line of dashes below it, rows in columns; of az and of PowerShell.

use super::{
    json::{Json, MOST, Member},
    sheet::SheetLine,
};

/// Columns at most.
pub(in crate::evidence) const MOST_COLUMNS: usize = 60;

/// Rules that a block of lines has at most, each below a head: all tables in it go on to its end.
const MOST_RULES: usize = 16;

/// A longer head is none, in bytes.
pub(super) const LONGEST_HEAD: usize = 80;

/// A table or a listing among the lines.
pub(super) struct Layout<'t> {
    /// The line at which it begins.
    pub line: usize,
    /// What it says: of a table its rows, each an object by the heads without their blanks.
    pub json: Json<'t>,
    /// Whether it ends in sight; one that does not may be cut off, with more behind it.
    pub whole: bool,
}

/// All tables of a text.
pub(super) fn tables<'t>(lines: &[SheetLine<'t>]) -> Vec<Layout<'t>> {
    let rules = (1..lines.len()).filter(|at| is_rule(lines[*at].text) && !lines[*at - 1].text.trim().is_empty());
    let ends = |at: &usize| lines[*at].text.trim().is_empty() || is_prompt(lines[*at].text);
    let (mut tables, mut cells) = (Vec::new(), MOST);
    let (mut end, mut nth) = (0, 0);
    for rule in rules {
        if rule >= end {
            (end, nth) = ((rule + 1..lines.len()).find(ends).unwrap_or(lines.len()), 0);
        }
        nth += 1;
        if nth <= MOST_RULES {
            tables.extend(table(lines, rule, end, &mut cells));
        }
    }
    tables
}

/// Whether a line underlines the heads of columns.
fn is_rule(line: &str) -> bool {
    line.contains("--") && line.bytes().all(|byte| byte == b'-' || byte == b' ')
}

/// The table with a rule that ends before a line, with as many cells as are left.
fn table<'t>(lines: &[SheetLine<'t>], rule: usize, end: usize, cells: &mut usize) -> Option<Layout<'t>> {
    let rows: Vec<Vec<char>> = lines[rule + 1..end].iter().map(|line| line.text.chars().collect()).collect();
    let head: Vec<char> = lines[rule - 1].text.chars().collect();
    let bounds = bounds(lines[rule].text, &head, &rows)?;
    let cell = |row: &[char], column: usize| -> String {
        let from = bounds[column].min(row.len());
        let to = bounds.get(column + 1).copied().unwrap_or(row.len()).min(row.len());
        row[from..to].iter().collect::<String>().trim().to_owned()
    };
    let keys: Vec<String> = (0..bounds.len()).map(|at| cell(&head, at).replace(' ', "")).collect();
    if keys.iter().any(|key| key.len() > LONGEST_HEAD) {
        return None;
    }
    let kept = rows.len().min(*cells / keys.len());
    *cells -= kept * keys.len();
    let start = lines[rule - 1].text.as_ptr() as usize;
    let object = |(row, line): (&Vec<char>, &SheetLine<'t>)| {
        let at = (line.text.as_ptr() as usize - start) as u32;
        let member =
            |(column, key): (usize, &String)| Member { key: key.clone().into(), at, value: value(cell(row, column)) };
        let mut members: Vec<Member<'t>> = keys.iter().enumerate().map(member).collect();
        members.sort_by(|a, b| a.key.cmp(&b.key));
        members.dedup_by(|b, a| a.key == b.key);
        Json::Object(members.into())
    };
    let json = Json::List(rows.iter().zip(&lines[rule + 1..]).take(kept).map(object).collect());
    let whole = end < lines.len() && kept == rows.len();
    (kept > 0).then_some(Layout { line: rule - 1, json, whole })
}

fn is_prompt(line: &str) -> bool {
    line.starts_with("PS ") || line.starts_with("$ ") || line.contains("$ az ")
}

/// Where each column begins: between two of them all rows have a blank, at best right before the next one.
fn bounds(rule: &str, head: &[char], rows: &[Vec<char>]) -> Option<Vec<usize>> {
    let mut starts = Vec::new();
    let mut ends = Vec::new();
    let dashes: Vec<char> = rule.chars().collect();
    for (at, c) in dashes.iter().enumerate() {
        let dash = |at: Option<usize>| at.and_then(|at| dashes.get(at)) == Some(&'-');
        if *c == '-' && !dash(at.checked_sub(1)) {
            starts.push(at);
        }
        if *c == '-' && !dash(Some(at + 1)) {
            ends.push(at + 1);
        }
    }
    if starts.is_empty() || starts.len() > MOST_COLUMNS {
        return None;
    }
    let mut filled = vec![false; dashes.len()];
    for row in rows.iter().map(Vec::as_slice).chain([head]) {
        filled.iter_mut().zip(row).for_each(|(filled, c)| *filled |= *c != ' ');
    }
    let mut bounds = vec![0];
    for (end, start) in ends.iter().zip(&starts[1..]) {
        bounds.push((*end..*start).rev().find(|at| !filled[*at])? + 1);
    }
    Some(bounds)
}

/// A cell; one that was cut to fit its column says nothing.
fn value<'t>(cell: String) -> Json<'t> {
    match cell.as_str() {
        "" | "None" => Json::Null,
        "True" | "true" => Json::Bool(true),
        "False" | "false" => Json::Bool(false),
        _ if cell.ends_with("...") || cell.ends_with('\u{2026}') => Json::Null,
        _ if cell.bytes().all(|byte| byte.is_ascii_digit()) && cell.len() < 16 => {
            cell.parse().map_or(Json::Null, Json::Number)
        }
        _ => Json::Text(cell.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::text::{node::JsonNode, sheet::Sheet};

    #[test]
    fn cells_are_found_by_their_columns() {
        let check = |text: &str, row: usize, key: &str, expected: Option<&str>| {
            let sheet = Sheet::new(text.to_owned());
            let lines = sheet.lines(&[]);
            let tables = tables(&lines);
            let cell = tables
                .first()
                .and_then(|table| JsonNode::root(&table.json).items().get(row)?.get(key)?.text().map(str::to_owned));
            assert_eq!(cell.as_deref(), expected, "{text}");
        };
        let az = "Name       Item Name    State\n---------  -----------  ------\nvm-web-01               Failed\nx          y z          Ok\n";
        check(az, 0, "Name", Some("vm-web-01"));
        check(az, 0, "ItemName", None);
        check(az, 0, "State", Some("Failed"));
        check(az, 1, "ItemName", Some("y z"));
        let powershell = "\nName                     Codes\n----                     -----\nAzureMonitorLinuxAgent   ProvisioningState/succeeded\nCustom...                ProvisioningState/failed/1\n\n";
        check(powershell, 0, "Name", Some("AzureMonitorLinuxAgent"));
        check(powershell, 1, "Codes", Some("ProvisioningState/failed/1"));
        check(powershell, 1, "Name", None);
        check("Ab Cd\n-- --\nabcde\n", 0, "Ab", None);
        check("A heading\n---------\n\ntext\n", 0, "Aheading", None);
        check("Ab Cd\n-- --\nx  y\n-- --\n", 0, "Cd", Some("y"));
        check(&format!("{}\n--\nx\n", "A".repeat(LONGEST_HEAD + 1)), 0, &"A".repeat(LONGEST_HEAD + 1), None);
    }
}
