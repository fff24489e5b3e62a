//! The files under `tests/evidence` and what is expected of them.

use std::{collections::BTreeMap, fs, path::Path};

use backup_medic::evidence::{self, EvidenceRules, SourceRef};
use serde::{Deserialize, Serialize};

use super::GUIDE;

/// A file that is handed in.
pub(super) struct Case {
    /// Below `tests/evidence`.
    pub path: String,
    pub bytes: Vec<u8>,
    pub known: BTreeMap<String, Vec<String>>,
    /// The question at which it is pasted.
    pub asked: Option<String>,
    pub expected: Option<Said>,
    pub matches: Vec<Matched>,
    /// What a person sees in it and the readers do not, as `question = option`, `variable = value` or a code.
    pub missed: Vec<String>,
}

/// A problem that a file is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Matched {
    pub code: String,
    pub confidence: String,
}

/// What a file says: a row for each finding, value and statement, as `question = option @ line path: words`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Said {
    pub kind: Option<String>,
    pub refusal: Option<String>,
    pub findings: Vec<String>,
    pub variables: Vec<String>,
    pub statements: Vec<String>,
}

/// An expectation as it is written.
#[derive(Deserialize)]
struct Written {
    /// Where the shape comes from, or `synthetic`.
    origin: String,
    #[serde(default)]
    known: BTreeMap<String, Vec<String>>,
    asked: Option<String>,
    #[serde(default, rename = "match")]
    matches: Vec<Matched>,
    #[serde(default)]
    missed: Vec<String>,
    #[serde(flatten)]
    said: Said,
}

/// Every file of the corpus, in the order of their paths.
pub(super) fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence");
    let mut cases = Vec::new();
    for folder in fs::read_dir(root).expect("the corpus").flatten() {
        for file in fs::read_dir(folder.path()).expect("a folder for each kind").flatten() {
            let name = file.file_name().into_string().expect("names are ASCII");
            if name.ends_with(".expected.toml") {
                continue;
            }
            let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
            let beside = fs::read_to_string(folder.path().join(format!("{stem}.expected.toml"))).ok();
            let path = format!("{}/{name}", folder.file_name().to_string_lossy());
            let written = beside
                .map(|text| -> Written { toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}")) });
            assert!(written.as_ref().is_none_or(|written| !written.origin.is_empty()), "{path}: no origin");
            let (known, asked, expected, matches, missed) = match written {
                Some(Written { known, asked, said, matches, missed, .. }) => {
                    (known, asked, Some(said), matches, missed)
                }
                None => Default::default(),
            };
            let bytes = fs::read(file.path()).expect("it can be read");
            cases.push(Case { path, bytes, known, asked, expected, matches, missed });
        }
    }
    cases.sort_by(|a, b| a.path.cmp(&b.path));
    cases
}

impl Case {
    /// The same with other bytes.
    pub(super) fn handed_in_as(&self, bytes: Vec<u8>) -> Case {
        let (known, asked) = (self.known.clone(), self.asked.clone());
        Case { path: self.path.clone(), bytes, known, asked, expected: None, matches: Vec::new(), missed: Vec::new() }
    }

    /// What the readers say of it.
    pub(super) fn said(&self) -> Said {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let asked = self.asked.as_ref().map(|id| GUIDE.find(id).expect("it is a question"));
        match evidence::read(name, &self.bytes, &EvidenceRules::for_guide(&GUIDE).knowing(&self.known).asking(asked)) {
            Ok(reading) => Said {
                kind: reading.kind.map(|kind| kind.name().to_owned()),
                refusal: None,
                findings: reading
                    .findings
                    .iter()
                    .map(|f| format!("{} = {} {}: {}", f.question, f.option, at(&f.place, name), f.text))
                    .collect(),
                variables: reading
                    .variables
                    .iter()
                    .map(|v| format!("{} = {} {}", v.variable, v.value, at(&v.place, name)))
                    .collect(),
                statements: reading
                    .statements
                    .iter()
                    .map(|s| {
                        let (code, number) = (s.code.clone(), s.number.map(|number| number.to_string()));
                        let codes = [code, number].into_iter().flatten().collect::<Vec<_>>().join(" ");
                        format!("[{codes}] {}: {}", at(&s.place, name), s.text)
                    })
                    .collect(),
            },
            Err(refusal) => {
                let at = format!("{}:{} {}", refusal.line, refusal.column, refusal.path);
                Said { refusal: Some(format!("{} @ {}", refusal.flaw.id(), at.trim_end())), ..Said::default() }
            }
        }
    }
}

