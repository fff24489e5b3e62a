//! Where Azure Backup keeps the restore points of VMs: resource groups of its own.

use crate::text::number::is_number;

/// `AzureBackupRG_GEO_NUMBER`; names that only begin or end so are other people's groups.
pub(crate) fn is_restore_point_group(group: &str) -> bool {
    let lower = group.to_ascii_lowercase();
    let Some((geo, number)) = lower.strip_prefix("azurebackuprg_").and_then(|rest| rest.rsplit_once('_')) else {
        return false;
    };
    is_number(number) && !geo.is_empty() && geo.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The VM of a collection, `AzureBackup_VM_NUMBER`.
pub(crate) fn vm_of_collection(name: &str) -> Option<&str> {
    const DIGITS: usize = 6;
    let (vm, number) = name.strip_prefix("AzureBackup_")?.rsplit_once('_')?;
    (number.len() >= DIGITS && is_number(number) && !vm.is_empty()).then_some(vm)
}

#[cfg(test)]
mod tests {
    use super::{is_restore_point_group, vm_of_collection};

    #[test]
    fn a_collection_names_its_vm() {
        let check = |name: &str, vm: Option<&str>| assert_eq!(vm_of_collection(name), vm, "{name}");
        check("AzureBackup_web-01_2814749767106563", Some("web-01"));
        check("AzureBackup_web_01_2814749767106563", Some("web_01"));
        check("AzureBackup_web-01", None);
        check("other_web-01_2814749767106563", None);
    }

    #[test]
    fn only_azure_backups_own_groups_are_taken_for_them() {
        let check = |group: &str, expected: bool| assert_eq!(is_restore_point_group(group), expected, "{group}");
        check("AzureBackupRG_northeurope_1", true);
        check("azurebackuprg_WESTUS2_12", true);
        check("AzureBackupRG_northeurope", false);
        check("AzureBackupRG_northeurope_1_old", false);
        check("AzureBackupRG_north_europe_1", false);
        check("my-AzureBackupRG_northeurope_1", false);
        check("AzureBackupRG__1", false);
        check("rg-web", false);
    }
}
