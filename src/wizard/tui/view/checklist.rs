//! The whole case as one checklist.

use ratatui::{Frame, layout::Rect};

use super::{page::ScreenPage, remedy, theme::Role, ways};
use crate::app::{Drawn, Message, Model, views::ChecklistView};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, selected: usize, drawn: &mut Drawn) {
    let Some(view) = ChecklistView::of(model) else { return };
    let area = super::inside(area);
    let mut page = ScreenPage::new(model.look(), area.width);
    page.text("", &view.title, Role::Title);
    ways::progress(&mut page, &view.progress, None, Some(view.amount));
    page.head_ends();
    view.waits.iter().for_each(|waits| page.text("", waits, Role::Warn));
    if let Some((label, note)) = &view.note {
        let runs = [page.run(&format!("{label}: {note}"), Role::Text)];
        page.runs_after(&[], &runs);
    }
    let mut row = 0;
    for group in &view.groups {
        page.blank();
        group.stage.iter().for_each(|line| page.text("", line, Role::Dim));
        page.text("", &group.head.title, Role::Strong);
        group.head.ages().for_each(|age| page.text("", age, Role::Warn));
        for step in &group.steps {
            page.row(row == selected, Message::Select(row), |page| remedy::row(page, step, row == selected));
            row += 1;
        }
    }
    for (stage, remedies) in &view.routines {
        page.blank();
        page.text("", stage, Role::Dim);
        remedies.iter().for_each(|remedy| page.text("  ", remedy, Role::Dim));
    }
    let scroll = model.scroll().filter(|_| model.overlay().is_none());
    page.render(frame, area, scroll, drawn);
}
