//! What a text says of a case and its steps beside the ticks: name, notes, reasons and times.

use super::{
    align::Pair,
    text::{Labelled, ShownText, letters},
};
use crate::{
    case::{Case, Mark, NOTE, open::OpenCase},
    l10n::Words,
    text::day,
};

/// The name and the note that stand below the title, in whatever language.
pub(super) fn of_case(languages: &[Words], text: &ShownText, case: &mut Case) {
    for said in &text.said {
        let is = |id: &str| languages.iter().any(|words| says(words, id, said));
        if is("export-name") {
            case.name = said.codes.first().map(|(_, name)| name.clone()).unwrap_or_default();
        } else if is("export-noted") {
            case.notes.extend(note(said).map(|note| (NOTE.to_owned(), note)));
        }
    }
}

/// The reasons, times and notes below the tasks that are steps.
pub(super) fn of_steps(words: &Words, open: &OpenCase, case: &mut Case, text: &ShownText, pairs: &[Pair]) {
    let keys: Vec<&String> = open.shown_items().map(|item| &item.key).collect();
    for pair in pairs {
        let (Some(key), task) = (keys.get(pair.step), &text.tasks[pair.task]) else { continue };
        for said in &task.said {
            let mark = |reason: fn(String) -> Mark| {
                let why = said.codes.iter().find(|(is_reason, _)| *is_reason);
                reason(why.map(|(_, why)| why.clone()).unwrap_or_default())
            };
            let mark = match said {
                // A tick that was set since says more than the reason below it.
                said if says(words, "mark-failed", said) && !task.done => mark(Mark::Failed),
                said if says(words, "mark-skipped", said) && !task.done => mark(Mark::Skipped),
                said if says(words, "mark-done", said) && task.done => Mark::Done,
                said if says(words, "export-noted", said) => {
                    case.notes.extend(note(said).map(|note| ((*key).clone(), note)));
                    continue;
                }
                _ => continue,
            };
            let time = said.codes.iter().find(|(is_reason, time)| !is_reason && day::seconds(time).is_some());
            case.times.extend(time.map(|(_, time)| ((*key).clone(), time.clone())));
            case.marks.insert((*key).clone(), mark);
        }
    }
}

fn says(words: &Words, id: &str, said: &Labelled) -> bool {
    letters(&words.say(id)) == letters(&said.label)
}

fn note(said: &Labelled) -> Option<String> {
    said.codes.first().map(|(_, note)| note.clone()).or_else(|| said.block.clone())
}
