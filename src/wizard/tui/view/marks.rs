//! What stands on a page beside its sentences: the bar of what is selected, a figure at the right, a gauge, a rule.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Style},
    text::{Line, Span},
};

use super::{
    page::ScreenPage,
    text::{self, TextRun},
    theme::{self, Role},
};
use crate::app::Look;

/// So many columns of a row that can be selected are for the bar.
const BAR: u16 = 2;
/// Between a text and what stands at the right of it.
const GAP: usize = 2;
/// A shorter bar shows no amounts, and a longer one no more of them.
const SHORTEST_GAUGE: usize = 10;
const LONGEST_GAUGE: usize = 20;
/// What a text in a rule needs beside it: a piece of the rule, and a blank at either side.
const RULE_END: usize = 3;

impl ScreenPage {
    /// Puts a short text at the right edge of the last line, or where it has no place, on a line of its own.
    pub(super) fn at_right(&mut self, text: &str, role: Role) {
        let (width, measure) = (text::width(text), self.measure());
        let used = self.lines.last().map_or(0, Line::width);
        if used + GAP + width > measure {
            self.lines.push(Line::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.push_span(Span::raw(" ".repeat(measure.saturating_sub(line.width() + width))));
            line.push_span(Span::styled(text.to_owned(), theme::style(self.look, role)));
        }
    }

    /// Shows how much of a whole is done at the right of the last line, where it has place for that.
    pub(super) fn gauge(&mut self, done: usize, all: usize) {
        let used = self.lines.last().map_or(0, Line::width);
        let cells = self.measure().saturating_sub(used + GAP).min(LONGEST_GAUGE);
        if all == 0 || cells < SHORTEST_GAUGE {
            return;
        }
        let gone = done * cells / all;
        let style = |role| theme::style(self.look, role);
        let bars = [
            Span::raw(" ".repeat(self.measure() - used - cells)),
            Span::styled(self.signs().gone.repeat(gone), style(Role::Good)),
            Span::styled(self.signs().rule.repeat(cells - gone), style(Role::Dim)),
        ];
        self.lines.last_mut().into_iter().for_each(|line| line.extend(bars.clone()));
    }

    /// A rule with something in it near its start, and something else near its end; a text where it has no place for both.
    pub(super) fn rule(&mut self, before: &[TextRun], after: &[TextRun]) {
        let width = |runs: &[TextRun]| runs.iter().map(|run| text::width(&run.text)).sum::<usize>();
        let ends = |runs: &[TextRun]| if runs.is_empty() { 0 } else { width(runs) + RULE_END };
        let Some(rest) = self.measure().checked_sub(self.indent + ends(before) + ends(after)) else {
            let pad = self.pad();
            return self.runs_after(&[(&pad, Role::Text)], &[before, after].concat());
        };
        let style = theme::style(self.look, Role::Dim);
        let rule = |count: usize| Span::styled(self.signs().rule.repeat(count), style);
        let spans = |runs: &[TextRun]| -> Vec<Span<'static>> {
            let runs = runs.iter().map(|run| Span::styled(run.text.clone(), run.style));
            [Span::raw(" ")].into_iter().chain(runs).chain([Span::raw(" ")]).collect()
        };
        let mut line = vec![Span::raw(self.pad())];
        if !before.is_empty() {
            line.push(rule(1));
            line.extend(spans(before));
        }
        line.push(rule(rest));
        if !after.is_empty() {
            line.extend(spans(after));
            line.push(rule(1));
        }
        self.lines.push(Line::from(line));
    }
}

/// What a row says, beside the place of its bar.
pub(super) fn beside_bar(row: Rect) -> Rect {
    Rect { x: row.x + BAR.min(row.width.saturating_sub(1)), ..row }
}

/// Marks what is selected: a bar at its left, and a ground on which all that is written there can be read.
pub(super) fn selected(buffer: &mut Buffer, look: Look, area: Rect) {
    let (ground, bar) = (theme::style(look, Role::Selected), theme::style(look, Role::Accent));
    for place in area.intersection(buffer.area).positions() {
        let cell = &mut buffer[place];
        if cell.bg == Color::Reset {
            cell.fg = ground.fg.filter(|_| cell.fg == Color::Reset).unwrap_or(cell.fg);
            cell.bg = ground.bg.unwrap_or(Color::Reset);
        }
        if place.x == area.x {
            cell.set_symbol(theme::signs(look).selected).set_style(Style { bg: bar.bg.or(ground.bg), ..bar });
        }
    }
}
