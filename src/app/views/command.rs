//! What the parts of a command are, so that a face can tell them apart.

use std::ops::Range;

use crate::guide::placeholder;

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
