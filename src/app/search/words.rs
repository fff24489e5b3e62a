//! Words as they are compared: folded to one case, trimmed, in their parts, cut to what their forms have in common.

use std::{ops::Range, sync::OnceLock};

/// A letter as it is compared, whatever its case.
fn folded(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        // The capitals of Russian, and its letter that is mostly written without its dots.
        '\u{410}'..='\u{42f}' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        '\u{401}' | '\u{451}' => '\u{435}',
        'İ' | 'ı' => 'i',
        '\u{a0}' => ' ',
        c if c.is_ascii() => c,
        // One letter stays one letter, so that places in both texts agree.
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Adds a text as it is compared.
pub(super) fn fold_into(out: &mut String, text: &str) {
    out.extend(text.chars().map(folded));
}

pub(super) fn fold(text: &str) -> String {
    text.chars().map(folded).collect()
}

/// The words of a name such as `VmNotInState`, folded, with blanks between them.
pub(super) fn parts(name: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in name.chars() {
        let begins = c.is_uppercase() && !before.is_uppercase() || c.is_ascii_digit() && !before.is_ascii_digit();
        if begins && !out.is_empty() {
            out.push(' ');
        }
        out.push(if matches!(c, '-' | '_') { ' ' } else { folded(c) });
        before = c;
    }
    out
}

/// The lines of a file of words, without those that tell of it.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// The words of a text with their numbers; one with signs behind it comes with them too, such as `com+`.
pub(super) fn each(text: &str, mut word: impl FnMut(usize, &str)) {
    let mut rest = text;
    for number in 0.. {
        let Some(start) = rest.find(char::is_alphanumeric) else { return };
        rest = &rest[start..];
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        word(number, &rest[..end]);
        let signs = rest[end..].bytes().take_while(|byte| *byte == b'+').count();
        if signs > 0 {
            word(number, &rest[..end + signs]);
        }
        rest = &rest[end..];
    }
}

/// The words of a query, with what stands around them.
pub(super) fn of_query(query: &str) -> Vec<&str> {
    query.split_whitespace().filter(|word| !trimmed(word).is_empty()).collect()
}

/// A word without what stands around it.
pub(super) fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+')
}

/// The parts of a name with signs in it, or a number and its unit.
pub(super) fn parts_of_name(word: &str) -> Vec<&str> {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    if unit.len() < word.len() && !unit.is_empty() && unit.chars().all(char::is_alphabetic) {
        return vec![&word[..word.len() - unit.len()], unit];
    }
    word.split(|c: char| !c.is_alphanumeric() && c != '+').filter(|part| !part.is_empty()).collect()
}

/// What English words end with in their forms, the longest first, and how many letters must be left.
const ENGLISH: [(&str, usize); 13] = [
    ("ations", 4),
    ("ation", 4),
    ("ions", 4),
    ("ings", 4),
    ("ion", 4),
    ("ing", 4),
    ("ies", 4),
    ("ed", 4),
    ("es", 4),
    ("er", 5),
    ("s", 4),
    ("e", 5),
    ("y", 5),
];

/// No English word is longer.
const LONG: usize = 24;

/// Whether that is the stem of a word; most words need not be cut to tell.
pub(super) fn is_stem(sought: &str, word: &str) -> bool {
    word.starts_with(sought) && stem(word) == sought
}

/// The part of a folded word that its other forms begin with too.
pub(super) fn stem(word: &str) -> &str {
    // A code has no forms.
    if word.is_ascii() && word.len() > LONG {
        return word;
    }
    if word.is_ascii() {
        let cut =
            ENGLISH.iter().find_map(|(ending, least)| word.strip_suffix(ending).filter(|rest| rest.len() >= *least));
        return cut.unwrap_or(word);
    }
    RUSSIAN.get_or_init(Endings::read).stem(word)
}

