# One entry per problem. The message is what Azure shows, word for word, and so is its wording of another place or time;
# the rest is ours.

problem-vss-writer-bad = A shadow copy writer has failed
    .message = Snapshot operation failed because VSS writers were in a bad state.
    .wording = Snapshot operation failed due to VSS Writers in bad state.
    .why = Before a snapshot, Windows asks each shadow copy ({ $windows-shadow-copy-service }) writer to prepare the data of its application. At least one writer failed or took too long. Common causes are a full disk, a busy VM and a stuck service.
    .end-cluster = Azure Backup does not support Cluster Shared Volumes (as of { $fact-cluster-volumes }). The owner of the cluster must choose another way to back up these volumes.
    .end-administrator = To check the writers, you must sign in to the VM as a local administrator.
    .keywords = vss, vss writer, shadow copy, writers, writer timed out, sql writer, system writer, vss writers, failed writers, failed writer, writer failed, writers in bad state, vss writer timed out, vssadmin, vssadmin list writers, sqlvsswriter, sql vss writer, exchange writer, wmi writer, registry writer, iis writer, hyper-v writer, retryable error, non-retryable error, restart writers, shadow copy writer, reregister vss, ntds writer, sharepoint writer, oracle vss, bits writer, event id 12289, event id 8193, vss event, sql vss, vss timeout

problem-vss-service-bad = The shadow copy service does not work
    .message = Snapshot operation failed due to VSS (Volume Shadow Copy) service in bad state.
    .why = The { $shadow-copy-service-name } service coordinates snapshots in Windows. It does not start, does not respond, or is disabled. Between backups, the service is normally stopped.
    .end-administrator = To check the service, you must sign in to the VM as a local administrator.
    .keywords = vss service, volume shadow copy service, shadow copy, service disabled, vss service not starting, vss disabled, vss stopped, vss not running, start vss, enable vss, vss error, volume shadow copy, shadow copies, volume shadow copy disabled, swprv, shadow copy provider, shadow copy failed, shadow copy error, volume shadow copy failed, vss off, vss turned off, shadow copies off, vssvc, volsnap, diskshadow, vss service disabled, cannot start vss

problem-bitlocker-locked = A drive is locked by BitLocker
    .message = The snapshot operation failed with the Volume Shadow Copy Service (VSS) operation error
    .wording = This drive is locked by BitLocker Drive Encryption. You must unlock this drive from the Control Panel.
    .why = Windows cannot take a snapshot of a drive that BitLocker has locked. Microsoft's article says to turn off BitLocker, but the message only asks you to unlock the drive. An unlocked drive stays encrypted.
    .end-azure-keys = If Azure Disk Encryption has encrypted the locked drive, its keys are in a key vault. Do not turn off BitLocker in the VM: Azure Backup supports this encryption. Ask support how to unlock the drive.
    .end-administrator = To check the drives, you must sign in to the VM as a local administrator.
    .keywords = bitlocker, locked drive, drive locked, unlock, bit locker, bitlocker locked, bitlocker encryption, locked by bitlocker, unlock bitlocker, unlock drive, disable bitlocker, suspend bitlocker, manage-bde, locked volume, locked disk, turn off bitlocker, bitlocker locks disk, recovery key bitlocker, locked partition

problem-com-error = COM+ does not work in the VM
    .message = Snapshot operation failed due to COM+ error
    .wording = Extension installation/operation failed due to a COM+ error
    .why = The backup extension registers a snapshot provider with COM+ in Windows. COM+ needs the { $com-service } service and the transaction service ({ $transaction-service }). One of them does not start, runs under the wrong account or has no resources left.
    .end-administrator = To check these services, you must sign in to the VM as a local administrator.
    .keywords = com+, com plus, distributed transaction, { $transaction-service }, event system, com+ error, com+ failed, com error, comsysapp, com+ system application, com+ event system, com+ application, component services, dcom, dtc, distributed transaction coordinator, com surrogate, msdtc service, com plus error, com+ service, com+ registration, register com+, com+ catalog, dcomcnfg, regsvr32, com+ service stopped, dtc broken, dcom error

