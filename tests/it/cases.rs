//! `cases`: what is kept, by the contract of the command line.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use backup_medic::{
    case::{
        Case, Finding, Mark, NOTE,
        trail::{Head, Trail},
    },
    error::Error,
    guide::Outcome,
    store::{
        Store,
        record::{CaseRecord, encode},
    },
};

use crate::{
    process::program,
    walks::{self, Random},
};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

fn saved(id: &str, changed: &str) -> CaseRecord {
    let guide = walks::guide();
    let problem = guide.find("guest-agent-status-unavailable").expect("it is there");
    let mut case = Case::new(&guide, problem, CODE);
    case.answers.insert("vm-power".into(), "running".into());
    case.variables.insert("vm".into(), vec!["vm-7".into()]);
    CaseRecord { id: id.into(), opened: changed.into(), changed: changed.into(), closed: id == "b", case }
}

/// A folder for `--data-dir` with two cases, and files that are none.
fn data() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("cases"));
    for (id, changed) in [("a", "2026-11-24T00:00:00Z"), ("b", "2026-11-25T00:00:00Z")] {
        store.save(id, &encode(&saved(id, changed))).expect("it is saved");
    }
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    program(args).arg("--data-dir").arg(folder).output().expect("the program starts")
}

/// Runs a task, and checks its exit code and what each stream holds; answers with the data.
fn check(folder: &Path, args: &[&str], code: i32, out: &str, err: &str) -> String {
    let done = run(folder, args);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("all output is UTF-8");
    let (data, words) = (text(&done.stdout), text(&done.stderr));
    assert_eq!(done.status.code(), Some(code), "{args:?}: {words}");
    for (has, holds) in [(&data, out), (&words, err)] {
        assert!(has.contains(holds) && has.is_empty() == holds.is_empty(), "{args:?}: {holds:?} in {has:?}");
    }
    data
}

#[test]
fn cases_are_listed_shown_removed_and_restored() {
    let folder = data();
    let at = folder.path();
    let list = check(at, &["cases", "list"], 0, "a  2026-11-24T00:00:00Z", "");
    let lines: Vec<&str> = list.lines().collect();
    assert!(
        lines.len() == 2
            && lines[0].starts_with("a  2026-11-24T00:00:00Z  open    -")
            && lines[1].contains("Z  closed  -"),
        "{list}"
    );
    check(at, &["cases", "show", "a"], 0, "vm-7", "");
    check(at, &["cases", "rm", "a"], 0, "", "cases restore");
    check(at, &["cases", "show", "a"], 2, "", "Case a not found");
    check(at, &["cases", "rm", "a"], 2, "", "Case a not found");
    assert_eq!(check(at, &["cases", "list"], 0, "b  ", "").lines().count(), 1);
    check(at, &["cases", "restore", "a"], 0, "", "");
    assert_eq!(check(at, &["cases", "list"], 0, "a  ", ""), list);
}

/// A case that waits a day for the next scheduled backup.
fn waiting(id: &str, since: &str) -> CaseRecord {
    let mut record = saved(id, since);
    let guide = walks::guide();
    let problem = guide.find(record.case.problem.as_str()).expect("it is there");
    let walks = (1..).map(|seed| walks::walk(&guide, problem, &Default::default(), &mut Random(seed)));
    let is_wait = |trail: &Trail| matches!(trail.head, Head::Ended { outcome: Outcome::Wait(1440), .. });
    let (_, answers) = walks.into_iter().find(|(trail, _)| is_wait(trail)).expect("some walk waits");
    record.case.answered.extend(answers.keys().map(|key| (key.clone(), since.to_owned())));
    record.case.answers = answers;
    record
}

/// A folder with a case that is due at eight, one that waits longer, an open and a closed one; and a clock.
fn by_standing(now: &str) -> tempfile::TempDir {
    let folder = data();
    let store = Store::open(folder.path().join("cases"));
    for (id, since) in [("wait-1", "2026-11-26T08:00:00Z"), ("wait-2", "2026-11-26T10:00:00Z")] {
        store.save(id, &encode(&waiting(id, since))).expect("it is saved");
    }
    fs::write(folder.path().join("clock"), now).expect("a clock");
    folder
}

