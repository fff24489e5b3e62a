//! The trail: what was asked, answered, done and ruled out, and what is in view.

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

use super::{
    page::ScreenPage,
    theme::{self, Role},
};
use crate::{
    app::{Drawn, Message, Model, Screen, Session, TrailStep},
    case::trail::{Ask, Entry, Head},
    guide::{Exit, Question},
    l10n::GuideText,
    text::markdown,
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
                    page.text(&" ".repeat(2 * depth), &text.title(&session.open.guide[*cause]), Role::Dim);
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
                let short = text.part_of::<Question>(question, "short").unwrap_or_default();
                let row = TrailRow { stop, session, selected, sign: page.signs().done, depth };
                row.draw(&mut page, &short, Some(&text.answer(ask.question, *answer)));
                stop += 1;
            }
            Entry::Remedy(place) => {
                let sign = match session.open.checklist.at(at).map(|group| group.progress(&session.open.guide)) {
                    Some(progress) if progress.marked == progress.steps => page.signs().done,
                    _ => page.signs().todo,
                };
                let title = text.title(&session.open.guide[place.remedy]);
                TrailRow { stop, session, selected, sign, depth }.draw(&mut page, &title, None);
                stop += 1;
            }
        }
    }
    let row = TrailRow { stop, session, selected, sign: page.signs().todo, depth };
    match &session.open.trail.head {
        Head::Open(ask) => {
            let short = text.part(&session.open.guide[ask.question], "short").unwrap_or_default();
            row.draw(&mut page, &short, None);
        }
        Head::Ended { .. } => row.draw(&mut page, &model.outcome_title(), None),
    }
    let scroll = model.scroll().filter(|_| matches!(model.screen(), Screen::Trail(_)) && model.overlay().is_none());
    page.render(frame, area, scroll, drawn);
}

/// The trail in one row: what was answered and done, what is in view, and what is open; its beginning is cut where it is
/// too long.
pub(super) fn spine(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let Some(session) = model.session() else { return };
    let look = model.look();
    let signs = theme::signs(look);
    let text = GuideText::new(model.words(), &session.open.guide, &session.open.case);
    let open = &session.open;
    let here = session.at.min(session.steps().len() - 1);
    let short = |ask: &Ask| text.part(&open.guide[ask.question], "short").unwrap_or_default();
    let part = |(at, stop): (usize, TrailStep<'_>)| {
        let (sign, said) = match stop {
            TrailStep::Asked(ask, answer) => (signs.done, text.answer(ask.question, answer)),
            TrailStep::Remedy(entry) => {
                let group = open.checklist.at(entry);
                let progress = group.map(|group| group.progress(&open.guide)).unwrap_or_default();
                let sign = if progress.marked == progress.steps { signs.done } else { signs.todo };
                let title = group.map(|group| text.title(&open.guide[group.remedy]));
                (sign, title.unwrap_or_default())
            }
            TrailStep::Head => match &open.trail.head {
                Head::Open(ask) => (signs.todo, short(ask)),
                Head::Ended { .. } => (signs.todo, model.outcome_title()),
            },
        };
        // What is in view has its title below.
        if at == here {
            return Span::styled(signs.here, theme::style(look, Role::Accent));
        }
        Span::styled(format!("{sign} {}", markdown::plain(&said)), theme::style(look, Role::Dim))
    };
    let mut parts: Vec<Span<'static>> = session.steps().into_iter().enumerate().map(part).collect();
    if cut(&mut parts, here, usize::from(area.width)) {
        parts.insert(0, Span::styled(signs.cut, theme::style(look, Role::Dim)));
    }
    let gap = || Span::raw(" ".repeat(GAP));
    let spans = parts.into_iter().enumerate().flat_map(|(at, part)| (at > 0).then(gap).into_iter().chain([part]));
    frame.buffer_mut().set_line(area.x, area.y, &Line::from_iter(spans), area.width);
}

/// Between two places of the row.
const GAP: usize = 2;

/// Drops the places for which a row has no columns: those behind the one in view, then the first ones; whether one of
/// the first was dropped.
fn cut(parts: &mut Vec<Span<'_>>, here: usize, columns: usize) -> bool {
    let width = |parts: &[Span<'_>]| parts.iter().map(|part| part.width() + GAP).sum::<usize>().saturating_sub(GAP);
    let mut is_cut = false;
    while parts.len() > here + 1 && width(parts) > columns {
        parts.pop();
    }
    while parts.len() > 1 && width(parts) + if is_cut { GAP } else { 0 } > columns {
        parts.remove(0);
        is_cut = true;
    }
    is_cut
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
