//! Whether a sentence denies the error that it names, before it or behind it.

use super::{
    roles::{Does, WeighedWords},
    speech::Sense,
};

/// A denial reaches over so many words at most.
const REACH: usize = 12;

/// An error is named within so many words before its number.
const BEFORE: usize = 3;

impl WeighedWords<'_> {
    /// Whether a denial stands before a word, with nothing between but what links them; `skip` may stand between too.
    pub(super) fn denied(&self, at: usize, skip: impl Fn(usize) -> bool) -> bool {
        self.linked(at, skip).any(|word| self.senses[word] == Sense::Denial)
    }

    /// The words before one that is left, the nearest first, up to and with the first that is none of those that link.
    pub(super) fn linked(&self, at: usize, skip: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let mut next = Some(at);
        std::iter::from_fn(move || {
            let right = next?;
            let near = right > at.saturating_sub(REACH);
            let joins = near && !breaks(self.text.between(right - 1, right), skip(right - 1));
            let word = joins.then(|| right - 1)?;
            let links = matches!(self.senses[word], Sense::Filler | Sense::Failure | Sense::Error)
                || skip(word)
                || self.speech.is_link(&self.text.words[word].form);
            next = links.then_some(word);
            Some(word)
        })
    }

    /// Whether the sentence goes on behind a word to deny it; what denies that it is over does not.
    pub(super) fn denied_behind(&self, at: usize) -> bool {
        let next = |at: usize| {
            let gap = self.text.behind(at);
            let goes_on =
                at + 1 < self.senses.len() && gap.starts_with(' ') && !breaks(gap, false) && !gap.contains('\n');
            goes_on.then(|| (at + 1, self.senses[at + 1]))
        };
        let (mut at, last) = (at, at + REACH);
        while let Some((word, sense)) = next(at).filter(|(word, _)| *word <= last) {
            match sense {
                _ if self.speech.is_forward(&self.text.words[word].form) => return false,
                // "Not solved" denies that it is over.
                Sense::Denial => {
                    let mut behind = std::iter::successors(next(word), |(word, _)| next(*word));
                    let said = behind.find(|(_, sense)| *sense != Sense::Filler);
                    return said.is_none_or(|(word, _)| !self.is(word, Does::Ends) && !self.is(word, Does::Passed));
                }
                Sense::Filler => at = word,
                _ => return false,
            }
        }
        false
    }

    /// Whether a failure is told right before a number.
    pub(super) fn fails_before(&self, at: usize) -> bool {
        (at.saturating_sub(BEFORE)..at).any(|at| self.senses[at] == Sense::Failure)
    }

    /// Whether an error is named right before a word, as in "error code: 1".
    pub(super) fn error_before(&self, at: usize) -> bool {
        let is_error = |at: usize| self.senses[at] == Sense::Error || self.text.words[at].form.ends_with("code");
        (at.saturating_sub(BEFORE)..at).any(is_error)
    }
}

/// Whether one thought ends between two words; in a list of names a comma ends none.
fn breaks(gap: &str, list: bool) -> bool {
    if gap == " " {
        return false;
    }
    let ends = |c: char| ".!?;:()[]{}=\u{2013}\u{2014}".contains(c) || (c == ',' && !list);
    gap.contains(ends) || gap.contains(" - ") || gap.matches('\n').count() > 1
}
