//! Rules of writing that a machine can see: words to avoid, lengths, one fact per sentence, and the number in each plural.

use std::collections::BTreeMap;

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};
use serde::Deserialize;

use super::{File, project};

/// What the rules need to know of a language: `tests/words/LANGUAGE.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Language {
    /// Whether `[one]` is for 1 alone, so that a word can stand for the number.
    one_is_exactly_one: bool,
    /// Whether a dash never begins a line, so that a blank before it does not break.
    dash_keeps_its_line: bool,
    /// Values whose ending does not change, and the words of which one stands before each.
    #[serde(default)]
    noun: BTreeMap<String, Vec<String>>,
    avoid: Vec<Avoided>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Avoided {
    /// A word or phrase as it stands in a sentence; `*` at its end is for any ending.
    word: String,
    #[serde(rename = "use")]
    better: String,
    /// Phrases in which the word is right; `{}` is for a value.
    #[serde(default)]
    except: Vec<String>,
    /// Once in a text, one of these phrases makes the word right in all of it.
    #[serde(default)]
    once: bool,
    /// Texts of so many characters may have it: beside a title or an option stands what it belongs to.
    #[serde(default)]
    up_to: usize,
}

/// Most characters of a message of a guide: start of its name, start of its attribute, limit.
const LENGTHS: [(&str, Option<&str>, usize); 13] = [
    ("problem-", None, 44),
    ("cause-", None, 44),
    ("remedy-", None, 44),
    ("question-", None, 70),
    ("question-", Some("short"), 24),
    ("question-", Some("option-"), 45),
    ("question-", Some("before"), 110),
    ("question-", Some("unsure"), 120),
    ("question-", Some("look-"), 170),
    ("remedy-", Some("step-"), 110),
    ("remedy-", Some("warn-"), 170),
    ("remedy-", Some("note-"), 200),
    ("", Some("why"), 250),
];

/// Instead of a value that a person fills in: as long as most of them.
const VALUE: &str = "12345678";

/// What a sentence is filled with in every case, by its name.
type Known = BTreeMap<String, String>;

/// The literals and limits of all guides.
fn known(files: &[File]) -> Known {
    let table = |file: &File| file.text.parse::<toml::Table>().unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let plain = |value: &toml::Value| match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(figure) => figure.to_string(),
        _ => VALUE.to_owned(),
    };
    let mut known = Known::new();
    for file in files.iter().filter(|file| file.path.starts_with("guides/")) {
        if file.path.ends_with("/literals.toml") {
            known.extend(table(file).iter().map(|(name, value)| (name.clone(), plain(value))));
        }
        let guide = if file.path.ends_with("/guide.toml") { table(file) } else { toml::Table::new() };
        for (name, limit) in guide.get("limit").and_then(toml::Value::as_table).into_iter().flatten() {
            for (of, limit) in [("", Some(limit)), ("-newer", limit.get("newer"))] {
                let said = |field| limit.and_then(|limit| limit.get(field)).map(plain);
                known.extend(said("value").map(|value| (format!("limit-{name}{of}"), value)));
                known.extend(said("dated").map(|day| (format!("limit-{name}{of}-dated"), day)));
            }
        }
    }
    known
}

/// Said by Azure, or a list of words: not ours to write well.
fn is_quoted(file: &str, attribute: &str) -> bool {
    file.ends_with("/match.ftl") || ["message", "wording", "keywords"].iter().any(|start| attribute.starts_with(start))
}

/// What the longest of the forms of a text says, and what all of them say.
#[derive(Default)]
struct Said {
    longest: String,
    all: String,
    /// Forms for `[one]` that have no value in them.
    bare: Vec<String>,
    /// Values that are filled in, each with the word before it.
    named: Vec<(String, String)>,
}

