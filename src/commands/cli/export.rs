//! What `export` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What to write of which case, and where.
#[derive(Debug, Args)]
pub struct Export {
    /// A code, problem id or alias; or a Markdown file that was exported before.
    #[arg(id = "exported", value_name = "CODE")]
    pub code: String,
    /// An answer; for a fresh question its place stands before the `=`.
    #[arg(long = "answer", value_name = "QUESTION=OPTION")]
    pub answer: Vec<String>,
    /// A file of answers, as `questions` prints it.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// A value that is filled into commands.
    #[arg(long = "var", value_name = "NAME=VALUE")]
    pub var: Vec<String>,
    /// A file that answers questions and fills in values.
    #[arg(long, value_name = "FILE")]
    pub evidence: Vec<PathBuf>,
    /// The form of the output.
    #[arg(long, value_enum, default_value = "markdown")]
    pub format: ExportFormat,
    /// Where to write; `-` is standard output.
    #[arg(short, long, value_name = "PATH", default_value = "-")]
    pub output: PathBuf,
    /// Overwrites the file.
    #[arg(short, long)]
    pub force: bool,
    /// Writes pseudonyms in place of names, identifiers and addresses.
    #[arg(long)]
    pub redact: bool,
    /// Leaves out the comment that carries the case.
    #[arg(long)]
    pub no_case: bool,
    /// Writes what whoever takes over asks for, in place of the checklist.
    #[arg(long)]
    pub handover: bool,
    /// Writes only the steps and their warnings.
    #[arg(long, conflicts_with = "handover")]
    pub brief: bool,
    /// Also writes click paths and commands for the steps that open questions decide about.
    #[arg(long, conflicts_with_all = ["handover", "brief"])]
    pub commands: bool,
    /// Whose ways are written where there are several.
    #[arg(long, value_enum)]
    pub tool: Option<ToolName>,
}

/// Where a person prefers to work.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ToolName {
    /// The Azure portal.
    Portal,
    /// The Azure CLI.
    Az,
    /// The Az module of PowerShell.
    #[value(name = "powershell")]
    PowerShell,
    /// The inside of the VM.
    Guest,
}

/// Forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ExportFormat {
    Markdown,
    Html,
    Text,
    Jira,
    Json,
}
