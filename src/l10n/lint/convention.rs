//! Which messages a guide needs: one for each thing a person sees, named after it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    guide::{Guide, Label, Outcome, Problem, Question, QuestionKind, Remedy, Step, Tree, Verb},
    l10n::{MESSAGES, SENDS},
};

/// A message and one of its attributes.
pub(super) type MessageName = (String, Option<String>);

/// Every message and attribute that a guide's words may have, and whether they must.
pub(super) fn messages(guide: &Guide) -> BTreeMap<MessageName, bool> {
    let mut names = MessageNames::default();
    for category in &guide.categories {
        names.of("category", category).value();
    }
    guide.problems.iter().for_each(|problem| of_problem(&mut names, problem));
    for code in &guide.codes {
        names.of("code", &code.id).value().may("keywords");
    }
    for cause in &guide.causes {
        let mut message = names.of("cause", &cause.id);
        message.value();
        if !cause.routine {
            message.needs("why");
        }
        message.endings(&cause.tree);
    }
    guide.questions.iter().for_each(|question| of_question(&mut names, question));
    guide.remedies.iter().for_each(|remedy| of_remedy(&mut names, remedy));
    for link in &guide.links {
        names.of("link", &link.id).value();
    }
    for effect in &guide.effects {
        names.of("effect", &effect.id).value();
    }
    for variable in &guide.variables {
        names.of("variable", &variable.id).value().needs("find");
    }
    for handover in &guide.handovers {
        let mut message = names.of("handover", &handover.id);
        message.value().needs("why").needs(SENDS[0]);
        for send in &SENDS[1..] {
            message.may(send);
        }
    }
    for label in labels(guide) {
        names.of("label", label).value();
    }
    names.0
}

fn of_problem(names: &mut MessageNames, problem: &Problem) {
    let mut message = names.of("problem", &problem.id);
    message.value().needs("why").may("keywords");
    if problem.general {
        message.may("message");
    } else {
        message.needs("message");
    }
    for wording in &MESSAGES[1..] {
        message.may(wording);
    }
    message.endings(&problem.tree);
}

fn of_question(names: &mut MessageNames, question: &Question) {
    let mut message = names.of("question", &question.id);
    message.value().needs("short").needs("why").may("before");
    for option in &question.options {
        message.needs(&format!("option-{option}")).needs(&format!("look-{option}"));
    }
    if question.kind == QuestionKind::State {
        message.needs("unsure");
    }
}

fn of_remedy(names: &mut MessageNames, remedy: &Remedy) {
    let mut message = names.of("remedy", &remedy.id);
    message.value().needs("needs").needs("worked").may("why");
    for step in &remedy.steps {
        let id = &step.id;
        message.needs(&format!("step-{id}")).may(&format!("note-{id}")).may(&format!("warn-{id}"));
    }
}

/// The file in which the program looks for a message before it reads all words of the guide.
pub(super) fn home(id: &str) -> Option<&'static str> {
    let homes = [("problem-", "problems.ftl"), ("category-", "categories.ftl"), ("label-", "labels.ftl")];
    homes.into_iter().find(|(kind, _)| id.starts_with(kind)).map(|(_, home)| home)
}

/// Every variable that a guide's sentences may use.
pub(super) fn variables(guide: &Guide) -> BTreeSet<String> {
    let literals = guide.literals.iter().map(|(name, _)| name.clone());
    let mut variables: BTreeSet<String> = literals.chain(guide.variables.iter().map(|v| v.id.clone())).collect();
    for limit in &guide.limits {
        let suffixes = ["", "-dated", "-newer", "-newer-dated"];
        let suffixes = if limit.newer.is_some() { &suffixes[..] } else { &suffixes[..2] };
        variables.extend(suffixes.iter().map(|suffix| format!("limit-{}{suffix}", limit.id)));
    }
    variables
}

fn labels(guide: &Guide) -> BTreeSet<&str> {
    let checks = guide.questions.iter().flat_map(|question| &question.checks).flat_map(|check| &check.portal);
    let steps = guide.remedies.iter().flat_map(|remedy| &remedy.steps).flat_map(Step::clicks);
    let labels = checks.chain(steps.flat_map(|(_, path)| path));
    labels.filter_map(|label| if let Label::Word(id) = label { Some(id.as_str()) } else { None }).collect()
}

#[derive(Default)]
struct MessageNames(BTreeMap<MessageName, bool>);

struct ExpectedMessage<'a> {
    names: &'a mut BTreeMap<MessageName, bool>,
    id: String,
}

impl MessageNames {
    fn of(&mut self, kind: &str, id: &str) -> ExpectedMessage<'_> {
        ExpectedMessage { names: &mut self.0, id: format!("{kind}-{id}") }
    }
}

impl ExpectedMessage<'_> {
    fn add(&mut self, attribute: Option<&str>, needed: bool) -> &mut Self {
        let known = self.names.entry((self.id.clone(), attribute.map(str::to_owned))).or_default();
        *known |= needed;
        self
    }

    fn value(&mut self) -> &mut Self {
        self.add(None, true)
    }

    fn needs(&mut self, attribute: &str) -> &mut Self {
        self.add(Some(attribute), true)
    }

    fn may(&mut self, attribute: &str) -> &mut Self {
        self.add(Some(attribute), false)
    }

    /// Where the person waits or goes elsewhere, the words must say for what and where to.
    fn endings(&mut self, tree: &Tree) {
        for node in &tree.nodes {
            if let Verb::End(outcome) = &node.verb {
                let needed = matches!(outcome, Outcome::Wait(_) | Outcome::See(_));
                self.add(Some(&format!("end-{}", node.id)), needed);
            }
        }
    }
}
