# One entry per question, in the order of questions.toml: the question itself, .short for the trail, .why,
# The VM, its agent and its extensions

question-vm-power = Is the VM running?
    .short = VM running?
    .why = The VM agent responds only in a running VM, so check the power state first.
    .option-running = Running
    .option-stopped = Stopped or deallocated
    .look-running = The portal shows { $shown-running }, or the codes include { $power-running }.
    .look-stopped = The VM is shown as stopped, or its codes include { $power-stopped } or { $power-deallocated }. If it is starting or stopping, check again soon.
    .unsure = If you skip this question, the wizard assumes that the VM is running and asks about the VM agent next.

question-power-shown = Does Azure show the correct power state?
    .short = Power state correct?
    .why = If a VM is shut down from inside, for example over RDP, Azure may show a wrong power state. The snapshot then fails.
    .option-right = Yes, it matches the VM
    .option-wrong = No, Azure shows another state
    .look-right = Azure shows the VM as running, and you can sign in and read its start time. Or Azure shows it as stopped (allocated or deallocated), and you cannot reach it.
    .look-wrong = Azure shows the VM as running, but it was shut down. Or Azure shows it as stopped, but you can sign in. A failed sign-in alone proves nothing.
    .unsure = If you skip this question, the wizard assumes that the displayed state is correct.

question-agent-status = Is the VM agent ready?
    .short = Agent ready?
    .why = Azure Backup uses the agent to start a snapshot. If the agent does not respond, the backup fails.
    .option-ready = Ready
    .option-not-ready = Not ready
    .option-missing = No agent is installed
    .look-ready = Azure shows { $shown-ready }, and the agent service or process is running in the VM. If you cannot check in the VM, the status in Azure is enough.
    .look-not-ready = Azure shows { $shown-not-ready } or an unknown status, or the agent in the VM is stopped. A deployment may show: { $message-agent-deployment }
    .look-missing = In the VM, the command does not find the service or the program. An empty result from Azure alone is no proof: a deallocated VM gives one too.
    .unsure = If you skip this question, the wizard assumes that the agent needs repair or reinstallation. Answer if you can.

question-guest-os = Which operating system does the VM run?
    .short = Operating system
    .why = The steps depend on the operating system. Some causes exist only on Windows or only on Linux.
    .option-windows = Windows
    .option-linux = Linux
    .look-windows = The portal, the OS disk type or the command in the VM shows Windows.
    .look-linux = The portal, the OS disk type or the command in the VM shows Linux.
    .unsure = If you skip this question, the wizard leaves out system-specific causes, unless this error occurs on only one system.

question-guest-rights = Can you sign in to the VM as an administrator?
    .short = Admin in the VM?
    .why = You do the next steps inside the VM. They need a local administrator account on Windows, or root on Linux.
    .option-yes = Yes
    .option-no = No
    .look-yes = You can connect (RDP, SSH, Bastion or serial console), and the check returns { $value-true } on Windows or { $root-number } on Linux. Run command works only while the agent responds.
    .look-no = You cannot connect to the VM. Or the check returns { $value-false } even if you run PowerShell as administrator. Or Linux denies root access.
    .unsure = If you skip this question, the wizard shows the steps. If you then lack administrator rights, change your answer.

question-vm-provisioning = What is the provisioning state of the VM?
    .short = Provisioning state
    .why = One failed extension puts the whole VM in a failed provisioning state. An update that is still running can also block a backup.
    .option-succeeded = Succeeded
    .option-failed = Failed
    .option-updating = Updating
    .look-succeeded = The command returns { $state-succeeded }, or the Overview page shows neither { $state-failed } nor { $state-updating }.
    .look-failed = The command or the Overview page shows { $state-failed }. The status messages of the VM often give the reason.
    .look-updating = The command or the Overview page shows { $state-updating }. A change is still in progress, or it hangs.
    .unsure = If you skip this question, the wizard assumes that the VM itself is fine and asks about its extensions next.

