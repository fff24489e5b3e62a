//! What stands beside a step or a remedy: its labels and conditions, worded the same in every text.

use super::{GuideText, SENDS, Words, args};
use crate::{
    case::{
        checklist::{Group, Progress},
        plan::{Plan, PlannedGroup},
        trail::{Ask, Trail},
        waiting::WaitingFor,
    },
    guide::{Condition, Handover, Id, Outcome, Remedy, SideEffect, Source, Step, Variable},
    text::markdown,
};

impl Words {
    /// The name of an outcome.
    pub fn outcome(&self, outcome: &Outcome) -> String {
        let time = if let Outcome::Wait(minutes) = outcome { self.duration(*minutes) } else { String::new() };
        self.say_with(&format!("outcome-{}", outcome.name()), &args!("time" => time))
    }

    /// What an outcome means by itself; where another problem is named, its name says it.
    pub fn outcome_means(&self, outcome: &Outcome) -> Option<String> {
        let is_told = matches!(outcome, Outcome::See(Some(_)));
        if is_told { None } else { self.text(&format!("outcome-{}", outcome.name()), Some("text"), None) }
    }

    /// A document by its name, with its days.
    pub fn document(&self, source: &Source, name: String) -> String {
        let args = args!(
            "document" => name, "dated" => source.dated.as_str(), "newest" => source.newest.as_str(),
            "checked" => source.checked.as_str()
        );
        self.say_with("export-document", &args)
    }

    /// What Enter does at an outcome.
    pub fn outcome_next(&self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::See(None) => self.say("outcome-next-see-none"),
            outcome => self.say(&format!("outcome-next-{}", outcome.name())),
        }
    }

    /// How far a remedy is.
    pub fn remedy_progress(&self, progress: Progress) -> String {
        let is_done = progress.marked == progress.steps;
        self.progress(if is_done { "remedy-all-marked" } else { "remedy-progress" }, progress)
    }

    /// How far the whole case is.
    pub fn case_progress(&self, progress: Progress) -> String {
        let id = match progress.steps {
            0 => "checklist-empty",
            all if all == progress.marked => "checklist-all-marked",
            _ => "checklist-progress",
        };
        self.progress(id, progress)
    }

    fn progress(&self, id: &str, progress: Progress) -> String {
        let left = self.duration(progress.minutes_left);
        self.say_with(id, &args!("done" => progress.marked, "all" => progress.steps, "left" => left))
    }
}

