//! Which key means what, screen by screen; the hints at the foot of a screen and the help are made from the same table.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Message;
use crate::case::trail::Answer;

/// What the keys mean: a screen, or what lies on top of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Context {
    Search,
    Home,
    Question,
    Remedy,
    Outcome,
    Trail,
    Checklist,
    Export,
    Variables,
    Languages,
    Help,
    Field,
    Confirm,
    WhichCase,
}

/// A key, its meaning, and how both are shown.
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys that do it.
    keys: &'static [Chord],
    /// What it does.
    pub message: Message,
    /// The key caps to show; empty where the key is only another way.
    pub caps: &'static str,
    /// Its word is `key-HINT`.
    pub hint: &'static str,
}

type Chord = (KeyCode, KeyModifiers);

const fn plain(code: KeyCode) -> Chord {
    (code, KeyModifiers::NONE)
}

const fn letter(letter: char) -> Chord {
    (KeyCode::Char(letter), KeyModifiers::NONE)
}

const fn control(letter: char) -> Chord {
    (KeyCode::Char(letter), KeyModifiers::CONTROL)
}

use Context::{
    Checklist, Confirm, Export, Field, Help, Home, Languages, Outcome, Question, Remedy, Search, Trail, Variables,
    WhichCase,
};

const LISTS: &[Context] = &[Home, Question, Remedy, Trail, Checklist, Variables, Languages, WhichCase];
const CASE: &[Context] = &[Question, Remedy, Outcome, Trail, Checklist];
const STEPS: &[Context] = &[Remedy, Checklist];
const TEXTS: &[Context] = &[
    Search, Home, Question, Remedy, Outcome, Trail, Checklist, Export, Variables, Languages, Help, Field, Confirm,
    WhichCase,
];

