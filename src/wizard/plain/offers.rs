//! What can be typed, screen by screen: the prompt, the help and the reading of a letter are made from one table.

use unicode_width::UnicodeWidthStr;

use super::width;
use crate::app::{
    Context::{
        self, Checklist, Collect, Export, Home, Languages, Outcome, Question, Remedy, Search, Trail, Variables,
        WhichCase,
    },
    ExportChange, HomeRow, Message, Model, Overlay, Purpose, in_its_place,
};

/// The words of a prompt; whatever else can be typed stands in the help.
const MOST: usize = 3;

/// A letter and its meaning; its help is `help-HINT`, as on the full screen.
struct LetterKey {
    contexts: &'static [Context],
    letter: &'static str,
    message: Message,
    hint: &'static str,
}

const CASE: &[Context] = &[Question, Remedy, Outcome, Trail, Checklist];
const SCREENS: &[Context] = &[Search, Home, Question, Remedy, Outcome, Trail, Checklist];
const DIALOGS: &[Context] = &[Collect, Export, Languages, Variables, WhichCase];

/// In the order of the help.
const LETTERS: &[LetterKey] = &[
    letter(SCREENS, "?", Message::Help, "help"),
    letter(&[Question, Remedy, Outcome], "b", Message::Back, "back"),
    letter(&[Checklist], "c", Message::ToggleChecklist, "close"),
    letter(&[Question, Remedy, Outcome, Trail], "c", Message::ToggleChecklist, "checklist"),
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
    letter(&[Export], "t", Message::ExportAs(ExportChange::Format(1)), "format"),
    letter(&[Export], "L", Message::ExportAs(ExportChange::Language), "language"),
    letter(&[Export], "r", Message::ExportAs(ExportChange::Redact), "redact"),
    letter(&[Export], "c", Message::ExportAs(ExportChange::Carry), "carry"),
    letter(&[Export], "k", Message::ExportAs(ExportChange::Kind), "kind"),
    letter(&[Export], "p", Message::ScrollTo(0), "preview"),
    letter(DIALOGS, "b", Message::Close, "close"),
    letter(DIALOGS, "q", Message::Close, "close"),
    letter(DIALOGS, "?", Message::Help, "help"),
];

const fn letter(contexts: &'static [Context], letter: &'static str, message: Message, hint: &'static str) -> LetterKey {
    LetterKey { contexts, letter, message, hint }
}

/// Letters that the number of a step may follow: what they do to that step, and their hint.
pub(super) const STEP_LETTERS: &[(&str, Option<Message>, &str)] = &[
    ("x", Some(Message::Fail), "fail"),
    ("s", Some(Message::Skip), "skip"),
    ("n", Some(Message::Note), "note"),
    ("d", None, "details"),
];

/// Something that can be typed.
pub(super) struct Offer {
    /// As it is typed.
    pub(super) caps: String,
    /// The id of its word in the prompt, where it is mostly typed.
    word: Option<String>,
    /// The id of its help.
    pub(super) help: String,
    /// Whether it does something now.
    serves: bool,
}

/// What a letter means on a screen; its other case will do where that means nothing else.
pub(super) fn meaning(context: Context, typed: &str) -> Option<Message> {
    let find =
        |is: &dyn Fn(&str) -> bool| LETTERS.iter().find(|known| known.contexts.contains(&context) && is(known.letter));
    if typed == MORE {
        // Who asks for more where there is none wants no note.
        return None;
    }
    let placed: String = typed.chars().map(|c| in_its_place(c).unwrap_or(c)).collect();
    let found = find(&|letter| letter == typed || letter == placed);
    let found = found.or_else(|| find(&|letter| letter.eq_ignore_ascii_case(typed)));
    found.map(|found| found.message.clone())
}

/// All that can be typed on a screen, the most usual first.
pub(super) fn offers(model: &Model, context: Context) -> Vec<Offer> {
    let other = |caps: &str, help: String, serves: bool| Offer { caps: caps.to_owned(), word: None, help, serves };
    let numbers = numbers(model, context);
    let mut offers = usual(model, context, numbers);
    let letters = LETTERS.iter().filter(|known| known.contexts.contains(&context));
    offers.extend(letters.map(|known| {
        // At Home the way home is back from a search.
        let there = known.message == Message::GoHome && matches!(context, Search | Home);
        let serves = model.serves(&known.message) && !(there && model.home().query().is_empty());
        other(known.letter, format!("help-{}", known.hint), serves)
    }));
    if matches!(context, Search | Home) {
        let cases = model.rows().iter().any(|row| matches!(row, HomeRow::Case(_) | HomeRow::Kept(_)));
        offers.push(other("d", "plain-help-remove".to_owned(), cases));
    }
    if matches!(context, Remedy | Checklist) {
        let help = |hint: &str| format!("plain-help-{hint}");
        let steps = STEP_LETTERS.iter().map(|(letter, _, hint)| other(letter, help(hint), numbers > 0));
        offers.extend(steps);
    }
    offers
}

