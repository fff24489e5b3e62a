//! The trail, its places numbered: what was answered and done so far, and what is next.

use crate::{
    app::{Model, TrailStep},
    case::trail::{Ask, Head},
    l10n::{GuideText, args},
    text::page::TextPage,
};

pub(super) fn fill(page: &mut TextPage, model: &Model) {
    let Some(session) = model.session() else { return };
    let words = model.words();
    let renamed = |ask: &Ask| GuideText::renamed(words, &session.open.guide, &session.open.case, &ask.with);
    let question = |ask: &Ask| renamed(ask).title(&session.open.guide[ask.question]);
    for (at, stop) in session.steps().into_iter().enumerate() {
        let row = match stop {
            TrailStep::Asked(ask, answer) => {
                let (question, answer) = (question(ask), renamed(ask).answer(ask.question, answer));
                // A title that asks needs no colon before its answer.
                if question.ends_with('?') { format!("{question} {answer}") } else { format!("{question}: {answer}") }
            }
            TrailStep::Remedy(entry) => {
                let Some(group) = session.open.checklist.at(entry) else { continue };
                let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &group.with);
                let progress = group.progress(&session.open.guide);
                let counts = args!("done" => progress.marked, "all" => progress.steps);
                let title = text.title(&session.open.guide[group.remedy]);
                format!("{title} ({})", words.say_with("header-progress", &counts))
            }
            TrailStep::Head => match &session.open.trail.head {
                Head::Open(ask) => question(ask),
                Head::Ended { .. } => model.outcome_title(),
            },
        };
        page.hanging(2, &format!("{}  ", at + 1), &row);
    }
}
