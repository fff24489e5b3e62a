//! What was done in a case, and when, in words.

use super::{GuideText, Words, args};
use crate::{
    case::{
        Mark, NOTE, UNSURE,
        checklist::Group,
        open::OpenCase,
        reachable::Reachable,
        timeline::{Event, EventKind},
        trail::Answer,
    },
    guide::Remedy,
    text::markdown::code,
};

/// Something that was done at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldEvent {
    /// In seconds since 1970.
    pub at: u64,
    /// The id of the sentence.
    pub id: &'static str,
    /// Whether a question was answered.
    pub is_answer: bool,
    /// A question with its answer, or a step.
    pub what: String,
}

impl Words {
    /// What was done in a case, the first first.
    pub fn timeline(&self, open: &OpenCase) -> Vec<ToldEvent> {
        let reachable = Reachable::from_problem(&open.guide, open.problem);
        let told = |Event { at, kind }| {
            let is_answer = matches!(kind, EventKind::Answered(..));
            let (id, what) = match kind {
                EventKind::Answered(key, option) => {
                    ("timeline-answered", self.answer_at(open, &reachable, key, option))
                }
                EventKind::Marked(key, Mark::Done) => ("timeline-done", self.step_at(open, key)),
                EventKind::Marked(key, Mark::Failed(_)) => ("timeline-failed", self.step_at(open, key)),
                EventKind::Marked(key, Mark::Skipped(_)) => ("timeline-skipped", self.step_at(open, key)),
                EventKind::Noted(NOTE) => ("timeline-noted-case", String::new()),
                EventKind::Noted(key) => ("timeline-noted", self.step_at(open, key)),
            };
            ToldEvent { at, id, is_answer, what }
        };
        open.timeline().into_iter().map(told).collect()
    }

    /// The sentence of what was done.
    pub fn event(&self, id: &str, what: &str) -> String {
        self.say_with(id, &args!("what" => what))
    }

    /// A question and its answer; by their ids where the guide has them no more.
    fn answer_at(&self, open: &OpenCase, reachable: &Reachable, key: &str, option: &str) -> String {
        let Some(place) = reachable.places.iter().find(|place| place.ask.key == key) else {
            return format!("{} {}", code(key), code(option));
        };
        let known = open.guide[place.ask.question].option(option).map(Answer::Option);
        let known = known.or((option == UNSURE).then_some(Answer::Unsure));
        let text = GuideText::renamed(self, &open.guide, &open.case, &place.ask.with);
        let answer = known.map_or_else(|| code(option), |answer| text.answer(place.ask.question, answer));
        format!("{} {answer}", GuideText::new(self, &open.guide, &open.case).asked(&place.ask))
    }

    /// The goal of a step; its key where the guide has it no more.
    fn step_at(&self, open: &OpenCase, key: &str) -> String {
        let goal = |group: &Group| {
            let item = group.items.iter().find(|item| item.key == key)?;
            let step = &group.step(&open.guide, item).id;
            let text = GuideText::renamed(self, &open.guide, &open.case, &group.with);
            text.part(&open.guide[group.remedy], &format!("step-{step}"))
        };
        // One that the case does not come to any more, unless it was of a place that had it again.
        let earlier = || {
            let (remedy, step) = key.rsplit_once('/')?;
            let remedy = &open.guide[open.guide.find::<Remedy>(remedy)?];
            GuideText::new(self, &open.guide, &open.case).part(remedy, &["step-", step].concat())
        };
        open.groups().find_map(goal).or_else(earlier).unwrap_or_else(|| code(key))
    }
}
