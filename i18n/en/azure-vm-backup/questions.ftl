# One entry per question, in the order of questions.toml: the question itself, .short for the trail, .why,
# the options, what each looks like (or means, for a choice), and what going on without an answer means.

# The VM, its agent and its extensions

question-vm-power = Is the VM running?
    .short = VM running?
    .why = The agent answers only in a running VM, so the power state decides where the search begins.
    .option-running = Running
    .option-stopped = Stopped or deallocated
    .look-running = The portal shows { $shown-running }, and the codes hold { $power-running }.
    .look-stopped = The codes hold { $power-stopped } or { $power-deallocated }; if the VM is just starting or stopping, look again in a moment.
    .unsure = Without an answer the wizard takes the VM as running and goes on with its agent.

question-power-shown = Does Azure show the real power state of the VM?
    .short = Power state right?
    .why = After a shutdown from inside, over RDP for instance, Azure may show a wrong state, and then the snapshot fails.
    .option-right = Yes, it matches the VM
    .option-wrong = No, it shows another state
    .look-right = A VM shown as running lets you sign in and prints its last start; one shown as stopped does not answer, even if it is still allocated.
    .look-wrong = A VM that was shut down from inside is still shown as running, or one shown as stopped lets you sign in.
    .unsure = Without an answer the wizard trusts the state shown and leaves the power alone.

question-stopped-choice = Should the VM be started for the backup?
    .short = Start the VM?
    .why = The article asks for a running VM. Newer sources say that a stopped one can be backed up as well, but only as crash-consistent: as if its power had been cut.
    .option-start = Start the VM
    .option-leave = Leave it stopped
    .look-start = The agent and the extensions can be checked, and the snapshot takes running programs into account.
    .look-leave = The backup is tried on the stopped VM; if that fails, the wizard comes back to starting it.

question-agent-status = Is the VM agent ready?
    .short = Agent ready?
    .why = Azure Backup asks for a snapshot through the agent, so an agent that does not report stops the backup.
    .option-ready = Ready
    .option-not-ready = Not ready
    .option-missing = No agent is installed
    .look-ready = Azure shows { $shown-ready }, and in the VM the service or the process of the agent runs.
    .look-not-ready = Azure shows { $shown-not-ready } or an unknown status, or the agent in the VM is stopped; a deployment may then fail with this message: { $message-agent-deployment }
    .look-missing = The VM itself has no agent; an empty answer from Azure alone proves nothing, since a deallocated VM gives one too.
    .unsure = Without an answer the wizard goes on as if the agent needed repair; that harms nothing.

question-guest-os = Which operating system does the VM run?
    .short = Operating system
    .why = The agent is repaired differently on Windows and on Linux, and some causes exist on one of them only.
    .option-windows = Windows
    .option-linux = Linux
    .look-windows = The portal and the type of the system disk say Windows.
    .look-linux = The portal and the type of the system disk say Linux.
    .unsure = Without an answer the wizard leaves out what is special to one system and goes on with the rest.

question-guest-rights = Can you sign in to the VM as an administrator?
    .short = Admin in the VM?
    .why = The agent is repaired inside the VM, which takes local administrator rights on Windows and root on Linux.
    .option-yes = Yes
    .option-no = No
    .look-yes = RDP, SSH, Bastion, the serial console or Run command lets you in, and the check prints { $value-true } on Windows or { $root-number } on Linux.
    .look-no = No way in is open to you, the check prints { $value-false } even in an elevated PowerShell, or Linux refuses you root rights.
    .unsure = Without an answer the wizard shows the steps as if you had the rights; answer again if one of them refuses you.

question-vm-provisioning = What is the provisioning state of the VM?
    .short = VM provisioning
    .why = One failed extension puts the whole VM into a failed state, and an update that still runs can hold up a backup.
    .option-succeeded = Succeeded
    .option-failed = Failed
    .option-updating = Updating
    .look-succeeded = The command prints { $state-succeeded }, and the overview warns of nothing.
    .look-failed = The command prints { $state-failed }; the codes of the VM often name the reason.
    .look-updating = The command prints { $state-updating }: a change is still being carried out, or hangs.
    .unsure = Without an answer the wizard takes the state of the VM itself as good and looks at its extensions.

