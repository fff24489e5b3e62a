//! Files to a `Guide`: everything is resolved once, and every defect is reported in one run.

mod files;
mod joined;
mod order;
mod resolve;
mod tree_builder;

use std::collections::BTreeMap;

use self::{
    files::place_of,
    joined::{Joined, Owned},
    resolve::GuideIndex,
};
use super::{
    Diagnostic, Evidence, Report, heads,
    model::{Cause, Guide, Handover, Id, KnownCode, Limit, Link, Problem, SideEffect, Source, Variable},
    prepared,
    raw::{RawCause, RawCode, RawLimit, RawProblem, RawSource, RawVariable, RawWord},
    translated,
};
use crate::data::Files;
pub(super) use resolve::{is_day, is_web_address};

/// Reads the guide in `guides/ID/`.
///
/// # Errors
/// All diagnostics, each with its file and place.
pub fn load(files: &Files, id: &str) -> Result<Guide, Vec<Diagnostic>> {
    load_together(files, &[id])
}

/// Reads all these guides as one, which bears the name of the first.
///
/// # Errors
/// As `load`.
pub fn load_together(files: &Files, ids: &[&str]) -> Result<Guide, Vec<Diagnostic>> {
    if let Some(guide) = prepared::read_guides(files, ids) {
        return Ok(guide);
    }
    let mut report = Report::default();
    match read(files, ids, &mut report) {
        Some(guide) if report.0.is_empty() => Ok(guide),
        _ => Err(report.0),
    }
}

fn read(files: &Files, ids: &[&str], report: &mut Report) -> Option<Guide> {
    let id = *ids.first()?;
    let raw = Joined::read(files, ids, report)?;
    let names = raw.index(files);
    for id in ids {
        translated::check(files, id, names.problems.keys(), report);
    }
    for entrance in raw.entrances.iter().filter(|entrance| !names.problems.contains_key(&entrance.id)) {
        let file = entrance.file("guide.toml");
        resolve::unknown("unknown-problem", &entrance.id, &entrance.raw, names.problems.keys(), &file, report);
    }
    let sources = raw.sources.into_iter().map(|owned| source(files, owned, report)).collect();
    let variables = raw.variables.into_iter().map(|owned| variable(owned, report)).collect();
    let limits: Vec<Limit> = raw.limits.into_iter().map(|owned| limit(owned, report)).collect();
    let mut evidence = Evidence::default();
    for owned in raw.evidence {
        let file = owned.file("evidence.toml");
        evidence.extend(resolve::evidence(owned.raw, &limits, &names, &file, report));
    }
    let handovers = raw.handovers.into_iter().map(|owned| {
        let file = owned.file("guide.toml");
        let logs = resolve::logs(owned.raw.logs, &names, &file, report);
        let ids = resolve::all(&owned.raw.ids, &names.variables, "unknown-variable", &file, report);
        Handover { id: owned.id, logs, ids }
    });
    let handovers = handovers.collect();
    let links = raw.links.into_iter().map(|owned| link(owned, report)).collect();
    let questions = raw.questions.into_iter().map(|owned| {
        let file = owned.file("questions.toml");
        let (word, question) = owned.raw;
        resolve::question(word, question, &names, &file, report)
    });
    let questions = questions.collect();
    let remedies = raw.remedies.into_iter().filter_map(|owned| resolve::remedy(owned, &names, report)).collect();

    // Trees last: whether a caller names a cause's exits needs every cause read.
    let mut forest = tree_builder::Forest::default();
    let causes = raw.causes.into_iter().map(|owned| {
        let file = owned.file(&format!("causes/{}.toml", owned.id));
        (file, owned.id.clone(), cause(owned, &mut forest, &names, report))
    });
    let causes: Vec<(String, String, Option<Cause>)> = causes.collect();
    let problems = raw.problems.into_iter();
    let problems = problems.map(|owned| problem(owned, &raw.categories, &mut forest, &names, report));
    let problems: Vec<Option<Problem>> = problems.collect();
    let trees = causes.iter().map(|(file, id, cause)| (file.as_str(), id.as_str(), cause.as_ref().map(|c| &c.tree)));
    forest.check_walks(&trees.collect::<Vec<_>>(), report);
    let codes = raw.codes.into_iter().filter_map(|owned| known_code(owned, &names, report)).collect();
    let effects = raw.effects.into_iter().map(|owned| SideEffect { id: owned.id, disruptive: owned.raw.disruptive });
    Some(Guide {
        id: id.to_owned(),
        revision: raw.revision,
        uses: raw.uses,
        sources,
        categories: raw.categories,
        variables,
        limits,
        literals: raw.literals.into_iter().map(|owned| (owned.id, owned.raw)).collect(),
        links,
        effects: effects.collect(),
        handovers,
        codes,
        questions,
        problems: problems.into_iter().collect::<Option<_>>()?,
        causes: causes.into_iter().map(|(.., cause)| cause).collect::<Option<_>>()?,
        remedies,
        evidence,
    })
}

