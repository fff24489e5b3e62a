//! The state of the agent as the portal shows it in any language, copied from its page or told in a sentence.

use super::words::{WORDS, is_in};
use crate::evidence::{
    EvidenceKind,
    notes::Notes,
    text::sheet::{SheetLine, around},
};

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    if notes.knows("agent") {
        return;
    }
    let filled: Vec<&SheetLine<'_>> = lines.iter().filter(|line| !line.text.trim().is_empty()).collect();
    let pairs: Vec<_> = (0..filled.len()).filter_map(|at| pair(&filled, at)).collect();
    let page = &WORDS.page;
    let mut agents = pairs.iter().filter(|(label, ..)| is_in(&page.agent, label));
    match (agents.next(), agents.next()) {
        (Some((_, value, line)), None) => read_page(&pairs, value, line, notes),
        (None, _) => read_sentences(lines, notes),
        _ => {}
    }
}

/// A label with its value, behind a colon or on the next line, and the line of that.
type LabelledLine<'l, 't> = (&'t str, &'t str, &'l SheetLine<'t>);

fn pair<'l, 't>(filled: &[&'l SheetLine<'t>], at: usize) -> Option<LabelledLine<'l, 't>> {
    let line = filled[at];
    let text = line.text.trim();
    if let Some((label, value)) = text.split_once([':', '\t', '\u{ff1a}']).filter(|(_, value)| !value.trim().is_empty())
    {
        return Some((label.trim(), value.trim(), line));
    }
    if let Some((label, value)) = around(text, "  ") {
        return Some((label.trim(), value.trim(), line));
    }
    let next = filled.get(at + 1)?;
    Some((text.trim_end_matches([':', '\u{ff1a}']).trim_end(), next.text.trim(), next))
}

fn read_page(pairs: &[LabelledLine<'_, '_>], value: &str, line: &SheetLine<'_>, notes: &mut Notes<'_>) {
    let page = &WORDS.page;
    let status = |words: &[String]| {
        let is_status = |(label, value, _): &&LabelledLine<'_, '_>| is_in(&page.status, label) && is_in(words, value);
        pairs.iter().find(is_status).map(|(.., line)| *line)
    };
    let agent = if is_in(&page.not_ready, value) {
        "not-ready"
    } else if is_in(&page.ready, value) {
        "ready"
    } else {
        return;
    };
    notes.kind(EvidenceKind::InstanceView);
    if let Some(line) = status(&page.deallocated) {
        // What a VM that does not run last reported says nothing of today.
        return notes.fact("power", "deallocated", notes.place_of(line), line.text.trim());
    }
    notes.fact("agent", agent, notes.place_of(line), line.text.trim());
    if let Some(line) = status(&WORDS.service.running).filter(|_| !notes.knows("power")) {
        notes.fact("power", "running", notes.place_of(line), line.text.trim());
    }
}

/// What makes of the state of an agent in a sentence no state of today.
const NOT_TODAY: [&str; 14] = [
    "if ",
    "when ",
    "was ",
    "were ",
    "had ",
    "should ",
    "falls ",
    "wenn ",
    "war ",
    "si ",
    "se ",
    "?",
    "no longer",
    "not \"not",
];

/// Words between the agent and its state at most, in bytes.
const NEAR: usize = 48;

/// Sentences that say that the agent is not ready, in the words of Azure.
fn read_sentences(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let says = |line: &SheetLine<'_>| {
        let at = ["Not Ready", "NotReady"].iter().find_map(|state| line.text.find(state))?;
        let before = line.text[..at].to_ascii_lowercase();
        let agent = before.rfind("agent")?;
        let lower = line.text.to_ascii_lowercase();
        let today = !NOT_TODAY.iter().any(|words| lower.contains(words));
        (at - agent < NEAR && today && !before[agent..].contains(['.', ';'])).then_some(())
    };
    if let Some(line) = lines.iter().find(|line| says(line).is_some()) {
        notes.fact("agent", "not-ready", notes.place_of(line), line.text.trim());
    }
}
