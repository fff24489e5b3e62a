//! A VM and its group that stand by each other: `web01 (rg-web)`, `rg-web/web01`, "rg-web の web01", and the options of a cmdlet.

use super::{
    between::{LONGEST_LINE, SENTENCE, bounded, end_of, is_part, name_at},
    coded::is_coded,
    forms::is_group,
    label_words::FieldLabel,
    labels,
    lone::{has_else, is_about},
    machines::{is_compound, is_helper, is_machine, is_of_other, is_vault, parts, twin},
    name_labels::ProseName,
    names::FoundNames,
    plain::{is_plain_name, label_at_start},
    words::{WORDS, has_any},
};
use crate::evidence::azure::subject::Subject;

use memchr::memchr2;
use rustc_hash::FxHashSet;

/// A word of another service or an error has no hyphen and is longer than the name of a Windows machine.
const LONGEST_WORD: usize = 15;

/// What stands before a name is looked at so far, in bytes.
const BEFORE: usize = 40;

/// Options that name both in a cmdlet.
const VM_OPTION: &str = "-FriendlyName ";
const GROUP_OPTION: &str = "-ResourceGroupName ";

impl<'t> FoundNames<'t> {
    /// The pairs of a line.
    pub(super) fn pairs_of(&mut self, line: &'t str, number: usize) {
        if line.len() > LONGEST_LINE {
            return;
        }
        if memchr2(b'(', b'[', line.as_bytes()).is_some() || (!line.is_ascii() && line.contains('\u{ff08}')) {
            let pairs = line.match_indices(['(', '[', '\u{ff08}']).filter_map(|(at, sign)| in_brackets(line, at, sign));
            self.pairs.extend(pairs.map(|pair| (pair, number)));
        }
        if line.contains("g-") && line.contains('/') && (is_coded(line) || is_about(line)) {
            self.pairs
                .extend(line.match_indices('/').filter_map(|(at, _)| in_group(line, at)).map(|pair| (pair, number)));
        }
        if line.contains(VM_OPTION) && line.contains(GROUP_OPTION) {
            let option = |name: &str| Some(name_at(line.split_once(name)?.1)).filter(|value| !value.is_empty());
            let pair = option(VM_OPTION).map(|vm| Subject { vm, group: option(GROUP_OPTION), subscription: None });
            self.pairs.extend(pair.map(|pair| (pair, number)));
        }
    }
}

/// The pairs of a text without those of a machine whose twin it names too, as in "web is red, web-test (rg-test) is not".
pub(super) fn without_twins<'t>(pairs: &[(Subject<'t>, usize)], lines: &[&str]) -> Vec<(Subject<'t>, usize)> {
    let twins: FxHashSet<&str> = pairs.iter().filter_map(|(pair, _)| twin(pair.vm)).collect();
    let words = lines.iter().filter(|_| !twins.is_empty()).flat_map(|line| line.split(|c| !is_part(c)));
    let named: FxHashSet<&str> = words.filter(|word| twins.contains(word)).collect();
    pairs.iter().filter(|(pair, _)| twin(pair.vm).is_none_or(|twin| !named.contains(twin))).copied().collect()
}

/// The VM whose group stands in the bracket behind its name.
fn in_brackets<'t>(line: &'t str, open: usize, sign: &str) -> Option<Subject<'t>> {
    let inside = bounded(&line[open + sign.len()..], SENTENCE);
    let end = inside.find([')', ']', '\u{ff09}', ',', ';', '\u{ff0c}', '\u{3001}']).unwrap_or(inside.len());
    let group = group_of(inside[..end].trim())?;
    let head = line[..open].trim_end_matches([' ', '"', '\'', '`', '*', '\u{201d}', '\u{bb}', '\u{300d}']);
    // "[web01][rg-web]", as the heads of tickets have it.
    let head = if sign == "[" { head.strip_suffix(']')? } else { head };
    // "The web01 VM (rg-web)": what it is may stand behind its name.
    let head = kind_at_end(head).filter(|(_, kind)| is_of_vm(*kind)).map_or(head, |(from, _)| head[..from].trim_end());
    let from = head.trim_end_matches(is_part).len();
    let vm = &head[from..];
    let behind = inside.find([')', ']', '\u{ff09}']).map_or("", |end| &inside[end..]);
    let is_meant = is_owner(vm, &head[..from], group) && !is_another(vm, &head[..from], behind);
    is_meant.then_some(Subject { vm, group: Some(group), subscription: None })
}

