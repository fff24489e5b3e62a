//! Home: what was typed, and the problems that it finds.

use tui_input::Input;

use super::{Model, search::Index};

/// The search and its hits.
#[derive(Debug, Default)]
pub struct Home {
    /// The search field.
    pub input: Input,
    /// Whether letters go into the field.
    pub typing: bool,
    /// Rows of the catalogue, the best first; by category where nothing was typed.
    pub hits: Vec<usize>,
    /// The selected row, open cases counted first.
    pub selected: usize,
}

/// A row that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
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
    /// Finds anew what the search field asks for.
    pub(super) fn search(&mut self) {
        let query = self.home.query().to_owned();
        self.home.hits = if query.is_empty() {
            let mut rows: Vec<usize> = (0..self.catalog.entries.len()).collect();
            let category = |row: &usize| {
                let name = &self.catalog.entries[*row].category;
                self.catalog.categories.iter().position(|known| known == name)
            };
            rows.sort_by_key(category);
            rows
        } else {
            let index = self.index.get_or_init(|| Index::read(&self.files, &self.catalog, &self.locales));
            index.find(&query)
        };
        self.home.selected = 0;
        self.scroll = None;
    }
}
