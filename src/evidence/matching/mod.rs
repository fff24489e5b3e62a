//! Which problem a text is about: by its codes, by the wording of its messages, by a few numbers; or none of ours.
//!
//! A wrong answer that sounds sure is worse than none: what is denied, what stands inside another name, and what another
//! service reports is left out. Built once, a matcher answers for any number of texts.

mod blocks;
mod codes;
mod found;
mod messages;
mod others;
mod speech;
mod words;

use std::{collections::BTreeMap, rc::Rc};

pub use self::found::{Because, Confidence, Match, Signal};
use self::{
    blocks::blocks,
    codes::Codes,
    found::{Signed, ranked},
    messages::Messages,
    others::Others,
    speech::Speech,
    words::SearchedText,
};
use crate::{
    data::Files,
    evidence::{Reading, SourceRef, Statement},
    guide::{self, Catalog, Strength, normal},
};

/// What every problem is recognised by, in all languages at once.
pub struct Matcher {
    codes: Codes,
    messages: Messages,
    numbers: BTreeMap<i64, (usize, Strength)>,
    others: Others,
    speech: Speech,
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
        let speech = Speech::read(files, locales);
        // Of two rows of one problem the first counts.
        let row = |problem: &str| catalog.entries.iter().position(|entry| entry.problem == problem);
        let numbers = guide::numbers(files).into_iter();
        Matcher {
            codes: Codes::of(catalog),
            messages: Messages::read(files, catalog, locales, &speech),
            numbers: numbers
                .filter_map(|(number, problem, strength)| Some((number, (row(&problem)?, strength))))
                .collect(),
            others: Others::of(catalog),
            speech,
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
        ranked(signals, &self.problems)
    }

    /// The same for a record whose code stands by itself, so that nothing around it can deny it.
    pub fn find_said(&self, said: StatedError<'_>) -> Vec<Match> {
        ranked(self.said(said), &self.problems)
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
        ranked(signals, &self.problems)
    }

    fn said(&self, said: StatedError<'_>) -> Vec<Signed> {
        let mut signals = self.signals(said.text);
        let because = |signal, words: &str| Because { signal, words: bounded(words), place: line(1) };
        if let Some(row) = self.codes.row(&normal(said.code)) {
            signals.push((row, Confidence::High, because(Signal::Code, said.code)));
        }
        let number = said.number.or_else(|| said.code.trim().parse().ok());
        if let Some((number, (row, strength))) = number.and_then(|number| Some((number, self.numbers.get(&number)?))) {
            signals.push((*row, sure(*strength), because(Signal::Number, &number.to_string())));
        }
        signals
    }

