//! The plain face: the same wizard as the full screen, in lines that nothing can break out of.

mod console;
mod faces;
mod facts;
mod program;

use std::path::PathBuf;

use backup_medic::{
    app::{self, Context, Effect, Look, Message, Model, Scheme, bindings},
    error::Error,
    text::sanitise,
    wizard::plain,
};
use unicode_width::UnicodeWidthStr;

use crate::walks::{self, Random};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// A wizard at Home.
pub(crate) fn home(locale: &str) -> Model {
    let words = walks::said(locale);
    Model::new(walks::library(), words, Look { scheme: Scheme::Plain, unicode: true })
        .expect("the built-in guides are sound")
}

/// Takes a line in, whatever it holds; `None` where it means nothing here.
pub(crate) fn take(model: &mut Model, line: &str) -> Option<Vec<Effect>> {
    let message = plain::message(model, line)?;
    Some(app::update(model, message).into_iter().collect())
}

/// A wizard at a problem, after these lines.
fn after(locale: &str, lines: &[&str]) -> Model {
    let mut model = home(locale);
    lines.iter().for_each(|line| _ = take(&mut model, line).unwrap_or_else(|| panic!("{line} means nothing")));
    model
}

/// What no screen may hold, and what each must have.
fn sound(model: &Model) -> String {
    let screen = plain::screen(model);
    let harmless = |c: char| c == '\n' || !(c.is_control() || sanitise::acts(c));
    assert!(screen.chars().all(harmless), "{screen:?}");
    let (first, last) = (screen.lines().next().unwrap_or_default(), screen.lines().next_back().unwrap_or_default());
    assert!(first.starts_with("== Backup Medic: ") && first.width() <= 79, "{first}");
    assert!(last.ends_with(" > ") && last.width() <= 79, "{last}");
    let missing = ["{plain-", "{key-", "{help-", "{rule-", "{via-", "{question-", "{remedy-"];
    assert!(!missing.iter().any(|word| screen.contains(word)), "{screen}");
    screen
}

#[test]
fn prose_keeps_to_its_width_and_commands_stay_whole() {
    let check = |locale: &str, lines: &[&str], long: usize| {
        let screen = sound(&after(locale, lines));
        let over: Vec<&str> = screen.lines().filter(|line| line.width() > 79).collect();
        assert!(over.iter().all(|line| line.trim_start().starts_with("az ")), "{over:?}");
        assert_eq!(over.len(), long, "{screen}");
    };
    for locale in ["en", "ru"] {
        check(locale, &[], 0);
        check(locale, &["key vault"], 0);
        check(locale, &[CODE, "", "0", "t"], 1);
        check(locale, &[CODE, "", "2", "1", "1"], 0);
        check(locale, &[CODE, "", "2", "1", "1", "c"], 0);
        check(locale, &[CODE, "", "2", "1", "1", "?"], 0);
        check(locale, &[CODE, "", "v"], 0);
    }
}

/// What the prompt offers, as one would type it.
fn offered(screen: &str) -> Vec<String> {
    let prompt = screen.lines().next_back().unwrap_or_default().trim_end_matches(" > ");
    let typed = |item: &str| match item.split([' ', '-']).next() {
        Some("Enter") => String::new(),
        caps => caps.unwrap_or_default().to_owned(),
    };
    prompt.split(", ").map(typed).collect()
}

