//! The problem that an argument names, opened on a case in which nothing was said yet.

use super::TaskContext;
use crate::{
    case::{Case, reachable::Reachable},
    cli,
    error::Failure,
    guide::{self, Catalog, CatalogEntry, Guide, Id, Problem, nearest},
    l10n::{GuideText, Words, args},
    text::sanitise,
};

/// A problem with its guide and an empty case of it.
pub(super) struct Opened {
    /// Whose trees.
    pub guide: Guide,
    /// Which problem.
    pub problem: Id<Problem>,
    /// The row of the catalogue that was named.
    pub entry: CatalogEntry,
    /// Of that row, with no answers.
    pub case: Case,
}

impl TaskContext<'_> {
    /// What a code, problem id or alias names, with all words of the guide.
    ///
    /// # Errors
    /// Bad input where there is none, with the nearest name.
    pub(super) fn open(&mut self, name: &str) -> Result<Opened, Failure> {
        let catalog = Catalog::read(&self.files).map_err(Failure::diagnosed)?;
        let entry = find(&catalog, name)?;
        let guide = guide::load(&self.files, &entry.guide).map_err(Failure::diagnosed)?;
        let problem = guide.find(&entry.problem).expect("the catalogue was read from the same files");
        let case = Case::new(&guide, problem, &entry.code);
        Ok(Opened { guide, problem, entry, case })
    }

    /// The names of a case whose letters only look like Latin ones, as a notice; empty where there are none.
    pub(super) fn lookalikes(&self, case: &Case) -> String {
        let spelt: Vec<String> = case.variables.values().flatten().filter_map(|value| sanitise::spelt(value)).collect();
        if spelt.is_empty() {
            return String::new();
        }
        self.words.say_with("status-lookalike", &args!("name" => spelt.join(", "))) + "\n"
    }
}

impl Opened {
    /// The guide's words as the case sees them.
    pub(super) fn text<'a>(&'a self, words: &'a Words) -> GuideText<'a> {
        GuideText::new(words, &self.guide, &self.case)
    }

    /// Everything that the problem can lead to.
    pub(super) fn reach(&self) -> Reachable {
        Reachable::from_problem(&self.guide, self.problem)
    }
}

/// The row that a code, problem id or alias names, alone or as one word of a pasted heading.
///
/// # Errors
/// Bad input where there is none, with the nearest name.
fn find(catalog: &Catalog, name: &str) -> Result<CatalogEntry, Failure> {
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
pub fn find_or_task(catalog: &Catalog, words: &Words, name: &str) -> Result<CatalogEntry, Failure> {
    find(catalog, name).map_err(|failure| {
        let command = cli::described(words);
        match nearest(name, command.get_subcommands().map(|task| task.get_name())) {
            Some(near) if failure.id == "unknown-code" => {
                Failure::input("unknown-task-near", [("name", name), ("near", near)])
            }
            _ => failure,
        }
    })
}
