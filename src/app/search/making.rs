//! The index made of files of guides and words.

use std::{borrow::Cow, collections::HashMap};

use super::{
    index::{Index, OF_CODE, OF_NAME, WordPlace, append},
    owners::Owners,
    texts::{self, FtlEntry, Kind, Thing},
    words,
};
use crate::{
    data::{Files, NumberList},
    guide::Catalog,
};

/// What was read so far.
#[derive(Default)]
struct Making {
    numbers: HashMap<String, usize>,
    words: Vec<IndexedWord>,
    /// How many lines are names.
    names: usize,
    lengths: Vec<u8>,
    text_ends: Vec<u32>,
    kinds: Vec<u8>,
    owners: Vec<u32>,
    starts: Vec<u32>,
    folded: String,
}

/// Where a word stands, as it is kept.
#[derive(Default)]
struct IndexedWord {
    parts_of: u8,
    last_line: usize,
    places: Vec<u8>,
}

impl Index<'static> {
    pub(super) fn make(files: &Files, catalog: &Catalog) -> Self {
        let owners = Owners::read(files, catalog);
        let mut making = Making::default();
        let codes: Vec<String> = catalog.entries.iter().map(|entry| words::parts(&entry.code)).collect();
        for (entry, code_words) in catalog.entries.iter().zip(&codes) {
            // Where several codes share a problem, each is the name of its own row alone.
            let owner = owners.of[&("code", entry.code.as_str())];
            let aliases = entry.aliases.iter().filter(|_| !entry.named);
            making.add(Kind::Code, owner, 0, &entry.code);
            making.add(Kind::CodeWords, owner, 0, code_words);
            aliases.for_each(|alias| making.add(Kind::Code, owner, 0, alias));
        }
        let literals = texts::literals(files, catalog);
        let owned = |entry: FtlEntry<'_>| {
            let (kind, thing) = kind_of(entry.id, entry.attribute)?;
            Some((kind, *owners.of.get(&thing)?, entry.start, texts::filled(&entry.text(), &literals).into_owned()))
        };
        let of_guides = files.under("i18n/").filter(|(path, _)| path.split('/').count() > 3);
        let (mut read, mut sentences) = (Vec::new(), Vec::new());
        for (path, ftl) in of_guides {
            // A single letter is looked for in names alone, so these come first.
            let (names, others): (Vec<_>, Vec<_>) =
                texts::entries(ftl).filter_map(owned).partition(|(kind, ..)| kind.is_name());
            read.push((Cow::Owned(path.to_owned()), making.kinds.len()));
            names.iter().for_each(|(kind, owner, start, text)| making.add(*kind, *owner, *start, text));
            sentences.push((path, others));
        }
        making.names = making.lengths.len();
        for (path, others) in sentences {
            read.push((Cow::Owned(path.to_owned()), making.kinds.len()));
            others.iter().for_each(|(kind, owner, start, text)| making.add(*kind, *owner, *start, text));
        }
        making.index(&owners.rows, &codes, read)
    }
}

impl Making {
    /// Adds a text of an owner that begins there in its file.
    fn add(&mut self, kind: Kind, owner: u32, start: usize, text: &str) {
        // Each keyword is compared as a whole.
        if kind == Kind::Keywords {
            text.split(',').for_each(|keyword| self.add_line(kind, keyword));
        } else {
            self.add_line(kind, text);
        }
        self.text_ends.push(self.lengths.len() as u32);
        self.kinds.push(kind as u8);
        self.owners.push(owner);
        self.starts.push(start as u32);
    }

    fn add_line(&mut self, kind: Kind, text: &str) {
        let long = text.split_whitespace().filter(|word| word.chars().nth(2).is_some()).count().max(1);
        let line = self.lengths.len();
        self.lengths.push(u8::try_from(long).unwrap_or(u8::MAX));
        self.folded.clear();
        words::fold_into(&mut self.folded, text);
        let part_of = if kind.is_name() { OF_NAME } else { 0 } | if kind == Kind::Code { OF_CODE } else { 0 };
        words::each(&self.folded, |place, word| {
            let number = self.numbers.get(word).copied().unwrap_or_else(|| {
                self.numbers.insert(word.to_owned(), self.words.len());
                self.words.push(IndexedWord::default());
                self.words.len() - 1
            });
            let word = &mut self.words[number];
            word.parts_of |= part_of;
            WordPlace { line, word: place }.append(word.last_line, &mut word.places);
            word.last_line = line;
        });
    }

    fn index(self, rows_of: &[Vec<u32>], codes: &[String], files: Vec<(Cow<'static, str>, usize)>) -> Index<'static> {
        let mut named: Vec<(String, usize)> = self.numbers.into_iter().collect();
        named.sort_unstable();
        let (mut words, mut word_ends, mut places, mut place_ends) = (String::new(), vec![], vec![], vec![]);
        for (word, number) in &named {
            words.push_str(word);
            word_ends.push(words.len() as u32);
            places.extend_from_slice(&self.words[*number].places);
            place_ends.push(places.len() as u32);
        }
        let (mut rows, mut row_ends) = (Vec::new(), Vec::new());
        for of_one in rows_of {
            let before = [0].into_iter().chain(of_one.iter().copied());
            for (row, before) in of_one.iter().zip(before) {
                append(&mut rows, (row - before) as usize);
            }
            row_ends.push(rows.len() as u32);
        }
        Index {
            rows: codes.len(),
            words: words.into(),
            word_ends: NumberList::of(&word_ends),
            parts_of: named.iter().map(|(_, number)| self.words[*number].parts_of).collect(),
            places: places.into(),
            place_ends: NumberList::of(&place_ends),
            names: self.names,
            lengths: self.lengths.into(),
            text_ends: NumberList::of(&self.text_ends),
            kinds: self.kinds.into(),
            owners: NumberList::of(&self.owners),
            starts: NumberList::of(&self.starts),
            files,
            rows_of: rows.into(),
            row_ends: NumberList::of(&row_ends),
            codes: codes.join("\n").into(),
        }
    }
}

/// What a message is, and of what.
pub(super) fn kind_of<'f>(id: &'f str, attribute: Option<&str>) -> Option<(Kind, Thing<'f>)> {
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
