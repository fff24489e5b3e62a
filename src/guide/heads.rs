//! The heads of the files that say which problems there are, read without the trees below them.

use serde::{Deserialize, de::DeserializeOwned};
use toml::de::DeTable;

use super::Report;
use crate::data::Files;

/// What a guide says before its tables.
#[derive(Deserialize)]
pub(super) struct GuideHead {
    #[serde(default)]
    pub uses: Vec<String>,
    pub problems: Vec<String>,
    #[serde(default)]
    pub categories: Vec<String>,
    #[serde(default)]
    pub others: Vec<String>,
}

/// What a problem says before its tree.
#[derive(Deserialize)]
pub(super) struct ProblemHead {
    pub codes: Vec<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub category: String,
}

/// Every problem of every guide, by its id, with the path of its file.
pub(super) fn problems(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files.under("guides/").filter_map(|(path, _)| {
        let (_, rest) = path["guides/".len()..].split_once('/')?;
        Some((rest.strip_prefix("problems/")?.strip_suffix(".toml")?, path))
    })
}

/// The names under which a person finds a problem: its codes, or its id where Azure shows a message without a code.
pub(super) fn problem_names(codes: Vec<String>, id: &str) -> Vec<String> {
    if codes.is_empty() { vec![id.to_owned()] } else { codes }
}

/// The codes of the problem in a file; what cannot be read is left to its own guide.
pub(super) fn codes(files: &Files, path: &str) -> Vec<String> {
    parse::<ProblemHead>(files, path, &mut Report::default()).map(|head| head.codes).unwrap_or_default()
}

/// What the guide of this id says at its head.
pub(super) fn guide_head(files: &Files, guide: &str, report: &mut Report) -> Option<GuideHead> {
    parse(files, &format!("guides/{guide}/guide.toml"), report)
}

/// Parses a file into its raw shape; a missing file is no defect here.
pub(super) fn parse<T: DeserializeOwned>(files: &Files, path: &str, report: &mut Report) -> Option<T> {
    let text = files.get(path)?;
    match toml::from_str(text) {
        Ok(raw) => Some(raw),
        Err(error) => {
            let before = report.0.len();
            let (_, errors) = DeTable::parse_recoverable(text);
            for error in errors {
                report.add("toml", path, error.span(), [("message", error.message())]);
            }
            if report.0.len() == before {
                report.add("toml", path, error.span(), [("message", error.message())]);
            }
            None
        }
    }
}
