//! Trees as drawings and as numbers.

use std::collections::{BTreeMap, BTreeSet};

use backup_medic::{
    commands::cli::{GraphFormat, Task},
    guide::{
        Guide, Tree, Verb,
        graph::{self, Way},
    },
};

use super::run;
use crate::trails::built_in;

#[test]
fn trails_are_counted_as_they_can_be_walked() {
    let guide = built_in();
    let trees = guide.problems.iter().map(|p| (&p.id, &p.tree)).chain(guide.causes.iter().map(|c| (&c.id, &c.tree)));
    for (id, tree) in trees {
        let walked = walk(&guide, tree, tree.start, &mut BTreeMap::new());
        assert_eq!(graph::trails(&guide, tree), walked, "{id}");
        assert!(walked > 0, "{id}");
    }
}

/// All trails from a node on, one after the other.
fn walk(guide: &Guide, tree: &Tree, at: usize, known: &mut BTreeMap<String, Way>) -> u64 {
    let verb = &tree.nodes[at].verb;
    let asked = match verb {
        Verb::Ask { question, fresh: false, .. } => Some(guide[*question].id.clone()),
        _ => None,
    };
    let told = asked.as_ref().and_then(|question| known.get(question).copied());
    let ends = match verb {
        Verb::Walk { cause, .. } => u64::from(ends_inside(guide, &guide[*cause].tree)),
        Verb::Exit(_) | Verb::End(_) => 1,
        _ => 0,
    };
    let mut trails = ends;
    for (way, next) in graph::ways(verb).into_iter().filter(|(way, _)| told.is_none_or(|told| told == *way)) {
        let mut known = known.clone();
        known.extend(asked.iter().map(|question| (question.clone(), way)));
        trails += walk(guide, tree, next, &mut known);
    }
    trails
}

fn ends_inside(guide: &Guide, tree: &Tree) -> bool {
    tree.nodes.iter().any(|node| match &node.verb {
        Verb::End(_) => true,
        Verb::Walk { cause, .. } => ends_inside(guide, &guide[*cause].tree),
        _ => false,
    })
}

#[test]
fn drawings_hold_every_tree_once_and_name_only_what_they_hold() {
    let guide = built_in();
    for (problem, id) in guide.problems.iter().zip(guide.ids()) {
        let trees = 1 + graph::causes(&guide, id).len();
        for format in [GraphFormat::Mermaid, GraphFormat::Dot] {
            for locale in ["en", "ru"] {
                let draw = || run(Task::Graph { code: problem.codes[0].clone(), format }, locale).expect("drawn").data;
                let drawing = draw();
                assert_eq!(drawing, draw(), "the same each time");
                assert_eq!(drawing.lines().filter(|line| line.starts_with("  subgraph ")).count(), trees, "{drawing}");
                let places = |line: &str| -> Vec<String> {
                    let place = |word: &str| {
                        let (tree, node) = word.strip_prefix('n')?.split_once('_')?;
                        (tree.parse::<usize>().is_ok() && node.parse::<usize>().is_ok()).then(|| word.to_owned())
                    };
                    line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter_map(place).collect()
                };
                let of = |prefix: &str| -> Vec<Vec<String>> {
                    let lines = drawing.lines().filter(|line| line.starts_with(prefix));
                    lines.map(places).collect()
                };
                let nodes: BTreeSet<String> = of("    n").into_iter().flatten().collect();
                for arrow in of("  n") {
                    assert!(arrow.len() == 2 && arrow.iter().all(|end| nodes.contains(end)), "{arrow:?}: {drawing}");
                }
                assert!(
                    !drawing.contains("{question-") && !drawing.contains("=\"\"") && !drawing.contains("[\"\"]"),
                    "{drawing}"
                );
            }
        }
    }
}
