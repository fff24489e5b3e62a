//! The command line as a contract: exit codes, what goes to which stream, and that help and errors have words.

mod complete;
mod help;
mod settings;

use std::{
    fs,
    io::{BufRead, BufReader},
    process::Stdio,
};

use crate::process::{Done, fed, program};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

fn run_in(lang: &str, args: &[&str]) -> Done {
    program(args).env("LANG", lang).output().expect("the program starts").into()
}

fn run(args: &[&str]) -> Done {
    run_in("en_US.UTF-8", args)
}

#[test]
fn data_goes_to_standard_output_and_words_for_the_person_to_standard_error() {
    let check = |args: &[&str], code: i32, data: bool, words: bool| {
        let done = run(args);
        assert_eq!((done.code, !done.out.is_empty(), !done.err.is_empty()), (Some(code), data, words), "{args:?}");
    };
    check(&["--help"], 0, true, false);
    check(&["--version"], 0, true, false);
    check(&["-V"], 0, true, false);
    check(&["export", "--help"], 0, true, false);
    check(&["list"], 0, true, false);
    check(&["show", CODE], 0, true, false);
    check(&["questions", CODE], 0, true, false);
    check(&["collect", CODE], 0, true, false);
    check(&["collect", CODE, "--var", "vm=vm-web-01"], 0, true, false);
    check(&["collect", CODE, "--var", "vm=a b"], 2, false, true);
    check(&["collect", "nothing"], 2, false, true);
    check(&["collect"], 2, false, true);
    check(&["evidence"], 2, false, true);
    check(&["export", CODE], 0, true, false);
    // An answer counts ahead of the trail, unless another one rules its question out.
    check(&["export", CODE, "--answer", "guest-os=linux"], 0, true, false);
    let ruled_out = ["export", CODE, "--answer", "guest-os=linux", "--answer", "windows-service=stopped"];
    check(&ruled_out, 0, true, true);
    check(&["export", CODE, "--commands"], 0, true, false);
    check(&["export", CODE, "--commands", "--brief"], 2, false, true);
    check(&["export", CODE, "--redact", "--no-case"], 0, true, false);
    check(&["export", "UserErrorUnsupportedDiskSize", "--answer", "disk-size=within", "--handover"], 0, true, false);
    check(&["export", CODE, "--handover"], 0, true, false);
    check(&["export", CODE, "--format", "json"], 0, true, false);
    check(&["export", CODE, "--format", "json", "--no-case"], 2, false, true);
    check(&["export", CODE, "--format", "json", "--brief"], 2, false, true);
    check(&["export", CODE, "--format", "json", "--handover"], 2, false, true);
    check(&["export", CODE, "--brief", "--handover"], 2, false, true);
    check(&["export", "README.md"], 2, false, true);
    check(&["export", "/nonexistent/ticket"], 2, false, true);
    check(&["triage", "tests/triage/az-list.json"], 0, true, true);
    check(&["triage", "tests/triage/az-list.json", "tests/triage/one-problem.jsonl", "--format", "csv"], 0, true, true);
    check(&["triage", "tests/triage/others.json", "--format", "json"], 1, true, true);
    check(&["triage", "tests/triage/truncated.json"], 2, false, true);
    check(&["triage"], 2, false, true);
    check(&["triage", "--format", "kql"], 0, true, false);
    check(&["triage", "--format", "arg", "--locale", "ru"], 0, true, false);
    check(&["completions", "bash"], 0, true, false);
    check(&["man"], 0, true, false);
    // No terminal, unknown code, bad arguments, bad input.
    check(&[], 2, false, true);
    check(&["show", "nothing"], 2, false, true);
    check(&["show"], 2, false, true);
    check(&["list", "--nothing"], 2, false, true);
    check(&["list", "--format", "xml"], 2, false, true);
    check(&[CODE, "list"], 2, false, true);
    check(&["--plain", "list"], 2, false, true);
    check(&["--plain", "--evidence", "README.md", "list"], 2, false, true);
    check(&["export", CODE, "--answer", "guest-os"], 2, false, true);
    check(&["export", CODE, "--answer", "nothing=x"], 2, false, true);
    check(&["export", CODE, "--answer", "guest-os=beos"], 2, false, true);
    check(&["export", CODE, "--var", "nothing=x"], 2, false, true);
    check(&["export", CODE, "--var", "vm=a b"], 2, false, true);
    check(&["export", CODE, "--var", "vm=a", "--var", "vm=b"], 2, false, true);
    check(&["export", CODE, "--var", "extension=a", "--var", "extension=b"], 0, true, false);
    check(&["export", CODE, "--answers", "/nonexistent/answers.toml"], 2, false, true);
    check(&["export", CODE, "--output", "/nonexistent/folder/out.md"], 2, false, true);
    check(&["--guides", "/nonexistent", "list"], 2, false, true);
    for task in ["match", "triage", "export"] {
        check(&[task, "."], 2, false, true);
    }
}

