//! Management locks: `az lock list`; what matters is where they stand.

use crate::evidence::{
    EvidenceKind,
    azure::{resource_id::ResourceId, restore_points::is_restore_point_group},
    notes::Notes,
    text::node::JsonNode,
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
            Scope::Subscription if !on_group => {
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
    if is_list && elsewhere && groups.len() > 1 {
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
        let id = node.get("id")?;
        let (on, name) = ResourceId::on(id.text()?, PROVIDER)?;
        let level = node.text_of("level")?;
        let locks = ["CanNotDelete", "ReadOnly"].iter().any(|one| level.eq_ignore_ascii_case(one));
        let typed = node.get("type").is_none() || node.is_a(TYPE);
        (locks && typed).then_some(AzureLock { id: id.text()?, node: id, on, name })
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
