//! The whole case as one checklist.

use ratatui::{Frame, layout::Rect};

use super::{page::Page, remedy, theme::Role};
use crate::{
    app::{Drawn, Message, Model},
    l10n::{GuideText, args},
};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, selected: usize, drawn: &mut Drawn) {
    let Some(session) = model.session() else { return };
    let words = &model.words;
    let area = super::inside(area);
    let mut page = Page::new(model.look, area.width);
    let progress = session.checklist.progress(&session.guide);
    let counts =
        args!("done" => progress.marked, "all" => progress.steps, "left" => words.duration(progress.minutes_left));
    page.text("", &words.say("checklist-title"), Role::Title);
    let head = match progress.steps {
        0 => "checklist-empty",
        all if all == progress.marked => "checklist-all-marked",
        _ => "checklist-progress",
    };
    page.text("", &words.say_with(head, &counts), Role::Dim);
    let mut row = 0;
    for group in &session.checklist.groups {
        let text = GuideText::renamed(words, &session.guide, &session.case, &group.with);
        page.blank();
        page.text("", &text.title("remedy", &session.guide[group.remedy].id), Role::Strong);
        for item in &group.items {
            page.row(row == selected, Message::Select(row), |page| {
                remedy::row(page, &text, group, item, row == selected, session);
            });
            row += 1;
        }
    }
    let scroll = model.scroll.filter(|_| model.overlays.is_empty());
    page.render(frame, area, scroll, drawn);
}
