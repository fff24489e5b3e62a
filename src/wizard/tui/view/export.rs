//! The export dialog: where it goes, in which language, and what it will say.

use ratatui::{Frame, layout::Rect};

use super::{inside, page::ScreenPage, theme::Role};
use crate::{
    app::{Drawn, ExportChange, ExportForm, Message, Model, views::ExportView},
    text::sanitise,
};

/// A preview of fewer rows shows nothing.
const LEGIBLE: u16 = 4;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, form: &ExportForm, drawn: &mut Drawn) {
    let view = ExportView::of(model, form);
    let area = inside(area);
    let mut head = ScreenPage::new(model.look(), area.width);
    head.text("", &view.title, Role::Title);
    rows(&mut head, model, form, &view);
    // Who only sends it on need not read it; what pseudonyms hide must be seen.
    let reads = model.scroll().is_some() || form.redacted;
    let height = (head.lines.len() as u16).min(area.height);
    // A text of a row or two cannot be read, so that it takes the place of all else.
    let height = if model.scroll().is_some() && area.height - height < LEGIBLE { 0 } else { height };
    let mut above = Drawn::default();
    head.render(frame, Rect { height, ..area }, None, &mut above);
    drawn.hits.extend(above.hits);
    let below = Rect { y: area.y + height, height: area.height - height, ..area };
    let mut preview = ScreenPage::new(model.look(), area.width);
    if !reads {
        return;
    }
    preview.text("", &view.preview, Role::Dim);
    for line in form.text.lines() {
        // The text is shown as it will stand in the file, so it is no Markdown here.
        let role = if line.starts_with('#') { Role::Strong } else { Role::Text };
        preview.command_at(0, if line.is_empty() { " " } else { line }, role);
    }
    preview.render(frame, below, Some(model.scroll().unwrap_or(0)), drawn);
}

/// The rows that say what is written where; each can be clicked to change it.
fn rows(head: &mut ScreenPage, model: &Model, form: &ExportForm, view: &ExportView) {
    let target = sanitise::visible_line(&form.target);
    head.row(false, Message::EditTarget, |page| {
        let label = format!("{} ", model.words().say("export-file"));
        let runs = [page.run(&target, Role::Code)];
        page.runs_after(&[(&label, Role::Dim)], &runs);
    });
    changed_by(head, ExportChange::Format(1), &view.format);
    changed_by(head, ExportChange::Language, &view.language);
    view.tool.iter().for_each(|tool| head.text("", tool, Role::Dim));
    changed_by(head, ExportChange::Redact, &view.names);
    changed_by(head, ExportChange::Carry, &view.case);
}

/// A row that a click changes.
fn changed_by(head: &mut ScreenPage, change: ExportChange, said: &str) {
    head.row(false, Message::ExportAs(change), |page| page.text("", said, Role::Dim));
}
