//! The kinds of names, as `assets/redact/names.toml` has them; they are read when the first case is redacted.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::LazyLock,
};

use aho_corasick::AhoCorasick;
use serde::Deserialize;

/// Where names stand.
pub(super) struct NameKinds {
    /// What stands in place of a name, by the type of its resource in lower case.
    pub(super) types: BTreeMap<String, String>,
    /// What follows a name, and what stands in place of it.
    pub(super) hosts: Vec<(String, String)>,
    pub(super) kept_hosts: HashSet<String>,
    /// What is before a name, in lower case.
    pub(super) behind: Vec<(String, String)>,
    /// The same, to be looked for at once in any case.
    pub(super) marks: AhoCorasick,
    pub(super) kept_users: HashSet<String>,
    pub(super) no_domains: HashSet<String>,
    pub(super) before_users: HashSet<String>,
    pub(super) ends: HashSet<String>,
    pub(super) public: HashSet<String>,
    pub(super) labels: HashMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    types: BTreeMap<String, String>,
    hosts: BTreeMap<String, Vec<String>>,
    behind: BTreeMap<String, Vec<String>>,
    users: Users,
    domains: Domains,
    labels: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Users {
    kept: HashSet<String>,
    no_domain: HashSet<String>,
    before: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Domains {
    ends: HashSet<String>,
    public: HashSet<String>,
}

/// The kinds that the program knows.
pub(super) static KINDS: LazyLock<NameKinds> = LazyLock::new(|| {
    let mut file: NamesFile =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/names.json"))).expect("the kinds are sound");
    let kept_hosts = file.hosts.remove("kept").unwrap_or_default().into_iter().collect();
    let pairs = |lists: BTreeMap<String, Vec<String>>| {
        lists.into_iter().flat_map(|(stem, words)| words.into_iter().map(move |word| (word, stem.clone())))
    };
    let mut hosts: Vec<(String, String)> = pairs(file.hosts).collect();
    hosts.sort_by_key(|(host, _)| std::cmp::Reverse(host.len()));
    let behind: Vec<(String, String)> = pairs(file.behind)
        .map(|(mut mark, stem)| {
            // A folder ends in the sign that it begins with.
            let sign = mark.chars().next().filter(|sign| "/\\".contains(*sign));
            mark.extend(sign);
            (mark, stem)
        })
        .collect();
    NameKinds {
        types: file.types,
        hosts,
        kept_hosts,
        marks: AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(behind.iter().map(|(mark, _)| mark))
            .expect("the marks are few"),
        behind,
        kept_users: file.users.kept,
        no_domains: file.users.no_domain,
        before_users: file.users.before,
        ends: file.domains.ends,
        public: file.domains.public,
        labels: pairs(file.labels).collect(),
    }
});

impl NameKinds {
    /// Every beginning of a pseudonym.
    pub(super) fn stems(&self) -> impl Iterator<Item = &str> {
        let hosts = self.hosts.iter().chain(&self.behind).map(|(_, stem)| stem);
        let all = self.types.values().chain(hosts).chain(self.labels.values());
        all.map(String::as_str).chain(["domain", "user", "resource", "file"])
    }
}
