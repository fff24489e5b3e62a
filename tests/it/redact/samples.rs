//! Samples that were written without a look at the rules: `tests/redact`; none may leave, by any way out.
//!
//! A sample that leaks shows a kind that the rules do not know: mend the kind, never the sample.

use std::{collections::BTreeMap, fs, rc::Rc};

use backup_medic::{
    case::{Case, Finding, Mark, NOTE},
    guide::{Guide, Id, Problem},
    redact,
};
use serde::Deserialize;

use super::{leaves, walks};
use crate::promises::times;

const SECRETS: &str = include_str!("../../redact/secrets.toml");
const NAMES: &str = include_str!("../../redact/names.toml");

#[derive(Deserialize)]
pub(crate) struct Secret {
    pub(crate) kind: String,
    pub(crate) text: String,
    /// Whole values, and the second half of each.
    pub(crate) secret: Vec<String>,
}

#[derive(Deserialize)]
struct Name {
    kind: String,
    text: String,
    known: BTreeMap<String, String>,
    leak: Vec<String>,
}

pub(crate) fn secrets() -> Vec<Secret> {
    let mut file: BTreeMap<String, Vec<Secret>> = toml::from_str(SECRETS).expect("samples of secrets");
    file.remove("secret").expect("there are samples")
}

fn names() -> Vec<Name> {
    let mut file: BTreeMap<String, Vec<Name>> = toml::from_str(NAMES).expect("samples of names");
    file.remove("name").expect("there are samples")
}

/// The problem whose export has the fewest words that are no sample's.
fn shortest(guide: &Rc<Guide>) -> Id<Problem> {
    let length = |problem: &Id<Problem>| leaves(guide, *problem, &telling(guide, *problem, ""), false, "en").len();
    guide.ids::<Problem>().min_by_key(length).expect("a problem")
}

/// A case of a problem that says a text wherever one may be.
fn telling(guide: &Guide, problem: Id<Problem>, text: &str) -> Case {
    let mut case = Case::new(guide, problem, "UserErrorGuestAgentStatusUnavailable");
    case.notes.insert(NOTE.to_owned(), text.to_owned());
    case.notes.insert("elsewhere".to_owned(), format!("seen at night:\n{text}\nand again"));
    case.marks.insert("a/step".to_owned(), Mark::Failed(text.to_owned()));
    case.findings.push(Finding { text: text.to_owned(), file: "vm.json".to_owned(), ..Finding::default() });
    case
}

#[test]
fn no_secret_of_the_samples_leaves_a_case() {
    let guide = walks::guide();
    let problem = shortest(&guide);
    let all = secrets();
    assert!(all.len() >= 150);
    let mut leaks = Vec::new();
    for sample in &all {
        let case = telling(&guide, problem, &sample.text);
        for redacted in [false, true] {
            let out = leaves(&guide, problem, &case, redacted, "en");
            leaks.extend(
                sample.secret.iter().filter(|secret| out.contains(*secret)).map(|secret| (&sample.kind, secret)),
            );
        }
        let masked = redact::mask(&sample.text);
        assert_eq!(redact::mask(&masked), masked, "masked again");
    }
    assert_eq!(leaks, []);
}

#[test]
fn no_known_name_of_the_samples_leaves_a_redacted_case() {
    let guide = walks::guide();
    let problem = shortest(&guide);
    let all = names();
    assert!(all.len() >= 100);
    let mut leaks = Vec::new();
    for sample in &all {
        let mut case = telling(&guide, problem, &sample.text);
        for (name, value) in &sample.known {
            case.variables.insert(name.clone(), vec![value.clone()]);
        }
        let out = leaves(&guide, problem, &case, true, "en").to_lowercase();
        leaks.extend(
            sample.leak.iter().filter(|name| out.contains(&name.to_lowercase())).map(|name| (&sample.kind, name)),
        );
        let once = redact::redact(&case, &guide);
        assert_eq!(redact::redact(&once, &guide), once, "{}", sample.kind);
    }
    assert_eq!(leaks, []);
}

#[test]
fn what_only_looks_like_a_secret_stays() {
    #[derive(Deserialize)]
    struct File {
        plain: Vec<String>,
    }
    let File { plain } = toml::from_str(include_str!("../../redact/plain.toml")).expect("samples of plain text");
    assert!(plain.len() >= 40);
    for text in plain {
        assert_eq!(redact::mask(&text), text);
    }
}

/// What a text is wrapped in: nothing, JSON in JSON, a link, a link in a link, HTML.
fn encoded(text: &str, how: usize) -> String {
    let json = |text: &str| serde_json::to_string(text).expect("text is JSON");
    let percent = |text: &str| {
        let byte = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        };
        text.bytes().map(byte).collect::<String>()
    };
    match how {
        0 => text.to_owned(),
        1 => json(text),
        2 => json(&json(text)),
        3 => percent(text),
        4 => percent(&percent(text)),
        _ => text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"),
    }
}

