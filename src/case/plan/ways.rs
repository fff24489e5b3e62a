//! All trails at once: place by place, each with what its trails remember.

use std::collections::BTreeMap;

use super::{
    Known, Stage,
    ahead::{Ahead, AheadByTree, conditions},
};
use crate::{
    case::{
        Case,
        trail::{self, Answer, Ask, nested},
    },
    guide::{
        Cause, Exit, Guide, Id, Node, Problem, Question, QuestionKind, Remedy, Renames, Tree, Unsure, Verb, exits,
        graph,
    },
};

/// Above so many memories a guide is hostile; the largest of ours needs a hundredth.
const MOST: usize = 200_000;

/// Where the trails of a case can lead.
#[derive(Default)]
pub(super) struct Ways {
    /// The remedies, in the order in which they are met.
    pub found: Vec<Found>,
    /// The answers of the case that were asked for.
    pub given: Vec<(Ask, Answer)>,
}

/// A remedy that trails lead to.
pub(super) struct Found {
    pub remedy: Id<Remedy>,
    /// Under which its steps' marks are kept.
    pub key: String,
    pub with: Renames,
    pub stage: Stage,
    pub condition: Vec<(Ask, Vec<Answer>)>,
    pub known: Known,
    /// What every way there has answered.
    path: Path,
}

/// What decides where a trail goes on: the latest answers, and how causes were left.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Memory {
    latest: BTreeMap<Id<Question>, Answer>,
    left: BTreeMap<(Id<Cause>, Renames), Exit>,
}

/// The questions that all ways to a place ask, by their place in `Walk::asks`, and a bit for each answer given there.
type Path = BTreeMap<usize, u64>;

/// What the trails that have come to a place remember, and what the ways of those that remember the same have in common.
type Trails = BTreeMap<Memory, Path>;

/// The guide has more trails than can be told apart.
struct TooMany;

impl Ways {
    /// Where a problem leads by the answers of a case.
    pub(super) fn of(guide: &Guide, problem: Id<Problem>, case: &Case) -> Self {
        let mut walk = Walk {
            guide,
            case,
            ways: Ways::default(),
            asks: Vec::new(),
            by_tree: AheadByTree::default(),
            beyond: Vec::new(),
            place: String::new(),
            with: Renames::new(),
            stage: Stage::Answers,
            spent: 0,
        };
        let tree = &guide[problem].tree;
        let ahead = walk.by_tree.of_tree(guide, tree);
        let start = Trails::from([(Memory::default(), Path::new())]);
        if walk.tree(tree, &ahead, start).is_err() {
            return Ways::anywhere(guide, problem);
        }
        walk.conclude();
        walk.ways
    }

    /// Every remedy that any answers lead to.
    fn anywhere(guide: &Guide, problem: Id<Problem>) -> Self {
        let mut ways = Ways::default();
        let causes = graph::causes(guide, problem);
        let trees = causes.iter().map(|cause| &guide[*cause].tree);
        for node in [&guide[problem].tree].into_iter().chain(trees).flat_map(|tree| &tree.nodes) {
            if let Verb::Do { remedy, .. } = node.verb
                && !ways.found.iter().any(|found| found.remedy == remedy)
            {
                let key = guide[remedy].id.clone();
                let (with, condition, known) = (Renames::new(), Vec::new(), Known::new());
                let stage = Stage::Answers;
                ways.found.push(Found { remedy, key, with, stage, condition, known, path: Path::new() });
            }
        }
        ways
    }
}

struct Walk<'a> {
    guide: &'a Guide,
    case: &'a Case,
    ways: Ways,
    /// Every question at its place, in the order in which they are met.
    asks: Vec<Ask>,
    by_tree: AheadByTree,
    /// What lies ahead behind each walk that is open.
    beyond: Vec<Ahead>,
    place: String,
    with: Renames,
    stage: Stage,
    spent: usize,
}

