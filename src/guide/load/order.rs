//! The order of a tree's nodes, and whether it is sound as a whole.

use super::resolve::GuideIndex;
use crate::guide::{
    Report,
    model::{Node, Outcome, Tree, Verb},
    raw::RawWord,
};

/// The option that leads to a `wait`.
const NOT_YET: &str = "not-yet";

/// Puts the nodes into the order in which a reader meets them, and reports what is not a sound tree.
pub(super) fn order(
    start: usize,
    ids: &[RawWord],
    mut verbs: Vec<Verb>,
    names: &GuideIndex,
    file: &str,
    report: &mut Report,
) -> Option<Tree> {
    let before = report.0.len();
    let mut after = Vec::new();
    let mut state = vec![Visit::Never; verbs.len()];
    visit(start, &verbs, &mut state, &mut after, &mut |node| {
        report.add("circle", file, ids[node].span(), [("name", ids[node].get_ref())]);
    });
    for (id, _) in ids.iter().zip(&state).filter(|(_, state)| **state == Visit::Never) {
        report.add("unreachable-node", file, id.span(), [("name", id.get_ref())]);
    }
    check_waits(start, ids, &verbs, names, file, report);
    if report.0.len() > before {
        return None;
    }
    after.reverse();
    let mut to = vec![0; verbs.len()];
    after.iter().enumerate().for_each(|(new, old)| to[*old] = new);
    verbs.iter_mut().for_each(|verb| verb.redirect(&to));
    let mut nodes: Vec<Option<Verb>> = verbs.into_iter().map(Some).collect();
    let nodes =
        after.iter().filter_map(|old| Some(Node { id: ids[*old].get_ref().clone(), verb: nodes[*old].take()? }));
    Some(Tree { start: to[start], nodes: nodes.collect() })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Never,
    Open,
    Done,
}

/// Depth first, last exit first, so that the reversed order of leaving has callers before callees and exits in order.
///
/// It keeps its own stack: a hostile chain of nodes is longer than the thread's.
fn visit(start: usize, verbs: &[Verb], state: &mut [Visit], after: &mut Vec<usize>, circle: &mut impl FnMut(usize)) {
    state[start] = Visit::Open;
    let mut open = vec![(start, verbs[start].next())];
    while let Some((at, ahead)) = open.last_mut() {
        let at = *at;
        match ahead.pop() {
            Some(next) if state[next] == Visit::Never => {
                state[next] = Visit::Open;
                open.push((next, verbs[next].next()));
            }
            Some(next) if state[next] == Visit::Open => circle(next),
            Some(_) => {}
            None => {
                state[at] = Visit::Done;
                after.push(at);
                open.pop();
            }
        }
    }
}

/// A `wait` is where a fresh question was answered "not yet", so that a new answer there continues.
fn check_waits(start: usize, ids: &[RawWord], verbs: &[Verb], names: &GuideIndex, file: &str, report: &mut Report) {
    let waits = |node: usize| matches!(verbs[node], Verb::End(Outcome::Wait(_)));
    let mut not_yet = vec![None; names.questions.len()];
    for (at, options, _) in names.questions.values() {
        not_yet[*at] = options.iter().position(|option| option == NOT_YET);
    }
    let mut unsound = vec![false; verbs.len()];
    unsound[start] = waits(start);
    for verb in verbs {
        let allowed = |way: usize| match verb {
            Verb::Ask { question, fresh: true, exits, .. } => {
                way < exits.len() && not_yet[question.index()] == Some(way)
            }
            _ => false,
        };
        for (way, node) in verb.next().into_iter().enumerate().filter(|(_, node)| waits(*node)) {
            unsound[node] |= !allowed(way);
        }
    }
    for (id, _) in ids.iter().zip(unsound).filter(|(_, unsound)| *unsound) {
        report.add("wait-not-fresh", file, id.span(), [("name", id.get_ref()), ("option", NOT_YET)]);
    }
}
