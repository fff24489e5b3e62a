//! Azure Disk Encryption of a VM: `az vm encryption show`, in both of its shapes, and its answer where there is none.

use crate::evidence::{
    EvidenceKind,
    azure::disk,
    notes::Notes,
    text::{node::JsonNode, sheet::SheetLine},
};

/// What the CLI prints instead of JSON.
const NOT_ENABLED: &str = "Azure Disk Encryption is not enabled";

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    if let (Some(disks), true) = (document.get("disks"), document.get("status").is_some() || document.has("substatus"))
    {
        let disks = disks.items();
        if !disks.is_empty() && disks.iter().all(|disk| disk.has("statuses") || disk.has("encryptionSettings")) {
            notes.kind(EvidenceKind::Encryption);
            disk::judge_view(&disks, notes);
            return true;
        }
    }
    let (Some(os), Some(data)) = (document.get("osDisk"), document.get("dataDisk")) else { return false };
    let (Some(os_text), Some(data_text)) = (os.text(), data.text()) else { return false };
    notes.kind(EvidenceKind::Encryption);
    let is = |text: &str, state: &str| text.eq_ignore_ascii_case(state);
    if is(os_text, "Encrypted") {
        notes.fact("encryption", "on", notes.place(&os), os_text);
    } else if is(data_text, "Encrypted") {
        notes.fact("encryption", "on", notes.place(&data), data_text);
    } else if is(os_text, "NotEncrypted") && is(data_text, "NotEncrypted") {
        notes.fact("encryption", "off", notes.place(&os), os_text);
    }
    true
}

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let said = |line: &&SheetLine<'_>| {
        let begins = line.text.starts_with("ERROR: ") || line.text.starts_with(NOT_ENABLED);
        begins && line.text.trim_start_matches("ERROR: ").trim_end_matches('.') == NOT_ENABLED
    };
    // The CLI looks for the extension alone: with that gone it says so of encrypted disks too, so no answer follows.
    if lines.iter().any(|line| said(&line)) {
        notes.kind(EvidenceKind::Encryption);
    }
}
