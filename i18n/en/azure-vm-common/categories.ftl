# The categories, by which Home groups the problems.
category-agent = VM agent
category-extension = Extensions and snapshots
category-vss = Shadow copies on Windows
category-file-system = Linux file systems
category-network = Network
category-policy = Azure Policy
category-restore-points = Restore points
category-encryption = Encryption
category-disk = Disks
category-job = Backup jobs
category-restore = Restore
category-service = Service errors