/// In the order of the hints: what a screen is for comes first.
static BINDINGS: &[Binding] = &[
    row(LISTS, &[plain(KeyCode::Up), letter('k')], Message::Move(-1), "", "move"),
    row(LISTS, &[plain(KeyCode::Down), letter('j')], Message::Move(1), "↑↓", "move"),
    row(&[Search], &[plain(KeyCode::Up), control('p')], Message::Move(-1), "", "move"),
    row(&[Search], &[plain(KeyCode::Down), control('n')], Message::Move(1), "↑↓", "move"),
    row(&[Search, Home], &[plain(KeyCode::Enter)], Message::Take, "Enter", "open"),
    row(&[Question], &[plain(KeyCode::Enter), letter('l'), plain(KeyCode::Right)], Message::Take, "Enter", "answer"),
    row(&[Question], &[letter('0')], Message::Unsure, "0", "unsure"),
    row(&[Remedy], &[letter(' ')], Message::Tick, "Space", "tick"),
    row(&[Remedy], &[plain(KeyCode::Enter), letter('l'), plain(KeyCode::Right)], Message::Take, "Enter", "go-on"),
    row(&[Outcome], &[plain(KeyCode::Enter), letter('l'), plain(KeyCode::Right)], Message::Take, "Enter", "go-on"),
    row(&[Trail], &[plain(KeyCode::Enter), letter('l'), plain(KeyCode::Right)], Message::Take, "Enter", "look"),
    row(&[Checklist], &[letter(' ')], Message::Tick, "Space", "tick"),
    row(&[Checklist], &[plain(KeyCode::Enter)], Message::Take, "Enter", "look"),
    row(&[Variables], &[plain(KeyCode::Enter)], Message::Take, "Enter", "edit"),
    row(&[Languages, WhichCase], &[plain(KeyCode::Enter)], Message::Take, "Enter", "choose"),
    row(&[Field], &[plain(KeyCode::Enter)], Message::Take, "Enter", "keep"),
    row(&[Export], &[plain(KeyCode::Enter)], Message::Write, "Enter", "write"),
    row(&[Confirm], &[plain(KeyCode::Enter), letter('y')], Message::Confirm, "Enter", "confirm"),
    row(&[Search], &[plain(KeyCode::F(1))], Message::Help, "F1", "help"),
    row(&[Search], &[plain(KeyCode::Esc)], Message::Close, "Esc", "leave-field"),
    row(&[Search], &[control('l')], Message::Languages, "Ctrl-L", "language"),
    row(&[Home], &[letter('/')], Message::Search, "/", "search"),
    row(&[Home], &[letter('d')], Message::Remove, "d", "remove"),
    row(&[Home], &[letter('u')], Message::Restore, "u", "restore"),
    row(&[Field], &[plain(KeyCode::Esc)], Message::Close, "Esc", "drop"),
    row(&[Confirm], &[plain(KeyCode::Esc)], Message::Close, "Esc", "cancel"),
    row(&[WhichCase], &[plain(KeyCode::Esc)], Message::Close, "Esc", "close"),
    row(&[Export], &[letter('f')], Message::EditTarget, "f", "file"),
    row(&[Export], &[letter('L')], Message::NextExportLanguage, "L", "language"),
    row(&[Export], &[letter('r')], Message::ToggleRedact, "r", "redact"),
    row(&[Export], &[letter('c')], Message::ToggleCarry, "c", "carry"),
    row(&[Export], &[letter('k')], Message::NextExportKind, "k", "kind"),
    row(&[Export], &[letter('y')], Message::Copy, "y", "copy"),
    row(&[Help], &[plain(KeyCode::Enter)], Message::Close, "", "close"),
    row(&[Variables, Languages, Help, Export], &[plain(KeyCode::Esc), letter('q')], Message::Close, "Esc", "close"),
    row(CASE, &[letter('e')], Message::Export, "e", "export"),
    row(
        &[Question, Remedy, Outcome],
        &[plain(KeyCode::Backspace), plain(KeyCode::Left), letter('h')],
        Message::Back,
        "Bksp",
        "back",
    ),
    row(&[Question, Remedy, Outcome, Trail], &[letter('c')], Message::ToggleChecklist, "c", "checklist"),
    row(&[Question, Remedy], &[letter('y')], Message::Copy, "y", "copy"),
    row(&[Question, Remedy], &[letter('t')], Message::NextTool, "t", "tool"),
    row(CASE, &[letter('v')], Message::Variables, "v", "variables"),
    row(&[Question, Remedy, Outcome], &[plain(KeyCode::Tab)], Message::FocusTrail, "Tab", "trail"),
    // Scrolling needs the frame, so its message is made where the frame is known; here it has its hint.
    row(TEXTS, &[], Message::ScrollTo(0), "PgUp/PgDn", "scroll"),
    row(STEPS, &[letter('x')], Message::Fail, "x", "fail"),
    row(STEPS, &[letter('s')], Message::Skip, "s", "skip"),
    row(STEPS, &[letter('n')], Message::Note, "n", "note"),
    row(&[Checklist], &[letter('M')], Message::NoteCase, "M", "note-case"),
    row(&[Remedy], &[letter('Y')], Message::CopyLink, "Y", "copy-link"),
    row(CASE, &[letter('u')], Message::Undo, "u", "undo"),
    row(CASE, &[letter('U')], Message::Redo, "U", "redo"),
    row(
        &[Trail],
        &[plain(KeyCode::Tab), plain(KeyCode::Esc), plain(KeyCode::Backspace)],
        Message::FocusTrail,
        "Tab",
        "close",
    ),
    row(
        &[Checklist],
        &[letter('c'), plain(KeyCode::Esc), plain(KeyCode::Backspace)],
        Message::ToggleChecklist,
        "c",
        "close",
    ),
    row(&[Question, Remedy, Outcome], &[plain(KeyCode::Esc)], Message::GoHome, "Esc", "home"),
    row(&[Home, Question, Remedy, Outcome, Trail, Checklist], &[letter('L')], Message::Languages, "L", "language"),
    row(&[Home, Question, Remedy, Outcome, Trail, Checklist], &[letter('m')], Message::ToggleMouse, "m", "mouse"),
    row(
        &[Home, Question, Remedy, Outcome, Trail, Checklist],
        &[letter('?'), plain(KeyCode::F(1))],
        Message::Help,
        "?",
        "help",
    ),
    row(&[Home, Question, Remedy, Outcome, Trail, Checklist], &[letter('q')], Message::Quit, "q", "quit"),
    row(&[Search], &[control('c')], Message::Quit, "Ctrl-C", "quit"),
    row(
        &[
            Home, Question, Remedy, Outcome, Trail, Checklist, Export, Variables, Languages, Help, Field, Confirm,
            WhichCase,
        ],
        &[control('c')],
        Message::QuitNow,
        "Ctrl-C",
        "quit-now",
    ),
    row(
        &[
            Search, Home, Question, Remedy, Outcome, Trail, Checklist, Export, Variables, Languages, Help, Field,
            Confirm, WhichCase,
        ],
        &[control('z')],
        Message::Suspend,
        "",
        "quit",
    ),
    row(
        &[Question, Remedy, Outcome, Trail, Checklist, Variables, Export],
        &[control('l')],
        Message::Languages,
        "",
        "language",
    ),
    row(CASE, &[letter('N')], Message::Rename, "N", "rename"),
    row(&[Question, Remedy, Outcome, Trail], &[letter('M')], Message::NoteCase, "M", "note-case"),
    row(CASE, &[letter('W')], Message::CloseCase, "W", "close-case"),
];

