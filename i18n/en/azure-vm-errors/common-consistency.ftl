# What the problems of consistency add to links, effects, variables and handovers.

link-expand-disks = Making a disk of a VM larger
link-resize-vm = Changing the size of a VM
link-disk-types = Disk types and their limits
link-inbox-writers = The shadow copy writers of Windows
link-bitlocker-unlock = Unlocking a drive with PowerShell

effect-stops-application = interrupts an application
effect-removes-protection = removes encryption

variable-vm-size = New size of the VM
    .find = You choose it from the list of sizes that this VM can change to.

handover-application-owner = Ask the owner of the application
    .why = The cause is in an application in the VM. Only its owner or vendor can repair it.
    .send = Name the VM, the writer or service with its state and error, when the backups began to fail, and what you have tried.
    .send-2 = Add the event logs of that time.
    .send-3 = Ask whether the application can be repaired or backed up in another way.
link-transaction-account = The account of the transaction service
link-restore-files = Restoring files from a VM backup
link-reinstall-extension = Installing the backup extension again

effect-resets-configuration = changes system settings
link-tls-settings = Secure protocols with .NET
