//! What stands beside a step or a remedy: its labels and conditions, worded the same in every text.

use super::{GuideText, Words, args};
use crate::{
    case::{
        checklist::{Group, Progress},
        open::OpenCase,
        plan::{PlanGroup, Stage},
        trail::{Ask, Trail},
        waiting::WaitingFor,
    },
    guide::{Condition, Id, Outcome, Remedy, SideEffect, Source, Step},
};

impl Words {
    /// The name of an outcome.
    pub fn outcome(&self, outcome: &Outcome) -> String {
        let time = if let Outcome::Wait(minutes) = outcome { self.duration(*minutes) } else { String::new() };
        self.say_with(&format!("outcome-{}", outcome.name()), &args!("time" => time))
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
    /// What a case waits for, and for whom; `None` where nothing is to come.
    pub fn waits(&self, trail: &Trail) -> Option<String> {
        let question = |ask: &Ask| {
            GuideText::renamed(self.words, self.guide, self.case, &ask.with)
                .title("question", &self.guide[ask.question].id)
        };
        Some(match WaitingFor::at_end(trail)? {
            WaitingFor::Answer(ask) => self.words.say_with("waits-answer", &args!("question" => question(ask))),
            WaitingFor::Time(minutes, ask) => {
                let time = self.words.duration(minutes);
                self.words.say_with("waits-time", &args!("time" => time, "question" => question(ask)))
            }
            WaitingFor::Taker(to) => {
                let taker = self.title("handover", &self.guide[to].id);
                self.words.say_with("waits-taker", &args!("taker" => taker))
            }
        })
    }

    /// The label of a condition, if there is one.
    pub fn only_if(&self, condition: &Condition) -> Option<String> {
        let text = (!condition.is_empty()).then(|| self.condition(condition))?;
        Some(self.words.say_with("step-only-if", &args!("condition" => text)))
    }

    /// All steps of a case, each remedy with the headings that stand before it.
    pub fn headed<'o>(&self, open: &'o OpenCase) -> Vec<(Vec<String>, &'o Group)> {
        let mut groups: Vec<_> = open.checklist.groups.iter().map(|group| (Vec::new(), group)).collect();
        let mut last = None;
        for planned in &open.plan().groups {
            let first = last.is_none().then(|| self.words.say("plan-title"));
            let stage = self.stage(planned);
            let decides = (last.as_ref() != Some(&stage)).then(|| stage.clone());
            groups.push((first.into_iter().chain(decides).collect(), &planned.group));
            last = Some(stage);
        }
        groups
    }

    /// What decides whether a case comes to a planned remedy.
    pub fn stage(&self, planned: &PlanGroup) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (ask, answers) in &planned.condition {
            let text = GuideText::renamed(self.words, self.guide, self.case, &ask.with);
            let short = text.part("question", &self.guide[ask.question].id, "short").unwrap_or_default();
            let answers: Vec<String> = answers.iter().map(|answer| text.answer(ask.question, *answer)).collect();
            let part = format!("{short} {}", answers.join(" / "));
            // The same is asked again behind each repair.
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let args = args!("condition" => parts.join("; "));
        match (planned.stage, parts.is_empty()) {
            (Stage::Repair, _) => self.words.say("plan-repair"),
            (Stage::Answers, true) => self.words.say("plan-always"),
            (Stage::Answers, false) => self.words.say_with("plan-if", &args),
            (Stage::Last, true) => self.words.say("plan-last"),
            (Stage::Last, false) => self.words.say_with("plan-last-if", &args),
        }
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

    /// An effect, in words.
    pub fn effect(&self, effect: Id<SideEffect>) -> String {
        self.title("effect", &self.guide[effect].id)
    }

    fn age(&self, since: Option<&str>, withdrawn: Option<&str>) -> impl Iterator<Item = String> {
        let label = |id, day: Option<&str>| day.map(|day| self.words.say_with(id, &args!("day" => day.to_owned())));
        label("step-since", since).into_iter().chain(label("step-withdrawn", withdrawn))
    }
}
