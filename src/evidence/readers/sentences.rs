//! Names in sentences: "the VM web01 in rg-prod", in the languages of `assets/evidence/words.toml`.

use super::words::{ProseName, WORDS};
use crate::guide::NamingRule;

/// A name in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedInProse<'t> {
    pub what: ProseName,
    pub name: &'t str,
    /// The group that stands right behind it: "web01 in rg-prod".
    pub group: Option<&'t str>,
    /// The byte at which it begins.
    pub at: usize,
}

/// What may stand right before a name and right behind it.
const OPENING: [char; 15] = [
    '"', '\'', '`', '*', '(', '[', ':', '\u{ff1a}', '=', '\u{201e}', '\u{201c}', '\u{201d}', '\u{2018}', '\u{ab}',
    '\u{300c}',
];

/// Of the signs above those that quote what stands behind them.
const QUOTES: [char; 9] = ['"', '\'', '`', '*', '\u{201e}', '\u{201c}', '\u{2018}', '\u{ab}', '\u{300c}'];

/// Beginnings of what is written like a name and is none: sizes, kinds and versions.
const NO_NAMES: [&str; 14] = [
    "standard_",
    "basic_",
    "gen1",
    "gen2",
    "agent",
    "snapshot",
    "extension",
    "backup",
    "error",
    "usererror",
    "level",
    "windows-server",
    "ubuntu-",
    "x64",
];

/// Every name of a text that a word before it, or in English one behind it, makes one.
pub(super) fn names(text: &str) -> Vec<NamedInProse<'_>> {
    let mut names = Vec::new();
    for found in WORDS.labels.find_iter(text) {
        let (start, end) = (found.start(), found.end());
        if !is_apart(text, start, end) {
            continue;
        }
        let what = WORDS.named[found.pattern().as_usize()];
        if what == ProseName::Vault && WORDS.between.keys.iter().any(|key| text[..start].ends_with(key)) {
            continue;
        }
        if WORDS.between.targets.iter().any(|target| text[..start].ends_with(target)) {
            continue;
        }
        // A restore gives a name; a VM that is new has one.
        let is_given = WORDS.between.given.iter().any(|word| text[..start].ends_with(word))
            && skipped(&text[end..]).is_some_and(|rest| WORDS.between.called.iter().any(|word| rest.starts_with(word)));
        if is_given {
            continue;
        }
        let is_suffixed = WORDS.between.suffixed.iter().any(|word| *word == text[start..end]);
        let name = Some(end).filter(|_| !is_suffixed).and_then(|end| behind(text, end, what));
        let name = name.or_else(|| before(text, start, what, is_suffixed));
        let what = if what == ProseName::AnyGroup { ProseName::Group } else { what };
        names.extend(name.map(|name| NamedInProse { what, ..name }));
    }
    names
}

/// Whether what stands between two bytes is no part of a longer word; signs that have no blanks between them are words anywhere.
fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let is_sign = text[start..end].starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_-".contains(c));
    is_sign || !(touches(text[..start].chars().next_back()) || touches(text[end..].chars().next()))
}

/// The name right behind a word.
fn behind(text: &str, end: usize, what: ProseName) -> Option<NamedInProse<'_>> {
    let rest = skipped(&text[end..])?;
    let called = WORDS.between.called.iter().find_map(|word| skipped(rest.strip_prefix(word.as_str())?));
    let rest = called.unwrap_or(rest);
    let at = text.len() - rest.len();
    let quoted = text[..at].ends_with(QUOTES);
    let name = name_at(rest);
    let closed = text[at + name.len()..]
        .starts_with(|c: char| QUOTES.contains(&c) || "\u{201d}\u{2019}\u{bb}\u{300d}".contains(c));
    // Behind a colon stands a name, be it without a figure.
    let labelled = text[end..at].contains([':', '\u{ff1a}']) && name.contains('-');
    is_name(name, what, (quoted && closed) || labelled).then(|| NamedInProse {
        what,
        name,
        group: group_behind(&text[at + name.len()..]),
        at,
    })
}

/// What stands behind a blank, a colon or a quote; a sentence may be broken there once.
fn skipped(rest: &str) -> Option<&str> {
    let inside = rest.trim_start_matches(|c: char| c == ' ' || c == '\t' || c == '\n' || OPENING.contains(&c));
    let gap = &rest[..rest.len() - inside.len()];
    let signs = gap.chars().filter(|c| OPENING.contains(c)).count();
    let breaks = gap.matches('\n').count();
    (!gap.is_empty() && signs < 4 && breaks < 2 && (breaks == 0 || signs == 0)).then_some(inside)
}

/// The name right before a word, as in "the web01 VM".
fn before(text: &str, start: usize, what: ProseName, is_suffixed: bool) -> Option<NamedInProse<'_>> {
    let head = text[..start]
        .strip_suffix(' ')
        .or_else(|| text[..start].strip_suffix(" ("))
        .or_else(|| Some(&text[..start]).filter(|_| is_suffixed))?;
    let head = head.trim_end_matches(QUOTES);
    let from =
        head.rfind(|c: char| !is_part(c)).map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let name = &head[from..];
    let is_behind = what != ProseName::Job && (what != ProseName::Saved || is_suffixed);
    let strict = is_behind && is_name(name, what, false);
    (strict && name.contains(|c: char| c.is_ascii_digit() || c == '-')).then_some(NamedInProse {
        what,
        name,
        group: None,
        at: from,
    })
}

/// The letters, digits and signs of a name at the beginning of a text.
fn name_at(rest: &str) -> &str {
    let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', '-', '_'])
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_.".contains(c)
}