problem-freeze-failed = A file system cannot be frozen
    .message = Failed to freeze one or more mount-points of the VM to take a file-system consistent snapshot.
    .why = Before a snapshot, the backup extension freezes Linux file systems ({ $file-types-frozen }) for a moment. One of them did not freeze or took too long. The log of the extension usually shows which one and why.
    .end-mounts = A mount point that cannot be opened cannot be frozen either. Continue with the problem “A mount point cannot be opened”.
    .end-administrator = To check the file systems, you need root access to the VM.
    .keywords = freeze, fs freeze, filesystem, xfs, ext4, file system consistent, frozen, fsfreeze, freeze failed, freeze timeout, freeze timed out, cannot freeze, freeze slow, filesystem freeze, file system freeze, freeze linux, freeze mount, thaw, freeze filesystem, btrfs, lvm freeze, file-system consistent, thaw timeout, lvm, ext3, fifreeze, mysql freeze, freeze took too long

problem-mount-not-open = A mount point cannot be opened
    .message = Some mount point is not accessible.
    .wording = Check if all mount points of fstype Ext3/4, ReiserFS, JFS, XFS are accessible.
    .why = The backup extension opens every mounted file system ({ $file-types-frozen }) before the snapshot. One of them does not respond: a disk is gone, a network device hangs, or a file restore was not closed.
    .end-administrator = To check the mount points, you need root access to the VM.
    .keywords = mount, mount point, nfs, network share, stale mount, fstab, df hangs, unable to open mount, mount not accessible, mount point inaccessible, mount point not accessible, mount hangs, broken mount, cifs, smb mount, nfs hangs, nfs stale, umount, unmount, open mount point, mounted share, stale file handle, loop device, bad mount, dead mount, dead nfs, fuse, check mounts, mount unavailable, autofs, sshfs, glusterfs, blobfuse, tmpfs, lazy umount, mount point gone, smb share

problem-vm-too-busy = The VM is too busy for a snapshot
    .message = Snapshot operation failed due to inadequate VM resources.
    .why = The backup extension in the VM waited too long for an answer while it took the snapshot. The name of the code mentions the network, but usually the VM is too busy. On Windows, first let the host take the snapshot. Then check the load.
    .keywords = high cpu, cpu, memory, load, overloaded, slow vm, resources, disk queue, busy, vm overloaded, vm busy, too busy, cpu 100%, 100% cpu, cpu load, high load, high memory usage, memory pressure, low memory, disk io, high io, iops, insufficient resources, inadequate resources, not enough vm resources, vm unresponsive, network unresponsive, vm hangs, snapshot timed out, snapshot timeout, cpu too high, busy disks, heavy load, vm under load, vm under heavy load, server overloaded, disk queue length, cpu spike, io overload, vm performance, disk busy, cpu starved, throttled vm, disk throttling, vm sluggish, high latency, performance of the vm, cpu maxed, cpu maxed out

problem-restore-point-internal-error = Internal error with the restore point
    .message = Restore Point creation failed due to an internal execution error while creating VM snapshot. Please retry the operation after some time.
    .why = Azure compute did not get a finished snapshot from the backup extension. Microsoft's article names only antivirus software as the cause. The VM agent, another extension, the network or application control can also be the cause.
    .keywords = antivirus, antivirus blocks, antivirus exclusion, antivirus blocking backup, av software, defender, defender blocks backup, mcafee, symantec, restore point creation failed, restore point internal error, internal execution error, applocker, restore point not created, crowdstrike, virus scanner, exclude from antivirus, endpoint protection, antimalware, anti-virus, antivirus scan, edr, endpoint security, trellix, trend micro, malwarebytes, sentinelone

problem-no-secure-channel = No secure connection for the snapshot
    .message = The snapshot operation failed because of failure to create a secure network communication channel.
    .wording = Snapshot operation failed due to failure in creating secure network communication channel
    .why = The backup extension could not set up a secure connection ({ $tls-version }) to Azure. On older versions of Windows, this protocol can be turned off, or .NET does not offer it.
    .end-administrator = To check these settings, you must sign in to the VM as a local administrator.
    .keywords = tls, ssl, certificate, secure channel, handshake, old windows, schannel, tls 1.2, tls1.2, tls disabled, tls 1.2 disabled, enable tls, tls snapshot, ssl handshake, schusestrongcrypto, strong crypto, cipher suites, ciphers, secure network channel, secure communication channel, no secure connection, no secure network, windows 2008 tls, dotnet tls, old tls, crypt32, https fails, https, tls version, tls 1.0, tls 1.1, root certificate, certificate chain, systemdefaulttlsversions, securityprotocol, .net tls

