//! The trail: answers replayed from the start; nothing here is ever stored.

use crate::{
    case::{Case, Finding, UNSURE},
    guide::{Cause, Exit, Guide, Id, Outcome, Problem, Question, Remedy, Renames, Tree, Unsure, Verb},
};

/// What was asked, answered and done, and what is next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// In the order it happened.
    pub entries: Vec<Entry>,
    /// Where the answers lead to.
    pub head: Head,
}

/// One thing on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A question that was answered here.
    Asked(Ask, Answer),
    /// A remedy to do here.
    Remedy(Do),
    /// A cause's tree begins.
    Entered(Id<Cause>),
    /// A cause's tree ends; `again` where its earlier exit was reused without walking it.
    Left {
        /// The cause that was left.
        cause: Id<Cause>,
        /// The exit taken.
        exit: Exit,
        /// Whether it was met before.
        again: bool,
    },
}

/// Where a trail stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// This question is open.
    Open(Ask),
    /// The trail ended.
    Ended {
        /// The outcome.
        outcome: Outcome,
        /// The node that ended it.
        node: String,
        /// Whose node it is.
        owner: Owner,
    },
}

/// Whose words say why a trail ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The problem's own tree.
    Problem(Id<Problem>),
    /// A cause's.
    Cause(Id<Cause>),
}

/// A question at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub question: Id<Question>,
    /// Under which the answer is kept: the question's id, or the place of a fresh one.
    pub key: String,
    /// Whether it is asked again at this place.
    pub fresh: bool,
    /// Variables that stand for others here.
    pub with: Renames,
}

/// A remedy at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Do {
    /// What is done.
    pub remedy: Id<Remedy>,
    /// Under which its steps' marks are kept: the remedy's id, or the place of a repeated one.
    pub key: String,
    /// Variables that stand for others here.
    pub with: Renames,
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// One of its options.
    Option(usize),
    /// Not known.
    Unsure,
}

impl Trail {
    /// Replays a case. An answer that no longer fits its question counts as none.
    pub fn of(guide: &Guide, problem: Id<Problem>, case: &Case) -> Self {
        Trail::replay(guide, problem, |ask| answer(guide, ask, case.answers.get(&ask.key)?))
    }

    /// Replays answers, wherever they come from, up to the first question without one.
    pub fn replay(guide: &Guide, problem: Id<Problem>, answers: impl FnMut(&Ask) -> Option<Answer>) -> Self {
        let mut replay = Replay {
            guide,
            answers,
            entries: Vec::new(),
            latest: vec![None; guide.questions.len()],
            left: Vec::new(),
            changes: 0,
            place: String::new(),
            with: Renames::new(),
            routine: false,
        };
        let head = match replay.walk(&guide[problem].tree, Owner::Problem(problem)) {
            TrailFlow::Stop(head) => head,
            // A problem's tree has no exits: `check` refuses them.
            TrailFlow::Exit(_) => unreachable!("a problem ends in an outcome"),
        };
        Trail { entries: replay.entries, head }
    }

    /// The questions answered on this trail.
    pub fn asked(&self) -> impl Iterator<Item = (&Ask, Answer)> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Asked(ask, answer) => Some((ask, *answer)),
            _ => None,
        })
    }

    /// Whether something is still to be answered or waited for.
    pub fn is_unfinished(&self) -> bool {
        matches!(self.head, Head::Open(_) | Head::Ended { outcome: Outcome::Wait(_), .. })
    }

    /// Whether the question of a place was asked before on this trail, so that it is asked again there.
    pub fn asks_again(&self, ask: &Ask) -> bool {
        let earlier = self.asked().take_while(|(asked, _)| asked.key != ask.key);
        earlier.into_iter().any(|(asked, _)| asked.question == ask.question)
    }

    /// The remedies of this trail.
    pub fn remedies(&self) -> impl Iterator<Item = (usize, &Do)> {
        self.entries.iter().enumerate().filter_map(|(at, entry)| match entry {
            Entry::Remedy(remedy) => Some((at, remedy)),
            _ => None,
        })
    }
}

impl Ask {
    /// A question at a place: a fresh one is kept by the place, and so is one about a renamed variable.
    pub(crate) fn at(guide: &Guide, question: Id<Question>, fresh: bool, with: &Renames, place: &str) -> Self {
        let by_place = fresh || !with.is_empty();
        let key = if by_place { place.to_owned() } else { guide[question].id.clone() };
        Ask { question, key, fresh, with: with.clone() }
    }
}

impl Do {
    /// A remedy at a place: what is done again, or on another variable, has marks of its own.
    pub(crate) fn at(guide: &Guide, remedy: Id<Remedy>, again: bool, with: &Renames, place: &str) -> Self {
        let by_place = again || !with.is_empty();
        let key = if by_place { place.to_owned() } else { guide[remedy].id.clone() };
        Do { remedy, key, with: with.clone() }
    }
}

/// The renames that hold inside a walk: its own, seen through those around it, and the rest of those around it.
pub(crate) fn nested(outer: &Renames, inner: &Renames) -> Renames {
    let seen_through = |id| outer.iter().find(|(name, _)| *name == id).map_or(id, |(_, value)| *value);
    let mut renames: Renames = inner.iter().map(|(name, value)| (*name, seen_through(*value))).collect();
    renames.extend(outer.iter().filter(|(name, _)| !inner.iter().any(|(own, _)| own == name)));
    renames
}

