//! Identifiers as Azure writes them: GUIDs, ids of resources, and the names of containers of Azure Backup.

use memchr::memchr_iter;

/// Begins the kind of a container; some names have it twice, in two spellings.
const MARK: &str = "iaasvmcontainer";

/// The bytes of a GUID in any case; `None` of any other text, one in braces included.
pub fn guid(text: &str) -> Option<[u8; 16]> {
    let bytes = text.as_bytes();
    if bytes.len() != 36 {
        return None;
    }
    let (mut id, mut at) = ([0; 16], 0);
    for byte in &mut id {
        if matches!(at, 8 | 13 | 18 | 23) {
            if bytes[at] != b'-' {
                return None;
            }
            at += 1;
        }
        let digit = |byte: u8| char::from(byte).to_digit(16);
        *byte = (digit(bytes[at])? << 4 | digit(bytes[at + 1])?) as u8;
        at += 2;
    }
    Some(id)
}

/// An id of a resource: `/subscriptions/S/resourceGroups/G/providers/NAMESPACE/TYPE/NAME`, in any case.
#[derive(Debug, Clone, Copy)]
pub struct ResourceId<'t> {
    /// The subscription.
    pub subscription: &'t str,
    /// The resource group; `None`: of the subscription itself.
    pub group: Option<&'t str>,
    /// The namespace of a resource, then its type and its name.
    resource: Option<(&'t str, Option<(&'t str, &'t str)>)>,
}

impl<'t> ResourceId<'t> {
    /// Takes a whole id apart; `None` of anything else.
    pub fn parse(text: &'t str) -> Option<Self> {
        let mut pairs = pairs(text.strip_prefix('/')?).peekable();
        let mut next = |kind: &str| Some(pairs.next_if(|(known, _)| known.eq_ignore_ascii_case(kind))?.1);
        let (subscription, group) = (next("subscriptions")?, next("resourceGroups"));
        let namespace = next("providers");
        let resource = namespace.map(|namespace| (namespace, pairs.next()));
        let good = !subscription.is_empty() && group != Some("");
        good.then_some(ResourceId { subscription, group, resource })
    }

    /// The name, where it is a resource of this type or one inside such a resource: `Microsoft.Compute/disks`.
    pub fn name(&self, resource_type: &str) -> Option<&'t str> {
        let (namespace, Some((kind, name))) = self.resource? else { return None };
        let (wanted, of_kind) = resource_type.split_once('/')?;
        let is_it = namespace.eq_ignore_ascii_case(wanted) && kind.eq_ignore_ascii_case(of_kind);
        (is_it && !name.is_empty()).then_some(name)
    }

    /// The id without the part of another provider at its end, such as the lock on a resource; `None` without that part.
    pub fn on(text: &'t str, provider: &str) -> Option<(Self, &'t str)> {
        let at = text.to_ascii_lowercase().rfind(&provider.to_ascii_lowercase())?;
        Some((Self::parse(&text[..at])?, &text[at + provider.len()..]))
    }

    /// Whether it names a resource, not only a group or a subscription.
    pub fn is_resource(&self) -> bool {
        self.resource.is_some()
    }
}

/// What the slashes of an id part, by twos: `subscriptions` and `S`, `providers` and a namespace, a type and a name.
pub fn pairs(id: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = memchr_iter(b'/', id.as_bytes()).chain([id.len()]);
    let mut parts = ends.scan(0, |start, end| Some(&id[std::mem::replace(start, end + 1)..end]));
    std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
}

/// Group and VM in `iaasvmcontainerv2;GROUP;VM`, alone or within a longer name; empty where they are not there.
pub fn container(name: &str) -> (&str, &str) {
    let is_mark = |part: &str| part.get(..MARK.len()).is_some_and(|head| head.eq_ignore_ascii_case(MARK));
    let mut parts = name.split(';').skip_while(|part| !is_mark(part)).skip_while(|part| is_mark(part));
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{ResourceId, container, guid};

    #[test]
    fn a_guid_is_32_digits_in_five_groups() {
        let check = |text: &str, good: bool| assert_eq!(guid(text).is_some(), good, "{text}");
        check("01234567-89ab-CDEF-0123-456789abcdef", true);
        check("{01234567-89ab-CDEF-0123-456789abcdef}", false);
        check("0123456-789ab-cdef-0123-456789abcdef", false);
        check("01234567-89ab-cdef-0123-456789abcdeg", false);
        check("01234567-89ab-cdef-0123-456789abcde", false);
        check("01234567-89ab-cdef-0123-456789abcd\u{e9}", false);
        check("", false);
        assert_eq!(guid("00112233-4455-6677-8899-aabbccddeeff").map(|id| (id[1], id[15])), Some((0x11, 0xff)));
    }

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
        check("//subscriptions/s", None);
        check("/subscriptions//resourceGroups/g", None);
        check("/subscriptions/s/resourceGroups/", None);
        check(
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/",
            Some(("s", Some("g"), None)),
        );
        check("/подписка/ы/", None);
    }

    #[test]
    fn what_a_lock_stands_on_is_cut_off_before_it() {
        let id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Authorization/locks/keep";
        let (on, name) = ResourceId::on(id, "/providers/microsoft.authorization/locks/").expect("a lock");
        assert_eq!((on.group, on.is_resource(), name), (Some("g"), false, "keep"));
    }

    #[test]
    fn a_container_names_group_and_vm() {
        let check = |name: &str, expected| assert_eq!(container(name), expected, "{name}");
        check("iaasvmcontainerv2;rg;vm", ("rg", "vm"));
        check("westeurope;123;IaasVMContainerV2;rg;vm", ("rg", "vm"));
        check("VM;iaasvmcontainerv2;rg;vm", ("rg", "vm"));
        check("IaasVMContainer;iaasvmcontainerv2;rg;vm", ("rg", "vm"));
        check("weu;123;iaasvmcontainer;iaasvmcontainerv2;rg;vm", ("rg", "vm"));
        check("iaasvmcontainerv2;rg", ("rg", ""));
        check("iaasvmcontainerv2;;vm", ("", "vm"));
        check("storagecontainer;storage;rg;account", ("", ""));
        check("", ("", ""));
    }
}