question-provisioning-settled = Has the provisioning state settled?
    .short = State settled?
    .why = A backup is worth trying only after the update has come to its end.
    .option-succeeded = Yes, it has succeeded
    .option-failed = Yes, it has failed
    .option-not-yet = Not yet
    .look-succeeded = The command prints { $state-succeeded }.
    .look-failed = The command prints { $state-failed }.
    .look-not-yet = The command still prints { $state-updating }.
    .unsure = Without an answer the wizard takes the update as still running and waits.

question-extensions-state = Have all extensions been provisioned?
    .short = Extensions fine?
    .why = A restore point starts only after every extension has finished, so a single one that fails or hangs blocks the backup.
    .option-succeeded = All have succeeded
    .option-backup-extension = Only the backup extension has not
    .option-another = One other extension has not
    .option-several = Several have not
    .look-succeeded = Each extension reads { $shown-provisioning-succeeded }; a ready handler means only that it is loaded, not that the last snapshot was good.
    .look-backup-extension = Only { $vmsnapshot } or { $vmsnapshot-linux } has another state or an error; the portal may hide it, so look among the handlers of the agent.
    .look-another = One extension that is not the backup extension has failed, is being deleted or has been updating for long.
    .look-several = Two or more have not succeeded, perhaps the backup extension among them; the others then come first.
    .unsure = Without an answer the wizard takes the extensions as good and looks at the VM as a whole.

question-vmsnapshot-removal = Should the backup extension be removed?
    .short = Remove extension?
    .why = The article tells you to remove a failed backup extension, since the next backup installs it again; that advice was later withdrawn. The portal no longer shows the extension, and without it the next application-consistent restore point fails.
    .option-leave = Leave it in place
    .option-remove = Remove it
    .look-leave = Nothing is lost; the wizard goes on with the state of the VM as a whole.
    .look-remove = Choose this only if support asks for it: the next application-consistent restore point is likely to fail.

# The Windows agent

question-windows-service = Is the agent service running in Windows?
    .short = Agent service runs?
    .why = A service that is there gets a restart; one that is missing has to be installed again.
    .option-running = Running
    .option-stopped = Listed, but stopped
    .option-not-listed = Not listed
    .look-running = { $windows-agent-display-name } reads { $shown-running }; a missing { $windows-telemetry-service } is normal, as { $windows-agent-monitor } has done its work since { $windows-telemetry-merged }.
    .look-stopped = { $windows-agent-display-name } is listed, but reads { $shown-stopped } or shows no status at all.
    .look-not-listed = The list has no { $windows-agent-display-name }, and the command cannot find { $windows-agent-service }.
    .unsure = Without an answer the wizard goes on as if the service were there.

question-windows-program = Is the agent listed among the installed programs?
    .short = Agent installed?
    .why = An old or damaged installation is removed before the newest agent is installed.
    .option-listed = Listed
    .option-not-listed = Not listed
    .look-listed = The list has an entry that begins with { $windows-agent-program }.
    .look-not-listed = The list has no such entry, and the command prints nothing.
    .unsure = Without an answer the wizard leaves out the removal and goes on with the installation.

question-dotnet = Is .NET Framework 4.5 or later installed?
    .short = .NET 4.5 or later?
    .why = The Windows agent needs it to talk to the platform; any later 4.x version does as well.
    .option-present = Installed
    .option-missing = Missing or older
    .look-present = The check prints { $value-true }: the value { $dotnet-value } of { $dotnet-key } is { $dotnet-release } or higher.
    .look-missing = The check prints { $value-false }: the value is lower or absent.
    .unsure = Without an answer the wizard takes it as installed and tries the backup.

question-application-control = Does application control block the backup extension?
    .short = Extension blocked?
    .why = A product such as AppLocker can stop { $backup-executable }. The article gives a Linux folder for it; on Windows it lies under { $backup-extension-folder-windows }.
    .option-blocked = It is blocked
    .option-not-blocked = It is not blocked
    .look-blocked = The test answers { $policy-denied }, or the log holds event { $event-app-locker-blocked } or { $event-code-integrity-blocked } about { $backup-executable }.
    .look-not-blocked = The test answers { $policy-allowed }, the log holds no such event, and no other product of this kind is in use.
    .unsure = Without an answer the wizard takes the extension as not blocked.

