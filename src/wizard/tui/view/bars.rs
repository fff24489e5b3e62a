//! What frames a screen: the header, the divider of columns, and the hints at the foot.

use std::ops::Range;

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

use super::{
    foot, text,
    theme::{self, Role},
};
use crate::{
    app::{Drawn, Model, Saving, Screen},
    text::wrap,
};

/// The program's name is no word.
const NAME: &str = "Backup Medic";

/// Name and problem on the left; progress and language on the right.
pub(super) fn header(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let (look, words) = (model.look(), model.words());
    let mut right = words.locale().to_uppercase();
    let saving = match &model.saving() {
        Saving::Nothing => None,
        Saving::Going => Some("saving-going"),
        Saving::Done => Some("saving-done"),
        Saving::Failing(_) => Some("saving-failing"),
    };
    let read_only = model.session().is_some_and(|session| session.read_only);
    if let Some(id) = if read_only { Some("saving-read-only") } else { saving } {
        right = format!("{}  {right}", words.say(id));
    }
    if let Some(due) = model.due_text() {
        right = format!("{due}  {right}");
    }
    let (mut before, mut left) = (String::new(), NAME.to_owned());
    if let Some(session) = model.session().filter(|_| model.screen() != Screen::Home) {
        left = model.header_title(&session.open.case);
        if area.width >= 60 {
            before = format!("{NAME} {} ", theme::signs(look).arrow);
        }
    }
    let room = usize::from(area.width).saturating_sub(text::width(&before) + text::width(&right) + 4);
    let left = text::cut(&left, room, theme::signs(look).cut);
    let gap = " ".repeat(room.saturating_sub(text::width(&left)) + 2);
    let dim = theme::style(look, Role::Dim);
    let left = Span::styled(left, theme::style(look, Role::Title));
    let line =
        Line::from(vec![Span::raw(" "), Span::styled(before, dim), left, Span::raw(gap), Span::styled(right, dim)]);
    frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
}

/// The line between two columns.
pub(super) fn divider(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let style = theme::style(model.look(), Role::Dim);
    for y in area.top()..area.bottom() {
        frame.buffer_mut().set_string(area.x, y, theme::signs(model.look()).bar, style);
    }
}

/// One line of hints, but two where a line has few of them and the screen is not very low; the status has lines of its own.
pub(super) fn footer_height(model: &Model, area: Rect) -> u16 {
    let hints = if area.width < 60 && area.height >= 10 { 2 } else { 1 };
    (hints + status(model, area).len() as u16).min(area.height)
}

/// What there is to say, in as many lines as it takes, but at most a quarter of the screen.
fn status(model: &Model, screen: Rect) -> Vec<Line<'static>> {
    let Some(said) = model.status().filter(|_| screen.height >= 8) else { return Vec::new() };
    let (columns, most) = (usize::from(screen.width.saturating_sub(2)), usize::from(screen.height / 4));
    let style = theme::style(model.look(), if model.is_trouble() { Role::Bad } else { Role::Strong });
    let shown = |(at, range): (usize, Range<usize>)| {
        let rest = if at + 1 == most { &said[range.start..] } else { &said[range] };
        Line::styled(format!(" {}", text::cut(rest, columns, theme::signs(model.look()).cut)), style)
    };
    wrap::lines(said, columns, &[]).into_iter().enumerate().take(most).map(shown).collect()
}

/// The status, then the hints.
pub(super) fn footer(frame: &mut Frame<'_>, area: Rect, model: &Model, drawn: &mut Drawn) {
    let mut area = area;
    for line in status(model, frame.area()) {
        frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
        area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    }
    foot::draw(frame, area, model, drawn);
}
