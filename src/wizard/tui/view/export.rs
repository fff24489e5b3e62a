//! The export dialog: where it goes, in which language, and what it will say.

use ratatui::{Frame, layout::Rect};

use super::{inside, page::ScreenPage, theme::Role};
use crate::{
    app::{Drawn, ExportChange, ExportForm, ExportKind, Message, Model},
    l10n::args,
    text::sanitise,
};

/// A preview of fewer rows shows nothing.
const LEGIBLE: u16 = 4;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, form: &ExportForm, drawn: &mut Drawn) {
    let words = model.words();
    let area = inside(area);
    let mut head = ScreenPage::new(model.look(), area.width);
    let title = match form.kind {
        ExportKind::Checklist => "export-title",
        ExportKind::Handover => "export-title-handover",
    };
    head.text("", &words.say(title), Role::Title);
    rows(&mut head, model, form);
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
    preview.text("", &words.say("export-preview"), Role::Dim);
    for line in form.text.lines() {
        // The text is shown as it will stand in the file, so it is no Markdown here.
        let role = if line.starts_with('#') { Role::Strong } else { Role::Text };
        preview.command_at(0, if line.is_empty() { " " } else { line }, role);
    }
    preview.render(frame, below, Some(model.scroll().unwrap_or(0)), drawn);
}

/// The rows that say what is written where; each can be clicked to change it.
fn rows(head: &mut ScreenPage, model: &Model, form: &ExportForm) {
    let words = model.words();
    let target = sanitise::visible_line(&form.target);
    head.row(false, Message::EditTarget, |page| {
        let label = format!("{} ", words.say("export-file"));
        let runs = [page.run(&target, Role::Code)];
        page.runs_after(&[(&label, Role::Dim)], &runs);
    });
    head.row(false, Message::ExportAs(ExportChange::Format(1)), |page| {
        let format = words.say_with("export-format", &args!("format" => form.format.name()));
        page.text("", &format, Role::Dim);
    });
    head.row(false, Message::ExportAs(ExportChange::Language), |page| {
        let language = words.say_with("export-language", &args!("locale" => form.locale.to_uppercase()));
        page.text("", &language, Role::Dim);
    });
    form.ways_of(words).iter().for_each(|ways| head.text("", ways, Role::Dim));
    head.row(false, Message::ExportAs(ExportChange::Redact), |page| {
        let names = words.say(if form.redacted { "export-redacted" } else { "export-unredacted" });
        page.text("", &names, Role::Dim);
    });
    head.row(false, Message::ExportAs(ExportChange::Carry), |page| {
        page.text("", &words.say(form.case_inside()), Role::Dim);
    });
}
