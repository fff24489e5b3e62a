//! Evidence: every file of the corpus says what its expectation says, and nothing else.
//!
//! A new case is a new pair of files under `tests/evidence/KIND/`: what is handed in, and beside it `NAME.expected.toml`.

mod bounds;
mod collect;
mod corpus;
mod matching;
mod mutations;

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use backup_medic::{
    evidence::{self, EvidenceKind, EvidenceRules, Reading, Refusal},
    guide::{self, Guide, Strength},
};

static GUIDE: LazyLock<Guide> = LazyLock::new(crate::trails::built_in);

/// Reads bytes by the rules of the built-in guide, with nothing known.
fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    evidence::read("handed-in", bytes, &EvidenceRules::for_guide(&GUIDE))
}

#[test]
fn every_file_of_the_corpus_says_what_is_expected_of_it() {
    for case in corpus::cases() {
        let expected = case.expected.as_ref().unwrap_or_else(|| panic!("{}: no expectation beside it", case.path));
        assert_eq!(case.said(), *expected, "{}", case.path);
    }
}

#[test]
fn the_corpus_holds_every_kind_and_enough_that_says_nothing() {
    let cases = corpus::cases();
    let kinds: BTreeSet<_> = cases.iter().filter_map(|case| case.expected.as_ref()?.kind.clone()).collect();
    assert_eq!(kinds, EvidenceKind::ALL.iter().map(|kind| kind.name().to_owned()).collect());
    let silent = cases.iter().filter(|case| case.expected.as_ref().is_some_and(corpus::Said::is_nothing)).count();
    assert!(cases.len() >= 60 && silent >= 20, "{} files, {silent} of them silent", cases.len());
}

/// Kinds of what people hand in that were once misread, each with its folder here or, below `triage`, the beginning of its files.
const MISREAD: [(&str, &str); 39] = [
    ("line ends of a terminal", "line-ends"),
    ("units that are down", "unit"),
    ("jobs of PowerShell and of older logs", "triage/powershell-"),
    ("logs of the Linux extension", "extension-log"),
    ("listings and tables of consoles", "tables"),
    ("names in text", "names"),
    ("logs of Windows", "windows-log"),
    ("damaged JSON", "damaged"),
    ("other services", "other-services"),
    ("solved, denied and past", "solved"),
    ("failures that readers see", "told"),
    ("codes of the compute side", "inner-codes"),
    ("messages of other languages", "languages"),
    ("slips and codes cut short", "slips"),
    ("long names of containers", "containers"),
    ("jobs in a transcript", "triage/transcript-"),
    ("codes beside numbers", "symbolic"),
    ("alerts that are over", "past"),
    ("conditions", "supposed"),
    ("ways to a page of the portal", "ways"),
    ("labels in any language", "labels"),
    ("columns with names", "columns"),
    ("histories that end well", "history"),
    ("denials of a policy", "policies"),
    ("codes that are only listed", "listed"),
    ("machines that people talk of", "talk"),
    ("messages of monitoring systems", "monitored"),
    ("denials of a lock", "locked"),
    ("states that a query prints", "queried"),
    ("scripts around a snapshot", "scripts"),
    ("pictures of text", "scanned"),
    ("rows of which one failed", "rows"),
    ("buttons of a page", "toolbars"),
    ("names that stand alone", "lone"),
    ("documents about errors", "documents"),
    ("errors that are only mentioned", "mentions"),
    ("groups beside their VM", "pairs"),
    ("machines beside a code", "coded"),
    ("plain words that are names", "plain"),
];

#[test]
fn every_kind_that_was_once_misread_has_its_files_and_a_near_miss() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let names = |place: &str| -> Vec<String> {
        let (folder, start) =
            place.split_once('/').map_or((format!("evidence/{place}"), ""), |(f, s)| (f.to_owned(), s));
        let files = fs::read_dir(tests.join(folder)).expect("a folder of files").flatten();
        let names = files.map(|file| file.file_name().into_string().expect("names are ASCII"));
        names
            .filter(|name| !name.contains(".expected"))
            .filter_map(|n| Some(n.strip_prefix(start)?.to_owned()))
            .collect()
    };
    for (kind, place) in MISREAD {
        let files = names(place);
        assert!(files.len() >= 5, "{kind}: {files:?}");
        assert!(files.iter().any(|name| name.starts_with("none-")), "{kind}: {files:?}");
    }
}

#[test]
fn a_near_miss_says_nothing_that_was_nearly_said() {
    let of_kinds =
        |case: &corpus::Case| MISREAD.iter().any(|(_, place)| case.path.starts_with(&format!("{place}/none-")));
    for case in corpus::cases().iter().filter(|case| of_kinds(case)) {
        let sure = case.matches.iter().any(|matched| matched.confidence == "high");
        assert!(case.said().answers().is_empty() && !sure, "{}", case.path);
    }
}

#[test]
fn every_fact_that_a_reader_reports_has_a_file_that_shows_it() {
    let answers = |case: &corpus::Case| case.expected.clone().map(|said| said.answers()).unwrap_or_default();
    let shown: BTreeSet<(String, String)> = corpus::cases().iter().flat_map(answers).collect();
    let facts = GUIDE.evidence.meanings.iter().map(|meaning| (meaning.question, meaning.option));
    let figures = GUIDE.evidence.figures.iter().map(|figure| (figure.question, figure.option));
    let name = |(question, option): (guide::Id<guide::Question>, usize)| {
        (GUIDE[question].id.clone(), GUIDE[question].options[option].clone())
    };
    let meant: BTreeSet<_> = facts.chain(figures).map(name).collect();
    assert_eq!(meant.difference(&shown).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
}

#[test]
fn numeric_codes_point_to_problems_with_a_strength() {
    let check = |number: i64, problem: Option<&str>, strength: Strength| {
        let row = GUIDE.evidence.numbers.iter().find(|row| row.number == number).expect("it is in the table");
        assert_eq!((row.problem.as_deref(), row.strength), (problem, strength), "{number}");
    };
    check(320_001, Some("vm-gone"), Strength::Strong);
    check(400_094, Some("vm-gone"), Strength::Strong);
    check(380_008, Some("vm-offline"), Strength::Strong);
    check(400_039, Some("snapshot-task-status-error"), Strength::Weak);
    check(400_001, Some("backup-in-progress"), Strength::Weak);
}

#[test]
fn findings_answer_state_questions_only_and_none_that_is_only_ever_asked_anew() {
    let trees = GUIDE.problems.iter().map(|p| &p.tree).chain(GUIDE.causes.iter().map(|c| &c.tree));
    let asked: BTreeSet<_> = trees
        .flat_map(|tree| &tree.nodes)
        .filter_map(|node| match node.verb {
            guide::Verb::Ask { question, fresh: false, .. } => Some(question),
            _ => None,
        })
        .collect();
    let meant = GUIDE.evidence.meanings.iter().map(|meaning| meaning.question);
    for question in meant.chain(GUIDE.evidence.figures.iter().map(|figure| figure.question)) {
        assert_eq!(GUIDE[question].kind, guide::QuestionKind::State, "{}", GUIDE[question].id);
        assert!(asked.contains(&question), "{}", GUIDE[question].id);
    }
}
