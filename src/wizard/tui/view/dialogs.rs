//! What lies on top of a screen in a box: help, languages, variables, a text field, a question.

use ratatui::{
    Frame,
    layout::Rect,
    symbols::border,
    widgets::{Block, Clear, Widget},
};

use super::{
    home, inside,
    page::ScreenPage,
    text,
    theme::{self, Role},
    timeline,
};
use crate::{
    app::{
        Binding, CollectForm, Confirm, Context, Drawn, Field, Look, Message, Model, Overlay, PaletteForm,
        VariablesForm, WhichCase, bindings,
        views::{ConfirmView, FieldView},
    },
    l10n::{GuideText, args},
    text::markdown,
};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, overlay: &Overlay, drawn: &mut Drawn) {
    let wide = area.width.min(72).max(area.width.min(30));
    let mut page = ScreenPage::new(model.look(), wide.saturating_sub(4));
    match overlay {
        Overlay::Help(context) => help(&mut page, model, *context),
        Overlay::Told(sentences) => told(&mut page, model, sentences),
        Overlay::Timeline => timeline::fill(&mut page, model),
        Overlay::Languages(languages, at) => list(&mut page, model, languages, *at),
        Overlay::Collect(form) => commands(&mut page, model, form),
        Overlay::Variables(form) => variable_list(&mut page, model, form),
        Overlay::Palette(form) => palette(&mut page, model, form),
        Overlay::Field(field) => field_text(&mut page, model, field),
        Overlay::Confirm(confirm) => question(&mut page, model, confirm),
        Overlay::WhichCase(which) => which_case(&mut page, model, which),
        Overlay::Export(_) => return,
    }
    let typed = match overlay {
        Overlay::Field(field) => Some((&field.input, "field-empty")),
        Overlay::Palette(form) => Some((&form.input, "palette-empty")),
        _ => None,
    };
    let lines = page.lines.len() as u16 + u16::from(typed.is_some()) * 2;
    let height = (lines + 2).min(area.height);
    let outer =
        Rect { x: area.x + (area.width - wide) / 2, y: area.y + (area.height - height) / 2, width: wide, height };
    // What lies below cannot be clicked through the box, and does not show beside it in pieces.
    drawn.hits.clear();
    drawn.links.clear();
    drawn.cursor = None;
    Clear.render(Rect { x: area.x, width: area.width, ..outer }, frame.buffer_mut());
    let inner = boxed(frame, outer, model.look());
    let text_height = inner.height.saturating_sub(u16::from(typed.is_some()));
    page.render(frame, Rect { height: text_height, ..inner }, model.scroll(), drawn);
    if let Some((input, empty)) = typed
        && inner.height > 0
    {
        let line = Rect { y: inner.bottom() - 1, height: 1, ..inner };
        drawn.cursor = Some(home::input(frame, line, model, theme::signs(model.look()).prompt, input, empty));
    }
}

/// Draws a frame; answers with what is inside of it.
fn boxed(frame: &mut Frame<'_>, outer: Rect, look: Look) -> Rect {
    let set = if look.unicode { border::ROUNDED } else { ASCII_BORDER };
    let block = Block::bordered().border_set(set).border_style(theme::style(look, Role::Accent));
    block.render(outer, frame.buffer_mut());
    inside(Rect {
        x: outer.x + 1,
        y: outer.y + 1,
        width: outer.width.saturating_sub(2),
        height: outer.height.saturating_sub(2),
    })
}

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

fn help(page: &mut ScreenPage, model: &Model, context: Context) {
    page.text("", &model.words().say("help-title"), Role::Title);
    page.blank();
    let shown: Vec<_> = bindings(context).filter(|binding| !binding.caps.is_empty()).collect();
    let caps = |binding: &Binding| binding.all_caps(context, model.look().unicode).join(" ");
    let width = shown.iter().map(|binding| text::width(&caps(binding))).max().unwrap_or(0);
    for binding in shown {
        let caps = caps(binding);
        let pad = " ".repeat(width - text::width(&caps) + 2);
        let explained = model.words().say(&format!("help-{}", binding.hint));
        let runs = page.runs(&explained, Role::Text);
        page.runs_after(&[(&caps, Role::Accent), (&pad, Role::Text)], &runs);
    }
    page.blank();
    page.text("", &model.words().say("help-about"), Role::Dim);
}

