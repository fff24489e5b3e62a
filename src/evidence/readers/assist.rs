//! The report of VM assist, Microsoft's own check inside the guest, on Windows and on Linux.

use crate::evidence::{
    EvidenceKind,
    azure::system,
    notes::Notes,
    text::sheet::{SheetLine, around},
};

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let linux = lines.iter().any(|line| line.text.contains("vmassist.py results"));
    let windows = lines.iter().find(|line| value(line.text, "WindowsAzureGuestAgent service installed:").is_some());
    if linux {
        notes.kind(EvidenceKind::Assist);
        lines.iter().for_each(|line| read_linux(line, notes));
        platform(lines, notes);
    } else if let Some(first) = windows {
        notes.kind(EvidenceKind::Assist);
        notes.fact("os", "windows", notes.place_of(first), first.text);
        lines.iter().for_each(|line| read_windows(line, notes));
    }
}

fn read_linux(line: &SheetLine<'_>, notes: &mut Notes<'_>) {
    if let Some(family) = value(line.text, "OS family        :") {
        notes.fact("os", "linux", notes.place_of(line), line.text);
        if let Some(family) = system::family(family) {
            notes.fact("linux-family", family, notes.place_of(line), line.text);
        }
    } else if let Some(status) = value(line.text, "=> status        :") {
        if status.starts_with("active(running)") {
            notes.fact("linux-process", "running", notes.place_of(line), line.text);
        } else if status.starts_with("inactive(dead)") || status.starts_with("failed(") {
            notes.fact("linux-process", "stopped", notes.place_of(line), line.text);
        }
    } else if value(line.text, "Extensions are disabled in WAA config :").is_some_and(|value| value == "False") {
        notes.fact("extensions-setting", "off", notes.place_of(line), line.text);
    }
}

/// Both ports have to answer before the platform counts as reachable.
fn platform(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let port = |label: &str| lines.iter().find_map(|line| Some((line, value(line.text, label)?)));
    let (Some((first, versions)), Some((second, host))) = (port("port 80        :"), port("port 32526     :")) else {
        return;
    };
    if versions == "200" && host == "True" {
        notes.fact("platform", "reachable", notes.place_of(second), second.text);
    } else if ["Timeout", "ConnectErr"].contains(&versions) {
        notes.fact("platform", "blocked", notes.place_of(first), first.text);
    } else if host == "False" {
        notes.fact("platform", "blocked", notes.place_of(second), second.text);
    }
}

fn read_windows(line: &SheetLine<'_>, notes: &mut Notes<'_>) {
    if value(line.text, "WindowsAzureGuestAgent service installed:") == Some("False") {
        notes.fact("windows-service", "missing", notes.place_of(line), line.text);
    } else if let Some(running) = value(line.text, "WindowsAzureGuestAgent service running:") {
        match running {
            "True" => notes.fact("windows-service", "running", notes.place_of(line), line.text),
            "False" => notes.fact("windows-service", "stopped", notes.place_of(line), line.text),
            _ => {}
        }
    }
}

/// What stands behind a label; a stamp may stand before it.
fn value<'t>(line: &'t str, label: &str) -> Option<&'t str> {
    around(line, label).map(|(_, value)| value.trim())
}
