//! Names of containers of Azure Backup: `iaasvmcontainerv2;GROUP;VM`, alone or within a longer name.

/// Begins the kind of a container; some names have it twice, in two spellings.
const MARK: &str = "iaasvmcontainer";

/// Group and VM of a container.
pub(crate) fn parts(name: &str) -> Option<(&str, &str)> {
    let is_mark = |part: &str| part.get(..MARK.len()).is_some_and(|head| head.eq_ignore_ascii_case(MARK));
    let mut parts = name.split(';').skip_while(|part| !is_mark(part)).skip_while(|part| is_mark(part));
    let (group, vm) = (parts.next()?, parts.next()?);
    (!group.is_empty() && !vm.is_empty()).then_some((group, vm))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_container_names_group_and_vm() {
        let check = |name: &str, expected| assert_eq!(parts(name), expected, "{name}");
        check("iaasvmcontainerv2;rg;vm", Some(("rg", "vm")));
        check("IaasVMContainer;iaasvmcontainerv2;rg;vm", Some(("rg", "vm")));
        check("weu;123;vm;iaasvmcontainerv2;rg;vm", Some(("rg", "vm")));
        check("iaasvmcontainerv2;rg", None);
        check("iaasvmcontainerv2;;vm", None);
        check("storagecontainer;storage;rg;account", None);
        check("", None);
    }
}
