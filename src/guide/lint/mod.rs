//! Defects of a guide that loads all the same: only `check` looks for them, since the wizard can live with them.

mod checks;
mod commands;
mod unused;

use std::{collections::BTreeMap, ops::Range};

use super::{
    Diagnostic, Report,
    catalog::normal,
    heads::{parse, problems},
    raw::{RawCode, RawProblem, RawQuestion, RawRemedy, RawWord},
};
use crate::data::Files;

pub use unused::unused;

/// Looks at every guide.
pub fn lint(files: &Files) -> Vec<Diagnostic> {
    let mut report = Report::default();
    for id in files.folders("guides/") {
        each(files, id, &mut report);
    }
    duplicates(files, &mut report);
    report.0
}

/// Looks at every file of the guide in `guides/ID/` that can be read, whether or not the whole is sound.
fn each(files: &Files, id: &str, report: &mut Report) {
    let folder = format!("guides/{id}/");
    let questions = format!("{folder}questions.toml");
    if let Some(table) = quietly::<BTreeMap<RawWord, RawQuestion>>(files, &questions) {
        let mut file =
            LintedFile { path: &questions, text: files.get(&questions).unwrap_or_default(), report: &mut *report };
        table.iter().for_each(|(id, question)| checks::question(id, question, &mut file));
    }
    let remedies = format!("{folder}remedies/");
    for (path, text) in files.under(&remedies) {
        let mut file = LintedFile { path, text, report: &mut *report };
        quietly::<RawRemedy>(files, path).iter().for_each(|remedy| checks::remedy(remedy, &mut file));
    }
}

/// A file being looked at.
struct LintedFile<'a> {
    path: &'a str,
    text: &'a str,
    report: &'a mut Report,
}

impl LintedFile<'_> {
    fn add<const N: usize>(&mut self, code: &'static str, span: Range<usize>, args: [(&'static str, &str); N]) {
        self.report.add(code, self.path, span, args);
    }

    /// The place of a part of a string; the whole string where escapes hide it.
    fn place(&self, word: &RawWord, part: Range<usize>) -> Range<usize> {
        let source = self.text.get(word.span()).unwrap_or_default();
        match source.find(word.get_ref().as_str()) {
            Some(at) => word.span().start + at + part.start..word.span().start + at + part.end,
            None => word.span(),
        }
    }
}

/// A file whose defects of form are reported by `load`.
fn quietly<T: serde::de::DeserializeOwned>(files: &Files, path: &str) -> Option<T> {
    parse(files, path, &mut Report::default())
}

/// A spelling that two problems of any guides claim, or one claims twice, in the form in which spellings are compared;
/// a name that two problems have; and a known code that leads to none.
fn duplicates(files: &Files, report: &mut Report) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, path) in problems(files) {
        if let Some(first) = names.insert(id, path) {
            report.add("duplicate-problem", path, None, [("name", id), ("file", first)]);
        }
        let Some(problem) = quietly::<RawProblem>(files, path) else { continue };
        for word in problem.codes.iter().chain(&problem.aliases) {
            match seen.get(&normal(word.get_ref())) {
                Some(first) => {
                    report.add("duplicate-code", path, word.span(), [("name", word.get_ref()), ("file", first)]);
                }
                None => {
                    seen.insert(normal(word.get_ref()), path.to_owned());
                }
            }
        }
    }
    for guide in files.folders("guides/") {
        let path = format!("guides/{guide}/codes.toml");
        for word in quietly::<BTreeMap<RawWord, RawCode>>(files, &path).unwrap_or_default().into_keys() {
            if !seen.contains_key(&normal(word.get_ref())) {
                report.add("unled-code", &path, word.span(), [("name", word.get_ref())]);
            }
        }
    }
}
