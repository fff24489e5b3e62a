//! `match` as a contract: shapes, streams, exit codes and refusals.

use serde_json::Value;

use crate::process::{Done, fed, program};

/// Runs `match` in the folder of the corpus, with a text on its standard input.
fn run(args: &[&str], input: &[u8]) -> Done {
    let mut command = program(&[&["match"], args].concat());
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evidence"));
    fed(command, input).into()
}

fn json(args: &[&str]) -> Value {
    let args: Vec<&str> = ["--format", "json"].iter().chain(args).copied().collect();
    serde_json::from_str(&run(&args, b"").out).expect("JSON")
}

#[test]
fn json_has_the_shape_of_the_contract() {
    let answers = json(&["match/portal-job-details.txt", "instance-view/cli-not-ready.json"]);
    let because = serde_json::json!({
        "signal": "code", "file": "match/portal-job-details.txt", "where": "line 5",
        "text": "UserErrorGuestAgentStatusUnavailable",
    });
    let first = &answers["matches"][0];
    assert_eq!(first["code"], "UserErrorGuestAgentStatusUnavailable");
    assert_eq!(first["problem"], "guest-agent-status-unavailable");
    assert_eq!(first["confidence"], "high");
    assert_eq!(first["because"][0], because);
    let findings = answers["findings"].as_array().expect("a list");
    let agent = findings.iter().find(|finding| finding["question"] == "agent-status");
    let expected = serde_json::json!({
        "question": "agent-status", "option": "not-ready", "file": "instance-view/cli-not-ready.json",
        "where": "instanceView.vmAgent.statuses[0].displayStatus", "text": "Not Ready",
    });
    assert_eq!(agent, Some(&expected));
    assert_eq!(answers["variables"]["vm"], "vm-web-01");
}

#[test]
fn errors_in_json_are_named_with_their_path() {
    let answers = json(&["jobs/cli-show-failed.json"]);
    assert_eq!(answers["matches"][0]["confidence"], "low");
    assert_eq!(answers["matches"][0]["because"][0]["where"], "properties.errorDetails[0].errorString");
}

#[test]
fn the_exit_code_says_whether_one_of_ours_was_found() {
    let check = |args: &[&str], input: &str, code, out: &str, err: &str| {
        let done = run(args, input.as_bytes());
        assert_eq!(done.code, Some(code), "{args:?} {}", done.err);
        assert!(done.out.contains(out) && done.err.contains(err), "{args:?}\n{}\n{}", done.out, done.err);
    };
    check(&["match/several-codes.txt"], "", 0, "ExtensionSnapshotFailedNoNetwork (certain)", "");
    check(&[], "a\nb UserErrorUnsupportedDiskSize", 0, "(-, line 2)", "");
    check(&["-", "match/none-sql.txt"], "UserErrorUnsupportedDiskSize", 0, "1. A disk is too large", "");
    check(&["match/none-sql.txt"], "", 1, "", "No known problem");
    check(&["--format", "json", "match/none-sql.txt"], "", 1, "\"matches\": []", "No known problem");
    check(&["instance-view/cli-ready.json"], "", 1, "Findings from the evidence:", "no error code");
    check(&["nowhere.txt"], "", 2, "", "nowhere.txt");
    check(&[], "[{\"a\": 1},\n  {\"a\": }]", 2, "", "-:2:");
    check(&[], "\u{feff}{\"a\": 1, \"a\": 2}", 2, "", "twice");
}

#[test]
fn what_files_contradict_each_other_in_is_shown() {
    let done = run(&["instance-view/cli-ready.json", "instance-view/cli-not-ready.json"], b"");
    let (_, after) = done.out.split_once("is contradictory").unwrap_or_else(|| panic!("{}", done.out));
    let places = ["cli-ready.json", "cli-not-ready.json"].map(|file| after.find(file));
    assert!(places[0] < places[1] && places[0].is_some(), "{after}");
}

#[test]
fn bytes_in_another_encoding_are_read() {
    let utf16: Vec<u8> = "\u{feff}UserErrorUnsupportedDiskSize\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(run(&[], &utf16).code, Some(0));
    let latin = run(&[], b"caf\xe9 UserErrorUnsupportedDiskSize");
    assert_eq!((latin.code, latin.err.contains("-:1:4")), (Some(2), true), "{}", latin.err);
}
