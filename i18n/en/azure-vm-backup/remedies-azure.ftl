# Remedies in the Azure portal and at the desk: backup, locks, restore points, key vaults, disks and jobs.

remedy-start-backup = Start a backup now
    .needs = { $vm } is protected in the vault { $vault }, and you have permission to start backups.
    .why = Only a new backup shows whether the fault is gone.
    .step-start = Start an on-demand backup of { $vm } and keep it until { $retain-until }.
    .note-start = The commands take the date as { $retain-until-format }. A Standard policy allows { $limit-on-demand-per-day ->
            [one] one on-demand backup
           *[other] { $limit-on-demand-per-day } on-demand backups
        } a day, and after { $limit-attempts-per-day ->
            [one] one attempt
           *[other] { $limit-attempts-per-day } attempts
        } within 24 hours (UTC) Azure refuses more ({ $limit-attempts-per-day-dated }).
    .step-watch = Follow the job of { $vm } until it ends.
    .note-watch = The snapshot is taken first; moving the data to the vault can take hours.
    .worked = The job of { $vm } ends with the status { $job-completed }.

remedy-retry-later = Wait a few minutes
    .needs = The backup failed with an internal error, and nobody has tried it again yet.
    .why = Such an error can come from a short fault of the service that passes by itself.
    .step-pause = Leave { $vm } and its backup alone for about ten minutes.
    .worked = The time has passed; the backup that comes next shows whether the error is gone.

remedy-remove-group-lock = Remove the lock from the group
    .needs = You have the permission { $lock-rights }, for example with the role { $owner-role } or { $user-access-administrator-role }. The owner of the lock agrees.
    .why = Azure Backup deletes old restore points in a group of its own. A lock on that group stops it.
    .step-find = Find the group { $restore-point-group }, which Azure Backup made for the restore points.
    .note-find = Look on the page of resource groups: the list of all resources shows no groups. The usual name is { $restore-point-group-pattern }, but a newer backup policy can set another (in PowerShell with { $snapshot-group-parameter } and { $snapshot-group-suffix-parameter }).
    .step-list = List the locks of { $restore-point-group }.
    .note-list = The commands also show locks inherited from the subscription: their id names no resource group. Such a lock cannot be deleted here.
    .step-record = Write down the name, the level and the notes of the lock.
    .note-record = With these details the same lock can be made again in another place.
    .step-delete = Delete the lock { $lock } from { $restore-point-group }.
    .note-delete = Leave locks on the VM in place. They do not block backups of managed disks.
    .warn-delete = Someone set this lock for a reason. Delete it only if its owner agrees. You can set it again from your notes. Do not delete { $backup-protection-lock }: it protects storage accounts.
    .step-delete-single = If the lock sits on the collection { $restore-point-collection } alone, delete it there.
    .warn-delete-single = Delete this lock only if its owner agrees: without it, anyone with access can delete the collection. Write the lock down first, so that you can set it again.
    .worked = No lock of { $restore-point-group } itself is listed any more.

remedy-remove-subscription-lock = Remove the lock from the subscription
    .needs = You have the permission { $lock-rights } on the whole subscription, for example with the role { $owner-role } or { $user-access-administrator-role }. The owner of the lock agrees.
    .why = A lock on the subscription reaches every group in it, the group of the restore points too.
    .step-list = List the locks that sit on the subscription itself.
    .note-list = The id of such a lock names no resource group.
    .step-record = Write down the name, the level and the notes of the lock.
    .note-record = With these details the same lock can be made again in another place.
    .step-replace = First set the same lock where it is needed, for example on { $vm }.
    .note-replace = A lock on a VM with managed disks does not block its backup. The commands use the level { $lock-level-delete }. Replace it with the level that you wrote down. If Azure rejects the new lock, set it right after the deletion.
    .warn-replace = Do not set the lock on { $restore-point-group }.
    .step-delete = Delete the lock { $lock } from the subscription.
    .warn-delete = This removes the protection from everything in the subscription. Delete the lock only if its owner agrees, after you have set what replaces it. You can set it again from your notes.
    .worked = The lock { $lock } is no longer listed for the subscription.