question-provisioning-settled = Is the update of the VM finished?
    .short = Update finished?
    .why = An update that is still running can block the backup. Retry the backup only when the update is finished.
    .option-succeeded = Yes, it succeeded
    .option-failed = Yes, it failed
    .option-not-yet = Not yet
    .look-succeeded = The command returns { $state-succeeded }, or the Overview page shows neither { $state-failed } nor { $state-updating }.
    .look-failed = The command or the Overview page shows { $state-failed }.
    .look-not-yet = The command or the Overview page still shows { $state-updating }.
    .unsure = If you skip this question, the wizard assumes that the update is still running.

question-extensions-state = Are all extensions provisioned, with none failed or stuck?
    .short = Extensions OK?
    .why = Azure creates a restore point only after every extension has finished provisioning. One extension that fails or hangs blocks the backup.
    .option-succeeded = Yes, all of them
    .option-backup-extension = Only the backup extension has failed
    .option-another = One non-backup extension has failed
    .option-several = Several extensions have failed
    .look-succeeded = Every extension shows { $shown-provisioning-succeeded } or { $state-succeeded }, or there are no extensions. A ready handler proves nothing: the last snapshot may still have failed.
    .look-backup-extension = Only { $vmsnapshot } or { $vmsnapshot-linux } shows another state or an error. The portal may hide this extension: check the extension handlers in the command output.
    .look-another = One extension has failed, is being deleted, or has not finished provisioning for a long time. It is not the backup extension. If a change has just started, wait.
    .look-several = The provisioning of two or more extensions has not succeeded. If the backup extension is one of them, repair the others first.
    .unsure = If you skip this question, the wizard assumes that the extensions are fine.

question-vmsnapshot-removal = Do you want to keep or remove the backup extension?
    .short = Keep or remove?
    .why = Microsoft's article used to advise removing a failed backup extension. Microsoft has withdrawn this advice. The portal no longer shows the extension. Without it, the next application-consistent restore point fails.
    .option-leave = Keep the backup extension
    .option-remove = Remove the backup extension
    .look-leave = Nothing changes. The wizard continues without the removal.
    .look-remove = Choose this only if support asks for it: the next application-consistent restore point fails.

# The Windows agent

question-windows-service = Is the agent service running in Windows?
    .short = Agent service running?
    .why = If the service exists, a restart can help. If it is missing, you need to reinstall the agent.
    .option-running = Running
    .option-stopped = Listed, but stopped
    .option-not-listed = Not listed
    .look-running = { $windows-agent-service } is { $shown-running }, or Azure shows { $shown-ready }. A missing { $windows-telemetry-service } is normal: it has been part of { $windows-agent-monitor } since agent version { $windows-telemetry-merged }.
    .look-stopped = { $windows-agent-service }, or { $windows-agent-display-name }, is in the list, but its status is not { $shown-running }: for example, it is { $shown-stopped } or empty.
    .look-not-listed = { $windows-agent-display-name } is not in the list, and the command does not find { $windows-agent-service }.
    .unsure = If you skip this question, the wizard assumes that the service is installed.

question-windows-program = Is the VM agent in the list of installed programs?
    .short = Agent installed?
    .why = Remove an old or damaged agent before you install the latest version.
    .option-listed = Yes, it is listed
    .option-not-listed = No, it is not listed
    .look-listed = An entry in the list starts with { $windows-agent-program }.
    .look-not-listed = The list has no such entry, and the command returns nothing.
    .unsure = If you skip this question, the wizard leaves out the removal and shows how to install the agent.

question-dotnet = Is .NET Framework 4.5 or a later 4.x version installed?
    .short = .NET 4.5 or later?
    .why = The Windows agent needs .NET Framework to communicate with Azure.
    .option-present = Installed
    .option-missing = Missing or older
    .look-present = The check returns { $value-true }. In the registry, the value { $dotnet-value } in { $dotnet-key } is { $dotnet-release } or higher.
    .look-missing = The check returns { $value-false }. The registry value is lower or missing.
    .unsure = If you skip this question, the wizard assumes that .NET Framework is installed.

question-application-control = Does application control block the backup extension?
    .short = Extension blocked?
    .why = Application control, such as AppLocker, can block { $backup-executable }. This file is in { $backup-extension-folder-windows }.
    .option-blocked = Yes
    .option-not-blocked = No
    .look-blocked = A test result starts with { $policy-denied }, the log contains event { $event-app-locker-blocked } or { $event-code-integrity-blocked } for { $backup-executable }, or another product blocks this file.
    .look-not-blocked = Every test result starts with { $policy-allowed }, the log contains no such event, and no other product blocks the file. An empty test result proves nothing.
    .unsure = If you skip this question, the wizard assumes that nothing blocks the extension.