/// Whether what stands around a VM says that it is well, or only what another one is compared with or copied to.
pub(super) fn is_another(vm: &str, before: &str, behind: &str) -> bool {
    let near = end_of(before, SENTENCE);
    let clause = near.rsplit(['.', ';', '!', '?', ',', '\u{3002}', '\u{3001}', '\u{ff0c}']).next().unwrap_or_default();
    let clause = clause.to_lowercase();
    let behind = bounded(behind, SENTENCE);
    let behind = behind.strip_prefix(" (").and_then(|inside| inside.split_once(')')).map_or(behind, |(_, rest)| rest);
    let behind = behind.trim_start_matches([')', ']', '\u{ff09}', ',', ' ', '\u{ff0c}']);
    let behind = behind.split(['.', ';', '!', '?', ',', '\u{3002}', '\u{3001}', '\u{ff0c}']).next().unwrap_or_default();
    let behind = behind.to_lowercase();
    let of = &WORDS.between;
    let last = clause.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_thing = of.things.contains(last);
    let is_target = of.into.iter().any(|word| before.ends_with(word.as_str()))
        || (clause.trim_end().ends_with([':', '\u{ff1a}'])
            && of.target_titles.iter().any(|word| clause.contains(&word.to_lowercase())));
    is_thing
        || is_target
        || vm.split('-').next().is_some_and(is_helper)
        || has_any(&clause, &of.compares)
        || has_any(&behind, &of.well)
}

/// The group that a bracket names, alone or behind its label.
fn group_of(inside: &str) -> Option<&str> {
    let from = inside.trim_end_matches(|c| !" :\u{ff1a}=\u{a0}".contains(c)).len();
    let (label, name) =
        (inside[..from].trim_end_matches([' ', ':', '\u{ff1a}', '=']), inside[from..].trim_matches(['"', '\'', '`']));
    let is_whole = !name.is_empty() && name_at(name) == name;
    let is_said = || is_label(label) || matches!(labels::known(label), Some(FieldLabel::Group | FieldLabel::VmGroup));
    let is_any = || labels::known(label) == Some(FieldLabel::AnyGroup) || label.is_empty();
    let is_named = is_group(&name.to_ascii_lowercase());
    (is_whole && ((is_named && is_any()) || (!label.is_empty() && labels::is_telling(name) && is_said())))
        .then_some(name)
}

/// Whether a text is what stands before a group in a sentence, in whichever case of its language.
fn is_label(text: &str) -> bool {
    let mut found = WORDS.labels.find_iter(text);
    found.next().is_some_and(|(named, place)| {
        place == (0..text.len()) && matches!(named, ProseName::Group | ProseName::AnyGroup)
    })
}

/// The VM behind the group that it is in, on both sides of a slash.
fn in_group(line: &str, slash: usize) -> Option<Subject<'_>> {
    let from = line[..slash].trim_end_matches(|c| is_part(c) && c != '.').len();
    let (group, vm) = (&line[from..slash], name_at(&line[slash + 1..]));
    let is_way =
        line[..from].ends_with(['/', '\\', '.', '@']) || line[slash + 1 + vm.len()..].starts_with(['/', '.', '\\']);
    let is_pair = !is_way && is_group(&group.to_ascii_lowercase()) && is_owner(vm, "", group);
    is_pair.then_some(Subject { vm, group: Some(group), subscription: None })
}

