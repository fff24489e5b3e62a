//! The tasks of the command line: each takes data and answers with what to print and write.

mod cases;
mod check;
mod evidence;
mod export;
mod graph;
pub mod inputs;
mod list;
mod matching;
mod questions;
mod show;
mod triage;

use std::{fmt, path::PathBuf, rc::Rc};

use crate::{
    cli::{Color, Global, Task},
    env::Env,
    failure::Failure,
    files::Files,
    guide::{self, Catalog, Entry, Guide, Id, Problem},
    l10n::Words,
};

/// What every task needs.
pub struct Context<'a> {
    /// The guides and words in use.
    pub files: Rc<Files>,
    /// The language in use.
    pub words: Words,
    /// The options that hold for every task.
    pub global: &'a Global,
    /// The process.
    pub env: &'a Env,
}

/// What a task answers.
#[derive(Debug, Default)]
pub struct Reply {
    /// Data, for standard output.
    pub data: String,
    /// What follows it there, made as it is written.
    pub parts: Option<Parts>,
    /// Words for the person, for standard error.
    pub notice: String,
    /// A file to write, and whether it may be overwritten.
    pub file: Option<(PathBuf, String, bool)>,
    /// Whether the answer is "no".
    pub no: bool,
}

/// Data that would be too large to be whole in memory.
pub struct Parts(pub Box<dyn Iterator<Item = String>>);

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Parts")
    }
}

/// Runs a task.
///
/// # Errors
/// What is wrong with the input, or the machine.
pub fn run(task: Task, context: &mut Context<'_>) -> Result<Reply, Failure> {
    match task {
        Task::List { format } => list::run(context, format),
        Task::Show { code } => show::run(context, &code),
        Task::Questions { code } => questions::run(context, &code),
        Task::Match { file, format } => matching::run(context, &file, format),
        Task::Evidence { collect, var } => evidence::run(context, &collect, &var),
        Task::Export(export) => export::run(context, &export),
        Task::Check { dir, format, today } => check::run(context, dir, format, today.as_deref()),
        Task::Cases { action, case } => cases::run(context, action, case.as_deref()),
        // The wizard's way in; `main` takes it before tasks are run.
        Task::Resume { .. } => Err(Failure::input("no-terminal", [("option", "--plain")])),
        Task::Triage(options) => triage::run(context, &options),
        Task::Graph { code, format } => graph::run(context, &code, format),
        Task::Completions { shell } => Ok(completions(context, shell)),
        Task::Man => Ok(man(context)),
    }
}

impl Context<'_> {
    /// Where cases are kept; none where the home is not known.
    pub fn cases(&self) -> Option<PathBuf> {
        let data = self.global.data_dir.clone();
        data.or_else(|| self.env.data.as_ref().map(|data| data.join("backup-medic"))).map(|data| data.join("cases"))
    }

    /// Whether a bar may be drawn while a stream is read; who wants no colour wants no drawing either.
    pub(crate) fn shows_progress(&self) -> bool {
        self.env.stderr_tty && self.env.term != "dumb" && self.global.color != Color::Never
    }

    /// The guide and problem that a code, problem id or alias names, with all words of the guide.
    ///
    /// # Errors
    /// Bad input where there is none, with the nearest name.
    pub fn open(&mut self, name: &str) -> Result<(Guide, Id<Problem>, Entry), Failure> {
        let catalog = Catalog::read(&self.files).map_err(Failure::diagnosed)?;
        let entry = find(&catalog, name)?;
        let guide = guide::load(&self.files, &entry.guide).map_err(Failure::diagnosed)?;
        let problem = guide.find(&entry.problem).expect("the catalogue was read from the same files");
        Ok((guide, problem, entry))
    }

    /// Whether the wizard can open what a name stands for.
    ///
    /// # Errors
    /// Bad input where nobody knows it, with the nearest code or task.
    pub fn known(&self, name: &str) -> Result<(), Failure> {
        let catalog = Catalog::read(&self.files).map_err(Failure::diagnosed)?;
        find_or_task(&catalog, &self.words, name).map(drop)
    }
}

/// The row that a code, problem id or alias names, alone or as one word of a pasted heading.
///
/// # Errors
/// Bad input where there is none, with the nearest name.
pub fn find(catalog: &Catalog, name: &str) -> Result<Entry, Failure> {
    let word = || name.split(|c: char| !c.is_alphanumeric()).find_map(|word| catalog.find(word));
    catalog.find(name).or_else(word).cloned().ok_or_else(|| match catalog.nearest(name) {
        Some(near) => Failure::input("unknown-code-near", [("name", name), ("near", near)]),
        None => Failure::input("unknown-code", [("name", name)]),
    })
}

/// The same where the wizard is to open it: what is no code may be a task with a slip in it.
///
/// # Errors
/// Bad input where there is none, with the nearest code or task.
pub fn find_or_task(catalog: &Catalog, words: &Words, name: &str) -> Result<Entry, Failure> {
    find(catalog, name).map_err(|failure| {
        let command = crate::cli::described(words);
        let tasks = command.get_subcommands().map(|task| (strsim::damerau_levenshtein(name, task.get_name()), task));
        let near = tasks.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= name.len() / 3);
        match near {
            Some((_, task)) if failure.id == "unknown-code" => {
                Failure::input("unknown-task-near", [("name", name), ("near", task.get_name())])
            }
            _ => failure,
        }
    })
}

/// A failure in the person's words, with the defects of data files that caused it.
pub fn explain(failure: &Failure, context: &mut Context<'_>) -> String {
    let mut text = failure.text(&context.words) + "\n";
    if !failure.diagnostics.is_empty() {
        text += &check::render(&failure.diagnostics, context);
    }
    text
}

fn completions(context: &Context<'_>, shell: clap_complete::Shell) -> Reply {
    let mut data = Vec::new();
    clap_complete::generate(shell, &mut crate::cli::described(&context.words), "backup-medic", &mut data);
    Reply { data: String::from_utf8_lossy(&data).into_owned(), ..Reply::default() }
}

fn man(context: &Context<'_>) -> Reply {
    let mut data = Vec::new();
    let page = clap_mangen::Man::new(crate::cli::described(&context.words));
    page.render(&mut data).expect("a Vec takes every byte");
    Reply { data: String::from_utf8_lossy(&data).into_owned(), ..Reply::default() }
}
