//! What can be typed, screen by screen: the prompt, the help and the reading of a letter are made from one table.

use unicode_width::UnicodeWidthStr;

use super::WIDTH;
use crate::app::{
    Context::{self, Checklist, Home, Outcome, Question, Remedy, Search, Trail},
    HomeRow, Message, Model, Overlay, Purpose, in_its_place,
};

/// A letter and its meaning; its word is `key-HINT` and its help `help-HINT`, as on the full screen.
struct LetterKey {
    contexts: &'static [Context],
    letter: &'static str,
    message: Message,
    hint: &'static str,
}

const CASE: &[Context] = &[Question, Remedy, Outcome, Checklist];
const SCREENS: &[Context] = &[Search, Home, Question, Remedy, Outcome, Trail, Checklist];

/// In the order of the prompt, which says the first ones in words.
static LETTERS: &[LetterKey] = &[
    letter(SCREENS, "?", Message::Help, "help"),
    letter(&[Question, Remedy, Outcome], "b", Message::Back, "back"),
    letter(&[Checklist], "c", Message::ToggleChecklist, "close"),
    letter(&[Question, Remedy, Outcome], "c", Message::ToggleChecklist, "checklist"),
    letter(&[Question, Remedy, Outcome], "r", Message::FocusTrail, "trail"),
    letter(&[Trail], "r", Message::FocusTrail, "close"),
    letter(&[Question, Outcome], "i", Message::Collect, "collect"),
    letter(&[Question], "a", Message::Accept, "accept"),
    letter(&[Remedy], "a", Message::MarkAll, "mark-all"),
    letter(CASE, "e", Message::Export, "export"),
    letter(CASE, "k", Message::HandOver, "handover"),
    letter(SCREENS, "q", Message::Quit, "quit"),
    letter(&[Question, Remedy], "t", Message::TurnTool(1), "tool"),
    letter(CASE, "v", Message::Variables, "variables"),
    letter(CASE, "u", Message::Undo, "undo"),
    letter(CASE, "U", Message::Redo, "redo"),
    letter(CASE, "T", Message::Timeline, "timeline"),
    letter(CASE, "N", Message::Rename, "rename"),
    letter(CASE, "M", Message::NoteCase, "note-case"),
    letter(CASE, "W", Message::CloseCase, "close-case"),
    letter(&[Search, Home], "u", Message::Restore, "restore"),
    letter(SCREENS, "L", Message::Languages, "language"),
    letter(SCREENS, "h", Message::GoHome, "home"),
];

const fn letter(contexts: &'static [Context], letter: &'static str, message: Message, hint: &'static str) -> LetterKey {
    LetterKey { contexts, letter, message, hint }
}

/// Letters that the number of a step may follow: what they do to that step, and their hint.
pub(super) static STEP_LETTERS: [(&str, Option<Message>, &str); 4] = [
    ("x", Some(Message::Fail), "fail"),
    ("s", Some(Message::Skip), "skip"),
    ("n", Some(Message::Note), "note"),
    ("d", None, "details"),
];

/// Something that can be typed.
pub(super) struct Offer {
    /// As it is typed.
    pub(super) caps: String,
    /// The id of its word.
    word: String,
    /// The id of its help.
    pub(super) help: String,
    /// Whether it does something now.
    serves: bool,
}

/// What a letter means on a screen; its other case will do where that means nothing else.
pub(super) fn meaning(context: Context, typed: &str) -> Option<Message> {
    let find =
        |is: &dyn Fn(&str) -> bool| LETTERS.iter().find(|known| known.contexts.contains(&context) && is(known.letter));
    let placed: String = typed.chars().map(|c| in_its_place(c).unwrap_or(c)).collect();
    let found = find(&|letter| letter == typed || letter == placed);
    let found = found.or_else(|| find(&|letter| letter.eq_ignore_ascii_case(typed)));
    found.map(|found| found.message.clone())
}

