//! Names in sentences: "the VM web01 in rg-prod", in the languages of `assets/evidence/words.toml`.

use std::ops::Range;

use super::{
    between::{
        OPENING, QUOTES, bounded, end_of, glued, is_apart, is_part, line_before, name_at, rest_of_sentence, skipped,
    },
    forms::{is_group, is_name, is_named_by_itself},
    machines::{is_compound, is_hyphenated_word, is_machine, is_of_other},
    name_labels::ProseName,
    plain::{group_of_named, is_not_saved},
    told_names,
    words::WORDS,
};
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

/// The longest name of a subscription.
const NAME: usize = 64;

/// Every name of a text that a word before it, or in English one behind it, makes one.
pub(super) fn names(text: &str) -> Vec<NamedInProse<'_>> {
    let mut names = Vec::new();
    for (what, Range { start, end }) in WORDS.labels.find_iter(text) {
        if !is_apart(text, start, end) {
            continue;
        }
        if is_of_another(text, start, end, what) {
            continue;
        }
        let is_suffixed = WORDS.between.suffixed.iter().any(|word| *word == text[start..end]);
        let is_before = is_suffixed || what == ProseName::NotSaved;
        let name = Some(end).filter(|_| !is_before).and_then(|end| behind(text, end, what));
        let name = name.or_else(|| before(text, start, what, is_suffixed));
        let what = match what {
            ProseName::AnyGroup => ProseName::Group,
            ProseName::Machine | ProseName::NotSaved => ProseName::Saved,
            what => what,
        };
        let others = name.filter(|_| what == ProseName::Saved).map(|name| joined(text, &name)).unwrap_or_default();
        names.extend(name.map(|name| NamedInProse { what, ..name }));
        names.extend(others);
    }
    names
}

/// Whether the words around make of it another thing: a key vault, or what a restore writes to.
fn is_of_another(text: &str, start: usize, end: usize, what: ProseName) -> bool {
    let before = |words: &[String]| words.iter().any(|word| text[..start].ends_with(word));
    if (what == ProseName::Vault && before(&WORDS.between.keys)) || before(&WORDS.between.targets) {
        return true;
    }
    // "Target: subscription x / resource group y".
    let title = line_before(text, start).trim_start().split_once(':').map_or("", |(title, _)| title);
    if !title.is_empty() && WORDS.between.target_titles.iter().any(|word| word == title.trim_end()) {
        return true;
    }
    let of_machine = matches!(what, ProseName::Machine | ProseName::Saved);
    let ends = |words: &[String]| words.iter().any(|word| text[..end].ends_with(word.as_str()));
    if of_machine
        && (before(&WORDS.between.services) || ends(&WORDS.between.services) || before(&WORDS.between.policies))
    {
        return true;
    }
    // A restore gives a name; a VM that is new has one.
    before(&WORDS.between.given)
        && skipped(&text[end..]).is_some_and(|rest| WORDS.between.called.iter().any(|word| rest.starts_with(word)))
}

/// The machines that the same sentence names besides one, so that none of them is the only one.
fn joined<'t>(text: &'t str, first: &NamedInProse<'t>) -> Vec<NamedInProse<'t>> {
    let rest = &text[first.at + first.name.len()..];
    let starts = rest_of_sentence(rest).match_indices([' ', ',']).map(|(at, _)| at + 1);
    let named = starts.filter_map(|at| {
        let behind = &rest[at..];
        let inside = WORDS.between.joins.iter().find_map(|join| behind.strip_prefix(join.as_str()))?;
        let name = name_at(inside.trim_start());
        let is_other = is_machine(name) && !name.eq_ignore_ascii_case(first.name);
        is_other.then(|| NamedInProse { name, group: None, at: first.at + first.name.len() + at, ..*first })
    });
    named.collect()
}

