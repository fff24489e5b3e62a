//! `evidence.toml` from its raw shape: every fact, figure and number code with the answer or problem that it names.

use std::collections::BTreeMap;

use super::{GuideIndex, unknown, unknown_option};
use crate::guide::{
    Bound, Evidence, Figure, Id, Limit, Meaning, Number, Question, Report, Strength, fact,
    raw::{RawEvidence, RawFigure, RawNumber, RawWord},
};

/// Resolves the whole file; `limits` are the guide's.
pub(crate) fn evidence(
    raw: RawEvidence,
    limits: &[Limit],
    names: &GuideIndex,
    file: &str,
    report: &mut Report,
) -> Evidence {
    let mut evidence = Evidence::default();
    for (name, values) in raw.fact {
        let Some(known) = fact::values(name.get_ref()) else {
            let known = fact::FACTS.map(|(name, _)| name.to_owned());
            unknown("unknown-fact", name.get_ref(), &name, known.iter(), file, report);
            continue;
        };
        for (value, answers) in values {
            if !known.contains(&value.get_ref().as_str()) {
                let args = [("name", value.get_ref().as_str()), ("fact", name.get_ref()), ("known", &known.join(", "))];
                report.add("unknown-value", file, value.span(), args);
                continue;
            }
            for (question, option) in resolve_answers(answers, names, file, report) {
                let (fact, value) = (name.get_ref().clone(), value.get_ref().clone());
                evidence.meanings.push(Meaning { fact, value, question, option });
            }
        }
    }
    evidence.figures = raw.figure.into_iter().flat_map(|raw| figure(raw, limits, names, file, report)).collect();
    evidence.numbers = raw.number.into_iter().filter_map(|(key, raw)| number(&key, raw, names, file, report)).collect();
    leads(raw.lead, names, file, report);
    for problem in raw.behind.iter().flat_map(|(problem, behind)| behind.iter().chain([problem])) {
        known_problem(problem, names, file, report);
    }
    evidence
}

/// Checks that each answer and each problem that it leads to is there.
fn leads(leads: BTreeMap<RawWord, BTreeMap<RawWord, RawWord>>, names: &GuideIndex, file: &str, report: &mut Report) {
    for (question, options) in leads {
        for (option, problem) in options {
            resolve_answers(BTreeMap::from([(question.clone(), option)]), names, file, report);
            known_problem(&problem, names, file, report);
        }
    }
}

fn known_problem(problem: &RawWord, names: &GuideIndex, file: &str, report: &mut Report) -> bool {
    let is_known = names.problems.contains_key(problem.get_ref());
    if !is_known {
        unknown("unknown-problem", problem.get_ref(), problem, names.problems.keys(), file, report);
    }
    is_known
}

fn figure(raw: RawFigure, limits: &[Limit], names: &GuideIndex, file: &str, report: &mut Report) -> Vec<Figure> {
    if !fact::FIGURES.contains(&raw.fact.get_ref().as_str()) {
        let known = fact::FIGURES.map(str::to_owned);
        unknown("unknown-fact", raw.fact.get_ref(), &raw.fact, known.iter(), file, report);
    }
    let bounds = [
        (Bound::Above, raw.above),
        (Bound::AtLeast, raw.at_least),
        (Bound::Below, raw.below),
        (Bound::UpTo, raw.up_to),
    ];
    let mut given = bounds.into_iter().filter_map(|(bound, limit)| Some((bound, limit?)));
    let (Some((bound, name)), None) = (given.next(), given.next()) else {
        report.add("bad-bound", file, raw.fact.span(), [("name", raw.fact.get_ref())]);
        return Vec::new();
    };
    let Some(limit) = limit(name.get_ref(), limits) else {
        let known: Vec<String> = limits.iter().map(|limit| limit.id.clone()).collect();
        unknown("unknown-limit", name.get_ref(), &name, known.iter(), file, report);
        return Vec::new();
    };
    let answers = resolve_answers(raw.means, names, file, report);
    let fact = raw.fact.into_inner();
    let limit_name = name.into_inner();
    let figure = |(question, option)| Figure {
        fact: fact.clone(),
        bound,
        limit,
        limit_name: limit_name.clone(),
        question,
        option,
    };
    answers.into_iter().map(figure).collect()
}

/// A limit's figure by its name, or the later one by the name with `-newer`, as sentences name them.
fn limit(name: &str, limits: &[Limit]) -> Option<u32> {
    let stated = limits.iter().find(|limit| limit.id == name).map(|limit| limit.stated.0);
    stated.or_else(|| {
        let name = name.strip_suffix("-newer")?;
        limits.iter().find(|limit| limit.id == name)?.newer.as_ref().map(|(value, _)| *value)
    })
}

fn number(key: &RawWord, raw: RawNumber, names: &GuideIndex, file: &str, report: &mut Report) -> Option<Number> {
    let Ok(number) = key.get_ref().parse() else {
        report.add("bad-number", file, key.span(), [("name", key.get_ref())]);
        return None;
    };
    if raw.problem.as_ref().is_some_and(|problem| !known_problem(problem, names, file, report)) {
        return None;
    }
    let problem = raw.problem.map(RawWord::into_inner);
    Some(Number { number, problem, strength: if raw.weak { Strength::Weak } else { Strength::Strong } })
}

fn resolve_answers(
    answers: BTreeMap<RawWord, RawWord>,
    names: &GuideIndex,
    file: &str,
    report: &mut Report,
) -> Vec<(Id<Question>, usize)> {
    let mut resolved = Vec::new();
    for (question, option) in answers {
        let Some((at, options, looked_up)) = names.questions.get(question.get_ref()) else {
            unknown("unknown-question", question.get_ref(), &question, names.questions.keys(), file, report);
            continue;
        };
        if !looked_up {
            report.add("answered-choice", file, question.span(), [("name", question.get_ref())]);
        }
        match options.iter().position(|name| name == option.get_ref()) {
            Some(option) => resolved.push((Id::new(*at), option)),
            None => unknown_option(&option, question.get_ref(), options, file, report),
        }
    }
    resolved
}