problem-runtime-not-installed = A runtime cannot be installed
    .message = The snapshot operation failed because of failure to install Visual C++ Redistributable for Visual Studio 2015.
    .wording = Snapshot operation failed due to failure in installation of Visual C++ Redistributable for Visual Studio 2012
    .why = The backup extension includes the Visual C++ runtime that it needs, but could not install it. Some messages name a different year, but the extension installs { $visual-cpp-program }.
    .end-administrator = To repair the installation, you must sign in to the VM as a local administrator.
    .keywords = visual c++, vc redist, redistributable, runtime, msi, installer, vcredist, vc++, vc++ redist, visual c++ redistributable, c++ runtime, c++ redistributable, visual studio 2015, visual studio 2012, visual studio runtime, msvc, msvcr, msi error, msi 1603, 1603, windows installer, vcruntime140, redistributable install failed, visual c, no visual c++, msvcp140, vc runtime missing, c++ 2015, msiexec

problem-vm-offline = The VM is not running
    .message = Failed to install Microsoft Recovery Services extension as virtual machine  is not running
    .why = Azure Backup could not install its extension in the VM. The VM was stopped, or its agent was missing or did not respond.
    .keywords = vm stopped, vm off, deallocated, powered off, shut down, not running, vm is off, vm offline, vm not running, vm is not running, vm shut down, vm shutdown, vm turned off, machine off, machine switched off, machine stopped, stopped vm, stopped deallocated, deallocated vm, start vm, start the vm, power on, vm powered down, vm isn't running, vm isnt running, vm down, server off, vm sleeping, vm poweroff, vm stop, vm stopped by user, vm is stopped, machine is stopped, vm is deallocated, vm is down, machine halted, halted vm, poweredoff, vm in stopped state, vm hibernated, vm asleep, offline, backup of a stopped vm

problem-denied-by-policy = An Azure policy denies the request
    .message = An invalid policy is configured on the VM which is preventing Snapshot operation.
    .wording = An invalid policy is configured on the VM which is preventing Snapshot operation. Please correct the policy and retry the operation.
    .why = The message mentions the VM, but usually the policy denies the creation of the resource group in which Azure Backup keeps restore points. Often a policy requires a tag, a name or a region for new groups. A policy can also deny what a restore creates.
    .end-asked = The owner of the policy has not answered yet. When they answer, come back and answer here.
    .end-asked-restore = The owner of the policy has not answered yet. When they answer, come back and answer here. You can also restore into a resource group that the policy allows.
    .end-policy-owner = The owner of the policy knows what it requires, and only they can change it.
    .end-restored = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = azure policy, policy, tag, missing tag, disallowed, denied, naming rule, allowed locations, governance, policy denies, policy denied, denied by policy, disallowed by policy, request disallowed, policy blocks, policy blocks resource group, deny policy, policy assignment, policy exemption, policy violation, policy effect deny, required tag, tag required, tags, invalid policy, policy prevents snapshot, policy owner, requestdisallowedbypolicy, need a tag, policy compliance, initiative, management group policy, deny effect, tagging policy, policy restriction, policy says no, policy requires a tag, policy forbids

problem-vm-not-in-desirable-state = The state of the VM blocks backups
    .message = VM is not in a state that allows backups.
    .wording = The VM isn't in a state that allows backups.
    .why = Azure Backup can back up a VM that is running, stopped or stopped (deallocated). It cannot do so while the VM changes between these states, or while the VM, its agent or an extension is in a failed state.
    .end-moving = The VM is still starting or stopping. When it is running or stopped, come back and answer again.
    .keywords = vm state, wrong state, starting, stopping, transitioning, not desirable, desirable state, not in desirable state, vm not in a state that allows backups, state that allows backups, vm rebooting, vm restarting, vm is starting, vm is stopping, vm in transition, wrong vm state, selinux, unsupported vm state, state blocks backup, bad vm state, vm updating, vm is updating, vm state not allowed, vm being started, vm mid-reboot, during reboot, hibernating, deallocating, vm deallocating, bad state of vm, vm not ready state, vm not ready, vm state prevents backup, vm not ready for backup

