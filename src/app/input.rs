//! Terminal events to messages: keys by the keymap, clicks and scrolling by what was drawn last.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::{Context, Message, Model, keymap, update};
use crate::input;

/// What the last frame showed where.
#[derive(Debug, Default)]
pub struct Drawn {
    /// What can be clicked, the uppermost last.
    pub hits: Vec<Hit>,
    /// How many lines stand still above the text that scrolls.
    pub head: usize,
    /// The first line of the text in view.
    pub offset: usize,
    /// The last line that may come first.
    pub last: usize,
    /// How many lines of the text are in view.
    pub height: usize,
    /// Whether the text of an export is in view.
    pub is_previewed: bool,
    /// What leads to an address.
    pub links: Vec<DrawnLink>,
    /// Where the cursor belongs, if anywhere.
    pub cursor: Option<Position>,
}

/// Text that leads to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnLink {
    /// The cells it covers.
    pub area: Rect,
    /// The address.
    pub url: String,
}

/// A place that can be clicked.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Where.
    pub area: Rect,
    /// What a click there means.
    pub message: Message,
}

/// What an event means to the wizard as it stands, if anything.
pub fn message(event: Event, model: &Model, drawn: &Drawn) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => {
            let context = model.context();
            let page = drawn.height.saturating_sub(2).max(1);
            match key.code {
                KeyCode::PageDown => Some(drawn.page(model, page as isize)),
                KeyCode::PageUp => Some(drawn.page(model, -(page as isize))),
                KeyCode::Down if is_read(context) => Some(drawn.scroll_by(1)),
                KeyCode::Up if is_read(context) => Some(drawn.scroll_by(-1)),
                _ => keymap::key(context, key),
            }
        }
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(columns, rows) => Some(Message::Resize(columns, rows)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => drawn.at(Position::new(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => Some(drawn.scroll_by(3)),
            MouseEventKind::ScrollUp => Some(drawn.scroll_by(-3)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a screen is only read, so that the arrows scroll it.
fn is_read(context: Context) -> bool {
    matches!(context, Context::Help | Context::Told | Context::Timeline | Context::Export)
}

/// So many keys of a row are tried; more of them are of one kind, as of a key that was held down.
const TRIED: usize = 64;

/// Whether each character of a row of keys that came together would be a key of ours where it comes. The row is tried on
/// a copy, since a key may open a field in which the next is text.
pub fn are_keys(row: &[KeyEvent], model: &Model, drawn: &Drawn) -> bool {
    let mut model = model.clone();
    row.iter().take(TRIED).all(|key| {
        let message = message(Event::Key(*key), &model, drawn);
        // A number where there is none to choose does nothing, and is still no text.
        let number = matches!(key.code, KeyCode::Char('0'..='9') | KeyCode::Enter);
        let known = message.is_some() || number || !input::is_character(key);
        if let Some(message) = message {
            update(&mut model, message).of_a_copy();
        }
        known
    })
}

impl Drawn {
    fn at(&self, place: Position) -> Option<Message> {
        self.hits.iter().rev().find(|hit| hit.area.contains(place)).map(|hit| hit.message.clone())
    }

    /// A page on: in a list its rows as far as there are any, else the text.
    fn page(&self, model: &Model, by: isize) -> Message {
        let is_list = matches!(
            model.context(),
            Context::Search | Context::Home | Context::Trail | Context::Checklist | Context::Variables
        );
        if is_list && model.moves(by) { Message::Move(by) } else { self.scroll_by(by) }
    }

    fn scroll_by(&self, lines: isize) -> Message {
        Message::ScrollTo(self.offset.saturating_add_signed(lines).min(self.last))
    }
}
