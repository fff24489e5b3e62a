# One entry per problem. The message is what Azure shows, word for word, and so is its wording of another place or time;
# the rest is ours.

problem-guest-agent-status-unavailable = Azure Backup cannot reach the VM agent
    .message = VM Agent unable to communicate with Azure Backup
    .why = Azure Backup does not hear from the VM agent, so it cannot start a snapshot. The agent may be missing, stopped, outdated or unhealthy. A stopped VM can also be backed up, but the backup is only crash-consistent.
    .keywords = agent not responding, agent not ready, no heartbeat, guest agent, { $linux-agent-service }, agent on windows, agent on linux, unreachable, status unavailable, vm offline for azure backup

problem-snapshot-task-status-error = No snapshot status from the agent
    .message = Could not communicate with the VM agent for snapshot status
    .why = Azure Backup asked the backup extension in the VM for a snapshot and received no status. The cause can be the VM agent, its settings, or a snapshot request that does not reach the storage platform.
    .keywords = snapshot status unknown, no answer to the snapshot request, snapshot task

problem-vm-provisioning-failed = The VM is in a failed provisioning state
    .message = The VM is in failed provisioning state
    .why = An extension has failed, so the whole VM is in a failed provisioning state. A restore point needs every extension to finish provisioning. An extension that fails or hangs blocks the backup. An unfinished update of the VM blocks it too.
    .keywords = provisioning state, provisioning failed, failed state, update failed, stuck updating

problem-restore-point-limit = Too many restore points
    .message = The Restore Point collection max limit has reached.
    .wording = The number of restore points across restore point collections and resource groups for a VM cannot exceed 18.
    .why = A lock on the resource group of the restore points, or on the subscription, kept old ones from being deleted. Or several backups ran each day. A VM can have at most { $limit-restore-points ->
            [one] { $limit-restore-points } instant restore point
           *[other] { $limit-restore-points } instant restore points
        } ({ $limit-restore-points-newer-dated }). Azure compute reports { $error-operation-not-allowed }.
    .end-escalate = The steps for the lock and the clean-up did not help or were not needed, and Azure still reports the limit. Support can count the restore points of the VM and remove the ones that should have been deleted.
    .keywords = lock, resource lock, locked group, read-only group, delete lock, clean up, cleanup, limit, max limit, quota of restore points, 18, instant restore, { $restore-point-group-pattern }, resource group lock

problem-key-vault-permissions = Azure Backup cannot access the key vault
    .message = Backup doesn't have sufficient permissions to the key vault for backup of encrypted VMs.
    .why = The disks of the VM are encrypted. The service principal { $backup-principal } has no permission to read the keys or secrets in the key vault. This error is about Azure Disk Encryption, not about encryption at host or disk encryption sets.
    .end-not-encrypted = A VM without Azure Disk Encryption should not get this error. The real reason is in the details of the failed job. Continue with the problem “Azure compute reports an error”.
    .end-escalate = The permissions are set, but the backup still cannot use the key vault. Support can see which request is denied.
    .keywords = encryption, encrypted vm, disk encryption, ade, key vault, keyvault, access policy, access denied, secrets, keys, permission

problem-snapshot-no-network = Snapshot failed: no network connection
    .message = Snapshot operation failed due to no network connectivity on the virtual machine
    .why = The backup extension could not reach a service that it needs. Often the network is fine. After a shutdown inside the VM, the portal can show a wrong power state. Or DHCP is off in the guest OS. An extension or storage host fault can also cause this.
    .keywords = no internet, network down, offline, firewall, proxy, nsg, outbound, dns, dhcp, unreachable, connectivity, power state wrong

problem-vmsnapshot-operation-failed = The backup extension has failed
    .message = VMSnapshot extension operation failed
    .why = On a VM with managed disks, the extension { $vmsnapshot } ({ $vmsnapshot-linux } on Linux) did not finish its work. First check what blocks the snapshot, then check the VM agent.
    .keywords = backup extension, snapshot extension, vm snapshot, extension failed, managed disks

problem-internal-error = Internal error of Azure Backup
    .message = Backup failed with an internal error - Please retry the operation in a few minutes
    .wording = The backups of VMs have failed after the policy migration from Standard to Enhanced policy.
    .why = Azure Backup reports { $internal-error-code } or { $internal-error-second-code } when no other code fits. First retry the backup after a few minutes. If it fails again, check the VM agent, the snapshot and any lock on restore points, in this order.
    .keywords = unknown error, unexpected error, retry later, general error

problem-unsupported-disk-size = A disk is too large
    .message = The configured disk size(s) is currently not supported by Azure Backup.
    .wording = Currently Azure Backup does not support disk sizes greater than 1023GB.
    .why = At least one disk is larger than Azure Backup supports. Microsoft's pages disagree: { $limit-disk-tb } TB in the troubleshooting article ({ $limit-disk-tb-dated }), { $limit-disk-tb-newer } TB in the support matrix ({ $limit-disk-tb-newer-dated }). For an encrypted disk, the limit is { $limit-encrypted-disk-tb-newer } TB ({ $limit-encrypted-disk-tb-newer-dated }).
    .end-escalate = The disk sizes do not explain the error, or Microsoft's pages disagree about the limit. Ask support which limit applies to this VM, and send the list of disks with their sizes.
    .keywords = big disk, large disk, too big, disk size, 4 tb, 4tb, 32 tb, 32tb, terabyte, ultra disk

problem-backup-in-progress = Another backup is already running
    .message = Unable to initiate backup as another backup operation is currently in progress
    .why = Another backup job for this VM is still running, perhaps in another vault that protected the VM before. Azure Backup runs only one backup job per VM at a time.
    .end-escalate = No other job of this VM is running, but Azure still refuses the backup. Support can find the operation that blocks the VM.
    .keywords = already running, in progress, second backup, concurrent, two vaults, job running

problem-provider-error = Azure compute reports an error
    .message = Backup failed due to an error. For details, see Job Error Message Details.
    .why = Azure's Compute Resource Provider rejected a request from Azure Backup. The error message does not give the reason, but the details of the failed job do.
    .end-known = The details name another error. Search for its code or message here, and continue with that problem.
    .end-escalate = The details contain nothing that you can act on, or the recommendation did not help. Support can see more about the failed operation.
    .keywords = crp, compute, compute resource provider, allocation, user error reported by compute
