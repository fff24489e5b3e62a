//! Words of outputs and sentences in other languages, as `assets/evidence/words.toml` has them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

/// The words, read when the first evidence needs them.
pub(super) static WORDS: LazyLock<ReaderWords> = LazyLock::new(|| {
    let file: ReaderWordsFile =
        toml::from_str(include_str!("../../../assets/evidence/words.toml")).expect("the words are good TOML");
    let Before { vm, saved, resource_group, vault, subscription, job_id } = file.before;
    let lists = [
        (ProseName::Vm, vm),
        (ProseName::Saved, saved),
        (ProseName::Group, resource_group),
        (ProseName::Vault, vault),
        (ProseName::Subscription, subscription),
        (ProseName::Job, job_id),
    ];
    let before: Vec<(ProseName, String)> =
        lists.into_iter().flat_map(|(named, words)| words.into_iter().map(move |word| (named, word))).collect();
    let labels = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(before.iter().map(|(_, word)| word))
        .expect("they are few");
    let named = before.into_iter().map(|(named, _)| named).collect();
    let mut between = file.between;
    // The longest that fits counts.
    between.r#in.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let ReaderWordsFile { service, page, event, dhcp, .. } = file;
    ReaderWords { service, page, event, dhcp, labels, named, between }
});

pub(super) struct ReaderWords {
    pub service: ServiceStates,
    pub page: PageWords,
    pub event: EventWords,
    pub dhcp: DhcpWords,
    /// Finds what stands before a name.
    pub labels: AhoCorasick,
    /// What each of its patterns is the name of.
    pub named: Vec<ProseName>,
    pub between: Between,
}

/// Whether a text is one of several words, in any case of the Latin script.
pub(super) fn is_in(words: &[String], text: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// What a name in a sentence is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProseName {
    Vm,
    /// What is backed up, most often a VM.
    Saved,
    Group,
    Vault,
    Subscription,
    Job,
}

/// What Windows calls the states of a service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ServiceStates {
    pub running: Vec<String>,
    pub stopped: Vec<String>,
}

/// What the portal calls the states of a VM and of its agent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PageWords {
    pub agent: Vec<String>,
    pub ready: Vec<String>,
    pub not_ready: Vec<String>,
    pub status: Vec<String>,
    pub deallocated: Vec<String>,
}

/// What the viewer of events calls two of its fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventWords {
    pub log: Vec<String>,
    pub number: Vec<String>,
}

/// What `ipconfig` calls an address that comes by DHCP.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DhcpWords {
    pub label: Vec<String>,
    pub yes: Vec<String>,
    pub no: Vec<String>,
}

/// What may stand between a word and the name behind it, and before a word that then means another thing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Between {
    pub called: Vec<String>,
    pub keys: Vec<String>,
    pub targets: Vec<String>,
    pub r#in: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReaderWordsFile {
    service: ServiceStates,
    page: PageWords,
    event: EventWords,
    dhcp: DhcpWords,
    before: Before,
    between: Between,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Before {
    vm: Vec<String>,
    saved: Vec<String>,
    resource_group: Vec<String>,
    vault: Vec<String>,
    subscription: Vec<String>,
    job_id: Vec<String>,
}
