//! The files of one guide as they were written.

use std::{collections::BTreeMap, ops::Range};

use serde::de::DeserializeOwned;
use toml::de::DeTable;

use crate::{
    data::Files,
    guide::{
        Report,
        heads::parse,
        raw::{RawCause, RawCode, RawEvidence, RawGuide, RawProblem, RawQuestion, RawRemedy, RawWord},
    },
};

/// `None` for a file of a folder that cannot be parsed.
pub(super) struct RawFiles {
    pub guide: RawGuide,
    pub questions: BTreeMap<RawWord, RawQuestion>,
    pub literals: BTreeMap<String, String>,
    pub links: BTreeMap<String, RawWord>,
    pub codes: BTreeMap<RawWord, RawCode>,
    pub evidence: RawEvidence,
    pub problems: Vec<(String, Option<RawProblem>)>,
    pub causes: Vec<(String, Option<RawCause>)>,
    pub remedies: Vec<(String, Option<RawRemedy>)>,
}

impl RawFiles {
    /// `None` where a file that others refer to has a defect: without the names that it defines, every reference would
    /// look wrong.
    pub(super) fn read(files: &Files, id: &str, report: &mut Report) -> Option<Self> {
        let folder = format!("guides/{id}/");
        let path = |name: &str| format!("{folder}{name}");
        let before = report.0.len();
        let guide: Option<RawGuide> = parse_required(files, &path("guide.toml"), report);
        let questions = parse(files, &path("questions.toml"), report).unwrap_or_default();
        let literals = parse(files, &path("literals.toml"), report).unwrap_or_default();
        let links = parse(files, &path("links.toml"), report).unwrap_or_default();
        let codes = parse(files, &path("codes.toml"), report).unwrap_or_default();
        let evidence = parse(files, &path("evidence.toml"), report).unwrap_or_default();
        let shared_are_sound = report.0.len() == before;
        let mut problems = folder_of(files, &path("problems/"), report);
        let causes = folder_of(files, &path("causes/"), report);
        let remedies = folder_of(files, &path("remedies/"), report);
        let guide = guide.filter(|_| shared_are_sound)?;
        put_in_order(&mut problems, &guide.problems, &folder, report);
        Some(RawFiles { guide, questions, literals, links, codes, evidence, problems, causes, remedies })
    }
}

/// The places of a key and of its value, in the table that these names lead to.
pub(super) fn place_of(text: &str, tables: &[&str], key: &str) -> Option<(Range<usize>, Range<usize>)> {
    let document = DeTable::parse(text).ok()?;
    let mut table = document.get_ref();
    for name in tables {
        table = table.get(*name)?.get_ref().as_table()?;
    }
    table.get_key_value(key).map(|(key, value)| (key.span(), value.span()))
}

fn parse_required<T: DeserializeOwned>(files: &Files, path: &str, report: &mut Report) -> Option<T> {
    if files.get(path).is_none() {
        report.add("missing-file", path, None, []);
    }
    parse(files, path, report)
}

/// Every file of a folder; a file that does not parse keeps its name, so that references to it still resolve.
fn folder_of<T: DeserializeOwned>(files: &Files, folder: &str, report: &mut Report) -> Vec<(String, Option<T>)> {
    files
        .under(folder)
        .filter_map(|(path, _)| {
            let name = path[folder.len()..].strip_suffix(".toml")?;
            Some((name.to_owned(), parse(files, path, report)))
        })
        .collect()
}

/// The problems in the order that the guide gives; a file without a place in the order, or the reverse, is a defect.
fn put_in_order(found: &mut [(String, Option<RawProblem>)], order: &[RawWord], folder: &str, report: &mut Report) {
    for name in order {
        if !found.iter().any(|(file, _)| file == name.get_ref()) {
            report.add("missing-problem", &format!("{folder}guide.toml"), name.span(), [("name", name.get_ref())]);
        }
    }
    for (name, _) in found.iter() {
        if !order.iter().any(|listed| listed.get_ref() == name) {
            report.add("unlisted-problem", &format!("{folder}problems/{name}.toml"), None, [("name", name)]);
        }
    }
    found.sort_by_key(|(name, _)| order.iter().position(|listed| listed.get_ref() == name));
}
