//! What the program promises, each promise with its tests and how often they are run for a push and at night.
//!
//! `NIGHT=1 cargo test` runs them as often as at night.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::OnceLock,
};

use serde::Deserialize;

const TABLE: &str = include_str!("../promises.toml");

/// `tests/promises.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// The promises by their number.
    promise: BTreeMap<String, String>,
    /// The lines of the README, and what each rests on.
    readme: BTreeMap<String, Vec<Ground>>,
    /// The counts by their name.
    count: BTreeMap<String, Count>,
}

/// What a line of the README rests on: a promise, or a test by its path.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ground {
    Promise(u32),
    Test(String),
}

/// How often a test does what shows a promise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Count {
    promise: u32,
    /// What is counted.
    what: String,
    /// The path of the test below `tests/it`.
    test: String,
    push: usize,
    night: usize,
}

fn read(text: &str) -> Table {
    toml::from_str(text).unwrap_or_else(|error| panic!("tests/promises.toml: {error}"))
}

fn table() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| read(TABLE))
}

/// How often a test does something: as often as a push asks, or with `NIGHT` in the environment, as the night does.
pub(crate) fn times(name: &str) -> usize {
    let count = table().count.get(name).unwrap_or_else(|| panic!("tests/promises.toml has no count {name}"));
    if std::env::var_os("NIGHT").is_some() { count.night } else { count.push }
}

/// The names that a test's source asks for, and the tests that there are.
fn source() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut asked, mut tests) = (BTreeSet::new(), BTreeSet::new());
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it"))];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the tests can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let after = |mark: &str, end: char| -> Vec<String> {
                    text.split(mark).skip(1).filter_map(|rest| rest.split(end).next().map(str::to_owned)).collect()
                };
                asked.extend(after("times(\"", '"'));
                tests.extend(after("fn ", '('));
            }
        }
    }
    (asked, tests)
}

/// What is wrong with a table, given what the tests ask for and which there are.
fn complaints(table: &Table, asked: &BTreeSet<String>, tests: &BTreeSet<String>) -> Vec<String> {
    let kept = |number: u32| table.count.values().any(|count| count.promise == number);
    let without = (1..=36).filter(|number| !table.promise.contains_key(&number.to_string()) || !kept(*number));
    let mut said: Vec<String> = without.map(|number| format!("promise {number} has no words or no test")).collect();
    said.extend(asked.iter().filter(|name| !table.count.contains_key(*name)).map(|name| format!("{name} is missing")));
    let is_test = |path: &str| tests.contains(path.rsplit("::").next().unwrap_or_default());
    for (line, grounds) in &table.readme {
        let holds = |ground: &Ground| match ground {
            Ground::Promise(number) => table.promise.contains_key(&number.to_string()),
            Ground::Test(path) => is_test(path),
        };
        if grounds.is_empty() || !grounds.iter().all(holds) {
            said.push(format!("{line} rests on nothing, or on what is not there"));
        }
    }
    for (name, count) in &table.count {
        if !is_test(&count.test) {
            said.push(format!("{name}: there is no test {}", count.test));
        }
        if count.push == 0 || count.push > count.night || count.what.is_empty() {
            said.push(format!("{name}: a night does at least as much as a push, and a push something"));
        }
        // A test that runs once needs no count; any other must ask for its own.
        if count.night > 1 && !asked.contains(name) {
            said.push(format!("{name}: no test asks how often"));
        }
    }
    said
}

/// The lines of the README that promise something, by the sentence in bold that each begins with.
fn promised(readme: &str) -> BTreeSet<String> {
    let section = readme.split("## What it promises").nth(1).and_then(|rest| rest.split("\n## ").next());
    let lines = section.expect("the README promises something").split("\n- **").skip(1);
    lines.filter_map(|line| line.split("**").next().map(str::to_owned)).collect()
}

#[test]
fn every_line_of_the_readme_rests_on_promises_with_tests() {
    let table = table();
    let named: BTreeSet<String> = table.readme.keys().cloned().collect();
    assert_eq!(promised(include_str!("../../README.md")), named);
    assert_eq!(
        promised("## What it promises\n\n- **It flies.** High.\n").into_iter().collect::<Vec<_>>(),
        ["It flies."]
    );
}

#[test]
fn every_promise_has_a_test_with_its_two_counts() {
    let (asked, tests) = source();
    assert_eq!(complaints(table(), &asked, &tests), [""; 0]);
}

#[test]
fn a_defect_in_the_table_is_seen() {
    let (asked, tests) = source();
    let sound = complaints(table(), &asked, &tests).len();
    let check = |from: &str, to: &str| {
        let table = read(&TABLE.replacen(from, to, 1));
        assert!(complaints(&table, &asked, &tests).len() > sound, "{from} -> {to}");
    };
    check("[count.kills]", "[count.other]");
    check("::killed_at_any_moment_nothing_acknowledged_is_lost", "::nothing");
    check("push = 40", "push = 0");
    check("promise = 11", "promise = 12");
    check("::no_way_in_mixes_the_names_of_two_vms", "::nothing");
    check("[18, 27]", "[18, 37]");
    check("[18, 27]", "[]");
}
