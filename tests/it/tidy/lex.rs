//! Rust source cut into code and string literals; comments and in-module tests are left out.

/// What a rule looks at.
#[derive(Debug, Default)]
pub(super) struct Rust {
    /// The code with comments blanked, and `""` where a string literal stood; its lines are the file's.
    pub code: String,
    /// Each string literal, and the byte of `code` behind its opening quote.
    pub texts: Vec<(usize, String)>,
}

impl Rust {
    /// The file up to its tests.
    pub(super) fn of(source: &str) -> Self {
        let source = source.find("#[cfg(test)]\nmod tests").map_or(source, |tests| &source[..tests]);
        let mut rust = Rust::default();
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let taken = rust.piece(rest).unwrap_or_else(|| {
                rust.code.push(c);
                c.len_utf8()
            });
            rest = &rest[taken..];
        }
        rust
    }

    /// The line, from 1, of a byte of `code`.
    pub(super) fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// A comment, literal or raw string at the start of `rest`: how many bytes it takes.
    fn piece(&mut self, rest: &str) -> Option<usize> {
        if rest.starts_with("//") {
            return Some(rest.find('\n').unwrap_or(rest.len()));
        }
        if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
            self.blank(&rest[..end]);
            return Some(end);
        }
        if let Some(literal) = rest.strip_prefix('"') {
            let mut escaped = false;
            let end = literal.find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            })?;
            self.text(&literal[..end]);
            return Some(end + 2);
        }
        let starts_word = !self.code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if starts_word && let Some(raw) = rest.strip_prefix('r') {
            let hashes = raw.len() - raw.trim_start_matches('#').len();
            if let Some(literal) = raw[hashes..].strip_prefix('"') {
                let close = format!("\"{}", "#".repeat(hashes));
                let end = literal.find(&close)?;
                self.text(&literal[..end]);
                return Some(1 + hashes + 1 + end + close.len());
            }
        }
        if rest.starts_with("'\\") {
            // An escaped character; a lifetime never begins so.
            let end = rest[3..].find('\'')? + 4;
            self.code.push_str("' '");
            return Some(end);
        }
        let quoted = rest.strip_prefix('\'')?;
        let inside = quoted.chars().next()?;
        // A character, not a lifetime.
        quoted[inside.len_utf8()..].starts_with('\'').then(|| {
            self.code.push_str("' '");
            inside.len_utf8() + 2
        })
    }

    fn text(&mut self, text: &str) {
        self.code.push('"');
        self.texts.push((self.code.len(), text.to_owned()));
        self.blank(text);
        self.code.push('"');
    }

    /// Keeps the count of lines.
    fn blank(&mut self, text: &str) {
        self.code.extend(text.chars().filter(|c| *c == '\n'));
    }
}

/// Every path that the code names below `root`, such as `fs::read` for `std`, groups of `use` taken apart.
pub(super) fn paths(rust: &Rust, root: &str) -> Vec<(usize, String)> {
    let wanted = format!("{root}::");
    let mut found = Vec::new();
    for (at, _) in rust.code.match_indices(&wanted) {
        let inner = rust.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        if !inner {
            let mut rest = &rust.code[at + wanted.len()..];
            tree(&mut rest, "", &mut |path| found.push((rust.line(at), path)));
        }
    }
    found
}

/// One `use` tree: a path, or a group of trees behind it.
fn tree(rest: &mut &str, prefix: &str, found: &mut impl FnMut(String)) {
    *rest = rest.trim_start();
    if let Some(group) = rest.strip_prefix('{') {
        *rest = group;
        while !rest.trim_start().starts_with('}') && !rest.is_empty() {
            tree(rest, prefix, found);
            *rest = rest.trim_start();
            *rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        *rest = rest.trim_start().strip_prefix('}').unwrap_or(rest);
        return;
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(rest.len());
    let (name, behind) = rest.split_at(end);
    let path = format!("{prefix}{name}");
    *rest = behind;
    match behind.strip_prefix("::") {
        Some(behind) => {
            *rest = behind;
            tree(rest, &format!("{path}::"), found);
        }
        None => {
            // `as NAME`, or what is no path at all: on to where the next tree may begin.
            if let Some(renamed) = rest.trim_start().strip_prefix("as ") {
                *rest = renamed.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_' || c == ' ');
            } else if name.is_empty() {
                *rest = rest.get(1..).unwrap_or_default();
            }
            found(path);
        }
    }
}

#[test]
fn source_is_cut_where_the_compiler_cuts_it() {
    let check = |source: &str, code: &str, texts: &[&str]| {
        let rust = Rust::of(source);
        assert_eq!(rust.code, code);
        assert_eq!(rust.texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), texts);
    };
    check("a // b \"c\"\nd", "a \nd", &[]);
    check("a /* \"\n */ b", "a \n b", &[]);
    check(r#"say("a \" b", 'c', '"', '\'', "d")"#, r#"say("", ' ', ' ', ' ', "")"#, &[r#"a \" b"#, "d"]);
    check("r#\"a \" b\"# fn f<'a>(x: &'a str) {}", "\"\" fn f<'a>(x: &'a str) {}", &["a \" b"]);
    check("for_r\"x\"", "for_r\"\"", &["x"]);
    check("code\n#[cfg(test)]\nmod tests { \"no\" }", "code\n", &[]);
}

#[test]
fn paths_are_found_in_groups_too() {
    let check = |source: &str, expected: &[&str]| {
        let found: Vec<_> = paths(&Rust::of(source), "std").into_iter().map(|(_, path)| path).collect();
        assert_eq!(found, expected, "{source}");
    };
    check("use std::fs;", &["fs"]);
    check(
        "use std::{io::{self, Write as _}, fs, process::ExitCode};",
        &["io::self", "io::Write", "fs", "process::ExitCode"],
    );
    check("let x = std::env::var(\"HOME\");", &["env::var"]);
    check("use other::std::fs; use unstd::fs; // std::fs", &[]);
    check(
        "use std::{\n    collections::{BTreeMap, HashMap},\n    rc::Rc,\n};",
        &["collections::BTreeMap", "collections::HashMap", "rc::Rc"],
    );
}
