//! Events of Windows that tell of a crash of the agent: of its program, and of its service.

use super::words::WORDS;
use crate::evidence::{EvidenceKind, notes::Notes, text::sheet::SheetLine};

/// The programs of the agent.
const PROGRAMS: [&str; 2] = ["WaAppAgent.exe", "WindowsAzureGuestAgent.exe"];

/// Its service, by both names.
const SERVICES: [&str; 2] = ["Windows Azure Guest Agent", "WindowsAzureGuestAgent"];

/// What Windows does about it stands within so many lines.
const NEXT: usize = 3;

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let is_program = |line: &&SheetLine<'_>| {
        let value = || line.text.split_once([':', '\u{ff1a}']).unwrap_or_default().1.trim_start();
        line.text.contains("Agent.exe") && PROGRAMS.iter().any(|program| value().starts_with(program))
    };
    if let Some(line) = lines.iter().find(is_program) {
        event(line, notes);
    }
    let has = |text: &str, words: &[String]| words.iter().any(|word| text.contains(word.as_str()));
    let ended = |line: &SheetLine<'_>| {
        SERVICES.iter().any(|name| line.text.contains(name)) && has(line.text, &WORDS.event.ended)
    };
    let Some(at) = lines.iter().rposition(ended) else { return };
    event(&lines[at], notes);
    // Windows starts it again by itself.
    let restarts = lines[at..].iter().take(NEXT).any(|line| has(line.text, &WORDS.event.restarts));
    if !restarts && !notes.knows("windows-service") {
        notes.fact("windows-service", "stopped", notes.place_of(&lines[at]), lines[at].text.trim());
    }
}

fn event(line: &SheetLine<'_>, notes: &mut Notes<'_>) {
    notes.kind(EvidenceKind::WindowsLog);
    notes.fact("os", "windows", notes.place_of(line), line.text.trim());
}
