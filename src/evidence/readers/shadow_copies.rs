//! Shadow copies in Windows: `vssadmin list writers`, by the numbers of the states, since its words follow the language of
//! Windows, and what the event logs say of a snapshot that failed.

use std::collections::BTreeSet;

use crate::evidence::{
    EvidenceKind,
    notes::Notes,
    text::sheet::{SheetLine, around},
};

/// Writers of every Windows; a list without one of them was cut, or one of them is missing.
const OF_EVERY_WINDOWS: [&str; 6] = [
    "System Writer",
    "WMI Writer",
    "Registry Writer",
    "COM+ REGDB Writer",
    "ASR Writer",
    "Shadow Copy Optimization Writer",
];

/// Writers by what a person has to restart for them; any other one is another.
const WRITERS: [(&str, &str); 13] = [
    ("System Writer", "system"),
    ("Registry Writer", "shadow-copy"),
    ("COM+ REGDB Writer", "shadow-copy"),
    ("ASR Writer", "shadow-copy"),
    ("Shadow Copy Optimization Writer", "shadow-copy"),
    ("WMI Writer", "wmi"),
    ("SqlServerWriter", "sql"),
    ("IIS Config Writer", "iis"),
    ("IIS Metabase Writer", "iis"),
    ("BITS Writer", "role"),
    ("Dhcp Jet Writer", "role"),
    ("DFS Replication service writer", "role"),
    ("FSRM Writer", "role"),
];

/// Stable, without an error that is being retried.
const STABLE: u32 = 1;

/// Failed, at whichever of its steps.
const FAILED: std::ops::RangeInclusive<u32> = 7..=12;

/// What the service and the driver of shadow copies log where a snapshot took too long.
const TIMED_OUT: [&str; 2] =
    ["timed out while holding writes to the volume", "The flush and hold writes operation on volume"];

/// The program of the backup extension, as the first words of a crash name it.
const PROGRAM: &str = "IaaSBcdrExtension.exe,";

/// The same in an event in XML.
const CRASHED: &str = "<Data>IaaSBcdrExtension.exe</Data>";

struct VssWriter<'l, 't> {
    name: &'t str,
    state: u32,
    /// The line of its state.
    line: &'l SheetLine<'t>,
    /// Whether the line behind its state, that of its last error, is there.
    ends: bool,
    /// How many of its ids stand between its name and its state.
    ids: usize,
}

pub(super) fn read_writers(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let writers = writers(lines);
    let Some(first) = writers.first() else { return };
    notes.kind(EvidenceKind::Writers);
    notes.fact("os", "windows", notes.place_of(first.line), first.line.text);
    let is_there = |name: &&str| writers.iter().any(|writer| writer.name == *name);
    let whole =
        OF_EVERY_WINDOWS.iter().all(is_there) && writers.iter().all(|writer| writer.ends) && !goes_on(lines, &writers);
    let failed: Vec<_> = writers.iter().filter(|writer| FAILED.contains(&writer.state)).collect();
    for writer in &failed {
        notes.fact("vss-writers", "failed", notes.place_of(writer.line), writer.line.text);
    }
    if whole && writers.iter().all(|writer| writer.state == STABLE) {
        notes.fact("vss-writers", "stable", notes.place_of(first.line), first.line.text);
    }
    // In what was cut off others may have failed.
    let kinds: BTreeSet<&'static str> = failed.iter().map(|writer| kind(writer.name)).collect();
    if let Some(one) = kinds.first().filter(|_| whole) {
        let kind = if kinds.len() == 1 { one } else { "other" };
        notes.fact("failed-writer", kind, notes.place_of(failed[0].line), failed[0].name);
    }
}

/// Whether behind the last writer another one begins, which was cut off.
fn goes_on(lines: &[SheetLine<'_>], writers: &[VssWriter<'_, '_>]) -> bool {
    let Some(last) = writers.last().and_then(|last| lines.iter().position(|line| line.number == last.line.number))
    else {
        return false;
    };
    // The name stands before the ids and the state, the last error behind it.
    let ids = writers.last().map_or(0, |last| last.ids);
    let label = lines[last - 1 - ids].text.split(':').next().unwrap_or_default();
    let next = lines[last + 1..].iter().skip(1).find(|line| !line.text.trim().is_empty());
    next.is_some_and(|next| next.text.starts_with(label) || label.starts_with(next.text))
}

fn kind(name: &str) -> &'static str {
    WRITERS.iter().find(|(known, _)| *known == name).map_or("other", |(_, kind)| kind)
}

/// Every writer of a list: its name in quotes, two ids in braces, its state in brackets, its last error.
fn writers<'l, 't>(lines: &'l [SheetLine<'t>]) -> Vec<VssWriter<'l, 't>> {
    let value = |at: usize| lines.get(at).and_then(|line| Some(line.text.split_once(':')?.1.trim()));
    let is_id = |at: usize| value(at).is_some_and(|value| value.starts_with('{') && value.ends_with('}'));
    let writer = |at: usize| {
        let name = value(at)?.strip_prefix(QUOTES)?.strip_suffix(QUOTES)?;
        // Whoever shortens a list leaves the ids out; then only a known name makes a writer of it.
        let ids = (at + 1..at + 3).take_while(|at| is_id(*at)).count();
        if ids < 2 && !is_known(name) {
            return None;
        }
        let state = number(value(at + 1 + ids)?)?;
        Some(VssWriter { name, state, line: &lines[at + 1 + ids], ends: value(at + 2 + ids).is_some(), ids })
    };
    (0..lines.len()).filter_map(writer).collect()
}

