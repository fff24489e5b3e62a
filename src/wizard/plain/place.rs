//! A place of the trail as text: a question, a remedy or an outcome.

use super::{
    steps,
    ways::{self, INNER},
};
use crate::{
    app::{
        Model,
        views::{CauseView, DoneView, HandoverView, OutcomeView, QuestionView, RemedyView},
    },
    case::trail::Answer,
    l10n::{Words, args},
    text::{markdown, page::TextPage},
};

/// What explains the place in view goes beside what it asks or shows.
pub(super) fn fill(beside: &mut TextPage, page: &mut TextPage, model: &Model) {
    let Some(session) = model.session() else { return };
    beside.prose(0, &markdown::code(&model.case_title(&session.open.case)));
    if let Some(view) = QuestionView::of(model) {
        question(beside, page, model.words(), &view);
    } else if let Some(view) = RemedyView::of(model) {
        remedy(beside, page, model.words(), session.selected.unwrap_or(0), &view);
    } else if let Some(view) = OutcomeView::of(model) {
        outcome(page, &view);
    }
}

fn question(beside: &mut TextPage, page: &mut TextPage, words: &Words, view: &QuestionView) {
    view.cause.iter().for_each(|view| cause(beside, view));
    let (label, why) = &view.why;
    if !why.is_empty() {
        beside.prose(0, &format!("{label} {why}"));
    }
    view.answered.iter().for_each(|answered| beside.prose(0, answered));
    if let Some((title, how)) = &view.how {
        page.prose(0, title);
        ways::fill(page, words, how, view.no_way.as_deref());
        page.gap();
    }
    page.prose(0, &view.number);
    page.prose(0, &view.title);
    view.before.iter().for_each(|before| page.prose(0, before));
    view.since.iter().for_each(|since| page.prose(0, since));
    page.gap();
    if let Some(contradiction) = &view.contradiction {
        page.prose(0, contradiction);
        page.gap();
    }
    for option in &view.options {
        let digit = if let Answer::Option(at) = option.answer { at + 1 } else { 0 };
        let label = match option.is_given {
            true => words.say_with("plain-answered", &args!("option" => option.label.as_str())),
            false => option.label.clone(),
        };
        page.hanging(2, &format!("{digit}  "), &label);
        option.look.iter().filter(|look| !look.is_empty()).for_each(|look| page.prose(INNER, look));
        option.findings.iter().for_each(|finding| page.prose(INNER, finding));
    }
}

fn remedy(beside: &mut TextPage, page: &mut TextPage, words: &Words, selected: usize, view: &RemedyView) {
    view.cause.iter().for_each(|view| cause(beside, view));
    view.why.iter().for_each(|why| beside.prose(0, why));
    view.worked.iter().for_each(|(label, worked)| beside.prose(0, &format!("{label} {worked}")));
    page.prose(0, &view.progress);
    page.prose(0, &view.head.title);
    view.head.ages().for_each(|age| page.prose(0, age));
    view.needs.iter().for_each(|(label, needs)| page.prose(0, &format!("{label} {needs}")));
    page.gap();
    for (at, step) in view.steps.iter().enumerate() {
        steps::row(page, step, at + 1);
        view.detail.iter().filter(|_| at == selected).for_each(|detail| steps::in_full(page, words, detail));
    }
}

fn outcome(page: &mut TextPage, view: &OutcomeView) {
    page.prose(0, &view.title);
    view.means.iter().for_each(|sentence| page.prose(0, sentence));
    page.gap();
    page.prose(0, &view.next);
    page.gap();
    view.hand_over.iter().for_each(|to| hand_over(page, to));
    if let Some(problem) = &view.leads_to {
        page.prose(2, problem);
        page.gap();
    }
    if let Some((title, all)) = &view.done {
        page.prose(0, title);
        for done in all {
            match done {
                DoneView::Cause { title, exit, is_resolved: _ } => page.prose(2, &format!("{title}: {exit}")),
                DoneView::Remedy { title, progress } => page.prose(2, &format!("{title} ({progress})")),
            }
        }
    }
}

fn hand_over(page: &mut TextPage, view: &HandoverView) {
    page.prose(0, &view.title);
    view.why.iter().for_each(|why| page.prose(0, why));
    view.to_send.iter().for_each(|sentence| page.hanging(0, "- ", sentence));
    view.values.iter().for_each(|(name, value)| page.prose(2, &format!("{name}: {value}")));
    if let Some((title, paths)) = &view.logs {
        page.prose(0, title);
        paths.iter().for_each(|path| page.verbatim(2, path));
    }
    page.gap();
}

/// Why the place in view is on the trail: the cause that is being looked into.
fn cause(page: &mut TextPage, view: &CauseView) {
    page.prose(0, &format!("{} {} ({})", view.label, view.title, view.count));
    view.since.iter().for_each(|since| page.prose(0, since));
    Some(&view.why).filter(|why| !why.is_empty()).iter().for_each(|why| page.prose(0, why));
}
