//! `check`: every defect found at its place, in both languages, and nothing else.

mod drawings;
mod hostile;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use backup_medic::{
    commands::{
        self, Reply, TaskContext,
        cli::{Color, Global, Task, TextOrJson},
    },
    data::builtin,
    error::Error,
    l10n::{self},
    machine::env::Env,
    settings::Settings,
};
use serde_json::Value;

const GUIDE: &str = "azure-vm-backup";

/// Runs a task in a language, over the built-in files.
fn run(task: Task, locale: &str) -> Result<Reply, Error> {
    let global = Global { locale: None, guides: None, data_dir: None, color: Color::Never, theme: None, config: None };
    let (env, settings) = (Env::default(), Settings::default());
    let context = TaskContext {
        words: crate::walks::said(locale),
        library: crate::walks::library(),
        global: &global,
        env: &env,
        settings: &settings,
    };
    commands::run(task, &context)
}

fn check_folder(folder: Option<&Path>, format: TextOrJson, locale: &str) -> Reply {
    let task = Task::Check { dir: folder.map(Path::to_owned), format, today: None };
    run(task, locale).expect("the folder can be read")
}

/// What is wrong in a folder, as fixtures write it: `code file:line:column`.
fn found(folder: Option<&Path>) -> Vec<String> {
    let reply = check_folder(folder, TextOrJson::Json, "en");
    let answer: Value = serde_json::from_str(&reply.data).expect("JSON");
    let rows: Vec<String> = answer["diagnostics"].as_array().expect("a list").iter().map(row).collect();
    assert_eq!(reply.no, !rows.is_empty(), "the answer is no where something is wrong");
    // The fixtures speak English and Russian, whatever languages the program has by now.
    let other = |row: &str| row.starts_with("no-words i18n/") && folder.is_some() && !row.contains("/ru/");
    rows.into_iter().filter(|row| !other(row)).collect()
}

fn row(diagnostic: &Value) -> String {
    let text = |key: &str| diagnostic[key].as_str().expect("text").to_owned();
    let place = match (&diagnostic["line"], &diagnostic["column"]) {
        (Value::Null, Value::Null) => String::new(),
        (line, column) => format!(":{line}:{column}"),
    };
    format!("{} {}{place}", text("code"), text("file"))
}

/// The sections of a fixture: `=== PATH ===` begins a file's text, `=== -PATH ===` takes a file away.
fn sections(text: &str) -> Vec<(String, String)> {
    let section = |part: &str| {
        let (path, body) = part.split_once(" ===\n")?;
        Some((path.to_owned(), body.to_owned()))
    };
    format!("\n{text}").split("\n=== ").filter_map(|part| section(&format!("{part}\n"))).collect()
}

