//! The package for whoever takes over, at the end of a trail or in the middle of it: one Markdown with what they ask for.

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
    guide::{Handover, Id, Outcome, Problem, Renames, Variable},
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

/// Whose names and logs a package has: those of who takes over at the end of the trail, before that those of support.
fn asker(open: &OpenCase) -> Option<Id<Handover>> {
    taker(&open.trail).or_else(|| open.guide.find("support"))
}

/// The names that whoever takes over asks for, and that nobody has filled in.
pub fn missing_names(open: &OpenCase) -> Vec<Id<Variable>> {
    let asked = asker(open).map_or(&[][..], |to| &open.guide[to].ids);
    let is_missing = |id: &&Id<Variable>| open.case.values(&open.guide, **id, &Renames::new()).is_empty();
    asked.iter().filter(is_missing).copied().collect()
}

/// The case for whoever takes over, in the language of the words, wherever its trail stands.
pub fn handover(words: &Words, open: &OpenCase, shape: &PageShape<'_>) -> String {
    let (to, asker) = (taker(&open.trail), asker(open));
    let mut page = MarkdownPage::new(words, open, shape);
    page.head();
    if let Some(to) = to {
        page.taker(to);
    }
    let ids = asker.map_or(&[][..], |to| &open.guide[to].ids);
    page.ids(ids);
    page.found();
    page.evidence();
    page.tried();
    page.timeline();
    if to.is_none() {
        page.open(&[]);
    }
    page.steps_left();
    if let Some(asker) = asker {
        page.logs(asker);
    }
    page.paste(ids);
    page.aside(open.checklist.items());
    page.sources();
    page.out
}

impl MarkdownPage<'_> {
    /// Who takes over, and what they ask for.
    fn taker(&mut self, to: Id<Handover>) {
        let id = &self.guide[to].id;
        let title = one_line(&self.text.title_of::<Handover>(id));
        self.block(0, &format!("## {title}"));
        self.takers_words(to);
    }

    fn ids(&mut self, asked: &[Id<Variable>]) {
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

    /// The whole case in a few lines for the form of the support, as plain text.
    fn paste(&mut self, asked: &[Id<Variable>]) {
        let id = &self.guide[self.problem].id;
        let message = self.text.part_of::<Problem>(id, "message").unwrap_or_else(|| self.text.title_of::<Problem>(id));
        let error = args!("code" => self.case.code.as_str(), "message" => plain(&message));
        let mut lines = vec![self.words.say_with("export-paste-error", &error)];
        for id in asked {
            let name = plain(&self.text.title(&self.guide[*id]));
            lines.push(format!("{name}: {}", self.text.value(*id)));
        }
        let answers = self.trail.asked().map(|(ask, answer)| {
            let answer = self.renamed(&ask.with).answer(ask.question, answer);
            format!("- {} {}", plain(&self.text.asked(ask)), plain(&answer))
        });
        self.section(&mut lines, "export-paste-found", answers.collect());
        let causes = self.trail.entries.iter().filter_map(|entry| match entry {
            Entry::Left { cause, exit, again: false } if !self.guide[*cause].routine => {
                let title = plain(&self.text.title(&self.guide[*cause]));
                Some(format!("- {title}: {}", self.words.say(&format!("exit-{}", exit.name()))))
            }
            _ => None,
        });
        let steps = self.items().filter_map(|(group, item)| {
            let result = plain(&self.mark_text(item.mark.as_ref()?, &item.key));
            let step = plain(&self.step_text(group, item));
            let note = self.case.notes.get(&item.key).map(|note| note.trim()).filter(|note| !note.is_empty());
            let note = note.map_or_else(String::new, |note| format!(" ({note})"));
            Some(format!("- {}: {result}{note}", step.trim_end_matches('.')))
        });
        self.section(&mut lines, "export-paste-tried", causes.chain(steps).collect());
        let left = self.items().filter(|(_, item)| item.mark.is_none());
        let left = left.map(|(group, item)| format!("- {}", plain(&self.step_text(group, item))));
        let waits = self.text.waits(self.trail).map(|waits| format!("- {}", plain(&waits)));
        self.section(&mut lines, "export-paste-open", waits.into_iter().chain(left).collect());
        self.heading("export-paste");
        let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
        self.block(0, &fence(&lines.join("\n"), "text"));
    }

    /// A heading and what is below it, where there is something.
    fn section(&self, lines: &mut Vec<String>, heading: &str, items: Vec<String>) {
        if !items.is_empty() {
            lines.push(self.words.say(heading));
            lines.extend(items);
        }
    }

    fn items(&self) -> impl Iterator<Item = (&Group, &Item)> {
        self.checklist.groups.iter().flat_map(|group| group.items.iter().map(move |item| (group, item)))
    }

    pub(super) fn step_text(&self, group: &Group, item: &Item) -> String {
        let step = group.step(self.guide, item);
        let part = self.renamed(&group.with).part(&self.guide[group.remedy], &format!("step-{}", step.id));
        one_line(&part.unwrap_or_default())
    }

    /// The goal of a step, and what whoever does it must know first.
    fn warned(&self, group: &Group, item: &Item) -> String {
        let (step, text) = (group.step(self.guide, item), self.renamed(&group.with));
        let warning = text.part(&self.guide[group.remedy], &format!("warn-{}", step.id));
        let warning = warning.map(|warning| format!(" **{}** {}", self.words.say("step-warning"), one_line(&warning)));
        self.step_text(group, item) + &warning.unwrap_or_default()
    }

    /// The paths to attach that the answers do not rule out.
    pub(super) fn log_lines(&self, to: Id<Handover>) -> Vec<String> {
        let known = Known::before(self.trail, self.trail.entries.len());
        let logs = self.guide[to].logs.iter().filter_map(|log| {
            let only_if = self.text.only_if(&known.undecided(&log.when)?);
            Some(format!(
                "- [ ] {}{}",
                code(&log.path),
                only_if.map_or_else(String::new, |label| format!(" ({label})"))
            ))
        });
        logs.collect()
    }

    /// What the taker's words say of why, and what to send, each to be ticked off.
    pub(super) fn takers_words(&mut self, to: Id<Handover>) {
        if let Some(why) = self.text.part(&self.guide[to], "why") {
            self.block(0, &one_line(&why));
        }
        let tasks = self.text.to_send(to).into_iter().map(|sentence| one_line(&format!("- [ ] {sentence}")));
        let tasks: Vec<String> = tasks.collect();
        self.block(0, &tasks.join("\n"));
    }

    /// What became of a step, when, and why.
    pub(super) fn mark_text(&self, mark: &Mark, key: &str) -> String {
        let time = self.case.times.get(key).map(|time| format!(" {}", code(time))).unwrap_or_default();
        let (word, reason) = report::mark(mark);
        let reason = if reason.trim().is_empty() { String::new() } else { format!(": {}", code(reason)) };
        format!("**{}**{time}{reason}", self.words.say(word))
    }
}
