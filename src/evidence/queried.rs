//! Bare columns that a typed query printed: which of them is the VM, the query says.

use super::{notes::Notes, readers::row_outcome, text::sheet::SheetLine, typed::TypedCommand};

/// What a query calls the VM of a job, and one that is backed up.
const QUERIED: [&str; 2] = ["entityFriendlyName", "properties.friendlyName"];

/// The VM that a query for jobs or items printed in bare columns, of several that which did not succeed.
pub(super) fn read(typed: &[TypedCommand<'_, '_>], notes: &mut Notes<'_>) {
    let is_bare = |command: &&TypedCommand<'_, '_>| {
        matches!(command.words[..], ["az", "backup", ..]) && command.words.contains(&"tsv")
    };
    let mut found: Vec<(&str, &SheetLine<'_>)> = Vec::new();
    for command in typed.iter().filter(is_bare) {
        let Some((column, columns)) = command.words.iter().find_map(|word| column(word)) else { continue };
        let printed: Vec<_> = command.printed.iter().filter(|line| !line.text.trim().is_empty()).collect();
        let is_list = columns > 1 && printed.iter().all(|line| !line.text.contains('\t'));
        let cells = printed.iter().enumerate().filter_map(|(at, line)| match is_list {
            // One record has each of its values on a line.
            true => (at == column).then_some((line.text.trim(), *line)),
            false => Some((line.text.split('\t').nth(column)?.trim(), *line)),
        });
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        };
        found.extend(cells.filter(|(name, line)| is_name(name) && row_outcome(line.text) != Some(true)));
    }
    let Some((vm, line)) = found.first().copied().filter(|_| !notes.has_value("vm")) else { return };
    if found.iter().all(|(other, _)| other.eq_ignore_ascii_case(vm)) {
        notes.variable("vm", vm, notes.place_of(line));
    }
}

/// The place of the VM's name among the columns of a query, and how many there are.
fn column(query: &str) -> Option<(usize, usize)> {
    let at = QUERIED.iter().find_map(|name| query.find(name))?;
    // The brackets of an index close before their list does.
    let commas = |text: &mut dyn Iterator<Item = char>, opens: [char; 2], closes: [char; 2]| {
        let (mut depth, mut commas) = (0_usize, 0);
        for c in text {
            match c {
                c if closes.contains(&c) => depth += 1,
                c if opens.contains(&c) && depth == 0 => break,
                c if opens.contains(&c) => depth -= 1,
                ',' if depth == 0 => commas += 1,
                _ => {}
            }
        }
        commas
    };
    let before = commas(&mut query[..at].chars().rev(), ['[', '{'], [']', '}']);
    let behind = commas(&mut query[at..].chars(), [']', '}'], ['[', '{']);
    Some((before, before + behind + 1))
}

#[cfg(test)]
mod tests {
    use super::column;

    #[test]
    fn a_query_has_the_name_of_the_vm_in_one_of_its_columns() {
        let check = |query: &str, expected: Option<(usize, usize)>| assert_eq!(column(query), expected, "{query}");
        check("[].properties.entityFriendlyName", Some((0, 1)));
        check("[0].[name,properties.entityFriendlyName]", Some((1, 2)));
        check("[].{id:name, e:properties.errorDetails[0].errorCode, vm:properties.entityFriendlyName}", Some((2, 3)));
        check(
            "[properties.entityFriendlyName, properties.status, properties.errorDetails[0].errorString]",
            Some((0, 3)),
        );
        check("[].name", None);
    }
}
