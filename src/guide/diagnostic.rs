//! What is wrong with a data file: a code, a place and arguments; its sentences are `check-CODE` in the words.

use std::ops::Range;

/// One defect, or one thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong; the words say it as `check-CODE`, and `.help` what to do.
    pub code: &'static str,
    /// A path below the root.
    pub file: String,
    /// Bytes of the file, where one place is to blame.
    pub span: Option<Range<usize>>,
    /// Arguments of the sentences.
    pub args: Vec<(&'static str, String)>,
}

/// All diagnostics of a run, in the order they were found.
#[derive(Debug, Default)]
pub struct Report(pub Vec<Diagnostic>);

impl Report {
    /// Adds one.
    pub fn add<const N: usize>(
        &mut self,
        code: &'static str,
        file: &str,
        span: impl Into<Option<Range<usize>>>,
        args: [(&'static str, &str); N],
    ) {
        self.0.push(Diagnostic {
            code,
            file: file.to_owned(),
            span: span.into(),
            args: args.into_iter().map(|(name, value)| (name, value.to_owned())).collect(),
        });
    }
}
