//! Ids of Azure resources: `/subscriptions/S/resourceGroups/G/providers/NAMESPACE/TYPE/NAME`, in any case.

/// The parts of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ResourceId<'t> {
    pub subscription: &'t str,
    /// `None`: of the subscription itself.
    pub group: Option<&'t str>,
    /// What stands behind `providers/`, where there is anything.
    resource: Option<&'t str>,
}

impl<'t> ResourceId<'t> {
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let rest = strip(text, "/subscriptions/")?;
        let (subscription, rest) = rest.split_once('/').unwrap_or((rest, ""));
        let (group, rest) = match strip(rest, "resourceGroups/") {
            Some(rest) => {
                let (group, rest) = rest.split_once('/').unwrap_or((rest, ""));
                (Some(group), rest)
            }
            None => (None, rest),
        };
        let good = !subscription.is_empty() && group != Some("");
        good.then_some(ResourceId { subscription, group, resource: strip(rest, "providers/") })
    }

    /// The name, where it is a resource of this type or one inside such a resource: `Microsoft.Compute/disks`.
    pub(crate) fn name(&self, resource_type: &str) -> Option<&'t str> {
        let rest = strip(strip(self.resource?, resource_type)?, "/")?;
        let name = rest.split('/').next()?;
        (!name.is_empty()).then_some(name)
    }

    /// The id without the part of another provider at its end, such as the lock on a resource.
    pub(crate) fn on(text: &'t str, provider: &str) -> Option<(Self, &'t str)> {
        let at = text.to_ascii_lowercase().rfind(&provider.to_ascii_lowercase())?;
        Some((Self::parse(&text[..at])?, &text[at + provider.len()..]))
    }

    /// Whether it names a resource, not only a group or a subscription.
    pub(crate) fn is_resource(&self) -> bool {
        self.resource.is_some()
    }
}

fn strip<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_taken_apart_in_any_case() {
        let check = |text: &str, expected: Option<(&str, Option<&str>, Option<&str>)>| {
            let id = ResourceId::parse(text);
            let parts = id.map(|id| (id.subscription, id.group, id.name("Microsoft.Compute/virtualMachines")));
            assert_eq!(parts, expected, "{text}");
        };
        check("/subscriptions/s", Some(("s", None, None)));
        check("/SUBSCRIPTIONS/s/resourcegroups/g", Some(("s", Some("g"), None)));
        check(
            "/subscriptions/s/resourceGroups/g/providers/microsoft.compute/virtualmachines/vm/extensions/x",
            Some(("s", Some("g"), Some("vm"))),
        );
        check("/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d", Some(("s", Some("g"), None)));
        check("/subscriptions/", None);
        check("subscriptions/s", None);
        check("/подписка/ы/", None);
    }

    #[test]
    fn what_a_lock_stands_on_is_cut_off_before_it() {
        let id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Authorization/locks/keep";
        let (on, name) = ResourceId::on(id, "/providers/microsoft.authorization/locks/").expect("a lock");
        assert_eq!((on.group, on.is_resource(), name), (Some("g"), false, "keep"));
    }
}
