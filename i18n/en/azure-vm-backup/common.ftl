# Titles of the pages that only the steps of this guide point to.
link-encrypted-vms = Backing up encrypted VMs
link-powershell-rights = Key vault rights with PowerShell
link-cli-rights = Key vault rights with the Azure CLI
link-best-practices = Best practices for VM backup
link-backup-performance = How long a backup takes
link-restore-considerations = Backup and restore considerations
