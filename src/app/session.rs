//! An open case: its answers, the trail they lead along, and every way to change them.

mod history;
mod stop;

use std::cell::OnceCell;

use crate::{
    case::{
        Case, Mark, UNSURE,
        open::OpenCase,
        trail::{Answer, Ask},
    },
    evidence::FoundValue,
    guide::Via,
    store::record::CaseRecord,
};
use history::History;
pub use stop::TrailStep;

/// An open case.
#[derive(Debug, Clone)]
pub struct Session {
    /// The case with all that follows from it.
    pub open: OpenCase,
    /// The place in view, counted in `stops`.
    pub at: usize,
    /// The selected option or step of that place; of a question's options none until the person or the evidence names one.
    pub selected: Option<usize>,
    /// Whether the ways to find out are shown.
    pub how: bool,
    /// Whether it was said that steps of the remedy in view have no mark.
    pub(super) is_asked: bool,
    /// The tool whose commands are shown, where there are several.
    pub tool: Via,
    /// Names that evidence has several of, so that none was filled in.
    pub(super) named: Vec<FoundValue>,
    /// Whether something changed since the last export.
    pub unsaved: bool,
    /// The name of its file, and the times of its life.
    pub life: Life,
    /// Whether another program holds the case, so that nothing can be changed here.
    pub read_only: bool,
    /// Counts the changes, so that a writer can tell whether there is something new.
    version: u64,
    kept: u64,
    history: History,
    /// How many causes the problem has, once that was counted.
    most_causes: OnceCell<usize>,
}

/// What is known of a case beside what was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life {
    /// The name of its file.
    pub id: String,
    /// When it was opened, in UTC.
    pub opened: String,
    /// When it was last changed.
    pub changed: String,
    /// Whether the person is done with it.
    pub closed: bool,
}

impl Session {
    /// Opens a case at its first place that is not behind it.
    pub fn new(open: OpenCase, life: Life, read_only: bool) -> Self {
        let mut session = Session {
            open,
            at: 0,
            selected: None,
            how: false,
            is_asked: false,
            tool: Via::Portal,
            named: Vec::new(),
            unsaved: false,
            life,
            read_only,
            version: 0,
            kept: 0,
            history: History::default(),
            most_causes: OnceCell::new(),
        };
        session.go_to(session.first_open());
        session
    }

    /// The case with what evidence gave it.
    pub fn hand_in(&mut self, case: Case) {
        self.change(case);
        if matches!(self.question(), Some((_, None))) {
            self.go_to(self.at);
        }
    }

    /// The later questions whose answers this answer to the question in view would leave off the trail.
    pub fn left_off(&self, answer: Answer) -> Vec<Ask> {
        let Some((ask, _)) = self.question() else { return Vec::new() };
        let then = self.open.with(self.answered(ask, answer, "")).trail;
        let lost = self.open.trail.asked().filter(|(old, _)| !then.asked().any(|(new, _)| new.key == old.key));
        lost.map(|(ask, _)| ask.clone()).collect()
    }

    /// Answers the question in view at `now` (UTC) and moves on.
    pub fn answer(&mut self, answer: Answer, now: &str) {
        let Some((ask, given)) = self.question() else { return };
        // Given once more, it is no other answer.
        let case = if given == Some(answer) { self.open.case.clone() } else { self.answered(ask, answer, now) };
        self.change(case);
        self.go_to(self.at + 1);
    }

    fn answered(&self, ask: &Ask, answer: Answer, now: &str) -> Case {
        let mut case = self.open.case.clone();
        let text = match answer {
            Answer::Option(option) => self.open.guide[ask.question].options[option].as_str(),
            Answer::Unsure => UNSURE,
        };
        case.take_back(&ask.key);
        case.answers.insert(ask.key.clone(), text.to_owned());
        case.answered.insert(ask.key.clone(), now.to_owned());
        case
    }

