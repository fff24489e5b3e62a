//! Names by their form: GUIDs, addresses of networks and of network cards.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{
    bytes::{Bytes, first, span, these},
    find::Push,
    look::is_guid,
    value::head,
};

/// Stems of what has a form of its own.
pub(super) const GUID: &str = "guid";
pub(super) const IPV4: &str = "ipv4";
pub(super) const IPV6: &str = "ipv6";
pub(super) const MAC: &str = "mac";

/// GUIDs, addresses of networks and of cards.
pub(super) fn forms(text: &str, push: &mut Push<'_>) {
    static HEX: Bytes = these(b"0123456789abcdefABCDEF");
    static STARTS: Bytes = these(b"0123456789abcdefABCDEF:");
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = first(&bytes[at..], &STARTS) {
        let start = at + found;
        let digits = span(&bytes[start..], &HEX);
        let end = start + digits.max(1);
        let here = match whole(text, start, digits) {
            Some(form) => Some((start, form)),
            // A GUID may have letters right beside it.
            None if digits >= 8 && bytes.get(end) == Some(&b'-') => guid(text, end - 8).map(|form| (end - 8, form)),
            None => None,
        };
        at = match here {
            Some((start, (end, stem, name))) => {
                push(start..end, stem, name);
                end
            }
            None => end,
        };
    }
}

