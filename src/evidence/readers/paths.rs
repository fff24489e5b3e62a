//! The system of a guest by the folders of its agent, where a text names those of one system and never both.

use crate::evidence::{notes::Notes, text::sheet::SheetLine};

/// Folders of the agent and of its extensions, and the system that has them.
const FOLDERS: [(&str, &str); 6] = [
    ("WindowsAzure\\", "windows"),
    ("WindowsAzure/Logs", "windows"),
    ("\\Packages\\Plugins\\Microsoft.", "windows"),
    ("/var/lib/waagent", "linux"),
    ("/var/log/waagent", "linux"),
    ("/var/log/azure/", "linux"),
];

/// Words of whoever speaks of systems in general.
const GENERAL: [&str; 7] = ["linux vm", "windows vm", "on windows", "on linux", "for windows", "for linux", "windows:"];

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    if notes.knows("os") {
        return;
    }
    let system = |line: &SheetLine<'_>| {
        let is_of = |(folder, _): &&(&str, &str)| line.text.contains(folder);
        FOLDERS.iter().find(is_of).map(|(_, system)| *system)
    };
    let mut named =
        lines.iter().filter(|line| line.text.contains(['/', '\\'])).filter_map(|line| Some((line, system(line)?)));
    let Some((first, system)) = named.next() else { return };
    let is_general = |line: &SheetLine<'_>| {
        let lower = line.text.to_ascii_lowercase();
        GENERAL.iter().any(|words| lower.contains(words))
    };
    if named.all(|(_, other)| other == system) && !lines.iter().any(is_general) {
        notes.fact("os", system, notes.place_of(first), first.text.trim());
    }
}
