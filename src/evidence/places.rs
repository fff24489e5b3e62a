//! Where a value stands: a reader notes it with what it belongs to, and a person looks for the line that has it.

use std::{cell::LazyCell, ops::Range};

use memchr::memmem;

use super::{FoundValue, text::sheet::Sheet};

/// Gives each value the line on which it is, where that is not the one that was noted: of several the nearest one. What has a way
/// in JSON is found by that.
pub(super) fn own_lines<'v>(values: impl Iterator<Item = &'v mut FoundValue>, sheet: &Sheet) {
    let lower = LazyCell::new(|| sheet.text.to_ascii_lowercase());
    for found in values.filter(|_| !sheet.is_one_line()) {
        let (noted, value) = (found.place.line, found.value.as_str());
        let is_noted = || is_on(&sheet.range(noted), &value.to_ascii_lowercase(), lower.as_bytes());
        if noted == 0 || !found.place.path.is_empty() || is_noted() {
            continue;
        }
        let text = sheet.text.as_bytes();
        let words = memmem::find_iter(text, value).filter(|at| is_whole(text, *at, value.len()));
        let lines = words.map(|at| sheet.line(at));
        found.place.line = lines.min_by_key(|line| line.abs_diff(noted)).unwrap_or(noted);
    }
}

/// Whether a value begins on a line; both in small letters.
fn is_on(line: &Range<usize>, value: &str, text: &[u8]) -> bool {
    // A narrow console may have broken it at its edge.
    let near = &text[line.start..(line.end + value.len()).min(text.len())];
    let mut words = memmem::find_iter(near, value).map(|at| line.start + at);
    words.any(|at| at < line.end && is_whole(text, at, value.len()))
}

/// Whether what is there is no part of a longer name.
fn is_whole(text: &[u8], at: usize, length: usize) -> bool {
    let goes_on = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte));
    !goes_on(at.checked_sub(1).and_then(|before| text.get(before))) && !goes_on(text.get(at + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::SourceRef;

    #[test]
    fn a_value_has_the_line_on_which_it_is() {
        let check = |text: &str, value: &str, (noted, path): (usize, &str), expected: usize| {
            let place = SourceRef { file: String::new(), line: noted, path: path.to_owned() };
            let mut found = FoundValue::new("vm", value, place);
            own_lines([&mut found].into_iter(), &Sheet::new(text.to_owned()));
            assert_eq!(found.place.line, expected, "{text:?} {value}");
        };
        let mail = "Group: rg-a\nVM: vm-1\nSubscription: s-1\nVM: vm-1\nGroup: rg-a";
        check(mail, "rg-a", (2, ""), 1);
        check(mail, "s-1", (2, ""), 3);
        check(mail, "VM-1", (2, ""), 2);
        check(mail, "rg-a", (4, ""), 5);
        check(mail, "none", (2, ""), 2);
        // A longer name is another one.
        check("vm-1\nrg-a-2 xrg-a\nrg-a.", "rg-a", (1, ""), 3);
        check("{\"a\": {\n\"g\": \"rg\"}}", "rg", (1, "a"), 1);
        check("rg-a vm-1", "s", (1, ""), 1);
    }
}
