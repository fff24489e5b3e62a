//! The summary for people: a table of the problems, then for each its plan, what tells its jobs apart, and its VMs.

use std::rc::Rc;

use super::{FailureGroup, Part, Summary, VmLine};
use crate::{
    case::{Case, plan::Plan, reachable::Reachable},
    guide::{Catalog, Guide, Problem},
    l10n::{GuideText, Words, args},
    text::markdown::{cell, code, plain},
};

/// VMs that are listed for each problem; the table for scripts has them all.
const LISTED: usize = 50;

/// Unknown codes that are listed.
const UNKNOWN: usize = 200;

/// The summary as GitHub-flavoured Markdown, in the language of the words; `guides` are those of the catalogue.
pub fn markdown(summary: &Summary, catalog: &Catalog, guides: &[Rc<Guide>], words: &Words) -> String {
    let mut page = SummaryPage { summary, catalog, words, out: String::new() };
    page.head();
    for (at, group) in summary.groups.iter().enumerate() {
        page.group(at + 1, group, guides);
    }
    page.unknown();
    page.out
}

struct SummaryPage<'a> {
    summary: &'a Summary,
    catalog: &'a Catalog,
    words: &'a Words,
    out: String,
}

impl SummaryPage<'_> {
    fn block(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn title(&self, group: &FailureGroup) -> String {
        group.problem.map_or_else(String::new, |row| plain(&self.words.entry_title(&self.catalog.entries[row])))
    }

    /// A table; the columns after the first `left` hold figures.
    fn table(&mut self, heads: &[&str], left: usize, rows: &[Vec<String>]) {
        let heads: Vec<String> = heads.iter().map(|id| self.words.say(id)).collect();
        let row =
            |cells: &[String]| format!("| {} |", cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | "));
        let rule: Vec<&str> = (0..heads.len()).map(|at| if at < left { "---" } else { "---:" }).collect();
        let mut lines = vec![row(&heads), format!("| {} |", rule.join(" | "))];
        lines.extend(rows.iter().map(|cells| row(cells)));
        self.block(&lines.join("\n"));
    }

    fn head(&mut self) {
        let title = self.words.say("triage-title");
        self.block(&format!("# {title}"));
        let summary = self.summary;
        let args = args!("jobs" => summary.rows(), "vms" => summary.vms(), "problems" => summary.groups.len());
        let id = if summary.rows() == 0 { "triage-none" } else { "triage-all" };
        let all = self.words.say_with(id, &args);
        self.block(&all);
        if !summary.groups.is_empty() {
            let row = |group: &FailureGroup| {
                let mut cells =
                    vec![self.title(group), code(&group.code), self.time(&group.first), self.time(&group.last)];
                cells.extend([group.count, group.vms].map(|count| count.to_string()));
                cells
            };
            let rows: Vec<_> = summary.groups.iter().map(row).collect();
            let heads = ["triage-problem", "triage-code", "triage-first", "triage-last", "triage-jobs", "triage-vms"];
            self.table(&heads, 4, &rows);
        }
    }

    fn time(&self, time: &Option<String>) -> String {
        time.clone().unwrap_or_else(|| self.words.say("triage-no-time"))
    }

    fn group(&mut self, number: usize, group: &FailureGroup, guides: &[Rc<Guide>]) {
        let title = self.title(group);
        self.block(&format!("## {number}. {title}"));
        self.block(&code(&group.code));
        let args = args!(
            "jobs" => group.count, "vms" => group.vms, "vaults" => group.vaults.len(),
            "first" => self.time(&group.first), "last" => self.time(&group.last)
        );
        let all = self.words.say_with("triage-group", &args);
        self.block(&all);
        self.plan(group, guides);
        self.parts(group);
        self.vaults(group);
        self.vms(group);
    }

    /// What is the same for all: why, what to find out, what to do, in the order of the guide.
    fn plan(&mut self, group: &FailureGroup, guides: &[Rc<Guide>]) {
        let Some(entry) = group.problem.map(|row| &self.catalog.entries[row]) else { return };
        let Some(guide) = guides.iter().find(|guide| guide.id == entry.guide) else { return };
        let Some(problem) = guide.find::<Problem>(&entry.problem) else { return };
        let case = Case::new(guide, problem, &entry.code);
        let text = GuideText::new(self.words, guide, &case);
        let one_line = |text: String| text.replace(['\n', '\r'], " ");
        if let Some(why) = text.part_of::<Problem>(&entry.problem, "why") {
            self.block(&one_line(why));
        }
        let reach = Reachable::from_problem(guide, problem);
        let plan = self.words.say("triage-plan");
        self.block(&format!("### {plan}"));
        let questions: Vec<String> =
            reach.questions.iter().map(|id| format!("- {}", one_line(text.title(&guide[*id])))).collect();
        let ask = self.words.say("triage-ask");
        self.block(&ask);
        self.block(&questions.join("\n"));
        let repair = self.words.say("triage-do");
        self.block(&repair);
        let plan = Plan::new(guide, problem, &case);
        let mut lines = Vec::new();
        for (stage, planned) in text.staged(&plan.repairs) {
            lines.extend(stage.map(|stage| format!("- {stage}")));
            let text = GuideText::renamed(self.words, guide, &case, &planned.group.with);
            let title = text.title(&guide[planned.group.remedy]);
            lines.push(format!("  - [ ] {title} *({})*", text.group_labels(&planned.group).join("; ")));
        }
        for (stage, remedies) in text.routines(&plan) {
            lines.push(format!("- {stage}"));
            lines.extend(remedies.iter().map(|remedy| format!("  - {remedy}")));
        }
        let lines: Vec<String> = lines.into_iter().map(one_line).collect();
        self.block(&lines.join("\n"));
        let args = args!("export" => code(&format!("backup-medic export {}", entry.code)));
        let list = self.words.say_with("triage-list", &args);
        self.block(&list);
        let args = args!("show" => code(&format!("backup-medic show {}", entry.code)));
        let more = self.words.say_with("triage-more", &args);
        self.block(&more);
    }

    /// What tells the jobs of a group apart, where anything does.
    fn parts(&mut self, group: &FailureGroup) {
        if group.parts.len() < 2 {
            return;
        }
        let title = self.words.say("triage-apart");
        self.block(&format!("### {title}"));
        let row = |part: &Part| {
            let failing = self.summary.failing(part);
            let said = [failing.code.as_str(), &failing.number, &failing.message, &failing.operation];
            said.iter().map(|text| set(text)).chain([part.count, part.vms].map(|count| count.to_string())).collect()
        };
        let rows: Vec<Vec<String>> = group.parts.iter().map(row).collect();
        let heads = ["triage-code", "triage-number", "triage-message", "triage-operation", "triage-jobs", "triage-vms"];
        self.table(&heads, 4, &rows);
    }

    fn vaults(&mut self, group: &FailureGroup) {
        let row = |part: &Part| {
            let vault = self.summary.vault(part);
            vec![set(&vault.name), set(&vault.group), part.count.to_string(), part.vms.to_string()]
        };
        let rows: Vec<_> = group.vaults.iter().take(LISTED).map(row).collect();
        let title = self.words.say("triage-vaults");
        self.block(&format!("### {title}"));
        self.table(&["triage-vault", "triage-group-name", "triage-jobs", "triage-vms"], 2, &rows);
        self.rest(group.vaults.len());
    }

    fn vms(&mut self, group: &FailureGroup) {
        let title = self.words.say("triage-machines");
        self.block(&format!("### {title}"));
        // What most jobs say stands above; a line says only what differs.
        let usual = self.summary.failing(&group.parts[0]);
        let row = |line: VmLine<'_>| {
            let said = [&line.failing.code, &line.failing.number, &line.failing.message, &line.failing.operation];
            let common = [&usual.code, &usual.number, &usual.message, &usual.operation];
            let differs = said.into_iter().zip(common).filter(|(own, usual)| own != usual && !own.is_empty());
            let differs: Vec<String> = differs.map(|(own, _)| code(own)).collect();
            vec![
                set(&line.vm.name),
                set(&line.vm.group),
                set(&line.vault.name),
                self.time(&line.last),
                differs.join(" "),
                line.count.to_string(),
            ]
        };
        let rows: Vec<_> = self.summary.lines(group).take(LISTED).map(row).collect();
        let heads = ["triage-vm", "triage-group-name", "triage-vault", "triage-last", "triage-differs", "triage-jobs"];
        self.table(&heads, 5, &rows);
        self.rest(group.vms);
    }

    /// Says how many lines a list leaves out.
    fn rest(&mut self, all: usize) {
        if all > LISTED {
            let args = args!("count" => all - LISTED, "format" => code("--format csv"));
            let rest = self.words.say_with("triage-rest", &args);
            self.block(&rest);
        }
    }

    fn unknown(&mut self) {
        if self.summary.unknown.is_empty() {
            return;
        }
        let title = self.words.say("triage-unknown");
        self.block(&format!("## {title}"));
        let why = self.words.say("triage-unknown-why");
        self.block(&why);
        let row = |group: &FailureGroup| {
            let message = &self.summary.failing(&group.parts[0]).message;
            let mut cells = vec![set(&group.code), set(message), self.time(&group.first), self.time(&group.last)];
            cells.extend([group.count, group.vms].map(|count| count.to_string()));
            cells
        };
        let rows: Vec<_> = self.summary.unknown.iter().take(UNKNOWN).map(row).collect();
        let heads = ["triage-code", "triage-message", "triage-first", "triage-last", "triage-jobs", "triage-vms"];
        self.table(&heads, 4, &rows);
        if self.summary.unknown.len() > UNKNOWN {
            let args = args!("count" => self.summary.unknown.len() - UNKNOWN, "format" => code("--format json"));
            let rest = self.words.say_with("triage-rest-codes", &args);
            self.block(&rest);
        }
    }
}

/// Text of a stream as code; nothing where it says nothing.
fn set(text: &str) -> String {
    if text.is_empty() { String::new() } else { code(text) }
}
