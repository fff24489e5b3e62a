# One entry per question of consistency, in the order of questions.toml.

# What is common

question-failure-repeats = Has the backup failed with this error more than once?
    .short = Repeated failure?
    .why = A single failure can be temporary. The next repairs are only for a failure that comes back.
    .option-repeated = Yes, more than once
    .option-single = No, once, or the failure has passed
    .look-repeated = Two or more { $state-failed } jobs of this VM show the same error in their details, and no later job is { $job-completed } or { $job-completed-with-warnings }.
    .look-single = At most one { $state-failed } job of this VM has this error, or a later job is { $job-completed } or { $job-completed-with-warnings }. An empty list proves nothing.
    .unsure = If you skip this question, the wizard shows the repairs only after a retry of the backup has failed.

question-consistency = Is the new restore point as consistent as before?
    .short = Consistent as before?
    .why = After a failed snapshot, Azure can create less consistent restore points without an error. A job can then succeed even though the cause is still there.
    .option-as-before = Yes, as before
    .option-weaker = No, it stays less consistent
    .option-not-yet = Less consistent, but the repair is recent
    .look-as-before = The latest restore point has at least the level from before the failures: usually { $kind-application } on Windows, { $kind-file-system } on Linux. The portal shows it in words.
    .look-weaker = The latest restore point is less consistent than before ({ $kind-crash } is the lowest level), and more than { $limit-fallback-attempts ->
            [one] one backup has
           *[other] { $limit-fallback-attempts } backups have
        } run since the repair.
    .look-not-yet = The latest restore point is less consistent than before, and at most { $limit-fallback-attempts ->
            [one] one backup has
           *[other] { $limit-fallback-attempts } backups have
        } run since the repair. If there are no older points, compare with similar VMs.
    .unsure = If you skip this question, the wizard assumes that the restore point is as consistent as before.

question-vm-load = Did the VM have enough disk space and resources during the backup?
    .short = Enough resources?
    .why = A full disk or a busy VM can make snapshots fail or time out.
    .option-enough = Yes, enough of everything
    .option-disk-full = No, a disk was almost full
    .option-busy = Enough disk space, but the VM was too busy
    .look-enough = No disk is almost full. During the backup, processor, memory and disk use stay below { $limit-vm-load-percent }%, except for short peaks. Empty values and loads from another time prove nothing.
    .look-disk-full = A disk with data has almost no free space left. Small system partitions and read-only images do not count. If the VM was also too busy, choose this answer.
    .look-busy = No disk is almost full. At the time of the backup, processor, memory or disk use reaches { $limit-vm-load-percent }% and stays there for minutes. A short peak does not count.
    .unsure = If you skip this question, the wizard assumes that the VM had enough of everything.

question-load-way = How do you want to avoid the high load during the backup?
    .short = How to avoid high load?
    .why = Microsoft's article suggests a quieter hour first. A larger size costs more and needs a restart of the VM.
    .option-off-peak = Back up at a quieter hour
    .option-bigger-vm = Resize the VM to a larger size
    .look-off-peak = You change the time in the backup policy for all VMs that use it. Or you assign a separate policy to this VM.
    .look-bigger-vm = You choose a larger VM size. The VM restarts, and it costs more from then on.

# Volume Shadow Copy Service in Windows

question-vss-writers = Are all { $windows-shadow-copy-service } writers stable?
    .short = Writers stable?
    .before = Waiting writers are normal during a backup: check again when it has ended.
    .why = A writer that has failed usually stays in this state until its service restarts. Until then, snapshots fail.
    .option-stable = Yes, all of them
    .option-failed = No, at least one is not stable
    .option-no-answer = The command returns no list
    .look-stable = Every writer shows { $writer-stable } without an error. States { $writer-waiting-first } to { $writer-waiting-last } without an error are normal during a backup: check again when it has ended.
    .look-failed = A writer shows the number { $writer-failed-first } or higher, or an error, or still waits when no backup is running. Compare the number: the words depend on the language of Windows.
    .look-no-answer = In PowerShell as administrator, the command hangs for minutes, returns an error, or lists no writer at all. Without administrator rights, an error proves nothing.
    .unsure = If you skip this question, the wizard assumes that the writers are stable.

