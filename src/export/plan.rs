//! What the case can still come to: a task list under what decides it, in full only where that is asked for.

use super::page::{MarkdownPage, one_line};
use crate::{case::plan::PlanGroup, l10n::args, text::markdown::code};

impl MarkdownPage<'_> {
    /// The steps that open questions decide about; nothing where none is open.
    pub(super) fn plan(&mut self, commands: bool) {
        let plan = self.plan;
        if plan.groups.is_empty() {
            return;
        }
        let heading = format!("## {}", self.words.say("plan-title"));
        self.block(0, &heading);
        let steps: usize = plan.groups.iter().map(|planned| planned.group.items.len()).sum();
        let intro = self.words.say_with("plan-intro", &args!("steps" => steps));
        self.block(0, &intro);
        if !commands {
            let task = code(&format!("backup-medic export {} --commands", self.case.code));
            let more = self.words.say_with("export-plan-commands", &args!("export" => task));
            self.block(0, &more);
        }
        let mut decides = None;
        for planned in &plan.groups {
            let stage = self.text.stage(planned);
            if decides.as_ref() != Some(&stage) {
                self.block(0, &one_line(&format!("### {stage}")));
                decides = Some(stage);
            }
            self.planned(planned, commands);
        }
    }

    fn planned(&mut self, planned: &PlanGroup, commands: bool) {
        let group = &planned.group;
        let text = self.renamed(&group.with);
        let remedy = &self.guide[group.remedy];
        self.block(0, &one_line(&format!("#### {}", text.title("remedy", &remedy.id))));
        let labels = self.remedy_labels(&text, group);
        self.block(0, &labels);
        if commands {
            self.before(&text, remedy);
        }
        for item in &group.items {
            self.goal(&text, group, item);
            if commands {
                let runs = planned.commands(self.guide, self.case, group.step(self.guide, item));
                self.way(&text, group, item, &runs);
            }
        }
        if commands {
            self.after(&text, remedy);
        }
    }
}
