//! Home's search: codes, titles, keywords and messages in any language at once, and behind them the titles of all that a
//! problem leads to. Each word of a query is looked for where words begin; what has too few of them is no hit.

mod codes;
mod index;
mod known_words;
mod lookup;
mod making;
mod owners;
mod readings;
mod sound;
mod texts;
mod vocabulary;
mod words;

pub use words::marked;

use std::{
    cell::OnceCell,
    collections::{HashMap, HashSet},
    rc::Rc,
};

use index::{Index, IndexedText};
use lookup::WordHits;
use texts::Kind;
use vocabulary::NamedWord;

use super::layouts::on_the_other_keyboard;
use crate::{data::Files, guide::Catalog};

/// A query above this length, in characters, is a pasted text rather than something typed.
pub(super) const TYPED: usize = 80;
/// A word of so many characters may be a code, and so many words the text of a message: then it is looked into what they say.
const CODE: usize = 16;
const SENTENCE: usize = 5;

/// A hit has at least this part of what the query's words are worth.
const ENOUGH: f32 = 0.5;
/// A word that stands nowhere says less than a rare one does.
const UNKNOWN: f32 = 0.3;
/// How much it counts that one title or keyword is what was typed.
const WHOLE: f32 = 13.0;
/// So much more where it has all words as they were typed, in whatever order.
const AS_TYPED: f32 = 0.2;
const SAME_WORDS: f32 = 0.95;
/// What is worth less than this part of the best is left out.
const NEAR: f32 = 0.2;
/// Nobody reads more hits than these.
const MOST: usize = 60;

/// A row of the catalogue that fits, and why, where its title and code do not show it.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchHit {
    /// The row.
    pub row: usize,
    /// What else has what was looked for.
    pub why: Option<Why>,
}

/// Where a hit is that the title does not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// In the title of a question, a remedy or a cause, by its kind and id.
    Inside(&'static str, String),
    /// Under a word by which the problem is known.
    Keyword(String),
}

/// What a query finds.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Hits {
    /// The best first.
    pub found: Vec<SearchHit>,
    /// The beginnings of the words that were looked for, to be marked where they stand.
    pub stems: Vec<String>,
}

/// Whether a text has every word of a query, in any of its forms.
pub(super) fn contains_all(text: &str, query: &str) -> bool {
    let (text, query) = (words::fold(text), words::fold(query));
    let sought = words::of_query(&query);
    !sought.is_empty() && sought.into_iter().all(|word| text.contains(words::stem(words::trimmed(word))))
}

/// Whether a query may say more than words: a code, a number, or a message.
pub(super) fn is_text(query: &str) -> bool {
    let is_number = |word: &str| word.len() > 4 && word.bytes().all(|b| b.is_ascii_digit());
    query.chars().count() > TYPED
        || query.split_whitespace().count() >= SENTENCE
        || query.split_whitespace().any(|word| word.chars().count() >= CODE || is_number(word))
}

/// The natural logarithm, straight from one power of two to the next: near enough to weigh hits, and the exact one lies in a
/// library that each start would load.
fn logarithm(number: f32) -> f32 {
    const STEPS: f32 = (1u32 << (f32::MANTISSA_DIGITS - 1)) as f32;
    (number.to_bits() as f32 / STEPS - (f32::MAX_EXP - 1) as f32) * std::f32::consts::LN_2
}

/// What can be found, and what is read of it on the way.
pub(super) struct Search {
    index: Index<'static>,
    files: Rc<Files>,
    catalog: Rc<Catalog>,
    literals: OnceCell<HashMap<String, String>>,
    vocabulary: OnceCell<Vec<NamedWord>>,
}

impl Search {
    pub(super) fn read(files: &Rc<Files>, catalog: &Rc<Catalog>) -> Self {
        Search {
            index: Index::read(files, catalog),
            files: Rc::clone(files),
            catalog: Rc::clone(catalog),
            literals: OnceCell::new(),
            vocabulary: OnceCell::new(),
        }
    }

