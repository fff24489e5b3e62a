//! What words do to what a text says of an error, in all languages at once, and the records that say it of themselves.

use std::cell::{OnceCell, RefCell};

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{
    recovery::Namesakes,
    speech::{Sense, Speech},
    words::{SearchedText, forms},
};

/// Lists of words and of words in a row, by the names that they have in the words of a language.
const LISTS: [(&str, Does); 56] = [
    ("match-solved", Does::Ends),
    ("match-past", Does::Passed),
    ("match-open", Does::LeavesOpen),
    ("match-again", Does::Returns),
    ("match-is", Does::Links),
    ("match-articles", Does::Begins),
    ("match-joins", Does::Joins),
    ("match-clauses", Does::Turns),
    ("match-contrasts", Does::Contrasts),
    ("match-ifs", Does::Supposes),
    ("match-ifs-before", Does::SupposesNext),
    ("match-asks", Does::Asks),
    ("match-ifs-behind", Does::SupposesLast),
    ("match-pronouns", Does::Stands),
    ("match-refers", Does::Refers),
    ("match-ticket-fields", Does::Labels),
    ("match-ticket-over", Does::Closes),
    ("match-ticket-open", Does::Opens),
    ("match-elsewhere", Does::Leaves),
    ("match-works", Does::Works),
    ("match-turned", Does::Turned),
    ("match-runs", Does::Runs),
    ("match-else", Does::Excepts),
    ("match-long-ago", Does::LongAgo),
    ("match-in-year", Does::Dates),
    ("match-today", Does::IsToday),
    ("match-see-also", Does::Points),
    ("match-chapters", Does::Parts),
    ("match-edits", Does::Edits),
    ("match-happens", Does::Happens),
    ("match-titles", Does::Titles),
    ("match-shuts", Does::Shuts),
    ("match-changelogs", Does::Lists),
    ("match-examples", Does::Exemplifies),
    ("match-documents", Does::Describes),
    ("match-heads", Does::Heads),
    ("match-never", Does::Never),
    ("match-had", Does::Had),
    ("match-before", Does::Until),
    ("match-otherwise", Does::Follows),
    ("match-this-error", Does::Repeats),
    ("match-has", Does::Has),
    ("match-not-that", Does::TakesBack),
    ("match-misread", Does::Misreads),
    ("match-lately", Does::Lately),
    ("match-also", Does::Adds),
    ("match-may", Does::May),
    ("match-fail-with", Does::Fails),
    ("match-for-example", Does::Samples),
    ("match-expected", Does::Expects),
    ("match-plans", Does::Plans),
    ("match-risks", Does::Risks),
    ("match-mastheads", Does::Mastheads),
    ("match-each", Does::Recurs),
    ("match-was", Does::Was),
    ("match-until", Does::UntilThen),
];

