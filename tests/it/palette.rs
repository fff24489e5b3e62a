//! The palette has every action that its screen offers, finds it by its words, and does it as its key would.

use backup_medic::app::{Context, Message, Overlay, PaletteForm, bindings};

use crate::wizard::Wizard;

/// Keys that lead to a screen of the small guide, and what opens the palette there.
const PLACES: [(&str, &str); 7] = [
    ("", "C-p"),
    ("Esc", ":"),
    ("Enter", ":"),
    ("Enter 1 1", ":"),
    ("text:off Enter Enter Enter Enter Enter 1", ":"),
    ("Enter 1 1 c", "C-p"),
    ("Enter 1 1 e", ":"),
];

fn form(wizard: &Wizard) -> &PaletteForm {
    let Some(Overlay::Palette(form)) = wizard.model.overlay() else { panic!("{:?}", wizard.model.context()) };
    form
}

fn state(wizard: &Wizard) -> String {
    let model = &wizard.model;
    let case = model.session().map(|session| &session.open.case);
    format!("{:?} {:?} {case:?} {:?} {:?}", model.context(), model.screen(), model.status(), wizard.effects)
}

#[test]
fn every_action_of_a_screen_is_in_it_and_does_what_its_key_does() {
    for (keys, opens) in PLACES {
        let place = Wizard::small("en", 80, 24).keys(keys);
        let offered: Vec<_> = bindings(place.model.context())
            .filter(|binding| !binding.caps.is_empty() && place.model.serves(&binding.message))
            .filter(|binding| !matches!(binding.message, Message::ScrollTo(_) | Message::Move(_) | Message::Select(_)))
            .filter(|binding| binding.message != Message::Palette)
            .collect();
        let opened = Wizard::small("en", 80, 24).keys(keys).keys(opens);
        let shown: Vec<_> = form(&opened).found().map(|action| action.caps).collect();
        assert_eq!(shown, offered.iter().map(|binding| binding.caps).collect::<Vec<_>>(), "{keys}");
        for (row, binding) in offered.iter().enumerate() {
            let mut by_key = Wizard::small("en", 80, 24).keys(keys);
            by_key.message(binding.message.clone());
            let by_row = Wizard::small("en", 80, 24).keys(keys).keys(opens);
            let by_row = by_row.keys(&"Down ".repeat(row)).keys("Enter");
            assert_eq!(state(&by_row), state(&by_key), "{keys} {}", binding.caps);
        }
    }
}

#[test]
fn words_find_an_action_in_each_language_and_size() {
    let check = |locale: &str, typed: &str, leads: Context| {
        for (columns, rows) in [(80, 24), (40, 12)] {
            let wizard = Wizard::new(locale, columns, rows).keys(&format!("Open : text:{typed} Enter"));
            assert_eq!(wizard.model.context(), leads, "{typed}");
        }
    };
    check("en", "export", Context::Export);
    check("en", "values", Context::Variables);
    check("en", "all_steps", Context::Checklist);
    check("en", "xyzzy", Context::Palette);
    check("ru", "экспорт", Context::Export);
    check("ru", "язык", Context::Languages);
}

#[test]
fn it_closes_without_a_trace() {
    let place = Wizard::small("en", 80, 24).keys("Enter 1 1");
    for close in [": Esc", "C-p C-p", ": text:undo Esc", ": text:xyzzy Enter Esc"] {
        let closed = Wizard::small("en", 80, 24).keys("Enter 1 1").keys(close);
        assert_eq!((state(&closed), closed.text()), (state(&place), place.text()), "{close}");
    }
}

#[test]
fn every_key_has_its_word_and_its_phrase() {
    for locale in ["en", "ru"] {
        let wizard = Wizard::new(locale, 80, 24);
        let words = wizard.model.words();
        for binding in Context::ALL.iter().flat_map(|context| bindings(*context)) {
            for id in [format!("key-{}", binding.hint), format!("help-{}", binding.hint)] {
                assert!(!words.say(&id).contains(&id), "{locale} has no {id}");
            }
        }
    }
}
