//! The tasks of the command line: each takes data and answers with what to print and write.

pub mod answers;
mod cases;
mod check;
pub mod cli;
mod collect;
mod comment;
mod compare;
mod complete;
pub mod config;
mod export;
mod graph;
pub mod inputs;
mod list;
mod man;
mod matching;
mod opened;
mod questions;
mod show;
mod triage;

use std::{fmt, path::PathBuf, rc::Rc};

use clap_complete::Shell;

use crate::{
    case::{self, open::OpenCase},
    error::Error,
    l10n::Words,
    library::Library,
    machine::env::Env,
    settings::Settings,
};
use cli::{Color, Global, Task};

pub use cases::find as find_case;
pub use opened::{find_or_task, is_file, near_name};

/// Prose in more columns than this is hard to read.
const WIDEST: usize = 100;

/// What every task needs.
pub struct TaskContext<'a> {
    /// The guides and words in use.
    pub library: Rc<Library>,
    /// The language in use.
    pub words: Rc<Words>,
    /// The options that hold for every task.
    pub global: &'a Global,
    /// The process.
    pub env: &'a Env,
    /// What the person wants always, as far as it counts here.
    pub settings: &'a Settings,
}

/// What a task answers.
#[derive(Debug, Default)]
pub struct Reply {
    /// Data, for standard output.
    pub data: String,
    /// What follows it there, made as it is written.
    pub parts: Option<Chunks>,
    /// Whether the data is long and to be read, so that a terminal shows it screen by screen.
    pub is_to_read: bool,
    /// Words for the person, for standard error.
    pub notice: String,
    /// A file to write, and whether it may be overwritten.
    pub file: Option<(PathBuf, String, bool)>,
    /// Whether the answer is "no".
    pub no: bool,
}

/// Data that would be too large to be whole in memory.
pub struct Chunks(pub Box<dyn Iterator<Item = String>>);

impl fmt::Debug for Chunks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chunks")
    }
}

/// Runs a task.
///
/// # Errors
/// What is wrong with the input, or the machine.
pub fn run(task: Task, context: &TaskContext<'_>) -> Result<Reply, Error> {
    match task {
        Task::List { format } => list::run(context, format),
        Task::Show { code } => show::run(context, &code),
        Task::Questions { code } => questions::run(context, &code),
        Task::Match { file, format } => matching::run(context, &file, format),
        Task::Collect { code, var } | Task::Evidence { collect: code, var } => collect::run(context, &code, &var),
        Task::Export(export) => export::run(context, &export),
        Task::Compare { before, now } => compare::run(context, &before, &now),
        Task::Check { dir, format, today } => check::run(context, dir, format, today.as_deref()),
        Task::Cases { action, case, due, format } => cases::run(context, action, case.as_deref(), due, format),
        // The wizard's way in; `main` takes it before tasks are run.
        Task::Resume { .. } => Err(Error::NoTerminal),
        Task::Triage(options) => triage::run(context, &options),
        Task::Graph { code, format } => graph::run(context, &code, format),
        Task::Config => config::run(context),
        Task::Completions { shell } => Ok(completions(context, shell)),
        Task::Man { task } => man::run(context, task.as_deref()),
        Task::Help { task } => {
            let is_styled = is_colored(context.global.color, context.env, context.env.stdout_tty);
            let data = cli::task_help(&context.words, task.as_deref(), is_styled)?;
            Ok(Reply { data, ..Reply::default() })
        }
        Task::Complete { words } => Ok(complete::run(context, &words)),
    }
}

impl TaskContext<'_> {
    /// Where cases are kept; none where the home is not known.
    pub fn cases(&self) -> Option<PathBuf> {
        let data = self.global.data_dir.clone();
        data.or_else(|| self.env.data.as_ref().map(|data| data.join("backup-medic"))).map(|data| data.join("cases"))
    }

    /// What the person types to go on with a case.
    pub fn resume_command(&self, id: &str) -> String {
        let folder = self.global.data_dir.as_ref();
        let folder = folder.map(|folder| format!(" --data-dir {}", case::Shell::Bash.quote(&folder.to_string_lossy())));
        format!("backup-medic{} resume {id}", folder.unwrap_or_default())
    }

    /// Fills what the settings give into a case, where it has nothing yet.
    pub(crate) fn fill_from_settings(&self, open: &mut OpenCase) -> Result<(), Error> {
        config::are_good_values(self.settings, &self.library)?;
        let values = self.settings.values.known_to(&open.guide).without(&open.case);
        open.change(|guide, case| values.fill(guide, case))
    }

    /// Prose keeps to so many columns: on a terminal to those that it has, elsewhere it is the same everywhere.
    pub(crate) fn prose_width(&self) -> usize {
        let terminal = self.env.size.0.filter(|_| self.env.stdout_tty);
        terminal.map_or(WIDEST, |columns| WIDEST.min(columns.into()))
    }

    /// Whether a bar may be drawn while a stream is read; who wants no colour wants no drawing either.
    pub(crate) fn shows_progress(&self) -> bool {
        self.env.stderr_tty && self.env.term != "dumb" && self.global.color != Color::Never
    }
}

/// Whether output is coloured; a dumb terminal would show the codes as text.
pub fn is_colored(color: Color, env: &Env, terminal: bool) -> bool {
    color.is_on(env.colors.map(|wish| wish && env.term != "dumb"), terminal && env.term != "dumb")
}

/// A failure in the person's words, with the defects of data files that caused it.
pub fn explain(failure: &Error, context: &TaskContext<'_>) -> String {
    let mut text = failure.text(&context.words) + "\n";
    match failure {
        Error::NoJobs => text += &cli::short_help(&context.words, Some("triage")),
        Error::WhichCase => text += &cli::short_help(&context.words, Some("cases")),
        _ => {}
    }
    if !failure.diagnostics().is_empty() {
        text += &check::render(failure.diagnostics(), context);
    }
    text
}

fn completions(context: &TaskContext<'_>, shell: Shell) -> Reply {
    // Where there is a script of ours, the shell asks the program, which knows codes, cases and answers; clap's own
    // knows none of them, and its script for bash is empty for a name with a hyphen.
    let script = match shell {
        Shell::Bash => include_str!("../../assets/completions/backup-medic.bash"),
        Shell::Zsh => include_str!("../../assets/completions/backup-medic.zsh"),
        Shell::Fish => include_str!("../../assets/completions/backup-medic.fish"),
        other => {
            let mut data = Vec::new();
            clap_complete::generate(other, &mut cli::described(&context.words), "backup-medic", &mut data);
            return Reply { data: String::from_utf8_lossy(&data).into_owned(), ..Reply::default() };
        }
    };
    Reply { data: script.to_owned(), ..Reply::default() }
}
