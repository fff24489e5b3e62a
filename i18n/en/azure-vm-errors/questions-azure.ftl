# Policies of Azure

question-denied-action = What did the policy deny?
    .short = Denied by the policy
    .why = The message does not say what was denied. The activity log of the subscription does: it shows each denied request and its target.
    .option-restore-point-group = The restore point group
    .option-restore = Something that a restore creates
    .option-nothing = The log shows no denial
    .look-restore-point-group = An entry with { $policy-denial } names a restore point group. The Azure CLI shows { $group-write } for it.
    .look-restore = The failed job is a restore. The entry with { $policy-denial } names a disk, a VM or another resource in the target group.
    .look-nothing = The list is empty, or its entries belong to other operations. This proves nothing if you cannot read the whole subscription, or if the list starts after the failure.
    .unsure = If you skip this question, the wizard assumes that the restore point group was denied.

question-policy-demand = What does this policy require?
    .short = Policy requirement
    .why = If the policy requires a tag, you can create the group with this tag yourself. If it requires a name, you can set the name in the backup policy. Other requirements are up to the owner of the Azure policy.
    .option-tag = A tag on new resource groups
    .option-name = A certain name for the group
    .option-other = Something else, such as a region
    .look-tag = The denial names a policy about tags, for example one that requires a tag and its value on resource groups.
    .look-name = The denial names a policy about the names of resource groups.
    .look-other = The denial names a policy about regions or resource types, or what it requires is unclear. Empty lists prove nothing.
    .unsure = If you skip this question, the wizard shows what to ask the owner of the policy.

question-policy-way = How do you want to satisfy the policy?
    .short = Policy or group?
    .why = Microsoft describes both ways. A policy that adds the tag itself solves the problem for all VMs. A group that you create satisfies the policy as it is.
    .option-change-policy = Change the effect of the policy
    .option-make-group = Create the group with the tag
    .look-change-policy = The policy then adds the missing tag instead of denying the group. The owner of the policy must agree to this.
    .look-make-group = You create one group manually with the tag. If Azure Backup needs another group later, the policy denies that one too.

question-restore-policy-way = How do you want to restore despite the policy?
    .short = Restore method
    .why = The policy applies to the group into which you restore. It might not apply to another group.
    .option-other-group = Restore into an allowed group
    .option-exemption = Exempt the target group
    .look-other-group = Nothing in the policy changes. You look for a group that the policy does not cover.
    .look-exemption = The owner of the policy exempts one group for a limited time.

question-policy-owner = Does the owner of the policy agree?
    .short = Owner agrees?
    .why = A policy protects all resources in its scope. Only its owner can judge what a change or an exemption would allow.
    .option-agrees = Yes
    .option-refuses = No
    .option-not-yet = No answer yet
    .look-agrees = The person who created or changed the policy, or someone with the role { $owner-role } or { $resource-policy-role }, agrees.
    .look-refuses = The owner does not agree to the change or the exemption, or you cannot find anyone who can decide.
    .look-not-yet = You have asked and are waiting for an answer.
    .unsure = If you skip this question, the wizard assumes that the owner does not agree.

# Restores

question-restore-worked = Did the restore succeed?
    .short = Restore succeeded?
    .why = Only a completed restore and a check of what it created prove that the problem is fixed.
    .option-worked = Yes, and I checked what it created
    .option-failed = No, it failed
    .option-not-yet = It is still running
    .look-worked = The latest restore job of this VM is { $job-completed } or { $job-completed-with-warnings }. If there is a warning, read it.
    .look-failed = The latest restore job of this VM is { $state-failed } or { $job-cancelled }, or what it created does not work. Restored disks can still exist: check the target group.
    .look-not-yet = The latest restore job is { $job-in-progress } or { $job-cancelling }, or it is not in the list yet.
    .unsure = If you skip this question, the wizard assumes that the restore is still running.

# The state of the VM, of the backup extension and of its settings

question-power-settled = Has the VM finished starting or stopping?
    .short = Start or stop finished?
    .why = A VM cannot be backed up while it is starting, stopping or being deallocated. Such a change usually takes a few minutes.
    .option-settled = Yes, it is running or stopped
    .option-not-yet = Not yet
    .look-settled = The portal shows that the VM is running or stopped, or the status codes include { $power-running }, { $power-stopped } or { $power-deallocated }.
    .look-not-yet = The portal shows that the state is still changing, or the status codes include { $power-starting }, { $power-stopping } or { $power-deallocating }.
    .unsure = If you skip this question, the wizard assumes that the VM has finished starting or stopping.

