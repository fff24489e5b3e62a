//! A second reading of the trees: follows a finished trail node by node, and notes every way that was taken.

use std::collections::HashSet;

use backup_medic::{
    case::trail::{Answer, Entry, Head, Owner, Trail},
    guide::{Cause, Exit, Guide, Id, Outcome, Question, Remedy, Tree, Unsure, Verb},
};

use super::tree;

/// What walks have reached so far.
#[derive(Default)]
pub(super) struct Reached {
    /// Whose node, which, and which of its exits; 0 for a node that ends something.
    pub ways: HashSet<(Whose, usize, usize)>,
    /// Answers given, by question.
    pub answers: HashSet<(usize, Answer)>,
}

/// Problems and causes in one hashable name.
pub(super) type Whose = (bool, usize);

pub(super) fn whose(owner: Owner) -> Whose {
    match owner {
        Owner::Problem(id) => (false, id.index()),
        Owner::Cause(id) => (true, id.index()),
    }
}

/// Follows an ended trail through the trees; panics where the trail says what they do not.
pub(super) fn follow(guide: &Guide, owner: Owner, trail: &Trail, reached: &mut Reached) {
    let latest = vec![None; guide.questions.len()];
    let mut follower = Follower { guide, entries: trail.entries.iter(), latest, renamed: false, reached };
    let Err((outcome, node, ender)) = follower.tree(owner) else { panic!("a problem hands back to nobody") };
    assert_eq!(follower.entries.next(), None, "the trail goes on behind its end");
    assert_eq!(trail.head, Head::Ended { outcome, node, owner: ender });
}

struct Follower<'a> {
    guide: &'a Guide,
    entries: std::slice::Iter<'a, Entry>,
    latest: Vec<Option<Answer>>,
    /// Whether a walk on the way here renames a variable, so that every question is another one.
    renamed: bool,
    reached: &'a mut Reached,
}

type End = (Outcome, String, Owner);

impl Follower<'_> {
    fn tree(&mut self, owner: Owner) -> Result<Exit, End> {
        let (_, tree): (_, &Tree) = tree(self.guide, owner);
        let mut at = tree.start;
        loop {
            let node = &tree.nodes[at];
            let (way, next) = match &node.verb {
                Verb::Ask { question, fresh, exits, unsure } => match (self.ask(*question, *fresh), unsure) {
                    (Answer::Option(option), _) => (option, exits[option]),
                    (Answer::Unsure, Some(Unsure::Node(node))) => (exits.len(), *node),
                    (Answer::Unsure, Some(Unsure::As(option))) => (exits.len(), exits[*option]),
                    (Answer::Unsure, None) => panic!("{} is a choice", node.id),
                },
                Verb::Do { remedy, next } => (self.remedy(*remedy), *next),
                Verb::Walk { cause, with, exits } => {
                    let exit = self.walk(*cause, !with.is_empty())?;
                    let way = exits.iter().position(|(name, _)| *name == exit).expect("the caller takes this exit");
                    (way, exits[way].1)
                }
                Verb::Exit(exit) => {
                    self.reached.ways.insert((whose(owner), at, 0));
                    return Ok(*exit);
                }
                Verb::End(outcome) => {
                    self.reached.ways.insert((whose(owner), at, 0));
                    return Err((outcome.clone(), node.id.clone(), owner));
                }
            };
            self.reached.ways.insert((whose(owner), at, way));
            at = next;
        }
    }

    fn ask(&mut self, question: Id<Question>, fresh: bool) -> Answer {
        if let (false, false, Some(known)) = (fresh, self.renamed, self.latest[question.index()]) {
            return known;
        }
        let Some(Entry::Asked(ask, answer)) = self.entries.next() else { panic!("a question is missing") };
        assert_eq!((ask.question, ask.fresh), (question, fresh));
        if !self.renamed {
            self.latest[question.index()] = Some(*answer);
        }
        self.reached.answers.insert((question.index(), *answer));
        *answer
    }

    fn remedy(&mut self, remedy: Id<Remedy>) -> usize {
        let Some(Entry::Remedy(place)) = self.entries.next() else { panic!("a remedy is missing") };
        assert_eq!(place.remedy, remedy);
        0
    }

    fn walk(&mut self, cause: Id<Cause>, renames: bool) -> Result<Exit, End> {
        let entered = match self.entries.next() {
            Some(Entry::Left { cause: left, exit, again: true }) if *left == cause => return Ok(*exit),
            Some(Entry::Entered(entered)) => *entered,
            other => panic!("not a walk of {}: {other:?}", self.guide[cause].id),
        };
        assert_eq!(entered, cause);
        let outside = self.renamed;
        self.renamed |= renames;
        let exit = self.tree(Owner::Cause(cause))?;
        self.renamed = outside;
        assert_eq!(self.entries.next(), Some(&Entry::Left { cause, exit, again: false }));
        Ok(exit)
    }
}
