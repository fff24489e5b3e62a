//! `show`: every fact of the document is there, in each language, and its pages read well.

use std::collections::{BTreeMap, BTreeSet};

use backup_medic::{
    commands::{
        self, TaskContext,
        cli::{Cli, Task},
    },
    data::builtin,
    guide::Catalog,
    machine::env::Env,
    settings::Settings,
};
use clap::Parser;
use serde::Deserialize;
use unicode_width::UnicodeWidthStr;

#[derive(Deserialize)]
struct File {
    facts: Vec<Facts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    about: String,
    /// Empty for all of the first document.
    codes: Vec<String>,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    ru: Vec<String>,
}

fn show(code: &str, locale: &str) -> String {
    shown(code, locale, &Env::default())
}

fn shown(code: &str, locale: &str, env: &Env) -> String {
    let cli = Cli::parse_from(["backup-medic", "show", code, "--locale", locale]);
    let words = crate::walks::said(locale);
    let context = TaskContext {
        library: crate::walks::library(),
        words,
        global: &cli.global,
        env,
        settings: &Settings::default(),
    };
    let reply = commands::run(Task::Show { code: code.to_owned() }, &context).expect("a known code");
    assert_eq!((reply.notice.as_str(), reply.is_to_read), ("", true));
    reply.data
}

#[test]
fn prose_keeps_to_the_columns_of_a_terminal_and_elsewhere_is_the_same_everywhere() {
    let on = |stdout_tty, columns| {
        let env = Env { stdout_tty, size: (columns, None), ..Env::default() };
        shown("UserErrorUnsupportedDiskSize", "en", &env)
    };
    let widest = |text: String| {
        let head = text.split_once("Decision tree").expect("it has one").0.to_owned();
        head.lines().filter(|line| !line.contains("://")).map(|line| line.chars().count()).max().unwrap_or_default()
    };
    let usual = on(false, None);
    assert_eq!((&on(false, Some(60)), &on(true, None), &on(true, Some(200))), (&usual, &usual, &usual));
    assert!(widest(usual) > 60 && widest(on(true, Some(60))) <= 60);
}

fn codes() -> Vec<String> {
    let catalog = Catalog::read(&builtin::embedded()).expect("the guides are sound");
    // The pages of a general problem's codes differ in their heads alone, so one of them stands for all.
    let mut seen = BTreeSet::new();
    let entries = catalog.entries.into_iter().filter(|entry| !entry.named || seen.insert(entry.problem.clone()));
    entries.map(|entry| entry.code).collect()
}

/// Those of the document that the facts without codes are about.
fn codes_of_the_document() -> Vec<String> {
    let catalog = Catalog::read(&builtin::embedded()).expect("the guides are sound");
    let own = catalog.entries.into_iter().filter(|entry| entry.guide == "azure-vm-backup");
    own.map(|entry| entry.code).collect()
}

fn one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_fact_of_the_document_is_shown_in_each_language() {
    let file: File = toml::from_str(include_str!("../facts.toml")).expect("the facts");
    let mut missing = Vec::new();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    let document = codes_of_the_document();
    for code in codes() {
        for locale in ["en", "ru"] {
            let shown = one_blank(&show(&code, locale));
            let is_about = |codes: &[String]| if codes.is_empty() { &document } else { codes }.contains(&code);
            for facts in file.facts.iter().filter(|facts| is_about(&facts.codes)) {
                let own = if locale == "en" { &facts.en } else { &facts.ru };
                for fact in facts.all.iter().chain(own) {
                    *counted.entry(code.clone()).or_default() += 1;
                    if !shown.contains(&one_blank(fact)) {
                        missing.push(format!("{code} {locale}: {} [{}]", fact, facts.about));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{} are missing:\n{}", missing.len(), missing.join("\n"));
    let document = counted.values().filter(|count| **count > 30).count();
    assert!(document >= 12, "the twelve codes of the document have their facts: {counted:?}");
    let known = codes();
    assert!(file.facts.iter().flat_map(|facts| &facts.codes).all(|code| known.contains(code)), "a code is misspelt");
}

#[test]
fn prose_keeps_to_a_hundred_columns_and_nothing_is_missing() {
    for code in codes() {
        for locale in ["en", "ru"] {
            let shown = show(&code, locale);
            assert!(shown.ends_with('\n') && !shown.ends_with("\n\n"));
            assert!(!shown.contains("\n\n\n\n") && !shown.contains("**"), "{code}");
            for line in shown.lines() {
                assert_eq!(line.trim_end(), line);
                // A sentence that no language has would stand as its id in braces.
                let id = line.split('{').skip(1).any(|rest| {
                    let name = rest.split('}').next().unwrap_or_default().trim_start_matches('$');
                    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && name.contains('-')
                });
                assert!(!id, "{code} {locale}: {line}");
                let words = line.split_whitespace().filter(|word| !word.is_ascii()).count();
                assert!(words < 4 || line.width() <= 100 || line.contains(" > "), "{code} {locale}: {line}");
            }
        }
    }
}
