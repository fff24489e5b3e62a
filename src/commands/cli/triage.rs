//! The arguments of `triage`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What `triage` takes.
#[derive(Debug, Args)]
pub struct TriageArgs {
    /// Streams of jobs; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The form of the output.
    #[arg(long, value_enum, default_value = "markdown")]
    pub format: TriageFormat,
    /// A folder for one case per VM.
    #[arg(short, long = "output", alias = "out", value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Overwrites cases that are there.
    #[arg(short, long)]
    pub force: bool,
    /// Writes pseudonyms in place of names, and leaves out the identifiers of jobs.
    #[arg(long, id = "redact_jobs")]
    pub redact: bool,
}

/// Forms of the groups of `triage`, and the queries that make them elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum TriageFormat {
    Markdown,
    Json,
    Csv,
    Kql,
    Arg,
}
