//! Functions that one can read at once.

use super::{File, lex::Rust, project};

/// A function has fewer lines than this, from its `fn` to the brace that ends it.
const TOO_LONG: usize = 90;

/// Few have more lines than this.
const LONG: usize = 40;

/// Of a thousand functions so many may be long.
const LONG_ONES: usize = 15;

/// A function by its place and name, and its lines.
type Measured = (String, usize);

/// The functions of a source file, those within others too; tests are lists of cases and are left out.
fn functions(file: &File) -> Vec<Measured> {
    let is_source = file.path.starts_with("src/") && file.path.ends_with(".rs");
    if !is_source || file.path.ends_with("/tests.rs") || file.path.contains("/tests/") {
        return Vec::new();
    }
    let rust = Rust::of(&file.text);
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let begun = rust.code.match_indices("fn ").filter(|(at, _)| !rust.code[..*at].ends_with(is_word));
    let measured = begun.filter_map(|(at, head)| {
        let name: String = rust.code[at + head.len()..].chars().take_while(|c| is_word(*c)).collect();
        let lines = whole(&rust.code[at..])?.lines().count();
        Some((format!("{}:{}: {name}", file.path, rust.line(at)), lines))
    });
    measured.collect()
}

/// A function that begins here, to its end; `None` of one without a body.
fn whole(code: &str) -> Option<&str> {
    let (mut brackets, mut braces) = (0_usize, 0_usize);
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' if braces == 0 => brackets += 1,
            ')' | ']' if braces == 0 => brackets = brackets.checked_sub(1)?,
            ';' if braces == 0 && brackets == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces = braces.checked_sub(1)?;
                if braces == 0 {
                    return Some(&code[..=at]);
                }
            }
            _ => {}
        }
    }
    None
}

/// What is too long, and what is long where too many are.
fn lengthy(measured: &[Measured]) -> Vec<String> {
    let over = |lines: usize| measured.iter().filter(move |(_, length)| *length > lines);
    let too_many = over(LONG).count() * 1000 > measured.len() * LONG_ONES;
    let found = over(if too_many { LONG } else { TOO_LONG - 1 });
    found.map(|(name, lines)| format!("{name}: {lines} lines")).collect()
}

#[test]
fn functions_are_short_enough_to_be_read() {
    let measured: Vec<Measured> = project().iter().flat_map(functions).collect();
    assert!(measured.len() > 2000, "the functions were found");
    assert_eq!(lengthy(&measured), Vec::<String>::new());
}

#[test]
fn a_long_function_is_found_and_too_many_are() {
    let function = |name: &str, lines: usize| format!("fn {name}(a: [u8; 2]) {{\n{}}}\n", "x;\n".repeat(lines - 2));
    let check = |path: &str, text: &str, expected: &[(&str, usize)]| {
        let found = functions(&File::new(path, text));
        let found: Vec<_> = found.iter().map(|(name, lines)| (name.as_str(), *lines)).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("src/a.rs", &function("f", 40), &[("src/a.rs:1: f", 40)]);
    check("src/a.rs", "trait A {\n    fn f(&self);\n    fn g() { '}' }\n}", &[("src/a.rs:3: g", 1)]);
    check("src/a.rs", "fn f() {\n    // }\n    \"}\"\n}\n// fn g() {}", &[("src/a.rs:1: f", 4)]);
    check("src/a.rs", "let f: fn(u8) = g; #[cfg(test)]\nmod tests { fn f() {} }", &[]);
    check("src/a/tests.rs", &function("f", 99), &[]);
    check("tests/it/a.rs", &function("f", 99), &[]);
    let check = |lines: &[usize], expected: usize| {
        let short = std::iter::repeat_n(3, 1000 - lines.len());
        let measured: Vec<Measured> = lines.iter().copied().chain(short).map(|lines| (String::new(), lines)).collect();
        assert_eq!(lengthy(&measured).len(), expected, "{lines:?}");
    };
    check(&[89; 15], 0);
    check(&[90], 1);
    check(&[41; 16], 16);
    check(&[40; 16], 0);
}
