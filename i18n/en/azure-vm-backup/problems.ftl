# One entry per problem. The message is what Azure shows, word for word, and so is its wording of another place or time;
# the rest is ours.

problem-guest-agent-status-unavailable = The VM agent does not report
    .message = VM Agent unable to communicate with Azure Backup
    .why = The service gets no sign of life from the VM agent, so it cannot ask for a snapshot. Either the agent is missing, or it is not running, too old or in a bad state. A VM that is stopped on purpose can be backed up too, though only in a crash-consistent way.

problem-snapshot-task-status-error = No snapshot status from the agent
    .message = Could not communicate with the VM agent for snapshot status
    .why = The backup extension inside the VM was asked for a snapshot, and nothing came back about how it went. The reason may lie in the agent, in its settings, or on the way to the storage.

problem-vm-provisioning-failed = VM provisioning has failed
    .message = The VM is in failed provisioning state
    .why = Some extension has failed, and since then Azure counts the whole VM as not properly set up. A restore point starts only after every extension has finished, so a single one that hangs blocks the backup. A VM that is still updating is held up in the same way.

problem-restore-point-limit = Too many restore points
    .message = The Restore Point collection max limit has reached.
    .wording = The number of restore points across restore point collections and resource groups for a VM cannot exceed 18.
    .why = Old instant restore points could not be removed because of a lock, or more than one backup a day made too many of them. One VM may have at most { $limit-restore-points ->
            [one] { $limit-restore-points } restore point
           *[other] { $limit-restore-points } restore points
        }, counted over all collections and resource groups (figure of { $limit-restore-points-dated }, still { $limit-restore-points-newer } as of { $limit-restore-points-newer-dated }). The lock that matters sits on the separate group of the restore points or comes from the subscription; it is not on the group of the VM. Azure compute itself refuses a further point with the code { $error-operation-not-allowed }.
    .end-escalate = The lock and the clean-up are done or ruled out, and the limit is still reported. Support can count the restore points of the VM and remove those that are left.

problem-key-vault-permissions = No rights on the key vault
    .message = Backup doesn't have sufficient permissions to the key vault for backup of encrypted VMs.
    .why = The disks of the VM are encrypted, and the service principal { $backup-principal } may not read the keys or secrets in their key vault. Only Azure Disk Encryption is meant here; encryption at host and disk encryption sets are other things.
    .end-not-encrypted = A VM without Azure Disk Encryption should not get this error. The details of the failed job tell more, so go on with the error of Azure compute.
    .end-escalate = The rights are in place and the backup still cannot use the key vault. Support can see what it is refused.

problem-snapshot-no-network = Snapshot failed: "no network"
    .message = Snapshot operation failed due to no network connectivity on the virtual machine
    .why = The snapshot extension says that it could not reach what it needs. Despite the wording, the network is often fine: the portal may show a wrong power state after a shutdown inside the VM, or DHCP may be off in the guest system. It may also be a fault of the extension itself, or an error of the storage host reported under the wrong name.

problem-vmsnapshot-operation-failed = The backup extension has failed
    .message = VMSnapshot extension operation failed
    .why = On a VM with managed disks, the extension { $vmsnapshot } (on Linux { $vmsnapshot-linux }) could not finish its work. The way to the snapshot is checked first, then the VM agent.

problem-internal-error = Internal error of Azure Backup
    .message = Backup failed with an internal error - Please retry the operation in a few minutes
    .why = A catch-all for failures that no other error describes; both codes mean the same. The first thing to try is the backup itself, a few minutes later. Only if it fails again are the agent, the snapshot and the lock worth a look, in this order.

problem-unsupported-disk-size = A disk is too large
    .message = The configured disk size(s) is currently not supported by Azure Backup.
    .wording = Currently Azure Backup does not support disk sizes greater than 1023GB.
    .why = At least one disk is larger than Azure Backup accepts. Sources disagree on the limit: the article says { $limit-disk-tb } TB ({ $limit-disk-tb-dated }), the newer support matrix { $limit-disk-tb-newer } TB ({ $limit-disk-tb-newer-dated }), with up to { $limit-disks-per-vm ->
            [one] { $limit-disks-per-vm } disk
           *[other] { $limit-disks-per-vm } disks
        } and { $limit-vm-total-tb } TB per VM. For an encrypted disk the article says { $limit-encrypted-disk-tb } TB ({ $limit-encrypted-disk-tb-dated }, still { $limit-encrypted-disk-tb-newer } TB as of { $limit-encrypted-disk-tb-newer-dated }).
    .end-escalate = The sizes are within the limits, cannot be read, or lie where the sources disagree, or splitting did not help. Support can say which limit applies to this VM.

problem-backup-in-progress = Another backup is already running
    .message = Unable to initiate backup as another backup operation is currently in progress
    .why = A backup job of the same VM is still running, perhaps in another vault that protected the VM before. Two jobs of one VM never run side by side.
    .end-escalate = The jobs in the vaults are settled and the backup is still refused. Support can find out which operation holds the VM.

problem-provider-error = Azure compute reports an error
    .message = Backup failed due to an error. For details, see Job Error Message Details.
    .why = The compute side of Azure, its Compute Resource Provider, refused what the backup asked for. The message hides the real reason; it stands in the details of the failed job.
    .end-known = The details name another error. Search for its code or its message here and go on with that one.
    .end-escalate = The details give no hint to act on, or their recommendation did not help. Support can see more of the failed operation.
