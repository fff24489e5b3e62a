//! Names that show by what is around them: resources, hosts, people.

use std::ops::Range;

use super::{forms::forms, kinds::NameKinds, look::is_guid, value::head};

/// The longest name.
const LONGEST: usize = 90;

/// Something that names a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it is.
    pub(super) place: Range<usize>,
    /// What its pseudonym begins with, or one of the stems of `forms`.
    pub(super) stem: String,
    /// The name in its usual spelling.
    pub(super) name: String,
}

/// Every name of a text, in its order.
pub(super) fn found(text: &str, kinds: &NameKinds) -> Vec<Found> {
    let mut all = Vec::new();
    let mut push = |place: Range<usize>, stem: &str, name: String| {
        if place.start < place.end {
            all.push(Found { place, stem: stem.to_owned(), name });
        }
    };
    let (containers, marks): (Vec<_>, Vec<_>) = marks(text, kinds).partition(|(stem, _)| *stem == "container");
    forms(text, &mut push);
    resources(text, kinds, &mut push);
    contained(text, containers.into_iter().map(|(_, at)| at), &mut push);
    dotted(text, kinds, &mut push);
    people(text, marks, kinds, &mut push);
    all.sort_by_key(|found| (found.place.start, std::cmp::Reverse(found.place.end)));
    all
}

/// Takes a place, a stem and a name.
pub(super) type Push<'p> = dyn FnMut(Range<usize>, &str, String) + 'p;

/// The next segment of a path, or part of a list.
fn segment(text: &str, at: usize) -> Range<usize> {
    let rest = head(text, at, LONGEST * 3);
    let stop = |c: char| c.is_whitespace() || "/\"'`<>,;?|\\&#%*=[]{}".contains(c);
    let name = &rest[..rest.find(stop).unwrap_or(rest.len())];
    let opened = name.contains('(');
    let name = if opened { name.trim_end_matches(['.', ':']) } else { name.trim_end_matches([')', '.', ':']) };
    at..at + name.len()
}

/// The names in the ids of resources, in whatever form they are cut.
fn resources(text: &str, kinds: &NameKinds, push: &mut Push<'_>) {
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'/', &text.as_bytes()[at..]) {
        let slash = at + found;
        at = slash + 1;
        let before = &text[..slash];
        let length = before.bytes().rev().take(40).take_while(u8::is_ascii_alphanumeric).count();
        let kind = before[before.len() - length..].to_ascii_lowercase();
        if kind == "providers" {
            // A namespace, then types and names in turn.
            let mut place = segment(text, at);
            let mut types = 0;
            while text[place.end..].starts_with('/') && types < 12 {
                let kind = segment(text, place.end + 1);
                if kind.is_empty() || !text[kind.end..].starts_with('/') {
                    break;
                }
                place = segment(text, kind.end + 1);
                let kind = text[kind].to_ascii_lowercase();
                if kind == "providers" || place.is_empty() {
                    break;
                }
                if !["locations", "operationresults", "operationstatus", "backupfabrics"].contains(&kind.as_str()) {
                    push(
                        place.clone(),
                        kinds.types.get(&kind).map_or("resource", String::as_str),
                        text[place.clone()].to_owned(),
                    );
                }
                types += 1;
            }
            at = place.end.max(at);
        } else if let Some(stem) = kinds.types.get(&kind) {
            let place = segment(text, at);
            let is_version = text[place.clone()].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            if !is_version && !["read", "write", "delete", "action"].contains(&&text[place.clone()]) {
                push(place.clone(), stem, text[place].to_owned());
            }
        }
    }
}

/// What is behind a mark, with what it is.
fn marks<'k>(text: &str, kinds: &'k NameKinds) -> impl Iterator<Item = (&'k str, usize)> {
    let mut found: Vec<_> = kinds.marks.find_overlapping_iter(text).collect();
    // What one mark says of a name counts before what a later one does, wherever they are.
    found.sort_by_key(|mark| (mark.pattern(), mark.start()));
    found.into_iter().map(|mark| (kinds.behind[mark.pattern().as_usize()].1.as_str(), mark.end()))
}

/// The names of containers, `GROUP;VM`.
fn contained(text: &str, places: impl Iterator<Item = usize>, push: &mut Push<'_>) {
    for at in places {
        let group = segment(text, at);
        if text[group.end..].starts_with(';') {
            let vm = segment(text, group.end + 1);
            push(group.clone(), "group", text[group].to_owned());
            push(vm.clone(), "vm", text[vm].to_owned());
        }
    }
}