/// What Russian words end with.
struct Endings {
    /// Verbs that act on themselves.
    reflexive: Vec<&'static str>,
    /// Each with the letters that must be left.
    forms: Vec<(&'static str, usize)>,
    before: Vec<(&'static str, usize)>,
    vowels: &'static str,
}

static RUSSIAN: OnceLock<Endings> = OnceLock::new();

impl Endings {
    fn read() -> Self {
        let mut lines = rows(include_str!("../../../assets/search/endings-ru.txt"));
        let mut line = || lines.next().unwrap_or_default();
        let (reflexive, forms, vowels, verbs, before) = (line(), line(), line(), line(), line());
        let least = |ending| if verbs.split(' ').any(|verb| verb == ending) { 4 } else { 3 };
        Endings {
            reflexive: reflexive.split(' ').collect(),
            forms: forms.split(' ').map(|ending| (ending, least(ending))).collect(),
            before: before
                .split(' ')
                .map(|ending| (&ending[1..], if ending.starts_with('3') { 3 } else { 4 }))
                .collect(),
            vowels,
        }
    }

    fn stem<'w>(&self, word: &'w str) -> &'w str {
        let is_long = |rest: &str, least: usize| rest.chars().count() >= least;
        let without =
            |word: &'w str, ending: &str, least| word.strip_suffix(ending).filter(|rest| is_long(rest, least));
        let word = self.reflexive.iter().find_map(|ending| without(word, ending, 4)).unwrap_or(word);
        let cut = self.forms.iter().find_map(|(ending, least)| without(word, ending, *least));
        let mut stem = cut.unwrap_or(word);
        for _ in 0..3 {
            let shorter = |(ending, least): &(&str, usize)| {
                let rest = without(stem, ending, *least)?;
                // One letter belongs to the root where a vowel is before it.
                let is_root = ending.chars().count() == 1 && rest.ends_with(|c| self.vowels.contains(c));
                (!is_root).then_some(rest)
            };
            let Some(rest) = self.before.iter().find_map(shorter) else { break };
            stem = rest;
        }
        stem
    }
}

/// Whether a word begins at this place of a folded text.
fn begins_at(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// How many letters may be wrong in a word.
pub(super) fn tolerance(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        8..=11 => 2,
        _ => 3,
    }
}

/// The parts of a text that are what was looked for, whole words of it.
pub fn marked(text: &str, stems: &[String]) -> Vec<Range<usize>> {
    if stems.is_empty() {
        return Vec::new();
    }
    let compared = fold(text);
    // Where each byte of it stands in the text, unless all do where they did.
    let mut places = Vec::new();
    if text.chars().zip(compared.chars()).any(|(c, folded)| c.len_utf8() != folded.len_utf8()) {
        for ((at, _), folded) in text.char_indices().zip(compared.chars()) {
            places.resize(places.len() + folded.len_utf8(), at);
        }
        places.push(text.len());
    }
    let place = |at: usize| places.get(at).copied().unwrap_or(at);
    let mut marked: Vec<Range<usize>> = Vec::new();
    for stem in stems {
        let whole = stem.chars().count() > 4;
        for (at, _) in compared.match_indices(stem.as_str()).filter(|(at, _)| whole || begins_at(&compared, *at)) {
            marked.push(place(at)..place(at + stem.len()));
        }
    }
    marked.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in marked {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let check = |one: &str, other: &str| assert!(other.starts_with(stem(one)), "{one} {other}");
        check("locks", "lock");
        check("deleting", "deletes");
        check("блокировка", "блокировки");
        check("политикой", "политики");
        check("сеть", "сеть");
        assert_eq!((stem("vss"), stem("used")), ("vss", "used"));
    }

    #[test]
    fn the_root_of_a_word_stays() {
        let check = |one: &str, other: &str| assert_eq!(stem(one), stem(other));
        check("снимок", "снимков");
        check("восстановить", "восстановления");
        check("удаляется", "удалили");
        check("внутренняя", "внутренний");
        check("ключей", "ключам");
        check("policies", "policy");
        check("deletion", "deleted");
    }

    #[test]
    fn names_and_numbers_have_parts() {
        let check = |word: &str, expected: &[&str]| assert_eq!(parts_of_name(word), expected);
        check("waagent.log", &["waagent", "log"]);
        check("50tb", &["50", "tb"]);
        check("0x80070057", &["0x80070057"]);
        check("com+", &["com+"]);
    }

    #[test]
    fn a_sign_behind_a_word_may_be_of_it() {
        let mut found = Vec::new();
        each("com+, vc++ 14 (x86)", |number, word| found.push(format!("{number} {word}")));
        assert_eq!(found, ["0 com", "0 com+", "1 vc", "1 vc++", "2 14", "3 x86"]);
    }

    #[test]
    fn names_have_words() {
        assert_eq!(parts("UserErrorRpCollectionLimitReached"), "user error rp collection limit reached");
        assert_eq!(parts("BCMV2VMNotFound"), "bcmv 2 vmnot found");
        assert_eq!(parts("backup-slow"), "backup slow");
    }

    #[test]
    fn what_was_looked_for_is_marked_in_the_text_as_it_stands() {
        let check = |text: &str, stems: &[&str], expected: &[&str]| {
            let stems: Vec<String> = stems.iter().map(|stem| (*stem).to_owned()).collect();
            let found: Vec<&str> = marked(text, &stems).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Locked, unlocked", &["lock"], &["Lock"]);
        check("Ёлка и Елка", &["елка"], &["Ёлка", "Елка"]);
        check("UserErrorKeyvault", &["keyvault"], &["Keyvault"]);
        check("точки", &["лимит"], &[]);
        check("İ lock Ⱥ locks", &["lock", "ⱥ"], &["lock", "Ⱥ", "lock"]);
        check("lock", &[], &[]);
    }
}