    /// Takes the last answer back, so that its question is open again: the way on from a `wait`.
    pub fn reopen(&mut self) {
        let Some(TrailStep::Asked(ask, _)) =
            self.steps().into_iter().rev().find(|stop| matches!(stop, TrailStep::Asked(..)))
        else {
            return;
        };
        let mut case = self.open.case.clone();
        case.take_back(&ask.key);
        self.change(case);
        self.go_to(usize::MAX);
    }

    /// Marks steps at a time, or makes them to do again, as one change.
    pub fn mark(&mut self, keys: &[String], mark: Option<&Mark>, now: &str) {
        let mut case = self.open.case.clone();
        for key in keys {
            match mark {
                Some(mark) => {
                    case.times.insert(key.clone(), now.to_owned());
                    case.marks.insert(key.clone(), mark.clone());
                }
                None => drop((case.marks.remove(key), case.times.remove(key))),
            }
        }
        self.change(case);
    }

    /// Notes something on a step at a time; an empty text is no note.
    pub fn note(&mut self, key: &str, text: &str, now: &str) {
        if self.open.case.notes.get(key).is_some_and(|note| note == text) {
            return;
        }
        let mut case = self.open.case.clone();
        if text.is_empty() {
            case.notes.remove(key);
            case.noted.remove(key);
        } else {
            case.notes.insert(key.to_owned(), text.to_owned());
            case.noted.insert(key.to_owned(), now.to_owned());
        }
        self.change(case);
    }

    /// Names the case.
    pub fn rename(&mut self, name: &str) {
        let case = Case { name: name.to_owned(), ..self.open.case.clone() };
        self.change(case);
    }

    /// Has the case saved though nothing was changed here.
    pub(super) fn touch(&mut self) {
        self.version += 1;
    }

    /// Says whether the person is done with the case.
    pub fn close(&mut self, closed: bool) {
        self.version += u64::from(self.life.closed != closed);
        self.life.closed = closed;
    }

    /// Whether nobody would miss it: it was looked at, and is neither on the disk nor changed.
    pub(super) fn is_untouched(&self) -> bool {
        self.version == 0 && self.life.changed.is_empty()
    }

    /// The case as its file holds it.
    pub(super) fn record(&self) -> CaseRecord {
        let Life { id, opened, changed, closed } = self.life.clone();
        CaseRecord { id, opened, changed, closed, case: self.open.case.clone() }
    }

    /// The case for the disk, where it changed since this was asked last.
    pub fn take_change(&mut self, now: &str) -> Option<CaseRecord> {
        if self.kept == self.version || self.read_only {
            return None;
        }
        self.kept = self.version;
        now.clone_into(&mut self.life.changed);
        Some(self.record())
    }

    /// Fills a variable; no value empties it.
    pub fn fill(&mut self, variable: &str, values: Vec<String>) {
        let mut case = self.open.case.clone();
        if values.is_empty() {
            case.variables.remove(variable);
        } else {
            case.variables.insert(variable.to_owned(), values);
        }
        self.change(case);
    }

    /// Takes the last change back; false where there is none.
    pub fn undo(&mut self) -> bool {
        self.step(History::undo)
    }

    /// Makes the change again that was taken back; false where there is none.
    pub fn redo(&mut self) -> bool {
        let is_redone = self.step(History::redo);
        // As when the answer was given, what follows from it comes into view.
        if is_redone && matches!(self.question(), Some((_, Some(_)))) {
            self.go_to(self.at + 1);
        }
        is_redone
    }

    fn step(&mut self, step: fn(&mut History, &mut Case) -> bool) -> bool {
        let before = self.open.case.clone();
        if self.read_only || !self.open.change(|_, case| step(&mut self.history, case)) {
            return false;
        }
        self.changed();
        self.go_to_change(&before);
        true
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a change to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    fn change(&mut self, case: Case) {
        if case == self.open.case || self.read_only {
            return;
        }
        self.open.change(|_, present| self.history.change(present, case));
        self.changed();
    }

    fn changed(&mut self) {
        self.version += 1;
        self.unsaved = true;
        // Whoever works on a case is not done with it.
        self.life.closed = false;
    }
}