question-visual-cpp-runtime = Is the Visual C++ 2013 runtime installed and complete?
    .short = Visual C++ OK?
    .why = The backup extension loads { $backup-provider-library }, which works only with a matching runtime.
    .option-present = Installed and complete
    .option-damaged = Missing or damaged
    .look-present = { $visual-cpp-program } is in the list, and { $visual-cpp-library-c } and { $visual-cpp-library-cpp } have the same version.
    .look-damaged = The runtime is not listed, at least one of the two files is missing, or their versions differ.
    .unsure = If you skip this question, the wizard assumes that the runtime is fine.

# The Linux agent

question-linux-family = Which Linux distribution does the VM use?
    .short = Linux distribution
    .why = The names of the package and the service depend on the distribution. Package: { $linux-agent-package-debian } (Debian), { $linux-agent-package-ubuntu } (Ubuntu), { $linux-agent-package-red-hat } (Red Hat) or { $linux-agent-package-suse } (SUSE). Service: { $linux-agent-service-debian } on Debian and Ubuntu, { $linux-agent-service } on all others.
    .option-debian = Debian or Ubuntu
    .option-red-hat = Red Hat family (RHEL, CentOS, Oracle, Rocky)
    .option-suse = SUSE
    .option-other = Another distribution
    .look-debian = The output contains { $distribution-debian } or { $distribution-ubuntu } (ignore case).
    .look-red-hat = The output contains { $distribution-red-hat } or { $distribution-fedora } (ignore case), or the name of another distribution in this option.
    .look-suse = The output contains { $distribution-suse } or { $distribution-sles } (ignore case). The package name can differ between releases.
    .look-other = The output contains none of these names. The service is probably { $linux-agent-service }. The package name depends on the distribution. An empty output proves nothing.
    .unsure = If you skip this question, the wizard shows the commands for all families.

question-linux-agent-process = Is the agent process running in Linux?
    .short = Agent process running?
    .why = If the agent is stopped, start it. If the agent is running and backups still fail, it is probably outdated.
    .option-running = Running
    .option-stopped = Stopped
    .look-running = A line contains { $agent-daemon }, the service is { $service-active }, or Azure shows { $shown-ready }. { $process-python } in { $process-list } and { $shown-not-ready } in Azure prove nothing.
    .look-stopped = There is no such line, and the service is not { $service-active }: for example, it is { $service-inactive }, { $service-failed } or not found.
    .unsure = If you skip this question, the wizard assumes that the process is running.

question-linux-agent-version = Is the latest agent from the repository installed?
    .short = Agent up to date?
    .why = Most agent and extension failures on Linux come from an outdated agent. Update from the distribution's repository. Use the GitHub releases only to see the latest version number.
    .option-newest = Yes, it is the latest
    .option-older = No, the repository has a newer version
    .option-not-offered = The repository lacks the latest agent
    .look-newest = The installed and the available version are the same. Or the package is shown as installed or up to date, without a newer version and without { $apt-local }.
    .look-older = A newer version is listed beside the installed one, or the package is shown as upgradable or out of date. Or an agent package is available, but none is installed.
    .look-not-offered = The command finds no agent package, or the package is marked { $apt-local }. Do not install the agent from GitHub.
    .unsure = If you skip this question, the wizard shows how to update the agent.

question-extensions-enabled = Is the Linux agent allowed to run extensions?
    .short = Extensions allowed?
    .why = If { $extensions-enabled-key } is { $value-n }, the agent runs no extensions, not even the backup extension. The default configuration files for { $extensions-files-without-key } do not contain this setting.
    .option-enabled = Yes, or the setting is missing
    .option-disabled = No, extensions are turned off
    .look-enabled = In { $linux-agent-file }, { $extensions-enabled-key } is { $value-y } or is missing. Ignore { $extensions-enable-key }: the agent does not read it.
    .look-disabled = In { $linux-agent-file }, { $extensions-enabled-key } is { $value-n }. A line about this in the log can be old. On { $distribution-chainguard }, extensions are off by default.
    .unsure = If you skip this question, the wizard assumes that extensions are allowed, as on most distributions.

