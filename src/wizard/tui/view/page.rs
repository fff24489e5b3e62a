//! A page: the lines of a screen's text, which of them are selected, and what a click on them means.

use std::ops::Range;

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    marks,
    text::{self, TextRun},
    theme::{self, Role, Signs},
};
use crate::{
    app::{
        Drawn, DrawnLink, Hit, Look, Message,
        views::{broken, command_parts, continued},
    },
    case::Shell,
    guide::placeholder,
    text::markdown,
};

/// A prefix wider than this does not indent the lines below it.
const LONGEST_INDENT: usize = 11;
/// The other lines of a command stand so far within its first.
const CONTINUED_INDENT: usize = 2;
/// So many rows are left to what scrolls, or nothing stands still above it.
const LOWEST: usize = 2;
/// Prose is not read well in wider columns.
const WIDEST: usize = 78;
/// Lines being put together for a column of a known width.
pub(super) struct ScreenPage {
    pub look: Look,
    pub columns: usize,
    /// Whether there are so few rows that each counts.
    pub is_low: bool,
    /// How far details stand from the edge, in columns.
    pub indent: usize,
    pub lines: Vec<Line<'static>>,
    /// How many lines at the top never scroll away.
    head: usize,
    focus: Option<Range<usize>>,
    /// The lines of the selected row that are marked as such, and where they end if not with the row.
    bar: Option<Range<usize>>,
    bar_end: Option<usize>,
    /// The line at which the cursor is while nothing is selected.
    choice: Option<usize>,
    /// What is to be in view, if it is not the selected row.
    pub view: Option<Range<usize>>,
    /// The first line of a warning, whose start is in view with the selected row that it belongs to.
    warning: Option<usize>,
    /// The line that comes into view with the selected row behind it, as far as both have room.
    pub opening: Option<usize>,
    hits: Vec<(Range<usize>, Message)>,
    links: Vec<(Range<usize>, String)>,
}

impl ScreenPage {
    pub(super) fn new(look: Look, columns: u16) -> Self {
        ScreenPage {
            look,
            columns: usize::from(columns),
            is_low: false,
            indent: 2,
            lines: Vec::new(),
            head: 0,
            focus: None,
            bar: None,
            bar_end: None,
            choice: None,
            view: None,
            warning: None,
            opening: None,
            hits: Vec::new(),
            links: Vec::new(),
        }
    }

    /// How many columns prose has.
    pub(super) fn measure(&self) -> usize {
        self.columns.min(WIDEST)
    }

