//! Words of outputs and sentences in other languages, as `assets/evidence/words.toml` has them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

/// The words, read when the first evidence needs them.
pub(super) static WORDS: LazyLock<ReaderWords> = LazyLock::new(|| {
    let file: WordsFile =
        toml::from_str(include_str!("../../assets/evidence/words.toml")).expect("the words are good TOML");
    let Before { vm, saved, resource_group, vault, subscription, job_id } = file.before;
    let lists = [
        (Named::Vm, vm),
        (Named::Saved, saved),
        (Named::Group, resource_group),
        (Named::Vault, vault),
        (Named::Subscription, subscription),
        (Named::Job, job_id),
    ];
    let before: Vec<(Named, String)> =
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
    ReaderWords { service: file.service, labels, named, between }
});

pub(super) struct ReaderWords {
    pub service: ServiceStates,
    /// Finds what stands before a name.
    pub labels: AhoCorasick,
    /// What each of its patterns is the name of.
    pub named: Vec<Named>,
    pub between: Between,
}

/// What a name in a sentence is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
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

/// What may stand between a word and the name behind it, and before a word that then means another thing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Between {
    pub called: Vec<String>,
    pub keys: Vec<String>,
    pub r#in: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    service: ServiceStates,
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
