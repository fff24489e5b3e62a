# The labels of the portal and of Windows, as they read in English.

label-metrics = Metrics
label-restart = Restart
label-availability-scale = Availability + scale
label-size = Size
label-log-on = Log On
label-file-recovery = File Recovery
label-unmount-disks = Unmount Disks
label-registry-editor = Registry Editor
label-permissions = Permissions