impl Said {
    fn of(pattern: &Pattern<&str>, known: &Known) -> Self {
        let mut said = Said::default();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => said.push(value, value),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                } => {
                    said.push(value, value);
                }
                PatternElement::Placeable { expression: Expression::Inline(value) } => {
                    let mut filled = VALUE;
                    if let InlineExpression::VariableReference { id } = value {
                        let before = said.longest.split_whitespace().next_back().unwrap_or_default().to_lowercase();
                        said.named.push((id.name.to_owned(), before));
                        filled = known.get(id.name).map_or(VALUE, String::as_str);
                    }
                    said.push(VALUE, filled);
                }
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    let mut longest = String::new();
                    for variant in variants {
                        let form = Said::of(&variant.value, known);
                        if matches!(variant.key, VariantKey::Identifier { name: "one" }) && !form.all.contains(VALUE) {
                            said.bare.push(form.all.clone());
                        }
                        said.bare.extend(form.bare);
                        said.named.extend(form.named);
                        said.all += &format!("{} ", form.all);
                        if form.longest.chars().count() > longest.chars().count() {
                            longest = form.longest;
                        }
                    }
                    said.longest += &longest;
                }
            }
        }
        said
    }

    fn push(&mut self, text: &str, longest: &str) {
        self.longest += longest;
        self.all += text;
    }
}

/// Whether a phrase stands in a text as whole words; both in small letters.
fn has(text: &str, phrase: &str) -> bool {
    let (stem, ends) = phrase.strip_suffix('*').map_or((phrase, true), |stem| (stem, false));
    text.match_indices(stem).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + stem.len()..].chars().next();
        !(before.is_some_and(char::is_alphanumeric) || ends && after.is_some_and(char::is_alphanumeric))
    })
}

fn limit(id: &str, attribute: &str) -> Option<usize> {
    let fits = |start: &Option<&str>| start.map_or(attribute.is_empty(), |start| attribute.starts_with(start));
    LENGTHS.iter().find(|(name, start, _)| id.starts_with(name) && fits(start)).map(|(_, _, most)| *most)
}

/// What is wrong with a text, by its kind.
fn findings(language: &Language, file: &str, name: &str, said: &Said) -> Vec<String> {
    let (id, attribute) = name.split_once('.').unwrap_or((name, ""));
    let mut found = Vec::new();
    let text = said.all.to_lowercase();
    for avoided in &language.avoid {
        let mut phrases = avoided.except.iter().map(|phrase| phrase.replace("{}", VALUE));
        let rest = phrases.clone().fold(text.clone(), |text, phrase| text.replace(&phrase, ""));
        let is_clear = avoided.once && phrases.any(|phrase| text.contains(&phrase));
        let is_short = said.longest.chars().count() <= avoided.up_to;
        if has(&rest, &avoided.word) && !is_clear && !is_short {
            found.push(format!("word: {}, better {}", avoided.word, avoided.better));
        }
    }
    if said.all.contains(';') && said.all.trim_end().ends_with('.') {
        found.push("semicolon: two sentences".to_owned());
    }
    if language.dash_keeps_its_line && said.all.contains(" —") {
        found.push("dash: U+00A0 before it".to_owned());
    }
    if !language.one_is_exactly_one {
        found.extend(said.bare.iter().map(|form| format!("one: no number in {form:?}")));
    }
    for (value, before) in &said.named {
        let nouns = language.noun.get(value).map_or(&[][..], Vec::as_slice);
        if !nouns.is_empty() && !nouns.iter().any(|noun| has(before, noun)) {
            found.push(format!("noun: {value} after {before:?}, expected one of {nouns:?}"));
        }
    }
    let most = if file.matches('/').count() > 2 { limit(id, attribute) } else { None };
    let length = said.longest.chars().count();
    if most.is_some_and(|most| length > most) {
        found.push(format!("length: {length} characters, {} are enough", most.unwrap_or_default()));
    }
    found
}

/// Names and what is wrong with them, in one file of words.
fn lint(language: &Language, known: &Known, file: &File) -> BTreeMap<String, Vec<String>> {
    let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(resource, _)| resource);
    let mut all = BTreeMap::new();
    let mut look = |name: String, pattern: &Pattern<&str>| {
        let found = findings(language, &file.path, &name, &Said::of(pattern, known));
        if !found.is_empty() {
            all.insert(name, found);
        }
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if let Some(value) = message.value.as_ref().filter(|_| !is_quoted(&file.path, "")) {
            look(message.id.name.to_owned(), value);
        }
        for attribute in message.attributes.iter().filter(|attribute| !is_quoted(&file.path, attribute.id.name)) {
            look(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
        }
    }
    all
}