/// The name right behind a word.
fn behind(text: &str, end: usize, what: ProseName) -> Option<NamedInProse<'_>> {
    // Signs of scripts without blanks follow at once.
    let joined = WORDS.between.at_once.iter().find_map(|word| text[end..].strip_prefix(word.as_str()));
    let joined = joined.map(|rest| rest.trim_start_matches(|c: char| c == ' ' || OPENING.contains(&c)));
    let glued = || glued(text, end);
    let rest = joined.or_else(|| skipped(&text[end..])).or_else(glued)?;
    let called = WORDS.between.called.iter().find_map(|word| skipped(rest.strip_prefix(word.as_str())?));
    let rest = called.unwrap_or(rest);
    // "The vault is called x", "der Tresor heißt x".
    let verb = WORDS.between.is.iter().find_map(|word| skipped(rest.strip_prefix(word.as_str())?));
    let rest = verb.map_or(rest, |rest| called_behind(rest).unwrap_or(rest));
    let at = text.len() - rest.len();
    let quoted = text[..at].ends_with(QUOTES);
    let name = name_at(rest);
    if what == ProseName::Subscription && !is_name(name, what, quoted) {
        return in_brackets(&text[end..], end).or_else(|| bracketed(text, end));
    }
    let is_joined = joined.is_some() || glued().is_some();
    // Among signs of another script a name of Latin letters is no word.
    let is_apart = is_joined && is_compound(name);
    if (verb.is_some() || is_joined) && !quoted && !is_apart && !is_named_by_itself(name, what) {
        return None;
    }
    let closed = text[at + name.len()..]
        .starts_with(|c: char| QUOTES.contains(&c) || "\u{201d}\u{2019}\u{bb}\u{300d}".contains(c));
    // Behind a colon stands a name, be it without a figure.
    let labelled =
        (text[end..at].contains([':', '\u{ff1a}']) || is_part_of_row(text, end, at + name.len())) && name.contains('-');
    let rest = &text[at + name.len()..];
    let is_machine = matches!(what, ProseName::Vm | ProseName::Machine);
    let of_group = Some(rest).filter(|_| is_machine).and_then(|rest| group_of_named(&text[..end], name, rest));
    let is_saved = || what == ProseName::Saved && is_compound(name) && is_not_saved(rest);
    let is_told = is_name(name, what, (quoted && closed) || labelled) || of_group.is_some() || is_saved();
    is_told.then(|| NamedInProse { what, name, group: group_behind(rest).or(of_group), at })
}

/// Whether slashes part a word and the name behind it from others, as in "group rg-hr / VM safe-hr / vault rsv-hr".
fn is_part_of_row(text: &str, end: usize, close: usize) -> bool {
    line_before(text, end).contains(" / ") && (text[close..].starts_with(" / ") || text[close..].starts_with('\n'))
}

/// What stands behind a word that only says that a name follows.
fn called_behind(rest: &str) -> Option<&str> {
    WORDS.between.called.iter().find_map(|word| skipped(rest.strip_prefix(word.as_str())?))
}

/// The id of a subscription in brackets behind its name, which begins at a byte.
fn in_brackets(rest: &str, end: usize) -> Option<NamedInProse<'_>> {
    let open = rest.bytes().take(NAME).position(|byte| byte == b'(')?;
    let inside = bounded(&rest[open + 1..], NAME);
    let name = inside.split(')').next().filter(|_| !rest[..open].contains(['\n', '.', ',', ';']))?;
    NamingRule::Guid.accepts(name).then_some(NamedInProse {
        what: ProseName::Subscription,
        name,
        group: None,
        at: end + open + 1,
    })
}

/// The name of several words of a subscription that stands in brackets with the word for one, which ends at a byte.
fn bracketed(text: &str, end: usize) -> Option<NamedInProse<'_>> {
    /// The longest word for a subscription, with what may stand before it.
    const WORD: usize = 32;
    end_of(&text[..end], WORD).rsplit_once('(').filter(|(_, word)| !word.contains([')', '\n']))?;
    let rest = text[end..].trim_start_matches([' ', ':']);
    let near = bounded(rest, NAME);
    let name = &near[..near.find(')')?];
    let is_name = told_names::subscription(name) == Some(name) && name.contains(' ');
    let at = text.len() - rest.len();
    is_name.then_some(NamedInProse { what: ProseName::Subscription, name, group: None, at })
}

