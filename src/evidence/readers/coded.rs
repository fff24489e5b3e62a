//! Lines that name an error by its code: of several machines of a text the one that stands there is meant.

use super::{between::LONGEST_LINE, words::WORDS};
use crate::evidence::azure::subject::Subject;

/// In a text with more such lines none of them says which machine it is about.
const MOST: usize = 8;

/// Whether a line has a code: a word in its style that begins like one.
pub(super) fn is_coded(line: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_uppercase());
    WORDS.codes.find_iter(line).any(|begin| goes_on(&line[begin.end()..]))
}

/// Of the machines of a text those on the lines with a code, or where such a line has none, on the one above it.
pub(super) fn beside<'t>(lines: &[&str], named: &[(Subject<'t>, usize)]) -> Vec<(Subject<'t>, usize)> {
    if named.is_empty() {
        return Vec::new();
    }
    let coded: Vec<usize> =
        (1..).zip(lines).filter(|(_, line)| is_coded(line)).map(|(at, _)| at).take(MOST + 1).collect();
    if coded.len() > MOST {
        return Vec::new();
    }
    let on = |number: usize| named.iter().filter(move |(_, line)| *line == number).copied();
    let above = |number: usize| (1..number).rev().find(|at| !lines[at - 1].trim().is_empty());
    let beside = |number: usize| -> Vec<(Subject<'t>, usize)> {
        let own: Vec<_> = on(number).collect();
        // "Only web-03 failed with ..."
        let only: Vec<_> = own.iter().filter(|(subject, _)| is_alone(lines[number - 1], subject.vm)).copied().collect();
        if !only.is_empty() {
            return only;
        }
        let above = above(number).filter(|_| own.is_empty()).into_iter().flat_map(on);
        own.iter().copied().chain(above).collect()
    };
    coded.into_iter().flat_map(beside).collect()
}

/// Whether a word before a name says that it is the only one.
fn is_alone(line: &str, name: &str) -> bool {
    let ends = |before: &str| {
        let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        before.ends_with(' ') && WORDS.between.only.contains(&word)
    };
    line.len() <= LONGEST_LINE && line.match_indices(name).any(|(at, _)| ends(&line[..at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_machines_the_one_beside_the_code_is_meant() {
        let check = |text: &str, machines: &[(&'static str, usize)], expected: &[&str]| {
            let lines: Vec<&str> = text.split('\n').collect();
            let named: Vec<_> =
                machines.iter().map(|(vm, line)| (Subject { vm, group: None, subscription: None }, *line)).collect();
            let found: Vec<&str> = beside(&lines, &named).iter().map(|(subject, _)| subject.vm).collect();
            assert_eq!(found, expected, "{text}");
        };
        let two = &[("web-01", 1), ("web-02", 2)];
        check("web-01: UserErrorUnsupportedDiskSize\nweb-02 is fine", two, &["web-01"]);
        check(
            "web-01 is red\n\nExtensionSnapshotFailedCOM\nweb-02 is fine",
            &[("web-01", 1), ("web-02", 4)],
            &["web-01"],
        );
        check("web-02 is fine, only web-01 has UserErrorX", &[("web-02", 1), ("web-01", 1)], &["web-01"]);
        check("web-01 and only sometimes web-02: UserErrorX", &[("web-01", 1), ("web-02", 1)], &["web-01", "web-02"]);
        check("web-01: UserErrorX\nweb-02: UserErrorY", two, &["web-01", "web-02"]);
        check("The Extension of web-01\nand web-02", two, &[]);
    }
}