impl GuideText<'_> {
    /// The question that a case asks next, now or after a wait; `None` where it asks nothing.
    pub fn next_question(&self, trail: &Trail) -> Option<String> {
        match WaitingFor::at_end(trail)? {
            WaitingFor::Answer(ask) | WaitingFor::Time(_, ask) => Some(self.question(ask)),
            WaitingFor::Taker(_) => None,
        }
    }

    fn question(&self, ask: &Ask) -> String {
        let renamed = GuideText::renamed(self.words, self.guide, self.case, &ask.with);
        renamed.title(&self.guide[ask.question])
    }

    /// A question, and what stands for what where the same one is asked of another thing.
    pub fn asked(&self, ask: &Ask) -> String {
        let other =
            |real: Id<Variable>| format!("{} {}", self.title(&self.guide[real]), markdown::code(&self.value(real)));
        let others: Vec<String> = ask.with.iter().map(|(_, real)| other(*real)).collect();
        let title = self.question(ask);
        if others.is_empty() { title } else { format!("{title} ({})", others.join(", ")) }
    }

    /// What to send to whoever takes over, one after the other.
    pub fn to_send(&self, to: Id<Handover>) -> Vec<String> {
        SENDS.iter().filter_map(|part| self.part(&self.guide[to], part)).collect()
    }

    /// What a case waits for, and for whom; `None` where nothing is to come.
    pub fn waits(&self, trail: &Trail) -> Option<String> {
        Some(match WaitingFor::at_end(trail)? {
            WaitingFor::Answer(ask) => self.words.say_with("waits-answer", &args!("question" => self.question(ask))),
            WaitingFor::Time(minutes, ask) => {
                let time = self.words.duration(minutes);
                self.words.say_with("waits-time", &args!("time" => time, "question" => self.question(ask)))
            }
            WaitingFor::Taker(to) => {
                let taker = self.title(&self.guide[to]);
                self.words.say_with("waits-taker", &args!("taker" => taker))
            }
        })
    }

    /// The label of a condition, if there is one.
    pub fn only_if(&self, condition: &Condition) -> Option<String> {
        if condition.is_empty() {
            return None;
        }
        if let Some((_, label)) = self.conditions.borrow().iter().find(|(known, _)| known == condition) {
            return Some(label.clone());
        }
        let label = self.words.say_with("step-only-if", &args!("condition" => self.condition(condition)));
        self.conditions.borrow_mut().push((condition.clone(), label.clone()));
        Some(label)
    }

    /// All that a step says of itself: conditions still open, whether it must be, its age, its time and its effects.
    pub fn step_labels(&self, step: &Step, open: &Condition) -> Vec<String> {
        let mut labels = Vec::new();
        labels.extend(step.optional.then(|| self.words.say("step-optional")));
        labels.extend(self.only_if(open));
        labels.extend(self.age(step.since.as_deref(), step.withdrawn.as_deref()));
        labels.push(self.words.duration(step.minutes));
        labels.extend(step.effects.iter().map(|effect| self.effect(*effect)));
        labels
    }

    /// All that a remedy says of itself beside its steps.
    pub fn remedy_labels(&self, remedy: &Remedy) -> Vec<String> {
        self.age(remedy.origin.since.as_deref(), remedy.withdrawn.as_deref()).collect()
    }

    /// How long a remedy takes in all, and what its steps do beside their goals.
    pub fn group_labels(&self, group: &Group) -> Vec<String> {
        let minutes = group.items.iter().map(|item| group.step(self.guide, item).minutes).sum();
        let effects = group.effects(self.guide).into_iter().map(|effect| self.effect(effect));
        [self.words.duration(minutes)].into_iter().chain(effects).collect()
    }

    /// Planned remedies, each with what decides whether a case comes to it, where the one before it says otherwise.
    pub fn staged<'p>(&self, planned: &'p [PlannedGroup]) -> Vec<(Option<String>, &'p PlannedGroup)> {
        let mut last = None;
        let stage = |planned: &'p PlannedGroup| {
            let stage = self.stage(planned);
            let is_new = last.as_ref() != Some(&stage);
            last = Some(stage.clone());
            (is_new.then_some(stage), planned)
        };
        planned.iter().map(stage).collect()
    }

    fn stage(&self, planned: &PlannedGroup) -> String {
        if planned.condition.is_empty() {
            return self.words.say("plan-maybe");
        }
        self.words.say_with("plan-if", &args!("condition" => self.condition(&planned.condition)))
    }

    /// What a plan does again, by when: each remedy with all that it says of itself.
    pub fn routines(&self, plan: &Plan) -> Vec<(String, Vec<String>)> {
        let stages = [("plan-repair", false), ("plan-last", true)].into_iter().map(|(id, is_last)| {
            let remedies = plan.routines.iter().filter(|planned| planned.is_last == is_last).map(|planned| {
                let group = &planned.group;
                let title = self.title(&self.guide[group.remedy]);
                format!("{title} ({})", self.group_labels(group).join("; "))
            });
            (self.words.say(id), remedies.collect::<Vec<_>>())
        });
        stages.filter(|(_, remedies)| !remedies.is_empty()).collect()
    }

    /// Since when something is true, where the source is older.
    pub fn since(&self, day: Option<&str>) -> Option<String> {
        day.map(|day| self.words.say_with("step-since", &args!("day" => day)))
    }

    /// When something was withdrawn; `None` where it was not.
    pub fn withdrawn(&self, day: Option<&str>) -> Option<String> {
        day.map(|day| self.words.say_with("step-withdrawn", &args!("day" => day)))
    }

    /// An effect, in words.
    pub fn effect(&self, effect: Id<SideEffect>) -> String {
        self.title(&self.guide[effect])
    }

    fn age(&self, since: Option<&str>, withdrawn: Option<&str>) -> impl Iterator<Item = String> {
        self.since(since).into_iter().chain(self.withdrawn(withdrawn))
    }
}
