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
    model::{Cause, Guide, Handover, Id, Limit, Link, Problem, SideEffect, Source, Variable},
    raw::{RawCause, RawEvidence, RawGuide, RawLimit, RawProblem, RawQuestion, RawRemedy, RawVariable, RawWord},
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

/// The files of a guide as they were written; `None` for a file of a folder that cannot be parsed.
struct RawFiles {
    guide: RawGuide,
    questions: BTreeMap<RawWord, RawQuestion>,
    literals: BTreeMap<String, String>,
    links: BTreeMap<String, RawWord>,
    evidence: RawEvidence,
    problems: Vec<(String, Option<RawProblem>)>,
    causes: Vec<(String, Option<RawCause>)>,
    remedies: Vec<(String, Option<RawRemedy>)>,
}

fn read(files: &Files, id: &str, report: &mut Report) -> Option<Guide> {
    let folder = format!("guides/{id}/");
    let raw = RawFiles::read(files, &folder, report)?;
    let names = raw.index();
    let main = format!("{folder}guide.toml");
    source(files, &raw.guide.source, &main, report);
    let variables = raw.guide.variable.into_iter().map(|(id, raw)| variable(id, raw, &main, report)).collect();
    let limits: Vec<Limit> = raw.guide.limit.into_iter().map(|(id, raw)| limit(id, raw, &main, report)).collect();
    let evidence = resolve::evidence(raw.evidence, &limits, &names, &format!("{folder}evidence.toml"), report);
    let handovers = raw.guide.handover.into_iter().map(|(id, handover)| Handover {
        id,
        logs: resolve::logs(handover.logs, &names, &main, report),
        ids: resolve::all(&handover.ids, &names.variables, "unknown-variable", &main, report),
    });
    let handovers = handovers.collect();
    let file = format!("{folder}links.toml");
    let links = raw.links.into_iter().map(|(id, url)| link(id, url, &file, report)).collect();
    let file = format!("{folder}questions.toml");
    let questions = raw.questions.into_iter().map(|(id, raw)| resolve::question(id, raw, &names, &file, report));
    let questions = questions.collect();
    let remedies = raw.remedies.into_iter().filter_map(|(id, remedy)| {
        let file = format!("{folder}remedies/{id}.toml");
        Some(resolve::remedy(id, remedy?, &names, &file, report))
    });
    let remedies = remedies.collect();
    let categories: Vec<String> = raw.guide.categories.into_iter().map(RawWord::into_inner).collect();

    // Trees last: whether a caller names a cause's exits needs every cause read.
    let mut forest = tree_builder::Forest::default();
    let causes = raw.causes.into_iter().map(|(id, raw)| {
        let file = format!("{folder}causes/{id}.toml");
        let cause = raw.and_then(|raw| cause(id.clone(), raw, &mut forest, &names, &file, report));
        (id, cause)
    });
    let causes: Vec<(String, Option<Cause>)> = causes.collect();
    let problems = raw.problems.into_iter().map(|(id, raw)| {
        let file = format!("{folder}problems/{id}.toml");
        problem(id, raw?, &categories, &mut forest, &names, &file, report)
    });
    let problems: Vec<Option<Problem>> = problems.collect();
    let trees: Vec<_> = causes.iter().map(|(id, cause)| (id.as_str(), cause.as_ref().map(|c| &c.tree))).collect();
    forest.check_walks(&trees, &folder, report);
    Some(Guide {
        id: id.to_owned(),
        revision: raw.guide.revision,
        source: raw.guide.source,
        categories,
        others: raw.guide.others,
        variables,
        limits,
        literals: raw.literals.into_iter().collect(),
        links,
        effects: raw.guide.effect.into_iter().map(|(id, e)| SideEffect { id, disruptive: e.disruptive }).collect(),
        handovers,
        questions,
        problems: problems.into_iter().collect::<Option<_>>()?,
        causes: causes.into_iter().map(|(_, cause)| cause).collect::<Option<_>>()?,
        remedies,
        evidence,
    })
}

