//! The Azure CLI in bash: where its commands stand in a line.

use std::ops::Range;

use super::{SUBSCRIPTION, quotes::Quotes};

/// Groups of commands that know no subscription; `ad` asks the directory.
const GLOBAL: [&str; 5] = ["ad", "extension", "login", "logout", "version"];

/// The places of all `az` commands, also those in pipes, lists and substitutions.
pub(super) fn commands(script: &str) -> impl Iterator<Item = Range<usize>> {
    segments(script).into_iter().filter(|place| {
        let mut words = script[place.clone()].split_whitespace();
        words.next() == Some("az") && !words.next().is_some_and(|group| GLOBAL.contains(&group))
    })
}

/// Whether the command says in which subscription it works.
pub(super) fn names_subscription(command: &str) -> bool {
    let mut words = command.split_whitespace();
    words.any(|word| word == "--subscription") && words.next() == Some(SUBSCRIPTION)
}

/// The commands of a script: cut at operators and substitutions outside of quotes, without the assignment before them.
fn segments(script: &str) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut quotes = Quotes::default();
    let mut start = 0;
    for (at, c) in script.char_indices() {
        let operator = !quotes.quoted() && "|;&()`\n".contains(c);
        if quotes.step(c) || operator {
            segments.push(start..at);
            start = at + c.len_utf8();
        }
    }
    segments.push(start..script.len());
    segments.iter().map(|place| trimmed(script, place)).collect()
}

fn trimmed(script: &str, place: &Range<usize>) -> Range<usize> {
    let text = &script[place.clone()];
    let start = place.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_az_command_of_a_script_is_seen() {
        let check = |script: &str, expected: &[&str]| {
            assert_eq!(commands(script).map(|place| &script[place]).collect::<Vec<_>>(), expected, "{script}");
        };
        check("az vm list --query \"[?a=='b'] | [0]\"", &["az vm list --query \"[?a=='b'] | [0]\""]);
        check("id=$(az vm show) && echo az; az account show", &["az vm show", "az account show"]);
        check(
            "az group show --name \"$(az vm list -o tsv)\" | head",
            &["az group show --name \"$", "az vm list -o tsv"],
        );
        check("az login\naz vm list", &["az vm list"]);
        check("echo 'az vm list; az vm show'", &[]);
    }

    #[test]
    fn the_subscription_is_an_option_with_its_placeholder() {
        let check = |command: &str, good: bool| assert_eq!(names_subscription(command), good, "{command}");
        check("az vm list --subscription <subscription> -o tsv", true);
        check("az vm list --subscription", false);
        check("az vm list --subscription prod", false);
        check("az vm list", false);
    }
}
