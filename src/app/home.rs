//! Home: what was typed, and the problems that it finds.

use std::rc::Rc;

use tui_input::Input;

use super::{
    Model,
    search::{self, Search, SearchHit},
};
use crate::{
    evidence::{
        Reading, SourceRef,
        matching::{Because, Match, Matcher, Signal},
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
    pub hits: Vec<SearchHit>,
    /// The beginnings of the words that were looked for.
    pub stems: Vec<String>,
    /// The selected row, open cases counted first.
    pub selected: usize,
    /// The category whose problems are shown, where nothing is looked for.
    pub unfolded: Option<usize>,
    /// Whether cases that were closed before today are listed.
    pub shows_closed: bool,
    /// How many lines were pasted into the field, as long as nothing else was typed there.
    pub pasted: Option<usize>,
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
    /// The cases that were closed before today: shows or hides them.
    Closed,
    /// A category, by its place in the catalogue, with its problems below it while it is unfolded.
    Group(usize),
    /// A row of the catalogue.
    Problem(usize),
    /// The way back to all problems, where nothing fits.
    All,
}

/// The longest query, in characters; what is pasted beyond it is dropped with a message.
pub(super) const LONGEST: usize = 4000;

impl Home {
    /// What was typed or pasted.
    pub fn query(&self) -> &str {
        self.input.value().trim()
    }

    /// What was looked for, where it may be a code that no guide knows.
    pub fn unknown_code(&self) -> Option<&str> {
        let is_code = |query: &&str| !query.is_empty() && !query.contains(char::is_whitespace);
        Some(self.query())
            .filter(|_| self.handed.is_empty())
            .filter(is_code)
            .filter(|query| self.hits.is_empty() || search::is_text(query))
    }
}

impl Model {
    /// Why what was handed in is about a problem, by its row in the catalogue: how sure, and which words decided, unless these
    /// are the code that stands beside it, or Azure's message for it word for word.
    pub fn because(&self, row: usize) -> Vec<String> {
        let Some(found) = self.home.matches.iter().find(|found| found.row == row) else { return Vec::new() };
        let entry = &self.catalog.entries[row];
        let sign = |because: &Because| {
            let is_known = match because.signal {
                Signal::Code => entry.azure_code() == Some(because.words.as_str()),
                Signal::Message => {
                    self.words.of_problem(&entry.guide, &entry.problem, Some("message")).as_ref()
                        == Some(&because.words)
                }
                Signal::Finding | Signal::Behind | Signal::Number => false,
            };
            let name = because.signal.name();
            let id = if is_known { format!("match-known-{name}") } else { format!("match-by-{name}") };
            let words = code(&sanitise::visible_line(&because.words));
            self.words.say_with(&id, &args!("place" => self.place(&because.place), "words" => words))
        };
        let sure = self.words.say(&format!("match-{}", found.confidence.name()));
        let sure = self.words.say_with("match-sure", &args!("sure" => sure));
        [sure].into_iter().chain(found.because.iter().map(sign)).collect()
    }

    /// Whether the code that stands beside a problem is in what was handed in, by its row in the catalogue.
    pub fn is_by_code(&self, row: usize) -> bool {
        let code = self.catalog.entries[row].azure_code();
        let is_code = |because: &Because| because.signal == Signal::Code && code == Some(because.words.as_str());
        self.home.matches.iter().any(|found| found.row == row && found.because.iter().any(is_code))
    }

    /// Where something stands; its file is named only where it is one of several.
    fn place(&self, place: &SourceRef) -> String {
        match place.file.as_str() {
            "" => self.words.say("home-typed"),
            _ if self.home.handed.len() == 1 && place.path.is_empty() => {
                self.words.say_with("place-line-alone", &args!("line" => place.line))
            }
            file => self.words.place(file, place.line, &place.path),
        }
    }

    /// Finds anew what the search field asks for.
    pub(super) fn search(&mut self) {
        let query = self.home.query().to_owned();
        (self.home.stems, self.home.matches) = (Vec::new(), self.matches(&query));
        let about = self.home.matches.iter().map(|found| SearchHit { row: found.row, why: None });
        let by_answers = |found: &Match| found.because.iter().all(|because| because.signal == Signal::Finding);
        self.home.hits = if !self.home.handed.is_empty() && self.home.matches.iter().all(by_answers) {
            // What is known of a machine helps with any problem, so all are shown, those first to which it leads.
            let led: Vec<SearchHit> = about.collect();
            let is_known = self.home.handed.iter().any(|reading| !reading.findings.is_empty());
            let mut others = if is_known { self.by_category() } else { Vec::new() };
            others.retain(|hit| !led.iter().any(|known| known.row == hit.row));
            led.into_iter().chain(others).collect()
        } else if !self.home.handed.is_empty() {
            about.collect()
        } else if query.is_empty() {
            self.by_category()
        } else {
            let mut hits: Vec<SearchHit> = about.collect();
            if query.chars().count() <= search::TYPED {
                let read = || Rc::new(Search::read(self.library.files(), &self.catalog));
                let typed = self.search.get_or_init(read).find(&query);
                self.home.stems = typed.stems;
                hits.extend(
                    typed
                        .found
                        .into_iter()
                        .filter(|found| !self.home.matches.iter().any(|known| known.row == found.row))
                        .collect::<Vec<_>>(),
                );
            }
            hits
        };
        self.home.selected = self.first_row();
        self.scroll = None;
    }

    /// The row that is selected before anybody selects one: a case, or the first problem. Who looks for a problem is not led
    /// into a case of it unasked.
    pub(super) fn first_row(&self) -> usize {
        let is_choice = |row: &HomeRow| match row {
            HomeRow::Group(_) | HomeRow::Closed => false,
            HomeRow::Case(_) | HomeRow::Kept(_) => self.is_grouped() || self.is_named(*row),
            HomeRow::Problem(_) | HomeRow::All => true,
        };
        self.rows().iter().position(is_choice).unwrap_or(0)
    }

    /// Whether the problems stand below their categories.
    pub(super) fn is_grouped(&self) -> bool {
        self.home.query().is_empty() && self.home.handed.is_empty()
    }

    /// The problems that a category has, each by its first code, but for the one that has a place of its own.
    pub fn members(&self, category: usize) -> impl Iterator<Item = usize> {
        let problems = &self.catalog.categories[category].problems;
        problems.iter().copied().filter(|row| Some(*row) != self.catalog.no_code)
    }

    /// The category that is shown first: none where whoever has no code begins with a row of its own.
    pub(super) fn first_category(&self) -> Option<usize> {
        let has_problems = |category: &usize| self.members(*category).next().is_some();
        let mut categories = 0..self.catalog.categories.len();
        if self.catalog.no_code.is_some() { None } else { categories.find(has_problems) }
    }

    /// Shows the problems of a category in place of another one's, or hides them again.
    pub(super) fn unfold(&mut self, category: usize) {
        self.home.unfolded = Some(category).filter(|_| self.home.unfolded != Some(category));
        let row = self.rows().iter().position(|row| *row == HomeRow::Group(category));
        (self.home.selected, self.scroll) = (row.unwrap_or(0), None);
    }

    /// What the evidence, or a text in the search field, is about.
    fn matches(&self, query: &str) -> Vec<Match> {
        let read = || Rc::new(Matcher::read(self.library.files(), &self.catalog, &self.locales));
        if !self.home.handed.is_empty() {
            self.matcher.get_or_init(read).find_in(&self.home.handed)
        } else if search::is_text(query) {
            self.matcher.get_or_init(read).find(query)
        } else {
            Vec::new()
        }
    }

    /// All problems, in the order of their categories.
    fn by_category(&self) -> Vec<SearchHit> {
        let rows = self.catalog.categories.iter().flat_map(|category| &category.problems);
        rows.map(|row| SearchHit { row: *row, why: None }).collect()
    }
}
