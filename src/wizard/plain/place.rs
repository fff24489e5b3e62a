//! A place of the trail as text: a question, a remedy or an outcome.

use super::{
    steps,
    ways::{self, INNER},
};
use crate::{
    app::{Model, Session},
    case::trail::{Answer, Entry, Head},
    guide::{Handover, Id, Outcome, QuestionKind},
    l10n::{GuideText, Words, args},
    text::{markdown, page::TextPage},
};

pub(super) fn fill(page: &mut TextPage, model: &Model) {
    let Some(session) = model.session() else { return };
    page.prose(0, &model.words().title("problem", &session.open.case.problem));
    page.gap();
    if session.question().is_some() {
        question(page, model, session);
    } else if session.group().is_some() {
        remedy(page, model, session);
    } else {
        outcome(page, model, session);
    }
}

fn question(page: &mut TextPage, model: &Model, session: &Session) {
    let Some((ask, answer)) = session.question() else { return };
    let words = model.words();
    let question = &session.open.guide[ask.question];
    let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &ask.with);
    let part = |attribute: &str| text.part("question", &question.id, attribute);
    let number = session.open.trail.asked().take_while(|(asked, _)| asked.key != ask.key).count() + 1;
    let kind = if session.asked_before(ask) { "question-number-fresh" } else { "question-number" };
    page.prose(0, &words.say_with(kind, &args!("number" => number)));
    page.prose(0, &text.title("question", &question.id));
    since(page, words, question.since.as_deref());
    page.gap();
    let state = question.kind == QuestionKind::State;
    let (findings, proposed) = (session.findings(ask), session.proposed(ask));
    if proposed.is_none() && !findings.is_empty() {
        page.prose(0, &words.say("question-contradiction"));
        page.gap();
    }
    let row = |page: &mut TextPage, digit: &str, label: String, given: Answer, look: Option<String>| {
        let label = match answer == Some(given) {
            true => words.say_with("plain-answered", &args!("option" => label)),
            false => label,
        };
        page.hanging(2, &format!("{digit}  "), &label);
        if let Some(look) = look.filter(|_| session.how || !state) {
            page.prose(INNER, &look);
        }
    };
    for (at, option) in question.options.iter().enumerate() {
        let mut label = text.answer(ask.question, Answer::Option(at));
        if question.kind == QuestionKind::Choice(at) {
            label = words.say_with("option-advised", &args!("option" => label));
        }
        if proposed == Some(at) {
            label = words.say_with("option-proposed", &args!("option" => label));
        }
        row(page, &(at + 1).to_string(), label, Answer::Option(at), part(&format!("look-{option}")));
        for finding in findings.iter().filter(|finding| finding.option == *option) {
            page.prose(INNER, &words.finding(finding));
        }
    }
    if state {
        let label = words.say(if session.how { "option-unsure-on" } else { "option-unsure" });
        row(page, "0", label, Answer::Unsure, part("unsure"));
    }
    page.gap();
    if session.how {
        ways::how(page, session, ask, &text);
        page.gap();
    }
    if let Some(why) = part("why") {
        page.prose(0, &format!("{} {why}", words.say("question-why")));
    }
    cause(page, session, &text);
    if answer.is_some() {
        page.prose(0, &words.say("question-answered"));
    }
}

fn remedy(page: &mut TextPage, model: &Model, session: &Session) {
    let Some(group) = session.group() else { return };
    let words = model.words();
    let remedy = &session.open.guide[group.remedy];
    let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &group.with);
    let part = |attribute: &str| text.part("remedy", &remedy.id, attribute);
    page.prose(0, &words.remedy_progress(group.progress(&session.open.guide)));
    page.prose(0, &text.title("remedy", &remedy.id));
    text.remedy_labels(remedy).iter().for_each(|label| page.prose(0, label));
    part("why").iter().for_each(|why| page.prose(0, why));
    part("needs").iter().for_each(|needs| page.prose(0, &format!("{} {needs}", words.say("remedy-needs"))));
    page.gap();
    for (at, item) in group.items.iter().enumerate() {
        steps::row(page, session, &text, group, item, at + 1);
        if at == session.selected {
            steps::in_full(page, session, &text, group, item);
        }
    }
    page.gap();
    part("worked").iter().for_each(|worked| page.prose(0, &format!("{} {worked}", words.say("remedy-worked"))));
    cause(page, session, &text);
}

fn outcome(page: &mut TextPage, model: &Model, session: &Session) {
    let Head::Ended { outcome, node, owner } = &session.open.trail.head else { return };
    let words = model.words();
    let text = GuideText::new(words, &session.open.guide, &session.open.case);
    page.prose(0, &words.outcome(outcome));
    let own = words.text(&format!("outcome-{}", outcome.name()), Some("text"), None);
    own.into_iter().chain(text.ending(*owner, node)).for_each(|sentence| page.prose(0, &sentence));
    page.gap();
    page.prose(0, &words.outcome_next(outcome));
    page.gap();
    match outcome {
        Outcome::Escalate(to) => hand_over(page, session, &text, *to),
        Outcome::See(Some(problem)) => {
            page.prose(2, &text.title("problem", &problem.id));
            page.gap();
        }
        _ => {}
    }
    done(page, session, &text);
}

fn hand_over(page: &mut TextPage, session: &Session, text: &GuideText<'_>, to: Id<Handover>) {
    let handover = &session.open.guide[to];
    page.prose(0, &text.title("handover", &handover.id));
    for part in ["why", "send"] {
        text.part("handover", &handover.id, part).iter().for_each(|part| page.prose(0, part));
    }
    for variable in &handover.ids {
        let name = text.title("variable", &session.open.guide[*variable].id);
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
                let title = text.title("cause", &session.open.guide[*cause].id);
                lines.push(format!("{title}: {}", words.say(&format!("exit-{}", exit.name()))));
            }
            Entry::Remedy(place) => {
                let Some(group) = session.open.checklist.at(at) else { continue };
                let progress = group.progress(&session.open.guide);
                let counts = args!("done" => progress.marked, "all" => progress.steps);
                let title = text.title("remedy", &session.open.guide[place.remedy].id);
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
fn cause(page: &mut TextPage, session: &Session, text: &GuideText<'_>) {
    let Some(cause) = session.cause() else { return };
    let cause = &session.open.guide[cause];
    page.prose(0, &format!("{} {}", text.words.say("cause-label"), text.title("cause", &cause.id)));
    since(page, text.words, cause.origin.since.as_deref());
    text.part("cause", &cause.id, "why").iter().for_each(|why| page.prose(0, why));
}

fn since(page: &mut TextPage, words: &Words, day: Option<&str>) {
    if let Some(day) = day {
        page.prose(0, &words.say_with("step-since", &args!("day" => day.to_owned())));
    }
}
