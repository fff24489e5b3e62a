//! `show`: all that a guide knows of a problem, as text.

mod details;
mod tree;

use std::collections::BTreeSet;

use super::{Reply, TaskContext};
use crate::{
    case::{reachable::Reachable, trail::Owner},
    error::Error,
    guide::{CatalogEntry, Category, Cause, Id, KnownCode, Problem, Variable},
    l10n::{GuideText, args},
    text::page::TextPage,
};

pub(super) fn run(context: &TaskContext<'_>, name: &str) -> Result<Reply, Error> {
    let opened = context.open(name)?;
    let (guide, problem) = (&opened.open.guide, opened.open.problem);
    let (text, reach) = (opened.text(&context.words), opened.reach());
    let mut page = TextPage::new(context.prose_width());
    head(&mut page, &text, problem, &opened.entry);
    let part = |page: &mut TextPage, id: &str| page.part(&text.words.say(id));

    part(&mut page, "show-tree");
    tree::write(&mut page, &text, &guide[problem].tree, Owner::Problem(problem));
    part(&mut page, "show-causes");
    reach.causes.iter().for_each(|id| cause(&mut page, &text, *id, &guide[*id]));
    part(&mut page, "show-questions");
    reach.questions.iter().for_each(|id| details::question(&mut page, &text, &guide[*id]));
    part(&mut page, "show-remedies");
    reach.remedies.iter().for_each(|id| details::remedy(&mut page, &text, &guide[*id]));
    if !reach.handovers.is_empty() {
        part(&mut page, "show-handovers");
        reach.handovers.iter().for_each(|id| details::handover(&mut page, &text, *id));
    }
    if !reach.variables.is_empty() {
        part(&mut page, "show-variables");
        reach.variables.iter().for_each(|id| variable(&mut page, &text, &guide[*id]));
    }
    figures(&mut page, &text, &reach, problem);
    Ok(Reply { data: page.text, is_to_read: true, ..Reply::default() })
}

fn cause(page: &mut TextPage, text: &GuideText, id: Id<Cause>, cause: &Cause) {
    page.heading(&text.title(cause));
    if let Some(since) = &cause.origin.since {
        page.prose(0, &text.words.say_with("step-since", &args!("day" => since.as_str())));
    }
    if let Some(why) = text.part(cause, "why") {
        page.prose(0, &why);
    }
    details::origin(page, text, &cause.origin);
    page.gap();
    tree::write(page, text, &cause.tree, Owner::Cause(id));
}

fn variable(page: &mut TextPage, text: &GuideText, variable: &Variable) {
    let args = args!("what" => text.title(variable), "example" => variable.example.as_str());
    page.hanging(0, &format!("<{}> ", variable.id), &text.words.say_with("show-variable", &args));
    if let Some(find) = text.part(variable, "find") {
        page.prose(4, &find);
    }
}

fn head(page: &mut TextPage, text: &GuideText<'_>, problem: Id<Problem>, entry: &CatalogEntry) {
    let (guide, words) = (text.guide, text.words);
    let problem = &guide[problem];
    page.title(&text.title(problem));
    page.gap();
    let category = words.title_of::<Category>(&problem.category);
    // The codes of a general problem have nothing else in common.
    let own = || entry.azure_code().map(str::to_owned).unwrap_or_default();
    let codes = if problem.general { own() } else { problem.codes.join(", ") };
    let aliases = entry.aliases.join(", ");
    for (label, value) in
        [("show-codes", codes), ("show-aliases", aliases), ("show-id", problem.id.clone()), ("show-category", category)]
    {
        if !value.is_empty() {
            page.hanging(0, &format!("{} ", words.say(label)), &value);
        }
    }
    if let Some(message) = text.part(problem, "message") {
        page.hanging(0, &format!("{} ", words.say("show-message")), &message);
    }
    if let Some(code) = guide.find::<KnownCode>(&entry.code) {
        details::known_code(page, text, &guide[code]);
    }
    page.gap();
    if let Some(why) = text.part(problem, "why") {
        page.prose(0, &why);
    }
    page.gap();
    details::document(page, text, &guide[problem.origin.source]);
    details::place(page, text, &problem.origin);
    let args = args!("guide" => guide.id.as_str(), "revision" => guide.revision);
    page.prose(0, &words.say_with("export-guide", &args));
}

/// The dated figures that the sentences above use.
fn figures(page: &mut TextPage, text: &GuideText<'_>, reach: &Reachable, problem: Id<Problem>) {
    let guide = text.guide;
    let messages = [format!("problem-{}", guide[problem].id)].into_iter();
    let messages = messages.chain(reach.causes.iter().map(|id| format!("cause-{}", guide[*id].id)));
    let messages = messages.chain(reach.questions.iter().map(|id| format!("question-{}", guide[*id].id)));
    let messages = messages.chain(reach.remedies.iter().map(|id| format!("remedy-{}", guide[*id].id)));
    let mut names = BTreeSet::new();
    for id in messages {
        text.words.names_in(&id, |name| names.extend(name.strip_prefix("limit-").map(str::to_owned)));
    }
    let is_used = |limit: &str| names.contains(limit) || names.contains(&[limit, "-newer"].concat());
    let mut used = guide.limits.iter().filter(|limit| is_used(&limit.id)).peekable();
    if used.peek().is_some() {
        page.part(&text.words.say("show-limits"));
    }
    for limit in used {
        let (value, dated) = &limit.stated;
        page.prose(0, &format!("{}: {value} ({dated})", limit.id));
        if let Some((value, dated)) = &limit.newer {
            page.prose(4, &text.words.say_with("show-newer", &args!("value" => *value, "dated" => dated.as_str())));
        }
    }
}
