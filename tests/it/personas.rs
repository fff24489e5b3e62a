//! Kinds of people on their way from a ticket to a checklist: the keys that they press, and how much they are shown.
//!
//! The time is a model and no stopwatch: who skims reads two words of five at 240 a minute, a key takes 0.28 seconds, and to
//! choose it 0.6. A word of a frame is new where it has not stood behind the word before it in any frame so far: a new sentence
//! of known words counts, and a row that only moved does not. Headers and feet count like all else.

#![allow(clippy::print_stdout, reason = "the table is for people")]

use std::collections::HashSet;

use backup_medic::{
    app::{Effect, Message},
    wizard::plain::{Console, ShownScreen},
};
use crossterm::event::Event;

use crate::{plain, wizard::Wizard};

const TICKET: &str = include_str!("../../assets/demo/ticket.txt");
const OUTPUT: &str = include_str!("../../assets/demo/output.txt");

/// What somebody does.
enum Act {
    /// Presses these keys.
    Keys(&'static str),
    /// Pastes this text.
    Paste(&'static str),
    /// Comes back at this time.
    At(&'static str),
}

use Act::{At, Keys, Paste};

/// What was shown so far, and what was pressed.
#[derive(Default)]
struct Way {
    pairs: HashSet<(String, String)>,
    words: usize,
    /// The same by two other measures, to compare: each word once, and whole rows.
    singles: HashSet<String>,
    rows: HashSet<String>,
    words_of_rows: usize,
    keys: usize,
}

impl Way {
    fn look(&mut self, frame: &str) {
        let mut new = HashSet::new();
        for part in frame.lines().flat_map(|row| row.split('│')) {
            let words: Vec<&str> =
                part.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
            let before = [""].into_iter().chain(words.iter().copied());
            let pairs = before.zip(&words).map(|(before, word)| (before.to_owned(), (*word).to_owned()));
            let unseen: Vec<_> = pairs.filter(|pair| !self.pairs.contains(pair)).collect();
            self.words += unseen.len();
            new.extend(unseen);
            self.singles.extend(words.iter().map(|word| (*word).to_owned()));
            self.words_of_rows += if self.rows.insert(words.join(" ")) { words.len() } else { 0 };
        }
        self.pairs.extend(new);
    }

    /// In seconds, with so many words shown.
    fn skim(&self, words: usize) -> f64 {
        words as f64 * 0.4 / 4.0 + self.keys as f64 * (0.28 + 0.6)
    }

    fn told(&self, name: &str) -> f64 {
        let (skim, once, rows) = (self.skim(self.words), self.singles.len(), self.words_of_rows);
        println!(
            "{name:<28} {:>3} keys {:>4} words {skim:>3.0} s | each once {once:>4} words {:>3.0} s | rows {rows:>4} words {:>3.0} s",
            self.keys,
            self.words,
            self.skim(once),
            self.skim(rows),
        );
        skim
    }
}

/// Whether a text that left the program is a checklist, or the package for the next person.
fn is_result(effect: &Effect) -> bool {
    let is_one = |text: &String| ["- [ ] ", "- [x] ", "## Open steps"].iter().any(|sign| text.contains(sign));
    matches!(effect, Effect::Copy(text) | Effect::Write { text, .. } if is_one(text))
}

fn walk(name: &str, locale: &str, (columns, rows): (u16, u16), acts: &[Act]) -> f64 {
    let mut wizard = Wizard::new(locale, columns, rows).keeping(Vec::new());
    wizard.message(Message::Now("2026-11-28T20:00:00Z".to_owned()));
    let mut way = Way::default();
    way.look(&wizard.text());
    for act in acts {
        let keys: Vec<&str> = if let Keys(keys) = act { keys.split_whitespace().collect() } else { vec![""] };
        for key in keys {
            match act {
                Keys(_) => wizard = wizard.keys(key),
                Paste(text) => wizard.event(Event::Paste((*text).to_owned())),
                At(time) => wizard.message(Message::Now((*time).to_owned())),
            }
            way.keys += usize::from(!matches!(act, At(_)));
            way.look(&wizard.text());
        }
    }
    assert!(wizard.effects.iter().any(is_result), "{name} gets no checklist:\n{}", wizard.text());
    way.told(name)
}

#[test]
fn everybody_gets_a_checklist_soon() {
    let big = (80, 24);
    let check = |name: &str, locale: &str, size: (u16, u16), acts: &[Act], most: f64| {
        let time = walk(name, locale, size, acts);
        assert!(time <= most, "{name}: {time:.0} s");
    };
    let knows = [Paste(TICKET), Keys("Enter 1 2 1 1 2 C")];
    check("knows the answers", "en", big, &knows, 40.0);
    check("knows the answers, Russian", "ru", big, &knows, 39.0);
    check("knows the answers, 120x40", "en", (120, 40), &knows, 48.0);
    check("knows the answers, 40x12", "en", (40, 12), &knows, 28.0);
    check("knows none: the plan", "en", big, &[Paste(TICKET), Keys("Enter C")], 20.0);
    let collects = [Paste(TICKET), Keys("Enter i y"), Paste(OUTPUT), Keys("Enter a C")];
    check("knows none: collects", "en", big, &collects, 57.0);
    let no_code = [Keys("Enter y"), Paste("Error code: UserErrorGuestAgentStatusUnavailable"), Keys("Enter C")];
    check("has no code", "en", big, &no_code, 38.0);
    let two_days = [
        Paste("UserErrorRpCollectionLimitReached"),
        Keys("Enter 4 1 1 1 a Enter 3"),
        At("2026-11-29T08:00:00Z"),
        Keys("Enter 1 C"),
    ];
    check("comes back next day", "en", big, &two_days, 76.0);
    let hands_over = [Paste("UserErrorCrpReportedUserError"), Keys("Enter K Esc y")];
    check("hands over", "en", big, &hands_over, 30.0);
}

/// The same line by line on a small console.
#[test]
fn a_small_console_gets_a_checklist_too() {
    let check = |locale: &str| {
        let mut model = plain::home(locale);
        let mut way = Way::default();
        let mut effects = Vec::new();
        for line in ["", "UserErrorGuestAgentStatusUnavailable", "1", "1", "2", "1", "1", "2", "e", ""] {
            if !line.is_empty() || !effects.is_empty() || way.keys > 0 {
                effects.extend(plain::take(&mut model, line).unwrap_or_default());
                way.keys += line.chars().count().min(2) + 1;
            }
            _ = backup_medic::app::update(&mut model, Console { columns: Some(40), rows: Some(12) }.resize());
            way.look(&ShownScreen::of(&model, Some(12)).text());
        }
        assert!(effects.iter().any(is_result));
        way.told(&format!("plain at 40x12, {locale}"));
    };
    check("en");
    check("ru");
}
