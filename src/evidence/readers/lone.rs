//! Names that nothing but their own form tells: the only machine that a chat, a page or a mail names in a line about backups, and
//! a vault or a group that says itself what it is.

use std::cell::LazyCell;

use super::{
    between::{LONGEST_LINE, SENTENCE, end_of},
    coded::{self, is_coded},
    forms::is_group,
    label_words::FieldLabel,
    labels,
    lone_groups::asks_for_a_group,
    machines::{is_compound, is_helper, is_machine, is_vault, parts},
    names::{FoundNames, only},
    pairs::is_another,
    sentences::group_behind,
    words::{WORDS, has_any},
};
use rustc_hash::FxHashSet;

use crate::evidence::{azure::subject::Subject, text::sheet::is_prompt};

/// What may make another thing of a name stands at most so many bytes before it.
pub(super) const BEFORE: usize = 40;

/// What parts the head of a page, of a window or of a picture of one.
const PARTS: [&str; 6] = [" | ", " - ", " \u{2013} ", " \u{2014} ", " \u{b7} ", " I "];

/// A machine that stands in a text.
struct LoneMachine<'t> {
    name: &'t str,
    /// That it is said to be in, right behind it.
    group: Option<&'t str>,
    line: usize,
    /// Whether the line is about backups, or nothing but its name.
    is_told: bool,
}

/// What a line says as a whole, found out once for all names on it.
struct LineSays {
    is_coded: bool,
    is_about: bool,
    is_title: bool,
    /// Whether it is about another service.
    is_of_product: bool,
    /// Whether it asks which of several groups is meant.
    asks: bool,
}

impl LineSays {
    fn of(line: &str) -> Self {
        LineSays {
            is_coded: is_coded(line),
            is_about: is_about(line),
            is_title: is_title(line),
            is_of_product: has_any(line, &WORDS.between.products),
            asks: asks_for_a_group(line),
        }
    }
}

