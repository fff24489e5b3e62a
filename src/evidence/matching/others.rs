//! Other services by their names: what stands near such a name may be what that service reports.

use std::cell::LazyCell;

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use super::{
    roles::WeighedWords,
    speech::{Sense, WordList},
    words::{SearchedText, forms},
};
use crate::guide::Catalog;

/// The name of another service counts for what stands within so many words of it.
const NEAR: usize = 12;

/// What says that a text is about no VM in Azure counts for what stands within so many words of it.
const FAR: usize = 60;

/// The names of other services.
pub(super) struct Others {
    /// Each as its words.
    names: Vec<Vec<CompactString>>,
    /// Their first words.
    firsts: FxHashSet<CompactString>,
}

/// Where a text names other services, each list in the order of the text.
pub(super) struct ServiceNames {
    /// The words at which a name begins, and the signature of a mail in which it stands.
    named: Vec<(usize, Option<(usize, usize)>)>,
    /// The first word of each record that says that it is another service's, or over, and the last one of it and of those before.
    records: Vec<(usize, usize)>,
    /// The words at which the text says that it is about no VM in Azure.
    elsewhere: Vec<usize>,
}

/// The words behind which a text has a blank line, and the others behind which more than one line ends.
struct Paragraphs {
    last: usize,
    blank: Vec<usize>,
    broken: Vec<usize>,
}

impl Paragraphs {
    fn of(text: &SearchedText) -> Self {
        let last = text.words.len().saturating_sub(1);
        let broken = (0..last).filter(|left| text.words[left + 1].line > text.words[*left].line + 1);
        let broken: Vec<usize> = broken.collect();
        let has_blank = |left: &usize| {
            let lines: Vec<&str> = text.between(*left, left + 1).split('\n').collect();
            lines[1..lines.len() - 1].iter().any(|line| line.trim().is_empty())
        };
        Paragraphs { last, blank: broken.iter().copied().filter(has_blank).collect(), broken }
    }

    /// The lines around a word up to blank ones.
    fn record(&self, at: usize) -> (usize, usize) {
        let next = self.blank.partition_point(|left| *left < at);
        let first = next.checked_sub(1).map_or(0, |before| self.blank[before] + 1);
        (first, self.blank.get(next).copied().unwrap_or(self.last))
    }

    /// The last word of the signature that begins at a word, behind two hyphens or with a closing.
    fn signature(&self, text: &SearchedText, at: usize, closes: bool) -> (usize, usize) {
        // The name may stand behind a blank line.
        let name = if closes { (text.line(at).1 + 1).min(self.last) } else { at };
        let next = self.broken.partition_point(|left| *left < name);
        (at, self.broken.get(next).copied().unwrap_or(self.last))
    }
}

/// The fields of a record that say what was backed up, as words.
const FIELDS: [&[&str]; 9] = [
    &["backupmanagementtype"],
    &["backup", "management", "type"],
    &["workloadtype"],
    &["workload", "type"],
    &["datasourcetype"],
    &["datasource", "type"],
    &["sourcetype"],
    &["formattedsourcetype"],
    &["jobtype"],
];

impl Others {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let names: Vec<Vec<CompactString>> = catalog.others.iter().map(|name| forms(name)).collect();
        Others { firsts: names.iter().filter_map(|name| name.first().cloned()).collect(), names }
    }

    /// Where another service is named; as a part of a longer name it is none.
    pub(super) fn find(&self, said: &WeighedWords<'_>) -> ServiceNames {
        let (text, speech) = (said.text, said.speech);
        let starts = |at: usize, name: &[CompactString]| {
            let words = text.words.get(at..at + name.len());
            words.is_some_and(|words| words.iter().zip(name).all(|(word, form)| word.form == *form))
        };
        let glued = |gap: &str| matches!(gap, "-" | "." | "/" | "@");
        let (mut named, mut records) = (Vec::new(), Vec::new());
        let mut signature: Option<(usize, bool)> = None;
        let closings = text.by_form(|form| speech.is_in(WordList::Closings, form));
        let names = text.by_form(|form| self.firsts.contains(form));
        let paragraphs = LazyCell::new(|| Paragraphs::of(text));
        for (at, (closes, may_name)) in closings.zip(names).enumerate() {
            if closes || is_behind_sign(text, at) {
                signature = Some((at, closes));
            }
            if !may_name {
                continue;
            }
            let name = self.names.iter().find(|name| starts(at, name)).map(Vec::len);
            let Some(last) = name.map(|length| at + length - 1) else { continue };
            if glued(text.before(at)) || glued(text.behind(last)) {
                continue;
            }
            let of_field = is_of_field(text, at);
            if of_field {
                records.push(paragraphs.record(at));
            }
            // A page that was copied may have blank lines between its fields.
            if of_field || !is_aside(said, (at, last)) {
                let signature = signature.map(|(from, closes)| paragraphs.signature(text, from, closes));
                named.push((at, signature.filter(|(_, last)| at <= *last)));
            }
        }
        records.extend(over(said, &paragraphs));
        records.sort_unstable();
        let mut end = 0;
        for (_, last) in &mut records {
            end = end.max(*last);
            *last = end;
        }
        ServiceNames { named, records, elsewhere: said.elsewhere() }
    }
}

