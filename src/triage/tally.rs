//! The jobs of all streams, counted: memory grows with distinct jobs, VMs, vaults and codes, and with nothing else.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
};

use super::{
    failed_backup::is_failed_backup,
    interned::Interned,
    jobs::{Job, JobId, Jobs, guid},
    record::{JobField, Record},
    resource::{ResourceNames, place},
};
use crate::{
    redact::mask,
    text::{
        azure_id,
        azure_time::{duration, moment},
        number::is_number,
        sanitise,
    },
};

/// Wordings of one code that are told apart; a message that holds a name or a time would never end otherwise.
const WORDINGS: u32 = 16;

/// Answers that are kept for wordings beyond those.
const ANSWERS: usize = 1 << 16;

/// What is kept of a text, in characters.
const LONGEST: usize = 400;

/// A code's text is shorter than a message's.
pub(super) const LONGEST_CODE: usize = 120;

/// Of what is no failed backup of a VM.
pub(super) const NOT_COUNTED: u32 = u32::MAX;

/// What a job says of its failure, for whoever knows the problems.
#[derive(Debug, Clone, Copy)]
pub struct JobFailure<'a> {
    /// The symbol of the error, empty where there is none.
    pub code: &'a str,
    /// The number of the error, empty where there is none.
    pub number: &'a str,
    /// Its words.
    pub message: &'a str,
}

/// The problem of a failure: a row of the catalogue.
pub type Classifier<'a> = dyn Fn(&JobFailure<'_>) -> Option<usize> + 'a;

/// A VM; names as they were first spelled.
#[derive(Debug, Clone, Default)]
pub struct Vm {
    /// Its name.
    pub name: String,
    /// Its resource group.
    pub group: String,
    /// Its subscription.
    pub subscription: String,
    /// The latest failed job, and its activity id.
    pub(super) activity: Option<(JobId, JobId)>,
}

/// A vault.
#[derive(Debug, Clone, Default)]
pub struct Vault {
    /// Its name.
    pub name: String,
    /// Its resource group.
    pub group: String,
}

/// One way to fail, as far as it is told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failing {
    /// The row of the catalogue.
    pub problem: Option<usize>,
    /// The symbol.
    pub code: String,
    /// The number.
    pub number: String,
    /// The words; empty where there are none, or where this code has too many.
    pub message: String,
    /// What the job was to do.
    pub operation: String,
}

/// Jobs that were read and are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Read {
    /// Records of the streams.
    pub records: u64,
    /// Jobs, each once.
    pub jobs: u64,
    /// Jobs that are no failed backup of a VM.
    pub others: u64,
}

