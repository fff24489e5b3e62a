//! What a typed word can stand for: words that mean the same, and where it stands nowhere, the keys of the other keyboard, the
//! sound in the other alphabet, two words without a blank, or a slip.

use super::{
    super::layouts::on_the_other_keyboard, Search, known_words::meanings, sound::sound, vocabulary::letters, words,
};

/// What is looked for in the place of a typed word, and how much less it counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StandIn {
    pub(super) text: String,
    pub(super) factor: f32,
}

/// What a word with the same meaning counts.
const SAME: f32 = 0.85;
/// What is read over the sound.
const HEARD: f32 = 0.9;
/// What has a letter wrong.
pub(super) const SLIP: f32 = 0.8;
/// So long a beginning of a word is known for it.
const CLEAR: usize = 6;
/// So many letters two words have that were typed as one, and each of them.
const BOTH: usize = 6;
const HALF: usize = 2;
/// So many words that are equally near are all looked for.
const NEAREST: usize = 4;

/// A word and those that mean the same.
pub(super) fn with_synonyms(word: &str, factor: f32) -> Vec<StandIn> {
    let others = meanings(words::stem(word))
        .flat_map(|line| line.split(", "))
        .filter(|other| words::stem(other) != words::stem(word));
    let mut readings = vec![StandIn { text: word.to_owned(), factor }];
    for other in others {
        if readings.iter().all(|known| known.text != other) {
            readings.push(StandIn { text: other.to_owned(), factor: factor * SAME });
        }
    }
    readings
}

impl Search {
    /// What else a word can stand for that stands nowhere, as it was typed.
    pub(super) fn guessed(&self, typed: &str) -> Vec<StandIn> {
        let word = words::trimmed(typed);
        let other = on_the_other_keyboard(typed);
        let other = words::trimmed(&other);
        if self.is_known(other) {
            return with_synonyms(other, 1.0);
        }
        let heard = self.heard(word, 0);
        if !heard.is_empty() {
            return heard;
        }
        if let Some(split) = self.split(word) {
            return vec![StandIn { text: split, factor: 1.0 }];
        }
        let near = self.near(word);
        if !near.is_empty() {
            return near;
        }
        // Of short words almost any other is near.
        let near = if letters_of(other) < CLEAR { Vec::new() } else { self.near(other) };
        if !near.is_empty() {
            return near;
        }
        let heard = self.heard(word, tolerance_of_sound(word));
        if !heard.is_empty() {
            return heard;
        }
        self.nearest_start(word).map(|start| StandIn { text: start, factor: SLIP }).into_iter().collect()
    }

    /// Whether a word, or a form of it, stands somewhere.
    pub(super) fn is_known(&self, word: &str) -> bool {
        let stem = words::stem(word);
        let is_form = |whole: &str| {
            whole == word || words::stem(whole) == stem || letters_of(word) >= CLEAR && whole.starts_with(word)
        };
        let mut beginning = self.index.beginning_with(stem);
        letters_of(word) > 1 && beginning.any(|number| is_form(self.index.word(number)))
            || meanings(stem).next().is_some()
    }

    /// The known words that are most like another one.
    fn near(&self, word: &str) -> Vec<StandIn> {
        let most = words::tolerance(word);
        let likely = self.vocabulary().iter().filter(|known| is_likely(word, &known.word));
        let known = likely.map(|known| (known.letters, known.word.as_str(), known.word.as_str()));
        nearest(word, most, known)
    }

    /// The words of the other alphabet that sound the same, but for so many sounds.
    fn heard(&self, word: &str, most: usize) -> Vec<StandIn> {
        let sounds = sound(word);
        if sounds.len() < 3 {
            return Vec::new();
        }
        let others = self.vocabulary().iter().filter(|known| known.word.is_ascii() != word.is_ascii());
        let mut found = if most == 0 {
            let same = others.filter(|known| known.sound.0 == sounds);
            same.flat_map(|known| with_synonyms(&known.word, 1.0)).collect()
        } else {
            nearest(&sounds, most, others.map(|known| (known.sound.1, known.sound.0.as_str(), known.word.as_str())))
        };
        found.iter_mut().for_each(|reading| reading.factor *= HEARD);
        found
    }

