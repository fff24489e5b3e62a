# Policies, restores and jobs, in the Azure portal and at the desk.

remedy-start-restore = Start the restore
    .needs = You have permission to restore this VM, and you know where to restore it.
    .why = Only a successful restore proves that the problem is fixed.
    .step-old = Look for disks that an earlier attempt has already restored.
    .note-old = If a restore fails while it creates the VM, the restored disks can remain in the target group. Their names look like { $restore-disk-pattern }.
    .step-start = Start the restore of { $vm } with the settings that you have chosen.
    .note-start = Choose to create a new VM or to restore disks, and select the group { $target-group }.
    .warn-start = Do not replace the disks of a VM that still works: it stops, and its newer data remains only on the old disks. What a restore creates costs money until you delete it.
    .step-watch = Follow the restore job of { $vm } until it ends.
    .worked = The restore job has the status { $job-completed } or { $job-completed-with-warnings }, and the restored resources are in { $target-group }.

remedy-change-policy-effect = Let the policy add the tag
    .needs = You have permission to change Azure policies, for example with the role { $resource-policy-role }, and the owner of the policy agrees.
    .why = With the effect { $effect-deny }, the policy blocks the creation of the restore point group. With { $effect-modify }, it adds the missing tag instead.
    .step-find = Find the assignment and the definition of the policy that denies the request.
    .note-find = The entry in the activity log names both. A list of policies may not include those of a management group: then ask the owner of the policy.
    .step-record = Write down the effect and the parameters of the policy.
    .step-change = Change the effect from { $effect-deny } to { $effect-modify }.
    .note-change = You cannot change a built-in definition. Instead, assign the built-in one that adds the tag. An assignment with { $effect-modify } needs a managed identity with permission to change tags.
    .warn-change = This applies to everything in the scope of the policy: missing tags no longer lead to a denial. Ask the owner first. With your notes, you can set the old effect again.
    .step-wait = Wait about half an hour for the change to take effect.
    .note-wait = This time is our own estimate.
    .worked = The definition or the assignment shows { $effect-modify }, and the next backup is not denied.

remedy-make-restore-point-group = Create the restore point group
    .needs = You have permission to create resource groups in this subscription, and you know the tag that the policy requires.
    .why = If the group exists with the right tag, Azure Backup does not have to create it.
    .step-name = Find out which name Azure Backup uses for the group.
    .note-name = Default name: { $restore-point-group-pattern } with the region of the VM. If the backup policy sets a name, that name gets a number. Numbers begin at 1: use the next one after the last existing group.
    .step-make = Create the group { $restore-point-group } in the region of { $vm } with the tag { $tag-name }.
    .note-make = Set every tag that the policy requires: add the others in the portal. Do not lock this group and do not put anything else into it.
    .step-check = Check that the group exists and has the right region and tag.
    .worked = The group { $restore-point-group } exists in the region of { $vm } and has the required tag.

remedy-name-restore-point-group = Set an allowed name for the group
    .needs = You have permission to change the backup policies of { $vault }.
    .why = The backup policy can set another name for the restore point group.
    .step-ask = Ask the owner of the Azure policy for a name that is allowed.
    .step-name = Set the name of the resource group in the backup policy of { $vm }.
    .note-name = The name consists of a text, { $group-number-place } for the number and, optionally, a second text. It can have at most { $limit-group-name-length } characters ({ $limit-group-name-length-dated }).
    .warn-name = All VMs with this backup policy get a new group. Old restore points stay in the old one until they expire. Write the old name down first: you can set it again.
    .worked = The backup policy shows the new name, and the next backup creates the group.

remedy-find-allowed-group = Find a group that the policy allows
    .needs = You can read the policy assignments of the subscription.
    .why = If you restore into a group that the policy does not cover, you do not need to change the policy.
    .step-policies = Compare the policies that apply to { $target-group } with those of other groups.
    .note-policies = A policy that is assigned to the subscription or above covers every group. Then only a change to the policy or an exemption helps.
    .step-choose = In the region of the restore, choose a group that this policy does not cover.
    .note-choose = Fill in the name of this group for the commands.
    .worked = You know a group that this policy does not cover.

