//! The states of a VM by themselves: bare values that a query prints, and the codes of statuses that lost what was around them.

use crate::evidence::{EvidenceKind, notes::Notes, text::sheet::SheetLine};

/// The power state alone, as the guide's own command prints it.
pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    for line in lines {
        let text = line.text.trim().trim_matches(['"', ',']);
        if let Some(state) = strip(text, "PowerState/")
            && let Some(value) = power_value(state)
        {
            notes.kind(EvidenceKind::InstanceView);
            notes.fact("power", value, notes.place_of(line), text);
        }
    }
    read_cells(lines, notes);
}

/// The codes of a VM's own statuses, one a line; a second code of one kind may be that of an extension or a disk.
pub(super) fn read_codes(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let code = |line: &SheetLine<'_>| -> Option<String> {
        let value = line.text.trim().strip_prefix("\"code\":")?.trim();
        Some(value.trim_matches(['"', ',']).to_owned())
    };
    let codes: Vec<_> = lines.iter().filter_map(|line| Some((line, code(line)?))).collect();
    let only = |kind: &str| {
        let mut of_kind = codes.iter().filter_map(|(line, code)| Some((*line, strip(code, kind)?)));
        of_kind.next().filter(|_| of_kind.next().is_none())
    };
    let Some((line, power)) = only("PowerState/") else { return };
    if let Some(value) = power_value(power) {
        notes.kind(EvidenceKind::InstanceView);
        notes.fact("power", value, notes.place_of(line), line.text.trim());
    }
    if let Some((line, value)) =
        only("ProvisioningState/").and_then(|(line, state)| Some((line, provisioning_value(state)?)))
    {
        notes.fact("provisioning", value, notes.place_of(line), line.text.trim());
    }
}

/// A state of provisioning, whatever stands behind it.
pub(super) fn provisioning_value(state: &str) -> Option<&'static str> {
    let state = state.split('/').next().unwrap_or_default();
    ["succeeded", "failed", "updating"].into_iter().find(|value| state.eq_ignore_ascii_case(value))
}

/// Rows of bare values, as a query prints them: a power state, and beside it how the VM was provisioned.
fn read_cells(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    if notes.knows("power") {
        return;
    }
    let cells = |line: &SheetLine<'_>| -> Vec<String> {
        let cells = line.text.split(['\t', '|']).flat_map(|cell| cell.split("  ")).map(str::trim);
        cells.map(|cell| cell.trim_matches('"').to_owned()).filter(|cell| !cell.is_empty()).collect()
    };
    let power = |cells: &[String]| cells.iter().find_map(|cell| power_value(strip(cell, "VM ")?));
    let mut rows = lines.iter().filter(|line| line.text.contains("VM ")).map(|line| (line, cells(line)));
    let first = rows.find_map(|(line, cells)| Some((line, power(&cells)?, cells)));
    let Some((line, value, row)) = first else { return };
    // Of several VMs none is clearly the one.
    if rows.any(|(_, cells)| power(&cells).is_some()) {
        return;
    }
    notes.kind(EvidenceKind::InstanceView);
    notes.fact("power", value, notes.place_of(line), line.text.trim());
    if let Some(state) =
        row.iter().find_map(|cell| provisioning_value(strip(cell, "ProvisioningState/").unwrap_or(cell)))
    {
        notes.fact("provisioning", state, notes.place_of(line), line.text.trim());
    }
}

/// Whether a text is a power state as az shows it, such as `VM running`.
pub(super) fn is_shown_power(text: &str) -> bool {
    is_power(text) || strip(text, "VM ").is_some_and(|state| power_value(state).is_some() || state.ends_with("ing"))
}

pub(super) fn is_power(code: &str) -> bool {
    strip(code, "PowerState/").is_some()
}

/// A power state that lasts.
pub(super) fn power_value(state: &str) -> Option<&'static str> {
    ["running", "stopped", "deallocated"].into_iter().find(|value| state.eq_ignore_ascii_case(value))
}

pub(super) fn strip<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}
