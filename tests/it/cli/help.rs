//! Help and errors are whole in each language.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    fs,
    io::{self, Write},
    iter,
    process::Command,
    rc::Rc,
};

use backup_medic::{
    commands::cli::{self, Cli, examples},
    data::builtin,
    l10n::{self, Words},
};
use clap::{CommandFactory, Parser};

use super::run;
use crate::process::{Done, program};

#[test]
fn help_is_in_the_persons_language_and_whole() {
    for locale in ["en", "ru"] {
        let known = Cli::command();
        let tasks = iter::once("").chain(known.get_subcommands().map(|task| task.get_name()));
        for task in tasks {
            let args: Vec<&str> =
                [task, "--help", "--locale", locale].into_iter().filter(|arg| !arg.is_empty()).collect();
            let done = run(&args);
            assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{args:?}");
            assert!(!done.out.contains('{'), "{}", done.out);
            if locale == "ru" {
                assert_eq!(english(&done.out), BTreeSet::new(), "{}", done.out);
            }
        }
    }
    assert!(english("Выводит версию [default: auto]").contains("default"), "the guard sees English");
}

/// The words of Latin letters in a help text that are no identifiers of the command line.
fn english(help: &str) -> BTreeSet<&str> {
    const IDENTIFIERS: &[&str] = &[
        "backup",
        "jira",
        "medic",
        "Azure",
        "L",
        "DIR",
        "WHEN",
        "THEME",
        "CODE",
        "FORMAT",
        "DATE",
        "SHELL",
        "FILE",
        "PATH",
        "QUESTION",
        "OPTION",
        "NAME",
        "VALUE",
        "h",
        "V",
        "help",
        "version",
        "plain",
        "demo",
        "locale",
        "guides",
        "color",
        "theme",
        "brief",
        "commands",
        "tool",
        "TOOL",
        "JSON",
        "CSV",
        "az",
        "guest",
        "portal",
        "format",
        "due",
        "last",
        "html",
        "match",
        "today",
        "answer",
        "answers",
        "var",
        "output",
        "force",
        "redact",
        "no",
        "case",
        "handover",
        "auto",
        "always",
        "never",
        "dark",
        "light",
        "text",
        "json",
        "markdown",
        "csv",
        "kql",
        "arg",
        "mermaid",
        "dot",
        "bash",
        "elvish",
        "fish",
        "powershell",
        "zsh",
        "ru",
        "en",
        "list",
        "show",
        "questions",
        "compare",
        "BEFORE",
        "NOW",
        "evidence",
        "collect",
        "cases",
        "resume",
        "data",
        "dir",
        "rm",
        "restore",
        "triage",
        "ACTION",
        "CASE",
        "FILES",
        "files",
        "out",
        "export",
        "check",
        "graph",
        "complete",
        "WORDS",
        "TASK",
        "o",
        "f",
        "completions",
        "config",
        "man",
    ];
    // An example is a command.
    let lines = help.lines().filter(|line| !line.starts_with("  backup-medic"));
    lines
        .flat_map(|line| line.split(|c: char| !c.is_ascii_alphabetic()))
        .filter(|word| !word.is_empty() && !IDENTIFIERS.contains(word))
        .collect()
}

#[test]
fn help_of_a_task_is_the_same_however_it_is_asked_for() {
    let check = |args: &[&str], same: &[&str]| assert_eq!(run(args).out, run(same).out, "{args:?}");
    check(&["help"], &["--help"]);
    check(&["help", "export"], &["export", "--help"]);
    let wrong = run(&["help", "exprot"]);
    assert!(wrong.code == Some(2) && wrong.err.contains("export"), "{}", wrong.err);
}

#[test]
fn who_calls_a_task_wrongly_sees_how_it_is_called() {
    let check = |args: &[&str], parts: &[&str]| {
        let done = run(args);
        assert_eq!(done.code, Some(2));
        parts.iter().for_each(|part| assert!(done.err.contains(part), "{part} in {}", done.err));
    };
    check(
        &["export"],
        &["Usage: backup-medic export CODE", "\n  backup-medic export User", "backup-medic help export"],
    );
    check(&["triage"], &["Usage: backup-medic triage [FILE]...", "backup-medic help triage"]);
    check(&["cases", "show"], &["Usage: backup-medic cases [ACTION] [CASE]", "\n  backup-medic cases --due"]);
}