remedy-exempt-group = Exempt the target group from the policy
    .needs = The owner of the policy agrees, and you have permission to create exemptions.
    .why = An exemption excludes one group from one policy for a limited time.
    .step-exempt = Create an exemption from the assignment { $policy-assignment } for { $target-group } only, with an end date.
    .warn-exempt = Until the exemption ends, the policy does not protect this group. Get the policy owner's consent first, and exempt only this group. You can delete the exemption earlier.
    .step-check = Check the exemption: its group, its policy and its end date.
    .note-check = A new exemption can take a few minutes to take effect.
    .step-remove = After the restore, delete the exemption.
    .warn-remove = The policy then applies to this group again and can deny later restores. Delete only the exemption that you created.
    .worked = The next restore is not denied. After the restore, the exemption is no longer listed for { $target-group }.

remedy-delete-blob-snapshots = Delete snapshots that nobody needs
    .needs = The disks are files in { $storage-account }, and you have permission to delete snapshots there.
    .why = Each disk file can have only a limited number of snapshots. Deleting old ones makes room for the snapshot of the backup.
    .step-list = List the snapshots of the disk files.
    .note-list = Look in the container { $container }. Its name is in the address of a disk file, on the Disks page of the VM.
    .step-ask = Find out whose snapshots they are, and ask each owner which ones can be deleted.
    .note-ask = Site Recovery and other products keep restore points in such snapshots.
    .step-delete = Delete the snapshots that nobody needs, one by one.
    .warn-delete = You cannot undo this, and restore points of other products can be lost. Ask their owners first. Delete only snapshots, never the disk file: that is the disk itself.
    .step-soft-delete = If soft delete is on, shorten its retention period before you delete snapshots.
    .note-soft-delete = Deleted snapshots count toward the limit until their retention period ends. A shorter period applies only to what you delete after the change.
    .warn-soft-delete = Data deleted by mistake in this account can then be recovered only for a shorter time. Ask the owner of the account first. You can lengthen the period again.
    .step-migrate = Plan to convert the VM to managed disks.
    .note-migrate = Backup of unmanaged disks is being retired. The support matrix shows what still works.
    .worked = The list has fewer snapshots, and the disk files are all there.

remedy-separate-snapshots = Take the snapshots at different times
    .needs = You know which product takes the other snapshots, and you have permission to change its schedule or the backup schedule in { $vault }.
    .why = Two products that take snapshots of one disk at the same time can block each other.
    .step-times = Compare the snapshot times of the other product with the start time of the backup.
    .step-move = Move one of the two schedules, so that they are hours apart.
    .note-move = Microsoft's article also names the setting { $unread-setting } in { $linux-backup-settings }. Ignore it: the current extension does not read it.
    .warn-move = A backup policy applies to all its VMs: the new time can conflict with other work. Ask the VM owners first. Write down the old times, so that you can set them again.
    .step-old = Ask the owner of the other product to remove restore points that nobody needs.
    .worked = The two schedules no longer overlap.

remedy-wait-a-minute = Wait a minute
    .needs = You tried to cancel the job, and the message says that the job is not in progress.
    .why = The job was changing from one state to another. This ends by itself.
    .step-pause = Wait a minute, then check whether the job is still in progress.
    .worked = The job is { $job-in-progress }, so you can cancel it, or it has ended.

remedy-deallocate-and-start = Deallocate the VM and start it again
    .needs = You have permission to stop and start this VM, and its users agree to the downtime.
    .why = When a deallocated VM starts, the agent can get new certificates from Azure.
    .step-stop = Stop { $vm } in Azure, so that it is deallocated.
    .note-stop = A restart from inside the VM is not enough.
    .warn-stop = This interrupts the VM. You lose temporary disk data and dynamic public IP addresses for good: save the data first. If the region lacks capacity, a later start can fail.
    .step-start = Start { $vm }.
    .step-agent = Wait a few minutes, then check that the agent is ready.
    .worked = The VM is running, and Azure shows its agent as { $shown-ready }.

