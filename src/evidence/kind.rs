//! The kinds of evidence that there are readers for.

/// What a file was recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The instance view of a VM.
    InstanceView,
    /// A VM's model.
    Vm,
    /// The extensions of a VM.
    Extensions,
    /// Backup jobs: a list, or one of them.
    Jobs,
    /// Management locks.
    Locks,
    /// Restore point collections: a list, or one of them.
    Collections,
    /// Managed disks.
    Disks,
    /// The state of Azure Disk Encryption.
    Encryption,
    /// The vault that protects a VM.
    Protection,
    /// `waagent.log`.
    AgentLog,
    /// The log of the backup extension on Linux.
    ExtensionLog,
    /// `waagent.conf`.
    AgentConfiguration,
    /// Windows services: `Get-Service` or `sc query`.
    Services,
    /// A systemd unit: `systemctl status`.
    Unit,
    /// A list of processes: `ps`.
    Processes,
    /// `waagent --version`.
    AgentVersion,
    /// The report of VM assist.
    Assist,
    /// How the guest gets its address: routes, DHCP clients and settings.
    Network,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 18] = [
        Kind::InstanceView,
        Kind::Vm,
        Kind::Extensions,
        Kind::Jobs,
        Kind::Locks,
        Kind::Collections,
        Kind::Disks,
        Kind::Encryption,
        Kind::Protection,
        Kind::AgentLog,
        Kind::ExtensionLog,
        Kind::AgentConfiguration,
        Kind::Services,
        Kind::Unit,
        Kind::Processes,
        Kind::AgentVersion,
        Kind::Assist,
        Kind::Network,
    ];

    /// Its name in data and in folders of the corpus.
    pub fn name(self) -> &'static str {
        match self {
            Kind::InstanceView => "instance-view",
            Kind::Vm => "vm",
            Kind::Extensions => "extensions",
            Kind::Jobs => "jobs",
            Kind::Locks => "locks",
            Kind::Collections => "collections",
            Kind::Disks => "disks",
            Kind::Encryption => "encryption",
            Kind::Protection => "protection",
            Kind::AgentLog => "agent-log",
            Kind::ExtensionLog => "extension-log",
            Kind::AgentConfiguration => "agent-configuration",
            Kind::Services => "services",
            Kind::Unit => "unit",
            Kind::Processes => "processes",
            Kind::AgentVersion => "agent-version",
            Kind::Assist => "assist",
            Kind::Network => "network",
        }
    }
}