/// The stored answer as an answer to this question; an option that no longer exists is none.
pub fn answer(guide: &Guide, ask: &Ask, stored: &str) -> Option<Answer> {
    let question = &guide[ask.question];
    match question.option(stored) {
        Some(option) => Some(Answer::Option(option)),
        None if stored == UNSURE && question.kind == crate::guide::QuestionKind::State => Some(Answer::Unsure),
        None => None,
    }
}

/// What evidence says of a question at its place.
///
/// Nothing where it is asked again, after a repair, or of another thing; nothing where it is up to the person.
pub fn findings<'c>(guide: &'c Guide, ask: &Ask, case: &'c Case) -> Vec<&'c Finding> {
    let question = &guide[ask.question];
    let answers = !ask.fresh && ask.with.is_empty() && question.kind == crate::guide::QuestionKind::State;
    case.found(&question.id).filter(|_| answers).collect()
}

/// The option that the evidence proposes there: the one that all findings name; `None` where they differ or none is
/// there.
pub fn proposed(guide: &Guide, ask: &Ask, case: &Case) -> Option<usize> {
    let option = &findings(guide, ask, case).first()?.option;
    let question = &guide[ask.question];
    question.option(option).filter(|_| case.proposed(&question.id).is_some())
}

enum TrailFlow {
    Exit(Exit),
    Stop(Head),
}

struct Replay<'a, F> {
    guide: &'a Guide,
    answers: F,
    entries: Vec<Entry>,
    latest: Vec<Option<Answer>>,
    left: Vec<Left>,
    /// How many remedies that change something came so far.
    changes: usize,
    place: String,
    with: Renames,
    routine: bool,
}

struct Left {
    cause: Id<Cause>,
    with: Renames,
    exit: Exit,
    changes: usize,
}

impl<F: FnMut(&Ask) -> Option<Answer>> Replay<'_, F> {
    fn walk(&mut self, tree: &Tree, owner: Owner) -> TrailFlow {
        let mut at = tree.start;
        loop {
            let node = &tree.nodes[at];
            let outside = self.place.len();
            self.place.push_str(&node.id);
            let next = match &node.verb {
                Verb::Ask { question, fresh, exits, unsure } => {
                    self.ask(*question, *fresh).map(|answer| match (answer, unsure) {
                        (Answer::Option(option), _) => exits[option],
                        (Answer::Unsure, Some(Unsure::Node(node))) => *node,
                        (Answer::Unsure, Some(Unsure::As(option))) => exits[*option],
                        (Answer::Unsure, None) => unreachable!("a choice has no unsure"),
                    })
                }
                Verb::Do { remedy, next } => {
                    self.remedy(*remedy);
                    Ok(*next)
                }
                Verb::Walk { cause, with, exits } => match self.cause(*cause, with) {
                    TrailFlow::Exit(exit) => {
                        let (_, node) = exits.iter().find(|(name, _)| *name == exit).expect("`check` saw every exit");
                        Ok(*node)
                    }
                    TrailFlow::Stop(head) => Err(head),
                },
                Verb::Exit(exit) => {
                    self.place.truncate(outside);
                    return TrailFlow::Exit(*exit);
                }
                Verb::End(outcome) => Err(Head::Ended { outcome: outcome.clone(), node: node.id.clone(), owner }),
            };
            self.place.truncate(outside);
            match next {
                Ok(next) => at = next,
                Err(head) => return TrailFlow::Stop(head),
            }
        }
    }

    fn ask(&mut self, question: Id<Question>, fresh: bool) -> Result<Answer, Head> {
        if !fresh
            && self.with.is_empty()
            && let Some(answer) = self.latest[question.index()]
        {
            return Ok(answer);
        }
        let ask = Ask::at(self.guide, question, fresh, &self.with, &self.place);
        match (self.answers)(&ask) {
            Some(answer) => {
                if self.with.is_empty() {
                    self.latest[question.index()] = Some(answer);
                }
                self.entries.push(Entry::Asked(ask, answer));
                Ok(answer)
            }
            None => Err(Head::Open(ask)),
        }
    }

    fn remedy(&mut self, remedy: Id<Remedy>) {
        self.changes += usize::from(self.guide[remedy].changes);
        self.entries.push(Entry::Remedy(Do::at(self.guide, remedy, self.routine, &self.with, &self.place)));
    }

    /// Walks a cause once: met again, its exit is reused; a routine's only while nothing was changed.
    fn cause(&mut self, cause: Id<Cause>, with: &Renames) -> TrailFlow {
        let inner = nested(&self.with, with);
        let item = &self.guide[cause];
        let earlier = self.left.iter().rev().find(|left| left.cause == cause && left.with == inner);
        if let Some(earlier) = earlier.filter(|left| !item.routine || left.changes == self.changes) {
            let exit = earlier.exit;
            self.entries.push(Entry::Left { cause, exit, again: true });
            return TrailFlow::Exit(exit);
        }
        self.entries.push(Entry::Entered(cause));
        let outer = std::mem::replace(&mut self.with, inner.clone());
        let routine = std::mem::replace(&mut self.routine, item.routine);
        self.place.push('/');
        let flow = self.walk(&item.tree, Owner::Cause(cause));
        self.routine = routine;
        self.with = outer;
        if let TrailFlow::Exit(exit) = flow {
            self.entries.push(Entry::Left { cause, exit, again: false });
            self.left.push(Left { cause, with: inner, exit, changes: self.changes });
        }
        flow
    }
}
