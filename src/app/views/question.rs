//! A question: its options, why it is asked, and how to find out.

use super::{CauseView, WaysView};
use crate::{
    app::{Model, Session},
    case::{
        Finding,
        trail::{Answer, Ask},
    },
    guide::{Question, QuestionKind},
    l10n::{GuideText, args},
};

/// The question in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// Which of the trail's it is, and whether it was asked before.
    pub number: String,
    /// What is asked.
    pub title: String,
    /// What must be known to answer right.
    pub before: Option<String>,
    /// Since when it is true, where the source is older.
    pub since: Option<String>,
    /// That the evidence contradicts itself.
    pub contradiction: Option<String>,
    /// The answers, the one of whoever does not know last.
    pub options: Vec<OptionView>,
    /// How to find out, once that was asked for: its title, and the ways.
    pub how: Option<(String, WaysView)>,
    /// That nobody knows a way.
    pub no_way: Option<String>,
    /// The label of the reason, and the reason; that may be empty.
    pub why: (String, String),
    /// The cause that is being looked into.
    pub cause: Option<CauseView>,
    /// That it was answered before, and what another answer does.
    pub answered: Option<String>,
}

/// An answer that can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    /// What is given.
    pub answer: Answer,
    /// Its words, with what speaks for it.
    pub label: String,
    /// Whether it is the answer so far.
    pub is_given: bool,
    /// Where the evidence says so.
    pub findings: Vec<String>,
    /// What it looks like, once that was asked for; may be empty.
    pub look: Option<String>,
}

impl QuestionView {
    /// Whether who answers is told why it is asked: who knows the answer of a state needs no reason, and where to look has it.
    pub fn is_explained(&self) -> bool {
        self.how.is_some() || self.options.iter().all(|option| option.answer != Answer::Unsure)
    }

    /// The question that a Model shows, if it shows one.
    pub fn of(model: &Model) -> Option<Self> {
        let session = model.session()?;
        let (ask, answer) = session.question()?;
        let words = model.words();
        let question = &session.open.guide[ask.question];
        let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &ask.with);
        let number = session.open.trail.asked().take_while(|(asked, _)| asked.key != ask.key).count() + 1;
        let number_id = if session.asked_before(ask) { "question-number-fresh" } else { "question-number" };
        let (findings, proposed) = (session.findings(ask), session.proposed(ask));
        let is_contradicted = proposed.is_none() && !findings.is_empty();
        Some(QuestionView {
            number: words.say_with(number_id, &args!("number" => number)),
            title: text.title(question),
            before: text.part(question, "before"),
            since: text.since(question.since.as_deref()),
            contradiction: is_contradicted.then(|| words.say("question-contradiction")),
            options: options(session, &text, ask, answer, &findings, proposed),
            how: session.how.then(|| (words.say("question-how"), WaysView::to_find_out(session, &text, ask))),
            no_way: (session.how && session.checks(ask).is_empty()).then(|| words.say("question-no-way")),
            why: (words.say("question-why"), part(&text, question, "why")),
            cause: CauseView::around(session, &text),
            answered: answer.map(|_| words.say("question-answered")),
        })
    }
}

fn part(text: &GuideText<'_>, question: &Question, attribute: &str) -> String {
    text.part(question, attribute).unwrap_or_default()
}

fn options(
    session: &Session,
    text: &GuideText<'_>,
    ask: &Ask,
    given: Option<Answer>,
    findings: &[&Finding],
    proposed: Option<usize>,
) -> Vec<OptionView> {
    let question = &session.open.guide[ask.question];
    let is_state = question.kind == QuestionKind::State;
    let look = |attribute: &str| (session.how || !is_state).then(|| part(text, question, attribute));
    let view = |answer, label, findings, attribute: &str| OptionView {
        answer,
        label,
        is_given: given == Some(answer),
        findings,
        look: look(attribute),
    };
    let option = |(at, option): (usize, &String)| {
        let mut label = text.answer(ask.question, Answer::Option(at));
        if question.kind == QuestionKind::Choice(at) {
            label = text.words.say_with("option-advised", &args!("option" => label));
        }
        if proposed == Some(at) {
            label = text.words.say_with("option-proposed", &args!("option" => label));
        }
        let findings = findings.iter().filter(|finding| finding.option == *option);
        let findings = findings.map(|finding| text.words.finding(finding)).collect();
        view(Answer::Option(at), label, findings, &format!("look-{option}"))
    };
    let unsure = is_state.then(|| {
        let label = text.words.say(if session.how { "option-unsure-on" } else { "option-unsure" });
        view(Answer::Unsure, label, Vec::new(), "unsure")
    });
    question.options.iter().enumerate().map(option).chain(unsure).collect()
}