/// How much of what a person sees the readers see too, by folder and over all.
#[test]
#[expect(clippy::print_stdout, reason = "the figures are for whoever asks for them")]
fn the_readers_see_nearly_all_that_a_person_sees() {
    let mut folders: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for case in cases() {
        let expected = case.expected.unwrap_or_default();
        let told = expected.findings.len() + expected.variables.len() + expected.statements.len() + case.matches.len();
        let folder = case.path.split('/').next().unwrap_or_default().to_owned();
        let counts = folders.entry(folder).or_default();
        *counts = (counts.0 + told, counts.1 + case.missed.len());
    }
    let share = |(told, missed): (usize, usize)| told as f64 / (told + missed).max(1) as f64;
    let all = folders.values().fold((0, 0), |sum, counts| (sum.0 + counts.0, sum.1 + counts.1));
    for (folder, counts) in &folders {
        println!("{folder}: {} told, {} missed, {:.3}", counts.0, counts.1, share(*counts));
    }
    println!("all: {} told, {} missed, {:.3}", all.0, all.1, share(all));
    assert!(share(all) >= 0.97, "{all:?}");
}

impl Said {
    /// Whether it gives no answer.
    pub(super) fn is_nothing(&self) -> bool {
        self.findings.is_empty() && self.variables.is_empty() && self.statements.is_empty()
    }

    /// Question and option of every finding.
    pub(super) fn answers(self) -> Vec<(String, String)> {
        let pair = |row: &String| {
            let (question, rest) = row.split_once(" = ")?;
            Some((question.to_owned(), rest.split_once(" @ ")?.0.to_owned()))
        };
        self.findings.iter().filter_map(pair).collect()
    }
}

fn at(place: &SourceRef, name: &str) -> String {
    assert_eq!(place.file, name, "a place names its file");
    format!("@ {} {}", place.line, place.path).trim_end().to_owned()
}

/// Writes what the readers say now into the expectations: `UPDATE_EVIDENCE=1 cargo test evidence`, then read the diff.
#[test]
fn expectations_are_written_on_demand() {
    if std::env::var_os("UPDATE_EVIDENCE").is_none() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence");
    for case in cases() {
        let stem = case.path.rsplit_once('.').map_or(case.path.as_str(), |(stem, _)| stem);
        let path = root.join(format!("{stem}.expected.toml"));
        let written = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}: write its origin first", case.path));
        let keep =
            |line: &&str| ["origin", "known", "missed", "asked", "#"].iter().any(|start| line.starts_with(start));
        let head: String = written.lines().filter(keep).map(|line| format!("{line}\n")).collect();
        let tail = written.find("\n[[match]]").map_or("", |at| &written[at..]);
        let said = case.said();
        let mut text = head;
        let mut one = |key: &str, value: &Option<String>| {
            if let Some(value) = value {
                text += &format!("{key} = {}\n", quoted(value));
            }
        };
        one("kind", &said.kind);
        one("refusal", &said.refusal);
        let lists = [("findings", &said.findings), ("variables", &said.variables), ("statements", &said.statements)];
        for (key, rows) in lists.into_iter().filter(|(_, rows)| !rows.is_empty()) {
            let rows: String = rows.iter().map(|row| format!("  {},\n", quoted(row))).collect();
            text += &format!("{key} = [\n{rows}]\n");
        }
        fs::write(path, text + tail).expect("written");
    }
}

/// A string of TOML, literal where that is possible.
fn quoted(text: &str) -> String {
    if text.contains('\'') { serde_json::to_string(text).expect("a text") } else { format!("'{text}'") }
}
