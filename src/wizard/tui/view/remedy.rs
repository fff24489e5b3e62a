//! A remedy: its steps as a checklist, the selected one in full.

use super::{page::ScreenPage, theme::Role, ways};
use crate::{
    app::{
        Message, Session,
        views::{RemedyView, StepDetail, StepView},
    },
    case::Mark,
};

/// From this width on, details stand below the text of their step.
const ROOMY: usize = 50;
/// What is said of a step begins where its goal does.
const BELOW_GOAL: &str = "        ";

pub(super) fn fill(page: &mut ScreenPage, session: &Session, view: &RemedyView) {
    page.text("", &view.head.title, Role::Title);
    ways::progress(page, &view.progress, view.cause.as_ref(), Some(view.amount));
    page.head_ends();
    let withdrawn = view.head.withdrawn.as_ref().map(|withdrawn| {
        let line = page.lines.len();
        page.text("", withdrawn, Role::Bad);
        line
    });
    view.head.since.iter().for_each(|since| page.text("", since, Role::Warn));
    view.why.iter().for_each(|why| page.text("", why, Role::Text));
    let needs = view.needs.as_ref().map(|_| page.lines.len());
    labelled(page, view.needs.as_ref());
    // Whoever comes here reads first what must be so before.
    if session.selected == Some(0) && view.steps.iter().all(|step| step.mark.is_none()) {
        page.opening = withdrawn.or(needs);
    }
    page.blank();
    for (at, step) in view.steps.iter().enumerate() {
        let selected = session.selected == Some(at);
        page.row(selected, Message::Select(at), |page| {
            row(page, step, selected);
            if let Some(detail) = view.detail.as_ref().filter(|_| selected) {
                page.bar_ends();
                // Below the goal where there is room for it.
                page.indent = if page.columns >= ROOMY { BELOW_GOAL.len() } else { 2 };
                in_full(page, detail);
                page.indent = 2;
            }
        });
    }
    page.blank();
    labelled(page, view.worked.as_ref());
    view.cause.iter().for_each(|cause| ways::cause(page, cause));
}

fn labelled(page: &mut ScreenPage, said: Option<&(String, String)>) {
    if let Some((label, said)) = said {
        let runs = page.runs(said, Role::Text);
        page.runs_after(&[(&format!("{label} "), Role::Dim)], &runs);
    }
}

/// A step in one line or two: its mark, its goal, its time.
pub(super) fn row(page: &mut ScreenPage, step: &StepView, selected: bool) {
    let role = match (selected, &step.mark) {
        (true, _) => Role::Selected,
        (_, Some(_)) => Role::Dim,
        _ => Role::Text,
    };
    let mut runs = page.runs(&step.goal, role);
    let label_role = if step.is_limited && !selected { Role::Warn } else { Role::Dim };
    let labels = || step.said(selected).filter(|label| **label != step.time);
    for (at, label) in labels().enumerate() {
        runs.push(page.run(if at > 0 { "; " } else { "  (" }, Role::Dim));
        runs.push(if step.risks.contains(label) {
            page.unbroken(&format!("{} {label}", page.signs().danger), Role::Danger)
        } else {
            page.run(label, label_role)
        });
    }
    runs.extend(labels().next().map(|_| page.run(")", Role::Dim)));
    let (sign, mark_role) = match step.mark {
        None => (" ", Role::Text),
        Some(Mark::Done) => ("x", Role::Good),
        Some(Mark::Failed(_)) => ("!", Role::Bad),
        Some(Mark::Skipped(_)) => ("-", Role::Dim),
    };
    let number = format!("{} ", step.number);
    let prefix = [("  ".to_owned(), Role::Text), (number, Role::Dim), (format!("[{sign}] "), mark_role)];
    page.runs_after(&prefix.each_ref().map(|(text, role)| (text.as_str(), *role)), &runs);
    if step.said(selected).any(|label| *label == step.time) {
        page.at_right(&step.time, Role::Dim);
    }
    if let Some((label, reason)) = &step.reason {
        let said = if reason.is_empty() { label.clone() } else { format!("{label}: {reason}") };
        let runs = [page.run(&said, mark_role)];
        page.runs_after(&[(BELOW_GOAL, mark_role)], &runs);
    }
    if let Some((label, note)) = &step.note {
        let said = if note.is_empty() { label.clone() } else { format!("{label}: {note}") };
        let runs = [page.run(&said, Role::Text)];
        page.runs_after(&[(BELOW_GOAL, Role::Text)], &runs);
    }
}

fn in_full(page: &mut ScreenPage, detail: &StepDetail) {
    // A warning is in view with what it warns of, even where that leaves no room for all of it.
    if detail.warning.is_none() {
        read_first(page, detail);
    }
    page.viewed(|page| {
        if detail.warning.is_some() {
            read_first(page, detail);
        }
        ways::to_do(page, &detail.ways);
    });
    for (title, url) in &detail.links {
        page.link(url, |page| {
            page.text(&page.pad(), title, Role::Dim);
            page.command(url, Role::Link);
        });
    }
    page.blank();
}

/// The warning and the note of a step, which come before its click path and its commands.
fn read_first(page: &mut ScreenPage, detail: &StepDetail) {
    if let Some((label, warning)) = &detail.warning {
        page.warns();
        let runs = page.runs(warning, Role::Text);
        let label = format!("{}{} {label} ", page.pad(), page.signs().danger);
        page.runs_after(&[(&label, Role::Danger)], &runs);
    }
    detail.note.iter().for_each(|note| page.text(&page.pad(), note, Role::Text));
}
