//! What can follow on a command line.

use super::{CODE, run};

/// The values that follow typed words, the last of them still being typed.
fn after(words: &[&str]) -> Vec<String> {
    let done = run(&[&["complete", "--"], words].concat());
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{words:?}");
    done.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn what_follows_is_what_the_line_can_take() {
    let check = |words: &[&str], expected: &[&str]| assert_eq!(after(words), expected, "{words:?}");
    check(&["gr"], &["graph"]);
    check(&["exp"], &["export"]);
    check(&["nothing-of-ours"], &[]);
    check(&["list", "--format", ""], &["text", "json"]);
    check(&["list", "--format=j"], &["--format=json"]);
    check(&["--color", "n"], &["never"]);
    // A task is none behind a code or as a value.
    check(&[CODE, "gr"], &[]);
    check(&["export", "--var", "gr"], &[]);
    check(&["--evidence", "x"], &[":files"]);
    check(&["check", "--guides", "x"], &[":folders"]);
    check(&["triage", "a.json", "b"], &[":files"]);
    // An option that was given is not given again, but for those that can be.
    check(&["export", "--redact", "--red"], &[]);
    check(&["export", "--var", "vm=a", "--va"], &["--var"]);
    check(&["--", "--pl"], &[]);
    // As typed, else in any case.
    check(&["show", "UserErrorUnsupportedDiskS"], &["UserErrorUnsupportedDiskSize"]);
    check(&["show", "usererrorunsupporteddisks"], &["UserErrorUnsupportedDiskSize"]);
    check(&["export", CODE, "--answer", "vm-power="], &["vm-power=running", "vm-power=stopped", "vm-power=unsure"]);
    check(&["export", CODE, "--answer=vm-power=r"], &["--answer=vm-power=running"]);
    check(&["complete"], &[]);
    assert!(after(&[""]).iter().all(|task| task != "complete"));
}

#[test]
fn what_follows_is_told_in_the_language_of_the_line() {
    assert!(run(&["complete", "--", "--locale", "ru", "exp"]).out.contains("Записывает"));
    assert!(run(&["complete", "--", "--locale=ru", "exp"]).out.contains("Записывает"));
}
