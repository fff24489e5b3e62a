//! Frames as SVG: each word at its column in any font, boxes drawn as lines.

use std::fmt::Write as _;

use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::{contrast, wizard::Wizard};

/// A cell, in pixels: six tenths of the size of the font is how wide monospaced letters are.
const CELL: (usize, usize) = (9, 20);
const FONT_SIZE: usize = 15;
const BASELINE: usize = 15;
/// The air around the frame, and the height of the window's bar.
const AIR: usize = 14;
const BAR: usize = 34;

const GROUND: &str = "#14171f";
const INK: &str = "#dfe3ec";

/// The frame of a wizard in the window of a dark terminal, the same bytes for the same frame.
pub(crate) fn window(title: &str, wizard: &mut Wizard) -> String {
    let buffer = wizard.buffer();
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 2 * AIR, rows * CELL.1 + BAR + AIR);
    let mut svg = String::new();
    let mut line = |text: &str| {
        svg.push_str(text);
        svg.push('\n');
    };
    line(&format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="{FONT_SIZE}">"#
    ));
    line(&format!("<title>{}</title>", escaped(title)));
    line(&format!(
        r##"<rect x="0.5" y="0.5" width="{}" height="{}" rx="9" fill="{GROUND}" stroke="#3a4050"/>"##,
        width - 1,
        height - 1
    ));
    for (at, color) in ["#ff5f57", "#febc2e", "#28c840"].iter().enumerate() {
        line(&format!(r#"<circle cx="{}" cy="17" r="5.5" fill="{color}"/>"#, 20 + at * 19));
    }
    line(&format!(
        r##"<text x="{}" y="22" text-anchor="middle" font-size="13" fill="#8b93a7">backup-medic</text>"##,
        width / 2
    ));
    line(&format!(r#"<g transform="translate({AIR} {BAR})" xml:space="preserve">"#));
    for y in 0..rows {
        for run in runs(wizard, y) {
            line(&run.svg(y));
        }
    }
    if let Some((x, y)) = wizard.typing_at() {
        let (x, y) = (usize::from(x) * CELL.0, usize::from(y) * CELL.1);
        line(&format!(r#"<rect x="{x}" y="{}" width="2" height="16" fill="{INK}"/>"#, y + 2));
    }
    line("</g>");
    line("</svg>");
    svg
}

/// Cells of one look beside each other.
struct Run {
    x: usize,
    columns: usize,
    text: String,
    ink: String,
    ground: Option<String>,
    bold: bool,
}

/// The runs of a row, broken at wider gaps so that each word keeps its column in every font.
fn runs(wizard: &Wizard, y: usize) -> Vec<Run> {
    let buffer = wizard.buffer();
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < usize::from(buffer.area.width) {
        let cell = &buffer[(x as u16, y as u16)];
        let columns = cell.symbol().width().max(1);
        let reversed = cell.modifier.contains(Modifier::REVERSED);
        let ground = (cell.bg != Color::Reset).then(|| color(cell.bg));
        let (ink, ground) = if reversed { (GROUND.to_owned(), Some(color(cell.fg))) } else { (color(cell.fg), ground) };
        let bold = cell.modifier.contains(Modifier::BOLD);
        let same = |run: &&mut Run| {
            let gap = run.ground.is_none() && run.text.ends_with(' ') && cell.symbol() == " ";
            run.x + run.columns == x && (&run.ink, &run.ground, run.bold) == (&ink, &ground, bold) && !gap
        };
        match runs.last_mut().filter(same) {
            Some(run) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            None => runs.push(Run { x, columns, text: cell.symbol().to_owned(), ink, ground, bold }),
        }
        x += columns;
    }
    runs.retain(|run| run.ground.is_some() || !run.text.trim().is_empty());
    runs
}

impl Run {
    fn svg(&self, y: usize) -> String {
        let mut svg = String::new();
        let (left, top) = (self.x * CELL.0, y * CELL.1);
        if let Some(ground) = &self.ground {
            let width = self.columns * CELL.0;
            let _ = write!(svg, r#"<rect x="{left}" y="{top}" width="{width}" height="{}" fill="{ground}"/>"#, CELL.1);
        }
        let bold = if self.bold { r#" font-weight="bold""# } else { "" };
        for (at, word) in words(&self.text) {
            if word.chars().all(|c| "─│┌┐└┘".contains(c)) {
                // Fonts leave gaps between the lines of a box, so they are drawn.
                word.chars().enumerate().for_each(|(i, c)| svg += &stroke(c, left + (at + i) * CELL.0, top, &self.ink));
                continue;
            }
            let _ = write!(
                svg,
                r#"<text x="{}" y="{}" textLength="{}" fill="{}"{bold}>{}</text>"#,
                left + at * CELL.0,
                top + BASELINE,
                word.width() * CELL.0,
                self.ink,
                escaped(word)
            );
        }
        svg
    }
}

/// The words of a run with their columns; words with one blank between them stay together.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut column = 0;
    for piece in text.split_inclusive("  ") {
        let word = piece.trim_start();
        let at = column + piece.len() - word.len();
        if !word.trim_end().is_empty() {
            words.push((at, word.trim_end()));
        }
        column += piece.width();
    }
    words
}

/// A piece of a box as lines.
fn stroke(sign: char, left: usize, top: usize, ink: &str) -> String {
    let (x, y) = (left as f32 + CELL.0 as f32 / 2.0, top + CELL.1 / 2);
    let (right, bottom) = (left + CELL.0, top + CELL.1);
    let path = match sign {
        '─' => format!("M{left} {y}H{right}"),
        '│' => format!("M{x} {top}V{bottom}"),
        '┌' => format!("M{right} {y}H{x}V{bottom}"),
        '┐' => format!("M{left} {y}H{x}V{bottom}"),
        '└' => format!("M{right} {y}H{x}V{top}"),
        _ => format!("M{left} {y}H{x}V{top}"),
    };
    format!(r#"<path d="{path}" fill="none" stroke="{ink}" stroke-opacity="0.6"/>"#)
}

/// The colours of the picture's terminal.
fn color(color: Color) -> String {
    match color {
        Color::Indexed(number) => {
            let [red, green, blue] = contrast::of_number(number);
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
        _ => INK.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
