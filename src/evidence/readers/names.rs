//! Names in text that no reader knows: ids of resources, names of containers, and what stands behind a label. An alert, the error
//! of a deployment or a page that was copied names the VM, the vault and the job.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::{
    columns, crumbs,
    ids::ids,
    label_words::{FieldLabel, WayPart, squeezed},
    labels,
    lone_groups::LoneGroup,
    machines::is_vault,
    markup,
    name_labels::ProseName,
    sentences::{self, NamedInProse},
    subjects,
    words::WORDS,
};
use crate::{
    evidence::{
        azure::{container, restore_points, subject::Subject},
        notes::Notes,
    },
    text::azure_id::ResourceId,
};

pub(super) const COLLECTION: &str = "Microsoft.Compute/restorePointCollections";

/// Kinds of other services, as records name them.
const OTHERS: [&str; 9] = [
    "azureworkload",
    "azurestorage",
    "sqldatabase",
    "sqlinstance",
    "saphana",
    "azurefileshare",
    "azurevmsql",
    "sqlinazurevm",
    "mab",
];

/// The type of a VM without what an id has before it, as errors quote it.
const UNROOTED: &str = "microsoft.compute/virtualmachines/";

/// The type of a vault, as the mail of an alert has it behind its name.
const OF_VAULT: &str = "( microsoft.recoveryservices/vaults )";

/// Takes the names of a text whose lines stand where they stood in the file.
pub(super) fn read(text: &str, notes: &mut Notes<'_>) {
    if is_of_other(text) {
        return;
    }
    let plain = markup::plain(text);
    let text = plain.as_ref();
    let mut found = FoundNames { of_jobs: text.contains("entityFriendlyName"), ..FoundNames::default() };
    let lines: Vec<&str> = text.split('\n').collect();
    let tabled = found.rows(&lines);
    for (number, line) in (1..).zip(&lines) {
        found.line(line, number, tabled.contains(&number));
    }
    found.sentences(text, &tabled);
    found.leave_out_done(&lines);
    found.note_aside(&lines);
    found.note_acted(&lines);
    found.note_lone(&lines);
    found.relabel();
    let of_pairs: BTreeSet<&str> = found.pairs.iter().filter_map(|(pair, _)| pair.group).collect();
    found.vault_groups.retain(|(group, _)| !of_pairs.contains(group));
    found.tell(&lines, notes);
}

/// The only VM that lines call the failing one.
pub(super) fn failing<'t>(lines: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let named = |line: &'t str| {
        let (label, rest) = line.split_once([':', '\u{ff1a}'])?;
        labels::name(rest).filter(|_| labels::known(label) == Some(FieldLabel::FailingVm))
    };
    let mut all = lines.filter_map(named);
    let first = all.next()?;
    all.all(|other| other.eq_ignore_ascii_case(first)).then_some(first)
}

/// Whether a text says that it is about another service: of what that tells no name is that of the case.
fn is_of_other(text: &str) -> bool {
    // Most texts have none of the fields.
    if !["ype", "YPE"].iter().any(|end| text.contains(end)) {
        return false;
    }
    let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
    let squeezed: Vec<u8> = letters.map(|byte| byte.to_ascii_lowercase()).collect();
    memmem::find_iter(&squeezed, "type").any(|at| {
        let (before, behind) = (&squeezed[..at], &squeezed[at + "type".len()..]);
        let is_field = ["management", "workload", "source"].iter().any(|field| before.ends_with(field.as_bytes()));
        is_field && OTHERS.iter().any(|other| behind.starts_with(other.as_bytes()))
    })
}

