//! Questions and remedies from their raw shape: every reference becomes an id, or a diagnostic with its place.

mod evidence;

use std::collections::BTreeMap;

use toml::Spanned;

use super::joined::Owned;

use crate::guide::{
    Report,
    model::{Command, Condition, Id, Label, Log, Lookup, Origin, Question, QuestionKind, Remedy, Step},
    nearest,
    raw::{RawCondition, RawLog, RawPlace, RawQuestion, RawRemedy, RawStep, RawWord},
};
pub(super) use evidence::evidence;

/// Every name that a reference may use, with its place in the guide's list.
#[derive(Default)]
pub(super) struct GuideIndex {
    /// Of all guides, with the codes of those that a trail may end with.
    pub problems: BTreeMap<String, Vec<String>>,
    pub sources: BTreeMap<String, usize>,
    pub codes: BTreeMap<String, usize>,
    pub causes: BTreeMap<String, usize>,
    pub remedies: BTreeMap<String, usize>,
    /// With the options, and whether it is a state question.
    pub questions: BTreeMap<String, (usize, Vec<String>, bool)>,
    pub variables: BTreeMap<String, usize>,
    pub literals: BTreeMap<String, usize>,
    pub links: BTreeMap<String, usize>,
    pub effects: BTreeMap<String, usize>,
    pub handovers: BTreeMap<String, usize>,
}

/// Resolves one reference; an unknown name is reported under `code`, with the nearest known one.
pub(super) fn one<T>(
    word: &RawWord,
    names: &BTreeMap<String, usize>,
    code: &'static str,
    file: &str,
    report: &mut Report,
) -> Option<Id<T>> {
    let id = Id::named(word.get_ref(), names);
    if id.is_none() {
        unknown(code, word.get_ref(), word, names.keys(), file, report);
    }
    id
}

/// Resolves a list of references.
pub(super) fn all<T>(
    words: &[RawWord],
    names: &BTreeMap<String, usize>,
    code: &'static str,
    file: &str,
    report: &mut Report,
) -> Vec<Id<T>> {
    words.iter().filter_map(|word| one(word, names, code, file, report)).collect()
}

/// Reports a name that is none of the known ones, with the nearest of them; `place` is the word in which it stands.
pub(super) fn unknown<'a>(
    code: &'static str,
    name: &str,
    place: &RawWord,
    known: impl Iterator<Item = &'a String>,
    file: &str,
    report: &mut Report,
) {
    let near = nearest(name, known.map(String::as_str)).unwrap_or_default();
    report.add(code, file, place.span(), [("name", name), ("near", near)]);
}

fn options(question: &RawWord, raw: &[RawWord], file: &str, report: &mut Report) -> Vec<String> {
    let options: Vec<String> = raw.iter().map(|option| option.get_ref().clone()).collect();
    if options.len() < 2 {
        report.add("too-few-options", file, question.span(), [("name", question.get_ref())]);
    }
    for (at, option) in raw.iter().enumerate() {
        let reserved = option.get_ref() == "unsure";
        if reserved || options[..at].contains(option.get_ref()) {
            report.add("bad-option", file, option.span(), [("name", option.get_ref())]);
        }
    }
    options
}

pub(super) fn question(id: RawWord, raw: RawQuestion, names: &GuideIndex, file: &str, report: &mut Report) -> Question {
    let options = options(&id, &raw.options, file, report);
    let option_at = |word: &RawWord, report: &mut Report| {
        let at = options.iter().position(|option| option == word.get_ref());
        if at.is_none() {
            unknown_option(word, id.get_ref(), &options, file, report);
        }
        at
    };
    let kind = match (&raw.kind, &raw.advised) {
        (None, None) => QuestionKind::State,
        (Some(kind), Some(advised)) if kind.get_ref() == "choice" => {
            QuestionKind::Choice(option_at(advised, report).unwrap_or(0))
        }
        _ => {
            report.add("bad-choice", file, id.span(), [("name", id.get_ref())]);
            QuestionKind::State
        }
    };
    let mut checks = Vec::new();
    for check in raw.check {
        let mut shows = vec![None; options.len()];
        for (option, text) in check.shows {
            if let Some(at) = option_at(&option, report) {
                shows[at] = Some(text);
            }
        }
        checks.push(Lookup {
            via: check.via,
            portal: labels(&check.portal, names, file, report),
            run: check.run.map(|run| command(run, names, file, report)),
            when: condition(check.when, names, file, report),
            shows,
        });
    }
    let since = raw.since.map(|since| day(since, file, report));
    Question { id: id.into_inner(), options, kind, since, checks }
}

pub(super) fn remedy(owned: Owned<Option<RawRemedy>>, names: &GuideIndex, report: &mut Report) -> Option<Remedy> {
    let file = &owned.file(&format!("remedies/{}.toml", owned.id));
    let (id, home, raw) = (owned.id, owned.guide, owned.raw?);
    if raw.step.is_empty() {
        report.add("no-step", file, None, []);
    }
    let mut steps: Vec<Step> = Vec::new();
    for step in raw.step {
        if steps.iter().any(|earlier| &earlier.id == step.id.get_ref()) {
            report.add("duplicate-step", file, step.id.span(), [("name", step.id.get_ref())]);
        }
        steps.push(self::step(step, names, file, report));
    }
    Some(Remedy {
        id,
        changes: raw.changes,
        origin: origin((raw.source, &home), raw.checked, raw.since, names, file, report),
        withdrawn: raw.withdrawn.map(|withdrawn| day(withdrawn, file, report)),
        links: all(&raw.links, &names.links, "unknown-link", file, report),
        steps,
    })
}

