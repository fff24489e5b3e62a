//! A case as text that leaves the program: one file per format, data in, text out.

mod aside;
mod brief;
mod changes;
mod comment;
mod evidence;
mod format;
mod handover;
mod html;
mod jira;
mod json;
mod markdown;
mod page;
mod plain;
mod plan;
mod report;
mod steps;
mod timeline;
mod ways;

pub use brief::brief;
pub use changes::changes;
pub use comment::{EmbeddedCase, comment, embedded_case};
pub use format::Format;
pub use handover::{handover, missing_names, taker};
pub use html::{POLICY, html};
pub use jira::jira;
pub use json::{case_of_json, json};
pub use markdown::markdown;
pub use page::PageShape;
pub use plain::plain;

use crate::{
    case::{Case, open::OpenCase},
    l10n::{Words, args},
    redact,
};

/// What a person types to go on with an exported file.
const RESUME: &str = "`backup-medic resume FILE`";

/// What of a case may leave the program, in whatever format: secrets masked, and names too where they are redacted.
pub fn shareable_copy(open: &OpenCase, redacted: bool) -> OpenCase {
    open.with(if redacted { redact::redact(&open.case, &open.guide) } else { redact::masked(&open.case) })
}

/// Whether a case is another as it left the program, or that one itself.
pub fn is_copy(case: &Case, of: &Case) -> bool {
    case == of || *case == redact::masked(of)
}

/// An exported Markdown text that carries its case, so that it can be resumed, and says so; the case must be what it shows.
pub fn with_embedded_case(text: String, case: &Case, words: &Words) -> String {
    format!("{text}\n{}\n{}", words.say_with("export-carries", &args!("command" => RESUME)), comment(case))
}
