//! Groups of equal length, and hashes.

use std::ops::Range;

use super::{
    bytes::{WORD, runs},
    rules::{Groups, Of, Rules},
};

/// Groups of equal length with a dash, a blank or a line break between them; hexadecimal runs that are longer than any
/// digest; hashes between colons as Windows and its tools list them.
pub(super) fn find(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    const DIGEST: usize = 128;
    let bytes = text.as_bytes();
    // What is part of some groups is not the start of others.
    let mut behind = 0;
    for run in runs(bytes, &WORD) {
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
