//! Messages in a text, by the words they are made of: an article, a service and a language word them differently.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use rustc_hash::FxHashMap;

use super::{
    roles::WeighedWords,
    speech::{Sense, Speech, sentences},
    words::SearchedText,
};
use crate::{
    data::Files,
    guide::{Catalog, Translation, translations},
    l10n::{MESSAGES, Words},
};

/// The least share of a message's weight that must stand in the text.
const LEAST: f64 = 0.75;

/// A word that weighs less stands in most messages of its language, and wherever it likes.
const COMMON: f64 = 0.5;

/// One word of so many, beside the first, may be missing.
const MISSING_OF: usize = 4;

/// The messages of all problems, in every language.
pub(super) struct Messages {
    messages: Vec<KnownMessage>,
    /// The number of a word.
    words: FxHashMap<String, usize>,
    /// Where the word of a number stands: message, and place among its words.
    places: Vec<Vec<(usize, usize)>>,
}

#[derive(Default)]
struct KnownMessage {
    row: usize,
    /// What each word weighs, in their order; each once. What must be there weighs nothing.
    weights: Vec<f64>,
    /// Whether the word must be there.
    musts: Vec<bool>,
    total: f64,
    denials: usize,
    sentences: usize,
}

/// A message that stands in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MessageHit {
    /// The catalogue's row, the first of its problem.
    pub row: usize,
    /// The first and the last of the words that decided.
    pub words: (usize, usize),
    /// How many of its words are missing.
    pub missing: usize,
    /// Whether the words stand in the message's order.
    pub ordered: bool,
    /// The share of its weight.
    pub share: f64,
}

impl Messages {
    pub(super) fn read(files: &Rc<Files>, catalog: &Catalog, locales: &[String], speech: &Speech) -> Self {
        let mut all = Messages { messages: Vec::new(), words: FxHashMap::default(), places: Vec::new() };
        let first = |problem: &str| catalog.entries.iter().position(|entry| entry.problem == problem);
        for locale in locales {
            let words = Words::new(Rc::clone(files), locale);
            let mut texts = Vec::new();
            let mut seen = BTreeSet::new();
            for (row, entry) in catalog.entries.iter().enumerate() {
                let id = format!("problem-{}", entry.problem);
                if seen.insert(&entry.problem) {
                    let wordings = MESSAGES.iter().filter_map(|wording| words.of_guide(&id, Some(wording), None));
                    texts.extend(wordings.map(|message| (row, message)));
                }
            }
            all.add_language(&texts, speech);
        }
        let mut languages: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
        for Translation { language, messages } in translations(files) {
            let known = messages.into_iter().filter_map(|(problem, message)| Some((first(&problem)?, message)));
            languages.entry(language).or_default().extend(known);
        }
        languages.values().for_each(|texts| all.add_language(texts, speech));
        all
    }

