//! Where a value stands: a reader notes it with what it belongs to, and a person looks for the line that has it.

use memchr::memmem;

use super::{FoundValue, text::sheet::Sheet};

/// Gives a value the line on which it is, where that is not the one that was noted: of several the nearest one. What has a way
/// in JSON is found by that.
pub(super) fn own_line(found: &mut FoundValue, sheet: &Sheet) {
    let (noted, value) = (found.place.line, found.value.as_str());
    if noted == 0 || !found.place.path.is_empty() || sheet.is_one_line() || is_on(noted, value, sheet) {
        return;
    }
    let text = sheet.text.as_bytes();
    let words = memmem::find_iter(text, value).filter(|at| is_whole(text, *at, value.len()));
    let lines = words.map(|at| sheet.line(at));
    found.place.line = lines.min_by_key(|line| line.abs_diff(noted)).unwrap_or(noted);
}

/// Whether a value begins on a line, in any case.
fn is_on(line: usize, value: &str, sheet: &Sheet) -> bool {
    let (text, range) = (sheet.text.as_bytes(), sheet.range(line));
    // A narrow console may have broken it at its edge.
    let near = &text[range.start..(range.end + value.len()).min(text.len())];
    let is_it = |word: &[u8]| word.eq_ignore_ascii_case(value.as_bytes());
    let mut words = near.windows(value.len()).enumerate().filter(|(_, word)| is_it(word));
    words.any(|(at, _)| range.start + at < range.end && is_whole(text, range.start + at, value.len()))
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
            own_line(&mut found, &Sheet::new(text.to_owned()));
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
