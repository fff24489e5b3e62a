//! A remedy: its steps as a checklist, the selected one in full.

use super::{page::ScreenPage, theme::Role, ways};
use crate::{
    app::{Message, Model, Session},
    case::{
        Mark,
        checklist::{Group, Item},
    },
    l10n::{GuideText, Words, args},
};

/// From this width on, details stand below the text of their step.
const ROOMY: usize = 50;

pub(super) fn fill(page: &mut ScreenPage, model: &Model, session: &Session) {
    let Some(group) = session.group() else { return };
    let words = model.words();
    let remedy = &session.open.guide[group.remedy];
    let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &group.with);
    let part = |attribute: &str| text.part("remedy", &remedy.id, attribute);

    page.text("", &words.remedy_progress(group.progress(&session.open.guide)), Role::Dim);
    page.text("", &text.title("remedy", &remedy.id), Role::Title);
    if let Some(day) = &remedy.withdrawn {
        page.text("", &words.say_with("step-withdrawn", &args!("day" => day.as_str())), Role::Bad);
    }
    if let Some(day) = &remedy.origin.since {
        page.text("", &words.say_with("step-since", &args!("day" => day.as_str())), Role::Warn);
    }
    if let Some(why) = part("why") {
        page.text("", &why, Role::Text);
    }
    if let Some(needs) = part("needs") {
        let runs = page.runs(&needs, Role::Text);
        page.runs_after(&[(&format!("{} ", words.say("remedy-needs")), Role::Dim)], &runs);
    }
    page.blank();
    for (at, item) in group.items.iter().enumerate() {
        let selected = session.selected == at;
        page.row(selected, Message::Select(at), |page| {
            row(page, &text, group, item, selected, session);
            if selected {
                // Below the goal where there is room for it.
                page.indent = if page.columns >= ROOMY { 6 } else { 2 };
                in_full(page, session, group, item, &text);
                page.indent = 2;
            }
        });
    }
    page.blank();
    if let Some(worked) = part("worked") {
        let runs = page.runs(&worked, Role::Text);
        page.runs_after(&[(&format!("{} ", words.say("remedy-worked")), Role::Dim)], &runs);
    }
    ways::cause(page, session, &text);
}

/// A step in one line or two: its mark, its goal, its time.
pub(super) fn row(
    page: &mut ScreenPage,
    text: &GuideText<'_>,
    group: &Group,
    item: &Item,
    selected: bool,
    session: &Session,
) {
    let step = group.step(&session.open.guide, item);
    let remedy = &session.open.guide[group.remedy].id;
    let sign = mark_sign(item.mark.as_ref());
    let role = match (selected, &item.mark) {
        (true, _) => Role::Selected,
        (_, Some(_)) => Role::Dim,
        _ => Role::Text,
    };
    let marker = if selected { page.signs().selected } else { " " };
    let goal = text.part("remedy", remedy, &format!("step-{}", step.id)).unwrap_or_default();
    let mut runs = page.runs(&goal, role);
    let time = text.words.duration(step.minutes);
    let is_limited = step.withdrawn.is_some() || !item.undecided.is_empty();
    let label_role = if is_limited && !selected { Role::Warn } else { Role::Dim };
    runs.push(page.run("  (", Role::Dim));
    for (at, label) in text.step_labels(step, &item.undecided).iter().enumerate() {
        if at > 0 {
            runs.push(page.run("; ", Role::Dim));
        }
        runs.push(if *label == time { page.unbroken(label, Role::Dim) } else { page.run(label, label_role) });
    }
    runs.push(page.run(")", Role::Dim));
    let mark_role = match item.mark {
        Some(Mark::Done) => Role::Good,
        Some(Mark::Failed(_)) => Role::Bad,
        _ => Role::Dim,
    };
    page.runs_after(&[(&format!("{marker} "), Role::Accent), (&format!("[{sign}] "), mark_role)], &runs);
    let (reason, role) = match &item.mark {
        Some(Mark::Failed(reason)) => (Some(("mark-failed", reason)), Role::Bad),
        Some(Mark::Skipped(reason)) => (Some(("mark-skipped", reason)), Role::Dim),
        _ => (None, Role::Dim),
    };
    if let Some((mark, reason)) = reason {
        let runs = [page.run(&colon(text.words, mark, reason), role)];
        page.runs_after(&[("      ", role)], &runs);
    }
    if let Some(note) = session.open.case.notes.get(&item.key) {
        let runs = [page.run(&colon(text.words, "step-noted", note), Role::Accent)];
        page.runs_after(&[("      ", Role::Text)], &runs);
    }
}

/// The sign in the box of a step.
fn mark_sign(mark: Option<&Mark>) -> &'static str {
    match mark {
        None => " ",
        Some(Mark::Done) => "x",
        Some(Mark::Failed(_)) => "!",
        Some(Mark::Skipped(_)) => "-",
    }
}

fn colon(words: &Words, id: &str, rest: &str) -> String {
    if rest.is_empty() { words.say(id) } else { format!("{}: {rest}", words.say(id)) }
}

fn in_full(page: &mut ScreenPage, session: &Session, group: &Group, item: &Item, text: &GuideText<'_>) {
    let (words, step) = (text.words, group.step(&session.open.guide, item));
    let remedy = &session.open.guide[group.remedy].id;
    // A warning is in view with what it warns of, even where that leaves no room for all of it.
    let is_warned = text.part("remedy", remedy, &format!("warn-{}", step.id)).is_some();
    if !is_warned {
        read_first(page, text, remedy, &step.id);
    }
    page.viewed(|page| {
        if is_warned {
            read_first(page, text, remedy, &step.id);
        }
        ways::tools(page, words, session);
        let tool = session.shown_tool();
        step.clicks().filter(|(via, _)| *via == tool).for_each(|(_, path)| ways::clicks(page, text, path));
        let runs = group.commands(&session.open.guide, &session.open.trail, &session.open.case, step);
        ways::commands(page, text, &runs, tool);
        ways::unfilled(page, words, session);
    });
    let links = if step.links.is_empty() { &session.open.guide[group.remedy].links } else { &step.links };
    for link in links {
        let link = &session.open.guide[*link];
        page.text(&page.pad(), &text.title("link", &link.id), Role::Dim);
        page.command(&link.url, Role::Code);
    }
    page.blank();
}

/// The warning and the note of a step, which come before its click path and its commands.
fn read_first(page: &mut ScreenPage, text: &GuideText<'_>, remedy: &str, step: &str) {
    let part = |kind: &str| text.part("remedy", remedy, &format!("{kind}-{step}"));
    if let Some(warning) = part("warn") {
        let runs = page.runs(&warning, Role::Text);
        page.runs_after(&[(&format!("{}{} ", page.pad(), text.words.say("step-warning")), Role::Warn)], &runs);
    }
    if let Some(note) = part("note") {
        page.text(&page.pad(), &note, Role::Text);
    }
}
