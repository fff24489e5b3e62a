//! Where the jobs begin in a stream: behind the prompt, the fence or the greeting that was copied along.

use super::{csv, json, window::Window};
use crate::error::{Error, JobsFlaw};

/// Lines before the jobs at most; a stream of anything else is not searched for long.
const LINES: usize = 200;

/// Bytes of a line after which what is in brackets is no prompt.
const PROMPT: usize = 200;

/// How a stream continues.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    Json,
    Table,
    /// Nothing but blanks.
    Nothing,
}

/// Passes what is in front of the jobs; where none follow, what is wrong is told of the first line.
pub(super) fn find(window: &mut Window<'_>) -> Result<Beginning, Error> {
    let mut first = None;
    let mut at_end = false;
    for _ in 0..LINES {
        // Blanks stay in the window until something follows, so that it bounds them too.
        let blank = loop {
            let rest = window.text().trim_start();
            // A value may be one long line.
            if at_end || rest.contains('\n') || (is_decided(rest) && begins_json(rest)) {
                break window.text().len() - rest.len();
            }
            at_end = !window.more()?;
        };
        window.pass(blank);
        let line = window.text().split('\n').next().unwrap_or_default();
        if begins_json(line) || line.starts_with(json::WARNING) {
            return Ok(Beginning::Json);
        }
        if csv::is_head(line) {
            return Ok(Beginning::Table);
        }
        if line.is_empty() {
            break;
        }
        let end = line.len();
        first.get_or_insert_with(|| window.error(JobsFlaw::Foreign, 0));
        window.pass(end);
    }
    first.map_or(Ok(Beginning::Nothing), Err)
}

/// Whether a line begins as JSON does; the prompt of a shell and the time in a chat stand in brackets too.
pub(super) fn begins_json(line: &str) -> bool {
    match line.as_bytes() {
        [b'{', ..] => true,
        [b'[', next, ..] if next.is_ascii_alphanumeric() => {
            let line = line.lines().next().unwrap_or_default().as_bytes();
            let line = line[..line.len().min(PROMPT)].trim_ascii_end();
            let end = line.iter().position(|byte| *byte == b']');
            end.is_none_or(|end| matches!(line.get(end + 1), None | Some(b',' | b']')))
        }
        [b'[', ..] => true,
        _ => false,
    }
}

/// Whether no text behind this can change what `begins_json` says of it.
pub(super) fn is_decided(text: &str) -> bool {
    match text.as_bytes() {
        [b'[', next, ..] if next.is_ascii_alphanumeric() => {
            let line = text.split('\n').next().unwrap_or_default();
            let is_followed = |end: usize| !line[end + 1..].trim_ascii().is_empty();
            line.len() < text.len() || line.len() > PROMPT || line.find(']').is_some_and(is_followed)
        }
        text => text.len() > 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{PROMPT, begins_json, is_decided};

    #[test]
    fn a_bracket_is_judged_when_its_line_is_there() {
        let check = |text: &str, expected: bool| assert_eq!(is_decided(text), expected, "{text}");
        check("[", false);
        check("[{", true);
        check("[op@host", false);
        check("[op@host ~]", false);
        check("[op@host ~] ", false);
        check("[op@host ~]$", true);
        check("[1,\n", true);
        check(&format!("[1{}", ",1".repeat(PROMPT)), true);
    }

    #[test]
    fn a_prompt_in_brackets_is_no_json() {
        let check = |line: &str, expected: bool| assert_eq!(begins_json(line), expected, "{line}");
        check("[", true);
        check("[]", true);
        check("[{\"a\": 1}]", true);
        check("{", true);
        check("[nul]", true);
        check("[1, 2]", true);
        check("[op@host ~]$ az backup job list", false);
        check("[09:12] Rana: the jobs", false);
        check("$ az", false);
        check("", false);
    }
}
