//! Commands that a person typed, with what each printed: bare values find their question by the guide's own command, and
//! the options name the VM and the vault.

use std::{cell::LazyCell, collections::BTreeSet};

use rustc_hash::FxHashMap;

use super::{asked, queried, states::provisioning_value};
use crate::{
    evidence::{
        azure::subject::Subject,
        notes::Notes,
        text::sheet::{SheetLine, is_prompt},
    },
    guide::{Guide, Question, Via},
};

/// Options that name what a command is about, or how it prints; each with its value.
const NAMING: [&str; 11] = [
    "--subscription",
    "--resource-group",
    "-g",
    "--name",
    "-n",
    "--vm-name",
    "--output",
    "-o",
    "-ResourceGroupName",
    "-Name",
    "-VMName",
];

/// What ends a prompt, or stands before a command that a shell shows as it runs it.
const PROMPTS: [&str; 9] = ["$ ", "# ", ">", " + ", "\u{276f} ", "\u{279c} ", "\u{3bb} ", "% ", "\u{bb} "];

/// The beginnings of commands that are worth a look.
const TOOLS: [&str; 3] = ["az ", "(Get-Az", "Get-Az"];

/// A line that was typed, and what was printed up to the next one.
pub(super) struct TypedCommand<'l, 't> {
    line: &'l SheetLine<'t>,
    pub words: Vec<&'t str>,
    /// Whether a prompt stands before it.
    prompted: bool,
    pub printed: &'l [SheetLine<'t>],
}

pub(super) fn read(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let typed = typed(lines);
    if typed.is_empty() {
        return;
    }
    let guide = notes.rules.guide;
    let ways = ways(guide);
    let is_read =
        |question: &&Question| guide.evidence.meanings.iter().any(|row| guide[row.question].id == question.id);
    for command in &typed {
        let shape = shape(&command.words);
        let mut answered: Vec<&Question> =
            ways.iter().filter(|(_, way)| *way == shape).map(|(question, _)| *question).collect();
        // Of several the one that readers answer too: the others ask the same after a repair.
        if answered.iter().any(is_read) {
            answered.retain(is_read);
        }
        for question in answered {
            if let Some((option, line)) = asked::printed(question, command.printed) {
                notes.answer(question, option, line);
            }
        }
        read_power(command, notes);
        read_provisioning(command, notes);
    }
    read_names(&typed, lines, notes);
    queried::read(&typed, notes);
}

/// Every question that one command answers by its bare output, with the shape of that command.
fn ways(guide: &Guide) -> Vec<(&Question, Vec<String>)> {
    let questions = guide.ids::<Question>().map(|id| &guide[id]);
    let ways = questions.flat_map(|question| {
        let checks = question.checks.iter().filter(|check| check.shows.iter().any(Option::is_some));
        checks.filter_map(move |check| {
            let run = check.run.as_ref().filter(|_| matches!(check.via, Via::Az | Via::PowerShell))?;
            let mut lines = run.lines().filter(|line| !line.starts_with("Set-AzContext "));
            let line = lines.next().filter(|_| lines.next().is_none())?;
            Some((question, shape(&words(line))))
        })
    });
    ways.collect()
}

fn typed<'l, 't>(lines: &'l [SheetLine<'t>]) -> Vec<TypedCommand<'l, 't>> {
    let commands: Vec<_> = lines.iter().enumerate().filter_map(|(at, line)| Some((at, command(line.text)?))).collect();
    let ends = |at: usize| {
        let next =
            (at + 1..lines.len()).find(|next| is_prompt(lines[*next].text) || command(lines[*next].text).is_some());
        next.unwrap_or(lines.len())
    };
    let typed = commands.into_iter().flat_map(|(at, (command, prompted))| {
        let one = |command, printed| TypedCommand { line: &lines[at], words: words(command), prompted, printed };
        // A command within another one prints into that.
        let inner = command.split("$(").skip(1).filter_map(|rest| rest.split(')').next());
        let inner: Vec<_> = inner.map(|command| one(command, &lines[at..at])).collect();
        std::iter::once(one(command, &lines[at + 1..ends(at)])).chain(inner)
    });
    typed.collect()
}