question-failed-writer = Which writer is not stable?
    .short = Failed writer
    .before = The name must match exactly: a restart of the wrong service interrupts an application.
    .why = The name of a writer is not the name of its service. The services are known only for the writers in this list.
    .option-system = { $writer-system }
    .option-shadow-copy = A writer of the { $windows-shadow-copy-service } service itself
    .option-wmi = { $writer-wmi }
    .option-sql = The writer of SQL Server
    .option-iis = A writer of the web server (IIS)
    .option-role = { $service-bits }, DHCP, DFS Replication or FSRM
    .option-other = Another writer, or several
    .look-system = The name is { $writer-system }.
    .look-shadow-copy = The name is { $writer-registry }, { $writer-com }, { $writer-asr } or { $writer-optimization }.
    .look-wmi = The name is { $writer-wmi }.
    .look-sql = The name is { $writer-sql }.
    .look-iis = The name is { $writer-iis-config } or { $writer-iis-metabase }.
    .look-role = The name is { $writer-bits }, { $writer-dhcp }, { $writer-dfs } or { $writer-file-server }.
    .look-other = It is another writer, for example a writer of Exchange, Active Directory or another backup product. Or more than one writer is not stable.
    .unsure = If you skip this question, the wizard shows how to restart the VM. A restart of the VM restarts every writer.

question-shadow-copy-events = What did Windows log when the snapshot failed?
    .short = Shadow copy events
    .why = If all writers are stable again after the failure, only the event logs show why the snapshot failed.
    .option-none = Nothing at the time of the failure
    .option-timed-out = The snapshot timed out
    .option-cluster = The Cluster Shared Volume writer failed
    .option-other = Another error or warning
    .look-none = There are no entries, or none within a few minutes of the failed backup. The command covers only three days: for an older failure, that proves nothing.
    .look-timed-out = An entry from the time of the failed backup contains { $log-hold-writes } or the same in the language of Windows.
    .look-cluster = Event { $event-writer-failed } from the time of the failed backup names { $writer-cluster }.
    .look-other = The entries from the time of the failed backup show only other errors or warnings.
    .unsure = If you skip this question, the wizard shows how to save the event logs for support.

question-vss-service = Can the { $windows-shadow-copy-service } service start?
    .short = Service can start?
    .why = Windows starts the service for each snapshot. It cannot do that if the service is disabled or stuck.
    .option-manual = Yes, even if it is stopped now
    .option-disabled = No, it is disabled
    .option-stuck = No, it is stuck
    .look-manual = The start mode is not { $start-disabled } (usually, it is { $start-manual }), and the state is { $shown-stopped } or { $shown-running }: both are normal.
    .look-disabled = The start mode is { $start-disabled }.
    .look-stuck = The state ends in { $state-pending } and is still the same after a few minutes. A service that is just starting shows this for a moment.
    .unsure = If you skip this question, the wizard assumes that the service can start.

question-locked-drives = Is a drive of the VM locked?
    .short = Locked drive?
    .why = Windows cannot take a snapshot of a locked drive. An encrypted drive that is unlocked is not a problem.
    .option-none = No, all drives are unlocked
    .option-some = Yes
    .look-none = Every drive shows { $lock-unlocked }, or the same in the language of Windows. Or BitLocker is not installed, so the command is not found.
    .look-some = At least one drive shows { $lock-locked }, or the same in the language of Windows. Without administrator rights, an error proves nothing.
    .unsure = If you skip this question, the wizard shows how to save the event logs for support.

question-decrypt-choice = Do you want to keep BitLocker on, or turn it off for a test?
    .short = BitLocker decision
    .why = Microsoft's article advises turning BitLocker off for a test. While it is off, the data on the drive is not encrypted in the guest OS.
    .option-keep = Keep BitLocker on
    .option-decrypt = Turn off BitLocker
    .look-keep = Nothing changes. The wizard shows how to save the event logs for support.
    .look-decrypt = Choose this only if the owner of the data and the security team agree. Decryption takes hours, and so does encrypting the drive again.

# COM+ and its transactions in Windows

question-com-service = Can { $com-service } start?
    .short = COM+ can start?
    .why = Windows starts this service when a program needs it. The service itself needs { $transaction-service }.
    .option-can-start = Yes, it is running or only stopped
    .option-disabled = No, a service is disabled
    .option-missing = No, the transaction service is missing
    .option-no-com = No, COM+ itself is missing
    .look-can-start = { $com-service-short } and { $transaction-service } are both listed, and neither is { $start-disabled }. { $com-service-short } can be { $shown-stopped }.
    .look-disabled = { $com-service-short } and { $transaction-service } are both listed, and at least one of them is { $start-disabled }.
    .look-missing = { $com-service-short } is listed, but { $transaction-service } is not.
    .look-no-com = { $com-service-short } is not listed: Windows itself needs a repair. If the command returned an error, an empty list proves nothing.
    .unsure = If you skip this question, the wizard assumes that the service can start.

