//! Commands that are safe to paste: they name the subscription, set what they use, and keep placeholders whole.

mod az;
mod powershell;
mod quotes;

use quotes::Quotes;

use super::LintedFile;
use crate::guide::{model::Via, placeholder, raw::RawWord};

/// The placeholder of the subscription in both tools.
const SUBSCRIPTIONS: [&str; 2] = ["<subscription>", "<target-subscription>"];

pub(super) fn lint(via: Via, run: &RawWord, file: &mut LintedFile<'_>) {
    placeholders(run, file);
    match via {
        Via::Az => {
            az::commands(run.get_ref()).for_each(|command| az_command(run, &command, file));
        }
        Via::PowerShell => {
            let first = run.get_ref().lines().next().unwrap_or_default();
            if !powershell::sets_context(first) {
                let place = file.place(run, 0..first.len());
                file.add("no-context", place, [("command", "Set-AzContext -Subscription <subscription>")]);
            }
        }
        Via::Portal | Via::Windows | Via::Linux => {}
    }
    if matches!(via, Via::PowerShell | Via::Windows) {
        for name in powershell::unset(run.get_ref()) {
            let place = file.place(run, name.clone());
            file.add("unset-variable", place, [("name", &run.get_ref()[name])]);
        }
    }
}

/// What can be known of an az command without az.
fn az_command(run: &RawWord, command: &az::AzCommand, file: &mut LintedFile<'_>) {
    if command.lacks_subscription() {
        let place = file.place(run, command.place.clone());
        file.add("no-subscription", place, [("option", "--subscription <subscription>")]);
    }
    if let Some(option) = command.refused_subscription() {
        file.add("stray-subscription", file.place(run, option), [("option", "--subscription")]);
    }
    for column in command.lost_columns() {
        let name = &run.get_ref()[column.clone()];
        file.add("lost-column", file.place(run, column), [("name", name), ("option", "--output table")]);
    }
}

/// A value is quoted as one argument when it is filled in, so quotes or text around its placeholder would break it.
fn placeholders(run: &RawWord, file: &mut LintedFile<'_>) {
    let text = run.get_ref();
    for place in placeholder::places(text) {
        let before = text[..place.start].chars().next_back();
        let after = text[place.end..].chars().next();
        let line_start = text[..place.start].rfind('\n').map_or(0, |newline| newline + 1);
        let whole = before.is_none_or(|c| c.is_whitespace() || "(,".contains(c))
            && after.is_none_or(|c| c.is_whitespace() || "),;|".contains(c))
            && !Quotes::after(&text[line_start..place.start]).quoted();
        if !whole {
            let name = &text[place.clone()];
            file.add("glued-placeholder", file.place(run, place), [("name", name)]);
        }
    }
}