impl<'t> FoundNames<'t> {
    /// The only machine, vault and group of the text that nothing else names.
    pub(super) fn note_lone(&mut self, lines: &[&'t str]) {
        let mut machines: Vec<LoneMachine<'t>> = Vec::new();
        let mut vaults: Vec<(&'t str, usize)> = Vec::new();
        let mut last = "";
        let labelled: FxHashSet<&str> = self.labelled.iter().filter_map(|(_, value, _)| labels::name(value)).collect();
        for (number, line) in (1..).zip(lines) {
            let text = line.trim();
            let next = lines.get(number).map_or("", |next| next.trim());
            let is_read = is_read(text);
            let says = LazyCell::new(|| LineSays::of(text));
            // Of several machines none is the only one, so no more are looked for but beside a code.
            let is_wanted = || are_one(&machines) || says.is_coded;
            let is_open = is_read && is_wanted();
            for (at, name) in if is_read { words(text) } else { Vec::new() } {
                let lower = name.to_ascii_lowercase();
                let is_vault = is_vault(&lower);
                let is_machine = || is_open && may_be_machine(name, &lower);
                let is_any = is_vault || is_group(&lower) || is_machine();
                // What stands before is looked at where there is something to tell.
                if !is_any || is_else(&text[..at]) || (at == 0 && has_else(last)) {
                    continue;
                }
                if is_group(&lower) {
                    self.note_group(text, (at, name), number, says.asks);
                } else if is_vault {
                    vaults.extend((!is_compound_word(&lower)).then_some((name, number)));
                } else {
                    // What a label names is known already.
                    let around = (last, next);
                    let machine = machine(text, at, name, &says, around).filter(|_| !labelled.contains(name));
                    machines.extend(machine.map(|machine| LoneMachine { line: number, ..machine }));
                }
            }
            last = if text.is_empty() { last } else { text };
        }
        self.lone_vault(&vaults);
        self.lone_machine(&machines, lines);
    }

    fn lone_vault(&mut self, vaults: &[(&'t str, usize)]) {
        let is_named = self.labelled.iter().any(|(label, ..)| *label == FieldLabel::Vault)
            || self.ids.iter().any(|(id, _)| id.name(super::told_names::VAULT).is_some());
        // What a label or a sentence calls otherwise is none.
        let subjects =
            [&self.vms, &self.prose, &self.saved, &self.aside].into_iter().flatten().map(|(subject, _)| subject.vm);
        let labelled = self.labelled.iter().filter_map(|(_, value, _)| labels::name(value));
        let rows = self.rows.iter().map(|(subject, ..)| subject.vm);
        let others: FxHashSet<&str> = subjects.chain(labelled).chain(rows).filter(|_| !vaults.is_empty()).collect();
        let vaults: Vec<_> = vaults.iter().filter(|(name, _)| !others.contains(name)).collect();
        let names: Vec<&str> = vaults.iter().map(|(name, _)| *name).collect();
        if let (Some(name), Some((_, line)), false) = (only(&names), vaults.first(), is_named) {
            self.labelled.push((FieldLabel::Vault, name, *line));
        }
    }

    fn lone_machine(&mut self, machines: &[LoneMachine<'t>], lines: &[&str]) {
        let is_named = !(self.vms.is_empty() && self.rows.is_empty() && self.prose.is_empty() && self.saved.is_empty());
        if is_named || !self.aside.is_empty() || !self.pairs.is_empty() {
            return;
        }
        let names: Vec<&str> = machines.iter().map(|machine| machine.name).collect();
        let told = machines.iter().find(|machine| machine.is_told && !is_helper(machine.name));
        if only(&names).is_none() {
            let subjects = machines.iter().filter(|machine| !is_helper(machine.name));
            let subjects: Vec<_> = subjects
                .map(|one| (Subject { vm: one.name, group: one.group, subscription: None }, one.line))
                .collect();
            self.aside.extend(coded::beside(lines, &subjects));
            return;
        }
        if let (Some(vm), Some(told)) = (only(&names), told) {
            let group = machines.iter().find_map(|machine| machine.group);
            self.aside.push((Subject { vm, group, subscription: None }, told.line));
        }
    }
}

/// Whether a line may have a name by its form, and is neither a command nor a part of JSON.
fn is_read(text: &str) -> bool {
    let is_member = text.starts_with(['"', '{', '[']) && text.contains("\": ");
    text.len() <= LONGEST_LINE && !is_prompt(text) && !is_member && !text.contains(" --") && text.contains(is_sign)
}

/// Whether a name has the form of a machine's, with a figure or as a word with a hyphen.
fn may_be_machine(name: &str, lower: &str) -> bool {
    let has_figure = lower.contains(|c: char| c.is_ascii_digit());
    let is_word = || is_server(lower) || is_machine(name);
    !is_misread(lower) && if has_figure { is_machine(name) || is_server(lower) } else { is_word() && is_compound(name) }
}

fn is_server(lower: &str) -> bool {
    ["server", "srv"].iter().any(|part| lower.contains(part)) && is_compound(lower)
}

/// Whether a part of a name makes a word with a hyphen of it.
fn is_compound_word(lower: &str) -> bool {
    let is_word = |part: &str| WORDS.machine.compounds.contains(part.trim_end_matches(|c: char| c.is_ascii_digit()));
    !lower.starts_with("rsv") && parts(lower).any(is_word)
}

/// The machine whose name begins at a byte of a line, with the lines around.
fn machine<'t>(
    line: &'t str,
    at: usize,
    name: &'t str,
    says: &LineSays,
    around: (&str, &str),
) -> Option<LoneMachine<'t>> {
    let lower = name.to_ascii_lowercase();
    let alone = is_alone(line, at, name, says);
    let is_vm = parts(&lower).any(|part| part == "vm");
    // Without a figure it may be a word with a hyphen, such as a German one with its capitals.
    let is_even = name == lower || !name.contains(|c: char| c.is_ascii_lowercase());
    let is_own = alone || is_vm || is_server(&lower) || parts(&lower).count() > 2 || says.is_coded;
    let has_figure = lower.contains(|c: char| c.is_ascii_digit());
    if !(has_figure || is_own && is_even) {
        return None;
    }
    let is_said = || {
        let is_left = says.is_title || is_free(&line[..at], &line[at + name.len()..]);
        is_left && (is_vm || says.is_about) && !says.is_of_product
    };
    if !alone && is_another(name, &line[..at], &line[at + name.len()..]) {
        return None;
    }
    let is_told = if alone && line == name { is_vm || is_page(around) } else { alone || is_said() };
    Some(LoneMachine { name, group: group_behind(&line[at + name.len()..]), line: 0, is_told })
}

/// Whether lines stand above and below a name that a page has there, or a shell.
fn is_page((last, next): (&str, &str)) -> bool {
    /// Longer lines are sentences, in bytes.
    const HEAD: usize = 60;
    let is_head = |line: &str| line.len() < HEAD && is_about(line);
    let is_asked = || is_prompt(last) && ["hostname", "uname", "COMPUTERNAME"].iter().any(|word| last.contains(word));
    last.is_empty() || is_about(last) || labels::known(last).is_some() || is_head(next) || is_asked()
}

/// Whether a line is the title of a mail or of a ticket.
pub(super) fn is_title(line: &str) -> bool {
    let title = line.split_once([':', '\u{ff1a}']).map_or("", |(title, _)| title.trim());
    WORDS.between.titles.iter().any(|word| word == title)
}

/// Whether what stands before a name in a sentence leaves it one of a machine: any word but a few says what is called so.
fn is_free(before: &str, behind: &str) -> bool {
    let before = before.trim_end();
    // Behind the label of a field stands its value, behind who speaks a sentence.
    if let Some(label) = before.strip_suffix([':', '\u{ff1a}']) {
        return is_about(end_of(label, SENTENCE)) || behind.starts_with(' ');
    }
    let Some(end) = before.chars().next_back().filter(|c| c.is_alphabetic()) else { return true };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_sign = !end.is_lowercase() && !end.is_uppercase();
    is_sign || WORDS.between.small.contains(&word.to_lowercase()) || is_about(word) || labels::known(word).is_some()
}

/// Whether a word without a hyphen is one that a scanner took a letter of for a figure, as in `Insta11` and `Leve1`.
fn is_misread(lower: &str) -> bool {
    let stem = lower.trim_end_matches(|c: char| c.is_ascii_digit());
    let figures = &lower[stem.len()..];
    !lower.contains('-') && (figures.len() < 2 || (figures == "11" && stem.ends_with(['a', 'e', 'i', 'o', 'u'])))
}

/// Whether machines are at most one.
fn are_one(machines: &[LoneMachine<'_>]) -> bool {
    // Each was compared with the first when it was found.
    machines.last().is_none_or(|last| last.name.eq_ignore_ascii_case(machines[0].name))
}

/// What every name has that could be told by its form.
fn is_sign(c: char) -> bool {
    c == '-' || c.is_ascii_digit()
}

/// The words of a line that have a figure or a hyphen and are no part of a way, of an address or of a file.
pub(super) fn words(line: &str) -> Vec<(usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(start) = line[from..].find(is_part).map(|at| from + at) {
        let end = line[start..].find(|c| !is_part(c)).map_or(line.len(), |at| start + at);
        from = end;
        let word = line[start..end].trim_end_matches(['.', '-', '_']);
        if !word.contains(is_sign) || word.contains(['.', '_']) {
            continue;
        }
        let behind = &line[start + word.len()..];
        let opens = |c: char| c.is_whitespace() || !c.is_ascii() || "\"'`*([<,".contains(c);
        let closes = |c: char| c.is_whitespace() || !c.is_ascii() || "\"'`*)]>,;!?.".contains(c);
        let is_whole = line[..start].chars().next_back().is_none_or(opens)
            && (behind.chars().next().is_none_or(closes) || behind == ":" || behind.starts_with(": "));
        // A letter with an accent is a part of the word.
        let is_cut = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && (c.is_lowercase() || c.is_uppercase()));
        let cut = is_cut(line[..start].chars().next_back()) || is_cut(behind.chars().next());
        if is_whole && !cut {
            words.push((start, word));
        }
    }
    words
}

/// Whether what stands before a name makes of it that of another thing, or the value of an option.
fn is_else(before: &str) -> bool {
    let is_option = before.trim_end().rsplit(' ').next().is_some_and(|word| word.starts_with('-') && word.len() > 1);
    is_option || has_else(before)
}

/// Whether the end of what stands before a name speaks of another thing.
pub(super) fn has_else(before: &str) -> bool {
    let near = end_of(before, BEFORE);
    let of = &WORDS.between;
    [&of.r#else, &of.services, &of.targets].into_iter().any(|words| has_any(near, words))
}

/// Whether a name is all of a line, of the title of a mail, or of a part of the head of a page.
fn is_alone(line: &str, at: usize, name: &str, says: &LineSays) -> bool {
    let (before, behind) = (&line[..at], &line[at + name.len()..]);
    let is_title = || {
        before
            .trim_end()
            .strip_suffix([':', '\u{ff1a}'])
            .is_some_and(|title| WORDS.between.titles.iter().any(|word| word == title))
    };
    let opens = before.is_empty() || is_title() || PARTS.iter().any(|part| before.ends_with(part));
    let closes = behind.trim_end_matches([':', ' ']).is_empty() || PARTS.iter().any(|part| behind.starts_with(part));
    // One of both may be a sentence.
    opens && closes && (before.is_empty() || behind.trim().is_empty() || says.is_about)
}

/// Whether a line speaks of a machine or of backups.
pub(super) fn is_about(line: &str) -> bool {
    has_any(line, &WORDS.between.about)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_machine_is_told_from_all_else_that_has_a_name() {
        let check = |text: &str, expected: Option<&str>| {
            let mut found = FoundNames::default();
            found.note_lone(&text.split('\n').collect::<Vec<_>>());
            assert_eq!(found.aside.first().map(|(subject, _)| subject.vm), expected, "{text}");
        };
        check("backup again red on web-07", Some("web-07"));
        check("Backup history web01", Some("web01"));
        check("задание копирования для spb-1c-app падает", Some("spb-1c-app"));
        check("sh-web-05昨晚又没备份成功", Some("sh-web-05"));
        check("Lucía: mad-sap-01 volvió a fallar en el respaldo", Some("mad-sap-01"));
        check("Subject: RE: Backup failure erp-03", Some("erp-03"));
        check("Backup Job\nVM-FILE-07\nFai1ed", Some("VM-FILE-07"));
        check("FS-BREST \u{2014} Backup", Some("FS-BREST"));
        check("$ hostname\nmail-rly-1", Some("mail-rly-1"));
        check("vm-archivio stanotte niente backup", Some("vm-archivio"));
        check("backup of web-01 and web-02", None);
        check("App gateway agw-prod-01 works, VM backup fails", None);
        check("Lock lk-prod-01 on the group of the VM", None);
        check("Kunde: ACME-42. Backup der VM rot", None);
        check("User svc-app01 has no rights for the backup", None);
        check("restored to vm-copy-01, the backup of the original fails", None);
        check("Python-3 and OpenSSL-3 installed, VM backup fails", None);
        check("Jira OPS-12: VM backup", None);
        check("VM backup in westeurope-2", None);
        check("Policy\nVM-Daily-30d\nBackup", None);
        check("The backup report came from mgmt-srv-01", None);
        check("Veeam on web-01 says that the backup failed", None);
        check("az backup job list -v web-01 # backup", None);
        check("die VM-Sicherung und die Server-Wartung", None);
        check("backup Insta11 Leve1", None);
    }
}