question-provisioning-agent = Is the value of { $provisioning-agent-key } valid?
    .short = Agent setting valid?
    .why = This setting controls which program sets up the VM at its first start. For backups, only { $extensions-enabled-key } matters.
    .option-valid = Yes, or the setting is missing
    .option-invalid = No, another value, such as { $value-y }
    .look-valid = The value is { $value-auto }, { $value-waagent }, { $value-cloud-init } or { $value-disabled }, or there is no such line. Ignore { $provisioning-old-key }: it was removed in agent version { $provisioning-old-removed }.
    .look-invalid = The value is anything else, such as { $value-y }.
    .unsure = If you skip this question, the wizard shows no steps for this setting.

# Snapshots: the network of the guest OS

question-guest-dhcp = Is DHCP turned on in the guest OS?
    .short = DHCP on?
    .why = The guest OS gets the address of the Azure platform from DHCP option { $dhcp-option }. Without this address, the VM cannot download or run extensions.
    .option-on = On
    .option-off = Off: the address is static in the guest OS
    .look-on = Windows shows { $dhcp-enabled }, or yes for DHCP. On Linux, a route contains { $dhcp-route }, { $dhcp-client } is running, or the settings contain { $dhcp-netplan }, { $dhcp-ifcfg } or { $dhcp-interfaces }.
    .look-off = Windows shows { $dhcp-disabled }, or no for DHCP. Linux shows no sign of DHCP, but { $static-netplan }, { $static-ifcfg }, { $static-keyfile } or { $static-interfaces }. Otherwise skip this question.
    .unsure = If you skip this question, the wizard assumes that DHCP is on.

question-platform-address = Can the VM reach { $platform-address } on TCP ports { $platform-port-http } and { $platform-port-host }?
    .short = Azure address reachable?
    .before = Check as administrator or root: other users are blocked on purpose.
    .why = The agent communicates with the platform at this address over TCP ports { $platform-port-http }, { $platform-port-https } and { $platform-port-host }. Firewalls and routes must not block this address.
    .option-reachable = Yes
    .option-blocked = No, it is blocked
    .look-reachable = With administrator or root rights, ports { $platform-port-http } and { $platform-port-host } both respond: { $value-true } on Windows, any number except { $http-no-answer } on Linux.
    .look-blocked = The check returns { $value-false } or { $http-no-answer } for at least one port. If the program that the check uses is missing, the answer is unknown.
    .unsure = If you skip this question, the wizard assumes that the VM can reach the address.

# Restore points and their lock

question-lock-scope = Is there a lock on the group { $restore-point-group }?
    .short = Lock on the group?
    .why = Azure Backup keeps restore points in this group: { $restore-point-group-pattern }, unless the policy sets another name. It is not the VM's resource group. A lock on this group or on the subscription prevents the deletion of old points.
    .option-group = Yes, on the group or a collection in it
    .option-subscription = Yes, but only on the subscription
    .option-elsewhere = No, only on other resources
    .option-none = No, there are no locks
    .look-group = The part of the ID before { $lock-id-part } ends with this group (ignore case) or with a { $collection-type } resource in it.
    .look-subscription = No lock is on the group or a collection in it, but a lock ID has no { $group-id-part } part. This lock is inherited, so it also appears in the list of the group.
    .look-elsewhere = Every lock ID contains another group or resource, such as the VM (no problem with managed disks) or a storage account with { $backup-protection-lock }. Keep these locks.
    .look-none = The lists for the group, the subscription and the collection are empty. The Azure CLI shows this as { $empty-list }. After an error message, an empty list proves nothing.
    .unsure = If you skip this question, the wizard shows no steps for locks. If there is a lock, old points cannot be deleted.

question-lock-owner = Does the owner agree to the removal of the lock?
    .short = Owner agrees?
    .why = Someone set the lock on purpose. Ask before you remove it. Write down its name, level and notes, so that you can set it again where it does not block backups.
    .option-agrees = Yes
    .option-refuses = No
    .option-not-yet = No answer yet
    .look-agrees = The person named in { $field-notes } or in the activity log, or someone with the role { $owner-role }, agrees. To remove the lock, you need the role { $owner-role } or { $user-access-administrator-role }.
    .look-refuses = The owner wants to keep the lock, or you cannot find the person who can decide.
    .look-not-yet = You have asked and are waiting for an answer.
    .unsure = If you skip this question, the lock stays in place, and the wizard shows what its owner needs to know.

