//! What a case keeps beside today's trail: shown, so that the file holds nothing that its reader cannot see.

use super::page::MarkdownPage;
use crate::{
    case::{NOTE, checklist::Item},
    guide::Variable,
    text::markdown::code,
};

impl MarkdownPage<'_> {
    /// Answers off the trail, and marks, notes and values of places that it does not come by.
    pub(super) fn aside(&mut self) {
        let planned = self.plan.groups.iter().map(|planned| &planned.group);
        let items: Vec<&Item> = self.checklist.groups.iter().chain(planned).flat_map(|group| &group.items).collect();
        let asked = self.trail.asked().chain(self.plan.given.iter().map(|(ask, answer)| (ask, *answer)));
        let counts: Vec<&str> = asked.map(|(ask, _)| ask.key.as_str()).collect();
        let off = |key: &String| !items.iter().any(|item| item.key == *key);
        let mut rows: Vec<[String; 2]> = Vec::new();
        let mut add = |key: &str, what: String| rows.push([code(key), what]);
        for (key, option) in &self.case.answers {
            if !counts.contains(&key.as_str()) {
                add(key, code(option));
            }
        }
        for (key, mark) in self.case.marks.iter().filter(|(key, _)| off(key)) {
            add(key, self.mark_text(mark, key));
        }
        for (key, time) in self.case.times.iter().filter(|(key, _)| !self.case.marks.contains_key(*key)) {
            add(key, code(time));
        }
        for (key, note) in self.case.notes.iter().filter(|(key, _)| *key != NOTE && off(key)) {
            add(key, code(note));
        }
        for (name, values) in &self.case.variables {
            if self.guide.find::<Variable>(name).is_none() {
                add(name, values.iter().map(|value| code(value)).collect::<Vec<_>>().join(", "));
            }
        }
        if !rows.is_empty() {
            self.heading("export-aside");
            let intro = self.words.say("export-aside-why");
            self.block(0, &intro);
            self.table(["export-place", "export-kept"], &rows);
        }
    }
}
