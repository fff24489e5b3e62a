//! Steps: those of the remedy in view, or of the whole case.

use super::{CauseView, WaysView};
use crate::{
    app::{Model, Session},
    case::{
        Mark, NOTE,
        checklist::{Group, Item},
    },
    guide::{Id, Link, Remedy},
    l10n::{GuideText, Words},
};

/// A step of fewer minutes is told in the sum of its remedy alone.
const LONG: u32 = 5;

/// The remedy in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemedyView {
    /// How many of its steps are marked, and how long the others take.
    pub progress: String,
    /// The same as figures: how many are marked, and how many there are.
    pub amount: (usize, usize),
    /// Its name, and how old it is.
    pub head: RemedyHead,
    /// Why it helps.
    pub why: Option<String>,
    /// What must be so before: its label, and its words.
    pub needs: Option<(String, String)>,
    /// In the order to do them.
    pub steps: Vec<StepView>,
    /// The selected step in full.
    pub detail: Option<StepDetail>,
    /// How one knows that it worked: its label, and its words.
    pub worked: Option<(String, String)>,
    /// The cause that is being looked into.
    pub cause: Option<CauseView>,
}

/// What a remedy says of itself wherever it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemedyHead {
    /// Its name.
    pub title: String,
    /// Since when it is true, where the source is older.
    pub since: Option<String>,
    /// When it was taken back.
    pub withdrawn: Option<String>,
}

/// A step in a line or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// Its place among those of its remedy, from 1.
    pub number: usize,
    /// Its state; `None` is to do.
    pub mark: Option<Mark>,
    /// What is to be done.
    pub goal: String,
    /// Conditions still open, its age, its time and its effects.
    pub labels: Vec<String>,
    /// Those of them that are disruptive.
    pub risks: Vec<String>,
    /// The one of them that is its time.
    pub time: String,
    /// Whether that is to be planned for.
    pub is_long: bool,
    /// Whether it was taken back, or applies only under a condition.
    pub is_limited: bool,
    /// What its mark means, and the person's reason, which may be empty.
    pub reason: Option<(String, String)>,
    /// What the person noted on it, behind its label.
    pub note: Option<(String, String)>,
}

/// What a step says beside its goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDetail {
    /// What must be read first: its label, and its words.
    pub warning: Option<(String, String)>,
    /// What helps to do it.
    pub note: Option<String>,
    /// Where to click and what to run.
    pub ways: WaysView,
    /// The name and the address of each page about it.
    pub links: Vec<(String, String)>,
}

/// The whole case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistView {
    /// What it is called.
    pub title: String,
    /// How many of its steps are marked, and how long the others take.
    pub progress: String,
    /// The same as figures: how many are marked, and how many there are.
    pub amount: (usize, usize),
    /// What it waits for, and for whom.
    pub waits: Option<String>,
    /// The note on the whole case, behind its label.
    pub note: Option<(String, String)>,
    /// The remedies of the trail, then those that it can still come to.
    pub groups: Vec<ChecklistGroup>,
    /// What is done again behind each repair or when none helped: when, and the remedies with all that they say of themselves.
    pub routines: Vec<(String, Vec<String>)>,
}

/// A remedy of the whole case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistGroup {
    /// What decides whether the case comes to it, where the remedy before it says otherwise.
    pub stage: Vec<String>,
    /// Its name, and how old it is.
    pub head: RemedyHead,
    /// In the order to do them.
    pub steps: Vec<StepView>,
}

impl RemedyView {
    /// The remedy that a Model shows, if it shows one.
    pub fn of(model: &Model) -> Option<Self> {
        let session = model.session()?;
        let group = session.group()?;
        let (words, guide) = (model.words(), &session.open.guide);
        let remedy = &guide[group.remedy];
        let text = GuideText::renamed(words, guide, &session.open.case, &group.with);
        let part = |attribute: &str| text.part(remedy, attribute);
        let labelled = |label: &str, attribute: &str| Some((words.say(label), part(attribute)?));
        let progress = group.progress(guide);
        Some(RemedyView {
            progress: words.remedy_progress(progress),
            amount: (progress.marked, progress.steps),
            head: RemedyHead::new(&text, remedy),
            why: part("why"),
            needs: labelled("remedy-needs", "needs"),
            steps: steps(session, &text, group),
            detail: session.item().map(|(_, item)| StepDetail::new(session, &text, group, item)),
            worked: labelled("remedy-worked", "worked"),
            cause: CauseView::around(session, &text),
        })
    }
}

