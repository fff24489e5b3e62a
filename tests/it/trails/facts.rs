//! Trails of the document's decision trees as text: these answers, these remedies in this order, this outcome.

use backup_medic::{
    case::trail::{Head, Trail},
    guide::Outcome,
};

use super::{answered, built_in, problem};

/// `answers` are `KEY=OPTION`, each of them asked on the trail; `remedies` are ids; `outcome` has its detail behind it.
pub(super) fn leads(name: &str, answers: &str, remedies: &str, outcome: &str) {
    let guide = built_in();
    let problem = problem(&guide, name);
    let case = answered(&guide, name, answers);
    let trail = Trail::of(&guide, problem, &case);
    let asked: Vec<_> = trail.asked().map(|(ask, _)| ask.key.as_str()).collect();
    let given: Vec<_> = answers.split_whitespace().filter_map(|pair| pair.split('=').next()).collect();
    let found = match &trail.head {
        Head::Open(ask) => format!("open {}", ask.key),
        Head::Ended { outcome, .. } => match outcome {
            Outcome::Resolved => "resolved".to_owned(),
            Outcome::Wait(minutes) => format!("wait {minutes}m"),
            Outcome::Escalate(to) => format!("escalate {}", guide[*to].id),
            Outcome::See(None) => "see the named one".to_owned(),
            Outcome::See(Some(other)) => format!("see {}", other.id),
        },
    };
    assert_eq!(found, outcome, "{name}: {answers}");
    assert_eq!(asked, given, "{name}: other questions were asked");
    let done: Vec<_> = trail.remedies().map(|(_, place)| guide[place.remedy].id.as_str()).collect();
    assert_eq!(done.join(" "), remedies, "{name}: {answers}");
}

/// The answers to a backup at a place: it worked, and so did the next scheduled one.
macro_rules! worked {
    ($place:literal) => {
        concat!($place, "/worked=worked ", $place, "/scheduled=worked ")
    };
}

macro_rules! failed {
    ($place:literal) => {
        concat!($place, "/worked=failed ")
    };
}

#[test]
fn guest_agent_status_unavailable() {
    let check = |answers: &str, remedies, outcome| leads("guest-agent-status-unavailable", answers, remedies, outcome);
    // The agent does not answer: it is restarted, in vain reinstalled.
    check(
        concat!(
            "vm-power=running agent-status=not-ready guest-os=windows guest-rights=yes windows-service=stopped ",
            worked!("repair/windows/retry-restart")
        ),
        "restart-windows-agent start-backup",
        "resolved",
    );
    check(
        concat!(
            "vm-power=running agent-status=missing guest-os=windows guest-rights=yes windows-service=not-listed ",
            "windows-program=listed repair/windows/installed=running dotnet=missing ",
            worked!("repair/windows/retry-install")
        ),
        "uninstall-windows-agent install-windows-agent install-dotnet start-backup",
        "resolved",
    );
    // Ready: the extensions, then the snapshot's ways, then support.
    check(
        concat!(
            "vm-power=running agent-status=ready vm-provisioning=succeeded extensions-state=succeeded ",
            failed!("retry"),
            "power-shown=right guest-dhcp=on platform-address=reachable guest-os=linux"
        ),
        "start-backup collect-linux-logs",
        "escalate support",
    );
    // A stopped VM may stay so: a backup of it holds what the disks hold.
    check(
        concat!("vm-power=stopped power-shown=right stopped-choice=leave ", worked!("retry-stopped")),
        "start-backup",
        "resolved",
    );
    check(
        concat!("vm-power=stopped power-shown=wrong ", worked!("wrong-power/retry-power")),
        "correct-power-state start-backup",
        "resolved",
    );
    // No rights in the guest: nobody is sent in circles.
    check("vm-power=running agent-status=not-ready guest-os=linux guest-rights=no", "", "escalate administrator");
}

