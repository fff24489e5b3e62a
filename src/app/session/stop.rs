//! Where on its trail the person looks: the stops of a case, the one in view, and what can be selected there.

use super::Session;
use crate::{
    case::{
        Case, Finding,
        checklist::{Group, Item},
        reachable::Reachable,
        trail::{self, Answer, Ask, Entry, Head},
    },
    guide::{Cause, Id, QuestionKind},
};

/// A place on the trail that can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrailStep<'a> {
    /// A question that was answered.
    Asked(&'a Ask, Answer),
    /// A remedy, by its entry on the trail.
    Remedy(usize),
    /// The open question or the outcome.
    Head,
}

impl Session {
    /// The first remedy behind the last answer that has open steps, else the head.
    pub(super) fn first_open(&self) -> usize {
        let stops = self.steps();
        let answered = stops.iter().rposition(|stop| matches!(stop, TrailStep::Asked(..))).map_or(0, |at| at + 1);
        let open = |stop: &TrailStep<'_>| match stop {
            TrailStep::Remedy(entry) => {
                self.open.checklist.at(*entry).is_some_and(|group| group.items.iter().any(|item| item.mark.is_none()))
            }
            _ => false,
        };
        stops[answered..].iter().position(open).map_or(stops.len() - 1, |at| answered + at)
    }

    /// The places of the trail, the head last.
    pub fn steps(&self) -> Vec<TrailStep<'_>> {
        let entries = self.open.trail.entries.iter().enumerate().filter_map(|(at, entry)| match entry {
            Entry::Asked(ask, answer) => Some(TrailStep::Asked(ask, *answer)),
            Entry::Remedy(_) => Some(TrailStep::Remedy(at)),
            Entry::Entered(_) | Entry::Left { .. } => None,
        });
        entries.chain([TrailStep::Head]).collect()
    }

    /// The place in view.
    pub fn step_in_view(&self) -> TrailStep<'_> {
        let stops = self.steps();
        stops[self.at.min(stops.len() - 1)]
    }

    /// The question in view, and its answer so far; `None` where a remedy or an outcome is.
    pub fn question(&self) -> Option<(&Ask, Option<Answer>)> {
        match (self.step_in_view(), &self.open.trail.head) {
            (TrailStep::Asked(ask, answer), _) => Some((ask, Some(answer))),
            (TrailStep::Head, Head::Open(ask)) => Some((ask, None)),
            _ => None,
        }
    }

    /// The innermost cause around the place in view; routines are none.
    pub fn cause(&self) -> Option<Id<Cause>> {
        let mut around = Vec::new();
        for entry in self.entries_before() {
            match entry {
                Entry::Entered(cause) => around.push(*cause),
                Entry::Left { again: false, .. } => {
                    around.pop();
                }
                Entry::Left { again: true, .. } | Entry::Asked(..) | Entry::Remedy(_) => {}
            }
        }
        around.into_iter().rev().find(|cause| !self.open.guide[*cause].routine)
    }

    /// How many causes the trail has come to at the place in view, and how many of the problem's there are; routines are none.
    pub fn causes(&self) -> (usize, usize) {
        let is_cause = |cause: &Id<Cause>| !self.open.guide[*cause].routine;
        let is_entered = |entry: &&Entry| matches!(entry, Entry::Entered(cause) if is_cause(cause));
        let entered = self.entries_before().iter().filter(is_entered);
        let all = || {
            let causes = Reachable::from_problem(&self.open.guide, self.open.problem).causes;
            causes.iter().filter(|cause| is_cause(cause)).count()
        };
        (entered.count(), *self.most_causes.get_or_init(all))
    }

    /// The trail up to the place in view.
    fn entries_before(&self) -> &[Entry] {
        let entries = &self.open.trail.entries;
        let mut stops =
            entries.iter().enumerate().filter(|(_, entry)| matches!(entry, Entry::Asked(..) | Entry::Remedy(_)));
        &entries[..stops.nth(self.at).map_or(entries.len(), |(at, _)| at)]
    }

    /// Whether the question in view was asked before, at another place.
    pub fn asked_before(&self, ask: &Ask) -> bool {
        self.open.trail.asks_again(ask)
    }

    /// The remedy in view; `None` where a question or an outcome is.
    pub fn group(&self) -> Option<&Group> {
        match self.step_in_view() {
            TrailStep::Remedy(entry) => self.open.checklist.at(entry),
            _ => None,
        }
    }

    /// The steps of the remedy in view that have no mark, without those that may be left out or may not apply.
    pub(in crate::app) fn unmarked(&self) -> impl Iterator<Item = &Item> {
        let group = self.group();
        group.into_iter().flat_map(|group| &group.items).filter(move |item| {
            let step = group.map(|group| group.step(&self.open.guide, item));
            let is_needed = step.is_some_and(|step| !step.optional && step.withdrawn.is_none());
            item.mark.is_none() && is_needed && item.undecided.is_empty()
        })
    }

    /// Goes to a place, with its answer or its first open step selected.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.steps().len() - 1);
        (self.how, self.is_asked) = (false, false);
        self.selected = match (self.question(), self.group()) {
            (Some((_, Some(Answer::Option(option)))), _) => Some(option),
            (Some((ask, Some(Answer::Unsure))), _) => Some(self.open.guide[ask.question].options.len()),
            (Some((ask, None)), _) => self.proposed(ask),
            (_, Some(group)) => Some(group.items.iter().position(|item| item.mark.is_none()).unwrap_or(0)),
            _ => None,
        };
    }

    /// Goes to the question whose answer, or to the step whose mark or note, is another than it was before.
    pub(super) fn go_to_change(&mut self, before: &Case) {
        let now = &self.open.case;
        let is_answer = |key: &str| before.answers.get(key) != now.answers.get(key);
        let is_step =
            |key: &str| before.marks.get(key) != now.marks.get(key) || before.notes.get(key) != now.notes.get(key);
        let steps = |entry: usize| self.open.checklist.at(entry).map_or(&[][..], |group| &group.items);
        let is_it = |stop: &TrailStep<'_>| match (stop, &self.open.trail.head) {
            (TrailStep::Asked(ask, _), _) => is_answer(&ask.key),
            (TrailStep::Head, Head::Open(ask)) => is_answer(&ask.key),
            (TrailStep::Remedy(entry), _) => steps(*entry).iter().any(|item| is_step(&item.key)),
            (TrailStep::Head, Head::Ended { .. }) => false,
        };
        let stop = self.steps().iter().position(is_it);
        let row = match stop.map(|at| self.steps()[at]) {
            Some(TrailStep::Remedy(entry)) => steps(entry).iter().position(|item| is_step(&item.key)),
            _ => None,
        };
        // If the step has left the trail, the position may lie past its end.
        self.go_to(stop.unwrap_or(self.at));
        self.selected = row.or(self.selected);
    }

    /// What evidence says of a question at its place.
    pub fn findings(&self, ask: &Ask) -> Vec<&Finding> {
        trail::findings(&self.open.guide, ask, &self.open.case)
    }

    /// The option that the evidence proposes there; `None` where it has none, or contradicts itself.
    pub fn proposed(&self, ask: &Ask) -> Option<usize> {
        trail::proposed(&self.open.guide, ask, &self.open.case)
    }

    /// How many rows can be selected at the place in view.
    pub fn rows(&self) -> usize {
        match (self.question(), self.group()) {
            (Some((ask, _)), _) => {
                let question = &self.open.guide[ask.question];
                question.options.len() + usize::from(question.kind == QuestionKind::State)
            }
            (_, Some(group)) => group.items.len(),
            _ => 0,
        }
    }

    /// The selected step of the remedy in view; `None` where no remedy is.
    pub fn item(&self) -> Option<(&Group, &Item)> {
        let group = self.group()?;
        Some((group, group.items.get(self.selected?)?))
    }
}
