//! A name means one type in the whole crate, so that a search for it finds what is meant.

use std::collections::BTreeMap;

use super::{File, lex::Rust, project};

/// Twice, once for each kind of machine: only one of the two is built.
const TWICE: [&str; 1] = ["KeySource"];

const KINDS: [&str; 5] = ["struct ", "enum ", "trait ", "union ", "type "];

/// The types that files define outside of functions, traits and tests, each with its file.
fn defined<'f>(files: impl Iterator<Item = &'f File>) -> BTreeMap<String, Vec<&'f str>> {
    let mut defined: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for file in files {
        let code = Rust::of(&file.text).code;
        for line in code.lines() {
            let line =
                line.split_once(") ").filter(|(head, _)| head.starts_with("pub(")).map_or(line, |(_, rest)| rest);
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let Some(rest) = KINDS.iter().find_map(|kind| line.strip_prefix(kind)) else { continue };
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            defined.entry(name).or_default().push(&file.path);
        }
    }
    defined
}

fn shared<'f>(files: impl Iterator<Item = &'f File>) -> Vec<(String, Vec<&'f str>)> {
    defined(files).into_iter().filter(|(name, files)| files.len() > 1 && !TWICE.contains(&name.as_str())).collect()
}

#[test]
fn no_two_types_have_one_name() {
    let sources = || project().iter().filter(|file| file.path.starts_with("src/"));
    assert!(defined(sources()).len() > 300, "the types were found");
    assert_eq!(shared(sources()), []);
}

#[test]
fn a_name_that_is_given_twice_is_found() {
    let check = |one: &str, other: &str, expected: &[&str]| {
        let files = [File::new("src/a.rs", one), File::new("src/b/c.rs", other)];
        let found: Vec<String> = shared(files.iter()).into_iter().map(|(name, _)| name).collect();
        assert_eq!(found, expected, "{one} and {other}");
    };
    check("pub struct Row;", "enum Row { A }", &["Row"]);
    check("pub(super) type Row = u8;", "pub(crate) trait Row {}", &["Row"]);
    check("struct Row<'a>(&'a str);", "struct Rows;", &[]);
    check("struct Row;", "// struct Row;\nlet a = \"struct Row;\";", &[]);
    check("struct Row;", "#[cfg(test)]\nmod tests {\nstruct Row;\n}", &[]);
}
