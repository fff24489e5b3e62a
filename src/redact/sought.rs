//! Known names in any spelling: in another case, wrapped over a line, with other signs between their parts.

use std::{cell::OnceCell, collections::BTreeMap, ops::Range};

use super::{bytes::WORD, dictionary::LargeDictionary};

/// Letters of all names together at most, so that what is sought takes some megabytes at most.
const MOST_LETTERS: usize = 200_000;

/// A name is so distinctive from this many letters and digits on that it may be part of a longer word.
const DISTINCTIVE: usize = 6;

/// The same for a name that is one plain word.
const LONG_WORD: usize = 12;

/// The names to look for.
#[derive(Debug, Default)]
pub(super) struct Sought {
    /// As they are spelt.
    spelt: Spellings,
    /// Their letters and digits, of those that are distinctive.
    bare: Spellings,
    distinctive: Vec<bool>,
    letters: usize,
}

/// Names by their letters.
#[derive(Debug, Default)]
struct Spellings {
    /// How many letters each has, and its number: of those that are spelt alike the first.
    all: BTreeMap<String, (usize, usize)>,
    ready: OnceCell<(LargeDictionary, Vec<(usize, usize)>)>,
}

impl Spellings {
    fn add(&mut self, letters: String, number: usize) {
        let length = letters.chars().count();
        if length > 0 {
            self.all.entry(letters).or_insert((length, number));
            self.ready.take();
        }
    }

    /// Every place where a name is in a text, with its number; `gap` gives the length, in bytes, of what may be skipped at
    /// its start.
    fn find(&self, text: &str, gap: impl Fn(&[u8]) -> usize, mut each: impl FnMut(Range<usize>, usize)) {
        if self.all.is_empty() {
            return;
        }
        let (names, meant) = self.ready.get_or_init(|| {
            let (letters, meant): (Vec<_>, _) =
                self.all.iter().map(|(letters, meant)| (letters.as_str(), *meant)).unzip();
            (LargeDictionary::of(letters), meant)
        });
        let (mut at, mut fed) = (0, names.start());
        // Where each letter begins that was fed.
        let mut starts = Vec::with_capacity(text.len());
        while at < text.len() {
            let byte = text.as_bytes()[at];
            if WORD[usize::from(byte)] {
                starts.push(at as u32);
                fed = names.feed_byte(fed, byte.to_ascii_lowercase());
                at += 1;
            } else {
                let skipped = gap(&text.as_bytes()[at..]);
                if skipped > 0 {
                    at += skipped;
                    continue;
                }
                let Some(c) = text[at..].chars().next() else { break };
                for letter in small(c) {
                    starts.push(at as u32);
                    fed = names.feed(fed, letter);
                }
                at += c.len_utf8();
            }
            if names.is_word(fed) {
                // A mark belongs to the letter before it.
                let marks: usize = text[at..].chars().take_while(|c| is_mark(*c)).map(char::len_utf8).sum();
                for (length, number) in names.words(fed).map(|word| meant[word]) {
                    each(starts[starts.len() - length] as usize..at + marks, number);
                }
            }
        }
    }
}

impl Sought {
    /// Adds a name; its number is the count of those before it. Past the bound it is left out.
    pub(super) fn add(&mut self, name: &str) {
        let number = self.distinctive.len();
        let distinctive = is_distinctive(name);
        self.distinctive.push(distinctive);
        self.letters += name.len();
        if self.letters > MOST_LETTERS {
            return;
        }
        let letters = || name.chars().flat_map(small);
        self.spelt.add(letters().collect(), number);
        if distinctive {
            self.bare.add(letters().filter(|c| c.is_alphanumeric()).collect(), number);
        }
    }

    /// Every place of a name, with the number of the name.
    pub(super) fn find(&self, text: &str, mut each: impl FnMut(Range<usize>, usize)) {
        self.spelt.find(text, line_break, |place, name| {
            if self.distinctive[name] || stands_alone(text, &place) {
                each(place, name);
            }
        });
        let gap = |rest: &[u8]| {
            let signs = rest.iter().take(3).take_while(|byte| b"-_. ".contains(byte)).count();
            if signs > 0 { signs } else { line_break(rest) }
        };
        self.bare.find(text, gap, each);
    }
}

/// A character in lower case and without its mark, in letters.
fn small(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(plain).filter(|c| !is_mark(*c))
}

fn is_distinctive(name: &str) -> bool {
    let many = name.chars().filter(|c| c.is_alphanumeric()).count();
    let is_word = name.chars().all(char::is_alphabetic);
    many >= if is_word { LONG_WORD } else { DISTINCTIVE }
}

/// A letter without its mark, so that it is the same however the mark is written.
fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' => 'a',
        'è'..='ë' | 'ē' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' | 'ō' => 'o',
        'ù'..='ü' | 'ů' => 'u',
        'ý' | 'ÿ' => 'y',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' | 'ň' => 'n',
        'ś' | 'š' => 's',
        'ź' | 'ž' | 'ż' => 'z',
        'ř' | 'ŕ' => 'r',
        '\u{439}' => '\u{438}',
        '\u{451}' => '\u{435}',
        c => c,
    }
}

/// A mark that is written behind its letter.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a place is a word of its own, or one of those that a longer one is put together from, as in `webOsDisk`.
fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let name = &text[place.clone()];
    let short = name.chars().count() < 3;
    let turns = |before: char, behind: char| {
        !before.is_alphanumeric()
            || !behind.is_alphanumeric()
            || !short && (before.is_numeric() != behind.is_numeric() || before.is_lowercase() && behind.is_uppercase())
    };
    let first = name.chars().next().unwrap_or(' ');
    let last = name.chars().next_back().unwrap_or(' ');
    text[..place.start].chars().next_back().is_none_or(|before| turns(before, first))
        && text[place.end..].chars().next().is_none_or(|behind| turns(last, behind))
}

/// How long the break of a line is here, with the indent and the marks of a quoted mail behind it.
fn line_break(rest: &[u8]) -> usize {
    match rest.first() {
        Some(b'\n' | b'\r') => rest.iter().take(20).take_while(|byte| b"\r\n \t>|".contains(byte)).count(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Sought;

    fn check(name: &str, text: &str, expected: &[&str]) {
        let mut sought = Sought::default();
        sought.add(name);
        let mut places = Vec::new();
        sought.find(text, |place, _| places.push((place.start, place.end)));
        places.sort_unstable();
        places.dedup();
        let found: Vec<&str> = places.iter().map(|(start, end)| &text[*start..*end]).collect();
        assert_eq!(found, expected, "{name} in {text}");
    }

    #[test]
    fn a_distinctive_name_is_found_in_any_spelling_and_inside_words() {
        let name = "vm-web-01";
        check(name, "VM-Web-01_OsDisk_1, xvmweb01y, vm_web_01", &["VM-Web-01", "vmweb01", "vm_web_01"]);
        check(name, "vm-we\n  > b-01 and vm-\r\nweb-01", &["vm-we\n  > b-01", "vm-\r\nweb-01"]);
        check(name, "vm-web-0, vm/web/01", &[]);
    }

    #[test]
    fn a_short_name_is_found_where_it_is_a_word() {
        check("web", "WEB, web-nic, website, cobweb, webOsDisk, web01, Web", &["WEB", "web", "web", "web", "Web"]);
        check("a", "a a1 ba A", &["a", "A"]);
        check("ИМЯ", "на имя, именем", &["имя"]);
    }
}
