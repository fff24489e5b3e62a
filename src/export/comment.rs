//! The case inside its own export: one HTML comment that no reader sees, with a version and a checksum.

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{case::Case, text::checksum::fnv1a};

/// What the comment begins with.
const MARK: &str = "backup-medic case";

/// The version of what follows; a reader refuses a newer one.
const VERSION: u32 = 1;

/// Base64 is broken into lines of so many characters, so that a change of the file shows as a change of a line.
const WIDTH: usize = 1000;

/// What a comment holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmbeddedCase {
    /// The case, as it was written.
    Whole(Box<Case>),
    /// Something that does not match its checksum.
    Damaged,
    /// Written by a later version of the program.
    Newer,
}

/// The comment that carries a case, with a newline behind it; Base64 cannot end the comment.
pub fn comment(case: &Case) -> String {
    let json = serde_json::to_vec(case).expect("a case is plain data");
    let data = STANDARD.encode(&json);
    let lines = data.as_bytes().chunks(WIDTH).map(|line| line.iter().map(|byte| char::from(*byte)).collect::<String>());
    let lines = lines.collect::<Vec<_>>().join("\n");
    format!("<!-- {MARK} {VERSION} {:016x} {lines} -->\n", fnv1a(&json))
}

/// What a piece of HTML carries; `None` where it is no such comment.
pub fn embedded_case(html: &str) -> Option<EmbeddedCase> {
    let text = html.trim_start().strip_prefix("<!--")?.trim_start().strip_prefix(MARK)?;
    let text = text.split("-->").next().unwrap_or_default();
    let mut parts = text.split_whitespace();
    match parts.next().and_then(|version| version.parse::<u32>().ok()) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Some(EmbeddedCase::Newer),
        _ => return Some(EmbeddedCase::Damaged),
    }
    let sum = parts.next().and_then(|sum| u64::from_str_radix(sum, 16).ok());
    let json = STANDARD.decode(parts.collect::<String>()).ok();
    let whole = json.filter(|json| Some(fnv1a(json)) == sum);
    let case = whole.and_then(|json| serde_json::from_slice(&json).ok());
    Some(case.map_or(EmbeddedCase::Damaged, |case| EmbeddedCase::Whole(Box::new(case))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        let mut case = Case { code: "-->".to_owned(), name: "Ошибка `--`".to_owned(), ..Case::default() };
        case.notes.insert("case".to_owned(), "x".repeat(500));
        case
    }

    #[test]
    fn a_case_comes_back_whole_however_its_lines_are_broken() {
        let text = comment(&case());
        let whole = Some(EmbeddedCase::Whole(Box::new(case())));
        let check = |text: &str| assert_eq!(embedded_case(text), whole, "{text}");
        check(&text);
        check(&text.replace('\n', "\r\n"));
        check(&text.replace('\n', " "));
        check(&format!("  {}", text.replace('\n', "\n    ")));
        let inside = text.trim_end().strip_prefix("<!--").and_then(|text| text.strip_suffix("-->"));
        assert!(inside.is_some_and(|inside| !inside.contains("--")), "{text}");
    }

    #[test]
    fn damage_is_seen() {
        let check = |text: &str, expected: Option<EmbeddedCase>| assert_eq!(embedded_case(text), expected, "{text}");
        check("<!-- another -->", None);
        check("backup-medic case 1", None);
        check("<!-- backup-medic case", Some(EmbeddedCase::Damaged));
        check("<!-- backup-medic case 0 0 e30= -->", Some(EmbeddedCase::Damaged));
        check("<!-- backup-medic case 2 0 e30= -->", Some(EmbeddedCase::Newer));
        check("<!-- backup-medic case 99999999999999999999 0 e30= -->", Some(EmbeddedCase::Damaged));
        let text = comment(&case());
        for end in text.char_indices().map(|(at, _)| at).filter(|at| *at < text.len() - 5) {
            assert!(!matches!(embedded_case(&text[..end]), Some(EmbeddedCase::Whole(_))), "cut at {end}");
        }
    }
}
