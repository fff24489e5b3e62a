//! `graph`: the tree of a problem as a drawing, with every cause that it walks drawn once beside it.

mod dot;
mod mermaid;

use super::{Reply, TaskContext, cli::GraphFormat};
use crate::{
    case::trail::Answer,
    error::Error,
    guide::{
        Id, Outcome, Problem, Tree, Verb,
        graph::{self, Way},
    },
    l10n::GuideText,
    text::{markdown::plain, sanitise::visible_line},
};

/// What is drawn, in whatever language.
struct Drawing {
    /// The problem's tree, then its causes'.
    clusters: Vec<Cluster>,
    arrows: Vec<Arrow>,
}

/// A tree in a frame.
struct Cluster {
    title: String,
    /// By the place of the node in its tree.
    nodes: Vec<(NodeShape, String)>,
}

#[derive(Clone, Copy)]
enum NodeShape {
    Question,
    Remedy,
    Cause,
    End,
}

/// A cluster and a node in it.
type NodeAt = (usize, usize);

/// From one place to another; without a label where there is only one way.
struct Arrow {
    from: NodeAt,
    to: NodeAt,
    label: String,
    /// From a walk into the cause's own frame, rather than on.
    inward: bool,
}

pub(super) fn run(context: &TaskContext<'_>, code: &str, format: GraphFormat) -> Result<Reply, Error> {
    let opened = context.open(code)?;
    let drawing = Drawing::of(&opened.text(&context.words), opened.open.problem);
    let data = match format {
        GraphFormat::Mermaid => mermaid::write(&drawing),
        GraphFormat::Dot => dot::write(&drawing),
    };
    Ok(Reply { data, ..Reply::default() })
}

impl Drawing {
    fn of(text: &GuideText<'_>, problem: Id<Problem>) -> Self {
        let guide = text.guide;
        let causes = graph::causes(guide, problem);
        let own = (text.title(&guide[problem]), &guide[problem].tree);
        let walked = causes.iter().map(|cause| (text.title(&guide[*cause]), &guide[*cause].tree));
        let mut drawing = Drawing { clusters: Vec::new(), arrows: Vec::new() };
        for (title, tree) in std::iter::once(own).chain(walked) {
            let at = drawing.clusters.len();
            drawing.arrows(at, tree, text);
            for (node, place) in tree.nodes.iter().zip(0..) {
                if let Verb::Walk { cause, .. } = &node.verb {
                    let inside = causes.iter().position(|known| known == cause).map_or(0, |cause| cause + 1);
                    let to = (inside, guide[*cause].tree.start);
                    drawing.arrows.push(Arrow { from: (at, place), to, label: String::new(), inward: true });
                }
            }
            let nodes = tree.nodes.iter().map(|node| describe(&node.verb, text)).collect();
            drawing.clusters.push(Cluster { title: harmless(&title), nodes });
        }
        drawing
    }

    /// The ways of a tree; those from one node to the same next one are one arrow.
    fn arrows(&mut self, cluster: usize, tree: &Tree, text: &GuideText<'_>) {
        for (at, node) in tree.nodes.iter().enumerate() {
            let first = self.arrows.len();
            for (way, next) in graph::ways(&node.verb) {
                let (label, to) = (describe_way(way, &node.verb, text), (cluster, next));
                match self.arrows[first..].iter_mut().find(|arrow| arrow.to == to) {
                    Some(arrow) => arrow.label = format!("{} / {label}", arrow.label),
                    None => self.arrows.push(Arrow { from: (cluster, at), to, label, inward: false }),
                }
            }
        }
    }
}

fn describe(verb: &Verb, text: &GuideText<'_>) -> (NodeShape, String) {
    let (guide, words) = (text.guide, text.words);
    let (shape, label) = match verb {
        Verb::Ask { question, .. } => (NodeShape::Question, text.title(&guide[*question])),
        Verb::Do { remedy, .. } => (NodeShape::Remedy, text.title(&guide[*remedy])),
        Verb::Walk { cause, .. } => (NodeShape::Cause, text.title(&guide[*cause])),
        Verb::Exit(exit) => (NodeShape::End, words.say(&format!("exit-{}", exit.name()))),
        Verb::End(Outcome::Escalate(to)) => (NodeShape::End, text.title(&guide[*to])),
        Verb::End(Outcome::See(Some(problem))) => (NodeShape::End, text.title_of::<Problem>(&problem.id)),
        Verb::End(outcome) => (NodeShape::End, words.outcome(outcome)),
    };
    (shape, harmless(&label))
}

fn describe_way(way: Way, verb: &Verb, text: &GuideText<'_>) -> String {
    let answer = |answer| match verb {
        Verb::Ask { question, .. } => text.answer(*question, answer),
        _ => String::new(),
    };
    harmless(&match way {
        Way::Option(option) => answer(Answer::Option(option)),
        Way::Unsure => answer(Answer::Unsure),
        Way::Exit(exit) => text.words.say(&format!("exit-{}", exit.name())),
        Way::Done => String::new(),
    })
}

fn harmless(markdown: &str) -> String {
    visible_line(&plain(markdown))
}
