# One entry per problem. The message is what Azure shows, word for word, and so is its wording of another place or time;
# the rest is ours.

problem-vm-offline = The VM is not running
    .message = Failed to install Microsoft Recovery Services extension as virtual machine  is not running
    .why = Azure Backup could not install its extension in the VM. The VM was stopped, or its agent was missing or did not respond.
