# One entry per cause; the end of a node speaks where the tree makes somebody wait or hands the case over.

cause-agent = The VM agent does not respond
    .why = Azure Backup takes a snapshot only through the VM agent. A stopped, damaged or outdated agent is repaired differently on Windows and on Linux.

cause-windows-agent = Windows: the agent does not respond
    .why = The files of the agent are damaged or its service has stopped. A restart is tried first; installing it afresh brings the newest version and opens the connection again. The service is listed as { $windows-agent-display-name }, not under the name Microsoft Azure.
    .end-administrator = The repair of the agent needs a sign-in to the VM with local administrator rights.

cause-linux-agent = Linux: the agent is stopped or outdated
    .why = An old agent is the usual reason why the agent and the extensions fail on Linux. The update should come from the repository of the distribution, not straight from GitHub.
    .end-administrator = The repair of the agent needs a shell in the VM with root rights.
    .end-distribution = The repository of your distribution does not offer the newest agent. Do not install it from GitHub; ask the support of the distribution to provide it.

cause-failed-extension = An extension has failed
    .why = A restore point is made only after every extension of the VM has finished provisioning. One extension that failed or hangs therefore blocks the backup, even if it has nothing to do with backups. The backup extension itself is repaired without removing it where possible, and after the others.
    .end-updating = The VM is still updating. Come back once its state has settled, answer the question again, and the backup is tried next.

cause-snapshot-status = The snapshot or its status is out of reach
    .why = A snapshot is made by the storage below the VM, not by the VM itself. If the order does not get there, or is carried out too late, the snapshot fails or its status stays unknown. Known reasons are a wrong power state after a shutdown inside the VM, DHCP switched off in the guest system, and a blocked address of the Azure platform.

cause-linux-agent-configuration = Linux: extensions are switched off
    .why = The agent runs no extension while its setting { $extensions-enabled-key } is switched off; without the line it is on. The spelling { $extensions-enable-key } in the article is not read by the agent. The setting { $provisioning-agent-key } decides only who prepares the VM at its first start, and its default is the right value.

cause-application-control = Application control blocks the backup
    .why = A product that decides which programs may run, such as AppLocker, can stop { $backup-executable }, the program of the backup extension on Windows. Without it no snapshot is taken.

cause-visual-cpp-runtime = The Visual C++ runtime is damaged
    .why = The backup extension on Windows loads { $backup-provider-library }, which needs a matching Visual C++ runtime. If that is missing or damaged, the backup ends with an internal error.

cause-restore-point-lock = A lock keeps old restore points
    .why = Azure Backup keeps restore points in a resource group of its own, apart from the group of the VM, and that group should not be locked. A lock on it, or one inherited from the subscription, stops the removal of old points. Locks on a VM with managed disks do no harm here, and { $backup-protection-lock } on a storage account belongs to something else.
    .end-asked = The owner of the lock has not answered yet. When they have, come back and answer here; with their consent the lock is removed next.
    .end-asked-above = The lock comes from the subscription, and its owner has not answered yet. When they have, come back and answer here; with their consent the lock is removed next.
    .end-refused = The lock stays for now, so old restore points cannot be removed and backups go on failing. Only the owner of the lock should decide about it.

cause-restore-point-clean-up = Old restore points were not removed
    .why = Instant restore points are meant to go when the policy says so: after { $limit-snapshot-days-least } to { $limit-snapshot-days ->
            [one] { $limit-snapshot-days } day
           *[other] { $limit-snapshot-days } days
        } on a Standard policy ({ $limit-snapshot-days-dated }), or at most { $limit-snapshot-days-newer ->
            [one] { $limit-snapshot-days-newer } day
           *[other] { $limit-snapshot-days-newer } days
        } on an Enhanced one ({ $limit-snapshot-days-newer-dated }). Those that stay behind count against the limit, and snapshots of managed disks outlive even a deleted VM until then. A clean-up deletes them; recovery points that are already in the vault are not touched.
    .end-hours = The clean-up runs by itself and takes a few hours; that the backup which started it fails is expected. Come back after the next scheduled backup; if that fails too, the clean-up by hand follows.
    .end-deleting = Azure is still deleting the collection, and many restore points take their time. Come back later and look again; once it is gone, the backup is tried next.
    .end-stuck = The deletion of a large collection can time out, a known weakness of the compute side of Azure. If it still does after { $limit-deletion-tries ->
            [one] { $limit-deletion-tries } try
           *[other] { $limit-deletion-tries } tries
        }, support has to remove the collection.

cause-running-job = Another backup job is running
    .why = A VM has one backup job at a time. It can be waited for, or cancelled while it takes the snapshot; once the data goes to the vault, cancelling is no longer possible.
    .end-busy = The job is still in progress or is being cancelled. Come back when it has ended and answer again; the backup is then started.

cause-backup-again = Back up again
    .end-running = The backup is still running. Come back when its job has ended and say whether it worked.
    .end-tomorrow = The on-demand backup has worked, and the next scheduled one is still to come. Look at its job, then come back and answer: only that shows that the protection runs by itself again.

cause-hand-over = Hand over to support
    .end-support = The steps for this error are used up or cannot go on. Support needs the logs and the numbers of the failed job to look behind it.