    /// Two words that were typed as one and stand somewhere one after the other.
    fn split(&self, word: &str) -> Option<String> {
        in_two(word).find(|pair| !self.index.in_a_row(pair).is_empty())
    }
}

/// A word as any two words, with a blank between them.
fn in_two(word: &str) -> impl Iterator<Item = String> {
    let letters = letters_of(word);
    let places = if letters < BOTH { 0 } else { letters + 1 - 2 * HALF };
    let places = word.char_indices().map(|(at, _)| at).skip(HALF).take(places);
    places.map(|at| format!("{} {}", &word[..at], &word[at..]))
}

/// How many letters a word has.
fn letters_of(word: &str) -> usize {
    word.chars().count()
}

/// Whether a word may be a slip of another one: where it is short, a letter too few, one twice, or two in the wrong order,
/// since with another letter it is another word.
fn is_likely(typed: &str, known: &str) -> bool {
    let (length, other) = (letters_of(typed), letters_of(known));
    let is_double = || typed.chars().zip(typed.chars().skip(1)).any(|(one, next)| one == next);
    let is_same_start = || typed.chars().next() == known.chars().next();
    match length {
        0..=5 => other > length || other == length && letters(typed) == letters(known) || other < length && is_double(),
        6..=7 => other != length || letters(typed) == letters(known) || is_same_start(),
        _ => true,
    }
}

/// How many sounds may differ.
fn tolerance_of_sound(word: &str) -> usize {
    match letters_of(word) {
        0..=6 => 0,
        7..=9 => 1,
        _ => 2,
    }
}

/// The texts that differ from a word by the fewest letters.
fn nearest<'k>(word: &str, most: usize, known: impl Iterator<Item = (u64, &'k str, &'k str)>) -> Vec<StandIn> {
    if most == 0 {
        return Vec::new();
    }
    let (mask, length, first) = (letters(word), letters_of(word), word.chars().next());
    let near = known.filter(|(letters, ..)| (letters ^ mask).count_ones() as usize <= 2 * most);
    let near = near.filter(|(_, known, _)| letters_of(known).abs_diff(length) <= most);
    let near = near.map(|(_, known, text)| ((strsim::osa_distance(word, known), known.chars().next() != first), text));
    let mut near: Vec<_> = near.filter(|((distance, _), _)| *distance <= most).collect();
    near.sort_unstable();
    let Some(&(best, _)) = near.first() else { return Vec::new() };
    let factor = SLIP.powi(best.0 as i32);
    near.iter()
        .take_while(|(distance, _)| *distance == best)
        .take(NEAREST)
        .flat_map(|(_, text)| with_synonyms(text, factor))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_the_same_count_less() {
        let readings = with_synonyms("виртуалки", 1.0);
        let of = |text: &str| readings.iter().find(|reading| reading.text == text).map(|reading| reading.factor);
        assert_eq!((of("виртуалки"), of("vm"), of("disk")), (Some(1.0), Some(SAME), None));
    }

    #[test]
    fn a_slip_in_a_short_word_is_none_with_another_letter() {
        let check = |typed: &str, known: &str, expected: bool| assert_eq!(is_likely(typed, known), expected, "{typed}");
        check("agnet", "agent", true);
        check("gent", "agent", true);
        check("aggent", "agent", true);
        check("rose", "role", false);
        check("tiger", "tier", false);
        check("jacket", "packet", false);
        check("pollicy", "policy", true);
    }

    #[test]
    fn two_words_in_one_have_letters_enough_in_any_alphabet() {
        let check = |word: &str, expected: &[&str]| assert_eq!(in_two(word).collect::<Vec<_>>(), expected);
        check("agent", &[]);
        check("агент", &[]);
        check("nodisk", &["no disk", "nod isk", "nodi sk"]);
        check("недиск", &["не диск", "нед иск", "неди ск"]);
    }
}