question-restore-point-count = How many instant restore points does the VM have in all collections?
    .short = Restore points
    .why = Azure keeps up to { $limit-restore-points ->
        [one] { $limit-restore-points } instant restore point
       *[other] { $limit-restore-points } instant restore points
    } per VM (as of { $limit-restore-points-newer-dated }). Beyond that, it reports: { $message-restore-point-limit }
    .option-at-limit = { $limit-restore-points } or more
    .option-below = Fewer than { $limit-restore-points }
    .look-at-limit = The total over all collections whose { $field-source-id } is this VM is { $limit-restore-points } or more. Or Azure reports that this limit is exceeded.
    .look-below = The total is below { $limit-restore-points }. If a collection returns no number, its count is unknown, not zero.
    .unsure = If you skip this question, the wizard assumes that the limit is reached.

question-backups-per-day = How many backups of this VM run per day?
    .short = Backups per day
    .why = Microsoft's article advises { $limit-scheduled-per-day ->
            [one] { $limit-scheduled-per-day } backup
           *[other] { $limit-scheduled-per-day } backups
        } a day, because each snapshot is kept for several days and counts toward the restore point limit. A Standard policy allows { $limit-on-demand-per-day } more on demand ({ $limit-on-demand-per-day-dated }).
    .option-one = One
    .option-several = More than one
    .look-one = The list covers several days, and each calendar day (UTC) has at most one backup job for this VM. An empty list proves nothing.
    .look-several = On some days, this VM has two or more backup jobs. Reasons: an Enhanced policy, scripts, or on-demand backups.
    .unsure = If you skip this question, the wizard shows the clean-up without steps for the schedule.

question-clean-up-way = How do you want to clean up the restore points?
    .short = Clean-up method
    .why = Without a lock, Azure Backup can clean up automatically. Manual deletion is faster but cannot be undone.
    .option-automatic = Let Azure Backup clean up
    .option-manual = Delete the collection manually
    .look-automatic = You start a backup. The first run is expected to fail, but it starts the clean-up. The clean-up takes a few hours. The next scheduled backup should then succeed.
    .look-manual = You delete the collection with all its instant restore points. Restore points that are not in the vault yet are lost. Restore points in the vault are kept.

question-collection-deleted = Has the restore point collection been deleted?
    .short = Collection deleted?
    .why = Deleting a collection with many restore points can time out in the portal. This is a known issue. If you repeat the deletion, it usually succeeds.
    .option-deleted = Deleted
    .option-timed-out = No, repeated attempts timed out
    .option-not-yet = Not yet
    .look-deleted = The collection is no longer in the list. In the portal, show hidden types first.
    .look-timed-out = The deletion timed out, and { $limit-deletion-tries ->
            [one] one attempt has
           *[other] { $limit-deletion-tries } attempts have
        } not helped. The state can be { $state-failed }.
    .look-not-yet = The state is { $state-deleting }, or you still have attempts left.
    .unsure = If you skip this question, the wizard assumes that the deletion is still running.

# Encryption and the key vault

question-vm-encrypted = Are the disks encrypted with Azure Disk Encryption (ADE)?
    .short = Encrypted with ADE?
    .why = Azure Disk Encryption stores its keys and secrets in a key vault. Encryption at host and disk encryption sets are different features.
    .option-encrypted = Yes
    .option-not-encrypted = No, or only in another way
    .look-encrypted = In Azure, at least one disk shows ADE, { $encryption-on } or { $value-true }. Encryption only in the VM, such as a volume of type { $encryption-mapping }, is no proof: it can be set up without Azure.
    .look-not-encrypted = All disks show { $encryption-off }, { $value-false } or nothing. If the Azure CLI returns { $encryption-not-enabled }, check disks and VM: the ADE extension may have been removed.
    .unsure = If you skip this question, the wizard assumes that the VM is encrypted.

# Jobs, schedule and vaults

