//! What the parts of a command are, so that a face can tell them apart.

use std::ops::Range;

use crate::{case::Shell, guide::placeholder, text::wrap::is_wider};

/// What a part of a command is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandPart {
    /// What is run.
    Verb,
    /// The name of an option.
    Option,
    /// All else.
    Value,
    /// A name that is not filled in.
    Placeholder,
}

/// The parts of a line of a command, in their order and without a gap; blanks belong to the part before them.
pub fn command_parts(line: &str) -> Vec<(Range<usize>, CommandPart)> {
    let mut parts = Vec::new();
    let mut is_verb = true;
    for word in words(line) {
        let text = line[word.clone()].trim_end();
        is_verb = is_verb && !text.starts_with('-');
        let part = match text {
            "|" | "||" | "&&" | ";" | "&" => {
                is_verb = true;
                CommandPart::Value
            }
            _ if is_verb => CommandPart::Verb,
            _ if text.starts_with('-') => CommandPart::Option,
            _ => CommandPart::Value,
        };
        let mut from = word.start;
        for place in placeholder::places(&line[word.clone()]) {
            let place = word.start + place.start..word.start + place.end;
            parts.push((from..place.start, part));
            from = place.end;
            parts.push((place, CommandPart::Placeholder));
        }
        parts.push((from..word.end, part));
    }
    parts.retain(|(range, _)| !range.is_empty());
    parts
}

/// The pieces of a line in columns of this width, each of them whole words: it breaks before an option, or where one would
/// be too far, before any word. A line without place for more says by its shell's own sign that it goes on.
pub fn broken(line: &str, columns: usize) -> Vec<Range<usize>> {
    let room = columns.saturating_sub(CONTINUED.len());
    let (mut pieces, mut start, mut option) = (Vec::new(), 0, 0);
    // What stands behind the sign of a comment would be a command on a line of its own.
    let words = if line.trim_start().starts_with('#') { Vec::new() } else { words(line) };
    for (at, word) in words.iter().enumerate() {
        let is_last = at + 1 == words.len();
        let end = word.start + line[word.clone()].trim_end().len();
        if matches!(line[word.clone()].as_bytes(), [b'-', ..] | [b'|', b' ', ..]) {
            option = word.start;
        }
        let most = if is_last { columns } else { room };
        while word.start > start && is_wider(&line[start..end], most) {
            let place = if option > start { option } else { word.start };
            pieces.push(start..place);
            start = place;
        }
    }
    pieces.push(start..line.len());
    pieces
}

/// What says in a shell that a line goes on in the next.
pub fn continued(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => CONTINUED,
        Shell::PowerShell => "`",
    }
}

const CONTINUED: &str = "\\";

/// The words of a line with the blanks after them; what is in quotes is one word.
fn words(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let (mut start, mut quote, mut was_blank) = (0, None, false);
    for (at, c) in line.char_indices() {
        let is_blank = quote.is_none() && c == ' ';
        if was_blank && !is_blank {
            words.push(start..at);
            start = at;
        }
        was_blank = is_blank;
        match quote {
            Some(open) if open == c => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
    }
    words.push(start..line.len());
    words
}

#[cfg(test)]
mod tests {
    use super::{
        CommandPart::{Option, Placeholder, Value, Verb},
        *,
    };

    #[test]
    fn a_command_is_broken_before_its_options() {
        let check = |line: &str, columns: usize, expected: &[&str]| {
            let pieces: Vec<_> = broken(line, columns).into_iter().map(|range| &line[range]).collect();
            assert_eq!(pieces, expected);
            assert_eq!(pieces.concat(), line);
        };
        check("az vm show", 10, &["az vm show"]);
        check("az vm show --name a --out b", 15, &["az vm show ", "--name a ", "--out b"]);
        check("az vm show --name a --out b", 22, &["az vm show --name a ", "--out b"]);
        check("Get-X -A 1 | Sort-Object Z", 20, &["Get-X -A 1 ", "| Sort-Object Z"]);
        check("az x --query \"a b c d e f g\" -o tsv", 20, &["az x ", "--query ", "\"a b c d e f g\" ", "-o tsv"]);
        check("# a comment that is far too long for it", 20, &["# a comment that is far too long for it"]);
        check("", 20, &[""]);
    }

    #[test]
    fn a_command_is_known_by_its_parts() {
        let check = |line: &str, expected: &[(&str, CommandPart)]| {
            let parts: Vec<_> = command_parts(line).into_iter().map(|(range, part)| (&line[range], part)).collect();
            assert_eq!(parts, expected, "{line}");
        };
        check("", &[]);
        check(
            "az lock delete --ids <lock-id>",
            &[("az ", Verb), ("lock ", Verb), ("delete ", Verb), ("--ids ", Option), ("<lock-id>", Placeholder)],
        );
        check(
            "Get-Item -Path 'C:\\a b' | Remove-Item -Force",
            &[
                ("Get-Item ", Verb),
                ("-Path ", Option),
                ("'C:\\a b' ", Value),
                ("| ", Value),
                ("Remove-Item ", Verb),
                ("-Force", Option),
            ],
        );
        check("rm \"/<vm>/é\"", &[("rm ", Verb), ("\"/", Verb), ("<vm>", Placeholder), ("/é\"", Verb)]);
        check("a --query \"it's <5\" x", &[("a ", Verb), ("--query ", Option), ("\"it's <5\" ", Value), ("x", Value)]);
    }
}