question-visual-cpp-runtime = Is the Visual C++ 2013 runtime in order?
    .short = Visual C++ in order?
    .why = The backup extension loads { $backup-provider-library }, which works only with a matching runtime.
    .option-present = Installed and whole
    .option-damaged = Missing or damaged
    .look-present = { $visual-cpp-program } is listed, and { $visual-cpp-library-c } and { $visual-cpp-library-cpp } have the same version.
    .look-damaged = The runtime is not listed, one of the two files is missing, or their versions differ.
    .unsure = Without an answer the wizard takes the runtime as whole.

# The Linux agent

question-linux-family = Which family of Linux does the VM run?
    .short = Linux family
    .why = Names differ: the package is { $linux-agent-package-debian }, { $linux-agent-package-red-hat } or { $linux-agent-package-suse }; the service is { $linux-agent-service-debian } on Debian and Ubuntu and { $linux-agent-service } elsewhere.
    .option-debian = Debian or Ubuntu
    .option-red-hat = Red Hat family (CentOS, Oracle, Rocky)
    .option-suse = SUSE
    .option-other = Another one
    .look-debian = The lines name { $distribution-debian } or { $distribution-ubuntu }.
    .look-red-hat = The lines name { $distribution-red-hat } or { $distribution-fedora }.
    .look-suse = The lines name { $distribution-suse } or { $distribution-sles }; the name of the package may differ between releases.
    .look-other = None of those words is there; the service is most likely { $linux-agent-service }, the package is up to the distribution.
    .unsure = Without an answer the wizard shows the commands of all families side by side.

question-linux-agent-process = Is the agent process running in Linux?
    .short = Agent process runs?
    .why = A stopped agent only has to be started; one that runs and does not help is probably too old.
    .option-running = Running
    .option-stopped = Stopped
    .look-running = A line holds { $agent-daemon }, or the service is { $service-active }; { $process-list } alone shows just { $process-python }, which proves nothing.
    .look-stopped = There is no such line, and the service is { $service-inactive } or { $service-failed }.
    .unsure = Without an answer the wizard takes the process as running.

question-linux-agent-version = Is the agent the newest that the repository offers?
    .short = Agent up to date?
    .why = Most failures of the agent and its extensions on Linux come from an old agent. Updates come from the repository of the distribution; the releases on GitHub only tell which version is the newest.
    .option-newest = Yes, the newest
    .option-older = No, a newer one is offered
    .option-not-offered = The repository does not hold it
    .look-newest = Installed and offered version are the same, or the package is reported as up to date.
    .look-older = A newer version is offered beside the installed one, or the package is reported as out of date.
    .look-not-offered = The repository has no package of the agent, or only one that is known to be too old; do not take it from GitHub instead.
    .unsure = Without an answer the wizard updates the agent to be on the safe side.

question-extensions-enabled = May the Linux agent run extensions?
    .short = Extensions allowed?
    .why = With { $extensions-enabled-key } set to { $value-n } the agent runs no extension at all, the backup extension included.
    .option-enabled = Allowed, or no such line
    .option-disabled = Switched off
    .look-enabled = { $linux-agent-file } sets { $extensions-enabled-key } to { $value-y } or leaves it out; a line { $extensions-enable-key }, the misspelling of the article, is not read by the agent and counts for nothing. The files that come with { $extensions-files-without-key } leave it out.
    .look-disabled = { $linux-agent-file } sets { $extensions-enabled-key } to { $value-n }, or the log says { $log-extensions-off } or { $log-extension-skipped }. The file that comes with { $distribution-chainguard } switches them off.
    .unsure = Without an answer the wizard takes extensions as allowed, which is the default.

