//! Known names in any spelling: in another case, wrapped over a line, with other signs between their parts.

use std::ops::Range;

/// Letters of all names together at most, so that what is sought takes some megabytes at most.
const MOST_LETTERS: usize = 200_000;

/// A name is so distinctive from this many letters and digits on that it may be part of a longer word.
const DISTINCTIVE: usize = 6;

/// The same for a name that is one plain word.
const LONG_WORD: usize = 12;

/// A letter of a name, and which name ends here.
#[derive(Debug, Default)]
struct TrieNode {
    next: Vec<(char, u32)>,
    name: Option<u32>,
}

/// Names by their letters.
#[derive(Debug)]
struct Trie {
    letters: Vec<TrieNode>,
}

impl Default for Trie {
    fn default() -> Self {
        Trie { letters: vec![TrieNode::default()] }
    }
}

impl Trie {
    fn add(&mut self, name: impl Iterator<Item = char>, number: u32) {
        let mut at = 0;
        for c in name {
            at = self.step(at, c).unwrap_or_else(|| {
                self.letters.push(TrieNode::default());
                let next = self.letters.len() - 1;
                self.letters[at].next.push((c, next as u32));
                next
            });
        }
        self.letters[at].name.get_or_insert(number);
    }

    fn step(&self, at: usize, c: char) -> Option<usize> {
        self.letters[at].next.iter().find(|(letter, _)| *letter == c).map(|(_, next)| *next as usize)
    }
}

/// The names to look for.
#[derive(Debug, Default)]
pub(super) struct Sought {
    /// As they are spelt.
    spelt: Trie,
    /// Their letters and digits, of those that are distinctive.
    bare: Trie,
    distinctive: Vec<bool>,
    letters: usize,
}

/// A character of a text in lower case, and where it is.
struct Sign {
    c: char,
    start: usize,
    end: usize,
}

impl Sought {
    /// Adds a name; its number is the count of those before it. Past the bound it is left out.
    pub(super) fn add(&mut self, name: &str) {
        let number = self.distinctive.len() as u32;
        let distinctive = is_distinctive(name);
        self.distinctive.push(distinctive);
        self.letters += name.len();
        if self.letters > MOST_LETTERS || name.is_empty() {
            return;
        }
        let lower = || name.chars().flat_map(char::to_lowercase).map(plain).filter(|c| !is_mark(*c));
        self.spelt.add(lower(), number);
        if distinctive {
            self.bare.add(lower().filter(|c| c.is_alphanumeric()), number);
        }
    }

    /// Every place of a name, with the number of the name.
    pub(super) fn find(&self, text: &str, mut each: impl FnMut(Range<usize>, usize)) {
        let mut walk = |tree: &Trie, signs: &[Sign], borders: bool| {
            for first in 0..signs.len() {
                let mut at = 0;
                let mut longest = None;
                for sign in &signs[first..] {
                    let Some(next) = tree.step(at, sign.c) else { break };
                    at = next;
                    if let Some(name) = tree.letters[at].name {
                        let place = signs[first].start..sign.end;
                        if !borders || self.distinctive[name as usize] || stands_alone(text, &place) {
                            longest = Some((place, name as usize));
                        }
                    }
                }
                if let Some((place, name)) = longest {
                    each(place, name);
                }
            }
        };
        walk(&self.spelt, &spelt(text), true);
        if self.bare.letters.len() > 1 {
            walk(&self.bare, &bare(text), false);
        }
    }
}

fn is_distinctive(name: &str) -> bool {
    let many = name.chars().filter(|c| c.is_alphanumeric()).count();
    let is_word = name.chars().all(char::is_alphabetic);
    many >= if is_word { LONG_WORD } else { DISTINCTIVE }
}

/// A letter without its mark, so that it is the same however the mark is written.
fn plain(c: char) -> char {
    const MARKED: [(&str, char); 13] = [
        ("àáâãäåā", 'a'),
        ("èéêëē", 'e'),
        ("ìíîï", 'i'),
        ("òóôõöō", 'o'),
        ("ùúûüů", 'u'),
        ("ýÿ", 'y'),
        ("çćč", 'c'),
        ("ñńň", 'n'),
        ("śš", 's'),
        ("źžż", 'z'),
        ("řŕ", 'r'),
        ("\u{439}", '\u{438}'),
        ("\u{451}", '\u{435}'),
    ];
    if c.is_ascii() {
        return c;
    }
    MARKED.iter().find(|(marked, _)| marked.contains(c)).map_or(c, |(_, plain)| *plain)
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
fn line_break(rest: &str) -> usize {
    if !rest.starts_with(['\n', '\r']) {
        return 0;
    }
    rest.bytes().take(20).take_while(|byte| b"\r\n \t>|".contains(byte)).count()
}

/// The characters of a text without the breaks of its lines.
fn spelt(text: &str) -> Vec<Sign> {
    signs(text, line_break, |_| false)
}

/// The letters and digits of a text; what cannot be between the parts of a name is a sign of its own.
fn bare(text: &str) -> Vec<Sign> {
    let gap = |rest: &str| {
        let signs = rest.bytes().take(3).take_while(|byte| b"-_. ".contains(byte)).count();
        if signs > 0 { signs } else { line_break(rest) }
    };
    signs(text, gap, |c| !c.is_alphanumeric())
}

fn signs(text: &str, gap: impl Fn(&str) -> usize, is_bar: impl Fn(char) -> bool) -> Vec<Sign> {
    let mut all: Vec<Sign> = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if is_mark(c) {
            // It belongs to the letter before it.
            at += c.len_utf8();
            if let Some(last) = all.last_mut() {
                last.end = at;
            }
            continue;
        }
        let skipped = gap(&text[at..]);
        if skipped > 0 {
            at += skipped;
            continue;
        }
        let end = at + c.len_utf8();
        if is_bar(c) {
            all.push(Sign { c: '\0', start: at, end });
        } else {
            all.extend(c.to_lowercase().map(plain).filter(|c| !is_mark(*c)).map(|c| Sign { c, start: at, end }));
        }
        at = end;
    }
    all
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