/// The VM that what stands right behind a group says to be in it.
pub(super) fn vm_of_group(behind: &str) -> Option<&str> {
    let rest = behind.trim_start_matches([' ', '"', '`', '\u{300d}']);
    let rest = WORDS.between.of_group.iter().find_map(|word| rest.strip_prefix(word.as_str()))?.trim_start();
    // "vm-1" only begins like the word.
    let is_apart = |end: usize| rest[end..].starts_with(' ') || !rest[..end].is_ascii();
    let label = label_at_start(rest).filter(|(what, end)| is_of_vm(*what) && is_apart(*end));
    let label = label.map_or("", |(_, end)| &rest[..end]);
    let vm = name_at(rest[label.len()..].trim_start());
    let is_vm = is_machine(vm) || is_compound(vm) || is_plain_name(vm, "", label);
    (is_vm && is_owner(vm, label, "")).then_some(vm)
}

/// Whether a name that a group stands by is that of a VM, by its form and by what stands before it.
fn is_owner(name: &str, before: &str, group: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let has_letter = name.contains(|c: char| c.is_ascii_alphabetic());
    let is_whole = name.starts_with(|c: char| c.is_ascii_alphanumeric()) && !name.contains('.');
    let is_word = !name.contains('-') && name.len() > LONGEST_WORD;
    if !(3..=64).contains(&name.len())
        || !has_letter
        || !is_whole
        || is_word
        || before.ends_with(['/', '\\', '@', '=', '#'])
    {
        return false;
    }
    if is_vault(&lower) || is_group(&lower) || is_of_other(name) || has_else(before) {
        return false;
    }
    let kind = kind_before(before);
    if matches!(
        kind,
        Some(ProseName::Vault | ProseName::Subscription | ProseName::Group | ProseName::AnyGroup | ProseName::Job)
    ) {
        return false;
    }
    let has_figure = name.bytes().any(|byte| byte.is_ascii_digit());
    let is_word = || parts(&lower).next().is_some_and(|part| WORDS.machine.compounds.contains(part));
    let is_telling = labels::is_telling(name) && (has_figure || !is_word());
    let is_plain = || kind == Some(ProseName::Vm) && is_plain_name(name, group, before);
    is_telling || is_capital(name, &lower) || is_plain()
}

/// Whether a word has the capital letters of a name, and is none of those that people write so.
pub(super) fn is_capital(name: &str, lower: &str) -> bool {
    let words = &WORDS.machine;
    let is_known = words.compounds.contains(lower) || words.beginnings.contains(lower) || words.parts.contains(lower);
    name.len() > 3 && !is_known && name.bytes().all(|byte| byte.is_ascii_uppercase()) && !WORDS.no_value.contains(lower)
}

fn is_of_vm(kind: ProseName) -> bool {
    matches!(kind, ProseName::Vm | ProseName::Machine)
}

/// What the word right before a name says that it is.
fn kind_before(before: &str) -> Option<ProseName> {
    let before = before.trim_end_matches([' ', '"', '\'', '`', '*', ':', '\u{201e}', '\u{201c}', '\u{ab}', '\u{300c}']);
    kind_at_end(before).map(|(_, kind)| kind)
}