    pub(super) fn signs(&self) -> &'static Signs {
        theme::signs(self.look)
    }

    /// The blanks before a detail.
    pub(super) fn pad(&self) -> String {
        " ".repeat(self.indent)
    }

    /// A paragraph of inline CommonMark, with a prefix before its first line and blanks before the others.
    pub(super) fn text(&mut self, prefix: &str, markdown: &str, role: Role) {
        let runs = self.runs(markdown, role);
        self.runs_after(&[(prefix, role)], &runs);
    }

    /// The same, with a prefix of several roles; below a long prefix the other lines begin at its margin.
    pub(super) fn runs_after(&mut self, prefix: &[(&str, Role)], runs: &[TextRun]) {
        let long: usize = prefix.iter().map(|(text, _)| text::width(text)).sum();
        let margin = prefix.first().map_or(0, |(text, _)| text.len() - text.trim_start().len());
        let indent = if long > LONGEST_INDENT { margin } else { long };
        // The margin is drawn before every line, so it is no part of the text.
        let first = |at: usize, text: &str| text[if at == 0 { margin } else { 0 }..].to_owned();
        let prefixes = prefix.iter().enumerate();
        let mut all: Vec<TextRun> =
            prefixes.map(|(at, (text, role))| TextRun { whole: true, ..self.run(&first(at, text), *role) }).collect();
        let lines = if long > LONGEST_INDENT {
            all.extend_from_slice(runs);
            text::wrap(&all, self.measure().saturating_sub(indent).max(8))
        } else {
            text::wrap(runs, self.measure().saturating_sub(indent).max(8))
        };
        for (at, line) in lines.into_iter().enumerate() {
            let mut spans: Vec<Span<'static>> = if at == 0 && long <= LONGEST_INDENT {
                prefix
                    .iter()
                    .map(|(text, role)| Span::styled((*text).to_owned(), theme::style(self.look, *role)))
                    .collect()
            } else {
                vec![Span::raw(" ".repeat(indent))]
            };
            spans.extend(line.spans);
            self.lines.push(Line::from(spans));
        }
    }

    pub(super) fn runs(&self, markdown: &str, role: Role) -> Vec<TextRun> {
        let pieces = markdown::pieces(markdown).into_iter();
        let run = |piece: markdown::Piece| {
            let run = self.run(&piece.text, theme::of_piece(piece.style, role));
            self.with_names(TextRun { whole: piece.style == markdown::Style::Code, ..run })
        };
        pieces.flat_map(run).collect()
    }

    /// A run in which the names that nobody filled in can be told.
    pub(super) fn with_names(&self, run: TextRun) -> Vec<TextRun> {
        let missing = run.style.patch(theme::style(self.look, Role::Placeholder));
        let mut runs = Vec::new();
        let mut at = 0;
        let mut push = |range: Range<usize>, style| {
            let text = run.text[range.clone()].to_owned();
            runs.push(TextRun { text, style, whole: run.whole, joined: range.start > 0 });
        };
        for place in placeholder::places(&run.text) {
            push(at..place.start, run.style);
            push(place.clone(), missing);
            at = place.end;
        }
        push(at..run.text.len(), run.style);
        runs.retain(|run| !run.text.is_empty());
        runs
    }

    /// Plain text that is no Markdown, as one run.
    pub(super) fn run(&self, text: &str, role: Role) -> TextRun {
        TextRun { text: text.to_owned(), style: theme::style(self.look, role), whole: false, joined: false }
    }

    /// The same, broken only where it is wider than a line: a figure with its unit, a name.
    pub(super) fn unbroken(&self, text: &str, role: Role) -> TextRun {
        TextRun { whole: true, ..self.run(text, role) }
    }

    /// Lines to be copied as they are, broken only by force.
    pub(super) fn command(&mut self, command: &str, role: Role) {
        self.command_at(self.indent, command, role);
    }

    /// The same, so many columns from the edge.
    pub(super) fn command_at(&mut self, indent: usize, command: &str, role: Role) {
        for line in command.lines() {
            self.hard(indent, &[self.run(line, role)]);
        }
    }

    /// A command whose parts are told apart, broken so that what is copied from the screen runs.
    pub(super) fn shell(&mut self, command: &str, shell: Shell) {
        for line in command.lines() {
            let pieces = broken(line, self.columns.saturating_sub(self.indent + CONTINUED_INDENT).max(8));
            let last = pieces.len() - 1;
            for (at, piece) in pieces.into_iter().enumerate() {
                let parts = command_parts(line).into_iter().filter_map(|(part, kind)| {
                    let (start, end) = (part.start.max(piece.start), part.end.min(piece.end));
                    (start < end).then(|| self.run(&line[start..end], theme::of_part(kind)))
                });
                let mut runs: Vec<TextRun> = parts.collect();
                if at < last {
                    runs.push(self.run(continued(shell), Role::Text));
                }
                self.hard(self.indent + if at > 0 { CONTINUED_INDENT } else { 0 }, &runs);
            }
        }
    }

    fn hard(&mut self, indent: usize, runs: &[TextRun]) {
        let room = self.columns.saturating_sub(indent).max(8);
        for part in text::hard(runs, room, self.signs().broken, theme::style(self.look, Role::Dim)) {
            let mut spans = vec![Span::raw(" ".repeat(indent))];
            spans.extend(part.spans);
            self.lines.push(Line::from(spans));
        }
    }

    pub(super) fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// What stands on the page so far never scrolls away.
    pub(super) fn head_ends(&mut self) {
        self.head = self.lines.len();
    }

    /// A row that can be selected and clicked; what `draw` adds belongs to it.
    pub(super) fn row(&mut self, selected: bool, message: Message, draw: impl FnOnce(&mut Self)) {
        let lines = self.place(selected, message, draw);
        if selected {
            self.bar = Some(lines.start..self.bar_end.take().unwrap_or(lines.end));
        }
    }

    /// What follows in the selected row is no longer marked as such.
    pub(super) fn bar_ends(&mut self) {
        self.bar_end = Some(self.lines.len());
    }

    /// A row that can be clicked, and where the eye is; what `draw` adds belongs to it.
    pub(super) fn place(&mut self, is_here: bool, message: Message, draw: impl FnOnce(&mut Self)) -> Range<usize> {
        let start = self.lines.len();
        draw(self);
        let range = start..self.lines.len();
        if is_here {
            self.focus = Some(range.clone());
        }
        self.hits.push((range.clone(), message));
        range
    }

    /// The line that comes next is a choice.
    pub(super) fn choice(&mut self) {
        self.choice.get_or_insert(self.lines.len());
    }

    /// What `draw` adds leads to an address.
    pub(super) fn link(&mut self, url: &str, draw: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        draw(self);
        self.links.push((start..self.lines.len(), url.to_owned()));
    }

    /// What is drawn next is a warning.
    pub(super) fn warns(&mut self) {
        self.warning = Some(self.lines.len());
    }

    /// What `draw` adds is what is to be in view.
    pub(super) fn viewed(&mut self, draw: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        draw(self);
        self.view = Some(start..self.lines.len());
    }

    /// Draws the head, and below it the part that is scrolled to, or else the part around the selected row.
    pub(super) fn render(mut self, frame: &mut Frame<'_>, area: Rect, scroll: Option<usize>, drawn: &mut Drawn) {
        // On a screen too low for both, the head scrolls as all else does.
        let head = if self.head + LOWEST <= usize::from(area.height) { self.head } else { 0 };
        let body = Rect { y: area.y + head as u16, height: area.height - head as u16, ..area };
        let height = usize::from(body.height);
        let last = self.lines.len().saturating_sub(head + height);
        let focused = self.view.as_ref().or(self.focus.as_ref()).map_or(0, |focus| {
            let first = self.opening.filter(|_| self.view.is_none()).unwrap_or(focus.start);
            let (start, end) = (first.saturating_sub(head), focus.end.saturating_sub(head));
            // The whole row where it fits, else its start.
            let warned = self.warning.map_or(0, |line| (line + 2).saturating_sub(head + height));
            if end - start > height { start.max(warned) } else { end.saturating_sub(height) }
        });
        let offset = scroll.unwrap_or(focused).min(last);
        let visible = |lines: &Range<usize>| {
            let (start, end) = (lines.start.max(head + offset), lines.end.min(head + offset + height));
            let at = |line: usize| body.y + (line - head - offset) as u16;
            (start < end).then(|| Rect { y: at(start), height: (end - start) as u16, ..body })
        };
        for (lines, message) in &self.hits {
            drawn.hits.extend(visible(lines).map(|area| Hit { area, message: message.clone() }));
        }
        for (lines, url) in &self.links {
            drawn.links.extend(visible(lines).map(|area| DrawnLink { area, url: url.clone() }));
        }
        let bar = self.bar.as_ref().and_then(visible);
        // Where nothing is selected of what can be, the cursor is at the first choice, or reads from the title on.
        let title = (head > 0 && !self.hits.is_empty()).then_some(area);
        let choice = self.choice.and_then(|line| visible(&(line..line + 1))).map(marks::beside_bar);
        let place = self.focus.as_ref().map_or(choice.or(title), |focus| bar.map(marks::beside_bar).or(visible(focus)));
        drawn.cursor = place.map(|place| Position::new(place.x, place.y)).or(drawn.cursor);
        (drawn.head, drawn.offset, drawn.last, drawn.height) = (head, offset, last, height);
        let shown = self.lines.split_off(head).into_iter().skip(offset).take(height);
        let buffer = frame.buffer_mut();
        paint(buffer, area, self.lines);
        paint(buffer, body, shown);
        bar.iter().for_each(|bar| marks::selected(buffer, self.look, *bar));
        more(buffer, self.look, body, offset > 0, offset < last);
    }
}

fn paint<'l>(buffer: &mut Buffer, area: Rect, lines: impl IntoIterator<Item = Line<'l>>) {
    for (row, line) in lines.into_iter().enumerate() {
        buffer.set_line(area.x, area.y + row as u16, &line, area.width);
    }
}

/// More text above or below shows at the edge, beside the last column of the text.
fn more(buffer: &mut Buffer, look: Look, area: Rect, is_above: bool, is_below: bool) {
    let (edge, signs, style) = (area.right(), theme::signs(look), theme::style(look, Role::Dim));
    if edge < buffer.area.right() && area.height > 0 {
        if is_above {
            buffer.set_string(edge, area.y, signs.above, style);
        }
        if is_below {
            buffer.set_string(edge, area.bottom() - 1, signs.below, style);
        }
    }
}
