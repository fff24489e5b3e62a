//! Readers, one file per kind of evidence: each knows the shapes of its kind, and of no other.

mod acted;
mod agent_configuration;
mod agent_log;
mod aside;
mod asked;
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
mod name_labels;
mod names;
mod network;
mod page;
mod pairs;
mod past;
mod plain;
mod platform;
mod policies;
mod protection;
mod queried;
mod sentences;
mod services;
mod shadow_copies;
mod shown;
mod states;
mod subjects;
mod told_names;
mod typed;
mod unit;
mod vm;
mod windows_log;
mod words;

pub(super) use self::machines::is_machine_alone;
use super::{
    EvidenceRules, Reading,
    notes::Notes,
    text::{
        documents::{Document, FileContent, Loss},
        node::JsonNode,
        sheet::{Sheet, SheetLine},
    },
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

/// Reads a file part by part, each by the readers that may know it.
pub(super) fn read(file: &str, sheet: &Sheet, content: &FileContent<'_>, rules: &EvidenceRules<'_>) -> Reading {
    let mut notes = Notes::new(file, rules, sheet);
    notes.about(names::failing(content.lines.iter().map(|line| line.text)));
    // Of a fragment that no reader of JSON knows the lines may still say something.
    let (mut known, mut past, mut taken) = (Vec::new(), Vec::new(), Vec::new());
    for document in &content.documents {
        // What is left of a damaged answer may name more than the readers look for.
        let (is_read, is_whole) = (read_document(document, &mut notes), document.loss == Loss::Nothing);
        taken.extend((is_read || is_whole).then(|| document.range.clone()));
        if is_read && is_whole {
            known.push(document.range.clone());
            past.push(document.range.clone());
        } else {
            past.extend(past::ranges(&document.root(), &document.range));
        }
    }
    // What readers do not take of a table or a listing stands in its lines as before.
    for layout in &content.layouts {
        read_document(layout, &mut notes);
    }
    OF_LINES.iter().for_each(|read| read(&content.lines, &mut notes));
    if taken.len() < content.documents.len() {
        states::read_codes(&sheet.lines(&taken), &mut notes);
    }
    // Records say it in any form, JSON or not.
    let all = sheet.lines(&[]);
    policies::read_lines(&all, &mut notes);
    asked::read_marked(&all, &mut notes);
    typed::read(&all, &mut notes);
    asked::read(&all, &mut notes);
    let rest = sheet.without(&known);
    names::read(&rest, &mut notes);
    // What is over names what it is about, and no error of today.
    let rest = if past.len() > known.len() { sheet.without(&past) } else { rest };
    Reading { rest, ..notes.finish() }
}

/// Reads a value; false where no reader knows it.
fn read_document(document: &Document<'_>, notes: &mut Notes<'_>) -> bool {
    notes.within(document, |root, notes| OF_JSON.iter().any(|read| read(root, notes)))
}
