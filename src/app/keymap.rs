//! Which key means what, screen by screen; the hints at the foot of a screen and the help are made from the same table.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{ExportChange, Message, layouts::in_its_place};
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
    Collect,
    Export,
    Variables,
    Languages,
    Help,
    Told,
    Timeline,
    Palette,
    Field,
    Confirm,
    WhichCase,
}

impl Context {
    /// All of them.
    pub const ALL: &[Context] = TEXTS;
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

/// More rows than any list has.
const FAR: isize = 1 << 20;

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
    Checklist, Collect, Confirm, Export, Field, Help, Home, Languages, Outcome, Palette, Question, Remedy, Search,
    Timeline, Told, Trail, Variables, WhichCase,
};

const LISTS: &[Context] = &[Home, Question, Remedy, Trail, Checklist, Collect, Variables, Languages, WhichCase];
const CASE: &[Context] = &[Question, Remedy, Outcome, Trail, Checklist];
const STEPS: &[Context] = &[Remedy, Checklist];
const PLACES: &[Context] = &[Question, Remedy];
const ON_TRAIL: &[Context] = &[Question, Remedy, Outcome];
const SCREENS: &[Context] = &[Home, Question, Remedy, Outcome, Trail, Checklist];
const DIALOGS: &[Context] = &[Collect, Export, Variables, Languages, Timeline, Confirm, WhichCase];
const CLOSED: &[Context] = &[Collect, Variables, Languages, Help, Told, Timeline, Export, WhichCase];
const BESIDE_SEARCH: &[Context] = &[
    Home, Question, Remedy, Outcome, Trail, Checklist, Collect, Export, Variables, Languages, Help, Told, Timeline,
    Palette, Field, Confirm, WhichCase,
];
const TEXTS: &[Context] = &[
    Search, Home, Question, Remedy, Outcome, Trail, Checklist, Collect, Export, Variables, Languages, Help, Told,
    Timeline, Palette, Field, Confirm, WhichCase,
];