question-provisioning-agent = Is the value of { $provisioning-agent-key } valid?
    .short = Provisioning valid?
    .why = The key decides who prepares the VM at its first start, and { $value-y } is not a value for it. For the backup as such only { $extensions-enabled-key } matters.
    .option-valid = Valid, or no such line
    .option-invalid = Something else
    .look-valid = The value is { $value-auto }, { $value-waagent }, { $value-cloud-init } or { $value-disabled }, or there is no line; a line { $provisioning-old-key } does not count since { $provisioning-old-removed }.
    .look-invalid = The value is anything else, such as { $value-y }.
    .unsure = Without an answer the wizard leaves the value as it is.

# Snapshots: the network of the guest system

question-guest-dhcp = Is DHCP on inside the guest system?
    .short = DHCP on in guest?
    .why = The guest system learns the address of the platform from DHCP option { $dhcp-option }; without that answer it can neither download nor run an extension.
    .option-on = On
    .option-off = Off, the address is set inside
    .look-on = Windows shows { $dhcp-enabled } for the adapter; Linux marks the address as { $dhcp-dynamic }.
    .look-off = Windows shows { $dhcp-disabled }; on Linux the mark { $dhcp-dynamic } is missing, or { $log-wire-server-missing } repeats with no { $log-wire-server-found } after it (once at start is normal).
    .unsure = Without an answer the wizard takes DHCP as on and changes nothing in the network.

question-platform-address = Can the VM reach { $platform-address }?
    .short = Platform reachable?
    .why = The agent talks to the platform at this address over TCP ports { $platform-port-http }, { $platform-port-https } and { $platform-port-host }; a firewall or a route must not stand in between.
    .option-reachable = Reachable
    .option-blocked = Blocked
    .look-reachable = With administrator or root rights, ports { $platform-port-http } and { $platform-port-host } both answer: { $value-true } on Windows, any number but { $http-no-answer } on Linux.
    .look-blocked = One of the two prints { $value-false } or { $http-no-answer }; check this as administrator or root, since the agent guards the address against others.
    .unsure = Without an answer the wizard takes the address as reachable.

# Restore points and their lock

question-lock-scope = Is there a lock on the group { $restore-point-group }?
    .short = Lock on the group?
    .why = Meant is the group in which Azure Backup keeps the restore points, { $restore-point-group-pattern } unless the policy names another, not the group of the VM. A lock there or above it keeps old restore points from being deleted; if there are several, begin with the group.
    .option-group = On this group or on a collection in it
    .option-subscription = On the subscription
    .option-elsewhere = Only on something else
    .option-none = No lock at all
    .look-group = Before { $lock-id-part } the id ends with this group, in capitals or small letters, or goes on to a single { $collection-type } in it.
    .look-subscription = The id has no { $group-id-part } part: the lock is inherited, so it shows in the list of the group as well.
    .look-elsewhere = The id names another group or resource, such as the VM (harmless with managed disks) or a storage account with { $backup-protection-lock }; leave those alone.
    .look-none = The lists of the group, of the subscription and of the collection are all empty: { $empty-list }.
    .unsure = Without an answer the wizard removes no lock and goes on; a clean-up then fails if one is there.

question-lock-owner = Does the owner agree that the lock is removed?
    .short = Owner agrees?
    .why = A lock is somebody's decision. Ask before it goes, and keep its name, level and notes, so that it can be set again in a place where it does no harm.
    .option-agrees = Agrees
    .option-refuses = Refuses
    .option-not-yet = No answer yet
    .look-agrees = The person named in { $field-notes }, in the activity log or in the role { $owner-role } has said yes; removing it takes that role or { $user-access-administrator-role }.
    .look-refuses = That person wants the lock to stay, or nobody can be found who may decide.
    .look-not-yet = The question has been asked, and the answer is still to come.
    .unsure = Without an answer the wizard leaves the lock in place and hands the case to its owner.

question-restore-point-count = How many restore points does the VM have?
    .short = Restore points
    .why = Azure keeps at most { $limit-restore-points ->
            [one] one restore point
           *[other] { $limit-restore-points } restore points
        } for instant restore per VM, counted over all collections in all resource groups (as of { $limit-restore-points-newer-dated }).
    .option-at-limit = { $limit-restore-points } or more
    .option-below = Fewer than { $limit-restore-points }
    .look-at-limit = The sum over all collections whose { $field-source-id } is this VM reaches { $limit-restore-points }, or Azure compute itself answers: { $message-restore-point-limit }
    .look-below = The sum stays below { $limit-restore-points }; a collection that prints no number is unknown, not empty.
    .unsure = Without an answer the wizard goes on as if the limit were reached.

