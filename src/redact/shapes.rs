//! Secrets that need no name: tokens by their form, long random words, keys between their lines.

use std::ops::Range;

use memchr::memmem;

use super::{
    bytes::{Bytes, runs, span, split, these, word_and},
    groups, links,
    look::{CharKinds, is_guid, is_mixed},
    rules::{Rules, Shape},
    value::head,
};

/// Fewest characters of a word taken for random.
const RANDOM: usize = 20;

/// So much is measured of what may turn out to be no token.
const MEASURED: usize = 1000;

/// Every secret that shows by itself.
pub(super) fn find(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let public = blocks(text, &mut Vec::new());
    tokens(text, rules, &public, spots);
    groups::find(text, rules, spots);
    links::find(text, rules, spots);
}

/// Keys between their lines, or up to the end of the text where the last one is missing; gives what is between the
/// lines of certificates, which are no secrets.
pub(super) fn blocks(text: &str, spots: &mut Vec<Range<usize>>) -> Vec<Range<usize>> {
    const BEGIN: &str = "-----BEGIN ";
    let mut public = Vec::new();
    let mut at = 0;
    while let Some(found) = memmem::find(&text.as_bytes()[at..], BEGIN.as_bytes()) {
        let start = at + found;
        at = start + BEGIN.len();
        let Some(label) = head(text, at, 80).split_once("-----").map(|(label, _)| label) else { continue };
        let is_secret = label.ends_with("KEY") || label.ends_with("KEY BLOCK");
        if !is_secret && !label.ends_with("CERTIFICATE") && !label.ends_with("REQUEST") {
            continue;
        }
        let end = format!("-----END {label}-----");
        at = text[at..].find(&end).map_or(text.len(), |found| at + found + end.len());
        if is_secret { &mut *spots } else { &mut public }.push(start..at);
    }
    // PuTTY says how many lines its key has.
    const LINES: &str = "Private-Lines: ";
    for at in memmem::find_iter(text.as_bytes(), LINES) {
        let line = head(text, at + LINES.len(), 20);
        let count = line.split('\n').next().and_then(|count| count.trim().parse::<usize>().ok());
        let body = line.find('\n').map(|body| at + LINES.len() + body + 1);
        if let (Some(count), Some(body)) = (count, body) {
            let end =
                text[body..].match_indices('\n').nth(count.clamp(1, 200) - 1).map_or(text.len(), |(end, _)| body + end);
            spots.push(body..end);
        }
    }
    public
}

/// Whether a place is in one of some ranges, which are in order.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.contains(&at))
}

/// Every run of characters that tokens are made of, looked at as a whole and in its parts.
fn tokens(text: &str, rules: &Rules, public: &[Range<usize>], spots: &mut Vec<Range<usize>>) {
    static TOKEN: Bytes = word_and(b"+/=_~.-$");
    // What continues from an earlier run is a spot already.
    let mut covered = 0;
    for run in runs(text.as_bytes(), &TOKEN).filter(|run| run.len() >= RANDOM) {
        if run.end <= covered || is_in(public, run.start) {
            continue;
        }
        let before = spots.len();
        shaped(text, run.clone(), rules, spots);
        random(text, run.clone(), spots);
        if spots.len() > before {
            covered = wrapped(text, run.end, spots);
        }
    }
}

/// The tokens in a run that the rules know by their form.
fn shaped(text: &str, run: Range<usize>, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    // A run that is shorter than the token holds none.
    for shape in rules.shapes.iter().filter(|shape| run.len() >= shape.least && shape.starts.is_empty()) {
        if !shape.holds.is_empty() {
            let held = text[run.clone()].match_indices(&shape.holds).map(|(at, _)| run.start + at);
            let in_token = |byte: &u8| byte.is_ascii_alphanumeric() || b"_~.-".contains(byte);
            for at in held.take(100) {
                let before =
                    bytes[run.start..at].iter().rev().take(shape.before + 4).take_while(|byte| in_token(byte)).count();
                let behind = bytes[at..run.end].iter().take(MEASURED).take_while(|byte| in_token(byte)).count();
                if before + 1 >= shape.before.min(4) && before + behind >= shape.least {
                    spots.push(at - before..at + behind);
                }
            }
        } else {
            static JOINS: Bytes = these(b"/._~=-+$");
            for part in split(bytes, run.clone(), &JOINS).filter(|part| shape.exactly.contains(&part.len())) {
                let kinds = CharKinds::of(&text[part.clone()]);
                if (!shape.lower || kinds.capitals == 0)
                    && kinds.digits > 1
                    && kinds.small > kinds.digits
                    && kinds.others == 0
                {
                    spots.push(part);
                }
            }
        }
    }
    begun(text, run, rules, spots);
}

