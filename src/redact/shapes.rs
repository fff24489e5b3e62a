//! Secrets that need no name: tokens by their form, long random words, keys between their lines, passwords in links.

use std::ops::Range;

use memchr::memmem;

use super::{
    look::{Kinds, could_be_password, is_guid, is_mixed},
    rules::{Groups, Of, Rules, Shape},
    value::{floor, head},
};

/// A random word is at least so long.
const RANDOM: usize = 20;

/// So much is measured of what may turn out to be no token.
const MEASURED: usize = 1000;

/// Every secret that shows by itself.
pub(super) fn find(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let public = blocks(text, &mut Vec::new());
    tokens(text, rules, &public, spots);
    grouped(text, rules, spots);
    pipes(text, rules, spots);
    links(text, rules, spots);
    slashed(text, spots);
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

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'_' | b'~' | b'.' | b'-' | b'$')
}

/// Whether a place is in one of some ranges, which are in order.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.contains(&at))
}

/// Every run of characters that tokens are made of, looked at as a whole and in its parts.
fn tokens(text: &str, rules: &Rules, public: &[Range<usize>], spots: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| is_token(*byte)) {
        let start = at + found;
        let end = bytes[start..].iter().position(|byte| !is_token(*byte)).map_or(bytes.len(), |length| start + length);
        at = end;
        if end - start < RANDOM || is_in(public, start) {
            continue;
        }
        let before = spots.len();
        shaped(text, start..end, rules, spots);
        random(text, start..end, spots);
        if spots.len() > before {
            wrapped(text, end, spots);
        }
    }
}

