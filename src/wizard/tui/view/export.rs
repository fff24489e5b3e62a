//! The export dialog: where it goes, in which language, and what it will say.

use ratatui::{Frame, layout::Rect};

use super::{
    BESIDE, bars, inside,
    page::ScreenPage,
    text::{self, TextRun},
    theme::Role,
};
use crate::{
    app::{Drawn, ExportChange, ExportForm, Message, Model, views::ExportView},
    text::sanitise,
};

/// A preview of fewer rows shows nothing.
const LEGIBLE: u16 = 4;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, form: &ExportForm, drawn: &mut Drawn) {
    let view = ExportView::of(model, form);
    let is_wide = area.width >= BESIDE;
    let (left, right) = if is_wide { halves(area) } else { (inside(area), inside(area)) };
    let mut head = ScreenPage::new(model.look(), left.width);
    head.text("", &view.title, Role::Title);
    rows(&mut head, model, form, &view);
    // Who only sends it on need not read it; what pseudonyms hide must be seen.
    let reads = is_wide || model.scroll().is_some() || form.redacted;
    let height = (head.lines.len() as u16).min(left.height);
    // A text of a row or two cannot be read, so that it takes the place of all else.
    let is_short = !is_wide && model.scroll().is_some() && left.height - height < LEGIBLE;
    let height = if is_short { 0 } else { height };
    drawn.is_previewed = is_wide || model.scroll().is_some() || reads && left.height - height >= LEGIBLE;
    let mut above = Drawn::default();
    head.render(frame, Rect { height, ..left }, None, &mut above);
    drawn.hits.extend(above.hits);
    if !reads {
        return;
    }
    let above = if is_wide { 0 } else { height };
    if is_wide {
        bars::divider(frame, Rect { x: right.x - 2, width: 1, ..right }, model);
    }
    let below = Rect { y: right.y + above, height: right.height - above, ..right };
    preview(model, form, &view, below.width).render(frame, below, Some(model.scroll().unwrap_or(0)), drawn);
}

/// The form at the left, and what it makes at the right.
fn halves(area: Rect) -> (Rect, Rect) {
    let left = area.width * 45 / 100;
    let right = Rect { x: area.x + left + 1, width: area.width - left - 1, ..area };
    (inside(Rect { width: left, ..area }), inside(right))
}

/// The text as it will stand in the file, so that it is no Markdown here.
fn preview(model: &Model, form: &ExportForm, view: &ExportView, columns: u16) -> ScreenPage {
    let mut page = ScreenPage::new(model.look(), columns);
    page.text("", &view.preview, Role::Dim);
    for line in form.text.lines() {
        let role = if line.starts_with('#') { Role::Strong } else { Role::Text };
        page.command_at(0, if line.is_empty() { " " } else { line }, role);
    }
    page
}

/// The rows that say what is written where, their values in one column; each can be clicked to change it.
fn rows(page: &mut ScreenPage, model: &Model, form: &ExportForm, view: &ExportView) {
    let file = format!("{} {}", model.words().say("export-file"), sanitise::visible_line(&form.target));
    let changed = |change| Some(Message::ExportAs(change));
    let rows = [
        (Some(Message::EditTarget), Some(&file)),
        (changed(ExportChange::Format(1)), Some(&view.format)),
        (changed(ExportChange::Language), Some(&view.language)),
        (None, view.tool.as_ref()),
        (changed(ExportChange::Redact), Some(&view.names)),
        (changed(ExportChange::Carry), Some(&view.case)),
    ];
    let said = || rows.iter().filter_map(|(_, said)| *said);
    let column = said().map(|said| text::width(label_of(said).0)).max().unwrap_or(0);
    for (message, said) in &rows {
        let Some((label, value)) = said.map(|said| label_of(said)) else { continue };
        // Only the name of a file is to be copied as it stands.
        let is_file = *message == Some(Message::EditTarget);
        let value = if is_file { page.unbroken(value, Role::Code) } else { page.run(value, Role::Text) };
        let pad = " ".repeat(column - text::width(label) + 1);
        let mut runs = keyed(page, label);
        runs.extend([page.run(&pad, Role::Text), value]);
        match message {
            Some(message) => page.row(false, message.clone(), |page| page.runs_after(&[], &runs)),
            None => page.runs_after(&[], &runs),
        }
    }
}

/// What is said of a row up to its first colon, and what stands behind that.
fn label_of(said: &str) -> (&str, &str) {
    said.split_once(": ").map_or(("", said), |(label, value)| (&said[..=label.len()], value))
}

/// A label, with the key in its brackets.
fn keyed(page: &ScreenPage, label: &str) -> Vec<TextRun> {
    let Some((before, key, after)) = label
        .split_once('(')
        .and_then(|(before, rest)| Some((before, rest.split_once(')')?.0, rest.split_once(')')?.1)))
    else {
        return vec![page.run(label, Role::Dim)];
    };
    let run = |text: &str, role| page.run(text, role);
    vec![run(&format!("{before}("), Role::Dim), run(key, Role::Accent), run(&format!("){after}"), Role::Dim)]
}
