//! Managed disks: `az disk list` and `show`.

use crate::evidence::{
    EvidenceKind,
    azure::{
        disk::{self, Disk},
        subject::Subject,
        system,
    },
    notes::Notes,
    text::node::JsonNode,
};

/// The type of a managed disk.
const TYPE: &str = "Microsoft.Compute/disks";

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (resources, is_list) = document.resources();
    let disks: Vec<_> = resources.iter().filter(|node| is_disk(node)).collect();
    if disks.is_empty() {
        return false;
    }
    notes.kind(EvidenceKind::Disks);
    let Some(meant) = Subject::meant(disks.iter().filter_map(|node| owner(node)), notes) else { return true };
    let own: Vec<_> = disks.iter().filter(|node| owner(node).is_some_and(|owner| owner.is(&meant))).collect();
    meant.note(notes, &notes.place(&own[0].get("managedBy").unwrap_or_else(|| (**own[0]).clone())));
    // A list with the system disk is taken for the list of all of the VM's disks.
    let system = own.iter().any(|node| node.of("osType").is_some());
    let disks: Vec<_> = own.iter().map(|node| Disk::of_resource(node)).collect();
    disk::judge(&disks, is_list && system, notes);
    if let Some(node) = own.iter().find_map(|node| node.of("osType"))
        && let Some(text) = node.text()
        && let Some(value) = system::by_type(text)
    {
        notes.fact("os", value, notes.place(&node), text);
    }
    true
}

fn is_disk(node: &JsonNode<'_>) -> bool {
    node.is_a(TYPE) || (node.of("creationData").is_some() && node.of("diskState").is_some())
}

/// The VM that a disk is attached to.
fn owner<'n>(node: &JsonNode<'n>) -> Option<Subject<'n>> {
    Subject::of_id(node.text_of("managedBy")?)
}
