# One entry per problem. The message is what Azure shows, word for word, and so is its wording of another place or time;
# the rest is ours.

problem-guest-agent-status-unavailable = Azure Backup cannot reach the VM agent
    .message = VM Agent unable to communicate with Azure Backup
    .why = Azure Backup does not hear from the VM agent, so it cannot start a snapshot. The agent may be missing, stopped, outdated or unhealthy. A stopped VM can also be backed up, but the backup is only crash-consistent.
    .keywords = agent not responding, agent not ready, no heartbeat, guest agent, { $linux-agent-service }, agent on windows, agent on linux, unreachable, status unavailable, vm offline for azure backup, agent offline, agent down, agent dead, agent stopped, agent not running, agent unavailable, agent missing, agent not installed, agent unhealthy, agent crashed, agent hangs, vm agent, reinstall agent, restart agent, install agent, rdagent, windowsazureguestagent, guest agent service, walinuxagent, waagent, wireserver, 168 63 129 16, agent communication, cannot communicate, agent heartbeat, agent status, linux, windows, agent communication lost, agent log, agent broken, agent not talking, check the agent, agent alive, agent process dead, ga not responding, waappagent, cloud init, goal state, imds, 169 254 169 254, heartbeat lost, agent service down

problem-snapshot-task-status-error = No snapshot status from the agent
    .message = Could not communicate with the VM agent for snapshot status
    .why = Azure Backup asked the backup extension in the VM for a snapshot and received no status. The cause can be the VM agent, its settings, or a snapshot request that does not reach the storage platform.
    .keywords = snapshot status unknown, no answer to the snapshot request, snapshot task, snapshot status, no snapshot status, snapshot task status, snapshot status not returned, agent does not answer the snapshot, snapshot task timeout, status of the snapshot, snapshot status not available

problem-vm-provisioning-failed = The VM is in a failed provisioning state
    .message = The VM is in failed provisioning state
    .why = An extension has failed, so the whole VM is in a failed provisioning state. A restore point needs every extension to finish provisioning. An extension that fails or hangs blocks the backup. An unfinished update of the VM blocks it too.
    .keywords = provisioning state, provisioning failed, failed state, update failed, stuck updating, provisioning state failed, failed provisioning, vm failed state, vm update failed, vm stuck updating, reapply, reapply vm, extension provisioning failed, vm in failed state, vm provisioning error, redeploy, vm in error state, vm error state, portal shows failed, vm failed in portal, vm stuck creating, vm creation stuck, vm model failed, failed vm, provisioningstate, deployment failed, extension failed provisioning

problem-restore-point-limit = Too many restore points
    .message = The Restore Point collection max limit has reached.
    .wording = The number of restore points across restore point collections and resource groups for a VM cannot exceed 18.
    .why = A lock on the resource group of the restore points, or on the subscription, kept old ones from being deleted. Or several backups ran each day. A VM can have at most { $limit-restore-points ->
            [one] { $limit-restore-points } instant restore point
           *[other] { $limit-restore-points } instant restore points
        } ({ $limit-restore-points-newer-dated }). Azure compute reports { $error-operation-not-allowed }.
    .end-escalate = The steps for the lock and the clean-up did not help or were not needed, and Azure still reports the limit. Support can count the restore points of the VM and remove the ones that should have been deleted.
    .keywords = clean up, cleanup, limit, max limit, quota of restore points, 18, instant restore, { $restore-point-group-pattern }, restore point limit, rp limit, rpo limit, rpc limit, restore point collection, restore point collection limit, collection limit, max restore points, too many recovery points, old restore points, delete restore points, remove restore points, clean up restore points, azurebackuprg, restore points not deleted, 18 restore points, rp collection, rp collection limit, max limit reached, limit reached, restore points exceeded, number of restore points, restore point cap, restore point overflow, restore points overflow, clear restore points, rp max, restore points maxed out, restore point, restore points, recovery points, lock on the restore point group, restore points locked

problem-key-vault-permissions = Azure Backup cannot access the key vault
    .message = Backup doesn't have sufficient permissions to the key vault for backup of encrypted VMs.
    .why = The disks of the VM are encrypted. The service principal { $backup-principal } has no permission to read the keys or secrets in the key vault. This error is about Azure Disk Encryption, not about encryption at host or disk encryption sets.
    .end-not-encrypted = A VM without Azure Disk Encryption should not get this error. The real reason is in the details of the failed job. Continue with the problem “Azure compute reports an error”.
    .end-escalate = The permissions are set, but the backup still cannot use the key vault. Support can see which request is denied.
    .keywords = encryption, encrypted vm, disk encryption, ade, key vault, keyvault, access policy, access denied, secrets, keys, permission, key vault permissions, key vault access, key vault access policy, kv access, akv, kek, bek, backup management service, grant key vault access, rbac key vault, azure disk encryption, encrypted disks, get list backup keys, key permissions, secret permissions, cannot read keys, read keys, key vault role, keys not readable, kv rbac, wrap key, unwrap key, managed identity key vault, key vault 403, forbidden key vault, purge protection, hsm, set-azkeyvaultaccesspolicy, pass key vault