question-selinux = Does SELinux block the VM agent?
    .short = Blocked by SELinux?
    .why = If SELinux blocks the agent in { $agent-folder-linux }, Microsoft advises you to exclude that folder from the SELinux policy. SELinux alone is not a fault.
    .option-blocking = Yes, the log contains denials
    .option-not-blocking = No, or SELinux is off
    .look-blocking = The first line is { $selinux-enforcing }, followed by at least one line with { $selinux-denial } from the time of the failed backup. If the second command is missing, the answer is unknown.
    .look-not-blocking = The first line is { $selinux-permissive } or { $selinux-disabled }, the first command is missing, or there is no line with { $selinux-denial } from the time of the failed backup.
    .unsure = If you skip this question, the wizard assumes that SELinux blocks nothing.

question-vmsnapshot-state = What state is the backup extension in?
    .short = Extension state
    .before = For a VM with managed disks, the portal does not show this extension: use a command.
    .why = If the extension is stuck, Microsoft advises removing it: the next backup then installs it again.
    .option-stuck = Stuck, for example during deletion
    .option-working = Working, or not installed
    .look-stuck = { $vmsnapshot } or { $vmsnapshot-linux } shows { $state-deleting }, { $state-failed } or, for a long time, { $state-updating }. Or its handler has not been { $shown-ready } for a long time.
    .look-working = The extension shows { $state-succeeded } and its handler { $shown-ready }. Or it is not listed: the next backup installs it. If a change has just started, wait and check again.
    .unsure = If you skip this question, the wizard asks you to retry the backup first.

question-same-error = Did the new backup fail with the same error?
    .short = Same error again?
    .why = The steps that follow apply only to this error. Another error has other causes.
    .option-same = Yes, the same code or message
    .option-other = No, another error
    .look-same = The latest failed job of this VM has the code or message of this problem. Compare the names of the codes: { $field-error-code } is only a number.
    .look-other = The latest failed job of this VM has another code and message. If no failed job is listed, the answer is unknown.
    .unsure = If you skip this question, the wizard shows how to contact support.

question-error-details = Have you read the details of the failed job?
    .short = Details read?
    .before = If you can change what the details name, change it first.
    .why = The details name the disk, the limit, the account or the setting that the code is about.
    .option-opened = Yes
    .option-not-opened = No
    .look-opened = You can see the message and the recommendation, or the fields { $field-error-text } and { $field-recommendations }.
    .look-not-opened = You know only the code or the short message of the failed job.
    .unsure = If you skip this question, the wizard shows how to contact support.

question-code-shown = Does the failed job show a code or a message?
    .short = Code or message shown?
    .why = A code or a message leads to the steps for exactly this error.
    .option-shown = Yes
    .option-not-shown = No
    .look-shown = The details contain a name without spaces, or a sentence that says what failed.
    .look-not-shown = The details are empty, or the vault shows no failed job of this VM.
    .unsure = If you skip this question, the wizard shows the checks that help with most backup errors.

question-machine-keys-permissions = Are the permissions on the machine keys folder intact?
    .short = Key permissions OK?
    .why = The extension needs these permissions to use the key of the certificate. Hardening rules and clean-up tools sometimes change them.
    .option-default = Yes
    .option-changed = No, they were changed
    .look-default = The list contains { $machine-keys-everyone } and { $machine-keys-administrators }, and no denial. The names are in the language of Windows. Other accounts in the list are not a fault.
    .look-changed = One of the two lines is missing or grants less, or a line denies access. If the command returns an error, run it as administrator.
    .unsure = If you skip this question, the wizard assumes that they are intact.

question-extension-certificates = Are the certificates for the extensions valid?
    .short = Certificates valid?
    .why = The agent gets these certificates from Azure and renews them. An expired one, or a wrong clock in the VM, makes the settings unreadable.
    .option-valid = Yes
    .option-not-valid = No: expired, missing, or the clock is wrong
    .look-valid = The date in the last line is correct, and it is between { $field-not-before } and { $field-not-after } of at least one listed certificate.
    .look-not-valid = Every listed certificate has expired or is not valid yet, the list is empty, or the date in the VM is wrong. If the clock is wrong, correct it first.
    .unsure = If you skip this question, the wizard assumes that they are valid.

# Disks and their snapshots

