//! Which VM the labelled fields of a text or of a row are about, and whose group a label names: that of the VM or of the vault.

use super::{
    label_words::FieldLabel,
    labels,
    machines::{is_compound, is_machine},
    pairs::is_capital,
    words::WORDS,
};
use crate::evidence::azure::{container, restore_points::is_restore_point_group, subject::Subject};

/// What a label names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GroupOwner {
    Vm,
    Vault,
}

/// The name of a VM that a field gives; one that is only called a name where signs of a VM stand beside it.
pub(super) fn vm(label: FieldLabel, value: &str, signed: bool) -> Option<&str> {
    match label {
        FieldLabel::Vm | FieldLabel::FailingVm => labels::name(value),
        FieldLabel::Name if signed => labels::name(value),
        FieldLabel::ShortVm => labels::sure_name(value),
        _ => None,
    }
}

/// The name of a machine that a field gives, without the domain behind it.
pub(super) fn machine(label: FieldLabel, value: &str) -> Option<&str> {
    if !matches!(label, FieldLabel::Machine | FieldLabel::Host) {
        return None;
    }
    let name = labels::name(value)?;
    let host = name.split('.').next().unwrap_or(name);
    let is_whole = label == FieldLabel::Machine && value.trim() == host;
    Some(host).filter(|host| {
        is_machine(host) || (is_whole && (is_compound(host) || is_capital(host, &host.to_ascii_lowercase())))
    })
}

/// The VM of a row.
pub(super) fn of_row<'t>(cells: &[(FieldLabel, &'t str)]) -> Option<Subject<'t>> {
    let signed = cells.iter().any(|(label, _)| *label == FieldLabel::Sign);
    let named = cells.iter().find_map(|(label, cell)| {
        let of_container =
            || container::parts(cell).filter(|_| *label == FieldLabel::Vm).map(|(group, vm)| (Some(group), vm));
        vm(*label, cell, signed).map(|vm| (None, vm)).or_else(of_container)
    });
    let by_machine = || cells.iter().find_map(|(label, cell)| Some((None, machine(*label, cell)?)));
    let (group, vm) = named.or_else(by_machine)?;
    Some(Subject { vm, group: group.or_else(|| self::group(cells, Some(vm))), subscription: None })
}

/// The only group that fields, in their order, give the VM.
pub(super) fn group<'t>(fields: &[(FieldLabel, &'t str)], vm: Option<&str>) -> Option<&'t str> {
    if fields.iter().any(|(label, value)| *label == FieldLabel::Kind && is_vault(value)) {
        return None;
    }
    let owner = |(label, _): &(FieldLabel, &str)| match label {
        FieldLabel::Vm | FieldLabel::ShortVm | FieldLabel::FailingVm | FieldLabel::Name | FieldLabel::Machine => {
            Some(GroupOwner::Vm)
        }
        FieldLabel::Vault => Some(GroupOwner::Vault),
        _ => None,
    };
    let vault = fields.iter().find_map(|(label, value)| labels::name(value).filter(|_| *label == FieldLabel::Vault));
    let says_own = fields.iter().any(|(label, _)| *label == FieldLabel::VmGroup);
    let before = last_owners(fields.iter().map(owner));
    let behind = last_owners(fields.iter().rev().map(owner)).into_iter().rev();
    let mut groups = fields.iter().zip(before.into_iter().zip(behind)).filter_map(|((label, value), owners)| {
        let is_group = matches!(label, FieldLabel::Group | FieldLabel::VmGroup);
        let group = labels::name(value).filter(|name| is_group && !is_restore_point_group(name))?;
        if *label == FieldLabel::VmGroup {
            return Some(group);
        }
        let is_own = match owners {
            _ if says_own => false,
            (Some(GroupOwner::Vm), _) | (None, Some(GroupOwner::Vm) | None) => true,
            _ => vm.is_some_and(|vm| is_akin(vm, group, vault)),
        };
        is_own.then_some(group)
    });
    let first = groups.next()?;
    groups.all(|other| other.eq_ignore_ascii_case(first)).then_some(first)
}

