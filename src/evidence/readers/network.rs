//! Whether the guest gets its address by DHCP: `ip route`, a running dhclient and the network settings on Linux, and
//! `Get-NetIPInterface` on Windows. An address itself proves nothing, since Azure's leases never end.

use super::words::{WORDS, is_in};
use crate::evidence::{EvidenceKind, notes::Notes, text::sheet::SheetLine};

/// What Azure's DHCP server gives a route to, beside the default one.
const PLATFORM: &str = "168.63.129.16";

/// The columns of the table of Windows.
const COLUMNS: [&str; 3] = ["InterfaceAlias", "Dhcp", "ConnectionState"];

/// What one line says of DHCP.
#[derive(Debug, Clone, Copy, PartialEq)]
enum DhcpSign {
    /// A route that came by DHCP, or the client at work.
    Lease,
    /// A default route that does not say where it came from.
    Route,
    /// A setting that asks for DHCP.
    Asked,
    /// A setting that does without.
    Fixed,
    /// A setting that leaves it open, such as one that may be for IPv6.
    Open,
}

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    linux(lines, notes);
    windows(lines, notes);
    ipconfig(lines, notes);
}

/// What `ipconfig /all` says, in any language, where all of its adapters say the same.
fn ipconfig(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let words = &WORDS.dhcp;
    let setting = |line: &SheetLine<'_>| {
        let (label, value) = line.text.split_once(':')?;
        let is_label = label.contains(" .") && is_in(&words.label, label.trim().trim_end_matches([' ', '.']));
        match value.trim() {
            _ if !is_label => None,
            value if is_in(&words.yes, value) => Some("on"),
            value => is_in(&words.no, value).then_some("off"),
        }
    };
    let settings: Vec<_> = lines
        .iter()
        .filter(|line| line.text.contains("DHCP"))
        .filter_map(|line| Some((line, setting(line)?)))
        .collect();
    let Some((line, value)) = settings.first().filter(|(_, value)| settings.iter().all(|(_, other)| other == value))
    else {
        return;
    };
    notes.kind(EvidenceKind::Network);
    notes.fact("os", "windows", notes.place_of(line), line.text.trim());
    notes.fact("dhcp", value, notes.place_of(line), line.text.trim());
}

fn linux(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let signs: Vec<_> = lines.iter().filter_map(|line| Some((line, sign(line.text)?))).collect();
    let Some((first, _)) = signs.first() else { return };
    notes.kind(EvidenceKind::Network);
    notes.fact("os", "linux", notes.place_of(first), first.text);
    let find = |wanted: DhcpSign| signs.iter().find(|(_, sign)| *sign == wanted).map(|(line, _)| *line);
    if let Some(line) = find(DhcpSign::Lease) {
        notes.fact("dhcp", "on", notes.place_of(line), line.text);
        return;
    }
    match (find(DhcpSign::Asked), find(DhcpSign::Fixed), find(DhcpSign::Open)) {
        (Some(line), None, None) => notes.fact("dhcp", "on", notes.place_of(line), line.text),
        // Settings alone may be those of another adapter; that the routes came by DHCP has to be seen not to be so.
        (None, Some(line), None) if find(DhcpSign::Route).is_some() => {
            notes.fact("dhcp", "off", notes.place_of(line), line.text);
        }
        _ => {}
    }
}

fn sign(line: &str) -> Option<DhcpSign> {
    let of_file = || client(line).or_else(|| setting(line));
    route(line).or_else(|| if line.trim_start().starts_with('/') { of_file() } else { None })
}