fn at_its_clock(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut program = program(args);
    program.env("BACKUP_MEDIC_TEST_CLOCK", folder.join("clock")).arg("--data-dir").arg(folder);
    let done = program.output().expect("the program starts");
    (done.status.code(), String::from_utf8(done.stdout).expect("all output is UTF-8"))
}

#[test]
fn what_is_due_comes_first_and_can_be_asked_for_alone() {
    let check = |now: &str, states: &[&str], due: (i32, usize)| {
        let folder = by_standing(now);
        let (_, list) = at_its_clock(folder.path(), &["cases"]);
        let shown: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().nth(2)).collect();
        assert_eq!(shown, states, "{list}");
        let (code, list) = at_its_clock(folder.path(), &["cases", "--due"]);
        assert_eq!((code, list.lines().count()), (Some(due.0), due.1), "{list}");
        let (_, json) = at_its_clock(folder.path(), &["cases", "--format", "json"]);
        let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("it is JSON");
        let shown: Vec<&str> = rows.iter().filter_map(|row| row["state"].as_str()).collect();
        assert_eq!(shown, states, "{json}");
        assert_eq!(rows[0]["until"], "2026-11-27T08:00:00Z");
        assert_eq!((&rows[0]["vm"][0], rows[0]["question"].is_string()), (&"vm-7".into(), true));
    };
    check("2026-11-27T07:59:59Z", &["waiting", "waiting", "open", "closed"], (1, 0));
    check("2026-11-27T08:00:00Z", &["due", "waiting", "open", "closed"], (0, 1));
    check("2026-11-28T00:00:00Z", &["due", "due", "open", "closed"], (0, 2));
}

#[test]
fn a_case_is_resumed_by_what_is_its_own() {
    let folder = data();
    let store = Store::open(folder.path().join("cases"));
    let mut named = saved("key-1", "2026-11-23T00:00:00Z");
    named.case.name = "INC1006".into();
    named.case.variables.insert("vm".into(), vec!["db-2".into()]);
    store.save("key-1", &encode(&named)).expect("it is saved");
    let check = |name: &str, found: Result<&str, &str>| {
        let done = store.find(name).map_err(|failure| match failure {
            Error::UnknownCase { .. } => "unknown",
            Error::AmbiguousCase { .. } => "ambiguous",
            _ => "another",
        });
        assert_eq!(done.as_deref().map_err(|failure| *failure), found, "{name}");
    };
    check("key-1", Ok("key-1"));
    check("k", Ok("key-1"));
    check("inc10", Ok("key-1"));
    check("DB-2", Ok("key-1"));
    check("b", Ok("b"));
    check("last", Ok("a"));
    check("vm-7", Err("ambiguous"));
    check("vm", Err("ambiguous"));
    check("", Err("unknown"));
    check("x", Err("unknown"));
    check("../a", Err("unknown"));
}

#[test]
fn leaving_says_how_to_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let leave = |args: &[&str], script: &str| {
        let args = [&["--plain"], args].concat();
        let mut program = program(&args);
        program.arg("--data-dir").arg(folder.path());
        let done = crate::process::fed(program, script.as_bytes());
        String::from_utf8(done.stdout).expect("all output is UTF-8")
    };
    assert!(!leave(&[CODE], "q\n").contains("resume"));
    let text = leave(&[CODE], "1\nq\n");
    let line = text.lines().last().unwrap_or_default();
    let (_, command) = line.split_once("To continue this case: backup-medic ").expect(line);
    let id = command.rsplit(' ').next().unwrap_or_default();
    assert!(leave(&["resume", id], "q\n").contains("Question 2"), "{line}");
    assert!(leave(&["resume", "last"], "q\n").contains("Question 2"));
    assert!(leave(&["resume", "last"], "q\n").ends_with(" resume last\n"));
    assert!(!leave(&["resume", "last"], "W\ny\nq\n").contains("To continue"));
}