    /// The rows of the catalogue that fit what was typed, the best first.
    pub(super) fn find(&self, query: &str) -> Hits {
        let folded = words::fold(query);
        let words = self.split_up(words::of_query(&folded));
        let (looked_up, mut hits) = self.of_words(&words);
        if hits.found.is_empty()
            && !is_text(query)
            && let Some(at) = self.telling(&looked_up)
        {
            hits.found = self.best(&looked_up[at..=at], &words[at..=at]);
        }
        self.known_as(&folded, &mut hits.found);
        let parts = words::parts(query);
        if hits.found.is_empty() && parts != folded {
            (_, hits) = self.of_words(&words::of_query(&parts));
        }
        if hits.found.is_empty() && !folded.contains(' ') {
            hits.found = self.initials(&folded).into_iter().map(|row| SearchHit { row, why: None }).collect();
        }
        hits
    }

    /// Words with signs or numbers in them that stand nowhere as they are, such as names of files, in their parts.
    fn split_up<'q>(&self, words: Vec<&'q str>) -> Vec<&'q str> {
        let is_known = |word: &str| self.is_known(words::trimmed(word));
        let is_whole = |word: &str| is_known(word) || is_known(&on_the_other_keyboard(word));
        let split = |word: &'q str| {
            let parts = words::parts_of_name(word);
            if parts.len() < 2 || is_whole(word) { vec![word] } else { parts }
        };
        words.into_iter().flat_map(split).collect()
    }

    /// What is left of a query that nothing fits as a whole: the word that fewest rows have, unless most have it.
    fn telling(&self, looked_up: &[WordHits]) -> Option<usize> {
        let known = looked_up.iter().enumerate().filter(|(_, hits)| hits.is_sure && hits.is_of_weight);
        known.min_by_key(|(_, hits)| hits.rows).filter(|(_, hits)| 2 * hits.rows <= self.index.rows).map(|(at, _)| at)
    }

    /// Puts those first that are known by exactly these words.
    fn known_as(&self, words: &str, found: &mut [SearchHit]) {
        let begins = self.index.exactly_in_a_row(words).into_iter().filter(|place| place.word == 0);
        let texts = begins.map(|place| (place.line, self.index.text_with(place.line)));
        let is_it = |(line, text): &(usize, IndexedText)| {
            text.kind == Kind::Keywords && self.keyword(text, *line).is_some_and(|keyword| keyword == words)
        };
        let known: HashSet<usize> = texts.filter(is_it).flat_map(|(_, text)| self.index.rows_of(text.owner)).collect();
        found.sort_by_key(|hit| !known.contains(&hit.row));
    }

    /// A keyword, folded, by its text and its line.
    fn keyword(&self, text: &IndexedText, line: usize) -> Option<String> {
        let source = texts::entries(self.index.source(&self.files, text.number)?).next()?.text();
        let literals = || texts::literals(&self.files, &self.catalog);
        let filled = match source.contains('{') {
            true => texts::filled(&source, self.literals.get_or_init(literals)),
            false => source,
        };
        filled.split(',').nth(line - text.lines.start).map(|keyword| words::fold(keyword.trim()))
    }

    /// The places of words, and the rows that have enough of them.
    fn of_words(&self, words: &[&str]) -> (Vec<WordHits>, Hits) {
        let mut stems = Vec::new();
        let mut joined = false;
        // With any one letter far too many words of sentences begin.
        let is_letter = matches!(words, [word] if words::trimmed(word).chars().nth(1).is_none());
        let lines = if is_letter { self.index.names } else { self.index.lengths.len() };
        let mut looked_up: Vec<WordHits> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            // What was typed as two words may be one.
            let one = |at: usize| format!("{}{}", words::trimmed(words[at]), words::trimmed(words[at + 1]));
            let before = joined.then(|| one(at - 1));
            let both = (at + 1 < words.len()).then(|| one(at));
            let both = both.filter(|both| both.chars().count() > 4 && self.is_known(both));
            joined = both.is_some();
            let also: Vec<String> = both.into_iter().chain(before).collect();
            looked_up.push(self.word_or_near(word, &also, lines, &mut stems));
        }
        let found = self.best(&looked_up, words);
        (looked_up, Hits { found, stems })
    }

    /// The rows that have enough of the words, the best first.
    fn best(&self, all: &[WordHits], words: &[&str]) -> Vec<SearchHit> {
        // Guesses alone are no hit beside a word by which nothing is called.
        let of_weight = || all.iter().filter(|hits| hits.is_of_weight);
        if of_weight().any(|hits| !hits.is_named) && !of_weight().any(|hits| hits.is_sure) {
            return Vec::new();
        }
        let rare = |hits: &WordHits| hits.says * logarithm(1.0 + self.index.rows as f32 / (1.0 + hits.rows as f32));
        let worth: Vec<f32> =
            all.iter().map(|hits| if hits.rows > 0 { rare(hits) } else { UNKNOWN * rare(hits) }).collect();
        let total: f32 = worth.iter().sum();
        let whole = self.as_whole(all, &worth, total);
        let mut scored: Vec<(f32, usize, u32)> = Vec::new();
        for (row, whole) in whole.into_iter().enumerate() {
            let of_row = || all.iter().map(|hits| hits.best[row]).zip(&worth);
            let had: f32 = of_row().filter(|((best, _), _)| *best > 0.0).map(|(_, worth)| worth).sum();
            if had > 0.0 && had >= ENOUGH * total {
                let score = of_row().map(|((best, _), worth)| best * worth).sum::<f32>() * had / (total * total);
                let best = of_row().max_by(|((one, _), w1), ((other, _), w2)| (one * *w1).total_cmp(&(other * *w2)));
                scored.push((score + WHOLE * whole, row, best.map_or(0, |((_, line), _)| line)));
            }
        }
        scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        // Several words that stand together are rarely there by chance.
        let has_all = |row: usize| all.len() > 1 && all.iter().all(|hits| hits.best[row].0 > 0.0);
        let top = scored.first().map_or(0.0, |(score, ..)| *score);
        let is_near = |(score, row, _): &(f32, usize, u32)| *score >= NEAR * top || has_all(*row);
        let near = scored.into_iter().filter(is_near).take(MOST);
        near.map(|(_, row, line)| SearchHit { row, why: self.why(line, words) }).collect()
    }

    /// For each row, how much of the query its best line has, and how little else that line says.
    fn as_whole<'w>(&self, all: &'w [WordHits], worth: &'w [f32], total: f32) -> Vec<f32> {
        let of_word = |(hits, worth): (&'w WordHits, &'w f32)| {
            hits.lines.iter().map(move |(line, text, fits)| (*line, *text, fits * worth, hits.says))
        };
        let mut lines: Vec<(u32, u32, f32, f32)> = all.iter().zip(worth).flat_map(of_word).collect();
        lines.sort_by_key(|(line, ..)| *line);
        let mut best = vec![0.0f32; self.index.rows];
        for of_line in lines.chunk_by(|one, other| one.0 == other.0) {
            let (line, text) = (of_line[0].0 as usize, of_line[0].1 as usize);
            let (had, count) =
                of_line.iter().fold((0.0, 0.0), |(had, count), (.., fits, says)| (had + fits, count + says));
            let part = (count / f32::from(self.index.lengths[line])).min(1.0);
            let all = if had > SAME_WORDS * total && part > SAME_WORDS { 1.0 + AS_TYPED } else { 1.0 };
            let score = all * had / total * part.sqrt() * self.index.kind(text).weight() / Kind::Title.weight();
            self.index.rows_of(self.index.owners.get(text)).for_each(|row| best[row] = best[row].max(score));
        }
        best
    }

    /// What is said of a hit that the title does not show.
    fn why(&self, line: u32, words: &[&str]) -> Option<Why> {
        let text = self.index.text_with(line as usize);
        match text.kind {
            Kind::Cause | Kind::Remedy | Kind::Question => {
                let entry = texts::entries(self.index.source(&self.files, text.number)?).next()?;
                let (_, (kind, id)) = making::kind_of(entry.id, None)?;
                Some(Why::Inside(kind, id.to_owned()))
            }
            Kind::Keywords => {
                let has = |keyword: &String| words.iter().any(|word| keyword.contains(words::stem(word)));
                self.keyword(&text, line as usize).filter(has).map(Why::Keyword)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
