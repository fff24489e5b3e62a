//! A case as JSON, which brings it back as the comment in Markdown does.

use serde::{Deserialize, Serialize};

use super::EmbeddedCase;
use crate::case::Case;

/// The version of the form; a reader refuses a newer one.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct CaseDocument<T> {
    /// The version of this form.
    #[serde(rename = "backup-medic")]
    version: u32,
    case: T,
}

/// The case, with a newline behind it.
pub fn json(case: &Case) -> String {
    let document = CaseDocument { version: VERSION, case };
    serde_json::to_string_pretty(&document).expect("a case is plain data") + "\n"
}

/// The case that a text is as JSON; `None` where it is no JSON.
pub fn case_of_json(text: &str) -> Option<EmbeddedCase> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('{') {
        return None;
    }
    let version =
        serde_json::from_str::<CaseDocument<serde::de::IgnoredAny>>(text).ok().map(|document| document.version);
    let case = || serde_json::from_str::<CaseDocument<Case>>(text).ok();
    Some(match version {
        Some(version) if version > VERSION => EmbeddedCase::Newer,
        _ => case().map_or(EmbeddedCase::Damaged, |document| EmbeddedCase::Whole(Box::new(document.case))),
    })
}
