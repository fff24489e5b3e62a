//! Sentences stand in the words and nowhere else, and every one of them is used.

use std::{collections::BTreeSet, sync::LazyLock};

use super::{File, complaints, lex::Rust, project};

/// Parts of the program's own words.
const PARTS: [&str; 8] = ["home", "ui", "cli", "check", "export", "match", "plain", "triage"];

/// Prefixes that the code puts before names which are no texts of it: those of commands and arguments.
const PREFIXES: [&str; 2] = ["cli-", "cli-arg-"];

/// Calls whose first text is an id of the words, and what stands before it there.
const CALLS: [(&str, &str); 4] = [(".say(", ""), (".say_with(", ""), ("words.text(", ""), ("report.add(", "check-")];

/// Texts for whoever reads a crash, not for the person at the wizard.
const FOR_DEVELOPERS: [&str; 5] = ["allow(", "expect(", "unreachable!(", "panic!(", "assert!("];

/// The ids of a Fluent file.
fn ids(ftl: &str) -> impl Iterator<Item = &str> {
    let id = |line: &'_ str| -> Option<usize> {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let good = id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        good.then_some(id.len())
    };
    ftl.lines().filter_map(move |line| Some(&line[..id(line)?]))
}

static ALL: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let english = project().iter().filter(|file| file.path.starts_with("i18n/en/"));
    english.flat_map(|file| ids(&file.text).map(str::to_owned)).collect()
});

/// Ids that the code names and that no word has.
fn missing(file: &File, known: &BTreeSet<String>) -> Vec<String> {
    let rust = file.rust();
    let mut found = Vec::new();
    for (at, text) in &rust.texts {
        let before = rust.code[..at - 1].trim_end();
        let Some((_, prefix)) = CALLS.iter().find(|(call, _)| before.ends_with(call)) else { continue };
        let id = format!("{prefix}{text}");
        if !known.contains(&id) {
            found.push(format!("{}:{}: no word has the id {id}", file.path, rust.line(*at)));
        }
    }
    found
}

/// Ids of the program's words that the code neither names nor puts together from a prefix and a name.
fn unused(ftl: &str, texts: &BTreeSet<String>) -> Vec<String> {
    let put_together = |id: &str| {
        id.match_indices('-').any(|(dash, _)| {
            let (prefix, name) = id.split_at(dash + 1);
            let formatted = format!("{prefix}{{");
            let formats = texts.range(formatted.clone()..).next().is_some_and(|text| text.starts_with(&formatted));
            formats && (texts.contains(name) || PREFIXES.contains(&prefix))
        })
    };
    ids(ftl).filter(|id| !texts.contains(*id) && !put_together(id)).map(str::to_owned).collect()
}

/// Whether a text reads like a sentence: three words in a row, outside placeholders.
fn is_sentence(text: &str) -> bool {
    let mut depth = 0;
    let outside: String = text
        .chars()
        .map(|c| match c {
            '{' => {
                depth += 1;
                '.'
            }
            '}' => {
                depth -= 1;
                '.'
            }
            c if depth > 0 => {
                if c == ' ' {
                    ' '
                } else {
                    '.'
                }
            }
            c => c,
        })
        .collect();
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    let words: Vec<bool> =
        outside.split(' ').map(|word| is_word(&word.trim_end_matches([',', '.', ':', ';', '!', '?']))).collect();
    words.windows(3).any(|three| three.iter().all(|word| *word))
}

/// The code up to the call whose argument stands at its end, bracket included; all of it where none is open.
fn call(code: &str) -> &str {
    let mut closed = 0;
    for (at, c) in code.char_indices().rev() {
        match c {
            ')' => closed += 1,
            '(' if closed == 0 => return &code[..=at],
            '(' => closed -= 1,
            _ => {}
        }
    }
    code
}

/// Where the words of other programs are looked for, which are data.
const OTHERS_WORDS: &str = "src/evidence/";

fn sentences(file: &File) -> Vec<String> {
    if file.path.starts_with(OTHERS_WORDS) {
        return Vec::new();
    }
    let rust = file.rust();
    let spoken = rust.texts.iter().filter(|(at, text)| {
        let before = call(&rust.code[..at - 1]);
        is_sentence(text) && !FOR_DEVELOPERS.iter().any(|call| before.ends_with(call))
    });
    spoken.map(|(at, text)| format!("{}:{}: a sentence: {text:?}", file.path, rust.line(*at))).collect()
}

