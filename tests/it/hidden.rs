//! Typed characters pass the same door as pasted ones: what hides itself is shown, kept, exported and copied alike.

use backup_medic::{
    app::{Effect, Message, Overlay},
    case::NOTE,
    export,
    text::sanitise,
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::{promises::times, walks::Random, wizard::Wizard};

/// What acts, hides or reorders, of each kind.
const HIDDEN: &str = "\u{202e}\u{200b}\u{e0041}\u{9b}\u{85}\u{ad}\u{34f}\u{17b4}\u{180b}\u{2800}\u{1bca0}\u{1d173}\u{13430}\u{e1000}\u{3164}\u{ffa0}\u{fff9}\u{2066}\u{feff}\u{fdd0}\u{3000}\u{2003}\u{fe0f}";

fn typed(mut wizard: Wizard, text: &str) -> Wizard {
    for c in text.chars() {
        wizard.event(Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
    }
    wizard
}

fn clean(text: &str) -> bool {
    !text.chars().any(|c| sanitise::acts(c) || c.is_control() && c != '\n')
}

/// What a text field holds after it was filled and kept, on all its ways out.
fn leaves(keys: &str, text: &str) -> Vec<String> {
    let wizard = typed(Wizard::new("en", 80, 24).keys("Enter").keys(keys), text);
    let shown = wizard.text();
    let kept = wizard.keys("Enter Esc 0 t y");
    let session = kept.model.session().expect("a case is open");
    let words = crate::walks::said("en");
    let copied = kept.effects.iter().filter_map(|effect| match effect {
        Effect::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let saved = serde_json::to_string(&session.open.case).expect("a case is data");
    let exported = export::markdown(&words, &session.open, &export::PageShape::default());
    [shown, kept.text(), saved, exported].into_iter().chain(copied).collect()
}

#[test]
fn what_hides_itself_is_shown_in_every_field() {
    // The name of the case, the note on it, and a value of a command.
    for keys in ["N", "M", "v Enter"] {
        for c in HIDDEN.chars() {
            for left in leaves(keys, &format!("a{c}b")) {
                assert!(clean(&left), "{keys} U+{:04X}: {left:?}", c as u32);
            }
        }
    }
    let named = typed(Wizard::new("en", 80, 24).keys("Enter N"), "a\u{202e}b").keys("Enter");
    assert_eq!(named.model.session().expect("a case is open").open.case.name, "a<U+202E>b");
    let noted = typed(Wizard::new("en", 80, 24).keys("Enter M"), "\u{9b}31m\u{3164}").keys("Enter");
    assert_eq!(noted.model.session().expect("a case is open").open.case.notes[NOTE], "<U+009B>31m<U+3164>");
    let searched = typed(Wizard::new("en", 80, 24), "key\u{200b}vault");
    assert_eq!(searched.model.home().query(), "key<U+200B>vault");
    let file = typed(Wizard::new("en", 80, 24).keys("Enter e f"), "\u{202e}x").keys("Enter");
    assert!(matches!(file.model.overlay(), Some(Overlay::Export(form)) if form.target.ends_with("<U+202E>x")));
}

#[test]
fn what_is_copied_is_what_is_shown() {
    let mut random = Random(19);
    let letters: Vec<char> = HIDDEN.chars().chain("ab-01 'я".chars()).collect();
    for round in 0..times("hidden-in-commands") {
        let value: String = (0..1 + random.below(8)).map(|_| letters[random.below(letters.len())]).collect();
        let mut wizard = typed(Wizard::new("en", 200, 50).keys("Enter v Enter"), &value).keys("Enter");
        while wizard.model.overlay().is_some() {
            wizard.message(Message::Close);
        }
        let wizard = wizard.keys("0 t y");
        let copied = wizard.effects.iter().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text.clone()),
            _ => None,
        });
        let copied = copied.expect("a command was copied");
        assert!(clean(&copied), "{round} {value:?}: {copied:?}");
        let shown: String = wizard.text().split_whitespace().collect();
        // A line that goes on ends with the sign of its shell.
        let bare = |text: &str| text.replace(['\\', '`', '\u{2502}', '|'], "");
        let words: Vec<String> = copied.split_whitespace().map(bare).collect();
        assert!(
            words.iter().all(|word| bare(&shown).contains(word.as_str())),
            "{value:?}: {copied}\n{}",
            wizard.text()
        );
    }
}

#[test]
fn letters_that_only_look_latin_are_marked_where_a_name_is_set() {
    let status = |name: &str| {
        typed(Wizard::new("en", 120, 40).keys("Enter v Enter"), name).keys("Enter").model.status().map(str::to_owned)
    };
    assert!(status("v\u{430}m").is_some_and(|said| said.contains("v<U+0430>m")));
    assert_eq!(status("vm-web-01"), None);
    assert_eq!(status("сервер"), None);
    // A note in Russian is text.
    let noted = typed(Wizard::new("en", 80, 24).keys("Enter M"), "оса сохранена, vм").keys("Enter");
    assert_eq!(noted.model.session().expect("a case is open").open.case.notes[NOTE], "оса сохранена, vм");
}
