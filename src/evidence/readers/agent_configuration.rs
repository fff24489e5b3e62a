//! `waagent.conf`, whole or the lines that `grep -n` picked, read as the agent itself reads it.

use crate::{
    evidence::{
        EvidenceKind,
        notes::Notes,
        text::sheet::{SheetLine, is_prompt},
    },
    text::number::is_number,
};

/// Sections of the file; other files have other keys.
const SECTIONS: [&str; 10] = [
    "Provisioning",
    "Extensions",
    "ResourceDisk",
    "Logs",
    "OS",
    "AutoUpdate",
    "HttpProxy",
    "CGroups",
    "Debug",
    "Monitor",
];

/// What `Provisioning.Agent` may be.
const AGENTS: [&str; 4] = ["auto", "waagent", "cloud-init", "disabled"];

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    // Among other text a setting may be a quotation from a guide, unless `grep -n` has numbered it.
    let alone = !lines.iter().any(|line| is_other(line.text));
    let shown = shown(lines);
    let counts = |at: usize| alone || shown[at] || unnumbered(lines[at].text).len() < lines[at].text.len();
    let entries = lines.iter().enumerate().filter(|(at, _)| counts(*at));
    let entries: Vec<_> = entries.filter_map(|(_, line)| Some((line, entry(line.text)?))).collect();
    let Some((first, _)) = entries.first() else { return };
    notes.kind(EvidenceKind::AgentConfiguration);
    notes.fact("os", "linux", notes.place_of(first), first.text);
    // Of a key that stands twice the last counts.
    let last = |key: &str| entries.iter().rev().find(|(_, (name, _))| *name == key);
    if let Some((line, (_, value))) = last("Extensions.Enabled") {
        let switch = [("on", "y"), ("off", "n")].into_iter().find(|(_, letter)| value.eq_ignore_ascii_case(letter));
        if let Some((state, _)) = switch {
            notes.fact("extensions-setting", state, notes.place_of(line), line.text);
        }
    }
    if let Some((line, (_, value))) = last("Provisioning.Agent").filter(|(_, (_, value))| !value.is_empty()) {
        let valid = AGENTS.iter().any(|known| value.eq_ignore_ascii_case(known));
        // The last line may have been cut in the middle of its value.
        let may_go_on = AGENTS.iter().any(|known| known.starts_with(&value.to_ascii_lowercase()));
        if !valid && may_go_on && lines.last().is_some_and(|last| last.number == line.number) {
            return;
        }
        notes.fact("provisioning-setting", if valid { "valid" } else { "invalid" }, notes.place_of(line), line.text);
    }
}

/// Settings in a row that no advice has.
const ROW: usize = 4;

/// Which lines stand in the output of a command that shows the file, or in a row of so many settings as only a file has.
fn shown(lines: &[SheetLine<'_>]) -> Vec<bool> {
    let mut shown = vec![false; lines.len()];
    let (mut by_command, mut row) = (false, 0);
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.trim();
        let setting = entry(text).is_some();
        if is_prompt(line.text) && !text.starts_with('#') {
            by_command = text.contains("waagent.conf");
        } else if !(setting || text.is_empty() || text.starts_with('#') || text.contains('=')) {
            by_command = false;
        }
        row = if setting { row + 1 } else { 0 };
        shown[at] = by_command;
        if row >= ROW {
            shown[at + 1 - ROW..=at].fill(true);
        }
    }
    shown
}

/// What is neither a setting, a comment, nor a prompt that shows the file.
fn is_other(line: &str) -> bool {
    let text = unnumbered(line).trim();
    let prompt =
        text.ends_with(['#', '$']) || ((text.contains("# ") || text.contains("$ ")) && text.contains("waagent.conf"));
    !(text.is_empty() || text.starts_with('#') || text.contains('=') || prompt)
}

/// A key of the agent with its value, up to a comment; quotes and blanks around it do not count.
fn entry(line: &str) -> Option<(&str, &str)> {
    let line = unnumbered(line);
    let (key, value) = line.split_once('=').filter(|_| !line.starts_with('#'))?;
    let key = key.trim();
    let (section, name) = key.split_once('.')?;
    let is_key =
        SECTIONS.contains(&section) && !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    let value = value.split('#').next().unwrap_or_default();
    is_key.then(|| (key, value.trim_matches(['"', ' ', '\t'])))
}

/// The line without the number that `grep -n` puts before it.
fn unnumbered(line: &str) -> &str {
    match line.split_once(':') {
        Some((number, rest)) if is_number(number) => rest,
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn entries_are_read_as_the_agent_reads_them() {
        let check = |line: &str, expected: Option<(&str, &str)>| assert_eq!(entry(line), expected, "{line}");
        check("Extensions.Enabled=y", Some(("Extensions.Enabled", "y")));
        check("  Extensions.Enabled = \"n\"  # off", Some(("Extensions.Enabled", "n")));
        check("12:Extensions.Enabled=n", Some(("Extensions.Enabled", "n")));
        check("#Extensions.Enabled=n", None);
        check("12:# Extensions.Enabled=n", None);
        check("Extensions.Enabled", None);
        check("Provisioning.Agent=", Some(("Provisioning.Agent", "")));
        check("Color.Enabled=y", None);
        check("PATH=x", None);
    }
}
