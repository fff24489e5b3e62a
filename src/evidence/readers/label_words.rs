//! The words for labels and for the parts of a way, as `assets/evidence/words.toml` has them, by their squeezed form.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// What a label says of the value behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldLabel {
    Vm,
    /// A VM, by a word that has other things behind it too.
    ShortVm,
    /// A machine, and whatever a monitoring system watches: a VM where nothing else names one.
    Machine,
    Host,
    /// The VM whose backup fails.
    FailingVm,
    /// A name, of whatever the page is about.
    Name,
    /// What says that a page or a table is about VMs.
    Sign,
    Group,
    VmGroup,
    /// A group of any kind, which a name says is one of resources.
    AnyGroup,
    VaultGroup,
    Vault,
    Subscription,
    Job,
    Activity,
    /// What an alert is about, and what kind of resource that is.
    Affected,
    Kind,
}

/// What the way to a page of the portal passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WayPart {
    Vaults,
    Vms,
    Groups,
    /// A page of a vault, behind which an item of it stands.
    Page,
    /// The kind of a resource, below the name of which it stands.
    Kind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LabelWords {
    vm: Vec<String>,
    short_vm: Vec<String>,
    machine: Vec<String>,
    host: Vec<String>,
    failing_vm: Vec<String>,
    name: Vec<String>,
    signs: Vec<String>,
    resource_group: Vec<String>,
    vm_group: Vec<String>,
    any_group: Vec<String>,
    vault_group: Vec<String>,
    vault: Vec<String>,
    subscription: Vec<String>,
    job_id: Vec<String>,
    activity_id: Vec<String>,
    affected: Vec<String>,
    kind: Vec<String>,
    done: Vec<String>,
    failed: Vec<String>,
    no_value: Vec<String>,
}

impl LabelWords {
    /// What each label is one of; what a row says that did not fail, and one that failed; what is no value.
    pub(super) fn by_form(self) -> (FxHashMap<String, FieldLabel>, [FxHashSet<String>; 3]) {
        let lists = [
            (self.machine, FieldLabel::Machine),
            (self.host, FieldLabel::Host),
            (self.any_group, FieldLabel::AnyGroup),
            (self.vm, FieldLabel::Vm),
            (self.short_vm, FieldLabel::ShortVm),
            (self.failing_vm, FieldLabel::FailingVm),
            (self.name, FieldLabel::Name),
            (self.signs, FieldLabel::Sign),
            (self.resource_group, FieldLabel::Group),
            (self.vm_group, FieldLabel::VmGroup),
            (self.vault_group, FieldLabel::VaultGroup),
            (self.vault, FieldLabel::Vault),
            (self.subscription, FieldLabel::Subscription),
            (self.job_id, FieldLabel::Job),
            (self.activity_id, FieldLabel::Activity),
            (self.affected, FieldLabel::Affected),
            (self.kind, FieldLabel::Kind),
        ];
        let fields =
            lists.into_iter().flat_map(|(words, label)| words.into_iter().map(move |word| (squeezed(&word), label)));
        let forms = |words: Vec<String>| words.iter().map(|word| squeezed(word)).collect();
        (fields.collect(), [self.done, self.failed, self.no_value].map(forms))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WayWords {
    vaults: Vec<String>,
    vms: Vec<String>,
    groups: Vec<String>,
    pages: Vec<String>,
    kinds: Vec<String>,
}

impl WayWords {
    pub(super) fn by_form(self) -> FxHashMap<String, WayPart> {
        let lists = [
            (self.vaults, WayPart::Vaults),
            (self.vms, WayPart::Vms),
            (self.groups, WayPart::Groups),
            (self.pages, WayPart::Page),
            (self.kinds, WayPart::Kind),
        ];
        lists.into_iter().flat_map(|(words, way)| words.into_iter().map(move |word| (squeezed(&word), way))).collect()
    }
}

/// A label without blanks and signs, in small letters.
pub(super) fn squeezed(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
