//! What an export tells beside the checklist itself, whatever its format.

use crate::{
    case::{
        Mark,
        checklist::Checklist,
        reachable,
        trail::{Entry, Head, Trail},
    },
    guide::{Guide, Id, Origin, Outcome, Problem, Source, Variable},
};

/// The id of a mark's word, and the reason that it gives; empty where it needs none.
pub(super) fn mark(mark: &Mark) -> (&'static str, &str) {
    match mark {
        Mark::Done => ("mark-done", ""),
        Mark::Failed(reason) => ("mark-failed", reason),
        Mark::Skipped(reason) => ("mark-skipped", reason),
    }
}

/// Something of the guide that a trail rests on.
pub(super) struct Basis<'a> {
    /// `problem`, `cause` or `remedy`.
    pub kind: &'static str,
    /// Its id.
    pub id: &'a str,
    /// Where it comes from.
    pub origin: &'a Origin,
}

/// What the trail rests on, each once, in its order.
pub(super) fn bases<'a>(guide: &'a Guide, problem: Id<Problem>, trail: &Trail) -> Vec<Basis<'a>> {
    let problem = &guide[problem];
    let mut bases = vec![Basis { kind: "problem", id: &problem.id, origin: &problem.origin }];
    for entry in &trail.entries {
        let (kind, id, origin) = match entry {
            Entry::Entered(cause) => ("cause", guide[*cause].id.as_str(), &guide[*cause].origin),
            Entry::Remedy(place) => ("remedy", guide[place.remedy].id.as_str(), &guide[place.remedy].origin),
            Entry::Asked(..) | Entry::Left { .. } => continue,
        };
        if !bases.iter().any(|basis| basis.kind == kind && basis.id == id) {
            bases.push(Basis { kind, id, origin });
        }
    }
    bases
}

/// The documents that they come from, that of the problem first, each once.
pub(super) fn documents<'a>(guide: &'a Guide, bases: &[Basis<'a>]) -> Vec<&'a Source> {
    let mut documents: Vec<&Source> = Vec::new();
    for source in bases.iter().map(|basis| &guide[basis.origin.source]) {
        if !documents.iter().any(|known| known.url == source.url) {
            documents.push(source);
        }
    }
    documents
}

/// The variables that the steps and the end of a trail name, each once, in the guide's order.
pub(super) fn needed(guide: &Guide, trail: &Trail, checklist: &Checklist) -> Vec<Id<Variable>> {
    let mut needed = Vec::new();
    for group in &checklist.groups {
        for item in &group.items {
            let step = group.step(guide, item);
            needed.extend(reachable::variables_of_step(guide, step, &group.with));
        }
    }
    match &trail.head {
        Head::Open(ask) => {
            for check in &guide[ask.question].checks {
                needed.extend(reachable::variables_of_check(guide, check, &ask.with));
            }
        }
        Head::Ended { outcome: Outcome::Escalate(to), .. } => needed.extend(&guide[*to].ids),
        Head::Ended { .. } => {}
    }
    needed.sort_unstable();
    needed.dedup();
    needed
}
