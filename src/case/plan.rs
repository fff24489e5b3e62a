//! The plan: every step that a case can still come to, whatever the open questions turn out to be.
//!
//! It holds what the trails hold that agree with the answers given. Trails are too many to be followed one by one, so
//! all that have come to a place go on from there together: what they remember is kept only as long as it matters.

mod ahead;
mod ways;

use std::collections::BTreeMap;

use super::{
    Case,
    checklist::{Checklist, Group, Item, ReadyCommand},
    trail::{Answer, Ask, Trail},
};
use crate::guide::{Condition, Guide, Id, Problem, Question, Step};
use ways::Ways;

/// What a case can still come to.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// In the document's order, closing routines last.
    pub groups: Vec<PlanGroup>,
    /// Answers that rule something out although today's trail does not come by their questions yet.
    pub given: Vec<(Ask, Answer)>,
}

/// A remedy that the case can come to, with the steps that can apply.
#[derive(Debug, Clone)]
pub struct PlanGroup {
    /// The steps, with the marks that they have.
    pub group: Group,
    /// What brings the case there.
    pub stage: Stage,
    /// Open questions that every way there asks, with the answers that lead on.
    pub condition: Vec<(Ask, Vec<Answer>)>,
    known: Known,
}

/// What brings a case to a remedy, beside its conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The answers.
    Answers,
    /// It comes behind each repair.
    Repair,
    /// Everything else was in vain.
    Last,
}

/// What may be known of the questions that conditions name; `None` where one was not asked.
type Known = BTreeMap<Id<Question>, Vec<Option<Answer>>>;

impl Plan {
    /// What a problem can come to by the answers of a case.
    pub fn new(guide: &Guide, problem: Id<Problem>, case: &Case) -> Self {
        let Ways { mut found, given } = Ways::of(guide, problem, case);
        found.sort_by_key(|found| found.stage);
        let groups = found.into_iter().map(|found| {
            let steps = guide[found.remedy].steps.iter().enumerate();
            let items = steps.filter_map(|(at, step)| {
                let key = format!("{}/{}", found.key, step.id);
                let undecided = undecided(&step.when, &found.known)?;
                Some(Item { step: at, mark: case.marks.get(&key).cloned(), key, undecided })
            });
            let group = Group { entry: usize::MAX, remedy: found.remedy, with: found.with, items: items.collect() };
            PlanGroup { group, stage: found.stage, condition: found.condition, known: found.known }
        });
        Plan { groups: groups.filter(|group| !group.group.items.is_empty()).collect(), given }
    }

    /// The same without what today's trail has come to.
    #[must_use]
    pub fn beyond(mut self, trail: &Trail, checklist: &Checklist) -> Self {
        let come: Vec<&str> = checklist.groups.iter().flat_map(|group| &group.items).map(|item| &*item.key).collect();
        self.groups.retain(|group| group.group.items.iter().all(|item| !come.contains(&&*item.key)));
        self.given.retain(|(ask, _)| trail.asked().all(|(asked, _)| asked.key != ask.key));
        self
    }
}

impl PlanGroup {
    /// The commands of a step that can apply, with variables filled in.
    pub fn commands(&self, guide: &Guide, case: &Case, step: &Step) -> Vec<ReadyCommand> {
        let commands = step.commands.iter().filter_map(|command| {
            let undecided = undecided(&command.when, &self.known)?;
            let text = case.command(guide, &command.run, command.via.shell(), &self.group.with);
            Some(ReadyCommand { via: command.via, text, undecided })
        });
        commands.collect()
    }
}

/// The conditions that are not met on every way; `None` where one of them is met on none.
fn undecided(when: &Condition, known: &Known) -> Option<Condition> {
    let mut open = Condition::new();
    for (question, options) in when {
        let known = known.get(question).map_or(&[None][..], Vec::as_slice);
        let is_met = |answer: &Option<Answer>| matches!(answer, Some(Answer::Option(at)) if options.contains(at));
        let is_open = |answer: &Option<Answer>| matches!(answer, None | Some(Answer::Unsure));
        if !known.iter().any(|answer| is_met(answer) || is_open(answer)) {
            return None;
        }
        if !known.iter().all(is_met) {
            open.push((*question, options.clone()));
        }
    }
    Some(open)
}
