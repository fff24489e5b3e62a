//! What a place of a tree still leads to, which says what of the way so far matters there.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use crate::guide::{Cause, Guide, Id, Question, Remedy, Step, Tree, Verb};

/// The questions and the causes that can still matter.
#[derive(Debug, Clone, Default)]
pub(super) struct Ahead {
    pub questions: BTreeSet<Id<Question>>,
    pub causes: BTreeSet<Id<Cause>>,
}

impl Ahead {
    pub(super) fn join(&mut self, other: &Ahead) {
        self.questions.extend(&other.questions);
        self.causes.extend(&other.causes);
    }
}

/// What lies ahead, by tree; each is looked through once.
#[derive(Default)]
pub(super) struct AheadByTree {
    of_causes: BTreeMap<Id<Cause>, Rc<Vec<Ahead>>>,
}

impl AheadByTree {
    /// What lies ahead of each node of a cause's tree.
    pub(super) fn of_cause(&mut self, guide: &Guide, cause: Id<Cause>) -> Rc<Vec<Ahead>> {
        if let Some(known) = self.of_causes.get(&cause) {
            return Rc::clone(known);
        }
        let ahead = Rc::new(self.of_tree(guide, &guide[cause].tree));
        self.of_causes.insert(cause, Rc::clone(&ahead));
        ahead
    }

    /// What lies ahead of each node of a tree, itself included.
    pub(super) fn of_tree(&mut self, guide: &Guide, tree: &Tree) -> Vec<Ahead> {
        let mut all: Vec<Ahead> = vec![Ahead::default(); tree.nodes.len()];
        // The nodes stand in the order in which a trail meets them, so those behind are known already.
        for (at, node) in tree.nodes.iter().enumerate().rev() {
            let mut ahead = Ahead::default();
            match &node.verb {
                Verb::Ask { question, .. } => drop(ahead.questions.insert(*question)),
                Verb::Do { remedy, .. } => ahead.questions.extend(conditions(guide, *remedy)),
                Verb::Walk { cause, .. } => {
                    let walked = self.of_cause(guide, *cause);
                    ahead.join(&walked[guide[*cause].tree.start]);
                    ahead.causes.insert(*cause);
                }
                Verb::Exit(_) | Verb::End(_) => {}
            }
            node.verb.next().into_iter().for_each(|next| ahead.join(&all[next]));
            all[at] = ahead;
        }
        all
    }
}

/// The questions that the conditions of a remedy name.
pub(super) fn conditions(guide: &Guide, remedy: Id<Remedy>) -> impl Iterator<Item = Id<Question>> {
    let of_step = |step: &Step| {
        let commands = step.commands.iter().flat_map(|command| &command.when);
        step.when.iter().chain(commands).map(|(question, _)| *question).collect::<Vec<_>>()
    };
    guide[remedy].steps.iter().flat_map(of_step)
}
