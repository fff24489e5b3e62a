//! Tables of any kind whose heads call their columns a VM, a group, a vault or a job, in any language of the portal.

use std::collections::BTreeSet;

use memchr::memchr2;
use rustc_hash::FxHashSet;

use super::{
    forms::is_group,
    label_words::{FieldLabel, squeezed},
    labels::{self, is_telling, known},
    machines::{is_compound, is_machine, is_vault},
    words::WORDS,
};
use crate::evidence::{azure::subject::Subject, text::table::MOST_COLUMNS};

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
    /// Where its columns begin, in characters, where a rule below its head shows that.
    starts: Vec<usize>,
    heads: Vec<Option<FieldLabel>>,
}

impl OpenTable {
    /// The cells of a row of it.
    fn row<'t>(&self, line: &'t str) -> Option<Vec<&'t str>> {
        if self.starts.is_empty() {
            return Some(split(line, self.separator)).filter(|cells| self.fits(cells));
        }
        cut(line, &self.starts).filter(|cells| !cells[0].is_empty())
    }

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
        if let Some(table) = &open
            && let Some(cells) = table.row(line)
        {
            rows.push(row(&table.heads, &cells, at + 1));
            continue;
        }
        let rule = lines.get(at + 1).filter(|line| is_rule(line));
        let next = lines.get(at + 1 + usize::from(rule.is_some()));
        open = rule.and_then(|rule| ruled(line, rule)).or_else(|| next.and_then(|next| head(line, next)));
        heads.extend(open.is_some().then_some(at + 1));
    }
    rows
}

fn row<'t>(heads: &[Option<FieldLabel>], cells: &[&'t str], line: usize) -> NamedRow<'t> {
    let done = outcome(cells) == Some(true);
    use FieldLabel::{AnyGroup, Machine, ShortVm, Vm, VmGroup};
    let is_vm = |at: Option<usize>| {
        let head = at.and_then(|at| *heads.get(at)?);
        matches!(head, Some(Vm | ShortVm | Machine))
    };
    let is_labelled = |(at, (label, cell)): (usize, (&Option<FieldLabel>, &&'t str))| {
        let label = label.filter(|_| !cell.is_empty())?;
        // A person has the group beside what is in it.
        let is_own = label == AnyGroup && (is_vm(at.checked_sub(1)) || is_vm(Some(at + 1)));
        let label = labels::of_any_group(label, cell)?;
        Some((if is_own { VmGroup } else { label }, *cell))
    };
    NamedRow { cells: heads.iter().zip(cells).enumerate().filter_map(is_labelled).collect(), done, line }
}

/// The name below a label in a row.
pub(super) fn cell<'t>(row: &NamedRow<'t>, label: FieldLabel) -> Option<&'t str> {
    row.cells.iter().find_map(|(of, cell)| labels::name(cell).filter(|_| *of == label))
}

/// Whether cells say that something did not fail, or that it did.
fn outcome(cells: &[&str]) -> Option<bool> {
    let is_in = |words: &FxHashSet<String>| {
        cells.iter().any(|cell| cell.len() < LONGEST_HEAD && words.contains(&squeezed(cell)))
    };
    if is_in(&WORDS.failed) { Some(false) } else { is_in(&WORDS.done).then_some(true) }
}

/// The same of a line that is a row of a table with any head or none.
pub(super) fn row_outcome(line: &str) -> Option<bool> {
    let sign = SEPARATORS.iter().flatten().find(|sign| matches!(sign, '\t' | '|') && line.contains(**sign));
    // Commas stand in sentences too, and semicolons in the names of containers.
    let cells = split(line, sign.copied());
    let by_commas = || outcome(&split(line, Some(',')));
    // "vm=web01 status=Failed"
    let by_fields = || {
        let values: Vec<&str> = line.split_whitespace().filter_map(|field| Some(field.split_once('=')?.1)).collect();
        outcome(&values)
    };
    outcome(&cells).filter(|_| cells.len() > 1).or_else(by_commas).or_else(by_fields)
}

