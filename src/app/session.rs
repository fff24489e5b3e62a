//! An open case: its answers, the trail they lead along, and where on it the person looks.

use std::rc::Rc;

use crate::{
    case::{Case, Finding, Mark, UNSURE},
    checklist::{Checklist, Group, Item},
    evidence::{Reading, Value},
    guide::{Cause, Guide, Id, Kind, Problem, Via},
    handed,
    saved::Saved,
    trail::{self, Answer, Ask, Entry, Head, Trail},
};

/// An open case.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose trees.
    pub guide: Rc<Guide>,
    /// Which problem.
    pub problem: Id<Problem>,
    /// The answers, marks, notes and values.
    pub case: Case,
    /// Derived from the answers.
    pub trail: Trail,
    /// Derived from the trail and the marks.
    pub checklist: Checklist,
    /// The place in view, counted in `stops`.
    pub at: usize,
    /// The selected option or step of that place.
    pub selected: usize,
    /// Whether the ways to find out are shown.
    pub how: bool,
    /// The tool whose commands are shown, where there are several.
    pub tool: Via,
    /// Whether something changed since the last export.
    pub unsaved: bool,
    /// The name of its file, and the times of its life.
    pub life: Life,
    /// Whether another program holds the case, so that nothing can be changed here.
    pub read_only: bool,
    /// Counts the changes, so that a saver can tell whether there is something new.
    version: u64,
    kept: u64,
    past: Vec<Case>,
    future: Vec<Case>,
}

/// What is known of a case beside what was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life {
    /// The name of its file.
    pub id: String,
    /// When it was opened, in UTC.
    pub opened: String,
    /// Whether the person is done with it.
    pub closed: bool,
}

/// A place on the trail that can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop<'a> {
    /// A question that was answered.
    Asked(&'a Ask, Answer),
    /// A remedy, by its entry on the trail.
    Remedy(usize),
    /// The open question or the outcome.
    Head,
}

impl Session {
    /// Opens a case at its first place that is not behind it.
    pub fn open(guide: Rc<Guide>, problem: Id<Problem>, case: Case) -> Self {
        let trail = Trail::of(&guide, problem, &case);
        let checklist = Checklist::of(&guide, &trail, &case);
        let mut session = Session {
            guide,
            problem,
            case,
            trail,
            checklist,
            at: 0,
            selected: 0,
            how: false,
            tool: Via::Portal,
            unsaved: false,
            life: Life::default(),
            read_only: false,
            version: 0,
            kept: 0,
            past: Vec::new(),
            future: Vec::new(),
        };
        session.look_at(session.first_open());
        session
    }

