//! Home: the search, the open cases, the problems by category, and the selected one in full.

use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::Modifier,
    text::{Line, Span},
};
use tui_input::Input;

use super::{
    TWO_COLUMNS, bars, hit, inside,
    page::ScreenPage,
    text::{self, TextRun},
    theme::{self, Role},
};
use crate::app::{
    Drawn, HomeRow, Message, Model, marked,
    views::{HomeRowView, HomeView, PreviewView},
};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, drawn: &mut Drawn) {
    if area.height == 0 {
        return;
    }
    let view = HomeView::of(model);
    let count = view.count.as_deref().unwrap_or_default();
    let line = Rect { height: 1, ..inside(area) };
    let beside = (text::width(count) as u16 + u16::from(!count.is_empty())).min(line.width / 2);
    let field = Rect { width: line.width - beside, ..line };
    if beside > 0 {
        let style = theme::style(model.look(), Role::Dim);
        frame.buffer_mut().set_stringn(field.right() + 1, line.y, count, usize::from(beside), style);
    }
    let label = model.words().say("home-search");
    let typing = model.home().typing && model.overlay().is_none();
    let pasted = view.pasted.clone().map(Input::new);
    let shown = pasted.as_ref().unwrap_or(&model.home().input);
    let place = input(frame, field, model, &label, shown, "home-search-empty");
    hit(drawn, field, Message::Search);
    let lists = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let preview = PreviewView::of(model);
    // A problem that says it all needs no second column.
    let is_plain = preview.is_none() && matches!(model.rows().get(model.home().selected), Some(HomeRow::Problem(_)));
    let two = area.width >= TWO_COLUMNS && !is_plain && !model.rows().is_empty();
    let left = if two { area.width * 45 / 100 } else { area.width };
    let scroll = model.scroll().filter(|_| model.overlay().is_none());
    let mut beside = Drawn::default();
    if two {
        bars::divider(frame, Rect { x: area.x + left, width: 1, ..lists }, model);
        let right = Rect { x: area.x + left + 1, width: area.width - left - 1, ..lists };
        preview_column(frame, right, model, preview.as_ref(), scroll, &mut beside);
    }
    let column = inside(Rect { width: left, ..lists });
    let mut page = ScreenPage::new(model.look(), column.width);
    rows(&mut page, model, &view, !two);
    // The list follows its selected row, so the text beside it is what is scrolled where it is longer than the screen.
    page.render(frame, column, scroll.filter(|_| beside.last == 0), drawn);
    if beside.last > 0 {
        (drawn.offset, drawn.last, drawn.height) = (beside.offset, beside.last, beside.height);
    }
    if typing {
        drawn.cursor = Some(place);
    }
}

fn preview_column(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    view: Option<&PreviewView>,
    scroll: Option<usize>,
    drawn: &mut Drawn,
) {
    let area = inside(area);
    let mut page = ScreenPage::new(model.look(), area.width);
    view.iter().for_each(|view| preview(&mut page, view));
    page.render(frame, area, scroll, drawn);
}

/// A field with its label; answers where the cursor belongs.
pub(super) fn input(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    label: &str,
    input: &Input,
    empty: &str,
) -> Position {
    let label = format!("{label} ");
    let room = usize::from(area.width).saturating_sub(text::width(&label) + 1);
    let scroll = input.visual_scroll(room);
    let cursor = input.visual_cursor().saturating_sub(scroll);
    let skipped = skip_columns(input.value(), scroll);
    let end = text::cut(skipped, room, "");
    let shown = if input.value().is_empty() {
        Span::styled(
            text::cut(&model.words().say(empty), room, theme::signs(model.look()).cut),
            theme::style(model.look(), Role::Dim),
        )
    } else {
        Span::styled(end, theme::style(model.look(), Role::Strong))
    };
    let line = Line::from(vec![Span::styled(label.clone(), theme::style(model.look(), Role::Accent)), shown]);
    frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
    let x = area.x + (text::width(&label) + cursor).min(usize::from(area.width.saturating_sub(1))) as u16;
    Position::new(x, area.y)
}

fn skip_columns(value: &str, columns: usize) -> &str {
    let mut used = 0;
    let start = value.char_indices().find(|(_, c)| {
        let here = used;
        used += text::width(&c.to_string());
        here >= columns
    });
    &value[start.map_or(value.len(), |(at, _)| at)..]
}

