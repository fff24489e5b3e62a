//! A value in a command is one word again for the shell that reads it.

use std::process::Command;

use backup_medic::{
    case::{Case, Shell},
    guide::{NamingRule, Renames},
};

use crate::walks::Random;

/// Values that a shell could take for more than a value.
fn values() -> Vec<String> {
    let pieces = [
        "'", "\"", "\\", "$x", "$(id)", "`id`", "\n", " ", "*", "!", "~", "#", "&", ";", "|", "-", "\u{2018}",
        "\u{2019}", "я", "a",
    ];
    let mut random = Random(42);
    (0..400).map(|_| (0..random.below(7)).map(|_| pieces[random.below(pieces.len())]).collect()).collect()
}

#[cfg(unix)]
#[test]
fn bash_reads_a_quoted_value_back() {
    let values = values();
    let quoted: Vec<String> = values.iter().map(|value| Shell::Bash.quote(value)).collect();
    let script = format!("printf '%s\\0' {}", quoted.join(" "));
    let done = Command::new("bash").args(["--norc", "-c", &script]).output().expect("bash runs");
    let read = String::from_utf8(done.stdout).expect("UTF-8");
    let read: Vec<&str> = read.split_terminator('\0').collect();
    assert_eq!(read, values);
}

/// A value that begins with a dash reaches the program as the value of its option, in one word with it.
#[cfg(unix)]
#[test]
fn bash_hands_over_a_value_with_a_dash_as_no_option() {
    let guide = crate::walks::guide();
    let mut case = Case::default();
    let run = "printf '%s\\0' --resource-group <resource-group> --name <vm>";
    for group in ["--debug", "-x", "-(1)", "rg"] {
        case.variables.insert("resource-group".to_owned(), vec![group.to_owned()]);
        case.variables.insert("vm".to_owned(), vec!["web".to_owned()]);
        let script = case.command(&guide, run, Shell::Bash, &Renames::new());
        let done = Command::new("bash").args(["--norc", "-c", &script]).output().expect("bash runs");
        let read = String::from_utf8(done.stdout).expect("UTF-8");
        let given = read.split_terminator('\0').collect::<Vec<_>>();
        let expected = match group.strip_prefix('-') {
            Some(_) => vec![format!("--resource-group={group}")],
            None => vec!["--resource-group".to_owned(), group.to_owned()],
        };
        assert_eq!(given, [expected, vec!["--name".to_owned(), "web".to_owned()]].concat());
    }
}

/// Every placeholder whose value may begin with a dash stands behind a long option, or behind a parameter of PowerShell.
#[test]
fn a_value_with_a_dash_has_an_option_to_be_joined_to() {
    let guide = crate::walks::guide();
    let mut case = Case::default();
    let dashed = |rule: NamingRule| ["-", "-x", "--debug"].iter().any(|value| rule.accepts(value));
    for variable in guide.variables.iter().filter(|variable| dashed(variable.rule)) {
        case.variables.insert(variable.id.clone(), vec!["--debug".to_owned()]);
    }
    assert!(case.variables.contains_key("resource-group") && !case.variables.contains_key("vm"));
    let steps = guide.remedies.iter().flat_map(|remedy| &remedy.steps).flat_map(|step| &step.commands);
    let commands = steps.map(|command| (command.via, &command.run));
    let checks = guide.questions.iter().flat_map(|question| &question.checks);
    let checks = checks.filter_map(|check| Some((check.via, check.run.as_ref()?)));
    for (via, run) in commands.chain(checks) {
        let command = case.command(&guide, run, via.shell(), &Renames::new());
        for word in command.split_whitespace().filter(|word| word.contains("--debug")) {
            let joined = word.starts_with("--") && word.contains("=--debug");
            assert!(joined || word.contains("'--debug'"), "{word} in {command}");
        }
    }
}

#[test]
fn powershell_reads_a_quoted_value_back() {
    for value in values() {
        let quoted = Shell::PowerShell.quote(&value);
        assert_eq!(single_quoted(&quoted).as_deref(), Some(value.as_str()), "{quoted}");
    }
    assert_eq!(single_quoted("'it's'"), None, "the reader sees a quote too few");
}

/// A string between single quotes as PowerShell reads it: a quote that is doubled stands for itself, another ends it.
fn single_quoted(text: &str) -> Option<String> {
    let quote = |c: &char| matches!(c, '\'' | '\u{2018}'..='\u{201b}');
    let mut chars = text.chars().peekable();
    let mut value = String::new();
    chars.next().filter(quote)?;
    loop {
        match chars.next()? {
            c if quote(&c) && chars.peek().is_some_and(&quote) => {
                chars.next();
                value.push(c);
            }
            c if quote(&c) => return chars.next().is_none().then_some(value),
            c => value.push(c),
        }
    }
}
