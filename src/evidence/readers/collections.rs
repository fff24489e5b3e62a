//! Restore point collections: `az restore-point collection list` and `show --restore-points`.

use crate::{
    evidence::{
        EvidenceKind,
        azure::{restore_points::is_restore_point_group, subject::Subject},
        notes::Notes,
        text::node::JsonNode,
    },
    text::azure_id::ResourceId,
};

/// The type of a collection.
const TYPE: &str = "Microsoft.Compute/restorePointCollections";

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (resources, is_list) = document.resources();
    let collections: Vec<_> = resources.iter().filter(|node| is_collection(node)).collect();
    if collections.is_empty() {
        return false;
    }
    notes.kind(EvidenceKind::Collections);
    let Some(meant) = Subject::meant(collections.iter().filter_map(|node| source(node)), notes) else { return true };
    let own: Vec<_> =
        collections.iter().filter(|node| source(node).is_some_and(|subject| subject.is(&meant))).collect();
    meant.note(notes, &notes.place(&own[0].way(&["source", "id"]).unwrap_or_else(|| (**own[0]).clone())));
    if let [only] = own[..] {
        note_names(only, notes);
    }
    // Without the list of restore points, or with an empty one, their number is not known.
    let counts: Vec<_> = own
        .iter()
        .map(|node| {
            let list = node.of("restorePoints")?;
            let count = list.items().len();
            (count > 0).then_some((count, list))
        })
        .collect();
    let total: usize = counts.iter().flatten().map(|(count, _)| count).sum();
    let Some((_, list)) = counts.iter().flatten().next() else { return true };
    let text = format!("restorePoints: {total}");
    notes.figure("restore-points", total as f64, notes.place(list), &text);
    // One collection by itself does not tell how many others the VM has, nor do those of somebody else.
    let ours = own.iter().any(|node| node.text_of("name").is_some_and(is_of_azure_backup));
    if is_list && notes.is_whole() && ours && counts.iter().all(Option::is_some) {
        notes.figure("every-restore-point", total as f64, notes.place(list), &text);
    }
    true
}

fn is_collection(node: &JsonNode<'_>) -> bool {
    node.is_a(TYPE) || node.of("restorePointCollectionId").is_some()
}

/// The VM that a collection was made of.
fn source<'n>(node: &JsonNode<'n>) -> Option<Subject<'n>> {
    Subject::of_id(node.way(&["source", "id"])?.text()?)
}

/// Its own name and that of the group in which Azure Backup keeps it.
fn note_names(node: &JsonNode<'_>, notes: &mut Notes<'_>) {
    let Some((id, at)) = node.get("id").and_then(|node| Some((node.text()?, node))) else { return };
    let Some(id) = ResourceId::parse(id) else { return };
    let group = id.group.unwrap_or_default();
    let known = notes.known("restore-point-group").is_some_and(|known| known.eq_ignore_ascii_case(group));
    let name = id.name(TYPE).filter(|name| is_of_azure_backup(name));
    if let Some(name) = name.filter(|_| known || is_restore_point_group(group)) {
        notes.variable("restore-point-group", group, notes.place(&at));
        notes.variable("restore-point-collection", name, notes.place(&at));
    }
}

/// `AzureBackup_VM_NUMBER`.
fn is_of_azure_backup(name: &str) -> bool {
    name.to_ascii_lowercase().starts_with("azurebackup_")
}