impl<'a> Walk<'a> {
    fn tree(&mut self, tree: &'a Tree, ahead: &[Ahead], start: Trails) -> Result<BTreeMap<Exit, Trails>, TooMany> {
        let mut at = vec![Trails::new(); tree.nodes.len()];
        let mut out: BTreeMap<Exit, Trails> = BTreeMap::new();
        at[tree.start] = start;
        // The nodes stand in the order in which a trail meets them, so all that come to one are there together.
        for (index, node) in tree.nodes.iter().enumerate() {
            let trails = std::mem::take(&mut at[index]);
            if trails.is_empty() {
                continue;
            }
            self.spent += trails.len();
            if self.spent > MOST {
                return Err(TooMany);
            }
            let outside = self.place.len();
            self.place.push_str(&node.id);
            if let Verb::Exit(exit) = node.verb {
                let left = out.entry(exit).or_default();
                trails.into_iter().for_each(|(memory, path)| add(left, memory, path));
            } else {
                for (next, memory, path) in self.node(node, ahead, trails)? {
                    add(&mut at[next], self.kept(memory, &ahead[next]), path);
                }
            }
            self.place.truncate(outside);
        }
        Ok(out)
    }

    /// Where trails go on from a node.
    fn node(&mut self, node: &'a Node, ahead: &[Ahead], trails: Trails) -> Result<Vec<(usize, Memory, Path)>, TooMany> {
        match &node.verb {
            Verb::Ask { question, fresh, exits, unsure } => Ok(self.ask(*question, *fresh, exits, *unsure, trails)),
            Verb::Do { remedy, next } => {
                self.remedy(*remedy, &trails);
                let guide = self.guide;
                let changes = guide[*remedy].changes;
                let changed = |mut memory: Memory| {
                    memory.left.retain(|(cause, _), _| !changes || !guide[*cause].routine);
                    memory
                };
                Ok(trails.into_iter().map(|(memory, path)| (*next, changed(memory), path)).collect())
            }
            Verb::Walk { cause, with, exits } => self.cause(*cause, with, exits, ahead, trails),
            Verb::Exit(_) | Verb::End(_) => Ok(Vec::new()),
        }
    }

    fn ask(
        &mut self,
        question: Id<Question>,
        fresh: bool,
        exits: &[usize],
        unsure: Option<Unsure>,
        trails: Trails,
    ) -> Vec<(usize, Memory, Path)> {
        let ask = Ask::at(self.guide, question, fresh, &self.with, &self.place);
        let given = self.case.answers.get(&ask.key).and_then(|stored| trail::answer(self.guide, &ask, stored));
        let at = self.asks.iter().position(|known| known.key == ask.key).unwrap_or_else(|| {
            self.asks.push(ask.clone());
            self.asks.len() - 1
        });
        let to = |answer| match (answer, unsure) {
            (Answer::Option(option), _) => exits[option],
            (Answer::Unsure, Some(Unsure::Node(node))) => node,
            (Answer::Unsure, Some(Unsure::As(option))) => exits[option],
            (Answer::Unsure, None) => unreachable!("a choice has no unsure"),
        };
        let mut next = Vec::new();
        for (memory, path) in trails {
            let known = memory.latest.get(&question).filter(|_| !fresh && self.with.is_empty());
            if let Some(known) = known {
                next.push((to(*known), memory, path));
                continue;
            }
            if let Some(given) = given.filter(|_| !self.ways.given.iter().any(|(known, _)| known.key == ask.key)) {
                self.ways.given.push((ask.clone(), given));
            }
            let possible = given.map_or_else(|| possible(self.guide, question), |given| vec![given]);
            for answer in possible {
                let (mut memory, mut path) = (memory.clone(), path.clone());
                if self.with.is_empty() {
                    memory.latest.insert(question, answer);
                }
                if given.is_none() {
                    path.insert(at, bit(answer));
                }
                next.push((to(answer), memory, path));
            }
        }
        next
    }

    fn remedy(&mut self, remedy: Id<Remedy>, trails: &Trails) {
        let id = &self.guide[remedy].id;
        // A routine is met behind every repair, and stands in the plan once.
        let key = if self.with.is_empty() { id.clone() } else { self.place.clone() };
        let at = self.ways.found.iter().position(|found| found.key == key).unwrap_or_else(|| {
            let path = trails.values().next().cloned().unwrap_or_default();
            let (with, stage) = (self.with.clone(), self.stage);
            let (condition, known) = (Vec::new(), Known::new());
            self.ways.found.push(Found { remedy, key, with, stage, condition, known, path });
            self.ways.found.len() - 1
        });
        let found = &mut self.ways.found[at];
        trails.values().for_each(|path| meet(&mut found.path, path));
        for question in conditions(self.guide, remedy) {
            let known = found.known.entry(question).or_default();
            known.extend(trails.keys().map(|memory| memory.latest.get(&question).copied()));
            known.sort_unstable();
            known.dedup();
        }
    }

