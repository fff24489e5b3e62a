//! The values of a Kubernetes secret, which are secret whatever their names are.

use std::ops::Range;

use memchr::memmem;

use super::value::{blanks, block, head, quoted};

/// Every value below `data` and `stringData` of a manifest that is a secret.
pub(super) fn values(text: &str, spots: &mut Vec<Range<usize>>) {
    let kinds = ["kind: Secret", "\"kind\": \"Secret\"", "\"kind\":\"Secret\""];
    if !kinds.iter().any(|kind| memmem::find(text.as_bytes(), kind.as_bytes()).is_some()) {
        return;
    }
    for at in memmem::find_iter(text.as_bytes(), "ata") {
        let end = at + "ata".len();
        let letters = text[..end].bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).count();
        let sign = blanks(text, end + usize::from(text[end..].starts_with('"')));
        if !["data", "stringData"].contains(&&text[end - letters..end]) || !text[sign..].starts_with(':') {
            continue;
        }
        let from = blanks(text, sign + 1);
        if text[from..].starts_with('{') {
            members(text, from, spots);
        } else if text[from..].starts_with(['\n', '\r']) {
            spots.extend(block(text, from).into_iter().map(|line| value(text, line)));
        }
    }
}

/// The value of a line of YAML, or all of one without a name.
fn value(text: &str, line: Range<usize>) -> Range<usize> {
    let words = &text[line.clone()];
    match words.split_once(':') {
        // Below a mark such as `|` the value follows.
        Some((_, value)) if value.trim().len() <= 2 => line.end..line.end,
        Some((name, value)) if value.starts_with(' ') && !name.contains(' ') => {
            line.end - value.trim_start().len()..line.end
        }
        _ => line,
    }
}

/// The values of an object of JSON that holds only texts.
fn members(text: &str, open: usize, spots: &mut Vec<Range<usize>>) {
    let object = head(text, open, 4000);
    let end = open + object.find('}').unwrap_or(object.len());
    let mut at = open;
    while let Some(quote) = text[at..end].find('"').map(|quote| at + quote) {
        let Some((words, close)) = quoted(text, quote) else { break };
        if text[..quote].trim_end().ends_with(':') && !words.is_empty() {
            spots.push(words);
        }
        at = close.min(end);
    }
}