impl RawFiles {
    /// `None` where a file that others refer to has a defect: without the names that it defines, every reference would
    /// look wrong.
    fn read(files: &Files, folder: &str, report: &mut Report) -> Option<Self> {
        let path = |name: &str| format!("{folder}{name}");
        let guide: Option<RawGuide> = parse_required(files, &path("guide.toml"), report);
        let questions = parse(files, &path("questions.toml"), report).unwrap_or_default();
        let literals = parse(files, &path("literals.toml"), report).unwrap_or_default();
        let links = parse(files, &path("links.toml"), report).unwrap_or_default();
        let evidence = parse(files, &path("evidence.toml"), report).unwrap_or_default();
        let shared_are_sound = report.0.is_empty();
        let mut problems = folder_of(files, &path("problems/"), report);
        let causes = folder_of(files, &path("causes/"), report);
        let remedies = folder_of(files, &path("remedies/"), report);
        let guide = guide.filter(|_| shared_are_sound)?;
        put_in_order(&mut problems, &guide.problems, folder, report);
        Some(RawFiles { guide, questions, literals, links, evidence, problems, causes, remedies })
    }

    fn index(&self) -> GuideIndex {
        let questions = self.questions.iter().enumerate().map(|(at, (name, question))| {
            let options = question.options.iter().map(|o| o.get_ref().clone()).collect();
            (name.get_ref().clone(), (at, options, question.kind.is_none()))
        });
        GuideIndex {
            problems: keys(self.problems.iter().map(|(name, _)| name)),
            causes: keys(self.causes.iter().map(|(name, _)| name)),
            remedies: keys(self.remedies.iter().map(|(name, _)| name)),
            questions: questions.collect(),
            variables: keys(self.guide.variable.keys()),
            literals: keys(self.literals.keys()),
            links: keys(self.links.keys()),
            effects: keys(self.guide.effect.keys()),
            handovers: keys(self.guide.handover.keys()),
        }
    }
}

/// Reports what is wrong with where a guide comes from.
fn source(files: &Files, source: &Source, main: &str, report: &mut Report) {
    let span = |key| files.get(main).and_then(|text| place_of(text, "source", key));
    if !resolve::is_web_address(&source.url) {
        report.add("bad-link", main, span("url"), [("name", "source")]);
    }
    for (key, day) in [("dated", &source.dated), ("newest", &source.newest), ("checked", &source.checked)] {
        if !resolve::is_day(day) {
            report.add("bad-day", main, span(key), [("name", day)]);
        }
    }
}

fn variable(id: String, raw: RawVariable, file: &str, report: &mut Report) -> Variable {
    if !raw.rule.accepts(raw.example.get_ref()) {
        report.add("bad-example", file, raw.example.span(), [("name", &id)]);
    }
    Variable { id, example: raw.example.into_inner(), rule: raw.rule, several: raw.several }
}

fn limit(id: String, raw: RawLimit, file: &str, report: &mut Report) -> Limit {
    for dated in [Some(&raw.dated), raw.newer.as_ref().map(|newer| &newer.dated)].into_iter().flatten() {
        resolve::day(dated.clone(), file, report);
    }
    raw.named(id)
}

fn link(id: String, url: RawWord, file: &str, report: &mut Report) -> Link {
    if !resolve::is_web_address(url.get_ref()) {
        report.add("bad-link", file, url.span(), [("name", &id)]);
    }
    Link { id, url: url.into_inner() }
}

fn cause(
    id: String,
    raw: RawCause,
    forest: &mut tree_builder::Forest,
    names: &GuideIndex,
    file: &str,
    report: &mut Report,
) -> Option<Cause> {
    let routine = raw.kind.is_some_and(|kind| {
        if kind.get_ref() != "routine" {
            report.add("unknown-kind", file, kind.span(), [("name", kind.get_ref())]);
        }
        true
    });
    let origin = resolve::origin(raw.source, raw.checked, raw.since, file, report);
    let tree = forest.plant(tree_builder::TreeKind::Cause, raw.start, raw.node, names, file, report)?;
    Some(Cause { id, routine, origin, tree })
}

fn problem(
    id: String,
    raw: RawProblem,
    categories: &[String],
    forest: &mut tree_builder::Forest,
    names: &GuideIndex,
    file: &str,
    report: &mut Report,
) -> Option<Problem> {
    let category = raw.category.get_ref();
    if !categories.contains(category) {
        let args = [("name", category.as_str()), ("known", &categories.join(", "))];
        report.add("unknown-category", file, raw.category.span(), args);
    }
    if raw.codes.is_empty() {
        report.add("no-code", file, None, []);
    }
    let origin = resolve::origin(raw.source, raw.checked, None, file, report);
    let tree = forest.plant(tree_builder::TreeKind::Problem, raw.start, raw.node, names, file, report)?;
    let words = |words: Vec<RawWord>| words.into_iter().map(RawWord::into_inner).collect();
    Some(Problem {
        id,
        codes: words(raw.codes),
        aliases: words(raw.aliases),
        category: raw.category.into_inner(),
        origin,
        tree,
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
