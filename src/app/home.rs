//! Home: what was typed, and the problems that it finds.

use std::rc::Rc;

use tui_input::Input;

use super::{Model, search::Index};
use crate::{
    evidence::{
        Reading,
        matching::{Because, Match},
    },
    l10n::args,
    text::{markdown::code, sanitise},
};

/// The search and its hits.
#[derive(Debug, Default, Clone)]
pub struct Home {
    /// The search field.
    pub input: Input,
    /// Whether letters go into the field.
    pub typing: bool,
    /// Rows of the catalogue, the best first; by category where nothing was typed.
    pub hits: Vec<usize>,
    /// The selected row, open cases counted first.
    pub selected: usize,
    /// What was handed in, until something else is looked for.
    pub handed: Vec<Reading>,
    /// Which problems that is about, and why.
    pub matches: Vec<Match>,
}

/// A row that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeRow {
    /// An open case.
    Case(usize),
    /// A case on the disk.
    Kept(usize),
    /// A row of the catalogue.
    Problem(usize),
}

/// The longest query, in characters; what is pasted beyond it is dropped with a message.
pub(super) const LONGEST: usize = 4000;

impl Home {
    /// What was typed or pasted.
    pub fn query(&self) -> &str {
        self.input.value().trim()
    }
}

impl Model {
    /// Why what was handed in is about a problem, by its row in the catalogue: how sure, and which words decided.
    pub fn because(&self, row: usize) -> Vec<String> {
        let Some(found) = self.home.matches.iter().find(|found| found.row == row) else { return Vec::new() };
        let sign = |because: &Because| {
            let place = &because.place;
            // What stands in the search field has no file.
            let place = match place.file.as_str() {
                "" => self.words.say("home-typed"),
                file => self.words.place(file, place.line, &place.path),
            };
            let args = args!("place" => place, "words" => code(&sanitise::visible_line(&because.words)));
            self.words.say_with(&format!("match-by-{}", because.signal.name()), &args)
        };
        let sure = self.words.say(&format!("match-{}", found.confidence.name()));
        let sure = self.words.say_with("match-sure", &args!("sure" => sure));
        [sure].into_iter().chain(found.because.iter().map(sign)).collect()
    }

    /// Finds anew what the search field asks for.
    pub(super) fn search(&mut self) {
        let query = self.home.query().to_owned();
        self.home.matches.clear();
        if !self.home.handed.is_empty() {
            let index =
                self.index.get_or_init(|| Rc::new(Index::read(self.library.files(), &self.catalog, &self.locales)));
            self.home.matches = index.matcher.find_in(&self.home.handed);
        }
        self.home.hits = if !self.home.matches.is_empty() {
            self.home.matches.iter().map(|found| found.row).collect()
        } else if query.is_empty() || self.home.handed.iter().any(|reading| !reading.findings.is_empty()) {
            // What is known of a machine helps with any problem, so all are shown, each by its first code.
            let entries = &self.catalog.entries;
            let first = |row: &usize| *row == 0 || entries[row - 1].problem != entries[*row].problem;
            let mut rows: Vec<usize> = (0..entries.len()).filter(first).collect();
            let category = |row: &usize| {
                let name = &self.catalog.entries[*row].category;
                self.catalog.categories.iter().position(|known| known == name)
            };
            rows.sort_by_key(category);
            rows
        } else if !self.home.handed.is_empty() {
            Vec::new()
        } else {
            let index =
                self.index.get_or_init(|| Rc::new(Index::read(self.library.files(), &self.catalog, &self.locales)));
            self.home.matches = index.matcher.find(&query);
            index.find(&query, &self.home.matches)
        };
        self.home.selected = 0;
        self.scroll = None;
    }
}