impl ChecklistView {
    /// The case that a Model shows, if it shows one.
    pub fn of(model: &Model) -> Option<Self> {
        let session = model.session()?;
        let (words, open) = (model.words(), &session.open);
        let text = GuideText::new(words, &open.guide, &open.case);
        let view = |(stage, group): (Vec<String>, &Group)| {
            let text = GuideText::renamed(words, &open.guide, &open.case, &group.with);
            let head = RemedyHead::new(&text, &open.guide[group.remedy]);
            ChecklistGroup { stage, head, steps: steps(session, &text, group) }
        };
        let on_trail = open.checklist.groups.iter().map(|group| (Vec::new(), group));
        let planned = text.staged(&open.plan().repairs).into_iter().enumerate().map(|(at, (stage, planned))| {
            let title = (at == 0).then(|| words.say("plan-title"));
            (title.into_iter().chain(stage).collect(), &planned.group)
        });
        let groups = on_trail.chain(planned).map(view).collect();
        let progress = open.checklist.progress(&open.guide);
        Some(ChecklistView {
            title: words.say("checklist-title"),
            progress: words.case_progress(progress),
            amount: (progress.marked, progress.steps),
            waits: text.waits(&open.trail),
            note: noted(words, session, NOTE),
            groups,
            routines: text.routines(open.plan()),
        })
    }
}

impl StepView {
    /// What is said behind its goal: all of it where it is the one to do, else a time to plan for, what it
    /// risks and where it applies.
    pub fn said(&self, is_selected: bool) -> impl Iterator<Item = &String> {
        let is_needed = move |label: &&String| self.is_long && **label == self.time || self.risks.contains(label);
        self.labels.iter().filter(move |label| is_selected || self.is_limited || is_needed(label))
    }
}

impl RemedyHead {
    fn new(text: &GuideText<'_>, remedy: &Remedy) -> Self {
        RemedyHead {
            title: text.title(remedy),
            since: text.since(remedy.origin.since.as_deref()),
            withdrawn: text.withdrawn(remedy.withdrawn.as_deref()),
        }
    }

    /// How old it is.
    pub fn ages(&self) -> impl Iterator<Item = &String> {
        self.since.iter().chain(&self.withdrawn)
    }
}

impl StepDetail {
    fn new(session: &Session, text: &GuideText<'_>, group: &Group, item: &Item) -> Self {
        let guide = &session.open.guide;
        let (remedy, step) = (&guide[group.remedy], group.step(guide, item));
        let part = |kind: &str| text.part(remedy, &format!("{kind}-{}", step.id));
        let links = if step.links.is_empty() { &remedy.links } else { &step.links };
        let link = |link: Id<Link>| (text.title(&guide[link]), guide[link].url.clone());
        StepDetail {
            warning: part("warn").map(|warning| (text.words.say("step-warning"), warning)),
            note: part("note"),
            ways: WaysView::to_do(session, text, group, step),
            links: links.iter().copied().map(link).collect(),
        }
    }
}

fn steps(session: &Session, text: &GuideText<'_>, group: &Group) -> Vec<StepView> {
    let words = text.words;
    let view = |(at, item): (usize, &Item)| {
        let step = group.step(&session.open.guide, item);
        let goal = text.part(&session.open.guide[group.remedy], &format!("step-{}", step.id));
        let reason = match &item.mark {
            Some(Mark::Failed(reason)) => Some((words.say("mark-failed"), reason.clone())),
            Some(Mark::Skipped(reason)) => Some((words.say("mark-skipped"), reason.clone())),
            Some(Mark::Done) | None => None,
        };
        let risks = step.effects.iter().filter(|effect| session.open.guide[**effect].disruptive);
        StepView {
            number: at + 1,
            mark: item.mark.clone(),
            goal: goal.unwrap_or_default(),
            labels: text.step_labels(step, &item.undecided),
            risks: risks.map(|effect| text.effect(*effect)).collect(),
            time: words.duration(step.minutes),
            is_long: step.minutes >= LONG,
            is_limited: step.withdrawn.is_some() || !item.undecided.is_empty(),
            reason,
            note: noted(words, session, &item.key),
        }
    };
    group.items.iter().enumerate().map(view).collect()
}

/// What the person noted under a key, behind its label.
fn noted(words: &Words, session: &Session, key: &str) -> Option<(String, String)> {
    Some((words.say("step-noted"), session.open.case.notes.get(key)?.clone()))
}
