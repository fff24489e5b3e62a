//! The questions, remedies and handovers that a tree leads to, each in full.

use crate::{
    guide::{
        Condition, Handover, Id, KnownCode, Label, Link, Lookup, Origin, Question, QuestionKind, Remedy, Source, Step,
        Via,
    },
    l10n::{GuideText, args},
    text::{markdown, page::TextPage},
};

pub(super) fn question(page: &mut TextPage, text: &GuideText<'_>, question: &Question) {
    let part = |name: &str| text.part(question, name);
    page.heading(&format!("{} [{}]", text.title(question), question.id));
    part("before").iter().for_each(|before| page.prose(0, before));
    if let Some(since) = &question.since {
        page.prose(0, &text.words.say_with("step-since", &args!("day" => since.as_str())));
    }
    if let Some(why) = part("why") {
        page.prose(0, &why);
    }
    page.gap();
    for (at, option) in question.options.iter().enumerate() {
        let name = part(&["option-", option].concat()).unwrap_or_default();
        let advised =
            if question.kind == QuestionKind::Choice(at) { text.words.say("show-advised") } else { String::new() };
        page.hanging(2, "- ", format!("{name} [{option}] {advised}").trim_end());
        if let Some(look) = part(&["look-", option].concat()) {
            page.prose(6, &look);
        }
    }
    if let Some(unsure) = part("unsure") {
        page.hanging(2, "- ", &text.words.say("answer-unsure"));
        page.prose(6, &unsure);
    }
    for check in &question.checks {
        way(page, text, question, check);
    }
}

fn way(page: &mut TextPage, text: &GuideText<'_>, question: &Question, check: &Lookup) {
    page.gap();
    via(page, text, 2, check.via, &check.when);
    path(page, text, 4, &check.portal);
    if let Some(run) = &check.run {
        page.verbatim(4, run);
    }
    for (option, shown) in question.options.iter().zip(&check.shows) {
        if let Some(shown) = shown {
            let name = text.part(question, &["option-", option].concat()).unwrap_or_default();
            page.verbatim(6, &[&markdown::plain(&name), ": ", shown].concat());
        }
    }
}

pub(super) fn remedy(page: &mut TextPage, text: &GuideText<'_>, remedy: &Remedy) {
    let part = |name: &str| text.part(remedy, name);
    page.heading(&text.title(remedy));
    for label in text.remedy_labels(remedy) {
        page.prose(0, &label);
    }
    if let Some(why) = part("why") {
        page.prose(0, &why);
    }
    labelled(page, text, "export-needs", part("needs"));
    for (at, step) in remedy.steps.iter().enumerate() {
        page.gap();
        self::step(page, text, remedy, step, at + 1);
    }
    page.gap();
    labelled(page, text, "export-worked", part("worked"));
    links(page, text, 0, &remedy.links);
    origin(page, text, &remedy.origin);
}

fn step(page: &mut TextPage, text: &GuideText<'_>, remedy: &Remedy, step: &Step, number: usize) {
    let part = |name: &str| text.part(remedy, &[name, "-", &step.id].concat());
    page.hanging(0, &format!("{number}. "), &part("step").unwrap_or_default());
    page.prose(4, &["(", &text.step_labels(step, &step.when).join("; "), ")"].concat());
    if let Some(warning) = part("warn") {
        page.prose(4, &format!("{} {warning}", text.words.say("step-warning")));
    }
    if let Some(note) = part("note") {
        page.prose(4, &note);
    }
    for (tool, labels) in step.clicks() {
        via(page, text, 4, tool, &Condition::new());
        path(page, text, 6, labels);
    }
    for command in &step.commands {
        via(page, text, 4, command.via, &command.when);
        page.verbatim(6, &command.run);
    }
    links(page, text, 4, &step.links);
}

pub(super) fn handover(page: &mut TextPage, text: &GuideText<'_>, to: Id<Handover>) {
    let handover = &text.guide[to];
    page.heading(&text.title(handover));
    text.part(handover, "why").iter().for_each(|why| page.prose(0, why));
    text.to_send(to).iter().for_each(|sentence| page.hanging(0, "- ", sentence));
    if !handover.logs.is_empty() {
        page.prose(0, &text.words.say("export-logs"));
        for log in &handover.logs {
            page.verbatim(2, &log.path);
            if let Some(label) = text.only_if(&log.when) {
                page.prose(4, &label);
            }
        }
    }
    if !handover.ids.is_empty() {
        page.prose(0, &text.words.say("export-ids"));
        for id in &handover.ids {
            page.prose(2, &text.title(&text.guide[*id]));
        }
    }
}

/// What a code means of its own, who reports it, and where it is documented.
pub(super) fn known_code(page: &mut TextPage, text: &GuideText<'_>, code: &KnownCode) {
    labelled(page, text, "show-means", Some(text.title(code)));
    labelled(page, text, "show-side", Some(text.words.say(&format!("side-{}", code.side.name()))));
    let source = &text.guide[code.source];
    document(page, text, source);
    page.verbatim(2, &source.url);
}

/// A document that the page comes from.
pub(super) fn document(page: &mut TextPage, text: &GuideText<'_>, source: &Source) {
    page.prose(0, &text.words.document(source, source.title.clone()));
}

/// Where a part of the page comes from, with the document where it is not the guide's own.
pub(super) fn origin(page: &mut TextPage, text: &GuideText<'_>, origin: &Origin) {
    let source = &text.guide[origin.source];
    if source.url != text.guide.document().url {
        document(page, text, source);
    }
    place(page, text, origin);
}

/// The place in a document that was named before.
pub(super) fn place(page: &mut TextPage, text: &GuideText<'_>, origin: &Origin) {
    page.prose(0, &text.words.say_with("show-origin", &args!("checked" => origin.checked.as_str())));
    page.verbatim(2, &text.guide.address(origin));
}

fn labelled(page: &mut TextPage, text: &GuideText<'_>, label: &str, what: Option<String>) {
    if let Some(what) = what {
        page.prose(0, &[&text.words.say(label), " ", &what].concat());
    }
}

/// The name of a tool, and when this way exists.
fn via(page: &mut TextPage, text: &GuideText<'_>, indent: usize, via: Via, when: &Condition) {
    let name = text.words.tool(via);
    let only_if = text.only_if(when).map_or_else(String::new, |label| [" (", &label, ")"].concat());
    page.prose(indent, &[&name, &only_if, ":"].concat());
}

fn path(page: &mut TextPage, text: &GuideText<'_>, indent: usize, labels: &[Label]) {
    if !labels.is_empty() {
        page.verbatim(indent, &text.path(labels).join(" > "));
    }
}

fn links(page: &mut TextPage, text: &GuideText<'_>, indent: usize, links: &[Id<Link>]) {
    for id in links {
        let link = &text.guide[*id];
        let args = args!("links" => text.title(link));
        page.prose(indent, &text.words.say_with("export-links", &args));
        page.verbatim(indent + 2, &link.url);
    }
}