problem-extension-stuck = The backup extension is stuck
    .message = Extension state is not supportive to the backup operation
    .why = The backup extension is in a state that blocks backups, for example a deletion that never ends. For this error, Microsoft advises removing the extension, so that it is installed again. For other errors, Microsoft advises against removing it.
    .end-named = The new backup failed with another error. Search here for the code or message of that error, and continue with the problem that matches.
    .keywords = stuck, deleting, deletion state, hanging extension, remove extension, reinstall extension, uninstall, cannot uninstall, extension stuck, stuck extension, stuck deleting, stuck in deletion, deletion stuck, extension deletion stuck, extension not deleting, extension wont delete, extension hangs, remove vmsnapshot, uninstall vmsnapshot, vmsnapshot wont uninstall, delete extension, uninstall extension, extension state, extension state not supportive, reinstall vmsnapshot, extension deleting forever, force remove extension, remove vmsnapshot extension, delete vmsnapshot extension, extension wont go away, extension in deletion, extension removal hangs

problem-snapshot-limit = Too many snapshots of a disk
    .message = Snapshot operation failed as snapshot limit is exceeded for some of the disks attached
    .why = A disk has as many snapshots as Azure allows. With managed disks, these are restore points of Azure Backup, Site Recovery or another product. Azure compute allows { $limit-restore-points-per-vm } per VM ({ $limit-restore-points-per-vm-dated }). Azure Backup has a lower limit with its own error code.
    .keywords = snapshot limit, too many snapshots, site recovery, limit exceeded, snapshot limit exceeded, snapshot limit reached, too many disk snapshots, number of snapshots, max snapshots, snapshots per disk, delete snapshots, delete old snapshots, snapshot quota, asr, azure site recovery, disk snapshot limit, 500 snapshots, snapshot count, maximum snapshots, clean up snapshots, snapshots maxed out, snapshots piled up, 200 snapshots, old disk snapshots

problem-extension-config-unreadable = The extension cannot read its settings
    .message = Failure in parsing the config for the backup extension.
    .wording = Snapshot operation failed due to a parsing failure of the configuration
    .why = On Windows, the backup extension decrypts its settings with a certificate of the VM. This fails if the permissions on the folder of the machine keys were changed, or if the certificate is not valid.
    .end-administrator = To check the permissions and certificates, you must sign in to the VM as a local administrator.
    .keywords = config, parsing, settings, certificate, machine keys, machinekeys, decrypt, config parsing, parsing failure, parse config, config parsing failure, config parse error, extension config, extension settings, machinekeys permissions, rsa machinekeys, protected settings, decrypt settings, settings not decrypted, crypto rsa, private key, crp certificate, cannot read config, read settings, unreadable settings, decrypt fails, decryption failed, runtime settings, cannot decrypt

problem-job-not-cancelled = A job cannot be canceled
    .message = Cancellation isn't supported for this job type
    .wording = The job isn't in a cancelable state
    .wording-2 = The selected job isn't in a cancelable state
    .wording-3 = Backup can't cancel the job because it isn't in progress
    .wording-4 = Backup failed to cancel the job
    .why = You can cancel a backup only while it takes the snapshot, and a restore only until the data transfer ends. After that, and for other kinds of jobs, you can only wait until the job ends.
    .end-busy = The job is still running. When it has ended, come back and answer again.
    .end-over = The job has ended, so there is nothing left to cancel. If it failed, search for its error here.
    .keywords = cancel, abort, stop job, kill job, cancel job, cancel backup, cannot cancel, cant cancel, cannot cancel job, cannot cancel backup, cancel restore, cancellation, cancellation not supported, cancel not possible, cannot stop job, cant stop job, stop backup, stop backup job, stop restore, abort backup, kill backup, abort job, not cancelable, cancelable state, job wont stop, stop job fails, cancellation fails, terminate backup, stop running job, interrupt job

