//! Names that only what stands around them makes those of the VM: rows of which one failed, brackets, a line of their own.

use memchr::memchr3;
use rustc_hash::FxHashMap;

use super::{
    columns, label_words::FieldLabel, labels, lone::is_about, machines::is_machine, names::FoundNames, subjects,
    words::WORDS,
};
use crate::evidence::{azure::subject::Subject, text::sheet::around};

impl<'t> FoundNames<'t> {
    /// Of the VMs that rows name by an id, a container or a field those that did not fail, where another one did.
    pub(super) fn leave_out_done(&mut self, lines: &[&'t str]) {
        // A line may name many.
        let mut outcomes: FxHashMap<usize, Option<bool>> = FxHashMap::default();
        let mut outcome = |line: usize| {
            let read = || lines.get(line - 1).and_then(|line| columns::row_outcome(line));
            *outcomes.entry(line).or_insert_with(read)
        };
        let are_several = self.vms.first().is_some_and(|(first, _)| !self.vms.iter().all(|(vm, _)| vm.is(first)));
        if are_several && self.vms.iter().any(|(_, line)| outcome(*line) == Some(false)) {
            self.vms.retain(|(_, line)| outcome(*line) != Some(true));
        }
        let is_vm = |label: FieldLabel| matches!(label, FieldLabel::Vm | FieldLabel::ShortVm | FieldLabel::Machine);
        let named: Vec<_> = self.labelled.iter().filter(|(label, ..)| is_vm(*label)).collect();
        let are_several = named.first().is_some_and(|(_, first, _)| named.iter().any(|(_, name, _)| name != first));
        if are_several && named.iter().any(|(.., line)| outcome(*line) == Some(false)) {
            self.labelled.retain(|(label, _, line)| !is_vm(*label) || outcome(*line) != Some(true));
        }
    }

    /// Machines that stand in brackets, or first in a row that failed, where nothing else names one.
    pub(super) fn note_aside(&mut self, lines: &[&'t str]) {
        let is_named = !(self.vms.is_empty() && self.rows.is_empty() && self.prose.is_empty() && self.saved.is_empty());
        if is_named {
            return;
        }
        // Whether the last line that is not empty says what is below it.
        let mut tells = false;
        for (number, line) in (1..).zip(lines) {
            let is_told = tells;
            if !line.trim().is_empty() {
                tells = line.trim_end().ends_with([':', '\u{ff1a}']) && is_about(line);
            }
            let subject = |vm: &'t str| (Subject { vm, group: None, subscription: None }, number);
            if memchr3(b'\t', b'|', b',', line.as_bytes()).is_some() || line.contains("  ") {
                self.aside.extend(columns::failed_machine(line).map(|row| (row, number)));
            }
            // "The server below failed:", and its name on a line of its own; or above the buttons of a page.
            let is_head = || {
                let next = lines[number..].iter().find(|next| !next.trim().is_empty());
                next.is_some_and(|next| WORDS.page.buttons.iter().any(|button| next.contains(button.as_str())))
            };
            let alone = Some(line.trim()).filter(|name| is_machine(name) && has_figure(name));
            self.aside.extend(alone.filter(|_| is_told || is_head()).map(subject));
            // The key of an instance of Terraform's resource.
            if let Some((_, rest)) = around(line, "backup_protected_vm.")
                && let Some((key, _)) = rest.split_once("[\"").and_then(|(_, rest)| rest.split_once("\"]"))
            {
                self.aside.extend(Some(key).filter(|key| is_machine(key)).map(subject));
            }
            let inside = line.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(name, _)| name);
            let inside: Vec<&str> = inside.filter(|name| has_figure(name) && is_machine(name)).collect();
            if !inside.is_empty() && is_about(line) {
                self.aside.extend(inside.into_iter().map(subject));
            }
        }
    }

    /// The group that a sentence has beside the vault, where its name says that it is the VM's.
    pub(super) fn group_of(&self, vm: &str) -> Option<&'t str> {
        let (group, _) = self.vault_groups.first().filter(|_| self.vault_groups.len() == 1)?;
        let vault = self.labelled.iter().find(|(label, ..)| *label == FieldLabel::Vault);
        let vault = vault.and_then(|(_, value, _)| labels::name(value));
        subjects::is_akin(vm, group, vault).then_some(*group)
    }
}

fn has_figure(name: &str) -> bool {
    name.bytes().any(|byte| byte.is_ascii_digit())
}