#[test]
fn errors_name_what_is_known() {
    let check = |args: &[&str], named: &[&str]| {
        let done = run(args);
        named.iter().for_each(|name| assert!(done.err.contains(name), "{name} in {}", done.err));
    };
    check(&["match", "/"], &["/ is a folder"]);
    check(&["show", "UserErrorGuestAgentStatusUnavailible"], &[CODE]);
    check(&["UserErrorGuestAgentStatusUnavailible"], &[CODE]);
    check(&["lst"], &["lst", "task list"]);
    check(&["--plain", "exprot"], &["task export"]);
    check(&[CODE], &["--plain"]);
    check(&["list", "--format", "xml"], &["--format", "xml", "json"]);
    check(&["list", "--locales", "ru"], &["--locales", "--locale"]);
    check(&["export", CODE, "--answer", "guest-os=beos"], &["guest-os", "windows", "linux", "unsure"]);
    check(&["export", CODE, "--answer", "vm-pwer=x"], &["vm-pwer", "mean vm-power?", "guest-os, ", "task questions"]);
    // The least unlike of all is not what was meant.
    check(&["export", CODE, "--answer", "zzz=x"], &["question zzz.\nValid keys: vm-power, ", "guest-os, "]);
    let placed = "wrong-power/retry-power/workd=x";
    check(&["export", CODE, "--answer", placed], &["mean wrong-power/retry-power/worked?", "retry-power/scheduled, "]);
    check(&["export", "agent-status-unknown", "--answer", "zzz=x"], &["--answer zzz=x", "has no questions"]);
    check(&["export", CODE, "--var", "nothing=x"], &["nothing", "resource-group"]);
    check(&["export", CODE, "--var", "vmm=x"], &["vmm", "mean vm?"]);
    check(&["export", CODE, "--var", "private-ip=x"], &["private-ip", "10.0.0.4"]);
    // Escape sequences of a name are shown, not obeyed.
    check(&["show", "\u{1b}[2Jx"], &["^[[2Jx"]);
}

#[test]
fn the_demo_takes_nothing_that_asks_for_another_case() {
    let check = |args: &[&str]| {
        let done = run(&[&["--demo", "--plain"], args].concat());
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(done.err.starts_with("--demo shows a made-up case."), "{args:?}: {}", done.err);
    };
    check(&["resume", "last"]);
    // It is refused before anybody pastes a case.
    check(&["resume", "-"]);
    check(&[CODE]);
    check(&["--evidence", "README.md"]);
    check(&["list"]);
}

#[test]
fn what_scripts_know_by_another_name_is_still_done() {
    let check = |args: &[&str], same: &[&str]| assert_eq!(run(args).out, run(same).out, "{args:?}");
    check(&["evidence", "--collect", CODE, "--var", "vm=a"], &["collect", CODE, "--var", "vm=a"]);
}

#[test]
fn what_is_found_without_a_problem_begins_at_the_first_line() {
    let done = run(&["match", "tests/evidence/vm/cli-another-vm-than-the-case.json"]);
    assert!(done.code == Some(1) && done.out.starts_with("Findings from the evidence"), "{}", done.out);
}

#[test]
fn every_spelling_of_a_code_opens_its_problem() {
    let check = |name: &str, code: &str| assert!(run(&["show", name]).out.contains(&format!("Code: {code}")), "{name}");
    check(CODE, CODE);
    check("usererrorguestagentstatusunavailable", CODE);
    check("USERERRORGUESTAGENTSTATUSUNAVAILABLE.", CODE);
    check("guest-agent-status-unavailable", CODE);
    check("усерерроргуестажентстатусунаваилабле", CODE);
    check("Усерерроркрпрепортедусереррор-не", "UserErrorCrpReportedUserError");
    check("усереррорвмпровисионингстатефаилед", "UserErrorVmProvisioningStateFailed");
    check("ExtentionOperationFailed", "ExtensionOperationFailedForManagedDisks");
    check("usererrorbackupoperationınprogress", "UserErrorBackupOperationInProgress");
}