/// The records that say that they are over.
fn over(
    said: &WeighedWords<'_>,
    paragraphs: &LazyCell<Paragraphs, impl FnOnce() -> Paragraphs>,
) -> Vec<(usize, usize)> {
    let tickets = said.tickets();
    if !tickets.is_empty() && tickets.iter().all(|(_, over)| *over) {
        return vec![(0, said.text.words.len() - 1)];
    }
    let closed = tickets.iter().filter(|(_, over)| *over).map(|(at, _)| paragraphs.record(*at));
    said.past_alerts().into_iter().chain(closed).collect()
}

/// Whether what stands right before a word is a field that says what was backed up.
fn is_of_field(text: &SearchedText, at: usize) -> bool {
    let is = |field: &&[&str]| {
        let start = at.checked_sub(field.len());
        start.is_some_and(|start| text.words[start..at].iter().zip(field.iter()).all(|(word, form)| word.form == *form))
    };
    FIELDS.iter().any(is)
}

/// Whether the signature of a mail begins at a word, behind two hyphens.
fn is_behind_sign(text: &SearchedText, at: usize) -> bool {
    let before = text.before(at);
    before.len() > 1 && before.contains("--") && before.lines().any(|line| line.trim_end() == "--")
}

/// Whether a service is only mentioned: as what runs on the VM, what replicates it, or what was removed from it.
fn is_aside(said: &WeighedWords<'_>, (first, last): (usize, usize)) -> bool {
    let (text, speech) = (said.text, said.speech);
    let is_of =
        |word: Option<usize>, list: WordList| word.is_some_and(|word| speech.is_in(list, &text.words[word].form));
    let joined = |word: usize| text.between(word - 1, word).trim().is_empty();
    let behind = |steps: usize| {
        let word = last + steps;
        (word < text.words.len() && (last + 1..=word).all(joined)).then_some(word)
    };
    let machine = |word: Option<usize>| word.is_some_and(|word| said.senses[word] == Sense::Machine);
    [1, 2].into_iter().any(|steps| machine(behind(steps)) || is_of(behind(steps), WordList::Removed))
        // The word right behind may belong to the name of a product.
        || is_of(behind(2), WordList::Hosts)
        || is_of(first.checked_sub(2).filter(|_| joined(first)), WordList::Replicated)
        || is_of(behind(1), WordList::Replicated)
}

impl ServiceNames {
    /// Whether one stands near what its first and its last word bound.
    pub(super) fn near(&self, (first, last): (usize, usize)) -> bool {
        // Below a mail stands what its writer works on, which is not what the mail is about.
        let signed = |signature: &(usize, usize)| last < signature.0 || signature.1 < first;
        let speaks = |(_, signature): &(usize, Option<(usize, usize)>)| !signature.as_ref().is_some_and(signed);
        let from = self.named.partition_point(|(at, _)| *at + NEAR < first);
        let is_far = |at: &usize| *at + FAR < first;
        let next = self.elsewhere.get(self.elsewhere.partition_point(is_far));
        self.named[from..].iter().take_while(|(at, _)| *at <= last + NEAR).any(speaks)
            || next.is_some_and(|at| *at <= last + FAR)
    }

    /// Whether they stand in a record of another service.
    pub(super) fn own(&self, (first, last): (usize, usize)) -> bool {
        let next = self.records.partition_point(|(from, _)| *from <= first);
        next.checked_sub(1).is_some_and(|before| last <= self.records[before].1)
    }

    /// Whether no other service is named at all.
    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty() && self.records.is_empty() && self.elsewhere.is_empty()
    }
}
