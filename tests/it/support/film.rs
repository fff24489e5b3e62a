//! Frames one after another as one SVG that moves by itself: what stays is drawn once, and who wants no motion sees one frame.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    svg::{self, AIR, CELL, Paper, escaped},
    wizard::Wizard,
};

/// In tenths of a second, from and to.
type Span = (u32, u32);

/// For how long a key is shown before and after it is pressed.
const BEFORE: u32 = 7;
const AFTER: u32 = 3;

/// The strip below the frame: how far the film is, and which key is pressed.
const STRIP: usize = 52;

/// What was shown so far, and when.
pub(crate) struct Film {
    paper: &'static Paper,
    size: (usize, usize),
    now: u32,
    /// When each scene begins.
    scenes: Vec<u32>,
    /// What is drawn, in the order in which it first was, with the times at which it is there.
    shown: Vec<(String, Vec<Span>)>,
}

impl Film {
    pub(crate) fn new(wizard: &Wizard) -> Self {
        let (paper, size) = (svg::paper(wizard), svg::size(wizard, STRIP));
        Film { paper, size, now: 0, scenes: Vec::new(), shown: Vec::new() }
    }

    /// Shows a frame for so long.
    pub(crate) fn scene(&mut self, wizard: &mut Wizard, tenths: u32) {
        let span = (self.now, self.now + tenths);
        for row in svg::rows(wizard).into_iter().filter(|row| !row.is_empty()) {
            self.show(row, span);
        }
        self.scenes.push(self.now);
        self.now += tenths;
    }

    /// Shows that a key is pressed, with its word, before what comes next.
    pub(crate) fn press(&mut self, caps: &str, word: &str) {
        let width = (caps.chars().count() + 2) * CELL.0;
        let (left, top) = (CELL.0, self.size.1 - STRIP - svg::BAR + 16);
        let (ground, ink, name) = (self.paper.ground, self.paper.ink, self.paper.name);
        let key = format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"24\" rx=\"5\" fill=\"{ink}\"/>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"bold\" fill=\"{ground}\">{}</text>\
             <text x=\"{}\" y=\"{}\" fill=\"{name}\">{}</text>\n",
            left + width / 2,
            top + 17,
            escaped(caps),
            left + width + CELL.0,
            top + 17,
            escaped(word)
        );
        self.show(key, (self.now.saturating_sub(BEFORE), self.now + AFTER));
    }

    fn show(&mut self, part: String, (from, to): Span) {
        match self.shown.iter_mut().find(|(known, _)| *known == part) {
            Some((_, spans)) if spans.last().is_some_and(|(_, last)| *last == from) => {
                spans.last_mut().expect("it was found").1 = to;
            }
            Some((_, spans)) => spans.push((from, to)),
            None => self.shown.push((part, vec![(from, to)])),
        }
    }

    /// The film, for ever from its beginning; where nothing may move, its frame at one time.
    pub(crate) fn svg(mut self, title: &str, name: &str, still: u32) -> String {
        self.progress();
        let mut groups: BTreeMap<Vec<Span>, String> = BTreeMap::new();
        for (part, spans) in &self.shown {
            groups.entry(spans.clone()).or_default().push_str(part);
        }
        let always = groups.remove(&vec![(0, self.now)]).unwrap_or_default();
        let mut style = String::from("<style>\n");
        let mut body = always;
        let mut moving = String::new();
        for (at, (spans, parts)) in groups.into_iter().enumerate() {
            let is_still = spans.iter().any(|(from, to)| (*from..*to).contains(&still));
            let hidden = if is_still { "" } else { " visibility=\"hidden\"" };
            let _ = write!(body, "<g class=\"s{at}\"{hidden}>\n{parts}</g>\n");
            let _ = writeln!(moving, ".s{at}{{animation-name:k{at}}}");
            let _ = writeln!(style, "@keyframes k{at}{{{}}}", self.keyframes(&spans));
        }
        // A rule for all of them would have the weight of none: names come behind it.
        let seconds = f64::from(self.now) / 10.0;
        let _ = write!(
            style,
            "@media (prefers-reduced-motion:no-preference){{\n[class]{{animation:{seconds}s step-end infinite}}\n{moving}}}\n</style>\n"
        );
        svg::opening(title, name, self.paper, self.size, &style) + &body + "</g>\n</svg>\n"
    }

    /// Where something is there, and where no longer, in hundredths of the whole.
    fn keyframes(&self, spans: &[Span]) -> String {
        let mut frames = String::new();
        let mut frame = |at: u32, state: &str| {
            let _ = write!(frames, "{:.2}%{{visibility:{state}}}", f64::from(at) * 100.0 / f64::from(self.now));
        };
        if spans.first().is_some_and(|(from, _)| *from > 0) {
            frame(0, "hidden");
        }
        for (from, to) in spans {
            frame(*from, "visible");
            if *to < self.now {
                frame(*to, "hidden");
            }
        }
        frames
    }

    /// A line below the frame that grows with each scene.
    fn progress(&mut self) {
        let (width, y) = (self.size.0 - 2 * AIR, self.size.1 - STRIP - svg::BAR + 4);
        let at = |tenths: u32| width * tenths as usize / self.now as usize;
        let ends: Vec<u32> = self.scenes.iter().skip(1).copied().chain([self.now]).collect();
        let edge = self.paper.edge;
        let line = |from: usize, to: usize, color: &str| {
            format!("<rect x=\"{from}\" y=\"{y}\" width=\"{}\" height=\"2\" fill=\"{color}\"/>\n", to - from)
        };
        let mut parts = vec![(line(0, width, edge), 0)];
        parts.extend(self.scenes.iter().zip(ends).map(|(from, to)| (line(at(*from), at(to), "#5fafff"), *from)));
        parts.into_iter().for_each(|(part, from)| self.show(part, (from, self.now)));
    }
}
