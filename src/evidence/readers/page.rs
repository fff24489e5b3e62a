//! Pages of the portal that were copied: a label and its value on one line, or on several, and the rows of its lists.

use super::jobs;
use crate::evidence::{
    EvidenceKind,
    azure::{
        extension_state::{self, Extension, ExtensionState},
        restore_points::is_restore_point_group,
        system,
    },
    notes::Notes,
    text::sheet::SheetLine,
};

/// Labels of a VM's pages in English, which is what a portal in another language is not read by.
const LABELS: [&str; 12] = [
    "Agent status",
    "Agent version",
    "Operating system",
    "Computer name",
    "Provisioning state",
    "Health state",
    "Status",
    "Size",
    "Location",
    "Resource group",
    "Subscription ID",
    "Virtual network/subnet",
];

/// Of these two have to be there before a page is one of a VM; others have a status too.
const SIGNS: [&str; 4] = ["Agent status", "Agent version", "Operating system", "Computer name"];

/// The kind of resource that stands below the name at the head of a page.
const KIND: &str = "Virtual machine";

/// What a page has between a label and its value, each on a line of its own.
const BETWEEN: [&str; 9] = ["(", ")", ":", "move", "edit", "change", "(move)", "(edit)", "(change)"];

fn power(status: &str) -> Option<&'static str> {
    match status {
        "Running" => Some("running"),
        "Stopped" => Some("stopped"),
        "Stopped (deallocated)" => Some("deallocated"),
        _ => None,
    }
}

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let filled: Vec<&SheetLine<'_>> = lines.iter().filter(|line| !line.text.trim().is_empty()).collect();
    let heading = heading(&filled);
    read_extensions(lines, notes);
    read_locks(&filled, notes);
    read_tasks(&filled, notes);
    let pairs = pairs(&filled);
    let get = |label: &str| pairs.iter().find(|(known, ..)| *known == label).map(|(_, value, line)| (*value, *line));
    let signs = SIGNS.iter().filter(|sign| get(sign).is_some()).count();
    if signs == 0 || (signs == 1 && heading.is_none()) {
        return;
    }
    notes.kind(EvidenceKind::InstanceView);
    read_names(heading, get, notes);
    let power = get("Status").and_then(|(value, line)| Some((power(value)?, value, line)));
    if let Some((power, value, line)) = power {
        notes.fact("power", power, notes.place_of(line), value);
    }
    // What a VM that does not run last reported says nothing of today.
    if let Some((value, line)) = get("Agent status").filter(|_| power.is_none_or(|(power, ..)| power == "running")) {
        match value.to_ascii_lowercase().as_str() {
            "ready" => notes.fact("agent", "ready", notes.place_of(line), value),
            "not ready" => notes.fact("agent", "not-ready", notes.place_of(line), value),
            _ => {}
        }
    }
    if let Some((value, line)) = get("Operating system")
        && let Some(name) =
            system::by_type(value.split(' ').next().unwrap_or_default()).or_else(|| system::by_name(value))
    {
        notes.fact("os", name, notes.place_of(line), value);
    }
    if let Some((value, line)) = get("Provisioning state") {
        match value {
            "Succeeded" => notes.fact("provisioning", "succeeded", notes.place_of(line), value),
            "Failed" => notes.fact("provisioning", "failed", notes.place_of(line), value),
            "Updating" => notes.fact("provisioning", "updating", notes.place_of(line), value),
            _ => {}
        }
    }
}

/// The VM that a page is about, and where its name stands: above its kind, perhaps with the name of the page.
fn heading<'l, 't>(filled: &[&'l SheetLine<'t>]) -> Option<(&'t str, &'l SheetLine<'t>)> {
    const HEAD: usize = 8;
    let kind = (1..filled.len().min(HEAD)).find(|at| filled[*at].text.trim() == KIND)?;
    let line = filled[kind - 1];
    let name = line.text.split(" | ").next().unwrap_or_default().trim();
    (!name.is_empty() && !name.contains([' ', '\t', ':', '/'])).then_some((name, line))
}

