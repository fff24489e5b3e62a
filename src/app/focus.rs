//! What the keys act on, which row of it is selected, and what is said of the last message.

use super::{Model, Overlay, Screen, Session};
use crate::error::Error;

/// The selected row of whatever has the keys, if one is, and how many there are.
pub(super) fn selection(model: &Model) -> (Option<usize>, usize) {
    match (model.overlays.last(), model.screen, model.session()) {
        (Some(Overlay::Languages(languages, at)), ..) => (Some(*at), languages.len()),
        (Some(Overlay::Variables(form)), ..) => (Some(form.at), form.variables.len()),
        (Some(Overlay::Collect(form)), ..) => (Some(form.at), form.blocks.len()),
        (Some(Overlay::Palette(form)), ..) => (Some(form.at), form.found().count()),
        (Some(Overlay::WhichCase(which)), ..) => (Some(which.selected), which.rows()),
        (Some(_), ..) => (None, 0),
        (None, Screen::Home, _) => (Some(model.home.selected), model.rows().len()),
        (None, Screen::Place, Some(session)) => (session.selected, session.rows()),
        (None, Screen::Trail(at), Some(session)) => (Some(at), session.steps().len()),
        (None, Screen::Checklist(at), Some(session)) => (Some(at), session.open.items().count()),
        _ => (None, 0),
    }
}

pub(super) fn select(model: &mut Model, row: usize) {
    let (_, rows) = selection(model);
    if row >= rows {
        return;
    }
    model.scroll = None;
    match (model.overlays.last_mut(), &mut model.screen) {
        (Some(Overlay::Languages(_, at)), _) => *at = row,
        (Some(Overlay::Variables(form)), _) => form.at = row,
        (Some(Overlay::Collect(form)), _) => form.at = row,
        (Some(Overlay::Palette(form)), _) => form.at = row,
        (Some(Overlay::WhichCase(which)), _) => which.selected = row,
        (Some(_), _) => {}
        (None, Screen::Home) => model.home.selected = row,
        (None, Screen::Trail(at) | Screen::Checklist(at)) => *at = row,
        (None, Screen::Place) => with_session(model, |session| session.selected = Some(row)),
    }
}

pub(super) fn move_selection(model: &mut Model, by: isize) {
    let (at, rows) = selection(model);
    let last = rows as isize - 1;
    if last >= 0 {
        // Where nothing is selected yet, the rows are entered from the end that the key comes from.
        let from = at.map_or(if by > 0 { -1 } else { last + 1 }, |at| at as isize);
        select(model, (from + by).clamp(0, last) as usize);
    }
}

pub(super) fn go(model: &mut Model, screen: Screen) {
    model.screen = screen;
    model.scroll = None;
    if screen == Screen::Home {
        model.drop_untouched();
        // Keys that were commands on the way here stay commands.
        model.home.input.reset();
        (model.home.pasted, model.home.handed) = (None, Vec::new());
        model.home.typing = false;
        model.search();
    }
}

pub(super) fn say(model: &mut Model, id: &str) {
    model.status = Some(model.words.say(&format!("status-{id}")));
}

pub(super) fn refuse(model: &mut Model, failure: &Error) {
    model.status = Some(failure.text(&model.words).replace('\n', " "));
    model.is_trouble = true;
}

pub(super) fn with_session(model: &mut Model, change: impl FnOnce(&mut Session)) {
    if let Some(session) = model.session_mut() {
        change(session);
    }
}
