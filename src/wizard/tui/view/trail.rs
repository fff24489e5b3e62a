//! The trail: what was asked, answered, done and ruled out, and what is in view.

use ratatui::{Frame, layout::Rect};

use super::{page::ScreenPage, theme::Role};
use crate::{
    app::{Drawn, Message, Model, Screen, Session},
    case::trail::{Entry, Head},
    guide::Exit,
    l10n::GuideText,
};

/// Draws the trail; `selected` is the place chosen where the trail has the keys.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, selected: Option<usize>, drawn: &mut Drawn) {
    let Some(session) = model.session() else { return };
    let mut page = ScreenPage::new(model.look(), area.width);
    page.text("", &model.words().say("trail-title"), Role::Title);
    let text = GuideText::new(model.words(), &session.open.guide, &session.open.case);
    let mut stop = 0;
    let mut depth = 0;
    for (at, entry) in session.open.trail.entries.iter().enumerate() {
        match entry {
            Entry::Entered(cause) => {
                if !session.open.guide[*cause].routine {
                    page.text(&" ".repeat(2 * depth), &text.title("cause", &session.open.guide[*cause].id), Role::Dim);
                    depth = 1;
                }
            }
            Entry::Left { cause, exit, again } => {
                if !session.open.guide[*cause].routine && !again {
                    depth = 0;
                    let sign = if *exit == Exit::RuledOut { page.signs().skipped } else { page.signs().arrow };
                    page.text(&format!("  {sign} "), &model.words().say(&format!("exit-{}", exit.name())), Role::Dim);
                }
            }
            Entry::Asked(ask, answer) => {
                let question = &session.open.guide[ask.question].id;
                let short = text.part("question", question, "short").unwrap_or_default();
                let row = TrailRow { stop, session, selected, sign: page.signs().done, depth };
                row.draw(&mut page, &short, Some(&text.answer(ask.question, *answer)));
                stop += 1;
            }
            Entry::Remedy(place) => {
                let sign = match session.open.checklist.at(at).map(|group| group.progress(&session.open.guide)) {
                    Some(progress) if progress.marked == progress.steps => page.signs().done,
                    _ => page.signs().todo,
                };
                let title = text.title("remedy", &session.open.guide[place.remedy].id);
                TrailRow { stop, session, selected, sign, depth }.draw(&mut page, &title, None);
                stop += 1;
            }
        }
    }
    let row = TrailRow { stop, session, selected, sign: page.signs().todo, depth };
    match &session.open.trail.head {
        Head::Open(ask) => {
            let short = text.part("question", &session.open.guide[ask.question].id, "short").unwrap_or_default();
            row.draw(&mut page, &short, None);
        }
        Head::Ended { .. } => row.draw(&mut page, &model.outcome_title(), None),
    }
    let scroll = model.scroll().filter(|_| matches!(model.screen(), Screen::Trail(_)) && model.overlay().is_none());
    page.render(frame, area, scroll, drawn);
}

struct TrailRow<'a> {
    stop: usize,
    session: &'a Session,
    selected: Option<usize>,
    sign: &'static str,
    depth: usize,
}

impl TrailRow<'_> {
    fn draw(self, page: &mut ScreenPage, title: &str, answer: Option<&str>) {
        let here = self.stop == self.session.at.min(self.session.steps().len() - 1);
        let chosen = self.selected == Some(self.stop);
        let sign = if chosen || (here && self.selected.is_none()) { page.signs().here } else { self.sign };
        let role = match (chosen, here) {
            (true, _) => Role::Selected,
            (_, true) => Role::Strong,
            _ => Role::Text,
        };
        let prefix = format!("{}{sign} ", " ".repeat(self.depth));
        page.row(chosen || (here && self.selected.is_none()), Message::Look(self.stop), |page| {
            let mut runs = page.runs(title, role);
            if let Some(answer) = answer {
                // A short that asks needs no colon before its answer.
                runs.push(page.run(if title.ends_with('?') { " " } else { ": " }, Role::Dim));
                runs.extend(page.runs(answer, Role::Accent));
            }
            page.runs_after(&[(&prefix, role)], &runs);
        });
    }
}
