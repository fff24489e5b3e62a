//! What a console shows of a screen at a time: never more rows than it has, and what is asked comes last.

use super::{
    offers::{self, MORE, More},
    screen::PlainScreen,
};
use crate::{
    app::{Context, Message, Model, in_its_place},
    text::{room::ConsoleRoom, sanitise},
};

/// Where nobody says how wide lines may be, and how many there are.
const USUAL: (u16, u16) = (80, 24);

/// What the text is read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Console {
    /// None where nobody says.
    pub columns: Option<u16>,
    /// None where nothing scrolls away, as in a file.
    pub rows: Option<u16>,
}

impl Console {
    /// Has prose keep to it.
    pub fn resize(self) -> Message {
        Message::Resize(self.columns.unwrap_or(USUAL.0), self.rows.unwrap_or(USUAL.1))
    }
}

/// A screen as a console shows it: page by page where it has more rows.
#[derive(Debug, Clone)]
pub struct ShownScreen {
    pages: Vec<Page>,
    at: usize,
    /// Whether a line is text, so that no letter turns a page.
    is_typed: bool,
}

#[derive(Debug, Clone)]
struct Page {
    text: String,
    prompt: String,
    more: More,
}

impl ShownScreen {
    /// The screen of a Model on a console with so many rows: whole where it fits, else first without what explains it.
    pub fn of(model: &Model, rows: Option<u16>) -> Self {
        let screen = PlainScreen::of(model);
        let pages = pages(model, &screen, rows);
        let page = |(text, more)| Page { text, prompt: sanitise::visible(&offers::prompt(model, more)), more };
        let is_typed = matches!(model.context(), Context::Field | Context::Export);
        ShownScreen { pages: pages.into_iter().map(page).collect(), at: 0, is_typed }
    }

    /// What is printed now: a page and its prompt.
    pub fn text(&self) -> String {
        format!("{}{}", self.pages[self.at].text, self.prompt())
    }

    /// The prompt again.
    pub fn prompt(&self) -> &str {
        &self.pages[self.at].prompt
    }

    /// Whether a line asks for more of the screen, which is shown then.
    pub fn turn(&mut self, line: &str) -> bool {
        let letter = line.trim().chars().map(|c| in_its_place(c).unwrap_or(c)).eq(MORE.chars()) && !self.is_typed;
        let turns = match self.pages[self.at].more {
            More::None => false,
            More::Next => letter || line.trim().is_empty(),
            More::Beside => letter,
        };
        self.at += usize::from(turns);
        turns
    }
}

/// The pages of a screen, and what there is behind each.
fn pages(model: &Model, screen: &PlainScreen, rows: Option<u16>) -> Vec<(String, More)> {
    let whole = screen.whole("");
    let Some(rows) = rows else { return vec![(whole, More::None)] };
    let room = ConsoleRoom::above_a_prompt(model.size().0, rows);
    // What there is behind each page, and behind the last one.
    let pages = |text: &str, end: More| {
        let pages = room.pages(text);
        let last = pages.len().saturating_sub(1);
        let more = move |at| if at < last { More::Next } else { end };
        pages.into_iter().enumerate().map(|(at, page)| (page, more(at))).collect::<Vec<_>>()
    };
    if room.has(&whole) {
        return vec![(whole, More::None)];
    }
    // Blank lines are air, and there is none to spare.
    let dense = |text: &str| {
        let lines = text.lines().filter(|line| !line.is_empty());
        lines.fold(String::new(), |text, line| text + line + "\n")
    };
    let all = dense(&whole);
    if room.has(&all) || screen.beside.is_empty() {
        return pages(&all, More::None);
    }
    let bare = sanitise::visible(&dense(&[screen.head.as_str(), &screen.body].concat()));
    [pages(&bare, More::Beside), pages(&all, More::None)].concat()
}
