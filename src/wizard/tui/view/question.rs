//! A question: its options, why it is asked, and how to find out.

use super::{
    page::ScreenPage,
    theme::{self, Role},
    ways,
};
use crate::{
    app::{Message, Model, Session},
    case::trail::Answer,
    guide::QuestionKind,
    l10n::{GuideText, args},
};

pub(super) fn fill(page: &mut ScreenPage, model: &Model, session: &Session) {
    let Some((ask, answer)) = session.question() else { return };
    let words = model.words();
    let question = &session.open.guide[ask.question];
    let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &ask.with);
    let part = |attribute: &str| text.part("question", &question.id, attribute).unwrap_or_default();

    let number = session.open.trail.asked().take_while(|(asked, _)| asked.key != ask.key).count() + 1;
    let kind = if session.asked_before(ask) { "question-number-fresh" } else { "question-number" };
    page.text("", &words.say_with(kind, &args!("number" => number)), Role::Dim);
    page.text("", &text.title("question", &question.id), Role::Title);
    if let Some(day) = &question.since {
        page.text("", &words.say_with("step-since", &args!("day" => day.as_str())), Role::Warn);
    }
    page.blank();

    let state = question.kind == QuestionKind::State;
    let (findings, proposed) = (session.findings(ask), session.proposed(ask));
    if proposed.is_none() && !findings.is_empty() {
        page.text("", &words.say("question-contradiction"), Role::Warn);
        page.blank();
    }
    for (at, option) in question.options.iter().enumerate() {
        let selected = session.selected == at;
        page.row(selected, Message::Answer(Answer::Option(at)), |page| {
            let mut label = text.answer(ask.question, Answer::Option(at));
            if question.kind == QuestionKind::Choice(at) {
                label = words.say_with("option-advised", &args!("option" => label));
            }
            if proposed == Some(at) {
                label = words.say_with("option-proposed", &args!("option" => label));
            }
            row(page, selected, &(at + 1).to_string(), &label, answer == Some(Answer::Option(at)));
            for finding in findings.iter().filter(|finding| finding.option == *option) {
                page.text("      ", &words.finding(finding), Role::Dim);
            }
            if session.how || !state {
                page.text("      ", &part(&format!("look-{option}")), Role::Dim);
            }
        });
    }
    if state {
        let selected = session.selected == question.options.len();
        page.row(selected, Message::Unsure, |page| {
            let label = words.say(if session.how { "option-unsure-on" } else { "option-unsure" });
            row(page, selected, "0", &label, answer == Some(Answer::Unsure));
            if session.how {
                page.text("      ", &part("unsure"), Role::Dim);
            }
        });
    }
    page.blank();
    if session.how {
        page.viewed(|page| ways::how_to(page, model, session, ask, &text));
        if session.selected == question.options.len() {
            page.focus_on();
        }
        page.blank();
    }
    let why = page.runs(&part("why"), Role::Text);
    page.runs_after(&[(&format!("{} ", words.say("question-why")), Role::Dim)], &why);
    ways::cause(page, session, &text);
    if answer.is_some() {
        page.blank();
        page.text("", &words.say("question-answered"), Role::Dim);
    }
}

fn row(page: &mut ScreenPage, selected: bool, digit: &str, label: &str, answered: bool) {
    let role = if selected { Role::Selected } else { Role::Text };
    let marker = if selected { page.signs().selected } else { " " };
    let mut runs = page.runs(label, role);
    if answered {
        runs.push(page.run(&format!(" {}", theme::signs(page.look).done), Role::Good));
    }
    page.runs_after(&[(&format!("{marker} {digit}  "), if selected { Role::Accent } else { Role::Dim })], &runs);
}