#[test]
fn the_words_of_each_language_keep_its_rules() {
    let (known, mut languages) = (known(project()), 0);
    for file in project().iter().filter(|file| file.path.starts_with("tests/words/")) {
        let language: Language = toml::from_str(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let name = file.path.trim_start_matches("tests/words/").trim_end_matches(".toml");
        let words = project().iter().filter(|file| file.path.starts_with(&format!("i18n/{name}/")));
        let found: BTreeMap<_, _> = words.flat_map(|file| lint(&language, &known, file)).collect();
        let all: String = found.iter().map(|(name, found)| format!("{name}: {found:?}\n")).collect();
        assert!(found.is_empty(), "{all}");
        languages += 1;
    }
    assert_eq!(languages, 2);
}

#[test]
fn each_rule_of_writing_sees_its_defect() {
    let language = |one| -> Language {
        let text = "[[avoid]]\nword = \"rights\"\nuse = \"permissions\"\nexcept = [\"root rights\"]\n[[avoid]]\nword = \"новейш*\"\nuse = \"последний\"\n[[avoid]]\nword = \"vault*\"\nuse = \"key vault\"\nexcept = [\"key vault\", \"vault {}\"]\nonce = true\nup-to = 20\n[noun]\nvm = [\"вм\"]\nvault = [\"хранилищ*\", \"как\"]\n";
        toml::from_str(&format!("one-is-exactly-one = {one}\ndash-keeps-its-line = true\n{text}"))
            .expect("it is a language")
    };
    let guides = [
        File::new("guides/g/literals.toml", "long-path = 'C:\\WindowsAzure\\Logs\\Plugins\\IaaS'\n"),
        File::new("guides/g/guide.toml", "[limit.points]\nvalue = 18\ndated = \"2019-07-05\"\n"),
    ];
    let known = known(&guides);
    let check = |ftl: &str, expected: &[&str]| {
        let found = lint(&language(false), &known, &File::new("i18n/xx/guide/x.ftl", &format!("{ftl}\n")));
        let kinds: Vec<_> = found.values().flatten().filter_map(|finding| finding.split(':').next()).collect();
        assert_eq!(kinds, expected, "{ftl}");
    };
    check("a = No rights on the disk of the VM", &["word"]);
    check("a = You need root rights here.", &[]);
    check("a = Copyrights", &[]);
    check("a = The vault has no room for this.", &["word"]);
    check("a = The key vault is full. The vault has no room.", &[]);
    check("a = There is no room in the vault { $name }.", &[]);
    check("a = In the vault", &[]);
    check("a = Самая новейшая версия", &["word"]);
    check("a = { $n ->\n    [one] No rights\n   *[other] { $n } rights\n}", &["word", "one"]);
    check("a = { $n ->\n    [one] { $n } disk\n   *[other] { $n } disks\n}", &[]);
    check("a = It stops; then it starts.", &["semicolon"]);
    check("a = stop; start", &[]);
    check("a = Имя — ключ", &["dash"]);
    check("a = Имя\u{a0}— ключ", &[]);
    check(&format!("problem-a = {}", "x".repeat(44)), &[]);
    check(&format!("problem-a = {}", "x".repeat(45)), &["length"]);
    check(&format!("problem-a = {{ $v }}{}", "x".repeat(37)), &["length"]);
    check(&format!("problem-a = {{ $long-path }}{}", "x".repeat(11)), &[]);
    check(&format!("problem-a = {{ $long-path }}{}", "x".repeat(12)), &["length"]);
    check(&format!("problem-a = {{ $limit-points }}{}", "x".repeat(42)), &[]);
    check(&format!("problem-a = {{ $limit-points-dated }}{}", "x".repeat(35)), &["length"]);
    check(&format!("question-a =\n    .before = {}", "x".repeat(111)), &["length"]);
    check(&format!("question-a =\n    .short = {}", "x".repeat(25)), &["length"]);
    check(&format!("remedy-a =\n    .warn-b = {}", "x".repeat(171)), &["length"]);
    check(&format!("problem-a =\n    .message = {}; rights.", "x".repeat(300)), &[]);
    check("a = Запустите { $vm }.", &["noun"]);
    check("a = Запустите ВМ\u{a0}{ $vm } снова.", &[]);
    check(
        "a = { $n ->\n    [one] { $n } задание в { $vault }\n   *[other] { $n } задания в { $vault }\n}",
        &["noun", "noun"],
    );
    check("a = Задание ВМ { $vm } в хранилище { $vault }, далее как { $vault }.", &[]);
    let exact =
        lint(&language(true), &known, &File::new("i18n/xx/x.ftl", "a = { $n ->\n    [one] One\n   *[other] More\n}\n"));
    assert_eq!(exact, BTreeMap::new());
}
