//! The escalation package: one Markdown with what whoever takes over asks for.

use super::{
    page::{MarkdownPage, PageShape, one_line, one_line_each},
    report,
};
use crate::{
    case::{
        Mark,
        checklist::{Group, Item},
        known::Known,
        open::OpenCase,
        trail::{Entry, Head, Trail},
    },
    guide::{Handover, Id, Outcome, Renames},
    l10n::{Words, args},
    text::markdown::{code, fence, plain},
};

/// Who takes over at the end of a trail; `None` where it does not end so.
pub fn taker(trail: &Trail) -> Option<Id<Handover>> {
    match &trail.head {
        Head::Ended { outcome: Outcome::Escalate(to), .. } => Some(*to),
        _ => None,
    }
}

/// The case for whoever takes over, in the language of the words; `None` where its trail does not end so.
pub fn handover(words: &Words, open: &OpenCase, shape: &PageShape<'_>) -> Option<String> {
    let to = taker(&open.trail)?;
    let mut page = MarkdownPage::new(words, open, shape);
    page.head();
    page.taker(to);
    page.ids(to);
    page.found();
    page.evidence();
    page.tried();
    page.steps_left();
    page.logs(to);
    page.paste(to);
    page.aside(open.checklist.items());
    page.sources();
    Some(page.out)
}

impl MarkdownPage<'_> {
    /// Who takes over, and what they ask for.
    fn taker(&mut self, to: Id<Handover>) {
        let id = &self.guide[to].id;
        let title = one_line(&self.text.title("handover", id));
        self.block(0, &format!("## {title}"));
        self.takers_words(to);
    }

    fn ids(&mut self, to: Id<Handover>) {
        let asked: Vec<_> = self.guide[to].ids.clone();
        let others = self.guide.ids().filter(|id| !asked.contains(id));
        let filled = others.filter(|id| !self.case.values(self.guide, *id, &Renames::new()).is_empty());
        let rows: Vec<_> = asked.iter().copied().chain(filled).map(|id| self.value_row(id)).collect();
        if !rows.is_empty() {
            self.heading("export-names");
            self.table(["export-value-name", "export-value"], &rows);
        }
    }

    /// Every step with a mark: what became of it, and when.
    fn tried(&mut self) {
        let rows: Vec<[String; 2]> = self
            .items()
            .filter_map(|(group, item)| {
                let result = self.mark_text(item.mark.as_ref()?, &item.key);
                let note = self.case.notes.get(&item.key).filter(|note| !note.trim().is_empty());
                let note = note.map(|note| format!("; {} {}", self.words.say("export-noted"), code(note.trim())));
                Some([self.step_text(group, item), result + &note.unwrap_or_default()])
            })
            .collect();
        self.heading("export-tried");
        if rows.is_empty() {
            let nothing = self.words.say("export-nothing-tried");
            self.block(0, &nothing);
        } else {
            self.table(["export-step", "export-result"], &rows);
        }
    }

    fn steps_left(&mut self) {
        let open = self.items().filter(|(_, item)| item.mark.is_none());
        let open: Vec<String> = open.map(|(group, item)| format!("- {}", self.warned(group, item))).collect();
        self.heading("export-left");
        if open.is_empty() {
            let nothing = self.words.say("export-nothing-left");
            self.block(0, &nothing);
        } else {
            self.block(0, &one_line_each(&open));
        }
    }

    fn logs(&mut self, to: Id<Handover>) {
        let logs = self.log_lines(to);
        if !logs.is_empty() {
            self.heading("export-attach");
            self.block(0, &one_line_each(&logs));
        }
    }

    /// A few sentences for the form of the support, as plain text.
    fn paste(&mut self, to: Id<Handover>) {
        let id = &self.guide[self.problem].id;
        let message = self.text.part("problem", id, "message").unwrap_or_else(|| self.text.title("problem", id));
        let error = args!("code" => self.case.code.as_str(), "message" => plain(&message));
        let mut lines = vec![self.words.say_with("export-paste-error", &error)];
        for id in &self.guide[to].ids {
            let name = plain(&self.text.title("variable", &self.guide[*id].id));
            lines.push(format!("{name}: {}", self.text.value(*id)));
        }
        let causes = self.trail.entries.iter().filter_map(|entry| match entry {
            Entry::Left { cause, exit, again: false } if !self.guide[*cause].routine => {
                let title = plain(&self.text.title("cause", &self.guide[*cause].id));
                Some(format!("- {title}: {}", self.words.say(&format!("exit-{}", exit.name()))))
            }
            _ => None,
        });
        let steps = self.items().filter_map(|(group, item)| {
            let result = plain(&self.mark_text(item.mark.as_ref()?, &item.key));
            let step = plain(&self.step_text(group, item));
            Some(format!("- {}: {result}", step.trim_end_matches('.')))
        });
        let tried: Vec<String> = causes.chain(steps).collect();
        if !tried.is_empty() {
            lines.push(self.words.say("export-paste-tried"));
            lines.extend(tried);
        }
        self.heading("export-paste");
        let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
        self.block(0, &fence(&lines.join("\n"), "text"));
    }

    fn items(&self) -> impl Iterator<Item = (&Group, &Item)> {
        self.checklist.groups.iter().flat_map(|group| group.items.iter().map(move |item| (group, item)))
    }

    fn step_text(&self, group: &Group, item: &Item) -> String {
        let step = group.step(self.guide, item);
        let part = self.renamed(&group.with).part("remedy", &self.guide[group.remedy].id, &format!("step-{}", step.id));
        one_line(&part.unwrap_or_default())
    }

    /// The goal of a step, and what whoever does it must know first.
    fn warned(&self, group: &Group, item: &Item) -> String {
        let (step, text) = (group.step(self.guide, item), self.renamed(&group.with));
        let warning = text.part("remedy", &self.guide[group.remedy].id, &format!("warn-{}", step.id));
        let warning = warning.map(|warning| format!(" **{}** {}", self.words.say("step-warning"), one_line(&warning)));
        self.step_text(group, item) + &warning.unwrap_or_default()
    }

    /// The paths to attach that the answers do not rule out.
    pub(super) fn log_lines(&self, to: Id<Handover>) -> Vec<String> {
        let known = Known::before(self.trail, self.trail.entries.len());
        let logs = self.guide[to].logs.iter().filter_map(|log| {
            let only_if = self.text.only_if(&known.undecided(&log.when)?);
            Some(format!("- {}{}", code(&log.path), only_if.map_or_else(String::new, |label| format!(" ({label})"))))
        });
        logs.collect()
    }

    /// What the taker's words say of why and of what to send.
    pub(super) fn takers_words(&mut self, to: Id<Handover>) {
        let id = &self.guide[to].id;
        for part in ["why", "send"] {
            if let Some(part) = self.text.part("handover", id, part) {
                self.block(0, &one_line(&part));
            }
        }
    }

    /// What became of a step, when, and why.
    pub(super) fn mark_text(&self, mark: &Mark, key: &str) -> String {
        let time = self.case.times.get(key).map(|time| format!(" {}", code(time))).unwrap_or_default();
        let (word, reason) = report::mark(mark);
        let reason = if reason.trim().is_empty() { String::new() } else { format!(": {}", code(reason)) };
        format!("**{}**{time}{reason}", self.words.say(word))
    }
}
