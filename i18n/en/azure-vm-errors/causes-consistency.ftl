# Causes that the problems of consistency share.

cause-backup-consistent = Start the backup again and check it
    .end-next = The backup succeeded, but its restore point is still less consistent than before. After a failed writer on Windows, the next { $limit-fallback-attempts ->
            [one] backup is
           *[other] { $limit-fallback-attempts } backups are
        } only file-system consistent ({ $limit-fallback-attempts-dated }). Come back after the next backup and answer again.

cause-repeated-failure = The failure may have been temporary
    .why = A busy shadow copy writer or a short delay can make one backup fail. The next steps change settings or restart something, so first check whether the failure comes back.

cause-vm-load = The VM is short of disk space or resources
    .why = A snapshot needs free disk space, memory and processor time. If processor or memory use is over { $limit-vm-load-percent }% ({ $limit-vm-load-percent-dated }), the snapshot can be delayed until it times out.
    .end-next = The backup succeeded, but its restore point is still less consistent than before. Come back after the next backup and answer again.
    .end-tonight = The backup now runs at a quieter hour. When it has run, check its job. Then come back and answer again.

cause-vss-writers = A shadow copy writer is not stable
    .why = Each writer belongs to a service. If a writer has failed or is stuck, a restart of its service usually repairs it. A restart of the VM restarts all of these services.
    .end-owner = A restart of the VM did not help. The owner or vendor of the application must repair its writer.