/// The command on a line, and whether a prompt stands before it.
fn command(line: &str) -> Option<(&str, bool)> {
    let is_command = |text: &str| TOOLS.iter().any(|tool| text.starts_with(tool));
    if !TOOLS.iter().any(|tool| line.contains(tool)) {
        return None;
    }
    let mut behind = PROMPTS.iter().filter_map(|prompt| Some(line.split_once(prompt)?.1.trim_start())).map(|text| {
        // PowerShell keeps what it prints in a variable.
        let assigned = text.strip_prefix('$').and_then(|rest| rest.split_once('='));
        assigned.filter(|(name, _)| !name.trim_end().contains(' ')).map_or(text, |(_, rest)| rest.trim_start())
    });
    match behind.find(|text| is_command(text)) {
        Some(text) => Some((text, true)),
        None => is_command(line).then_some((line, false)),
    }
}

/// The words of a command; what stands in quotes is one, without them.
fn words(command: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = command.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, behind) = match first {
            '"' | '\'' => rest[1..].split_once(first).unwrap_or((&rest[1..], "")),
            _ => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word);
        rest = behind.trim_start();
    }
    words
}

/// A command without what it is about, so that it is the same for every VM.
fn shape(words: &[&str]) -> Vec<String> {
    let mut shape = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if !NAMING.contains(word) {
            shape.push((*word).to_owned());
            continue;
        }
        // Of a name in brackets their end belongs to the command.
        let end = words.next().and_then(|value| value.split_once(')')).map(|(_, end)| format!("){end}"));
        shape.extend(end);
    }
    shape
}

/// The power state, in the words in which Azure shows it.
fn read_power(command: &TypedCommand<'_, '_>, notes: &mut Notes<'_>) {
    if !matches!(command.words[..], ["az", "vm", "get-instance-view" | "show", ..] | ["(Get-AzVM", ..]) {
        return;
    }
    for line in command.printed {
        let value = match line.text.trim().trim_matches(['"', ',']) {
            "VM running" => "running",
            "VM stopped" => "stopped",
            "VM deallocated" => "deallocated",
            _ => continue,
        };
        notes.fact("power", value, notes.place_of(line), line.text);
    }
}

/// How the VM was provisioned, under the name that a query gives it.
fn read_provisioning(command: &TypedCommand<'_, '_>, notes: &mut Notes<'_>) {
    const STATE: &str = "provisioningState";
    if !matches!(command.words[..], ["az", "vm", "get-instance-view" | "show", ..]) {
        return;
    }
    let query = command.words.iter().find(|word| word.contains(STATE));
    let Some(query) = query.filter(|_| !notes.knows("provisioning")) else { return };
    // What stands behind them is the state of an extension or a resource.
    let own = ["xtensions", "esources", "statuses"].iter().filter_map(|list| query.find(list)).min();
    let own = &query[..own.unwrap_or(query.len())];
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let key = own.split_once(STATE).and_then(|(before, _)| before.strip_suffix(':')).and_then(|before| {
        let key = &before[before.rfind(|c| !is_name(c)).map_or(0, |at| at + 1)..];
        (!key.is_empty()).then_some(key)
    });
    let Some(key) = key else {
        // Alone it is printed without a name.
        let bare = command
            .printed
            .iter()
            .filter(|_| *query == STATE)
            .find_map(|line| Some((line, provisioning_value(line.text.trim().trim_matches('"'))?)));
        if let Some((line, value)) = bare {
            notes.fact("provisioning", value, notes.place_of(line), line.text.trim());
        }
        return;
    };
    for line in command.printed {
        let field = line.text.trim().split_once(':').filter(|(name, _)| name.trim().trim_matches('"') == key);
        let value = field.map(|(_, value)| value.trim().trim_end_matches(',').trim_matches('"'));
        if let Some(value) = value.and_then(provisioning_value) {
            notes.fact("provisioning", value, notes.place_of(line), line.text.trim());
        }
    }
}

