//! What a person hands in, read: bytes to findings, values and statements, each with the words that say so.
//!
//! The bytes become `text`, from which `readers`, one file per kind of evidence, take named facts with closed values;
//! which answer a fact gives is data, `evidence.toml` of the guide. When unsure, a reader says nothing.

mod agreement;
pub mod apply;
mod azure;
mod collect;
mod kind;
pub mod matching;
mod notes;
mod places;
mod readers;
mod rules;
mod text;

use std::borrow::Cow;

use crate::error::{Error, EvidenceFlaw};
use text::{decode, documents, quoted, sheet::Sheet};

pub use agreement::{Topic, topics};
pub use collect::{Request, block, requests, requests_of};
pub use kind::EvidenceKind;
pub use rules::EvidenceRules;

/// A file above this size is refused before it is read, in bytes.
pub const LARGEST: usize = 16 << 20;

/// What one file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The name under which it was handed in.
    pub file: String,
    /// What it was recognised as, by its content; of several outputs in one file the first. `None`: none of ours.
    pub kind: Option<EvidenceKind>,
    /// Answers to state questions, in the order of the file; two of one question may contradict each other.
    pub findings: Vec<Proposal>,
    /// Values that may be filled into commands, in the order of the file, each once.
    pub variables: Vec<FoundValue>,
    /// Values of which a text has several where one is needed: only a person can choose.
    pub choices: Vec<FoundValue>,
    /// Texts and codes of errors, in the order of the file, each once: what a problem is recognised by.
    pub statements: Vec<Statement>,
    /// Where JSON was first found damaged; what was left of it is read as far as it goes.
    pub damage: Option<Refusal>,
    /// The text, its lines where they were, without the JSON that a reader knew: errors may stand in it in any form.
    pub rest: String,
}

impl Reading {
    /// Whether it has anything that goes into a case.
    pub fn fills_a_case(&self) -> bool {
        !(self.findings.is_empty() && self.variables.is_empty() && self.choices.is_empty())
    }

    /// The same under another name.
    pub fn rename(&mut self, file: &str) {
        let findings = self.findings.iter_mut().map(|finding| &mut finding.place);
        let values = self.variables.iter_mut().chain(&mut self.choices).map(|value| &mut value.place);
        let statements = self.statements.iter_mut().map(|statement| &mut statement.place);
        findings.chain(values).chain(statements).for_each(|place| place.file = file.to_owned());
        self.file = file.to_owned();
    }
}

/// A proposed answer to a state question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The question's id in the guide.
    pub question: String,
    /// The id of one of its options, never `unsure`.
    pub option: String,
    /// Where it was read.
    pub place: SourceRef,
    /// The words that were read there: verbatim, on one line, bounded.
    pub text: String,
}

/// A value for a variable of the guide; it keeps the variable's rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundValue {
    /// The variable's id in the guide, such as `vm`.
    pub variable: String,
    /// The value as it was spelt.
    pub value: String,
    /// Where it was read.
    pub place: SourceRef,
}

impl FoundValue {
    fn new(variable: &str, value: &str, place: SourceRef) -> Self {
        FoundValue { variable: variable.to_owned(), value: value.to_owned(), place }
    }
}

/// An error text, its code, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The words, verbatim, on one line, bounded; may be empty where there is only a code.
    pub text: String,
    /// A symbolic code that stands beside it, such as `VMExtensionProvisioningError`.
    pub code: Option<String>,
    /// A number that stands beside it, such as a job's `errorCode`.
    pub number: Option<i64>,
    /// Where it was read.
    pub place: SourceRef,
}

/// A place in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceRef {
    /// The name under which the file was handed in.
    pub file: String,
    /// From 1; 0 where no line is to be named.
    pub line: usize,
    /// In JSON the way to the value, such as `vmAgent.statuses[0].displayStatus`; else empty.
    pub path: String,
}

/// Why a file was not read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong with it.
    pub flaw: EvidenceFlaw,
    /// From 1; 0 where no line is to be named.
    pub line: usize,
    /// From 1, in characters; 0 where no line is to be named.
    pub column: usize,
    /// In JSON the way to the value, else empty.
    pub path: String,
}

impl Refusal {
    /// The same for the person, with the name of the file before its place.
    pub fn error(&self, file: &str) -> Error {
        let mut at = file.to_owned();
        if self.line > 0 {
            at += &format!(":{}:{}", self.line, self.column);
        }
        if !self.path.is_empty() {
            // The end of a long way says more than its beginning.
            let from = self.path.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
            at += &format!(" {}", &self.path[from..]);
        }
        let most = |bytes: usize| format!("{} MiB", bytes >> 20);
        Error::Evidence { flaw: self.flaw, at, size: most(LARGEST), line: most(decode::LONGEST) }
    }
}

/// Reads a file of at most [`LARGEST`] bytes; `file` is the name that places will bear.
///
/// A file of no known kind is no error: it has no findings.
///
/// # Errors
/// Where the bytes are no text, or the JSON is broken, too deep, or too large to be read with bounded memory.
pub fn read<'b>(file: &str, bytes: impl Into<Cow<'b, [u8]>>, rules: &EvidenceRules) -> Result<Reading, Refusal> {
    let bytes = bytes.into();
    if bytes.len() > LARGEST {
        return Err(Refusal { flaw: EvidenceFlaw::Size, line: 0, column: 0, path: String::new() });
    }
    let sheet = Sheet::new(quoted::unquoted(decode::text(bytes)?));
    match read_sheet(file, &sheet, rules, false) {
        // A console may have broken strings at its edge; what is damaged otherwise is read as far as it goes.
        Err(refusal) if refusal.flaw == EvidenceFlaw::Json => {
            let joined = sheet.unwrapped().and_then(|joined| read_sheet(file, &joined, rules, false).ok());
            joined.map_or_else(|| read_sheet(file, &sheet, rules, true), Ok)
        }
        done => done,
    }
}

fn read_sheet(file: &str, sheet: &Sheet, rules: &EvidenceRules<'_>, damaged: bool) -> Result<Reading, Refusal> {
    let content = documents::content(sheet, damaged)?;
    let reading = readers::read(file, sheet, &content, rules);
    Ok(Reading { damage: content.damage, ..reading })
}