question-backups-per-day = How many backups does the VM get in one day?
    .short = Backups per day
    .why = The article advises { $limit-scheduled-per-day ->
            [one] one backup
           *[other] { $limit-scheduled-per-day } backups
        } a day, as each snapshot is kept for up to { $limit-snapshot-days ->
            [one] one day
           *[other] { $limit-snapshot-days } days
        } (up to { $limit-snapshot-days-newer } with an Enhanced policy). The Standard policy has room for { $limit-scheduled-per-day-newer } scheduled and { $limit-on-demand-per-day } on-demand a day, and Azure refuses more than { $limit-attempts-per-day } on-demand attempts within 24 hours.
    .option-one = One
    .option-several = More than one
    .look-one = Per calendar day in UTC there is one backup job for this VM.
    .look-several = On some days there are two or more, from the several times of an Enhanced policy, from scripts or by hand.
    .unsure = Without an answer the wizard leaves the schedule as it is and goes on with the clean-up.

question-clean-up-way = How should the restore points be cleaned up?
    .short = Way to clean up
    .why = Azure Backup can do it by itself once no lock is in the way; by hand it is quicker, but cannot be undone.
    .option-automatic = Let Azure Backup do it
    .option-manual = Delete the collection by hand
    .look-automatic = You start a backup that is expected to fail the first time; it sets off a clean-up of a few hours, and the next scheduled backup should work.
    .look-manual = You delete the collection with all its instant restore points; recovery points already in the vault are kept apart from it.

question-collection-deleted = Has the restore point collection been deleted?
    .short = Collection deleted?
    .why = A collection with many restore points can take longer than the portal waits, a known problem of the compute platform; a repeated deletion normally gets there.
    .option-deleted = Deleted
    .option-timed-out = Still there after repeated tries
    .option-not-yet = Not yet
    .look-deleted = The collection is gone from the list, hidden types shown.
    .look-timed-out = The deletion timed out, and { $limit-deletion-tries ->
            [one] one try has
           *[other] { $limit-deletion-tries } tries have
        } not helped; the state may read { $state-failed }.
    .look-not-yet = The state reads { $state-deleting }, or there are tries left.
    .unsure = Without an answer the wizard takes the deletion as still running and waits.

# Encryption and the key vault

question-vm-encrypted = Are the disks of the VM encrypted with keys in a key vault?
    .short = VM encrypted?
    .why = The error is about Azure Disk Encryption, whose keys and secrets lie in a key vault; encryption at host and disk encryption sets are something else.
    .option-encrypted = Encrypted with Azure Disk Encryption
    .option-not-encrypted = Not encrypted that way
    .look-encrypted = At least one disk reads { $encryption-on } or { $value-true }; in Linux a volume of type { $encryption-mapping } points the same way.
    .look-not-encrypted = Every disk reads { $encryption-off }, or Azure CLI prints { $encryption-not-enabled }; an empty column alone proves nothing.
    .unsure = Without an answer the wizard takes the VM as encrypted, since the error says so.

question-encryption-keys = What protects the disks: a secret alone or a key as well?
    .short = Key and secret?
    .why = The backup service needs rights on secrets in both cases, and rights on keys only where a key wraps the secret. Microsoft's pages call the secret { $secret-short-name } and the key { $key-short-name }.
    .option-key-and-secret = A key and a secret
    .option-secret-only = Only a secret
    .look-key-and-secret = Beside { $field-secret } the field { $field-key } holds an address too.
    .look-secret-only = The field { $field-secret } holds an address, and { $field-key } is empty or { $value-null }.
    .unsure = Without an answer the wizard grants rights on both, which covers either case.

question-key-vault-model = How does the key vault { $key-vault } grant access?
    .short = Vault access model
    .why = A vault decides either by its own access policies or by Azure roles, and the rights are set in different places.
    .option-access-policy = By access policies
    .option-rbac = By Azure roles
    .look-access-policy = The access configuration names the access policy of the vault; the commands print { $value-false } or nothing.
    .look-rbac = The access configuration names role-based access control; the commands print { $value-true }.
    .unsure = Without an answer the wizard takes the vault as one with access policies.

