//! Which jobs count: failed backups of VMs, as far as their records tell.

use super::record::{JobField, Record};

/// Whether a job is a failed backup of a VM.
pub(super) fn is_failed_backup(record: &Record<'_>) -> bool {
    is_failed(record) && is_backup(record.get(JobField::Operation)) && is_of_vm(record)
}

/// Without a status an error tells that the job failed.
fn is_failed(record: &Record<'_>) -> bool {
    match record.get(JobField::Status) {
        "" => !record.get(JobField::Code).is_empty() || !record.get(JobField::Message).is_empty(),
        status => status.eq_ignore_ascii_case("Failed"),
    }
}

/// A restore that failed is no failed backup; what names no operation may be one. Log Analytics spells a configuration apart.
fn is_backup(operation: &str) -> bool {
    ["", "Backup", "ConfigureBackup", "Configure Backup"].iter().any(|known| operation.eq_ignore_ascii_case(known))
}

/// Azure says so in one of several places; where none speaks, nothing says that it is something else.
fn is_of_vm(record: &Record<'_>) -> bool {
    is_vm(record.get(JobField::Kind)).unwrap_or_else(|| {
        let (container, source) = (record.get(JobField::Container), record.get(JobField::Source));
        (container.is_empty() || holds(container, "iaasvmcontainer"))
            && (source.is_empty() || holds(source, "/virtualMachines/"))
    })
}

/// What the kinds of other services have in their names, in Azure and in PowerShell.
const OTHERS: [&str; 14] = [
    "SQL",
    "Workload",
    "Storage",
    "File",
    "SAP",
    "HANA",
    "MAB",
    "MARS",
    "DPM",
    "BackupServer",
    "Disk",
    "Blob",
    "Postgre",
    "Kubernetes",
];

/// The kinds of VMs that most jobs name: looked for first, since to look for the others in a name takes as long as all else.
const VMS: [&str; 2] = ["AzureIaasVM", "AzureIaaSVMJob"];

/// Whether a kind is that of VMs; `None` for one that does not tell, such as a number that PowerShell wrote for a default.
fn is_vm(kind: &str) -> Option<bool> {
    match kind {
        kind if VMS.contains(&kind) => return Some(true),
        "" | "0" => return None,
        // PowerShell counts its kinds, VMs first.
        kind if kind.bytes().all(|byte| byte.is_ascii_digit()) => return Some(kind == "1"),
        _ => {}
    }
    if OTHERS.iter().any(|other| holds(kind, other)) {
        return Some(false);
    }
    let is = ["IaasVM", "AzureVM", "virtualMachine", "virtual machine"].iter().any(|name| holds(kind, name));
    (is || kind.eq_ignore_ascii_case("VM")).then_some(true)
}

fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::is_vm;

    #[test]
    fn a_kind_that_does_not_tell_is_none_of_the_others() {
        let check = |kind: &str, expected: Option<bool>| assert_eq!(is_vm(kind), expected, "{kind}");
        check("AzureIaasVM", Some(true));
        check("AzureIaaSVMJob", Some(true));
        check("azureiaasvmjob", Some(true));
        check("AzureVM", Some(true));
        check("1", Some(true));
        check("Azure Virtual machine", Some(true));
        check("Microsoft.Compute/virtualMachines", Some(true));
        check("AzureVmSQL", Some(false));
        check("SQL in Azure VM", Some(false));
        check("AzureStorage", Some(false));
        check("6", Some(false));
        check("0", None);
        check("", None);
        check("AzureDiagnostics", None);
    }
}
