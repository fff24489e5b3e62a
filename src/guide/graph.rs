//! A tree as a drawing sees it: the ways out of each node, and how many trails lead through.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Cause, Exit, Guide, Id, Problem, Question, Tree, Unsure, Verb};

/// How one node leads to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// This option of the question was answered.
    Option(usize),
    /// The answer is not known.
    Unsure,
    /// The remedy was done.
    Done,
    /// The walked cause handed back like this.
    Exit(Exit),
}

/// The ways out of a node, each with the node of the same tree that it leads to.
pub fn ways(verb: &Verb) -> Vec<(Way, usize)> {
    match verb {
        Verb::Ask { exits, unsure, .. } => {
            let unsure = unsure.map(|unsure| match unsure {
                Unsure::Node(node) => (Way::Unsure, node),
                Unsure::As(option) => (Way::Unsure, exits[option]),
            });
            exits.iter().enumerate().map(|(option, node)| (Way::Option(option), *node)).chain(unsure).collect()
        }
        Verb::Do { next, .. } => vec![(Way::Done, *next)],
        Verb::Walk { exits, .. } => exits.iter().map(|(exit, node)| (Way::Exit(*exit), *node)).collect(),
        Verb::Exit(_) | Verb::End(_) => Vec::new(),
    }
}

/// How many trails lead through a tree, each walked cause a box of which only the exit counts.
///
/// A question answered before leads on by itself; a walk whose cause may end the whole trail counts that ending once.
/// `u64::MAX` where there are too many to count.
pub fn trails(guide: &Guide, tree: &Tree) -> u64 {
    let repeated = repeated(tree);
    let ending: BTreeSet<_> = walks(tree).filter(|cause| may_end(guide, *cause)).collect();
    let mut ended = 0_u64;
    // The nodes stand in the order in which a trail meets them, so the first open one has all its trails together.
    let mut open = BTreeMap::from([((tree.start, KnownAnswers::new()), 1_u64)]);
    while let Some(((at, known), trails)) = open.pop_first() {
        if open.len() > MOST_STATES {
            return u64::MAX;
        }
        let verb = &tree.nodes[at].verb;
        let ends = match verb {
            Verb::Walk { cause, .. } => ending.contains(cause),
            Verb::Exit(_) | Verb::End(_) => true,
            _ => false,
        };
        if ends {
            ended = ended.saturating_add(trails);
        }
        let asked = match verb {
            Verb::Ask { question, fresh: false, .. } => Some(*question).filter(|question| repeated.contains(question)),
            _ => None,
        };
        let told = asked.and_then(|question| known.get(&question).copied());
        for (way, next) in ways(verb).into_iter().filter(|(way, _)| told.is_none_or(|told| told == *way)) {
            let mut known = known.clone();
            known.extend(asked.map(|question| (question, way)));
            let sum = open.entry((next, known)).or_default();
            *sum = sum.saturating_add(trails);
        }
    }
    ended
}

/// Above so many places and memories at once a tree is hostile.
const MOST_STATES: usize = 100_000;

/// The answers that a trail needs again.
type KnownAnswers = BTreeMap<Id<Question>, Way>;

/// The questions that several nodes ask, though not again.
fn repeated(tree: &Tree) -> BTreeSet<Id<Question>> {
    let mut seen = BTreeSet::new();
    let asked = tree.nodes.iter().filter_map(|node| match node.verb {
        Verb::Ask { question, fresh: false, .. } => Some(question),
        _ => None,
    });
    asked.filter(|question| !seen.insert(*question)).collect()
}

/// Whether a trail can end inside a cause or the causes that it walks.
fn may_end(guide: &Guide, cause: Id<Cause>) -> bool {
    walked(guide, &guide[cause].tree)
        .iter()
        .chain([&cause])
        .any(|cause| guide[*cause].tree.nodes.iter().any(|node| matches!(node.verb, Verb::End(_))))
}

/// The causes that a problem walks, also those inside others, in the order in which a reader meets them.
pub fn causes(guide: &Guide, problem: Id<Problem>) -> Vec<Id<Cause>> {
    walked(guide, &guide[problem].tree)
}

/// The causes that a tree walks itself, as often as it does.
fn walks(tree: &Tree) -> impl Iterator<Item = Id<Cause>> {
    tree.nodes.iter().filter_map(|node| if let Verb::Walk { cause, .. } = node.verb { Some(cause) } else { None })
}

fn walked(guide: &Guide, tree: &Tree) -> Vec<Id<Cause>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![walks(tree)];
    while let Some(ahead) = open.last_mut() {
        match ahead.next() {
            Some(cause) if seen.insert(cause) => {
                found.push(cause);
                open.push(walks(&guide[cause].tree));
            }
            Some(_) => {}
            None => drop(open.pop()),
        }
    }
    found
}