question-key-vault-rights = Does the backup service have its rights on the key vault?
    .short = Rights on the vault?
    .why = { $backup-principal } has to read and back up the keys and secrets of the disks.
    .option-set = Yes, all of them
    .option-missing = No, or not all of them
    .look-set = { $backup-principal } has { $backup-rights } on secrets and, where a key is used, on keys, or a role that covers these.
    .look-missing = { $backup-principal } is not listed, one of { $backup-rights } is missing, or both commands print { $empty-list } or nothing.
    .unsure = Without an answer the wizard sets the rights; setting them once more does no harm.

# Disks

question-disk-size = How large are the disks of the VM?
    .short = Disk sizes
    .why = The article of { $limit-disk-tb-dated } names { $limit-disk-tb } TB per disk, the support matrix of { $limit-disk-tb-newer-dated } names { $limit-disk-tb-newer } TB: the sources disagree. The matrix adds { $limit-disks-per-vm ->
            [one] one disk
           *[other] { $limit-disks-per-vm } disks
        } and { $limit-vm-total-tb } TB per VM in all.
    .option-within = All within the limits
    .option-encrypted-over = An encrypted disk over { $limit-encrypted-disk-tb } TB
    .option-between = One over { $limit-disk-tb } up to { $limit-disk-tb-newer } TB
    .option-over = One over { $limit-disk-tb-newer } TB
    .look-within = No disk is over { $limit-disk-gib } GiB, which counts as { $limit-disk-tb } TB here, and no encrypted one over { $limit-encrypted-disk-gib } GiB; an empty size or { $value-null } is unknown, so look at the list of disks.
    .look-encrypted-over = A disk encrypted with Azure Disk Encryption is over { $limit-encrypted-disk-gib } GiB; choose this first if more than one answer fits.
    .look-between = The largest disk is over { $limit-disk-gib } GiB, but not over { $limit-disk-gib-newer } GiB.
    .look-over = A disk is over { $limit-disk-gib-newer } GiB, too large for every source.
    .unsure = Without an answer the wizard hands the case to support; send the list of disks along.

# Jobs, schedule and vaults

question-job-running = Is another job of this VM running in this vault?
    .short = Job running?
    .why = A VM takes one backup job at a time, so a new one has to wait for the one that runs.
    .option-running = One is running
    .option-none = None is running
    .look-running = A line for this VM reads { $job-in-progress } or { $job-cancelling }; a restore that runs counts as an operation too.
    .look-none = No line for this VM is left in that state.
    .unsure = Without an answer the wizard takes it that no job is running in this vault.

question-job-choice = Wait for the running job or cancel it?
    .short = Wait or cancel?
    .why = The running job may well bring the backup that you want; newer sources add that it can be cancelled only while its snapshot is taken.
    .option-wait = Wait for it
    .option-cancel = Cancel it
    .look-wait = The job ends by itself, and its recovery point is kept.
    .look-cancel = The job ends without a recovery point; the wizard first looks whether it can still be cancelled.

question-job-phase = Which phase is the running job in?
    .short = Phase of the job
    .why = Azure can cancel a backup while the snapshot is taken, but not while data goes to the vault.
    .option-snapshot = It is taking the snapshot
    .option-transfer = It is moving data to the vault
    .look-snapshot = The task { $task-snapshot } is still { $job-in-progress }.
    .look-transfer = { $task-snapshot } is { $job-completed } and { $task-transfer } is { $job-in-progress }.
    .unsure = Without an answer the wizard tries to cancel; Azure refuses that once data is on its way.

question-job-finished = Has that job come to its end?
    .short = Job finished?
    .why = The backup can be started again only when no other job of the VM is left.
    .option-finished = Finished
    .option-not-yet = Not yet
    .look-finished = The status is { $job-completed }, { $job-completed-with-warnings }, { $job-cancelled } or { $state-failed }.
    .look-not-yet = The status is { $job-in-progress } or { $job-cancelling }.
    .unsure = Without an answer the wizard takes the job as still running and waits.

