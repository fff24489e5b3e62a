//! The summary for scripts: JSON with a member per group, or a table with a line per VM and group.

use std::rc::Rc;

use serde::Serialize;

use super::{FailureGroup, Summary, VmLine};
use crate::guide::Catalog;

/// Lines of a table that are made at once.
const AT_ONCE: usize = 512;

/// The columns of the table.
const HEAD: &str = "problem,code,vm,resource_group,subscription,vault,vault_group,jobs,first,last,\
                    last_job,activity,number,operation,message\n";

#[derive(Serialize)]
struct Whole<'a> {
    rows: usize,
    groups: Vec<TableRow<'a>>,
    unknown: Vec<Unknown<'a>>,
}

#[derive(Serialize)]
struct TableRow<'a> {
    code: &'a str,
    problem: &'a str,
    count: usize,
    vms: Vec<&'a str>,
    vaults: Vec<&'a str>,
    first: Option<&'a str>,
    last: Option<&'a str>,
}

#[derive(Serialize)]
struct Unknown<'a> {
    code: &'a str,
    count: usize,
}

/// The summary in the shape of the contract; names of VMs and vaults are sorted, and stand once for each that there is.
pub fn json(summary: &Summary, catalog: &Catalog) -> String {
    let whole = Whole {
        rows: summary.rows(),
        groups: summary.groups.iter().map(|group| row(summary, catalog, group)).collect(),
        unknown: summary.unknown.iter().map(|group| Unknown { code: &group.code, count: group.count }).collect(),
    };
    serde_json::to_string_pretty(&whole).expect("strings and numbers are always JSON") + "\n"
}

fn row<'a>(summary: &'a Summary, catalog: &'a Catalog, group: &'a FailureGroup) -> TableRow<'a> {
    // What has no name cannot be listed.
    let named = |name: &&str| !name.is_empty();
    let mut vaults: Vec<&str> =
        group.vaults.iter().map(|part| summary.vault(part).name.as_str()).filter(named).collect();
    vaults.sort_unstable();
    TableRow {
        code: &group.code,
        problem: group.problem_id(catalog),
        count: group.count,
        vms: summary.lines(group).map(|line| line.vm.name.as_str()).filter(named).collect(),
        vaults,
        first: group.first.as_deref(),
        last: group.last.as_deref(),
    }
}

/// The summary as lines of a table, some hundred at a time, so that a large one is never whole in memory.
pub struct Table {
    summary: Summary,
    catalog: Rc<Catalog>,
    /// The job that comes next; `None` before the head was made.
    next: Option<usize>,
}

impl Table {
    /// The table of a summary.
    pub fn new(summary: Summary, catalog: Rc<Catalog>) -> Self {
        Table { summary, catalog, next: None }
    }
}

impl Iterator for Table {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let Some(start) = self.next else {
            self.next = Some(0);
            return Some(HEAD.to_owned());
        };
        let (group, lines, next) = self.summary.lines_from(start, AT_ONCE)?;
        let problem = group.problem_id(&self.catalog);
        let text = lines.iter().map(|line| self::line(problem, &group.code, line)).collect();
        self.next = Some(next);
        Some(text)
    }
}

fn line(problem: &str, code: &str, line: &VmLine<'_>) -> String {
    let count = line.count.to_string();
    let own = if line.failing.code.is_empty() { code } else { &line.failing.code };
    let fields = [
        problem,
        own,
        &line.vm.name,
        &line.vm.group,
        &line.vm.subscription,
        &line.vault.name,
        &line.vault.group,
        &count,
        line.first.as_deref().unwrap_or_default(),
        line.last.as_deref().unwrap_or_default(),
        &line.job,
        line.activity.as_deref().unwrap_or_default(),
        &line.failing.number,
        &line.failing.operation,
        &line.failing.message,
    ];
    fields.map(field).join(",") + "\n"
}

/// A field by RFC 4180; one that a spreadsheet would take for a formula gets an apostrophe before it.
fn field(text: &str) -> String {
    // A spreadsheet passes over blanks, and East Asian ones know wide signs too.
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let guard = if is_formula || text.starts_with(['\t', '\r', '\n']) { "'" } else { "" };
    if text.contains(['"', ',', ';', '\n', '\r', '\'']) || !guard.is_empty() {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn no_field_leaves_its_place_or_is_a_formula() {
        let check = |text: &str, expected: &str| assert_eq!(field(text), expected);
        check("vm-1", "vm-1");
        check("a,\"b\"", "\"a,\"\"b\"\"\"");
        check("=HYPERLINK(1)", "\"'=HYPERLINK(1)\"");
        check("+1", "\"'+1\"");
        check("-1", "\"'-1\"");
        check("@x", "\"'@x\"");
        for blank in ["", " ", "\u{a0}", "\u{3000}", "\t", "\u{2003}"] {
            for sign in "=+-@＝＋－＠".chars() {
                check(&format!("{blank}{sign}1+1"), &format!("\"'{blank}{sign}1+1\""));
            }
        }
        check(" vm-1", " vm-1");
        check("", "");
    }
}
