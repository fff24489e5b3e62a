//! Why something could not be done: data, which becomes a sentence with a hint in the person's language, and an exit code.

mod message;

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::guide::Diagnostic;
use message::{ErrorMessage, Fact};

/// Exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// The answer is "no".
    No = 1,
    /// Wrong usage or bad input.
    Input = 2,
    /// The machine failed us.
    Machine = 3,
}

/// Makes [`Error`] from rows: a variant, its exit status, the id of its sentence after `error-`, and what that names.
///
/// One table, so that no variant can lack its id, its arguments or its test.
macro_rules! errors {
    ($($(#[$doc:meta])* $variant:ident $status:ident $id:literal $({ $($field:ident: $type:ty),* })?)*) => {
        /// What went wrong, with what its sentence names.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "a field is the argument of this name in the sentence")]
        pub enum Error {
            $($(#[$doc])* $variant $({ $($field: $type),* })?,)*
        }

        impl Error {
            /// What the process exits with.
            pub fn status(&self) -> ExitStatus {
                match self {
                    $(Error::$variant { .. } => ExitStatus::$status,)*
                }
            }

            fn message(&self) -> ErrorMessage<'_> {
                match self {
                    $(Error::$variant $({ $($field),* })? => {
                        #[allow(unused_mut, reason = "a sentence may name nothing")]
                        let mut message = ErrorMessage::new($id);
                        $($($field.add_to(&mut message, stringify!($field));)*)?
                        message
                    })*
                }
            }

            /// Every variant, so often that each value of a field with few values is met.
            #[cfg(test)]
            fn samples() -> impl Iterator<Item = Error> {
                (0..message::SAMPLES).flat_map(|at| [$(Error::$variant $({ $($field: Fact::sample(stringify!($field), at)),* })?,)*])
            }
        }
    };
}

errors! {
    // Arguments, as clap refuses them.

    /// Arguments that do not fit together.
    Argument Input "argument"
    /// A value that an argument does not take.
    ArgumentValue Input "argument-value" { argument: String, value: String, known: Option<String> }
    /// An argument that does not exist.
    ArgumentUnknown Input "argument-unknown" { argument: String, near: Option<String> }
    /// An argument that must be given.
    ArgumentMissing Input "argument-missing" { argument: String }
    /// Two arguments that exclude each other.
    ArgumentConflict Input "argument-conflict" { argument: String }
    /// The name of a file where a code is expected.
    FileAsCode Input "file-as-code" { name: String }
    /// A code before a task that takes none there.
    CodeAndTask Input "code-and-task" { name: String }
    /// An option of the wizard before a task.
    PlainAndTask Input "plain-and-task" { option: &'static str }
    /// The demo, which is a case of its own, beside what asks for another.
    DemoAlone Input "demo-alone" { option: &'static str }
    /// An answer or a value without `=`.
    NoEquals Input "no-equals" { option: &'static str, value: String, example: &'static str }
    /// A date that is none.
    BadDate Input "bad-date" { date: String, example: &'static str }

    // Problems, answers and values by name.

    /// A code that no guide has.
    UnknownCode Input "unknown-code" { name: String, near: Option<String> }
    /// The same where a task is named nearly so.
    UnknownTask Input "unknown-task" { name: String, near: String }
    /// A question that the problem never asks.
    UnknownQuestion Input "unknown-question" { at: String, name: String, known: String, near: Option<String> }
    /// An answer for a problem that asks nothing.
    NoQuestion Input "no-question" { at: String }
    /// An option that the question does not have.
    UnknownOption Input "unknown-option" { at: String, name: String, question: String, known: String }
    /// A variable that no command has.
    UnknownVariable Input "unknown-variable" { at: String, name: String, known: String, near: Option<String> }
    /// Several values for a variable that takes one.
    OneValue Input "one-value" { at: String, name: String }
    /// A value that breaks its variable's rule.
    BadValue Input "bad-value" { at: String, name: String, value: String, example: String }
    /// A file of answers that is no such file.
    AnswerFile Input "answer-file" { at: String, reason: String }
    /// A file of settings that is no TOML.
    SettingsFile Input "settings-file" { at: String, reason: String }
    /// A setting that nobody knows.
    UnknownSetting Input "unknown-setting" { at: String, name: String, known: String, near: Option<String> }
    /// A value that a setting does not take.
    SettingValue Input "setting-value" { at: String, name: String, value: String, known: String }
    /// A setting of the wrong form.
    SettingForm Input "setting-form" { at: String, name: String, example: String }
    /// Two states of which each is about another problem.
    OtherProblem Input "other-problem" { code: String, other: String }

    // Files that are read.

    /// A file that does not exist.
    NoFile Input "no-file" { path: PathBuf }
    /// A folder in the place of a file.
    IsFolder Input "is-folder" { path: PathBuf }
    /// A pipe or device in the place of a file of a guide.
    NoPlainFile Input "no-plain-file" { path: PathBuf }
    /// Bytes that are no text, from a line on.
    NotText Input "not-text" { path: PathBuf, line: usize }
    /// A file above its limit.
    TooLarge Input "too-large" { path: PathBuf }
    /// A file that the machine cannot read.
    Read Machine "read" { path: PathBuf, reason: String }
    /// An exported file that shows no problem of the guides.
    NoExport Input "no-export" { path: PathBuf }
    /// A folder without guides.
    NoGuides Input "no-guides" { path: PathBuf }
    /// A folder with far more than guides.
    NoGuidesAlone Input "no-guides-alone" { path: PathBuf, files: usize, size: String }
    /// Data files with defects.
    Guide Input "guide" { diagnostics: Vec<Diagnostic> }

    // Evidence and jobs.

    /// A file that cannot be read as evidence; `at` is its name with the place, `size` and `line` are limits.
    Evidence Input "evidence" { flaw: EvidenceFlaw, at: String, size: String, line: String }
    /// Evidence about another VM than the case.
    EvidenceOther Input "evidence-other" { name: String, path: PathBuf, named: String, known: String }
    /// A stream that cannot be read as jobs.
    Jobs Input "jobs" { flaw: JobsFlaw, path: PathBuf, line: u64, byte: u64, row: u64 }
    /// No stream of jobs was named.
    NoJobs Input "no-jobs"
    /// A query was asked for together with files.
    QueryInput Input "query-input"

    // What is written.

    /// A file that would be overwritten.
    Exists Input "exists" { path: PathBuf }
    /// A name that a folder or a device has.
    NoTarget Input "no-target" { path: PathBuf }
    /// A file that its owner does not want written.
    ReadOnly Input "read-only" { path: PathBuf }
    /// A file in a folder that does not exist.
    NoFolder Input "no-folder" { path: PathBuf }
    /// A file that the machine cannot write.
    Write Machine "write" { path: PathBuf, reason: String }
    /// Standard output that takes nothing.
    Stdout Machine "stdout" { reason: String }
    /// A terminal that is needed and not there.
    NoTerminal Input "no-terminal"
    /// A keyboard that is needed where standard input was a file.
    NoKeyboard Input "no-keyboard"
    /// A terminal that fails.
    Terminal Machine "terminal" { reason: String }

    // Kept cases.

    /// A case that is not kept.
    UnknownCase Input "unknown-case" { name: String }
    /// A task that needs the id of a case.
    WhichCase Input "which-case"
    /// A name that several cases have.
    AmbiguousCase Input "ambiguous-case" { name: String, ids: Vec<String> }
    /// A case that another program has open.
    CaseTaken Input "case-taken" { name: String }
    /// A case of a newer version.
    NewerCase Input "newer-case" { path: PathBuf }
    /// A case that cannot be read, and where its file is now.
    DamagedCase Input "damaged-case" { path: PathBuf }
    /// The same where the file could not be moved.
    DamagedCaseStays Input "damaged-case-stays" { path: PathBuf }
    /// A case whose guide is gone.
    CaseGuide Input "case-guide" { name: String }
    /// A case whose problem is gone.
    CaseProblem Input "case-problem" { name: String }
    /// No folder for cases, since the home is not known.
    NoHome Machine "no-home"
    /// The last changes of a case are not on the disk.
    NotSaved Machine "not-saved" { reason: String }
}

impl Error {
    /// A file that the machine could not read.
    pub fn unreadable(path: &Path, error: &io::Error) -> Self {
        Error::Read { path: path.to_owned(), reason: error.to_string() }
    }

    /// A file that the machine could not write.
    pub fn unwritable(path: &Path, error: &io::Error) -> Self {
        Error::Write { path: path.to_owned(), reason: error.to_string() }
    }

    /// Standard output that failed.
    pub fn stdout(error: &io::Error) -> Self {
        Error::Stdout { reason: error.to_string() }
    }

    /// The defects of data files that caused it.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Error::Guide { diagnostics } => diagnostics,
            _ => &[],
        }
    }
}

/// Makes an enum without data whose names are part of an id, and the list of all its variants.
macro_rules! flaws {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $id:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// What its sentence is called, after `error-`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }
        }
    };
}

flaws! {
    /// Why a file is not read as evidence.
    EvidenceFlaw {
        /// It is too large.
        Size "evidence-size",
        /// It is neither UTF-8 nor UTF-16.
        Text "evidence-text",
        /// It has a line that is too long.
        Line "evidence-line",
        /// It has too many lines.
        Lines "evidence-lines",
        /// Its JSON is damaged.
        Json "evidence-json",
        /// Its JSON has too many brackets in brackets.
        Depth "evidence-depth",
        /// Its JSON has a text that is too long.
        String "evidence-string",
        /// Its JSON has one name twice in an object.
        Twice "evidence-twice",
        /// Its JSON has too many values.
        Values "evidence-values",
    }
}

flaws! {
    /// Why a stream is not read as jobs.
    JobsFlaw {
        /// No JSON, such as `NaN` or a lone word.
        Syntax "jobs-syntax",
        /// It ends within a job.
        Cut "jobs-cut",
        /// One job is too large.
        Large "jobs-large",
        /// It has too many brackets in brackets.
        Deep "jobs-deep",
        /// It has one name twice in an object.
        Twice "jobs-twice",
        /// It is neither UTF-8 nor UTF-16.
        Encoding "jobs-encoding",
        /// A line of a table has more or fewer fields than its head.
        Fields "jobs-fields",
        /// Nothing in it shows a job: it is another kind of file.
        Foreign "jobs-foreign",
    }
}
