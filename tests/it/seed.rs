//! No sentence of the source document stands in the project: its facts, identifiers and messages do.
//!
//! The document itself is not here, only hashes of every six words in a row of its prose, official messages left out.
//! After a change of the document they are made anew, once, by hand:
//! `SEED=path/to/document.md cargo test --test it write_the_hashes -- --ignored`

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use backup_medic::{
    data::{Files, builtin},
    text::checksum::fnv1a,
};
use pulldown_cmark::{Event, Parser};

/// How many words in a row are too many to be chance.
const RUN: usize = 6;

/// One hash a line, in hexadecimal digits.
const HASHES: &str = "tests/seed-hashes.txt";

/// An invented sentence, hashed with the document's, so that a test can show that the guard sees one.
const CANARY: &str = "Девять усталых барсуков молча пересчитывают резервные копии перед долгой зимней ночью.";

/// The words of a text, without marks, case and punctuation.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn hash(words: &[String]) -> u64 {
    // The words are joined so that their borders count.
    fnv1a(words.join(" ").as_bytes())
}

/// The runs of words of a text that a set of hashes knows.
fn copied(text: &str, hashes: &BTreeSet<u64>) -> Vec<String> {
    let words = words(text);
    words.windows(RUN).filter(|run| hashes.contains(&hash(run))).map(|run| run.join(" ")).collect()
}

fn hashes() -> BTreeSet<u64> {
    let text = fs::read_to_string(HASHES).expect("the hashes");
    text.lines().map(|line| u64::from_str_radix(line, 16).expect("a hash")).collect()
}

/// Every text file of the project that could hold prose.
fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            if !name.starts_with('.') && name != "target" {
                texts(&path, found);
            }
        } else if ["ftl", "toml", "rs", "md"].iter().any(|kind| name.ends_with(&format!(".{kind}")))
            && name != "seed.rs"
        {
            found.push(path);
        }
    }
}

#[test]
fn no_sentence_of_the_document_stands_in_the_project() {
    let hashes = hashes();
    assert!(hashes.len() > 1_000, "the hashes are there");
    let mut paths = Vec::new();
    texts(Path::new("."), &mut paths);
    assert!(paths.len() > 100, "the files are found");
    let found: Vec<String> = paths
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).expect("text");
            copied(&text, &hashes).into_iter().map(move |run| format!("{}: {run}", path.display()))
        })
        .collect();
    assert!(found.is_empty(), "{} runs of words are the document's:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_guard_sees_a_copied_sentence_whatever_its_marks() {
    let hashes = hashes();
    let check = |text: &str, seen: bool| assert_eq!(!copied(text, &hashes).is_empty(), seen, "{text}");
    check(CANARY, true);
    check("x-y =\n    .note = Девять **усталых** барсуков,\n    молча пересчитывают `резервные` копии.", true);
    check("Пять усталых барсуков и молча пересчитывают старые резервные копии.", false);
}

/// The messages that Azure shows are facts: the project repeats them word for word.
fn official(files: &Files) -> BTreeSet<u64> {
    let text = files.get("i18n/ru/azure-vm-backup/problems.ftl").expect("the Russian problems");
    let messages = text.lines().filter_map(|line| {
        let (name, message) = line.trim().strip_prefix('.')?.split_once(" = ")?;
        (name == "message" || name.starts_with("wording")).then_some(message)
    });
    messages.flat_map(|message| words(message).windows(RUN).map(hash).collect::<Vec<_>>()).collect()
}

#[test]
#[ignore = "writes the hashes; needs the document"]
fn write_the_hashes() {
    let seed = fs::read_to_string(std::env::var("SEED").expect("SEED names the document")).expect("the document");
    let official = official(&builtin::embedded());
    let mut hashes: BTreeSet<u64> = words(CANARY).windows(RUN).map(hash).collect();
    for line in seed.lines() {
        // Anchors and addresses are identifiers.
        let prose = Parser::new(line).filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) if !text.contains("://") => Some(text.into_string()),
            _ => None,
        });
        let prose = words(&prose.collect::<String>());
        hashes.extend(prose.windows(RUN).map(hash).filter(|hash| !official.contains(hash)));
    }
    let lines: String = hashes.iter().map(|hash| format!("{hash:016x}\n")).collect();
    fs::write(HASHES, lines).expect("the hashes are written");
    assert!(hashes.len() > 1_000);
}
