//! Where a trail ended: what that means, what was done, and what to hand over.

use crate::{
    app::{Model, Session},
    case::{
        standing::Standing,
        trail::{Entry, Head},
    },
    guide::{Exit, Handover, Id, Outcome, Problem},
    l10n::{GuideText, args},
    text::markdown,
};

/// The end in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeView {
    /// How it ended.
    pub title: String,
    /// Whether the backup works again.
    pub is_resolved: bool,
    /// What that means, and why this problem ends so.
    pub means: Vec<String>,
    /// What Enter does.
    pub next: String,
    /// What whoever takes over needs.
    pub hand_over: Option<HandoverView>,
    /// The problem that it turned out to be.
    pub leads_to: Option<String>,
    /// A title, and what was done on the way.
    pub done: Option<(String, Vec<DoneView>)>,
}

/// What to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverView {
    /// Who takes over.
    pub title: String,
    /// Why they do.
    pub why: Option<String>,
    /// What they need, a sentence each.
    pub to_send: Vec<String>,
    /// The name and the value of what they ask for first.
    pub values: Vec<(String, String)>,
    /// A title, and the paths of the logs that they need.
    pub logs: Option<(String, Vec<String>)>,
}

/// Something that was done on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoneView {
    /// A cause was looked into.
    Cause {
        /// Its name.
        title: String,
        /// How it was left.
        exit: String,
        /// Whether it was the cause.
        is_resolved: bool,
    },
    /// A remedy was tried.
    Remedy {
        /// Its name.
        title: String,
        /// How many of its steps are marked.
        progress: String,
    },
}

impl OutcomeView {
    /// The end that a Model shows; `None` where a question or a remedy is in view.
    pub fn of(model: &Model) -> Option<Self> {
        let session = model.session()?;
        let Head::Ended { outcome, node, owner } = &session.open.trail.head else { return None };
        if session.question().is_some() || session.group().is_some() {
            return None;
        }
        let text = GuideText::new(model.words(), &session.open.guide, &session.open.case);
        let is_due = matches!(model.standing(), Some(Standing::Due(_)));
        // Who has waited long enough only has to answer again.
        let means = text.words.outcome_means(outcome).filter(|_| !is_due);
        let next = match outcome {
            Outcome::Resolved if session.life.closed => text.words.say("outcome-next-closed"),
            Outcome::Wait(_) if is_due => text.words.say("outcome-next-due"),
            outcome => text.words.outcome_next(outcome),
        };
        let (hand_over, leads_to) = match outcome {
            Outcome::Escalate(to) => (Some(HandoverView::of(session, &text, *to)), None),
            Outcome::See(Some(problem)) => (None, Some(text.title_of::<Problem>(&problem.id))),
            _ => (None, None),
        };
        let done = done(session, &text);
        Some(OutcomeView {
            title: model.outcome_title(),
            is_resolved: *outcome == Outcome::Resolved,
            means: means.into_iter().chain(text.ending(*owner, node)).collect(),
            next,
            hand_over,
            leads_to,
            // A title without anything below it says nothing.
            done: (!done.is_empty()).then(|| (text.words.say("outcome-done"), done)),
        })
    }
}

impl HandoverView {
    fn of(session: &Session, text: &GuideText<'_>, to: Id<Handover>) -> Self {
        let guide = &session.open.guide;
        let handover = &guide[to];
        let value = |id| (text.title(&guide[id]), markdown::code(&text.value(id)));
        let logs: Vec<String> = session.logs(to).map(|log| log.path.clone()).collect();
        HandoverView {
            title: text.title(handover),
            why: text.part(handover, "why"),
            to_send: text.to_send(to),
            values: handover.ids.iter().copied().map(value).collect(),
            logs: (!logs.is_empty()).then(|| (text.words.say("outcome-logs"), logs)),
        }
    }
}

/// Causes with their exits, and remedies with their progress; routines are neither.
fn done(session: &Session, text: &GuideText<'_>) -> Vec<DoneView> {
    let guide = &session.open.guide;
    let view = |(at, entry): (usize, &Entry)| match entry {
        Entry::Left { cause, exit, again: false } if !guide[*cause].routine => Some(DoneView::Cause {
            title: text.title(&guide[*cause]),
            exit: text.words.say(&format!("exit-{}", exit.name())),
            is_resolved: *exit == Exit::Resolved,
        }),
        Entry::Remedy(place) => {
            let progress = session.open.checklist.at(at)?.progress(guide);
            let counts = args!("done" => progress.marked, "all" => progress.steps);
            let progress = text.words.say_with("header-progress", &counts);
            Some(DoneView::Remedy { title: text.title(&guide[place.remedy]), progress })
        }
        _ => None,
    };
    session.open.trail.entries.iter().enumerate().filter_map(view).collect()
}
