//! The system of a guest by what only one system has: the folders of its agent, an entry of its event logs, what it says of
//! itself.

use super::{
    label_words::FieldLabel,
    labels,
    lone::has_else,
    words::{WORDS, has_any, is_in},
};
use crate::evidence::{
    azure::system,
    notes::Notes,
    text::sheet::{SheetLine, has},
};

/// Folders of the agent and of its extensions, and the system that has them.
const FOLDERS: [(&str, &str); 6] = [
    ("WindowsAzure\\", "windows"),
    ("WindowsAzure/Logs", "windows"),
    ("\\Packages\\Plugins\\Microsoft.", "windows"),
    ("/var/lib/waagent", "linux"),
    ("/var/log/waagent", "linux"),
    ("/var/log/azure/", "linux"),
];

/// Whether a line shows what only a Linux guest has.
pub(super) fn is_of_linux(line: &str) -> bool {
    let is_there = |(folder, system): &(&str, &str)| *system == "linux" && line.contains(folder);
    line.contains("VMSnapshotLinux") || FOLDERS.iter().any(is_there)
}

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
    if let Some((line, system)) = told(lines).or_else(|| kernel(lines)) {
        return notes.fact("os", system, notes.place_of(line), line.text.trim());
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
        has_any(&lower, &WORDS.system.general)
    };
    if named.all(|(_, other)| other == system) && !lines.iter().any(is_general) {
        notes.fact("os", system, notes.place_of(first), first.text.trim());
    }
}

/// The family of a Linux that is known to be one: its file of the release, or what it says to who signs in.
pub(super) fn read_family(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    if !notes.knows("os") || notes.knows("linux-family") {
        return;
    }
    let family = |(at, line): (usize, &SheetLine<'_>)| {
        let text = line.text.trim();
        let before = || at.checked_sub(1).map_or("", |before| lines[before].text);
        let is_version = || text.starts_with(|c: char| c.is_ascii_digit()) && text.len() < 8;
        if before().ends_with("cat /etc/debian_version") && is_version() {
            return Some("debian");
        }
        let name = text.strip_prefix("Welcome to ").or(Some(text).filter(|text| text.contains(" release ")))?;
        system::family(name).filter(|_| text.len() < LONGEST)
    };
    let mut named = lines.iter().enumerate().filter_map(|(at, line)| Some((line, family((at, line))?)));
    let Some((line, family)) = named.next() else { return };
    if named.all(|(_, other)| other == family) {
        notes.fact("linux-family", family, notes.place_of(line), line.text.trim());
    }
}

/// A longer line is no heading and no simple sentence, in bytes.
const LONGEST: usize = 160;

/// The system that a sentence gives a machine: "the server is Windows Server 2022"; that of several systems is none.
fn told<'l, 't>(lines: &'l [SheetLine<'t>]) -> Option<(&'l SheetLine<'t>, &'static str)> {
    const SYSTEMS: [(&str, &str); 2] = [("Windows Server 20", "windows"), ("Linux", "linux")];
    let mut named = lines.iter().flat_map(|line| {
        let of = SYSTEMS.iter().filter(move |(name, _)| line.text.len() < LONGEST && line.text.contains(name));
        of.map(move |(name, system)| (line, *name, *system))
    });
    let (line, name, system) = named.next()?;
    let at = line.text.find(name)?;
    let is_said = is_of_machine(&line.text[..at]) && line.text[..at].chars().all(|c| c != '?');
    (is_said && named.all(|(_, _, other)| other == system)).then_some((line, system))
}

/// Whether a text ends with a machine and what joins it to its system.
fn is_of_machine(before: &str) -> bool {
    let head = before.trim_end_matches([' ', '(', '\u{ff08}', ':', '\u{ff1a}']);
    let joins = WORDS.between.runs.iter().find_map(|word| head.strip_suffix(word.as_str()));
    let head = joins.unwrap_or(head).trim_end_matches([' ', ',']);
    let is_word =
        |label: &str| matches!(labels::known(label), Some(FieldLabel::Vm | FieldLabel::ShortVm | FieldLabel::Machine));
    let last = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // Signs of scripts without blanks have others before them.
    let signs = || last.char_indices().skip(1).any(|(from, _)| !last.is_ascii() && is_word(&last[from..]));
    let is_other = has_else(head) || WORDS.between.not_it.iter().any(|word| head.contains(word.as_str()));
    !is_other && (joins.is_some() || before.ends_with(['(', '\u{ff08}'])) && (is_word(last) || signs())
}

/// The system of which only a log of the agent's machine has such lines: those of its kernel, beside the agent.
fn kernel<'l, 't>(lines: &'l [SheetLine<'t>]) -> Option<(&'l SheetLine<'t>, &'static str)> {
    let line = lines.iter().find(|line| line.text.contains(" kernel: ["))?;
    lines.iter().any(|line| line.text.contains("waagent")).then_some((line, "linux"))
}

/// The head of an entry of an event log, in the language of its viewer or as it is exported.
fn event<'l, 't>(lines: &'l [SheetLine<'t>]) -> Option<&'l SheetLine<'t>> {
    const SCHEMA: &str = "http://schemas.microsoft.com/win/2004/08/events/event";
    let labelled = |words: &[String]| {
        let label =
            |line: &SheetLine<'_>| line.text.split_once(':').is_some_and(|(label, _)| is_in(words, label.trim()));
        lines.iter().find(|line| label(line))
    };
    let head = labelled(&WORDS.event.log).filter(|_| labelled(&WORDS.event.number).is_some());
    head.or_else(|| lines.iter().find(|line| has(line.text, SCHEMA)))
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

#[cfg(test)]
mod tests {
    use super::is_of_machine;

    #[test]
    fn a_sentence_gives_a_system_to_the_machine_that_it_is_about() {
        let check = |before: &str, expected: bool| assert_eq!(is_of_machine(before), expected, "{before}");
        check("Serwer to ", true);
        check("\u{6587}\u{4ef6}\u{670d}\u{52a1}\u{5668}\u{ff08}", true);
        check("Машина на ", true);
        check("The VM is ", true);
        check("The VM runs ", true);
        check("Der Server läuft unter ", true);
        check("our other server is ", false);
        check("The Veeam server is ", false);
        check("the domain is ", false);
        check("VM ", false);
        check("if the VM is ", false);
        check("", false);
    }
}