#[test]
fn the_synopsis_shows_what_a_task_needs() {
    let check = |task: &str, expected: &str| {
        let help = run(&["help", task]).out;
        assert!(help.contains(&format!("\nUsage: backup-medic {expected} [OPTIONS]\n")), "{expected} in {help}");
    };
    check("list", "list");
    check("show", "show CODE");
    check("match", "match [FILE]...");
    check("compare", "compare BEFORE NOW");
    check("cases", "cases [ACTION] [CASE]");
    check("evidence", "evidence --collect CODE");
}

#[test]
fn help_names_examples_first_and_no_option_that_changes_nothing() {
    let check = |task: &str, named: &[&str], unnamed: &[&str]| {
        let help = run(&["help", task]).out;
        let (examples, options) = help.split_once("\nOptions:\n").expect("each task has options");
        assert!(examples.contains("\nExamples:\n"), "{help}");
        let has = |option: &&str| options.lines().any(|line| line.contains(&format!("--{option} ")));
        named.iter().for_each(|option| assert!(has(option), "{option} in {help}"));
        unnamed.iter().for_each(|option| assert!(!has(option), "{option} in {help}"));
    };
    check("list", &["locale", "guides", "format"], &["data-dir", "color", "theme", "config"]);
    check("export", &["data-dir", "config"], &["color", "theme"]);
    check("check", &["color"], &["theme", "data-dir"]);
    check("resume", &["color", "theme", "data-dir", "config"], &["format"]);
    check("man", &["locale"], &["guides", "color"]);
    // What is not named is taken all the same.
    assert_eq!(run(&["list", "--theme", "dark", "--color", "never"]).code, Some(0));
}

#[test]
fn the_heads_of_help_are_bold_where_that_is_wanted() {
    let check = |set: &[(&str, &str)], args: &[&str], bold: bool| {
        let mut command = program(args);
        let done: Done = command.envs(set.iter().copied()).output().expect("it starts").into();
        assert_eq!(done.out.contains("\u{1b}[1mUsage:\u{1b}[0m"), bold, "{set:?} {args:?} {}", done.out);
    };
    check(&[], &["--help"], false);
    check(&[], &["list", "--help", "--color", "always"], true);
    check(&[], &["help", "list", "--color=always"], true);
    check(&[("FORCE_COLOR", "1")], &["--help"], true);
    check(&[("FORCE_COLOR", "1"), ("TERM", "dumb")], &["--help"], false);
    check(&[("FORCE_COLOR", "1")], &["--help", "--color", "never"], false);
    check(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &["help"], false);
}

#[test]
fn a_word_that_names_a_task_can_never_name_a_problem() {
    let root = cli::described(&words("en"));
    let longest = root.get_subcommands().map(|task| task.get_name().len()).max().unwrap_or_default();
    let listed = run(&["list", "--format", "json"]).out;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&listed).expect("rows");
    for row in &rows {
        let aliases = row["aliases"].as_array().expect("a list").iter();
        for name in [&row["code"], &row["problem"]].into_iter().chain(aliases).filter_map(|name| name.as_str()) {
            // A task is one short word, also one that is still to come.
            let is_word = name.chars().all(char::is_alphabetic);
            assert!(!is_word || name.len() > longest + 2, "{name} could be a task");
        }
    }
}

#[test]
fn each_task_has_an_example_that_parses() {
    let root = cli::described(&words("en"));
    for task in cli::shown(&root) {
        assert!(examples::of(task.get_name()).next().is_some(), "no example of {}", task.get_name());
    }
    for (task, line) in examples::EXAMPLES {
        let line = line.split(" > ").next().unwrap_or_default();
        let parsed = Cli::try_parse_from(line.split(' '));
        assert!(parsed.is_ok(), "{line}: {parsed:?}");
        assert!(task.is_empty() || line.starts_with(&format!("backup-medic {task}")), "{line}");
    }
}

