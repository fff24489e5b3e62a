//! Other services by their names: what stands near such a name may be what that service reports.

use rustc_hash::FxHashSet;

use super::{roles::WeighedWords, speech::Sense, words::SearchedText};
use crate::guide::Catalog;

/// The name of another service counts for what stands within so many words of it.
const NEAR: usize = 12;

/// What says that a text is about no VM in Azure counts for what stands within so many words of it.
const FAR: usize = 60;

/// The names of other services.
pub(super) struct Others {
    /// Each as its words.
    names: Vec<Vec<String>>,
    /// Their first words.
    firsts: FxHashSet<String>,
}

/// Where a text names other services.
pub(super) struct ServiceNames {
    /// The words at which a name begins, and the signature of a mail in which it stands.
    named: Vec<(usize, Option<(usize, usize)>)>,
    /// The first and the last word of each record that says that it is another service's, or over.
    records: Vec<(usize, usize)>,
    /// The words at which the text says that it is about no VM in Azure.
    elsewhere: Vec<usize>,
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
        let forms = |name: &String| SearchedText::of(name).words.into_iter().map(|word| word.form).collect();
        let names: Vec<Vec<String>> = catalog.others.iter().map(forms).collect();
        Others { firsts: names.iter().filter_map(|name| name.first().cloned()).collect(), names }
    }

    /// Where another service is named; as a part of a longer name it is none.
    pub(super) fn find(&self, said: &WeighedWords<'_>) -> ServiceNames {
        let (text, speech) = (said.text, said.speech);
        let starts = |at: usize, name: &[String]| {
            let words = text.words.get(at..at + name.len());
            words.is_some_and(|words| words.iter().zip(name).all(|(word, form)| word.form == *form))
        };
        let glued = |gap: &str| matches!(gap, "-" | "." | "/" | "@");
        let (mut named, mut records) = (Vec::new(), Vec::new());
        let mut signature: Option<(usize, usize)> = None;
        let closings = speech.list("match-closings");
        for (at, word) in text.words.iter().enumerate() {
            signature = signature_end(text, closings, at).map(|last| (at, last)).or(signature);
            if !self.firsts.contains(&word.form) {
                continue;
            }
            let name = self.names.iter().find(|name| starts(at, name)).map(Vec::len);
            let Some(last) = name.map(|length| at + length - 1) else { continue };
            if glued(text.before(at)) || glued(text.behind(last)) {
                continue;
            }
            let of_field = is_of_field(text, at);
            if of_field {
                records.push(record(text, at));
            }
            // A page that was copied may have blank lines between its fields.
            if of_field || !is_aside(said, (at, last)) {
                named.push((at, signature.filter(|(_, last)| at <= *last)));
            }
        }
        records.extend(said.past_alerts());
        let tickets = said.tickets();
        if !tickets.is_empty() && tickets.iter().all(|(_, over)| *over) {
            records.push((0, text.words.len() - 1));
        } else {
            records.extend(tickets.iter().filter(|(_, over)| *over).map(|(at, _)| record(text, *at)));
        }
        ServiceNames { named, records, elsewhere: said.elsewhere() }
    }
}

/// Whether what stands right before a word is a field that says what was backed up.
fn is_of_field(text: &SearchedText, at: usize) -> bool {
    let is = |field: &&[&str]| {
        let start = at.checked_sub(field.len());
        start.is_some_and(|start| text.words[start..at].iter().zip(field.iter()).all(|(word, form)| word.form == *form))
    };
    FIELDS.iter().any(is)
}

/// The lines around a word up to blank ones.
fn record(text: &SearchedText, at: usize) -> (usize, usize) {
    let is_blank = |line: &str| line.trim().is_empty();
    let apart = |left: usize| {
        let lines: Vec<&str> = text.between(left, left + 1).split('\n').collect();
        lines.len() > 2 && lines[1..lines.len() - 1].iter().any(|line| is_blank(line))
    };
    let first = (0..at).rev().find(|left| apart(*left)).map_or(0, |left| left + 1);
    let last = (at..text.words.len() - 1).find(|left| apart(*left)).unwrap_or(text.words.len() - 1);
    (first, last)
}

/// The last word of the signature that begins at a word, behind two hyphens or with a closing.
fn signature_end(text: &SearchedText, closings: &FxHashSet<String>, at: usize) -> Option<usize> {
    let before = text.before(at);
    let closes = closings.contains(&text.words[at].form);
    if !closes && (before.len() < 2 || !before.contains("--") || !before.lines().any(|line| line.trim_end() == "--")) {
        return None;
    }
    let lines = |left: usize| text.between(left, left + 1).matches('\n').count();
    let last = text.words.len() - 1;
    // The name may stand behind a blank line.
    let name = if closes { (at..last).find(|left| lines(*left) > 0).map_or(last, |left| left + 1) } else { at };
    Some((name..last).find(|left| lines(*left) > 1).unwrap_or(last))
}

/// Whether a service is only mentioned: as what runs on the VM, what replicates it, or what was removed from it.
fn is_aside(said: &WeighedWords<'_>, (first, last): (usize, usize)) -> bool {
    let (text, speech) = (said.text, said.speech);
    let is_of = |word: Option<usize>, list: &str| word.is_some_and(|word| speech.is_in(list, &text.words[word].form));
    let joined = |word: usize| text.between(word - 1, word).trim().is_empty();
    let behind = |steps: usize| {
        let word = last + steps;
        (word < text.words.len() && (last + 1..=word).all(joined)).then_some(word)
    };
    let machine = |word: Option<usize>| word.is_some_and(|word| said.senses[word] == Sense::Machine);
    [1, 2].into_iter().any(|steps| machine(behind(steps)) || is_of(behind(steps), "match-removed"))
        // The word right behind may belong to the name of a product.
        || is_of(behind(2), "match-hosts")
        || is_of(first.checked_sub(2).filter(|_| joined(first)), "match-replicated")
        || is_of(behind(1), "match-replicated")
}

impl ServiceNames {
    /// Whether one stands near what its first and its last word bound.
    pub(super) fn near(&self, (first, last): (usize, usize)) -> bool {
        // Below a mail stands what its writer works on, which is not what the mail is about.
        let signed = |signature: &(usize, usize)| last < signature.0 || signature.1 < first;
        let speaks = |(at, signature): &(usize, Option<(usize, usize)>)| {
            *at + NEAR >= first && *at <= last + NEAR && !signature.as_ref().is_some_and(signed)
        };
        let is_far = |at: &usize| *at + FAR < first || *at > last + FAR;
        self.named.iter().any(speaks) || !self.elsewhere.iter().all(is_far)
    }

    /// Whether they stand in a record of another service.
    pub(super) fn own(&self, (first, last): (usize, usize)) -> bool {
        self.records.iter().any(|(from, to)| *from <= first && last <= *to)
    }

    /// Whether no other service is named at all.
    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty() && self.records.is_empty() && self.elsewhere.is_empty()
    }
}
