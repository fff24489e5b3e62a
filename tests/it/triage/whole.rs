//! A stream with everything that the guides know: no failed job of it is left without a name.

use std::{collections::BTreeMap, fs};

use backup_medic::{data::builtin, guide};
use serde_json::{Value, json};

use super::{catalog, text};
use crate::process::program;

/// How many failed jobs a stream has of each problem, by what `triage` says; a job of none is counted under its code.
fn groups(stream: &str) -> BTreeMap<String, u64> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("stream.jsonl");
    fs::write(&file, stream).expect("it is written");
    let done = program(&["triage", "--format", "json"]).arg(&file).output().expect("the program starts");
    let answer: Value = serde_json::from_str(text(&done.stdout)).expect("JSON");
    let rows = |key: &str| answer[key].as_array().cloned().unwrap_or_default();
    let name = |row: &Value| row["problem"].as_str().or(row["code"].as_str()).unwrap_or("?").to_owned();
    let mut groups = BTreeMap::new();
    for row in rows("groups").iter().chain(&rows("unknown")) {
        *groups.entry(name(row)).or_default() += row["count"].as_u64().expect("a count");
    }
    groups
}

/// Streams jobs, each with the problem that it is of, and looks whether each problem has all of its jobs.
fn check(jobs: Vec<(String, Value)>) {
    let mut expected: BTreeMap<String, u64> = BTreeMap::new();
    let mut stream = String::new();
    for (problem, job) in jobs {
        *expected.entry(problem).or_default() += 1;
        stream += &format!("{job}\n");
    }
    assert!(expected.len() >= 40, "{}", expected.len());
    assert_eq!(groups(&stream), expected);
}

#[test]
fn every_code_of_the_log_has_its_problem() {
    let coded = catalog()
        .entries
        .into_iter()
        .filter(|entry| entry.code != entry.problem && !entry.code.starts_with(|c: char| c.is_ascii_digit()));
    let job = |(at, entry): (usize, guide::CatalogEntry)| {
        let job = json!({
            "TimeGenerated": "2026-11-20T03:00:00Z", "JobUniqueId": format!("aaaaaaaa-0000-4000-8000-{at:012}"),
            "JobOperation": "Backup", "JobStatus": "Failed", "JobFailureCode": entry.code,
            "JobStartDateTime": "2026-11-20T02:00:00Z", "BackupItemFriendlyName": format!("vm-{at}"),
            "BackupManagementType": "IaaSVM", "VaultName": "vault-prod",
        });
        (entry.problem, job)
    };
    check(coded.enumerate().map(job).collect());
}

#[test]
fn every_message_of_a_job_has_its_problem_whatever_its_number_and_language() {
    let table: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(include_str!("../../messages.toml")).expect("a table of texts");
    let english = table["english"].iter().map(|(text, problem)| (problem.clone(), text.clone()));
    let others = guide::translations(&builtin::embedded()).into_iter().flat_map(|known| known.messages);
    let job = |(at, (problem, message)): (usize, (String, String))| {
        let job = json!({ "name": format!("aaaaaaaa-0000-4000-8000-{at:012}"), "properties": {
            "backupManagementType": "AzureIaasVM", "containerName": format!("iaasvmcontainerv2;rg-web;vm-{at}"),
            "entityFriendlyName": format!("vm-{at}"), "operation": "Backup", "status": "Failed",
            "startTime": "2026-11-20T02:00:00Z", "errorDetails": [{ "errorCode": 400_000 + 17, "errorString": message }],
        }});
        (problem, job)
    };
    check(english.chain(others).enumerate().map(job).collect());
}
