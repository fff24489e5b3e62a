//! Operating systems by the names that Azure and the guests give them.

/// From the type of a disk.
pub(crate) fn by_type(text: &str) -> Option<&'static str> {
    ["windows", "linux"].into_iter().find(|name| text.eq_ignore_ascii_case(name))
}

/// From the name that the guest reports.
pub(crate) fn by_name(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("windows") || lower.starts_with("microsoft windows") {
        return Some("windows");
    }
    let others = ["mariner", "azurelinux", "flatcar", "alpine", "linux"];
    (family(text).is_some() || others.iter().any(|name| lower.starts_with(name))).then_some("linux")
}

/// The family of a Linux, from a distribution's name, its version behind it, or from the publisher of an image.
pub(crate) fn family(text: &str) -> Option<&'static str> {
    const FAMILIES: [(&str, &[&str]); 3] = [
        ("debian", &["ubuntu", "debian", "canonical"]),
        ("red-hat", &["redhat", "red hat", "rhel", "centos", "rocky", "almalinux", "oracle linux", "fedora"]),
        ("suse", &["sles", "suse", "opensuse"]),
    ];
    let lower = text.to_ascii_lowercase();
    let named = |names: &[&str]| names.iter().any(|name| lower.starts_with(name));
    FAMILIES.into_iter().find(|(_, names)| named(names)).map(|(family, _)| family)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_known_by_their_names() {
        let check = |text: &str, system, expected| assert_eq!((by_name(text), family(text)), (system, expected));
        check("Windows Server 2022 Datacenter", Some("windows"), None);
        check("Microsoft Windows 11", Some("windows"), None);
        check("ubuntu", Some("linux"), Some("debian"));
        check("Red Hat Enterprise Linux", Some("linux"), Some("red-hat"));
        check("SLES", Some("linux"), Some("suse"));
        check("azurelinux", Some("linux"), None);
        check("FreeBSD", None, None);
        check("", None, None);
    }
}
