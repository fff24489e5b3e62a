//! Logs of the agent and of the backup extension on Windows: `[00000011] [11/20/2026 06:27:55.66] [WARN] text`, or the time alone,
//! and `2026-11-20T06:27:55.6601234Z [Error]: text`.

use super::agent_log::{MOST, stamp, symbol};
use crate::{
    evidence::{EvidenceKind, notes::Notes, text::sheet::SheetLine},
    text::number::is_number,
};

/// What only these logs speak of.
const SIGNS: [&str; 11] = [
    "WindowsAzure",
    "WaAppAgent",
    "GuestAgent",
    "TransparentInstaller",
    "IaaSBcdrExtension",
    "Microsoft.Azure.RecoveryServices.VMSnapshot",
    "PluginName:",
    "GoalState",
    "GatherWriterMetadata",
    "DoSnapshot",
    "VSS_",
];

/// Levels of what went wrong.
const LEVELS: [&str; 3] = ["[ERROR]", "[Error]", "[FATAL]"];

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let entries: Vec<_> = lines.iter().filter_map(|line| Some((line, entry(line.text)?))).collect();
    let knows =
        |(_, text): &&(&SheetLine<'_>, &str)| SIGNS.iter().any(|sign| text.contains(sign)) && !text.contains("Linux");
    let Some((first, _)) = entries.iter().find(knows) else { return };
    // One entry among other lines may be a quotation.
    if entries.len() == 1 && lines.iter().filter(|line| !line.text.trim().is_empty()).count() > 1 {
        return;
    }
    notes.kind(EvidenceKind::WindowsLog);
    notes.fact("os", "windows", notes.place_of(first), first.text);
    let failed = entries
        .iter()
        .rev()
        .filter(|(_, text)| LEVELS.iter().any(|level| text.contains(level)) || symbol(text).is_some());
    for (line, text) in failed.take(MOST) {
        notes.statement(text, symbol(text), None, notes.place_of(line));
    }
}

/// What stands behind the stamp, its level too; a number may stand before it.
fn entry(line: &str) -> Option<&str> {
    let inside = |text: &str, form: fn(&str) -> bool| {
        let (inside, rest) = text.strip_prefix('[')?.split_once(']')?;
        form(inside).then_some(rest.len())
    };
    let line = line.trim_start();
    if let Some(text) = plug_in_entry(line) {
        return Some(text);
    }
    // Of a thread, or of a process and its thread.
    let is_number = |text: &str| text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b':');
    let rest = inside(line, is_number).map_or(line, |rest| line[line.len() - rest..].trim_start());
    let rest = inside(rest, is_time).map(|left| &rest[rest.len() - left..])?;
    Some(rest.trim_start())
}

/// What stands behind the stamp of the backup extension, its level too.
fn plug_in_entry(line: &str) -> Option<&str> {
    const LEVELS: [&str; 3] = ["[Information]:", "[Warning]:", "[Error]:"];
    let rest = stamp(line).filter(|(kind, _)| *kind == b'-')?.1.strip_prefix('.')?;
    let text = rest.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix("Z ")?;
    LEVELS.iter().any(|level| text.starts_with(level)).then_some(text)
}

/// `11/20/2026 06:27:55.66`.
fn is_time(text: &str) -> bool {
    let form = b"dd/dd/dddd dd:dd:dd.";
    let fits = |(byte, form): (u8, &u8)| if *form == b'd' { byte.is_ascii_digit() } else { byte == *form };
    text.len() > form.len() && text.bytes().zip(form).all(fits) && is_number(&text[form.len()..])
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn entries_are_known_by_their_stamps() {
        let check = |line: &str, expected: Option<&str>| assert_eq!(entry(line), expected, "{line}");
        check("[00000011] [12/11/2018 06:27:55.66] [WARN]  text", Some("[WARN]  text"));
        check("[11/20/2026 02:02:13.90] PluginName: x", Some("PluginName: x"));
        check("[00000011] text", None);
        check("[11/20/2026] text", None);
        check("[11/20/2026 02:02:13.x] text", None);
        check("11/20/2026 02:02:13.90 text", None);
        check("2026-11-20T06:27:55.6601234Z [Error]: x", Some("[Error]: x"));
        check("2026-11-20T06:27:55.6601234Z INFO x", None);
        check("[я", None);
        check("", None);
    }
}