question-disk-kind = Does the VM use managed disks?
    .short = Managed disks?
    .why = The snapshots that Azure Backup takes of managed disks are restore points. Unmanaged disks are files in a storage account, and have their own snapshots.
    .option-managed = Yes, managed disks
    .option-unmanaged = No, files in a storage account
    .look-managed = Each disk has an ID with { $managed-disk-part }. The fields for files are empty or { $value-null }.
    .look-unmanaged = A disk has an address that ends in { $blob-file-end }.
    .unsure = If you skip this question, the wizard assumes that the disks are managed.

question-other-snapshots = Do other products take snapshots of these disks?
    .short = Other snapshot tools?
    .why = Snapshots taken by Site Recovery, another backup product or a script can conflict with a backup.
    .option-others = Yes, such as Site Recovery or a script
    .option-none = No
    .look-others = There is replication, an extension of { $site-recovery-publisher } or a similar product, or snapshots or collections without { $backup-collection-prefix } in their names.
    .look-none = This VM has no replication and no such extension, snapshot or collection. Snapshots of other VMs do not matter.
    .unsure = If you skip this question, the wizard assumes that nothing else takes snapshots.

# Jobs that cannot be canceled

question-cancel-message = Which message appeared when you tried to cancel the job?
    .short = Cancellation message
    .why = One of the messages is about a temporary state that ends within a minute. The others mean that you can only wait until the job ends.
    .option-passing = The job is not in progress
    .option-too-late = The job can no longer be canceled
    .option-refused = Canceling is not supported, or it failed
    .look-passing = The message is: { $cancel-message-passing }
    .look-too-late = The message is: { $cancel-message-late }. Often, the job is almost finished, but for a large VM, it can still take hours.
    .look-refused = The message is: { $cancel-message-kind }. Or: { $cancel-message-failed }
    .unsure = If you skip this question, the wizard shows how to wait for the job.

# Restores: points, disks, sizes, subscriptions

question-vault-point = Is there a restore point whose data is in the vault?
    .short = Point in the vault?
    .why = A restore point starts as a snapshot. It depends on that snapshot until its data is in the vault.
    .option-there = Yes
    .option-none = No, only snapshots or nothing
    .look-there = A restore point shows { $tier-vault }, { $tier-hardened } or { $tier-vault-short }, alone or next to the snapshot. If its vault data has a status, that status is not { $state-deleted }.
    .look-none = Every restore point shows only { $tier-snapshot } or { $tier-instant } or, for the vault, { $state-deleted }. Or the list is empty. You can use a point in the archive tier only after rehydrating it.
    .unsure = If you skip this question, the wizard shows how to look for such a point.

question-size-offered = Does Azure offer the size { $vm-size } in this region?
    .short = Size offered?
    .why = If the size is offered, the region may have been short of capacity, and a later attempt can succeed. If the size is not offered, you need another one.
    .option-offered = Yes
    .option-restricted = No, or not to this subscription
    .look-offered = The size is listed, and { $field-reasons } is empty. If the VM must be in a certain zone, this zone is in { $field-zones } and not in { $field-closed-zones }.
    .look-restricted = The field { $field-reasons } contains { $size-restricted } or another reason, the zone that you need is not offered, or the size is not listed at all.
    .unsure = If you skip this question, the wizard shows how to use another size.

question-restored-disks = Has the failed restore already created disks?
    .short = Disks restored?
    .why = A restore that fails while it creates the VM leaves the restored disks in place. You do not have to restore them again.
    .option-there = Yes
    .option-none = No
    .look-there = The target group has disks that were created during the restore. Their names look like { $restore-disk-pattern }, and usually they are attached to no VM.
    .look-none = The target group has no disk that was created during the restore. If the command returned an error, an empty list proves nothing.
    .unsure = If you skip this question, the wizard shows how to restore the disks.

question-restored-data = Is the restored data there?
    .short = Restored data there?
    .why = A job that has ended does not prove that the data is there.
    .option-there = Yes, I can open it
    .option-missing = No, it is missing or damaged
    .option-not-yet = The restore is still running
    .look-there = You can sign in to the VM or computer that has the disks, and the files or programs that you need are there.
    .look-missing = The restore job failed or was canceled, the VM does not start from the disks, or the data on them is missing or damaged.
    .look-not-yet = The restore job is { $job-in-progress }, or the disks are not listed yet.
    .unsure = If you skip this question, the wizard assumes that the restore is still running.