question-transaction-account = Does { $transaction-service } run as { $network-service-account }?
    .short = Service account right?
    .why = Under another account, { $transaction-service } cannot identify itself to COM+ and to other components, so transactions fail.
    .option-network-service = Yes
    .option-other = No, another account
    .look-network-service = The command shows { $network-service-shown }, in upper or lower case.
    .look-other = The command shows another account. If the command returns nothing, the service is missing: go back and answer “COM+ can start?” again.
    .unsure = If you skip this question, the wizard assumes that the account is right.

question-com-starts = Is { $com-service } running now?
    .short = COM+ running?
    .why = If this service does not start even now, { $transaction-service } is probably damaged.
    .option-yes = Yes
    .option-no = No
    .look-yes = The state is { $shown-running }.
    .look-no = The state is { $shown-stopped }, or it still ends in { $state-pending } after a few minutes, or the restart returned an error.
    .unsure = If you skip this question, the wizard assumes that it is running.

question-desktop-heap = Did Windows run out of desktop heap?
    .short = Desktop heap full?
    .why = Services share a small area of memory. When it is used up, COM+ fails, and a restart of the VM helps only for a while.
    .option-exhausted = Yes, all signs are there
    .option-not-exhausted = No
    .look-exhausted = The list shows event { $event-com } with { $event-com-code } at the time of the failures, and after each restart of the VM, the backups worked for a while.
    .look-not-exhausted = The list is empty, its entries have another code or are from other times, or no restart of the VM has helped, not even for a while.
    .unsure = If you skip this question, the wizard assumes that there is enough desktop heap.

# File systems in Linux

question-freeze-log = What does the log of the backup extension show?
    .short = Log shows
    .before = Read only lines from the time of the failure. If a mount point cannot be opened, choose that answer.
    .why = The same error can have different causes. Only the log shows which one applies.
    .option-open-failed = A mount point cannot be opened
    .option-refused = A file system could not be frozen or thawed
    .option-timed-out = The freeze took too long
    .option-held = Something else froze the file systems
    .option-program-missing = A program of the extension is missing
    .option-nothing = No known error
    .look-open-failed = A line from the time of the failed backup contains { $log-open-failed }, { $log-stat-failed } or { $log-not-folder }.
    .look-refused = A line from the time of the failed backup contains { $log-freeze-failed } or { $log-thaw-failed }, and the mount point after it.
    .look-timed-out = A line from the time of the failed backup contains { $log-freeze-timed-out } or { $log-freeze-longer }.
    .look-held = A line from the time of the failed backup contains { $log-frozen-by-another }.
    .look-program-missing = A line from the time of the failed backup contains { $log-program-missing }.
    .look-nothing = The command returns nothing, or only lines from other times: the log also contains old entries. If the log file is missing, skip this question.
    .unsure = If you skip this question, the wizard asks about file systems that are mounted twice.

question-mount-duplicates = Is a file system mounted twice?
    .short = Mounted twice?
    .why = The extension freezes each mount point. A file system that is already frozen cannot be frozen again.
    .option-yes = Yes
    .option-no = No
    .look-yes = The first command returns a path. Or the log names a mount point, and the second command shows its device on more than one line.
    .look-no = The first command returns nothing. If the log names a mount point, the second shows its device on only one line. Several volumes of one disk are different devices.
    .unsure = If you skip this question, the wizard assumes that nothing is mounted twice.

question-file-system-way = What do you want to do with the file system that causes the error?
    .short = Check or leave out?
    .why = Microsoft's article says to check the file system first. For that, you must unmount it. If that is impossible, you can leave it out of the freeze.
    .option-check = Unmount and check the file system
    .option-skip = Leave the file system out of the freeze
    .look-check = You must keep the application that uses it stopped until the check ends. The root file system cannot be unmounted while the VM is running.
    .look-skip = Its data stays in the backup, but only crash-consistent, as after a power failure. Tell the owner of the data first. The root file system cannot be left out.

question-restore-left-over = Is a file restore of Azure Backup still open in this VM?
    .short = File restore open?
    .why = A file restore connects the disks of a restore point to the VM. If it is not closed, its mount points remain and no longer respond.
    .option-yes = Yes
    .option-no = No
    .look-yes = The first command shows a session to Azure, or the second a mount point whose path contains { $file-restore-suffix }. Sessions to your own storage do not count.
    .look-no = The first command shows no session to Azure, returns { $no-iscsi-session } or is not found, and the second command shows no such mount point.
    .unsure = If you skip this question, the wizard assumes that no restore is open.

