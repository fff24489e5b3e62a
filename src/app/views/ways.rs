//! What questions and steps have in common: the ways to look or to act, by tool, and the cause behind them.

use crate::{
    app::Session,
    case::{
        checklist::Group,
        trail::{Answer, Ask},
    },
    guide::{Condition, Label, Step, Via},
    l10n::{GuideText, args},
    text::markdown,
};

/// The ways of a place, those of one tool in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaysView {
    /// The tools there are, by name; one of them is shown.
    pub tools: Vec<(Via, String)>,
    /// The tool whose ways these are.
    pub shown: Via,
    /// In the order of the guide.
    pub ways: Vec<WayView>,
    /// Names the variables that the commands still lack.
    pub missing: Option<String>,
}

/// A click path, a command, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayView {
    /// The condition that nothing has decided yet.
    pub only_if: Option<String>,
    /// Where to click, one after the other.
    pub clicks: Vec<ClickView>,
    /// What to run, ready to be copied.
    pub command: Option<String>,
    /// An answer, and what is seen where it holds.
    pub shows: Vec<(String, String)>,
}

/// A part of a click path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClickView {
    /// As it stands there; no Markdown.
    pub text: String,
    /// Whether it is a name, which is never broken, and no label.
    pub is_name: bool,
}

/// The cause that is being looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseView {
    /// Which of the causes it is, and how many there can be.
    pub count: String,
    /// What it is called on the screen.
    pub label: String,
    /// Its own name.
    pub title: String,
    /// Since when it is true, where the source is older.
    pub since: Option<String>,
    /// Why it makes backups fail; may be empty.
    pub why: String,
}

impl WaysView {
    /// The ways to find out an answer.
    pub(super) fn to_find_out(session: &Session, text: &GuideText<'_>, ask: &Ask) -> Self {
        let tool = session.shown_tool();
        let checks = session.checks(ask).into_iter().filter(|(check, _)| check.via == tool);
        let ways = checks.map(|(check, undecided)| {
            let shows = check.shows.iter().enumerate().filter_map(|(option, shown)| {
                Some((text.answer(ask.question, Answer::Option(option)), shown.clone()?))
            });
            WayView {
                shows: shows.collect(),
                command: (check.run.as_ref())
                    .map(|run| session.open.case.command(&session.open.guide, run, tool.shell(), &ask.with)),
                ..WayView::new(text, &undecided, &check.portal)
            }
        });
        WaysView::new(session, text, ways.collect())
    }

    /// The ways to do a step.
    pub(super) fn to_do(session: &Session, text: &GuideText<'_>, group: &Group, step: &Step) -> Self {
        let (open, tool) = (&session.open, session.shown_tool());
        let paths = step.clicks().filter(|(via, path)| *via == tool && !path.is_empty());
        let clicks = paths.map(|(_, path)| WayView::new(text, &Condition::new(), path));
        let runs = group.commands(&open.guide, &open.case, step).into_iter().filter(|run| run.via == tool);
        let runs = runs.map(|run| WayView { command: Some(run.text), ..WayView::new(text, &run.undecided, &[]) });
        WaysView::new(session, text, clicks.chain(runs).collect())
    }

    fn new(session: &Session, text: &GuideText<'_>, ways: Vec<WayView>) -> Self {
        let name = |tool: Via| (tool, text.words.tool(tool));
        let names: Vec<String> = session.unfilled().iter().map(|name| markdown::code(name)).collect();
        let missing = |names: &[String]| text.words.say_with("variables-missing", &args!("names" => names.join(", ")));
        WaysView {
            tools: session.tools().into_iter().map(name).collect(),
            shown: session.shown_tool(),
            ways,
            missing: (!names.is_empty()).then(|| missing(&names)),
        }
    }
}

impl WayView {
    fn new(text: &GuideText<'_>, undecided: &Condition, clicks: &[Label]) -> Self {
        let click = |(label, text): (&Label, String)| ClickView { text, is_name: !matches!(label, Label::Word(_)) };
        WayView {
            only_if: text.only_if(undecided),
            clicks: clicks.iter().zip(text.path(clicks)).map(click).collect(),
            command: None,
            shows: Vec::new(),
        }
    }
}

impl CauseView {
    /// The innermost cause around the place in view.
    pub(super) fn around(session: &Session, text: &GuideText<'_>) -> Option<Self> {
        let cause = &session.open.guide[session.cause()?];
        let (number, most) = session.causes();
        Some(CauseView {
            count: text.words.say_with("cause-count", &args!("number" => number, "most" => most)),
            label: text.words.say("cause-label"),
            title: text.title(cause),
            since: text.since(cause.origin.since.as_deref()),
            why: text.part(cause, "why").unwrap_or_default(),
        })
    }
}