/// The name right before a word, as in "the web01 VM".
fn before(text: &str, start: usize, what: ProseName, is_suffixed: bool) -> Option<NamedInProse<'_>> {
    // "web01: backup failed", "web01's backup".
    const ENDED: usize = 20;
    const GAPS: [&str; 6] = [": ", " - ", "'s ", "\u{2019}s ", " \u{2013} ", " again "];
    let of_machine = matches!(what, ProseName::NotSaved | ProseName::Machine);
    let gap = GAPS.iter().find(|gap| of_machine && text[..start].ends_with(**gap));
    let head = gap
        .and_then(|gap| text[..start].strip_suffix(gap))
        .or_else(|| text[..start].strip_suffix(' '))
        .or_else(|| text[..start].strip_suffix(" (").filter(|_| what != ProseName::NotSaved))
        .or_else(|| Some(&text[..start]).filter(|_| is_suffixed))?;
    let head = head.trim_end_matches(QUOTES);
    // "web-01'in yedeği", as Turkish has its endings.
    let near = end_of(head, ENDED);
    let ended = near.rsplit_once(['\'', '\u{2019}']).filter(|(_, end)| {
        of_machine && (1..=4).contains(&end.chars().count()) && end.chars().all(|c| c.is_lowercase())
    });
    let ended = ended.map(|(start, end)| (&head[..head.len() - near.len() + start.len()], end));
    let head = ended.map_or(head, |(head, _)| head);
    let from = head.trim_end_matches(is_part).len();
    let name = &head[from..];
    let is_behind = what != ProseName::Job && (what != ProseName::Saved || is_suffixed);
    // A part of a way, of a file or of an address.
    if of_machine && text[..from].ends_with(['/', '\\', '@', '=', '#', '%']) {
        return None;
    }
    let is_other = what == ProseName::Vm && is_of_other(name);
    // In quotes stands a name.
    let is_quoted = of_machine && text[..from].ends_with(['`', '"']) && name.contains('-');
    let is_ended = (ended.is_some() && is_compound(name)) || (is_quoted && !is_of_other(name));
    // "A cross-region vault" is of a kind.
    if what == ProseName::Vault && is_hyphenated_word(name) {
        return None;
    }
    let strict = is_behind && !is_other && (is_ended || is_name(name, what, false));
    (strict && name.contains(|c: char| c.is_ascii_digit() || c == '-')).then_some(NamedInProse {
        what,
        name,
        group: None,
        at: from,
    })
}

/// The group that a name is said to be in, right behind it.
pub(super) fn group_behind(rest: &str) -> Option<&str> {
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
        check(
            "die VM kassenarchiv in der Ressourcengruppe rg-kasse",
            &[(ProseName::Vm, "kassenarchiv"), (ProseName::Group, "rg-kasse")],
        );
        check("ВМ kassa в группе ресурсов rg-a", &[(ProseName::Vm, "kassa"), (ProseName::Group, "rg-a")]);
        check("VM core-mdm, RG rg-mdm", &[(ProseName::Vm, "core-mdm"), (ProseName::Group, "rg-mdm")]);
        check("The VM is in resource group rg-a", &[(ProseName::Group, "rg-a")]);
        check("the VM lives in resource group rg-a", &[(ProseName::Group, "rg-a")]);
        check("the VM running in resource group rg-a", &[(ProseName::Group, "rg-a")]);
        check("die VM liegt in der Ressourcengruppe rg-a", &[(ProseName::Group, "rg-a")]);
        check("die VM selbst, Ressourcengruppe rg-a", &[(ProseName::Group, "rg-a")]);
        check("backup of tel-pbx FAILED, backup of well-known files", &[(ProseName::Saved, "tel-pbx")]);
        check("`ebank-log` backup broken, a \"follow-up\" job", &[(ProseName::Saved, "ebank-log")]);
        check("VM Standard_D4s_v3, VM gen2, VM 2019", &[]);
        check("VMs web01 and web02", &[]);
        check("in the key vault kv-01, a cross-region vault, the geo-redundant vault", &[]);
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
        check(
            "our gitlab-runner-3 died, server fs-02",
            &[
                (ProseName::Saved, "gitlab-runner-3"),
                (ProseName::Saved, "gitlab-runner-3"),
                (ProseName::Saved, "fs-02"),
            ],
        );
        check("vm-clinic-ehr backup is failing again", &[(ProseName::Saved, "vm-clinic-ehr")]);
        check("web01: Backup failed, /srv/web02 failed, task-3 failed", &[(ProseName::Saved, "web01")]);
        check("the vault is called rsv-emea, the vault is read-only", &[(ProseName::Vault, "rsv-emea")]);
        check(
            "der Tresor heißt rsv-erp, сервера spb-1c-03",
            &[(ProseName::Vault, "rsv-erp"), (ProseName::Saved, "spb-1c-03")],
        );
        check("the VM is up-to-date, the VM is web-07", &[(ProseName::Vm, "web-07")]);
        check("(subscription Security Prod) has failed", &[(ProseName::Subscription, "Security Prod")]);
        check("(subscription was moved yesterday) has failed, subscription Security Prod", &[]);
        check(
            "subscription Security Prod (0a4d7c59-5a1f-4d7c-8b3e-5d1c2a8e9f10)",
            &[(ProseName::Subscription, "0a4d7c59-5a1f-4d7c-8b3e-5d1c2a8e9f10")],
        );
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
