//! Portal paths and commands as text: for questions and for steps.

use crate::{
    app::Session,
    case::trail::{Answer, Ask},
    guide::{Condition, Label},
    l10n::{GuideText, Words, args},
    text::{markdown, page::TextPage},
};

/// Where the details of an option or a step stand.
pub(super) const INNER: usize = 6;

/// How to find out an answer, by the tool that is shown.
pub(super) fn how(page: &mut TextPage, session: &Session, ask: &Ask, text: &GuideText<'_>) {
    let words = text.words;
    page.prose(0, &words.say("question-how"));
    tools(page, words, session);
    let checks = session.checks(ask);
    let tool = session.shown_tool();
    for (check, undecided) in checks.iter().filter(|(check, _)| check.via == tool) {
        clicks(page, text, &check.portal);
        let filled = |run: &String| session.open.case.command(&session.open.guide, run, tool.shell(), &ask.with);
        command(page, text, undecided, &check.run.as_ref().map(filled).unwrap_or_default());
        for (option, shown) in check.shows.iter().enumerate() {
            if let Some(shown) = shown {
                let answer = text.answer(ask.question, Answer::Option(option));
                page.prose(INNER, &format!("{answer}: {}", markdown::code(shown)));
            }
        }
    }
    if checks.is_empty() {
        page.prose(INNER, &words.say("question-no-way"));
    }
    unfilled(page, words, session);
}

/// The tool whose way is shown, and the others.
pub(super) fn tools(page: &mut TextPage, words: &Words, session: &Session) {
    let (tools, shown) = (session.tools(), session.shown_tool());
    if tools.is_empty() {
        return;
    }
    let names: Vec<String> =
        tools.iter().filter(|tool| **tool != shown).map(|tool| words.say(&format!("via-{}", tool.name()))).collect();
    let tool = words.say(&format!("via-{}", shown.name()));
    if names.is_empty() {
        page.prose(INNER, &format!("{tool}:"));
    } else {
        page.prose(INNER, &words.say_with("plain-way", &args!("tool" => tool, "others" => names.join(", "))));
    }
}

/// A click path.
pub(super) fn clicks(page: &mut TextPage, text: &GuideText<'_>, labels: &[Label]) {
    if !labels.is_empty() {
        let path: Vec<String> = text.path(labels).iter().map(|label| markdown::code(label)).collect();
        page.prose(INNER, &path.join(" > "));
    }
}

/// A command, never broken, so that it can be copied from the screen.
pub(super) fn command(page: &mut TextPage, text: &GuideText<'_>, undecided: &Condition, command: &str) {
    text.only_if(undecided).iter().for_each(|label| page.prose(INNER, label));
    page.verbatim(INNER, command);
}

/// Names the variables that the command in view still lacks.
pub(super) fn unfilled(page: &mut TextPage, words: &Words, session: &Session) {
    let names: Vec<String> = session.unfilled().iter().map(|name| markdown::code(name)).collect();
    if !names.is_empty() {
        page.prose(INNER, &words.say_with("variables-missing", &args!("names" => names.join(", "))));
    }
}
