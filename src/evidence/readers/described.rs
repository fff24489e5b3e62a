//! Resources that the error of Terraform's provider describes by their fields.

use crate::evidence::{azure::subject::Subject, notes::Notes, text::sheet::SheetLine};

/// The fields of Terraform's ids, each with its value in quotes, the outer ones first.
const FIELDS: [&str; 4] = ["Subscription", "Resource Group Name", "Vault Name", "Virtual Machine Name"];

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
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