/// What a word does to what a sentence says of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    /// It says that it is over.
    Ends,
    /// The same, where nothing but words without weight stands between.
    Passed,
    /// It says that it is not over yet.
    LeavesOpen,
    /// It says that it is back.
    Returns,
    /// It joins a subject to what is said of it.
    Links,
    /// It begins the name of another thing.
    Begins,
    /// It joins another thing, or another clause.
    Joins,
    /// It begins another clause, behind which that of the error may go on.
    Turns,
    /// It begins another clause, behind which that of the error does not go on.
    Contrasts,
    /// It makes what follows a condition.
    Supposes,
    /// The same, where nothing but words without weight stands between.
    SupposesNext,
    /// It asks whether what follows is so, in the words of a condition.
    Asks,
    /// It makes what stands before it a condition.
    SupposesLast,
    /// It stands for a person or a thing.
    Stands,
    /// It begins a sentence about what the one before it names.
    Refers,
    /// It is the field of a ticket that says how that stands.
    Labels,
    /// It says there that the ticket is over.
    Closes,
    /// It says there that the ticket is not.
    Opens,
    /// It says that all of it is about no VM in Azure.
    Leaves,
    /// It says that backups work.
    Works,
    /// It says that this was otherwise before.
    Turned,
    /// It names backups, or all there is.
    Runs,
    /// It speaks of what is not meant.
    Excepts,
    /// It says that something was so long ago.
    LongAgo,
    /// It stands before the year in which something was.
    Dates,
    /// It says that something is so today.
    IsToday,
    /// It refers to other places of a document.
    Points,
    /// It is a part of a document.
    Parts,
    /// It says that somebody edited one.
    Edits,
    /// It says that something comes up.
    Happens,
    /// It is the field of a mail that says what it is about.
    Titles,
    /// It says that whoever writes takes the case for done.
    Shuts,
    /// It is the heading of a document that lists what was changed.
    Lists,
    /// It makes of an error an example of errors.
    Exemplifies,
    /// It is what a document is called that speaks of errors in general.
    Describes,
    /// It is the name of a chapter of one.
    Heads,
    /// It says that something was at no time.
    Never,
    /// It says that somebody had it, or that it came up.
    Had,
    /// It says until when something was so.
    Until,
    /// It begins what follows where a step is left out.
    Follows,
    /// It names again the error that was named before.
    Repeats,
    /// It says of a machine that it has something.
    Has,
    /// It says that what was named before is not there.
    TakesBack,
    /// The same, where no object follows: somebody read it wrongly.
    Misreads,
    /// It says that something was so until a short time ago.
    Lately,
    /// It says that something is so beside other things.
    Adds,
    /// It says that something is possible.
    May,
    /// It says how something would fail, without a tense.
    Fails,
    /// It leads to one of several things that may be.
    Samples,
    /// It says that something is reckoned with.
    Expects,
    /// It is what a text is called that tells of work to come.
    Plans,
    /// It is the heading of what such work may bring.
    Risks,
    /// It is a field in the head of a document.
    Mastheads,
    /// It says that something comes again and again, whenever that was.
    Recurs,
    /// It says that something was.
    Was,
    /// It says right behind that until when it was so.
    UntilThen,
}

/// What words do, each list with its words by the first.
pub(super) struct RoleLists(FxHashMap<CompactString, Vec<(Does, Vec<CompactString>)>>);

impl RoleLists {
    /// Reads the lists; the words of a row are joined by `+`.
    pub(super) fn read(say: impl Fn(&str) -> String) -> Self {
        let mut rows: FxHashMap<CompactString, Vec<(Does, Vec<CompactString>)>> = FxHashMap::default();
        for (id, does) in LISTS {
            for entry in say(id).split_whitespace() {
                let mut row = forms(entry).into_iter();
                let Some(first) = row.next() else { continue };
                rows.entry(first).or_default().push((does, row.collect()));
            }
        }
        RoleLists(rows)
    }

    /// The words of a text with what they do.
    pub(super) fn words<'t>(&'t self, text: &'t SearchedText, speech: &'t Speech) -> WeighedWords<'t> {
        let rows = text.by_form(|form| self.0.get(form)).enumerate();
        let does = |(at, rows)| Self::fitting(text, at, rows).fold(0_u64, |all, (does, _)| all | does.bit());
        let roles: Vec<u64> = rows.map(does).collect();
        let all = roles.iter().fold(0, |all, roles| all | roles);
        let senses = speech.senses(text);
        let (shut, names, document) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (takes_back, plan) = (OnceCell::new(), OnceCell::new());
        let (lists, histories) = (self, RefCell::default());
        WeighedWords { all, roles, senses, lists, text, speech, shut, names, document, takes_back, plan, histories }
    }

    /// The lists that a word is in, with those behind it, and how many words that takes.
    pub(super) fn rows(&self, text: &SearchedText, at: usize) -> impl Iterator<Item = (Does, usize)> {
        Self::fitting(text, at, self.0.get(&text.words[at].form))
    }

    /// Those of the rows with the same first word that fit the words behind it.
    fn fitting(
        text: &SearchedText,
        at: usize,
        rows: Option<&Vec<(Does, Vec<CompactString>)>>,
    ) -> impl Iterator<Item = (Does, usize)> {
        let is = move |row: &[CompactString]| {
            let words = text.words.get(at + 1..at + 1 + row.len());
            words.is_some_and(|words| words.iter().zip(row).all(|(word, form)| word.form == *form))
        };
        rows.into_iter().flatten().filter(move |(_, row)| is(row)).map(|(does, row)| (*does, row.len() + 1))
    }
}

