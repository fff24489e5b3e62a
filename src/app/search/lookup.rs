//! Where a typed word stands, or what it stands for, and how much that says.

use super::{
    Search,
    index::OF_CODE,
    known_words, logarithm,
    readings::{SLIP, StandIn, with_synonyms},
    texts::Kind,
    words,
};

/// What fits less is guessed.
const SURE: f32 = 0.75;
/// What a word says at least that stands somewhere in a text.
const LITTLE: f32 = 0.25;
/// What a part of a code is worth that is none of its beginnings, and how many letters it has at least.
const INSIDE: f32 = 0.4;
const INSIDE_LETTERS: usize = 5;
/// What a phrase is worth whose last word goes on.
const GOES_ON: f32 = 0.7;
/// What is worth more than this is what a problem is called, and not said by the way.
const NAMED: f32 = 4.0;

/// How good the places of a word are.
pub(super) struct WordHits {
    /// By row: what the best one is worth, and its line.
    pub(super) best: Vec<(f32, u32)>,
    /// Lines that are short enough to be compared as a whole, each with its text and how well the word fits there.
    pub(super) lines: Vec<(u32, u32, f32)>,
    /// How many rows have it, those less that only say it by the way.
    pub(super) rows: usize,
    /// How much the word counts beside others.
    pub(super) says: f32,
    /// Whether it is no word that any sentence has.
    pub(super) is_of_weight: bool,
    /// Whether it stands somewhere as it was typed, in any of its forms.
    pub(super) is_sure: bool,
    /// Whether a problem is called by it.
    pub(super) is_named: bool,
}

impl Search {
    /// Where a word stands, alone or as one with its neighbours, in the first lines before all, or else what it may stand for.
    pub(super) fn word_or_near(&self, typed: &str, also: &[String], lines: usize, stems: &mut Vec<String>) -> WordHits {
        let word = words::trimmed(typed);
        let mut readings = with_synonyms(word, 1.0);
        readings.extend(also.iter().map(|also| StandIn { text: also.clone(), factor: 1.0 }));
        let all = self.index.lengths.len();
        let mut hits = self.look_up(&readings, lines);
        if hits.rows == 0 && lines < all {
            hits = self.look_up(&readings, all);
        }
        if hits.rows == 0 {
            readings = self.guessed(typed);
            hits = self.look_up(&readings, all);
        }
        stems.extend(readings.iter().map(|reading| words::stem(&reading.text).to_owned()));
        let says = known_words::says(word);
        if hits.rows > 0 {
            // What was guessed says less than what was typed, and so does what stands in no title and under no keyword.
            let guessed = readings.iter().map(|reading| reading.factor).fold(0.0, f32::max);
            let best = hits.best.iter().map(|(score, _)| *score).fold(0.0, f32::max) / Kind::Keywords.weight();
            hits.says = guessed * guessed * best.clamp(LITTLE, 1.0);
        }
        hits.says *= says;
        hits.is_of_weight = known_words::says_something(word);
        hits
    }

    fn look_up(&self, readings: &[StandIn], lines: usize) -> WordHits {
        let (mut fits, mut is_sure) = (vec![0.0f32; lines], false);
        for reading in readings {
            let best = self.place(reading, &mut fits);
            is_sure |= best >= SURE && reading.factor > SLIP;
        }
        let (mut best, mut lines) = (vec![(0.0, 0); self.index.rows], Vec::new());
        let found = (0..fits.len()).filter(|line| fits[*line] > 0.0);
        for (line, text) in self.index.with_texts(found) {
            if self.index.kind(text).is_short() {
                lines.push((line as u32, text as u32, fits[line]));
            }
            self.credit(text, line as u32, fits[line], &mut best);
        }
        let count = |least: f32| best.iter().filter(|(score, _)| *score > least).count();
        let (all, named) = (count(0.0), count(NAMED));
        let rows = if named > 0 { named + (all - named) / 4 } else { all };
        WordHits { best, lines, rows, says: 1.0, is_of_weight: true, is_sure, is_named: named > 0 }
    }

    /// Notes for each line that has a word how well it fits there; answers how well it does at best, whatever it stands for.
    fn place(&self, StandIn { text: word, factor }: &StandIn, fits: &mut [f32]) -> f32 {
        let (index, lines) = (&self.index, fits.len());
        let mut best = 0.0f32;
        let mut note = |line: usize, fit: f32| {
            fits[line] = fits[line].max(fit * factor);
            best = best.max(fit);
        };
        if word.contains(' ') {
            let found = index.in_a_row(word).into_iter();
            found.for_each(|(place, ends)| note(place.line, if ends { 1.0 } else { GOES_ON }));
            return best;
        }
        let sought = words::stem(word);
        for number in index.beginning_with(sought) {
            let Some(fit) = fit(word, sought, index.word(number)) else { continue };
            index.places(number).take_while(|place| place.line < lines).for_each(|place| note(place.line, fit));
        }
        if sought.chars().count() >= INSIDE_LETTERS {
            let of_codes = index.parts_of.iter().enumerate().filter(|(_, part_of)| *part_of & OF_CODE != 0);
            let inside = of_codes.filter(|(number, _)| index.word(*number).find(sought).is_some_and(|at| at > 0));
            for place in inside.flat_map(|(number, _)| index.places(number)) {
                if index.text_with(place.line).kind == Kind::Code {
                    note(place.line, INSIDE);
                }
            }
        }
        best
    }

    /// Gives the rows of which a text speaks what a word in its line is worth.
    fn credit(&self, text: usize, line: u32, fit: f32, best: &mut [(f32, u32)]) {
        let (kind, owner) = (self.index.kind(text), self.index.owners.get(text));
        let rows = || self.index.rows_of(owner);
        let spread = if kind.is_shared() { 1.0 + logarithm(rows().count() as f32) } else { 1.0 };
        let score = fit * kind.weight() / spread;
        for row in rows() {
            if score > best[row].0 {
                best[row] = (score, line);
            }
        }
    }
}

/// How well a word fits one that begins with its stem.
fn fit(word: &str, sought: &str, whole: &str) -> Option<f32> {
    let (length, all) = (word.chars().count(), whole.chars().count());
    match whole {
        _ if whole == word => Some(1.0),
        _ if words::stem(whole) == sought => Some(0.9),
        _ if whole.starts_with(word) => Some(0.5 + 0.35 * length as f32 / all as f32),
        // Another form of the word is no much longer one.
        _ if all <= length + 3 && 10 * sought.chars().count() >= 7 * length && length > 3 => Some(0.5),
        _ => None,
    }
}
