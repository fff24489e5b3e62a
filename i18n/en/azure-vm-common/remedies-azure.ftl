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
    .needs = The backup failed, and nobody has tried it again yet.
    .why = Such an error can come from a short fault or delay that passes by itself.
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
    .note-cancel = In the portal, right-click the row of the job. If it cannot be canceled, check again in a minute: the job may have ended or started the transfer.
    .warn-cancel = You cannot undo this: a canceled backup leaves no restore point. Make sure first that the job is a backup of { $vm } and not a restore.
    .step-check = Look at the status of the job until it has changed.
    .worked = The job has the status { $job-cancelled }.

remedy-read-job-details = Read the details of the failed job
    .needs = You can see the jobs of the vault { $vault }.
    .why = The Compute Resource Provider refused the operation. The message of the error does not say why; the details of the job do.
    .step-find = Find the failed job of { $vm } among the failed jobs of { $vault }.
    .step-open = Open the job and its error details.
    .note-open = By command the field { $field-error-code } is a plain number; the portal shows the code as a name.
    .step-note = Write down the code, the message and the recommendation word for word.
    .worked = You have the real message of the error and what Azure recommends.

remedy-adjust-schedule = Give each backup enough time
    .needs = You have permission to change the policies in { $vault }.
    .why = A scheduled backup that lasts into the next one makes that one fail.
    .step-measure = Compare how long the backups of { $vm } last with the time between them.
    .step-read = Read what Microsoft advises on practice, on speed and on restore.
    .step-change = Set the schedule so that each backup ends before the next one starts.
    .note-change = It also helps to spread the start times of many VMs over several policies. The commands only list the policies.
    .warn-change = The change affects every VM that uses the policy. Write down the old schedule first, so that you can set it again.
    .worked = Over several days each backup of { $vm } ends before the next one starts.