/// The tokens in a run that are known by how they begin.
fn begun(text: &str, run: Range<usize>, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let mut at = run.start;
    while at < run.end {
        // A token begins a word, and a dollar begins the hash of a password.
        let fresh = at == run.start || bytes[at] == b'$' || !bytes[at - 1].is_ascii_alphanumeric();
        let starts = &rules.starts[usize::from(bytes[at])];
        if starts.is_empty() || !fresh {
            at += 1;
            continue;
        }
        let mut starts = starts.iter().filter(|(start, _)| text[at..].starts_with(start.as_str()));
        let length = starts.find_map(|(_, shape)| token(&text[at..], &rules.shapes[*shape]));
        if let Some(length) = length {
            spots.push(at..at + length);
        }
        at += length.unwrap_or(1);
    }
}

/// How long the token is that begins as its shape does, where it is one.
fn token(text: &str, shape: &Shape) -> Option<usize> {
    let measured = head(text, 0, MEASURED);
    let hash = text.starts_with('$');
    let good = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.+/=~$".contains(&byte) || hash && b"*@:".contains(&byte);
    let long = measured.bytes().take_while(|byte| good(*byte)).count();
    let token = &measured[..long];
    let fits = long >= shape.least
        && (!shape.digit || token.contains(|c: char| c.is_ascii_digit()))
        && (!shape.dot || token.contains('.'));
    fits.then(|| text.bytes().take_while(|byte| good(*byte)).count())
}

/// The random words of a run: the whole of it, or pieces with what is random beside them.
fn random(text: &str, run: Range<usize>, spots: &mut Vec<Range<usize>>) {
    static EDGES: Bytes = these(b".-/=_~$");
    // A dash and a low line are part of Base64 too.
    static SIGNS: Bytes = these(b"/.=~$");
    let start = run.start + span(&text.as_bytes()[run.clone()], &EDGES);
    let whole = text[start..run.end].trim_end_matches(['.', '-', '/', '=', '_', '~', '$']);
    if whole.len() < RANDOM {
        return;
    }
    let kinds = CharKinds::of(whole);
    let padded = text[start + whole.len()..run.end].bytes().take_while(|byte| *byte == b'=').count();
    let all_kinds = kinds.capitals > 0 && kinds.small > 0 && kinds.digits > 0;
    let is_key = padded > 0 && all_kinds && (whole.len() + padded).is_multiple_of(4) && kinds.others * 3 <= whole.len();
    if is_key || kinds.others * 12 <= whole.len() && kinds.are_mixed() && !whole.contains("//") {
        spots.push(start..start + whole.len() + padded);
        return;
    }
    let pieces = || split(text.as_bytes(), start..start + whole.len(), &SIGNS);
    let strong = |piece: &Range<usize>| {
        piece.len() >= RANDOM && is_mixed(&text[piece.clone()]) && !is_guid(&text[piece.clone()])
    };
    let weak = |piece: &Range<usize>| piece.len() >= 4 && is_mixed(&text[piece.clone()]);
    if !pieces().any(|piece| strong(&piece)) {
        return;
    }
    let pieces: Vec<Range<usize>> = pieces().collect();
    let mut at = 0;
    while at < pieces.len() {
        if strong(&pieces[at]) {
            let first = (0..at).rev().take_while(|at| weak(&pieces[*at])).last().unwrap_or(at);
            let last = (at + 1..pieces.len()).take_while(|at| weak(&pieces[*at])).last().unwrap_or(at);
            let end = pieces[last].end;
            let padded = text[end..run.end].bytes().take_while(|byte| *byte == b'=').count();
            spots.push(pieces[first].start..end + padded);
            at = last;
        }
        at += 1;
    }
}

/// What of a token that was just found continues behind a blank or a line break, and where that ends.
pub(super) fn wrapped(text: &str, end: usize, spots: &mut Vec<Range<usize>>) -> usize {
    let Some(last) = spots.last().cloned() else { return 0 };
    let token = &text[last.clone()];
    if last.end + 2 < end || token.len() < RANDOM || !is_mixed(token.split_whitespace().next_back().unwrap_or(token)) {
        return last.end;
    }
    let bytes = text.as_bytes();
    let is_gap = |byte: &u8| b" \t\r\n>|".contains(byte);
    let mut at = last.end;
    loop {
        let gap = bytes[at..].iter().take(24).take_while(|byte| is_gap(byte)).count();
        let start = at + gap;
        let length =
            bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"+/=_~.-%".contains(byte)).count();
        if gap == 0 || length == 0 || !goes_on(&text[start..start + length]) {
            break;
        }
        at = start + length;
    }
    if at > last.end {
        spots.push(last.start..at);
    }
    at
}

/// Whether a word is rather the rest of a token than a word of its own.
fn goes_on(word: &str) -> bool {
    let kinds = CharKinds::of(word);
    let padded = word.ends_with('=') && !word.contains("===");
    padded
        || kinds.capitals > 0
            && kinds.small > 0
            && kinds.digits > 0
            && kinds.are_mixed()
            && kinds.others * 6 <= word.len().max(6)
}
