//! Streams of JSON: arrays of jobs, pages that hold them, lines of one job each, tables of a log; in any mixture.

use super::{
    beginning::{begins_json, is_decided},
    record::{self, Fields, HOLDERS, JobField, Record},
    scan::{Room, Scan, ScanStop, Scanner},
    window::Window,
};
use crate::error::{Error, JobsFlaw};

/// Lists within lists: a page of pages is the deepest that makes sense.
const NESTED: usize = 8;

/// Members of an object that holds jobs.
const MEMBERS: usize = 64;

/// What Azure CLI writes in front of its warnings, which a shell may mix into its output.
pub(super) const WARNING: &str = "WARNING:";

/// A list that is open.
enum Open {
    /// An array of jobs, pages or tables.
    List { first: bool },
    /// An object that holds one.
    Holder { names: Vec<String>, columns: Vec<Option<JobField>> },
    /// The rows of a log's table.
    Rows { first: bool, columns: Vec<Option<JobField>> },
}

/// Hands every job of a stream to `take`.
pub(super) fn read(window: &mut Window<'_>, take: &mut dyn FnMut(&Record<'_>)) -> Result<(), Error> {
    let (mut open, mut room, fields) = (Vec::new(), Room::default(), Fields::new());
    loop {
        let mut scanner = Scanner::new(window.text(), &mut room);
        match step(&mut scanner, &fields, &mut open, window.rows > 0, take) {
            Ok(rows) => {
                let passed = scanner.at;
                window.pass(passed);
                window.rows += rows;
            }
            Err(ScanStop::More) => {
                let at_end = open.is_empty() && is_between(window.text(), window.rows > 0);
                if !window.more()? {
                    let end = window.text().len();
                    return if at_end { Ok(()) } else { Err(window.error(JobsFlaw::Cut, end)) };
                }
            }
            Err(ScanStop::Holder) => unreachable!("a holder is opened"),
            Err(ScanStop::Bad(flaw, at)) => return Err(window.error(flaw, at)),
        }
    }
}

/// Whether the text is nothing but blanks, or the start of a warning; behind jobs it may be a prompt or a fence.
fn is_between(text: &str, behind: bool) -> bool {
    let rest = text.trim_start_matches([' ', '\n', '\r', '\t']);
    rest.is_empty() || rest.starts_with(WARNING) || (behind && !begins_json(rest))
}

/// Passes one job, one bracket or one member; answers how many jobs that were. Nothing has changed where it stops.
fn step(
    scanner: &mut Scanner<'_, '_>,
    fields: &Fields,
    open: &mut Vec<Open>,
    behind: bool,
    take: &mut dyn FnMut(&Record<'_>),
) -> Scan<u64> {
    let Some(inner) = open.last_mut() else { return begin(scanner, fields, open, behind, take) };
    let (is_first, end) = match inner {
        Open::List { first } | Open::Rows { first, .. } => (*first, b']'),
        Open::Holder { names, .. } => (names.is_empty(), b'}'),
    };
    if !scanner.goes_on(is_first, end)? {
        open.pop();
        return Ok(0);
    }
    match inner {
        Open::List { .. } => {
            let jobs = job(scanner, fields, open, take)?;
            // A holder that was opened lies above the list.
            let list = open.iter_mut().rev().find(|open| matches!(open, Open::List { .. }));
            if let Some(Open::List { first }) = list {
                *first = false;
            }
            Ok(jobs)
        }
        Open::Rows { first, columns } => {
            let mut record = Record::default();
            record::row(scanner, columns, &mut record)?;
            *first = false;
            take(&record);
            Ok(1)
        }
        Open::Holder { names, columns } => {
            if let Some(inner) = member(scanner, names, columns)? {
                scanner.at += 1;
                nest(scanner, open, inner)?;
            }
            Ok(0)
        }
    }
}

/// Passes what stands outside of all brackets, or opens the first one.
fn begin(
    scanner: &mut Scanner<'_, '_>,
    fields: &Fields,
    open: &mut Vec<Open>,
    behind: bool,
    take: &mut dyn FnMut(&Record<'_>),
) -> Scan<u64> {
    if scanner.peek()? == b'W' {
        return scanner.line(WARNING).map(|()| 0);
    }
    if behind && !is_decided(scanner.rest()) {
        return Err(ScanStop::More);
    }
    if behind && !begins_json(scanner.rest()) {
        return scanner.line("").map(|()| 0);
    }
    if scanner.take(b'[')? {
        open.push(Open::List { first: true });
        return Ok(0);
    }
    job(scanner, fields, open, take)
}

/// Passes a member of what holds jobs, or only its name where it is a list of them, which is to be opened then.
fn member(
    scanner: &mut Scanner<'_, '_>,
    names: &mut Vec<String>,
    columns: &mut Vec<Option<JobField>>,
) -> Scan<Option<Open>> {
    let name = scanner.name()?.text;
    if names.iter().any(|known| known == name) {
        return scanner.bad(JobsFlaw::Twice);
    }
    if names.len() == MEMBERS {
        return scanner.bad(JobsFlaw::Foreign);
    }
    let is_list = scanner.peek()? == b'[';
    let inner = match name {
        "columns" if is_list => {
            *columns = record::columns(scanner)?;
            None
        }
        "rows" if is_list && columns.is_empty() => return scanner.bad(JobsFlaw::Foreign),
        "rows" if is_list => Some(Open::Rows { first: true, columns: std::mem::take(columns) }),
        name if is_list && HOLDERS.contains(&name) => Some(Open::List { first: true }),
        _ => {
            scanner.skip()?;
            None
        }
    };
    names.push(name.to_owned());
    Ok(inner)
}

/// An object: a job, or what holds jobs.
fn job(
    scanner: &mut Scanner<'_, '_>,
    fields: &Fields,
    open: &mut Vec<Open>,
    take: &mut dyn FnMut(&Record<'_>),
) -> Scan<u64> {
    if scanner.peek()? != b'{' {
        return scanner.bad(JobsFlaw::Syntax);
    }
    let start = scanner.at;
    let mut record = Record::default();
    match record::read(scanner, fields, &mut record) {
        Ok(()) if record.is_empty() => {
            scanner.at = start;
            scanner.bad(JobsFlaw::Foreign)
        }
        Ok(()) => {
            take(&record);
            Ok(1)
        }
        Err(ScanStop::Holder) => {
            // Its members are read again, one by one.
            scanner.at = start + 1;
            nest(scanner, open, Open::Holder { names: Vec::new(), columns: Vec::new() }).map(|()| 0)
        }
        Err(stop) => Err(stop),
    }
}

fn nest(scanner: &Scanner<'_, '_>, open: &mut Vec<Open>, inner: Open) -> Scan<()> {
    if open.len() == NESTED {
        return scanner.bad(JobsFlaw::Deep);
    }
    open.push(inner);
    Ok(())
}
