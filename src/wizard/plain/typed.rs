//! A line that was typed, as the messages that it means.

use super::{
    offers::{STEP_LETTERS, meaning},
    steps,
};
use crate::{
    app::{Context, HomeRow, Message, Model, Overlay, Purpose},
    case::trail::Answer,
};

/// What a line means to the wizard as it stands, whatever it holds; `None` where it means nothing here.
pub fn message(model: &Model, line: &str) -> Option<Message> {
    read(model, line.trim()).map(Message::Several)
}

fn read(model: &Model, line: &str) -> Option<Vec<Message>> {
    let row = |rows: usize| row(line, rows);
    let letter = || Some(vec![meaning(model.context(), line)?]);
    match model.context() {
        Context::Search | Context::Home => at_home(model, line),
        Context::Question => at_question(model, line),
        Context::Remedy | Context::Checklist => match (row(steps::count(model)), line.is_empty()) {
            (Some(row), _) => Some(vec![Message::Select(row), Message::Tick]),
            (None, true) if model.context() == Context::Remedy => Some(vec![Message::Take]),
            (None, true) => Some(vec![Message::ToggleChecklist]),
            (None, false) if line == "b" && model.context() == Context::Checklist => {
                Some(vec![Message::ToggleChecklist])
            }
            (None, false) => letter().or_else(|| step(model, line)),
        },
        Context::Outcome if line.is_empty() => Some(vec![Message::Take]),
        Context::Outcome => letter(),
        Context::Export if line.is_empty() => Some(vec![Message::Write]),
        Context::Export => letter()
            .or_else(|| Some(vec![Message::EditTarget, Message::Fill(line.to_owned()), Message::Take, Message::Write])),
        Context::Variables | Context::Languages | Context::Collect | Context::WhichCase if line.is_empty() => {
            Some(vec![Message::Close])
        }
        Context::Variables | Context::Languages | Context::Collect | Context::WhichCase => {
            in_list(model, line).or_else(letter)
        }
        Context::Field => Some(field(model, line)),
        Context::Confirm => match line {
            "y" | "Y" => Some(vec![Message::Confirm]),
            "n" | "N" => Some(vec![Message::Close]),
            _ => None,
        },
        Context::Trail => match row(model.session()?.steps().len()) {
            Some(row) => Some(vec![Message::Select(row), Message::Take]),
            None if matches!(line, "" | "b") => Some(vec![Message::FocusTrail]),
            None => letter(),
        },
        // Whatever is typed only closes it: it is read once, by what is on the screen.
        Context::Help | Context::Told | Context::Timeline | Context::Palette => Some(vec![Message::Close]),
    }
}

/// The row that a number names, of so many.
fn row(line: &str, rows: usize) -> Option<usize> {
    line.parse::<usize>().ok()?.checked_sub(1).filter(|row| *row < rows)
}

fn in_list(model: &Model, line: &str) -> Option<Vec<Message>> {
    let row = |rows: usize| row(line, rows);
    match model.overlay()? {
        Overlay::Variables(form) => list(row(form.variables.len())),
        Overlay::Languages(languages, _) => list(row(languages.len())),
        Overlay::WhichCase(which) => list(row(which.answers(model).len())),
        Overlay::Collect(form) => row(form.blocks.len()).map(|row| vec![Message::Select(row)]),
        _ => None,
    }
}

fn at_home(model: &Model, line: &str) -> Option<Vec<Message>> {
    let letter = || Some(vec![meaning(model.context(), line)?]);
    match row(line, model.rows().len()) {
        Some(row) => Some(vec![Message::Open(row)]),
        None if line.parse::<usize>().is_ok() => None,
        None if !line.is_empty() => {
            remove(model, line).or_else(letter).or_else(|| Some(vec![Message::Fill(line.to_owned())]))
        }
        None if model.home().query().is_empty() || model.home().hits.is_empty() => None,
        None => Some(vec![Message::Open(0)]),
    }
}

fn at_question(model: &Model, line: &str) -> Option<Vec<Message>> {
    let (ask, answer) = model.session()?.question()?;
    let options = model.session()?.open.guide[ask.question].options.len();
    match row(line, options) {
        Some(row) => Some(vec![Message::Answer(Answer::Option(row))]),
        None if line.parse::<usize>() == Ok(0) => model.serves(&Message::Unsure).then(|| vec![Message::Unsure]),
        None if line.is_empty() => {
            let proposed = || model.session()?.proposed(ask).map(Answer::Option);
            Some(vec![Message::Answer(answer.or_else(proposed)?)])
        }
        None => Some(vec![meaning(model.context(), line)?]),
    }
}

/// The letter that removes, and the number of a case.
fn remove(model: &Model, line: &str) -> Option<Vec<Message>> {
    let row = line.strip_prefix("d ")?.trim().parse::<usize>().ok()?.checked_sub(1)?;
    let case = model.rows().get(row).is_some_and(|row| matches!(row, HomeRow::Case(_) | HomeRow::Kept(_)));
    case.then(|| vec![Message::Select(row), Message::Remove])
}

/// A letter and the number of a step; without a number it is the selected one.
fn step(model: &Model, line: &str) -> Option<Vec<Message>> {
    let (letter, number) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (_, message, _) = STEP_LETTERS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(letter))?;
    let row = match number.trim() {
        "" => steps::selected(model),
        number => number.parse::<usize>().ok()?.checked_sub(1)?,
    };
    let select = (row < steps::count(model)).then_some(Message::Select(row))?;
    // A step is shown in full in its remedy, so from the checklist the way leads there.
    let go = || (model.context() == Context::Checklist).then_some(Message::Take);
    Some([select].into_iter().chain(message.clone().or_else(go)).collect())
}

fn list(row: Option<usize>) -> Option<Vec<Message>> {
    row.map(|row| vec![Message::Select(row), Message::Take])
}

/// The line that takes what a field offers.
pub(super) const TAKE: &str = "=";

/// An empty line leaves a text as it is, and a reason away; a hyphen empties it.
fn field(model: &Model, line: &str) -> Vec<Message> {
    if line == TAKE && model.serves(&Message::TakeOffered) {
        return vec![Message::TakeOffered];
    }
    let purpose = match model.overlay() {
        Some(Overlay::Field(field)) => Some(&field.purpose),
        _ => None,
    };
    match (line, purpose) {
        ("", Some(Purpose::Fail(_) | Purpose::Skip(_))) => vec![Message::Take],
        ("", _) => vec![Message::Close],
        ("-", _) => vec![Message::Fill(String::new()), Message::Take],
        (text, _) => vec![Message::Fill(text.to_owned()), Message::Take],
    }
}
