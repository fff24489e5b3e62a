//! Words of outputs and sentences in other languages, as `assets/evidence/words.toml` has them.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::{
    label_words::{FieldLabel, LabelWords, WayPart, WayWords},
    name_labels::{NameLabels, ProseName},
};

/// The words, read when the first evidence needs them.
pub(super) static WORDS: LazyLock<ReaderWords> = LazyLock::new(|| {
    let file: ReaderWordsFile =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/words.json"))).expect("the words are sound");
    let Before { vm, saved, machine, resource_group, group, vault, subscription, job_id } = file.before;
    let lists = [
        (ProseName::Vm, vm),
        (ProseName::Saved, saved),
        (ProseName::Machine, machine),
        (ProseName::NotSaved, file.behind.vm),
        (ProseName::Group, resource_group),
        (ProseName::AnyGroup, group),
        (ProseName::Vault, vault),
        (ProseName::Subscription, subscription),
        (ProseName::Job, job_id),
    ];
    let before = lists.into_iter().flat_map(|(named, words)| in_any_case(words).map(move |word| (named, word)));
    let labels = NameLabels::of(before);
    let codes = AhoCorasick::new(&file.between.codes).expect("they are few");
    let mut between = file.between;
    // The longest that fits counts.
    between.r#in.sort_by_key(|word| std::cmp::Reverse(word.len()));
    between.runs.sort_by_key(|word| std::cmp::Reverse(word.len()));
    between.is.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let ReaderWordsFile { service, page, event, system, dhcp, machine, acted, label, way, .. } = file;
    let (fields, [done, failed, no_value]) = label.by_form();
    let way = way.by_form();
    ReaderWords {
        service,
        page,
        event,
        system,
        dhcp,
        machine,
        acted,
        labels,
        between,
        codes,
        fields,
        done,
        failed,
        no_value,
        way,
    }
});

/// The words, and those of another script than the Latin one with a capital letter too, whose case the search cannot ignore.
fn in_any_case(words: Vec<String>) -> impl Iterator<Item = String> {
    words.into_iter().flat_map(|word| {
        let first = word.chars().next().filter(|first| !first.is_ascii());
        let capital = first.map(|first| first.to_uppercase().chain(word.chars().skip(1)).collect::<String>());
        let capital = capital.filter(|capital| *capital != word);
        std::iter::once(word).chain(capital)
    })
}

pub(super) struct ReaderWords {
    pub service: ServiceStates,
    pub page: PageWords,
    pub event: EventWords,
    pub system: SystemWords,
    pub dhcp: DhcpWords,
    pub machine: MachineWords,
    pub acted: ActedWords,
    /// Finds what stands before a name.
    pub labels: NameLabels,
    pub between: Between,
    /// Finds what codes begin with.
    pub codes: AhoCorasick,
    /// What a page or a record calls its values, squeezed.
    pub fields: FxHashMap<String, FieldLabel>,
    /// What a row says that did not fail, one that failed, and what stands in place of a name, squeezed.
    pub done: FxHashSet<String>,
    pub failed: FxHashSet<String>,
    pub no_value: FxHashSet<String>,
    /// What the way to a page calls what it passes, squeezed.
    pub way: FxHashMap<String, WayPart>,
}

/// Whether one of several words stands anywhere in a text; a search for all at once takes longer to make than most texts to read.
pub(super) fn has_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// Whether a text is one of several words, in any case of the Latin script.
pub(super) fn is_in(words: &[String], text: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
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
    pub buttons: Vec<String>,
    pub deallocated: Vec<String>,
}

/// What the viewer of events calls two of its fields, and what events of services say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventWords {
    pub log: Vec<String>,
    pub number: Vec<String>,
    pub ended: Vec<String>,
    pub restarts: Vec<String>,
}

/// What is said of systems.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SystemWords {
    pub general: Vec<String>,
}

/// What `ipconfig` calls an address that comes by DHCP.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DhcpWords {
    pub label: Vec<String>,
    pub yes: Vec<String>,
    pub no: Vec<String>,
}

/// What tells the name of a machine from others: what those begin with, parts of theirs, and parts of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MachineWords {
    pub beginnings: FxHashSet<String>,
    pub others: FxHashSet<String>,
    pub parts: FxHashSet<String>,
    pub vaults: FxHashSet<String>,
    pub compounds: FxHashSet<String>,
    pub helpers: FxHashSet<String>,
    pub twins: FxHashSet<String>,
    pub kinds: Vec<String>,
    pub telling: FxHashSet<String>,
    pub prefixes: FxHashSet<String>,
    pub common: FxHashSet<String>,
    pub continents: FxHashSet<String>,
    pub directions: FxHashSet<String>,
    pub regions: FxHashSet<String>,
}

/// What is said of a name that makes it that of a machine.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActedWords {
    pub articles: Vec<String>,
    pub before: Vec<String>,
    pub wants: Vec<String>,
    pub back: Vec<String>,
    pub behind: Vec<String>,
    pub not: Vec<String>,
    pub titled: Vec<String>,
    pub saved: Vec<String>,
    pub fails: Vec<String>,
    pub skip: Vec<String>,
    pub when: Vec<String>,
    pub from: Vec<String>,
    pub options: Vec<String>,
    pub others: FxHashSet<String>,
    pub words: FxHashSet<String>,
}

/// What may stand between a word and the name behind it, and before a word that then means another thing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Between {
    pub called: Vec<String>,
    pub is: Vec<String>,
    pub keys: Vec<String>,
    pub suffixed: Vec<String>,
    pub given: Vec<String>,
    pub services: Vec<String>,
    pub policies: Vec<String>,
    pub about: Vec<String>,
    pub r#else: Vec<String>,
    pub titles: Vec<String>,
    pub codes: Vec<String>,
    pub target_titles: Vec<String>,
    pub things: FxHashSet<String>,
    pub compares: Vec<String>,
    pub well: Vec<String>,
    pub placed: Vec<String>,
    pub only: Vec<String>,
    pub of_group: Vec<String>,
    pub into: Vec<String>,
    pub small: FxHashSet<String>,
    pub products: Vec<String>,
    pub joins: Vec<String>,
    pub runs: Vec<String>,
    pub not_it: Vec<String>,
    pub at_once: Vec<String>,
    pub targets: Vec<String>,
    pub r#in: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReaderWordsFile {
    service: ServiceStates,
    page: PageWords,
    event: EventWords,
    system: SystemWords,
    dhcp: DhcpWords,
    machine: MachineWords,
    acted: ActedWords,
    label: LabelWords,
    way: WayWords,
    before: Before,
    behind: Behind,
    between: Between,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Behind {
    vm: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Before {
    vm: Vec<String>,
    saved: Vec<String>,
    machine: Vec<String>,
    resource_group: Vec<String>,
    group: Vec<String>,
    vault: Vec<String>,
    subscription: Vec<String>,
    job_id: Vec<String>,
}
