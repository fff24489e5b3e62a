//! Whatever the arguments, names and variables of the environment hold, no task obeys it, and no task breaks.
#![cfg(unix)]

use std::{
    ffi::{OsStr, OsString},
    fs,
    os::unix::ffi::{OsStrExt, OsStringExt},
    process::Command,
};

use backup_medic::text::sanitise;
use tempfile::TempDir;

use crate::process::{Done, PROGRAM, fed, program};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// Every control character but the one that ends an argument, what a terminal would obey, and what hides or reorders.
fn hostile() -> String {
    let controls = ('\u{1}'..='\u{1f}').chain('\u{7f}'..='\u{9f}');
    let obeyed =
        "\x1b]0;t\x07\x1b]52;c;QQ==\x07\x1b]8;;http://x.y\x07\x1b[31m\x1b[2J\x1b[c\x1b[6n\x1bP$qm\x1b\\\x1b_x\x1b\\";
    controls.collect::<String>() + obeyed + "\u{202e}\u{2066}\u{200b}\u{e0041}"
}

/// A name of a file that holds as much of it as a name can.
fn name() -> String {
    hostile().replace(['/', '\0'], "").chars().rev().take(90).collect::<Vec<_>>().into_iter().rev().collect()
}

/// What was printed acts on no terminal, asks it nothing, and tells of no panic.
fn is_plain(args: &[OsString], done: &Done) {
    assert!(matches!(done.code, Some(0..=3)), "{args:?} {:?} {}", done.code, done.err);
    for text in [&done.out, &done.err] {
        let acts = text.chars().find(|c| (c.is_control() && *c != '\n') || sanitise::acts(*c));
        assert_eq!(acts, None, "{args:?}\n{text}");
    }
}

fn ran(args: &[OsString], input: &[u8], prepare: impl FnOnce(&mut Command)) -> Done {
    let mut command = program(&[]);
    command.args(args);
    prepare(&mut command);
    Done::from(fed(command, input))
}

/// A folder with files of the given name in it, one of each kind that is read.
fn files(name: &OsStr) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let text = hostile();
    fs::create_dir(folder.path().join(name)).expect("a folder");
    fs::create_dir_all(folder.path().join(name).join("guides/g")).expect("a folder");
    for (ending, holds) in [
        ("txt", text.clone()),
        ("json", format!("[{{\"name\":\"a\",\"code\":\"{}\"}}]", text.escape_unicode())),
        ("toml", format!("[answers]\n\"{text}\" = \"x\"\n")),
        ("md", format!("# {text}\n\n- [x] {text}\n")),
        ("csv", format!("Code,Vm\n\"{text}\",{text}\n")),
    ] {
        let mut file = name.to_owned();
        file.push(".");
        file.push(ending);
        fs::write(folder.path().join(file), holds).expect("it is written");
    }
    folder
}

/// Arguments that bring a text in at each place, and names of files that have it.
fn ways(text: &OsStr) -> Vec<Vec<OsString>> {
    let joined = |before: &str, after: &str| {
        let mut all = OsString::from(before);
        all.push(text);
        all.push(after);
        all
    };
    let own = |args: &[&str], last: OsString| args.iter().map(OsString::from).chain([last]).collect::<Vec<_>>();
    vec![
        own(&[], text.to_owned()),
        own(&["--plain"], text.to_owned()),
        own(&["show"], text.to_owned()),
        own(&["questions"], text.to_owned()),
        own(&["graph"], text.to_owned()),
        own(&["export"], text.to_owned()),
        own(&["export", CODE, "--answer"], joined("", "=x")),
        own(&["export", CODE, "--answer"], joined("vm-power=", "")),
        own(&["export", CODE, "--var"], joined("vm=", "")),
        own(&["export", CODE, "--var"], joined("", "=vm")),
        own(&["export", CODE, "--answers"], joined("", ".toml")),
        own(&["export", CODE, "--output"], joined("", "/below")),
        own(&["export"], joined("./", ".md")),
        own(&["collect"], text.to_owned()),
        own(&["collect", CODE, "--var"], joined("vm=", "")),
        own(&["list", "--locale"], text.to_owned()),
        own(&["list", "--format"], text.to_owned()),
        own(&["list", "--guides"], text.to_owned()),
        own(&["list"], joined("--", "")),
        own(&["cases", "list", "--data-dir"], text.to_owned()),
        own(&["cases", "show"], text.to_owned()),
        own(&["cases", "rm"], text.to_owned()),
        own(&["check"], text.to_owned()),
        own(&["match"], joined("", ".txt")),
        own(&["match"], joined("", ".json")),
        own(&["match"], joined("", ".nowhere")),
        own(&["triage"], joined("", ".json")),
        own(&["triage"], joined("", ".csv")),
        own(&["triage"], joined("", ".md")),
        own(&["--plain", CODE, "--evidence"], joined("", ".txt")),
        own(&["--plain", "resume"], joined("./", ".md")),
        own(&["--plain", "resume"], joined("", ".md")),
        own(&["completions"], text.to_owned()),
    ]
}

#[test]
fn no_control_character_of_any_argument_or_name_is_printed() {
    let name = OsString::from(name());
    let folder = files(&name);
    let hostile = OsString::from(hostile());
    for args in ways(&name).into_iter().chain(ways(&hostile)) {
        let done = ran(&args, b"", |command| _ = command.current_dir(folder.path()));
        is_plain(&args, &done);
    }
}

