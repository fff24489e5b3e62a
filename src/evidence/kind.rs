//! The kinds of evidence that there are readers for.

/// What a file was recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
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
    /// Logs of the agent and of the backup extension on Windows, and entries of its event logs.
    WindowsLog,
    /// Writers of shadow copies: `vssadmin list writers`.
    Writers,
}

impl EvidenceKind {
    /// Every kind.
    pub const ALL: [EvidenceKind; 20] = [
        EvidenceKind::InstanceView,
        EvidenceKind::Vm,
        EvidenceKind::Extensions,
        EvidenceKind::Jobs,
        EvidenceKind::Locks,
        EvidenceKind::Collections,
        EvidenceKind::Disks,
        EvidenceKind::Encryption,
        EvidenceKind::Protection,
        EvidenceKind::AgentLog,
        EvidenceKind::ExtensionLog,
        EvidenceKind::AgentConfiguration,
        EvidenceKind::Services,
        EvidenceKind::Unit,
        EvidenceKind::Processes,
        EvidenceKind::AgentVersion,
        EvidenceKind::Assist,
        EvidenceKind::Network,
        EvidenceKind::WindowsLog,
        EvidenceKind::Writers,
    ];

    /// Its name in data and in folders of the corpus.
    pub fn name(self) -> &'static str {
        match self {
            EvidenceKind::InstanceView => "instance-view",
            EvidenceKind::Vm => "vm",
            EvidenceKind::Extensions => "extensions",
            EvidenceKind::Jobs => "jobs",
            EvidenceKind::Locks => "locks",
            EvidenceKind::Collections => "collections",
            EvidenceKind::Disks => "disks",
            EvidenceKind::Encryption => "encryption",
            EvidenceKind::Protection => "protection",
            EvidenceKind::AgentLog => "agent-log",
            EvidenceKind::ExtensionLog => "extension-log",
            EvidenceKind::AgentConfiguration => "agent-configuration",
            EvidenceKind::Services => "services",
            EvidenceKind::Unit => "unit",
            EvidenceKind::Processes => "processes",
            EvidenceKind::AgentVersion => "agent-version",
            EvidenceKind::Assist => "assist",
            EvidenceKind::Network => "network",
            EvidenceKind::WindowsLog => "windows-log",
            EvidenceKind::Writers => "writers",
        }
    }
}