    /// The first remedy behind the last answer that has open steps, else the head.
    fn first_open(&self) -> usize {
        let stops = self.stops();
        let answered = stops.iter().rposition(|stop| matches!(stop, Stop::Asked(..))).map_or(0, |at| at + 1);
        let open = |stop: &Stop<'_>| match stop {
            Stop::Remedy(entry) => {
                self.checklist.at(*entry).is_some_and(|group| group.items.iter().any(|item| item.mark.is_none()))
            }
            _ => false,
        };
        stops[answered..].iter().position(open).map_or(stops.len() - 1, |at| answered + at)
    }

    /// The places of the trail, the head last.
    pub fn stops(&self) -> Vec<Stop<'_>> {
        let entries = self.trail.entries.iter().enumerate().filter_map(|(at, entry)| match entry {
            Entry::Asked(ask, answer) => Some(Stop::Asked(ask, *answer)),
            Entry::Remedy(_) => Some(Stop::Remedy(at)),
            Entry::Entered(_) | Entry::Left { .. } => None,
        });
        entries.chain([Stop::Head]).collect()
    }

    /// The place in view.
    pub fn stop(&self) -> Stop<'_> {
        let stops = self.stops();
        stops[self.at.min(stops.len() - 1)]
    }

    /// The question in view, and its answer so far.
    pub fn question(&self) -> Option<(&Ask, Option<Answer>)> {
        match (self.stop(), &self.trail.head) {
            (Stop::Asked(ask, answer), _) => Some((ask, Some(answer))),
            (Stop::Head, Head::Open(ask)) => Some((ask, None)),
            _ => None,
        }
    }

    /// The innermost cause around the place in view; routines are none.
    pub fn cause(&self) -> Option<Id<Cause>> {
        let mut around = Vec::new();
        let mut stops = 0;
        for entry in &self.trail.entries {
            match entry {
                Entry::Entered(cause) => around.push(*cause),
                Entry::Left { again: false, .. } => {
                    around.pop();
                }
                Entry::Left { again: true, .. } => {}
                Entry::Asked(..) | Entry::Remedy(_) => {
                    if stops == self.at {
                        break;
                    }
                    stops += 1;
                }
            }
        }
        around.into_iter().rev().find(|cause| !self.guide[*cause].routine)
    }

    /// Whether the question in view was asked before, at another place.
    pub fn asked_before(&self, ask: &Ask) -> bool {
        let earlier = self.trail.asked().take_while(|(asked, _)| asked.key != ask.key);
        earlier.into_iter().any(|(asked, _)| asked.question == ask.question)
    }

    /// The remedy in view.
    pub fn group(&self) -> Option<&Group> {
        match self.stop() {
            Stop::Remedy(entry) => self.checklist.at(entry),
            _ => None,
        }
    }

    /// Goes to a place, with its answer or its first open step selected.
    pub fn look_at(&mut self, at: usize) {
        self.at = at.min(self.stops().len() - 1);
        self.how = false;
        let selected = match (self.question(), self.group()) {
            (Some((_, Some(Answer::Option(option)))), _) => option,
            (Some((ask, Some(Answer::Unsure))), _) => self.guide[ask.question].options.len(),
            (Some((ask, None)), _) => match self.guide[ask.question].kind {
                Kind::Choice(advised) => advised,
                Kind::State => self.proposed(ask).unwrap_or(0),
            },
            (_, Some(group)) => group.items.iter().position(|item| item.mark.is_none()).unwrap_or(0),
            _ => 0,
        };
        self.selected = selected;
    }

    /// What evidence says of a question at its place.
    pub fn findings(&self, ask: &Ask) -> Vec<&Finding> {
        trail::findings(&self.guide, ask, &self.case)
    }

    /// The option that the evidence proposes there; `None` where it has none, or contradicts itself.
    pub fn proposed(&self, ask: &Ask) -> Option<usize> {
        trail::proposed(&self.guide, ask, &self.case)
    }

    /// Takes evidence in; answers with the values that it filled in.
    pub fn hand_in(&mut self, readings: &[Reading]) -> Vec<Value> {
        let mut case = self.case.clone();
        let filled = readings.iter().flat_map(|reading| handed::take(&mut case, &self.guide, reading)).collect();
        self.change(case);
        if matches!(self.question(), Some((_, None))) {
            self.look_at(self.at);
        }
        filled
    }

    /// How many rows can be selected at the place in view.
    pub fn rows(&self) -> usize {
        match (self.question(), self.group()) {
            (Some((ask, _)), _) => {
                let question = &self.guide[ask.question];
                question.options.len() + usize::from(question.kind == Kind::State)
            }
            (_, Some(group)) => group.items.len(),
            _ => 0,
        }
    }

    /// The selected step of the remedy in view.
    pub fn item(&self) -> Option<(&Group, &Item)> {
        let group = self.group()?;
        Some((group, group.items.get(self.selected)?))
    }

    /// The later questions whose answers this answer to the question in view would leave off the trail.
    pub fn left_off(&self, answer: Answer) -> Vec<Ask> {
        let Some((ask, _)) = self.question() else { return Vec::new() };
        let case = self.answered(ask, answer);
        let then = Trail::of(&self.guide, self.problem, &case);
        let lost = self.trail.asked().filter(|(old, _)| !then.asked().any(|(new, _)| new.key == old.key));
        lost.map(|(ask, _)| ask.clone()).collect()
    }

    /// Answers the question in view and goes to what comes next.
    pub fn answer(&mut self, answer: Answer) {
        let Some((ask, _)) = self.question() else { return };
        let case = self.answered(ask, answer);
        self.change(case);
        self.look_at(self.at + 1);
    }

    fn answered(&self, ask: &Ask, answer: Answer) -> Case {
        let mut case = self.case.clone();
        let text = match answer {
            Answer::Option(option) => self.guide[ask.question].options[option].as_str(),
            Answer::Unsure => UNSURE,
        };
        case.answers.insert(ask.key.clone(), text.to_owned());
        case
    }

    /// Takes the last answer back, so that its question is open again: the way on from a `wait`.
    pub fn reopen(&mut self) {
        let Some(Stop::Asked(ask, _)) = self.stops().into_iter().rev().find(|stop| matches!(stop, Stop::Asked(..)))
        else {
            return;
        };
        let mut case = self.case.clone();
        case.answers.remove(&ask.key);
        self.change(case);
        self.look_at(usize::MAX);
    }

    /// Marks a step at a time, or makes it to do again.
    pub fn mark(&mut self, key: &str, mark: Option<Mark>, now: &str) {
        let mut case = self.case.clone();
        case.times.insert(key.to_owned(), now.to_owned());
        match mark {
            Some(mark) => drop(case.marks.insert(key.to_owned(), mark)),
            None => drop((case.marks.remove(key), case.times.remove(key))),
        }
        self.change(case);
    }

    /// Notes something on a step; an empty text is no note.
    pub fn note(&mut self, key: &str, text: &str) {
        let mut case = self.case.clone();
        if text.is_empty() {
            case.notes.remove(key);
        } else {
            case.notes.insert(key.to_owned(), text.to_owned());
        }
        self.change(case);
    }

    /// Names the case.
    pub fn rename(&mut self, name: &str) {
        let case = Case { name: name.to_owned(), ..self.case.clone() };
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

    /// The case for the disk, where it changed since this was asked last.
    pub fn take_change(&mut self, now: &str) -> Option<Saved> {
        if self.kept == self.version || self.read_only {
            return None;
        }
        self.kept = self.version;
        let Life { id, opened, closed } = self.life.clone();
        Some(Saved { id, opened, changed: now.to_owned(), closed, case: self.case.clone() })
    }

    /// Fills a variable; no value empties it.
    pub fn fill(&mut self, variable: &str, values: Vec<String>) {
        let mut case = self.case.clone();
        if values.is_empty() {
            case.variables.remove(variable);
        } else {
            case.variables.insert(variable.to_owned(), values);
        }
        self.change(case);
    }

    /// Takes the last change back; false where there is none.
    pub fn undo(&mut self) -> bool {
        self.step(|session| (&mut session.past, &mut session.future))
    }

    /// Makes the change again that was taken back; false where there is none.
    pub fn redo(&mut self) -> bool {
        self.step(|session| (&mut session.future, &mut session.past))
    }

    /// Takes the case from one pile, and lays what it was on the other.
    fn step(&mut self, piles: fn(&mut Self) -> (&mut Vec<Case>, &mut Vec<Case>)) -> bool {
        if self.read_only {
            return false;
        }
        let Some(case) = piles(self).0.pop() else { return false };
        let now = std::mem::replace(&mut self.case, case);
        piles(self).1.push(now);
        self.version += 1;
        self.unsaved = true;
        self.derive();
        // The place in view may be gone, and a question may have become open again.
        self.look_at(self.at);
        true
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a change to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    fn change(&mut self, case: Case) {
        if case == self.case || self.read_only {
            return;
        }
        self.version += 1;
        self.past.push(std::mem::replace(&mut self.case, case));
        self.future.clear();
        self.unsaved = true;
        self.derive();
    }

    fn derive(&mut self) {
        self.trail = Trail::of(&self.guide, self.problem, &self.case);
        self.checklist = Checklist::of(&self.guide, &self.trail, &self.case);
    }
}
