//! PowerShell: which variables a block uses before it sets them.

use std::{collections::BTreeSet, ops::Range};

use super::SUBSCRIPTIONS;

/// Set by PowerShell itself, in lower case.
const AUTOMATIC: [&str; 16] = [
    "_",
    "args",
    "error",
    "false",
    "home",
    "host",
    "input",
    "lastexitcode",
    "matches",
    "null",
    "pid",
    "psitem",
    "psscriptroot",
    "psversiontable",
    "pwd",
    "true",
];

/// Whether the line chooses the subscription, and does no more than hide its own output.
pub(super) fn sets_context(line: &str) -> bool {
    let words: Vec<_> = line.split_whitespace().collect();
    match words.as_slice() {
        ["Set-AzContext", "-Subscription", value, rest @ ..] => {
            SUBSCRIPTIONS.contains(value) && matches!(rest, [] | ["|", "Out-Null"])
        }
        _ => false,
    }
}

/// The places of variables that nothing before them sets, their `$` included.
pub(super) fn unset(script: &str) -> Vec<Range<usize>> {
    let mut set = BTreeSet::new();
    // What `=` sets is not there before the statement ends.
    let mut pending = Vec::new();
    let mut unset = Vec::new();
    let mut single_quoted = false;
    let mut in_parameters = false;
    let mut at = 0;
    while let Some(c) = script[at..].chars().next() {
        match c {
            '\'' => single_quoted = !single_quoted,
            '\n' | ';' if !single_quoted => set.extend(pending.drain(..)),
            ')' if !single_quoted => in_parameters = false,
            '$' if !single_quoted => {
                let length = name_length(&script[at + 1..]);
                let place = at..at + 1 + length;
                let name = script[place.start + 1..place.end].to_lowercase();
                in_parameters |= script[..at].trim_end().to_lowercase().ends_with("param(");
                let scoped = script[place.end..].starts_with(':');
                if length == 0 || scoped || AUTOMATIC.contains(&name.as_str()) || set.contains(&name) {
                } else if in_parameters || is_loop_variable(script, &place) {
                    set.insert(name);
                } else if is_assigned(&script[place.end..]) {
                    pending.push(name);
                } else {
                    unset.push(place.clone());
                }
                at = place.end;
                continue;
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    unset
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len())
}

fn is_assigned(after: &str) -> bool {
    after.trim_start_matches(' ').starts_with('=')
}

fn is_loop_variable(script: &str, place: &Range<usize>) -> bool {
    let before = script[..place.start].trim_end().to_lowercase();
    before.strip_suffix('(').is_some_and(|before| before.trim_end().ends_with("foreach"))
        && script[place.end..].trim_start().starts_with("in ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_set_before_they_are_used() {
        let check = |script: &str, expected: &[&str]| {
            assert_eq!(unset(script).into_iter().map(|place| &script[place]).collect::<Vec<_>>(), expected, "{script}");
        };
        check("$vm = Get-AzVM\n$vm.Id", &[]);
        check("$vm.Id", &["$vm"]);
        check("$vm = $vm + 1", &["$vm"]);
        check("$VM = 1; $vm", &[]);
        check("foreach ($x in 1, 2) { $x }", &[]);
        check("foreach ($x in $all) { $x }", &["$all"]);
        check("function f { param($a, [int]$b) $a + $b + $c }", &["$c"]);
        check("1 | Where-Object { $_ -ne $null -and $true }", &[]);
        check("'$x' + \"$y $env:TEMP $HOME $(1)\"", &["$y"]);
        check("$a.b = 1", &["$a"]);
    }

    #[test]
    fn a_block_begins_with_its_subscription() {
        let check = |line: &str, good: bool| assert_eq!(sets_context(line), good, "{line}");
        check("Set-AzContext -Subscription <subscription>", true);
        check("Set-AzContext -Subscription <subscription> | Out-Null", true);
        check("Set-AzContext -Subscription x", false);
        check("Get-AzVM", false);
    }
}