question-trusted-launch-past = Was there a Trusted Launch VM with this name before?
    .short = Trusted Launch before?
    .why = If the name was used before, you can create the VM again under another name. If Trusted Launch was turned off for this VM, that does not help.
    .option-name-used-before = Yes, the earlier VM was deleted
    .option-converted = Yes, this VM: Trusted Launch is now off
    .option-neither = No
    .look-name-used-before = The vault has an item with this name. Its latest restore point is older than the VM, or { $field-deleted } is { $field-is-deleted } (PowerShell: { $field-delete-state } is { $state-to-be-deleted }).
    .look-converted = The owner turned Trusted Launch off for this VM. It now shows another security type or none.
    .look-neither = The vault has no older item with this name, and nobody changed the security type of the VM.
    .unsure = If you skip this question, the wizard shows how to contact support.

question-old-backup-way = How do you want to protect the new VM?
    .short = Rename or delete?
    .why = The new VM needs a name that is not in the vault yet. Otherwise, you must delete the backup of the old VM.
    .option-other-name = Use another name or resource group
    .option-delete-backup = Delete the old backup
    .look-other-name = The restore points of the old VM are kept. You create the new VM again under another name, or in another resource group.
    .look-delete-backup = The new VM keeps its name. All restore points of the old VM are lost for good.

question-old-backup-gone = Is the old backup gone from the vault?
    .short = Old backup gone?
    .why = While the old backup is in the vault, the new VM cannot be protected there.
    .option-gone = Yes, not even a deleted item is left
    .option-not-yet = Not yet
    .look-gone = The vault no longer lists an item of the old VM, not even a deleted one.
    .look-not-yet = The item of the old VM is still listed, perhaps with { $field-deleted } as { $field-is-deleted } (PowerShell: { $field-delete-state } as { $state-to-be-deleted }).
    .unsure = If you skip this question, the wizard assumes that it is still there.

question-crossing = Do you want to restore to another region or to another subscription?
    .short = Region or subscription?
    .why = According to the message, one restore cannot change both the region and the subscription. First change one of them. Then move or copy what you need.
    .option-region = Another region
    .option-subscription = Another subscription
    .look-region = You restore into another region, within the subscription of the vault.
    .look-subscription = You restore into another subscription, in the region of the vault.

question-target-tenant = Do both subscriptions belong to the same tenant?
    .short = Same tenant?
    .why = Only subscriptions of the same Microsoft Entra tenant can be the source and the target of one restore.
    .option-same = Yes
    .option-other = No
    .look-same = Both subscriptions show the same { $field-tenant }.
    .look-other = The subscriptions show different tenants, or the target subscription is not in your list.
    .unsure = If you skip this question, the wizard shows how to choose another subscription.

question-target-registered = Is the resource provider registered in the target subscription?
    .short = Provider registered?
    .why = Until { $backup-provider } is registered, Azure Backup cannot create anything in the subscription { $subscription }.
    .option-registered = Yes
    .option-not-registered = No
    .look-registered = The state is { $provider-registered }.
    .look-not-registered = The state is { $provider-not-registered }, { $provider-registering } or anything else.
    .unsure = If you skip this question, the wizard shows how to register the provider. Registering it again changes nothing.

question-refused-target = What caused the restore to be refused?
    .short = Reason for the refusal
    .why = The message points to the cause, and the next steps depend on the cause.
    .option-account = The storage account
    .option-network = The network or its subnet
    .option-authorization = Missing permissions in the subscription
    .option-group-quota = Too many resource groups
    .look-account = The message names the storage account. Example: { $message-account-region }
    .look-network = The message names the virtual network or the subnet. Example: { $message-subnet }
    .look-authorization = The message is: { $message-authorization }
    .look-group-quota = The message is: { $message-group-quota }
    .unsure = If you skip this question, the wizard shows how to contact support.

# A VM that is gone

question-vm-exists = Does the VM still exist?
    .short = VM exists?
    .why = A deleted VM no longer needs a backup. For Azure Backup, a moved VM is a new VM.
    .option-there = Yes, where the vault shows it
    .option-moved = Yes, but it was moved
    .option-gone = No
    .look-there = The VM is listed in the resource group and subscription that the vault shows.
    .look-moved = The VM is listed, but in a different resource group or subscription than the vault shows.
    .look-gone = The VM is in no list. The first Azure CLI command returns { $error-resource-not-found }. Check all subscriptions: the VM may have been moved.
    .unsure = If you skip this question, the wizard asks you to retry the backup first.