impl Does {
    fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// The words of a text, with what they do to what it says of an error.
pub(super) struct WeighedWords<'t> {
    pub(super) lists: &'t RoleLists,
    pub(super) text: &'t SearchedText,
    pub(super) speech: &'t Speech,
    /// A bit for each list that a word is in.
    pub(super) roles: Vec<u64>,
    /// The sense of each word.
    pub(super) senses: Vec<Sense<'t>>,
    /// A bit for each list that any word is in.
    all: u64,
    /// Whether the whole case is taken for done, found out once for all errors of the text.
    pub(super) shut: OnceCell<bool>,
    /// The names with a number, found out once as well.
    pub(super) names: OnceCell<Namesakes<'t>>,
    /// Whether it is a document, the same.
    pub(super) document: OnceCell<bool>,
    /// Where it takes back what it named before, the same.
    pub(super) takes_back: OnceCell<Vec<usize>>,
    /// Whether it tells of work to come, the same.
    pub(super) plan: OnceCell<bool>,
    /// Whether the history of which a line is a row ends well, by the first word of the line.
    pub(super) histories: RefCell<FxHashMap<usize, bool>>,
}

impl WeighedWords<'_> {
    pub(super) fn is(&self, at: usize, wanted: Does) -> bool {
        self.roles[at] & wanted.bit() != 0
    }

    /// Whether any word of the text does that.
    pub(super) fn has(&self, wanted: Does) -> bool {
        self.all & wanted.bit() != 0
    }

    /// The words at which a text says that it is about no VM in Azure.
    pub(super) fn elsewhere(&self) -> Vec<usize> {
        (0..self.roles.len()).filter(|at| self.is(*at, Does::Leaves)).collect()
    }

    /// The words from which on and up to which an alert speaks that is over: from its field up to that of the next alert.
    pub(super) fn past_alerts(&self) -> Vec<(usize, usize)> {
        let text = self.text;
        let form = |at: usize| text.words.get(at).map_or("", |word| word.form.as_str());
        let field = |at: usize| match (form(at), form(at + 1)) {
            ("monitorcondition", _) => Some(at + 1),
            ("monitor", "condition") => Some(at + 2),
            _ => None,
        };
        let begins = text.by_form(|form| form.starts_with("monitor")).enumerate().filter(|(_, begins)| *begins);
        let fields: Vec<(usize, usize)> = begins.filter_map(|(at, _)| Some((at, field(at)?))).collect();
        let part = |(nth, (at, value)): (usize, &(usize, usize))| {
            let end = fields.get(nth + 1).map_or(text.words.len(), |(next, _)| *next);
            // What stands before the first one belongs to it.
            let start = if nth == 0 { 0 } else { *at };
            (form(*value) == "resolved").then_some((start, end))
        };
        fields.iter().enumerate().filter_map(part).collect()
    }

    /// The words that say how a ticket stands, and whether that says that it is over.
    pub(super) fn tickets(&self) -> Vec<(usize, bool)> {
        let value = |at: usize| {
            let is_field = self.is(at, Does::Labels) && at + 1 < self.roles.len();
            let known = is_field && (self.is(at + 1, Does::Closes) || self.is(at + 1, Does::Opens));
            let apart = known && self.text.behind(at).contains([':', '\u{ff1a}', '=', '\t', '\n', '|', '"']);
            apart.then(|| (at, self.is(at + 1, Does::Closes)))
        };
        (0..self.roles.len()).filter_map(value).collect()
    }
}
