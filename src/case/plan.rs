//! The plan: every step that a case can still come to, whatever the open questions turn out to be.
//!
//! All trails that agree with the answers are followed at once. Where they meet, what each question may have been
//! answered is joined question by question, so a tree is walked once, however many trails it has.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Case,
    checklist::{Checklist, Group},
    known::{AnswerSet, Known},
    trail::{self, Answer, Ask, Do, Trail},
};
use crate::guide::{
    Cause, Condition, Exit, Guide, Id, Node, Problem, Question, Remedy, Renames, Tree, Unsure, Verb,
    exits as tree_exits,
};

/// What a case can still come to.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// In the order in which they are met.
    pub repairs: Vec<PlannedGroup>,
    /// What is done again behind each repair, or when none helped; its steps are marked on the trail only.
    pub routines: Vec<PlannedGroup>,
    /// Answers of the case that rule something out, in the order of asking.
    pub given: Vec<(Ask, Answer)>,
}

/// A remedy that the case can come to.
#[derive(Debug, Clone)]
pub struct PlannedGroup {
    /// The steps that can apply.
    pub group: Group,
    /// The open questions that decide whether the case comes there, in the order of asking.
    pub condition: Condition,
    /// Whether the case ends there.
    pub is_last: bool,
}

impl Plan {
    /// What a problem can come to by the answers of a case.
    pub fn new(guide: &Guide, problem: Id<Problem>, case: &Case) -> Self {
        let walk = PlanWalk {
            guide,
            case,
            met: Vec::new(),
            asked: Vec::new(),
            open: BTreeSet::new(),
            given: Vec::new(),
            place: String::new(),
            with: Renames::new(),
            routine: None,
        };
        walk.plan(&guide[problem].tree)
    }

    /// The same without what the case has come to already.
    #[must_use]
    pub fn beyond(mut self, trail: &Trail, checklist: &Checklist) -> Self {
        let is_new = |planned: &PlannedGroup| {
            let group = &planned.group;
            checklist.groups.iter().all(|known| known.remedy != group.remedy || known.with != group.with)
        };
        self.repairs.retain(is_new);
        if self.repairs.is_empty() {
            self.routines.clear();
        }
        self.given.retain(|(ask, _)| trail.asked().all(|(asked, _)| asked.key != ask.key));
        self
    }
}

/// What trails have in common where they meet.
#[derive(Debug, Clone, Default)]
struct Meeting {
    known: Known,
    /// How each cause may have been left, `None` where it may not have been walked; one that is not named was not.
    left: BTreeMap<(Id<Cause>, Renames), BTreeSet<Option<Exit>>>,
}

impl Meeting {
    fn join(&mut self, other: &Meeting) {
        self.known.join(&other.known);
        for (cause, exits) in &mut self.left {
            exits.extend(other.left.get(cause).unwrap_or(&BTreeSet::from([None])));
        }
        for (cause, exits) in &other.left {
            self.left.entry(cause.clone()).or_insert_with(|| exits.iter().copied().chain([None]).collect());
        }
    }
}

/// A remedy as it was met.
struct Met {
    place: Do,
    known: Known,
    routine: Option<Id<Cause>>,
}

struct PlanWalk<'a> {
    guide: &'a Guide,
    case: &'a Case,
    met: Vec<Met>,
    /// In the order of asking.
    asked: Vec<Id<Question>>,
    /// Those without an answer somewhere.
    open: BTreeSet<Id<Question>>,
    given: Vec<(Ask, Answer)>,
    place: String,
    with: Renames,
    routine: Option<Id<Cause>>,
}

impl<'a> PlanWalk<'a> {
    fn plan(mut self, tree: &'a Tree) -> Plan {
        self.tree(tree, Meeting::default());
        let mut plan = Plan { given: std::mem::take(&mut self.given), ..Plan::default() };
        for Met { place, known, routine } in &self.met {
            let condition = if routine.is_none() { self.condition(known) } else { Vec::new() };
            let group = Group::new(self.guide, self.case, place, None, known.clone());
            let is_last = routine.is_some_and(|cause| tree_exits(&self.guide[cause].tree).next().is_none());
            let list = if routine.is_none() { &mut plan.repairs } else { &mut plan.routines };
            if !group.items.is_empty() {
                list.push(PlannedGroup { group, condition, is_last });
            }
        }
        plan.routines.sort_by_key(|planned| planned.is_last);
        plan
    }

    /// Follows all trails from the start of a tree; the nodes stand in the order in which trails meet them.
    fn tree(&mut self, tree: &'a Tree, start: Meeting) -> BTreeMap<Exit, Meeting> {
        let mut at: Vec<Option<Meeting>> = vec![None; tree.nodes.len()];
        let mut out = BTreeMap::new();
        at[tree.start] = Some(start);
        for (index, node) in tree.nodes.iter().enumerate() {
            let Some(meeting) = at[index].take() else { continue };
            let outside = self.place.len();
            self.place.push_str(&node.id);
            if let Verb::Exit(exit) = node.verb {
                join(out.entry(exit).or_default(), meeting);
            } else {
                self.node(node, meeting).into_iter().for_each(|(next, meeting)| join(&mut at[next], meeting));
            }
            self.place.truncate(outside);
        }
        out.into_iter().filter_map(|(exit, meeting)| Some((exit, meeting?))).collect()
    }

