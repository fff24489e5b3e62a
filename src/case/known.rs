//! What may have been answered where a trail, or several at once, have come to.

use std::collections::BTreeMap;

use super::trail::{Answer, Entry, Trail};
use crate::guide::{Condition, Id, Question, QuestionKind};

/// AnswerSet that a question may have, and whether it may not have been asked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerSet(u64);

/// The bit of the last option that has one; those behind it share it.
const LAST: usize = 61;
const UNSURE: AnswerSet = AnswerSet(1 << 62);
const UNASKED: AnswerSet = AnswerSet(1 << 63);

/// What may be known of each question; one that is not named was asked nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known(BTreeMap<Id<Question>, AnswerSet>);

impl AnswerSet {
    /// Every answer that a question takes.
    pub fn possible(question: &Question) -> Self {
        let options = (0..question.options.len()).map(Answer::Option);
        let unsure = (question.kind == QuestionKind::State).then_some(Answer::Unsure);
        options.chain(unsure).map(AnswerSet::from).fold(AnswerSet(0), AnswerSet::or)
    }

    /// Union.
    #[must_use]
    pub fn or(self, other: AnswerSet) -> Self {
        AnswerSet(self.0 | other.0)
    }

    /// Intersection.
    #[must_use]
    pub fn and(self, other: AnswerSet) -> Self {
        AnswerSet(self.0 & other.0)
    }

    /// What is left of it if the question was asked.
    #[must_use]
    pub fn asked(self) -> Self {
        AnswerSet(self.0 & !UNASKED.0)
    }

    /// Whether it may not have been asked.
    pub fn may_be_unasked(self) -> bool {
        self.0 & UNASKED.0 != 0
    }

    /// Whether none of them is left.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether the answer is possible.
    pub fn holds(self, answer: Answer) -> bool {
        !self.and(answer.into()).is_none()
    }
}

impl From<Answer> for AnswerSet {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Option(at) => AnswerSet(1 << at.min(LAST)),
            Answer::Unsure => UNSURE,
        }
    }
}

impl Known {
    /// What a trail knows before one of its entries.
    pub fn before(trail: &Trail, entry: usize) -> Self {
        let mut known = Known::default();
        for entry in &trail.entries[..entry] {
            known.take(entry);
        }
        known
    }

    /// Takes in an entry of a trail; what is asked of another thing says nothing of this one.
    pub(super) fn take(&mut self, entry: &Entry) {
        if let Entry::Asked(ask, answer) = entry
            && ask.with.is_empty()
        {
            self.0.insert(ask.question, (*answer).into());
        }
    }

    /// What may be known of a question.
    pub fn of(&self, question: Id<Question>) -> AnswerSet {
        self.0.get(&question).copied().unwrap_or(UNASKED)
    }

    pub(super) fn set(&mut self, question: Id<Question>, answers: AnswerSet) {
        self.0.insert(question, answers);
    }

    /// Takes in what is known on other ways.
    pub(super) fn join(&mut self, other: &Known) {
        self.0.iter_mut().for_each(|(question, answers)| *answers = answers.or(other.of(*question)));
        for (question, answers) in &other.0 {
            self.0.entry(*question).or_insert_with(|| answers.or(UNASKED));
        }
    }

    /// The conditions that nothing has decided yet; `None` where one of them cannot be met.
    pub fn undecided(&self, when: &Condition) -> Option<Condition> {
        let mut open = Condition::new();
        for (question, options) in when {
            let known = self.of(*question);
            let wanted = options.iter().map(|option| AnswerSet::from(Answer::Option(*option)));
            let wanted = wanted.fold(AnswerSet(0), AnswerSet::or);
            if known.and(wanted.or(UNSURE).or(UNASKED)).is_none() {
                return None;
            }
            if known.and(wanted) != known {
                open.push((*question, options.clone()));
            }
        }
        Some(open)
    }
}