/// Mail addresses, hosts of Azure and domains.
fn dotted(text: &str, kinds: &NameKinds, push: &mut Push<'_>) {
    let bytes = text.as_bytes();
    let in_host = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'.', b'@', &bytes[at..]) {
        let sign = at + found;
        at = sign + 1;
        if bytes[sign] == b'@' {
            let in_user = |c: &char| c.is_alphanumeric() || "._%+-#'".contains(*c);
            let length: usize = text[..sign].chars().rev().take(LONGEST).take_while(in_user).map(char::len_utf8).sum();
            let user = text[sign - length..sign].trim_start_matches(['.', '\'', '-', '%', '+', '#']);
            let host = head(text, sign + 1, 255);
            let host = host[..host.find(|c| !in_host(c)).unwrap_or(host.len())].trim_end_matches(['.', '-']);
            if !user.is_empty() && host.contains('.') && !host.contains("..") {
                push(sign - user.len()..sign, "user", user.to_owned());
                domain(text, sign + 1..sign + 1 + host.len(), kinds, true, push);
            }
            continue;
        }
        // The whole name with dots, once.
        let before: usize =
            text[..sign].chars().rev().take(LONGEST).take_while(|c| in_host(*c)).map(char::len_utf8).sum();
        let rest = head(text, sign, 255);
        let end = sign + rest.find(|c| !in_host(c)).unwrap_or(rest.len());
        let start = sign - before;
        let is_mail = text[..start].ends_with('@');
        let name = text[start..end].trim_matches(['.', '-']);
        let start = start + text[start..end].find(name).unwrap_or(0);
        at = end.max(at);
        if !is_mail && name.contains('.') {
            domain(text, start..start + name.len(), kinds, false, push);
        }
    }
}

/// What of a name with dots is somebody's: the label before a host of Azure, or a domain that is not public.
fn domain(text: &str, place: Range<usize>, kinds: &NameKinds, is_mail: bool, push: &mut Push<'_>) {
    let name = &text[place.clone()];
    let lower = name.to_ascii_lowercase();
    let host = kinds.hosts.iter().find_map(|(host, stem)| {
        let at = if host.ends_with('.') {
            lower.find(host.as_str())
        } else {
            lower.strip_suffix(host.as_str()).map(str::len)
        };
        at.filter(|at| *at > 0).map(|at| (at, stem))
    });
    if let Some((at, stem)) = host {
        for label in labels(name, 0..at) {
            let word = lower[label.clone()].trim_end_matches("-secondary");
            if !kinds.kept_hosts.contains(word) && word.len() > 1 {
                let label = place.start + label.start..place.start + label.start + word.len();
                push(label.clone(), stem, text[label].to_owned());
            }
        }
        return;
    }
    let all: Vec<Range<usize>> = labels(name, 0..name.len()).collect();
    let Some(last) = all.last().filter(|_| all.len() > 1) else { return };
    let known = kinds.ends.contains(&lower[last.clone()]) || is_mail;
    let public = all.iter().any(|label| kinds.public.contains(&lower[label.start..]));
    if known && !public && (is_mail || !lower.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')) {
        push(place.clone(), "domain", name.to_owned());
    }
}

fn labels(name: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = within.start;
    name[within].split('.').map(move |label| {
        let start = at;
        at += label.len() + 1;
        start..start + label.len()
    })
}

/// People and what else is behind a mark or a label: `C:\Users\NAME`, `DOMAIN\NAME`, `userName: NAME`.
fn people(text: &str, marks: Vec<(&str, usize)>, kinds: &NameKinds, push: &mut Push<'_>) {
    for (stem, at) in marks {
        let place = segment(text, at);
        let name = &text[place.clone()];
        if name.chars().count() > 1 && !kinds.kept_users.contains(&name.to_lowercase()) && !is_guid(name) {
            push(place.clone(), stem, name.to_owned());
        }
    }
    let mut at = 0;
    while let Some(found) = memchr::memchr3(b'\\', b':', b'=', &text.as_bytes()[at..]) {
        let sign = at + found;
        at = sign + 1;
        if text.as_bytes()[sign] == b'\\' {
            domain_user(text, sign, kinds, push);
        } else {
            labelled(text, sign, kinds, push);
        }
    }
}

fn word_before(text: &str, at: usize) -> Range<usize> {
    let part = |c: &char| c.is_alphanumeric() || *c == '-' || *c == '_';
    let length: usize = text[..at].chars().rev().take(40).take_while(part).map(char::len_utf8).sum();
    at - length..at
}