question-gone-vm-way = Do you still need the VM that is gone?
    .short = VM still needed?
    .why = The restore points are still there. You can keep them, or restore the VM from them.
    .option-keep-backup = No, only keep the backup
    .option-restore = Yes, restore the VM
    .look-keep-backup = You stop the backup and keep the restore points. Then no more jobs fail.
    .look-restore = You restore the VM from its latest restore point. The restored VM is a new one and needs its own protection.

# Slow jobs

question-failed-task = Which phase of the job failed or is slow?
    .short = Job phase
    .why = A job first takes a snapshot, which depends on the VM. Then it copies data to the vault, which depends on the storage and the amount of data.
    .option-snapshot = The snapshot
    .option-transfer = The transfer to the vault
    .look-snapshot = { $task-snapshot } is { $state-failed }, or has been { $job-in-progress } for a long time. Or both tasks are completed, and this one took longer.
    .look-transfer = { $task-snapshot } is { $job-completed }, and { $task-transfer } is not, or took longer. If no task is listed, the answer is unknown.
    .unsure = If you skip this question, the wizard assumes that it is the transfer.

question-slow-operation = Which is slow, a backup or a restore?
    .short = Slow operation
    .why = The duration of a backup depends on the amount of changed data. The duration of a restore depends on its target and on the kind of restore point.
    .option-backup = A backup
    .option-restore = A restore
    .look-backup = The operation of the slow job is a backup.
    .look-restore = The operation of the slow job is a restore.
    .unsure = If you skip this question, the wizard assumes that it is a backup.

question-first-backup = Is this the first backup, or is there a new disk?
    .short = First backup, new disk?
    .why = A first backup copies everything, and a new disk is copied completely. Both can take longer than a day.
    .option-first = Yes, one of the two
    .option-later = No, neither
    .look-first = The list has no restore point yet, or a disk of the VM was created or attached after the latest restore point.
    .look-later = There are restore points, and all disks of the VM were created and attached before the latest restore point.
    .unsure = If you skip this question, the wizard assumes that neither is the case.

question-changed-data = Does the backup copy a lot of changed data?
    .short = A lot of changes?
    .before = Files that were moved, compressed or defragmented count too.
    .why = An incremental backup copies what has changed since the previous one.
    .option-much = Yes, over { $limit-changed-gb-per-day } GB a day
    .option-usual = No
    .look-much = { $backup-size } in the details of the job is over { $limit-changed-gb-per-day } GB, although this is not the first backup of the VM.
    .look-usual = { $backup-size } is smaller. If there is no value yet, check the previous job.
    .unsure = If you skip this question, the wizard asks about the schedule next.

question-start-times = Do many backups start at the same time?
    .short = Same start time?
    .why = Backups that start together share the same storage and wait for one another. Most backups start on the hour.
    .option-crowded = Yes
    .option-spread = No
    .look-crowded = Many jobs of the vault start within a few minutes, or backups of VMs with disks in one storage account start together.
    .look-spread = The start times are spread out, or there are only a few VMs.
    .unsure = If you skip this question, the wizard shows no steps for the schedule.

# Restored files

question-missing-files = What is missing after the restore?
    .short = Missing data
    .why = Disks of a file restore and disks of a restored VM can be missing for different reasons.
    .option-disks-offline = The disks of a file restore
    .option-folder-missing = A folder of a restored Linux VM
    .look-disks-offline = You ran the script of a file restore, and its disks are { $disk-offline } or have no drive letter or mount point.
    .look-folder-missing = You restored a Linux VM as a new one. It runs, but a folder is empty or has other data.
    .unsure = If you skip this question, the wizard shows how to contact support.

question-script-place = Where does the script of the file restore run?
    .short = Script location
    .why = The disks of a file restore have the same IDs as those of the VM, so they can conflict on one computer.
    .option-same-vm = On the VM that was backed up
    .option-other-vm = On another computer
    .look-same-vm = The command returns the name of { $vm }, or the computer has the disks of this VM.
    .look-other-vm = The command returns another name, and this is another computer. In a VM, the host name can differ from the name of the VM in Azure.
    .unsure = If you skip this question, the wizard shows how to run it on another computer.

question-mounted-by = Does the VM mount its data disks by device name?
    .short = Mounted by device name?
    .why = Device names such as { $device-example } can refer to another disk after the next start. The ID of a file system does not change.
    .option-device = Yes
    .option-uuid = No
    .look-device = The command returns a line for a data disk that names a device such as { $device-example }.
    .look-uuid = The command returns nothing, or no line for a data disk. If it returns an error message, that proves nothing.
    .unsure = If you skip this question, the wizard shows how to contact support.