remedy-choose-vault-point = Choose a restore point in the vault
    .needs = You can see the restore points of { $vm } in { $vault }.
    .why = The data of such a point is in the vault, so the restore does not need a snapshot.
    .step-list = List the restore points of { $vm }, and see where their data is.
    .note-list = { $tier-hardened } or { $tier-vault-short } means the vault, { $tier-instant } or { $tier-snapshot } a snapshot. Ignore entries with { $state-deleted }. In the portal, see the column with the recovery type, for example { $tier-vault }.
    .step-choose = Choose the latest point that is in the vault, and fill in its name for the commands.
    .note-choose = A restore point does not contain data that was written later. Tell the owner of the data before you restore. Do not choose a point that is shown as invalid.
    .worked = You know a point that is in the vault, and the owner of the data accepts the time of this point.

remedy-restore-disks = Restore the disks only
    .needs = You have permission to restore this VM, and a storage account in the region of { $vault }.
    .why = Restoring the disks does not depend on the size or the Marketplace plan of the old VM.
    .step-point = Choose the restore point, and fill in its name for the commands.
    .step-restore = Restore the disks of this point into { $target-group }.
    .note-restore = In the portal, choose { $restore-create-new } and then { $restore-type-disks }. { $staging-account } must be in the region of the vault, without a hierarchical namespace. Redundancy: { $account-kinds }.
    .warn-restore = Restored disks cost money until you delete them. Existing resources do not change. Check the target group first: its disks are easy to confuse with the new ones.
    .step-watch = Follow the job, then look for the new disks.
    .note-watch = Their names look like { $restore-disk-pattern }.
    .worked = The restore job is { $job-completed } or { $job-completed-with-warnings }, and the disks are in { $target-group }.

remedy-vm-from-disks = Create a VM from the restored disks
    .needs = The restored disks are in { $target-group }, and you have permission to create VMs there.
    .why = You can create a VM from the restored disks. Its size can differ from that of the old VM.
    .step-size = Choose a size that is offered in the region of { $vault } and fits the disks.
    .note-size = The size must allow as many data disks, the same kind of disks and the same generation as the old VM.
    .step-create = Create the VM from the restored OS disk { $disk } in the size that you chose.
    .note-create = In the portal, open the disk and choose to create a VM from it, then attach the data disks. For PowerShell, the linked page has the complete script.
    .warn-create = The new VM costs money until you delete it. If the old VM is still running, two VMs with the same name are in the network. Start the new one in a separate network first.
    .step-protect = When the new VM works, protect it.
    .note-protect = For Azure Backup, it is a new VM, and its first backup is a full one.
    .worked = The new VM is running, and its data is there.

remedy-attach-restored-disks = Attach the restored disks to another VM
    .needs = The restored disks are in { $target-group }. In the same region, you have a helper VM without the Marketplace plan of the old VM.
    .why = No VM can be created from these disks, but another VM can read their data.
    .step-find = Find the restored disks in { $target-group }.
    .step-attach = Attach each disk as a data disk to the VM { $helper-vm }.
    .note-attach = The helper VM must be in { $target-group }. In PowerShell, give each disk its own free LUN, starting with 20. Do not use a VM from the same image: Linux has problems with two disks that have the same ID.
    .step-read = In the helper VM, bring the disks online or mount them, and copy the data.
    .note-read = If you need the data unchanged later, mount the disks read-only.
    .warn-read = Do not initialize or format a disk, even if Windows offers it. You cannot undo that: the data that you need is lost.
    .step-publisher = Ask the publisher of the image which plan replaces the old one.
    .worked = On the helper VM, you can open the files that you need.

remedy-make-vm-under-other-name = Create the VM under another name
    .needs = You have permission to create VMs, and the owner of the VM agrees to a new name or resource group.
    .why = Azure Backup identifies VMs by name and resource group. A new name or resource group has no history in the vault.
    .step-plan = Agree on the new name or resource group, and on how the data gets there.
    .step-create = Create the VM under that name, or in that resource group.
    .warn-create = Until you delete the current VM, you pay for both. Do not delete it before the VM that you create works and has been backed up, so that you can still go back.
    .step-protect = Fill in the name and resource group of the new VM for the commands, then protect it with { $vault }.
    .worked = The vault shows the new VM with its first backup pending.

