//! What a sound guide defines and nothing needs.

use std::{collections::BTreeSet, ops::Range};

use toml::de::DeTable;

use super::super::{
    Diagnostic, Report,
    model::{Guide, Id, Label, Outcome, Variable, Verb},
    placeholder,
};
use crate::data::Files;

/// Names that the guide's trees, steps and commands use, each with its kind.
#[derive(Default)]
struct Used<'a>(BTreeSet<(&'static str, &'a str)>);

/// Every question, cause, remedy, link, literal, limit, effect, handover, variable and document without a use.
///
/// `users` are the guides that use this one, and `said` the variables of the words of all of them, in any language.
pub fn unused(files: &Files, guide: &Guide, users: &[&Guide], said: &BTreeSet<String>) -> Vec<Diagnostic> {
    let used = Used::of([guide].into_iter().chain(users.iter().copied()));
    let figures = [guide].into_iter().chain(users.iter().copied()).flat_map(|guide| &guide.evidence.figures);
    let figures: BTreeSet<&str> = figures.map(|figure| figure.limit_name.as_str()).collect();
    let mut report = Report::default();
    let folder = format!("guides/{}/", guide.id);
    let places = NamePlaces::of(files, &folder);
    let mut look = |kind: &'static str, name: &str, file: &str, table: Option<&str>| {
        let limit = |said: &String| said.strip_prefix("limit-").is_some_and(|rest| is_of_limit(rest, name));
        let in_words = match kind {
            "limit" => said.iter().any(limit),
            "literal" | "variable" => said.contains(name),
            _ => false,
        };
        if kind == "limit" && figures.iter().any(|figure| is_of_limit(figure, name)) {
            return;
        }
        // What another guide owns is judged there.
        let owned = match table {
            Some(table) => places.key(file, table, name).is_some(),
            None => files.get(&format!("{folder}{file}")).is_some(),
        };
        if owned && !in_words && !used.0.contains(&(kind, name)) {
            let span = table.and_then(|table| places.key(file, table, name));
            report.add("unused", &format!("{folder}{file}"), span, [("kind", kind), ("name", name)]);
        }
    };
    guide.questions.iter().for_each(|q| look("question", &q.id, "questions.toml", Some("")));
    guide.causes.iter().for_each(|c| look("cause", &c.id, &format!("causes/{}.toml", c.id), None));
    guide.remedies.iter().for_each(|r| look("remedy", &r.id, &format!("remedies/{}.toml", r.id), None));
    guide.links.iter().for_each(|link| look("link", &link.id, "links.toml", Some("")));
    guide.literals.iter().for_each(|(id, _)| look("literal", id, "literals.toml", Some("")));
    guide.limits.iter().for_each(|limit| look("limit", &limit.id, "guide.toml", Some("limit")));
    guide.effects.iter().for_each(|effect| look("effect", &effect.id, "guide.toml", Some("effect")));
    guide.handovers.iter().for_each(|to| look("handover", &to.id, "guide.toml", Some("handover")));
    guide.variables.iter().for_each(|v| look("variable", &v.id, "guide.toml", Some("variable")));
    guide.sources.iter().for_each(|source| look("source", &source.id, "guide.toml", Some("sources")));
    report.0
}

/// Where the names of the shared files stand; each file is parsed once, however many of its names have no use.
struct NamePlaces<'a>(Vec<(&'static str, DeTable<'a>)>);

impl<'a> NamePlaces<'a> {
    fn of(files: &'a Files, folder: &str) -> Self {
        let read = |name: &'static str| {
            let document = DeTable::parse(files.get(&format!("{folder}{name}"))?).ok()?;
            Some((name, document.into_inner()))
        };
        NamePlaces(
            ["guide.toml", "links.toml", "literals.toml", "questions.toml"].into_iter().filter_map(read).collect(),
        )
    }

    /// The place of a key, in the table of this name or, without one, at the top of the file.
    fn key(&self, file: &str, table: &str, key: &str) -> Option<Range<usize>> {
        let (_, top) = self.0.iter().find(|(name, _)| *name == file)?;
        let table = if table.is_empty() { top } else { top.get(table)?.get_ref().as_table()? };
        table.get_key_value(key).map(|(key, _)| key.span())
    }
}

/// Whether `limit-REST` in words is one of the figures of this limit.
fn is_of_limit(rest: &str, name: &str) -> bool {
    let suffix = rest.strip_prefix(name);
    suffix.is_some_and(|suffix| matches!(suffix, "" | "-dated" | "-newer" | "-newer-dated"))
}

impl<'a> Used<'a> {
    fn of(guides: impl Iterator<Item = &'a Guide>) -> Self {
        let mut used = Used::default();
        guides.for_each(|guide| used.add(guide));
        used
    }

    fn add(&mut self, guide: &'a Guide) {
        let used = self;
        let origins = guide.problems.iter().map(|p| &p.origin).chain(guide.causes.iter().map(|c| &c.origin));
        for origin in origins.chain(guide.remedies.iter().map(|remedy| &remedy.origin)) {
            used.note("source", &guide[origin.source].id);
        }
        let trees = guide.problems.iter().map(|p| &p.tree).chain(guide.causes.iter().map(|c| &c.tree));
        for node in trees.flat_map(|tree| &tree.nodes) {
            match &node.verb {
                Verb::Ask { question, .. } => used.note("question", &guide[*question].id),
                Verb::Do { remedy, .. } => used.note("remedy", &guide[*remedy].id),
                Verb::Walk { cause, with, .. } => {
                    used.note("cause", &guide[*cause].id);
                    with.iter().for_each(|(name, value)| {
                        used.note("variable", &guide[*name].id);
                        used.note("variable", &guide[*value].id);
                    });
                }
                Verb::End(Outcome::Escalate(to)) => used.note("handover", &guide[*to].id),
                Verb::End(_) | Verb::Exit(_) => {}
            }
        }
        guide.codes.iter().for_each(|code| used.note("source", &guide[code.source].id));
        for check in guide.questions.iter().flat_map(|question| &question.checks) {
            check.run.iter().for_each(|run| used.command(run));
            used.labels(guide, &check.portal);
        }
        for remedy in &guide.remedies {
            let links = remedy.links.iter().chain(remedy.steps.iter().flat_map(|step| &step.links));
            links.for_each(|link| used.note("link", &guide[*link].id));
            for step in &remedy.steps {
                step.effects.iter().for_each(|effect| used.note("effect", &guide[*effect].id));
                step.clicks().for_each(|(_, path)| used.labels(guide, path));
                step.commands.iter().for_each(|command| used.command(&command.run));
            }
        }
        for handover in &guide.handovers {
            handover.ids.iter().for_each(|id: &Id<Variable>| used.note("variable", &guide[*id].id));
        }
    }

    fn note(&mut self, kind: &'static str, name: &'a str) {
        self.0.insert((kind, name));
    }

    fn command(&mut self, run: &'a str) {
        placeholder::names(run).for_each(|name| self.note("variable", name));
    }

    fn labels(&mut self, guide: &'a Guide, labels: &'a [Label]) {
        for label in labels {
            match label {
                Label::Variable(id) => self.note("variable", &guide[*id].id),
                Label::Literal(at) => self.note("literal", &guide.literals[*at].0),
                Label::Word(_) => {}
            }
        }
    }
}
