# Remedies in the Azure portal and at the desk: backup, locks, restore points, key vaults, disks and jobs.

remedy-start-backup = Start a backup now
    .needs = { $vm } is protected in the vault { $vault }, and you have permission to start backups.
    .why = Only a new backup shows whether the problem is fixed.
    .step-start = Start an on-demand backup of { $vm }. Keep it until { $retain-until }.
    .note-start = Enter the date as { $retain-until-format }. A Standard policy allows { $limit-on-demand-per-day ->
        [one] { $limit-on-demand-per-day } on-demand backup
       *[other] { $limit-on-demand-per-day } on-demand backups
    } a day ({ $limit-on-demand-per-day-dated }). Azure rejects more than { $limit-attempts-per-day ->
        [one] { $limit-attempts-per-day } attempt
       *[other] { $limit-attempts-per-day } attempts
    } in 24 hours (UTC, { $limit-attempts-per-day-dated }).
    .step-watch = Follow the job of { $vm } until it ends.
    .note-watch = Azure takes the snapshot first. The transfer to the vault can take hours.
    .worked = The job of { $vm } ends with the status { $job-completed } or { $job-completed-with-warnings }.

remedy-retry-later = Wait a few minutes
    .needs = You can wait a few minutes before the next backup.
    .why = A temporary fault or a delay can cause this error.
    .step-pause = Wait about ten minutes. Do not change { $vm } or its backup settings in the meantime.
    .worked = The waiting time is over. The next backup shows whether the error is gone.

remedy-remove-group-lock = Remove the lock from the restore point group
    .needs = You have the permission { $lock-rights }, for example with the role { $owner-role } or { $user-access-administrator-role }. The owner of the lock agrees.
    .why = Azure Backup deletes old restore points in its own resource group. A lock on that group prevents this.
    .step-find = Find { $restore-point-group }, the resource group that Azure Backup created for restore points.
    .note-find = Use the Resource groups page: All resources does not list groups. The usual name is { $restore-point-group-pattern }. A backup policy can set another name ({ $snapshot-group-parameter }).
    .step-list = List the locks of { $restore-point-group }.
    .note-list = The list also includes locks that are inherited from the subscription. Their IDs contain no resource group. You cannot delete them here.
    .step-record = Write down the name, the level and the notes of the lock.
    .note-record = If you want to set the same lock elsewhere, you need these details.
    .step-delete = Delete the lock { $lock } from { $restore-point-group }.
    .note-delete = Leave locks on the VM in place. They do not block backups of managed disks.
    .warn-delete = Without the lock, anyone with permission to delete groups can delete this one. Ask the lock's owner first. You can set it again. Never delete { $backup-protection-lock }.
    .step-delete-single = If only the collection { $restore-point-collection } has a lock, delete that lock.
    .warn-delete-single = Ask the lock's owner first: without the lock, anyone with delete permission can delete the collection. Write down the settings of the lock, so that you can set it again.
    .worked = The list shows no lock that is set directly on { $restore-point-group }.

remedy-remove-subscription-lock = Remove the lock from the subscription
    .needs = You have the permission { $lock-rights } on the whole subscription, for example with the role { $owner-role } or { $user-access-administrator-role }. The owner of the lock agrees.
    .why = A lock on the subscription applies to all its resource groups, including the restore point group.
    .step-list = List the locks that are set on the subscription itself.
    .note-list = The ID of such a lock contains no resource group.
    .step-record = Write down the name, the level and the notes of the lock.
    .note-record = If you want to set the same lock elsewhere, you need these details.
    .step-replace = First set the same lock where it is needed, for example on { $vm }.
    .note-replace = A lock on a VM with managed disks does not block its backup. In the command, change { $lock-level-delete } to the level that you wrote down. If Azure rejects the new lock, go to the next step.
    .warn-replace = Do not set the lock on { $restore-point-group }: it would again prevent the deletion of old restore points. You can delete the new lock later.
    .step-delete = Delete the lock { $lock } from the subscription.
    .warn-delete = The whole subscription loses this protection. Delete the lock only if its owner agrees. You can set it again. If Azure rejected the new lock, create that lock next.
    .worked = The lock { $lock } is no longer listed for the subscription.

