//! Everything that a problem's tree can lead to, whatever is answered.

use crate::{
    case::trail::{self, Ask},
    guide::{
        Cause, Guide, Handover, Id, Label, Lookup, Outcome, Problem, Question, Remedy, Renames, Step, Tree, Variable,
        Verb, placeholder,
    },
};

/// What a problem can lead to, each thing once, in the order in which a reader meets it.
#[derive(Debug, Default)]
pub struct Reachable {
    /// Every question at every place where its answer is kept by itself.
    pub places: Vec<AskedAt>,
    /// The questions.
    pub questions: Vec<Id<Question>>,
    /// The causes, nested ones too.
    pub causes: Vec<Id<Cause>>,
    /// The remedies.
    pub remedies: Vec<Id<Remedy>>,
    /// Who may take over.
    pub handovers: Vec<Id<Handover>>,
    /// The variables that all of these name; renamed ones under their real name.
    pub variables: Vec<Id<Variable>>,
}

/// A question at a place where its answer is kept.
#[derive(Debug)]
pub struct AskedAt {
    /// The question, and the key of its answer.
    pub ask: Ask,
    /// The causes around it, the outermost first.
    pub causes: Vec<Id<Cause>>,
}

impl Reachable {
    /// What a problem can lead to.
    pub fn from_problem(guide: &Guide, problem: Id<Problem>) -> Self {
        let mut walk = ReachWalk {
            guide,
            reach: Reachable::default(),
            place: String::new(),
            causes: Vec::new(),
            asked: Vec::new(),
            done: Vec::new(),
        };
        walk.tree(&guide[problem].tree, &Renames::new());
        walk.reach.variables.sort_unstable();
        walk.reach.variables.dedup();
        walk.reach
    }
}

/// The variables that a way to find out names, seen through a walk's renames.
pub fn variables_of_check<'a>(
    guide: &'a Guide,
    check: &'a Lookup,
    with: &'a Renames,
) -> impl Iterator<Item = Id<Variable>> {
    named(guide, check.portal.iter(), check.run.iter(), with)
}

/// The variables that a step names, seen through a walk's renames.
pub fn variables_of_step<'a>(
    guide: &'a Guide,
    step: &'a Step,
    with: &'a Renames,
) -> impl Iterator<Item = Id<Variable>> {
    named(guide, step.clicks().flat_map(|(_, path)| path), step.commands.iter().map(|command| &command.run), with)
}

fn named<'a>(
    guide: &'a Guide,
    labels: impl Iterator<Item = &'a Label>,
    commands: impl Iterator<Item = &'a String>,
    with: &'a Renames,
) -> impl Iterator<Item = Id<Variable>> {
    let in_paths = labels.filter_map(|label| if let Label::Variable(id) = label { Some(*id) } else { None });
    let in_commands = commands.flat_map(|run| placeholder::names(run)).filter_map(|name| guide.find(name));
    in_paths.chain(in_commands).map(|id| with.iter().find(|(from, _)| *from == id).map_or(id, |(_, to)| *to))
}

struct ReachWalk<'a> {
    guide: &'a Guide,
    reach: Reachable,
    place: String,
    causes: Vec<Id<Cause>>,
    /// What was met with its renames: then its variables are known.
    asked: Vec<(Id<Question>, Renames)>,
    done: Vec<(Id<Remedy>, Renames)>,
}

impl ReachWalk<'_> {
    fn tree(&mut self, tree: &Tree, with: &Renames) {
        for node in &tree.nodes {
            let outside = self.place.len();
            self.place.push_str(&node.id);
            match &node.verb {
                Verb::Ask { question, fresh, .. } => self.ask(*question, *fresh, with),
                Verb::Do { remedy, .. } => {
                    if add(&mut self.done, (*remedy, with.clone())) {
                        let steps = &self.guide[*remedy].steps;
                        let variables = steps.iter().flat_map(|step| variables_of_step(self.guide, step, with));
                        self.reach.variables.extend(variables);
                        add(&mut self.reach.remedies, *remedy);
                    }
                }
                Verb::Walk { cause, with: inner, .. } => {
                    add(&mut self.reach.causes, *cause);
                    self.place.push('/');
                    self.causes.push(*cause);
                    self.tree(&self.guide[*cause].tree, &trail::nested(with, inner));
                    self.causes.pop();
                }
                Verb::End(Outcome::Escalate(to)) => {
                    self.reach.variables.extend(&self.guide[*to].ids);
                    add(&mut self.reach.handovers, *to);
                }
                Verb::Exit(_) | Verb::End(_) => {}
            }
            self.place.truncate(outside);
        }
    }

    fn ask(&mut self, question: Id<Question>, fresh: bool, with: &Renames) {
        if add(&mut self.asked, (question, with.clone())) {
            let checks = &self.guide[question].checks;
            let variables = checks.iter().flat_map(|check| variables_of_check(self.guide, check, with));
            self.reach.variables.extend(variables);
            add(&mut self.reach.questions, question);
        }
        let ask = Ask::at(self.guide, question, fresh, with, &self.place);
        if !self.reach.places.iter().any(|place| place.ask.key == ask.key) {
            self.reach.places.push(AskedAt { ask, causes: self.causes.clone() });
        }
    }
}

/// Whether the item was not there yet.
fn add<T: PartialEq>(list: &mut Vec<T>, item: T) -> bool {
    let is_new = !list.contains(&item);
    if is_new {
        list.push(item);
    }
    is_new
}
