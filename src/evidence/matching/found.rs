//! What was found: the problems that a text is about, how surely, and what says so.

use rustc_hash::FxHashMap;

use crate::evidence::SourceRef;

/// A problem that a text is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its row in the catalogue.
    pub row: usize,
    /// How sure it is.
    pub confidence: Confidence,
    /// What decided, the strongest first; never empty.
    pub because: Vec<Because>,
}

/// How sure a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It may be so.
    Low,
    /// It is probably so.
    Medium,
    /// The text says so.
    High,
}

/// What decided, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// What it is.
    pub signal: Signal,
    /// The words as they stand in the text, on one line, bounded.
    pub words: String,
    /// Where they begin.
    pub place: SourceRef,
}

/// What a problem is recognized by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// An answer that evidence gives, which leads to it by itself.
    Finding,
    /// That it may be behind another problem of the text.
    Behind,
    /// A number that the service gives in place of a code.
    Number,
    /// The wording of its message.
    Message,
    /// Its code, in one of its spellings.
    Code,
}

/// Something that speaks for a row, and how surely.
pub(super) type Signed = (usize, Confidence, Because);

impl Confidence {
    /// Its word in the contract.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

impl Signal {
    /// Its word in the contract.
    pub fn name(self) -> &'static str {
        match self {
            Signal::Code => "code",
            Signal::Message => "message",
            Signal::Number => "number",
            Signal::Finding => "finding",
            Signal::Behind => "behind",
        }
    }
}

/// Signals put together by row, whose problems are `problems`: the surest first, then by how many speak for it, then as the text has them.
pub(super) fn ranked(mut signals: Vec<Signed>, problems: &[String]) -> Vec<Match> {
    // A message or a number names a problem; where one of its codes was found, it speaks for that code.
    let mut coded: FxHashMap<&str, usize> = FxHashMap::default();
    for (row, ..) in signals.iter().filter(|(.., because)| because.signal == Signal::Code) {
        coded.entry(&problems[*row]).or_insert(*row);
    }
    for (row, _, because) in &mut signals {
        let same = coded.get(problems[*row].as_str());
        if let Some(same) = same.filter(|_| because.signal != Signal::Code) {
            *row = *same;
        }
    }
    let mut matches: Vec<Match> = Vec::new();
    for (row, confidence, because) in signals {
        match matches.iter_mut().find(|found| found.row == row) {
            Some(found) => {
                // Two different signs, neither of them sure, leave no doubt together.
                let other = found.because.iter().all(|known| known.signal != because.signal);
                let both = found.confidence.min(confidence) == Confidence::Medium && other;
                found.confidence = if both { Confidence::High } else { found.confidence.max(confidence) };
                if !found.because.iter().any(|known| known.signal == because.signal) {
                    found.because.push(because);
                }
            }
            None => matches.push(Match { row, confidence, because: vec![because] }),
        }
    }
    for found in &mut matches {
        found.because.sort_by_key(|because| std::cmp::Reverse(because.signal));
    }
    matches.sort_by_key(|found| std::cmp::Reverse((found.confidence, found.because.len(), found.because[0].signal)));
    matches
}

/// What is behind an error stands within so many lines of it; further away it may be that of another VM.
const NEAR: usize = 3;

/// Puts each problem that may be behind another one before it, with the reason, where the text says both for sure.
pub(super) fn causes_first(matches: &mut Vec<Match>, problems: &[String], behind: &[(String, String)]) {
    for at in 0..matches.len() {
        let is_behind = |symptom: &Match| {
            let pair = |(known, cause): &(String, String)| {
                *known == problems[symptom.row] && *cause == problems[matches[at].row]
            };
            let near = |symptom: &Because, cause: &Because| {
                symptom.place.file == cause.place.file && symptom.place.line.abs_diff(cause.place.line) <= NEAR
            };
            [symptom, &matches[at]].iter().all(|found| found.confidence == Confidence::High)
                && near(&symptom.because[0], &matches[at].because[0])
                && behind.iter().any(pair)
        };
        if let Some(first) = matches.iter().position(is_behind) {
            let symptom = Because { signal: Signal::Behind, ..matches[first].because[0].clone() };
            let mut cause = matches.remove(at);
            // A text that was searched by itself has the reason already.
            if cause.because.iter().all(|because| because.signal != Signal::Behind) {
                cause.because.push(symptom);
            }
            matches.insert(first.min(at), cause);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::{matcher, shown};

    #[test]
    fn what_is_behind_an_error_comes_before_it_with_the_reason() {
        let (catalog, matcher) = matcher();
        let check =
            |text: &str, expected: &[&str]| assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
        check(
            "ExtensionOperationFailedForManagedDisks, inner error ExtensionSnapshotFailedCOM",
            &["ExtensionSnapshotFailedCOM high code+behind", "ExtensionOperationFailedForManagedDisks high code"],
        );
        check(
            "ExtensionSnapshotFailedCOM, then ExtensionOperationFailedForManagedDisks",
            &["ExtensionSnapshotFailedCOM high code+behind", "ExtensionOperationFailedForManagedDisks high code"],
        );
        check(
            "UserErrorUnsupportedDiskSize and UserErrorVmProvisioningStateFailed",
            &["UserErrorUnsupportedDiskSize high code", "UserErrorVmProvisioningStateFailed high code"],
        );
    }
}
