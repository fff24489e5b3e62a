//! Frames as SVG: each word at its column in any font, boxes drawn as lines.

use std::fmt::Write as _;

use backup_medic::app::Scheme;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::{contrast, wizard::Wizard};

/// A cell, in pixels: six tenths of the size of the font is how wide monospaced letters are.
pub(crate) const CELL: (usize, usize) = (9, 20);
const FONT_SIZE: usize = 15;
const BASELINE: usize = 15;
/// The air around the frame, and the height of the window's bar.
pub(crate) const AIR: usize = 14;
pub(crate) const BAR: usize = 34;

/// What a picture's terminal has of its own.
pub(crate) struct Paper {
    pub(crate) ground: &'static str,
    pub(crate) ink: &'static str,
    pub(crate) edge: &'static str,
    pub(crate) name: &'static str,
}

const DARK: Paper = Paper { ground: "#14171f", ink: "#dfe3ec", edge: "#3a4050", name: "#8b93a7" };
const LIGHT: Paper = Paper { ground: "#fbfcfe", ink: "#1c2230", edge: "#c6ccd8", name: "#5b6375" };

pub(crate) fn paper(wizard: &Wizard) -> &'static Paper {
    if wizard.model.look().scheme == Scheme::Light { &LIGHT } else { &DARK }
}

/// The frame of a wizard in the window of a terminal, the same bytes for the same frame.
pub(crate) fn window(title: &str, wizard: &mut Wizard) -> String {
    let (width, height) = size(wizard, AIR);
    let mut svg = opening(title, "backup-medic", paper(wizard), (width, height), "");
    svg.extend(rows(wizard));
    svg + "</g>\n</svg>\n"
}

/// How wide and high the window of a wizard is, with so much below its rows.
pub(crate) fn size(wizard: &Wizard, below: usize) -> (usize, usize) {
    let area = wizard.buffer().area;
    (usize::from(area.width) * CELL.0 + 2 * AIR, usize::from(area.height) * CELL.1 + BAR + below)
}

/// All of a window until its rows: `name` is what runs in it.
pub(crate) fn opening(title: &str, name: &str, paper: &Paper, (width, height): (usize, usize), style: &str) -> String {
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="{FONT_SIZE}">"#
    );
    svg += &format!("\n<title>{}</title>\n{style}", escaped(title));
    svg += &format!(
        r#"<rect x="0.5" y="0.5" width="{}" height="{}" rx="9" fill="{}" stroke="{}"/>"#,
        width - 1,
        height - 1,
        paper.ground,
        paper.edge
    );
    for (at, color) in ["#ff5f57", "#febc2e", "#28c840"].iter().enumerate() {
        svg += &format!("\n<circle cx=\"{}\" cy=\"17\" r=\"5.5\" fill=\"{color}\"/>", 20 + at * 19);
    }
    svg += &format!(
        "\n<text x=\"{}\" y=\"22\" text-anchor=\"middle\" font-size=\"13\" fill=\"{}\">{name}</text>\n",
        width / 2,
        paper.name
    );
    svg + &format!("<g transform=\"translate({AIR} {BAR})\" xml:space=\"preserve\">\n")
}

/// The rows of a frame, each with the cursor if it is there.
pub(crate) fn rows(wizard: &mut Wizard) -> Vec<String> {
    let ink = paper(wizard).ink;
    let cursor = wizard.typing_at().map(|(x, y)| (usize::from(x) * CELL.0, usize::from(y)));
    let height = usize::from(wizard.buffer().area.height);
    let row = |y: usize| {
        let mut row: String = runs(wizard, y).iter().map(|run| run.svg(y) + "\n").collect();
        if let Some((x, _)) = cursor.filter(|(_, at)| *at == y) {
            row += &format!("<rect x=\"{x}\" y=\"{}\" width=\"2\" height=\"16\" fill=\"{ink}\"/>\n", y * CELL.1 + 2);
        }
        row
    };
    (0..height).map(row).collect()
}

/// Cells of one look beside each other.
struct Run {
    x: usize,
    columns: usize,
    text: String,
    ink: String,
    ground: Option<String>,
    bold: bool,
    underlined: bool,
}

/// The runs of a row, broken at wider gaps so that each word keeps its column in every font.
fn runs(wizard: &Wizard, y: usize) -> Vec<Run> {
    let (buffer, paper) = (wizard.buffer(), paper(wizard));
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < usize::from(buffer.area.width) {
        let cell = &buffer[(x as u16, y as u16)];
        let columns = cell.symbol().width().max(1);
        let reversed = cell.modifier.contains(Modifier::REVERSED);
        let (ink, ground) = (color(cell.fg, paper), (cell.bg != Color::Reset).then(|| color(cell.bg, paper)));
        let (ink, ground) = if reversed { (paper.ground.to_owned(), Some(ink)) } else { (ink, ground) };
        let [bold, underlined] = [Modifier::BOLD, Modifier::UNDERLINED].map(|known| cell.modifier.contains(known));
        let same = |run: &&mut Run| {
            let gap = run.ground.is_none() && run.text.ends_with(' ') && cell.symbol() == " ";
            run.x + run.columns == x && run.look() == (&ink, ground.as_deref(), bold, underlined) && !gap
        };
        match runs.last_mut().filter(same) {
            Some(run) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            None => runs.push(Run { x, columns, text: cell.symbol().to_owned(), ink, ground, bold, underlined }),
        }
        x += columns;
    }
    runs.retain(|run| run.ground.is_some() || !run.text.trim().is_empty());
    runs
}

impl Run {
    fn look(&self) -> (&str, Option<&str>, bool, bool) {
        (&self.ink, self.ground.as_deref(), self.bold, self.underlined)
    }

    fn svg(&self, y: usize) -> String {
        let mut svg = String::new();
        let (left, top) = (self.x * CELL.0, y * CELL.1);
        if let Some(ground) = &self.ground {
            let width = self.columns * CELL.0;
            let _ = write!(svg, r#"<rect x="{left}" y="{top}" width="{width}" height="{}" fill="{ground}"/>"#, CELL.1);
        }
        let bold = if self.bold { r#" font-weight="bold""# } else { "" };
        let underline = if self.underlined { r#" text-decoration="underline""# } else { "" };
        for (at, word) in words(&self.text) {
            if word.chars().all(|c| "─│╭╮╰╯".contains(c)) {
                // Fonts leave gaps between the lines of a box, so they are drawn.
                word.chars().enumerate().for_each(|(i, c)| svg += &stroke(c, left + (at + i) * CELL.0, top, &self.ink));
                continue;
            }
            let _ = write!(
                svg,
                r#"<text x="{}" y="{}" textLength="{}" fill="{}"{bold}{underline}>{}</text>"#,
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
        '╭' => format!("M{right} {y}H{x}V{bottom}"),
        '╮' => format!("M{left} {y}H{x}V{bottom}"),
        '╰' => format!("M{right} {y}H{x}V{top}"),
        _ => format!("M{left} {y}H{x}V{top}"),
    };
    format!(r#"<path d="{path}" fill="none" stroke="{ink}" stroke-opacity="0.6"/>"#)
}

/// The colours of the picture's terminal.
fn color(color: Color, paper: &Paper) -> String {
    match color {
        Color::Indexed(number) => {
            let [red, green, blue] = contrast::of_number(number);
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
        _ => paper.ink.to_owned(),
    }
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
