//! The words in which readers of evidence report what they read; `evidence.toml` says what each means in a guide.

/// Facts with closed values.
pub const FACTS: [(&str, &[&str]); 27] = [
    ("power", &["running", "stopped", "deallocated"]),
    ("agent", &["ready", "not-ready"]),
    ("os", &["windows", "linux"]),
    ("provisioning", &["succeeded", "failed", "updating"]),
    ("extensions", &["succeeded", "backup-failed", "another-failed", "several-failed"]),
    ("windows-service", &["running", "stopped", "missing"]),
    ("windows-program", &["listed"]),
    ("linux-process", &["running", "stopped"]),
    ("linux-family", &["debian", "red-hat", "suse"]),
    ("extensions-setting", &["on", "off"]),
    ("provisioning-setting", &["valid", "invalid"]),
    ("dhcp", &["on", "off"]),
    ("platform", &["reachable", "blocked"]),
    ("lock", &["group", "subscription", "elsewhere"]),
    ("job", &["running", "none"]),
    ("job-task", &["snapshot", "transfer"]),
    ("failed-task", &["snapshot", "transfer"]),
    ("protection", &["this-vault", "other-vault"]),
    ("encryption", &["on", "off"]),
    ("encryption-keys", &["key-and-secret", "secret-only"]),
    ("freeze", &["open-failed", "refused", "timed-out", "held", "program-missing"]),
    ("vss-writers", &["stable", "failed"]),
    ("failed-writer", &["system", "shadow-copy", "wmi", "sql", "iis", "role", "other"]),
    ("shadow-copy-events", &["timed-out"]),
    ("extension-crash", &["crashed"]),
    ("vss-service", &["can-start", "disabled", "stuck"]),
    ("installer-service", &["can-start", "disabled"]),
];

/// Facts that are figures, to be held against limits. Those with `every` stand for all there is, so that they may also
/// show that a limit is kept; the others are the largest that was seen.
pub const FIGURES: [&str; 8] = [
    // Restore points of one VM.
    "restore-points",
    "every-restore-point",
    // Backups of one VM on one day in UTC.
    "backups-per-day",
    "backups-every-day",
    // The largest disk of one VM, in GiB; "encrypted" is Azure Disk Encryption, "plain" is known to be without it.
    "disk-gib",
    "encrypted-disk-gib",
    "every-disk-gib",
    "every-plain-disk-gib",
];

/// The values of a fact; `None` where there is no such fact.
pub fn values(fact: &str) -> Option<&'static [&'static str]> {
    FACTS.iter().find(|(name, _)| *name == fact).map(|(_, values)| *values)
}