/// What can be done on the screen below, as far as it has the words that were typed.
fn palette(page: &mut ScreenPage, model: &Model, form: &PaletteForm) {
    page.text("", &model.words().say("palette-title"), Role::Title);
    page.head_ends();
    let width = form.found().map(|action| text::width(action.caps)).max().unwrap_or(0);
    for (row, action) in form.found().enumerate() {
        let selected = row == form.at;
        let pad = " ".repeat(width - text::width(action.caps) + 2);
        page.row(selected, Message::Select(row), |page| {
            let runs = page.runs(&action.said, if selected { Role::Selected } else { Role::Text });
            page.runs_after(&[("  ", Role::Text), (action.caps, Role::Accent), (&pad, Role::Text)], &runs);
        });
    }
    if form.found().next().is_none() {
        page.text("", &model.words().say("palette-nothing"), Role::Warn);
    }
}

fn told(page: &mut ScreenPage, model: &Model, sentences: &[String]) {
    page.text("", &model.words().say("told-title"), Role::Title);
    page.blank();
    for sentence in sentences {
        let runs = [page.run(sentence, Role::Text)];
        page.runs_after(&[("- ", Role::Dim)], &runs);
    }
}

fn list(page: &mut ScreenPage, model: &Model, languages: &[(String, String)], at: usize) {
    page.text("", &model.words().say("languages-title"), Role::Title);
    page.blank();
    for (row, (locale, name)) in languages.iter().enumerate() {
        entry(page, row, row == at, &format!("{name} ({locale})"));
    }
}

fn variable_list(page: &mut ScreenPage, model: &Model, form: &VariablesForm) {
    let Some(session) = model.session() else { return };
    let text = GuideText::new(model.words(), &session.open.guide, &session.open.case);
    page.text("", &model.words().say("variables-title"), Role::Title);
    page.text("", &model.words().say("variables-text"), Role::Dim);
    page.blank();
    for (row, id) in form.variables.iter().enumerate() {
        if let Some(heading) = form.heading(row) {
            page.text("", &model.words().say(heading), Role::Dim);
        }
        let name = text.title(&session.open.guide[*id]);
        let value = text.value(*id);
        entry(page, row, row == form.at, &format!("{name}: {value}"));
    }
}

/// The places where commands can run, and the block of the one that is chosen.
fn commands(page: &mut ScreenPage, model: &Model, form: &CollectForm) {
    let words = model.words();
    page.text("", &words.say("collect-title"), Role::Title);
    page.text("", &words.say("collect-text"), Role::Dim);
    page.blank();
    for (row, (via, _)) in form.blocks.iter().enumerate() {
        let place = words.say_with("collect-place", &args!("via" => via.name()));
        entry(page, row, row == form.at, &format!("{}  {place}", row + 1));
    }
    page.blank();
    page.shell(form.block(), form.blocks[form.at].0.shell());
}

fn entry(page: &mut ScreenPage, row: usize, selected: bool, label: &str) {
    let role = if selected { Role::Selected } else { Role::Text };
    page.row(selected, Message::Select(row), |page| {
        let runs = page.with_names(page.run(label, role));
        page.runs_after(&[("  ", Role::Text)], &runs);
    });
}

fn which_case(page: &mut ScreenPage, model: &Model, which: &WhichCase) {
    page.text("", &model.words().say("which-title"), Role::Title);
    page.text("", &which.reason(model), Role::Dim);
    page.blank();
    for (row, label) in which.answers(model).iter().enumerate() {
        entry(page, row, row == which.selected, &format!("{}  {}", row + 1, markdown::plain(label)));
    }
}

fn field_text(page: &mut ScreenPage, model: &Model, field: &Field) {
    let FieldView { title, find, example, several, offered, rule } = FieldView::of(model, field);
    page.text("", &title, Role::Title);
    find.iter().for_each(|find| page.text("", find, Role::Text));
    example.iter().chain(&several).for_each(|note| page.text("", note, Role::Dim));
    offered.iter().for_each(|offered| page.text("", offered, Role::Strong));
    rule.iter().for_each(|rule| page.viewed(|page| page.text("", rule, Role::Bad)));
}

fn question(page: &mut ScreenPage, model: &Model, confirm: &Confirm) {
    let ConfirmView { title, lost, risks, warnings, kept } = ConfirmView::of(model, confirm);
    page.text("", &title, Role::Title);
    lost.iter().for_each(|question| page.text("  - ", question, Role::Text));
    let sign = page.signs().danger;
    risks.iter().for_each(|risk| page.text(&format!("  {sign} "), risk, Role::Danger));
    for (label, warning) in &warnings {
        let runs = page.runs(warning, Role::Text);
        page.runs_after(&[(&format!("{sign} {label} "), Role::Danger)], &runs);
    }
    kept.iter().for_each(|kept| page.text("", kept, Role::Dim));
    page.blank();
    let words = model.words();
    page.row(false, Message::Confirm, |page| page.text("", &words.say("confirm-yes"), Role::Accent));
    page.row(false, Message::Close, |page| page.text("", &words.say("confirm-no"), Role::Accent));
}
