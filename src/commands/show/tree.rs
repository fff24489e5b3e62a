//! A tree as numbered nodes: what happens at each, and where each exit leads.

use crate::{
    case::trail::{Answer, Owner},
    guide::{Id, Outcome, Problem, Tree, Unsure, Variable, Verb},
    l10n::{GuideText, args},
    text::page::TextPage,
};

/// Where a node's exits stand.
const EXITS: usize = 5;

pub(super) fn write(page: &mut TextPage, text: &GuideText<'_>, tree: &Tree, owner: Owner) {
    for (at, node) in tree.nodes.iter().enumerate() {
        let lead = format!("{:>2}. ", at + 1);
        let exit = |page: &mut TextPage, name: &str, to: usize| {
            page.prose(EXITS, &[name, " -> ", &(to + 1).to_string()].concat())
        };
        let say = |id: &str, what: String| text.words.say_with(id, &args!("what" => what));
        match &node.verb {
            Verb::Ask { question, fresh, exits, unsure } => {
                let title = text.title(&text.guide[*question]);
                page.hanging(0, &lead, &say(if *fresh { "show-ask-anew" } else { "show-ask" }, title));
                for (option, to) in exits.iter().enumerate() {
                    exit(page, &text.answer(*question, Answer::Option(option)), *to);
                }
                match unsure {
                    Some(Unsure::Node(to)) => exit(page, &text.answer(*question, Answer::Unsure), *to),
                    Some(Unsure::As(option)) => {
                        let option_words = text.answer(*question, Answer::Option(*option));
                        let args = args!("unsure" => text.answer(*question, Answer::Unsure), "option" => option_words);
                        exit(page, &text.words.say_with("show-as-if", &args), exits[*option]);
                    }
                    None => {}
                }
            }
            Verb::Do { remedy, next } => {
                page.hanging(0, &lead, &say("show-do", text.title(&text.guide[*remedy])));
                exit(page, &text.words.say("show-then"), *next);
            }
            Verb::Walk { cause, with, exits } => {
                let id = if text.guide[*cause].routine { "show-routine" } else { "show-walk" };
                page.hanging(0, &lead, &say(id, text.title(&text.guide[*cause])));
                for (name, value) in with {
                    let title = |id: Id<Variable>| text.title(&text.guide[id]);
                    let args = args!("name" => title(*name), "value" => title(*value));
                    page.prose(EXITS, &text.words.say_with("show-renamed", &args));
                }
                for (name, to) in exits {
                    exit(page, &text.words.say(&format!("exit-{}", name.name())), *to);
                }
            }
            Verb::Exit(name) => {
                page.hanging(0, &lead, &say("show-exit", text.words.say(&format!("exit-{}", name.name()))));
            }
            Verb::End(outcome) => {
                page.hanging(0, &lead, &say("show-end", title(text, outcome)));
                let general = || text.words.outcome_means(outcome);
                if let Some(means) = text.ending(owner, &node.id).or_else(general) {
                    page.prose(EXITS, &means);
                }
            }
        }
    }
}

fn title(text: &GuideText<'_>, outcome: &Outcome) -> String {
    let title = text.words.outcome(outcome);
    match outcome {
        Outcome::Escalate(to) => format!("{title}: {}", text.title(&text.guide[*to])),
        Outcome::See(Some(problem)) => {
            format!("{title}: {} ({})", text.title_of::<Problem>(&problem.id), problem.codes.join(", "))
        }
        Outcome::Resolved | Outcome::Wait(_) | Outcome::See(None) => title,
    }
}