/// The machine that a row without a head names, first or beside its vault or its group, where the row tells that something failed.
pub(super) fn failed_machine(line: &str) -> Option<Subject<'_>> {
    let cells = if line.contains(',') && !line.contains('\t') { split(line, Some(',')) } else { labels::cells(line) };
    if cells.len() < 3 || outcome(&cells) != Some(false) {
        return None;
    }
    let is_of = |is: fn(&str) -> bool| move |cell: &&&str| is(&cell.to_ascii_lowercase());
    let mut groups = cells.iter().filter(is_of(is_group));
    let group = groups.next().copied().filter(|_| groups.next().is_none());
    if let Some(vm) = cells.first().filter(|cell| is_machine(cell)) {
        return Some(Subject { vm, group, subscription: None });
    }
    let is_other = |cell: &&&str| is_of(is_group)(cell) || is_of(is_vault)(cell);
    let mut vms = cells.iter().filter(|cell| !is_other(cell) && (is_machine(cell) || is_compound(cell)));
    let vm = vms.next().filter(|_| vms.next().is_none() && cells.iter().any(|cell| is_other(&cell)))?;
    Some(Subject { vm, group, subscription: None })
}

/// The head of a table whose columns a rule shows, as az and PowerShell print them.
fn ruled(line: &str, rule: &str) -> Option<OpenTable> {
    if !rule.bytes().all(|byte| matches!(byte, b'-' | b' ')) {
        return None;
    }
    let begins = |at: usize| rule.as_bytes()[at] == b'-' && (at == 0 || rule.as_bytes()[at - 1] == b' ');
    let starts: Vec<usize> = (0..rule.len()).filter(|at| begins(*at)).take(MOST_COLUMNS + 1).collect();
    if starts.len() > MOST_COLUMNS {
        return None;
    }
    let heads: Vec<Option<FieldLabel>> = cut(line, &starts)?.iter().map(|cell| known(cell)).collect();
    (starts.len() > 1 && names_vms(&heads)).then_some(OpenTable { separator: None, starts, heads })
}

/// The cells of a line whose columns begin at these characters; none where one does not.
fn cut<'t>(line: &'t str, starts: &[usize]) -> Option<Vec<&'t str>> {
    let bytes: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    let at = |start: usize| bytes.get(start).copied().unwrap_or(line.len());
    let is_apart = |start: &usize| *start == 0 || *start > bytes.len() || line[..at(*start)].ends_with(' ');
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    starts
        .iter()
        .all(is_apart)
        .then(|| starts.iter().zip(ends).map(|(start, end)| line[at(*start)..at(end)].trim()).collect())
}

/// Whether a column names VMs, or the vault that they are in.
fn names_vms(heads: &[Option<FieldLabel>]) -> bool {
    use FieldLabel::{Machine, ShortVm, Sign, Vault, Vm};
    heads.iter().flatten().any(|label| matches!(label, Vm | ShortVm | Machine | Vault | Sign))
}

/// The head of a table, of which the next line is a row.
fn head(line: &str, next: &str) -> Option<OpenTable> {
    // The cells of rows have times in them, and those of pages their values.
    if memchr2(b':', b'=', line.as_bytes()).is_some() {
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
        let table = OpenTable { separator: *separator, starts: Vec::new(), heads };
        let is_table = names_vms(&table.heads) && !valued && (named > 1 || cells.len() > 2);
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
        // What separates fields may stand within one in quotes.
        Some(separator @ (',' | ';')) if line.contains('"') => {
            let mut quoted = false;
            let parts = line.split(|c: char| {
                quoted ^= c == '"';
                c == separator && !quoted
            });
            parts.map(|cell| cell.trim().trim_matches('"')).collect()
        }
        Some(separator) => line.split(separator).map(|cell| cell.trim().trim_matches('"')).collect(),
        None => labels::cells(line),
    }
}
