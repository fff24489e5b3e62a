//! The trees of the built-in guides: every trail ends, none repeats itself, and what the document demands holds.

mod expected;
mod follow;
mod plans;
mod random_trails;
mod steps;

use std::collections::BTreeSet;

use backup_medic::{
    case::{Case, trail::Owner},
    data::builtin,
    guide::{self, Cause, Exit, Guide, Id, Problem, Tree, Verb},
};

/// Each tree is a handful of nodes: more steps than this and it turns in a circle.
const LONGEST: usize = 60;

/// All guides as one.
pub(crate) fn built_in() -> Guide {
    let files = builtin::embedded();
    let catalog = guide::Catalog::read(&files).expect("the built-in guides are sound");
    let ids: Vec<&str> = catalog.guides.iter().map(String::as_str).collect();
    guide::load_together(&files, &ids).expect("the built-in guides are sound together")
}

/// The end of every trail of one tree, nested causes as boxes with their exits.
fn ends(tree: &Tree) -> Vec<&Verb> {
    let (mut ends, mut open) = (Vec::new(), vec![(tree.start, 0)]);
    while let Some((at, length)) = open.pop() {
        assert!(length < LONGEST, "node {} lies on a circle", tree.nodes[at].id);
        match &tree.nodes[at].verb {
            end @ (Verb::Exit(_) | Verb::End(_)) => ends.push(end),
            // A cause without exits ends the trail itself; that it has none is checked with all callers below.
            end @ Verb::Walk { exits, .. } if exits.is_empty() => ends.push(end),
            verb => {
                let next = verb.next();
                assert!(!next.is_empty(), "node {} leads nowhere", tree.nodes[at].id);
                open.extend(next.into_iter().map(|next| (next, length + 1)));
            }
        }
    }
    ends
}

fn exits(ends: &[&Verb]) -> BTreeSet<Exit> {
    ends.iter().filter_map(|end| if let Verb::Exit(exit) = end { Some(*exit) } else { None }).collect()
}

#[test]
fn every_trail_inside_a_problem_ends_in_an_outcome() {
    let guide = built_in();
    for problem in &guide.problems {
        let ends = ends(&problem.tree);
        assert!(!ends.is_empty(), "{} has no trail", problem.id);
        assert_eq!(exits(&ends), BTreeSet::new(), "{} hands back to nobody", problem.id);
    }
}

#[test]
fn every_trail_inside_a_cause_ends_in_an_exit_that_all_its_callers_take_or_in_an_outcome() {
    let guide = built_in();
    let reached: Vec<_> = guide.causes.iter().map(|cause| exits(&ends(&cause.tree))).collect();
    let problems = guide.problems.iter().map(|problem| (&problem.id, &problem.tree));
    let callers = problems.chain(guide.causes.iter().map(|cause| (&cause.id, &cause.tree)));
    let mut walks = 0;
    for (caller, node) in callers.flat_map(|(caller, tree)| tree.nodes.iter().map(move |node| (caller, node))) {
        if let Verb::Walk { cause, exits, .. } = &node.verb {
            let taken: BTreeSet<Exit> = exits.iter().map(|(exit, _)| *exit).collect();
            assert_eq!(taken, reached[cause.index()], "{caller}/{} walks {}", node.id, guide[*cause].id);
            walks += 1;
        }
    }
    assert!(walks >= guide.causes.len(), "every cause has a caller");
}

fn problem(guide: &Guide, name: &str) -> Id<Problem> {
    guide.find(name).unwrap_or_else(|| panic!("no problem {name}"))
}

/// A case of a problem with these answers, each `KEY=OPTION`.
fn answered(guide: &Guide, name: &str, answers: &str) -> Case {
    let mut case = Case::new(guide, problem(guide, name), name);
    case.answers.extend(answers.split_whitespace().map(|pair| {
        let (key, option) = pair.split_once('=').expect("KEY=OPTION");
        (key.to_owned(), option.to_owned())
    }));
    case
}

fn tree(guide: &Guide, owner: Owner) -> (&str, &Tree) {
    match owner {
        Owner::Problem(id) => (&guide[id].id, &guide[id].tree),
        Owner::Cause(id) => (&guide[id].id, &guide[id].tree),
    }
}

fn owners(guide: &Guide) -> impl Iterator<Item = Owner> + use<'_> {
    let problems = guide.ids::<Problem>().map(Owner::Problem);
    problems.chain(guide.ids::<Cause>().map(Owner::Cause))
}