problem-snapshot-no-network = Snapshot failed: no network connection
    .message = Snapshot operation failed due to no network connectivity on the virtual machine
    .why = The backup extension could not reach a service that it needs. Often the network is fine. After a shutdown inside the VM, the portal can show a wrong power state. Or DHCP is off in the guest OS. An extension or storage host fault can also cause this.
    .keywords = no internet, network down, firewall, proxy, nsg, outbound, dns, dhcp, unreachable, connectivity, power state wrong, no network, no network connectivity, network connectivity, snapshot no network, no connection, network problem, nsg blocks, nsg rule, blocked port, port 443, udr, route table, service tag, private endpoint, proxy server, vm without internet, dhcp disabled, dns resolution, outbound blocked, azurebackup service tag, azure backup service tag, network security group, no outbound internet, vm cannot reach internet, static ip, dhcp no address, firewall blocks, firewall blocking, offline network, network blocked, vm isolated, egress, egress blocked, 443 closed, vpn, expressroute, nat gateway, forced tunneling, private link, service endpoint, gateway, ping, nic, network adapter, ip address, routing, route, connectivity check, internet, network

problem-vmsnapshot-operation-failed = The backup extension has failed
    .message = VMSnapshot extension operation failed
    .why = On a VM with managed disks, the extension { $vmsnapshot } ({ $vmsnapshot-linux } on Linux) did not finish its work. First check what blocks the snapshot, then check the VM agent.
    .keywords = backup extension, snapshot extension, vm snapshot, extension failed, managed disks, vmsnapshot failed, vmsnapshot extension, vmsnapshotlinux, extension operation failed, backup extension error, snapshot extension error, extension failed managed disks, snapshot extension broken, snapshot extension failed, vmsnapshot plugin, vmsnapshot crash, microsoft azure recoveryservices

problem-internal-error = Internal error of Azure Backup
    .message = Backup failed with an internal error - Please retry the operation in a few minutes
    .wording = The backups of VMs have failed after the policy migration from Standard to Enhanced policy.
    .why = Azure Backup reports { $internal-error-code } or { $internal-error-second-code } when no other code fits. First retry the backup after a few minutes. If it fails again, check the VM agent, the snapshot and any lock on restore points, in this order.
    .keywords = unknown error, unexpected error, retry later, general error, internal error, internal failure, azure backup internal error, backup internal error, enhanced policy, standard to enhanced policy, policy migration, try again in a few minutes, internal server error, something went wrong, internal service error, internalerror, internal fault, unspecified error, service side error

problem-unsupported-disk-size = A disk is too large
    .message = The configured disk size(s) is currently not supported by Azure Backup.
    .wording = Currently Azure Backup does not support disk sizes greater than 1023GB.
    .why = At least one disk is larger than Azure Backup supports. Microsoft's pages disagree: { $limit-disk-tb } TB in the troubleshooting article ({ $limit-disk-tb-dated }), { $limit-disk-tb-newer } TB in the support matrix ({ $limit-disk-tb-newer-dated }). For an encrypted disk, the limit is { $limit-encrypted-disk-tb-newer } TB ({ $limit-encrypted-disk-tb-newer-dated }).
    .end-escalate = The disk sizes do not explain the error, or Microsoft's pages disagree about the limit. Ask support which limit applies to this VM, and send the list of disks with their sizes.
    .keywords = big disk, large disk, too big, disk size, 4 tb, 4tb, 32 tb, 32tb, terabyte, disk too large, disk too big, disk size not supported, unsupported disk size, disk size limit, oversized disk, large disks, disk larger than, 64 tb, 1023 gb, 1 tb, disk over 4 tb, disk over 32 tb, max disk size, shrink disk, huge data disk, large data disk, disk exceeds the size, volume too large, data disk too big, resize disk, expand disk, volume too big, partition too big, disk is huge, multi-terabyte, large volume, 32767, 32767 gb, 32 tib, disk, disks

problem-backup-in-progress = Another backup is already running
    .message = Unable to initiate backup as another backup operation is currently in progress
    .why = Another backup job for this VM is still running, perhaps in another vault that protected the VM before. Azure Backup runs only one backup job per VM at a time.
    .end-escalate = No other job of this VM is running, but Azure still refuses the backup. Support can find the operation that blocks the VM.
    .keywords = already running, in progress, second backup, concurrent, two vaults, job running, backup in progress, backup already running, another backup, another backup running, parallel backup, job in progress, previous backup still running, second vault, vm in two vaults, backup running already, backup still running, simultaneous backup, backup job running, backup has not finished, two backups, protected in another vault, vm in another vault, backup job active, backup is running, duplicate backup job, backup collision, backups collide, overlapping backups, overlapping jobs, backup overlap, previous job not finished, backup conflict, concurrent backups

problem-provider-error = Azure compute reports an error
    .message = Backup failed due to an error. For details, see Job Error Message Details.
    .why = Azure's Compute Resource Provider rejected a request from Azure Backup. The error message does not give the reason, but the details of the failed job do.
    .end-known = The details name another error. Search for its code or message here, and continue with that problem.
    .end-escalate = The details contain nothing that you can act on, or the recommendation did not help. Support can see more about the failed operation.
    .keywords = crp, compute, compute resource provider, allocation, user error reported by compute, crp error, compute error, crp reported, compute resource provider error, azure compute error, allocation failed, operation not allowed, conflict, job error details, error message details, job details, compute rejected the request, provider rejected, compute side error, crp rejected, quota compute, compute fault, error from compute
