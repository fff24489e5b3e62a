//! Which of the names of a text a case is told: the VM that is meant, with its group, its vault and its job. Where several could
//! be meant, a person chooses.

use std::collections::BTreeSet;

use super::{
    coded,
    label_words::FieldLabel,
    labels,
    names::{COLLECTION, FoundNames, only},
    pairs::without_twins,
    subjects,
};
use crate::{
    evidence::{
        SourceRef,
        azure::{restore_points::is_restore_point_group, subject::Subject},
        notes::Notes,
    },
    guide::NamingRule,
    text::azure_id::ResourceId,
};

pub(super) const VAULT: &str = "Microsoft.RecoveryServices/vaults";

/// So many lines around its kind a mail names what it is about.
const BESIDE: usize = 8;

impl<'t> FoundNames<'t> {
    /// Notes what is told of the VM, its vault and its job.
    pub(super) fn tell(&self, lines: &[&str], notes: &mut Notes<'_>) {
        let told: BTreeSet<String> = notes.reading.variables.iter().map(|value| value.variable.clone()).collect();
        self.note_vm(lines, notes);
        self.note_vault(notes, &told);
        self.note_collections(notes);
        for (name, label) in [("job-id", FieldLabel::Job), ("activity-id", FieldLabel::Activity)] {
            self.note_label(name, label, in_guid, notes);
        }
        if self.note_label("vault", FieldLabel::Vault, labels::name, notes) {
            let own = self.labelled.iter().find(|(label, ..)| *label == FieldLabel::VaultGroup);
            let own = own.and_then(|(_, group, line)| Some((labels::name(group)?, *line)));
            let of_vm = |group: &str| {
                let vm = notes.only_value("vm").filter(|_| notes.only_value("resource-group") == Some(group));
                vm.is_some_and(|vm| self.group_of(vm) == Some(group))
            };
            let beside = || self.vault_groups.first().copied().filter(|(group, _)| !of_vm(group));
            let group = own.or_else(beside).filter(|_| !told.contains("vault-group"));
            if let Some((group, line)) = group {
                notes.variable("vault-group", group, place(line, notes));
            }
        }
        let of_points = |(id, _): &(ResourceId<'_>, usize)| id.group.is_some_and(is_restore_point_group);
        if !notes.has_value("vm") && !notes.has_value("vault") && !self.ids.iter().any(of_points) {
            return;
        }
        if !self.note_label("subscription", FieldLabel::Subscription, in_guid, notes) {
            self.note_label("subscription", FieldLabel::Subscription, subscription, notes);
        }
        // A VM and its backups lie in one subscription.
        let of_ids = self.ids.iter().map(|(id, _)| id.subscription).filter(|id| NamingRule::Guid.accepts(id));
        if let (Some(subscription), Some((_, line))) = (only(&of_ids.collect::<Vec<_>>()), self.ids.first())
            && !notes.has_value("subscription")
        {
            notes.variable("subscription", subscription, place(*line, notes));
        }
    }

    /// The VM, with what is told of it anywhere.
    fn note_vm(&self, lines: &[&str], notes: &mut Notes<'_>) {
        let signed = self.labelled.iter().any(|(label, ..)| *label == FieldLabel::Sign);
        let labelled = |value: &dyn Fn(FieldLabel, &'t str) -> Option<&'t str>| -> Vec<(Subject<'t>, usize)> {
            let named = self.labelled.iter().filter_map(|(label, text, line)| Some((value(*label, text)?, *line)));
            named.map(|(vm, line)| (Subject { vm, group: None, subscription: None }, line)).collect()
        };
        let by_label = labelled(&|label, value| subjects::vm(label, value, signed));
        let machine = |wanted: FieldLabel| {
            labelled(&move |label, value| subjects::machine(label, value).filter(|_| label == wanted))
        };
        let open = self.rows.iter().any(|(_, done, _)| !done);
        let rows = self.rows.iter().filter(|(_, done, _)| !(open && *done)).map(|(subject, _, line)| (*subject, *line));
        let said: Vec<_> = self.vms.iter().copied().chain(rows).chain(by_label).collect();
        // A sentence names what it speaks of; an id or a field says it.
        let prose = self.with_subscription(&self.prose);
        // What only may be a VM, the surer first.
        let saved: Vec<_> =
            machine(FieldLabel::Machine).into_iter().chain(self.with_subscription(&self.saved)).collect();
        let aside = || self.with_subscription(&self.aside).into_iter().chain(machine(FieldLabel::Host)).collect();
        let lists = [prose, self.with_subscription(&without_twins(&self.pairs, lines)), saved, aside()];
        let told = notes.only_value("vm").map(str::to_owned);
        if told.is_none() && notes.has_value("vm") {
            return;
        }
        let candidates = std::iter::once(&said).chain(&lists).find(|list| !list.is_empty()).unwrap_or(&said);
        let all = || candidates.iter().map(|(subject, _)| *subject);
        let meant = match &told {
            Some(told) => all().find(|subject| subject.vm.eq_ignore_ascii_case(told)),
            None => Subject::meant(all(), notes).or_else(|| {
                let beside = coded::beside(lines, candidates);
                Subject::meant(beside.iter().map(|(subject, _)| *subject), notes)
            }),
        };
        let Some(meant) = meant else {
            for (subject, line) in said.iter().filter(|_| told.is_none()) {
                let place = place(*line, notes);
                notes.choice("vm", subject.vm, place.clone());
                notes.choice("resource-group", subject.group.unwrap_or_default(), place);
            }
            return;
        };
        // Of several places that name it the one that says most.
        let own = said.iter().chain(lists.iter().flatten()).filter(|(subject, _)| subject.is(&meant));
        let best = own.max_by_key(|(subject, line)| {
            (subject.group.is_some(), subject.subscription.is_some(), std::cmp::Reverse(*line))
        });
        let Some((subject, line)) = best else { return };
        // What a record calls its group is that of its vault.
        let of_vault = |group: &&str| {
            let same = |(id, _): &(ResourceId<'_>, usize)| id.name(VAULT).and(id.group) == Some(*group);
            self.of_jobs || self.ids.iter().any(same)
        };
        let by_label = || subjects::group(&self.fields_with(subject), Some(subject.vm));
        // What a label says of a group was weighed with the other labels.
        let is_labelled = |group: &str| self.labelled.iter().any(|(_, value, _)| labels::name(value) == Some(group));
        let loose = || only(&self.groups).filter(|group| !is_labelled(group));
        let beside = || self.group_of(subject.vm);
        let lone = || self.lone_group(subject.vm);
        let group = subject
            .group
            .or_else(|| by_label().or_else(loose).or_else(beside).or_else(lone).filter(|group| !of_vault(group)));
        let place = place(*line, notes);
        if told.is_none() {
            return Subject { group, ..*subject }.note(notes, &place);
        }
        for (variable, value) in [("resource-group", group), ("subscription", subject.subscription)] {
            if let Some(value) = value.filter(|_| !notes.has_value(variable)) {
                notes.variable(variable, value, place.clone());
            }
        }
    }

    /// What labels name, and the VM where a sentence names it.
    fn fields_with(&self, subject: &Subject<'t>) -> Vec<(FieldLabel, &'t str)> {
        let mut fields: Vec<_> = self.labelled.iter().map(|(label, value, _)| (*label, *value)).collect();
        let is_owner = |(label, _): &(FieldLabel, &str)| {
            matches!(label, FieldLabel::Vm | FieldLabel::ShortVm | FieldLabel::FailingVm | FieldLabel::Machine)
        };
        if !fields.iter().any(is_owner) {
            // In the order of the text, of which all names are parts.
            let at = self.labelled.iter().position(|(_, value, _)| value.as_ptr() > subject.vm.as_ptr());
            let at = at.unwrap_or(fields.len());
            fields.insert(at, (FieldLabel::Vm, subject.vm));
        }
        fields
    }

    /// The vault that ids name; what protects the VM elsewhere is no vault of the case.
    fn note_vault(&self, notes: &mut Notes<'_>, told: &BTreeSet<String>) {
        let known = notes.known("vault");
        let is_other = |name: &str| known.is_some_and(|known| !known.eq_ignore_ascii_case(name));
        let vaults: Vec<_> = self.ids.iter().filter_map(|(id, line)| Some((id, id.name(VAULT)?, *line))).collect();
        let is_one = vaults.iter().all(|(_, name, _)| name.eq_ignore_ascii_case(vaults[0].1));
        let first = vaults.first().filter(|(_, name, _)| is_one && !told.contains("vault") && !is_other(name));
        if let Some((id, name, line)) = first {
            let place = place(*line, notes);
            notes.variable("vault", name, place.clone());
            notes.variable("vault-group", id.group.unwrap_or_default(), place.clone());
            if !told.contains("subscription") {
                notes.variable("subscription", id.subscription, place);
            }
        }
        let of_vault =
            |(label, value, _): &&(FieldLabel, &str, usize)| *label == FieldLabel::Kind && subjects::is_vault(value);
        let Some((_, _, kind)) = self.labelled.iter().find(of_vault).filter(|_| !notes.has_value("vault")) else {
            return;
        };
        // What an alert is about stands beside its kind.
        let near = |wanted: FieldLabel| {
            let mut all =
                self.labelled.iter().filter(|(label, _, line)| *label == wanted && line.abs_diff(*kind) < BESIDE);
            let (_, value, line) = all.next()?;
            all.all(|(_, other, _)| other == value).then_some((labels::name(value)?, *line))
        };
        if let Some((vault, line)) = near(FieldLabel::Affected).filter(|(name, _)| !is_other(name)) {
            notes.variable("vault", vault, place(line, notes));
            if let Some((group, line)) = near(FieldLabel::Group) {
                notes.variable("vault-group", group, place(line, notes));
            }
        }
    }

    fn note_collections(&self, notes: &mut Notes<'_>) {
        for (id, line) in &self.ids {
            if let (Some(group), Some(name)) =
                (id.group.filter(|group| is_restore_point_group(group)), id.name(COLLECTION))
            {
                notes.variable("restore-point-group", group, place(*line, notes));
                notes.variable("restore-point-collection", name, place(*line, notes));
            }
        }
    }

    /// The only value that labels give a variable which has none yet.
    fn note_label(
        &self,
        variable: &str,
        label: FieldLabel,
        value: impl Fn(&'t str) -> Option<&'t str>,
        notes: &mut Notes<'_>,
    ) -> bool {
        let labelled = self.labelled.iter().filter(|(known, ..)| *known == label);
        let values: Vec<_> = labelled.filter_map(|(_, text, line)| Some((value(text)?, *line))).collect();
        let Some((first, line)) = values.first().filter(|_| !notes.has_value(variable)) else { return false };
        let is_one = values.iter().all(|(other, _)| other.eq_ignore_ascii_case(first));
        if is_one {
            notes.variable(variable, first, place(*line, notes));
        } else {
            values.iter().for_each(|(value, line)| notes.choice(variable, value, place(*line, notes)));
        }
        is_one
    }
}

fn place(line: usize, notes: &Notes<'_>) -> SourceRef {
    SourceRef { file: notes.reading.file.clone(), line, path: String::new() }
}

/// The id at the beginning of a value; that of an activity has the time or a part of the service behind it.
pub(super) fn guid(value: &str) -> Option<&str> {
    let (head, rest) = value.split_at_checked(36)?;
    (NamingRule::Guid.accepts(head) && (rest.is_empty() || rest.starts_with(['-', ' ']))).then_some(head)
}

/// The id in a value, alone, in quotes or in brackets behind a name.
fn in_guid(value: &str) -> Option<&str> {
    value.split(|c: char| !(c.is_ascii_hexdigit() || c == '-')).find_map(guid)
}

/// The name of a subscription, which may be several words, each with a capital letter.
pub(super) fn subscription(value: &str) -> Option<&str> {
    let value = value.trim_matches(['"', '\'', '*', '`', ' ', ',']);
    let is_word = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) || word == "-";
    let is_name = !value.contains([',', ';', ':', '(', '|', '.', '{', '"', '\t']) && value.split(' ').all(is_word);
    let several = value.contains(' ') && value.split(' ').count() < 6;
    if several {
        Some(value).filter(|_| is_name)
    } else {
        labels::name(value).filter(|name| labels::is_telling(name) || *name == value)
    }
}