/// The tokens in a run that the rules know by their form.
fn shaped(text: &str, run: Range<usize>, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    for shape in &rules.shapes {
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
        } else if !shape.exactly.is_empty() {
            for part in parts(text, run.clone()).filter(|part| shape.exactly.contains(&part.len())) {
                let kinds = Kinds::of(&text[part.clone()]);
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
    let mut at = run.start;
    while at < run.end {
        // A token begins a word, and a dollar begins the hash of a password.
        let fresh = at == run.start || bytes[at] == b'$' || !bytes[at - 1].is_ascii_alphanumeric();
        let found = fresh && rules.starts[usize::from(bytes[at])];
        let length = rules.shapes.iter().filter(|_| found).find_map(|shape| started(&text[at..], shape));
        if let Some(length) = length {
            spots.push(at..at + length);
        }
        at += length.unwrap_or(1);
    }
}

fn started(text: &str, shape: &Shape) -> Option<usize> {
    shape.starts.iter().find(|start| text.starts_with(start.as_str()))?;
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

/// The pieces of a run between the signs that words are joined with.
fn parts(text: &str, run: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let base = run.start;
    let mut at = 0;
    text[run].split(['/', '.', '_', '~', '=', '-', '+', '$']).map(move |part| {
        let start = base + at;
        at += part.len() + 1;
        start..start + part.len()
    })
}

/// The random words of a run: the whole of it, or pieces with what is random beside them.
fn random(text: &str, run: Range<usize>, spots: &mut Vec<Range<usize>>) {
    let whole = text[run.clone()].trim_matches(['.', '-', '/', '=', '_', '~', '$']);
    let start = run.start + text[run.clone()].find(whole).unwrap_or(0);
    if whole.len() < RANDOM {
        return;
    }
    let kinds = Kinds::of(whole);
    let padded = text[start + whole.len()..run.end].bytes().take_while(|byte| *byte == b'=').count();
    let all_kinds = kinds.capitals > 0 && kinds.small > 0 && kinds.digits > 0;
    let is_key = padded > 0 && all_kinds && (whole.len() + padded).is_multiple_of(4) && kinds.others * 3 <= whole.len();
    if is_key || kinds.others * 12 <= whole.len() && is_mixed(whole) && !whole.contains("//") {
        spots.push(start..start + whole.len() + padded);
        return;
    }
    let pieces: Vec<Range<usize>> = pieces(text, start..start + whole.len()).collect();
    let strong = |piece: &Range<usize>| {
        piece.len() >= RANDOM && is_mixed(&text[piece.clone()]) && !is_guid(&text[piece.clone()])
    };
    let weak = |piece: &Range<usize>| piece.len() >= 4 && is_mixed(&text[piece.clone()]);
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

/// The pieces of a run between slashes, dots, equals signs and dollars; a dash and a low line are part of Base64 too.
fn pieces(text: &str, run: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let base = run.start;
    let mut at = 0;
    text[run].split(['/', '.', '=', '~', '$']).map(move |part| {
        let start = base + at;
        at += part.len() + 1;
        start..start + part.len()
    })
}

/// What of a token that was just found goes on behind a blank or a line break.
pub(super) fn wrapped(text: &str, end: usize, spots: &mut Vec<Range<usize>>) {
    let Some(last) = spots.last().cloned() else { return };
    let token = &text[last.clone()];
    if last.end + 2 < end || token.len() < RANDOM || !is_mixed(token.split_whitespace().next_back().unwrap_or(token)) {
        return;
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
}

/// Whether a word is rather the rest of a token than a word of its own.
fn goes_on(word: &str) -> bool {
    let kinds = Kinds::of(word);
    let padded = word.ends_with('=') && !word.contains("===");
    padded
        || kinds.capitals > 0
            && kinds.small > 0
            && kinds.digits > 0
            && is_mixed(word)
            && kinds.others * 6 <= word.len().max(6)
}

/// The runs of letters and digits of ASCII.
fn runs(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(u8::is_ascii_alphanumeric)?;
        at =
            bytes[start..].iter().position(|byte| !byte.is_ascii_alphanumeric()).map_or(bytes.len(), |end| start + end);
        Some(start..at)
    })
}

/// Groups of equal length with a dash, a blank or a line break between them; hexadecimal runs that are longer than any
/// digest; hashes between colons as Windows and its tools list them.
fn grouped(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    const DIGEST: usize = 128;
    let bytes = text.as_bytes();
    // What is part of some groups is not the start of others.
    let mut behind = 0;
    for run in runs(bytes) {
        let group = rules.groups.iter().filter(|groups| groups.length == run.len() && run.start >= behind);
        if let Some(end) = group.filter_map(|groups| groups_end(bytes, run.start, groups)).max() {
            spots.push(run.start..end);
            behind = end;
        }
        let is_hash = run.len() >= 16 && bytes[run.clone()].iter().all(u8::is_ascii_hexdigit);
        let beside = || {
            let next = bytes[run.end..].strip_prefix(b":").is_some_and(|rest| many_hex(rest.iter()));
            next || bytes[..run.start].strip_suffix(b":").is_some_and(|rest| many_hex(rest.iter().rev()))
        };
        if is_hash && (run.len() > DIGEST || beside()) {
            spots.push(run);
        }
    }
}

/// Where the last of the groups ends that begin here, where there are enough.
fn groups_end(bytes: &[u8], start: usize, groups: &Groups) -> Option<usize> {
    const MOST: usize = 40;
    let good = |byte: &u8| match groups.of {
        Of::Digits => byte.is_ascii_digit(),
        Of::Capitals => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
        Of::Base32 => byte.is_ascii_uppercase() || (b'2'..=b'7').contains(byte),
    };
    let gap = |byte: &u8| *byte == b'-' || groups.of != Of::Capitals && b" \t\r\n>".contains(byte);
    let (mut at, mut end, mut count) = (start, start, 0);
    let most = if groups.more { MOST } else { groups.count };
    while count < most
        && bytes[at..].iter().take(groups.length + 1).take_while(|byte| good(byte)).count() == groups.length
    {
        count += 1;
        end = at + groups.length;
        at = end + bytes[end..].iter().take(6).take_while(|byte| gap(byte)).count();
        if at == end {
            break;
        }
    }
    let digits = bytes[start..end].iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = bytes[start..end].iter().any(u8::is_ascii_uppercase);
    let fits = match groups.of {
        Of::Digits => true,
        Of::Capitals => letters,
        Of::Base32 => letters && digits > 1,
    };
    (count >= groups.count && fits).then_some(end)
}

/// Whether a run of digits of a hash begins here.
fn many_hex<'b>(bytes: impl Iterator<Item = &'b u8>) -> bool {
    bytes.take(16).filter(|byte| byte.is_ascii_hexdigit()).count() == 16
}

/// What is piped into a command that reads a secret so: `echo x | sudo -S`.
fn pipes(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    for pipe in memchr::memchr_iter(b'|', text.as_bytes()) {
        let command = head(text, pipe + 1, 60).split('\n').next().unwrap_or_default().to_ascii_lowercase();
        let before = text[floor(text, pipe.saturating_sub(300))..pipe].trim_end_matches(' ');
        let line = before.rsplit('\n').next().unwrap_or_default();
        let says = ["echo ", "printf ", "Write-Output "]
            .into_iter()
            .filter_map(|word| line.rfind(word).map(|at| at + word.len()))
            .max();
        let start = pipe - (text[..pipe].len() - text[..pipe].trim_end_matches(' ').len()) - line.len();
        if let Some(says) = says.filter(|_| rules.pipes.iter().any(|into| command.contains(into.as_str()))) {
            let options = line[says..].len() - line[says..].trim_start_matches("-n ").trim_start_matches("-e ").len();
            let from = start + says + options;
            spots.push(from..start + line.len());
        }
    }
}

/// Passwords before a host, and the paths of hosts that are secrets themselves.
fn links(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    for at in memmem::find_iter(text.as_bytes(), "://") {
        let from = at + 3;
        let place = head(text, from, 300);
        let place =
            &place[..place.find(|c: char| c.is_whitespace() || "\"'<>`?#\\".contains(c)).unwrap_or(place.len())];
        // The last `@` before the path; a password may hold one.
        let authority = place.find('/').map_or(place, |end| &place[..end]);
        let user = authority.rfind('@').or_else(|| place.rfind('@').filter(|at| place[..*at].contains(':')));
        if let Some(user) = user {
            match place[..user].find(':') {
                Some(colon) => spots.push(from + colon + 1..from + user),
                None if is_mixed(&place[..user]) => spots.push(from..from + user),
                None => {}
            }
        }
        for host in &rules.hosts {
            // Some are below a name of a tenant.
            let tenant = place.find('.').map_or(0, |dot| dot + 1);
            if let Some(found) = [0, tenant].into_iter().find(|at| place[*at..].starts_with(host.as_str())) {
                let start = from + found + host.len();
                let stop = |c: char| c.is_whitespace() || "\"'<>`?#\\),;".contains(c);
                spots.push(start..text[start..].find(stop).map_or(text.len(), |end| start + end));
            }
        }
    }
}

/// `user/x@host`, as Oracle and its tools take it.
fn slashed(text: &str, spots: &mut Vec<Range<usize>>) {
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let sign = |c: &char| c.is_alphanumeric() || "_-./!$%*+?".contains(*c);
        let length: usize = text[..at].chars().rev().take(80).take_while(sign).map(char::len_utf8).sum();
        let word = &text[at - length..at];
        if let Some((user, secret)) = word.rsplit_once('/')
            && !user.is_empty()
            && !user.contains(['/', '.', '@'])
            && could_be_password(secret)
        {
            spots.push(at - secret.len()..at);
        }
    }
}