#[test]
fn every_dialog_says_what_it_asks_and_takes_its_answer() {
    let check = |lines: &[&str], shown: &[&str], then: &str, after_it: Context| {
        let mut model = after("en", lines);
        let screen = sound(&model);
        shown.iter().for_each(|text| assert!(screen.contains(text), "{text} in {screen}"));
        assert!(take(&mut model, then).is_some(), "{lines:?} {then}");
        assert_eq!(model.context(), after_it, "{lines:?} {then}");
    };
    use Context::{Checklist, Confirm, Export, Field, Home, Question, Remedy, Variables};
    check(&[CODE, "", "v"], &["Values for the commands", "1  ", "<vm>"], "1", Field);
    check(&[CODE, "", "v", "3"], &["Example:", "Enter to go back"], "vm-web-01", Variables);
    check(&[CODE, "", "v", "3", "-bad-"], &["1 to 64 characters", "Not accepted: -bad-"], "", Variables);
    check(&[CODE, "", "v", "3", "vm-web-01"], &["vm-web-01"], "", Question);
    check(&[CODE, "", "v", "3", "vm-web-01", "3", "-"], &["<vm>"], "", Question);
    check(&[CODE, "", "L"], &["1  English (en)", "2  Русский (ru)"], "2", Question);
    check(&[CODE, "", "?"], &["press again to skip it", "q  leave the program"], "", Question);
    check(&[CODE, "", "?"], &[], "L", Question);
    check(&[CODE, "", "1", "q"], &["y yes, n no"], "n", Question);
    check(&[CODE, "", "1", "1", "b", "b", "2"], &["no longer apply"], "n", Question);
    check(&[CODE, "", "2", "1", "1", "n 2"], &["Note on this step"], "ask Anna", Remedy);
    check(&[CODE, "", "2", "1", "1", "n 2", "ask Anna"], &["note: ask Anna"], "n 2", Field);
    check(&[CODE, "", "2", "1", "1", "x 1", "no right", ""], &["[!]", "failed: no right"], "", Question);
    check(&[CODE, "", "2", "1", "1", "s 1", ""], &["[-]", "skipped"], "c", Checklist);
    check(&[CODE, "", "2", "1", "1", "c", "d 3"], &["3  [ ]"], "3", Remedy);
    check(&[CODE, "", "2", "M"], &["Note on the whole case"], "ask Anna", Question);
    check(&[CODE, "", "2", "M", "ask Anna", "c"], &["note: ask Anna", "Waiting for your answer"], "M", Field);
    check(
        &[CODE, "", "2", "1", "1", "r"],
        &["Trail", "1  Is the VM running? Stopped", "4  Start the VM"],
        "1",
        Question,
    );
    check(&[CODE, "", "2", "1", "1", "r"], &["5  Is the VM agent ready?"], "4", Remedy);
    check(&[CODE, "", "2", "1", "1", "r"], &[], "", Remedy);
    check(&[CODE, "", "1", "e"], &["File: backup-guest-agent", "Language (L): EN"], "L", Export);
    check(&[CODE, "", "1", "e", "p"], &["# ", CODE], "b", Question);
    check(&["rp max", "", "1", "1", "4"], &["Know this before you carry it out"], "n", Remedy);
    check(&["rp max", "", "1", "1", "4"], &["y yes"], "y", Remedy);
    check(&[CODE, "", "1", "h"], &["Open\n", "next: ", " open, text search"], "1", Question);
    check(&["qqqqzzzz"], &["Nothing found"], "h", Home);
    let mut model = after("en", &[CODE, "", "1", "q"]);
    assert_eq!((take(&mut model, "maybe"), model.context()), (None, Confirm));
    assert_eq!(take(&mut model, "y"), Some(vec![Effect::Quit]));
}

#[test]
fn an_earlier_answer_is_changed_from_the_trail() {
    let mut model = after("en", &[CODE, "", "2", "1", "1", "r", "1"]);
    assert!(sound(&model).contains("Stopped or deallocated (your answer)"));
    assert!(take(&mut model, "1").is_some());
    assert!(sound(&model).contains("no longer apply"));
    assert!(take(&mut model, "y").is_some());
    let answers = &model.session().expect("it is open").open.case.answers;
    assert_eq!(answers.get("vm-power").map(String::as_str), Some("running"));
    assert_eq!(take(&mut after("en", &[CODE, "", "r"]), "9"), None);
}

#[test]
fn a_file_that_exists_is_replaced_only_when_told_to() {
    let mut model = after("en", &[CODE, "", "1", "e"]);
    let written = |effects: Option<Vec<Effect>>| match effects.as_deref() {
        Some([Effect::Write { path, force, .. }]) => (path.to_string_lossy().into_owned(), *force),
        other => panic!("{other:?}"),
    };
    assert_eq!(written(take(&mut model, "a b.md")), ("a b.md".to_owned(), false));
    let exists = || Message::Written(Err(Error::Exists { path: "a b.md".into() }));
    _ = app::update(&mut model, exists());
    assert!(sound(&model).contains("Replace it?"));
    _ = take(&mut model, "n");
    assert_eq!(model.context(), Context::Export);
    assert_eq!(written(take(&mut model, "")), ("a b.md".to_owned(), false));
    _ = app::update(&mut model, exists());
    assert_eq!(written(take(&mut model, "y")), ("a b.md".to_owned(), true));
    _ = app::update(&mut model, Message::Written(Ok(PathBuf::from("a\x1b[2J.md"))));
    assert!(sound(&model).contains("Written to a^[[2J.md"));
    assert_eq!(take(&mut model, "q"), Some(vec![Effect::Quit]));
}

