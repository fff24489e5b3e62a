//! What a person deleted in sight from an exported text: its comment still carries it, so it goes from the case too.

use super::{
    Difference,
    text::{ShownText, letters},
};
use crate::{
    case::{Case, Mark, open::OpenCase},
    export::{self, PageShape},
    l10n::Words,
};

/// A text that was exported, and what it says now.
struct Compared<'a> {
    exported: &'a ShownText,
    now: &'a ShownText,
}

impl Compared<'_> {
    /// Whether words of a person were shown and are so no more; what has no letters cannot be found again.
    fn is_gone(&self, words: &str) -> bool {
        let words = letters(words);
        !words.is_empty() && self.exported.letters.contains(&words) && !self.now.letters.contains(&words)
    }

    /// Whether the row of a variable is gone; a text that lost its tables is read for the values themselves.
    fn is_row_gone(&self, variable: &str, values: &[String]) -> bool {
        let has =
            |text: &ShownText| text.tables.iter().flatten().any(|[left, _]| left.codes.iter().any(|id| id == variable));
        if self.now.tables.is_empty() {
            return values.iter().any(|value| self.is_gone(value));
        }
        has(self.exported) && !has(self.now)
    }
}

/// Takes out of a case what its text no longer shows of what its checklist did, and tells each.
pub(super) fn take_out(
    words: &Words,
    open: &OpenCase,
    case: &mut Case,
    checklist: &ShownText,
    text: &ShownText,
    differs: &mut Vec<Difference>,
) {
    // A handover shows no step as a task.
    let is_handover = text.tasks.is_empty();
    let handover = is_handover.then(|| ShownText::read(&export::handover(words, open, &PageShape::default())));
    let compared = Compared { exported: handover.as_ref().unwrap_or(checklist), now: text };
    let mut gone = Vec::new();
    case.variables.retain(|name, values| {
        let is_gone = compared.is_row_gone(name, values);
        gone.extend(is_gone.then(|| name.clone()));
        !is_gone
    });
    case.notes.retain(|_, note| {
        let is_gone = compared.is_gone(note);
        gone.extend(is_gone.then(|| note.clone()));
        !is_gone
    });
    case.noted.retain(|key, _| case.notes.contains_key(key));
    case.findings.retain(|finding| {
        let is_gone = compared.is_gone(&finding.text);
        gone.extend(is_gone.then(|| finding.text.clone()));
        !is_gone
    });
    for mark in case.marks.values_mut() {
        if let Mark::Failed(reason) | Mark::Skipped(reason) = mark
            && compared.is_gone(reason)
        {
            gone.push(std::mem::take(reason));
        }
    }
    if compared.is_gone(&case.name) {
        gone.push(std::mem::take(&mut case.name));
    }
    differs.extend(gone.into_iter().map(Difference::Deleted));
}