problem-snapshot-gone = The snapshot to restore from is gone
    .message = Restore failed because the snapshot of the VM was not found. The snapshot could have been deleted, please check.
    .why = The chosen restore point was only a snapshot. That snapshot was deleted before its data reached the vault, for example together with its restore point collection. A deleted snapshot cannot be recovered, so you need another restore point.
    .end-support = No restore point has its data in the vault, or the restore from such a point failed too. A deleted snapshot cannot be recovered. Support can check whether this VM has another usable restore point.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = snapshot not found, snapshot deleted, instant restore missing, restore failed, snapshot gone, snapshot missing, missing snapshot, snapshot removed, snapshot was deleted, deleted snapshot, no snapshot, instant rp, instant rp not found, instant restore, instant restore failed, instant recovery, snapshot lost, recovery point snapshot missing, snapshot of the restore point missing, cannot find snapshot, find snapshot, snapshot disappeared, snapshot does not exist, snapshot vanished, deleted snap, snap missing, snapshot expired, instant rp expired

problem-size-not-available = The VM size is not available
    .message = VM creation failed as VM size selected is not available.
    .why = A restore creates the VM in the size that it had when it was backed up. Azure does not offer that size in this region or subscription, or currently has no capacity for it. You can restore the disks and create a VM of another size from them.
    .end-copying = The restore or the first start of the VM is still in progress. When both have finished, come back and answer again.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = size, sku, capacity, sku not available, vm size, restore vm failed, vm size not available, size not available, size unavailable, sku unavailable, skunotavailable, size not offered, size not in region, no such size, another size, other vm size, selected size, vm sku, change vm size, vm series unavailable, vm series, sku restricted, size restricted, instance type, flavor

problem-marketplace-plan-gone = The Marketplace plan of the VM is gone
    .message = VM creation failed due to Market Place purchase request being not present.
    .why = The VM was created from a Marketplace image whose publisher no longer offers its plan. A backup of such a VM works, but a restore creates only the disks: no VM can be created from them. You can read the data on another VM.
    .end-copying = The restore is still running. When it has ended, come back and answer again.
    .end-support = You could not get the data that you need. Support can check the restore point, and the publisher can say whether the plan has a successor.
    .end-resolved = The restored data is there. The restored disks cost money until you delete them.
    .keywords = marketplace, image plan, publisher, purchase, plan, marketplace plan, marketplace image, marketplace vm, marketplace purchase, purchase plan, plan not found, plan gone, publisher removed, image removed, image offer, offer withdrawn, market place, purchase request, third-party image, paid image, image withdrawn, offer removed, offer retired, marketplace terms, accept terms, plan of image, saas offer

problem-trusted-launch-left = Trusted Launch is off
    .message = Backup cannot be configured for the VM which has migrated from Trusted Launch mode to non Trusted Launch mode.
    .why = The vault has a record of a Trusted Launch VM with this name. Perhaps Trusted Launch was turned off: Azure Backup does not support such a VM. Or that VM was deleted, and this is a new VM with the same name in the same resource group.
    .end-deleting = The deleted backup data is still in the vault. With soft delete, it stays for { $limit-soft-delete-days ->
            [one] one day
           *[other] { $limit-soft-delete-days } days
        } or longer ({ $limit-soft-delete-days-dated }). When it is gone, come back and answer again.
    .end-converted = Azure Backup does not support a VM whose Trusted Launch was turned off, so you cannot configure backup for this VM. Ask support before you change anything else: such a VM may not start.
    .end-support = The name of the VM does not explain the error, or the backup still cannot be configured. Support can see what the vault has on record for this VM.
    .keywords = trusted launch, security type, secure boot, migrated, enable backup, trusted launch off, trusted launch disabled, trusted launch turned off, trustedlaunch, disable trusted launch, vtpm, secure boot off, security type standard, standard security type, migrated from trusted launch, no trusted launch, gen2, trusted launch to standard, left trusted launch, vm without trusted launch, trusted launch converted, converted from trusted launch, no more trusted launch, tl off, secure boot disabled, security profile

problem-cross-subscription-original-location = Replacing disks needs the same subscription
    .message = Operation failed as Cross Subscription Restore is not supported for Original Location Recovery.
    .why = Replacing the disks of an existing VM works only where that VM is. In another subscription, a restore can only create a new VM or new disks.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, replace disks, original location, replace existing, olr, cross subscription olr, olr cross subscription, original location recovery, cross subscription original location, replace disks other subscription, replace existing other subscription, in-place restore other subscription, in place other subscription

