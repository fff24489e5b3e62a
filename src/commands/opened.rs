//! The problem that an argument names, opened on a new case; or whether it names a file.

use super::{TaskContext, cli};
use crate::{
    case::{Case, open::OpenCase, reachable::Reachable},
    error::Error,
    guide::{Catalog, CatalogEntry, nearest},
    l10n::{GuideText, Words, args},
    text::sanitise,
};

/// A new case of the problem that an argument names.
pub(super) struct Opened {
    /// The row of the catalogue that was named.
    pub entry: CatalogEntry,
    /// With nothing said yet.
    pub open: OpenCase,
}

impl TaskContext<'_> {
    /// What a code, problem id or alias names, with all words of the guide.
    ///
    /// # Errors
    /// Bad input where there is none, with the nearest name.
    pub(super) fn open(&self, name: &str) -> Result<Opened, Error> {
        let entry = find(self.library.catalog()?, name)?;
        let open = self.library.begin(&entry)?;
        Ok(Opened { entry, open })
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
        GuideText::new(words, &self.open.guide, &self.open.case)
    }

    /// Everything that the problem can lead to.
    pub(super) fn reach(&self) -> Reachable {
        Reachable::from_problem(&self.open.guide, self.open.problem)
    }
}

/// The row that a code, problem id or alias names, alone or as one word of a pasted heading.
///
/// # Errors
/// Bad input where there is none, with the nearest name.
fn find(catalog: &Catalog, name: &str) -> Result<CatalogEntry, Error> {
    let word = || name.split(|c: char| !c.is_alphanumeric()).find_map(|word| catalog.find(word));
    catalog.find(name).or_else(word).cloned().ok_or_else(|| {
        let near = catalog.nearest(name).map(str::to_owned);
        Error::UnknownCode { name: name.to_owned(), near }
    })
}

/// Whether an argument names a file rather than a code or a case.
pub fn is_file(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name == "-" || name.contains(['/', std::path::MAIN_SEPARATOR]) || lower.ends_with(".md") || lower.ends_with(".json")
}

/// The name that was probably meant among those that are known; `None` where none is near.
pub fn near_name(name: &str, known: &mut dyn Iterator<Item = &str>) -> Option<String> {
    nearest(name, known).map(str::to_owned)
}

/// The same where the wizard is to open it: what is no code may be a task with a slip in it.
///
/// # Errors
/// Bad input where there is none, with the nearest code or task.
pub fn find_or_task(catalog: &Catalog, words: &Words, name: &str) -> Result<CatalogEntry, Error> {
    find(catalog, name).map_err(|error| {
        let Error::UnknownCode { name, near: None } = error else { return error };
        let command = cli::described(words);
        if name.contains(['.', '/', '\\']) {
            return Error::FileAsCode { name };
        }
        match nearest(&name, command.get_subcommands().map(|task| task.get_name())) {
            Some(near) => Error::UnknownTask { near: near.to_owned(), name },
            None => Error::UnknownCode { name, near: None },
        }
    })
}
