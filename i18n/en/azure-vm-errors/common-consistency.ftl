# What the problems of consistency add to links, effects, variables and handovers.

link-expand-disks = Expanding a disk of a VM
link-resize-vm = Changing the size of a VM
link-disk-types = Disk types and their limits
link-inbox-writers = The shadow copy writers of Windows
link-bitlocker-unlock = Unlocking a drive with PowerShell

effect-stops-application = interrupts an application
effect-removes-protection = removes encryption

variable-vm-size = VM size
    .find = For a resize, a size from the list of sizes that this VM can change to. For a restore, the size that the VM had.

handover-application-owner = Ask the owner of the application
    .why = The cause is in an application in the VM or in a cluster. Only its owner or vendor can remove the cause.
    .send = Send the VM name, the writer or service with its state and error, and the time of the first failure. Say what you have tried.
    .send-2 = Send the event logs from the time of the first failure.
    .send-3 = Ask whether the application can be repaired, or its data backed up in another way.
link-transaction-account = The account of the transaction service
link-restore-files = Restoring files from a VM backup
link-reinstall-extension = Reinstalling the backup extension

effect-resets-configuration = changes system settings
link-tls-settings = Secure protocols with .NET