fn route(line: &str) -> Option<DhcpSign> {
    if !line.contains(" dev ") {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let [to @ ("default" | PLATFORM), "via", _, "dev", _, rest @ ..] = words.as_slice() else { return None };
    if rest.windows(2).any(|pair| pair == ["proto", "dhcp"]) {
        return Some(DhcpSign::Lease);
    }
    (*to == "default").then_some(DhcpSign::Route)
}

/// A row of `ps -eo args` for the client itself; one for IPv6 alone is none.
fn client(line: &str) -> Option<DhcpSign> {
    let mut words = line.split_whitespace();
    let is_client = words.next()?.strip_suffix("dhclient").is_some_and(|folder| folder.starts_with('/'));
    (is_client && words.all(|word| word != "-6")).then_some(DhcpSign::Lease)
}

/// A line that `grep -r` found in the settings of Netplan, NetworkManager, Wicked or ifupdown.
fn setting(line: &str) -> Option<DhcpSign> {
    let (file, setting) = line.split_once(':').filter(|(file, _)| file.starts_with("/etc/"))?;
    let setting = setting.trim();
    if file.starts_with("/etc/netplan/") {
        return match setting.strip_prefix("dhcp4:")?.trim() {
            "true" | "yes" | "on" => Some(DhcpSign::Asked),
            "false" | "no" | "off" => Some(DhcpSign::Fixed),
            _ => Some(DhcpSign::Open),
        };
    }
    if let Some(value) = setting.strip_prefix("BOOTPROTO=") {
        return match value.trim_matches(['"', '\'']).to_ascii_lowercase().as_str() {
            "dhcp" | "dhcp4" | "dhcp+autoip" => Some(DhcpSign::Asked),
            "none" | "static" => Some(DhcpSign::Fixed),
            _ => Some(DhcpSign::Open),
        };
    }
    if let Some(method) = setting.strip_prefix("method=") {
        return Some(if method == "manual" { DhcpSign::Fixed } else { DhcpSign::Open });
    }
    let words: Vec<&str> = setting.split_whitespace().collect();
    match words.as_slice() {
        ["iface", _, "inet", "dhcp"] => Some(DhcpSign::Asked),
        ["iface", _, "inet", "static"] => Some(DhcpSign::Fixed),
        _ => None,
    }
}

fn windows(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let header = |line: &SheetLine<'_>| line.text.split_whitespace().eq(COLUMNS);
    let Some(at) = lines.iter().position(header) else { return };
    notes.kind(EvidenceKind::Network);
    notes.fact("os", "windows", notes.place_of(&lines[at]), lines[at].text);
    let rows: Vec<_> = lines[at + 1..].iter().take_while(|line| !line.text.trim().is_empty()).collect();
    // Where the last row does not end, others may be missing.
    let is_whole = at + 1 + rows.len() < lines.len();
    let adapters: Vec<_> = rows.iter().copied().filter_map(|line| Some((line, adapter(line.text)?))).collect();
    // One adapter with DHCP is enough: others may be those of a VPN or of containers.
    if let Some((line, _)) = adapters.iter().find(|(_, on)| *on) {
        notes.fact("dhcp", "on", notes.place_of(line), line.text);
    } else if let Some((line, _)) = adapters.first().filter(|_| is_whole) {
        notes.fact("dhcp", "off", notes.place_of(line), line.text);
    }
}

/// Whether a connected adapter has DHCP; the loopback never has.
fn adapter(row: &str) -> Option<bool> {
    let words: Vec<&str> = row.split_whitespace().collect();
    let [name, .., dhcp, "Connected"] = words.as_slice() else { return None };
    match *dhcp {
        _ if name.starts_with("Loopback") => None,
        "Enabled" => Some(true),
        "Disabled" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{DhcpSign, adapter, sign};

    #[test]
    fn a_line_says_of_dhcp_no_more_than_it_proves() {
        let check = |line: &str, expected: Option<DhcpSign>| assert_eq!(sign(line), expected, "{line}");
        check("default via 10.0.0.1 dev eth0 proto dhcp src 10.0.0.4 metric 100", Some(DhcpSign::Lease));
        check("168.63.129.16 via 10.0.0.1 dev eth0 proto dhcp metric 100", Some(DhcpSign::Lease));
        check("default via 10.0.0.1 dev eth0 proto static metric 100", Some(DhcpSign::Route));
        check("default via 10.0.0.1 dev eth0", Some(DhcpSign::Route));
        check("168.63.129.16 via 10.0.0.1 dev eth0", None);
        check("10.1.0.0/16 via 10.0.0.1 dev eth0 proto dhcp", None);
        check("The default via 10.0.0.1 dev eth0 proto dhcp", None);
        check("    inet 10.0.0.4/24 metric 100 brd 10.0.0.255 scope global eth0", None);
        check("       valid_lft forever preferred_lft forever", None);
        check("/sbin/dhclient -4 -v -i -pf /run/dhclient.eth0.pid eth0", Some(DhcpSign::Lease));
        check("/sbin/dhclient -6 -v eth0", None);
        check("grep dhclient", None);
        check("/etc/netplan/50-cloud-init.yaml:            dhcp4: true", Some(DhcpSign::Asked));
        check("/etc/netplan/99-static.yaml:      dhcp4: no", Some(DhcpSign::Fixed));
        check("/etc/sysconfig/network/ifcfg-eth0:BOOTPROTO='dhcp'", Some(DhcpSign::Asked));
        check("/etc/sysconfig/network/ifcfg-eth0:BOOTPROTO='static'", Some(DhcpSign::Fixed));
        check("/etc/sysconfig/network-scripts/ifcfg-eth0:BOOTPROTO=none", Some(DhcpSign::Fixed));
        check("/etc/sysconfig/network/ifcfg-eth1:BOOTPROTO='dhcp6'", Some(DhcpSign::Open));
        check("/etc/NetworkManager/system-connections/eth0.nmconnection:method=auto", Some(DhcpSign::Open));
        check("/etc/NetworkManager/system-connections/eth0.nmconnection:method=manual", Some(DhcpSign::Fixed));
        check("/etc/network/interfaces:iface lo inet loopback", None);
        check("/etc/network/interfaces.d/50-cloud-init:iface eth0 inet dhcp", Some(DhcpSign::Asked));
        check("BOOTPROTO=none", None);
    }

    #[test]
    fn only_a_connected_adapter_counts_and_never_the_loopback() {
        let check = |row: &str, expected: Option<bool>| assert_eq!(adapter(row), expected, "{row}");
        check("Ethernet       Enabled  Connected", Some(true));
        check("Ethernet 2     Disabled Connected", Some(false));
        check("Loopback Pseudo-Interface 1 Disabled Connected", None);
        check("Ethernet 3     Enabled  Disconnected", None);
        check("-------------- ----     ---------------", None);
        check("", None);
    }
}
