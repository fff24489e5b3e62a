//! Portal paths and commands as they stand in a page: for questions and for steps.

use super::{page::ScreenPage, theme::Role};
use crate::{
    app::{Message, Model, Session},
    case::trail::{Answer, Ask},
    guide::{Condition, Label, Via},
    l10n::{GuideText, Words, args},
};

/// The ways to find out an answer, by the tool that is shown.
pub(super) fn how_to(page: &mut ScreenPage, model: &Model, session: &Session, ask: &Ask, text: &GuideText<'_>) {
    let words = model.words();
    let question = &session.open.guide[ask.question];
    page.text("", &words.say("question-how"), Role::Strong);
    tools(page, words, session);
    let tool = session.shown_tool();
    for (check, undecided) in session.checks(ask).into_iter().filter(|(check, _)| check.via == tool) {
        only_if(page, text, &undecided);
        clicks(page, text, &check.portal);
        if let Some(run) = &check.run {
            let filled = session.open.case.command(&session.open.guide, run, tool.shell(), &ask.with);
            page.command(&filled, Role::Code);
        }
        for (option, shown) in question.options.iter().enumerate().zip(&check.shows) {
            if let Some(shown) = shown {
                let answer = text.answer(ask.question, Answer::Option(option.0));
                let prefix = format!("{}{answer} {} ", page.pad(), page.signs().arrow);
                let runs = page.runs(&crate::text::markdown::code(shown), Role::Code);
                page.runs_after(&[(&prefix, Role::Dim)], &runs);
            }
        }
    }
    if session.checks(ask).is_empty() {
        page.text(&page.pad(), &words.say("question-no-way"), Role::Dim);
    }
    unfilled(page, words, session);
}

/// The tools there are, the shown one marked; a click shows the next.
pub(super) fn tools(page: &mut ScreenPage, words: &Words, session: &Session) {
    let (tools, shown) = (session.tools(), session.shown_tool());
    let name = |tool: &Via| words.say(&format!("via-{}", tool.name()));
    let mut runs = Vec::new();
    for tool in &tools {
        if !runs.is_empty() {
            runs.push(page.run(&format!(" {} ", page.signs().bar), Role::Dim));
        }
        let marked = *tool == shown && tools.len() > 1;
        let role = if *tool == shown { Role::Accent } else { Role::Dim };
        runs.push(page.run(&if marked { format!("[{}]", name(tool)) } else { name(tool) }, role));
    }
    if !runs.is_empty() {
        page.row(false, Message::NextTool, |page| page.runs_after(&[(&page.pad(), Role::Text)], &runs));
    }
}

/// Why the place in view is on the trail: the cause that is being looked into.
pub(super) fn cause(page: &mut ScreenPage, session: &Session, text: &GuideText<'_>) {
    let Some(cause) = session.cause() else { return };
    let id = &session.open.guide[cause].id;
    page.blank();
    let title = page.runs(&text.title("cause", id), Role::Strong);
    page.runs_after(&[(&format!("{} ", text.words.say("cause-label")), Role::Dim)], &title);
    if let Some(day) = &session.open.guide[cause].origin.since {
        page.text("", &text.words.say_with("step-since", &args!("day" => day.as_str())), Role::Warn);
    }
    page.text("", &text.part("cause", id, "why").unwrap_or_default(), Role::Text);
}

/// A click path.
pub(super) fn clicks(page: &mut ScreenPage, text: &GuideText<'_>, labels: &[Label]) {
    if labels.is_empty() {
        return;
    }
    let arrow = format!(" {} ", page.signs().arrow);
    let mut runs = Vec::new();
    for (at, (label, words)) in labels.iter().zip(text.path(labels)).enumerate() {
        if at > 0 {
            runs.push(page.run(&arrow, Role::Dim));
        }
        let is_name = !matches!(label, Label::Word(_));
        runs.push(if is_name { page.unbroken(&words, Role::Code) } else { page.run(&words, Role::Code) });
    }
    page.runs_after(&[(&page.pad(), Role::Text)], &runs);
}

/// The condition that nothing has decided yet.
pub(super) fn only_if(page: &mut ScreenPage, text: &GuideText<'_>, condition: &Condition) {
    if let Some(label) = text.only_if(condition) {
        page.text(&page.pad(), &label, Role::Warn);
    }
}

/// Names the variables that the command in view still lacks.
pub(super) fn unfilled(page: &mut ScreenPage, words: &Words, session: &Session) {
    let names = session.unfilled();
    if !names.is_empty() {
        let list: Vec<String> = names.iter().map(|name| crate::text::markdown::code(name)).collect();
        let say = words.say_with("variables-missing", &args!("names" => list.join(", ")));
        page.row(false, Message::Variables, |page| page.text(&page.pad(), &say, Role::Warn));
    }
}

/// The commands of a tool.
pub(super) fn commands(
    page: &mut ScreenPage,
    text: &GuideText<'_>,
    runs: &[crate::case::checklist::ReadyCommand],
    tool: Via,
) {
    for run in runs.iter().filter(|run| run.via == tool) {
        only_if(page, text, &run.undecided);
        page.command(&run.text, Role::Code);
    }
}
