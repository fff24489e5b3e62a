cause-restore-again = Start the restore
    .end-running = The restore is still running. When the job has ended, come back and answer whether it succeeded.

cause-selinux = SELinux blocks the VM agent
    .why = SELinux can deny the agent or the backup extension access to { $agent-folder-linux }. Then the extension is not installed or does not run.

cause-unregistered-subscription = The target subscription is not registered
    .why = Azure Backup can create resources only in a subscription where its resource provider is registered.

cause-slow-transfer = The transfer to the vault is slow
    .why = After the first backup, Azure Backup transfers only changed data. A new disk is transferred in full. With up to { $limit-changed-gb-per-day } GB of changes a day, an incremental backup normally ends within a day ({ $limit-changed-gb-per-day-dated }).