#[test]
fn the_language_is_the_one_asked_for_then_the_environments_then_english() {
    let russian = |done: &Done| done.out.contains("Агент ВМ");
    let check = |lang: &str, args: &[&str], expected: bool| {
        assert_eq!(russian(&run_in(lang, args)), expected, "{lang} {args:?}");
    };
    check("ru_RU.UTF-8", &["list"], true);
    check("en_US.UTF-8", &["list"], false);
    check("de_DE.UTF-8", &["list"], false);
    check("C", &["list"], false);
    check("", &["list"], false);
    check("en_US.UTF-8", &["list", "--locale", "ru"], true);
    check("en_US.UTF-8", &["--locale", "ru", "list"], true);
    check("en_US.UTF-8", &["--locale=ru", "list"], true);
    check("ru_RU.UTF-8", &["list", "--locale", "en"], false);
    check("en_US.UTF-8", &["export", "internal-error", "--locale", "ru"], false);
    assert!(run_in("ru_RU.UTF-8", &["show", "nothing"]).err.contains("это не код ошибки"));
}

#[test]
fn list_is_json_with_the_shape_of_the_contract() {
    let done = run(&["list", "--format", "json"]);
    let rows: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(&done.out).expect("an array of objects");
    assert!(rows.len() >= 12, "the document has twelve codes");
    for row in &rows {
        assert!(row.keys().eq(["aliases", "category", "code", "problem", "title"]), "{row:?}");
        assert!(row["aliases"].as_array().is_some_and(|aliases| aliases.iter().all(|alias| alias.is_string())));
        assert!(["category", "code", "problem", "title"].iter().all(|key| row[*key].is_string()));
    }
    assert_eq!(run(&["list"]).out.lines().count(), rows.len());
}