#[test]
fn snapshot_task_status_error() {
    let check = |answers: &str, remedies, outcome| leads("snapshot-task-status-error", answers, remedies, outcome);
    // Agent, snapshot status, configuration: in this order, and each in vain.
    check(
        concat!(
            "guest-os=linux guest-rights=yes linux-family=debian linux-agent-process=running ",
            "linux-agent-version=older ",
            failed!("agent/linux/retry-update"),
            "power-shown=wrong ",
            failed!("snapshot/retry-power"),
            "guest-dhcp=off ",
            failed!("snapshot/retry-dhcp"),
            "platform-address=blocked ",
            failed!("snapshot/retry-platform"),
            "extensions-enabled=disabled provisioning-agent=invalid ",
            failed!("configuration/retry")
        ),
        "update-linux-agent keep-linux-agent-running start-backup correct-power-state start-backup enable-guest-dhcp \
         start-backup open-platform-address start-backup enable-extensions set-provisioning-agent start-backup \
         collect-linux-logs",
        "escalate support",
    );
    // Nothing found: one backup proves it, and it was the first.
    check(
        concat!(
            "guest-os=linux guest-rights=yes linux-family=suse linux-agent-process=running ",
            "linux-agent-version=newest power-shown=right guest-dhcp=on platform-address=reachable ",
            "extensions-enabled=enabled provisioning-agent=valid ",
            worked!("retry")
        ),
        "start-backup",
        "resolved",
    );
    // Disabled extension processing alone was the cause.
    check(
        concat!(
            "guest-os=linux guest-rights=yes linux-family=red-hat linux-agent-process=running ",
            "linux-agent-version=newest power-shown=right guest-dhcp=on platform-address=reachable ",
            "extensions-enabled=disabled provisioning-agent=valid ",
            worked!("configuration/retry")
        ),
        "enable-extensions start-backup",
        "resolved",
    );
    // Windows has no such file; what blocks programs is asked there.
    check(
        concat!(
            "guest-os=windows guest-rights=yes windows-service=running agent-status=not-ready ",
            failed!("agent/windows/retry-restart"),
            "windows-program=not-listed agent/windows/installed=running dotnet=present ",
            failed!("agent/windows/retry-install"),
            "power-shown=right guest-dhcp=on platform-address=reachable application-control=blocked ",
            worked!("application-control/retry")
        ),
        "restart-windows-agent start-backup install-windows-agent start-backup allow-backup-extension start-backup",
        "resolved",
    );
    // An agent that runs and reports to Azure is left alone.
    check(
        concat!(
            "guest-os=windows guest-rights=yes windows-service=running agent-status=ready power-shown=right ",
            "guest-dhcp=on platform-address=reachable application-control=not-blocked ",
            failed!("retry")
        ),
        "start-backup collect-windows-logs",
        "escalate support",
    );
    // The repository has no newer agent: its distribution is asked, and nothing comes from elsewhere.
    check(
        "guest-os=linux guest-rights=yes linux-family=other linux-agent-process=running linux-agent-version=not-offered",
        "",
        "escalate distribution",
    );
    // The service does not stay up: update, and keep it running.
    check(
        concat!(
            "guest-os=linux guest-rights=yes linux-family=debian linux-agent-process=stopped ",
            "agent/linux/stays-up=stopped ",
            worked!("agent/linux/retry-update")
        ),
        "start-linux-agent update-linux-agent keep-linux-agent-running start-backup",
        "resolved",
    );
}

#[test]
fn vm_provisioning_failed() {
    let check = |answers: &str, remedies, outcome| leads("vm-provisioning-failed", answers, remedies, outcome);
    check(
        concat!("vm-provisioning=failed extensions-state=another ", worked!("extensions/retry-repair")),
        "repair-extension start-backup",
        "resolved",
    );
    // Several: the others first, since a restore point waits for all.
    check(
        concat!("vm-provisioning=failed extensions-state=several ", worked!("extensions/retry-first")),
        "repair-extension start-backup",
        "resolved",
    );
    // The backup extension: agent and snapshot first, its removal last and only by choice.
    check(
        concat!(
            "vm-provisioning=failed extensions-state=backup-extension guest-os=linux guest-rights=yes ",
            "linux-family=debian linux-agent-process=running linux-agent-version=newest power-shown=right ",
            "guest-dhcp=on platform-address=reachable vmsnapshot-removal=remove ",
            failed!("extensions/retry-removed"),
            worked!("extensions/retry-reapplied")
        ),
        "remove-vmsnapshot start-backup reapply-vm start-backup",
        "resolved",
    );
    // Updating: wait, and the same question again.
    check("vm-provisioning=updating extensions/settled=not-yet", "wait-for-provisioning", "wait 30m");
    check(
        concat!("vm-provisioning=updating extensions/settled=succeeded ", worked!("extensions/retry-settled")),
        "wait-for-provisioning start-backup",
        "resolved",
    );
    // Every extension is fine and the VM's model is not: it is applied again.
    check(
        concat!(
            "vm-provisioning=failed extensions-state=succeeded ",
            failed!("extensions/retry-reapplied"),
            "guest-os=windows"
        ),
        "reapply-vm start-backup collect-windows-logs",
        "escalate support",
    );
}