/// Lines that people, scripts and attackers type.
const LINES: [&str; 44] = [
    "",
    "",
    "",
    "0",
    "0",
    "1",
    "1",
    "1",
    "2",
    "2",
    "3",
    "4",
    "9",
    "b",
    "r",
    "M",
    "c",
    "e",
    "t",
    "v",
    "n",
    "x 1",
    "s 2",
    "d 3",
    "n 99",
    "u",
    "U",
    "L",
    "?",
    "h",
    "q",
    "y",
    "n",
    "p",
    "-",
    "vm-web-01",
    "disk",
    CODE,
    "\u{1b}]52;c;aGk=\u{7}\u{1b}[2J",
    "\u{202e}\u{9b}2J\0",
    "`*_[x](y)<b>{ $vm }",
    "18446744073709551616",
    "x -1",
    "s\u{a0}1",
];

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn no_line_at_any_prompt_breaks_anything() {
        let mut random = Random(0x5eed);
        let long = "длинно ".repeat(9000);
        let mut contexts = Vec::new();
        for run in 0..150 {
            let mut model = home(if run % 2 == 0 { "en" } else { "ru" });
            for _ in 0..60 {
                let line = if random.below(100) == 0 { &long } else { LINES[random.below(LINES.len())] };
                for effect in take(&mut model, line).unwrap_or_default() {
                    if let Effect::Write { path, force, .. } = effect {
                        let exists = Error::Exists { path: path.clone() };
                        let result = if force || random.below(2) == 0 { Ok(path) } else { Err(exists) };
                        _ = app::update(&mut model, Message::Written(result));
                    }
                }
                sound(&model);
                if !contexts.contains(&model.context()) {
                    contexts.push(model.context());
                }
            }
        }
        assert!(contexts.len() >= 10, "the lines lead to every screen: {contexts:?}");
    }

    #[test]
    fn whatever_the_prompt_offers_is_understood() {
        let screens: [&[&str]; 9] = [
            &["key vault"],
            &[CODE, ""],
            &[CODE, "", "0"],
            &[CODE, "", "1", "b"],
            &[CODE, "", "2", "1", "1"],
            &[CODE, "", "2", "1", "1", "c"],
            &["UserErrorUnsupportedDiskSize", "", "1"],
            &[CODE, "", "1", "u"],
            &[CODE, "", "2", "1", "1", "r"],
        ];
        for locale in ["en", "ru"] {
            for lines in screens {
                let items = offered(&plain::screen(&after(locale, lines)));
                assert!(items.iter().any(|item| item == "?") && items.len() <= 4, "{items:?}");
                let mut help = after(locale, lines);
                assert!(take(&mut help, "?").is_some());
                assert!(plain::screen(&help).contains("\n  q  "), "the way out is in the help");
                for item in items {
                    assert!(take(&mut after(locale, lines), &item).is_some(), "{lines:?} {item}");
                }
            }
        }
    }

    #[test]
    fn letters_mean_what_they_mean_on_the_full_screen() {
        let check = |lines: &[&str]| {
            let context = after("en", lines).context();
            let letters = bindings(context).filter(|binding| binding.caps.len() == 1);
            // Copying and clicking need a terminal that can do it; `0` is no letter, and each letter is in the help.
            let letters = letters.filter(|binding| !["y", "Y", "C", "o", "m", "0", ":", "f"].contains(&binding.caps));
            for binding in letters {
                let (mut full, mut lined) = (after("en", lines), after("en", lines));
                _ = app::update(&mut full, binding.message.clone());
                assert!(take(&mut lined, binding.caps).is_some(), "{context:?} {}", binding.caps);
                let state = |model: &Model| format!("{:?} {:?} {:?}", model.context(), model.screen(), model.status());
                assert_eq!(state(&full), state(&lined), "{context:?} {}", binding.caps);
            }
        };
        check(&[CODE, "", "1"]);
        check(&[CODE, "", "2", "1", "1"]);
        check(&[CODE, "", "2", "1", "1", "c"]);
        check(&["UserErrorUnsupportedDiskSize", "", "1"]);
        // A line is the file's name by itself.
        check(&[CODE, "", "1", "e"]);
        check(&[CODE, "", "1", "r"]);
    }
}
