# One entry per cause; the end of a node speaks where the tree makes somebody wait or hands the case over.

cause-agent = The VM agent does not respond
    .why = On a running VM, Azure Backup normally takes the snapshot through the VM agent. How you repair a stopped, damaged or outdated agent depends on the operating system.

cause-windows-agent = Windows: the agent does not respond
    .why = The agent files may be damaged, or the agent service may have stopped. First restart the service. If that does not help, reinstall the agent. In the list of services, look for { $windows-agent-display-name }.
    .end-administrator = To repair the agent, you must sign in to the VM as a local administrator.

cause-linux-agent = Linux: the agent is stopped or outdated
    .why = Most agent and extension failures on Linux come from an outdated agent. Update it from the repository of the distribution, not from GitHub.
    .end-administrator = To repair the agent, you need root access to the VM.
    .end-distribution = The repository of your distribution does not have the latest agent. Do not install it from GitHub. Ask the distribution's support to provide it.

cause-failed-extension = An extension has failed
    .why = A restore point needs every extension to finish provisioning. An extension that fails or hangs blocks the backup, even if it is unrelated to backups. First repair the other failed extensions, then the backup extension. Avoid removing it.
    .end-updating = The VM is still updating. When the provisioning state is { $state-succeeded } or { $state-failed }, come back and answer the question again.

cause-snapshot-status = No snapshot, or no snapshot status
    .why = The storage platform takes the snapshot, not the VM. If the snapshot request is lost or late, the snapshot fails or has no status. Common causes: a wrong power state, DHCP turned off in the guest OS, or no access to the Azure platform address.

cause-linux-agent-configuration = Linux: extensions are turned off
    .why = If { $extensions-enabled-key } is turned off, the agent runs no extensions. Without this setting, extensions are on. The agent does not read { $extensions-enable-key }. { $provisioning-agent-key } matters only at the first start of a VM.

cause-application-control = Application control blocks the backup
    .why = Application control, such as AppLocker, can block { $backup-executable }, the program of the backup extension on Windows. Azure Backup then receives no snapshot status.

cause-visual-cpp-runtime = The Visual C++ runtime is damaged
    .why = On Windows, the backup extension loads { $backup-provider-library }. This library needs a matching Visual C++ runtime. If the runtime is missing or damaged, the backup fails.

cause-restore-point-lock = A lock prevents deletion of restore points
    .why = Azure Backup keeps restore points in a separate resource group. A lock on that group or on the subscription prevents the deletion of old points. Locks on a VM with managed disks, and { $backup-protection-lock } on a storage account, are not the cause.
    .end-asked = The owner of the lock has not answered yet. When they answer, come back and answer here. If they agree, the wizard shows how to remove the lock.
    .end-asked-above = The lock comes from the subscription, and its owner has not answered yet. When they answer, come back and answer here. If they agree, the wizard shows how to remove the lock.
    .end-refused = There is still a lock, so old restore points cannot be deleted and backups keep failing. Only the owner of the lock or the subscription owner can decide to remove it.

cause-restore-point-clean-up = Old restore points were not removed
    .why = The policy sets when instant restore points are deleted. Points that remain after that still count toward the limit. A clean-up deletes them. If you delete the whole collection, you also lose the points that are not in the vault yet.
    .end-hours = The clean-up runs in the background and takes a few hours. It is expected that the backup which started it fails. Come back after the next scheduled backup. If that backup also fails, the wizard shows how to delete the collection manually.
    .end-deleting = The collection is not deleted yet. The deletion takes longer if the collection has many restore points. Come back later, check whether the collection is still listed, and answer again. If it is still listed and the attempt has timed out, delete it again. When it is gone, you can start a backup.
    .end-stuck = The deletion of a large collection can time out. This is a known issue. If the deletion still times out after { $limit-deletion-tries ->
            [one] { $limit-deletion-tries } attempt
           *[other] { $limit-deletion-tries } attempts
        }, support has to remove the collection.

cause-running-job = Another backup job is running
    .why = Azure Backup runs only one backup job per VM at a time. You can wait for the running job. You can cancel it only while it takes the snapshot, not while it transfers data to the vault.
    .end-busy = The job is still running or being canceled. When it has ended, come back and answer again. Then you can start the backup.

cause-backup-again = Start the backup again
    .end-running = The backup is still running. When the job has ended, come back and answer whether it succeeded.
    .end-tomorrow = The on-demand backup succeeded. The next scheduled backup has not finished yet. When it has, check its job, then come back and answer. Only that job shows that scheduled backups work again.

cause-hand-over = Hand over to support
    .end-support = There are no more steps for this error, or you cannot continue. Support needs the logs, and the IDs of the failed job.
