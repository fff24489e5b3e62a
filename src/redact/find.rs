//! Identifiers and addresses in free text.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    ops::Range,
};

/// Whether a word may begin at this byte: no letter or digit stands right before it.
pub(super) fn starts_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether a word may end at this byte.
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

/// Something that names a thing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// An identifier of 32 hexadecimal digits in five groups.
    Guid,
    /// An address.
    Address(IpAddr),
}

/// Every GUID and address of a text, in its order.
pub(super) fn found(text: &str) -> Vec<(Range<usize>, Found)> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let here = starts_word(text, at).then(|| guid(text, at).or_else(|| address(text, at))).flatten();
        at = match here {
            Some((end, what)) => {
                all.push((at..end, what));
                end
            }
            None => at + c.len_utf8(),
        };
    }
    all
}

fn guid(text: &str, at: usize) -> Option<(usize, Found)> {
    let end = at + 36;
    let digits = text.get(at..end)?;
    let shaped = digits.bytes().enumerate().all(|(place, byte)| match place {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    (shaped && ends_word(text, end)).then_some((end, Found::Guid))
}

fn address(text: &str, at: usize) -> Option<(usize, Found)> {
    let run = |good: fn(char) -> bool| {
        let rest = &text[at..];
        let run = &rest[..rest.find(|c| !good(c)).unwrap_or(rest.len())];
        let end = at + run.trim_end_matches(['.', ':']).len();
        // A sentence ends in a dot, but an IPv6 address may end in colons.
        [at + run.len(), end].into_iter().filter(|end| *end > at && ends_word(text, *end)).collect::<Vec<_>>()
    };
    let inside = text[..at].ends_with(['.', ':']) && text[..at - 1].ends_with(|c: char| c.is_alphanumeric());
    let four = run(|c| c.is_ascii_digit() || c == '.').into_iter().find_map(|end| {
        let address: Ipv4Addr = text[at..end].parse().ok()?;
        // Behind a longer number with dots it is the rest of a version.
        (!inside && !is_public(address)).then_some((end, Found::Address(address.into())))
    });
    let six = || {
        run(|c| c.is_ascii_hexdigit() || c == ':' || c == '.').into_iter().find_map(|end| {
            let address: Ipv6Addr = text[at..end].parse().ok()?;
            // Without a digit it is rather a path of names.
            let digit = text[at..end].contains(|c: char| c.is_ascii_digit());
            (digit && !inside && !address.is_loopback()).then_some((end, Found::Address(address.into())))
        })
    };
    four.or_else(six)
}

/// Addresses that are the same everywhere, so that they name nobody: this host, and those that Azure gives every VM.
fn is_public(address: Ipv4Addr) -> bool {
    address.is_loopback()
        || address.is_unspecified()
        || address.is_broadcast()
        || [[168, 63, 129, 16], [169, 254, 169, 254]].contains(&address.octets())
}

/// The names in the resource ids of a text: each with the type that stands before it, such as `virtualMachines`.
pub(super) fn resources(text: &str) -> Vec<(String, String)> {
    const START: &str = "/subscriptions/";
    let mut names = Vec::new();
    // Only ASCII letters change, so that places stay the same.
    let lower = text.to_ascii_lowercase();
    for (at, _) in lower.match_indices(START) {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| c.is_whitespace() || "\"'`<>,;?|\\".contains(c)).unwrap_or(rest.len());
        let parts: Vec<&str> = rest[..end].trim_end_matches([')', ']', '}', '.', ':', '/']).split('/').collect();
        let mut at = 0;
        while at + 1 < parts.len() {
            if !parts[at].eq_ignore_ascii_case("providers") && !parts[at + 1].is_empty() {
                names.push((parts[at].to_ascii_lowercase(), parts[at + 1].to_owned()));
            }
            at += 2;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_and_addresses_are_found() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = found(text).into_iter().map(|(place, _)| &text[place]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("id {11111111-2222-3333-4444-55555555555A}.", &["11111111-2222-3333-4444-55555555555A"]);
        check("at 10.0.0.4:443, 10.1.2.3. Then 172.16.0.0/12", &["10.0.0.4", "10.1.2.3", "172.16.0.0"]);
        check("[fe80::1%eth0] and 2001:db8::", &["fe80::1", "2001:db8::"]);
        check("168.63.129.16, 127.0.0.1 and 169.254.169.254", &[]);
        check("WALinuxAgent 2.7.41491.1008, 2.2.46, v1.2.3.4, 1.2.3.4.5", &[]);
        check("12:30:45, std::fs, a::b, 00:0d:3a:11:22:33", &[]);
        check("911111111-2222-3333-4444-555555555555", &[]);
        check("адрес 10.0.0.4, да", &["10.0.0.4"]);
    }

    #[test]
    fn names_in_resource_ids_are_found() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = resources(text);
            let found: Vec<_> = found.iter().map(|(kind, name)| (kind.as_str(), name.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        };
        let id = "/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web";
        check(
            &format!("see \"{id}/extensions/x\", ok"),
            &[("subscriptions", "s-1"), ("resourcegroups", "rg"), ("virtualmachines", "web"), ("extensions", "x")],
        );
        check("/subscriptions/", &[]);
        check("/Subscriptions/a.", &[("subscriptions", "a")]);
        check("no /subscription/x", &[]);
    }
}
