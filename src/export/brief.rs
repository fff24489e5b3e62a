//! The steps alone, each on a line with its warnings, for a ticket that must stay short.

use super::page::{BREAK, MarkdownPage, PageShape, one_line};
use crate::{
    case::{
        Mark,
        checklist::{Group, Item},
        open::OpenCase,
        trail::Entry,
    },
    guide::Remedy,
    l10n::{Words, args},
};

/// More lines than the fields of tickets show.
const MOST: usize = 40;

/// The case in brief; where that has too many lines, what the case is past has one line for each remedy.
pub fn brief(words: &Words, open: &OpenCase, shape: &PageShape<'_>) -> String {
    let written = |folded| {
        let mut page = MarkdownPage::new(words, open, shape);
        page.head();
        page.steps(folded);
        page.out
    };
    let whole = written(false);
    if whole.lines().count() > MOST { written(true) } else { whole }
}

impl MarkdownPage<'_> {
    /// No reason, no command, no link.
    fn steps(&mut self, folded: bool) {
        let groups = &self.checklist.groups;
        if groups.is_empty() {
            let none = self.words.say("export-no-steps");
            self.block(0, &none);
        }
        let answered = self.trail.entries.iter().rposition(|entry| matches!(entry, Entry::Asked(..)));
        let past = groups.iter().filter(|group| folded && group.entry < answered).count();
        if past > 0 {
            let heading = format!("### {}", self.words.say("export-earlier"));
            self.block(0, &heading);
            let lines: Vec<String> = groups[..past].iter().map(|group| self.past(group)).collect();
            self.block(0, &lines.join("\n"));
        }
        for (at, group) in groups.iter().enumerate().skip(past) {
            let text = self.renamed(&group.with);
            let remedy = &self.guide[group.remedy].id;
            self.block(0, &one_line(&format!("### {}. {}", at + 1, text.title_of::<Remedy>(remedy))));
            let tasks = self.tasks(&text, group, |item| {
                // What failed or was left out must not look like a step that is still to do.
                not_done(item).map(|mark| self.mark_text(mark, &item.key)).into_iter().collect()
            });
            self.block(0, &tasks);
        }
    }

    /// A remedy in a line, and those of its steps that failed or were left out.
    fn past(&self, group: &Group) -> String {
        let progress = group.progress(self.guide);
        let title = self.renamed(&group.with).title(&self.guide[group.remedy]);
        let args = args!("remedy" => title, "marked" => progress.marked, "all" => progress.steps);
        let head = format!("- {}", self.words.say_with("export-earlier-remedy", &args));
        let failed = group.items.iter().filter_map(|item| {
            let mark = self.mark_text(not_done(item)?, &item.key);
            Some(format!("  {mark} {}", self.step_text(group, item)))
        });
        [head].into_iter().chain(failed).map(|line| one_line(&line)).collect::<Vec<_>>().join(BREAK)
    }
}

fn not_done(item: &Item) -> Option<&Mark> {
    item.mark.as_ref().filter(|mark| **mark != Mark::Done)
}