#[test]
fn restore_point_limit() {
    let check = |answers: &str, remedies, outcome| leads("restore-point-limit", answers, remedies, outcome);
    // Step 1 is the lock, step 2 the clean-up.
    check(
        concat!(
            "lock-scope=group lock/owner=agrees lock/left=none restore-point-count=at-limit backups-per-day=one ",
            "clean-up-way=automatic clean-up/scheduled=worked"
        ),
        "remove-group-lock clean-up-automatically",
        "resolved",
    );
    check(
        concat!(
            "lock-scope=subscription lock/owner-above=agrees restore-point-count=at-limit backups-per-day=several ",
            "clean-up-way=manual clean-up/deleted=deleted ",
            worked!("clean-up/retry-manual")
        ),
        "remove-subscription-lock one-backup-a-day clean-up-manually start-backup",
        "resolved",
    );
    // A lock on something else is not the cause; the automatic clean-up takes hours, and fails: by hand.
    check(
        "lock-scope=elsewhere restore-point-count=unsure backups-per-day=one clean-up-way=automatic \
         clean-up/scheduled=not-yet",
        "clean-up-automatically",
        "wait 240m",
    );
    check(
        "lock-scope=none restore-point-count=at-limit backups-per-day=unsure clean-up-way=automatic \
         clean-up/scheduled=failed clean-up/deleted=timed-out",
        "clean-up-automatically clean-up-manually",
        "escalate support",
    );
    // The lock is its owner's.
    check("lock-scope=group lock/owner=refuses", "", "escalate lock-owner");
    check("lock-scope=group lock/owner=not-yet", "", "wait 1440m");
}

#[test]
fn key_vault_permissions() {
    let check = |answers: &str, remedies, outcome| leads("key-vault-permissions", answers, remedies, outcome);
    check(
        concat!(
            "vm-encrypted=encrypted key-vault-rights=missing key-vault-model=access-policy ",
            "encryption-keys=secret-only ",
            worked!("retry")
        ),
        "grant-key-vault-access start-backup",
        "resolved",
    );
    check(
        concat!("vm-encrypted=encrypted key-vault-rights=missing key-vault-model=rbac ", worked!("retry")),
        "assign-key-vault-role start-backup",
        "resolved",
    );
    check(
        concat!("vm-encrypted=unsure key-vault-rights=set ", failed!("retry")),
        "let-permissions-settle start-backup",
        "escalate support",
    );
    check("vm-encrypted=not-encrypted", "", "see provider-error");
}

#[test]
fn snapshot_no_network() {
    let check = |answers: &str, remedies, outcome| leads("snapshot-no-network", answers, remedies, outcome);
    check(
        concat!("power-shown=wrong ", worked!("snapshot/retry-power")),
        "correct-power-state start-backup",
        "resolved",
    );
    check(
        concat!("power-shown=right guest-dhcp=off ", worked!("snapshot/retry-dhcp")),
        "enable-guest-dhcp start-backup",
        "resolved",
    );
    check(
        concat!("power-shown=right guest-dhcp=on platform-address=blocked ", worked!("snapshot/retry-platform")),
        "open-platform-address start-backup",
        "resolved",
    );
    // Often no network fault at all: the extension's own log is read before support is called.
    check(
        concat!("power-shown=right guest-dhcp=on platform-address=reachable ", failed!("retry"), "guest-os=windows"),
        "start-backup read-extension-log collect-windows-logs",
        "escalate support",
    );
    // Tried in vain: no second backup with nothing changed.
    check(
        concat!(
            "power-shown=wrong ",
            failed!("snapshot/retry-power"),
            "guest-dhcp=unsure platform-address=unsure guest-os=unsure"
        ),
        "correct-power-state start-backup read-extension-log",
        "escalate support",
    );
    check("power-shown=wrong snapshot/retry-power/worked=not-yet", "correct-power-state start-backup", "wait 60m");
    check(
        "power-shown=wrong snapshot/retry-power/worked=worked snapshot/retry-power/scheduled=unsure",
        "correct-power-state start-backup",
        "wait 1440m",
    );
}

#[test]
fn vmsnapshot_operation_failed() {
    let check = |answers: &str, remedies, outcome| leads("vmsnapshot-operation-failed", answers, remedies, outcome);
    // Snapshot status before the agent.
    check(
        concat!(
            "power-shown=wrong ",
            failed!("snapshot/retry-power"),
            "guest-dhcp=on platform-address=reachable guest-os=windows guest-rights=yes windows-service=running ",
            "agent-status=not-ready ",
            worked!("agent/windows/retry-restart")
        ),
        "correct-power-state start-backup restart-windows-agent start-backup",
        "resolved",
    );
    check(
        concat!(
            "power-shown=right guest-dhcp=on platform-address=reachable guest-os=linux guest-rights=yes ",
            "linux-family=suse linux-agent-process=stopped agent/linux/stays-up=running ",
            failed!("agent/linux/retry-start"),
            "linux-agent-version=newest"
        ),
        "start-linux-agent keep-linux-agent-running start-backup collect-linux-logs",
        "escalate support",
    );
}

