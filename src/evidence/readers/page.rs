//! Pages of the portal that were copied: a label and its value on one line, or on two.

use crate::evidence::{EvidenceKind, azure::system, notes::Notes, text::sheet::SheetLine};

/// Labels of a VM's pages in English, which is what a portal in another language is not read by.
const LABELS: [&str; 9] = [
    "Agent status",
    "Agent version",
    "Operating system",
    "Computer name",
    "Provisioning state",
    "Health state",
    "Status",
    "Size",
    "Location",
];

/// Of these two have to be there before a page is one of a VM; others have a status too.
const SIGNS: [&str; 4] = ["Agent status", "Agent version", "Operating system", "Computer name"];

fn power(status: &str) -> Option<&'static str> {
    match status {
        "Running" => Some("running"),
        "Stopped" => Some("stopped"),
        "Stopped (deallocated)" => Some("deallocated"),
        _ => None,
    }
}

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let pairs = pairs(lines);
    let get = |label: &str| pairs.iter().find(|(known, ..)| *known == label).map(|(_, value, line)| (*value, *line));
    if SIGNS.iter().filter(|sign| get(sign).is_some()).count() < 2 {
        return;
    }
    notes.kind(EvidenceKind::InstanceView);
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

/// Every label with its value and the line where that stands.
fn pairs<'l, 't>(lines: &'l [SheetLine<'t>]) -> Vec<(&'static str, &'t str, &'l SheetLine<'t>)> {
    let label = |text: &str| LABELS.into_iter().find(|label| text.eq_ignore_ascii_case(label));
    let filled: Vec<&SheetLine<'_>> = lines.iter().filter(|line| !line.text.trim().is_empty()).collect();
    let mut pairs = Vec::new();
    for (at, line) in filled.iter().enumerate() {
        let text = line.text.trim();
        if let Some((head, value)) = text.split_once([':', '\t'])
            && let Some(label) = label(head.trim())
        {
            pairs.push((label, value.trim(), *line));
        } else if let (Some(label), Some(next)) = (label(text), filled.get(at + 1)) {
            pairs.push((label, next.text.trim(), *next));
        }
    }
    pairs
}
