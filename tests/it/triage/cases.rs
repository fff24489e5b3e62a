//! `--out`: a case for each VM, which the rest of the program opens.

use std::{collections::BTreeMap, fs, path::Path};

use backup_medic::store::{Store, record::CaseRecord};

use super::{run, text};

fn cases(folder: &Path) -> BTreeMap<String, CaseRecord> {
    let (cases, broken) = Store::open(folder.join("cases")).list();
    assert!(broken.is_empty(), "{broken:?}");
    cases.into_iter().map(|saved| (saved.case.variables["vm"].join(","), saved)).collect()
}

#[test]
fn every_vm_of_a_known_problem_has_a_case_with_what_the_jobs_tell() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().to_str().expect("UTF-8");
    let done = run(&["log-records.jsonl", "--out", out]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains(&format!("--data-dir {out}")), "{}", text(&done.stderr));
    let cases = cases(folder.path());
    assert_eq!(cases.keys().collect::<Vec<_>>(), ["vm-web-01", "vm-web-02"]);
    let saved = &cases["vm-web-01"];
    assert_eq!(
        (saved.case.problem.as_str(), saved.changed.as_str()),
        ("guest-agent-status-unavailable", "2026-11-22T02:00:00Z")
    );
    let value = |name: &str| saved.case.variables.get(name).map(|values| values.join(","));
    assert_eq!(value("resource-group").as_deref(), Some("rg-web"));
    assert_eq!(value("vault").as_deref(), Some("vault-prod"));
    assert_eq!(value("vault-group").as_deref(), Some("rg-backup"));
    assert_eq!(value("subscription").as_deref(), Some("11111111-2222-3333-4444-555555555555"));
    assert_eq!(value("job-id").as_deref(), Some("aaaaaaaa-0000-4000-8000-000000000006"));
    assert_eq!(value("activity-id"), None);
}

#[test]
fn a_case_is_made_once_and_the_same_from_the_same_jobs() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().to_str().expect("UTF-8");
    let contents = || -> BTreeMap<_, _> {
        let entries = fs::read_dir(folder.path().join("cases")).expect("cases").flatten();
        let cases = entries.filter(|entry| entry.path().extension().is_some_and(|e| e == "case"));
        cases.map(|entry| (entry.file_name(), fs::read_to_string(entry.path()).expect("a case"))).collect()
    };
    assert_eq!(run(&["log-records.jsonl", "--out", out]).status.code(), Some(0));
    let first = contents();
    let again = run(&["log-records.jsonl", "--out", out]);
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("--force"), "{}", text(&again.stderr));
    assert_eq!(contents(), first);
    let (path, _) = first.iter().next().expect("a case");
    fs::write(folder.path().join("cases").join(path), "changed").expect("the case can be written");
    assert_eq!(run(&["log-records.jsonl", "--out", out, "--force"]).status.code(), Some(0));
    assert_eq!(contents(), first);
}

#[test]
fn where_nothing_failed_both_that_and_that_nothing_is_written_are_said() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().join("cases-of-vms");
    let out = out.to_str().expect("UTF-8");
    let check = |locale: &str, none: &str, unwritten: &str| {
        let done = run(&["others.json", "--output", out, "--locale", locale]);
        assert_eq!(done.status.code(), Some(1));
        let (shown, said) = (text(&done.stdout), text(&done.stderr));
        assert!(shown.ends_with(&format!("\n\n{none}\n")), "{shown}");
        assert!(said.ends_with(&format!("{none}\n{unwritten}\n")), "{said}");
        assert!(!Path::new(out).exists());
    };
    check("en", "No failed VM backups found.", &format!("No case was written to {out}."));
    check(
        "ru",
        "Сбоев резервного копирования ВМ здесь нет.",
        &format!("В папку {out} не записано ни одного инцидента."),
    );
}

#[test]
fn names_that_break_the_rules_reach_no_command_and_no_path() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().to_str().expect("UTF-8");
    assert_eq!(run(&["hostile-names.jsonl", "--out", out]).status.code(), Some(0));
    let (cases, broken) = Store::open(folder.path().join("cases")).list();
    assert_eq!((cases.len(), broken.len()), (1, 0));
    let case = &cases[0].case;
    let filled: Vec<_> = case.variables.keys().map(String::as_str).collect();
    assert_eq!(filled, ["activity-id", "job-id", "subscription", "vault-group"]);
    assert!(case.notes.values().all(|note| !note.chars().any(|c| c.is_control() && c != '\n')), "{:?}", case.notes);
}
