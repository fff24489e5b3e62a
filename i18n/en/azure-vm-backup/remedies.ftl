# The remedies that only this guide needs.

remedy-let-permissions-settle = Wait until new permissions take effect
    .needs = You can view the permissions on { $key-vault }. { $backup-principal } already has permissions on it.
    .why = New permissions may not be active everywhere yet.
    .step-check = Check that { $key-vault } lists { $backup-principal } with the permissions that it needs.
    .note-check = The Azure CLI shows the service's object ID. Its application ID is { $backup-principal-id }, but other clouds can use another. If the key vault uses Azure RBAC, check the role assignments.
    .step-wait = Wait about 15 minutes. Do not change anything in the meantime.
    .note-wait = Microsoft gives no figure. This is an estimate.
    .worked = The permissions are unchanged. The next backup shows whether they work.

remedy-grant-key-vault-access = Give Azure Backup access to the key vault
    .needs = The VM is encrypted with keys or secrets in { $key-vault }. You have permission to change the access policies of this key vault.
    .why = To back up an encrypted VM, Azure Backup must read and back up the keys and secrets of its disks.
    .step-identity = Find the application ID of { $backup-principal } in your cloud.
    .note-identity = The commands of the next step use { $backup-principal-id }, the ID in the public Azure cloud. If the ID differs in your cloud, use yours there.
    .step-keys-and-secrets = Give { $backup-principal } the permissions { $backup-rights } on keys and secrets.
    .note-keys-and-secrets = If the disks use an encryption key and a secret, the service needs permissions on both. The Azure Backup template in the portal, if available, sets the same permissions.
    .warn-keys-and-secrets = The service gets access to all keys and secrets of { $key-vault }. This replaces its current permissions. First write them down and ask the owner. You can restore the old ones.
    .step-secrets = Give { $backup-principal } the permissions { $backup-rights } on secrets.
    .note-secrets = Without an encryption key, permissions on secrets are enough.
    .warn-secrets = The service gets access to all secrets of { $key-vault }. This replaces its permissions on secrets. First write them down and ask the owner. You can restore the old ones.
    .step-check = Check the access policies of { $key-vault }.
    .note-check = The Azure CLI shows the object ID of the service, not its name.
    .worked = The access policies of { $key-vault } list { $backup-principal } with the permissions { $backup-rights }.

remedy-assign-key-vault-role = Give Azure Backup a role on the key vault
    .needs = { $key-vault } uses Azure RBAC. You have permission to assign roles on it, for example with the role { $owner-role } or { $user-access-administrator-role }.
    .why = If a key vault uses Azure RBAC, access policies have no effect. Only a role gives permissions.
    .step-identity = Find the application ID of { $backup-principal } in your cloud.
    .note-identity = The commands of the next step use { $backup-principal-id }, the ID in the public Azure cloud. If the ID differs in your cloud, use yours there.
    .step-assign = Assign the role { $key-vault-administrator-role } to { $backup-principal } on { $key-vault }.
    .note-assign = Microsoft recommends this role. A narrower role also works if it allows { $backup-rights } on keys and secrets.
    .warn-assign = This role gives the service full access to { $key-vault }. First ask the owner. Do not assign the role on the resource group or subscription. You can remove the assignment.
    .step-wait = Wait about 15 minutes until the role takes effect.
    .worked = The role assignments of { $key-vault } list { $backup-principal } with { $key-vault-administrator-role } or with the narrower role that you chose.

remedy-split-disks = Move the data to smaller disks
    .needs = You have permission to attach disks to { $vm }, and you can sign in as an administrator. Downtime is planned.
    .why = Azure Backup cannot back up a disk over the limit. The same data on smaller disks can be backed up.
    .step-sizes = List the disks of { $vm } with their sizes.
    .note-sizes = The Disks page of a deallocated VM may show no sizes: use the command. An empty size is unknown, not small.
    .step-copy = Copy the data to a safe place before you move it.
    .note-copy = The backup of this VM fails, so there may be no recent restore point to go back to.
    .step-attach-encrypted = For each encrypted disk over the limit, attach new disks of up to { $limit-encrypted-disk-tb } TB each.
    .note-attach-encrypted = After you attach the disks, encrypt them. The current version of Microsoft's article still gives this limit ({ $limit-encrypted-disk-tb-newer-dated }).
    .warn-attach-encrypted = New disks are not encrypted automatically, and they cost money until you delete them. Encrypt them before you copy protected data to them. You can detach them again.
    .step-attach = For each disk over the limit, attach new disks of up to { $limit-disk-tb } TB each.
    .note-attach = All of Microsoft's pages allow { $limit-disk-tb } TB. Only the support matrix allows { $limit-disk-tb-newer } TB ({ $limit-disk-tb-newer-dated }). A VM can have { $limit-disks-per-vm ->
        [one] { $limit-disks-per-vm } disk
       *[other] up to { $limit-disks-per-vm } disks
    } and { $limit-vm-total-tb } TB in total.
    .warn-attach = New disks cost money until you delete them. Check the size first: you cannot make a disk smaller later. You can detach the disks again.
    .step-move = In the VM, move the data to the new disks.
    .warn-move = This interrupts the programs that use the data. First stop those that write to the old disk. After the move, compare the data. Keep the old disk, so that you can go back.
    .step-detach = When everything works on the new disks, detach the old disk from { $vm }.
    .warn-detach = On Linux, first remove the disk's entry from { $mounts-file }, or the VM may not start. Do not delete the disk until the next backup has succeeded: you can attach it again.
    .worked = No disk of the VM is over the limit.

remedy-read-support-matrix = Compare the disks with the support matrix
    .needs = You can view the disks of { $vm } in the portal or with a command.
    .why = Microsoft's pages disagree: the limit for a disk is { $limit-disk-tb } TB in the troubleshooting article ({ $limit-disk-tb-dated }) and { $limit-disk-tb-newer } TB in the support matrix ({ $limit-disk-tb-newer-dated }).
    .step-sizes = List the disks of { $vm } with their sizes.
    .note-sizes = The Disks page of a deallocated VM may show no sizes: use the command. An empty size is unknown, not small.
    .step-matrix = Look up the current maximum disk size in the support matrix.
    .note-matrix = Also look up the limit for encrypted disks: the troubleshooting article still says { $limit-encrypted-disk-tb } TB ({ $limit-encrypted-disk-tb-newer-dated }).
    .step-total = Compare the number and the total size of the disks of { $vm } with the matrix.
    .note-total = The matrix allows { $limit-disks-per-vm ->
            [one] one disk
           *[other] up to { $limit-disks-per-vm } disks
        } and { $limit-vm-total-tb } TB in total for one VM ({ $limit-vm-total-tb-dated }).
    .step-record = Write down the disk sizes, the limit and the date of the page.
    .worked = You can tell support the limit in the matrix and the size of each disk.

remedy-follow-recommendation = Follow the recommendation in the job details
    .needs = You have the details of the failed job { $job-id }.
    .why = The cause is outside Azure Backup. Only the job details name it.
    .step-read = Read the whole recommendation before you change anything.
    .step-apply = Follow the recommendation step by step.
    .note-apply = If you lack the necessary permissions, pass the recommendation on to someone who has them.
    .warn-apply = A recommendation can interrupt or change the VM. Find out first what it changes, who must agree, and whether you can undo it.
    .step-record = Write down what you changed and when.
    .note-record = If the next backup also fails, support asks for this.
    .worked = You have done everything that the recommendation asks for.
