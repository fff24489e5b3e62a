//! A command or two for each task, as help and manual pages show them; a test runs each.

/// The examples of a task; of the program itself for an empty name.
pub fn of(task: &str) -> impl Iterator<Item = &'static str> {
    EXAMPLES.iter().filter(move |(name, _)| *name == task).map(|(_, line)| *line)
}

/// Tasks with their examples.
pub const EXAMPLES: &[(&str, &str)] = &[
    ("", "backup-medic"),
    ("", "backup-medic --demo"),
    ("", "backup-medic --plain UserErrorGuestAgentStatusUnavailable"),
    ("", "backup-medic match ticket.txt"),
    ("list", "backup-medic list --format json"),
    ("show", "backup-medic show UserErrorKeyvaultPermissionsNotConfigured"),
    ("questions", "backup-medic questions UserErrorUnsupportedDiskSize > answers.toml"),
    ("match", "backup-medic match ticket.txt"),
    ("collect", "backup-medic collect UserErrorGuestAgentStatusUnavailable --var vm=vm-web-01"),
    ("export", "backup-medic export UserErrorUnsupportedDiskSize --answer disk-size=within -o ticket.md"),
    ("export", "backup-medic export UserErrorUnsupportedDiskSize --answers answers.toml"),
    ("compare", "backup-medic compare monday.md ticket.md"),
    ("check", "backup-medic check --today 2027-01-31"),
    ("triage", "backup-medic triage jobs.json --format csv"),
    ("triage", "backup-medic triage jobs.json -o outage"),
    ("cases", "backup-medic cases list"),
    ("cases", "backup-medic cases --due"),
    ("resume", "backup-medic resume last"),
    ("resume", "backup-medic resume ticket.md --plain"),
    ("graph", "backup-medic graph UserErrorRpCollectionLimitReached --format dot"),
    ("config", "backup-medic config > config.toml"),
    ("completions", "backup-medic completions bash"),
    ("man", "backup-medic man export"),
    ("help", "backup-medic help export"),
];
