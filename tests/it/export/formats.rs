//! The forms of an export: what a page may hold, text without marks, and a case that comes back from JSON.

use std::{collections::BTreeMap, process::Command, rc::Rc};

use backup_medic::{
    case::{Case, Mark, NOTE, open::OpenCase},
    export,
    guide::Problem,
    import::Importer,
    l10n::Words,
    text::markdown::pieces,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use html5gum::{Token, Tokenizer};

use crate::{
    process::fed,
    promises::times,
    walks::{self, Random},
};

fn words() -> Rc<Words> {
    walks::said("en")
}

/// The Windows agent in vain reinstalled, with a name and a note of the case and one of a value.
pub(super) fn opened(name: &str, vm: &str, note: &str) -> OpenCase {
    let guide = walks::guide();
    let problem = guide.find::<Problem>("guest-agent-status-unavailable").expect("a problem");
    let mut case =
        Case { name: name.to_owned(), code: "UserErrorGuestAgentStatusUnavailable".to_owned(), ..Case::default() };
    for answer in [
        "vm-power=running",
        "agent-status=not-ready",
        "guest-os=windows",
        "guest-rights=yes",
        "windows-service=stopped",
    ] {
        let (question, option) = answer.split_once('=').expect("an answer");
        case.answers.insert(question.to_owned(), option.to_owned());
    }
    case.guide.clone_from(&guide.id);
    case.problem = "guest-agent-status-unavailable".to_owned();
    case.variables.insert("vm".to_owned(), vec![vm.to_owned()]);
    case.notes.insert(NOTE.to_owned(), note.to_owned());
    walks::open(&guide, problem, &case)
}

/// How often each element begins, with the names of its attributes, and what stands inside of scripts and styles.
fn elements(page: &str) -> (BTreeMap<String, usize>, Vec<String>) {
    let mut elements = BTreeMap::new();
    let mut inside = Vec::new();
    let mut raw = false;
    for token in Tokenizer::new(page) {
        match token.expect("a text is never cut off") {
            Token::StartTag(tag) => {
                let name = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let attributes: Vec<String> = tag.attributes.keys().map(|key| name(key)).collect();
                let element = name(&tag.name);
                raw = matches!(element.as_str(), "script" | "style");
                *elements.entry(format!("{element} {}", attributes.join(" "))).or_default() += 1;
            }
            Token::String(text) if raw => inside.push(String::from_utf8_lossy(&text).into_owned()),
            Token::EndTag(_) => raw = false,
            _ => {}
        }
    }
    (elements, inside)
}

/// The checksum of a text, by the tool that every Unix has.
fn sha256(text: &str) -> Vec<u8> {
    let sum = fed(Command::new("sha256sum"), text.as_bytes()).stdout;
    let hex = String::from_utf8(sum).expect("digits");
    let digits = hex.split_whitespace().next().expect("a checksum");
    digits
        .as_bytes()
        .chunks(2)
        .map(|two| u8::from_str_radix(std::str::from_utf8(two).expect("digits"), 16).expect("digits"))
        .collect()
}

#[test]
fn a_page_runs_and_shows_only_what_its_policy_names() {
    let open = opened("web", "web01", "called");
    let page = export::html(&words(), &open.case, &export::markdown(&words(), &open, &export::PageShape::default()));
    let (_, inside) = elements(&page);
    let hashes: Vec<String> = inside.iter().map(|text| format!("'sha256-{}'", STANDARD.encode(sha256(text)))).collect();
    assert_eq!(hashes.len(), 2, "{inside:?}");
    assert!(hashes.iter().all(|hash| export::POLICY.contains(hash.as_str())), "{hashes:?} in {}", export::POLICY);
    assert!(page.contains(export::POLICY) && !page.contains("http://") && page.contains("<input type=\"checkbox\">"));
}

#[test]
fn no_value_of_a_person_becomes_an_element_or_an_attribute() {
    let pieces = [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "\" onload=\"x",
        "'",
        "`",
        "``",
        "\n",
        "\n\n",
        "# ",
        "|",
        "-->",
        "<!--",
        "&lt;",
        "&#60;b>",
        "[a](javascript:alert(1))",
        "![i](http://x)",
        "<https://x>",
        "- [x] ",
        "***",
        "~~~\n",
        "</code></pre>",
        "    ",
        "\u{0}",
        "\u{2028}",
        "a",
        "<svg/onload=x>",
        "<a href=//x>",
        "]]>",
        "<base href=//x>",
    ];
    let page = |open: &OpenCase| {
        elements(&export::html(&words(), &open.case, &export::markdown(&words(), open, &export::PageShape::default())))
            .0
    };
    let expected = page(&opened("a", "a", "a\na"));
    let mut random = Random(7);
    for _ in 0..times("values-in-pages") {
        let mut value = || (0..=random.below(6)).map(|_| pieces[random.below(pieces.len())]).collect::<String>();
        // Names and values are lines; a note may be many.
        let line = |text: String| text.replace(['\n', '\r'], " ");
        let (name, vm, note) = (line(value()), line(value()), value());
        let open = opened(&format!("a{name}"), &format!("a{vm}"), &format!("a\na{note}"));
        assert_eq!(page(&open), expected, "{:?}", open.case);
    }
}

#[test]
fn text_has_no_marks_and_all_that_markdown_says() {
    let markdown = export::markdown(&words(), &opened("web", "web01", "called"), &export::PageShape::default());
    let text = export::plain(&markdown);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let marked = |line: &&str| {
        line.starts_with('#')
            || line.contains("**")
            || line.contains("](")
            || line.contains("```")
            || line.starts_with("| ")
    };
    assert_eq!(text.lines().find(marked), None, "{text}");
    for line in markdown.lines().filter(|line| line.trim_start().starts_with("- [ ]")) {
        let task: String = pieces(line.trim_start().trim_start_matches("- [ ] ").trim_start_matches("- [x] "))
            .into_iter()
            .map(|p| p.text)
            .collect();
        assert!(letters(&text).contains(&letters(&task)), "{task:?} in {text}");
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_case_comes_back_from_json() {
    let open = opened("web <b>", "web01", "called `it`");
    let text = export::json(&open.case);
    let resumed = Importer::new(&walks::library()).resume("case.json", &text).expect("a case");
    assert_eq!((resumed.open.case, resumed.differs), (open.case.clone(), Vec::new()));
    let refused = |text: &str| {
        assert!(Importer::new(&walks::library()).resume("case.json", text).is_err(), "{text}");
    };
    refused(&text.replacen("\"backup-medic\": 1", "\"backup-medic\": 2", 1));
    refused(&text[..text.len() / 2]);
    refused("{}");
}

#[test]
fn a_brief_export_is_short_and_keeps_each_step_and_warning() {
    let open = opened("web", "web01", "called");
    let [whole, brief] =
        [export::markdown, export::brief].map(|written| written(&words(), &open, &export::PageShape::default()));
    let marked = |text: &str, mark: &str| text.matches(mark).count();
    assert!(brief.lines().count() <= 40 && brief.lines().count() * 2 < whole.lines().count(), "{brief}");
    for mark in ["- [ ] ", "**Caution:**"] {
        assert_eq!(marked(&brief, mark), marked(&whole, mark), "{mark} in {brief}");
    }
    let mut failed = opened("web", "web01", "called");
    let key = failed.checklist.groups[0].items[0].key.clone();
    failed.case.marks.insert(key, Mark::Failed("no rights".to_owned()));
    let failed = failed.with(failed.case.clone());
    assert!(
        export::brief(&words(), &failed, &export::PageShape::default()).contains("no rights"),
        "what failed is said"
    );
}