    /// Walks a cause with the trails that have not left it yet.
    fn cause(
        &mut self,
        cause: Id<Cause>,
        with: &Renames,
        exits: &[(Exit, usize)],
        ahead: &[Ahead],
        trails: Trails,
    ) -> Result<Vec<(usize, Memory, Path)>, TooMany> {
        let to = |exit| exits.iter().find(|(name, _)| *name == exit).expect("`check` saw every exit").1;
        let with = nested(&self.with, with);
        let left = (cause, with.clone());
        let (known, new): (Trails, Trails) =
            trails.into_iter().partition(|(memory, _)| memory.left.contains_key(&left));
        let mut next: Vec<_> = known.into_iter().map(|(memory, path)| (to(memory.left[&left]), memory, path)).collect();
        let item = &self.guide[cause];
        let stage = match (item.routine, self::exits(&item.tree).next()) {
            (false, _) => Stage::Answers,
            (true, Some(_)) => Stage::Repair,
            (true, None) => Stage::Last,
        };
        let inner = self.by_tree.of_cause(self.guide, cause);
        let mut beyond = Ahead::default();
        exits.iter().for_each(|(_, next)| beyond.join(&ahead[*next]));
        self.beyond.push(beyond);
        let outer = (std::mem::replace(&mut self.with, with), std::mem::replace(&mut self.stage, stage));
        self.place.push('/');
        let out = self.tree(&item.tree, &inner, new)?;
        (self.with, self.stage) = outer;
        self.beyond.pop();
        for (exit, trails) in out {
            next.extend(trails.into_iter().map(|(mut memory, path)| {
                memory.left.insert(left.clone(), exit);
                (to(exit), memory, path)
            }));
        }
        Ok(next)
    }

    /// What of a memory still matters.
    fn kept(&self, mut memory: Memory, ahead: &Ahead) -> Memory {
        let all = || self.beyond.iter().chain([ahead]);
        memory.latest.retain(|question, _| all().any(|ahead| ahead.questions.contains(question)));
        memory.left.retain(|(cause, _), _| all().any(|ahead| ahead.causes.contains(cause)));
        memory
    }

    /// Turns what the ways to each remedy have in common into its condition.
    fn conclude(&mut self) {
        for found in &mut self.ways.found {
            let asked = found.path.iter().map(|(at, bits)| (&self.asks[*at], *bits));
            for (ask, bits) in asked.filter(|_| found.stage != Stage::Repair) {
                let possible = possible(self.guide, ask.question);
                let lead: Vec<Answer> = possible.iter().copied().filter(|answer| bits & bit(*answer) != 0).collect();
                if lead.len() < possible.len() {
                    found.condition.push((ask.clone(), lead));
                }
            }
        }
    }
}

/// Every answer that a question takes.
fn possible(guide: &Guide, question: Id<Question>) -> Vec<Answer> {
    let question = &guide[question];
    let unsure = (question.kind == QuestionKind::State).then_some(Answer::Unsure);
    (0..question.options.len()).map(Answer::Option).chain(unsure).collect()
}

/// An answer as a bit; what a question of far too many options offers last shares one.
fn bit(answer: Answer) -> u64 {
    match answer {
        Answer::Option(at) => 1 << at.min(62),
        Answer::Unsure => 1 << 63,
    }
}

fn add(trails: &mut Trails, memory: Memory, path: Path) {
    match trails.get_mut(&memory) {
        Some(known) => meet(known, &path),
        None => drop(trails.insert(memory, path)),
    }
}

/// What two ways have in common.
fn meet(path: &mut Path, other: &Path) {
    path.retain(|ask, bits| match other.get(ask) {
        Some(more) => {
            *bits |= more;
            true
        }
        None => false,
    });
}