/// What names a secret, alone or as part of a longer name.
const NAMED: [&str; 14] = [
    "password",
    "adminPassword",
    "DB_PASSWORD",
    "storage-account-key",
    "clientSecret",
    "sasToken",
    "apiKey",
    "Pwd",
    "x-functions-key",
    "oldPasswd2",
    "Kennwort",
    "Пароль",
    "AZURE_CLIENT_SECRET",
    "sharedAccessKey",
];

/// Where a name and its value are.
const FORMS: [&str; 10] = [
    "{n}={v}",
    "{n}: {v}",
    "\"{n}\": \"{v}\"",
    "{n} => '{v}'",
    "<{n}>{v}</{n}>",
    "{\"name\": \"{n}\", \"value\": \"{v}\"}",
    "\"{n}\": {\"value\": \"{v}\"}",
    "az thing --{n} {v} --name x",
    "Server=x;{n}={v};User=y",
    "https://host/?a=1&{n}={v}&b=2",
];

/// Twelve letters and digits, a digit among them.
fn made_value(random: &mut walks::Random) -> String {
    let signs: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').collect();
    let letters: String = (0..11).map(|_| signs[random.below(signs.len())]).collect();
    format!("{}{}{}", &letters[..6], random.below(10), &letters[6..])
}

/// Masks a made name with a made value in a made form and encoding.
fn check_made(name: &str, random: &mut walks::Random) {
    let value = made_value(random);
    let form = FORMS[random.below(FORMS.len())];
    let text = encoded(&form.replace("{n}", name).replace("{v}", &value), random.below(6));
    let masked = redact::mask(&format!("before {text} behind"));
    assert!(!masked.contains(&value[..6]) && !masked.contains(&value[6..]), "{text} became {masked}");
}

#[test]
fn no_secret_behind_a_made_name_in_a_made_form_is_left() {
    let mut random = walks::Random(22);
    for _ in 0..times("made-secrets") {
        check_made(NAMED[random.below(NAMED.len())], &mut random);
    }
}

#[test]
fn no_secret_behind_a_longer_name_is_left() {
    const WORDS: [&str; 9] = ["Db", "Erp", "Prod", "Базы", "Сервера", "Kopie", "Ørsted", "予備", "Ελλάδα"];
    let mut random = walks::Random(23);
    for _ in 0..times("made-compounds") {
        let word = WORDS[random.below(WORDS.len())];
        let joiner = ["", "_", "-", "."][random.below(4)];
        let before = ["", "my", "НашСтарый"][random.below(3)];
        let between = if before.is_empty() { "" } else { "_" };
        let name = format!("{before}{between}{}{joiner}{word}", NAMED[random.below(NAMED.len())]);
        check_made(&name, &mut random);
    }
}

/// The files below a folder of the tests, without what is expected of them.
fn corpus(folder: &str, all: &mut Vec<String>) {
    let root = format!("{}/tests/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut entries: Vec<_> = fs::read_dir(root).expect("a folder of the tests").flatten().collect();
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            corpus(&format!("{folder}/{name}"), all);
        } else if !name.contains("expected") {
            all.extend(fs::read_to_string(entry.path()).ok());
        }
    }
}

#[test]
fn plain_logs_stay_as_they_are() {
    let mut texts = Vec::new();
    corpus("evidence", &mut texts);
    corpus("triage", &mut texts);
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    let lines: usize = texts.iter().map(|text| text.lines().count()).sum();
    let (mut masks, mut changed) = (0, 0);
    for text in &texts {
        let masked = redact::mask(text);
        masks += masked.matches("***").count() - text.matches("***").count();
        changed += text.lines().count() - text.lines().filter(|line| masked.contains(line)).count();
    }
    assert!(words > 20_000 && masks * 100 < words && changed * 100 < lines, "{masks} masks, {changed} lines");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn hostile_texts_are_masked_and_redacted_without_growing() {
        let guide = walks::guide();
        let long = |piece: &str, size: usize| piece.repeat(size / piece.len());
        let texts = [
            long("a-", 400_000),
            long("dir/", 300_000),
            long("/subscriptions/x/", 270_000),
            long("aB3+", 400_000),
            long("-", 400_000),
            long("password=“", 400_000),
            long("password: {", 400_000),
            long("Private-Lines: 9 ", 400_000),
            long("-----BEGIN X KEY", 400_000),
            long("$krb5$", 400_000),
            long("%2525", 400_000),
            long("\\", 400_000),
            long("1.1.1.1.", 400_000),
            long("x@", 400_000),
            long("://", 400_000),
            (0..40_000).map(|number| format!("/vaults/v{number}/")).collect(),
        ];
        for text in texts {
            let mut case = Case::default();
            case.notes.insert(NOTE.to_owned(), text.clone());
            let redacted = redact::redact(&case, &guide);
            let longest = redacted.notes.values().map(String::len).max().unwrap_or_default();
            assert!(longest <= text.len() * 4, "{}", &text[..10]);
        }
    }
}