remedy-one-backup-a-day = Keep to one backup a day
    .needs = You can see the jobs in { $vault } and have permission to change its backup policies.
    .why = Snapshots are kept for days, and each backup adds a restore point. All collections of a VM together may hold at most { $limit-restore-points ->
            [one] one restore point
           *[other] { $limit-restore-points } restore points
        } ({ $limit-restore-points-newer-dated }).
    .step-find = Find out what starts more than one backup of { $vm } a day.
    .note-find = On-demand backups count too, whether a person or a script starts them.
    .step-stop = Stop the extra on-demand backups and keep the scheduled one.
    .note-stop = A Standard policy schedules { $limit-scheduled-per-day ->
            [one] one backup
           *[other] { $limit-scheduled-per-day } backups
        } a day; the { $limit-on-demand-per-day ->
            [one] one on-demand backup
           *[other] { $limit-on-demand-per-day } on-demand backups
        } that it also allows are meant for exceptions ({ $limit-on-demand-per-day-dated }).
    .step-enhanced = If one backup a day is too few, plan an Enhanced policy for the VM.
    .note-enhanced = It can run every 4, 6, 8, 12 or 24 hours. Clean up the old restore points all the same.
    .warn-enhanced = You cannot change back to a Standard policy, and snapshots cost more: agree on the costs first. Backups can fail right after the change. An edited policy affects all its VMs.
    .step-retention = Shorten the retention of the snapshots if nobody needs them for so long.
    .note-retention = A Standard policy keeps them for { $limit-snapshot-days-least } to { $limit-snapshot-days ->
            [one] one day
           *[other] { $limit-snapshot-days } days
        }, an Enhanced one for up to { $limit-snapshot-days-newer ->
            [one] one day
           *[other] { $limit-snapshot-days-newer } days
        } ({ $limit-snapshot-days-newer-dated }).
    .warn-retention = You cannot undo this: older snapshots are deleted sooner, for every VM that uses the policy. Check first that nobody needs them.
    .worked = The list of jobs shows no more than one backup of { $vm } a day.

remedy-clean-up-automatically = Let a backup start the clean-up
    .needs = There is no lock on { $restore-point-group }, and you have permission to start backups in { $vault }.
    .why = An on-demand backup makes Azure Backup delete the old restore points by itself.
    .step-start = Start an on-demand backup of { $vm } and keep it until { $retain-until }.
    .note-start = Expect this first backup to fail: it sets off the clean-up all the same. The commands take the date as { $retain-until-format }.
    .step-wait = Leave the clean-up alone for a few hours.
    .step-scheduled = Look at the next scheduled backup of { $vm } once it has run.
    .note-scheduled = If it fails as well, delete the collection by hand.
    .worked = The next scheduled backup of { $vm } ends with the status { $job-completed }.

remedy-clean-up-manually = Delete the restore point collection
    .needs = There is no lock on { $restore-point-group }, and you have permission to delete resources in it.
    .why = Snapshots of managed disks stay until their retention ends, even when the VM or its group is gone. Deleting their collection removes them at once.
    .step-agree = Make sure that nobody wants to restore { $vm } from its snapshots.
    .note-agree = Restore points that are already in the vault are not affected. Those that are not exist only as snapshots.
    .step-idle = Make sure that no backup or restore of { $vm } is running.
    .step-show = Open { $restore-point-group } and show its hidden types.
    .note-show = The group belongs to the region of the VM; the VM itself lives in a group of its own. A newer backup policy can give the group another name.
    .step-pick = Pick the collections of { $vm }: their names follow { $restore-point-collection-pattern }.
    .note-pick = The number is long. The source of the collection must be { $vm }. Ignore the form { $restore-point-collection-misprint } in Microsoft's article: no real collection has such a name.
    .step-count = Count the restore points of { $vm } over all its collections, in every group.
    .note-count = Together they may be at most { $limit-restore-points ->
            [one] one
           *[other] { $limit-restore-points }
        } ({ $limit-restore-points-newer-dated }). Their names read { $restore-point-name-pattern }. An answer that lists no restore points means that the number is unknown, not zero.
    .step-delete = Delete the collection { $restore-point-collection } with all its restore points.
    .warn-delete = You cannot undo this. All instant restore points of this VM are deleted. Restore points that are not in the vault yet are lost for good. Check the name first.
    .step-repeat = If the deletion times out, start it again, up to { $limit-deletion-tries ->
            [one] one time
           *[other] { $limit-deletion-tries } times
        }.
    .note-repeat = With many restore points a time-out in the portal is a known issue of the Compute Resource Provider. Two or three tries are normally enough.
    .warn-repeat = You cannot undo this: each try deletes restore points. Check again first that the collection belongs to { $vm } and that no restore is running.
    .worked = Among the hidden types of { $restore-point-group } the collection is no longer listed.

