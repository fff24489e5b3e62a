//! The texts of all guides in one, with what each of them is and which problems it speaks of.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

use memchr::memmem;

use super::{
    owners::Owners,
    readings::{says_something, synonym_words},
    sound::sound,
    texts::{self, Kind, Thing},
    words,
};
use crate::{data::Files, guide::Catalog};

/// A longer word is none that somebody types.
const LONG: usize = 60;
/// So many letters of a word make it the beginning of one code only.
const CLEAR_START: usize = 10;
/// So many words are known by their first letters.
const INITIALS: usize = 3;

/// What can be found.
pub(in crate::app) struct Index {
    /// How many rows the catalogue has.
    pub(super) rows: usize,
    /// All texts, folded, one after the other.
    pub(super) text: String,
    /// What they are, in their order.
    pub(super) lines: Vec<Line>,
    /// The rows of the catalogue that an owner of lines speaks of.
    pub(super) rows_of: Vec<Vec<u32>>,
    /// The kind and id of each owner.
    pub(super) things: HashMap<u32, (&'static str, String)>,
    /// The words of every code, with its row.
    codes: Vec<(String, usize)>,
    pub(super) vocabulary: OnceLock<Vec<NamedWord>>,
}

/// A word that stands somewhere.
pub(super) struct NamedWord {
    pub(super) word: String,
    /// Its letters as a set.
    pub(super) letters: u64,
    /// How it sounds, and the letters of that.
    pub(super) sound: (String, u64),
}

/// One text: where it begins, what it is, and whose.
pub(super) struct Line {
    start: u32,
    pub(super) kind: Kind,
    pub(super) owner: u32,
    /// How many of its words have more than two letters.
    pub(super) words: u32,
}

impl Line {
    /// Whether it can be compared with a query as a whole.
    pub(super) fn is_short(&self) -> bool {
        matches!(self.kind, Kind::Title | Kind::Keywords | Kind::CodeWords | Kind::Message)
    }

    /// Whether it is what a problem is called, and no sentence.
    pub(super) fn is_name(&self) -> bool {
        matches!(self.kind, Kind::Title | Kind::Keywords | Kind::CodeWords | Kind::Category)
    }

    /// Whether what many problems have in common counts less.
    pub(super) fn shared(&self) -> f32 {
        if matches!(self.kind, Kind::Cause | Kind::Remedy | Kind::Question) { 1.0 } else { 0.0 }
    }
}

impl Index {
    /// Reads the texts of these languages.
    pub(in crate::app) fn read(files: &Files, catalog: &Catalog, locales: &[String]) -> Self {
        let owners = Owners::read(files, catalog);
        let mut index = Index {
            rows: catalog.entries.len(),
            text: String::with_capacity(1 << 18),
            lines: Vec::new(),
            rows_of: owners.rows.clone(),
            things: owners.of.iter().map(|((kind, id), owner)| (*owner, (*kind, (*id).to_owned()))).collect(),
            codes: catalog.entries.iter().enumerate().map(|(row, entry)| (words::parts(&entry.code), row)).collect(),
            vocabulary: OnceLock::new(),
        };
        for entry in &catalog.entries {
            // Where several codes share a problem, each is the name of its own row alone.
            let owner = owners.of[&("code", entry.code.as_str())];
            index.add(Kind::Code, owner, &entry.code);
            index.add(Kind::CodeWords, owner, &words::parts(&entry.code));
            entry.aliases.iter().filter(|_| !entry.named).for_each(|alias| index.add(Kind::Code, owner, alias));
        }
        let literals = texts::literals(files);
        for locale in locales {
            let folder = format!("i18n/{locale}/");
            let guides = files.under(&folder).filter(|(path, _)| path[folder.len()..].contains('/'));
            for (_, ftl) in guides {
                let pick = |id, attribute| {
                    let (kind, thing) = kind_of(id, attribute)?;
                    Some((kind, *owners.of.get(&thing)?))
                };
                texts::messages(ftl, pick, |(kind, owner), text| {
                    let text = texts::filled(text, &literals);
                    // Each keyword is compared as a whole.
                    if kind == Kind::Keywords {
                        text.split(',').for_each(|keyword| index.add(kind, owner, keyword.trim()));
                    } else {
                        index.add(kind, owner, &text);
                    }
                });
            }
        }
        index
    }

