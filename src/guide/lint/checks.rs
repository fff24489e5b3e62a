//! Ways to find out, conditions and steps: what is there, but can never help.

use super::{LintedFile, commands};
use crate::guide::{
    model::Via,
    raw::{RawCheck, RawCondition, RawQuestion, RawRemedy, RawWord},
};

pub(super) fn question(id: &RawWord, question: &RawQuestion, file: &mut LintedFile<'_>) {
    if question.kind.is_none() && question.check.is_empty() {
        file.add("no-check", id.span(), [("name", id.get_ref())]);
    }
    for check in &question.check {
        let useless = match check.via {
            Via::Portal => check.portal.is_empty() || check.run.is_some(),
            _ => check.run.is_none(),
        };
        if useless {
            file.add("empty-check", place(id, check), [("name", id.get_ref()), ("via", check.via.name())]);
        }
        if let Some(run) = &check.run {
            commands::lint(check.via, run, file);
        }
        for (option, shown) in &check.shows {
            let earlier = check.shows.range::<RawWord, _>(..option).find(|(_, text)| *text == shown);
            if let Some((earlier, _)) = earlier {
                file.add("same-shows", option.span(), [("name", option.get_ref()), ("other", earlier.get_ref())]);
            } else if shown.trim().is_empty() {
                file.add("blank-shows", option.span(), [("name", option.get_ref())]);
            }
        }
        condition(&check.when, Some(id.get_ref()), file);
    }
}

pub(super) fn remedy(remedy: &RawRemedy, file: &mut LintedFile<'_>) {
    for step in &remedy.step {
        condition(&step.when, None, file);
        for command in &step.command {
            commands::lint(command.via, &command.run, file);
            condition(&command.when, None, file);
        }
    }
}

/// A condition that names no option never holds, and one that depends on its own question cannot be known yet.
fn condition(when: &RawCondition, own: Option<&String>, file: &mut LintedFile<'_>) {
    for (question, options) in when {
        if options.is_empty() || own == Some(question.get_ref()) {
            file.add("bad-when", question.span(), [("name", question.get_ref())]);
        }
    }
}

/// A check has no name: the first word inside it that has a place, else its question.
fn place(id: &RawWord, check: &RawCheck) -> std::ops::Range<usize> {
    let inside = check.run.as_ref().or(check.portal.first()).or_else(|| check.shows.keys().next());
    inside.unwrap_or(id).span()
}
