//! What is wrong with a stream, and where in it.

use crate::error::Failure;

/// A stream that is refused; whatever was read of it before counts for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub flaw: Flaw,
    /// Bytes before the place, counted in the text as UTF-8.
    pub byte: u64,
    /// The line of the place, from 1.
    pub line: u64,
    /// The job that was being read, from 1.
    pub row: u64,
}

/// What can be wrong with a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// No JSON, such as `NaN` or a lone word.
    Syntax,
    /// It ends within a job.
    Cut,
    /// One job takes more than `LARGEST`.
    Large,
    /// Brackets within brackets beyond `DEEPEST`.
    Deep,
    /// A name stands twice in one object.
    Twice,
    /// Neither UTF-8 nor UTF-16.
    Encoding,
    /// A line of a table with more or fewer fields than its head.
    Fields,
    /// Nothing that tells of a job: another kind of file.
    Foreign,
    /// The machine could not read on; why.
    Machine(String),
}

impl Fault {
    /// The failure of a task; `path` names the stream.
    pub fn failure(&self, path: &str) -> Failure {
        let [line, byte, row] = [self.line, self.byte, self.row].map(|number| number.to_string());
        let at = [("path", path), ("line", line.as_str()), ("byte", byte.as_str()), ("row", row.as_str())];
        match &self.flaw {
            Flaw::Syntax => Failure::input("jobs-syntax", at),
            Flaw::Cut => Failure::input("jobs-cut", at),
            Flaw::Large => Failure::input("jobs-large", at),
            Flaw::Deep => Failure::input("jobs-deep", at),
            Flaw::Twice => Failure::input("jobs-twice", at),
            Flaw::Encoding => Failure::input("jobs-encoding", at),
            Flaw::Fields => Failure::input("jobs-fields", at),
            Flaw::Foreign => Failure::input("jobs-foreign", at),
            Flaw::Machine(reason) => Failure::machine("read", [("path", path), ("reason", reason)]),
        }
    }
}
