//! Labels of fields that name the VM, its group, the vault or the job: on a page, in a log, in JSON of any kind.

use super::{
    between::{SENTENCE, bounded, end_of},
    label_words::{FieldLabel, squeezed},
    words::WORDS,
};
use crate::evidence::text::sheet::around;

/// A longer label is a sentence, in bytes.
const LONGEST_LABEL: usize = 80;

/// The same with the signs and blanks around it.
const LONGEST_WITH_SIGNS: usize = 2 * LONGEST_LABEL;

/// Behind what hides a name or opens a quote it begins.
const OPENING: [char; 16] = [
    ' ', '\t', '"', '\'', '`', '*', '\\', '(', '=', '\u{a0}', '\u{201e}', '\u{201c}', '\u{2018}', '\u{ab}', '\u{300c}',
    '<',
];

/// Signs that make of a name in front of them a part of something else.
const GOES_ON: [char; 6] = ['@', ':', '/', '$', '%', '&'];

/// The members of Log Analytics have their type behind their name.
const TYPES: [&str; 4] = ["_s", "_g", "_d", "_t"];

/// What a label says, where it is one that is known.
pub(super) fn known(label: &str) -> Option<FieldLabel> {
    if label.len() > LONGEST_WITH_SIGNS {
        return None;
    }
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    // Most of what stands before a colon is a time.
    if label.len() > LONGEST_LABEL || label.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let label = TYPES.iter().find_map(|end| label.strip_suffix(end)).unwrap_or(label);
    // "Subscription (move)", as pages have it.
    let outer = || WORDS.fields.get(&squeezed(label.split_once(" (")?.0)).copied();
    WORDS.fields.get(&squeezed(label)).copied().or_else(outer).or_else(|| scanned(label))
}

/// The label that a scanner made one of, which takes a capital I for an l, and an l for a figure.
fn scanned(label: &str) -> Option<FieldLabel> {
    let is_doubtful = label.contains(" l") || label.contains(['1', '0']) || label.starts_with('l');
    if !is_doubtful || !label.is_ascii() {
        return None;
    }
    let form: String = label
        .split(' ')
        .map(|word| word.strip_prefix('l').map_or(word.to_owned(), |rest| format!("i{rest}")))
        .collect();
    let form = form.replace('0', "o");
    ["l", "i"].iter().find_map(|letter| WORDS.fields.get(&squeezed(&form.replace('1', letter))).copied())
}

/// The fields of a line whose labels are known, each with what stands behind it.
pub(super) fn fields<'t>(line: &'t str, mut found: impl FnMut(FieldLabel, &'t str)) {
    if let Some((label, value)) = dotted(line) {
        return found(label, value);
    }
    let cells = cells(line);
    let mut any = false;
    for (at, pair) in cells.windows(2).enumerate() {
        let Some(label) = known(pair[0]) else { continue };
        let pair = [pair[0], pair[1].trim_start_matches([':', '=', ' '])];
        // Of several cells in a row the next may be a head too.
        let is_pair = cells.len() == 2 && line.contains(['\t', '|', '\u{3000}']);
        let is_value = known(pair[1]).is_none()
            && (is_pair || is_telling(pair[1]) || is_of_vm(pair[1]) || label == FieldLabel::Kind);
        if is_value && !pair[1].is_empty() && (at == 0 || known(cells[at - 1]).is_none()) {
            found(label, pair[1]);
            any = true;
        }
    }
    if !any {
        signed(line, found);
    }
}

/// A field with a row of dots behind its label, as in "VM name ........ web01".
fn dotted(line: &str) -> Option<(FieldLabel, &str)> {
    let (label, value) = around(line, "....")?;
    let value = value.trim_start_matches(['.', ' ', ':']);
    known(label).map(|label| (label, value)).filter(|_| !value.is_empty())
}

