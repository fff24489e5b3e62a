//! Answers to the question in view: chosen, proposed by the evidence, or unknown.

use super::{Confirm, Model, Overlay};
use crate::{case::trail::Answer, guide::QuestionKind, l10n::args};

/// Gives an answer, after naming the later ones that it leaves off the trail.
pub(super) fn give(model: &mut Model, answer: Answer) {
    let Some(session) = model.session() else { return };
    let Some((ask, now)) = session.question() else { return };
    if matches!(answer, Answer::Option(option) if option >= session.open.guide[ask.question].options.len()) {
        return;
    }
    let lost = if now.is_none_or(|now| now == answer) { Vec::new() } else { session.left_off(answer) };
    if lost.is_empty() {
        answer_now(model, answer);
        model.scroll = None;
    } else {
        model.overlays.push(Overlay::Confirm(Confirm::LeftOff(answer, lost)));
    }
}

/// The later answers that it leaves off the trail were named before.
pub(super) fn answer_now(model: &mut Model, answer: Answer) {
    let now = model.now.clone();
    if let Some(session) = model.session_mut() {
        session.answer(answer, &now);
    }
}

/// Gives the answers that the evidence proposes, each as if it were chosen, so that one undo takes one back.
pub(super) fn accept(model: &mut Model) {
    let (mut given, now) = (0, model.now.clone());
    while let Some(session) = model.session_mut()
        && let Some((ask, None)) = session.question()
        && let Some(option) = session.proposed(ask)
    {
        session.answer(Answer::Option(option), &now);
        given += 1;
    }
    model.scroll = None;
    model.status = Some(match given {
        0 => model.words.say("status-nothing-proposed"),
        _ => model.words.say_with("status-accepted", &args!("answers" => given)),
    });
}

/// First how to find out, then on without knowing.
pub(super) fn unsure(model: &mut Model) {
    let Some(session) = model.session_mut() else { return };
    let Some((ask, _)) = session.question() else { return };
    if session.open.guide[ask.question].kind != QuestionKind::State {
        return;
    }
    if session.how {
        give(model, Answer::Unsure);
    } else {
        session.how = true;
        (model.scroll, model.ways) = (None, true);
    }
}
