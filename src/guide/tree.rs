//! Trees of a guide: nodes, the four verbs, exits and outcomes.

use serde::{Deserialize, Serialize};

use super::model::{Cause, Handover, Id, Question, Remedy, Variable};

/// A tree of nodes without cycles, every one of them reachable.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tree {
    /// Index of the first node.
    pub start: usize,
    /// In the order in which a reader meets them.
    pub nodes: Vec<Node>,
}

/// One place of a tree.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Node {
    /// A part of the place's name, and so of the keys of fresh answers.
    pub id: String,
    /// What happens here.
    pub verb: Verb,
}

/// The four verbs; a `usize` is a node of the same tree.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Verb {
    /// Asks, with one exit per option.
    Ask {
        /// What is asked.
        question: Id<Question>,
        /// Whether it is asked again though it was answered before.
        fresh: bool,
        /// Where each option leads.
        exits: Vec<usize>,
        /// Where not knowing leads; a choice has none.
        unsure: Option<Unsure>,
    },
    /// Does a remedy.
    Do {
        /// What is done.
        remedy: Id<Remedy>,
        /// What comes next.
        next: usize,
    },
    /// Walks a cause's tree in place.
    Walk {
        /// The cause whose tree is walked.
        cause: Id<Cause>,
        /// Variables that stand for others in there.
        with: Renames,
        /// Where each exit leads; exactly those that the cause can reach.
        exits: Vec<(Exit, usize)>,
    },
    /// Hands back to the caller.
    Exit(Exit),
    /// Ends the whole trail.
    End(Outcome),
}

/// Variables that stand for others: the first is written in the commands, the second holds the value.
pub type Renames = Vec<(Id<Variable>, Id<Variable>)>;

/// What not knowing means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unsure {
    /// A road of its own.
    Node(usize),
    /// Go on as if this option had been answered.
    As(usize),
}

/// How a cause hands back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exit {
    /// The backup works again.
    Resolved,
    /// Worked through, and the error is still there.
    Unresolved,
    /// Not the cause.
    RuledOut,
}

/// Where a trail ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The backup works again.
    Resolved,
    /// Come back after so many minutes and answer again.
    Wait(u32),
    /// Somebody else takes over.
    Escalate(Id<Handover>),
    /// Another problem, or whichever the detail names.
    See(Option<ProblemRef>),
}

/// A problem of this guide or of another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemRef {
    /// Its id, which no other guide has.
    pub id: String,
    /// Its codes.
    pub codes: Vec<String>,
}

impl Exit {
    /// Its word in guides.
    pub fn name(self) -> &'static str {
        match self {
            Exit::Resolved => "resolved",
            Exit::Unresolved => "unresolved",
            Exit::RuledOut => "ruled-out",
        }
    }
}

impl Outcome {
    /// Its word in guides.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Resolved => "resolved",
            Outcome::Wait(_) => "wait",
            Outcome::Escalate(_) => "escalate",
            Outcome::See(_) => "see",
        }
    }
}

impl Verb {
    /// The nodes that may come next, each exit in its order.
    pub fn next(&self) -> Vec<usize> {
        match self {
            Verb::Ask { exits, unsure, .. } => {
                let unsure = if let Some(Unsure::Node(node)) = unsure { Some(*node) } else { None };
                exits.iter().copied().chain(unsure).collect()
            }
            Verb::Do { next, .. } => vec![*next],
            Verb::Walk { exits, .. } => exits.iter().map(|(_, node)| *node).collect(),
            Verb::Exit(_) | Verb::End(_) => Vec::new(),
        }
    }

    /// The same with every node where `to` has it.
    pub(super) fn redirect(&mut self, to: &[usize]) {
        let change = |node: &mut usize| *node = to[*node];
        match self {
            Verb::Ask { exits, unsure, .. } => {
                exits.iter_mut().for_each(change);
                if let Some(Unsure::Node(node)) = unsure {
                    change(node);
                }
            }
            Verb::Do { next, .. } => change(next),
            Verb::Walk { exits, .. } => exits.iter_mut().for_each(|(_, node)| change(node)),
            Verb::Exit(_) | Verb::End(_) => {}
        }
    }
}

/// The exits that a cause's tree can reach.
pub fn exits(tree: &Tree) -> impl Iterator<Item = Exit> {
    tree.nodes.iter().filter_map(|node| if let Verb::Exit(exit) = node.verb { Some(exit) } else { None })
}
