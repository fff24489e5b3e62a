//! Sets of bytes, and the runs of a text that are made of them.

use std::ops::Range;

use super::work::looked_at;

/// Says of each byte whether it is one of a set.
pub(super) type Bytes = [bool; 256];

/// The letters and digits of ASCII.
pub(super) static WORD: Bytes = word_and(b"");

/// The set of these bytes.
pub(super) const fn these(bytes: &[u8]) -> Bytes {
    with([false; 256], bytes)
}

/// The letters and digits of ASCII, and these bytes.
pub(super) const fn word_and(bytes: &[u8]) -> Bytes {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        all[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    with(all, bytes)
}

const fn with(mut all: Bytes, bytes: &[u8]) -> Bytes {
    let mut at = 0;
    while at < bytes.len() {
        all[bytes[at] as usize] = true;
        at += 1;
    }
    all
}

/// The first of a set.
pub(super) fn first(bytes: &[u8], set: &Bytes) -> Option<usize> {
    let first = bytes.iter().position(|byte| set[usize::from(*byte)]);
    looked_at(first.unwrap_or(bytes.len()));
    first
}

/// How many bytes at the start are of a set.
pub(super) fn span(bytes: &[u8], set: &Bytes) -> usize {
    let span = bytes.iter().position(|byte| !set[usize::from(*byte)]).unwrap_or(bytes.len());
    looked_at(span);
    span
}

/// The longest runs of bytes of a set.
pub(super) fn runs(bytes: &[u8], set: &'static Bytes) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + first(&bytes[at..], set)?;
        at = start + span(&bytes[start..], set);
        Some(start..at)
    })
}

/// The pieces of a range between the bytes of a set.
pub(super) fn split(bytes: &[u8], range: Range<usize>, set: &'static Bytes) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(range.start);
    std::iter::from_fn(move || {
        let start = next?;
        let end = first(&bytes[start..range.end], set).map_or(range.end, |length| start + length);
        next = (end < range.end).then_some(end + 1);
        Some(start..end)
    })
}
