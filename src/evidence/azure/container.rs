//! Names of containers of Azure Backup that name both group and VM.

use crate::text::azure_id;

/// Group and VM of a container; `None` where one of them is missing.
pub(crate) fn parts(name: &str) -> Option<(&str, &str)> {
    Some(azure_id::container(name)).filter(|(group, vm)| !group.is_empty() && !vm.is_empty())
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_container_names_both_group_and_vm() {
        let check = |name: &str, expected| assert_eq!(parts(name), expected, "{name}");
        check("IaasVMContainer;iaasvmcontainerv2;rg;vm", Some(("rg", "vm")));
        check("iaasvmcontainerv2;rg", None);
        check("iaasvmcontainerv2;;vm", None);
        check("", None);
    }
}
