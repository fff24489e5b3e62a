//! Codes that are known by name alone: what each means is a sentence, what to do stands in the problem it leads to.

use serde::{Deserialize, Serialize};

use super::{id::Id, model::Source};

/// A code that means something of its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KnownCode {
    /// As Azure spells it; its meaning is `code-CODE`.
    pub id: String,
    /// Who reports it.
    pub side: Side,
    /// Where it is documented.
    pub source: Id<Source>,
}

/// Who reports an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// What runs inside the VM: its agent, the backup extension, Windows or Linux.
    Vm,
    /// Azure Backup.
    Backup,
    /// Azure compute, which makes snapshots and VMs.
    Compute,
    /// Storage accounts and disks.
    Storage,
    /// The settings of the subscription: quotas, locks, policies, permissions.
    Subscription,
}

impl Side {
    /// Its word in guides.
    pub fn name(self) -> &'static str {
        match self {
            Side::Vm => "vm",
            Side::Backup => "backup",
            Side::Compute => "compute",
            Side::Storage => "storage",
            Side::Subscription => "subscription",
        }
    }
}