remedy-one-backup-a-day = Reduce backups to one a day
    .needs = You can see the jobs in { $vault } and have permission to change its backup policies.
    .why = Azure keeps snapshots for several days, and each backup adds a restore point. All restore point collections of a VM together can have up to { $limit-restore-points ->
        [one] { $limit-restore-points } instant restore point
       *[other] { $limit-restore-points } instant restore points
    } ({ $limit-restore-points-newer-dated }).
    .step-find = Find out what starts more than one backup of { $vm } a day.
    .note-find = On-demand backups count too, whether a person or a script starts them.
    .step-stop = Make sure that nothing starts extra on-demand backups. Keep the scheduled backup.
    .note-stop = A Standard policy runs { $limit-scheduled-per-day ->
        [one] { $limit-scheduled-per-day } scheduled backup
       *[other] { $limit-scheduled-per-day } scheduled backups
    } a day ({ $limit-scheduled-per-day-newer-dated }). The additional { $limit-on-demand-per-day ->
        [one] { $limit-on-demand-per-day } on-demand backup
       *[other] { $limit-on-demand-per-day } on-demand backups
    } are for exceptions ({ $limit-on-demand-per-day-dated }).
    .step-enhanced = If you need more than one backup a day, use an Enhanced policy for the VM.
    .note-enhanced = An Enhanced policy can back up the VM every 4, 6, 8, 12 or 24 hours. You still need to clean up the old restore points. The commands only list the policies.
    .warn-enhanced = You cannot change back to a Standard policy. Snapshots cost more: agree on the costs first. Backups can fail right after the change. An edited policy affects all its VMs.
    .step-retention = If possible, shorten the retention of the snapshots.
    .note-retention = A Standard policy keeps snapshots for { $limit-snapshot-days-least } to { $limit-snapshot-days ->
            [one] one day
           *[other] { $limit-snapshot-days } days
        } ({ $limit-snapshot-days-dated }). An Enhanced policy keeps them for up to { $limit-snapshot-days-newer ->
            [one] one day
           *[other] { $limit-snapshot-days-newer } days
        } ({ $limit-snapshot-days-newer-dated }).
    .warn-retention = You cannot undo this: older snapshots are deleted sooner, for every VM that uses the policy. Check first that nobody needs them.
    .worked = The job list shows no more than one backup of { $vm } per day, or the VM uses an Enhanced policy.

remedy-clean-up-automatically = Clean up with an on-demand backup
    .needs = There is no lock on { $restore-point-group }, and you have permission to start backups in { $vault }.
    .why = An on-demand backup makes Azure Backup delete the old restore points by itself.
    .step-start = Start an on-demand backup of { $vm }. Keep it until { $retain-until }.
    .note-start = Expect this backup to fail. It still starts the clean-up. Enter the date as { $retain-until-format }.
    .step-wait = Wait a few hours while the clean-up runs.
    .step-scheduled = Check the next scheduled backup of { $vm } after it has run.
    .note-scheduled = If this backup also fails, continue: the wizard shows how to delete the restore point collection manually.
    .worked = The next scheduled backup of { $vm } ends with the status { $job-completed } or { $job-completed-with-warnings }.

