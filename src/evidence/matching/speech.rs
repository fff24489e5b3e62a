//! What words do in a sentence, in all languages at once: deny it, tell of a failure, or carry nothing.

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::SearchedText;
use crate::guide::normal;

/// What words do in a sentence (deny, repair, date it), by their normalised form.
pub(super) struct Speech {
    senses: FxHashMap<String, Sense<'static>>,
    /// What may stand between a denial and what it denies.
    links: FxHashSet<String>,
    /// Denials that reach only forward.
    forward: FxHashSet<String>,
    /// The lists of `WORD_LISTS`, in their order.
    others: [FxHashSet<String>; WORD_LISTS.len()],
}

/// A cell that has only buttons goes on for so many words at most to each side of one.
const CELL: usize = 40;

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sense<'t> {
    /// It says that something is not so.
    Denial,
    /// It says that something failed.
    Failure,
    /// It names what is wrong, or its number.
    Error,
    /// It names the machine, by whichever of its names.
    Machine,
    /// It says what all of this is about.
    Subject,
    /// It carries nothing by itself.
    Filler,
    /// Any other word, by its stem.
    Stem(&'t str),
}

impl Sense<'_> {
    /// What words of one sense have in common; no stem holds an exclamation mark.
    pub(super) fn key(&self) -> &str {
        match self {
            Sense::Denial => "!denial",
            Sense::Failure => "!failure",
            Sense::Error => "!error",
            Sense::Machine => "!machine",
            Sense::Subject => "!subject",
            Sense::Filler => "!",
            Sense::Stem(stem) => stem,
        }
    }
}

/// Lists of words; of two that hold one word the first counts.
const LISTS: [(&str, Sense<'_>); 6] = [
    ("match-fillers", Sense::Filler),
    ("match-denials", Sense::Denial),
    ("match-failures", Sense::Failure),
    ("match-errors", Sense::Error),
    ("match-machines", Sense::Machine),
    ("match-subjects", Sense::Subject),
];

/// A list of words that tells what the name of another service stands there for, or what a question asks.
#[derive(Debug, Clone, Copy)]
pub(super) enum WordList {
    Hosts,
    Removed,
    Replicated,
    Closings,
    Means,
    Own,
    Buttons,
}

/// The messages of these lists, in the same order.
const WORD_LISTS: [&str; 7] =
    ["match-hosts", "match-removed", "match-replicated", "match-closings", "match-means", "match-own", "match-buttons"];

impl Speech {
    /// Reads the lists; one word of a row means nothing by itself.
    pub(super) fn read(say: impl Fn(&str) -> String) -> Self {
        let set = |id: &str| words_of(&say(id)).collect();
        let mut senses = FxHashMap::default();
        for (id, sense) in LISTS {
            for word in words_of(&say(id)) {
                senses.entry(word).or_insert(sense);
            }
        }
        Speech { senses, links: set("match-links"), forward: set("match-forward"), others: WORD_LISTS.map(set) }
    }

    pub(super) fn sense<'t>(&self, form: &'t str) -> Sense<'t> {
        // A single sign is what a bracket cut off, or an item's number.
        if form.len() < 2 {
            return Sense::Filler;
        }
        self.senses.get(form).copied().unwrap_or_else(|| Sense::Stem(stem(form)))
    }

    /// Whether a word is in one of these lists.
    pub(super) fn is_in(&self, list: WordList, form: &str) -> bool {
        self.others[list as usize].contains(form)
    }

    /// Whether a word denies only what follows it.
    pub(super) fn is_forward(&self, form: &str) -> bool {
        self.forward.contains(form)
    }

    /// Whether a word may stand between what is said and what it is said of.
    pub(super) fn is_link(&self, form: &str) -> bool {
        self.links.contains(form)
    }

    /// Whether one of these words stands in a cell that has nothing but what the buttons of a page say.
    pub(super) fn presses(&self, text: &SearchedText, (first, last): (usize, usize)) -> bool {
        let is_button = |at: usize| self.is_in(WordList::Buttons, &text.words[at].form);
        let is_edge = |gap: &str| gap.contains(['\n', '\t', '|']) || gap.contains("  ");
        (first..=last).filter(|at| is_button(*at)).any(|at| {
            let (least, most) = (at.saturating_sub(CELL), text.words.len().min(at + CELL));
            let start = (least + 1..=at).rev().find(|at| is_edge(text.between(at - 1, *at))).unwrap_or(least);
            let end = (at + 1..most).find(|at| is_edge(text.between(at - 1, *at)));
            let mut cell = start..end.unwrap_or(most);
            // A message may have its last word on a line of its own.
            let is_error = |at: usize| self.sense(&text.words[at].form) == Sense::Error;
            cell.clone().all(is_button) && !cell.all(is_error)
        })
    }

    /// Every word that does something, as it is compared.
    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        self.senses.keys().map(String::as_str)
    }

    /// The sense of every word of a text.
    pub(super) fn senses<'t>(&self, text: &'t SearchedText) -> Vec<Sense<'t>> {
        text.by_form(|form| self.sense(form)).collect()
    }
}

/// The entries of a list that are single words, as they are compared.
fn words_of(list: &str) -> impl Iterator<Item = String> {
    list.split_whitespace().filter(|word| !word.contains('+')).map(normal)
}

/// How many sentences end in a text: a point inside a name or a number ends none.
pub(super) fn sentences(text: &str) -> usize {
    let ends = text.match_indices(['.', '!', '?', ';', '\u{3002}']).filter(|(at, sign)| {
        let next = text[at + sign.len()..].chars().next();
        next.is_some_and(|next| next.is_whitespace() || "\"'<|".contains(next))
    });
    ends.count() + text.matches(" - ").count()
}

/// Words that begin alike count as one: six letters of the Latin script, five of another, whose endings are longer.
pub(super) fn stem(form: &str) -> &str {
    if !form.is_ascii() {
        return form.char_indices().nth(5).map_or(form, |(end, _)| &form[..end]);
    }
    let singular = form.strip_suffix('s').filter(|word| word.len() > 2 && !word.ends_with(['s', 'u']));
    let word = singular.unwrap_or(form);
    &word[..word.len().min(6)]
}
