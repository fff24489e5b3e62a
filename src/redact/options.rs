//! Secrets behind options that do not say so, and tokens behind the schemes of a header.

use std::ops::Range;

use super::{
    look::{could_be_password, is_plain},
    rules::Rules,
    value::{bare, bare_where, continued, head, quoted},
};

/// `-p x` behind a command that takes a password so, `-pX` where that is usual, `/p:x`.
pub(super) fn option(text: &str, start: usize, end: usize, rules: &Rules) -> Option<Range<usize>> {
    let dashes = dashes(text, start).filter(|_| end - start <= 40)?;
    let line_start = text.floor_char_boundary(start.saturating_sub(300));
    let line = &text[line_start..start];
    let line = line.rsplit('\n').next().unwrap_or_default();
    let option = &text[start - dashes..end];
    rules.options.iter().find_map(|rule| {
        let whole = rule.options.iter().any(|known| known == option);
        let glued = rule.glued.iter().find(|known| option.starts_with(known.as_str()) && option.len() > known.len());
        if !whole && glued.is_none() {
            return None;
        }
        if rule.beside {
            let command = rule.commands.iter().find(|command| has_word(line, command))?;
            return beside(text, start - line.len(), command);
        }
        let anywhere = rule.commands.is_empty();
        if !anywhere && !rule.commands.iter().any(|command| has_word(line, command)) {
            return None;
        }
        let from = match glued.filter(|_| !whole) {
            Some(known) => start - dashes + known.len(),
            None => {
                let at = end + usize::from(text[end..].starts_with(['=', ':']));
                continued(text, at)
            }
        };
        let value = match quoted(text, from) {
            Some((words, _)) => words,
            None if anywhere => from..bare_where(text, from, None, could_be_password)?,
            None => from..bare(text, from, None),
        };
        let is_glued = glued.is_some() && !whole;
        // `az -pX` is none, and a path or a port is no password.
        if value.is_empty() || is_glued && has_word(line, "az") {
            return None;
        }
        if rule.pair {
            let colon = text[value.clone()].find([':', '%'])?;
            return (value.start + colon + 1 < value.end).then_some(value.start + colon + 1..value.end);
        }
        if anywhere {
            let secret = quoted(text, from).is_some() || !text[value.clone()].contains(['/', '\\', ':']);
            return (secret && could_be_password(&text[value.clone()])).then_some(value);
        }
        (!text[value.clone()].starts_with(['-', '/']) || is_glued).then_some(value)
    })
}

/// How many signs before a word make it an option, which begins a word of its line.
pub(super) fn dashes(text: &str, start: usize) -> Option<usize> {
    let before = text.as_bytes()[..start].strip_suffix(b"-").or_else(|| text.as_bytes()[..start].strip_suffix(b"/"))?;
    let before = before.strip_suffix(b"-").unwrap_or(before);
    before.last().is_none_or(|byte| b" \t\"'\n(".contains(byte)).then_some(start - before.len())
}

/// The word of a line that could be a password, with no option before it: `net use * \\\\x\\y secret /user:me`.
fn beside(text: &str, line_start: usize, command: &str) -> Option<Range<usize>> {
    let line = head(text, line_start, 400).split('\n').next().unwrap_or_default();
    let command_end = line.to_ascii_lowercase().find(command)? + command.len();
    let mut at = line_start + command_end;
    for word in text[at..line_start + line.len()].split_inclusive(' ') {
        let value = word.trim();
        if !value.starts_with(['/', '\\', '-']) && could_be_password(value.trim_matches(['"', '\''])) {
            return Some(at..at + value.len());
        }
        at += word.len();
    }
    None
}

/// Whether the line has the command as a word of its own.
fn has_word(line: &str, command: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    lower.match_indices(command).any(|(at, _)| {
        let before = lower[..at].chars().next_back();
        let behind = lower[at + command.len()..].trim_start_matches(".exe").chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
            && !behind.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
    })
}

/// The token behind a scheme of `Authorization`: `Basic dXNlcjpwYXNz`.
pub(super) fn token(text: &str, end: usize) -> Option<Range<usize>> {
    let from = end + text[end..].strip_prefix(' ').map(|_| 1)?;
    let good = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~+/=:%&".contains(byte);
    let long = text.as_bytes()[from..].iter().take_while(|byte| good(byte)).count();
    let token = text[from..from + long].trim_end_matches(['.', ':']);
    let shown = head(token, 0, 400);
    let digit = shown.contains(|c: char| c.is_ascii_digit()) && shown.contains(|c: char| c.is_ascii_alphabetic());
    let looks = token.len() >= 12 && digit || token.len() >= 8 && token.ends_with('=');
    let mixed = token.len() >= 8 && is_random_case(shown);
    (mixed || looks && !is_plain(shown)).then_some(from..from + token.len())
}

/// Whether small letters and capitals change so often that no words are spelled so.
fn is_random_case(token: &str) -> bool {
    let bytes = token.as_bytes();
    let turns = bytes.windows(2).filter(|two| two[0].is_ascii_lowercase() != two[1].is_ascii_lowercase()).count();
    bytes.iter().all(u8::is_ascii_alphanumeric) && turns * 100 >= token.len() * 30
}
