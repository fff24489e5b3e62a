//! Steps, numbered: of the remedy in view with the selected one in full, or of the whole case.

use super::ways;
use crate::{
    app::{
        Model, Screen,
        views::{ChecklistView, StepDetail, StepView},
    },
    case::Mark,
    l10n::Words,
    text::{markdown, page::TextPage},
};

/// How many steps have a number now.
pub(super) fn count(model: &Model) -> usize {
    let Some(session) = model.session() else { return 0 };
    match model.screen() {
        Screen::Checklist(_) => session.open.items().count(),
        _ => session.group().map_or(0, |group| group.items.len()),
    }
}

/// The step that letters without a number act on.
pub(super) fn selected(model: &Model) -> usize {
    match (model.screen(), model.session()) {
        (Screen::Checklist(row), _) => row,
        (_, session) => session.and_then(|session| session.selected).unwrap_or(0),
    }
}

/// The whole case.
pub(super) fn checklist(page: &mut TextPage, view: &ChecklistView) {
    page.prose(0, &view.progress);
    view.waits.iter().for_each(|waits| page.prose(0, waits));
    if let Some((label, note)) = &view.note {
        page.prose(0, &format!("{label}: {}", markdown::code(note)));
    }
    let mut number = 0;
    for group in &view.groups {
        page.gap();
        group.stage.iter().for_each(|line| page.prose(0, line));
        page.prose(0, &group.head.title);
        group.head.ages().for_each(|age| page.prose(0, age));
        for step in &group.steps {
            number += 1;
            row(page, step, number);
        }
    }
    for (stage, remedies) in &view.routines {
        page.gap();
        page.prose(0, stage);
        remedies.iter().for_each(|remedy| page.hanging(2, "- ", remedy));
    }
}

/// A step: its number, its mark, its goal, what it says of itself, and what the person said of it.
pub(super) fn row(page: &mut TextPage, step: &StepView, number: usize) {
    let sign = match step.mark {
        None => " ",
        Some(Mark::Done) => "x",
        Some(Mark::Failed(_)) => "!",
        Some(Mark::Skipped(_)) => "-",
    };
    page.hanging(2, &format!("{number}  [{sign}] "), &format!("{} ({})", step.goal, step.labels.join("; ")));
    for (label, said) in step.reason.iter().chain(&step.note) {
        page.prose(9, &if said.is_empty() { label.clone() } else { format!("{label}: {}", markdown::code(said)) });
    }
}

/// What a step says beside its goal: warnings, the way of one tool, links.
pub(super) fn in_full(page: &mut TextPage, words: &Words, detail: &StepDetail) {
    if let Some((label, warning)) = &detail.warning {
        page.prose(ways::INNER, &format!("{label} {warning}"));
    }
    detail.note.iter().for_each(|note| page.prose(ways::INNER, note));
    ways::fill(page, words, &detail.ways, None);
    for (title, url) in &detail.links {
        page.prose(ways::INNER, title);
        page.verbatim(ways::INNER, url);
    }
}
