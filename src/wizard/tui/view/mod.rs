//! The view: a frame from the Model, one file per screen; it writes nothing back.
//!
//! ```text
//! header   Backup Medic > problem                     EN
//! body     trail │ question, remedy or outcome
//! footer   key hint  key hint  key hint            ? help
//! ```

mod bars;
mod checklist;
mod dialogs;
mod export;
mod foot;
mod home;
mod marks;
mod outcome;
mod page;
mod question;
mod remedy;
mod text;
mod theme;
mod timeline;
mod trail;
mod ways;

use ratatui::{Frame, layout::Rect};

use crate::app::{
    Drawn, Hit, Message, Model, Overlay, Screen,
    views::{OutcomeView, QuestionView, RemedyView},
};

/// From this width on Home shows the selected row in full beside its list.
const TWO_COLUMNS: u16 = 72;
/// From this width on the trail stands beside the place in view; below it, it is one row above it.
const BESIDE: u16 = 110;
/// Below this height a place's progress has one row.
const LOW: u16 = 12;
/// From this height on a blank row stands below the header.
const HIGH: u16 = 32;

/// Draws the Model, and says what a click or a scroll on this frame means.
pub fn draw(frame: &mut Frame<'_>, model: &Model) -> Drawn {
    let mut drawn = Drawn::default();
    let area = frame.area();
    if area.width == 0 || area.height == 0 {
        return drawn;
    }
    let foot = bars::footer_height(model, area);
    // The place in view and what it says are apart where there is room for that.
    let head = u16::from(area.height > foot + 2) + u16::from(area.height >= HIGH);
    let body = Rect { y: area.y + head, height: area.height.saturating_sub(head + foot), ..area };
    if head > 0 {
        bars::header(frame, Rect { height: 1, ..area }, model);
    }
    match (model.overlay(), model.screen()) {
        (Some(Overlay::Export(form)), _) => export::draw(frame, body, model, form, &mut drawn),
        (_, Screen::Home) => home::draw(frame, body, model, &mut drawn),
        (_, Screen::Checklist(row)) => checklist::draw(frame, body, model, row, &mut drawn),
        (_, Screen::Place | Screen::Trail(_)) => place(frame, body, model, &mut drawn),
    }
    match model.overlay() {
        Some(Overlay::Export(_)) | None => {}
        Some(overlay) => dialogs::draw(frame, body, model, overlay, &mut drawn),
    }
    bars::footer(frame, Rect { y: area.bottom() - foot, height: foot, ..area }, model, &mut drawn);
    if let Some(place) = drawn.cursor {
        frame.set_cursor_position(place);
    }
    drawn
}

fn place(frame: &mut Frame<'_>, area: Rect, model: &Model, drawn: &mut Drawn) {
    let selected = if let Screen::Trail(at) = model.screen() { Some(at) } else { None };
    if area.width < BESIDE {
        match selected {
            Some(_) => trail::draw(frame, inside(area), model, selected, drawn),
            // Where rows are few, the title needs them more.
            None if area.height < LOW => body(frame, inside(area), model, drawn),
            None => {
                // The title has one place, whether there is something to show above it or not.
                let spine = inside(Rect { height: 1, ..area });
                if trail::spine(frame, spine, model) {
                    hit(drawn, spine, Message::FocusTrail);
                }
                body(frame, inside(Rect { y: area.y + 1, height: area.height - 1, ..area }), model, drawn);
            }
        }
        return;
    }
    // There is no trail yet to show beside it.
    if selected.is_none() && model.session().is_none_or(|session| session.steps().len() == 1) {
        return body(frame, inside(area), model, drawn);
    }
    let left = (area.width * 3 / 10).clamp(24, 40);
    bars::divider(frame, Rect { x: area.x + left, width: 1, ..area }, model);
    let trail_area = inside(Rect { width: left, ..area });
    let body_area = inside(Rect { x: area.x + left + 1, width: area.width - left - 1, ..area });
    // The column that has the keys is drawn last, so that scrolling and the cursor are its own.
    if selected.is_some() {
        body(frame, body_area, model, drawn);
        trail::draw(frame, trail_area, model, selected, drawn);
    } else {
        trail::draw(frame, trail_area, model, None, drawn);
        body(frame, body_area, model, drawn);
    }
}

fn body(frame: &mut Frame<'_>, area: Rect, model: &Model, drawn: &mut Drawn) {
    let Some(session) = model.session() else { return };
    let mut page = page::ScreenPage::new(model.look(), area.width);
    page.is_low = area.height < LOW;
    if let Some(view) = QuestionView::of(model) {
        question::fill(&mut page, session, &view);
    } else if let Some(view) = RemedyView::of(model) {
        remedy::fill(&mut page, session, &view);
    } else if let Some(view) = OutcomeView::of(model) {
        outcome::fill(&mut page, &view);
    }
    drawn.cursor = None;
    page.view = page.view.filter(|_| model.ways());
    let scroll = model.scroll().filter(|_| matches!(model.screen(), Screen::Place) && model.overlay().is_none());
    page.render(frame, area, scroll, drawn);
}

/// A column of air at either side, the right one for the signs of scrolling.
fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

/// A place to click, where the area is not empty.
fn hit(drawn: &mut Drawn, area: Rect, message: Message) {
    if !area.is_empty() {
        drawn.hits.push(Hit { area, message });
    }
}
