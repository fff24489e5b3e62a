//! The texts of all guides by their words: where each word stands, what its text is, and of which problems that speaks. What
//! is built in was made when the program was built, and is read where it lies.

use std::{borrow::Cow, iter, ops::Range};

use serde::{Deserialize, Serialize};

use super::{texts::Kind, words};
use crate::{
    data::{Files, NumberList, partition_point},
    guide::Catalog,
};

/// The name of what was made when the program was built.
const SEARCH: &str = "search";

/// A word that is part of a name of a problem.
pub(super) const OF_NAME: u8 = 1;
/// A word that is a code, or a part of one with signs in it.
pub(super) const OF_CODE: u8 = 2;

/// What can be found.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Index<'b> {
    /// How many rows the catalogue has.
    pub(super) rows: usize,
    /// Every word once, folded, in their order, and where each ends.
    #[serde(borrow)]
    pub(super) words: Cow<'b, str>,
    #[serde(borrow)]
    pub(super) word_ends: NumberList<'b>,
    /// What each word is a part of.
    #[serde(borrow)]
    pub(super) parts_of: Cow<'b, [u8]>,
    /// The places of all words one after the other, as `WordPlace::append` writes them.
    #[serde(borrow)]
    pub(super) places: Cow<'b, [u8]>,
    #[serde(borrow)]
    pub(super) place_ends: NumberList<'b>,
    /// How many lines are names; all others come behind them.
    pub(super) names: usize,
    /// How many words of a line have more than two letters.
    #[serde(borrow)]
    pub(super) lengths: Cow<'b, [u8]>,
    /// The texts, each of one line, but for keywords, of which each is one: where their lines end, what they are, whose, and
    /// where they lie in their file.
    #[serde(borrow)]
    pub(super) text_ends: NumberList<'b>,
    #[serde(borrow)]
    pub(super) kinds: Cow<'b, [u8]>,
    #[serde(borrow)]
    pub(super) owners: NumberList<'b>,
    #[serde(borrow)]
    pub(super) starts: NumberList<'b>,
    /// The files, each with the number of its first text.
    #[serde(borrow)]
    pub(super) files: Vec<(Cow<'b, str>, usize)>,
    /// The rows of the catalogue that an owner of texts speaks of, each counted from the one before.
    #[serde(borrow)]
    pub(super) rows_of: Cow<'b, [u8]>,
    #[serde(borrow)]
    pub(super) row_ends: NumberList<'b>,
    /// The words of the code of every row, a line each.
    #[serde(borrow)]
    pub(super) codes: Cow<'b, str>,
}

/// One text: its lines, what it is, and whose.
pub(super) struct IndexedText {
    pub(super) number: usize,
    pub(super) lines: Range<usize>,
    pub(super) kind: Kind,
    pub(super) owner: usize,
}

/// A word in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WordPlace {
    pub(super) line: usize,
    /// The how manieth of its words, from nought.
    pub(super) word: usize,
}

/// So many bits are for which word of its line it is, as far as they suffice.
const WORD_BITS: usize = 3;
const LATER: usize = (1 << WORD_BITS) - 1;

impl WordPlace {
    /// Writes it behind the one before of the same word: how many lines further it is and which word there, in one number for
    /// most.
    pub(super) fn append(self, before_line: usize, bytes: &mut Vec<u8>) {
        append(bytes, (self.line - before_line) << WORD_BITS | self.word.min(LATER));
        if self.word >= LATER {
            append(bytes, self.word - LATER);
        }
    }

    /// The next one, as it was written behind this.
    fn next(self, rest: &mut &[u8]) -> Option<Self> {
        let both = take(rest)?;
        let later = if both & LATER == LATER { take(rest)? } else { 0 };
        Some(WordPlace { line: self.line + (both >> WORD_BITS), word: (both & LATER) + later })
    }
}

/// Adds a number in as few bytes as it takes: seven bits in each, the lowest first, and a sign that more follow.
pub(super) fn append(bytes: &mut Vec<u8>, number: usize) {
    let mut rest = number;
    while rest > 0x7f {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}

/// Takes such a number from the beginning; postcard's way to do so takes three times as long.
fn take(rest: &mut &[u8]) -> Option<usize> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (byte, behind) = rest.split_first()?;
        *rest = behind;
        number |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
}

impl Index<'static> {
    /// What can be found in these files, in all of their languages.
    pub(super) fn read(files: &Files, catalog: &Catalog) -> Self {
        let prepared = files.prepared(SEARCH).and_then(|bytes| postcard::from_bytes(bytes).ok());
        prepared.unwrap_or_else(|| Index::make(files, catalog))
    }

    /// What is made when the program is built; nothing where the guides have a defect.
    #[allow(dead_code, reason = "the build script calls it")]
    pub(crate) fn prepare(files: &Files) -> Option<(String, Vec<u8>)> {
        let made = Index::make(files, &Catalog::read(files).ok()?);
        Some((SEARCH.to_owned(), postcard::to_allocvec(&made).expect("a vector takes whatever it is given")))
    }
}

