//! Names out of resource ids, whole or cut, as records have them; Azure spells the parts between them in any case.

use crate::text::azure_id::pairs;

/// What a resource id names, empty where it does not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ResourceNames<'a> {
    pub subscription: &'a str,
    pub group: &'a str,
    pub vault: &'a str,
    pub vm: &'a str,
    pub job: &'a str,
}

/// The names in `/subscriptions/S/resourceGroups/G/providers/.../vaults/V/backupJobs/J` and its like.
pub(super) fn place(id: &str) -> ResourceNames<'_> {
    let mut place = ResourceNames::default();
    if id.is_empty() {
        return place;
    }
    // The spelling of most ids is compared first, since every job has one.
    let is = |kind: &str, name: &str| kind == name || kind.eq_ignore_ascii_case(name);
    for (kind, name) in pairs(id.trim_start_matches('/')) {
        let field = match kind.len() {
            13 if is(kind, "subscriptions") => &mut place.subscription,
            14 if is(kind, "resourceGroups") => &mut place.group,
            6 if is(kind, "vaults") => &mut place.vault,
            15 if is(kind, "virtualMachines") => &mut place.vm,
            10 if is(kind, "backupJobs") => &mut place.job,
            _ => continue,
        };
        *field = name;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::{ResourceNames, place};

    #[test]
    fn names_are_found_in_ids_of_any_case() {
        let check = |id: &str, expected: ResourceNames<'_>| assert_eq!(place(id), expected, "{id}");
        check(
            "/Subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/backupJobs/j",
            ResourceNames { subscription: "s", group: "g", vault: "v", job: "j", ..ResourceNames::default() },
        );
        check(
            "/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.RECOVERYSERVICES/VAULTS/V",
            ResourceNames { subscription: "S", group: "G", vault: "V", ..ResourceNames::default() },
        );
        check(
            "/subscriptions/s/resourcegroups/g/providers/microsoft.compute/virtualmachines/vm-1",
            ResourceNames { subscription: "s", group: "g", vm: "vm-1", ..ResourceNames::default() },
        );
        check("job-1", ResourceNames::default());
        check("", ResourceNames::default());
    }
}