/// The fields of a line that have a colon or an equals sign behind their label.
fn signed<'t>(line: &'t str, mut found: impl FnMut(FieldLabel, &'t str)) {
    let line = untimed(line);
    let value = |end: usize| bounded(&line[end..], SENTENCE);
    // Where the label begins, and where it would without the bracket in it, as in "Resource group (move): x".
    let (mut from, mut outer) = (0, None);
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '(' => (from, outer) = (end, Some((from, at))),
            ',' | ';' | '|' | '[' | '{' | '\t' | '\u{3010}' => from = end,
            '.' | '-' | '/' | '!' | '?' | '\u{2013}' | '\u{2014}' | '\u{b7}' | '\u{2022}' | '\u{3002}' | '\u{3001}'
                if !c.is_ascii() || line[end..].starts_with(' ') =>
            {
                from = end;
            }
            // "[VM name] web01", as tickets have their heads.
            ']' | '\u{3011}' => {
                if let Some(label) = known(&line[from..at]) {
                    found(label, value(end).split(['[', '\u{3010}']).next().unwrap_or_default().trim());
                }
                from = end;
            }
            ':' | '\u{ff1a}' | '=' => {
                let bracket = outer.take().filter(|_| line[..at].trim_end().ends_with(')'));
                let label = bracket.map_or(&line[from..at], |(from, at)| &line[from..at]);
                let word = || end_of(label, LONGEST_WITH_SIGNS).split_whitespace().next_back();
                let label = if c == '=' { word().unwrap_or_default() } else { label };
                if let Some(label) = known(label) {
                    found(label, value(end).trim());
                    from = end;
                }
            }
            _ => {}
        }
    }
}

/// A line of a log without the time that it begins with.
fn untimed(line: &str) -> &str {
    /// The shortest time with its day.
    const TIME: usize = 19;
    let is_time =
        line.len() > TIME && line.starts_with("20") && line.as_bytes()[4] == b'-' && line.as_bytes()[13] == b':';
    let end = if is_time {
        line.find(|c: char| c.is_ascii_whitespace() && c != ' ')
            .or_else(|| line.get(TIME - 1..)?.find(' ').map(|at| at + TIME - 1))
    } else {
        None
    };
    end.map_or(line, |end| &line[end..])
}

/// The cells of a line: between tabs, bars or several blanks; a line that has none of these is one.
pub(super) fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    if line.contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else if line.contains('|') {
        line.trim_matches('|').split('|').map(str::trim).collect()
    } else if line.contains('\u{3000}') {
        line.split('\u{3000}').map(str::trim).filter(|cell| !cell.is_empty()).collect()
    } else if line.contains("  ") {
        line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
    } else {
        vec![line]
    }
}

/// The name at the beginning of a value: all of it, or one that looks like a name before other words.
pub(super) fn name(value: &str) -> Option<&str> {
    let (name, rest) = first(value)?;
    let is_all = rest.trim_start_matches(|c: char| OPENING.contains(&c)).is_empty()
        || rest.starts_with(['"', '\'', ',', ')', ']', '}', '|', '(', '*', '`', '\\', '<', '\u{201d}'])
        || rest.starts_with([';', '.', '\u{300d}', '\u{3001}', '\u{3002}', '\u{ff0c}'])
        || rest.starts_with(" (");
    (is_all || is_telling(name)).then_some(name)
}

/// A name that is all of a value, or has a figure: behind a label that has other things behind it too.
pub(super) fn sure_name(value: &str) -> Option<&str> {
    name(value).filter(|name| {
        name.contains(|c: char| c.is_ascii_digit())
            || (is_telling(name) && value.trim_matches(|c: char| !c.is_alphanumeric()) == *name)
    })
}

/// Letters, digits and signs at the beginning of a value, and what stands behind them.
fn first(value: &str) -> Option<(&str, &str)> {
    let value = value.trim_start_matches(OPENING);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).unwrap_or(value.len());
    let name = value[..end].trim_end_matches(['.', '-', '_']);
    let rest = &value[name.len()..];
    // The parts of a container have semicolons between them.
    let goes_on =
        rest.starts_with(GOES_ON) || (rest.starts_with(';') && rest[1..].starts_with(|c: char| c.is_alphanumeric()));
    let is_name = name.starts_with(|c: char| c.is_ascii_alphanumeric()) && !goes_on && !is_cmdlet(name);
    (is_name && !is_no_value(name)).then_some((name, rest))
}

/// Whether it is a command of the Az module, which a variable is given in a transcript.
fn is_cmdlet(name: &str) -> bool {
    name.split_once("-Az").is_some_and(|(verb, noun)| {
        verb.chars().all(|c| c.is_ascii_alphabetic()) && noun.starts_with(|c: char| c.is_ascii_uppercase())
    })
}

/// What a label says of a value: a group of any kind must say itself that it is one of resources.
pub(super) fn of_any_group(label: FieldLabel, value: &str) -> Option<FieldLabel> {
    if label != FieldLabel::AnyGroup {
        return Some(label);
    }
    name(value).filter(|name| super::forms::is_group(&name.to_ascii_lowercase())).map(|_| FieldLabel::Group)
}

