//! Which vault protects a VM: the id that `az backup protection check-vm` prints, or REST's backup status.

use crate::{
    evidence::{
        EvidenceKind, SourceRef,
        notes::Notes,
        text::{node::JsonNode, sheet::SheetLine},
    },
    text::azure_id::ResourceId,
};

/// The type of a vault.
const TYPE: &str = "Microsoft.RecoveryServices/vaults";

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    if document.of("protectionStatus").is_none() || !document.has("vaultId") {
        return false;
    }
    notes.kind(EvidenceKind::Protection);
    if let Some(node) = document.of("vaultId")
        && let Some(id) = node.text()
    {
        vault(id, notes.place(&node), notes);
    }
    true
}

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    // Several of them are somebody's list of vaults.
    let mut vaults = lines.iter().filter(|line| vault_of(bare(line.text)).is_some());
    let (Some(line), None) = (vaults.next(), vaults.next()) else { return };
    notes.kind(EvidenceKind::Protection);
    vault(bare(line.text), notes.place_of(line), notes);
}

fn bare(text: &str) -> &str {
    text.trim().trim_matches('"')
}

/// The vault, where the text is its id and nothing more.
fn vault_of(text: &str) -> Option<(ResourceId<'_>, &str)> {
    let id = ResourceId::parse(text)?;
    let name = id.name(TYPE)?;
    text.ends_with(&format!("/{name}")).then_some((id, name))
}

/// The vault is the case's, unless that one is known to be another.
fn vault(text: &str, place: SourceRef, notes: &mut Notes<'_>) {
    let Some((id, name)) = vault_of(text) else { return };
    let group = id.group.unwrap_or_default();
    let is_known = notes.known("vault").map(|known| known.eq_ignore_ascii_case(name));
    if is_known == Some(false) {
        notes.fact("protection", "other-vault", place.clone(), text);
        notes.variable("other-vault", name, place.clone());
        notes.variable("other-vault-group", group, place);
        return;
    }
    if is_known == Some(true) {
        notes.fact("protection", "this-vault", place.clone(), text);
    }
    notes.variable("vault", name, place.clone());
    notes.variable("vault-group", group, place.clone());
    notes.variable("subscription", id.subscription, place);
}
