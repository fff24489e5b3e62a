# Titles of the pages that steps point to.
link-this-article = Microsoft's article on these backup failures
link-sibling-article = Microsoft's article on other VM backup errors
link-support-matrix = Support matrix of Azure VM backup
link-encrypted-vms = Backing up encrypted VMs
link-powershell-rights = Key vault rights with PowerShell
link-cli-rights = Key vault rights with the Azure CLI
link-provisioning-states = States of a VM and what they mean
link-stop-job = Stopping a backup job with PowerShell
link-best-practices = Best practices for VM backup
link-backup-performance = How long a backup takes
link-restore-considerations = Backup and restore considerations
link-windows-agent-msi = Installer of the Windows VM agent
link-windows-agent-docs = About the Windows VM agent
link-windows-agent-releases = Releases of the Windows VM agent
link-dotnet-versions = Which .NET versions are installed
link-update-linux-agent = Updating the Linux VM agent
link-linux-agent-releases = Releases of the Linux VM agent
link-linux-agent-restart = Restarting the Linux VM agent by itself
link-linux-agent-options = Settings of the Linux VM agent
link-static-private-ip = Giving a VM a static private IP address
link-portal = Azure portal

# Groups of problems.

# What a step does beside its goal.
effect-needs-admin = needs administrator rights
effect-needs-lock-rights = needs the right to delete locks
effect-restarts-agent = restarts the agent
effect-stops-agent = stops the agent
effect-restarts-vm = restarts the VM
effect-stops-vm = stops the VM
effect-removes-software = removes software
effect-changes-network = changes the network
effect-changes-permissions = changes permissions
effect-removes-lock = removes a lock
effect-deletes-recovery-points = deletes restore points
effect-cancels-job = cancels a job
effect-changes-policy = changes a backup policy
effect-moves-data = moves data
effect-cannot-be-undone = cannot be undone
effect-costs-money = costs money
effect-lowers-protection = lowers protection
effect-holds-private-data = may hold private data

# Names that fill the commands, and where to find them.
variable-vm = VM
    .find = At the top of the VM's page in the portal; { $az-vm-list } prints it in the field { $field-name }.
variable-resource-group = Resource group of the VM
    .find = On the overview page of the VM; { $az-vm-list } prints it in the field { $field-resource-group }.
variable-subscription = Subscription
    .find = On the subscriptions page of the portal; { $az-account-show } prints the identifier in the field { $field-id }.
variable-vault = Recovery Services vault
    .find = On the backup page of the VM; { $az-check-vm } prints an identifier whose last part is the name of the vault.
variable-vault-group = Resource group of the vault
    .find = On the overview page of the vault; { $az-vault-list } prints it in the field { $field-resource-group }.
variable-other-vault = Other vault
    .find = Look through the backup items of your other vaults; { $az-check-vm } names the vault that protects the VM now.
variable-other-vault-group = Resource group of the other vault
    .find = On the overview page of that vault; { $az-vault-list } prints it in the field { $field-resource-group }.
variable-restore-point-group = Group of the restore points
    .find = Among the resource groups, or by { $az-group-list }: { $restore-point-group-pattern }, where the region of the VM comes before the number, unless the backup policy sets another name.
variable-restore-point-collection = Restore point collection
    .find = Among the hidden types of the restore point group, or by { $az-collection-list } in the field { $field-name }: it reads { $restore-point-collection-pattern }.
variable-lock = Lock
    .find = On the locks page of the restore point group; { $az-lock-list } prints it in the field { $field-name }.
variable-key-vault = Key vault
    .find = It holds the keys or secrets of the VM's disks; { $az-encryption-show } prints its identifier in the field { $field-source-vault }, and the name is the last part.
variable-key-vault-group = Resource group of the key vault
    .find = On the overview page of the key vault; { $az-keyvault-list } prints it in the field { $field-resource-group }.
variable-extension = Extension
    .find = On the extensions page of the VM, each one that has not succeeded; { $az-extension-list } prints it in the field { $field-name }.
variable-job-id = Identifier of the job
    .find = In the details of the job in the portal; { $az-job-list } prints it in the field { $field-name }.
variable-activity-id = Activity identifier
    .find = In the details of the failed job in the portal; { $az-job-show } prints it in the field { $field-activity-id }.
variable-nic = Network interface
    .find = On the network settings page of the VM; { $az-vm-nic-list } prints it as the last part of the field { $field-id }.
variable-ip-configuration = IP configuration
    .find = On the IP configurations page of the network interface; { $az-ip-config-list } prints it in the field { $field-name }.
variable-private-ip = Private IP address
    .find = Beside the IP configuration of the network interface; { $az-ip-config-list } prints it in the field { $field-private-ip }.
variable-retain-until = Keep the backup until
    .find = You choose the day until which the extra backup is kept; write day, month and year with hyphens.

# Who takes over, why, and what they need.
handover-support = Open a support request
    .why = What is left lies inside Azure, where only Microsoft's support can look.
    .send = Name the VM, the activity identifier of the failed job, the error with its code and message, what you have tried already and since when it fails, and attach the logs listed here. Say whether the agent is the newest, the guest system is supported and has no update or restart pending, the VM reaches the internet, and no other backup product runs in it. Look through the logs first, since they may hold host names, addresses and settings.
handover-lock-owner = Ask the owner of the lock
    .why = A lock is somebody's decision, and only its owner or the owner of the subscription should lift it.
    .send = Name the group of the restore points, the lock with its level and notes, and the VM whose backups fail. Ask whether the lock may go, or be made again elsewhere.
handover-administrator = Ask an administrator of the VM
    .why = The next steps need rights inside the VM that you do not have.
    .send = Name the VM and its resource group, the error with its message, and the step that you have reached.
handover-distribution = Ask the support of your distribution
    .why = A new agent should come from the repository of the distribution, and only they can add it there.
    .send = Name the distribution and its release, the installed version of the agent and the newest one that is released.