#[test]
fn the_last_case_is_shown_removed_and_continued_by_that_word_alone() {
    let folder = data();
    let older = saved("c", "2026-11-23T00:00:00Z");
    Store::open(folder.path().join("cases")).save("c", &encode(&older)).expect("it is saved");
    let left = |name: &str| {
        let mut program = program(&["--plain", "resume", name]);
        program.arg("--data-dir").arg(folder.path());
        String::from_utf8(crate::process::fed(program, b"q\n").stdout).expect("all output is UTF-8")
    };
    assert!(left("last").ends_with(" resume last\n"));
    assert!(left("c").ends_with(" resume c\n"));
    check(folder.path(), &["cases", "show", "last"], 0, "vm-7", "");
    check(folder.path(), &["cases", "rm", "last"], 0, "", "Case a was removed");
    check(folder.path(), &["cases", "rm", "vm-7"], 2, "", "not found");
    check(folder.path(), &["cases", "list"], 0, "b  ", "");
}

#[test]
fn of_several_cases_each_is_told_with_what_it_is_about() {
    let folder = data();
    for id in ["a", "b"] {
        check(folder.path(), &["cases", "show", "vm"], 2, "", &format!("  {id} | vm-7 | {CODE} | 2026-11-2"));
        check(folder.path(), &["--plain", "resume", "vm"], 2, "", &format!("  {id} | vm-7 | {CODE} | 2026-11-2"));
    }
}

#[test]
fn the_columns_of_the_list_stand_below_each_other() {
    let folder = data();
    let longer = saved("a-longer-name", "2026-11-26T00:00:00Z");
    Store::open(folder.path().join("cases")).save("a-longer-name", &encode(&longer)).expect("it is saved");
    let list = check(folder.path(), &["cases", "list"], 0, "a-longer-name  2026", "");
    let dates: Vec<_> = list.lines().map(|line| line.find("2026")).collect();
    assert!(dates.len() == 3 && dates.iter().all(|at| *at == dates[0]), "{list}");
}

#[test]
fn what_there_is_not_is_bad_input_and_no_cases_is_a_no() {
    let folder = data();
    let at = folder.path();
    for action in ["show", "rm", "restore"] {
        check(at, &["cases", action], 2, "", "Missing case ID");
        for id in ["nothing", "../a", "a/../b", "/etc/passwd", ".", "a.case"] {
            check(at, &["cases", action, id], 2, "", "not found");
        }
    }
    check(at, &["cases", "turn"], 2, "", "turn");
    check(&at.join("empty"), &["cases", "list"], 1, "", "No saved cases.");
    assert!(!at.join("empty").exists(), "looking makes no folder");
}

#[test]
fn a_case_that_is_open_elsewhere_stays() {
    let folder = data();
    let store = Store::open(folder.path().join("cases"));
    let _lock = store.lock("a").expect("it can be asked").expect("nobody has it");
    check(folder.path(), &["cases", "rm", "a"], 2, "", "case a is open");
    check(folder.path(), &["cases", "show", "a"], 0, "vm-7", "");
}

#[test]
fn files_that_cannot_be_read_are_named_and_stay() {
    let folder = data();
    let file = |name: &str| -> PathBuf { folder.path().join("cases").join(name) };
    fs::write(file("cut.case"), "backup-medic-case 1 0").expect("it is written");
    fs::write(file("later.case"), "backup-medic-case 9 0\n{}\n").expect("it is written");
    fs::copy(file("a.case"), file("copy.case")).expect("it is copied");
    for name in ["cut.case", "later.case", "copy.case"] {
        let list = check(folder.path(), &["cases", "list"], 0, "a  ", name);
        assert_eq!(list.lines().count(), 2);
    }
    check(folder.path(), &["cases", "show", "cut"], 2, "", "cut.damaged");
    check(folder.path(), &["cases", "show", "copy"], 2, "", "copy.damaged");
    check(folder.path(), &["cases", "show", "later"], 2, "", "newer version");
    assert_eq!(fs::read_to_string(file("cut.damaged")).expect("it is there"), "backup-medic-case 1 0");
    assert!(file("later.case").exists() && file("copy.damaged").exists());
    check(folder.path(), &["cases", "list"], 0, "a  ", "later.case");

    let none = folder.path().join("none");
    fs::create_dir(&none).expect("a folder");
    fs::write(none.join("cases"), "no folder").expect("it is written");
    check(&none, &["cases", "list"], 1, "", "none/cases");
}