/// How many rows a screen has that are chosen by a number.
fn numbers(model: &Model, context: Context) -> usize {
    match context {
        Search | Home => model.rows().len(),
        Question => model.session().map_or(0, |session| {
            session.question().map_or(0, |(ask, _)| session.open.guide[ask.question].options.len())
        }),
        Remedy | Checklist => super::steps::count(model),
        Trail => model.session().map_or(0, |session| session.steps().len()),
        _ => 0,
    }
}

/// What a screen is for, each with a word for the prompt.
fn usual(model: &Model, context: Context, numbers: usize) -> Vec<Offer> {
    let range = if numbers > 1 { format!("1-{numbers}") } else { "1".to_owned() };
    match context {
        Search | Home => vec![
            worded(&range, "key-open", "plain-help-open", numbers > 0),
            worded(&model.words().say("plain-caps-text"), "key-search", "plain-help-search", true),
            worded(
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
                worded(&range, "key-answer", "plain-help-answer", true),
                worded(
                    "0",
                    &format!("key-{}", model.hint(&Message::Unsure, "unsure")),
                    "help-unsure",
                    model.serves(&Message::Unsure),
                ),
                worded("Enter", "key-go-on", "plain-help-keep", answered),
                worded("Enter", "plain-key-accept", "plain-help-accept", proposed && !answered),
            ]
        }
        Remedy => {
            vec![
                worded(&range, "key-tick", "plain-help-tick", numbers > 0),
                worded("Enter", "key-go-on", "help-go-on", true),
            ]
        }
        Checklist => vec![worded(&range, "key-tick", "plain-help-tick", numbers > 0)],
        Outcome => vec![worded("Enter", "key-go-on", "help-go-on", true)],
        Trail => vec![worded(&range, "key-look", "plain-help-look", true)],
        _ => Vec::new(),
    }
}

fn worded(caps: &str, word: &str, help: &str, serves: bool) -> Offer {
    Offer { caps: caps.to_owned(), word: Some(word.to_owned()), help: help.to_owned(), serves }
}

/// What a console still has of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum More {
    /// Nothing.
    None,
    /// Its next rows.
    Next,
    /// What explains it.
    Beside,
}

/// The letter that shows what explains a screen.
pub(super) const MORE: &str = "m";

/// The prompt: one line with the few things that are mostly typed, and the key for all the others.
pub(super) fn prompt(model: &Model, more: More) -> String {
    let words = model.words();
    let name = match model.overlay() {
        None => return offered(model, more),
        Some(_) if more == More::Next => return format!("Enter {} > ", words.say("plain-key-more")),
        Some(Overlay::Export(_)) => "export",
        Some(Overlay::Collect(_) | Overlay::Variables(..) | Overlay::Languages(..) | Overlay::WhichCase(_)) => "list",
        Some(Overlay::Help(_) | Overlay::Told(_) | Overlay::Timeline | Overlay::Palette(_)) => "close",
        Some(Overlay::Confirm(_)) => "confirm",
        Some(Overlay::Field(field)) => match field.purpose {
            Purpose::Fail(_) | Purpose::Skip(_) => "reason",
            _ => "text",
        },
    };
    format!("{} > ", words.say(&format!("plain-prompt-{name}")))
}

fn offered(model: &Model, more: More) -> String {
    let words = model.words();
    let is_next = |offer: &Offer| more == More::Next && offer.caps == "Enter";
    let mut offers = offers(model, model.context());
    offers.retain(|offer| offer.serves && offer.word.is_some() && !is_next(offer));
    let most = MOST - usize::from(more != More::None);
    // The row that it chooses shows its number.
    if offers.len() > most || more == More::Beside {
        offers.retain(|offer| offer.caps != "0");
    }
    let worded = |offer: Offer| Some((offer.caps, words.say(&offer.word?)));
    let mut items: Vec<(String, String)> = offers.into_iter().filter_map(worded).take(most).collect();
    let shown = words.say("plain-key-more");
    match more {
        More::None => {}
        More::Next => items.insert(0, ("Enter".to_owned(), shown)),
        More::Beside => items.push((MORE.to_owned(), shown)),
    }
    let help = if items.len() < MOST { words.say("key-help") } else { String::new() };
    items.push(("?".to_owned(), help));
    // Where columns are few, the keys that explain themselves lose their words first.
    let worded = |bare: usize| {
        let item = |(at, (caps, word)): (usize, &(String, String))| match at < bare || word.is_empty() {
            true => caps.clone(),
            false => format!("{caps} {word}"),
        };
        format!("{} > ", items.iter().enumerate().map(item).collect::<Vec<_>>().join(", "))
    };
    (0..items.len()).map(worded).find(|line| line.width() <= width(model)).unwrap_or_else(|| worded(items.len()))
}
