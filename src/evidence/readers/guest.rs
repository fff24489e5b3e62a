//! The system of a guest by what only one system has: the folders of its agent, an entry of its event logs, what it says of
//! itself.

use super::words::{WORDS, is_in};
use crate::evidence::{azure::system, notes::Notes, text::sheet::SheetLine};

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
    if let Some(line) = event(lines) {
        return notes.fact("os", "windows", notes.place_of(line), line.text.trim());
    }
    if let Some((line, system)) = lines.iter().find_map(|line| Some((line, says(line.text.trim())?))) {
        return notes.fact("os", system, notes.place_of(line), line.text.trim());
    }
    if let Some((line, name)) = release(lines) {
        notes.fact("os", "linux", notes.place_of(line), line.text.trim());
        if let Some(family) = system::family(name) {
            notes.fact("linux-family", family, notes.place_of(line), line.text.trim());
        }
        return;
    }
    let system = |line: &SheetLine<'_>| {
        let is_of = |(folder, _): &&(&str, &str)| line.text.contains(folder);
        FOLDERS.iter().find(is_of).map(|(_, system)| *system)
    };
    let may_be = |line: &&SheetLine<'_>| ["zure", "waagent", "\\Plugins\\"].iter().any(|part| line.text.contains(part));
    let mut named = lines.iter().filter(may_be).filter_map(|line| Some((line, system(line)?)));
    let Some((first, system)) = named.next() else { return };
    let is_general = |line: &SheetLine<'_>| {
        let lower = line.text.to_ascii_lowercase();
        GENERAL.iter().any(|words| lower.contains(words))
    };
    if named.all(|(_, other)| other == system) && !lines.iter().any(is_general) {
        notes.fact("os", system, notes.place_of(first), first.text.trim());
    }
}

/// The head of an entry of an event log, in the language of its viewer or as it is exported.
fn event<'l, 't>(lines: &'l [SheetLine<'t>]) -> Option<&'l SheetLine<'t>> {
    const SCHEMA: &str = "http://schemas.microsoft.com/win/2004/08/events/event";
    let has = |words: &[String]| {
        let label =
            |line: &SheetLine<'_>| line.text.split_once(':').is_some_and(|(label, _)| is_in(words, label.trim()));
        lines.iter().find(|line| label(line))
    };
    let head = has(&WORDS.event.log).filter(|_| has(&WORDS.event.number).is_some());
    head.or_else(|| lines.iter().find(|line| line.text.contains(SCHEMA)))
}

/// The system that `uname -a` or `systeminfo` names on a line.
fn says(line: &str) -> Option<&'static str> {
    let uname = line.starts_with("Linux ") && line.ends_with("GNU/Linux");
    let windows = || {
        let (label, value) = line.split_once(':')?;
        let is_label = label.len() < 32 && !label.contains(['"', '=', '[']);
        (is_label && value.trim_start().starts_with("Microsoft Windows Server")).then_some("windows")
    };
    if uname { Some("linux") } else { windows() }
}

/// The name in `/etc/os-release`, which has an id beside it.
fn release<'l, 't>(lines: &'l [SheetLine<'t>]) -> Option<(&'l SheetLine<'t>, &'t str)> {
    let value = |line: &SheetLine<'t>, key: &str| Some(line.text.trim().strip_prefix(key)?.trim_matches('"'));
    let name = lines.iter().find_map(|line| Some((line, value(line, "NAME=")?)))?;
    lines.iter().any(|line| value(line, "ID=").is_some()).then_some(name)
}
