//! Readers, one file per kind of evidence: each knows the shapes of its kind, and of no other.

mod acted;
mod agent_configuration;
mod agent_log;
mod aside;
mod assist;
mod between;
mod coded;
mod collections;
mod columns;
mod crashes;
mod crumbs;
mod described;
mod disks;
mod encryption;
mod extensions;
mod forms;
mod freeze_log;
mod guest;
mod ids;
mod jobs;
mod label_words;
mod labels;
mod locks;
mod lone;
mod lone_groups;
mod machines;
mod markup;
mod names;
mod network;
mod page;
mod pairs;
pub(super) mod past;
mod plain;
mod platform;
mod policies;
mod protection;
mod sentences;
mod services;
mod shadow_copies;
mod shown;
mod states;
mod subjects;
mod told_names;
mod unit;
mod vm;
mod windows_log;
mod words;

pub(super) use self::{columns::row_outcome, machines::is_machine_alone, states::provisioning_value};
use super::{
    notes::Notes,
    text::{node::JsonNode, sheet::SheetLine},
};

/// Readers of JSON; the first that knows a document reads it.
const OF_JSON: [fn(&JsonNode<'_>, &mut Notes<'_>) -> bool; 10] = [
    jobs::read,
    locks::read,
    locks::read_rows,
    collections::read,
    extensions::read,
    disks::read,
    encryption::read,
    protection::read,
    services::read,
    vm::read,
];

/// Readers of lines; each takes what it knows.
const OF_LINES: [fn(&[SheetLine<'_>], &mut Notes<'_>); 26] = [
    agent_log::read_lines,
    agent_log::read_extension_lines,
    freeze_log::read_lines,
    agent_configuration::read_lines,
    assist::read_lines,
    services::read_lines,
    shadow_copies::read_writers,
    shadow_copies::read_rows,
    shadow_copies::read_events,
    unit::read_status,
    unit::read_journal,
    unit::read_processes,
    unit::read_version,
    network::read_lines,
    encryption::read_lines,
    protection::read_lines,
    states::read_lines,
    locks::read_lines,
    page::read_lines,
    shown::read_lines,
    described::read_lines,
    windows_log::read_lines,
    crashes::read_lines,
    guest::read_lines,
    guest::read_family,
    platform::read_lines,
];

/// Reads a document of JSON; false where no reader knows it.
pub(super) fn read_document(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    OF_JSON.iter().any(|read| read(document, notes))
}

/// The VM that a text calls the failing one.
pub(super) fn named_as_failing<'t>(lines: &[SheetLine<'t>]) -> Option<&'t str> {
    names::failing(lines.iter().map(|line| line.text))
}

/// Takes names out of what no reader knows.
pub(super) fn read_names(rest: &str, notes: &mut Notes<'_>) {
    names::read(rest, notes);
}

/// Reads the lines of JSON that lost its braces, and of which no reader knew what was left.
pub(super) fn read_fragments(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    states::read_codes(lines, notes);
}

/// Reads what records of any form say, JSON or not.
pub(super) fn read_records(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    policies::read_lines(lines, notes);
}

/// Reads the lines outside of JSON.
pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    OF_LINES.iter().for_each(|read| read(lines, notes));
}
