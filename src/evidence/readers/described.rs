//! Resources that a text describes by their fields: the error of Terraform's provider, and the mail of an alert.

use crate::evidence::{azure::subject::Subject, notes::Notes, text::sheet::SheetLine};

/// The fields of Terraform's ids, each with its value in quotes, the outer ones first.
const FIELDS: [&str; 4] = ["Subscription", "Resource Group Name", "Vault Name", "Virtual Machine Name"];

/// The type of a vault, as alerts name it.
const VAULT: &str = "microsoft.recoveryservices/vaults";

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    read_provider(lines, notes);
    read_alert(lines, notes);
}

fn read_provider(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let (mut subscription, mut group) = (None, None);
    for line in lines {
        for (field, value) in fields(line.text) {
            match field {
                "Subscription" => (subscription, group) = (Some(value), None),
                "Resource Group Name" => group = Some(value),
                "Vault Name" => {
                    if notes.known("vault").is_some_and(|known| !known.eq_ignore_ascii_case(value)) {
                        continue;
                    }
                    let told = [("vault", Some(value)), ("vault-group", group), ("subscription", subscription)];
                    for (variable, value) in told {
                        notes.variable(variable, value.unwrap_or_default(), notes.place_of(line));
                    }
                }
                _ => {
                    let subject = Subject { vm: value, group, subscription };
                    if subject.may_be_meant(notes) {
                        subject.note(notes, &notes.place_of(line));
                    }
                }
            }
        }
    }
}

/// Every field of an id on a line, with its value.
fn fields(line: &str) -> impl Iterator<Item = (&'static str, &str)> {
    line.match_indices(": \"").filter_map(|(at, sign)| {
        // A key vault has such a name too.
        let head = &line[..at];
        let field = FIELDS.into_iter().find(|field| head.ends_with(field) && !head.ends_with("Key Vault Name"))?;
        let (value, _) = line[at + sign.len()..].split_once('"')?;
        Some((field, value))
    })
}

/// The vault that an alert is about, where its mail names the type of what it is about.
fn read_alert(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let get = |label: &str| {
        let value = |line: &&SheetLine<'_>| {
            let (head, value) = line.text.split_once([':', '\t'])?;
            head.trim().eq_ignore_ascii_case(label).then(|| value.trim().to_owned())
        };
        let mut values = lines.iter().filter_map(|line| Some((line, value(&line)?)));
        values.next().filter(|_| values.next().is_none())
    };
    let is_vault = get("Resource type").is_some_and(|(_, kind)| kind.eq_ignore_ascii_case(VAULT));
    let Some((line, vault)) = get("Affected resource").filter(|_| is_vault) else { return };
    if notes.known("vault").is_none_or(|known| known.eq_ignore_ascii_case(&vault)) {
        notes.variable("vault", &vault, notes.place_of(line));
        if let Some((line, group)) = get("Resource group") {
            notes.variable("vault-group", &group, notes.place_of(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[test]
    fn fields_of_an_id_are_found_with_their_values() {
        let check = |line: &str, expected: &[(&str, &str)]| {
            assert_eq!(fields(line).collect::<Vec<_>>(), expected, "{line}");
        };
        check("\u{2502} Error: creating Item (Subscription: \"s\"", &[("Subscription", "s")]);
        check(
            "Resource Group Name: \"g\" / Vault Name: \"v\"): failed",
            &[("Resource Group Name", "g"), ("Vault Name", "v")],
        );
        check("Key Vault Name: \"k\"", &[]);
        check("Vault Name: v", &[]);
        check("Vault Name: \"v", &[]);
    }
}
