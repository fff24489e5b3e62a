//! Node tables to trees: every exit leads somewhere, every node is reachable, nothing turns in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    order::order,
    resolve::{self, GuideIndex},
};
use crate::guide::{
    Report,
    model::{Cause, Exit, Id, Outcome, ProblemRef, Renames, Tree, Unsure, Verb, exits},
    raw::{Go, RawNode, RawWord},
};

/// Whose tree: a problem ends in outcomes, a cause in exits as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TreeKind {
    Problem,
    Cause,
}

/// What can be checked only when every tree is there.
#[derive(Default)]
pub(super) struct Forest {
    walks: Vec<Walk>,
}

struct Walk {
    file: String,
    place: RawWord,
    cause: Id<Cause>,
    exits: BTreeSet<Exit>,
}

struct TreeBuilder<'a> {
    owner: TreeKind,
    nodes: Vec<(RawWord, Option<RawNode>)>,
    names: &'a GuideIndex,
    file: &'a str,
    report: &'a mut Report,
    walks: &'a mut Vec<Walk>,
}

impl Forest {
    /// Makes a tree of a node table; `None` after a defect was reported.
    pub(super) fn plant(
        &mut self,
        owner: TreeKind,
        start: RawWord,
        nodes: BTreeMap<RawWord, RawNode>,
        names: &GuideIndex,
        file: &str,
        report: &mut Report,
    ) -> Option<Tree> {
        let before = report.0.len();
        let nodes = nodes.into_iter().map(|(id, node)| (id, Some(node))).collect();
        let mut planter = TreeBuilder { owner, nodes, names, file, report, walks: &mut self.walks };
        let start = planter.node(&start);
        let verbs = (0..planter.nodes.len()).map(|at| planter.verb(at)).collect::<Vec<_>>();
        let ids = planter.nodes.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        if report.0.len() > before {
            return None;
        }
        let verbs = verbs.into_iter().collect::<Option<Vec<_>>>()?;
        order(start?, &ids, verbs, names, file, report)
    }

    /// Every `walk` names exactly the exits that its cause can reach, and no cause walks itself.
    ///
    /// `causes` has every cause by its file and name, in the order of their ids, and no tree where that has defects of
    /// its own.
    pub(super) fn check_walks(&self, causes: &[(&str, &str, Option<&Tree>)], report: &mut Report) {
        for walk in &self.walks {
            let (_, name, Some(tree)) = causes[walk.cause.index()] else { continue };
            let reached: BTreeSet<Exit> = exits(tree).collect();
            for exit in reached.difference(&walk.exits) {
                report.add("missing-exit", &walk.file, walk.place.span(), [("name", exit.name()), ("of", name)]);
            }
            for exit in walk.exits.difference(&reached) {
                report.add("unreachable-exit", &walk.file, walk.place.span(), [("name", exit.name()), ("of", name)]);
            }
        }
        for (at, (file, name, _)) in causes.iter().enumerate() {
            if walks_itself(Id::new(at), causes) {
                report.add("cause-circle", file, None, [("name", name)]);
            }
        }
    }
}

fn walked(tree: &Tree) -> impl Iterator<Item = Id<Cause>> {
    tree.nodes.iter().filter_map(|node| if let Verb::Walk { cause, .. } = node.verb { Some(cause) } else { None })
}

fn walks_itself(goal: Id<Cause>, causes: &[(&str, &str, Option<&Tree>)]) -> bool {
    let mut seen = BTreeSet::new();
    let mut ahead = vec![goal];
    while let Some(at) = ahead.pop() {
        let next = causes[at.index()].2.into_iter().flat_map(walked);
        ahead.extend(next.filter(|cause| seen.insert(*cause)));
    }
    seen.contains(&goal)
}