    /// Adds the messages of one language, each with the row of its problem.
    fn add_language(&mut self, messages: &[(usize, String)], speech: &Speech) {
        let texts: Vec<(usize, SearchedText, usize)> =
            messages.iter().map(|(row, text)| (*row, SearchedText::of(text), sentences(text))).collect();
        let rows: Vec<(usize, Vec<Sense<'_>>, usize)> =
            texts.iter().map(|(row, text, sentences)| (*row, speech.senses(text), *sentences)).collect();
        // Problems, not messages: the other wordings of one make its words no more common.
        let mut by_problem: Vec<&(usize, Vec<Sense<'_>>, usize)> = rows.iter().collect();
        by_problem.sort_by_key(|(row, ..)| *row);
        let mut problems = 0;
        let mut having: FxHashMap<Sense<'_>, (usize, usize)> = FxHashMap::default();
        for of_one in by_problem.chunk_by(|(one, ..), (other, ..)| one == other) {
            problems += 1;
            for sense in of_one.iter().flat_map(|(_, senses, _)| senses) {
                let (count, last) = having.entry(*sense).or_default();
                *count += usize::from(*last != problems);
                *last = problems;
            }
        }
        // The logarithm of n / k as a sum, since the one of the mathematics library would have to be loaded at each start.
        let rarities = (1..=problems).map(|having| (having..=problems).map(|count| 1.0 / count as f64).sum());
        let rarities: Vec<f64> = rarities.collect();
        let rarity = |sense: &Sense<'_>| rarities[having[sense].0 - 1];
        for (row, senses, sentences) in &rows {
            let message = KnownMessage { row: *row, sentences: *sentences, ..KnownMessage::default() };
            self.add(message, senses, rarity);
        }
    }

    /// Adds a message; a word weighs the more the fewer problems have it in a message of that language.
    fn add(&mut self, mut message: KnownMessage, senses: &[Sense<'_>], rarity: impl Fn(&Sense<'_>) -> f64) {
        let at = self.messages.len();
        for sense in senses {
            message.denials += usize::from(*sense == Sense::Denial);
            let word = self.words.get(sense.key()).copied().unwrap_or_else(|| {
                self.words.insert(sense.key().to_owned(), self.places.len());
                self.places.push(Vec::new());
                self.places.len() - 1
            });
            let places = &mut self.places[word];
            if *sense == Sense::Filler || places.last().is_some_and(|(of, _)| *of == at) {
                continue;
            }
            places.push((at, message.weights.len()));
            let must = matches!(sense, Sense::Denial | Sense::Failure | Sense::Subject);
            let weight = if must { 0.0 } else { rarity(sense) };
            message.weights.push(weight);
            message.musts.push(must);
            message.total += weight;
        }
        self.messages.push(message);
    }

    /// The stems of all messages.
    pub(super) fn stems(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The places of the words of a text in messages that have enough of theirs in it, wherever they stand; most have not.
    fn possible(&self, words: &[(usize, usize)]) -> FxHashMap<usize, Vec<(usize, usize)>> {
        let mut is_there = vec![false; self.places.len()];
        words.iter().for_each(|(_, word)| is_there[*word] = true);
        let seen = || (0..self.places.len()).filter(|word| is_there[*word]);
        let mut there = vec![0_usize; self.messages.len()];
        seen().flat_map(|word| &self.places[word]).for_each(|(message, _)| there[*message] += 1);
        let is_possible = |message: usize| {
            let known = &self.messages[message];
            there[message] + known.may_miss() >= known.weights.len()
        };
        let places = seen().filter_map(|word| {
            let of_word = self.places[word].iter().filter(|(message, _)| is_possible(*message)).copied();
            let of_word: Vec<(usize, usize)> = of_word.collect();
            (!of_word.is_empty()).then_some((word, of_word))
        });
        places.collect()
    }

    /// The messages that stand in a text and are not denied there, each at its best place.
    pub(super) fn find(&self, said: &WeighedWords<'_>) -> Vec<MessageHit> {
        // Which word of a message stands where.
        let numbers = said.text.by_form(|form| self.words.get(said.speech.sense(form).key()).copied());
        let words: Vec<(usize, usize)> = numbers.enumerate().filter_map(|(at, word)| Some((at, word?))).collect();
        let denials: Vec<usize> = (0..said.senses.len()).filter(|at| said.senses[*at] == Sense::Denial).collect();
        let mut hits: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.messages.len()];
        let places = self.possible(&words);
        for (at, word) in words {
            for (message, place) in places.get(&word).into_iter().flatten() {
                hits[*message].push((at, *place));
            }
        }
        let mut found: Vec<MessageHit> = Vec::new();
        for (message, hits) in self.messages.iter().zip(&hits).filter(|(_, hits)| !hits.is_empty()) {
            let denied = |first: usize, last: usize| {
                let before = |end: usize| denials.partition_point(|at| *at < end);
                let inside = before(last + 1) - before(first);
                let ends = sentences(said.text.span(first, last));
                // Of a denial that the message repeats, the narrowest place may leave the first before it.
                let denials = inside + usize::from(said.denied(first, |_| false));
                denials > message.denials || (inside == 0 && message.denials > 0) || ends > message.sentences
            };
            found.extend(message.best(hits, denied));
        }
        // Words that tell one message best tell no other.
        found.sort_by(|a, b| b.share.total_cmp(&a.share).then(b.words.1.cmp(&a.words.1)));
        let mut kept: Vec<MessageHit> = Vec::new();
        for one in found {
            let apart = |other: &MessageHit| other.words.1 < one.words.0 || one.words.1 < other.words.0;
            if kept.iter().all(apart) {
                kept.push(one);
            }
        }
        kept
    }
}

impl KnownMessage {
    /// How many of its words carry weight.
    fn weighty(&self) -> usize {
        self.weights.iter().filter(|weight| **weight > 0.0).count()
    }

    /// How many of its words may be missing in a text.
    fn may_miss(&self) -> usize {
        self.weighty().saturating_sub(1) / MISSING_OF
    }

    /// The place with the fewest words missing, among those that are no wider than the message allows.
    fn best(&self, hits: &[(usize, usize)], denied: impl Fn(usize, usize) -> bool) -> Option<MessageHit> {
        let (words, may_miss) = (self.weighty(), self.may_miss());
        let width = self.weights.len() * 2 + 8;
        let mut counts = vec![0_usize; self.weights.len()];
        let mut absent = self.weights.len();
        let mut best: Option<MessageHit> = None;
        let mut left = 0;
        for right in 0..hits.len() {
            counts[hits[right].1] += 1;
            absent -= usize::from(counts[hits[right].1] == 1);
            // Narrow: what is too far away, and what stands further right again.
            while hits[right].0 - hits[left].0 > width || (left < right && counts[hits[left].1] > 1) {
                counts[hits[left].1] -= 1;
                absent += usize::from(counts[hits[left].1] == 0);
                left += 1;
            }
            let there = |place: &usize| counts[*place] > 0;
            let places = 0..self.weights.len();
            if absent > may_miss || places.clone().any(|place| self.musts[place] && !there(&place)) {
                continue;
            }
            let share = places.filter(there).map(|place| self.weights[place]).sum::<f64>() / self.total;
            let falls = falls_of(&hits[left..=right], |_| true);
            let (first, last) = (hits[left].0, hits[right].0);
            let better = |best: &MessageHit| (absent, last - first) < (best.missing, best.words.1 - best.words.0);
            // Where a word is missing, the others must stand as the message has them; words of any order are no message.
            let moved = || falls_of(&hits[left..=right], |place| self.weights[place] >= COMMON || self.musts[place]);
            if falls * 2 > words
                || share < LEAST
                || !best.as_ref().is_none_or(better)
                || (absent.min(falls) > 0 && moved() > 0)
            {
                continue;
            }
            if !denied(first, last) {
                let ordered = falls * 4 <= words;
                best = Some(MessageHit { row: self.row, words: (first, last), missing: absent, ordered, share });
            }
        }
        best
    }
}

/// How often the words that count fall behind the message's order, each taken where it comes first.
fn falls_of(hits: &[(usize, usize)], counts: impl Fn(usize) -> bool) -> usize {
    let mut firsts: Vec<usize> = Vec::new();
    for (_, place) in hits {
        if counts(*place) && !firsts.contains(place) {
            firsts.push(*place);
        }
    }
    firsts.windows(2).filter(|two| two[0] > two[1]).count()
}
