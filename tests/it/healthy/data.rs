//! The files under `tests/healthy`: one per system, building on `azure.toml` or on another.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use backup_medic::guide::Guide;
use serde::Deserialize;

/// What `ip -4 address show` prints on a healthy VM: Azure's lease never ends, so nothing is `dynamic`.
pub(super) const ADDRESSES: &str =
    "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
    inet 10.1.0.4/24 metric 100 brd 10.1.0.255 scope global eth0
       valid_lft forever preferred_lft forever
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    like: Option<String>,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    harmless: Vec<String>,
    #[serde(default)]
    never: BTreeMap<String, String>,
    #[serde(default)]
    answer: BTreeMap<String, String>,
    #[serde(default)]
    output: Vec<RawOutput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOutput {
    of: String,
    prints: String,
}

/// A healthy VM.
#[derive(Default)]
pub(super) struct Healthy {
    pub(super) name: String,
    /// Questions whose answer is no matter of health.
    pub(super) any: BTreeSet<String>,
    /// Remedies that repair nothing.
    pub(super) harmless: BTreeSet<String>,
    /// Questions that nobody with this VM comes to, and why.
    pub(super) never: BTreeMap<String, String>,
    /// The answer that a question must get.
    pub(super) answer: BTreeMap<String, String>,
    /// What a command prints.
    pub(super) outputs: BTreeMap<String, String>,
}

impl Healthy {
    pub(super) fn output(&self, command: &str) -> Option<&str> {
        self.outputs.get(command).map(String::as_str)
    }

    /// Every command of the guide's questions that there is on this VM.
    pub(super) fn commands<'g>(&self, guide: &'g Guide) -> BTreeSet<&'g str> {
        let ways = guide.questions.iter().flat_map(|question| super::ways(guide, question, self));
        ways.flat_map(|(_, parts)| parts).collect()
    }
}

/// The VM of one file.
pub(super) fn of(name: &str) -> Healthy {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/healthy").join(name).with_extension("toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let raw: Raw = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut vm = raw.like.as_deref().map(of).unwrap_or_default();
    vm.name = name.to_owned();
    vm.never.retain(|question, _| !raw.answer.contains_key(question));
    vm.any.extend(raw.any);
    vm.harmless.extend(raw.harmless);
    vm.never.extend(raw.never);
    vm.answer.extend(raw.answer);
    vm.outputs.extend(raw.output.into_iter().map(|output| (output.of, output.prints)));
    vm
}

/// Every VM.
pub(super) fn all() -> Vec<Healthy> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/healthy");
    let files = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let mut names: Vec<_> =
        files.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.retain(|name| !["azure", "vault"].contains(&name.as_str()));
    names.sort_unstable();
    names.iter().map(|name| of(name)).collect()
}