problem-cross-subscription-unmanaged-disks = Other subscription: unmanaged disks
    .message = Operation failed as Cross Subscription Restore is not supported for Azure VMs with Unmanaged Disks.
    .why = A VM with unmanaged disks can be restored only into its own subscription.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, unmanaged disks, storage account disks, unmanaged vm, unmanaged disk restore, cross subscription unmanaged, unmanaged, vhd disks

problem-cross-subscription-other-region = Other subscription and other region
    .message = Operation failed as Cross Subscription Restore is not supported along-with Cross Region Restore.
    .why = The message says that a restore can go to another subscription or region, not both. Newer Microsoft pages allow both at once ({ $fact-cross-region-restore }). First update the Azure CLI or Azure PowerShell. If that does not help, change only one of the two.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, cross region restore, other region, secondary region, crr, cross region, csr crr, other subscription and region, another region and subscription, restore to another region, paired region, cross subscription cross region, different region, geo restore, geo-redundant restore, grs, secondary region other subscription, csr with crr

problem-cross-subscription-snapshot = Other subscription: only a snapshot
    .message = Operation failed as Cross Subscription Restore is not supported when restoring from a Snapshot recovery point.
    .why = The chosen restore point is only a snapshot in the subscription of the VM. For another subscription, its data must be in the vault.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, snapshot tier, not in vault, snapshot recovery point, cross subscription snapshot, restore snapshot to other subscription, only a snapshot, snapshot only, instant rp other subscription

problem-cross-subscription-tenant = Other subscription: other tenant
    .message = Operation failed as the tenant IDs for source and target subscriptions don't match.
    .why = A restore into another subscription works only within one Microsoft Entra tenant.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, tenant, directory, entra, other tenant, different tenant, tenant mismatch, tenant id, cross tenant, wrong tenant, tenants do not match, aad tenant, entra tenant, invalid tenant, azure ad, guest tenant, foreign tenant, tenant id mismatch

problem-cross-subscription-not-registered = Other subscription: not registered
    .message = Operation failed as the target subscription specified for restore is not registered to the Azure Recovery Services Resource Provider.
    .why = The resource provider of Azure Backup is not registered in the target subscription yet. The registration takes a few minutes and is needed once per subscription.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, register provider, resource provider, not registered, provider not registered, resource provider not registered, register microsoft recoveryservices, recoveryservices not registered, register recovery services, provider registration, subscription not registered, target subscription not registered, microsoft recoveryservices

problem-cross-subscription-encrypted = Other subscription: encrypted VM
    .message = Operation failed as Cross Subscription Restore is not supported for Encrypted Azure VMs.
    .why = An encrypted VM can be restored only into its own subscription. Microsoft's pages disagree about which kinds of encryption this applies to. If you need the other subscription, read the support matrix.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, encrypted vm restore, encrypted vm other subscription, encrypted vm to another subscription, cross subscription encrypted, cross subscription ade, ade other subscription, restore encrypted vm, cmk other subscription

problem-cross-subscription-trusted-launch = Other subscription: Trusted Launch VM
    .message = Operation failed as Cross Subscription Restore is not supported for Trusted Launch Azure VMs (TVMs).
    .why = According to this message, a Trusted Launch VM can be restored only into its own subscription. The newer support matrix no longer lists this rule ({ $fact-trusted-launch-restore }). To use another subscription, update the Azure CLI or Azure PowerShell, or ask support.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = other subscription, trusted launch restore, trusted launch other subscription, trusted launch to another subscription, trusted launch cross subscription, cross subscription trusted launch, tvm, restore trusted launch vm

