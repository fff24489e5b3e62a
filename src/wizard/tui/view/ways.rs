//! Portal paths and commands as they stand in a page: for questions and for steps.

use super::{page::ScreenPage, text::TextRun, theme::Role};
use crate::{
    app::{
        Message,
        views::{CauseView, ClickView, WaysView},
    },
    text::{markdown, wrap::is_wider},
};

/// The ways to find out an answer, by the tool that is shown.
pub(super) fn how_to(page: &mut ScreenPage, title: &str, view: &WaysView, no_way: Option<&str>) {
    page.text("", title, Role::Strong);
    to_do(page, view);
    no_way.iter().for_each(|no_way| page.text(&page.pad(), no_way, Role::Dim));
}

/// Where a place stands on the trail, which never scrolls away; where rows are few, as much of it as fits into one.
pub(super) fn progress(page: &mut ScreenPage, place: &str, cause: Option<&CauseView>, amount: Option<(usize, usize)>) {
    let both = cause.map(|cause| format!("{place} {} {}", page.signs().todo, cause.count));
    let short = cause.map(|cause| cause.count.clone()).filter(|_| page.is_low);
    let fits = both.as_ref().is_some_and(|both| !is_wider(both, page.columns));
    let said = if fits { both } else { short.or(both) };
    page.text("", said.as_deref().unwrap_or(place), Role::Dim);
    if let Some((marked, all)) = amount.filter(|_| !page.is_low) {
        page.gauge(marked, all);
    }
}

/// The tools, and the ways of the one that is shown.
fn ways(page: &mut ScreenPage, view: &WaysView) {
    tools(page, view);
    for way in &view.ways {
        way.only_if.iter().for_each(|label| page.text(&page.pad(), label, Role::Warn));
        clicks(page, &way.clicks);
        way.command.iter().for_each(|command| page.shell(command, view.shown.shell()));
        for (answer, shown) in &way.shows {
            let prefix = format!("{}{answer} {} ", page.pad(), page.signs().arrow);
            let runs = page.runs(&markdown::code(shown), Role::Code);
            page.runs_after(&[(&prefix, Role::Dim)], &runs);
        }
    }
}

/// The tools there are, the shown one marked; a click shows the next.
fn tools(page: &mut ScreenPage, view: &WaysView) {
    let mut runs = Vec::new();
    for (tool, name) in &view.tools {
        if !runs.is_empty() {
            runs.push(page.run(&format!(" {} ", page.signs().todo), Role::Dim));
        }
        // One alone is a heading, and nothing to choose.
        let marked = *tool == view.shown && view.tools.len() > 1;
        let role = if marked { Role::Accent } else { Role::Dim };
        runs.push(page.run(&if marked { format!("[{name}]") } else { name.clone() }, role));
    }
    if !runs.is_empty() {
        page.row(false, Message::TurnTool(1), |page| page.rule(&runs, &[]));
    }
}

/// Why the place in view is on the trail: the cause that is being looked into.
pub(super) fn cause(page: &mut ScreenPage, view: &CauseView) {
    page.blank();
    let title = page.runs(&view.title, Role::Strong);
    page.runs_after(&[(&format!("{} ", view.label), Role::Dim)], &title);
    view.since.iter().for_each(|since| page.text("", since, Role::Warn));
    page.text("", &view.why, Role::Text);
}

/// A click path.
fn clicks(page: &mut ScreenPage, path: &[ClickView]) {
    if path.is_empty() {
        return;
    }
    let arrow = format!(" {} ", page.signs().arrow);
    let mut runs = Vec::new();
    for (at, click) in path.iter().enumerate() {
        if at > 0 {
            runs.push(page.run(&arrow, Role::Dim));
        }
        runs.extend(page.with_names(TextRun { whole: click.is_name, ..page.run(&click.text, Role::Code) }));
    }
    page.runs_after(&[(&page.pad(), Role::Text)], &runs);
}

/// The end of what can be copied, and the variables that it still lacks; a click lists them.
fn ends(page: &mut ScreenPage, view: &WaysView) {
    let names = view.missing.as_ref().map(|names| page.runs(names, Role::Warn)).unwrap_or_default();
    let has_command = view.ways.iter().any(|way| way.command.is_some());
    match (names.is_empty(), page.is_low || !has_command) {
        (true, true) => {}
        (true, false) => page.rule(&[], &[]),
        (false, true) => {
            page.row(false, Message::Variables, |page| page.runs_after(&[(&page.pad(), Role::Text)], &names));
        }
        (false, false) => page.row(false, Message::Variables, |page| page.rule(&[], &names)),
    }
}

/// Where to click and what to run, between two rules that nothing is copied with.
pub(super) fn to_do(page: &mut ScreenPage, view: &WaysView) {
    ways(page, view);
    ends(page, view);
}
