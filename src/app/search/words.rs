//! Words as they are compared: folded to one case, cut to what stays the same in their forms, near misses found.

use std::ops::Range;

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

/// The words of a query, without what stands around them.
pub(super) fn of_query(query: &str) -> Vec<&str> {
    let is_around = |c: char| !c.is_alphanumeric() && c != '+';
    query.split_whitespace().map(|word| word.trim_matches(is_around)).filter(|word| !word.is_empty()).collect()
}

/// The part of a folded word that its other forms begin with too.
pub(super) fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    if word.is_ascii() {
        let endings = ["ing", "ed", "es", "s"].into_iter();
        let cut = endings.filter_map(|ending| word.strip_suffix(ending)).find(|rest| rest.len() > 3);
        return cut.unwrap_or(word);
    }
    let cut = match letters {
        0..=4 => 0,
        5..=6 => 1,
        _ => 2,
    };
    word.char_indices().rev().take(cut).last().map_or(word, |(at, _)| &word[..at])
}

/// Whether a word begins at this place of a folded text.
pub(super) fn begins_at(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The word that begins at this place.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
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
    let mut compared = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        compared.push(folded(c));
        places.resize(compared.len(), at);
    }
    places.push(text.len());
    let mut marked: Vec<Range<usize>> = Vec::new();
    for stem in stems {
        let whole = stem.chars().count() > 4;
        for (at, _) in compared.match_indices(stem.as_str()).filter(|(at, _)| whole || begins_at(&compared, *at)) {
            marked.push(places[at]..places[at + stem.len()]);
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
    }
}
