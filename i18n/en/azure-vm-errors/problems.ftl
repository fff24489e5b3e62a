# One entry per problem. The message is what Azure shows, word for word, and so is its wording of another place or time;
# the rest is ours.

problem-vss-writer-bad = A shadow copy writer has failed
    .message = Snapshot operation failed because VSS writers were in a bad state.
    .wording = Snapshot operation failed due to VSS Writers in bad state.
    .why = Before a snapshot, Windows asks each { $windows-shadow-copy-service } writer to bring the data of its application into order. At least one writer failed or took too long. Common reasons are a full disk, a busy VM and a stuck service.
    .end-cluster = Azure Backup does not support Cluster Shared Volumes (as of { $fact-cluster-volumes }). The owner of the cluster must choose another way to back up these volumes.
    .end-administrator = To look at the writers, you must sign in to the VM as a local administrator.

problem-vss-service-bad = The shadow copy service does not work
    .message = Snapshot operation failed due to VSS (Volume Shadow Copy) service in bad state.
    .why = The service { $shadow-copy-service-name } coordinates snapshots in Windows. It did not start, did not answer, or is disabled. Between backups the service is stopped, and that is normal.
    .end-administrator = To look at the service, you must sign in to the VM as a local administrator.

problem-bitlocker-locked = A drive is locked by BitLocker
    .message = The snapshot operation failed with the Volume Shadow Copy Service (VSS) operation error
    .wording = This drive is locked by BitLocker Drive Encryption. You must unlock this drive from the Control Panel.
    .why = Windows cannot take a snapshot of a drive that BitLocker has locked. Microsoft's article says to turn off BitLocker, but the message only asks you to unlock the drive. An unlocked drive stays encrypted.
    .end-azure-keys = Azure Disk Encryption may have encrypted this drive, and its keys are in a key vault. Do not turn off BitLocker in the VM: Azure Backup supports this encryption. Ask support how to unlock the drive.
    .end-administrator = To look at the drives, you must sign in to the VM as a local administrator.

problem-com-error = COM+ does not work in the VM
    .message = Snapshot operation failed due to COM+ error
    .wording = Extension installation/operation failed due to a COM+ error
    .why = The backup extension registers a snapshot provider with COM+ in Windows. COM+ needs { $com-service } and { $transaction-service }. One of them does not start, runs under a wrong account or has no resources left.
    .end-administrator = To look at these services, you must sign in to the VM as a local administrator.

problem-freeze-failed = A file system cannot be frozen
    .message = Failed to freeze one or more mount-points of the VM to take a file-system consistent snapshot.
    .why = Before a snapshot, the backup extension freezes the file systems of Linux ({ $file-types-frozen }) for a moment. One of them refused or took too long. The log of the extension says which one and why.
    .end-mounts = A mount point cannot be opened, so it cannot be frozen either. Continue with the problem for mount points.
    .end-administrator = To look at the file systems, you need root access to the VM.

problem-mount-not-open = A mount point cannot be opened
    .message = Some mount point is not accessible.
    .wording = Check if all mount points of fstype Ext3/4, ReiserFS, JFS, XFS are accessible.
    .why = The backup extension opens every mounted file system ({ $file-types-frozen }) before the snapshot. One of them does not answer: a disk is gone, a network device hangs, or a file restore was not closed.
    .end-administrator = To look at the mount points, you need root access to the VM.

problem-vm-too-busy = The VM is too busy for a snapshot
    .message = Snapshot operation failed due to inadequate VM resources.
    .why = The backup extension in the VM waited too long for an answer while it took the snapshot. The name of the code speaks of the network, but mostly the VM is too busy. First let the host take the snapshot, then look at the load.

problem-restore-point-internal-error = The restore point failed internally
    .message = Restore Point creation failed due to an internal execution error while creating VM snapshot. Please retry the operation after some time.
    .why = Azure compute did not get a finished snapshot from the backup extension. Microsoft's article names only antivirus software as the cause. The VM agent, the snapshot and application control are other causes.

problem-no-secure-channel = No secure connection for the snapshot
    .message = The snapshot operation failed because of failure to create a secure network communication channel.
    .wording = Snapshot operation failed due to failure in creating secure network communication channel
    .why = The backup extension could not agree with Azure on a secure connection ({ $tls-version }). On an older Windows, this version can be turned off, or .NET does not offer it.
    .end-administrator = To look at these settings, you must sign in to the VM as a local administrator.

problem-runtime-not-installed = A runtime cannot be installed
    .message = The snapshot operation failed because of failure to install Visual C++ Redistributable for Visual Studio 2015.
    .wording = Snapshot operation failed due to failure in installation of Visual C++ Redistributable for Visual Studio 2012
    .why = The backup extension brings the Visual C++ runtime that it needs and could not install it. Messages name other years, but the extension installs { $visual-cpp-program }.
    .end-administrator = To repair the installation, you must sign in to the VM as a local administrator.

problem-vm-offline = The VM is not running
    .message = Failed to install Microsoft Recovery Services extension as virtual machine  is not running
    .why = Azure Backup could not install its extension in the VM. The VM was stopped, or its agent was missing or did not respond.

problem-agent-status-unknown = Azure compute does not hear from the agent
    .message = VM has not reported status for VM agent or extensions.
    .why = The compute service could not create a restore point, because it received no status of the VM agent or its extensions.
    .end-see = Azure Backup reports the same fault under another code. Continue there.

problem-resource-locked = A lock blocks the restore points
    .why = A lock on the resource group of the restore points, or on the subscription, prevents Azure Backup from deleting old restore points.

problem-other-restore-error = Another error of a restore
    .why = The guide has no steps of its own for this code. Compare its meaning with the details of the job. If that does not help, collect what support needs.

problem-other-error = Another error of a backup
    .why = The guide has no steps of its own for this code. These checks help with most backup errors. If they do not help, you collect what support needs.
