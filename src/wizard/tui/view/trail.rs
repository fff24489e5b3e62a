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
    let entries = &session.open.trail.entries;
    for (at, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Entered(cause) if session.open.guide[*cause].routine => {}
            Entry::Entered(cause) => {
                let mut runs = page.runs(&text.title(&session.open.guide[*cause]), Role::Dim);
                if let Some(exit) = left(&entries[at + 1..]) {
                    let sign = if exit == Exit::RuledOut { page.signs().skipped } else { page.signs().arrow };
                    let said = model.words().say(&format!("exit-{}", exit.name()));
                    runs.push(page.run(&format!(" {sign} {said}"), Role::Dim));
                }
                page.runs_after(&[(&" ".repeat(LEVEL * depth), Role::Dim)], &runs);
                depth += 1;
            }
            Entry::Left { cause, again, .. } => {
                depth -= usize::from(!session.open.guide[*cause].routine && !again);
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
                    _ if stop < session.at => page.signs().skipped,
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

/// How a cause was left that was entered just before these entries; `None` while it is looked into.
fn left(entries: &[Entry]) -> Option<Exit> {
    let mut inner = 0;
    entries.iter().find_map(|entry| match entry {
        Entry::Left { exit, again: false, .. } if inner == 0 => Some(*exit),
        Entry::Left { again: false, .. } => {
            inner -= 1;
            None
        }
        Entry::Entered(_) => {
            inner += 1;
            None
        }
        _ => None,
    })
}

/// The trail in one row, if there is anything to show: what was answered and done, and what is open; its beginning is cut
/// where it is too long.
pub(super) fn spine(frame: &mut Frame<'_>, area: Rect, model: &Model) -> bool {
    let Some(session) = model.session() else { return false };
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
                let sign = match progress.marked == progress.steps {
                    true => signs.done,
                    false if at < here => signs.skipped,
                    false => signs.todo,
                };
                let title = group.map(|group| text.title(&open.guide[group.remedy]));
                (sign, title.unwrap_or_default())
            }
            TrailStep::Head => match &open.trail.head {
                Head::Open(ask) => (signs.todo, short(ask)),
                Head::Ended { .. } => (signs.todo, model.outcome_title()),
            },
        };
        let (sign, role) = if at == here { (signs.here, Role::Strong) } else { (sign, Role::Dim) };
        Span::styled(format!("{sign} {}", markdown::plain(&said)), theme::style(look, role))
    };
    let steps = session.steps();
    // What is in view has its title below; it is named where the way to it led on.
    let is_named = steps.iter().skip(here + 1).any(|step| matches!(step, TrailStep::Asked(..)));
    let shown = steps.into_iter().enumerate().filter(|(at, _)| is_named || *at != here);
    let mut parts: Vec<Span<'static>> = shown.map(part).collect();
    if cut(&mut parts, here + usize::from(is_named), usize::from(area.width)) {
        parts.insert(0, Span::styled(signs.cut, theme::style(look, Role::Dim)));
    }
    let gap = || Span::raw(" ".repeat(GAP));
    let spans = parts.into_iter().enumerate().flat_map(|(at, part)| (at > 0).then(gap).into_iter().chain([part]));
    let line = Line::from_iter(spans);
    frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
    line.width() > 0
}

/// Between two places of the row.
const GAP: usize = 2;
/// So much further from the edge is what belongs to a cause.
const LEVEL: usize = 2;

/// Drops the places for which a row has no columns: those behind the first `least`, then the first ones; whether one of
/// the first was dropped.
fn cut(parts: &mut Vec<Span<'_>>, least: usize, columns: usize) -> bool {
    let width = |parts: &[Span<'_>]| parts.iter().map(|part| part.width() + GAP).sum::<usize>().saturating_sub(GAP);
    let mut is_cut = false;
    while parts.len() > least && width(parts) > columns {
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
        let sign = if here { page.signs().here } else { self.sign };
        let role = match (chosen, here) {
            (true, _) => Role::Selected,
            (_, true) => Role::Strong,
            _ => Role::Text,
        };
        let prefix = format!("{}{sign} ", " ".repeat(LEVEL * self.depth));
        let draw = |page: &mut ScreenPage| {
            // What was found out is what is looked for here.
            let title_role = if answer.is_some() && role == Role::Text { Role::Dim } else { role };
            let mut runs = page.runs(title, title_role);
            if let Some(answer) = answer {
                // A short that asks needs no colon before its answer.
                runs.push(page.run(if title.ends_with('?') { " " } else { ": " }, title_role));
                runs.extend(page.runs(answer, role));
            }
            page.runs_after(&[(&prefix, role)], &runs);
        };
        if chosen {
            page.row(true, Message::Look(self.stop), draw);
        } else {
            page.place(here && self.selected.is_none(), Message::Look(self.stop), draw);
        }
    }
}