impl TreeBuilder<'_> {
    fn node(&mut self, name: &RawWord) -> Option<usize> {
        // The table is sorted by name, and a hostile one is long.
        let at = self.nodes.binary_search_by(|(id, _)| id.get_ref().cmp(name.get_ref())).ok();
        if at.is_none() {
            let known = self.nodes.iter().map(|(id, _)| id.get_ref());
            resolve::unknown("unknown-node", name.get_ref(), name, known, self.file, self.report);
        }
        at
    }

    fn verb(&mut self, at: usize) -> Option<Verb> {
        let raw = self.nodes[at].1.take()?;
        let id = self.nodes[at].0.clone();
        let verbs = [raw.ask.is_some(), raw.r#do.is_some(), raw.walk.is_some(), raw.end.is_some()];
        if verbs.iter().filter(|set| **set).count() != 1 {
            self.report.add("not-one-verb", self.file, id.span(), [("name", id.get_ref())]);
            return None;
        }
        let ends_in = |end: &str| raw.end.as_ref().is_some_and(|word| word.get_ref() == end);
        for (key, stray) in [
            ("fresh", raw.fresh && raw.ask.is_none()),
            ("with", !raw.with.is_empty() && raw.walk.is_none()),
            ("for", raw.r#for.is_some() && !ends_in("wait")),
            ("to", raw.to.is_some() && !ends_in("escalate")),
            ("problem", raw.problem.is_some() && !ends_in("see")),
            ("go", raw.go.is_some() && raw.end.is_some()),
        ] {
            if stray {
                self.report.add("stray-key", self.file, id.span(), [("name", id.get_ref()), ("key", key)]);
            }
        }
        match raw {
            RawNode { ask: Some(question), fresh, go, .. } => self.ask(&id, question, fresh, go),
            RawNode { r#do: Some(remedy), go, .. } => {
                let next = match go.map(|go| (go.span(), go.into_inner())) {
                    Some((span, Go::One(next))) => self.node(&RawWord::new(span, next)),
                    _ => self.bad_go(&id),
                };
                let remedy = resolve::one(&remedy, &self.names.remedies, "unknown-remedy", self.file, self.report)?;
                Some(Verb::Do { remedy, next: next? })
            }
            RawNode { walk: Some(cause), with, go, .. } => self.walk(&id, cause, with, go),
            RawNode { end: Some(end), r#for, to, problem, .. } => self.end(&id, &end, r#for, to, problem),
            _ => None,
        }
    }

    fn ask(&mut self, id: &RawWord, question: RawWord, fresh: bool, go: Option<toml::Spanned<Go>>) -> Option<Verb> {
        let Some((at, options, state)) = self.names.questions.get(question.get_ref()) else {
            let known = self.names.questions.keys();
            resolve::unknown("unknown-question", question.get_ref(), &question, known, self.file, self.report);
            return None;
        };
        let Some(Go::Many(go)) = go.map(toml::Spanned::into_inner) else { return self.bad_go(id) };
        let missing = options.iter().map(String::as_str).chain(state.then_some("unsure"));
        for option in missing.filter(|option| !go.contains_key(*option)) {
            self.report.add("missing-exit", self.file, id.span(), [("name", option), ("of", question.get_ref())]);
        }
        let mut exits = vec![None; options.len()];
        let mut unsure = None;
        for (option, target) in go {
            if option.get_ref() == "unsure" && *state {
                unsure = self.unsure(&target, question.get_ref(), options);
            } else if let Some(at) = options.iter().position(|name| name == option.get_ref()) {
                exits[at] = self.node(&target);
            } else {
                resolve::unknown_option(&option, question.get_ref(), options, self.file, self.report);
            }
        }
        let exits = exits.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Verb::Ask { question: Id::new(*at), fresh, exits, unsure })
    }

    fn unsure(&mut self, target: &RawWord, question: &str, options: &[String]) -> Option<Unsure> {
        let Some(option) = target.get_ref().strip_prefix("as:") else {
            return self.node(target).map(Unsure::Node);
        };
        let at = options.iter().position(|name| name == option);
        if at.is_none() {
            resolve::unknown_option(
                &RawWord::new(target.span(), option.to_owned()),
                question,
                options,
                self.file,
                self.report,
            );
        }
        at.map(Unsure::As)
    }

    fn walk(
        &mut self,
        id: &RawWord,
        cause: RawWord,
        with: BTreeMap<RawWord, RawWord>,
        go: Option<toml::Spanned<Go>>,
    ) -> Option<Verb> {
        let mut exits = Vec::new();
        match go.map(toml::Spanned::into_inner) {
            Some(Go::One(_)) => return self.bad_go(id),
            Some(Go::Many(go)) => {
                for (name, target) in go {
                    let exit = [Exit::Resolved, Exit::Unresolved, Exit::RuledOut]
                        .into_iter()
                        .find(|exit| exit.name() == name.get_ref());
                    let node = self.node(&target);
                    match exit {
                        Some(exit) => exits.extend(node.map(|node| (exit, node))),
                        None => self.report.add("unknown-exit", self.file, name.span(), [("name", name.get_ref())]),
                    }
                }
            }
            None => {}
        }
        let mut renames = Renames::new();
        for (name, value) in with {
            let mut variable =
                |word| resolve::one(word, &self.names.variables, "unknown-variable", self.file, self.report);
            renames.extend(variable(&name).zip(variable(&value)));
        }
        let place = cause;
        let cause = resolve::one(&place, &self.names.causes, "unknown-cause", self.file, self.report)?;
        let named = exits.iter().map(|(exit, _)| *exit).collect();
        self.walks.push(Walk { file: self.file.to_owned(), place, cause, exits: named });
        Some(Verb::Walk { cause, with: renames, exits })
    }

    fn end(
        &mut self,
        id: &RawWord,
        end: &RawWord,
        wait: Option<RawWord>,
        to: Option<RawWord>,
        problem: Option<RawWord>,
    ) -> Option<Verb> {
        let cause = self.owner == TreeKind::Cause;
        Some(match (end.get_ref().as_str(), wait, to) {
            ("resolved", ..) if cause => Verb::Exit(Exit::Resolved),
            ("unresolved", ..) if cause => Verb::Exit(Exit::Unresolved),
            ("ruled-out", ..) if cause => Verb::Exit(Exit::RuledOut),
            ("resolved", ..) => Verb::End(Outcome::Resolved),
            ("wait", Some(wait), _) => match minutes(wait.get_ref()) {
                Some(minutes) => Verb::End(Outcome::Wait(minutes)),
                None => {
                    self.report.add("bad-time", self.file, wait.span(), [("name", wait.get_ref())]);
                    return None;
                }
            },
            ("escalate", _, Some(to)) => {
                let to = resolve::one(&to, &self.names.handovers, "unknown-handover", self.file, self.report)?;
                Verb::End(Outcome::Escalate(to))
            }
            ("see", ..) => Verb::End(Outcome::See(match problem {
                Some(problem) => Some(self.problem(problem)?),
                None => None,
            })),
            _ => {
                self.report.add("bad-end", self.file, id.span(), [("name", end.get_ref())]);
                return None;
            }
        })
    }

    fn problem(&mut self, name: RawWord) -> Option<ProblemRef> {
        let Some(codes) = self.names.problems.get(name.get_ref()) else {
            let known = self.names.problems.keys();
            resolve::unknown("unknown-problem", name.get_ref(), &name, known, self.file, self.report);
            return None;
        };
        Some(ProblemRef { id: name.into_inner(), codes: codes.clone() })
    }

    fn bad_go<T>(&mut self, id: &RawWord) -> Option<T> {
        self.report.add("bad-go", self.file, id.span(), [("name", id.get_ref())]);
        None
    }
}

/// `30m`, `4h` or `2d` in minutes.
fn minutes(text: &str) -> Option<u32> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "m" => 1,
        "h" => 60,
        "d" => 24 * 60,
        _ => return None,
    };
    number.parse::<u32>().ok()?.checked_mul(unit)
}