/// What begins with so many hexadecimal digits, or with a colon, with no letter before it.
fn whole(text: &str, at: usize, digits: usize) -> Option<Form> {
    let sign = text.as_bytes().get(at + digits);
    let is_card = matches!((digits, sign), (2, Some(b'-' | b':')) | (4, Some(b'.')) | (12, _));
    let is_address = digits <= 4 && matches!(sign, Some(b'.' | b':'));
    if !is_card && !is_address && digits != 32 || text[..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    let card = is_card.then(|| card(text, at)).flatten();
    card.or_else(|| if is_address { address(text, at) } else { bare_guid(text, at) })
}

type Form = (usize, &'static str, String);

/// A GUID, even where letters are right beside it.
fn guid(text: &str, at: usize) -> Option<Form> {
    let digits = text.get(at..at + 36).filter(|digits| is_guid(digits))?;
    let digit_before = text[..at].ends_with(|c: char| c.is_ascii_digit());
    let digit_behind = text[at + 36..].starts_with(|c: char| c.is_ascii_digit());
    (!digit_before && !digit_behind).then(|| (at + 36, GUID, digits.to_ascii_lowercase()))
}

/// A GUID without its dashes.
fn bare_guid(text: &str, at: usize) -> Option<Form> {
    let digits = text.get(at..at + 32).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let mixed = digits.contains(|c: char| c.is_ascii_digit()) && digits.contains(|c: char| c.is_ascii_alphabetic());
    let ends = !text[at + 32..].starts_with(char::is_alphanumeric);
    (mixed && ends).then(|| {
        let lower = digits.to_ascii_lowercase();
        let parts = [&lower[..8], &lower[8..12], &lower[12..16], &lower[16..20], &lower[20..]];
        (at + 32, GUID, parts.join("-"))
    })
}

/// The address of a network card: `00-0d-3a-11-22-33`, `000D3A112233`, `000d.3a11.2233`.
fn card(text: &str, at: usize) -> Option<Form> {
    // Makers of the cards that Azure gives to VMs.
    const AZURE: [&str; 8] = ["000d3a", "002248", "6045bd", "7c1e52", "7ced8d", "0017fa", "281878", "dcb4c4"];
    let digits = |form: &str| -> Option<(usize, String)> {
        let piece = text.get(at..at + form.len())?;
        let good = piece.bytes().zip(form.bytes()).all(|(byte, form)| match form {
            b'x' => byte.is_ascii_hexdigit(),
            form => byte == form,
        });
        let ends = !text[at + form.len()..].starts_with(|c: char| c.is_alphanumeric() || c == ':');
        (good && ends).then(|| {
            let digits = piece.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_ascii_lowercase();
            (at + form.len(), digits)
        })
    };
    let joined = ["xx-xx-xx-xx-xx-xx", "xx:xx:xx:xx:xx:xx", "xxxx.xxxx.xxxx"].into_iter().find_map(digits);
    let bare = || digits("xxxxxxxxxxxx").filter(|(_, digits)| AZURE.iter().any(|maker| digits.starts_with(maker)));
    joined.or_else(bare).map(|(end, digits)| (end, MAC, digits))
}

fn address(text: &str, at: usize) -> Option<Form> {
    let rest = head(text, at, 64);
    let inside = text[..at].ends_with(['.', ':']) && text[..at - 1].ends_with(|c: char| c.is_alphanumeric());
    if inside {
        return None;
    }
    let run = |good: fn(char) -> bool| {
        let run = &rest[..rest.find(|c| !good(c)).unwrap_or(rest.len())];
        // A sentence ends in a dot, but an IPv6 address may end in colons.
        let ends = [run.len(), run.trim_end_matches(['.', ':']).len()];
        ends.into_iter().filter(|end| *end > 0 && !text[at + end..].starts_with(char::is_alphanumeric))
    };
    let four = run(|c| c.is_ascii_digit() || c == '.').find_map(|end| Some((end, ipv4(&rest[..end])?)));
    if let Some((end, address)) = four {
        return (!is_public(address)).then(|| (at + end, IPV4, address.to_string()));
    }
    // `vm-1::x` ends a name.
    if text[..at].ends_with('-') {
        return None;
    }
    run(|c| c.is_ascii_hexdigit() || c == ':' || c == '.').find_map(|end| {
        let address: Ipv6Addr = rest[..end].parse().ok()?;
        // Without a digit it may be a path of names.
        let groups: Vec<&str> = rest[..end].split(':').filter(|group| !group.is_empty()).collect();
        let shows = rest[..end].contains(|c: char| c.is_ascii_digit())
            || groups.len() > 2
            || groups.iter().any(|group| group.len() == 4);
        let mapped = address.to_ipv4_mapped();
        match mapped {
            Some(four) => (!is_public(four)).then(|| (at + end, IPV4, four.to_string())),
            None => {
                (shows && !address.is_loopback() && !groups.is_empty()).then(|| (at + end, IPV6, address.to_string()))
            }
        }
    })
}

/// Four numbers, with zeros before them too.
fn ipv4(text: &str) -> Option<Ipv4Addr> {
    let mut parts = text.split('.');
    let mut next = || parts.next().filter(|part| part.len() <= 3)?.parse::<u8>().ok();
    let address = Ipv4Addr::new(next()?, next()?, next()?, next()?);
    parts.next().is_none().then_some(address)
}

/// Addresses that are the same everywhere, so that they name nobody: this host, and those that Azure gives every VM.
pub(super) fn is_public(address: Ipv4Addr) -> bool {
    address.is_loopback()
        || address.is_unspecified()
        || address.is_broadcast()
        || [[168, 63, 129, 16], [169, 254, 169, 254]].contains(&address.octets())
        || address.octets()[0] == 255
}

/// The name in an address of any spelling, in its usual one.
pub(super) fn canonical(name: &str) -> String {
    let lower = name.to_lowercase();
    match lower.parse::<IpAddr>() {
        Ok(IpAddr::V6(address)) => address.to_string(),
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let mut found = Vec::new();
        forms(text, &mut |place, stem, _| found.push((stem.to_owned(), &text[place])));
        let found: Vec<_> = found.iter().map(|(stem, name)| (stem.as_str(), *name)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn identifiers_and_addresses_are_found() {
        let guid = "11111111-2222-3333-4444-55555555555A";
        check(&format!("id {{{guid}}}, vm{guid}x"), &[(GUID, guid), (GUID, guid)]);
        check("d41d8cd98f00b204e9800998ecf8427e", &[(GUID, "d41d8cd98f00b204e9800998ecf8427e")]);
        check("at 10.0.0.4:443, 010.001.002.003. Then", &[(IPV4, "10.0.0.4"), (IPV4, "010.001.002.003")]);
        check("[fe80::1%eth0] and 2001:db8::", &[(IPV6, "fe80::1"), (IPV6, "2001:db8::")]);
        check("dead:beef::cafe, ::ffff:10.0.0.4", &[(IPV6, "dead:beef::cafe"), (IPV4, "::ffff:10.0.0.4")]);
        check("168.63.129.16, 127.0.0.1 and 169.254.169.254", &[]);
        check("WALinuxAgent 2.7.41491.1008, 2.2.46, v1.2.3.4, 1.2.3.4.5", &[]);
        check("12:30:45, std::fs, a::b", &[]);
        check("00:0d:3a:11:22:33 000D3A112233", &[(MAC, "00:0d:3a:11:22:33"), (MAC, "000D3A112233")]);
        check("911111111-2222-3333-4444-555555555555", &[]);
        check("адрес 10.0.0.4, да", &[(IPV4, "10.0.0.4")]);
    }
}