remedy-let-permissions-settle = Give new permissions time to work
    .needs = { $backup-principal } already has permissions on { $key-vault }.
    .why = Rights that were granted a short while ago may not work everywhere yet.
    .step-check = Make sure that { $key-vault } lists { $backup-principal } with its rights.
    .note-check = The application id of the service is { $backup-principal-id }; other clouds may use another. In RBAC mode look at the role assignments instead.
    .step-wait = Wait about a quarter of an hour and change nothing meanwhile.
    .note-wait = Microsoft names no figure, so this one is only our estimate.
    .worked = The rights are unchanged; the backup that comes next shows whether they work.

remedy-grant-key-vault-access = Give Azure Backup access to the key vault
    .needs = The VM is encrypted with keys or secrets in { $key-vault }, and you have permission to change its access policies.
    .why = To back up an encrypted VM, Azure Backup has to read and save the keys and secrets of its disks.
    .step-identity = Look up the application id of { $backup-principal } in your cloud.
    .note-identity = The commands below use { $backup-principal-id }, the well-known id of the public cloud. Other clouds may have another; then put that in.
    .step-keys-and-secrets = Give { $backup-principal } the rights { $backup-rights } on keys and on secrets.
    .note-keys-and-secrets = The disks use an encryption key beside the secret, so both are needed. If the portal offers a template for Azure Backup, it sets the same rights.
    .warn-keys-and-secrets = The service gets access to all keys and secrets of { $key-vault }, in place of its present permissions there. Ask the owner of the key vault first. You can remove the policy again.
    .step-secrets = Give { $backup-principal } the rights { $backup-rights } on secrets.
    .note-secrets = Without an encryption key the rights on secrets are enough.
    .warn-secrets = The service gets access to all secrets of { $key-vault }, in place of its present permissions there. Ask the owner of the key vault first. You can remove the policy again.
    .step-check = Look at the policy that is now in force on { $key-vault }.
    .note-check = The commands show the object id of the service, not its name.
    .worked = The access policies of { $key-vault } list { $backup-principal } with these rights.

remedy-assign-key-vault-role = Give Azure Backup a role on the key vault
    .needs = { $key-vault } uses Azure RBAC, and you have permission to assign roles on it, for example with the role { $owner-role } or { $user-access-administrator-role }.
    .why = In RBAC mode access policies have no effect; a role has to give the rights.
    .step-identity = Look up the application id of { $backup-principal } in your cloud.
    .note-identity = The commands below use { $backup-principal-id }, the well-known id of the public cloud. Other clouds may have another; then put that in.
    .step-assign = Assign the role { $key-vault-administrator-role } to { $backup-principal } on { $key-vault }.
    .note-assign = Microsoft's pages name this role; a narrower one may do, as long as it allows { $backup-rights } on keys and secrets.
    .warn-assign = This role gives the service full access to { $key-vault }. Ask its owner first, and assign it only there, not on its group or subscription. You can remove it again.
    .step-wait = Wait about a quarter of an hour for the role to take effect.
    .worked = The role assignments of { $key-vault } list { $backup-principal } with this role.

remedy-split-disks = Split the disks that are too large
    .needs = You have permission to attach disks to { $vm }, and you can sign in as an administrator. A downtime is planned.
    .why = A disk over the limit is not backed up at all. Smaller disks with the same data are.
    .step-sizes = List the disks of { $vm } with their sizes.
    .note-sizes = The size can be missing for a deallocated VM; the list of disks has it. Empty means unknown, not small.
    .step-copy = Make a copy of the data in another way before you move it.
    .note-copy = The backup of this VM fails, so there may be no recent recovery point to go back to.
    .step-attach-encrypted = Attach new disks of up to { $limit-encrypted-disk-tb } TB for each larger encrypted disk, and encrypt them before you move data.
    .note-attach-encrypted = This limit for encrypted disks is still named in the newest copy of the article ({ $limit-encrypted-disk-tb-newer-dated }).
    .warn-attach-encrypted = New disks are not encrypted automatically. Encrypt them before you copy protected data to them. They cost money until you delete them.
    .step-attach = Attach new disks of at most { $limit-disk-tb } TB in place of each larger one.
    .note-attach = { $limit-disk-tb } TB is safe by every source; the support matrix allows { $limit-disk-tb-newer } TB ({ $limit-disk-tb-newer-dated }). A VM may have { $limit-disks-per-vm ->
            [one] one disk
           *[other] up to { $limit-disks-per-vm } disks
        } and { $limit-vm-total-tb } TB in all.
    .warn-attach = New disks cost money until you delete them. Check the size first: you cannot make a disk smaller later.
    .step-move = Move the data to the new disks inside the VM.
    .warn-move = This interrupts the programs that use the data. First stop those that write to the old disk, then compare the data. Keep the old disk, so that you can go back.
    .step-detach = Detach the old disk from { $vm } once everything works from the new ones.
    .warn-detach = On Linux, first remove the disk from { $mounts-file }, or the VM may not start. Do not delete the disk until the next backup has succeeded: you can attach it again.
    .worked = The list of disks shows none over the limit.

