# The remedies that only this guide needs.

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