remedy-delete-old-backup = Delete the backup of the old VM
    .needs = You have permission to delete backup data in { $vault }, and the owner of the old VM agrees in writing.
    .why = When the old backup is gone, the name is free for the new VM.
    .step-agree = Show the list of restore points to the owner of the old VM.
    .step-soft-delete-off = Turn soft delete off for { $vault }.
    .note-soft-delete-off = If you can wait until the soft delete period ends, leave soft delete on. Some vaults do not let you turn it off: then wait, or ask support.
    .warn-soft-delete-off = While soft delete is off, a backup deleted in this vault is lost for good. First make sure that nobody else deletes backups. You can turn soft delete on again.
    .step-delete = Stop the protection of the old { $vm } and delete its backup data.
    .note-delete = A backup that was deleted earlier stays until the soft delete period ends. If soft delete is off, you can delete it at once: undelete it, then delete it again.
    .warn-delete = You cannot undo this. All restore points of the old VM are lost for good. Check the name and the latest point first: the item must not belong to a VM that you need.
    .step-soft-delete-on = Turn soft delete on again.
    .worked = The vault no longer lists the old VM, and soft delete is on.

remedy-protect-vm = Protect the new VM
    .needs = You have permission to configure backups in { $vault }, and the old backup is gone from it.
    .why = The name is free now, so the vault accepts the new VM.
    .step-policy = Choose a backup policy of { $vault }.
    .step-protect = Configure the backup of { $vm } with this policy.
    .warn-protect = A protected VM costs money, and its restore points do until you delete them. The first backup is full: choose a quiet hour first. You can stop the protection later.
    .worked = The vault shows { $vm } with its first backup pending.

remedy-restore-as-new = Restore as a new VM or as disks
    .needs = You have permission to create resources in the target subscription.
    .why = In another subscription, there is no VM whose disks a restore could replace.
    .step-choose = Choose { $restore-create-new } instead of { $restore-replace }, or restore disks only.
    .step-enabled = Check in the properties of { $vault } that { $cross-subscription-setting } is enabled.
    .note-enabled = The restore also needs a restore point in the vault, the same tenant for both subscriptions, and a registered resource provider in the target subscription.
    .worked = The restore is set to create a new VM or new disks in the target subscription.

remedy-restore-in-same-subscription = Restore into the same subscription
    .needs = You have permission to restore into the subscription of the VM.
    .why = In the same subscription, this limit does not apply.
    .step-choose = Choose the subscription of the VM as the target.
    .step-matrix = If you need the other subscription, check the support matrix or ask support.
    .note-matrix = Limits of this kind change. A newer Azure CLI or Azure PowerShell can support what an older one refuses.
    .worked = The target of the restore is the subscription of the VM, or the support matrix allows the other one.

remedy-cross-one-border = Change either the region or the subscription
    .needs = You know which matters more to you: the other region or the other subscription.
    .why = A restore to another region is supported, and so is one to another subscription, if the vault allows it.
    .step-choose = Set the region or the subscription, whichever matters less to you, back to that of the vault.
    .step-matrix = If you need both at once, first update the Azure CLI or Azure PowerShell and read the support matrix.
    .worked = Only the region or only the subscription differs from that of the vault, or the support matrix allows both.

remedy-choose-own-tenant = Choose a subscription of the same tenant
    .needs = You can see the subscriptions of your tenant.
    .why = A restore works only within the Microsoft Entra tenant of its vault.
    .step-choose = Choose a target subscription with the { $field-tenant } of the vault's subscription.
    .note-choose = If the vault's subscription was moved to another tenant, ask support: restore points in the vault may need another procedure.
    .worked = Both subscriptions show the same { $field-tenant }.

remedy-register-provider = Register the Azure Backup resource provider
    .needs = You have permission to register resource providers in the subscription { $subscription }, for example with the Contributor role.
    .why = Azure Backup can create resources only where its provider is registered.
    .step-register = Register the provider { $backup-provider } in the subscription { $subscription }.
    .note-register = Nothing is created and nothing costs money. Creating a vault in that subscription registers the provider too.
    .step-check = Check the state of the provider until it is { $provider-registered }.
    .worked = The state of the provider is { $provider-registered }.

remedy-choose-staging-account = Choose another storage account
    .needs = You can see the storage accounts of the subscription.
    .why = A restore passes its data through a storage account, which must be compatible with the vault.
    .step-look = Check whether { $staging-account } is suitable for a restore.
    .note-look = It must be online and in the region of the vault. Redundancy: { $account-kinds }. It must not be premium or have a hierarchical namespace. A firewall on it must allow trusted services.
    .step-choose = Choose an account that meets these requirements, and fill in its name for the commands.
    .note-choose = If Azure Storage has an outage, use another account or wait a few hours.
    .worked = The account is in the region of the vault, online, and of a supported type.

