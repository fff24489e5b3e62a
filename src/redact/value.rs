//! Where a value begins and ends: quoted, bare, in an object or a list, on the next line.

use std::ops::Range;

use super::{
    bytes::{Bytes, first, these},
    rules::Rules,
    work::looked_at,
};

/// How far, in bytes, the end of an object or list is looked for.
const FAR: usize = 1000;

/// A value shows by so much of it whether it may be a secret.
pub(super) const SHOWN: usize = 400;

/// A name behind a value is found by so much of it.
const NAMED: usize = 40;

/// How deep in it.
const DEEP: usize = 8;

/// Opening quotes and what closes each.
const QUOTES: [(char, &[char]); 11] = [
    ('"', &['"']),
    ('\'', &['\'']),
    ('`', &['`']),
    ('“', &['”', '“']),
    ('„', &['“', '”']),
    ('«', &['»']),
    ('‘', &['’']),
    ('‚', &['‘', '’']),
    ('‹', &['›']),
    ('「', &['」']),
    ('『', &['』']),
];

/// The first place from `at` on that is no blank.
pub(super) fn blanks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}']).len()
}

/// The same, over line breaks that a shell or a mark of YAML carries on.
pub(super) fn continued(text: &str, at: usize) -> usize {
    let mut at = blanks(text, at);
    let bytes = text.as_bytes();
    if matches!(bytes.get(at), Some(b'\\' | b'`' | b'^')) && text[at + 1..].starts_with(['\n', '\r']) {
        at += 1;
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\t', '\r', '\n']).len();
    }
    at
}

/// At most so many bytes of the text from here, cut between characters.
pub(super) fn head(text: &str, at: usize, most: usize) -> &str {
    &text[at..text.floor_char_boundary(at + most)]
}

/// The place of a quoted text that begins here, without its quotes, and where it ends with them.
pub(super) fn quoted(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let rest = &text[at..];
    for mark in ["@'", "@\""] {
        if let Some(body) = rest.strip_prefix(mark).filter(|body| body.starts_with(['\r', '\n'])) {
            let close: String = mark.chars().rev().collect();
            let end = body.find(&close).unwrap_or(body.len());
            return Some((at + 2..at + 2 + end, (at + 4 + end).min(text.len())));
        }
    }
    let open = rest.chars().next()?;
    let (_, close) = QUOTES.iter().find(|(quote, _)| *quote == open)?;
    // Three quotes are one.
    let triple = rest.get(..3).filter(|three| *three == "\"\"\"" || *three == "'''");
    if let Some(three) = triple {
        let body = &rest[3..];
        let end = body.find(three).unwrap_or(body.len());
        return Some((at + 3..at + 3 + end, (at + 6 + end).min(text.len())));
    }
    let from = at + open.len_utf8();
    let mut chars = text[from..].char_indices().peekable();
    while let Some((place, c)) = chars.next() {
        let ends = from + place;
        looked_at(c.len_utf8());
        match c {
            '\n' => return Some((from..ends, ends)),
            '\\' | '`' if c != open && !(c == '\\' && ends_here(text, ends + 1, close)) => {
                chars.next_if(|(_, next)| *next != '\n');
            }
            // A quote that is doubled is one of the text.
            c if close.contains(&c) && chars.next_if(|(_, next)| *next == c && ends > from).is_none() => {
                return Some((from..ends, ends + c.len_utf8()));
            }
            _ => {}
        }
    }
    Some((from..text.len(), text.len()))
}

/// Whether a backslash before this place is the last sign of a path, as in `"C:\"`: what follows the quote cannot be
/// part of the text.
fn ends_here(text: &str, at: usize, close: &[char]) -> bool {
    let rest = &text[at..];
    let Some(rest) = rest.strip_prefix(close) else { return false };
    rest.is_empty() || rest.starts_with(['\n', '\r'])
}

/// A bare value from here: up to a blank, or to a sign behind which another value begins.
pub(super) fn bare(text: &str, at: usize, inside: Option<char>) -> usize {
    let rest = &text[at..];
    let ends = |&(place, c): &(usize, char)| {
        let behind = &rest[place + c.len_utf8()..];
        match c {
            c if c.is_whitespace() => true,
            '&' | ';' | ',' => {
                next_is_named(behind) || behind.is_empty() || behind.starts_with(char::is_whitespace) && c == ';'
            }
            '"' | '\'' | '`' => Some(c) == inside || closes(behind),
            '<' => behind.starts_with('/'),
            '|' => behind.is_empty() || behind.starts_with(char::is_whitespace),
            '}' | ')' | ']' => place > 0 && closes(behind),
            _ => false,
        }
    };
    let length = rest.char_indices().find(ends).map_or(rest.len(), |(place, _)| place);
    looked_at(length);
    at + length
}

/// The same for a value that counts only where it is `good`: of a long one no more than its start is looked at to tell.
pub(super) fn bare_where(text: &str, at: usize, inside: Option<char>, good: impl Fn(&str) -> bool) -> Option<usize> {
    let shown = head(text, at, SHOWN);
    let end = bare(shown, 0, inside);
    // What is behind a sign says whether the value ends there.
    let is_whole = end + NAMED <= shown.len() || shown.len() == text.len() - at;
    if is_whole {
        return Some(at + end);
    }
    good(&shown[..end]).then(|| bare(text, at, inside))
}

