//! The whole case as one checklist.

use ratatui::{Frame, layout::Rect};

use super::{page::ScreenPage, remedy, theme::Role};
use crate::{
    app::{Drawn, Message, Model},
    case::NOTE,
    l10n::GuideText,
};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, selected: usize, drawn: &mut Drawn) {
    let Some(session) = model.session() else { return };
    let words = model.words();
    let area = super::inside(area);
    let mut page = ScreenPage::new(model.look(), area.width);
    let text = GuideText::new(words, &session.open.guide, &session.open.case);
    page.text("", &words.say("checklist-title"), Role::Title);
    page.text("", &words.case_progress(session.open.checklist.progress(&session.open.guide)), Role::Dim);
    if let Some(waits) = text.waits(&session.open.trail) {
        page.text("", &waits, Role::Dim);
    }
    if let Some(note) = session.open.case.notes.get(NOTE) {
        let runs = [page.run(&format!("{}: {note}", words.say("step-noted")), Role::Accent)];
        page.runs_after(&[], &runs);
    }
    let mut row = 0;
    for (headings, group) in text.headed(&session.open) {
        for heading in headings {
            page.blank();
            page.text("", &heading, Role::Title);
        }
        let text = GuideText::renamed(words, &session.open.guide, &session.open.case, &group.with);
        page.blank();
        page.text("", &text.title("remedy", &session.open.guide[group.remedy].id), Role::Strong);
        for label in text.remedy_labels(&session.open.guide[group.remedy]) {
            page.text("", &label, Role::Warn);
        }
        for item in &group.items {
            page.row(row == selected, Message::Select(row), |page| {
                remedy::row(page, &text, group, item, row == selected, session);
            });
            row += 1;
        }
    }
    let scroll = model.scroll().filter(|_| model.overlay().is_none());
    page.render(frame, area, scroll, drawn);
}