#[test]
fn a_case_that_cannot_be_opened_is_told_whoever_asks_for_it() {
    let folder = data();
    let file = |name: &str| -> PathBuf { folder.path().join("cases").join(name) };
    fs::write(file("cut.case"), "backup-medic-case 1 0").expect("it is written");
    fs::write(file("later.case"), "backup-medic-case 9 0\n{}\n").expect("it is written");
    let mut foreign = saved("foreign", "");
    foreign.case.guide = "elsewhere".into();
    fs::write(file("foreign.case"), encode(&foreign)).expect("it is written");
    check(folder.path(), &["export", "cut"], 2, "", "cut.damaged");
    check(folder.path(), &["export", "later"], 2, "", "newer version");
    check(folder.path(), &["export", "nothing"], 2, "", "nothing");
    for task in [&["export", "foreign"][..], &["cases", "show", "foreign"], &["--plain", "resume", "foreign"]] {
        check(folder.path(), task, 2, "", "uses the guide elsewhere");
    }
}

#[test]
fn what_a_case_says_acts_on_no_terminal() {
    let folder = data();
    let acts = |c: char| (c.is_control() && c != '\n') || backup_medic::text::sanitise::acts(c);
    let hostile = "\u{1b}]0;x\u{7}\u{202e}";
    let place = |text: &str| Finding { question: "vm-power".into(), file: text.into(), ..Finding::default() };
    let mut planted = saved("planted", hostile);
    planted.opened = hostile.into();
    let case = &mut planted.case;
    (case.name, case.code) = (hostile.into(), hostile.into());
    case.answers.insert(hostile.into(), hostile.into());
    case.marks.insert(hostile.into(), Mark::Failed(hostile.into()));
    case.marks.insert("b".into(), Mark::Skipped(hostile.into()));
    case.notes.insert(NOTE.into(), hostile.into());
    case.notes.insert(hostile.into(), hostile.into());
    case.times.insert(hostile.into(), hostile.into());
    case.variables = BTreeMap::from([("vm".into(), vec![hostile.into()]), (hostile.into(), vec![hostile.into()])]);
    case.findings =
        vec![Finding { text: hostile.into(), path: hostile.into(), option: hostile.into(), ..place(hostile) }];
    let planted = encode(&planted);
    fs::write(folder.path().join("cases/planted.case"), planted).expect("it is written");
    fs::write(folder.path().join("cases").join(format!("{hostile}.case")), encode(&saved(hostile, ""))).expect("too");
    for task in [&["cases"][..], &["cases", "show", "planted"], &["export", "planted"]] {
        let done = run(folder.path(), task);
        for text in [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8")) {
            assert_eq!(text.chars().find(|c| acts(*c)), None, "{task:?}\n{text}");
            assert!(text.is_empty() || text.contains("^[]0;x^G<U+202E>"), "{task:?}\n{text}");
        }
    }
}