remedy-choose-network = Choose an existing network
    .needs = You can see the virtual networks of the target subscription.
    .why = The restore needs a virtual network and a subnet that exist in the region of the restore.
    .step-look = List the virtual networks with their regions and subnets.
    .step-choose = Choose a network and a subnet in the region of the restore.
    .note-choose = If none fits, restore disks only. They need no network.
    .worked = The chosen network and subnet are in the list, in the right region.

remedy-stop-protection = Stop the backup of the old VM
    .needs = You have permission to manage backups in { $vault }, and you are sure that this VM no longer exists.
    .why = Until you stop the backup, scheduled jobs keep failing.
    .step-item = Find the item of the old VM, and check its latest restore point.
    .note-item = The resource ID in the item (in the Azure CLI, the field { $field-source }) must be that of the VM that no longer exists. A new VM can have the same name.
    .step-stop = Stop the protection and keep the backup data.
    .note-stop = The restore points that you keep still cost money.
    .warn-stop = No new restore points are created. If the VM is still there, it loses its protection: check the item first. You can resume the backup later.
    .step-delete = If nobody needs the restore points, delete the backup data.
    .note-delete = With soft delete, you can undelete the data for { $limit-soft-delete-days ->
            [one] one day
           *[other] { $limit-soft-delete-days } days
        } ({ $limit-soft-delete-days-dated }).
    .warn-delete = If soft delete is off or its period is over, you cannot undo this: all restore points of the VM are lost. Ask the data owner first, and check that it is the right item.
    .worked = The item shows that protection is stopped, or it is deleted. No new job starts for it.

remedy-protect-moved-vm = Protect the VM where it is now
    .needs = You have permission to manage backups in { $vault }.
    .why = For Azure Backup, a moved VM is a new one. Its old restore points stay with the old item.
    .step-find = Find the VM with its new resource group and subscription.
    .note-find = Run the commands for each subscription where the VM may be. Then fill in the new names for the commands.
    .step-stop = Stop the protection of the old item and keep its backup data.
    .warn-stop = No new restore points are added to the old item, and existing ones are kept. Check first that it is the item for the VM's previous place. You can resume the backup later.
    .step-protect = Configure the backup of the VM where it is now.
    .note-protect = The vault must be in the region of the VM. The first backup is a full one. Keep the old restore points until nobody needs them.
    .warn-protect = Old and new restore points both cost money. The first backup puts load on the disks, so choose a quiet hour first. You can stop the protection later.
    .worked = The vault lists the VM with its new resource group. The protection of the old item is stopped.

remedy-protect-restored-vm = Protect the restored VM
    .needs = The restored VM is running, and you have permission to configure backups.
    .why = For Azure Backup, the restored VM is a new one without a backup.
    .step-protect = Configure the backup of the restored VM.
    .warn-protect = You pay for its restore points in addition to the old ones. Keep the old ones until the restored VM has its own backup. You can stop the protection later.
    .worked = The vault lists the restored VM with its first backup pending or done.

remedy-let-full-backup-finish = Wait for the full backup
    .needs = You can see the jobs of { $vault }.
    .why = A full backup copies every disk completely. It can take more than a day.
    .step-wait = Wait until the job of { $vm } ends. Do not interrupt it.
    .note-wait = Do not start another backup: Azure rejects it, or it starts from zero. Later backups copy only what has changed.
    .worked = The job is { $job-completed } or { $job-completed-with-warnings }, and the vault has a new restore point of { $vm }.

remedy-reduce-changed-data = Reduce the amount of changed data
    .needs = You can sign in to the VM as an administrator or root, and you know which programs write to its disks.
    .why = The fewer changes between two backups, the less data is copied.
    .step-find = Find out what causes so many changes: database copies, logs, temporary files, defragmentation.
    .step-move = Move temporary and disposable data to the temporary disk or to a disk that is left out of the backup.
    .warn-move = Ask the program owners first. New backups no longer contain this data. You can move it back, but a deallocation erases the temporary disk for good.
    .step-trim = Tell Azure which blocks are free.
    .note-trim = On Windows, the first command must show the value 0. Choose a quiet hour: the commands put load on the disks.
    .worked = The { $backup-size } of the next job is smaller.