fn read_names<'l, 't: 'l>(
    heading: Option<(&'t str, &'l SheetLine<'t>)>,
    get: impl Fn(&str) -> Option<(&'t str, &'l SheetLine<'t>)>,
    notes: &mut Notes<'_>,
) {
    let is_meant =
        |name: &str, notes: &Notes<'_>| notes.known("vm").is_none_or(|known| known.eq_ignore_ascii_case(name));
    if let Some((name, line)) = heading.filter(|(name, _)| is_meant(name, notes)) {
        notes.variable("vm", name, notes.place_of(line));
        for (label, variable) in [("Resource group", "resource-group"), ("Subscription ID", "subscription")] {
            if let Some((value, line)) = get(label) {
                notes.variable(variable, value, notes.place_of(line));
            }
        }
    }
}

/// Every label with its value and the line where that stands.
fn pairs<'l, 't>(filled: &[&'l SheetLine<'t>]) -> Vec<(&'static str, &'t str, &'l SheetLine<'t>)> {
    let label = |text: &str| {
        let text = text.trim_end_matches(':').trim_end();
        let text = ["(move)", "(edit)", "(change)"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        let text = text.trim_end();
        LABELS.iter().copied().find(|label| text.eq_ignore_ascii_case(label))
    };
    let filled: Vec<_> = filled.iter().filter(|line| !BETWEEN.contains(&line.text.trim())).collect();
    let mut pairs = Vec::new();
    for (at, line) in filled.iter().enumerate() {
        let text = line.text.trim();
        if let Some((head, value)) = text.split_once([':', '\t'])
            && !value.trim().is_empty()
            && let Some(label) = label(head.trim())
        {
            pairs.push((label, value.trim(), **line));
        } else if let (Some(label), Some(next)) = (label(text), filled.get(at + 1)) {
            pairs.push((label, next.text.trim().trim_start_matches(": "), **next));
        }
    }
    pairs
}

/// The list of extensions, which does not show that of Azure Backup: what fails in it is told, never that nothing does.
fn read_extensions<'t>(lines: &[SheetLine<'t>], notes: &mut Notes<'_>) {
    let is_head = |line: &&SheetLine<'_>| {
        let mut cells = line.text.split('\t').map(str::trim);
        cells.next() == Some("Name") && cells.next() == Some("Type") && cells.any(|cell| cell == "Status")
    };
    if !lines.iter().any(|line| is_head(&line)) {
        return;
    }
    let row = |line: &SheetLine<'t>| {
        let cells = || line.text.split('\t').map(str::trim);
        let state = cells().find_map(|cell| cell.strip_prefix("Provisioning "))?;
        let (name, kind) = (cells().next()?, cells().nth(1).filter(|kind| kind.contains('.'))?);
        Some(Extension { name, kind, state: ExtensionState::of(state), text: line.text, place: notes.place_of(line) })
    };
    let rows: Vec<Extension<'t>> = lines.iter().filter_map(row).collect();
    if rows.is_empty() {
        return;
    }
    notes.kind(EvidenceKind::Extensions);
    let failed = |extension: &Extension<'_>| extension.state == ExtensionState::Failed;
    let mut failed: Vec<_> = rows.into_iter().filter(failed).collect();
    // A page that was copied twice lists each twice.
    failed.sort_by_key(|extension| extension.name);
    failed.dedup_by_key(|extension| extension.name);
    extension_state::judge(&failed, notes);
}

/// The task at which a job failed: each with its status behind it or below it.
fn read_tasks(filled: &[&SheetLine<'_>], notes: &mut Notes<'_>) {
    let tasks = [(jobs::SNAPSHOT, "snapshot"), (jobs::TRANSFER, "transfer")];
    // A sentence may speak of one of them; the page of a job shows both.
    let row = |name: &str| filled.iter().position(|line| line.text.trim_start().starts_with(name));
    if !tasks.iter().all(|(name, _)| row(name).is_some()) {
        return;
    }
    for (name, fact) in tasks {
        let Some(at) = row(name) else { continue };
        let behind = filled[at].text.trim_start()[name.len()..].trim();
        let status = if behind.is_empty() { filled.get(at + 1).map_or("", |next| next.text.trim()) } else { behind };
        if status.split_whitespace().next() == Some("Failed") {
            notes.fact("failed-task", fact, notes.place_of(filled[at]), filled[at].text.trim());
        }
    }
}

/// The list of locks of a group of restore points, whose page names it at its head.
fn read_locks(filled: &[&SheetLine<'_>], notes: &mut Notes<'_>) {
    let is_head = |line: &SheetLine<'_>| {
        let cells = line.text.split('\t').map(str::trim).take(3);
        cells.eq(["Lock name", "Lock type", "Scope"])
    };
    let Some(head) = filled.iter().position(|line| is_head(line)) else { return };
    for line in &filled[head + 1..] {
        let cells: Vec<&str> = line.text.split('\t').map(str::trim).collect();
        let [name, kind, scope, ..] = cells[..] else { return };
        if ["Delete", "Read-only"].contains(&kind) && is_restore_point_group(scope) {
            notes.kind(EvidenceKind::Locks);
            notes.fact("lock", "group", notes.place_of(line), line.text);
            notes.variable("restore-point-group", scope, notes.place_of(line));
            notes.variable("lock", name, notes.place_of(line));
        }
    }
}
