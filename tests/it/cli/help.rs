//! Help and errors are whole in each language.

use std::{collections::BTreeSet, fs, iter};

use backup_medic::{
    cli::{self, Cli},
    data::builtin,
    l10n::Words,
};
use clap::CommandFactory;

use super::run;

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
        "locale",
        "guides",
        "color",
        "theme",
        "brief",
        "format",
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
        "completions",
        "man",
    ];
    help.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty() && !IDENTIFIERS.contains(word))
        .collect()
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

fn words(locale: &str) -> Words {
    Words::new(std::rc::Rc::new(builtin::embedded()), locale)
}
