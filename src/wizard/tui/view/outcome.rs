//! Where a trail ended: what that means, what was done, and what to hand over.

use ratatui::style::Modifier;

use super::{page::ScreenPage, theme::Role};
use crate::app::{
    Message,
    views::{DoneView, HandoverView, OutcomeView},
};

pub(super) fn fill(page: &mut ScreenPage, view: &OutcomeView) {
    let mut title = page.run(&view.title, if view.is_resolved { Role::Good } else { Role::Warn });
    title.style = title.style.add_modifier(Modifier::BOLD);
    page.runs_after(&[], &[title]);
    page.head_ends();
    view.means.iter().for_each(|sentence| page.text("", sentence, Role::Text));
    page.blank();
    page.row(true, Message::Take, |page| {
        page.text("  ", &view.next, Role::Selected);
    });
    page.blank();
    view.hand_over.iter().for_each(|to| hand_over(page, to));
    if let Some(problem) = &view.leads_to {
        page.text("  ", problem, Role::Strong);
        page.blank();
    }
    if let Some((title, all)) = &view.done {
        page.text("", title, Role::Strong);
        all.iter().for_each(|done| self::done(page, done));
    }
}

fn hand_over(page: &mut ScreenPage, view: &HandoverView) {
    page.text("", &view.title, Role::Strong);
    view.why.iter().for_each(|why| page.text("", why, Role::Text));
    for sentence in &view.to_send {
        let runs = page.runs(sentence, Role::Text);
        page.runs_after(&[("- ", Role::Dim)], &runs);
    }
    for (name, value) in &view.values {
        let runs = page.runs(value, Role::Code);
        page.runs_after(&[(&format!("  {name}: "), Role::Dim)], &runs);
    }
    if let Some((title, paths)) = &view.logs {
        page.text("", title, Role::Strong);
        paths.iter().for_each(|path| page.command(path, Role::Code));
    }
    page.blank();
}

fn done(page: &mut ScreenPage, view: &DoneView) {
    let runs = match view {
        DoneView::Cause { title, exit, is_resolved } => {
            let mut runs = page.runs(title, Role::Text);
            runs.push(page.run(": ", Role::Dim));
            runs.push(page.run(exit, if *is_resolved { Role::Good } else { Role::Dim }));
            runs
        }
        DoneView::Remedy { title, progress } => {
            let mut runs = page.runs(title, Role::Text);
            runs.push(page.run("  ", Role::Dim));
            runs.push(page.unbroken(progress, Role::Dim));
            runs
        }
    };
    page.runs_after(&[("  ", Role::Text)], &runs);
}