fn domain_user(text: &str, sign: usize, kinds: &NameKinds, push: &mut Push<'_>) {
    let domain = word_before(text, sign);
    let before = text[..domain.start].trim_end_matches([' ', '"', '\'', ':', '=']);
    let user = segment(text, sign + 1);
    let (left, right) = (&text[domain.clone()], &text[user.clone()]);
    let in_path =
        text[..domain.start].ends_with(['\\', '/', '.', '%', '$']) || text[user.end..].starts_with(['\\', '/']);
    if in_path || left.len() < 2 || left.chars().count() > 15 || right.is_empty() || right.starts_with('\\') {
        return;
    }
    let capitals = left.contains(|c: char| c.is_uppercase()) && !left.contains(|c: char| c.is_lowercase());
    let introduced = kinds.before_users.contains(&text[word_before(text, before.len())].to_lowercase());
    if (capitals || introduced) && !kinds.no_domains.contains(&left.to_lowercase()) {
        push(domain.clone(), "domain", left.to_owned());
        if !kinds.kept_users.contains(&right.to_lowercase()) {
            push(user.clone(), "user", right.to_owned());
        }
    }
}

fn labelled(text: &str, sign: usize, kinds: &NameKinds, push: &mut Push<'_>) {
    let before = text[..sign].trim_end_matches([' ', '"', '\'']);
    let label: String = text[word_before(text, before.len())]
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let Some(stem) = kinds.labels.get(&label) else { return };
    let rest = head(text, sign + 1, 20);
    let at = sign + 1 + rest.len() - rest.trim_start_matches([' ', '"', '\'']).len();
    let place = segment(text, at);
    let name = &text[place.clone()];
    let lower = name.to_lowercase();
    let is_name =
        name.chars().count() > 1 && !name.starts_with(['$', '<', '(', '-', '@']) && !name.contains(['@', '(']);
    if is_name && !kinds.kept_users.contains(&lower) && !["null", "none", "true", "false"].contains(&lower.as_str()) {
        push(place.clone(), stem, name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::{super::kinds::KINDS, *};

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = found(text, &KINDS);
        let found: Vec<_> = found.iter().map(|found| (found.stem.as_str(), &text[found.place.clone()])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_in_resource_ids_are_found() {
        let id = "/subscriptions/s-1/resourceGroups/rg(1)/providers/Microsoft.Compute/virtualMachines/web";
        let names = [("subscription", "s-1"), ("group", "rg(1)"), ("vm", "web")];
        check(id, &names);
        check(&format!("see \"{id}/extensions/x\", ok"), &[names.as_slice(), &[("extension", "x")]].concat());
        check("resourcegroups/rg/providers", &[("group", "rg")]);
        check("/subscriptions/", &[]);
        check("(/Subscriptions/a).", &[("subscription", "a")]);
        check("no /subscription/x", &[]);
        check("VM;iaasvmcontainerv2;rg-1;web-1", &[("group", "rg-1"), ("vm", "web-1")]);
        let twice = [("group", "iaasvmcontainerv2"), ("group", "rg-1"), ("vm", "rg-1"), ("vm", "web-1")];
        check("iaasvmcontainer;iaasvmcontainerv2;rg-1;web-1", &twice);
    }

    #[test]
    fn hosts_and_people_are_found() {
        check("https://acct1.blob.core.windows.net/x", &[("account", "acct1")]);
        check("https://kv-1.vault.azure.net", &[("key-vault", "kv-1")]);
        check("acct1.privatelink.blob.core.windows.net", &[("account", "acct1")]);
        check("mail nadia.k@contoso.com.", &[("user", "nadia.k"), ("domain", "contoso.com")]);
        check("x@fabrikam.onmicrosoft.com", &[("user", "x"), ("tenant", "fabrikam")]);
        check(
            "web01.corp.contoso.local and learn.microsoft.com, waagent.log",
            &[("domain", "web01.corp.contoso.local")],
        );
        check(
            &format!("C:\\Users\\nadia\\x {}/ivan/.ssh C:\\Users\\Public", "/home"),
            &[("user", "nadia"), ("user", "ivan")],
        );
        check(
            "CONTOSO\\nadia, NT AUTHORITY\\SYSTEM, HKLM\\SOFTWARE, bin\\Debug",
            &[("domain", "CONTOSO"), ("user", "nadia")],
        );
        check("computerName: SRV1, \"userName\": \"olga\"", &[("vm", "SRV1"), ("user", "olga")]);
    }
}