remedy-read-support-matrix = Compare the disks with the support matrix
    .needs = You can read the disks of { $vm } in the portal or by command.
    .why = The sources disagree: the article says { $limit-disk-tb } TB for a disk ({ $limit-disk-tb-dated }), the support matrix { $limit-disk-tb-newer } TB ({ $limit-disk-tb-newer-dated }).
    .step-sizes = List the disks of { $vm } with their sizes.
    .note-sizes = The size can be missing for a deallocated VM; the list of disks has it. Empty means unknown, not small.
    .step-matrix = Read in the support matrix which size of a disk is supported today.
    .note-matrix = Also look for a limit of encrypted disks: the article still says { $limit-encrypted-disk-tb } TB ({ $limit-encrypted-disk-tb-newer-dated }).
    .step-total = Add up the disks of { $vm } and compare their number and their sum as well.
    .note-total = The matrix names { $limit-disks-per-vm ->
            [one] one disk
           *[other] up to { $limit-disks-per-vm } disks
        } and { $limit-vm-total-tb } TB in all for one VM ({ $limit-vm-total-tb-dated }).
    .step-record = Write down the sizes, the limit that you found and the date of the page.
    .worked = You can tell support which limit the matrix names and how large each disk is.

remedy-wait-for-job = Wait for the running job
    .needs = You can see the jobs of the vault { $vault }.
    .why = A new backup of a VM cannot start while another one is running.
    .step-find = Find the running job of { $vm } in { $vault }.
    .note-find = A restore of the same VM counts as an operation too.
    .step-wait = Wait until the job { $job-id } ends.
    .note-wait = A large VM can take hours; the command returns when the job has ended.
    .worked = No job of { $vm } in { $vault } has the status { $job-in-progress }.

remedy-cancel-job = Cancel the running job
    .needs = You have permission to manage backups in { $vault }, and nobody needs the recovery point of this job.
    .why = A new backup of a VM cannot start while another one is running.
    .step-phase = Make sure that the job { $job-id } is still taking its snapshot.
    .note-phase = The task { $task-snapshot } must still be running. Once { $task-transfer } has begun, cancelling is not supported: wait for the job instead.
    .step-cancel = Cancel the job { $job-id }.
    .note-cancel = In the portal right-click the row of the job. If it cannot be cancelled, look again in a minute: it may have ended or gone on to the transfer.
    .warn-cancel = You cannot undo this: a canceled backup leaves no restore point. Make sure first that the job is a backup of { $vm } and not a restore.
    .step-check = Look at the status of the job until it has changed.
    .worked = The job has the status { $job-cancelled }.

remedy-adjust-schedule = Give each backup enough time
    .needs = You have permission to change the policies in { $vault }.
    .why = A scheduled backup that lasts into the next one makes that one fail.
    .step-measure = Compare how long the backups of { $vm } last with the time between them.
    .step-read = Read what Microsoft advises on practice, on speed and on restore.
    .step-change = Set the schedule so that each backup ends before the next one starts.
    .note-change = It also helps to spread the start times of many VMs over several policies. The commands only list the policies.
    .warn-change = The change affects every VM that uses the policy. Write down the old schedule first, so that you can set it again.
    .worked = Over several days each backup of { $vm } ends before the next one starts.

remedy-read-job-details = Read the details of the failed job
    .needs = You can see the jobs of the vault { $vault }.
    .why = The Compute Resource Provider refused the operation. The message of the error does not say why; the details of the job do.
    .step-find = Find the failed job of { $vm } among the failed jobs of { $vault }.
    .step-open = Open the job and its error details.
    .note-open = By command the field { $field-error-code } is a plain number; the portal shows the code as a name.
    .step-note = Write down the code, the message and the recommendation word for word.
    .worked = You have the real message of the error and what Azure recommends.

remedy-follow-recommendation = Do what the job details recommend
    .needs = You have the details of the failed job { $job-id }.
    .why = Here the cause lies outside the backup, and only the details name it.
    .step-read = Read the whole recommendation before you change anything.
    .step-apply = Carry out the recommendation step by step.
    .note-apply = If it asks for rights that you do not have, give it to somebody who does.
    .warn-apply = A recommendation can interrupt or change the VM. Find out first what it changes, who must agree, and whether you can undo it.
    .step-record = Write down what you changed and when.
    .note-record = Support asks for this if the next backup fails too.
    .worked = Everything that the recommendation asks for is done.