/// What a text names, each with its line.
#[derive(Default)]
pub(super) struct FoundNames<'t> {
    pub(super) vms: Vec<(Subject<'t>, usize)>,
    pub(super) ids: Vec<(ResourceId<'t>, usize)>,
    /// What labels name, in the order of the text.
    pub(super) labelled: Vec<(FieldLabel, &'t str, usize)>,
    /// The VMs of rows, and whether each says that it did not fail.
    pub(super) rows: Vec<(Subject<'t>, bool, usize)>,
    /// What sentences call a VM, and what they only say is backed up.
    pub(super) prose: Vec<(Subject<'t>, usize)>,
    pub(super) saved: Vec<(Subject<'t>, usize)>,
    /// VMs by which their group stands.
    pub(super) pairs: Vec<(Subject<'t>, usize)>,
    /// Machines in brackets, and those of rows without a head.
    pub(super) aside: Vec<(Subject<'t>, usize)>,
    /// Groups of which a sentence tells away from the VM, and from the vault.
    pub(super) groups: Vec<&'t str>,
    /// Subscriptions that sentences name, and the groups of vaults.
    subscriptions: Vec<&'t str>,
    pub(super) vault_groups: Vec<(&'t str, usize)>,
    /// Groups of which only their name says that they are one.
    pub(super) lone_groups: Vec<LoneGroup<'t>>,
    /// A label alone on its line, whose value stands on the next one, and whether that may be any name.
    label: Option<(FieldLabel, bool)>,
    /// The first line, until another one was read.
    head: Option<&'t str>,
    /// Whether it has records of jobs.
    pub(super) of_jobs: bool,
}

impl<'t> FoundNames<'t> {
    /// The names of a line; the cells of tables have no labels beside them.
    fn line(&mut self, line: &'t str, number: usize, is_tabled: bool) {
        for id in ids(line) {
            self.vms.extend(Subject::of_id(id).map(|subject| (subject, number)));
            let id = ResourceId::parse(id);
            let vm = id.and_then(|id| restore_points::vm_of_collection(id.name(COLLECTION)?));
            self.saved.extend(vm.map(|vm| (Subject { vm, group: None, subscription: None }, number)));
            self.ids.extend(id.map(|id| (id, number)));
        }
        if line.contains(';') {
            self.containers(line, number);
            self.labelled.extend(of_item(line).map(|vault| (FieldLabel::Vault, vault, number)));
        }
        let text = line.trim();
        if text.is_empty() || is_tabled || is_query(text) {
            return;
        }
        self.pairs_of(line, number);
        self.vms.extend(unrooted(text).map(|subject| (subject, number)));
        self.labelled.extend(of_vault(text).map(|vault| (FieldLabel::Vault, vault, number)));
        crumbs::names(text, |label, name| self.labelled.push((label, name, number)));
        // A page has its kind below its name.
        let head = self.head.replace(self.head.map_or(text, |_| ""));
        if let Some(label) = labels::known(text).filter(|_| is_kind(text)) {
            let name = head.and_then(|head| head.split(" | ").next()).filter(|head| labels::name(head) == Some(head));
            self.labelled.extend(name.map(|name| (label, name, number)));
        }
        let (label, before) = (self.label.take(), self.labelled.len());
        labels::fields(text, |field, value| match value {
            "" => self.label = Some((field, true)),
            // "vm:" and below it "name: web01".
            _ => {
                let named = label.filter(|_| field == FieldLabel::Name).map_or(field, |(label, _)| label);
                self.labelled.extend(labels::of_any_group(named, value).map(|named| (named, value, number)));
            }
        });
        if self.label.is_some() || self.labelled.len() > before {
            return;
        }
        self.label = labels::known(text).map(|label| (label, !is_kind(text)));
        match label {
            // A page has its kind below its name, as if that were a label, and its menu below that.
            Some((label, any)) if self.label.is_none() && !text.contains(':') && (any || labels::is_telling(text)) => {
                self.labelled.extend(labels::of_any_group(label, text).map(|label| (label, text, number)));
            }
            _ => {}
        }
    }

    /// The rows of tables; answers with the lines of their heads and their own.
    fn rows(&mut self, lines: &[&'t str]) -> BTreeSet<usize> {
        let mut tabled = BTreeSet::new();
        let rows = columns::rows(lines, &mut tabled);
        tabled.extend(rows.iter().map(|row| row.line));
        let is_open = rows.iter().any(|row| !row.done);
        // A vault has one group: where rows of one vault name several, these are those of the VMs.
        let of_vault = |row: &columns::NamedRow<'t>| {
            Some((columns::cell(row, FieldLabel::Vault)?, columns::cell(row, FieldLabel::Group)?))
        };
        let mut of_vaults = BTreeMap::new();
        let of_vms =
            rows.iter().filter_map(of_vault).any(|(vault, group)| *of_vaults.entry(vault).or_insert(group) != group);
        for row in rows {
            let subject = subjects::of_row(&row.cells).map(|subject| match subject.group {
                None if of_vms => Subject { group: columns::cell(&row, FieldLabel::Group), ..subject },
                _ => subject,
            });
            self.rows.extend(subject.map(|subject| (subject, row.done, row.line)));
            let others = [
                FieldLabel::Vault,
                FieldLabel::VaultGroup,
                FieldLabel::Subscription,
                FieldLabel::Job,
                FieldLabel::Activity,
            ];
            let cells = row.cells.iter().filter(|(label, _)| others.contains(label) && !(row.done && is_open));
            self.labelled.extend(cells.map(|(label, cell)| (*label, *cell, row.line)));
        }
        tabled
    }

    /// What an alert is about is a VM where the alert says so.
    fn relabel(&mut self) {
        let is_vm =
            |(label, value, _): &(FieldLabel, &str, usize)| *label == FieldLabel::Kind && subjects::is_vm(value);
        if self.labelled.iter().any(is_vm) {
            let affected = self.labelled.iter_mut().filter(|(label, ..)| *label == FieldLabel::Affected);
            affected.for_each(|(label, ..)| *label = FieldLabel::Vm);
        } else if self.labelled.iter().all(|(label, ..)| *label != FieldLabel::Kind) {
            let of_vault = |value: &str| labels::name(value).is_some_and(|name| is_vault(&name.to_ascii_lowercase()));
            let affected =
                self.labelled.iter_mut().filter(|(label, value, _)| *label == FieldLabel::Affected && of_vault(value));
            affected.for_each(|(label, ..)| *label = FieldLabel::Vault);
        }
    }

    /// The names that stand in sentences.
    fn sentences(&mut self, text: &'t str, tabled: &BTreeSet<usize>) {
        /// A group belongs to what stands so many bytes away from it.
        const NEAR: usize = 60;
        let (mut line, mut from) = (1, 0);
        let mut last: Option<NamedInProse<'_>> = None;
        for named in sentences::names(text) {
            line += text[from..named.at.max(from)].matches('\n').count();
            from = from.max(named.at);
            // The last head of a table has no name behind it on the next line.
            let is_broken = text[..named.at].trim_end_matches([' ', '\t']).ends_with('\n');
            if is_broken && tabled.contains(&(line - 1)) {
                continue;
            }
            let near = last.filter(|last| named.at < last.at + last.name.len() + NEAR);
            let is_next = |last: &NamedInProse<'_>| {
                last.what == ProseName::Group && !text[last.at..named.at.max(last.at)].contains('\n')
            };
            let on_own_line = near.is_some_and(|last| text[last.at..named.at.max(last.at)].contains('\n'));
            let group = near.filter(is_next).map(|last| last.name);
            // "Vault v (group g), VM x" and "vault v, in group g VM x".
            let of_vault = group.is_some() && self.vault_groups.last().map(|(group, _)| *group) == group;
            let closed =
                near.is_some_and(|last| text[last.at..named.at.max(last.at)].contains([',', ')', ';', '\u{ff0c}']));
            let group = group.filter(|_| !(of_vault && closed));
            if of_vault && group.is_some() && named.what == ProseName::Vm {
                self.vault_groups.pop();
            }
            let subject = Subject { vm: named.name, group: named.group.or(group), subscription: None };
            match (named.what, near.map(|last| last.what)) {
                (ProseName::Vm, _) => self.prose.push((subject, line)),
                (ProseName::Saved | ProseName::Machine | ProseName::NotSaved, _) => {
                    let list = if named.group.is_some() { &mut self.pairs } else { &mut self.saved };
                    list.push((subject, line));
                }
                // On a line of its own it may be that of the VM.
                (ProseName::Group, Some(ProseName::Vault)) if !on_own_line => {
                    self.vault_groups.push((named.name, line));
                }
                (ProseName::Group | ProseName::AnyGroup, Some(what)) => {
                    let list = if what == ProseName::Vm { &mut self.prose } else { &mut self.saved };
                    let subject = list.last_mut().filter(|_| matches!(what, ProseName::Vm | ProseName::Saved));
                    subject.into_iter().for_each(|(subject, _)| subject.group = subject.group.or(Some(named.name)));
                }
                (ProseName::Group | ProseName::AnyGroup, None) => {
                    self.groups.extend(last.is_none_or(|last| last.what != ProseName::Vault).then_some(named.name));
                }
                (ProseName::Subscription, _) => self.subscriptions.push(named.name),
                (ProseName::Job, _) => self.labelled.push((FieldLabel::Job, named.name, line)),
                (ProseName::Vault, _) => {
                    self.labelled.push((FieldLabel::Vault, named.name, line));
                    self.vault_groups.extend(named.group.map(|group| (group, line)));
                }
            }
            last = Some(named);
        }
    }

    /// The VMs of sentences, with the subscription where they name one.
    pub(super) fn with_subscription(&self, named: &[(Subject<'t>, usize)]) -> Vec<(Subject<'t>, usize)> {
        let subscription = only(&self.subscriptions);
        named.iter().map(|(subject, line)| (Subject { subscription, ..*subject }, *line)).collect()
    }

    /// The VMs that names of containers name.
    fn containers(&mut self, line: &'t str, number: usize) {
        let names = line.split(|c: char| c.is_whitespace() || "\"'/,<>(){}|=\u{201c}\u{201d}".contains(c));
        let parts = names.filter(|name| name.contains(';')).filter_map(container::parts);
        self.vms.extend(parts.map(|(group, vm)| (Subject { vm, group: Some(group), subscription: None }, number)));
    }
}

/// The only one of several names that may be the same.
pub(super) fn only<'t>(names: &[&'t str]) -> Option<&'t str> {
    let first = names.first()?;
    names.iter().all(|name| name.eq_ignore_ascii_case(first)).then_some(*first)
}

/// Whether a line names a kind of resource, as a page does below its name.
fn is_kind(line: &str) -> bool {
    WORDS.way.get(&squeezed(line)) == Some(&WayPart::Kind)
}

/// Whether a line says which columns a query makes, whose names stand before those of fields.
fn is_query(line: &str) -> bool {
    line.contains('|') && ["| project ", "| extend ", "| summarize "].iter().any(|verb| line.contains(verb))
}

/// The vault that the mail of an alert has before its type.
fn of_vault(line: &str) -> Option<&str> {
    if !line.contains('(') || !line.is_ascii() {
        return None;
    }
    let at = line.to_ascii_lowercase().find(OF_VAULT)?;
    line[..at].split_whitespace().next_back()
}

/// The vault before the way to an item of it: `rsv-1/Azure/iaasvmcontainer;...`.
fn of_item(line: &str) -> Option<&str> {
    let (before, _) = line.split_once("/Azure/iaasvmcontainer;")?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let from = before.rfind(|c| !is_part(c)).map_or(0, |at| at + 1);
    before.get(from..).filter(|vault| !vault.is_empty() && !before[..from].ends_with('/'))
}

/// The VM of an error that quotes its type and its name, with its group.
fn unrooted(line: &str) -> Option<Subject<'_>> {
    if !["irtualMachines/", "irtualmachines/"].iter().any(|sign| line.contains(sign)) {
        return None;
    }
    let at = line.to_ascii_lowercase().find(UNROOTED).filter(|at| !line[..*at].ends_with('/'))?;
    let rest = line.get(at + UNROOTED.len()..)?;
    let vm = labels::name(rest)?;
    let behind = rest[vm.len()..].strip_prefix(['\'', '"'])?;
    let group = behind.trim_start().strip_prefix("under resource group ").and_then(labels::name);
    // A type goes on with the parts of a VM.
    let is_vm = group.is_some() || vm.contains(|c: char| c.is_ascii_digit());
    is_vm.then_some(Subject { vm, group, subscription: None })
}
