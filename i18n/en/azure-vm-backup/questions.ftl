# The questions that only this guide asks.

question-stopped-choice = Do you want to start the VM for the backup?
    .short = Start the VM?
    .why = Microsoft's troubleshooting article requires a running VM. The support matrix says that you can back up a stopped VM too. Azure marks such a backup as crash-consistent.
    .option-start = Yes, start the VM
    .option-leave = No, leave the VM stopped
    .look-start = You can check the agent and the extensions. The backup can be application-consistent on Windows and file-system consistent on Linux.
    .look-leave = You retry the backup while the VM is stopped. If it fails, the wizard shows how to start the VM.

question-encryption-keys = Are the disks protected by a secret only, or also by a key?
    .short = Disks protected by
    .why = Azure Backup always needs permissions on secrets. It needs permissions on keys only if a key encrypts the secret. Microsoft calls the secret { $secret-short-name } and the key { $key-short-name }.
    .option-key-and-secret = A key and a secret
    .option-secret-only = Only a secret
    .look-key-and-secret = For at least one disk of the VM, the fields { $field-secret } and { $field-key } both contain an address.
    .look-secret-only = The field { $field-secret } contains an address. The field { $field-key } is empty or { $value-null } for all disks of the VM. If both fields are empty for all disks, the answer is unknown.
    .unsure = If you skip this question, the wizard shows how to set permissions on keys and secrets. This works in either case.

question-key-vault-model = Which permission model does the key vault { $key-vault } use?
    .short = Permission model
    .why = A key vault uses either access policies or Azure role-based access control (RBAC). The model decides where you set the permissions.
    .option-access-policy = Access policies
    .option-rbac = Azure role-based access control
    .look-access-policy = On the Access configuration page, the permission model is Vault access policy. The commands return { $value-false } (in upper or lower case) or, without an error, nothing.
    .look-rbac = On the Access configuration page, the permission model is Azure role-based access control. The commands return { $value-true }, in upper or lower case.
    .unsure = If you skip this question, the wizard assumes that the key vault uses access policies.

question-key-vault-rights = Does Azure Backup have permissions on the key vault?
    .short = Key vault permissions?
    .why = { $backup-principal } must be able to read and back up the keys and secrets of the disks.
    .option-set = Yes, to read and to back up
    .option-missing = No, or not all of them
    .look-set = { $backup-principal } has the permissions { $backup-rights } on secrets and, if a key is used, also on keys. Or it has a role that includes these permissions.
    .look-missing = { $backup-principal } is not listed or lacks one of { $backup-rights }. Or both commands return { $empty-list } or nothing. After an error message, an empty result proves nothing.
    .unsure = If you skip this question, the wizard shows how to set the permissions.

question-disk-size = How large are the disks of the VM?
    .short = Disk sizes
    .before = If several answers fit, choose the one about the encrypted disk.
    .why = Microsoft's pages disagree: the limit is { $limit-disk-tb } TB per disk in the troubleshooting article ({ $limit-disk-tb-dated }) and { $limit-disk-tb-newer } TB in the support matrix ({ $limit-disk-tb-newer-dated }). A VM can have at most { $limit-disks-per-vm ->
            [one] one disk
           *[other] { $limit-disks-per-vm } disks
        } and { $limit-vm-total-tb } TB in total.
    .option-within = No disk is over its limit
    .option-encrypted-over = An encrypted disk over { $limit-encrypted-disk-tb } TB
    .option-between = A disk over { $limit-disk-tb } TB, up to { $limit-disk-tb-newer } TB
    .option-over = A disk over { $limit-disk-tb-newer } TB
    .look-within = No disk is over { $limit-disk-gib } GiB ({ $limit-disk-tb } TB), and no encrypted disk is over { $limit-encrypted-disk-gib } GiB. If a size is empty or { $value-null }, it is unknown: use the command that lists the disks.
    .look-encrypted-over = A disk with Azure Disk Encryption is over { $limit-encrypted-disk-gib } GiB.
    .look-between = The largest disk is over { $limit-disk-gib } GiB, but not over { $limit-disk-gib-newer } GiB.
    .look-over = A disk is over { $limit-disk-gib-newer } GiB. This is over every documented limit.
    .unsure = If you skip this question, the wizard shows how to contact support. Send support the list of disks.

question-other-vault = Was this VM protected by another vault before?
    .short = Another vault before?
    .why = A job that is still running in the previous vault blocks backups in the current vault.
    .option-other-vault = Yes
    .option-this-only = No, only the current vault
    .look-other-vault = The portal, PowerShell or, in the Azure CLI, { $az-check-vm } shows a vault other than the one that you use. Or another vault lists this VM.
    .look-this-only = The portal or the command shows the vault that you use or no vault at all, and no other vault lists this VM.
    .unsure = If you skip this question, the wizard shows no checks of other vaults and asks about the schedule next.

question-schedule-overlap = Do scheduled backups overlap?
    .short = Backups overlap?
    .why = If a backup takes longer than the time until the next one, it blocks the next backup every time.
    .option-collides = Yes
    .option-fits = No
    .look-collides = Jobs of this VM often end after the scheduled start of the next job.
    .look-fits = Jobs of this VM usually end before the scheduled start of the next job.
    .unsure = If you skip this question, the wizard shows no steps for the schedule and asks you to start a new backup.

question-policy-upgraded = Was a Standard policy changed to Enhanced shortly before the failure?
    .short = Policy just changed?
    .why = { $internal-error-second-code } can follow such a change. The cause is then in Azure Backup, and only support can fix it.
    .option-just-changed = Yes, just before the failure
    .option-not-changed = No
    .look-just-changed = The policy of the VM is of type Enhanced ({ $policy-type-enhanced } in the Azure CLI). It was changed, or a { $job-operation-configure } job of the VM ran, shortly before the failure.
    .look-not-changed = The policy type is Standard ({ $policy-type-standard } in the Azure CLI), or the policy was not changed and no { $job-operation-configure } job of the VM ran shortly before the failure.
    .unsure = If you skip this question, the wizard continues with the usual causes.

question-detail-names = What do the error details show?
    .short = Details show
    .why = The details often name the real error.
    .option-known-error = Another known error
    .option-recommendation = No known error, but a recommendation
    .option-nothing = Nothing useful
    .look-known-error = The message or, in the portal, the error code is in the wizard's list. Do not use the number in { $field-error-code }: it is not the code.
    .look-recommendation = The field { $field-recommendations } names something that you can do.
    .look-nothing = The message and the recommendation are empty, only repeat the short message, or contain nothing that you can act on.
    .unsure = If you skip this question, the wizard shows how to contact support. Send support the details.
