//! Tables of any kind whose heads call their columns a VM, a group, a vault or a job, in any language of the portal.

use std::collections::BTreeSet;

use super::{
    labels::{self, is_telling, known},
    words::{FieldLabel, WORDS, squeezed},
};

/// What parts the cells of a row; nothing: two blanks or more.
const SEPARATORS: [Option<char>; 5] = [Some('\t'), Some('|'), Some(';'), Some(','), None];

/// A longer cell is no head, in bytes.
const LONGEST_HEAD: usize = 80;

/// A row with the labels of its cells.
pub(super) struct NamedRow<'t> {
    pub cells: Vec<(FieldLabel, &'t str)>,
    /// Whether it says of itself that it did not fail.
    pub done: bool,
    /// From 1.
    pub line: usize,
}

/// A table that goes on.
struct OpenTable {
    separator: Option<char>,
    heads: Vec<Option<FieldLabel>>,
}

impl OpenTable {
    /// Whether cells are a row of it, the last ones of which may be missing where a sign parts them.
    fn fits(&self, cells: &[&str]) -> bool {
        let least = if self.separator.is_some() { 2 } else { self.heads.len() };
        (least..=self.heads.len()).contains(&cells.len()) && cells.iter().any(|cell| !cell.is_empty())
    }
}

/// The rows of all tables among the lines; `heads` learns of each line that is a head.
pub(super) fn rows<'t>(lines: &[&'t str], heads: &mut BTreeSet<usize>) -> Vec<NamedRow<'t>> {
    let (mut rows, mut open): (_, Option<OpenTable>) = (Vec::new(), None);
    for (at, line) in lines.iter().enumerate() {
        if is_rule(line) {
            continue;
        }
        if let Some(table) = &open {
            let cells = split(line, table.separator);
            if table.fits(&cells) {
                rows.push(row(&table.heads, &cells, at + 1));
                continue;
            }
        }
        let is_ruled = lines.get(at + 1).is_some_and(|line| is_rule(line));
        open = lines.get(at + 1 + usize::from(is_ruled)).and_then(|next| head(line, next));
        heads.extend(open.is_some().then_some(at + 1));
    }
    rows
}

fn row<'t>(heads: &[Option<FieldLabel>], cells: &[&'t str], line: usize) -> NamedRow<'t> {
    let done = cells.iter().any(|cell| cell.len() < LONGEST_HEAD && WORDS.done.contains(&squeezed(cell)));
    let is_labelled = |(label, cell): (&Option<FieldLabel>, &&'t str)| label.map(|label| (label, *cell));
    NamedRow { cells: heads.iter().zip(cells).filter_map(is_labelled).collect(), done, line }
}

/// The head of a table, of which the next line is a row.
fn head(line: &str, next: &str) -> Option<OpenTable> {
    // The cells of rows have times in them, and those of pages their values.
    if line.contains([':', '=']) {
        return None;
    }
    SEPARATORS.iter().find_map(|separator| {
        let sign = separator.map_or_else(|| "  ".to_owned(), String::from);
        if !line.contains(&sign) || !next.contains(&sign) {
            return None;
        }
        let cells = split(line, *separator);
        let is_short = cells.iter().all(|cell| cell.len() <= LONGEST_HEAD);
        if cells.len() < 2 || !is_short {
            return None;
        }
        let heads: Vec<Option<FieldLabel>> = cells.iter().map(|cell| known(cell)).collect();
        let named = heads.iter().flatten().count();
        // A label with its value is none.
        let valued = cells
            .iter()
            .zip(&heads)
            .any(|(cell, label)| label.is_none() && is_telling(cell) && !cell.contains(' ') && !cell.contains('_'));
        let of_names = heads
            .iter()
            .flatten()
            .any(|label| matches!(label, FieldLabel::Vm | FieldLabel::ShortVm | FieldLabel::Vault | FieldLabel::Sign));
        let table = OpenTable { separator: *separator, heads };
        let is_table = of_names && !valued && (named > 1 || cells.len() > 2);
        (is_table && table.fits(&split(next, *separator))).then_some(table)
    })
}

/// Whether a line only parts a head from its rows.
fn is_rule(line: &str) -> bool {
    line.contains("--") && line.bytes().all(|byte| b"-+|=: \t".contains(&byte))
}

fn split(line: &str, separator: Option<char>) -> Vec<&str> {
    match separator {
        Some('|') => line.trim().trim_matches('|').split('|').map(str::trim).collect(),
        Some(separator) => line.split(separator).map(|cell| cell.trim().trim_matches('"')).collect(),
        None => labels::cells(line),
    }
}