/// A document, which is the guide's own one where it is named as the guide.
fn source(files: &Files, owned: Owned<RawSource>, report: &mut Report) -> Source {
    let file = owned.file("guide.toml");
    let tables = if owned.id == *owned.guide { &["source"][..] } else { &["sources", &owned.id] };
    let span = |key| Some(place_of(files.get(&file)?, tables, key)?.1);
    let source = owned.raw;
    if !is_web_address(&source.url) {
        report.add("bad-link", &file, span("url"), [("name", &source.url)]);
    }
    for (key, day) in [("dated", &source.dated), ("newest", &source.newest), ("checked", &source.checked)] {
        if !is_day(day) {
            report.add("bad-day", &file, span(key), [("name", day)]);
        }
    }
    source.named(owned.id)
}

fn variable(owned: Owned<RawVariable>, report: &mut Report) -> Variable {
    let (file, raw) = (owned.file("guide.toml"), owned.raw);
    if !raw.rule.accepts(raw.example.get_ref()) {
        report.add("bad-example", &file, raw.example.span(), [("name", &owned.id)]);
    }
    let (example, several, shared) = (raw.example.into_inner(), raw.several, raw.shared);
    Variable { id: owned.id, example, rule: raw.rule, several, shared }
}

fn limit(owned: Owned<RawLimit>, report: &mut Report) -> Limit {
    let (file, raw) = (owned.file("guide.toml"), owned.raw);
    for dated in [Some(&raw.dated), raw.newer.as_ref().map(|newer| &newer.dated)].into_iter().flatten() {
        resolve::day(dated.clone(), &file, report);
    }
    raw.named(owned.id)
}

fn link(owned: Owned<RawWord>, report: &mut Report) -> Link {
    let (file, url) = (owned.file("links.toml"), owned.raw);
    if !is_web_address(url.get_ref()) {
        report.add("bad-link", &file, url.span(), [("name", url.get_ref())]);
    }
    Link { id: owned.id, url: url.into_inner() }
}

fn known_code(owned: Owned<(RawWord, RawCode)>, names: &GuideIndex, report: &mut Report) -> Option<KnownCode> {
    let file = owned.file("codes.toml");
    let source = resolve::one(&owned.raw.1.source, &names.sources, "unknown-source", &file, report)?;
    Some(KnownCode { id: owned.id, side: owned.raw.1.side, source })
}

fn cause(
    owned: Owned<Option<RawCause>>,
    forest: &mut tree_builder::Forest,
    names: &GuideIndex,
    report: &mut Report,
) -> Option<Cause> {
    let file = &owned.file(&format!("causes/{}.toml", owned.id));
    let (id, home, raw) = (owned.id, owned.guide, owned.raw?);
    let routine = raw.kind.is_some_and(|kind| {
        if kind.get_ref() != "routine" {
            report.add("unknown-kind", file, kind.span(), [("name", kind.get_ref())]);
        }
        true
    });
    let origin = resolve::origin((raw.source, &home), raw.checked, raw.since, names, file, report);
    let tree = forest.plant(tree_builder::TreeKind::Cause, raw.start, raw.node, names, file, report)?;
    Some(Cause { id, routine, origin, tree })
}

fn problem(
    owned: Owned<Option<RawProblem>>,
    categories: &[String],
    forest: &mut tree_builder::Forest,
    names: &GuideIndex,
    report: &mut Report,
) -> Option<Problem> {
    let file = &owned.file(&format!("problems/{}.toml", owned.id));
    let (id, home, raw) = (owned.id, owned.guide, owned.raw?);
    let category = raw.category.get_ref();
    if !categories.contains(category) {
        let args = [("name", category.as_str()), ("known", &categories.join(", "))];
        report.add("unknown-category", file, raw.category.span(), args);
    }
    let general = raw.kind.is_some_and(|kind| {
        if kind.get_ref() != "general" {
            report.add("unknown-kind", file, kind.span(), [("name", kind.get_ref())]);
        }
        true
    });
    for code in raw.codes.iter().filter(|code| general && !names.codes.contains_key(code.get_ref())) {
        report.add("unnamed-code", file, code.span(), [("name", code.get_ref())]);
    }
    let origin = resolve::origin((raw.source, &home), raw.checked, None, names, file, report);
    let tree = forest.plant(tree_builder::TreeKind::Problem, raw.start, raw.node, names, file, report)?;
    Some(Problem {
        codes: heads::names(&id, general, raw.codes.into_iter().map(RawWord::into_inner)),
        id,
        general,
        aliases: raw.aliases.into_iter().map(RawWord::into_inner).collect(),
        category: raw.category.into_inner(),
        origin,
        tree,
    })
}

impl<T> Id<T> {
    pub(super) fn named(name: &str, names: &BTreeMap<String, usize>) -> Option<Self> {
        names.get(name).copied().map(Id::new)
    }
}