/// What the word at the end of a text says of a name, and the byte at which it begins.
fn kind_at_end(text: &str) -> Option<(usize, ProseName)> {
    let near = end_of(text, BEFORE);
    let from = text.len() - near.len();
    let (named, place) = WORDS.labels.find_iter(near).filter(|(_, place)| place.end == near.len()).last()?;
    let start = from + place.start;
    let is_part = text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || "-_".contains(c));
    Some((start, named)).filter(|_| !is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vm_and_its_group_stand_by_each_other() {
        let check = |line: &str, expected: &[(&str, &str)]| {
            let mut found = FoundNames::default();
            found.pairs_of(line, 1);
            let pairs: Vec<_> = found.pairs.iter().map(|(pair, _)| (pair.vm, pair.group.unwrap_or_default())).collect();
            assert_eq!(pairs, expected, "{line}");
        };
        check("the backup of shop-front (rg-shop, vault rsv-shop) fails", &[("shop-front", "rg-shop")]);
        check("Il backup della VM ORDINI (rg-vendite) fallisce", &[("ORDINI", "rg-vendite")]);
        check("paie-web (groupe rg-paie, coffre rsv-fr)", &[("paie-web", "rg-paie")]);
        check("maszyny sejf-app (grupa zasobów bank-prod)", &[("sejf-app", "bank-prod")]);
        check("fileshare02（rg-somu）", &[("fileshare02", "rg-somu")]);
        check("cluster-a1 (RG: rg-ha)", &[("cluster-a1", "rg-ha")]);
        check("pos-busan 서버(리소스 그룹 rg-pos, x)", &[("pos-busan", "rg-pos")]);
        check("the bi-cube VM (rg-bi)", &[("bi-cube", "rg-bi")]);
        check("[P2][SRV-PLM-04][rg-plm] failed", &[("SRV-PLM-04", "rg-plm")]);
        check("rg-mdm/mdm-core: UserErrorUnsupportedDiskSize", &[("mdm-core", "rg-mdm")]);
        check("checking rg-mdm/mdm-core", &[]);
        check("-FriendlyName ETL -ResourceGroupName RG-Data -VaultId $v.ID", &[("ETL", "RG-Data")]);
        check("store-a (rg-store) is not affected. shop-b (rg-shop) fails", &[("shop-b", "rg-shop")]);
        check("Anders als bei lager-a (rg-lager), auf lager-b (rg-lager)", &[("lager-b", "rg-lager")]);
        check("На sklad-a (rg-sklad) всё в порядке", &[]);
        check("the lock no-delete (rg-a), the snapshot web-02 (rg-a), Image golden-i (rg-a)", &[]);
        check("restored into web-02 (rg-a), restore target: web-03 (rg-a), over jump-01 (rg-a)", &[]);
        check("the vault bank-prd (rg-bank)", &[]);
        check("rsv-bank (rg-bank), kv-bank (rg-bank), policy-1 (rg-bank)", &[]);
        check("the backup (rg-bank)", &[]);
        check("AZURE BACKUP (rg-bank)", &[]);
        check("web01 (in production)", &[]);
        check("web01 (group admins)", &[]);
        check("2026-11-20 (rg-bank)", &[]);
        check("/resourceGroups/rg-web/providers/x, rg-web/rsv-web", &[]);
        check("-FriendlyName ETL -VaultId $v.ID", &[]);
    }

    #[test]
    fn a_machine_with_a_twin_is_not_the_only_one() {
        let check = |text: &str, expected: &[&str]| {
            let lines: Vec<&str> = text.split('\n').collect();
            let mut found = FoundNames::default();
            (1..).zip(&lines).for_each(|(number, line)| found.pairs_of(line, number));
            let left: Vec<&str> = without_twins(&found.pairs, &lines).iter().map(|(pair, _)| pair.vm).collect();
            assert_eq!(left, expected, "{text}");
        };
        check("control is not backed up\ncontrol-test (rg-test) is", &[]);
        check("control-test (rg-test) is not backed up", &["control-test"]);
        check("control-room (rg-room) is red, in control", &["control-room"]);
    }

    #[test]
    fn a_vm_stands_behind_its_group() {
        let check = |behind: &str, expected: Option<&str>| assert_eq!(vm_of_group(behind), expected, "{behind}");
        check(" 리소스 그룹의 vm-insa-02에서", Some("vm-insa-02"));
        check("の仮想マシン keiri-db03", Some("keiri-db03"));
        check("にある仮想マシン eigyo の", Some("eigyo"));
        check("にある仮想マシン backup の", None);
        check("にある eigyo の", None);
        check("中的caiwu-app1备份失败", Some("caiwu-app1"));
        check("'daki muhasebe01", Some("muhasebe01"));
        check(" and web01", None);
        check("の設定", None);
        check("の rsv-tokyo", None);
    }
}
