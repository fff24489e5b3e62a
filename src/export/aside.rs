//! What a case keeps beside today's trail: shown, so that the file holds nothing that its reader cannot see.

use super::page::MarkdownPage;
use crate::{
    case::{NOTE, checklist::Item},
    guide::Variable,
    text::markdown::code,
};

impl MarkdownPage<'_> {
    /// Answers off the trail, and marks, notes and values of steps that are not shown.
    pub(super) fn aside<'i>(&mut self, shown: impl Iterator<Item = &'i Item>) {
        let shown: Vec<&Item> = shown.collect();
        let off = |key: &String| !shown.iter().any(|item| item.key == *key);
        let mut rows: Vec<[String; 2]> = Vec::new();
        let mut add = |key: &str, what: String| rows.push([code(key), what]);
        for (key, option) in &self.case.answers {
            let given = self.plan.given.iter().map(|(ask, _)| ask);
            if !self.trail.asked().map(|(ask, _)| ask).chain(given).any(|ask| ask.key == *key) {
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
