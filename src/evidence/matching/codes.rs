//! Symbolic codes in a text: in any case, wrapped or hyphenated, but each a word of its own.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::words::SearchedText;
use crate::{guide::Catalog, text::number::is_number};

/// A spelling of at least so many letters is nobody else's; a shorter one reads like three plain words.
const DISTINCT: usize = 26;

/// The first letters of a code that are nobody else's, where the rest was cut off and dots say so.
const CUT: usize = 20;

/// Slips of a pen or of a scanner in a code at most.
const SLIPS: usize = 2;

/// A longer word is no code.
const LONGEST: usize = 80;

/// Every spelling, in the order of their forms.
pub(super) struct Codes {
    spellings: Vec<Spelling>,
    /// The first two bytes of every spelling: most words of a text begin like none.
    begins: FxHashSet<[u8; 2]>,
}

struct Spelling {
    form: String,
    row: usize,
    alias: bool,
}

/// A code that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CodeHit {
    /// The catalogue's row.
    pub row: usize,
    /// Its first and its last word.
    pub words: (usize, usize),
    /// Whether it is another spelling that reads like plain words, or only resembles one.
    pub vague: bool,
}

impl Codes {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut spellings = Vec::new();
        for (row, entry) in catalog.entries.iter().enumerate() {
            // In a text a dash parts two words; a name of ours has dashes so that no words of a text are taken for it.
            let is_azures = entry.azure_code().is_some();
            for (alias, form) in entry.spellings() {
                let form = if is_azures { form.replace('-', "") } else { form };
                spellings.push(Spelling { form, row, alias });
            }
        }
        // Codes of one problem share its aliases, which then name the first.
        spellings.sort_by(|a, b| (&a.form, a.row).cmp(&(&b.form, b.row)));
        spellings.dedup_by(|b, a| a.form == b.form);
        let begins = spellings.iter().filter_map(|known| begin(&known.form)).collect();
        Codes { spellings, begins }
    }

    /// The row that a text names by itself, without a sentence around it.
    pub(super) fn row(&self, form: &str) -> Option<usize> {
        let row = |form: &str| {
            let at = self.spellings.binary_search_by(|known| known.form.as_str().cmp(form)).ok()?;
            Some(self.spellings[at].row)
        };
        row(form).or_else(|| row(&form.replace('-', "")))
    }

    /// Every code of a text, in its order.
    pub(super) fn find(&self, text: &SearchedText) -> Vec<CodeHit> {
        let begins: Vec<bool> = text.by_form(|form| self.begins(form)).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.words.len() {
            let code = if begins[at] { self.at(text, at) } else { None };
            match code.or_else(|| self.resembling(text, at)) {
                Some(code) => {
                    at = code.words.1 + 1;
                    found.push(code);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The code that a word is with a slip or two, in another style of writing, or without its end; never a sure one.
    fn resembling(&self, text: &SearchedText, at: usize) -> Option<CodeHit> {
        let word = &text.words[at].form;
        if !(CUT..=LONGEST).contains(&word.len()) || !word.is_ascii() || !stands_alone(text, at, at) {
            return None;
        }
        let hit = |row: usize| CodeHit { row, words: (at, at), vague: true };
        let gap = text.behind(at);
        if gap.starts_with("...") || gap.starts_with('\u{2026}') {
            let from = self.spellings[self.from(word)..].iter();
            let mut rows = from.take_while(|known| known.form.starts_with(word.as_str())).map(|known| known.row);
            let row = rows.next()?;
            return rows.all(|other| other == row).then(|| hit(row));
        }
        let form: String = word.chars().filter(|c| *c != '_').collect();
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        let near = |known: &&Spelling| {
            let known = known.form.as_str();
            known.len() >= DISTINCT
                && known.len().abs_diff(form.len()) <= SLIPS
                // A digit more is another version; one in place of a letter is a scanner's.
                && (known.len() == form.len() || digits(known) == digits(&form))
                && shares_a_third(known, &form)
                && strsim::levenshtein(known, &form) <= SLIPS
        };
        let mut rows = self.spellings.iter().filter(near).map(|known| known.row);
        let row = rows.next()?;
        rows.all(|other| other == row).then(|| hit(row))
    }

    /// Whether a spelling begins with a word.
    fn begins(&self, form: &str) -> bool {
        let is_none = begin(form).is_some_and(|begin| !self.begins.contains(&begin));
        !is_none && self.spellings.get(self.from(form)).is_some_and(|known| known.form.starts_with(form))
    }

    /// The first spelling that is not before a form.
    fn from(&self, form: &str) -> usize {
        self.spellings.partition_point(|known| known.form.as_str() < form)
    }

    /// The longest code that begins at a word with which one begins.
    fn at(&self, text: &SearchedText, first: usize) -> Option<CodeHit> {
        let mut form = Cow::Borrowed(text.words[first].form.as_str());
        let mut longest = None;
        for last in first..text.words.len() {
            if last > first {
                if !joins(text.between(last - 1, last)) {
                    break;
                }
                form.to_mut().push_str(&text.words[last].form);
            }
            let known = self.spellings.get(self.from(&form)).filter(|known| known.form.starts_with(&*form));
            let Some(known) = known else { break };
            // A number by itself is no code: what stands around it decides elsewhere.
            if known.form == *form && !is_number(&form) {
                let distinct = form.chars().count() >= DISTINCT;
                if distinct || (stands_alone(text, first, last) && is_camel(text, first, last)) {
                    longest = Some(CodeHit { row: known.row, words: (first, last), vague: known.alias && !distinct });
                }
            }
        }
        longest
    }
}

/// Whether one of the three parts of a code stands in a word where it should: two slips leave one as it is.
fn shares_a_third(known: &str, form: &str) -> bool {
    let (known, form) = (known.as_bytes(), form.as_bytes());
    let part = known.len() / (SLIPS + 1);
    let (head, middle) = known.split_at(part);
    let (middle, tail) = middle.split_at(middle.len() - part);
    let from = part.saturating_sub(SLIPS);
    form.starts_with(head)
        || form.ends_with(tail)
        || (from..=part + SLIPS).any(|at| form[at.min(form.len())..].starts_with(middle))
}

fn begin(form: &str) -> Option<[u8; 2]> {
    form.as_bytes().first_chunk().copied()
}

/// Whether what stands between two pieces may have come between them: a wrapped line, a hyphen, a quoted mail.
fn joins(gap: &str) -> bool {
    let gap = gap.strip_prefix(['-', '\u{2010}', '\u{2011}']).unwrap_or(gap);
    gap.chars().all(|c| c.is_whitespace() || c == '>' || c == '|') && gap.matches('\n').count() <= 1
}

/// Whether no other identifier continues where a code begins or ends.
fn stands_alone(text: &SearchedText, first: usize, last: usize) -> bool {
    let glued = |gap: &str| matches!(gap, "-" | "." | "/" | "::" | "\\");
    let before = first > 0 && glued(text.before(first));
    let behind = last + 1 < text.words.len() && glued(text.behind(last));
    !before && !behind
}

/// Whether the pieces are written as an identifier is; one piece always is.
fn is_camel(text: &SearchedText, first: usize, last: usize) -> bool {
    let capital = |piece: &str| piece.starts_with(char::is_uppercase);
    let inner = |piece: &str| piece.chars().skip(1).any(char::is_uppercase);
    let pieces = || (first..=last).map(|at| text.word(at));
    first == last || (pieces().all(capital) && pieces().any(inner))
}
