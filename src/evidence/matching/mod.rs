//! Which problem a text is about: by its codes, by the wording of its messages, by a few numbers; or none of ours.
//!
//! A wrong answer that sounds sure is worse than none: what is denied, what stands inside another name, and what another
//! service reports is left out. Built once, a matcher answers for any number of texts.

mod blocks;
mod codes;
mod dated;
mod denial;
mod documents;
mod found;
mod history;
mod lapsed;
mod lists;
mod mentions;
mod messages;
mod others;
mod plans;
mod recovery;
mod roles;
mod scanned;
mod signals;
mod source;
mod speech;
mod standing;
#[cfg(test)]
mod tests;
mod words;

use std::{cell::OnceCell, collections::BTreeMap, rc::Rc};

pub use self::found::{Because, Confidence, Match, Signal};
use self::{
    blocks::blocks,
    codes::Codes,
    found::{Signed, causes_first, ranked},
    messages::Messages,
    others::Others,
    roles::RoleLists,
    scanned::ScannedWords,
    speech::Speech,
};
use crate::{
    data::Files,
    evidence::{Reading, SourceRef, Statement, Topic, topics},
    guide::{self, Catalog, Leads, Strength, normal},
    l10n::Words,
};

/// What every problem is recognised by, in all languages at once.
pub struct Matcher {
    codes: Codes,
    messages: Messages,
    numbers: BTreeMap<i64, (usize, Strength)>,
    others: Others,
    speech: Speech,
    roles: RoleLists,
    /// What a scanner makes of known words, read when the first scanned text needs it.
    scanned: OnceCell<ScannedWords>,
    /// A question and one of its options, with the row to which that answer leads by itself.
    answers: Vec<(String, String, usize)>,
    /// A problem, and one that may be behind it.
    behind: Vec<(String, String)>,
    /// The problem of each row.
    problems: Vec<String>,
}

/// What a record says of its error, its fields apart.
#[derive(Debug, Clone, Copy, Default)]
pub struct StatedError<'a> {
    /// Its symbolic code, or a number as text; may be empty.
    pub code: &'a str,
    /// Its number.
    pub number: Option<i64>,
    /// Its words; may be empty.
    pub text: &'a str,
}

/// A longer quotation is cut, in characters.
const LONGEST_WORDS: usize = 160;

impl Matcher {
    /// Reads the codes of the catalogue and the messages of these languages.
    pub fn read(files: &Rc<Files>, catalog: &Catalog, locales: &[String]) -> Self {
        let languages: Vec<Words> = locales.iter().map(|locale| Words::new(Rc::clone(files), locale)).collect();
        let lists = |id: &str| languages.iter().map(|words| words.say(id)).collect::<Vec<_>>().join(" ");
        let speech = Speech::read(lists);
        // Of two rows of one problem the first counts.
        let row = |problem: &str| catalog.entries.iter().position(|entry| entry.problem == problem);
        let numbers = guide::numbers(files).into_iter();
        let Leads { answers, behind } = guide::leads(files);
        let answers = answers.into_iter();
        Matcher {
            codes: Codes::of(catalog),
            messages: Messages::read(files, catalog, locales, &speech),
            numbers: numbers
                .filter_map(|(number, problem, strength)| Some((number, (row(&problem)?, strength))))
                .collect(),
            others: Others::of(catalog),
            speech,
            roles: RoleLists::read(lists),
            scanned: OnceCell::new(),
            answers: answers
                .filter_map(|(question, option, problem)| Some((question, option, row(&problem)?)))
                .collect(),
            behind,
            problems: catalog.entries.iter().map(|entry| entry.problem.clone()).collect(),
        }
    }

    /// The problems that a text is about, the surest first; none where it is about none of ours.
    pub fn find(&self, text: &str) -> Vec<Match> {
        let mut signals = Vec::new();
        for (lines, block) in blocks(text) {
            let at = signals.len();
            signals.extend(self.signals(block));
            signals[at..].iter_mut().for_each(|(_, _, because): &mut Signed| because.place.line += lines);
        }
        self.ranked(signals)
    }

    /// The same for a record whose code stands by itself, so that nothing around it can deny it.
    pub fn find_said(&self, said: StatedError<'_>) -> Vec<Match> {
        self.ranked(self.said(said))
    }

    /// The same for everything that was handed in, in whichever file it stands.
    pub fn find_in(&self, readings: &[Reading]) -> Vec<Match> {
        let mut signals = Vec::new();
        for reading in readings {
            for Statement { text, code, number, place } in &reading.statements {
                let said = StatedError { code: code.as_deref().unwrap_or_default(), number: *number, text };
                let placed = |(row, sure, because)| (row, sure, Because { place: place.clone(), ..because });
                signals.extend(self.said(said).into_iter().map(placed));
            }
            for found in self.find(&reading.rest) {
                signals.extend(found.because.into_iter().map(|mut because| {
                    because.place.file.clone_from(&reading.file);
                    (found.row, found.confidence, because)
                }));
            }
        }
        // Answers lead to a problem only where no error names one.
        if signals.iter().all(|(_, sure, _)| *sure == Confidence::Low) {
            signals.extend(self.leads(readings));
        }
        self.ranked(signals)
    }

    fn ranked(&self, signals: Vec<Signed>) -> Vec<Match> {
        let mut matches = ranked(signals, &self.problems);
        causes_first(&mut matches, &self.problems, &self.behind);
        matches
    }

    /// The problems to which the answers lead on which all evidence agrees.
    fn leads(&self, readings: &[Reading]) -> Vec<Signed> {
        let topics = topics(readings);
        let lead = |(question, option, row): &(String, String, usize)| {
            let is_said = |topic: &&Topic<'_>| topic.question == question && topic.agreed == Some(option);
            let finding = topics.iter().find(is_said)?.findings[0];
            let (words, place) = (bounded(&finding.text), finding.place.clone());
            Some((*row, Confidence::Low, Because { signal: Signal::Finding, words, place }))
        };
        self.answers.iter().filter_map(lead).collect()
    }

    fn said(&self, said: StatedError<'_>) -> Vec<Signed> {
        let mut signals = self.signals(said.text);
        let because = |signal, words: &str| Because { signal, words: bounded(words), place: line(1) };
        if let Some(row) = self.codes.row(&normal(said.code)) {
            signals.push((row, Confidence::High, because(Signal::Code, said.code)));
        }
        let number = said.number.or_else(|| said.code.trim().parse().ok());
        // A code in any of its fields says more than a number, which stands for several.
        let number = number.filter(|_| signals.iter().all(|(_, _, because)| because.signal != Signal::Code));
        if let Some((number, (row, strength))) = number.and_then(|number| Some((number, self.numbers.get(&number)?))) {
            signals.push((*row, sure(*strength), because(Signal::Number, &number.to_string())));
        }
        signals
    }
}

fn line(line: usize) -> SourceRef {
    SourceRef { line, ..SourceRef::default() }
}

fn sure(strength: Strength) -> Confidence {
    match strength {
        Strength::Strong => Confidence::Medium,
        Strength::Weak => Confidence::Low,
    }
}

/// A quotation on one line.
fn bounded(words: &str) -> String {
    let mut line = String::new();
    for word in words.split_whitespace().take(LONGEST_WORDS) {
        let blank = if line.is_empty() { "" } else { " " };
        line.extend([blank, word]);
    }
    // Most are short, and have no more characters than bytes.
    if line.len() > LONGEST_WORDS
        && let Some((end, _)) = line.char_indices().nth(LONGEST_WORDS)
    {
        line.truncate(end);
    }
    line
}
