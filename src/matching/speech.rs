//! What words do in a sentence, in all languages at once: deny it, tell of a failure, or carry nothing.

use std::{collections::BTreeSet, rc::Rc};

use super::words::Text;
use crate::{files::Files, guide::normal, l10n::Words};

/// Lists of words, in the form in which words are compared.
#[derive(Default)]
pub(super) struct Speech {
    denials: BTreeSet<String>,
    failures: BTreeSet<String>,
    errors: BTreeSet<String>,
    fillers: BTreeSet<String>,
    links: BTreeSet<String>,
    machines: BTreeSet<String>,
    subjects: BTreeSet<String>,
}

/// What a word does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    /// It says that something is not so.
    Denial,
    /// It says that something failed.
    Failure,
    /// It names what is wrong, or its number.
    Error,
    /// It names the machine, by whichever of its names.
    Machine,
    /// It says what all of this is about.
    Subject,
    /// It carries nothing by itself.
    Filler,
    /// Any other word, by its stem.
    Stem(String),
}

impl Speech {
    pub(super) fn read(files: &Rc<Files>, locales: &[String]) -> Self {
        let mut speech = Speech::default();
        for locale in locales {
            let words = Words::new(Rc::clone(files), locale);
            let list = |id: &str| words.say(id).split_whitespace().map(normal).collect::<Vec<_>>();
            speech.denials.extend(list("match-denials"));
            speech.failures.extend(list("match-failures"));
            speech.errors.extend(list("match-errors"));
            speech.fillers.extend(list("match-fillers"));
            speech.links.extend(list("match-links"));
            speech.machines.extend(list("match-machines"));
            speech.subjects.extend(list("match-subjects"));
        }
        speech
    }

    pub(super) fn sense(&self, form: &str) -> Sense {
        // A single sign is what a bracket cut off, or an item's number.
        if self.fillers.contains(form) || form.len() < 2 {
            Sense::Filler
        } else if self.denials.contains(form) {
            Sense::Denial
        } else if self.failures.contains(form) {
            Sense::Failure
        } else if self.errors.contains(form) {
            Sense::Error
        } else if self.machines.contains(form) {
            Sense::Machine
        } else if self.subjects.contains(form) {
            Sense::Subject
        } else {
            Sense::Stem(stem(form))
        }
    }

    /// Whether a denial stands before a word, with nothing between but what links them; `skip` may stand between too.
    pub(super) fn denied(&self, text: &Text, at: usize, skip: impl Fn(usize) -> bool) -> bool {
        let mut right = at;
        while right > 0 && !breaks(text.between(right - 1, right), skip(right - 1)) {
            right -= 1;
            let form = &text.words[right].form;
            match self.sense(form) {
                Sense::Denial => return true,
                Sense::Filler | Sense::Failure | Sense::Error => {}
                _ if skip(right) || self.links.contains(form) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the sentence goes on behind a word to deny it.
    pub(super) fn denied_behind(&self, text: &Text, at: usize) -> bool {
        let next = |at: usize| {
            let gap = text.behind(at);
            let goes_on =
                at + 1 < text.words.len() && gap.starts_with(' ') && !breaks(gap, false) && !gap.contains('\n');
            goes_on.then(|| (at + 1, self.sense(&text.words[at + 1].form)))
        };
        let mut at = at;
        while let Some((word, sense)) = next(at) {
            match sense {
                Sense::Denial => return true,
                Sense::Filler => at = word,
                _ => return false,
            }
        }
        false
    }

    /// Whether an error is named right before a word, as in "error code: 1".
    pub(super) fn error_before(&self, text: &Text, at: usize) -> bool {
        let near = text.words[at.saturating_sub(3)..at].iter();
        near.rev().any(|word| self.sense(&word.form) == Sense::Error || word.form.ends_with("code"))
    }
}

/// How many sentences end in a text: a point inside a name or a number ends none.
pub(super) fn sentences(text: &str) -> usize {
    let ends = text.match_indices(['.', '!', '?', ';', '\u{3002}']).filter(|(at, sign)| {
        let next = text[at + sign.len()..].chars().next();
        next.is_some_and(|next| next.is_whitespace() || "\"'<|".contains(next))
    });
    ends.count() + text.matches(" - ").count()
}

/// Whether one thought ends between two words; in a list of names a comma ends none.
fn breaks(gap: &str, list: bool) -> bool {
    let ends = |c: char| ".!?;:()[]{}=\u{2013}\u{2014}".contains(c) || (c == ',' && !list);
    gap.contains(ends) || gap.contains(" - ") || gap.matches('\n').count() > 1
}

/// Words that begin alike count as one: six letters of the Latin script, five of another, whose endings are longer.
fn stem(form: &str) -> String {
    if !form.is_ascii() {
        return form.chars().take(5).collect();
    }
    let singular = form.strip_suffix('s').filter(|word| word.len() > 2 && !word.ends_with(['s', 'u']));
    singular.unwrap_or(form).chars().take(6).collect()
}
