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
    /// How many there are.
    pub const COUNT: usize = Via::Linux as usize + 1;

    /// Whose way is shown of the tools that there are: the chosen one's. Where it has none, another inside the VM stands in for
    /// one that was chosen there, else the first that there is.
    pub fn shown(chosen: Via, all: &[Via]) -> Option<Via> {
        let is_inside = |via: &&Via| chosen.is_inside() && via.is_inside();
        let exact = all.contains(&chosen).then_some(chosen);
        exact.or_else(|| all.iter().filter(is_inside).min().copied()).or_else(|| all.iter().min().copied())
    }

    /// The tools that are written of those that there are: the shown one, and all that is done inside the VM, which is seldom
    /// the same in another way.
    pub fn written(chosen: Via, all: &[Via]) -> Vec<Via> {
        let inside = all.iter().copied().filter(|via| via.is_inside());
        inside.chain(Via::shown(chosen, all).filter(|via| !via.is_inside())).collect()
    }

    fn is_inside(self) -> bool {
        matches!(self, Via::Windows | Via::Linux)
    }

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

#[cfg(test)]
mod tests {
    use super::Via;

    #[test]
    fn what_is_shown_is_written_and_all_that_is_done_inside_the_vm() {
        let check = |chosen, all: &[Via], shown: Option<Via>, written: &[Via]| {
            assert_eq!(Via::shown(chosen, all), shown, "{chosen:?} of {all:?}");
            assert_eq!(Via::written(chosen, all), written, "{chosen:?} of {all:?}");
            assert!(shown.is_none_or(|shown| written.contains(&shown)), "{chosen:?} of {all:?}");
        };
        let desk = [Via::Portal, Via::Az, Via::PowerShell];
        check(Via::Az, &desk, Some(Via::Az), &[Via::Az]);
        check(Via::PowerShell, &desk, Some(Via::PowerShell), &[Via::PowerShell]);
        check(Via::PowerShell, &[Via::Portal], Some(Via::Portal), &[Via::Portal]);
        check(Via::PowerShell, &[Via::Az, Via::Portal], Some(Via::Portal), &[Via::Portal]);
        check(Via::Az, &[Via::Portal, Via::Az, Via::Linux], Some(Via::Az), &[Via::Linux, Via::Az]);
        check(Via::Portal, &[Via::Linux, Via::Az], Some(Via::Az), &[Via::Linux, Via::Az]);
        check(Via::Linux, &[Via::Az, Via::Windows, Via::Linux], Some(Via::Linux), &[Via::Windows, Via::Linux]);
        check(Via::Linux, &[Via::Az, Via::Windows], Some(Via::Windows), &[Via::Windows]);
        check(Via::Windows, &desk, Some(Via::Portal), &[Via::Portal]);
        check(Via::Az, &[Via::Linux], Some(Via::Linux), &[Via::Linux]);
        check(Via::Az, &[], None, &[]);
    }
}