/// In the order of the hints: what a screen is for comes first.
const BINDINGS: &[Binding] = &[
    row(&[Search, Home], &[plain(KeyCode::Enter)], Message::Take, "Enter", "open"),
    row(&[Question], &[plain(KeyCode::Enter)], Message::Take, "Enter", "answer"),
    // Any digit gives its answer; here it has its hint, as long as nothing is selected.
    row(&[Question], &[], Message::Select(0), "1-9", "answer-by-number"),
    row(&[Question], &[letter('0')], Message::Unsure, "0", "unsure"),
    row(&[Question], &[letter('a')], Message::Accept, "a", "accept"),
    row(STEPS, &[letter(' ')], Message::Tick, "Space", "tick"),
    row(&[Remedy, Outcome], &[plain(KeyCode::Enter)], Message::Take, "Enter", "go-on"),
    row(&[Question, Outcome], &[letter('i')], Message::Collect, "i", "collect"),
    row(&[Remedy], &[letter('a')], Message::MarkAll, "a", "mark-all"),
    row(&[Trail, Checklist], &[plain(KeyCode::Enter)], Message::Take, "Enter", "look"),
    row(&[Outcome, Checklist], &[letter('C')], Message::CopyChecklist, "C", "copy-checklist"),
    row(&[Variables], &[plain(KeyCode::Enter)], Message::Take, "Enter", "edit"),
    row(&[Languages, WhichCase], &[plain(KeyCode::Enter)], Message::Take, "Enter", "choose"),
    row(&[Field], &[plain(KeyCode::Enter)], Message::Take, "Enter", "keep"),
    row(&[Palette], &[plain(KeyCode::Enter)], Message::Take, "Enter", "do"),
    row(&[Field], &[plain(KeyCode::Tab)], Message::TakeOffered, "Tab", "take-offered"),
    row(&[Export], &[plain(KeyCode::Enter)], Message::Write, "Enter", "write"),
    row(&[Export], &[letter('y')], Message::Copy, "y", "copy"),
    row(&[Export], &[letter('p')], Message::ScrollTo(0), "p", "preview"),
    row(&[Confirm], &[plain(KeyCode::Enter), letter('y')], Message::Confirm, "Enter", "confirm"),
    row(&[Confirm], &[plain(KeyCode::Esc), letter('q')], Message::Close, "Esc", "cancel"),
    row(&[Field], &[plain(KeyCode::Esc)], Message::Close, "Esc", "drop"),
    row(&[Collect], &[letter('y'), plain(KeyCode::Enter)], Message::Copy, "y", "copy-block"),
    row(&[Collect], &[plain(KeyCode::Right), letter('t')], Message::Move(1), "←→", "place"),
    row(&[Collect], &[plain(KeyCode::Left)], Message::Move(-1), "", "place"),
    // Scrolling needs the frame, so its message is made where the frame is known; here it has its hint.
    row(TEXTS, &[], Message::ScrollTo(0), "PgDn", "scroll"),
    row(PLACES, &[letter('y')], Message::Copy, "y", "copy"),
    row(PLACES, &[plain(KeyCode::Right), letter('t')], Message::TurnTool(1), "←→", "tool"),
    row(PLACES, &[plain(KeyCode::Left)], Message::TurnTool(-1), "", "tool"),
    row(&[Question, Remedy, Collect], &[letter('o')], Message::ShowBare, "o", "bare"),
    row(STEPS, &[letter('x')], Message::Fail, "x", "fail"),
    row(LISTS, &[plain(KeyCode::Up), letter('k')], Message::Move(-1), "", "move"),
    row(LISTS, &[plain(KeyCode::Down), letter('j')], Message::Move(1), "↑↓", "move"),
    row(LISTS, &[plain(KeyCode::Home), letter('g')], Message::Move(-FAR), "", "move"),
    row(LISTS, &[plain(KeyCode::End), letter('G')], Message::Move(FAR), "", "move"),
    row(&[Search, Palette], &[plain(KeyCode::Up)], Message::Move(-1), "", "move-row"),
    row(&[Search, Palette], &[plain(KeyCode::Down)], Message::Move(1), "↑↓", "move-row"),
    row(&[Search], &[plain(KeyCode::Esc)], Message::Close, "Esc", "leave-field"),
    row(&[Search], &[control('l')], Message::Languages, "Ctrl-L", "language"),
    row(&[Home], &[letter('/')], Message::Search, "/", "search"),
    row(&[Home], &[letter('d')], Message::Remove, "d", "remove"),
    row(&[Home], &[letter('u')], Message::Restore, "u", "restore"),
    row(&[Export], &[plain(KeyCode::Right), letter('t')], Message::ExportAs(ExportChange::Format(1)), "←→", "format"),
    row(&[Export], &[plain(KeyCode::Left)], Message::ExportAs(ExportChange::Format(-1)), "", "format"),
    row(&[Export], &[letter('f')], Message::EditTarget, "f", "file"),
    row(&[Export], &[letter('L')], Message::ExportAs(ExportChange::Language), "L", "language"),
    row(&[Export], &[letter('r')], Message::ExportAs(ExportChange::Redact), "r", "redact"),
    row(&[Export], &[letter('c')], Message::ExportAs(ExportChange::Carry), "c", "carry"),
    row(&[Export], &[letter('k')], Message::ExportAs(ExportChange::Kind), "k", "kind"),
    row(&[Palette], &[plain(KeyCode::Esc), control('p')], Message::Close, "Esc", "close"),
    row(&[Help], &[plain(KeyCode::Enter), letter('?'), plain(KeyCode::F(1))], Message::Close, "", "close"),
    row(&[Told], &[plain(KeyCode::Enter)], Message::Close, "Enter", "go-on"),
    row(&[Timeline], &[plain(KeyCode::Enter), letter('T')], Message::Close, "", "close"),
    row(CLOSED, &[plain(KeyCode::Esc), letter('q')], Message::Close, "Esc", "close"),
    row(&[Remedy], &[letter('v')], Message::Variables, "v", "variables"),
    row(ON_TRAIL, &[plain(KeyCode::Backspace)], Message::Back, "Bksp", "back"),
    row(&[Question, Remedy, Outcome, Trail], &[letter('c')], Message::ToggleChecklist, "c", "checklist"),
    row(&[Question, Remedy, Trail], &[letter('C')], Message::CopyChecklist, "C", "copy-checklist"),
    row(CASE, &[letter('e')], Message::Export, "e", "export"),
    // Where there is a list, its small letter goes up in it.
    row(CASE, &[letter('K')], Message::HandOver, "K", "handover"),
    row(&[Outcome], &[letter('k')], Message::HandOver, "", "handover"),
    row(&[Question, Outcome, Trail, Checklist], &[letter('v')], Message::Variables, "v", "variables"),
    row(ON_TRAIL, &[plain(KeyCode::Tab)], Message::FocusTrail, "Tab", "trail"),
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
    row(ON_TRAIL, &[plain(KeyCode::Esc)], Message::Leave, "Esc", "home"),
    row(CASE, &[letter('T')], Message::Timeline, "T", "timeline"),
    row(CASE, &[letter('N')], Message::Rename, "N", "rename"),
    row(&[Question, Remedy, Outcome, Trail], &[letter('M')], Message::NoteCase, "M", "note-case"),
    row(CASE, &[letter('W')], Message::CloseCase, "W", "close-case"),
    row(SCREENS, &[letter('L')], Message::Languages, "L", "language"),
    row(
        &[Question, Remedy, Outcome, Trail, Checklist, Collect, Variables, Timeline, Export],
        &[control('l')],
        Message::Languages,
        "",
        "language",
    ),
    row(SCREENS, &[letter('m')], Message::ToggleMouse, "m", "mouse"),
    row(SCREENS, &[letter(':'), control('p')], Message::Palette, ":", "palette"),
    row(DIALOGS, &[letter(':'), control('p')], Message::Palette, ":", "palette"),
    row(&[Search, Field], &[control('p')], Message::Palette, "Ctrl-P", "palette"),
    row(SCREENS, &[letter('?'), plain(KeyCode::F(1))], Message::Help, "?", "help"),
    row(DIALOGS, &[letter('?'), plain(KeyCode::F(1))], Message::Help, "?", "help"),
    row(&[Search, Palette, Field], &[plain(KeyCode::F(1))], Message::Help, "F1", "help"),
    row(SCREENS, &[letter('q')], Message::Quit, "q", "quit"),
    row(&[Search], &[control('c')], Message::Quit, "Ctrl-C", "quit"),
    row(BESIDE_SEARCH, &[control('c')], Message::QuitNow, "Ctrl-C", "quit-now"),
    row(TEXTS, &[control('z')], Message::Suspend, "", "quit"),
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

/// How a foot ends: the key for help, where the screen is not the help itself, and the key that leads out.
pub fn endings(context: Context) -> (Option<&'static Binding>, (&'static str, &'static Binding)) {
    let with = |key: Chord| bindings(context).find(|binding| binding.keys.contains(&key));
    // What only tells something is gone on from.
    let enter = with(plain(KeyCode::Enter)).filter(|_| context == Told).map(|binding| ("Enter", binding));
    let out = enter.or_else(|| Some(("q", with(letter('q'))?))).or_else(|| Some(("Ctrl-C", with(control('c'))?)));
    (
        bindings(context).find(|binding| binding.message == Message::Help),
        out.expect("a test holds that every screen can be left"),
    )
}

/// What a key means; in a text field, a key without a meaning is text. A letter of another keyboard means what its place does.
pub(super) fn key(context: Context, key: KeyEvent) -> Option<Message> {
    let placed = || match key.code {
        KeyCode::Char(typed) if !matches!(context, Search | Palette | Field) => {
            meaning(context, KeyEvent { code: KeyCode::Char(in_its_place(typed)?), ..key })
        }
        _ => None,
    };
    meaning(context, key).or_else(placed)
}

fn meaning(context: Context, key: KeyEvent) -> Option<Message> {
    let modifiers = key.modifiers - KeyModifiers::SHIFT;
    if let Some(binding) = bindings(context).find(|binding| binding.keys.contains(&(key.code, modifiers))) {
        return Some(binding.message.clone());
    }
    match (context, key.code) {
        (Search | Palette | Field, _) => Some(Message::Type(key)),
        (Question, KeyCode::Char(digit @ '1'..='9')) if modifiers.is_empty() => {
            Some(Message::Answer(Answer::Option(place(digit))))
        }
        (Remedy | Collect | WhichCase, KeyCode::Char(digit @ '1'..='9')) if modifiers.is_empty() => {
            Some(Message::Select(place(digit)))
        }
        _ => None,
    }
}

fn place(digit: char) -> usize {
    digit as usize - '1' as usize
}

impl Binding {
    /// All keys that do it on a screen, as help lists them: the caps, and letters that mean the same.
    pub fn all_caps(&self, context: Context, unicode: bool) -> Vec<String> {
        let is_same = |other: &&Binding| other.keys == self.keys || other.caps.is_empty() && other.hint == self.hint;
        let letters = bindings(context).filter(is_same).flat_map(|other| other.keys).filter_map(|key| match key {
            (KeyCode::Char(letter), modifiers) if modifiers.is_empty() && *letter != ' ' => Some(letter.to_string()),
            _ => None,
        });
        let back = (self.hint == "scroll").then(|| "PgUp".to_owned());
        let mut all = vec![self.caps(unicode).to_owned()];
        all.extend(back.into_iter().chain(letters).filter(|other| other != self.caps));
        all
    }

    /// The key caps, without arrows where the terminal cannot show them.
    pub fn caps(&self, unicode: bool) -> &'static str {
        match self.caps {
            "↑↓" if !unicode => "Up/Down",
            "←→" if !unicode => "Left/Right",
            caps => caps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_on_one_screen() {
        for context in Context::ALL.iter().copied() {
            let mut keys: Vec<&Chord> = bindings(context).flat_map(|binding| binding.keys).collect();
            let all = keys.len();
            keys.sort_by_key(|key| format!("{key:?}"));
            keys.dedup();
            assert_eq!(keys.len(), all, "{context:?}");
        }
    }

    #[test]
    fn help_lists_every_key_that_does_the_same() {
        let check = |context: Context, hint: &str, expected: &[&str]| {
            let binding = bindings(context).find(|binding| binding.hint == hint && !binding.caps.is_empty());
            assert_eq!(binding.expect(hint).all_caps(context, true), expected, "{context:?} {hint}");
        };
        check(Remedy, "tool", &["←→", "t"]);
        check(Export, "format", &["←→", "t"]);
        check(Remedy, "scroll", &["PgDn", "PgUp"]);
        check(Remedy, "move", &["↑↓", "k", "j", "g", "G"]);
        check(Confirm, "confirm", &["Enter", "y"]);
        check(Remedy, "tick", &["Space"]);
        check(Home, "help", &["?"]);
        check(Outcome, "handover", &["K", "k"]);
    }

    #[test]
    fn letters_are_text_where_text_is_typed() {
        for context in [Search, Palette, Field] {
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
                Message::QuitNow | Message::Close | Message::Leave | Message::FocusTrail | Message::ToggleChecklist
            )
        };
        for context in Context::ALL.iter().copied() {
            assert!(bindings(context).any(|b| matches!(b.message, Message::Quit | Message::QuitNow)), "{context:?}");
            assert!(context == Home || bindings(context).any(|b| b.message != Message::QuitNow && leaves(&b.message)));
        }
    }
}
