//! Sentences are asked for where something is put into words, and a face lays out what was worded for it.

use super::{File, lex::Rust, project};

/// Who puts something into words: the state machine with its views, exports and tasks, and what has a form of its own.
const WORDED: [&str; 9] = [
    "src/l10n/",
    "src/app/",
    "src/export/",
    "src/commands/",
    "src/triage/",
    "src/import/",
    "src/error/",
    "src/error.rs",
    "src/main.rs",
];

/// How many sentences other files still ask for by themselves; a number here only ever falls.
const LEFT: [(&str, usize); 13] = [
    ("src/wizard/mod.rs", 1),
    ("src/wizard/plain/dialogs.rs", 11),
    ("src/wizard/plain/offers.rs", 6),
    ("src/wizard/plain/place.rs", 1),
    ("src/wizard/plain/screen.rs", 5),
    ("src/wizard/plain/trail.rs", 3),
    ("src/wizard/plain/ways.rs", 1),
    ("src/wizard/tui/view/bars.rs", 1),
    ("src/wizard/tui/view/dialogs.rs", 17),
    ("src/wizard/tui/view/export.rs", 1),
    ("src/wizard/tui/view/foot.rs", 1),
    ("src/wizard/tui/view/home.rs", 2),
    ("src/wizard/tui/view/trail.rs", 8),
];

/// What asks for words of the program or of a guide.
const ASKS: [&str; 7] = [".say(", ".say_with(", ".title(", ".title_of::", ".titled(", ".part(", ".part_of::"];

/// How many sentences a file asks for outside of its tests, where it may ask for none.
fn asked(file: &File) -> usize {
    if !file.path.starts_with("src/") || WORDED.iter().any(|path| file.path.starts_with(path)) {
        return 0;
    }
    let rust = Rust::of(&file.text);
    let code = rust.code.split("#[cfg(test)]").next().unwrap_or_default();
    ASKS.iter().map(|ask| code.matches(ask).count()).sum()
}

#[test]
fn faces_ask_for_ever_fewer_sentences_themselves() {
    let asked: Vec<(&str, usize)> = project().iter().map(|file| (file.path.as_str(), asked(file))).collect();
    let asked: Vec<(&str, usize)> = asked.into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(asked, LEFT);
}

#[test]
fn a_sentence_that_a_face_asks_for_is_counted() {
    let check =
        |path: &str, code: &str, count: usize| assert_eq!(asked(&File::new(path, code)), count, "{path}: {code}");
    check("src/wizard/plain/x.rs", "page.prose(0, &words.say(\"a\")); text.title(item)", 2);
    check("src/store/x.rs", "words.say_with(\"a\", &args)", 1);
    check("src/app/views/x.rs", "words.say(\"a\")", 0);
    check("src/wizard/plain/x.rs", "page.title = view.title; // words.say(\"a\")", 0);
    check("src/wizard/plain/x.rs", "let a = 1;\n#[cfg(test)]\nmod tests { fn a() { words.say(\"a\"); } }", 0);
}