problem-restore-target-refused = The target of a restore was refused
    .message = The Recovery Services vault and target storage account are in two different regions
    .wording = The storage account specified for the restore operation isn't supported
    .wording-2 = The type of storage account specified for the restore operation isn't online
    .wording-3 = The specified virtual network configuration isn't correct
    .wording-4 = The selected subnet doesn't exist
    .wording-5 = The resource group quota has been reached
    .wording-6 = The Backup service doesn't have authorization to access resources in your subscription.
    .why = The restore was refused because of one of its targets: the storage account, the network or a new resource group. Or Azure Backup lacks permissions in the subscription.
    .end-copying = The restore is still running. When it has ended, come back and answer again.
    .end-support = The reason is unclear, the restore still fails, or a limit of the subscription is reached. Support can see what was refused, and raise limits.
    .end-resolved = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = restore target, storage account region, virtual network, subnet, quota, restore refused, authorization, target storage account, wrong region storage account, storage account not supported, storage account offline, storage account in another region, subnet not found, subnet does not exist, subnet missing, vnet, virtual network invalid, virtual network configuration, wrong vnet, resource group quota, rg quota, no authorization, backup service not authorized, restore target refused, too many resource groups, number of resource groups, storage account region mismatch, subnet removed, vnet config, network not found, nic not found, target network, target vnet, target refused, storage in other region

problem-vm-gone = The VM no longer exists
    .message = Could not perform the operation as VM no longer exists.
    .wording = The virtual machine doesn't exist
    .wording-2 = An Azure virtual machine wasn't found.
    .why = The VM was deleted, or moved to another resource group or subscription, but its backup was not stopped. Azure Backup still tries to back it up. Its restore points are still there, and you pay for the latest one until you delete it.
    .end-stopped = The backup of the old VM is stopped, so no more jobs fail. The restore points of that VM are still in the vault, unless you deleted them.
    .end-support = Azure Backup cannot find a VM that exists, or the restore of a deleted VM fails. Support can see which VM is recorded in the vault.
    .keywords = vm deleted, deleted vm, moved vm, vm moved, vm not found, does not exist, vm removed, vm gone, vm does not exist, vm doesnt exist, vm no longer exists, vm renamed, vm recreated, moved to another resource group, moved to another subscription, machine deleted, machine not found, deleted machine, stop protection of a deleted vm, vm missing, 400094, deleted vm still backed up, vm not present, vm no more, no such vm, vm vanished, orphaned backup, orphan vm, vm migrated, vm doesnt exist anymore, vm id changed

problem-copy-timed-out = Copying the data took too long
    .message = Copying backed up data from vault timed out
    .wording = Copying VHDs from the Recovery Services vault timed out
    .why = The message says “from vault”, but usually the transfer of a backup to the vault took too long. The cause can be a temporary storage fault. Other causes are too many changes, a first backup or slow disks.
    .end-named = The job failed while it took the snapshot, so this is another error. Search here for the code or message in the job details, and continue with the problem that matches.
    .keywords = timeout, timed out, copy slow, transfer, vault copy, data transfer, copy timed out, copy timeout, copying timed out, copying vhd, copying vhds, copy vhd, vhd copy, vhd, transfer timed out, transfer to vault, copy to vault, vault transfer timeout, data copy too long, copying takes too long, copy to vault slow, copy to vault too slow, copying not finished, copy hangs, slow copy, copying hangs, copy stuck

problem-storage-account-full = The storage account is too full
    .message = Could not copy the snapshot of the virtual machine, due to insufficient free space in the storage account
    .why = Only VMs with unmanaged premium disks get this error. Azure Backup first copies the snapshot within the storage account, and the copy needs space. Microsoft advises filling at most { $limit-account-fill-percent }% of the account ({ $limit-account-fill-percent-dated }).
    .end-details = A VM with managed disks should not get this error. The real reason is in the details of the failed job. Continue with the problem “Azure compute reports an error”.
    .keywords = storage account full, no space, free space, premium storage, quota, storage full, account full, not enough space, insufficient space, insufficient free space, out of space, premium quota, premium disk quota, premium disks, storage capacity, free up space, disk space storage account, storage account capacity, no space left, storage overfull, account overfull, 35 tb, storage account limit