#[test]
fn nothing_is_overwritten_without_force() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("out.md");
    let path = path.to_str().expect("a name in UTF-8");
    let first = run(&["export", CODE, "--output", path]);
    assert_eq!((first.code, first.out.as_str()), (Some(0), ""));
    assert!(first.err.contains(path), "{}", first.err);
    let written = fs::read_to_string(path).expect("the export");
    assert_eq!(written, run(&["export", CODE, "--output", "-"]).out);

    let second = run(&["export", CODE, "--locale", "ru", "--output", path]);
    assert_eq!(second.code, Some(2));
    assert_eq!(fs::read_to_string(path).expect("the first export"), written);
    let third = run(&["export", CODE, "--locale", "ru", "--output", path, "--force"]);
    assert_eq!(third.code, Some(0));
    assert_ne!(fs::read_to_string(path).expect("the third export"), written);
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing is left beside it");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_the_machines_fault() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let done = program(&["show", CODE]).stdout(full).output().expect("the program starts");
    assert_eq!(done.status.code(), Some(3));
    assert!(!done.stderr.is_empty());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = program(&["show", "internal-error"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = String::new();
    let mut reader = BufReader::with_capacity(16, child.stdout.take().expect("a pipe"));
    reader.read_line(&mut first).expect("a first line");
    drop(reader);
    let done = child.wait_with_output().expect("it ends");
    assert!(!first.is_empty());
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[test]
fn an_answer_file_says_the_same_as_arguments_and_its_errors_name_the_line() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("answers.toml");
    let path = path.to_str().expect("a name in UTF-8");
    let export = |text: &str| {
        fs::write(path, text).expect("a file");
        run(&["export", CODE, "--answers", path])
    };
    let filled = export(
        "[answers]\nvm-power = \"running\"\nagent-status = \"ready\"\n\"extensions/retry-repair/worked\" = \"worked\"\n\
         extensions-state = \"another\"\n[variables]\nvm = \"vm-1\"\nextension = [\"a\", \"b\"]\n",
    );
    let args =
        ["--answer", "vm-power=running", "--answer", "agent-status=ready", "--answer", "extensions-state=another"];
    let more = ["--answer", "extensions/retry-repair/worked=worked", "--var", "vm=vm-1", "--var", "extension=a"];
    let all = [&["export", CODE][..], &args, &more, &["--var", "extension=b"]].concat();
    assert_eq!(filled.out, run(&all).out);
    // As a person writes it, or reads it on the screen.
    assert_eq!(
        run(&["export", CODE, "--answer", "agent-status=Not ready"]).out,
        run(&["export", CODE, "--answer", "agent-status=not-ready"]).out
    );
    assert!(run(&["export", CODE, "--answer", "os=windows"]).err.contains("guest-os"));
    let piped = |args: &[&str], text: &str| Done::from(fed(program(args), text.as_bytes()));
    assert_eq!(
        piped(&["export", CODE, "--answers", "-"], "[answers]\nvm-power = \"running\"\n").out,
        run(&["export", CODE, "--answer", "vm-power=running"]).out
    );
    assert_eq!(piped(&["export", "-"], &filled.out).out, filled.out);
    assert!(filled.out.contains("`vm-1`"));

    let check = |text: &str, line: &str| {
        let done = export(text);
        assert_eq!(done.code, Some(2), "{text}");
        assert!(done.err.contains(&format!("{path}{line}")), "{line} in {}", done.err);
    };
    check("[answers]\n\nvm-power = \"odd\"\n", ":3");
    check("[answers]\nnothing = \"x\"\n", ":2");
    check("[variables]\n\n\nvm = \"a b\"\n", ":4");
    check("[variables]\nvm = [\"a\", \"b\"]\n", ":2");
    check("[answers]\nvm-power = running\n", ":2");
    check("[answer]\n", ":1");
    // Places are counted once, however many there are.
    let many = |count| (0..count).map(|at| format!("q{at} = \"x\"\n")).collect::<String>();
    check(&format!("[answers]\n{}", many(15_000)), ":2");
    check(&format!("[answers]\n{}", many(100_000)), " is too large");
    check(&"[".repeat(4_000_000), " is too large");
}

#[test]
fn an_exported_file_is_exported_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("ticket.md");
    let path = path.to_str().expect("UTF-8");
    let first = [
        "export",
        CODE,
        "--answer",
        "vm-power=stopped",
        "--answer",
        "power-shown=right",
        "--answer",
        "stopped-choice=start",
        "--var",
        "vm=zq-web",
        "--output",
        path,
    ];
    assert_eq!(run(&first).code, Some(0));
    let text = fs::read_to_string(path).expect("the export");
    let again = run(&["export", path]);
    assert_eq!((again.out.as_str(), again.err.as_str()), (text.as_str(), ""));

    // As `>` of Windows PowerShell writes it.
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    fs::write(path, wide).expect("the export again");
    assert_eq!(run(&["export", path]).out, text);
    fs::write(path, [text.as_bytes(), b"\xe9"].concat()).expect("the export, damaged");
    let refused = run(&["export", path]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains(&format!("From line {}", text.lines().count() + 1)), "{}", refused.err);

    fs::write(path, text.replacen("- [ ]", "- [x]", 1)).expect("a tick");
    let ticked = run(&["export", path, "--locale", "ru", "--no-case"]);
    assert_eq!(ticked.out.matches("- [x]").count(), 1, "{}", ticked.out);
    assert!(ticked.err.lines().count() == 1 && !ticked.out.contains("<!--"), "{}", ticked.err);
    let redacted = run(&["export", path, "--redact"]);
    assert!(redacted.out.contains("`vm-1`") && !redacted.out.contains("zq-web"), "{}", redacted.out);
    fs::write(path, &redacted.out).expect("the redacted export");
    let once_more = run(&["export", path, "--redact"]);
    assert_eq!((once_more.out, once_more.err.as_str()), (redacted.out, ""));
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn a_blank_answer_file_exports_the_blank_checklist() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for line in run(&["list"]).out.lines() {
            let code = line.split(' ').next().expect("a code");
            for locale in ["en", "ru"] {
                let blank = run(&["questions", code, "--locale", locale]).out;
                let path = folder.path().join(format!("{code}-{locale}.toml"));
                fs::write(&path, blank).expect("a file");
                let done = run(&["export", code, "--answers", path.to_str().expect("UTF-8")]);
                assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
                // The head says the minute, which may be the next one.
                let timeless = |text: String| text.lines().filter(|line| !line.contains(" UTC | ")).collect::<String>();
                assert_eq!(timeless(done.out), timeless(run(&["export", code]).out), "{code}");
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_is_position_independent() {
    let elf = fs::read(crate::process::PROGRAM).expect("the program is there");
    // ET_DYN; a program at a fixed address is ET_EXEC, 2.
    assert_eq!(elf[16..18], [3, 0]);
}

#[test]
fn a_slip_in_a_task_and_a_file_without_one_are_told_as_such() {
    let check = |args: &[&str], told: &str| {
        let done = run(args);
        assert!(done.code == Some(2) && done.err.contains(told), "{args:?}: {}", done.err);
    };
    check(&["matsch", "x"], "Did you mean the task match?");
    check(&["math", "mail.txt"], "Did you mean the task match?");
    check(&["exprot", CODE, "--format", "html"], "Did you mean the task export?");
    check(&["mail.txt"], "use the task match");
    check(&["./ticket"], "use the task match");
    check(&[CODE, "x"], "x");
}

#[test]
fn what_match_advises_keeps_what_it_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a mail.txt");
    fs::write(&file, format!("{CODE} on the VM vm-web-01 in the group rg-web")).expect("a file");
    let check = |args: &[&str], advice: String| {
        let done: Done = fed(program(args), CODE.as_bytes()).into();
        let told = done.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&advice), "{told}");
    };
    check(
        &["match", &file.to_string_lossy()],
        format!("To continue, run: backup-medic {CODE} --evidence '{}'", file.display()),
    );
    check(&["match"], format!("To continue, run: backup-medic {CODE}"));
}
