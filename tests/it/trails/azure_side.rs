//! Trails of the second guide on Azure's side: policies, states, jobs and restores.

use super::facts::leads;

/// The answers to a backup at a place: it worked, and so did the next scheduled one.
fn worked(place: &str) -> String {
    format!("{place}/worked=worked {place}/scheduled=worked ")
}

fn failed(place: &str) -> String {
    format!("{place}/worked=failed ")
}

/// `{retry}` and the like in the answers are backups at that place, which worked, or with `!` failed.
fn check(problem: &str, answers: &str, remedies: &str, outcome: &str) {
    let words =
        answers.split_whitespace().map(|word| match word.strip_prefix('{').and_then(|word| word.strip_suffix('}')) {
            Some(place) => place.strip_prefix('!').map_or_else(|| worked(place), failed),
            None => format!("{word} "),
        });
    leads(problem, &words.collect::<String>(), remedies, outcome);
}

#[test]
fn denied_by_policy() {
    let check = |answers: &str, remedies, outcome| check("denied-by-policy", answers, remedies, outcome);
    let group = "denied-action=restore-point-group";
    let tag = format!("{group} policy-demand=tag");
    check(
        &format!("{tag} policy-way=change-policy owner=agrees {{retry}}"),
        "change-policy-effect start-backup",
        "resolved",
    );
    // Where the policy must stay, the group can still be made with its tag.
    check(
        &format!("{tag} policy-way=change-policy owner=refuses {{retry}}"),
        "make-restore-point-group start-backup",
        "resolved",
    );
    check(&format!("{tag} policy-way=change-policy owner=not-yet"), "", "wait 1440m");
    check(
        &format!("{tag} policy-way=make-group {{!retry}}"),
        "make-restore-point-group start-backup",
        "escalate policy-owner",
    );
    check(&format!("{group} policy-demand=name {{retry}}"), "name-restore-point-group start-backup", "resolved");
    check(&format!("{group} policy-demand=other"), "", "escalate policy-owner");
    check(
        "denied-action=restore restore-policy-way=other-group restore/worked=worked",
        "find-allowed-group start-restore",
        "resolved",
    );
    check(
        "denied-action=restore restore-policy-way=exemption owner-restore=agrees restore/worked=failed",
        "exempt-group start-restore",
        "escalate policy-owner",
    );
    check("denied-action=nothing {!retry}", "start-backup", "escalate policy-owner");
}

#[test]
fn vm_not_in_desirable_state() {
    let check = |answers: &str, remedies, outcome| check("vm-not-in-desirable-state", answers, remedies, outcome);
    check("power=not-yet", "", "wait 15m");
    let sound = "power=settled vm-provisioning=succeeded extensions-state=succeeded";
    check(
        &format!("{sound} guest-os=linux selinux=blocking {{selinux/retry}}"),
        "allow-agent-in-selinux start-backup",
        "resolved",
    );
    check(
        &format!("{sound} guest-os=windows guest-rights=yes windows-service=running agent-status=ready {{!retry}}"),
        "start-backup collect-windows-logs",
        "escalate support",
    );
}

#[test]
fn extension_stuck() {
    let check = |answers: &str, remedies, outcome| check("extension-stuck", answers, remedies, outcome);
    check(
        "agent-status=ready vmsnapshot-state=stuck guest-os=windows {retry-reinstalled}",
        "reinstall-vmsnapshot-windows start-backup",
        "resolved",
    );
    check(
        "agent-status=ready vmsnapshot-state=working {!retry} same-error=same guest-os=linux {retry-reinstalled}",
        "start-backup reinstall-vmsnapshot-linux start-backup",
        "resolved",
    );
    check("agent-status=ready vmsnapshot-state=working {!retry} same-error=other", "start-backup", "see the named one");
}

#[test]
fn snapshot_limit() {
    let check = |answers: &str, remedies, outcome| check("snapshot-limit", answers, remedies, outcome);
    check(
        "disk-kind=managed lock-scope=none restore-point-count=below other-snapshots=others {retry}",
        "separate-snapshots start-backup",
        "resolved",
    );
    check(
        "disk-kind=unmanaged other-snapshots=none {!retry} guest-os=linux",
        "delete-blob-snapshots start-backup collect-linux-logs",
        "escalate support",
    );
}

#[test]
fn extension_config_unreadable() {
    let check = |answers: &str, remedies, outcome| check("extension-config-unreadable", answers, remedies, outcome);
    let windows = "guest-os=windows guest-rights=yes";
    check(
        &format!("{windows} machine-keys-permissions=changed {{retry}}"),
        "restore-machine-keys-permissions renew-extension-certificates start-backup",
        "resolved",
    );
    // New certificates in vain: only a start in Azure brings new ones from the platform.
    check(
        &format!(
            "{windows} machine-keys-permissions=default extension-certificates=not-valid {{!retry}} {{retry-started}}"
        ),
        "renew-extension-certificates start-backup deallocate-and-start start-backup",
        "resolved",
    );
    check("guest-os=windows guest-rights=no", "", "escalate administrator");
    check("guest-os=linux", "collect-linux-logs", "escalate support");
}

