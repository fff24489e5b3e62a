//! What was done between two exports: each difference once, and nothing else.

use std::{collections::BTreeSet, fs};

use backup_medic::{
    case::{Case, Finding, Mark, NOTE},
    data::builtin,
    export,
    guide::Problem,
    l10n,
};

use super::formats::opened;
use crate::{
    process::{fed, program},
    walks::{self, Random},
};

/// The rows that a change of a case makes, in English.
fn check(before: impl FnOnce(&mut Case), now: impl FnOnce(&mut Case), rows: &[&str]) {
    let words = walks::said("en");
    let mut open = opened("", "vm-1", "");
    open.change(|_, case| before(case));
    let mut later = open.clone();
    later.change(|_, case| now(case));
    let text = export::changes(&words, &open, &later).unwrap_or_default();
    assert_eq!(text.lines().filter(|line| line.starts_with("- ")).collect::<Vec<_>>(), rows, "{text}");
}

fn set(case: &mut Case, question: &str, option: &str) {
    case.answers.insert(question.to_owned(), option.to_owned());
}

#[test]
fn each_difference_is_a_row() {
    let nothing = |_: &mut Case| {};
    check(nothing, nothing, &[]);
    check(
        nothing,
        |case| set(case, "vm-power", "stopped"),
        &["- Is the VM running? **Stopped or deallocated**, before: **Running**"],
    );
    check(
        |case| _ = case.answers.remove("vm-power"),
        |case| set(case, "vm-power", "unsure"),
        &["- Is the VM running? **Unknown**"],
    );
    check(nothing, |case| _ = case.answers.remove("vm-power"), &["- Is the VM running? removed, before: **Running**"]);
    check(
        nothing,
        |case| _ = case.variables.insert("vm".to_owned(), vec!["vm-2".to_owned()]),
        &["- VM (`vm`): `vm-2`, before: `vm-1`"],
    );
    check(
        nothing,
        |case| _ = case.notes.insert(NOTE.to_owned(), "two\nlines".to_owned()),
        &["- On the case: `two lines`"],
    );
    // A step that neither state shows is told by its place.
    check(nothing, |case| _ = case.marks.insert("far/off".to_owned(), Mark::Done), &["- `far/off` **done**"]);
    let finding = Finding {
        question: "vm-power".to_owned(),
        option: "running".to_owned(),
        file: "vm.json".to_owned(),
        line: 7,
        text: "PowerState/running".to_owned(),
        ..Finding::default()
    };
    check(
        nothing,
        |case| case.findings.push(finding),
        &["- Is the VM running? **Running**, from `vm.json`, line 7: `PowerState/running`"],
    );
}

#[test]
fn a_walked_case_has_a_row_for_each_answer_and_mark() {
    let guide = walks::guide();
    let files = builtin::embedded();
    let languages: Vec<_> = l10n::available(&files).iter().map(|locale| walks::said(locale)).collect();
    let mut random = Random(7);
    for problem in guide.ids::<Problem>() {
        let cases = walks::cases(&guide, problem, 20);
        let case = cases[random.below(cases.len())].clone();
        let blank = walks::open(&guide, problem, &Case { answers: Default::default(), ..case.clone() });
        let mut walked = walks::open(&guide, problem, &case);
        let keys: BTreeSet<String> = walked.checklist.items().map(|item| item.key.clone()).collect();
        let marks = keys.iter().map(|key| (key.clone(), Mark::Failed("why not".to_owned()))).collect();
        walked.change(|_, case| case.marks = marks);
        for words in &languages {
            let text = export::changes(words, &blank, &walked).expect("it was answered");
            let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("- ")).collect();
            assert_eq!(rows.len(), case.answers.len() + keys.len(), "{text}");
            assert_eq!(export::changes(words, &walked, &walked), None);
            let back = export::changes(words, &walked, &blank).expect("all was taken back");
            assert_eq!(back.lines().filter(|line| line.starts_with("- ")).count(), rows.len(), "{back}");
        }
    }
}

#[test]
fn two_files_are_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let words = walks::said("en");
    let mut open = opened("", "vm-1", "");
    let written = |name: &str, open: &backup_medic::case::open::OpenCase| {
        let text = export::markdown(&words, open, &export::PageShape::default());
        let path = folder.path().join(name);
        fs::write(&path, export::with_embedded_case(text, &open.case, &words)).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let before = written("monday.md", &open);
    let key = open.checklist.items().next().expect("a step").key.clone();
    open.change(|_, case| case.marks.insert(key, Mark::Done));
    let now = written("ticket.md", &open);
    let other = folder.path().join("other.md").to_string_lossy().into_owned();
    let check = |args: &[&str], rc: i32, said: &str| {
        let output = fed(program(&[&["compare"], args].concat()), b"");
        let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert_eq!(output.status.code(), Some(rc), "{text}");
        assert!(text.contains(said), "{text}");
    };
    check(&[&before, &now], 0, "\n## Steps\n- ");
    check(&[&now, &now], 1, "Nothing was done between the two versions of the case.");
    check(&[&before, "no-such-case"], 2, "no-such-case");
    fed(program(&["export", "UserErrorUnsupportedDiskSize", "-o", &other]), b"");
    check(&[&before, &other], 2, "The first file is about UserErrorGuestAgentStatusUnavailable");
}
