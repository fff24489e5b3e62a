//! What is fuzzed, done with shipped files that a seeded generator has damaged: whatever comes, it ends, and ends well.

#[allow(unreachable_pub, reason = "the fuzzer has the same code as a crate")]
pub(crate) mod bodies;

use std::{fs, path::Path};

use backup_medic::{
    case::Case,
    data::builtin,
    export,
    guide::Problem,
    store::record::{CaseRecord, encode},
};

use crate::{
    promises::times,
    walks::{self, Random},
};

/// What damage puts in: what readers look for, and what terminals, Markdown and Fluent obey.
const PIECES: [&[u8]; 30] = [
    b"\x1b[2J",
    b"\x9b",
    b"\xe2\x80\xae",
    b"\0",
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\n",
    b"\r",
    b"PowerState/",
    b"9999999999999999999",
    b"`",
    b"```\n",
    b"|",
    b"<!--",
    b"-->",
    b"- [x] ",
    b"# ",
    b"**",
    b"\n    .",
    b" = ",
    b"{ $x }",
    b"{ -x }",
    b"=== guides/g/",
    b"<b>",
    b"https://x.y",
    b"&#x1b;",
];

/// Bytes with up to four changes; `others` are what may be put behind them.
pub(crate) fn damaged(bytes: &[u8], others: &[Vec<u8>], dice: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let (from, to) = (dice.below(bytes.len()), dice.below(bytes.len()));
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 200));
        match dice.below(6) {
            0 => drop(bytes.drain(from..to)),
            1 if dice.below(3) == 0 => bytes.truncate(to),
            1 | 2 => drop(bytes.splice(from..from, PIECES[dice.below(PIECES.len())].iter().copied())),
            3 => {
                let again = bytes[from..to].to_vec();
                drop(bytes.splice(to..to, again));
            }
            4 => {
                let other = &others[dice.below(others.len())];
                let cut = dice.below(other.len());
                let piece = &other[cut..(cut + dice.below(400)).min(other.len())];
                drop(bytes.splice(from..from, piece.iter().copied()));
            }
            _ => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte = dice.below(256) as u8;
                }
            }
        }
    }
    bytes
}

/// Runs a body on so many damaged copies of each seed; answers how many were read and how many refused.
fn run(body: fn(&[u8]) -> bool, seeds: &[Vec<u8>], copies: usize) -> (usize, usize) {
    assert!(!seeds.is_empty());
    let mut dice = Random(0x5eed_2026);
    let mut read = 0;
    for seed in seeds {
        body(seed);
        for _ in 0..copies {
            read += usize::from(body(&damaged(seed, seeds, &mut dice)));
        }
    }
    (read, seeds.len() * copies - read)
}

/// The minimal guide alone, and with each fixture laid over it.
fn guides() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides");
    let text = |path: &Path| fs::read_to_string(path).expect("a fixture");
    let minimal = text(&folder.join("valid/minimal.txt"));
    let fixtures =
        ["valid", "invalid"].iter().flat_map(|name| fs::read_dir(folder.join(name)).expect("fixtures").flatten());
    let mut texts: Vec<String> = fixtures.map(|entry| format!("{minimal}\n{}", text(&entry.path()))).collect();
    texts.sort();
    texts.into_iter().map(String::into_bytes).collect()
}

/// The texts of folders of the corpus in which people speak, or which a picture was made of.
fn spoken() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence");
    let files = ["talk", "monitored", "scanned", "rows", "slips"]
        .iter()
        .flat_map(|name| fs::read_dir(folder.join(name)).expect("texts").flatten().map(|entry| entry.path()));
    let mut files: Vec<_> = files.filter(|path| path.extension().is_none_or(|end| end != "toml")).collect();
    files.sort();
    files.iter().map(|path| fs::read(path).expect("a text")).collect()
}

fn words() -> Vec<Vec<u8>> {
    let files = builtin::embedded();
    files.under("i18n/").map(|(_, text)| text.chars().take(6000).collect::<String>().into_bytes()).collect()
}

