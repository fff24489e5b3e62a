//! The checklist in Markdown: a numbered heading for each remedy, a task list of its steps.

use super::page::{MarkdownPage, one_line};
use crate::{
    case::{
        Mark,
        checklist::{Group, Item, ReadyCommand},
    },
    guide::{Id, Link, Remedy},
    l10n::{GuideText, args},
    text::markdown::{code, fence},
};

/// Where the text of a list item stands.
const ITEM: usize = 2;

impl MarkdownPage<'_> {
    pub(super) fn checklist(&mut self) {
        let checklist = self.checklist;
        if checklist.groups.is_empty() && !self.plan.groups.is_empty() {
            return;
        }
        let heading = format!("## {}", self.words.say("export-steps"));
        self.block(0, &heading);
        if checklist.groups.is_empty() {
            let none = self.words.say("export-no-steps");
            self.block(0, &none);
        }
        for (at, group) in checklist.groups.iter().enumerate() {
            self.group(at + 1, group);
        }
    }

    fn group(&mut self, number: usize, group: &Group) {
        let text = self.renamed(&group.with);
        let remedy = &self.guide[group.remedy];
        self.block(0, &one_line(&format!("### {number}. {}", text.title("remedy", &remedy.id))));
        let labels = self.remedy_labels(&text, group);
        self.block(0, &labels);
        self.before(&text, remedy);
        for item in &group.items {
            self.goal(&text, group, item);
            let runs = group.commands(self.guide, self.trail, self.case, group.step(self.guide, item));
            self.way(&text, group, item, &runs);
        }
        self.after(&text, remedy);
    }

    /// What a remedy takes and does.
    pub(super) fn remedy_labels(&self, text: &GuideText<'_>, group: &Group) -> String {
        let minutes = group.items.iter().map(|item| group.step(self.guide, item).minutes).sum();
        let mut labels = text.remedy_labels(&self.guide[group.remedy]);
        labels.push(self.words.say_with("export-in-all", &args!("time" => self.words.duration(minutes))));
        labels.extend(group.effects(self.guide).into_iter().map(|effect| text.effect(effect)));
        one_line(&format!("*{}*", labels.join("; ")))
    }

    /// What to know before a remedy.
    pub(super) fn before(&mut self, text: &GuideText<'_>, remedy: &Remedy) {
        if let Some(why) = text.part("remedy", &remedy.id, "why") {
            self.block(0, &one_line(&why));
        }
        self.labelled("export-needs", text.part("remedy", &remedy.id, "needs"));
    }

    /// How to know that a remedy worked, and what to read.
    pub(super) fn after(&mut self, text: &GuideText<'_>, remedy: &Remedy) {
        self.labelled("export-worked", text.part("remedy", &remedy.id, "worked"));
        self.links(0, &remedy.links);
    }

    fn labelled(&mut self, label: &str, text: Option<String>) {
        if let Some(text) = text {
            let label = self.words.say(label);
            self.block(0, &one_line(&format!("**{label}** {text}")));
        }
    }

    /// A step as a task, what became of it, and what it warns of.
    pub(super) fn goal(&mut self, text: &GuideText<'_>, group: &Group, item: &Item) {
        let step = group.step(self.guide, item);
        let remedy = &self.guide[group.remedy].id;
        let part = |name: &str| text.part("remedy", remedy, &format!("{name}-{}", step.id));
        let tick = if item.mark == Some(Mark::Done) { 'x' } else { ' ' };
        let labels = text.step_labels(step, &item.undecided).join("; ");
        let goal = part("step").unwrap_or_default();
        self.block(0, &one_line(&format!("- [{tick}] {goal} *({labels})*")));
        // A tick says enough of a step that is done at no known time.
        let is_told = |mark: &&Mark| **mark != Mark::Done || self.case.times.contains_key(&item.key);
        if let Some(mark) = item.mark.as_ref().filter(is_told) {
            let mark = self.mark_text(mark, &item.key);
            self.block(ITEM, &mark);
        }
        self.note(ITEM, &item.key);
        if let Some(warning) = part("warn") {
            let label = self.words.say("step-warning");
            self.block(ITEM, &one_line(&format!("**{label}** {warning}")));
        }
    }

    /// How a step is done.
    pub(super) fn way(&mut self, text: &GuideText<'_>, group: &Group, item: &Item, runs: &[ReadyCommand]) {
        let step = group.step(self.guide, item);
        if let Some(note) = text.part("remedy", &self.guide[group.remedy].id, &format!("note-{}", step.id)) {
            self.block(ITEM, &one_line(&note));
        }
        for (via, path) in step.clicks() {
            let path = self.path(text, via, path);
            self.block(ITEM, &path);
        }
        for run in runs {
            self.command(ITEM, text, run);
        }
        self.links(ITEM, &step.links);
    }

    /// A note, in a block of its own where it has several lines.
    pub(super) fn note(&mut self, indent: usize, key: &str) {
        let Some(note) = self.case.notes.get(key).filter(|note| !note.trim().is_empty()) else { return };
        let label = self.words.say("export-noted");
        if note.trim_end().contains(['\n', '\r']) {
            self.block(indent, &format!("**{label}**"));
            self.block(indent, &fence(note.trim_end(), "text"));
        } else {
            self.block(indent, &format!("**{label}** {}", code(note.trim())));
        }
    }

    fn links(&mut self, indent: usize, links: &[Id<Link>]) {
        if links.is_empty() {
            return;
        }
        let title = |id: &Id<Link>| one_line(&self.text.title("link", &self.guide[*id].id));
        let links: Vec<String> = links.iter().map(|id| format!("[{}]({})", title(id), self.guide[*id].url)).collect();
        let args = args!("links" => links.join(", "));
        let links = self.words.say_with("export-links", &args);
        self.block(indent, &links);
    }
}