#[test]
fn the_usual_folder_follows_the_environment() {
    let folder = data();
    let run = |env: &[(&str, &Path)]| {
        let mut command = program(&["cases", "list"]);
        command.env_remove("HOME").envs(env.iter().copied()).output().expect("the program starts")
    };
    let usual = folder.path().join(".local/share/backup-medic");
    fs::create_dir_all(&usual).expect("a folder");
    fs::rename(folder.path().join("cases"), usual.join("cases")).expect("it moves");
    if cfg!(target_os = "linux") {
        assert_eq!(run(&[("HOME", folder.path())]).status.code(), Some(0));
        assert_eq!(
            run(&[("XDG_DATA_HOME", &folder.path().join(".local/share")), ("HOME", Path::new("/x"))]).status.code(),
            Some(0)
        );
    }
    assert_eq!(run(&[("HOME", &folder.path().join("nobody"))]).status.code(), Some(1));
    // A relative folder of data is no folder of data, as the rules of XDG have it.
    if cfg!(target_os = "linux") {
        for relative in ["share", ".", "../share", ""] {
            let env = [("XDG_DATA_HOME", Path::new(relative)), ("HOME", folder.path())];
            assert_eq!(run(&env).status.code(), Some(0), "{relative:?}");
        }
    }
    // Never below the folder that the program happens to be started in.
    let relative = run(&[("HOME", Path::new("here"))]);
    assert!(cfg!(windows) || relative.status.code() == Some(3), "{relative:?}");
    // Without a home the system's own records may name one; it says where, or that there are none.
    let code = run(&[]).status.code();
    assert!(matches!(code, Some(0 | 1 | 3)), "{code:?}");
}

/// What the wizard says at its start where no case can be kept; it works all the same.
#[test]
fn that_no_case_is_kept_is_said_at_the_start() {
    let folder = data();
    fs::write(folder.path().join("file"), "in the way").expect("it is written");
    let start = |args: &[&str], home: Option<&str>| {
        let mut command = program(&[args, &["--plain", CODE]].concat());
        match home {
            Some(home) => command.env("HOME", home),
            None => command.env_remove("HOME"),
        };
        let done = crate::process::fed(command, b"2\n");
        String::from_utf8(done.stdout).expect("UTF-8")
    };
    let check = |text: &str, says: &str| {
        assert!(text.contains("Question 2"), "it works: {text}");
        let start = &text[..text.find("Question 2").unwrap_or_default()];
        assert!(start.contains(says) && start.contains("--data-dir") != says.is_empty(), "{says:?} in {start}");
    };
    let at = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    check(&start(&["--data-dir", &at("")], None), "");
    check(&start(&["--data-dir", &at("file")], None), "not a directory");
    check(&start(&["--data-dir", &at("file/below")], None), "not a directory");
    check(&start(&[], Some("relative")), "no home folder");
}

/// The zone of the clock decides nothing.
#[test]
fn no_zone_and_any_zone_are_the_same() {
    let folder = data();
    let list = |zone: Option<&str>| {
        let mut command = program(&["cases", "list"]);
        command.arg("--data-dir").arg(folder.path());
        match zone {
            Some(zone) => command.env("TZ", zone),
            None => command.env_remove("TZ"),
        };
        command.output().expect("the program starts").stdout
    };
    let plain = list(None);
    assert!(!plain.is_empty());
    for zone in ["", "UTC", "Asia/Kathmandu", ":/nonexistent", "Mars/Olympus"] {
        assert_eq!(list(Some(zone)), plain, "{zone}");
    }
}

#[test]
fn a_clock_that_is_far_off_keeps_cases_all_the_same() {
    use backup_medic::{
        app::{Effect, Message},
        text::day::moment,
    };
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("cases"));
    // 1970, the last second of 31 bits, and 2106.
    for seconds in [0, i32::MAX as u64, u64::from(u32::MAX) + 1] {
        let mut wizard = crate::wizard::Wizard::new("en", 80, 24).keeping(Vec::new());
        wizard.message(Message::Now(moment(seconds)));
        wizard.open(CODE);
        let wizard = wizard.keys("N text:x Enter");
        for effect in wizard.effects {
            if let Effect::Save(saved) = effect {
                store.put(&saved.id, &encode(&saved), &mut backup_medic::store::Presence::New).expect("it is saved");
            }
        }
    }
    let (cases, broken) = store.list();
    let changed: Vec<&str> = cases.iter().map(|saved| saved.changed.as_str()).collect();
    assert_eq!(changed, ["2106-02-07T06:28:16Z", "2038-01-19T03:14:07Z", "1970-01-01T00:00:00Z"]);
    assert_eq!(broken, Vec::<PathBuf>::new());
    assert_eq!(run(folder.path(), &["cases", "list"]).status.code(), Some(0));
}