    /// Where the trails continue from a node.
    fn node(&mut self, node: &'a Node, mut meeting: Meeting) -> Vec<(usize, Meeting)> {
        match &node.verb {
            Verb::Ask { question, fresh, exits, unsure } => self.ask(*question, *fresh, exits, *unsure, &meeting),
            Verb::Do { remedy, next } => {
                self.remedy(*remedy, &meeting.known);
                if self.guide[*remedy].changes {
                    meeting.left.retain(|(cause, _), _| !self.guide[*cause].routine);
                }
                vec![(*next, meeting)]
            }
            Verb::Walk { cause, with, exits } => {
                let left = self.cause(*cause, with, meeting).into_iter();
                let to = |exit| exits.iter().find(|(name, _)| *name == exit).map(|(_, next)| *next);
                left.filter_map(|(exit, meeting)| Some((to(exit)?, meeting))).collect()
            }
            Verb::Exit(_) | Verb::End(_) => Vec::new(),
        }
    }

    fn ask(
        &mut self,
        question: Id<Question>,
        fresh: bool,
        exits: &[usize],
        unsure: Option<Unsure>,
        meeting: &Meeting,
    ) -> Vec<(usize, Meeting)> {
        let ask = Ask::at(self.guide, question, fresh, &self.with, &self.place);
        let is_remembered = self.with.is_empty();
        let known = if is_remembered && !fresh { meeting.known.of(question) } else { Known::default().of(question) };
        let mut answers = known.asked();
        if known.may_be_unasked() {
            answers = answers.or(self.answers_ahead(&ask));
        }
        if !self.asked.contains(&question) {
            self.asked.push(question);
        }
        let unsure = unsure.map(|unsure| match unsure {
            Unsure::Node(node) => node,
            Unsure::As(option) => exits[option],
        });
        let exits = exits.iter().enumerate().map(|(option, next)| (Answer::Option(option), *next));
        let mut next: BTreeMap<usize, AnswerSet> = BTreeMap::new();
        for (answer, to) in
            exits.chain(unsure.map(|to| (Answer::Unsure, to))).filter(|(answer, _)| answers.holds(*answer))
        {
            next.entry(to).and_modify(|known| *known = known.or(answer.into())).or_insert(answer.into());
        }
        let go = |(to, answers)| {
            let mut meeting = meeting.clone();
            if is_remembered {
                meeting.known.set(question, answers);
            }
            (to, meeting)
        };
        next.into_iter().map(go).collect()
    }

    /// What a question can be answered where it comes up: what was given ahead, or anything.
    fn answers_ahead(&mut self, ask: &Ask) -> AnswerSet {
        let given = self.case.answers.get(&ask.key).and_then(|stored| trail::answer(self.guide, ask, stored));
        match given {
            None => drop(self.open.insert(ask.question)),
            Some(given) if self.given.iter().all(|(known, _)| known.key != ask.key) => {
                self.given.push((ask.clone(), given));
            }
            Some(_) => {}
        }
        given.map_or_else(|| AnswerSet::possible(&self.guide[ask.question]), AnswerSet::from)
    }

    fn remedy(&mut self, remedy: Id<Remedy>, known: &Known) {
        let place = Do::at(self.guide, remedy, self.routine.is_some(), &self.with, &self.place);
        // A routine is met behind every repair, and stands in the plan once.
        let is_it = |met: &&mut Met| {
            let same = met.place.remedy == remedy && met.place.with == place.with;
            met.place.key == place.key || (same && met.routine.is_some() && self.routine.is_some())
        };
        match self.met.iter_mut().find(is_it) {
            Some(met) => met.known.join(known),
            None => self.met.push(Met { place, known: known.clone(), routine: self.routine }),
        }
    }

    /// Walks a cause with the trails that have not left it yet; the others continue as they left it.
    fn cause(&mut self, cause: Id<Cause>, with: &Renames, mut meeting: Meeting) -> BTreeMap<Exit, Meeting> {
        let with = trail::nested(&self.with, with);
        let key = (cause, with.clone());
        let left = meeting.left.remove(&key).unwrap_or_else(|| BTreeSet::from([None]));
        let mut out: BTreeMap<Exit, Option<Meeting>> = BTreeMap::new();
        for exit in left.iter().flatten() {
            join(out.entry(*exit).or_default(), meeting.clone());
        }
        if left.contains(&None) {
            let routine = self.guide[cause].routine.then_some(cause);
            let outer = (std::mem::replace(&mut self.with, with), std::mem::replace(&mut self.routine, routine));
            self.place.push('/');
            for (exit, meeting) in self.tree(&self.guide[cause].tree, meeting) {
                join(out.entry(exit).or_default(), meeting);
            }
            (self.with, self.routine) = outer;
        }
        let leave = |(exit, meeting): (Exit, Option<Meeting>)| {
            let mut meeting = meeting?;
            meeting.left.insert(key.clone(), BTreeSet::from([Some(exit)]));
            Some((exit, meeting))
        };
        out.into_iter().filter_map(leave).collect()
    }

    /// The open questions that every way there asks, and that lead elsewhere by at least half of their options.
    fn condition(&self, known: &Known) -> Condition {
        let asked = self.asked.iter().filter(|question| self.open.contains(question));
        let decides = asked.filter_map(|question| {
            let (answers, all) = (known.of(*question), self.guide[*question].options.len());
            let options: Vec<usize> = (0..all).filter(|at| answers.holds(Answer::Option(*at))).collect();
            let decides = !answers.may_be_unasked() && !options.is_empty() && 2 * options.len() <= all;
            decides.then_some((*question, options))
        });
        decides.collect()
    }
}

fn join(at: &mut Option<Meeting>, meeting: Meeting) {
    match at {
        Some(known) => known.join(&meeting),
        None => *at = Some(meeting),
    }
}