pub(crate) fn fixture(path: impl AsRef<Path>) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides").join(path);
    sections(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Words of the minimal guide for languages that the program has besides those of the fixtures.
fn more_languages() -> Vec<(String, String)> {
    let mut over = Vec::new();
    for locale in l10n::available(&builtin::embedded()) {
        if ["en", "ru"].contains(&locale.as_str()) {
            continue;
        }
        for (path, text) in fixture("valid/minimal.txt") {
            over.extend(path.strip_prefix("i18n/en/").map(|path| (format!("i18n/{locale}/{path}"), text)));
        }
    }
    over
}

/// A folder with the minimal guide and what is laid over it.
fn laid_out(over: &[(String, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    lay(folder.path(), &fixture("valid/minimal.txt"));
    lay(folder.path(), over);
    folder
}

/// Writes the files of a fixture, and takes away those that it takes away.
fn lay(folder: &Path, over: &[(String, String)]) {
    for (path, text) in over.iter().filter(|(path, _)| path != "expect") {
        match path.strip_prefix('-') {
            Some(path) => _ = fs::remove_file(folder.join(path)),
            None => {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(path, text).expect("written");
            }
        }
    }
}

/// The minimal guide as it was before something was laid over it.
fn lay_back(folder: &Path, over: &[(String, String)]) {
    let minimal = fixture("valid/minimal.txt");
    for (path, _) in over.iter().filter(|(path, _)| path != "expect") {
        let path = path.trim_start_matches('-');
        match minimal.iter().find(|(known, _)| known == path) {
            Some(file) => lay(folder, std::slice::from_ref(file)),
            None => fs::remove_file(folder.join(path)).expect("it was there"),
        }
    }
}

fn expected(fixture: &[(String, String)]) -> Vec<String> {
    let expect = fixture.iter().find(|(path, _)| path == "expect").expect("what is expected");
    expect.1.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_built_in_guides_and_words_are_sound() {
    assert_eq!(found(None), Vec::<String>::new());
}

#[test]
fn sound_guides_have_no_diagnostics() {
    for path in fixtures("valid") {
        let folder = laid_out(&fixture(&path));
        assert_eq!(found(Some(folder.path())), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn every_defect_is_reported_at_its_place_and_nothing_else_is() {
    let folder = laid_out(&[]);
    for path in fixtures("invalid") {
        let fixture = fixture(&path);
        lay(folder.path(), &fixture);
        assert_eq!(found(Some(folder.path())), expected(&fixture), "{}", path.display());
        lay_back(folder.path(), &fixture);
    }
    assert_eq!(found(Some(folder.path())), Vec::<String>::new(), "nothing is left of any of them");
}

#[test]
fn every_code_has_its_sentences_and_its_fixture() {
    let mut codes = BTreeSet::new();
    let mut literals = BTreeSet::new();
    for folder in ["src/guide", "src/l10n"] {
        for text in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            literals.extend(code.split('"').map(str::to_owned));
            for add in ["report.add(", "file.add("] {
                let calls = code.split(add).skip(1).filter_map(|call| call.trim_start().strip_prefix('"'));
                codes.extend(calls.filter_map(|call| Some(call.split_once('"')?.0.to_owned())));
            }
        }
    }
    let words = builtin::embedded();
    let words = words.get("i18n/en/check.ftl").expect("the words of check");
    let said: Vec<&str> = words.split("\ncheck-").skip(1).filter(|message| message.contains("\n .help =")).collect();
    let said: BTreeSet<String> = said.iter().filter_map(|m| Some(m.split_once(" =")?.0.to_owned())).collect();
    assert!(codes.len() > 30 && codes.is_subset(&said), "without words: {:?}", codes.difference(&said));
    assert!(said.is_subset(&literals), "words for no code: {:?}", said.difference(&literals));
    for code in said {
        let fixture = fixture(format!("invalid/{code}.txt"));
        assert!(expected(&fixture).iter().any(|line| line.starts_with(&format!("{code} "))), "{code}");
    }
}

fn sources(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            texts.extend(sources(&path));
        } else {
            texts.push(fs::read_to_string(path).expect("text"));
        }
    }
    texts
}

#[test]
fn one_run_reports_the_defects_of_all_files() {
    let mut over = Vec::new();
    for code in ["bad-link", "no-subscription", "unknown-node", "bad-time", "words-syntax", "missing-plural"] {
        over.extend(fixture(format!("invalid/{code}.txt")));
    }
    let folder = laid_out(&over);
    let codes: Vec<String> = found(Some(folder.path())).iter().map(|line| line.replace("i18n/", "")).collect();
    let expected = [
        "bad-time guides/g/causes/k.toml:12:7",
        "bad-link guides/g/links.toml:1:8",
        "bad-link guides/g/messages.toml:2:7",
        "unknown-node guides/g/problems/p.toml:13:6",
        "no-subscription guides/g/questions.toml:7:1",
        "words-syntax en/g/problems.ftl:3:1",
        "missing-plural ru/g/causes.ftl:2:32",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn an_address_that_is_none_is_named_by_itself() {
    let mut over = fixture("invalid/bad-link.txt");
    let mut minimal = fixture("valid/minimal.txt").into_iter();
    let (path, text) = minimal.find(|(path, _)| path == "guides/g/guide.toml").expect("the guide's own file");
    over.push((path, text.replace("https://example.com/document", "http://example.com/document")));
    let folder = laid_out(&over);
    for (locale, quote) in [("en", '“'), ("ru", '«')] {
        let text = check_folder(Some(folder.path()), TextOrJson::Text, locale).data;
        for address in ["http://example.com/docs", "http://example.com/de", "http://example.com/document"] {
            assert!(text.contains(&format!("[bad-link]: {quote}{address}")), "{address}: {text}");
        }
    }
}

#[test]
fn the_summary_counts_what_the_guides_hold() {
    let folder = laid_out(&more_languages());
    let reply = check_folder(Some(folder.path()), TextOrJson::Text, "en");
    let expected =
        "1 problem, 2 questions, 1 cause, 1 remedy, 1 step, 0 rules for evidence, 13 trails\n0 diagnostics\n";
    assert_eq!((reply.data.as_str(), reply.no), (expected, false));
}

#[test]
fn ages_are_counted_from_the_given_day_and_are_no_errors() {
    let folder = laid_out(&more_languages());
    let check = |today: &str| {
        let dir = Some(folder.path().to_owned());
        run(Task::Check { dir, format: TextOrJson::Text, today: Some(today.to_owned()) }, "en")
    };
    let reply = check("2026-11-25").expect("a day");
    let lines: Vec<&str> = reply.data.lines().take(6).collect();
    let expected = [
        "2700 days, 2019-07-05, date of a source:",
        "  guides/g/guide.toml",
        "378 days, 2025-11-12, latest copy of the document:",
        "  guides/g/guide.toml",
        "1 day, 2026-11-24, last compared with the source:",
        "  guides/g/causes/k.toml",
    ];
    assert_eq!((lines.as_slice(), reply.no), (expected.as_slice(), false));
    for day in ["2026-02-30", "today", ""] {
        assert!(matches!(check(day), Err(Error::BadDate { date, .. }) if date == day), "{day}");
    }
}

#[test]
fn what_acts_on_a_terminal_is_shown() {
    let mut over = fixture("invalid/control-character.txt");
    over.push(("guides/g/causes/\u{1b}[2J.toml".to_owned(), "source = \"\u{9b}\u{202e}\"".to_owned()));
    let folder = laid_out(&over);
    let text = check_folder(Some(folder.path()), TextOrJson::Text, "en").data;
    let acting: Vec<char> = text.chars().filter(|c| c.is_control() && *c != '\n').collect();
    assert!(acting.is_empty(), "{acting:?}");
    assert!(text.contains("guides/g/causes/^[[2J.toml") && text.contains("<U+009B><U+202E>"), "{text}");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn a_diagnostic_names_its_place_what_is_wrong_and_what_to_do_in_both_languages() {
        for path in fixtures("invalid") {
            let fixture = fixture(&path);
            let folder = laid_out(&fixture);
            let texts = ["en", "ru"].map(|locale| check_folder(Some(folder.path()), TextOrJson::Text, locale).data);
            for (text, (error, help)) in texts.iter().zip([("error", "help"), ("ошибка", "что делать")])
            {
                let expected = expected(&fixture);
                for line in &expected {
                    let (code, place) = line.split_once(' ').expect("a code and a place");
                    assert!(text.contains(&format!("{error}[{code}]: ")), "{code}: {text}");
                    assert!(text.contains(&format!("--> {place}\n")), "{place}: {text}");
                }
                // The fixtures speak English and Russian, whatever languages the program has by now.
                let unspoken = expected.iter().filter(|line| line.starts_with("no-words ")).count();
                let others = text.matches(&format!("{error}[no-words]: ")).count() - unspoken;
                assert_eq!(text.matches(&format!("= {help}: ")).count(), expected.len() + others, "{text}");
                assert!(!text.contains("{check-") && !text.contains("{$"), "a sentence is missing: {text}");
            }
            assert_ne!(texts[0], texts[1], "{}", path.display());
        }
    }
}