const QUOTES: [char; 8] = ['\'', '"', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{ab}', '\u{bb}'];

/// The number of a state, as in `[8] Failed`.
fn number(state: &str) -> Option<u32> {
    state.strip_prefix('[')?.split_once(']')?.0.parse().ok()
}

fn is_known(name: &str) -> bool {
    WRITERS.iter().any(|(known, _)| *known == name)
}

/// The writers that lines tell to have failed, each with its state on the line of its name.
pub(super) fn read_rows(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    if notes.knows("vss-writers") {
        return;
    }
    let failed = |line: &SheetLine<'_>| {
        let (at, name) = WRITERS.iter().find_map(|(name, _)| Some((line.text.find(name)?, name)))?;
        let behind = &line.text[at + name.len()..];
        let state = behind.find('[').and_then(|at| number(&behind[at..]))?;
        FAILED.contains(&state).then_some(())
    };
    for line in lines.iter().filter(|line| line.text.contains("riter") && failed(line).is_some()) {
        notes.kind(EvidenceKind::Writers);
        notes.fact("os", "windows", notes.place_of(line), line.text.trim());
        notes.fact("vss-writers", "failed", notes.place_of(line), line.text.trim());
    }
}

pub(super) fn read_events(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    for (at, line) in lines.iter().enumerate() {
        let text = line.text;
        let is_crash = around(text, PROGRAM).is_some_and(|(label, _)| label.trim_end().ends_with(':'))
            || (text.contains(CRASHED) && is_of(&lines[at.saturating_sub(HEAD)..=at], "Application Error"));
        let timed_out = text.contains("timed out") && TIMED_OUT.iter().any(|words| text.contains(words));
        if is_crash {
            event(line, notes);
            notes.fact("extension-crash", "crashed", notes.place_of(line), text);
        } else if is_disabled(lines, at) {
            event(line, notes);
            notes.fact("vss-service", "disabled", notes.place_of(line), text.trim());
        } else if timed_out && is_of_shadow_copies(&lines[at.saturating_sub(HEAD)..=at]) {
            event(line, notes);
            notes.fact("shadow-copy-events", "timed-out", notes.place_of(line), text);
        }
    }
}

/// What Windows says of a service that is disabled and should start: its number stands in the events of every language.
const DISABLED: [&str; 2] = ["0x80070422", "either because it is disabled"];

/// The event that the service of shadow copies could not start.
fn is_disabled(lines: &[SheetLine<'_>], at: usize) -> bool {
    let text = lines[at].text;
    let is_start = |line: &SheetLine<'_>| {
        let lower = line.text.to_ascii_lowercase();
        lower.contains("net start vss") || lower.contains("sc start vss")
    };
    if text.contains("1058") && lines[at.saturating_sub(2)..at].iter().any(is_start) {
        return true;
    }
    if !DISABLED.iter().any(|words| text.contains(words)) {
        return false;
    }
    let before = &lines[at.saturating_sub(HEAD)..=at];
    // The manager of services tells of any of them, so that its event must name this one right before.
    let is_named =
        || lines[at.saturating_sub(2)..=at].iter().any(|line| line.text.contains("Volume Shadow Copy service"));
    is_of_shadow_copies(before) || is_named()
}

/// Lines of the head of an event at most.
const HEAD: usize = 12;

/// Whether the lines before the words of an event say who logged it.
fn is_of_shadow_copies(before: &[SheetLine<'_>]) -> bool {
    let by_label = |line: &SheetLine<'_>| {
        line.text.split_once(':').is_some_and(|(_, source)| ["volsnap", "VSS"].contains(&source.trim()))
    };
    before.iter().any(by_label) || is_of(before, "volsnap") || is_of(before, "VSS")
}

/// Whether lines of an event in XML name who logged it.
fn is_of(lines: &[SheetLine<'_>], provider: &str) -> bool {
    lines.iter().any(|line| {
        let mut providers = line.text.split("<Provider Name=").skip(1);
        providers.any(|rest| rest.get(1..).is_some_and(|name| name.split(['\'', '"']).next() == Some(provider)))
    })
}

fn event(line: &SheetLine<'_>, notes: &mut Notes<'_>) {
    notes.kind(EvidenceKind::WindowsLog);
    notes.fact("os", "windows", notes.place_of(line), line.text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::text::sheet::Sheet;

    #[test]
    fn a_writer_is_known_by_its_form_in_any_language() {
        let check = |text: &str, expected: Option<(&str, u32, bool)>| {
            let sheet = Sheet::new(text.to_owned());
            let lines = sheet.lines(&[]);
            let found = writers(&lines);
            assert_eq!(found.first().map(|writer| (writer.name, writer.state, writer.ends)), expected, "{text}");
        };
        check(
            "Writer name: 'WMI Writer'\n Id: {a}\n Id: {b}\n State: [8] Failed\n Last error: x",
            Some(("WMI Writer", 8, true)),
        );
        check("Verfassername: \"NTDS\"\n Id: {a}\n Id: {b}\n Status: [1] Stabil", Some(("NTDS", 1, false)));
        check("Writer name: 'WMI Writer'\n State: [8] Failed", Some(("WMI Writer", 8, false)));
        check("Writer name: 'Some Writer'\n State: [8] Failed", None);
        check(
            "Nom\u{a0}: \u{2018}WMI Writer\u{2019}\n Id: {a}\n Id: {b}\n \u{c9}tat : [9] x",
            Some(("WMI Writer", 9, false)),
        );
        check("Writer name: WMI Writer\n Id: {a}\n Id: {b}\n State: [8] Failed", None);
        check("Writer name: 'WMI Writer'\n Id: {a}\n Id: {b}\n State: failed", None);
    }
}
