//! Keys that came together: when they are certainly text, and which text.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A longer run of characters with an Enter in it is a paste.
const LONGEST_ROW: usize = 24;
/// No row of keys at all is longer, not even of one that is held down.
const LONGEST: usize = 1000;

/// How many characters there are in a row of keys.
pub(super) fn texts(row: &[KeyEvent]) -> usize {
    row.iter().filter(|key| is_character(key)).count()
}

/// Whether a key is a character, as far as one can be pasted.
pub fn is_character(key: &KeyEvent) -> bool {
    let plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    let character = matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab) && plain;
    key.kind != KeyEventKind::Release && (character || is_line_feed(key))
}

/// Whether these keys are more than anybody's keys; keys are looked at whenever one is added.
pub(super) fn is_text(row: &[KeyEvent]) -> bool {
    let breaks = || row.iter().any(|key| key.code == KeyCode::Enter || is_line_feed(key));
    row.len() > LONGEST || (row.len() > LONGEST_ROW && breaks() && texts(row) > LONGEST_ROW)
}

fn is_line_feed(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('j') && key.modifiers == KeyModifiers::CONTROL
}

/// What was pasted, where the keys were a paste.
pub(super) fn text(row: &[KeyEvent]) -> String {
    let mut text = String::new();
    row.iter().for_each(|key| add(&mut text, key));
    text
}

/// Adds the character of a key, if it is one.
pub(super) fn add(text: &mut String, key: &KeyEvent) {
    if key.kind == KeyEventKind::Release {
        return;
    }
    match key.code {
        KeyCode::Enter => text.push('\r'),
        KeyCode::Char('j') if is_line_feed(key) => text.push('\n'),
        KeyCode::Tab => text.push('\t'),
        KeyCode::Char(c @ 'a'..='z') if key.modifiers == KeyModifiers::CONTROL => text.push((c as u8 & 0x1f) as char),
        KeyCode::Char(c) if (key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT)).is_empty() => text.push(c),
        _ => {}
    }
}

/// The text with the line breaks of a file in place of those of a keyboard.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
