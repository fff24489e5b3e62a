//! The heads of the files that say which problems there are, read without the trees below them.

use std::collections::BTreeSet;

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
    #[serde(rename = "no-code")]
    pub no_code: Option<String>,
    #[serde(rename = "unknown-code")]
    pub unknown_code: Option<String>,
}

/// What a problem says before its tree.
#[derive(Deserialize)]
pub(super) struct ProblemHead {
    pub kind: Option<String>,
    pub codes: Vec<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub category: String,
}

impl ProblemHead {
    /// Whether it is what there is for codes without a tree of their own.
    pub(super) fn is_general(&self) -> bool {
        self.kind.is_some()
    }
}

/// What names a problem: its codes, behind its own id where it has none or each of them means something else.
pub(super) fn names(id: &str, general: bool, codes: impl Iterator<Item = String>) -> Vec<String> {
    let mut codes = codes.peekable();
    let own = (general || codes.peek().is_none()).then(|| id.to_owned());
    own.into_iter().chain(codes).collect()
}

/// Every problem of every guide, by its id, with the path of its file.
pub(super) fn problems(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files.under("guides/").filter_map(|(path, _)| {
        let (_, rest) = path["guides/".len()..].split_once('/')?;
        Some((rest.strip_prefix("problems/")?.strip_suffix(".toml")?, path))
    })
}

/// The codes of the problem in a file; what cannot be read is left to its own guide.
pub(super) fn codes(files: &Files, path: &str) -> Vec<String> {
    let head = parse::<ProblemHead>(files, path, &mut Report::default());
    head.filter(|head| !head.is_general()).map(|head| head.codes).unwrap_or_default()
}

/// The guides that others use, each once; what cannot be read is left to `check`.
pub fn used(files: &Files) -> Vec<String> {
    let heads = files.folders("guides/").filter_map(|guide| guide_head(files, guide, &mut Report::default()));
    heads.flat_map(|head| head.uses).collect::<BTreeSet<_>>().into_iter().collect()
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
