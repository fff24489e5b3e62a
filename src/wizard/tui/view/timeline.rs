//! What was done, and when: the days, and below each its moments.

use super::{page::ScreenPage, theme::Role};
use crate::app::{Model, views::TimelineView};

pub(super) fn fill(page: &mut ScreenPage, model: &Model) {
    let Some(TimelineView { title, nothing, days }) = TimelineView::of(model) else { return };
    page.text("", &title, Role::Title);
    page.blank();
    nothing.iter().for_each(|nothing| page.text("", nothing, Role::Text));
    for (day, events) in &days {
        page.blank();
        page.text("", day, Role::Dim);
        for (clock, what) in events {
            let runs = page.runs(what, Role::Text);
            page.runs_after(&[(&format!("{clock}  "), Role::Dim)], &runs);
        }
    }
}
