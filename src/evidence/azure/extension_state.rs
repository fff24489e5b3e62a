//! The states of extensions together: all fine, or which have not been provisioned.

use crate::{
    evidence::{SourceRef, notes::Notes},
    text::number::is_number,
};

/// What a state of Azure says of one extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExtensionState {
    Succeeded,
    /// Failed, or being deleted.
    Failed,
    /// A handler that is ready: loaded, which says nothing of what it last did.
    Loaded,
    /// On its way, or not told.
    Unknown,
}

/// One extension, as an answer shows it.
pub(crate) struct Extension<'t> {
    pub name: &'t str,
    /// `Publisher.Type`, or the type alone.
    pub kind: &'t str,
    pub state: ExtensionState,
    /// The words that tell the state.
    pub text: &'t str,
    pub place: SourceRef,
}

impl ExtensionState {
    /// From `Succeeded` or `ProvisioningState/failed/Reason`.
    pub(crate) fn of(code: &str) -> Self {
        let state = code.split_once('/').map_or(code, |(_, rest)| rest);
        let state = state.split('/').next().unwrap_or_default();
        match state.to_ascii_lowercase().as_str() {
            "succeeded" => ExtensionState::Succeeded,
            "failed" | "deleting" => ExtensionState::Failed,
            _ => ExtensionState::Unknown,
        }
    }
}

/// What stands behind `ProvisioningState/failed/`, where it is a word and not only a number.
pub(crate) fn reason(code: &str) -> Option<&str> {
    let reason = code.splitn(3, '/').nth(2)?;
    (!reason.is_empty() && !is_number(reason)).then_some(reason)
}

impl Extension<'_> {
    /// The extension of Azure Backup, whose type ends in one of its two names.
    pub(crate) fn is_backup(&self) -> bool {
        is_backup(self.kind)
    }
}

/// Whether a type is one of Azure Backup's.
pub(crate) fn is_backup(kind: &str) -> bool {
    let last = kind.rsplit('.').next().unwrap_or_default();
    ["VMSnapshot", "VMSnapshotLinux"].iter().any(|name| last.eq_ignore_ascii_case(name))
}

/// Reports what all extensions of a VM say together, and those that failed as values.
pub(crate) fn judge(extensions: &[Extension<'_>], notes: &mut Notes<'_>) {
    let failed: Vec<_> = extensions.iter().filter(|extension| extension.state == ExtensionState::Failed).collect();
    let value = match failed[..] {
        [] if notes.is_whole()
            && !extensions.is_empty()
            && extensions.iter().all(|e| e.state == ExtensionState::Succeeded) =>
        {
            "succeeded"
        }
        [] => return,
        // Others may have failed in what is missing.
        [_] if !notes.is_whole() => return,
        [one] if one.is_backup() => "backup-failed",
        [_] => "another-failed",
        _ => "several-failed",
    };
    if value == "succeeded" {
        let first = &extensions[0];
        notes.fact("extensions", value, first.place.clone(), first.text);
    }
    for extension in failed {
        notes.fact("extensions", value, extension.place.clone(), extension.text);
        if !extension.is_backup() {
            notes.variable("extension", extension.name, extension.place.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_from_both_dialects() {
        let check = |code: &str, state, expected: Option<&str>| {
            assert_eq!((ExtensionState::of(code), reason(code)), (state, expected), "{code}");
        };
        check("Succeeded", ExtensionState::Succeeded, None);
        check("ProvisioningState/succeeded", ExtensionState::Succeeded, None);
        check("ProvisioningState/failed/1", ExtensionState::Failed, None);
        check("ProvisioningState/failed/VMAgentStatusError", ExtensionState::Failed, Some("VMAgentStatusError"));
        check("Failed", ExtensionState::Failed, None);
        check("Deleting", ExtensionState::Failed, None);
        check("ProvisioningState/transitioning", ExtensionState::Unknown, None);
        check("Updating", ExtensionState::Unknown, None);
        check("", ExtensionState::Unknown, None);
    }
}