/// Whether a name has what a word does not have.
pub(super) fn is_telling(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit() || "-_".contains(c))
}

/// Whether a value says in brackets that it is a VM: "web (Azure Virtual Machine)".
fn is_of_vm(value: &str) -> bool {
    let kind = value.split_once(" (").and_then(|(_, kind)| kind.strip_suffix(')'));
    kind.is_some_and(|kind| {
        matches!(known(kind.trim_start_matches("Azure ")), Some(FieldLabel::Vm | FieldLabel::ShortVm))
    })
}

fn is_no_value(name: &str) -> bool {
    let form = squeezed(name);
    WORDS.no_value.contains(&form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_in_any_style() {
        let check = |line: &str, expected: &[(FieldLabel, &str)]| {
            let mut all = Vec::new();
            fields(line, |label, value| all.push((label, name(value).unwrap_or_default())));
            assert_eq!(all, expected, "{line}");
        };
        check("\"vmName\": \"x1\",", &[(FieldLabel::Vm, "x1")]);
        check("{\"vmName\":\"x1\",\"vaultName\":\"v1\"}", &[(FieldLabel::Vm, "x1"), (FieldLabel::Vault, "v1")]);
        check("WorkloadName           : x", &[(FieldLabel::Vm, "x")]);
        check("VM Name\tx", &[(FieldLabel::Vm, "x")]);
        check("| **VM name** | web |", &[(FieldLabel::Vm, "web")]);
        check("VM name：x", &[(FieldLabel::Vm, "x")]);
        check("Protected item     web-1", &[(FieldLabel::Vm, "web-1")]);
        check("Protected ltem: web-1", &[(FieldLabel::Vm, "web-1")]);
        check("Vau1t: rsv-1", &[(FieldLabel::Vault, "rsv-1")]);
        check("Virtual machine ....... web-1", &[(FieldLabel::Vm, "web-1")]);
        check("Backup item          web (Azure VM)", &[(FieldLabel::Vm, "web")]);
        check("Backup item          web (Azure Virtual Machine)", &[(FieldLabel::Vm, "web")]);
        check("Backup item          web (files)", &[]);
        check("Virtual machine .......", &[]);
        check("It ended .... web-1", &[]);
        check("Имя ВМ: buh-1, группа ресурсов: rg-b", &[(FieldLabel::Vm, "buh-1"), (FieldLabel::Group, "rg-b")]);
        check("03:10 ERROR vm=web01 vault=rsv", &[(FieldLabel::ShortVm, "web01"), (FieldLabel::Vault, "rsv")]);
        check("Resource group\trg-web\tVault\trsv-1", &[(FieldLabel::Group, "rg-web"), (FieldLabel::Vault, "rsv-1")]);
        check("[리소스 그룹] rg-a [대상 VM] x1", &[(FieldLabel::Group, "rg-a"), (FieldLabel::FailingVm, "x1")]);
        check("【リソースグループ】rg-a", &[(FieldLabel::Group, "rg-a")]);
        check("仮想マシン　vm-keiri-01", &[(FieldLabel::Vm, "vm-keiri-01")]);
        check("2026-06-11T03:00:05.8Z   VM_NAME: web01", &[(FieldLabel::Vm, "web01")]);
        check("2026-06-11 03:00:05 VM_NAME: web01", &[(FieldLabel::Vm, "web01")]);
        check("VM name\tVault\tStatus", &[]);
        check("Target VM name: x", &[]);
        check("The vault: x", &[]);
        check("Key vault: kv-1", &[]);
        check("******** VM name ********: x1", &[(FieldLabel::Vm, "x1")]);
        check(&format!("VM{}: x1", "*".repeat(LONGEST_WITH_SIGNS)), &[]);
    }

    #[test]
    fn a_value_is_one_name() {
        let check = |value: &str, expected: Option<&str>| assert_eq!(name(value), expected, "{value}");
        check("web", Some("web"));
        check("\"web\",", Some("web"));
        check("web-1 is down", Some("web-1"));
        check("web is down", None);
        check("none", None);
        check("vm;iaasvmcontainerv2;rg;web-1", None);
        check("https://x", None);
        check("/subscriptions/x", None);
        check("web (rg-web)", Some("web"));
    }
}
