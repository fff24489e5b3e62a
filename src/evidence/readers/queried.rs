//! Bare columns that a typed query printed: which of them is the VM, the query says.

use super::{columns::row_outcome, typed::TypedCommand};
use crate::evidence::{notes::Notes, text::sheet::SheetLine};

/// What a query calls the VM of a job, and one that is backed up.
const ITEMS: [&str; 2] = ["entityFriendlyName", "properties.friendlyName"];

/// The VM that a query printed in bare columns, of several that which did not succeed, and its group.
pub(super) fn read(typed: &[TypedCommand<'_, '_>], notes: &mut Notes<'_>) {
    let is_bare = |command: &&TypedCommand<'_, '_>| command.words.contains(&"tsv");
    let mut found: Vec<(&str, Option<&str>, &SheetLine<'_>)> = Vec::new();
    for command in typed.iter().filter(is_bare) {
        let is_vm = |member: &str| match command.words[..] {
            ["az", "backup", ..] => ITEMS.iter().any(|name| member.ends_with(name)),
            ["az", "vm", "list" | "show", ..] => member == "name",
            _ => false,
        };
        let Some(members) = command.words.iter().map(|word| members(word)).find(|all| all.iter().any(|one| is_vm(one)))
        else {
            continue;
        };
        let vm = members.iter().position(|one| is_vm(one)).unwrap_or_default();
        let group = members.iter().position(|one| *one == "resourceGroup");
        found.extend(rows(command, members.len()).filter_map(|(cells, line)| {
            let name = |at: usize| cells.get(at).copied().filter(|name| is_name(name));
            Some((name(vm)?, group.and_then(name), line))
        }));
    }
    let Some((vm, group, line)) = found.first().copied() else { return };
    let told = notes.only_value("vm").map(str::to_owned);
    let is_it = told.as_ref().map_or(!notes.has_value("vm"), |told| told.eq_ignore_ascii_case(vm));
    if !is_it || !found.iter().all(|(other, ..)| other.eq_ignore_ascii_case(vm)) {
        return;
    }
    let group = group.or_else(|| found.iter().find_map(|(_, group, _)| *group));
    for (variable, value) in [("vm", Some(vm)), ("resource-group", group)] {
        if let Some(value) = value.filter(|_| !notes.has_value(variable)) {
            notes.variable(variable, value, notes.place_of(line));
        }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.()".contains(&byte))
}

/// The rows that a query of so many columns printed, but those that succeeded; one record may have each of its values on a line.
fn rows<'l, 't>(
    command: &TypedCommand<'l, 't>,
    columns: usize,
) -> impl Iterator<Item = (Vec<&'t str>, &'l SheetLine<'t>)> {
    let printed: Vec<_> = command.printed.iter().filter(|line| !line.text.trim().is_empty()).collect();
    let is_record = columns > 1 && !printed.is_empty() && printed.iter().all(|line| !line.text.contains('\t'));
    let record = is_record.then(|| (printed.iter().map(|line| line.text.trim()).collect(), printed[0]));
    let rows = printed.into_iter().filter(move |line| !is_record && row_outcome(line.text) != Some(true));
    record.into_iter().chain(rows.map(|line| (line.text.split('\t').map(str::trim).collect(), line)))
}

/// What a query prints in each of its columns: `[].{id:name, vm:properties.x}` has two.
fn members(query: &str) -> Vec<&str> {
    let Some(inside) = query.strip_suffix([']', '}']) else { return vec![query] };
    // From the end to where the last bracket opens.
    let mut depth = 0_usize;
    let opens = inside.char_indices().rev().find(|(_, c)| match c {
        ']' | '}' => {
            depth += 1;
            false
        }
        '[' | '{' if depth > 0 => {
            depth -= 1;
            false
        }
        c => matches!(c, '[' | '{'),
    });
    let Some((at, _)) = opens else { return vec![query] };
    let list = &inside[at + 1..];
    if list.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![query];
    }
    let mut depth = 0_usize;
    let parts = list.split(|c: char| {
        depth = depth + usize::from(matches!(c, '[' | '{')) - usize::from(matches!(c, ']' | '}') && depth > 0);
        c == ',' && depth == 0
    });
    parts.map(|part| part.rsplit_once(':').map_or(part, |(_, value)| value).trim()).collect()
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn a_query_prints_its_members_in_columns() {
        let check = |query: &str, expected: &[&str]| assert_eq!(members(query), expected, "{query}");
        check("[].properties.entityFriendlyName", &["[].properties.entityFriendlyName"]);
        check("[0].[name,properties.entityFriendlyName]", &["name", "properties.entityFriendlyName"]);
        check("[].{id:name, e:errors[0].code, vm:properties.x}", &["name", "errors[0].code", "properties.x"]);
        check("[?name=='x'].[name,resourceGroup]", &["name", "resourceGroup"]);
        check("errors[0]", &["errors[0]"]);
        check("]", &["]"]);
    }
}