#[test]
fn no_control_character_of_the_environment_or_the_input_is_printed() {
    let (hostile, folder) = (hostile(), files(OsStr::new("a")));
    for variable in
        ["LANG", "LC_ALL", "LANGUAGE", "HOME", "XDG_DATA_HOME", "TERM", "COLORFGBG", "NO_COLOR", "TZ", "COLUMNS"]
    {
        for args in [&["list"][..], &["cases"], &["--plain", CODE], &["--plain"], &["show", "nothing"]] {
            let args: Vec<OsString> = args.iter().map(OsString::from).collect();
            let done = ran(&args, b"2\n", |command| _ = command.env(variable, &hostile).current_dir(folder.path()));
            is_plain(&args, &done);
        }
    }
    for args in
        [&["match"][..], &["triage", "-"], &["export", CODE, "--answers", "-"], &["--plain"], &["--plain", CODE]]
    {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        for input in [hostile.as_bytes().to_vec(), (0..=255).collect()] {
            is_plain(&args, &ran(&args, &input, |_| {}));
        }
    }
}

/// Bytes that are no UTF-8, as file names and environments of older systems hold them.
#[test]
fn bytes_that_are_no_text_are_borne() {
    let latin = OsString::from_vec(b"B\xfcro-\xff\xfe-\xed\xa0\x80".to_vec());
    let folder = files(&latin);
    let inside = folder.path().join(&latin);
    for (language, home) in [("C", OsStr::from_bytes(b"/nowhere/\xfc\xff")), ("de_DE.ISO-8859-1", inside.as_os_str())] {
        for args in ways(&latin) {
            let done = ran(&args, b"1\n", |command| {
                command.current_dir(folder.path()).env("LANG", language).env("HOME", home);
            });
            is_plain(&args, &done);
        }
    }
    // Where the program stands has such a name too, and what is kept and written there is found again.
    let mut args: Vec<OsString> = ["--plain", CODE, "--data-dir"].map(OsString::from).to_vec();
    args.push(latin.clone());
    is_plain(&args, &ran(&args, b"2\ne\nticket.md\nq\n", |command| _ = command.current_dir(&inside)));
    assert!(fs::read(inside.join("ticket.md")).is_ok_and(|text| !text.is_empty()));
    let args: Vec<OsString> = vec!["cases".into(), "--data-dir".into(), latin];
    let done = ran(&args, b"", |command| _ = command.current_dir(&inside));
    assert_eq!((done.code, done.out.lines().count()), (Some(0), 1), "{}", done.err);
}

/// What a program opens first would get the number of a closed stream, and its words with it.
#[test]
fn closed_streams_are_no_file_of_the_program() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |line: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", line, PROGRAM]).env_clear().env("LANG", "C").env("HOME", folder.path());
        command.current_dir(folder.path()).status().expect("a shell").code()
    };
    let export = |to: &str| format!("\"$0\" export {CODE} --answer vm-power=running --output {to}");
    assert_eq!(run(&export("open.md")), Some(0));
    assert_eq!(run(&(export("closed.md") + " <&- >&- 2>&-")), Some(0));
    let text = |name: &str| fs::read(folder.path().join(name)).expect("it was written");
    assert_eq!(text("open.md"), text("closed.md"));
    for streams in ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"] {
        assert_eq!(run(&format!("\"$0\" list {streams}")), Some(0), "{streams}");
        assert_eq!(run(&format!("\"$0\" show nothing {streams}")), Some(2), "{streams}");
        assert_eq!(run(&format!("\"$0\" {streams}")), Some(2), "{streams}");
        assert_eq!(
            run(&format!("printf '2\\n' | \"$0\" --plain {CODE} --data-dir data {}", streams.replace("<&-", ""))),
            Some(0)
        );
    }
    // Nothing of what was said lies in a case.
    let cases = fs::read_dir(folder.path().join("data/cases")).expect("cases").flatten();
    let cases: Vec<_> = cases.filter(|file| file.path().extension().is_some_and(|ending| ending == "case")).collect();
    assert!(!cases.is_empty());
    for case in cases {
        let text = fs::read_to_string(case.path()).expect("a case is text");
        assert!(backup_medic::store::record::decode(&text).is_ok(), "{text}");
    }
    // Without input nothing is waited for.
    assert_eq!(run("\"$0\" --plain <&-"), Some(0));
    assert_eq!(run("\"$0\" match <&-"), Some(1));
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn what_is_no_terminal_gets_no_escape_whatever_wants_colour() {
        let colours: [&[(&str, &str)]; 6] = [
            &[],
            &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
            &[("CLICOLOR", "0")],
            &[("CLICOLOR", "1"), ("COLORTERM", "truecolor")],
            &[("TERM", "dumb")],
            &[("TERM", "xterm-256color")],
        ];
        let folder = files(OsStr::new("a"));
        for env in colours {
            for args in ways(OsStr::new("a")).into_iter().chain([
                vec!["check".into()],
                vec!["--help".into()],
                vec!["list".into()],
            ]) {
                let done =
                    ran(&args, b"1\n", |command| _ = command.envs(env.iter().copied()).current_dir(folder.path()));
                assert!(!done.out.contains('\x1b') && !done.err.contains('\x1b'), "{env:?} {args:?}");
            }
        }
    }
}