/// All that can be typed on a screen, the most usual first.
pub(super) fn offers(model: &Model, context: Context) -> Vec<Offer> {
    let own = |caps: &str, word: &str, help: &str, serves: bool| Offer {
        caps: caps.to_owned(),
        word: word.to_owned(),
        help: help.to_owned(),
        serves,
    };
    let numbers = match context {
        Search | Home => model.rows().len(),
        Question => model.session().map_or(0, |session| {
            session.question().map_or(0, |(ask, _)| session.open.guide[ask.question].options.len())
        }),
        Remedy | Checklist => super::steps::count(model),
        Trail => model.session().map_or(0, |session| session.steps().len()),
        _ => 0,
    };
    let range = if numbers > 1 { format!("1-{numbers}") } else { "1".to_owned() };
    let mut offers = match context {
        Search | Home => vec![
            own(&range, "key-open", "plain-help-open", numbers > 0),
            own(&model.words().say("plain-caps-text"), "key-search", "plain-help-search", true),
            own(
                "Enter",
                "plain-key-first",
                "plain-help-first",
                !model.home().hits.is_empty() && !model.home().query().is_empty(),
            ),
        ],
        Question => {
            let question = model.session().and_then(|session| Some((session, session.question()?)));
            let answered = question.is_some_and(|(_, (_, answer))| answer.is_some());
            let proposed = question.is_some_and(|(session, (ask, _))| session.proposed(ask).is_some());
            vec![
                own(&range, "key-answer", "plain-help-answer", true),
                own(
                    "0",
                    &format!("key-{}", model.hint(&Message::Unsure, "unsure")),
                    "help-unsure",
                    model.serves(&Message::Unsure),
                ),
                own("Enter", "key-go-on", "plain-help-keep", answered),
                own("Enter", "plain-key-accept", "plain-help-accept", proposed && !answered),
            ]
        }
        Remedy => {
            vec![own(&range, "key-tick", "plain-help-tick", numbers > 0), own("Enter", "key-go-on", "help-go-on", true)]
        }
        Checklist => vec![own(&range, "key-tick", "plain-help-tick", numbers > 0)],
        Outcome => vec![own("Enter", "key-go-on", "help-go-on", true)],
        Trail => vec![own(&range, "key-look", "plain-help-look", true)],
        _ => Vec::new(),
    };
    let letters = LETTERS.iter().filter(|known| known.contexts.contains(&context));
    offers.extend(letters.map(|known| {
        let (word, help) = (format!("key-{}", known.hint), format!("help-{}", known.hint));
        // At Home the way home is back from a search.
        let there = known.message == Message::GoHome && matches!(context, Search | Home);
        let serves = model.serves(&known.message) && !(there && model.home().query().is_empty());
        own(known.letter, &word, &help, serves)
    }));
    if matches!(context, Search | Home) {
        let cases = model.rows().iter().any(|row| matches!(row, HomeRow::Case(_) | HomeRow::Kept(_)));
        offers.push(own("d", "plain-key-remove", "plain-help-remove", cases));
    }
    if matches!(context, Remedy | Checklist) {
        let steps = STEP_LETTERS.iter().map(|(letter, _, hint)| {
            own(letter, &format!("plain-key-{hint}"), &format!("plain-help-{hint}"), numbers > 0)
        });
        offers.extend(steps);
    }
    offers
}

/// The prompt: one line that names what can be typed, in words as far as they fit.
pub(super) fn prompt(model: &Model) -> String {
    let name = match model.overlay() {
        None => return offered(model),
        Some(Overlay::Export(_)) => "export",
        Some(Overlay::Collect(_) | Overlay::Variables(..) | Overlay::Languages(..) | Overlay::WhichCase(_)) => "list",
        Some(Overlay::Help(_) | Overlay::Told(_) | Overlay::Timeline) => "close",
        Some(Overlay::Confirm(_)) => "confirm",
        Some(Overlay::Field(field)) => match field.purpose {
            Purpose::Fail(_) | Purpose::Skip(_) => "reason",
            _ => "text",
        },
    };
    format!("{} > ", &model.words().say(&format!("plain-prompt-{name}")))
}

fn offered(model: &Model) -> String {
    let offers: Vec<Offer> = offers(model, model.context()).into_iter().filter(|offer| offer.serves).collect();
    let worded = |words: usize| {
        let item = |(at, offer): (usize, &Offer)| match at < words {
            true => format!("{} {}", offer.caps, &model.words().say(&offer.word)),
            false => offer.caps.clone(),
        };
        format!("{} > ", offers.iter().enumerate().map(item).collect::<Vec<_>>().join(", "))
    };
    (0..=offers.len()).rev().map(worded).find(|line| line.width() <= WIDTH).unwrap_or_else(|| worded(0))
}
