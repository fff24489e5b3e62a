//! Codes by what somebody types of them: a beginning with a slip, or the first letters of their words.

use super::Search;

/// So many letters of a word make it the beginning of one code only.
const CLEAR_START: usize = 10;
/// So many words are known by their first letters.
const INITIALS: usize = 3;

impl Search {
    /// The beginning of a code that is nearest to a long word.
    pub(super) fn nearest_start(&self, word: &str) -> Option<String> {
        let letters = word.chars().count();
        if letters < CLEAR_START {
            return None;
        }
        let start = |code: &str, by: isize| {
            code.chars().filter(|c| *c != ' ').take(letters.saturating_add_signed(by)).collect()
        };
        let starts = self.index.codes.lines().flat_map(|code| [-1, 0, 1].map(|by| start(code, by)));
        let near = starts.map(|start: String| (strsim::osa_distance(word, &start), start));
        near.filter(|(distance, _)| *distance <= letters / 6).min().map(|(_, start)| start)
    }

    /// The rows whose codes have words that begin, one after the other, with the parts of what was typed.
    pub(super) fn initials(&self, typed: &str) -> Vec<usize> {
        if typed.chars().count() <= INITIALS {
            return Vec::new();
        }
        let is_it = |code: &str| {
            let words: Vec<&str> = code.split(' ').collect();
            (0..words.len()).any(|from| in_turn(typed, &words[from..], 0))
        };
        self.index.codes.lines().enumerate().filter(|(_, code)| is_it(code)).map(|(row, _)| row).collect()
    }
}

/// Whether a text is made of the first letters of consecutive words.
fn in_turn(typed: &str, words: &[&str], given: usize) -> bool {
    if typed.is_empty() {
        return given >= INITIALS;
    }
    let [word, rest @ ..] = words else { return false };
    let common = typed.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
    let ends = typed.char_indices().map(|(at, _)| at).chain([typed.len()]).skip(1).take(common);
    ends.into_iter().any(|end| in_turn(&typed[end..], rest, given + 1))
}