question-mount-reachable = Can all mount points be opened?
    .short = Mounts reachable?
    .before = Check as root: without root rights, an error proves nothing.
    .why = The extension opens them one after another. If one hangs or fails, the backup fails.
    .option-all = Yes, all of them
    .option-one-fails = No, at least one fails or hangs
    .look-all = The command ends and returns nothing. It can take a few seconds for each mount point.
    .look-one-fails = The command returns { $cannot-open } and a path, or it is still running after several minutes.
    .unsure = If you skip this question, the wizard asks you to retry the backup.

question-mount-way = What do you want to do with the mount point that does not open?
    .short = Repair or leave out?
    .why = It is best to make the mount point work again. If you cannot do that now, you can leave it out of the freeze.
    .option-mount-again = Unmount the mount point, then mount it again
    .option-skip = Leave the mount point out of the freeze
    .look-mount-again = Programs that use the mount point lose access to their open files. If the disk is gone for good, remove the line of the mount point from { $mounts-file }.
    .look-skip = The extension no longer opens it. Its data stays in the backup, but only crash-consistent, as after a power failure. Tell the owner of the data first.

# The extension itself, its network and its runtime in Windows

question-snapshot-method = Does the backup extension let the host take the snapshot?
    .short = Snapshot by the host?
    .why = The host of the VM can take the snapshot instead of the extension. With two values in the registry, the extension lets the host try first.
    .option-host = Yes
    .option-not-set = No, or not set
    .look-host = { $snapshot-method-key } is { $snapshot-method-value }, and { $snapshot-time-key } is { $value-true }.
    .look-not-set = At least one of the two values is missing or different, or the command does not find the key.
    .unsure = If you skip this question, the wizard shows how to set both values. Setting them again does no harm.

question-extension-crash = Did { $backup-executable } crash when the backup ran?
    .short = Extension crashed?
    .why = Microsoft's article treats such a crash as a sign that antivirus software stops the extension.
    .option-crashed = Yes
    .option-none = No
    .look-crashed = An entry from the time of the failed backup names { $backup-executable } as the faulting application.
    .look-none = The command returns nothing, or only entries from other times. It covers only the last three days: for an older failure, an empty result proves nothing.
    .unsure = If you skip this question, the wizard assumes that it did not crash and asks about the VM agent next.

question-tls-client = Is { $tls-version } allowed for connections from this VM?
    .short = TLS version allowed?
    .why = Without this version, the extension and Azure may have no protocol version in common. Hardening scripts sometimes turn off the wrong version.
    .option-allowed = Yes, or nothing is set
    .option-turned-off = No, it is turned off
    .look-allowed = The command does not find the key: then the default applies. Or { $tls-enabled-value } is missing or not { $number-off }, and { $tls-disabled-value } is missing or not { $number-on }.
    .look-turned-off = { $tls-enabled-value } is { $number-off }, or { $tls-disabled-value } is { $number-on }.
    .unsure = If you skip this question, the wizard assumes that it is allowed.

question-strong-crypto = Is the .NET setting for strong cryptography on?
    .short = Strong cryptography?
    .before = Newer versions of Windows do not need this setting: if it is missing there, that alone is not a fault.
    .why = Older versions of .NET offer only old protocols until this setting is on.
    .option-set = Yes, it is on
    .option-missing = No, it is missing or off
    .look-set = { $strong-crypto-value } is { $number-on } in both lists for version 4.
    .look-missing = For version 4, { $strong-crypto-value } is { $number-off }, is in only one list, or is not found. On newer versions of Windows, it is often missing, and that alone is not a fault.
    .unsure = If you skip this question, the wizard shows how to turn on this setting.

question-installer-service = Can { $installer-service-name } start?
    .short = Installer can start?
    .why = This service installs the Visual C++ runtime that the backup extension needs.
    .option-can-start = Yes, even if it is stopped now
    .option-disabled = No, it is disabled
    .look-can-start = The start mode is not { $start-disabled }: usually, it is { $start-manual }. The states { $shown-stopped } and { $shown-running } are both normal. If the command returns nothing, skip this question.
    .look-disabled = The start mode is { $start-disabled }.
    .unsure = If you skip this question, the wizard assumes that the service can start.

question-installer-access = Was the installer denied access to the registry?
    .short = Access denied?
    .why = If the permissions of a registry key no longer let the installer write to it, the installation fails each time.
    .option-denied = Yes
    .option-none = No
    .look-denied = An entry about the Visual C++ runtime contains the error number { $event-installer-denied } and names { $key-classes } or one of its subkeys. The path can be written differently.
    .look-none = The command returns nothing, or only entries about other programs or keys. It covers only seven days: for an older failure, that proves nothing.
    .unsure = If you skip this question, the wizard assumes that access was not denied.