question-job-running = Is a backup or restore job of this VM running in this vault?
    .short = Job running?
    .why = A new backup cannot start until the running job ends.
    .option-running = Yes
    .option-none = No
    .look-running = A line for this VM shows { $job-in-progress } or { $job-cancelling }. A running restore also counts.
    .look-none = No line for this VM shows a job that is running or being canceled.
    .unsure = If you skip this question, the wizard continues with the next one. A running job would block a new backup.

question-job-choice = Do you want to wait for the running job or cancel it?
    .short = Wait or cancel?
    .why = The running job may create the backup that you need. You can cancel it only while it takes the snapshot.
    .option-wait = Wait for the job
    .option-cancel = Cancel the job
    .look-wait = The job continues and can create its restore point.
    .look-cancel = The job ends without a restore point. First check whether you can still cancel it.

question-job-phase = Which phase is the running job in?
    .short = Job phase
    .why = Azure can cancel a backup during the snapshot, but not during the transfer to the vault.
    .option-snapshot = Taking the snapshot
    .option-transfer = Transferring data to the vault
    .look-snapshot = The task { $task-snapshot } is still { $job-in-progress }. If no such task is listed, the answer is unknown.
    .look-transfer = { $task-snapshot } is { $job-completed }, and { $task-transfer } is { $job-in-progress } or has not started yet.
    .unsure = If you skip this question, the wizard shows how to cancel the job. During the transfer, Azure refuses to cancel it.

question-job-finished = Has the job finished?
    .short = Job finished?
    .why = You can start a new backup only when no other job of the VM is running.
    .option-finished = Finished
    .option-not-yet = Not yet
    .look-finished = The status is { $job-completed }, { $job-completed-with-warnings }, { $job-cancelled } or { $state-failed }.
    .look-not-yet = The status is { $job-in-progress } or { $job-cancelling }.
    .unsure = If you skip this question, the wizard assumes that the job is still running.

question-retried = Have you retried the backup after a few minutes?
    .short = Retried?
    .why = A temporary fault of the service goes away by itself. A second failure points to another cause.
    .option-retried = Yes, it failed again
    .option-not-retried = Not yet
    .look-retried = The list shows a second job of this VM a few minutes after the first, and its status is also { $state-failed }.
    .look-not-retried = The list shows no job of this VM that started a few minutes after the failed one, or that job did not fail. If it is still running, wait until it ends.
    .unsure = If you skip this question, the wizard asks you to retry the backup.

# What the job says

question-job-details = Have you read the error details of the failed job?
    .short = Details read?
    .why = This error only means that Azure compute rejected a request. The real reason is in the job details.
    .option-opened = Yes
    .option-not-opened = No
    .look-opened = You can see the message and the recommendation, or the fields { $field-error-text } and { $field-recommendations }.
    .look-not-opened = You know only the short message of the failed job.
    .unsure = If you skip this question, the wizard shows how to open the details.

# Did it work?

question-backup-worked = Did the backup succeed?
    .short = Backup succeeded?
    .why = Only a successful backup proves that the problem is fixed.
    .option-worked = Yes
    .option-failed = No, it failed
    .option-not-yet = It is still running
    .look-worked = The status of the new job is { $job-completed } or { $job-completed-with-warnings }. If there is a warning, read it.
    .look-failed = The status of the new job is { $state-failed }, with the same or another error.
    .look-not-yet = The status of the new job is { $job-in-progress }, or the job is not in the list yet. If the status is { $job-cancelling } or { $job-cancelled }, start the backup again.
    .unsure = If you skip this question, the wizard assumes that the backup is still running.

question-next-scheduled = Did the next scheduled backup succeed?
    .short = Scheduled backup OK?
    .why = An on-demand backup can succeed while the scheduled backup still fails. Only the scheduled backup proves the repair.
    .option-worked = Yes
    .option-failed = No, it failed
    .option-not-yet = It has not finished yet
    .look-worked = A job of this VM that started at or soon after the scheduled time is { $job-completed } or { $job-completed-with-warnings }.
    .look-failed = A job of this VM that started at or soon after the scheduled time is { $state-failed }.
    .look-not-yet = The scheduled job of this VM has not started yet, or it is { $job-in-progress }. A job that is { $job-cancelled } proves nothing: wait for the next one.
    .unsure = If you skip this question, the wizard assumes that this backup has not finished yet.
