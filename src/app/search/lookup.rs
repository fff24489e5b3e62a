//! Where a typed word stands, or what it stands for, and how much that says.

use super::{
    index::{Index, Line},
    logarithm,
    readings::{self, SLIP, StandIn, with_synonyms},
    texts::Kind,
    words,
};

/// What fits less is guessed.
const SURE: f32 = 0.75;
/// What a word says at least that stands somewhere in a text.
const LITTLE: f32 = 0.25;
/// What is worth more than this is what a problem is called, and not said by the way.
const NAMED: f32 = 4.0;

/// How good the places of a word are.
pub(super) struct WordHits {
    /// By row: what the best one is worth, and its line.
    pub(super) best: Vec<(f32, u32)>,
    /// Lines that are short enough to be compared as a whole, each with how well the word fits there.
    pub(super) lines: Vec<(u32, f32)>,
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

impl Index {
    /// Where a word stands, alone or as one with its neighbours, or else what it may stand for.
    pub(super) fn word_or_near(&self, typed: &str, also: &[String], stems: &mut Vec<String>) -> WordHits {
        let word = words::trimmed(typed);
        let mut readings = with_synonyms(word, 1.0);
        readings.extend(also.iter().map(|also| StandIn { text: also.clone(), factor: 1.0 }));
        let mut hits = self.look_up(&readings);
        if hits.rows == 0 {
            readings = self.guessed(typed);
            hits = self.look_up(&readings);
        }
        stems.extend(readings.iter().map(|reading| words::stem(&reading.text).to_owned()));
        let says = readings::says(word);
        if hits.rows > 0 {
            // What was guessed says less than what was typed, and so does what stands in no title and under no keyword.
            let guessed = readings.iter().map(|reading| reading.factor).fold(0.0, f32::max);
            let best = hits.best.iter().map(|(score, _)| *score).fold(0.0, f32::max) / Kind::Keywords.weight();
            hits.says = guessed * guessed * best.clamp(LITTLE, 1.0);
        }
        hits.says *= says;
        hits.is_of_weight = readings::says_something(word);
        hits
    }

    fn look_up(&self, readings: &[StandIn]) -> WordHits {
        let (mut best, mut lines, mut is_sure) = (vec![(0.0, 0); self.rows], Vec::new(), false);
        for StandIn { text: word, factor } in readings {
            let sought = if word.contains(' ') { word } else { words::stem(word) };
            self.each(sought, |at, line: &Line, number| {
                let Some(fits) = self.fits(word, sought, at, line) else { return };
                is_sure |= fits >= SURE && *factor > SLIP;
                let fits = fits * factor;
                if line.is_short() {
                    lines.push((number, fits));
                }
                let rows = &self.rows_of[line.owner as usize];
                let score = fits * line.kind.weight() / (1.0 + logarithm(rows.len() as f32) * line.shared());
                for row in rows {
                    let known: &mut (f32, u32) = &mut best[*row as usize];
                    if score > known.0 {
                        *known = (score, number);
                    }
                }
            });
        }
        // Of each line the best.
        lines.sort_unstable_by(|one: &(u32, f32), other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        lines.dedup_by_key(|(number, _)| *number);
        let count = |least: f32| best.iter().filter(|(score, _)| *score > least).count();
        let (all, named) = (count(0.0), count(NAMED));
        let rows = if named > 0 { named + (all - named) / 4 } else { all };
        WordHits { best, lines, rows, says: 1.0, is_of_weight: true, is_sure, is_named: named > 0 }
    }

    /// How well a word fits what stands at a place of its stem, or of itself where it is two.
    fn fits(&self, word: &str, sought: &str, at: usize, line: &Line) -> Option<f32> {
        if !words::begins_at(&self.text, at) {
            return (sought.chars().count() > 4 && line.kind == Kind::Code).then_some(0.4);
        }
        if word.contains(' ') {
            let ends = !self.text[at + word.len()..].starts_with(char::is_alphanumeric);
            return Some(if ends { 1.0 } else { 0.7 });
        }
        let whole = words::word_at(&self.text, at, word);
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
}
