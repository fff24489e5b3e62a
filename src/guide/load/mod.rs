//! Files to a `Guide`: everything is resolved once, and every defect is reported in one run.

mod order;
mod resolve;
mod tree_builder;

use std::{collections::BTreeMap, ops::Range};

use serde::de::DeserializeOwned;
use toml::de::DeTable;

use self::resolve::GuideIndex;
use super::{
    Diagnostic, Report,
    model::{Cause, Guide, Handover, Id, Link, Problem, SideEffect, Variable},
    raw::{RawCause, RawEvidence, RawGuide, RawProblem, RawQuestion, RawRemedy, RawWord},
};
use crate::data::Files;

/// Reads the guide in `guides/ID/`.
///
/// # Errors
/// All diagnostics, each with its file and place.
pub fn load(files: &Files, id: &str) -> Result<Guide, Vec<Diagnostic>> {
    let mut report = Report::default();
    match read(files, id, &mut report) {
        Some(guide) if report.0.is_empty() => Ok(guide),
        _ => Err(report.0),
    }
}

fn read(files: &Files, id: &str, report: &mut Report) -> Option<Guide> {
    let folder = format!("guides/{id}/");
    let main = format!("{folder}guide.toml");
    let questions_file = format!("{folder}questions.toml");
    let raw: Option<RawGuide> = parse_required(files, &main, report);
    let raw_questions: BTreeMap<RawWord, RawQuestion> = parse(files, &questions_file, report).unwrap_or_default();
    let literals: BTreeMap<String, String> =
        parse(files, &format!("{folder}literals.toml"), report).unwrap_or_default();
    let links: BTreeMap<String, RawWord> = parse(files, &format!("{folder}links.toml"), report).unwrap_or_default();
    let evidence_file = format!("{folder}evidence.toml");
    let raw_evidence: RawEvidence = parse(files, &evidence_file, report).unwrap_or_default();
    let shared_are_sound = report.0.is_empty();
    let mut raw_problems: Vec<(String, Option<RawProblem>)> = folder_of(files, &format!("{folder}problems/"), report);
    let raw_causes: Vec<(String, Option<RawCause>)> = folder_of(files, &format!("{folder}causes/"), report);
    let raw_remedies: Vec<(String, Option<RawRemedy>)> = folder_of(files, &format!("{folder}remedies/"), report);
    // Without the names that these files define, every reference would look wrong.
    let raw = raw.filter(|_| shared_are_sound)?;
    put_in_order(&mut raw_problems, &raw.problems, &folder, report);

    let names = GuideIndex {
        problems: keys(raw_problems.iter().map(|(name, _)| name)),
        causes: keys(raw_causes.iter().map(|(name, _)| name)),
        remedies: keys(raw_remedies.iter().map(|(name, _)| name)),
        questions: raw_questions
            .iter()
            .enumerate()
            .map(|(at, (name, question))| {
                let options = question.options.iter().map(|o| o.get_ref().clone()).collect();
                (name.get_ref().clone(), (at, options, question.kind.is_none()))
            })
            .collect(),
        variables: keys(raw.variable.keys()),
        literals: keys(literals.keys()),
        links: keys(links.keys()),
        effects: keys(raw.effect.keys()),
        handovers: keys(raw.handover.keys()),
    };

    let variables = raw.variable.into_iter().map(|(id, variable)| {
        if !variable.rule.accepts(variable.example.get_ref()) {
            report.add("bad-example", &main, variable.example.span(), [("name", &id)]);
        }
        Variable { id, example: variable.example.into_inner(), rule: variable.rule, several: variable.several }
    });
    let variables = variables.collect();
    let limits = raw.limit.into_iter().map(|(id, limit)| {
        for dated in [Some(&limit.dated), limit.newer.as_ref().map(|newer| &newer.dated)].into_iter().flatten() {
            resolve::day(dated.clone(), &main, report);
        }
        limit.named(id)
    });
    let limits: Vec<_> = limits.collect();
    let evidence = resolve::evidence(raw_evidence, &limits, &names, &evidence_file, report);
    let handovers = raw.handover.into_iter().map(|(id, handover)| Handover {
        id,
        logs: resolve::logs(handover.logs, &names, &main, report),
        ids: resolve::all(&handover.ids, &names.variables, "unknown-variable", &main, report),
    });
    let handovers = handovers.collect();
    let links_file = format!("{folder}links.toml");
    let links = links.into_iter().map(|(id, url)| {
        if !resolve::is_web_address(url.get_ref()) {
            report.add("bad-link", &links_file, url.span(), [("name", &id)]);
        }
        Link { id, url: url.into_inner() }
    });
    let links = links.collect();
    if !resolve::is_web_address(&raw.source.url) {
        let span = files.get(&main).and_then(|text| place_of(text, "source", "url"));
        report.add("bad-link", &main, span, [("name", "source")]);
    }
    for (key, day) in [("dated", &raw.source.dated), ("newest", &raw.source.newest), ("checked", &raw.source.checked)] {
        if !resolve::is_day(day) {
            let span = files.get(&main).and_then(|text| place_of(text, "source", key));
            report.add("bad-day", &main, span, [("name", day)]);
        }
    }

    let questions = raw_questions
        .into_iter()
        .map(|(id, question)| resolve::question(id, question, &names, &questions_file, report))
        .collect();
    let remedies = raw_remedies.into_iter().filter_map(|(id, remedy)| {
        let file = format!("{folder}remedies/{id}.toml");
        Some(resolve::remedy(id, remedy?, &names, &file, report))
    });
    let remedies = remedies.collect();
    let categories: Vec<String> = raw.categories.iter().map(|c| c.get_ref().clone()).collect();

    // Trees last: whether a caller names a cause's exits needs every cause read.
    let mut forest = tree_builder::Forest::default();
    let mut causes = Vec::new();
    for (id, cause) in raw_causes {
        let file = format!("{folder}causes/{id}.toml");
        let Some(cause) = cause else {
            causes.push((id, None));
            continue;
        };
        let routine = cause.kind.is_some_and(|kind| {
            if kind.get_ref() != "routine" {
                report.add("unknown-kind", &file, kind.span(), [("name", kind.get_ref())]);
            }
            true
        });
        let origin = resolve::origin(cause.source, cause.checked, cause.since, &file, report);
        let tree = forest.plant(tree_builder::TreeKind::Cause, cause.start, cause.node, &names, &file, report);
        causes.push((id.clone(), tree.map(|tree| Cause { id, routine, origin, tree })));
    }
    let mut problems = Vec::new();
    for (id, problem) in raw_problems {
        let file = format!("{folder}problems/{id}.toml");
        let Some(problem) = problem else {
            problems.push(None);
            continue;
        };
        if !categories.contains(problem.category.get_ref()) {
            report.add(
                "unknown-category",
                &file,
                problem.category.span(),
                [("name", problem.category.get_ref()), ("known", &categories.join(", "))],
            );
        }
        if problem.codes.is_empty() {
            report.add("no-code", &file, None, []);
        }
        let origin = resolve::origin(problem.source, problem.checked, None, &file, report);
        let tree = forest.plant(tree_builder::TreeKind::Problem, problem.start, problem.node, &names, &file, report);
        let words = |words: Vec<RawWord>| words.into_iter().map(RawWord::into_inner).collect();
        problems.push(tree.map(|tree| Problem {
            id,
            codes: words(problem.codes),
            aliases: words(problem.aliases),
            category: problem.category.into_inner(),
            origin,
            tree,
        }));
    }
    let trees: Vec<_> = causes.iter().map(|(id, cause)| (id.as_str(), cause.as_ref().map(|c| &c.tree))).collect();
    forest.check_walks(&trees, &folder, report);
    Some(Guide {
        id: id.to_owned(),
        revision: raw.revision,
        source: raw.source,
        categories,
        others: raw.others,
        variables,
        limits,
        literals: literals.into_iter().collect(),
        links,
        effects: raw.effect.into_iter().map(|(id, e)| SideEffect { id, disruptive: e.disruptive }).collect(),
        handovers,
        questions,
        problems: problems.into_iter().collect::<Option<_>>()?,
        causes: causes.into_iter().map(|(_, cause)| cause).collect::<Option<_>>()?,
        remedies,
        evidence,
    })
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

/// The place of a value in a table of a file.
fn place_of(text: &str, table: &str, key: &str) -> Option<Range<usize>> {
    let document = DeTable::parse(text).ok()?;
    let table = document.get_ref().get(table)?.get_ref().as_table()?;
    Some(table.get(key)?.span())
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

fn keys<'a>(names: impl Iterator<Item = &'a String>) -> BTreeMap<String, usize> {
    names.enumerate().map(|(at, name)| (name.clone(), at)).collect()
}

impl<T> Id<T> {
    pub(super) fn named(name: &str, names: &BTreeMap<String, usize>) -> Option<Self> {
        names.get(name).copied().map(Id::new)
    }
}
