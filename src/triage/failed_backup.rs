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
    let holds = |text: &str, part: &str| {
        text.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
    };
    match record.get(JobField::Kind) {
        "" => {
            let (container, source) = (record.get(JobField::Container), record.get(JobField::Source));
            (container.is_empty() || holds(container, "iaasvmcontainer"))
                && (source.is_empty() || holds(source, "/virtualMachines/"))
        }
        kind => {
            holds(kind, "IaasVM")
                || kind.eq_ignore_ascii_case("Microsoft.Compute/virtualMachines")
                || kind.eq_ignore_ascii_case("VM")
        }
    }
}