/// Whether it is a name, and not the word that comes next in a sentence.
fn is_name(name: &str, what: ProseName, quoted: bool) -> bool {
    let lower = name.to_ascii_lowercase();
    let letter = name.contains(|c: char| c.is_ascii_alphabetic());
    let digit = name.contains(|c: char| c.is_ascii_digit());
    let joined = name.contains(['-', '_']);
    let is_guid = NamingRule::Guid.accepts(name);
    let of_group = is_group(&lower);
    match what {
        ProseName::Job => is_guid,
        ProseName::Subscription if is_guid => true,
        _ if is_guid || !letter || name.len() < 3 || name.contains('.') => false,
        _ if !name.starts_with(|c: char| c.is_ascii_alphanumeric())
            || NO_NAMES.iter().any(|no| lower.starts_with(no)) =>
        {
            false
        }
        ProseName::Saved => digit && !of_group,
        ProseName::Vm => (quoted || digit || is_telling(&lower)) && !of_group,
        ProseName::Group => quoted || digit || joined,
        ProseName::AnyGroup => of_group,
        ProseName::Vault | ProseName::Subscription => {
            quoted || digit || (joined && lower.split(['-', '_']).count() > 1)
        }
    }
}

/// Whether a name with a hyphen and without a figure is that of a VM: a word may have one too.
fn is_telling(lower: &str) -> bool {
    const PARTS: [&str; 14] =
        ["vm", "srv", "web", "app", "sql", "db", "dc", "file", "prod", "dev", "test", "erp", "mail", "jump"];
    let parts: Vec<&str> = lower.split(['-', '_']).collect();
    parts.len() > 1
        && parts.iter().filter(|part| PARTS.contains(part)).count() > 0
        && !["self", "re", "on", "post", "pre"].contains(&parts[0])
}

/// Whether a name is that of a resource group by its own words.
fn is_group(lower: &str) -> bool {
    let parts: Vec<&str> = lower.split(['-', '_']).collect();
    parts.len() > 1 && (parts[0] == "rg" || parts[parts.len() - 1] == "rg")
}

/// The group that a name is said to be in, right behind it.
fn group_behind(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(QUOTES).trim_start_matches(['\u{201d}', '\u{2019}', '\u{bb}']);
    let inside = rest.trim_start_matches([' ', ',', '(']);
    let inside = WORDS.between.r#in.iter().find_map(|word| inside.strip_prefix(word.as_str())).unwrap_or(inside);
    let name = name_at(inside.trim_start_matches([' ', '"', '\'', '`', ':']));
    (name.len() < rest.len() && is_group(&name.to_ascii_lowercase())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_sentences_and_words_are_not_taken_for_them() {
        let check = |text: &str, expected: &[(ProseName, &str)]| {
            let found: Vec<_> = names(text).into_iter().map(|named| (named.what, named.name)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("the VM web01 in rg-prod fails", &[(ProseName::Vm, "web01")]);
        check("the web01 VM fails", &[(ProseName::Vm, "web01")]);
        check("virtual machine 'payroll' is down", &[(ProseName::Vm, "payroll")]);
        check("VM: sql-prod-02, vault: rsv-weu", &[(ProseName::Vm, "sql-prod-02"), (ProseName::Vault, "rsv-weu")]);
        check("the VM is running, the VM agent is not", &[]);
        check("VM Standard_D4s_v3, VM gen2, VM 2019", &[]);
        check("VMs web01 and web02", &[]);
        check("in the key vault kv-01", &[]);
        check("Target VM name: web02, target resource group   rg-dr", &[]);
        check("целевая группа ресурсов: rg-dr", &[]);
        check("虚拟机：web-prod，资源组：rg-cn", &[(ProseName::Vm, "web-prod"), (ProseName::Group, "rg-cn")]);
        check("the name of the VM is hpc-head-2, the VM is up-to-date", &[(ProseName::Vm, "hpc-head-2")]);
        check("resource group payments-rg", &[(ProseName::Group, "payments-rg")]);
        check("backup of web01, backup of accounting", &[(ProseName::Saved, "web01")]);
        check("job 2b6e1f3a-90a7-4e0a-8f29-9a1f5b8e7c21", &[(ProseName::Job, "2b6e1f3a-90a7-4e0a-8f29-9a1f5b8e7c21")]);
        check("job failed", &[]);
        check("lab-vm-3 (VM) fails", &[(ProseName::Vm, "lab-vm-3")]);
        check("New VM name: web02, the new VM web03", &[(ProseName::Vm, "web03")]);
        check("web01 のバックアップ", &[(ProseName::Saved, "web01")]);
        check("web01的备份失败", &[(ProseName::Saved, "web01")]);
        check(
            "rg-web kaynak grubundaki web01 sanal makinesi rsv-1",
            &[(ProseName::Group, "rg-web"), (ProseName::Vm, "web01")],
        );
        check("группа rg-web, группа admins-1", &[(ProseName::Group, "rg-web")]);
        check("Виртуальная машина web01", &[(ProseName::Vm, "web01")]);
    }

    #[test]
    fn the_group_of_a_vm_stands_right_behind_it() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(names(text).first().and_then(|named| named.group), expected, "{text}");
        };
        check("VM web01 in rg-prod", Some("rg-prod"));
        check("VM 'web01' (rg-prod)", Some("rg-prod"));
        check("VM web01 aus der rg-prod", Some("rg-prod"));
        check("VM web01 in westeurope", None);
        check("VM web01", None);
    }
}
