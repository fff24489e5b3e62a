//! What the case can still come to: a task list under what decides it.

use super::page::{MarkdownPage, one_line};
use crate::{
    case::checklist::{Group, Item},
    l10n::args,
    text::markdown::code,
};

impl MarkdownPage<'_> {
    /// The steps that open questions decide about, as long as none is decided: a ticket has no place for both.
    pub(super) fn plan(&mut self) {
        let (plan, in_full) = (self.plan, self.shape.in_full);
        if plan.repairs.is_empty() || !self.checklist.groups.is_empty() {
            return;
        }
        self.heading("plan-title");
        let steps: usize = plan.repairs.iter().map(|planned| planned.group.items.len()).sum();
        let intro = self.words.say_with("plan-intro", &args!("steps" => steps));
        self.block(0, &intro);
        if !in_full {
            let more = self.words.say_with("export-plan-commands", &args!("option" => code("--commands")));
            self.block(0, &more);
        }
        for (stage, planned) in self.text.staged(&plan.repairs) {
            if let Some(stage) = stage {
                self.block(0, &one_line(&format!("### {stage}")));
            }
            self.planned(&planned.group);
        }
        for (stage, remedies) in self.text.routines(plan) {
            let remedies: Vec<String> = remedies.iter().map(|remedy| one_line(&format!("- {remedy}"))).collect();
            self.block(0, &format!("### {stage}"));
            self.block(0, &remedies.join("\n"));
        }
    }

    fn planned(&mut self, group: &Group) {
        let text = self.renamed(&group.with);
        let title = self.remedy_title(&text, group);
        self.block(0, &format!("#### {title}"));
        if self.shape.in_full {
            return self.remedy(&text, group);
        }
        let said = |item: &Item| {
            let note = self.case.notes.get(&item.key).filter(|note| !note.trim().is_empty());
            let note = note.map(|note| format!("**{}** {}", self.words.say("export-noted"), code(note.trim())));
            self.told(item).into_iter().chain(note).collect()
        };
        let tasks = self.tasks(&text, group, said);
        self.block(0, &tasks);
    }
}