remedy-clean-up-manually = Delete the restore point collection
    .needs = There is no lock on { $restore-point-group }, and you have permission to delete resources in it.
    .why = Snapshots of managed disks stay until their retention ends, even if the VM or its resource group is gone. If you delete their collection, the snapshots are deleted immediately.
    .step-agree = Make sure that nobody wants to restore { $vm } from its snapshots.
    .note-agree = Restore points that are already in the vault are not affected. All other points exist only as snapshots.
    .step-idle = Make sure that no backup or restore of { $vm } is running.
    .step-show = Open { $restore-point-group } and show its hidden types.
    .note-show = This group belongs to the region of the VM. The VM is in a different group. A backup policy can give this group another name.
    .step-pick = Find the collections of { $vm }: their names follow the pattern { $restore-point-collection-pattern }.
    .note-pick = The number is long. The source of the collection must be { $vm }. Ignore the form { $restore-point-collection-misprint } in Microsoft's article: no real collection has such a name.
    .step-count = Count the restore points of { $vm } in all its collections, in all resource groups.
    .note-count = The maximum is { $limit-restore-points ->
        [one] { $limit-restore-points }
       *[other] { $limit-restore-points }
    } ({ $limit-restore-points-newer-dated }). Restore point names look like { $restore-point-name-pattern }. If a command lists no restore points, the count is unknown, not zero.
    .step-delete = Delete the collection { $restore-point-collection } with all its restore points.
    .warn-delete = You cannot undo this. All instant restore points of this VM are deleted. Restore points that are not in the vault yet are lost for good. Check the name first.
    .step-repeat = If the deletion times out, start the deletion again, up to { $limit-deletion-tries ->
            [one] one time
           *[other] { $limit-deletion-tries } times
        }.
    .note-repeat = With many restore points, a timeout in the portal is a known issue of the Compute Resource Provider. Two or three attempts are normally enough.
    .warn-repeat = You cannot undo this: each attempt deletes restore points. Check again first that the collection belongs to { $vm } and that no restore is running.
    .worked = The collection is no longer among the hidden types of { $restore-point-group }.

remedy-wait-for-job = Wait for the running job
    .needs = You can see the jobs of the vault { $vault }.
    .why = A new backup of a VM cannot start while another one is running.
    .step-find = Find the running job of { $vm } in { $vault }.
    .note-find = A restore of the same VM also counts.
    .step-wait = Wait until the job { $job-id } ends.
    .note-wait = For a large VM, this can take hours. The command finishes when the job has ended.
    .worked = No job of { $vm } in { $vault } has the status { $job-in-progress }.

remedy-cancel-job = Cancel the running job
    .needs = You have permission to manage backups in { $vault }, and nobody needs the restore point of this job.
    .why = A new backup of a VM cannot start while another one is running.
    .step-phase = Check that the job { $job-id } is still taking the snapshot.
    .note-phase = The task { $task-snapshot } must still be running. When { $task-transfer } has started, you cannot cancel the job. Wait for it instead.
    .step-cancel = Cancel the job { $job-id }.
    .note-cancel = In the portal, right-click the row of the job. If the job cannot be canceled, check again in a minute: it may have ended or started the transfer.
    .warn-cancel = You cannot undo this: a canceled backup leaves no restore point. Make sure first that the job is a backup of { $vm } and not a restore.
    .step-check = Check the status of the job until the job has ended.
    .worked = The job has the status { $job-cancelled }.

remedy-read-job-details = Read the details of the failed job
    .needs = You can see the jobs of the vault { $vault }.
    .why = The details of the failed job show the error code, the message and what Azure recommends.
    .step-find = Find the failed job of { $vm } among the failed jobs of { $vault }.
    .step-open = Open the job and its error details.
    .note-open = In command output, { $field-error-code } is a number. The portal shows the code as a name.
    .step-note = Copy the error code, the message and the recommendation exactly.
    .worked = You have the actual error message and Azure's recommendation, or you know that the job shows none.

remedy-adjust-schedule = Adjust the backup schedule
    .needs = You have permission to change the policies in { $vault }.
    .why = If a scheduled backup is still running when the next one starts, the next one fails.
    .step-measure = Compare how long backups of { $vm } take with the time between them.
    .step-read = Read Microsoft's best practices for backup, performance and restore.
    .step-change = Set the schedule so that each backup ends before the next one starts.
    .note-change = If you have many VMs, spread the start times over several policies. The commands only list the policies.
    .warn-change = The change affects every VM that uses the policy. Write down the old schedule first, so that you can set it again.
    .worked = Over several days, each backup of { $vm } ends before the next one starts.