fn closes(behind: &str) -> bool {
    behind.is_empty() || behind.starts_with(|c: char| c.is_whitespace() || ",;)}]>\"'`".contains(c))
}

/// Whether `name=` follows, as in a link or a connection string.
fn next_is_named(behind: &str) -> bool {
    let name = behind.trim_start_matches(' ');
    let end = name.bytes().take(NAMED).position(|byte| !(byte.is_ascii_alphanumeric() || b"_-. ".contains(&byte)));
    end.is_some_and(|end| end > 0 && matches!(name.as_bytes()[end], b'=' | b':'))
}

/// A bare value of a connection string, in which blanks may be: up to the semicolon.
pub(super) fn with_blanks(text: &str, at: usize) -> Option<usize> {
    static ENDS: Bytes = these(b"\n=\"';");
    let head = head(text, at, 200);
    let end = first(head.as_bytes(), &ENDS)?;
    (head[end..].starts_with(';') && next_is_named(&head[end + 1..])).then_some(at + end)
}

/// The values that an object or a list promises, which opens here, and where it ends.
pub(super) fn inside(text: &str, at: usize, rules: &Rules) -> (Vec<Range<usize>>, usize) {
    let end = at + head(text, at, FAR).len();
    let (mut spots, mut depth, mut place) = (Vec::new(), 0_usize, at);
    // Of a list each text counts, of an object what is behind a name that promises it.
    let mut objects = Vec::new();
    let mut promised = false;
    while let Some(c) = text.get(place..end).and_then(|rest| rest.chars().next()) {
        match c {
            '{' | '[' | '(' => {
                depth += 1;
                if depth > DEEP {
                    break;
                }
                objects.push(c == '{');
                promised = c != '{';
                place += 1;
            }
            '}' | ']' | ')' => {
                depth = depth.saturating_sub(1);
                objects.pop();
                place += 1;
                if depth == 0 {
                    break;
                }
            }
            ',' | ';' | '\n' => {
                promised = objects.last() == Some(&false);
                place += 1;
            }
            _ if quoted(text, place).is_some() => {
                let Some((words, close)) = quoted(text, place) else { break };
                let behind = blanks(text, close);
                if text[behind..].starts_with([':', '=']) {
                    promised = rules.is_inner(&text[words]);
                    place = behind + 1;
                } else {
                    if promised && !words.is_empty() {
                        spots.push(words);
                    }
                    place = close;
                }
            }
            c if c.is_alphanumeric() => {
                let word = text[place..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len() - place);
                let behind = blanks(text, place + word);
                if text[behind..].starts_with([':', '=']) {
                    promised = rules.is_inner(&text[place..place + word]);
                    place = behind + 1;
                } else {
                    // One that nothing promises is of no use behind the end.
                    let within = if promised { text } else { &text[..end] };
                    let stop = bare(within, place, None).max(place + word);
                    if promised {
                        spots.push(place..stop);
                    }
                    place = stop;
                }
            }
            c => place += c.len_utf8(),
        }
    }
    (spots, place)
}

/// What is alone on the next line, or a list of such: `password:` above, the value below.
pub(super) fn below(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut spots: Vec<Range<usize>> = Vec::new();
    for (number, (start, line)) in lines(text, at).enumerate().take(20) {
        let words = line.trim_start_matches([' ', '\t', '>', '|', '*']);
        let words = words.strip_prefix("- ").unwrap_or(words).trim_start();
        let word = words.trim_end();
        if word.is_empty() && number == 0 {
            continue;
        }
        let from = start + line.len() - words.len();
        let ends = |end: usize| text[end..].trim_start_matches([' ', '\r']).starts_with('\n') || end == text.len();
        let alone = !word.is_empty()
            && !word.contains(char::is_whitespace)
            && !word.ends_with(':')
            && !word.starts_with(['{', '}', '[', ']', '<', '-']);
        let spot = match quoted(text, from).filter(|(_, end)| ends(*end)) {
            Some((words, _)) => words,
            None if alone => from..from + word.len(),
            None => break,
        };
        // Codes below one another are equally long; another word is not one of them.
        let is_item = line.trim_start().starts_with("- ")
            || spots
                .first()
                .is_none_or(|first| first.len() == spot.len() && word.contains(|c: char| c.is_ascii_digit()));
        if !is_item {
            break;
        }
        spots.push(spot);
    }
    spots
}

/// The lines of a block of YAML, which are indented further than the line that it belongs to.
pub(super) fn block(text: &str, at: usize) -> Vec<Range<usize>> {
    let head = &text[text[..at].rfind('\n').map_or(0, |line| line + 1)..at];
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let own = indent(head);
    let lines = lines(text, at).take(400).take_while(|(_, line)| line.trim().is_empty() || indent(line) > own);
    let spots = lines.filter(|(_, line)| !line.trim().is_empty());
    spots.map(|(start, line)| start + indent(line)..start + line.trim_end().len()).collect()
}

/// The lines behind this place, each with where it begins.
fn lines(text: &str, at: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut start = text[at..].find('\n').map_or(text.len(), |line| at + line + 1);
    text[start..].split('\n').map(move |line| {
        let from = start;
        start += line.len() + 1;
        (from, line.trim_end_matches('\r'))
    })
}
