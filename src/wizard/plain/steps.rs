//! Steps, numbered: of the remedy in view with the selected one in full, or of the whole case.

use super::ways;
use crate::{
    app::{Model, Screen, Session},
    case::{
        Mark, NOTE,
        checklist::{Group, Item},
    },
    l10n::GuideText,
    text::{markdown, page::TextPage},
};

/// How many steps have a number now.
pub(super) fn count(model: &Model) -> usize {
    let Some(session) = model.session() else { return 0 };
    match model.screen() {
        Screen::Checklist(_) => session.open.groups().map(|group| group.items.len()).sum(),
        _ => session.group().map_or(0, |group| group.items.len()),
    }
}

/// The step that letters without a number act on.
pub(super) fn selected(model: &Model) -> usize {
    match (model.screen(), model.session()) {
        (Screen::Checklist(row), _) => row,
        (_, session) => session.map_or(0, |session| session.selected),
    }
}

/// The whole case.
pub(super) fn checklist(page: &mut TextPage, model: &Model) {
    let Some(session) = model.session() else { return };
    let words = model.words();
    let text = GuideText::new(words, &session.open.guide, &session.open.case);
    page.prose(0, &words.case_progress(session.open.checklist.progress(&session.open.guide)));
    text.waits(&session.open.trail).iter().for_each(|waits| page.prose(0, waits));
    if let Some(note) = session.open.case.notes.get(NOTE) {
        page.prose(0, &format!("{}: {}", words.say("step-noted"), markdown::code(note)));
    }
    let mut number = 0;
    for (headings, group) in text.headed(&session.open) {
        for heading in headings {
            page.gap();
            page.prose(0, &heading);
        }
        let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &group.with);
        page.gap();
        page.prose(0, &text.title("remedy", &session.open.guide[group.remedy].id));
        text.remedy_labels(&session.open.guide[group.remedy]).iter().for_each(|label| page.prose(0, label));
        for item in &group.items {
            number += 1;
            row(page, session, &text, group, item, number);
        }
    }
}

/// A step: its number, its mark, its goal, what it says of itself, and what the person said of it.
pub(super) fn row(
    page: &mut TextPage,
    session: &Session,
    text: &GuideText<'_>,
    group: &Group,
    item: &Item,
    number: usize,
) {
    let step = group.step(&session.open.guide, item);
    let goal =
        text.part("remedy", &session.open.guide[group.remedy].id, &format!("step-{}", step.id)).unwrap_or_default();
    let labels = text.step_labels(step, &item.undecided).join("; ");
    let sign = match item.mark {
        None => " ",
        Some(Mark::Done) => "x",
        Some(Mark::Failed(_)) => "!",
        Some(Mark::Skipped(_)) => "-",
    };
    page.hanging(2, &format!("{number}  [{sign}] "), &format!("{goal} ({labels})"));
    let said = |page: &mut TextPage, id: &str, what: &str| {
        let label = text.words.say(id);
        page.prose(9, &if what.is_empty() { label } else { format!("{label}: {}", markdown::code(what)) });
    };
    match &item.mark {
        Some(Mark::Failed(reason)) => said(page, "mark-failed", reason),
        Some(Mark::Skipped(reason)) => said(page, "mark-skipped", reason),
        Some(Mark::Done) | None => {}
    }
    if let Some(note) = session.open.case.notes.get(&item.key) {
        said(page, "step-noted", note);
    }
}

/// What a step tells beside its goal: warnings, the way of one tool, links.
pub(super) fn in_full(page: &mut TextPage, session: &Session, text: &GuideText<'_>, group: &Group, item: &Item) {
    let (words, step) = (text.words, group.step(&session.open.guide, item));
    let remedy = &session.open.guide[group.remedy];
    let part = |kind: &str| text.part("remedy", &remedy.id, &format!("{kind}-{}", step.id));
    if let Some(warning) = part("warn") {
        page.prose(ways::INNER, &format!("{} {warning}", words.say("step-warning")));
    }
    if let Some(note) = part("note") {
        page.prose(ways::INNER, &note);
    }
    let tool = session.shown_tool();
    ways::tools(page, words, session);
    step.clicks().filter(|(via, _)| *via == tool).for_each(|(_, path)| ways::clicks(page, text, path));
    let runs = group.commands(&session.open.guide, &session.open.trail, &session.open.case, step);
    for run in runs.iter().filter(|run| run.via == tool) {
        ways::command(page, text, &run.undecided, &run.text);
    }
    ways::unfilled(page, words, session);
    let links = if step.links.is_empty() { &remedy.links } else { &step.links };
    for link in links {
        let link = &session.open.guide[*link];
        page.prose(ways::INNER, &text.title("link", &link.id));
        page.verbatim(ways::INNER, &link.url);
    }
}