question-other-vault = Was this VM protected by another vault before?
    .short = Another vault?
    .why = A job that still runs in the former vault holds up the backup in the present one.
    .option-other-vault = Yes, by another vault
    .option-this-only = No, by this one only
    .look-other-vault = { $az-check-vm } names another vault than the one you use, or the list of another vault holds this VM.
    .look-this-only = The vault you use is named, and no other vault lists this VM.
    .unsure = Without an answer the wizard looks into no other vault and goes on with the schedule.

question-schedule-overlap = Does a scheduled backup run into the next one?
    .short = Schedule collides?
    .why = A backup that takes longer than the time between two starts blocks the next one again and again.
    .option-collides = Yes, they collide
    .option-fits = No, it ends in time
    .look-collides = Jobs of this VM often end after the time at which the policy starts the next one.
    .look-fits = Jobs of this VM end well before the next start.
    .unsure = Without an answer the wizard leaves the schedule as it is and tries the backup again.

question-retried = Have you tried the backup again after some minutes?
    .short = Tried again?
    .why = The message itself asks for that: an internal error is often gone a few minutes later.
    .option-retried = Yes, it failed again
    .option-not-retried = Not yet
    .look-retried = The list shows a second job some minutes after the first, and it reads { $state-failed } as well.
    .look-not-retried = The list shows one failed job and none after it.
    .unsure = Without an answer the wizard has the backup tried again.

question-policy-upgraded = Was the policy changed from Standard to Enhanced just before?
    .short = Policy just changed?
    .why = { $internal-error-second-code } can follow such a change; then the cause lies in the service, and support has to look.
    .option-just-changed = Yes, just before the failure
    .option-not-changed = No
    .look-just-changed = The policy of the VM now has the type { $policy-type-enhanced }, and the change or a job { $job-operation-configure } lies just before the failure.
    .look-not-changed = The policy still has the type { $policy-type-standard }, or it has been in use for long.
    .unsure = Without an answer the wizard goes on with the usual causes.

# What the job says

question-job-details = Have you read the error details of the failed job?
    .short = Details read?
    .why = This error only says that the compute platform of Azure refused something; the true reason stands in the details.
    .option-opened = Yes
    .option-not-opened = No
    .look-opened = You have a message and a recommendation, or { $field-error-text } and { $field-recommendations }, before you.
    .look-not-opened = You know only the short message of the failed job.
    .unsure = Without an answer the wizard shows how to open them.

question-detail-names = What do the error details tell?
    .short = Details tell
    .why = A message that the wizard knows has a way of its own; otherwise the recommendation is the best lead.
    .option-known-error = Another known error
    .option-recommendation = A recommendation to follow
    .option-nothing = Nothing that helps
    .look-known-error = The message or the code in the portal is one that the wizard lists; the number in { $field-error-code } is not that code.
    .look-recommendation = { $field-recommendations } names something that you can do.
    .look-nothing = Both are empty, or only repeat the short message.
    .unsure = Without an answer the wizard hands the case to support with the details.

# Did it work?

question-backup-worked = Did the backup work?
    .short = Backup worked?
    .why = Only a backup that comes to its end proves that the cause is gone.
    .option-worked = It worked
    .option-failed = It failed
    .option-not-yet = It is still running
    .look-worked = The new job is { $job-completed }, or { $job-completed-with-warnings }: then read the warning as well.
    .look-failed = The new job is { $state-failed }, with the same error or another one.
    .look-not-yet = The new job is { $job-in-progress }, or is not listed yet.
    .unsure = Without an answer the wizard takes the backup as still running and waits.

question-next-scheduled = Did the next scheduled backup work?
    .short = Next scheduled?
    .why = A backup by hand can work while the one at night fails again, so the schedule has the last word.
    .option-worked = It worked
    .option-failed = It failed
    .option-not-yet = It has not run yet
    .look-worked = A job that started at the time in the policy is { $job-completed } or { $job-completed-with-warnings }.
    .look-failed = A job that started at the time in the policy is { $state-failed }.
    .look-not-yet = No job has started at that time yet, or it is { $job-in-progress }.
    .unsure = Without an answer the wizard takes it as not run yet and waits.
