//! Home: the search, the open cases, the problems by category, and the selected one in full.

use ratatui::{
    Frame,
    layout::{Position, Rect},
    text::{Line, Span},
};
use tui_input::Input;

use super::{
    TWO_COLUMNS, bars, hit, inside,
    page::ScreenPage,
    text,
    theme::{self, Role},
};
use crate::{
    app::{Drawn, HomeRow, Message, Model},
    l10n::args,
    text::markdown,
};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, drawn: &mut Drawn) {
    if area.height == 0 {
        return;
    }
    let field = Rect { height: 1, ..inside(area) };
    let label = model.words().say("home-search");
    let typing = model.home().typing && model.overlay().is_none();
    let place = input(frame, field, model, &label, &model.home().input, "home-search-empty");
    hit(drawn, field, Message::Search);
    let lists = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let two = area.width >= TWO_COLUMNS && !model.rows().is_empty();
    let left = if two { area.width * 45 / 100 } else { area.width };
    let scroll = model.scroll().filter(|_| model.overlay().is_none());
    let mut beside = Drawn::default();
    if two {
        bars::divider(frame, Rect { x: area.x + left, width: 1, ..lists }, model);
        let right = inside(Rect { x: area.x + left + 1, width: area.width - left - 1, ..lists });
        let mut page = ScreenPage::new(model.look(), right.width);
        preview(&mut page, model);
        page.render(frame, right, scroll, &mut beside);
    }
    let column = inside(Rect { width: left, ..lists });
    let mut page = ScreenPage::new(model.look(), column.width);
    rows(&mut page, model, !two, column.height > 26);
    // The list follows its selected row, so the text beside it is what is scrolled where it is longer than the screen.
    page.render(frame, column, scroll.filter(|_| beside.last == 0), drawn);
    if beside.last > 0 {
        (drawn.offset, drawn.last, drawn.height) = (beside.offset, beside.last, beside.height);
    }
    if typing {
        drawn.cursor = Some(place);
    }
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

fn rows(page: &mut ScreenPage, model: &Model, with_code: bool, airy: bool) {
    let words = model.words();
    let searched = !model.home().query().is_empty();
    let mut category = None;
    for (at, row) in model.rows().into_iter().enumerate() {
        let selected = at == model.home().selected;
        match row {
            HomeRow::Case(case) => {
                if at == 0 {
                    page.text("", &words.say("home-cases"), Role::Dim);
                }
                let session = &model.sessions()[case];
                let progress = session.open.checklist.progress(&session.open.guide);
                let title = model.case_title(&session.open.case);
                let counts = args!("done" => progress.marked, "all" => progress.steps);
                let tail = (progress.steps > 0).then(|| words.say_with("header-progress", &counts));
                line(page, selected, at, &title, tail.as_deref(), None);
            }
            HomeRow::Kept(kept) => {
                if at == 0 {
                    page.text("", &words.say("home-cases"), Role::Dim);
                }
                let saved = &model.kept()[kept];
                let title = model.case_title(&saved.case);
                line(page, selected, at, &title, Some(&model.case_state(saved)), None);
            }
            HomeRow::Problem(problem) => {
                let entry = &model.catalog().entries[problem];
                if !searched && category != Some(&entry.category) {
                    category = Some(&entry.category);
                    if airy {
                        page.blank();
                    }
                    page.text("", &words.title("category", &entry.category), Role::Dim);
                }
                let title = markdown::plain(&words.entry_title(entry));
                // Codes that share a problem are told apart by the code alone.
                let shared = searched
                    && model.catalog().entries.iter().filter(|other| other.problem == entry.problem).count() > 1;
                line(page, selected, at, &title, None, (shared || (with_code && selected)).then_some(&entry.code));
            }
        }
    }
    if model.rows().is_empty() {
        page.blank();
        page.text("", &words.say("home-nothing"), Role::Warn);
    }
}

fn line(page: &mut ScreenPage, selected: bool, at: usize, title: &str, tail: Option<&str>, code: Option<&String>) {
    let role = if selected { Role::Selected } else { Role::Text };
    let marker = if selected { page.signs().selected } else { " " };
    page.row(selected, Message::Open(at), |page| {
        let mut runs = vec![page.run(title, role)];
        if let Some(tail) = tail {
            runs.push(page.run("  ", Role::Dim));
            runs.push(page.unbroken(tail, Role::Dim));
        }
        page.runs_after(&[(&format!("{marker} "), Role::Accent)], &runs);
        if let Some(code) = code {
            page.command(code, Role::Code);
        }
    });
}

fn preview(page: &mut ScreenPage, model: &Model) {
    let words = model.words();
    let entry = match model.rows().get(model.home().selected) {
        Some(HomeRow::Problem(problem)) => &model.catalog().entries[*problem],
        Some(row @ (HomeRow::Case(_) | HomeRow::Kept(_))) => {
            let code = match row {
                HomeRow::Case(at) => &model.sessions()[*at].open.case.code,
                HomeRow::Kept(at) => &model.kept()[*at].case.code,
                HomeRow::Problem(_) => return,
            };
            let Some(entry) = model.catalog().entries.iter().find(|entry| entry.code == *code) else { return };
            entry
        }
        None => return,
    };
    page.text("", &words.entry_title(entry), Role::Title);
    page.command_at(0, &entry.code, Role::Code);
    page.blank();
    if let Some(message) = words.of_problem(&entry.guide, &entry.problem, Some("message")) {
        let runs = [page.run(&message, Role::Accent)];
        page.runs_after(&[(&format!("{} ", words.say("home-message")), Role::Dim)], &runs);
        page.blank();
    }
    if let Some(HomeRow::Problem(problem)) = model.rows().get(model.home().selected) {
        model.because(*problem).iter().for_each(|because| page.text("", because, Role::Good));
        page.blank();
    }
    page.text("", &model.why(entry), Role::Text);
    page.blank();
    if !entry.aliases.is_empty() {
        page.text("", &words.say("home-aliases"), Role::Dim);
        entry.aliases.iter().for_each(|alias| page.command(alias, Role::Dim));
    }
}
