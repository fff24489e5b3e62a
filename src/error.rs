//! Why a task could not be done: an exit code and a sentence, with what to do next.

use crate::{
    guide::Diagnostic,
    l10n::{Words, tasks},
    text::sanitise,
};

/// A task that ended without its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What the process exits with.
    pub code: Code,
    /// Its sentence is `error-ID` in the words, and what to do `.hint`.
    pub id: &'static str,
    /// What the sentence names; from outside, so shown with control characters written out.
    pub args: Vec<(&'static str, String)>,
    /// Defects of data files that caused it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// The answer is "no".
    No = 1,
    /// Wrong usage or bad input.
    Input = 2,
    /// The machine failed us.
    Machine = 3,
}

impl Failure {
    /// Wrong usage or bad input.
    pub fn input<const N: usize>(id: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self::new(Code::Input, id, args)
    }

    /// The machine failed us.
    pub fn machine<const N: usize>(id: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self::new(Code::Machine, id, args)
    }

    /// Data files that cannot be used.
    pub fn diagnosed(diagnostics: Vec<Diagnostic>) -> Self {
        Failure { diagnostics, ..Self::new(Code::Input, "guide", []) }
    }

    fn new<const N: usize>(code: Code, id: &'static str, args: [(&'static str, &str); N]) -> Self {
        let args = args.into_iter().map(|(name, value)| (name, sanitise::visible_line(value))).collect();
        Failure { code, id, args, diagnostics: Vec::new() }
    }

    /// The sentence and the hint, for the person.
    pub fn text(&self, words: &Words) -> String {
        let mut args = tasks();
        for (name, value) in &self.args {
            args.set(*name, value.as_str());
        }
        let id = format!("error-{}", self.id);
        let message = words.say_with(&id, &args);
        match words.text(&id, Some("hint"), Some(&args)) {
            Some(hint) => format!("{message}\n{hint}"),
            None => message,
        }
    }
}
