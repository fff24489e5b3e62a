//! Identifiers as Azure writes them: GUIDs, and the names of containers of Azure Backup.

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

/// Group and VM in `iaasvmcontainerv2;GROUP;VM`, alone or within a longer name; empty where they are not there.
pub fn container(name: &str) -> (&str, &str) {
    let is_mark = |part: &str| part.get(..MARK.len()).is_some_and(|head| head.eq_ignore_ascii_case(MARK));
    let mut parts = name.split(';').skip_while(|part| !is_mark(part)).skip_while(|part| is_mark(part));
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{container, guid};

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