    /// Everything in a text that speaks for a row.
    fn signals(&self, text: &str) -> Vec<Signed> {
        let text = SearchedText::of(text);
        let others = self.others.find(&text);
        let because = |signal, (first, last): (usize, usize)| Because {
            signal,
            words: bounded(text.span(first, last)),
            place: line(text.words[first].line),
        };
        let mut signals = Vec::new();
        let codes = self.codes.find(&text);
        let is_code = |at: usize| {
            let next = codes.partition_point(|code| code.words.1 < at);
            codes.get(next).is_some_and(|code| code.words.0 <= at)
        };
        for code in &codes {
            let (first, last) = code.words;
            if self.speech.denied(&text, first, is_code) {
                continue;
            }
            let confidence = match (self.speech.denied_behind(&text, last), code.vague || others.near(code.words)) {
                (true, _) => Confidence::Low,
                (false, true) => Confidence::Medium,
                (false, false) => Confidence::High,
            };
            signals.push((code.row, confidence, because(Signal::Code, code.words)));
        }
        for found in self.messages.find(&text, &self.speech) {
            if others.near(found.words) {
                continue;
            }
            let confidence = match (found.missing, found.ordered) {
                (0, true) => Confidence::High,
                (0, false) | (1, _) => Confidence::Medium,
                _ => Confidence::Low,
            };
            signals.push((found.row, confidence, because(Signal::Message, found.words)));
        }
        for (at, word) in text.words.iter().enumerate() {
            let number = || word.form.parse::<i64>().ok().and_then(|number| self.numbers.get(&number));
            if word.form.starts_with(|c: char| c.is_ascii_digit())
                && let Some((row, strength)) = number()
                && self.speech.error_before(&text, at)
                && others.is_empty()
            {
                signals.push((*row, sure(*strength), because(Signal::Number, (at, at))));
            }
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
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::{blocks::BLOCK, *};

    fn matcher() -> (Catalog, Matcher) {
        let files = Rc::new(crate::data::builtin::embedded());
        let catalog = Catalog::read(&files).expect("the embedded guides are sound");
        let matcher = Matcher::read(&files, &catalog, &["en".to_owned(), "ru".to_owned()]);
        (catalog, matcher)
    }

    fn shown(catalog: &Catalog, matches: &[Match]) -> Vec<String> {
        let signals = |found: &Match| found.because.iter().map(|because| because.signal.name()).collect::<Vec<_>>();
        let show = |found: &Match| {
            let code = &catalog.entries[found.row].code;
            format!("{code} {} {}", found.confidence.name(), signals(found).join("+"))
        };
        matches.iter().map(show).collect()
    }

    #[test]
    fn what_decides_is_named_with_its_line() {
        let (_, matcher) = matcher();
        let check = |text: &str, expected: &[(Signal, &str, usize)]| {
            let matches = matcher.find(text);
            let found = matches.iter().flat_map(|found| &found.because);
            let found: Vec<_> =
                found.map(|because| (because.signal, because.words.as_str(), because.place.line)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("a\nb UserErrorUnsupported\nDiskSize.", &[(Signal::Code, "UserErrorUnsupported DiskSize", 2)]);
        check(
            "\n\nSo the VMSnapshot\n  extension operation has failed!",
            &[(Signal::Message, "VMSnapshot extension operation has failed", 3)],
        );
        check("error code 380008", &[(Signal::Number, "380008", 1)]);
        check("all is well", &[]);
        check("", &[]);
    }

    #[test]
    fn a_long_text_is_searched_to_its_end_and_across_its_parts() {
        let (_, matcher) = matcher();
        let message = "Could not communicate\nwith the VM agent\nfor snapshot status\n";
        for (line, lines) in
            [("nothing of note, here as before\n", 9_000), (&"x ".repeat(100_000), 3), ("\n", BLOCK + 99)]
        {
            for before in [lines, lines - 1, lines / 2, BLOCK / line.len().max(2)] {
                let text = format!("{}{message}{}", line.repeat(before), line.repeat(20));
                let found = matcher.find(&text);
                let because = found.first().map(|found| (found.because[0].signal, found.because[0].place.line));
                let expected = line.matches('\n').count() * before + 1;
                assert_eq!(because, Some((Signal::Message, expected)), "{before} of {:?}", &line[..1]);
            }
        }
    }

    #[test]
    fn a_code_must_be_a_word_of_its_own_and_not_denied() {
        let (catalog, matcher) = matcher();
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
        };
        check("error:BackUpOperationFailed;", &["BackUpOperationFailed high code"]);
        check("SqlBackUpOperationFailed, backup_operation_failed", &[]);
        check("Contoso.BackUpOperationFailed BackUpOperationFailed.Contoso BackUpOperationFailed-2", &[]);
        check("Backup Operation Failed, backup-operation-failed, backup\noperation\nfailed", &[]);
        check("BackUp Operation Failed", &["BackUpOperationFailed high code"]);
        check("no UserErrorUnsupportedDiskSize", &[]);
        check("Is it new? No: UserErrorUnsupportedDiskSize", &["UserErrorUnsupportedDiskSize high code"]);
        check("cannot get rid of UserErrorUnsupportedDiskSize", &["UserErrorUnsupportedDiskSize high code"]);
        check("UserErrorUnsupportedDiskSize is not what we see", &["UserErrorUnsupportedDiskSize low code"]);
        check("SQL Server: UserErrorBackupOperationInProgress", &["UserErrorBackupOperationInProgress medium code"]);
        check("on vm-sql-01: UserErrorBackupOperationInProgress", &["UserErrorBackupOperationInProgress high code"]);
    }

    #[test]
    fn a_message_must_be_whole_and_not_denied() {
        let (catalog, matcher) = matcher();
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
        };
        check(
            "the virtual machine is in failed provisioning state",
            &["UserErrorVmProvisioningStateFailed high message"],
        );
        check("the VM has the provisioning state: failed", &["UserErrorVmProvisioningStateFailed medium message"]);
        check("the extension is in failed provisioning state", &[]);
        check("the VM is not in failed provisioning state", &[]);
        check("could not communicate with the VM agent", &[]);
        check("unable to initiate restore as another restore operation is currently in progress", &[]);
        check("Another backup operation is currently in progress", &[]);
        check(
            "Could not communicate with the VM agent for snapshot status. Not seen before.",
            &["GuestAgentSnapshotTaskStatusError high message"],
        );
        check("The configured disk size is now supported by Azure Backup", &[]);
        check("Backup failed due to an error.", &[]);
    }

    #[test]
    fn a_record_says_it_in_its_fields() {
        let (catalog, matcher) = matcher();
        let check = |code, number, text, expected: &[&str]| {
            let found = matcher.find_said(StatedError { code, number, text });
            assert_eq!(shown(&catalog, &found), expected, "{code} {number:?} {text}");
        };
        check("usererrorunsupporteddisksize", None, "", &["UserErrorUnsupportedDiskSize high code"]);
        check("400001", None, "Command execution failed.", &["UserErrorBackupOperationInProgress low number"]);
        check("", Some(380_008), "", &["UserErrorGuestAgentStatusUnavailable medium number"]);
        check(
            "BackUpOperationFailedV2",
            Some(1),
            "Backup failed with an internal error - Please retry the operation in a few minutes",
            &["BackUpOperationFailedV2 high code+message"],
        );
        check("UserErrorFsFreezeFailed", None, "no idea", &[]);
        check("", None, "", &[]);
    }
}
