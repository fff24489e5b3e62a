//! Management locks: `az lock list`; what matters is where they stand.

use crate::{
    evidence::{
        EvidenceKind,
        azure::restore_points::is_restore_point_group,
        notes::Notes,
        text::{documents::Loss, node::JsonNode, sheet::SheetLine},
    },
    text::azure_id::ResourceId,
};

/// The type of a lock.
const TYPE: &str = "Microsoft.Authorization/locks";

/// Before the name of a lock in its id; what stands before that is locked.
const PROVIDER: &str = "/providers/Microsoft.Authorization/locks/";

/// Where a lock stands, as far as restore points are concerned.
#[derive(PartialEq)]
enum Scope {
    Group,
    Subscription,
    Elsewhere,
}

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (resources, is_list) = document.resources();
    let locks: Vec<_> = resources.iter().filter_map(AzureLock::of).collect();
    if locks.is_empty() {
        return false;
    }
    notes.kind(EvidenceKind::Locks);
    // A lock of the subscription shows in the list of the group too; the group comes first.
    let on_group = locks.iter().any(|lock| lock.scope(notes) == Scope::Group);
    for lock in &locks {
        let place = notes.place(&lock.node);
        match lock.scope(notes) {
            Scope::Group => {
                notes.fact("lock", "group", place.clone(), lock.id);
                notes.variable("restore-point-group", lock.on.group.unwrap_or_default(), place.clone());
                notes.variable("lock", lock.name, place.clone());
            }
            Scope::Subscription if !on_group && notes.loss != Loss::Parts => {
                notes.fact("lock", "subscription", place.clone(), lock.id);
                notes.variable("lock", lock.name, place.clone());
            }
            Scope::Subscription | Scope::Elsewhere => {}
        }
        notes.variable("subscription", lock.on.subscription, place);
    }
    // Locks of one group may be all that was asked for; those of several groups are the subscription's.
    let mut groups: Vec<_> = locks.iter().filter_map(|lock| Some(lock.on.group?.to_ascii_lowercase())).collect();
    groups.sort_unstable();
    groups.dedup();
    let elsewhere = locks.iter().all(|lock| lock.scope(notes) == Scope::Elsewhere);
    if is_list && notes.is_whole() && elsewhere && groups.len() > 1 {
        notes.fact("lock", "elsewhere", notes.place(&locks[0].node), locks[0].id);
    }
    true
}

struct AzureLock<'n> {
    /// Its id, and where that stands.
    id: &'n str,
    node: JsonNode<'n>,
    on: ResourceId<'n>,
    name: &'n str,
}

impl<'n> AzureLock<'n> {
    fn of(node: &JsonNode<'n>) -> Option<Self> {
        // PowerShell has the id twice, and the level among the properties.
        let id = ["id", "LockId"].iter().find_map(|key| node.get(key))?;
        let (on, name) = ResourceId::on(id.text()?, PROVIDER)?;
        let typed = node.get("type").is_none() || node.is_a(TYPE);
        (is_level(node.text_of("level")?) && typed).then_some(AzureLock { id: id.text()?, node: id, on, name })
    }

    fn scope(&self, notes: &Notes<'_>) -> Scope {
        let Some(group) = self.on.group else {
            // A provider at the level of the subscription is a resource too.
            return if self.on.is_resource() { Scope::Elsewhere } else { Scope::Subscription };
        };
        let named = notes.known("restore-point-group").is_some_and(|known| known.eq_ignore_ascii_case(group));
        let collection = self.on.name("Microsoft.Compute/restorePointCollections").is_some();
        let inside = !self.on.is_resource() || collection;
        if inside && (named || is_restore_point_group(group)) { Scope::Group } else { Scope::Elsewhere }
    }
}

fn is_level(level: &str) -> bool {
    ["CanNotDelete", "ReadOnly"].iter().any(|one| level.eq_ignore_ascii_case(one))
}

/// A row of `--output table`, which has no id: only the groups of Azure Backup hold nothing but restore points.
pub(super) fn read_rows(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (rows, _) = document.resources();
    let locks = rows.iter().filter(|row| row.get("id").is_none() && row.has("ResourceGroup"));
    let locks: Vec<_> = locks.filter(|row| row.text_of("level").is_some_and(is_level)).collect();
    for lock in &locks {
        if let (Some(name), Some(group)) = (lock.text_of("name"), lock.text_of("ResourceGroup"))
            && is_restore_point_group(group)
        {
            let place = notes.place(lock);
            notes.fact("lock", "group", place.clone(), group);
            notes.variable("restore-point-group", group, place.clone());
            notes.variable("lock", name, place);
        }
    }
    if !locks.is_empty() {
        notes.kind(EvidenceKind::Locks);
    }
    !locks.is_empty()
}

/// A row of `--output tsv`: the id and the level among other cells.
pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    for line in lines.iter().filter(|line| line.text.contains('\t')) {
        let cells = || line.text.split('\t');
        let id = cells().find_map(|cell| ResourceId::on(cell, PROVIDER).map(|(on, name)| (cell, on, name)));
        let Some((id, on, name)) = id.filter(|_| cells().any(is_level)) else { continue };
        notes.kind(EvidenceKind::Locks);
        if let Some(group) = on.group.filter(|group| !on.is_resource() && is_restore_point_group(group)) {
            notes.fact("lock", "group", notes.place_of(line), id);
            notes.variable("restore-point-group", group, notes.place_of(line));
            notes.variable("lock", name, notes.place_of(line));
        }
    }
}
