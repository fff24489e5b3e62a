//! Denials of a policy or a lock that hit what Azure Backup creates: the error of the compute side, in any record, escaped or not.

use crate::evidence::{notes::Notes, text::sheet::SheetLine};

/// The code of any denial.
const DENIED: &str = "RequestDisallowedByPolicy";

/// The code of those that keep a backup from its snapshot.
const OF_BACKUPS: &str = "UserErrorRequestDisallowedByPolicy";

/// What only a record has beside that code.
const OF_RECORDS: [&str; 3] = ["disallowed by policy", "code", "Code"];

/// What Azure Backup creates, in small letters.
const CREATED: [&str; 3] = ["azurebackup_", "azurebackuprg_", "restorepointcollections"];

/// Lines around the code at most in which a record names it.
const AROUND: usize = 15;

/// What only the error of a lock says.
const LOCKED: [&str; 2] = ["scope(s) are locked", "ScopeLocked"];

/// The problem of a lock that hits what backups need.
const OF_LOCKS: &str = "resource-locked";

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    read_policies(lines, notes);
    let is_locked = |line: &SheetLine<'_>| line.text.contains(LOCKED[0]) && is_created(line);
    // The code stands in the record of what was denied.
    let has_code = |at: usize| {
        let around = &lines[at.saturating_sub(AROUND)..lines.len().min(at + AROUND)];
        around.iter().any(|line| line.text.contains(LOCKED[1]))
    };
    let Some(at) = lines.iter().position(is_locked).filter(|at| has_code(*at)) else { return };
    notes.statement("", Some(OF_LOCKS), None, notes.place_of(&lines[at]));
}

fn is_created(line: &SheetLine<'_>) -> bool {
    let lower = line.text.to_ascii_lowercase();
    CREATED.iter().any(|name| lower.contains(name))
}

fn read_policies(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let is_denied = |line: &SheetLine<'_>| {
        line.text.contains(DENIED)
            && !line.text.contains(OF_BACKUPS)
            && OF_RECORDS.iter().any(|sign| line.text.contains(sign))
    };
    let Some(at) = lines.iter().position(is_denied) else { return };
    let around = &lines[at.saturating_sub(AROUND)..lines.len().min(at + AROUND)];
    if around.iter().any(is_created) {
        notes.statement("", Some(OF_BACKUPS), None, notes.place_of(&lines[at]));
    }
}