remedy-make-room-in-storage-account = Free space in the storage account
    .needs = The disks are files in { $storage-account }, and you have permission to move data out of it.
    .why = The copy of the snapshot needs as much free space as the snapshot itself.
    .step-used = Check the used capacity of { $storage-account }.
    .note-used = Microsoft advises filling an account to at most { $limit-account-fill-percent }% ({ $limit-account-fill-percent-dated }).
    .step-move = Move data that has nothing to do with the VM to another storage account.
    .warn-move = Programs that use this data do not work until they use the new location. Ask their owners first. Check the copy before you delete the original, so that you can go back.
    .step-convert = To solve the problem permanently, convert the VM to managed disks.
    .note-convert = Backup of unmanaged disks is being retired. Read the support matrix first.
    .warn-convert = You cannot undo this. The VM stops: its temporary disk is erased, and dynamic public IP addresses are released. Plan the downtime, and copy the disk files first.
    .worked = The used capacity is below the advised share, or the VM has managed disks.

remedy-speed-up-restore = Speed up the restore
    .needs = You have permission to restore this VM.
    .why = The speed of a restore depends on the storage account that it writes to, and on where the restore point is.
    .step-account = Choose a staging account that nothing else uses, a separate one for each VM.
    .step-tier = If a restore point still has its snapshot, choose that point.
    .note-tier = Its data does not have to be read from the vault. In the list of restore points, its type includes { $tier-snapshot }.
    .step-count = If there are many restores, spread them over time.
    .note-count = You can restore a VM at most { $limit-restores-per-day } times in 24 hours ({ $limit-restores-per-day-dated }). You can cancel a restore only until its data transfer ends.
    .worked = The next restore uses its own storage account and, if possible, a restore point that still has its snapshot.

remedy-run-script-elsewhere = Run the script on another computer
    .needs = You have another computer with the same or a compatible operating system, and administrator rights there.
    .why = On the VM that was backed up, the restored disks can conflict with the VM's own disks. The risk is highest with storage pools, LVM and RAID.
    .step-unmount = In the portal, unmount the disks of the file restore.
    .warn-unmount = Copying files from these disks is interrupted. First ask the person who started the restore. You cannot undo this, but you can download and run a new script.
    .step-choose = Choose another computer whose operating system Microsoft lists for this script.
    .step-run = Download the script again, and run it there.
    .note-run = A script works for { $limit-script-hours } hours ({ $limit-script-hours-dated }). After that, download a new one.
    .worked = The disks are online or mounted on the other computer, and you can open the files.

remedy-bring-disks-online = Bring the restored disks online
    .needs = You can sign in as an administrator to the computer that runs the script.
    .why = Windows can leave unknown disks offline.
    .step-system = Check that Microsoft lists the operating system of this computer for the script.
    .step-online = Bring the disks online in { $disk-management }, and give each of them a drive letter.
    .warn-online = Do not initialize or format a disk, even if Windows offers it. You cannot undo that: both destroy what you want to restore.
    .step-script = If the disks do not appear, unmount them in the portal, download the script again and run it.
    .warn-script = Unmounting interrupts copying from these disks. First ask the person who started the restore. You cannot undo this, but you can download and run a new script.
    .worked = The disks have a drive letter or a mount point, and you can open the files.

remedy-mount-by-uuid = Mount the disks by their IDs
    .needs = You have root access to the restored VM.
    .why = An entry with { $uuid-entry } refers to the same file system, whatever its device name is.
    .step-copy = Make a copy of { $mounts-file }.
    .step-find = Find the { $identifier-uuid } of each file system with { $program-blkid }.
    .step-write = In { $mounts-file }, replace each device name of a data disk with { $uuid-entry } and the ID of its file system.
    .note-write = Leave the entry of the root file system as it is.
    .warn-write = A wrong entry can prevent the VM from starting. Check the file in the next step before any restart, and keep the serial console open. To undo this, restore the copy.
    .step-mount = Check the file, and mount everything in it.
    .worked = The folder contains its data again, and the check of the file shows no errors.