fn rows(page: &mut ScreenPage, model: &Model, view: &HomeView, with_code: bool) {
    if let Some(nothing) = &view.nothing {
        page.text("", nothing, Role::Warn);
        page.blank();
    }
    for (at, row) in view.rows.iter().enumerate() {
        row.heading.iter().for_each(|heading| page.text("", heading, Role::Dim));
        let selected = at == model.home().selected;
        page.row(selected, Message::Open(at), |page| line(page, model, row, selected, with_code));
    }
}

fn line(page: &mut ScreenPage, model: &Model, row: &HomeRowView, selected: bool, with_code: bool) {
    let role = match (selected, row.is_unfolded) {
        (true, _) => Role::Selected,
        (_, Some(true)) => Role::Strong,
        _ => Role::Text,
    };
    let fold = match row.is_unfolded {
        Some(true) => page.signs().unfolded,
        Some(false) => page.signs().folded,
        None if row.is_inner => "  ",
        None => "",
    };
    let stems = &model.home().stems;
    let mut runs = marked_runs(page, &row.title, role, stems);
    if let Some(tail) = &row.tail {
        runs.push(page.run("  ", Role::Dim));
        runs.push(page.unbroken(tail, Role::Dim));
    }
    page.runs_after(&[("  ", Role::Text), (fold, Role::Dim)], &runs);
    let below = [
        &row.state,
        &row.note.as_ref().filter(|_| with_code && selected).map(|(label, note)| format!("{label} {note}")),
    ];
    for text in below.into_iter().flatten() {
        let runs = marked_runs(page, text, Role::Dim, stems);
        page.runs_after(&[("    ", Role::Text)], &runs);
    }
    let own = match row.row {
        HomeRow::Problem(problem) => model.catalog().entries[problem].azure_code(),
        _ => None,
    };
    if let Some(code) = row.code.as_deref().or(own.filter(|_| with_code && selected)) {
        let runs = marked_runs(page, code, Role::Code, stems);
        page.runs_after(&[("    ", Role::Text)], &runs);
    }
    if let Some(why) = &row.why {
        let runs = marked_runs(page, why, Role::Dim, stems);
        page.runs_after(&[("    ", Role::Text)], &runs);
    }
}

/// A text in which what was looked for is underlined.
fn marked_runs(page: &ScreenPage, text: &str, role: Role, stems: &[String]) -> Vec<TextRun> {
    let mut runs = Vec::new();
    let mut at = 0;
    for range in marked(text, stems) {
        runs.push(page.run(&text[at..range.start], role));
        let mut run = page.run(&text[range.clone()], role);
        run.style = run.style.add_modifier(Modifier::UNDERLINED);
        runs.push(run);
        at = range.end;
    }
    runs.push(page.run(&text[at..], role));
    runs.retain(|run| !run.text.is_empty());
    runs
}

fn preview(page: &mut ScreenPage, view: &PreviewView) {
    view.title.iter().for_each(|title| page.text("", title, Role::Title));
    for (label, fact) in &view.case {
        let runs = [page.run(fact, Role::Text)];
        let label = if label.is_empty() { String::new() } else { format!("{label} ") };
        page.runs_after(&[(&label, Role::Dim)], &runs);
    }
    if !view.case.is_empty() {
        page.blank();
    }
    let code_role = if view.is_by_code { Role::Match } else { Role::Code };
    view.code.iter().for_each(|code| page.command_at(0, code, code_role));
    page.blank();
    if let Some((label, message)) = &view.message {
        let runs = [page.run(message, Role::Text)];
        page.runs_after(&[(&format!("{label} "), Role::Dim)], &runs);
        page.blank();
    }
    for (at, because) in view.because.iter().enumerate() {
        let mut runs = page.runs(because, if at == 0 { Role::Good } else { Role::Text });
        // The words that decided.
        let decided = theme::style(page.look, Role::Match);
        runs.iter_mut().filter(|run| run.whole).for_each(|run| run.style = run.style.patch(decided));
        page.runs_after(&[], &runs);
    }
    page.blank();
    view.why.iter().for_each(|why| page.text("", why, Role::Text));
    page.blank();
    for member in &view.members {
        let runs = [page.run(member, Role::Text)];
        page.runs_after(&[("  ", Role::Text)], &runs);
    }
    if let Some((label, aliases)) = &view.aliases {
        page.text("", label, Role::Dim);
        aliases.iter().for_each(|alias| page.command(alias, Role::Dim));
    }
}