/// For each of several fields the last owner up to it.
fn last_owners(owners: impl Iterator<Item = Option<GroupOwner>>) -> Vec<Option<GroupOwner>> {
    let mut last = None;
    let up_to = |owner: Option<GroupOwner>| {
        last = owner.or(last);
        last
    };
    owners.map(up_to).collect()
}

/// Whether a kind of resource is a vault.
pub(super) fn is_vault(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind.contains("recoveryservices/vaults") || kind.contains("recovery services vault")
}

/// Whether a kind of resource is a VM.
pub(super) fn is_vm(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind.contains("compute/virtualmachines") || labels::known(&kind) == Some(FieldLabel::Vm)
}

/// Whether a VM has a word in common with a group that says whose it is, and not also with the vault.
pub(super) fn is_akin(vm: &str, group: &str, vault: Option<&str>) -> bool {
    let (group, vault) = (group.to_ascii_lowercase(), vault.unwrap_or_default().to_ascii_lowercase());
    let lower = vm.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphabetic());
    let mut words = words.filter(|word| word.len() > 1 && !WORDS.machine.common.contains(*word));
    // Two letters are a word only where they stand alone.
    let has = |name: &str, word: &str| match word.len() {
        2 => name.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part == word),
        _ => name.contains(word),
    };
    words.any(|word| has(&group, word) && !has(&vault, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_that_of_the_vm_where_it_stands_by_it() {
        let check = |fields: &[(FieldLabel, &str)], expected: Option<&str>| {
            let vm = fields.iter().find(|(label, _)| *label == FieldLabel::Vm).map(|(_, vm)| *vm);
            assert_eq!(group(fields, vm), expected, "{fields:?}");
        };
        let (vm, vault, rg) = ((FieldLabel::Vm, "crm-1"), (FieldLabel::Vault, "rsv-1"), (FieldLabel::Group, "rg-a"));
        check(&[vm, rg, vault], Some("rg-a"));
        check(&[rg, vm, vault], Some("rg-a"));
        check(&[rg], Some("rg-a"));
        check(&[vm, vault, rg], None);
        check(&[rg, vault, vm], None);
        check(&[vault, rg], None);
        check(&[vm, vault, (FieldLabel::Group, "rg-crm")], Some("rg-crm"));
        check(&[vm, (FieldLabel::Vault, "rsv-crm"), (FieldLabel::Group, "rg-crm")], None);
        let of_two = (FieldLabel::Vm, "ekb-term-02");
        check(&[of_two, (FieldLabel::Vault, "rsv-ekb"), (FieldLabel::Group, "rg-ekb-term")], Some("rg-ekb-term"));
        check(&[vm, rg, (FieldLabel::Group, "rg-b")], None);
        check(&[(FieldLabel::Kind, "microsoft.recoveryservices/vaults"), rg], None);
        check(&[vm, (FieldLabel::Group, "AzureBackupRG_westeurope_1")], None);
        check(&[vault, (FieldLabel::VmGroup, "rg-b"), rg, vm], Some("rg-b"));
    }

    #[test]
    fn a_row_names_its_vm() {
        let check = |cells: &[(FieldLabel, &str)], expected: Option<(&str, Option<&str>)>| {
            assert_eq!(of_row(cells).map(|subject| (subject.vm, subject.group)), expected, "{cells:?}");
        };
        check(&[(FieldLabel::Vm, "web"), (FieldLabel::Group, "rg-web")], Some(("web", Some("rg-web"))));
        check(&[(FieldLabel::Vm, "vm;iaasvmcontainerv2;rg-x;web-1")], Some(("web-1", Some("rg-x"))));
        check(&[(FieldLabel::Name, "web"), (FieldLabel::Sign, "Failed")], Some(("web", None)));
        check(&[(FieldLabel::Name, "web"), (FieldLabel::Group, "rg-web")], None);
        check(&[(FieldLabel::ShortVm, "yes"), (FieldLabel::Group, "rg-web")], None);
    }
}