impl Index<'_> {
    /// A word by its number.
    pub(super) fn word(&self, number: usize) -> &str {
        &self.words[self.word_ends.range(number)]
    }

    /// The words that begin like this, by their numbers.
    pub(super) fn beginning_with(&self, start: &str) -> Range<usize> {
        let first = |is_before: &dyn Fn(&str) -> bool| {
            partition_point(self.word_ends.count(), |number| is_before(self.word(number)))
        };
        first(&|word| word < start)..first(&|word| word < start || word.starts_with(start))
    }

    /// Where a word stands, in their order.
    pub(super) fn places(&self, word: usize) -> impl Iterator<Item = WordPlace> {
        let mut rest = &self.places[self.place_ends.range(word)];
        let mut last = WordPlace { line: 0, word: 0 };
        iter::from_fn(move || {
            last = last.next(&mut rest)?;
            Some(last)
        })
    }

    /// The word that is exactly this, by its number.
    fn exactly(&self, word: &str) -> Range<usize> {
        let beginning = self.beginning_with(word);
        let is_it = beginning.clone().next().is_some_and(|first| self.word(first) == word);
        beginning.start..beginning.start + usize::from(is_it)
    }

    /// Where words stand one after the other, of which the last may go on; the place is that of the first, and whether the
    /// last ends there.
    pub(super) fn in_a_row(&self, phrase: &str) -> Vec<(WordPlace, bool)> {
        self.row(phrase, |last| self.beginning_with(last))
    }

    /// Where exactly these words stand one after the other.
    pub(super) fn exactly_in_a_row(&self, phrase: &str) -> Vec<WordPlace> {
        self.row(phrase, |last| self.exactly(last)).into_iter().map(|(place, _)| place).collect()
    }

    fn row(&self, phrase: &str, last_words: impl Fn(&str) -> Range<usize>) -> Vec<(WordPlace, bool)> {
        let mut words = Vec::new();
        words::each(phrase, |number, word| {
            // With signs behind it, a word comes twice.
            words.truncate(number);
            words.push(word.to_owned());
        });
        let Some(last) = words.pop() else { return Vec::new() };
        let before = words.len();
        let mut found: Vec<(WordPlace, bool)> = last_words(&last)
            .map(|word| (word, self.word(word) == last))
            .flat_map(|(word, ends)| self.places(word).map(move |place| (place, ends)))
            .filter(|(place, _)| place.word >= before)
            .map(|(place, ends)| (WordPlace { word: place.word - before, ..place }, ends))
            .collect();
        for (number, word) in words.iter().enumerate() {
            let places: Vec<WordPlace> = self.exactly(word).flat_map(|word| self.places(word)).collect();
            let has =
                |place: &WordPlace| places.binary_search(&WordPlace { word: place.word + number, ..*place }).is_ok();
            found.retain(|(place, _)| has(place));
        }
        found
    }

    /// A text by its number.
    pub(super) fn text(&self, number: usize) -> IndexedText {
        IndexedText {
            number,
            lines: self.text_ends.range(number),
            kind: self.kind(number),
            owner: self.owners.get(number),
        }
    }

    /// These lines, which are in order, each with the number of its text.
    pub(super) fn with_texts(&self, lines: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, usize)> {
        let mut texts = self.text_ends.iter().enumerate();
        let mut text = texts.next();
        lines.map_while(move |line| {
            while text.is_some_and(|(_, end)| end <= line) {
                text = texts.next();
            }
            text.map(|(number, _)| (line, number))
        })
    }

    /// What a text is.
    pub(super) fn kind(&self, text: usize) -> Kind {
        Kind::ALL[usize::from(self.kinds[text])]
    }

    /// The text that has a line.
    pub(super) fn text_with(&self, line: usize) -> IndexedText {
        self.text(partition_point(self.kinds.len(), |number| self.text_ends.get(number) <= line))
    }

    /// The rows of which an owner of texts speaks.
    pub(super) fn rows_of(&self, owner: usize) -> impl Iterator<Item = usize> {
        let mut rest = &self.rows_of[self.row_ends.range(owner)];
        let mut row = 0;
        iter::from_fn(move || {
            row += take(&mut rest)?;
            Some(row)
        })
    }

    /// The file of a text, from its name on; `None` where it is a code.
    pub(super) fn source<'f>(&self, files: &'f Files, text: usize) -> Option<&'f str> {
        let (path, _) = self.files.iter().rev().find(|(_, first)| *first <= text)?;
        files.get(path)?.get(self.starts.get(text)..)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin;

    fn small() -> Index<'static> {
        let files: Files = [
            ("guides/g/guide.toml", "id = \"g\"\nproblems = [\"p\", \"q\"]\n"),
            ("guides/g/literals.toml", "service = \"VSS\"\n"),
            ("guides/g/problems/p.toml", "codes = [\"DiskFull\"]\ncategory = \"c\"\n[node.a]\ndo = \"r\"\n"),
            ("guides/g/problems/q.toml", "codes = [\"Pre-Script\"]\ncategory = \"c\"\n[node.a]\ndo = \"r\"\n"),
            ("i18n/en/g/p.ftl", "problem-p = No disk left\n    .keywords = no disk, { $service } writer, com+ error\n"),
            ("i18n/en/g/q.ftl", "problem-q = No writer\nremedy-r = Free the disks\n"),
        ]
        .into_iter()
        .collect();
        Index::make(&files, &Catalog::read(&files).expect("the guide is sound"))
    }

    #[test]
    fn what_was_prepared_is_what_the_files_say() {
        let built = builtin::embedded();
        let read: Files = built.all().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        let catalog = Catalog::read(&read).expect("the built-in guides are sound");
        assert!(built.prepared(SEARCH).is_some());
        assert!(Index::read(&built, &catalog) == Index::make(&read, &catalog));
    }

    #[test]
    fn names_come_before_all_sentences() {
        let index = small();
        let is_name = |kind: Kind| kind.is_name() || kind == Kind::Code;
        let texts = (0..index.kinds.len()).map(|number| index.text(number));
        let lines: Vec<bool> = texts.flat_map(|text| text.lines.map(move |_| is_name(text.kind))).collect();
        assert!(0 < index.names && index.names < lines.len());
        assert!(lines.iter().enumerate().all(|(line, is_name)| *is_name == (line < index.names)));
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let index = small();
        let check = |start: &str, expected: &[&str]| {
            let found: Vec<&str> = index.beginning_with(start).map(|number| index.word(number)).collect();
            assert_eq!(found, expected, "{start}");
        };
        check("disk", &["disk", "diskfull", "disks"]);
        check("com", &["com", "com+"]);
        check("vs", &["vss"]);
        check("x", &[]);
        assert_eq!(index.beginning_with("").len(), index.word_ends.count());
    }

    #[test]
    fn words_in_a_row_stand_one_behind_the_other() {
        let index = small();
        let check = |phrase: &str, expected: &[(Kind, bool)]| {
            let found = index.in_a_row(phrase).into_iter();
            let mut found: Vec<(Kind, bool)> =
                found.map(|(place, ends)| (index.text_with(place.line).kind, ends)).collect();
            found.sort_by_key(|(kind, _)| kind.weight() as u32);
            assert_eq!(found, expected, "{phrase}");
        };
        check("no disk", &[(Kind::Keywords, true), (Kind::Title, true)]);
        check("no di", &[(Kind::Keywords, false), (Kind::Title, false)]);
        check("disk no", &[]);
        check("com+ error", &[(Kind::Keywords, true)]);
        check("com error", &[(Kind::Keywords, true)]);
        check("writer com+", &[]);
        check("", &[]);
        assert_eq!((index.exactly_in_a_row("no disk").len(), index.exactly_in_a_row("no di").len()), (2, 0));
    }

    #[test]
    fn a_text_knows_its_lines_its_rows_and_its_place() {
        let index = small();
        let text = |kind: Kind| (0..index.kinds.len()).map(|number| index.text(number)).find(|text| text.kind == kind);
        let keywords = text(Kind::Keywords).expect("there are keywords");
        assert_eq!((keywords.lines.len(), index.rows_of(keywords.owner).collect::<Vec<_>>()), (3, vec![0]));
        let remedy = text(Kind::Remedy).expect("there is a remedy");
        assert_eq!(index.rows_of(remedy.owner).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(index.text_with(remedy.lines.start).number, remedy.number);
        let lines = [keywords.lines.start, keywords.lines.end - 1, remedy.lines.start];
        let texts: Vec<usize> = index.with_texts(lines.into_iter()).map(|(_, text)| text).collect();
        assert_eq!(texts, [keywords.number, keywords.number, remedy.number]);
        let files: Files = [("i18n/en/g/p.ftl", ""), ("i18n/en/g/q.ftl", "problem-q = No writer\nremedy-r = Free")]
            .into_iter()
            .collect();
        assert_eq!(index.source(&files, remedy.number), Some("remedy-r = Free"));
    }
}
