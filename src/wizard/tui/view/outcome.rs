//! Where a trail ended: what that means, what was done, and what to hand over.

use ratatui::style::Modifier;

use super::{page::ScreenPage, theme::Role};
use crate::{
    app::{Message, Model, Session},
    case::trail::{Entry, Head},
    guide::{Exit, Handover, Id, Outcome, Problem},
    l10n::{GuideText, args},
};

pub(super) fn fill(page: &mut ScreenPage, model: &Model, session: &Session) {
    let Head::Ended { outcome, node, owner } = &session.open.trail.head else { return };
    let words = model.words();
    let text = GuideText::new(words, &session.open.guide, &session.open.case);
    let role = if *outcome == Outcome::Resolved { Role::Good } else { Role::Warn };
    let mut title = page.run(&model.outcome_title(), role);
    title.style = title.style.add_modifier(Modifier::BOLD);
    page.runs_after(&[], &[title]);
    page.head_ends();
    let means = model.outcome_means().into_iter().chain(text.ending(*owner, node));
    means.for_each(|sentence| page.text("", &sentence, Role::Text));
    page.blank();
    page.row(true, Message::Take, |page| {
        let marker = format!("{} ", page.signs().selected);
        page.text(&marker, &model.outcome_next(), Role::Strong);
    });
    page.blank();
    match outcome {
        Outcome::Escalate(to) => hand_over(page, session, &text, &session.open.guide[*to].id, *to),
        Outcome::See(Some(problem)) => {
            page.text("  ", &text.title_of::<Problem>(&problem.id), Role::Strong);
            page.blank();
        }
        _ => {}
    }
    done(page, session, &text);
}

fn hand_over(page: &mut ScreenPage, session: &Session, text: &GuideText<'_>, id: &str, to: Id<Handover>) {
    let (words, handover) = (text.words, &session.open.guide[to]);
    page.text("", &text.title_of::<Handover>(id), Role::Strong);
    page.text("", &text.part_of::<Handover>(id, "why").unwrap_or_default(), Role::Text);
    for sentence in text.to_send(to) {
        let runs = page.runs(&sentence, Role::Text);
        page.runs_after(&[("- ", Role::Dim)], &runs);
    }
    for variable in &handover.ids {
        let name = text.title(&session.open.guide[*variable]);
        let runs = page.runs(&crate::text::markdown::code(&text.value(*variable)), Role::Code);
        page.runs_after(&[(&format!("  {name}: "), Role::Dim)], &runs);
    }
    let logs: Vec<&str> = session.logs(to).map(|log| log.path.as_str()).collect();
    if !logs.is_empty() {
        page.text("", &words.say("outcome-logs"), Role::Strong);
        logs.iter().for_each(|log| page.command(log, Role::Code));
    }
    page.blank();
}

/// What was done on the way: causes with their exits, remedies with their progress.
fn done(page: &mut ScreenPage, session: &Session, text: &GuideText<'_>) {
    let words = text.words;
    let start = page.lines.len();
    page.text("", &words.say("outcome-done"), Role::Strong);
    let title = page.lines.len();
    for (at, entry) in session.open.trail.entries.iter().enumerate() {
        match entry {
            Entry::Left { cause, exit, again: false } if !session.open.guide[*cause].routine => {
                let title = text.title(&session.open.guide[*cause]);
                let role = if *exit == Exit::Resolved { Role::Good } else { Role::Dim };
                let mut runs = page.runs(&title, Role::Text);
                runs.push(page.run(&format!(": {}", words.say(&format!("exit-{}", exit.name()))), role));
                page.runs_after(&[("  ", Role::Text)], &runs);
            }
            Entry::Remedy(place) => {
                let Some(group) = session.open.checklist.at(at) else { continue };
                let progress = group.progress(&session.open.guide);
                let counts = args!("done" => progress.marked, "all" => progress.steps);
                let mut runs = page.runs(&text.title(&session.open.guide[place.remedy]), Role::Text);
                runs.push(page.run("  ", Role::Dim));
                runs.push(page.unbroken(&words.say_with("header-progress", &counts), Role::Dim));
                page.runs_after(&[("  ", Role::Text)], &runs);
            }
            _ => {}
        }
    }
    // A title without anything below it says nothing.
    if page.lines.len() == title {
        page.lines.truncate(start);
    }
}