#[test]
fn internal_error() {
    let check = |answers: &str, remedies, outcome| leads("internal-error", answers, remedies, outcome);
    // The message itself says so: in a few minutes again.
    check(concat!("retried=not-retried ", worked!("retry-first")), "retry-later start-backup", "resolved");
    // Agent, snapshot status, lock: in this order, then what later copies add.
    check(
        concat!(
            "retried=retried policy-upgraded=not-changed guest-os=windows guest-rights=yes windows-service=running ",
            "agent-status=not-ready ",
            failed!("agent/windows/retry-restart"),
            "windows-program=listed agent/windows/installed=running dotnet=present ",
            failed!("agent/windows/retry-install"),
            "power-shown=right guest-dhcp=off ",
            failed!("snapshot/retry-dhcp"),
            "platform-address=reachable lock-scope=group lock/owner=agrees lock/left=none visual-cpp-runtime=damaged ",
            failed!("runtime/retry")
        ),
        "restart-windows-agent start-backup uninstall-windows-agent install-windows-agent start-backup \
         enable-guest-dhcp start-backup remove-group-lock reinstall-visual-cpp start-backup collect-windows-logs",
        "escalate support",
    );
    // The lock is the last of the three, and the backup behind it proves it.
    check(
        concat!(
            "retried=retried policy-upgraded=not-changed guest-os=linux guest-rights=yes linux-family=debian ",
            "linux-agent-process=running linux-agent-version=newest power-shown=right guest-dhcp=on ",
            "platform-address=reachable lock-scope=group lock/owner=agrees lock/left=none ",
            worked!("retry")
        ),
        "remove-group-lock start-backup",
        "resolved",
    );
    // Right after a change of the policy only support can help.
    check("retried=retried policy-upgraded=just-changed guest-os=linux", "collect-linux-logs", "escalate support");
}

#[test]
fn unsupported_disk_size() {
    let check = |answers: &str, remedies, outcome| leads("unsupported-disk-size", answers, remedies, outcome);
    check(concat!("disk-size=over ", worked!("retry")), "split-disks start-backup", "resolved");
    check(concat!("disk-size=encrypted-over ", failed!("retry")), "split-disks start-backup", "escalate support");
    check("disk-size=between", "read-support-matrix", "escalate support");
    check("disk-size=within", "", "escalate support");
}

#[test]
fn backup_in_progress() {
    let check = |answers: &str, remedies, outcome| leads("backup-in-progress", answers, remedies, outcome);
    // This vault, another vault, then again; the backup is started in this vault each time.
    check(
        concat!("job-running=running job-choice=wait here/finished=finished ", worked!("retry-here")),
        "wait-for-job start-backup",
        "resolved",
    );
    check(
        concat!(
            "job-running=running job-choice=cancel job-phase=snapshot here/finished=finished ",
            failed!("retry-here"),
            "other-vault=other-vault there/running=running there/choice=cancel there/phase=snapshot ",
            "there/finished=finished ",
            worked!("retry-there")
        ),
        "cancel-job start-backup cancel-job start-backup",
        "resolved",
    );
    // Once the data goes to the vault a job cannot be cancelled.
    check(
        "job-running=running job-choice=cancel job-phase=transfer here/finished=not-yet",
        "wait-for-job",
        "wait 120m",
    );
    check(
        concat!("job-running=none other-vault=this-only schedule-overlap=collides ", worked!("retry")),
        "adjust-schedule start-backup",
        "resolved",
    );
    check(
        concat!("job-running=none other-vault=this-only schedule-overlap=fits ", failed!("retry")),
        "start-backup",
        "escalate support",
    );
}

#[test]
fn provider_error() {
    let check = |answers: &str, remedies, outcome| leads("provider-error", answers, remedies, outcome);
    check("job-details=not-opened detail-names=known-error", "read-job-details", "see the named one");
    check(
        concat!("job-details=opened detail-names=recommendation ", worked!("retry")),
        "follow-recommendation start-backup",
        "resolved",
    );
    check("job-details=opened detail-names=nothing", "", "escalate support");
}