#[test]
fn a_line_is_read_alike_whatever_tasks_it_names() {
    let check = |line: &str| {
        let args: Vec<OsString> = ["backup-medic"].into_iter().chain(line.split(' ')).map(OsString::from).collect();
        let read = cli::parse(args.clone().into_iter()).map_err(|error| error.kind());
        let whole = Cli::try_parse_from(args).map_err(|error| error.kind());
        assert_eq!(format!("{read:?}"), format!("{whole:?}"), "{line}");
    };
    for task in Cli::command().get_subcommands().map(|task| task.get_name().to_owned()) {
        for line in
            ["{}", "{} a", "{} --format json a", "--locale ru {}", "--plain {} list", "a {}", "-- {}", "--nothing {}"]
        {
            // Its options are those of a line that is still being typed.
            if task != "complete" {
                check(&line.replace("{}", &task));
            }
        }
    }
    check("UserErrorVmNotFoundV2 --plain");
    check("--evidence list UserErrorVmNotFoundV2");
    check("--version");
    check("show --version");
    check("lists");
}

#[test]
fn a_language_without_words_is_refused_and_the_others_are_named() {
    let done = run(&["list", "--locale", "zxx"]);
    let known = l10n::available(&builtin::embedded()).join(", ");
    assert!(done.code == Some(2) && done.err.contains(&known), "{}", done.err);
}

#[test]
fn each_task_has_a_manual_page_that_is_sound() {
    let root = cli::described(&words("en"));
    let pages = iter::once(None).chain(cli::shown(&root).map(|task| Some(task.get_name())));
    for task in pages {
        let args: Vec<&str> = iter::once("man").chain(task).collect();
        let page = run(&args).out;
        let name = task.map_or("backup\\-medic".to_owned(), |task| format!("backup\\-medic\\-{task}"));
        let heads = ["NAME", "SYNOPSIS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"];
        assert!(page.contains(&name), "{name} in {page}");
        heads.iter().for_each(|head| {
            assert!(
                page.contains(&format!(".SH {head}")) || page.contains(&format!(".SH \"{head}\"")),
                "{head} in {page}"
            )
        });
        warnings(&page).inspect(|said| assert_eq!(said, "", "{name}"));
    }
    assert!(warnings(".nosuchrequest\n").is_none_or(|said| !said.is_empty()), "the guard sees a defect");
}

/// What groff says of a page; `None` where the machine has none.
fn warnings(page: &str) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.1");
    fs::write(&path, page).expect("a file");
    let done = Command::new("groff").args(["-man", "-ww", "-z", "-Tutf8", "-Kutf8"]).arg(&path).output();
    let Ok(done) = done else {
        let _ = writeln!(io::stderr(), "NOT CHECKED: there is no groff on this machine");
        return None;
    };
    Some(String::from_utf8_lossy(&done.stderr).into_owned())
}

#[test]
fn every_task_and_argument_has_words_in_each_language() {
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let root = cli::described(&words("en"));
    for command in iter::once(&root).chain(root.get_subcommands()) {
        ids.extend(command.get_arguments().map(|arg| format!("cli-arg-{}", arg.get_id())));
        ids.insert(if command.has_subcommands() { "cli-wizard".into() } else { format!("cli-{}", command.get_name()) });
    }
    for locale in ["en", "ru"] {
        let text = fs::read_to_string(format!("i18n/{locale}/cli.ftl")).expect("the words");
        for id in &ids {
            assert!(text.contains(&format!("\n{id} = ")), "{id} has no words in {locale}");
        }
    }
}

#[test]
fn no_translation_holds_the_name_of_a_task() {
    let root = cli::described(&words("en"));
    let names: BTreeSet<&str> = root.get_subcommands().map(|command| command.get_name()).collect();
    let held = |text: &str| {
        // Only Latin words stand out in Russian; what is in braces or before an equals sign is no sentence.
        let values = text.lines().map(|line| line.split_once('=').map_or(line, |(_, value)| value));
        let values: Vec<&str> =
            values.flat_map(|value| value.split('{').flat_map(|part| part.rsplit('}').next())).collect();
        let words = values.iter().flat_map(|value| value.split(|c: char| !c.is_alphabetic()));
        words.filter(|word| names.contains(word)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(held("a-b = Все печатает задача list; { $list }"), ["list"]);
    for part in ["home", "ui", "cli", "export", "plain"] {
        let text = fs::read_to_string(format!("i18n/ru/{part}.ftl")).expect("the words");
        assert_eq!(held(&text), [""; 0], "{part}");
    }
}

fn words(locale: &str) -> Rc<Words> {
    crate::walks::said(locale)
}
