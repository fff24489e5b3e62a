//! Trails of the problems of consistency: what each finding leads to, and that nothing leads to a repair without one.

use super::facts::leads;

/// The answers to a backup at a place: it worked, so did the next scheduled one, and the restore point is no weaker.
fn worked(place: &str) -> String {
    format!("{place}/again/worked=worked {place}/again/scheduled=worked {place}/kind=as-before ")
}

fn failed(place: &str) -> String {
    format!("{place}/again/worked=failed ")
}

/// An administrator of a Windows VM.
const WINDOWS: &str = "guest-os=windows guest-rights=yes ";

/// Root of a Linux VM.
const LINUX: &str = "guest-os=linux guest-rights=yes ";

#[test]
fn vss_writer_bad() {
    let check = |answers: &str, remedies, outcome| leads("vss-writer-bad", answers, remedies, outcome);
    let writers = format!("{WINDOWS}vm-load=enough ");
    check(
        &format!("{writers}vss-writers=failed failed-writer=system {}", worked("writers/retry-writer")),
        "restart-writer-service start-backup",
        "resolved",
    );
    // A backup that is weaker than before is no proof, and may still become one.
    check(
        &format!(
            "{writers}vss-writers=failed failed-writer=sql writers/retry-writer/again/worked=worked \
             writers/retry-writer/again/scheduled=worked writers/retry-writer/kind=not-yet"
        ),
        "restart-writer-service start-backup",
        "wait 1440m",
    );
    // A writer of an application goes to its owner.
    check(
        &format!("{writers}vss-writers=failed failed-writer=other {}", failed("writers/retry-other")),
        "restart-vm start-backup",
        "escalate application-owner",
    );
    // Nothing is changed for a failure that came once.
    check(
        &format!("{writers}vss-writers=stable failure-repeats=single {}repeats/still=single ", failed("repeats/retry")),
        "retry-later start-backup save-event-logs collect-windows-logs",
        "escalate support",
    );
    check(
        &format!(
            "{writers}vss-writers=stable failure-repeats=repeated {}shadow-copy-events=cluster",
            failed("retry-threads")
        ),
        "snapshot-without-threads start-backup",
        "escalate application-owner",
    );
    check(
        &format!("{WINDOWS}vm-load=busy load-way=off-peak load/scheduled=failed {}", worked("load/retry-resized")),
        "back-up-off-peak resize-vm start-backup",
        "resolved",
    );
    check("guest-os=linux", "collect-linux-logs", "escalate support");
}

#[test]
fn vss_service_bad() {
    let check = |answers: &str, remedies, outcome| leads("vss-service-bad", answers, remedies, outcome);
    check(
        &format!("{WINDOWS}vss-service=disabled {}", worked("retry-manual")),
        "set-vss-manual start-backup",
        "resolved",
    );
    check(
        &format!("{WINDOWS}vss-service=stuck {}{}", failed("retry-restart"), worked("retry-vm")),
        "restart-vss-service start-backup restart-vm start-backup",
        "resolved",
    );
}

#[test]
fn bitlocker_locked() {
    let check = |answers: &str, remedies, outcome| leads("bitlocker-locked", answers, remedies, outcome);
    // Azure's own encryption is never turned off in the VM.
    check(&format!("{WINDOWS}locked-drives=some vm-encrypted=encrypted"), "", "escalate support");
    check(
        &format!("{WINDOWS}locked-drives=some vm-encrypted=not-encrypted {}", worked("retry-unlocked")),
        "unlock-drives start-backup",
        "resolved",
    );
    check(
        &format!(
            "{WINDOWS}locked-drives=some vm-encrypted=not-encrypted {}decrypt-choice=keep",
            failed("retry-unlocked")
        ),
        "unlock-drives start-backup save-event-logs collect-windows-logs",
        "escalate support",
    );
}

#[test]
fn com_error() {
    let check = |answers: &str, remedies, outcome| leads("com-error", answers, remedies, outcome);
    // The service, the account, a new installation: in this order.
    check(
        &format!(
            "{WINDOWS}com-service=can-start transaction-account=other {}failure-repeats=repeated starts=no {}",
            failed("retry-account"),
            worked("retry-reinstalled")
        ),
        "set-transaction-account start-backup restart-com-service reinstall-transaction-coordinator start-backup",
        "resolved",
    );
    check(
        &format!(
            "{WINDOWS}com-service=can-start transaction-account=network-service failure-repeats=repeated starts=yes \
             {}desktop-heap=exhausted {}",
            failed("retry-restart"),
            worked("retry-heap")
        ),
        "restart-com-service start-backup raise-desktop-heap start-backup",
        "resolved",
    );
}

#[test]
fn freeze_failed() {
    let check = |answers: &str, remedies, outcome| leads("freeze-failed", answers, remedies, outcome);
    check(&format!("{LINUX}freeze-log=open-failed"), "", "see mount-not-open");
    check(
        &format!("{LINUX}freeze-log=refused mount-duplicates=no file-system-way=skip {}", worked("retry-checked")),
        "skip-mounts start-backup",
        "resolved",
    );
    check(
        &format!("{LINUX}freeze-log=timed-out {}vm-load=enough", failed("retry-time")),
        "more-freeze-time start-backup collect-linux-logs",
        "escalate support",
    );
    // Without a line in the log no file system is touched.
    check(
        &format!("{LINUX}freeze-log=nothing {}", failed("retry")),
        "start-backup collect-linux-logs",
        "escalate support",
    );
}

#[test]
fn mount_not_open() {
    let check = |answers: &str, remedies, outcome| leads("mount-not-open", answers, remedies, outcome);
    check(
        &format!("{LINUX}restore-left-over=yes {}", worked("retry-closed")),
        "close-file-restore start-backup",
        "resolved",
    );
    check(
        &format!(
            "{LINUX}restore-left-over=no mount-reachable=one-fails mount-way=mount-again {}",
            worked("retry-mounted")
        ),
        "mount-again start-backup",
        "resolved",
    );
}

#[test]
fn the_extension_its_network_and_its_runtime() {
    leads(
        "vm-too-busy",
        &format!("guest-os=windows failure-repeats=repeated snapshot-method=not-set {}", worked("retry-host")),
        "snapshot-through-host start-backup",
        "resolved",
    );
    leads(
        "restore-point-internal-error",
        &format!("guest-os=windows extension-crash=crashed {}", worked("retry-excluded")),
        "exclude-from-antivirus start-backup",
        "resolved",
    );
    // On a newer Windows the setting is missing and nothing is wrong.
    leads(
        "no-secure-channel",
        &format!(
            "{WINDOWS}tls-client=allowed failure-repeats=single {}repeats/still=single platform-address=reachable",
            failed("repeats/retry")
        ),
        "retry-later start-backup collect-windows-logs",
        "escalate support",
    );
    leads(
        "no-secure-channel",
        &format!("{WINDOWS}tls-client=turned-off {}", worked("retry-tls")),
        "allow-tls start-backup",
        "resolved",
    );
    leads(
        "runtime-not-installed",
        &format!(
            "{WINDOWS}installer-service=can-start installer-access=none visual-cpp-runtime=damaged \
             runtime/retry/worked=failed {}",
            worked("retry-registered")
        ),
        "reinstall-visual-cpp start-backup register-installer start-backup",
        "resolved",
    );
}
