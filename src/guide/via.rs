//! The tools by which a person looks or acts, and where each of them runs.

use serde::{Deserialize, Serialize};

/// A tool, and where it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Via {
    /// Clicks in the Azure portal.
    Portal,
    /// The Azure CLI in bash, at the person's desk.
    Az,
    /// The Az module in PowerShell, at the person's desk.
    #[serde(rename = "powershell")]
    PowerShell,
    /// Inside the VM: PowerShell, and clicks in Windows itself.
    Windows,
    /// A shell inside the VM.
    Linux,
}

impl Via {
    /// Its word in guides.
    pub fn name(self) -> &'static str {
        match self {
            Via::Portal => "portal",
            Via::Az => "az",
            Via::PowerShell => "powershell",
            Via::Windows => "windows",
            Via::Linux => "linux",
        }
    }
}