fn cyrillic(file: &File) -> Vec<String> {
    let source = file.text.find("#[cfg(test)]\nmod tests").map_or(file.text.as_str(), |tests| &file.text[..tests]);
    let lines = source.lines().enumerate().filter(|(_, line)| line.contains(|c| matches!(c, '\u{400}'..='\u{52f}')));
    lines.map(|(at, _)| format!("{}:{}: Cyrillic", file.path, at + 1)).collect()
}

/// The same rule for the files of `src/` alone.
fn in_source(rule: impl Fn(&File) -> Vec<String>) -> Vec<String> {
    complaints(|file| if file.path.starts_with("src/") { rule(file) } else { Vec::new() })
}

impl File {
    fn rust(&self) -> Rust {
        Rust::of(&self.text)
    }
}

#[test]
fn every_id_that_the_code_names_has_a_word() {
    assert_eq!(in_source(|file| missing(file, &ALL)), Vec::<String>::new());
}

#[test]
fn every_word_of_the_program_is_named_by_the_code() {
    let sources = project().iter().filter(|file| file.path.starts_with("src/"));
    let named = sources.flat_map(|file| file.rust().texts.into_iter().map(|(_, text)| text)).collect();
    for part in PARTS {
        let path = format!("i18n/en/{part}.ftl");
        let file = project().iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is gone"));
        assert_eq!(unused(&file.text, &named), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn no_sentence_stands_in_the_code() {
    assert_eq!(in_source(sentences), Vec::<String>::new());
}

#[test]
fn no_cyrillic_stands_in_the_code() {
    assert_eq!(in_source(cyrillic), Vec::<String>::new());
}

#[test]
fn a_word_that_is_missing_or_unused_is_found() {
    let known: BTreeSet<String> = ids("a = A\nb-c =\n    .d = D\n# e = E").map(str::to_owned).collect();
    assert_eq!(known.iter().collect::<Vec<_>>(), ["a", "b-c"]);
    let check = |code: &str, expected: &[&str]| {
        let found = missing(&File::new("src/x.rs", code), &known);
        let found: Vec<_> = found.iter().filter_map(|line| line.split(" the id ").nth(1)).collect();
        assert_eq!(found, expected, "{code}");
    };
    check("words.say(\"a\")", &[]);
    check("words.say(\"b\")", &["b"]);
    check("words.say_with(\n    \"gone\", &args)", &["gone"]);
    check("words.text(\"b-c\", None)", &[]);
    check("report.add(\n\"z\", file)", &["check-z"]);
    check("words.say(&format!(\"a-{b}\"))", &[]);
    let check = |texts: &[&str], expected: &[&str]| {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        assert_eq!(unused("a = A\nkey-b-c = B\ncli-d = D", &texts), expected, "{texts:?}");
    };
    check(&["a", "key-{}", "b-c", "cli-{name}"], &[]);
    check(&["a", "key-{}", "b", "cli-"], &["key-b-c", "cli-d"]);
    check(&["key-b-c", "cli-d"], &["a"]);
}

#[test]
fn a_sentence_in_the_code_is_found() {
    let check = |code: &str, bad: bool| {
        assert_eq!(!sentences(&File::new("src/x.rs", code)).is_empty(), bad, "{code}");
    };
    check("let a = \"The file is gone\";", true);
    check("let a = \"файл не найден\";", true);
    check("format!(\"cannot read, {path} said so\")", false);
    check("format!(\"cannot read it, {path}\")", true);
    check("a.expect(\"the table has it\")", false);
    check("unreachable!(\n    \"the table has it\"\n)", false);
    check("let a = \"{about} {usage here and there} {x}\";", false);
    check("let a = \"az vm-x <show> --name\"; // The file is gone", false);
    check("let a = \"abcdefghi klmno\";", false);
    check("#[allow(dead_code, reason = \"the table has it\")]", false);
    check("assert!(f(x) != (1), \"the table has it\")", false);
    check("say(f(x), \"the table has it\")", true);
}

#[test]
fn cyrillic_in_the_code_is_found() {
    let check = |path: &str, code: &str, bad: bool| assert_eq!(!cyrillic(&File::new(path, code)).is_empty(), bad);
    check("src/x.rs", "let a = 'ж';", true);
    check("src/x.rs", "// слово", true);
    check("src/guide/catalog.rs", "let a = 'ж';", true);
    check("src/x.rs", "let a = 'e';\n#[cfg(test)]\nmod tests { 'ж' }", false);
}