problem-backup-slow = A backup or restore is very slow
    .message = Backup or restore takes time
    .why = Microsoft calls a backup slow after { $limit-backup-slow-hours } hours, and a restore after { $limit-restore-slow-hours } hours ({ $limit-restore-slow-hours-dated }). A first backup, a new disk and a lot of changed data take time. At busy times, a backup can wait in the queue for up to { $limit-queue-hours } hours ({ $limit-queue-hours-dated }).
    .end-support = The restore failed or is still slow, although its target is not busy. Support can see how fast the data is read.
    .end-restored = The restore has succeeded. If the restored VM needs backups, set them up.
    .keywords = slow backup, slow restore, takes forever, takes too long, hours, performance, queue, backup stuck, hangs, hanging, for hours, backup slow, backup too slow, restore too slow, restore slow, backup takes hours, backup taking too long, long running backup, long backup, backup stuck at 0%, stuck at 0, stuck at 0%, backup running for days, 24 hours, all day, initial backup, first backup slow, slow transfer, slow vault, backup queue, job queued, waiting in queue, restore takes forever, throughput, hanging job, backup does not finish, backup never finishes, backup never ends, takes ages, takes hours, super slow, backup over 24h, churn, throttling backup, low throughput, transfer rate, incremental slow

problem-restored-files-missing = Restored files or folders are missing
    .message = Disks appear offline after File Restore
    .wording = Folder is missing when a Linux VM is recovered as a new VM
    .why = The restore itself worked, but the data cannot be seen. Perhaps the disks of a file restore stay offline on the computer that runs the script. Or a restored Linux VM mounts its disks by device name, which can change at every start.
    .end-copying = The restore or the script is still running. When it has ended, come back and answer again.
    .end-restored = The restored data is there. When you have copied the data of a file restore, unmount its disks in the portal.
    .end-support = The data is still missing, or the reason is unclear. Support can check the restore point.
    .keywords = files missing, folder missing, disks offline, file recovery, data missing, lost files, empty disk, missing files, files gone, files lost, files not there, missing folder, folders missing, folder gone, folders gone, disks offline after restore, disk offline, disks appear offline, offline disks, data lost, data gone, data missing after restore, empty drive, empty folder, file restore, restored files missing, drive letters missing, where are my files, where did the files go, cant see restored files, files vanished, where did folders go, uuid fstab, device names changed

problem-agent-status-unknown = Azure compute does not hear from the agent
    .message = VM has not reported status for VM agent or extensions.
    .why = Azure compute received no status from the VM agent or the extensions, so it could not create a restore point.
    .end-see = Azure Backup reports the same fault under another code. Continue with the problem “Azure Backup cannot reach the VM agent”.
    .keywords = agent status, not reported, no status, compute, vm has not reported status, compute does not hear from the agent, agent not reporting, no agent status, agent status communication

problem-resource-locked = A lock blocks the restore points
    .why = A lock on the restore point group, or on the subscription, prevents Azure Backup from deleting old restore points.
    .keywords = lock, resource lock, delete lock, read-only, scope locked, cannot delete lock, remove lock, lock blocks backup, lock on resource group, rg lock, rg locked, group lock, resource group locked, locked resource group, cannotdelete, cannotdelete lock, readonly lock, read-only lock, delete a lock, scopelocked, locked state, resource is locked, lock prevents deletion, resource group lock, locked group, read-only group, lock present, lock found, delete-lock, locks

problem-other-restore-error = Another restore error
    .why = The guide has no separate steps for this code. Compare its meaning with the details of the job. If that does not help, collect what support needs.
    .keywords = other error, unknown restore error

problem-other-setting-error = Another error with settings or limits
    .why = The guide has no separate steps for this code, and no repair in the VM helps. Compare the meaning of the code with the details of the job, and change the setting that they name. If that does not help, collect what support needs.
    .keywords = other setting, settings error, limits

problem-other-error = Another backup error
    .why = The guide has no separate steps for this code. The following checks help with most backup errors. If they do not help, collect what support needs.
    .keywords = other error, unknown code

problem-no-code = I have no error code
    .why = The details of the failed job show a code, a message or both. You can open them in the portal, with the Azure CLI or with PowerShell. Paste what you find into the wizard.
    .end-known = Paste the code, the message or the whole output of the command here, then open the problem that matches.
    .end-other = Continue with the problem “Another backup error”. Its checks help with most backup errors. If they do not help, collect what support needs.
    .keywords = backup failed, failed backup, backup error, no code, no error code, where is the code, failed, backup broken, backup not working, backup does not work, backup failing, error code unknown, unknown error code, where do i find the error code, what is the error code, find the error code, dont know the code, no idea, just failed, backup just failed, failed without code, no error number, error, help, fail
