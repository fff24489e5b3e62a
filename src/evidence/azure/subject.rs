//! Which VM an answer is about, where it covers several.

use crate::{
    evidence::{SourceRef, notes::Notes},
    text::azure_id::ResourceId,
};

/// A VM by its name and, where it is told, its group.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'t> {
    pub vm: &'t str,
    pub group: Option<&'t str>,
    pub subscription: Option<&'t str>,
}

impl<'t> Subject<'t> {
    /// The VM that an id names, or in which what it names lies.
    pub(crate) fn of_id(id: &'t str) -> Option<Self> {
        let id = ResourceId::parse(id)?;
        let vm = id.name("Microsoft.Compute/virtualMachines")?;
        Some(Subject { vm, group: id.group, subscription: Some(id.subscription) })
    }

    /// Whether both are the same VM, as far as they tell.
    pub(crate) fn is(&self, other: &Subject<'_>) -> bool {
        let groups = self.group.zip(other.group);
        self.vm.eq_ignore_ascii_case(other.vm) && groups.is_none_or(|(a, b)| a.eq_ignore_ascii_case(b))
    }

    /// Whether it is the VM of the case, as far as that is known.
    pub(crate) fn may_be_meant(&self, notes: &Notes<'_>) -> bool {
        let same = |variable: &str, value: Option<&str>| {
            notes.known(variable).zip(value).is_none_or(|(known, value)| known.eq_ignore_ascii_case(value))
        };
        same("vm", Some(self.vm)) && same("resource-group", self.group)
    }

    /// Of all VMs that an answer covers the one of the case: the only one that may be meant.
    pub(crate) fn meant(all: impl Iterator<Item = Subject<'t>>, notes: &Notes<'_>) -> Option<Subject<'t>> {
        let mut all = all.filter(|subject| subject.may_be_meant(notes));
        let first = all.next().filter(|_| !notes.short || notes.known("vm").is_some())?;
        all.all(|other| other.is(&first)).then_some(first)
    }

    /// Its name, group and subscription as values.
    pub(crate) fn note(&self, notes: &mut Notes<'_>, place: &SourceRef) {
        let parts = [("vm", Some(self.vm)), ("resource-group", self.group), ("subscription", self.subscription)];
        for (variable, value) in parts {
            if let Some(value) = value {
                notes.variable(variable, value, place.clone());
            }
        }
    }
}
