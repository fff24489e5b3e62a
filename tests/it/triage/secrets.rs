//! Nothing secret leaves `triage`, in any form, and with `--redact` no name.

use std::fs;

use serde_json::json;

use super::{run, text};
use crate::redact::samples;

/// A folder with a stream whose jobs say the samples, a VM for each.
fn told() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let jobs = samples::secrets().into_iter().enumerate().map(|(number, sample)| {
        let job = json!({
            "JobUniqueId": format!("aaaaaaaa-0000-4000-8000-{number:012}"), "JobOperation": "Backup", "JobStatus": "Failed",
            "JobFailureCode": format!("UserErrorOwn{number}"), "JobStartDateTime": "2026-11-20T02:00:00Z",
            "BackupItemFriendlyName": format!("zq-erp-{number}"), "BackupManagementType": "IaaSVM",
            "VaultName": "zq-vault", "ErrorMessage": sample.text,
            "BackupItemUniqueId": format!("weu;123456789;iaasvmcontainerv2;zq-group;zq-erp-{number}"),
            "SubscriptionId": "12345678-1234-1234-1234-1234567890ab",
        });
        job.to_string() + "\n"
    });
    let known = json!({
        "JobUniqueId": "bbbbbbbb-0000-4000-8000-000000000001", "JobOperation": "Backup", "JobStatus": "Failed",
        "JobFailureCode": "UserErrorGuestAgentStatusUnavailable", "JobStartDateTime": "2026-11-20T02:00:00Z",
        "BackupItemFriendlyName": "zq-known-1", "BackupManagementType": "IaaSVM", "VaultName": "zq-vault",
        "ErrorMessage": "on zq-known-1_OsDisk_1 the dbPassword=Hunter-22-zq failed",
        "BackupItemUniqueId": "weu;123456789;iaasvmcontainerv2;zq-group;zq-known-1",
        "SubscriptionId": "12345678-1234-1234-1234-1234567890ab",
    });
    let stream: String = jobs.collect::<String>() + &known.to_string() + "\n";
    fs::write(folder.path().join("jobs.jsonl"), stream).expect("the stream can be written");
    folder
}

/// What leaves in a form: standard output, and each case of `--out`.
fn out(folder: &tempfile::TempDir, args: &[&str]) -> String {
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (jobs, cases) = (path("jobs.jsonl"), path(&args.join("")));
    let done = run(&[&[jobs.as_str(), "--out", &cases], args].concat());
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let files = fs::read_dir(format!("{cases}/cases")).expect("cases").flatten();
    let kept = files.map(|file| {
        file.file_name().to_string_lossy().into_owned() + &fs::read_to_string(file.path()).expect("a case")
    });
    text(&done.stdout).to_owned() + &kept.collect::<String>()
}

#[test]
fn no_secret_of_a_message_leaves_in_any_form() {
    let folder = told();
    for format in ["markdown", "json", "csv"] {
        let out = out(&folder, &["--format", format]);
        assert!(out.contains("zq-known-1") && !out.contains("Hunter-22-zq"), "{format}");
        for sample in samples::secrets() {
            for secret in sample.secret {
                assert!(!out.contains(&secret), "{format}: {} {secret}", sample.kind);
            }
        }
    }
}

#[test]
fn with_redact_no_name_leaves_in_any_form() {
    let folder = told();
    for format in ["markdown", "json", "csv"] {
        let out = out(&folder, &["--redact", "--format", format]);
        for name in ["zq-", "12345678-1234", "aaaaaaaa-0000", "bbbbbbbb-0000", "Hunter-22"] {
            assert!(!out.contains(name), "{format}: {name}");
        }
        assert!(out.contains("vm-1") && (format == "json" || out.contains("group-1")), "{format}");
    }
}
