//! An opened case: the one value that every face, task and export works on.

use std::{cell::OnceCell, rc::Rc};

use super::{
    Case,
    checklist::{Checklist, Group, Item},
    plan::Plan,
    trail::Trail,
};
use crate::guide::{Guide, Id, Problem};

/// A case with its guide and all that follows from its answers.
#[derive(Debug, Clone)]
pub struct OpenCase {
    /// The guide that it follows.
    pub guide: Rc<Guide>,
    /// Its problem.
    pub problem: Id<Problem>,
    /// What was answered, marked and filled in; `change` keeps the rest in step.
    pub case: Case,
    /// The way that the answers lead along.
    pub trail: Trail,
    /// The steps on that way.
    pub checklist: Checklist,
    /// Worked out when it is first looked at: a case on its way seldom needs it.
    plan: OnceCell<Plan>,
}

/// What else it has follows from these.
impl PartialEq for OpenCase {
    fn eq(&self, other: &Self) -> bool {
        (&self.guide.id, self.problem, &self.case) == (&other.guide.id, other.problem, &other.case)
    }
}

impl OpenCase {
    /// Opens a case of a problem.
    pub fn new(guide: Rc<Guide>, problem: Id<Problem>, case: Case) -> Self {
        let trail = Trail::of(&guide, problem, &case);
        let checklist = Checklist::for_trail(&guide, &trail, &case);
        OpenCase { guide, problem, case, trail, checklist, plan: OnceCell::new() }
    }

    /// Opens another case of the same problem.
    #[must_use]
    pub fn with(&self, case: Case) -> Self {
        OpenCase::new(Rc::clone(&self.guide), self.problem, case)
    }

    /// Changes the case, and what follows from it.
    pub fn change<T>(&mut self, change: impl FnOnce(&Guide, &mut Case) -> T) -> T {
        let done = change(&self.guide, &mut self.case);
        self.trail = Trail::of(&self.guide, self.problem, &self.case);
        self.checklist = Checklist::for_trail(&self.guide, &self.trail, &self.case);
        self.plan.take();
        done
    }

    /// What the case can still come to behind its trail.
    pub fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| Plan::new(&self.guide, self.problem, &self.case).beyond(&self.trail, &self.checklist))
    }

    /// All remedies whose steps can be marked: those of the trail, then those that it can still come to.
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.checklist.groups.iter().chain(self.plan().repairs.iter().map(|planned| &planned.group))
    }

    /// Their steps, in the same order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups().flat_map(|group| &group.items)
    }

    /// The steps of an export: the plan's stand in it as long as the trail has none.
    pub fn shown_items(&self) -> impl Iterator<Item = &Item> {
        let planned = self.plan().repairs.iter().filter(|_| self.checklist.groups.is_empty());
        self.checklist.items().chain(planned.flat_map(|planned| &planned.group.items))
    }
}
