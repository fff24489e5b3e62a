//! The checklist in Markdown: a numbered heading for each remedy, a task list of its steps.

use super::page::{BREAK, MarkdownPage, one_line};
use crate::{
    case::{
        Mark,
        checklist::{Group, Item},
    },
    guide::{Id, Link, Remedy},
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

    /// The steps of a remedy in a line or two: each as a task, what is said of it, and its warning.
    pub(super) fn tasks(&self, text: &GuideText<'_>, group: &Group, said: impl Fn(&Item) -> Vec<String>) -> String {
        let items = group.items.iter().map(|item| {
            let warning = format!("warn-{}", group.step(self.guide, item).id);
            let warning = text.part(&self.guide[group.remedy], &warning);
            let warning = warning.map(|warning| format!("**{}** {warning}", self.words.say("step-warning")));
            let below = said(item).into_iter().chain(warning).map(|line| format!("  {}", one_line(&line)));
            [self.task(text, group, item)].into_iter().chain(below).collect::<Vec<_>>().join(BREAK)
        });
        items.collect::<Vec<_>>().join("\n")
    }

    /// A step as a task: what to do, how long it takes and what it does to the VM.
    fn task(&self, text: &GuideText<'_>, group: &Group, item: &Item) -> String {
        let step = group.step(self.guide, item);
        let tick = if item.mark == Some(Mark::Done) { 'x' } else { ' ' };
        let labels = text.step_labels(step, &item.undecided).join("; ");
        let goal = text.part(&self.guide[group.remedy], &format!("step-{}", step.id)).unwrap_or_default();
        one_line(&format!("- [{tick}] {goal} *({labels})*"))
    }

    fn group(&mut self, number: usize, group: &Group) {
        let text = self.renamed(&group.with);
        let title = self.remedy_title(&text, group);
        self.block(0, &format!("### {number}. {title}"));
        self.remedy(&text, group);
    }

    /// The name of a remedy, and all that it says of itself.
    pub(super) fn remedy_title(&self, text: &GuideText<'_>, group: &Group) -> String {
        let remedy = &self.guide[group.remedy];
        let labels: Vec<String> = text.remedy_labels(remedy).into_iter().chain(text.group_labels(group)).collect();
        one_line(&format!("{} *({})*", text.title(remedy), labels.join("; ")))
    }

    /// A remedy in full, below its heading.
    pub(super) fn remedy(&mut self, text: &GuideText<'_>, group: &Group) {
        let remedy = &self.guide[group.remedy];
        let part = |name: &str| text.part(remedy, name);
        let labelled = |label: &str, name: &str| Some(format!("**{}** {}", self.words.say(label), part(name)?));
        let before = [part("why"), labelled("export-needs", "needs")];
        let after = [labelled("export-worked", "worked"), self.links(&remedy.links)];
        self.paragraph(before);
        for item in &group.items {
            self.item(text, group, item);
        }
        self.paragraph(after);
    }

    /// Sentences that belong together.
    fn paragraph<const N: usize>(&mut self, lines: [Option<String>; N]) {
        let lines: Vec<String> = lines.into_iter().flatten().map(|line| one_line(&line)).collect();
        if !lines.is_empty() {
            self.block(0, &lines.join(" "));
        }
    }

    fn item(&mut self, text: &GuideText<'_>, group: &Group, item: &Item) {
        let step = group.step(self.guide, item);
        let remedy = &self.guide[group.remedy].id;
        let part = |name: &str| text.part_of::<Remedy>(remedy, &format!("{name}-{}", step.id));
        let task = self.task(text, group, item);
        self.block(0, &task);
        if let Some(mark) = self.told(item) {
            self.line(ITEM, &mark);
        }
        self.note(ITEM, &item.key);
        if let Some(warning) = part("warn") {
            let label = self.words.say("step-warning");
            self.line(ITEM, &one_line(&format!("**{label}** {warning}")));
        }
        if let Some(note) = part("note") {
            self.line(ITEM, &one_line(&note));
        }
        let paths: Vec<_> = step.clicks().collect();
        let runs = group.commands(self.guide, self.case, step);
        self.ways(ITEM, text, &paths, &runs);
        if let Some(links) = self.links(&step.links) {
            self.line(ITEM, &links);
        }
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

    fn links(&self, links: &[Id<Link>]) -> Option<String> {
        if links.is_empty() {
            return None;
        }
        let title = |id: &Id<Link>| one_line(&self.text.title(&self.guide[*id]));
        let links: Vec<String> = links.iter().map(|id| format!("[{}]({})", title(id), self.guide[*id].url)).collect();
        Some(self.words.say_with("export-links", &args!("links" => links.join(", "))))
    }
}