    fn add(&mut self, kind: Kind, owner: u32, text: &str) {
        let words = text.split_whitespace().filter(|word| word.chars().nth(2).is_some()).count().max(1) as u32;
        self.lines.push(Line { start: self.text.len() as u32, kind, owner, words });
        words::fold_into(&mut self.text, text);
        self.text.push('\n');
    }

    /// The text of a line.
    pub(super) fn text_of(&self, line: &Line) -> &str {
        self.text[line.start as usize..].split('\n').next().unwrap_or_default()
    }

    /// Whether a line is exactly this.
    pub(super) fn is_line(&self, line: &Line, text: &str) -> bool {
        self.text[line.start as usize..].strip_prefix(text).is_some_and(|rest| rest.starts_with('\n'))
    }

    /// Every place of a word, with its line and the line's number.
    pub(super) fn each(&self, word: &str, mut seen: impl FnMut(usize, &Line, u32)) {
        let mut number = 0;
        for at in memmem::find_iter(self.text.as_bytes(), word) {
            while self.lines.get(number + 1).is_some_and(|next| next.start as usize <= at) {
                number += 1;
            }
            seen(at, &self.lines[number], number as u32);
        }
    }

    /// The beginning of a code that is nearest to a long word.
    pub(super) fn nearest_start(&self, word: &str) -> Option<String> {
        let letters = word.chars().count();
        if letters < CLEAR_START {
            return None;
        }
        let start = |code: &str, by: isize| {
            code.chars().filter(|c| *c != ' ').take(letters.saturating_add_signed(by)).collect()
        };
        let starts = self.codes.iter().flat_map(|(code, _)| [-1, 0, 1].map(|by| start(code, by)));
        let near = starts.map(|start: String| (strsim::osa_distance(word, &start), start));
        near.filter(|(distance, _)| *distance <= letters / 6).min().map(|(_, start)| start)
    }

    pub(super) fn vocabulary(&self) -> &[NamedWord] {
        self.vocabulary.get_or_init(|| {
            let named = self.lines.iter().filter(|line| line.is_name()).map(|line| self.text_of(line));
            let words: HashSet<&str> = named
                .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
                .chain(synonym_words())
                .filter(|word| (3..LONG).contains(&word.chars().count()) && says_something(word))
                .collect();
            let known = |word: &str| {
                let sound = sound(word);
                let heard = letters(&sound);
                NamedWord { word: word.to_owned(), letters: letters(word), sound: (sound, heard) }
            };
            words.into_iter().map(known).collect()
        })
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
        let rows = self.codes.iter().filter(|(code, _)| is_it(code));
        rows.map(|(_, row)| *row).collect()
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

/// The letters of a word as a set.
pub(super) fn letters(word: &str) -> u64 {
    word.chars().fold(0, |set, c| set | 1 << (c as u32 % 64))
}

/// What a message is, and of what.
fn kind_of<'f>(id: &'f str, attribute: Option<&str>) -> Option<(Kind, Thing<'f>)> {
    let (name, id) = id.split_once('-')?;
    match (name, attribute) {
        ("problem", None) => Some((Kind::Title, ("problem", id))),
        ("problem", Some("keywords")) => Some((Kind::Keywords, ("problem", id))),
        ("problem", Some("why")) => Some((Kind::Why, ("problem", id))),
        ("problem", Some(name)) if name == "message" || name.starts_with("wording") => {
            Some((Kind::Message, ("problem", id)))
        }
        ("code", Some("keywords")) => Some((Kind::Keywords, ("code", id))),
        ("code", None) => Some((Kind::Message, ("code", id))),
        ("category", None) => Some((Kind::Category, ("category", id))),
        ("cause", None) => Some((Kind::Cause, ("cause", id))),
        ("remedy", None) => Some((Kind::Remedy, ("remedy", id))),
        ("question", None) => Some((Kind::Question, ("question", id))),
        _ => None,
    }
}