/// The tally of all streams.
pub(super) struct Tally<'a> {
    known: &'a Classifier<'a>,
    pub(super) records: u64,
    pub(super) jobs: Jobs,
    pub(super) vms: Interned<Vm>,
    pub(super) vaults: Interned<Vault>,
    pub(super) failings: Interned<Failing>,
    /// When the latest failed job of each VM started; by itself, since every job looks here.
    newest: Vec<u32>,
    /// How many wordings each code has, by its hash.
    wordings: HashMap<u64, u32>,
    /// The problems of wordings that are not kept, by a hash.
    answers: HashMap<u64, Option<usize>>,
    hasher: RandomState,
    /// Room for keys.
    key: Vec<u8>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(known: &'a Classifier<'a>) -> Self {
        Tally {
            known,
            records: 0,
            jobs: Jobs::default(),
            vms: Interned::default(),
            vaults: Interned::default(),
            failings: Interned::default(),
            newest: Vec::new(),
            wordings: HashMap::new(),
            answers: HashMap::new(),
            hasher: RandomState::new(),
            key: Vec::new(),
        }
    }

    /// Adds what a stream says of a job.
    pub(super) fn add(&mut self, record: &Record<'_>) {
        self.records += 1;
        let own = place(record.get(JobField::Id));
        let id = self.jobs.id(first([own.job, record.get(JobField::Job)]));
        let [started, ended, written] =
            [JobField::Started, JobField::Ended, JobField::Written].map(|field| moment(record.get(field)));
        // A job that says only when it ended began as much earlier as it took.
        let took = || ended?.checked_sub(duration(record.get(JobField::Duration))?);
        let start = started.or_else(took).or(ended).or(written).unwrap_or_default();
        let seen = [started, ended, written].into_iter().flatten().max().unwrap_or_default();
        let mut job = Job { id, seen, start, vm: 0, vault: 0, failing: NOT_COUNTED };
        if is_failed_backup(record) {
            job.vault = self.vault(record, &own);
            job.vm = self.vm(record, &own);
            job.failing = self.failing(record);
            self.newest.resize(self.vms.list.len(), 0);
            let newest = &mut self.newest[job.vm as usize];
            if start >= *newest {
                *newest = start;
                self.vms.list[job.vm as usize].activity =
                    guid(record.get(JobField::Activity)).map(|activity| (id, activity));
            }
        }
        self.jobs.put(job);
    }

    fn vault(&mut self, record: &Record<'_>, own: &ResourceNames<'_>) -> u32 {
        let logged = place(record.get(JobField::VaultId));
        let name = first([own.vault, record.get(JobField::Vault), logged.vault]);
        let group =
            first([if own.vault.is_empty() { "" } else { own.group }, record.get(JobField::VaultGroup), logged.group]);
        let subscription = first([own.subscription, record.get(JobField::Subscription), logged.subscription]);
        key(&mut self.key, [subscription, group, name]);
        let make = || Vault { name: shown(name, LONGEST_CODE), group: shown(group, LONGEST_CODE) };
        self.vaults.intern(self.hasher.hash_one(&self.key), make)
    }

    fn vm(&mut self, record: &Record<'_>, own: &ResourceNames<'_>) -> u32 {
        let source = place(record.get(JobField::Source));
        let (group, name) = azure_id::container(record.get(JobField::Container));
        let name = first([record.get(JobField::Vm), source.vm, name]);
        let group = first([source.group, record.get(JobField::VmGroup), group]);
        let logged = place(record.get(JobField::VaultId));
        let subscription =
            first([source.subscription, own.subscription, record.get(JobField::Subscription), logged.subscription]);
        key(&mut self.key, [subscription, group, name]);
        let make = || Vm {
            name: shown(name, LONGEST_CODE),
            group: shown(group, LONGEST_CODE),
            subscription: shown(subscription, LONGEST_CODE),
            ..Vm::default()
        };
        self.vms.intern(self.hasher.hash_one(&self.key), make)
    }

    fn failing(&mut self, record: &Record<'_>) -> u32 {
        let error = record.get(JobField::Code);
        let is_number = is_number(error);
        let title = record.get(JobField::Title);
        let (code, number) = match is_number {
            // A symbol in the title says more than a number.
            true if is_symbol(title) => (title, error),
            true => ("", error),
            false => (error, ""),
        };
        let message = first([record.get(JobField::Message), record.get(JobField::Title)]);
        let operation = record.get(JobField::Operation);
        let said = JobFailure { code, number, message };
        key(&mut self.key, [code, number, operation]);
        let head = self.key.len();
        self.key.push(b'\n');
        self.key.extend_from_slice(message.as_bytes());
        if let Some(place) = self.failings.place(self.hasher.hash_one(&self.key)) {
            return place;
        }
        let count = self.wordings.entry(self.hasher.hash_one(&self.key[..head])).or_default();
        *count += 1;
        let told_apart = *count <= WORDINGS;
        let problem = if told_apart { (self.known)(&said) } else { self.answer(&said) };
        if !told_apart {
            // Wordings beyond those share a place, one for each problem that they tell of.
            self.key.truncate(head);
            self.key.extend_from_slice(format!("\n\n{problem:?}").as_bytes());
        }
        let make = || Failing {
            problem,
            code: shown(&mask(code), LONGEST_CODE),
            number: shown(number, LONGEST_CODE),
            message: if told_apart { shown(&mask(message), LONGEST) } else { String::new() },
            operation: shown(&mask(operation), LONGEST_CODE),
        };
        self.failings.intern(self.hasher.hash_one(&self.key), make)
    }

    fn answer(&mut self, said: &JobFailure<'_>) -> Option<usize> {
        let hash = self.hasher.hash_one((said.code, said.number, said.message));
        if let Some(problem) = self.answers.get(&hash) {
            return *problem;
        }
        if self.answers.len() == ANSWERS {
            self.answers.clear();
        }
        let problem = (self.known)(said);
        self.answers.insert(hash, problem);
        problem
    }
}

/// Whether a text is one name such as `UserErrorGuestAgentStatusUnavailable`.
fn is_symbol(text: &str) -> bool {
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
    capitals > 1 && text.len() > 11 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The first text that is not empty.
fn first<const N: usize>(texts: [&str; N]) -> &str {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// Azure's names are the same in any case.
fn key(key: &mut Vec<u8>, parts: [&str; 3]) {
    key.clear();
    for part in parts {
        key.extend_from_slice(part.as_bytes());
        key.push(b'\n');
    }
    key.make_ascii_lowercase();
}

/// Text as it may be shown: on one line, harmless, and not longer than this.
pub(super) fn shown(text: &str, longest: usize) -> String {
    let cut = text.char_indices().nth(longest);
    let text = sanitise::visible_line(cut.map_or(text, |(end, _)| &text[..end]));
    if cut.is_some() { text + "…" } else { text }
}
