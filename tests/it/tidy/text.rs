//! Files of a size that one can read, without leftovers and without traces of a machine.

use super::{File, complaints};

/// Lines of a source file at most: at 300 look for the second idea.
const SOURCE: usize = 349;

/// Lines of a file of tests at most.
const TESTS: usize = 500;

/// Lines of a data file at most.
const DATA: usize = 700;

/// A guide has one file for all its questions, and one that others use has most of them.
const QUESTIONS: (&str, usize) = ("/questions.toml", 1200);

/// Written by tools.
fn is_generated(path: &str) -> bool {
    path.ends_with("Cargo.lock") || path.ends_with(".snap") || path.starts_with("assets/frames/")
}

/// Broken on purpose, or made of the bytes that a test is about.
fn is_specimen(path: &str) -> bool {
    ["tests/guides/", "tests/evidence/", "tests/redact/", "tests/triage/"].iter().any(|folder| path.starts_with(folder))
}

fn size(file: &File) -> Vec<String> {
    let limit = match file.path.rsplit('.').next() {
        Some("rs") if file.path.starts_with("src/") => SOURCE,
        Some("rs") => TESTS,
        Some("toml" | "ftl") if file.path.ends_with(QUESTIONS.0) => QUESTIONS.1,
        Some("toml" | "ftl") => DATA,
        _ => return Vec::new(),
    };
    let lines = file.text.lines().count();
    if lines > limit { vec![format!("{}: {lines} lines, {limit} are enough", file.path)] } else { Vec::new() }
}

/// Taken apart, so that this file does not hold them itself.
const TRACES: [(&str, &str); 11] = [
    ("/wo", "rk/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/Use", "rs/"),
    ("crates", ".io"),
    ("pypi", ".org"),
    ("npmjs", ".org"),
    ("deb.deb", "ian.org"),
    ("TO", "DO"),
    ("FIX", "ME"),
    ("XX", "X:"),
];

fn traces(file: &File) -> Vec<String> {
    // Commands of a guide name the folders of the VM that they are for.
    if file.path.starts_with("guides/") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for trace in TRACES.map(|(start, end)| format!("{start}{end}")) {
        let lines = file.text.lines().enumerate().filter(|(_, line)| line.contains(&trace));
        found.extend(lines.map(|(at, _)| format!("{}:{}: {trace}", file.path, at + 1)));
    }
    found
}

fn blanks(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in file.text.split('\n').enumerate() {
        if line.ends_with([' ', '\t', '\r']) {
            found.push(format!("{}:{}: blanks at the end of the line", file.path, at + 1));
        }
    }
    let ends_well = file.text.ends_with('\n') && !file.text.ends_with("\n\n");
    if !file.text.is_empty() && !ends_well {
        found.push(format!("{}: does not end in one newline", file.path));
    }
    found
}

/// A rule for what people write.
fn written(rule: impl Fn(&File) -> Vec<String>) -> Vec<String> {
    complaints(|file| if is_generated(&file.path) || is_specimen(&file.path) { Vec::new() } else { rule(file) })
}

#[test]
fn files_are_short_enough_to_be_read() {
    assert_eq!(written(size), Vec::<String>::new());
}

#[test]
fn files_hold_no_trace_of_a_machine_and_no_leftover() {
    assert_eq!(written(traces), Vec::<String>::new());
}

#[test]
fn lines_and_files_end_cleanly() {
    assert_eq!(written(blanks), Vec::<String>::new());
}

#[test]
fn a_long_file_is_found() {
    let check = |path: &str, lines: usize, bad: bool| {
        assert_eq!(!size(&File::new(path, &"x\n".repeat(lines))).is_empty(), bad, "{path} {lines}");
    };
    check("src/x.rs", 349, false);
    check("src/x.rs", 350, true);
    check("tests/it/x.rs", 500, false);
    check("tests/it/x.rs", 501, true);
    check("i18n/en/ui.ftl", 700, false);
    check("i18n/en/ui.ftl", 701, true);
    check("guides/x/questions.toml", 1200, false);
    check("guides/x/questions.toml", 1201, true);
    check("LICENSE-APACHE", 5000, false);
}

#[test]
fn traces_are_found() {
    let check = |text: &str, expected: &[&str]| assert_eq!(traces(&File::new("x", text)), expected, "{text}");
    let home = ["/ho", "me/me/x"].concat();
    check(&format!("a\nb {home}"), &[&format!("x:2: {}", &home[..6])]);
    check(&["// TO", "DO"].concat(), &[&["x:1: TO", "DO"].concat()]);
    check("todo = \"warn\"; /var/lib/waagent", &[]);
    for (start, end) in TRACES {
        assert_eq!(traces(&File::new("x", &[start, end].concat())).len(), 1);
    }
}

#[test]
fn loose_ends_are_found() {
    let check = |text: &str, bad: bool| assert_eq!(!blanks(&File::new("x", text)).is_empty(), bad, "{text:?}");
    check("a\nb\n", false);
    check("", false);
    check("a", true);
    check("a\n\n", true);
    check("a \nb\n", true);
    check("a\r\n", true);
}
