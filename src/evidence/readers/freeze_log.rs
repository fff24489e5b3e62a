//! What the backup extension on Linux logs of a freeze that failed; its log, or what `grep -n` found in it.

use super::agent_log::stamp;
use crate::{
    evidence::{
        EvidenceKind,
        notes::Notes,
        text::sheet::{SheetLine, has},
    },
    text::number::is_number,
};

/// The words of each failure.
const FAILURES: [(&str, &str); 5] = [
    ("Failed to open:", "open-failed"),
    ("Failed to FIFREEZE:", "refused"),
    ("freeze timed-out", "timed-out"),
    ("already freezed by some other processor", "held"),
    ("binary is missing", "program-missing"),
];

/// What it logs of a freeze that went well.
const WELL: [&str; 2] = ["Binary Freeze Completed", "run_status - success"];

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    // A log holds all days, so the last one counts.
    let last = lines.iter().rev().find_map(|line| {
        let text = behind_number(line.text);
        // Nothing else says this, so that it may stand by itself.
        if !text.starts_with("Failed to FIFREEZE:") {
            stamp(text)?;
        }
        let failure = FAILURES.iter().find(|(words, _)| has(text, words)).map(|(_, value)| *value);
        (failure.is_some() || WELL.iter().any(|words| text.contains(words))).then_some((line, failure))
    });
    let Some((line, Some(failure))) = last else { return };
    notes.kind(EvidenceKind::ExtensionLog);
    notes.fact("os", "linux", notes.place_of(line), line.text);
    notes.fact("freeze", failure, notes.place_of(line), line.text);
}

/// A line without the number that `grep -n` puts before it.
fn behind_number(line: &str) -> &str {
    match line.split_once(':') {
        Some((number, rest)) if is_number(number) => rest,
        _ => line,
    }
}