const fn row(
    contexts: &'static [Context],
    keys: &'static [Chord],
    message: Message,
    caps: &'static str,
    hint: &'static str,
) -> Binding {
    Binding { contexts, keys, message, caps, hint }
}

/// The bindings of a context, in the order of its hints.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.contexts.contains(&context))
}

/// What a key means; in a text field, a key without a meaning is text.
pub(super) fn key(context: Context, key: KeyEvent) -> Option<Message> {
    let modifiers = key.modifiers - KeyModifiers::SHIFT;
    if let Some(binding) = bindings(context).find(|binding| binding.keys.contains(&(key.code, modifiers))) {
        return Some(binding.message.clone());
    }
    match (context, key.code) {
        (Search | Field, _) => Some(Message::Type(key)),
        (Question, KeyCode::Char(digit @ '1'..='9')) if modifiers.is_empty() => {
            Some(Message::Answer(Answer::Option(place(digit))))
        }
        (Remedy | WhichCase, KeyCode::Char(digit @ '1'..='9')) if modifiers.is_empty() => {
            Some(Message::Select(place(digit)))
        }
        _ => None,
    }
}

fn place(digit: char) -> usize {
    digit as usize - '1' as usize
}

impl Binding {
    /// The key caps, without arrows where the terminal cannot show them.
    pub fn caps(&self, unicode: bool) -> &'static str {
        match self.caps {
            "↑↓" if !unicode => "Up/Down",
            caps => caps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Context; 14] = [
        Search, Home, Question, Remedy, Outcome, Trail, Checklist, Export, Variables, Languages, Help, Field, Confirm,
        WhichCase,
    ];

    #[test]
    fn no_key_means_two_things_on_one_screen() {
        for context in ALL {
            let mut keys: Vec<&Chord> = bindings(context).flat_map(|binding| binding.keys).collect();
            let all = keys.len();
            keys.sort_by_key(|key| format!("{key:?}"));
            keys.dedup();
            assert_eq!(keys.len(), all, "{context:?}");
        }
    }

    #[test]
    fn letters_are_text_where_text_is_typed() {
        for context in [Search, Field] {
            for c in ' '..='~' {
                let typed = KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
                assert_eq!(key(context, typed), Some(Message::Type(typed)), "{context:?} {c}");
            }
        }
    }

    #[test]
    fn every_screen_can_be_left() {
        let leaves = |message: &Message| {
            matches!(
                message,
                Message::QuitNow | Message::Close | Message::GoHome | Message::FocusTrail | Message::ToggleChecklist
            )
        };
        for context in ALL {
            assert!(bindings(context).any(|b| matches!(b.message, Message::Quit | Message::QuitNow)), "{context:?}");
            assert!(context == Home || bindings(context).any(|b| b.message != Message::QuitNow && leaves(&b.message)));
        }
    }
}
