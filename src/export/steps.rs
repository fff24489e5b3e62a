//! The checklist in Markdown: a numbered heading for each remedy, a task list of its steps.

use super::page::{MarkdownPage, one_line};
use crate::{
    case::{
        Mark,
        checklist::{Group, Item},
    },
    guide::{Id, Link},
    l10n::{GuideText, args},
    text::markdown::{code, fence},
};

/// Where the text of a list item stands.
const ITEM: usize = 2;

impl MarkdownPage<'_> {
    pub(super) fn checklist(&mut self) {
        let heading = format!("## {}", self.words.say("export-steps"));
        self.block(0, &heading);
        let checklist = self.checklist;
        if checklist.groups.is_empty() {
            let none = self.words.say("export-no-steps");
            self.block(0, &none);
        }
        for (at, group) in checklist.groups.iter().enumerate() {
            self.group(at + 1, group);
        }
    }

    /// The steps alone: no reason, no command, no link.
    pub(super) fn steps(&mut self) {
        let checklist = self.checklist;
        for (at, group) in checklist.groups.iter().enumerate() {
            let text = self.renamed(&group.with);
            let remedy = &self.guide[group.remedy].id;
            self.block(0, &one_line(&format!("### {}. {}", at + 1, text.title("remedy", remedy))));
            let tasks = self.tasks(&text, group, |item| {
                // What failed or was left out must not look like a step that is still to do.
                let mark = item.mark.as_ref().filter(|mark| **mark != Mark::Done);
                mark.map(|mark| self.mark_text(mark, &item.key)).into_iter().collect()
            });
            self.block(0, &tasks);
        }
    }

    /// The steps of a remedy in a line or two: each as a task, what is said of it, and its warning.
    pub(super) fn tasks(&self, text: &GuideText<'_>, group: &Group, said: impl Fn(&Item) -> Vec<String>) -> String {
        let items = group.items.iter().flat_map(|item| {
            let warning = format!("warn-{}", group.step(self.guide, item).id);
            let warning = text.part("remedy", &self.guide[group.remedy].id, &warning);
            let warning = warning.map(|warning| format!("**{}** {warning}", self.words.say("step-warning")));
            let below = said(item).into_iter().chain(warning).map(|line| format!("  {}", one_line(&line)));
            [self.task(text, group, item)].into_iter().chain(below)
        });
        items.collect::<Vec<_>>().join("\n")
    }

    /// A step as a task: what to do, how long it takes and what it does to the VM.
    fn task(&self, text: &GuideText<'_>, group: &Group, item: &Item) -> String {
        let step = group.step(self.guide, item);
        let tick = if item.mark == Some(Mark::Done) { 'x' } else { ' ' };
        let labels = text.step_labels(step, &item.undecided).join("; ");
        let goal = text.part("remedy", &self.guide[group.remedy].id, &format!("step-{}", step.id)).unwrap_or_default();
        one_line(&format!("- [{tick}] {goal} *({labels})*"))
    }

    fn group(&mut self, number: usize, group: &Group) {
        let text = self.renamed(&group.with);
        let title = text.title("remedy", &self.guide[group.remedy].id);
        self.block(0, &one_line(&format!("### {number}. {title}")));
        self.remedy(&text, group);
    }

    /// A remedy in full, below its heading.
    pub(super) fn remedy(&mut self, text: &GuideText<'_>, group: &Group) {
        let remedy = &self.guide[group.remedy];
        let part = |name: &str| text.part("remedy", &remedy.id, name);
        let minutes = group.items.iter().map(|item| group.step(self.guide, item).minutes).sum();
        let mut labels = text.remedy_labels(remedy);
        labels.push(self.words.say_with("export-in-all", &args!("time" => self.words.duration(minutes))));
        labels.extend(group.effects(self.guide).into_iter().map(|effect| text.effect(effect)));
        self.block(0, &one_line(&format!("*{}*", labels.join("; "))));
        if let Some(why) = part("why") {
            self.block(0, &one_line(&why));
        }
        self.labelled("export-needs", part("needs"));
        for item in &group.items {
            self.item(text, group, item);
        }
        self.labelled("export-worked", part("worked"));
        self.links(0, &remedy.links);
    }

    fn labelled(&mut self, label: &str, text: Option<String>) {
        if let Some(text) = text {
            let label = self.words.say(label);
            self.block(0, &one_line(&format!("**{label}** {text}")));
        }
    }

    fn item(&mut self, text: &GuideText<'_>, group: &Group, item: &Item) {
        let step = group.step(self.guide, item);
        let remedy = &self.guide[group.remedy].id;
        let part = |name: &str| text.part("remedy", remedy, &format!("{name}-{}", step.id));
        let task = self.task(text, group, item);
        self.block(0, &task);
        if let Some(mark) = self.told(item) {
            self.block(ITEM, &mark);
        }
        self.note(ITEM, &item.key);
        if let Some(warning) = part("warn") {
            let label = self.words.say("step-warning");
            self.block(ITEM, &one_line(&format!("**{label}** {warning}")));
        }
        if let Some(note) = part("note") {
            self.block(ITEM, &one_line(&note));
        }
        for (via, path) in step.clicks() {
            let path = self.path(text, via, path);
            self.block(ITEM, &path);
        }
        for run in group.commands(self.guide, self.case, step) {
            self.command(ITEM, text, &run);
        }
        self.links(ITEM, &step.links);
    }

    /// What became of a step, where the tick does not say all: of one that is done, its time.
    pub(super) fn told(&self, item: &Item) -> Option<String> {
        let is_told = |mark: &&Mark| **mark != Mark::Done || self.case.times.contains_key(&item.key);
        item.mark.as_ref().filter(is_told).map(|mark| self.mark_text(mark, &item.key))
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