#[test]
fn restores_that_find_no_snapshot_no_size_or_no_plan() {
    check("snapshot-gone", "vault-point=there restore/worked=worked", "choose-vault-point start-restore", "resolved");
    check("snapshot-gone", "vault-point=none", "", "escalate support");
    check(
        "size-not-available",
        "size-offered=offered restore/worked=failed restored-disks=there data=there",
        "start-restore vm-from-disks",
        "resolved",
    );
    check(
        "size-not-available",
        "size-offered=restricted restored-disks=none data=not-yet",
        "restore-disks vm-from-disks",
        "wait 120m",
    );
    check("marketplace-plan-gone", "restored-disks=none data=there", "restore-disks attach-restored-disks", "resolved");
    check("marketplace-plan-gone", "restored-disks=there data=missing", "attach-restored-disks", "escalate support");
}

#[test]
fn trusted_launch_left() {
    let check = |answers: &str, remedies, outcome| check("trusted-launch-left", answers, remedies, outcome);
    check(
        "trusted-launch-past=name-used-before old-backup-way=other-name {retry}",
        "make-vm-under-other-name start-backup",
        "resolved",
    );
    let delete = "trusted-launch-past=name-used-before old-backup-way=delete-backup";
    check(&format!("{delete} gone=not-yet"), "delete-old-backup", "wait 20160m");
    check(&format!("{delete} gone=gone {{retry}}"), "delete-old-backup protect-vm start-backup", "resolved");
    check("trusted-launch-past=converted", "", "escalate support");
}

#[test]
fn restores_into_another_subscription() {
    let check = |problem: &str, answers: &str, remedies, outcome| {
        check(&format!("cross-subscription-{problem}"), answers, remedies, outcome);
    };
    check("original-location", "restore/worked=worked", "restore-as-new start-restore", "resolved");
    for problem in ["unmanaged-disks", "encrypted", "trusted-launch"] {
        check(problem, "restore/worked=failed", "restore-in-same-subscription start-restore", "escalate support");
    }
    check("other-region", "crossing=region restore/worked=worked", "cross-one-border start-restore", "resolved");
    check("snapshot", "vault-point=there restore/worked=worked", "choose-vault-point start-restore", "resolved");
    // A backup that has ended is in the vault.
    check(
        "snapshot",
        "vault-point=none {backup} restore/worked=worked",
        "start-backup choose-vault-point start-restore",
        "resolved",
    );
    check("tenant", "target-tenant=other restore/worked=worked", "choose-own-tenant start-restore", "resolved");
    check(
        "not-registered",
        "registered/registered=not-registered restore/worked=worked",
        "register-provider start-restore",
        "resolved",
    );
}

#[test]
fn vm_gone() {
    let check = |answers: &str, remedies, outcome| check("vm-gone", answers, remedies, outcome);
    check("vm-exists=gone gone-vm-way=keep-backup", "stop-protection", "resolved");
    // The restored VM is protected before the old one is given up.
    check(
        "vm-exists=gone gone-vm-way=restore restore/worked=worked",
        "start-restore protect-restored-vm stop-protection",
        "resolved",
    );
    check("vm-exists=moved {retry}", "protect-moved-vm start-backup", "resolved");
    check("vm-exists=there {!retry}", "start-backup", "escalate support");
}

#[test]
fn copies_and_accounts() {
    check(
        "copy-timed-out",
        "job-running=none failed-task=transfer retried=not-retried {retry-later}",
        "retry-later start-backup",
        "resolved",
    );
    check(
        "copy-timed-out",
        "job-running=none failed-task=transfer retried=retried first-backup=later changed-data=much {slow/retry-reduced}",
        "reduce-changed-data start-backup",
        "resolved",
    );
    check("copy-timed-out", "job-running=none failed-task=snapshot", "", "see the named one");
    check("storage-account-full", "disk-kind=managed", "", "see provider-error");
    check(
        "storage-account-full",
        "disk-kind=unmanaged {retry}",
        "make-room-in-storage-account start-backup",
        "resolved",
    );
}

#[test]
fn what_has_no_code() {
    check("job-not-cancelled", "job-running=none", "", "resolved");
    check(
        "job-not-cancelled",
        "job-running=running cancel-message=passing cancelled=finished",
        "wait-a-minute cancel-job",
        "resolved",
    );
    check(
        "job-not-cancelled",
        "job-running=running cancel-message=too-late finished=not-yet",
        "wait-for-job",
        "wait 120m",
    );
    check(
        "restore-target-refused",
        "refused-target=account restore/worked=worked",
        "choose-staging-account start-restore",
        "resolved",
    );
    check(
        "restore-target-refused",
        "refused-target=authorization restored-disks=none data=there",
        "restore-disks vm-from-disks",
        "resolved",
    );
    check("restore-target-refused", "refused-target=group-quota", "", "escalate support");
    check(
        "backup-slow",
        "slow-operation=backup failed-task=transfer first-backup=first {slow/retry-full}",
        "let-full-backup-finish start-backup",
        "resolved",
    );
    check("backup-slow", "slow-operation=restore restore/worked=worked", "speed-up-restore start-restore", "resolved");
    let check = |answers: &str, remedies, outcome| check("restored-files-missing", answers, remedies, outcome);
    check("missing-files=disks-offline script-place=same-vm data=there", "run-script-elsewhere", "resolved");
    check("missing-files=disks-offline script-place=other-vm data=missing", "bring-disks-online", "escalate support");
    check("missing-files=folder-missing mounted-by=device data=there", "mount-by-uuid", "resolved");
    check("missing-files=folder-missing mounted-by=uuid", "", "escalate support");
}