/// A case of each problem, with what walks put into it.
fn cases() -> Vec<(backup_medic::guide::Id<Problem>, Case)> {
    let guide = walks::guide();
    let problems = guide.ids::<Problem>();
    let longest = |problem| walks::cases(&guide, problem, 200).into_iter().max_by_key(|case| case.answers.len());
    problems.filter_map(|problem| Some((problem, dressed(longest(problem)?)))).collect()
}

fn dressed(mut case: Case) -> Case {
    case.name = "web | `shop`".to_owned();
    case.variables.insert("vm".to_owned(), vec!["vm-web-01".to_owned()]);
    case.notes.insert(backup_medic::case::NOTE.to_owned(), "ask Anna\nand Boris".to_owned());
    case
}

fn kept() -> Vec<Vec<u8>> {
    let time = || "2026-11-25T01:02:03Z".to_owned();
    let saved = |case| CaseRecord { id: "a".to_owned(), opened: time(), changed: time(), closed: false, case };
    cases().into_iter().map(|(_, case)| encode(&saved(case)).into_bytes()).collect()
}

/// Exports without a comment, with it, and with what goes into it.
fn tickets() -> Vec<Vec<u8>> {
    let guide = walks::guide();
    let text = |at: usize, problem, case: &Case| {
        let words = walks::words(builtin::embedded(), ["en", "ru"][at % 2]);
        let text = export::markdown(&words, &walks::open(&guide, problem, case), &export::PageShape::default());
        match at % 3 {
            0 => text,
            1 => format!("{text}\n{}", export::comment(case)),
            _ => format!("{text}\n=== JSON\n{}", serde_json::to_string_pretty(case).expect("a case is data")),
        }
    };
    cases().iter().enumerate().map(|(at, (problem, case))| text(at, *problem, case).into_bytes()).collect()
}

/// Texts that want to break out, as bytes that become decisions.
fn decisions() -> Vec<Vec<u8>> {
    let mut dice = Random(0xD1CE);
    let seed = |_| {
        let mut bytes: Vec<u8> = (0..20).map(|_| dice.below(256) as u8).collect();
        for _ in 0..60 {
            bytes.extend(PIECES[dice.below(PIECES.len())]);
            bytes.extend((0..dice.below(6)).map(|_| dice.below(256) as u8));
        }
        bytes
    };
    (0..24).map(seed).collect()
}

/// Damage that only ever refused, or never did, would test nothing.
fn both(read: (usize, usize)) {
    assert!(read.0 > 10 && read.1 > 10, "{} read, {} refused", read.0, read.1);
}

#[test]
fn files_are_taken_out_of_one_text() {
    let files = bodies::files("=== a ===\n1\n2\n=== b ===\n3\n=== a ===\n4\n");
    let texts: Vec<_> = files.all().map(|(path, text)| (path, text.trim_end())).collect();
    assert_eq!(texts, [("a", "4"), ("b", "3")]);
    assert!(guides().iter().filter(|text| bodies::guide(text)).count() > 1, "seeds load");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn guides_load_or_are_reported() {
        both(run(bodies::guide, &guides(), times("fuzzed-guides")));
    }

    #[test]
    fn damaged_texts_are_matched_by_words_that_they_have() {
        both(run(bodies::matching, &spoken(), times("fuzzed-texts")));
    }

    #[test]
    fn files_of_words_say_little_or_nothing() {
        let (read, _) = run(bodies::words, &words(), times("fuzzed-words"));
        assert!(read > 10);
    }

    #[test]
    fn kept_cases_are_read_whole_or_not_at_all() {
        both(run(bodies::case, &kept(), times("fuzzed-cases")));
    }

    #[test]
    fn exported_texts_come_back_or_are_refused() {
        let (read, _) = run(bodies::resume, &tickets(), times("fuzzed-tickets"));
        assert!(read > 10);
    }

    #[test]
    fn cases_of_any_bytes_are_exported_soundly() {
        run(bodies::export, &decisions(), times("fuzzed-exports"));
    }
}
