# Titles of the pages that only the steps of this guide point to.
link-encrypted-vms = Backing up encrypted VMs
link-powershell-rights = Key vault permissions with PowerShell
link-cli-rights = Key vault permissions with the Azure CLI
