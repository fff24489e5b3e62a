# The categories, by which Home groups the problems.
category-agent = VM agent
category-extension = Extensions and snapshots
category-restore-points = Restore points
category-encryption = Encryption
category-disk = Disks
category-job = Backup jobs
category-service = Errors of the service