/// What the options of the commands name, where none names another.
fn read_names(typed: &[TypedCommand<'_, '_>], lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let assigned = LazyCell::new(|| assigned(lines));
    let option = |command: &TypedCommand<'_, '_>, names: &[&str]| {
        let at = command.words.iter().position(|word| names.contains(word))?;
        let value = command.words.get(at + 1)?.split(')').next()?;
        let value = match value.strip_prefix('$') {
            Some(name) => (*assigned.get(&name.trim_matches(['{', '}', '"']).to_ascii_lowercase())?)?,
            None => value,
        };
        value.starts_with(|c: char| c.is_ascii_alphanumeric()).then(|| value.to_owned())
    };
    let group = ["--resource-group", "-g", "-ResourceGroupName"];
    let of_vm = |command: &TypedCommand<'_, '_>| {
        let named = match command.words[..] {
            ["az", "vm", "extension", ..] | ["Get-AzVMExtension", ..] => &["--vm-name", "-VMName"][..],
            ["az", "vm", ..] | ["Get-AzVM" | "(Get-AzVM", ..] => &["--name", "-n", "-Name"][..],
            // The group of such a command is that of the vault.
            ["az", "backup", ..] => {
                return Some((option(command, &["--item-name", "-i", "--vm"]).filter(|vm| !vm.contains(';'))?, None));
            }
            _ => return None,
        };
        Some((option(command, named)?, option(command, &group)))
    };
    let vault_of = |command: &TypedCommand<'_, '_>| match command.words[..] {
        ["az", "backup", ..] => option(command, &["--vault-name", "-v"]),
        ["Get-AzRecoveryServicesVault" | "(Get-AzRecoveryServicesVault", ..] => option(command, &["-Name"]),
        _ => None,
    };
    let vaults: BTreeSet<_> = typed.iter().filter(|command| command.prompted).filter_map(vault_of).collect();
    let is_told = |name: &str, notes: &Notes<'_>| notes.reading.variables.iter().any(|value| value.variable == name);
    if let (Some(vault), 1, false) = (vaults.first(), vaults.len(), is_told("vault", notes))
        && let Some(command) =
            typed.iter().find(|command| command.prompted && vault_of(command).as_ref() == Some(vault))
    {
        notes.variable("vault", vault, notes.place_of(command.line));
    }
    let vms: Vec<_> = typed.iter().filter(|command| command.prompted).filter_map(|c| Some((c, of_vm(c)?))).collect();
    let subjects = || vms.iter().map(|(_, (vm, group))| Subject { vm, group: group.as_deref(), subscription: None });
    if let Some(meant) = Subject::meant(subjects(), notes).filter(|_| !is_told("vm", notes)) {
        let named = subjects().zip(&vms).filter(|(subject, _)| subject.is(&meant));
        if let Some((subject, (command, _))) = named.max_by_key(|(subject, _)| subject.group.is_some()) {
            subject.note(notes, &notes.place_of(command.line));
        }
    }
}

/// The names under which a shell was told to keep a value, in small letters, each with its only one.
fn assigned<'t>(lines: &[SheetLine<'t>]) -> FxHashMap<String, Option<&'t str>> {
    let mut assigned = FxHashMap::default();
    for part in lines.iter().flat_map(|line| line.text.split(';')) {
        let Some((head, value)) = part.split_once('=') else { continue };
        let name = head.trim_end().rsplit([' ', '$']).next().unwrap_or_default();
        let value = value.trim().trim_matches(['"', '\'']);
        if !value.contains([' ', '$', '(']) {
            let only = assigned.entry(name.to_ascii_lowercase()).or_insert(Some(value));
            *only = only.filter(|only| *only == value);
        }
    }
    assigned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_the_same_for_every_vm() {
        let check = |one: &str, other: &str, same: bool| {
            assert_eq!(shape(&words(one)) == shape(&words(other)), same, "{one} / {other}");
        };
        check("az vm show -g a -n b --query 'x y' -o tsv", "az vm show --name <vm> --query \"x y\" --output tsv", true);
        check("az vm show -g a -n b --query x", "az vm show -g a -n b --query y", false);
        check("(Get-AzVM -ResourceGroupName a -Name b -Status).Code", "(Get-AzVM -Name <vm> -Status).Code", true);
        check("(Get-AzVM -Status -Name b).Code", "(Get-AzVM -Status -Name <vm>).Code", true);
        check("(Get-AzVM -Name b).Code", "(Get-AzVM -Name b).Id", false);
    }

    #[test]
    fn a_command_stands_behind_a_prompt_or_begins_its_line() {
        let check = |line: &str, expected: Option<(&str, bool)>| assert_eq!(command(line), expected, "{line}");
        check("me@host:~$ az vm list", Some(("az vm list", true)));
        check("PS C:\\> Get-AzVM -Name x", Some(("Get-AzVM -Name x", true)));
        check("az vm list", Some(("az vm list", false)));
        check("Please run az vm list", None);
        check("", None);
    }
}
