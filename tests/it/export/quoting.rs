//! A value in a command is one word again for the shell that reads it.

use std::process::Command;

use backup_medic::case::Shell;

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
