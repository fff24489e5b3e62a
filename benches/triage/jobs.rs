//! A stream of failed jobs in the shape that Azure CLI prints, with invented names: the same bytes on every run.

use std::io::{self, Write};

/// VMs that the jobs are of.
pub(crate) const VMS: u64 = 20_000;

/// Vaults that protect them.
const VAULTS: u64 = 40;

/// Numbers and words of errors, some of them of problems that no guide knows.
const ERRORS: [(u32, &str); 10] = [
    (380_008, "VM Agent unable to communicate with Azure Backup"),
    (400_101, "Could not communicate with the VM agent for snapshot status"),
    (400_102, "The VM is in failed provisioning state"),
    (400_103, "The Restore Point collection max limit has reached."),
    (400_104, "Backup doesn't have sufficient permissions to the key vault for backup of encrypted VMs."),
    (400_105, "Snapshot operation failed due to no network connectivity on the virtual machine"),
    (400_106, "VMSnapshot extension operation failed"),
    (400_107, "Unable to initiate backup as another backup operation is currently in progress"),
    (499_001, "The operation was refused by a policy of the organisation"),
    (499_002, "The regional service did not answer in time"),
];

/// Writes so many jobs, one a line.
pub(crate) fn write(out: &mut dyn Write, rows: u64) -> io::Result<()> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = || {
        // Xorshift: the names only have to be spread.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for row in 0..rows {
        let (high, low, vm) = (random(), random(), random() % VMS);
        let vault = vm % VAULTS;
        let (number, words) = ERRORS[(random() % ERRORS.len() as u64) as usize];
        let guid = format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xfff,
            low >> 52,
            row << 20 | low & 0xf_ffff
        );
        let activity = format!("{:08x}-{:04x}-4abc-8def-{:012x}", low >> 32, low & 0xffff, high >> 16);
        let (day, hour, minute) = (row % 28 + 1, row / 28 % 24, row / 672 % 60);
        writeln!(
            out,
            "{{\"eTag\": null, \"id\": \"/Subscriptions/0f0f0f0f-1111-2222-3333-444444444444/resourceGroups/rg-backup-{vault:02}\
             /providers/Microsoft.RecoveryServices/vaults/vault-{vault:02}/backupJobs/{guid}\", \"location\": null, \
             \"name\": \"{guid}\", \"properties\": {{\"actionsInfo\": null, \"activityId\": \"{activity}\", \
             \"backupManagementType\": \"AzureIaasVM\", \"containerName\": \"iaasvmcontainerv2;rg-app-{:03};vm-app-{vm:05}\", \
             \"duration\": \"0:10:29.718011\", \"endTime\": \"2026-10-{day:02}T{hour:02}:{minute:02}:59.180606+00:00\", \
             \"entityFriendlyName\": \"vm-app-{vm:05}\", \"errorDetails\": [{{\"errorCode\": {number}, \"errorString\": \
             \"{words}\", \"errorTitle\": null, \"recommendations\": [\"See the details of the job.\"]}}], \
             \"extendedInfo\": null, \"isUserTriggered\": false, \"jobType\": \"AzureIaaSVMJob\", \"operation\": \"Backup\", \
             \"startTime\": \"2026-10-{day:02}T{hour:02}:{minute:02}:00.462595+00:00\", \"status\": \"Failed\", \
             \"virtualMachineVersion\": \"Compute\"}}, \"resourceGroup\": \"rg-backup-{vault:02}\", \"tags\": null, \
             \"type\": \"Microsoft.RecoveryServices/vaults/backupJobs\"}}",
            vm % 300
        )?;
    }
    Ok(())
}