fn step(raw: RawStep, names: &GuideIndex, file: &str, report: &mut Report) -> Step {
    let commands = raw.command.into_iter().map(|raw| Command {
        via: raw.via,
        run: command(raw.run, names, file, report),
        when: condition(raw.when, names, file, report),
    });
    let commands = commands.collect();
    Step {
        id: raw.id.into_inner(),
        minutes: raw.minutes,
        effects: all(&raw.effects, &names.effects, "unknown-effect", file, report),
        portal: labels(&raw.portal, names, file, report),
        windows: labels(&raw.windows, names, file, report),
        commands,
        when: condition(raw.when, names, file, report),
        since: raw.since.map(|since| day(since, file, report)),
        withdrawn: raw.withdrawn.map(|withdrawn| day(withdrawn, file, report)),
        optional: raw.optional,
        links: all(&raw.links, &names.links, "unknown-link", file, report),
    }
}

pub(super) fn logs(raw: Vec<RawLog>, names: &GuideIndex, file: &str, report: &mut Report) -> Vec<Log> {
    raw.into_iter().map(|log| Log { path: log.path, when: condition(log.when, names, file, report) }).collect()
}

pub(super) fn condition(raw: RawCondition, names: &GuideIndex, file: &str, report: &mut Report) -> Condition {
    let mut condition = Condition::new();
    for (question, options) in raw {
        let Some((at, known, _)) = names.questions.get(question.get_ref()) else {
            unknown("unknown-question", question.get_ref(), &question, names.questions.keys(), file, report);
            continue;
        };
        let options = options.iter().filter_map(|option| {
            let at = known.iter().position(|name| name == option.get_ref());
            if at.is_none() {
                unknown_option(option, question.get_ref(), known, file, report);
            }
            at
        });
        condition.push((Id::new(*at), options.collect()));
    }
    condition
}

pub(super) fn unknown_option(option: &RawWord, question: &str, known: &[String], file: &str, report: &mut Report) {
    let args = [("name", option.get_ref().as_str()), ("question", question), ("known", &known.join(", "))];
    report.add("unknown-option", file, option.span(), args);
}

/// Where a fact comes from; without a name of a document it is that of the guide which states the fact.
pub(super) fn origin(
    (place, home): (Spanned<RawPlace>, &str),
    checked: RawWord,
    since: Option<RawWord>,
    names: &GuideIndex,
    file: &str,
    report: &mut Report,
) -> Origin {
    let span = place.span();
    let RawPlace { from, anchor } = place.into_inner();
    if let Some(anchor) = &anchor
        && !anchor.strip_prefix('#').is_some_and(|name| name.chars().all(in_address))
    {
        report.add("bad-anchor", file, span, [("name", anchor)]);
    }
    let named = from.and_then(|from| one(&from, &names.sources, "unknown-source", file, report));
    Origin {
        source: named.or_else(|| Id::named(home, &names.sources)).expect("every guide has a document"),
        anchor: anchor.unwrap_or_default(),
        checked: day(checked, file, report),
        since: since.map(|since| day(since, file, report)),
    }
}

pub(super) fn day(word: RawWord, file: &str, report: &mut Report) -> String {
    if !is_day(word.get_ref()) {
        report.add("bad-day", file, word.span(), [("name", word.get_ref())]);
    }
    word.into_inner()
}

/// Whether the text is a day, `YYYY-MM-DD`.
pub(in crate::guide) fn is_day(text: &str) -> bool {
    crate::text::day::Day::parse(text).is_some()
}

/// Whether the text is an address of the web that is nothing else where it is the target of a link.
pub(in crate::guide) fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_name = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    host.contains('.') && host.split('.').all(is_name) && rest.chars().all(in_address)
}

/// Characters that an address may have and that cannot end a link of Markdown.
fn in_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#@!$&*+,;=%".contains(c)
}

fn labels(words: &[RawWord], names: &GuideIndex, file: &str, report: &mut Report) -> Vec<Label> {
    let mut labels = Vec::new();
    for word in words {
        if let Some(name) = word.get_ref().strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            match Id::named(name, &names.variables) {
                Some(variable) => labels.push(Label::Variable(variable)),
                None => unknown_variable(name, word, names, file, report),
            }
        } else if let Some(name) = word.get_ref().strip_prefix('=') {
            match names.literals.get(name) {
                Some(at) => labels.push(Label::Literal(*at)),
                None => unknown("unknown-literal", name, word, names.literals.keys(), file, report),
            }
        } else {
            labels.push(Label::Word(word.get_ref().clone()));
        }
    }
    labels
}

fn command(run: RawWord, names: &GuideIndex, file: &str, report: &mut Report) -> String {
    for name in crate::guide::placeholder::names(run.get_ref()) {
        if !names.variables.contains_key(name) {
            unknown_variable(name, &run, names, file, report);
        }
    }
    run.into_inner().trim_end().to_owned()
}

fn unknown_variable(name: &str, place: &RawWord, names: &GuideIndex, file: &str, report: &mut Report) {
    unknown("unknown-variable", name, place, names.variables.keys(), file, report);
}
