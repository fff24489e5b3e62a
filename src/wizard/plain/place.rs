//! A place of the trail as text: a question, a remedy or an outcome.

use super::{
    steps,
    ways::{self, INNER},
};
use crate::{
    app::{
        Model, Session,
        views::{CauseView, QuestionView, RemedyView},
    },
    case::trail::{Answer, Entry, Head},
    guide::{Handover, Id, Outcome, Problem},
    l10n::{GuideText, Words, args},
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
    } else {
        outcome(page, model, session);
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

fn outcome(page: &mut TextPage, model: &Model, session: &Session) {
    let Head::Ended { outcome, node, owner } = &session.open.trail.head else { return };
    let words = model.words();
    let text = GuideText::new(words, &session.open.guide, &session.open.case);
    page.prose(0, &model.outcome_title());
    let means = model.outcome_means().into_iter().chain(text.ending(*owner, node));
    means.for_each(|sentence| page.prose(0, &sentence));
    page.gap();
    page.prose(0, &model.outcome_next());
    page.gap();
    match outcome {
        Outcome::Escalate(to) => hand_over(page, session, &text, *to),
        Outcome::See(Some(problem)) => {
            page.prose(2, &text.title_of::<Problem>(&problem.id));
            page.gap();
        }
        _ => {}
    }
    done(page, session, &text);
}

fn hand_over(page: &mut TextPage, session: &Session, text: &GuideText<'_>, to: Id<Handover>) {
    let handover = &session.open.guide[to];
    page.prose(0, &text.title(handover));
    text.part(handover, "why").iter().for_each(|why| page.prose(0, why));
    text.to_send(to).iter().for_each(|sentence| page.hanging(0, "- ", sentence));
    for variable in &handover.ids {
        let name = text.title(&session.open.guide[*variable]);
        page.prose(2, &format!("{name}: {}", markdown::code(&text.value(*variable))));
    }
    let mut logs = session.logs(to).peekable();
    if logs.peek().is_some() {
        page.prose(0, &text.words.say("outcome-logs"));
        logs.for_each(|log| page.verbatim(2, &log.path));
    }
    page.gap();
}

/// What was done on the way: causes with their exits, remedies with their progress.
fn done(page: &mut TextPage, session: &Session, text: &GuideText<'_>) {
    let words = text.words;
    let mut lines = Vec::new();
    for (at, entry) in session.open.trail.entries.iter().enumerate() {
        match entry {
            Entry::Left { cause, exit, again: false } if !session.open.guide[*cause].routine => {
                let title = text.title(&session.open.guide[*cause]);
                lines.push(format!("{title}: {}", words.say(&format!("exit-{}", exit.name()))));
            }
            Entry::Remedy(place) => {
                let Some(group) = session.open.checklist.at(at) else { continue };
                let progress = group.progress(&session.open.guide);
                let counts = args!("done" => progress.marked, "all" => progress.steps);
                let title = text.title(&session.open.guide[place.remedy]);
                lines.push(format!("{title} ({})", words.say_with("header-progress", &counts)));
            }
            _ => {}
        }
    }
    if !lines.is_empty() {
        page.prose(0, &words.say("outcome-done"));
        lines.iter().for_each(|line| page.prose(2, line));
    }
}

/// Why the place in view is on the trail: the cause that is being looked into.
fn cause(page: &mut TextPage, view: &CauseView) {
    page.prose(0, &format!("{} {} ({})", view.label, view.title, view.count));
    view.since.iter().for_each(|since| page.prose(0, since));
    Some(&view.why).filter(|why| !why.is_empty()).iter().for_each(|why| page.prose(0, why));
}
