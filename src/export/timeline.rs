//! What was done, and when: what was answered within a minute is one line, since answers come fast.

use super::page::{MarkdownPage, one_line};
use crate::{
    l10n::{ToldEvent, args},
    text::{day, markdown::code},
};

impl MarkdownPage<'_> {
    /// Every answer, mark and note that has a time, the first first.
    pub(super) fn timeline(&mut self) {
        let mut lines: Vec<ToldEvent> = Vec::new();
        for event in self.words.timeline(self.open_case) {
            match lines.last_mut() {
                Some(last) if last.is_answer && event.is_answer && last.at / 60 == event.at / 60 => {
                    last.what += &format!("; {}", event.what);
                }
                _ => lines.push(event),
            }
        }
        if lines.is_empty() {
            return;
        }
        let line = |event: ToldEvent| {
            let time = self.moment(&day::moment(event.at)).map(|time| code(&time)).unwrap_or_default();
            one_line(&format!("- {time} {}", self.words.event(event.id, &event.what)))
        };
        let lines: Vec<String> = lines.into_iter().map(line).collect();
        self.heading("timeline-title");
        self.block(0, &lines.join("\n"));
    }

    /// A moment in UTC as day, time and zone; `None` where nobody gave one.
    pub(super) fn moment(&self, moment: &str) -> Option<String> {
        let (day, time) = moment.split_once('T')?;
        let args = args!("day" => day, "time" => time.get(..5).unwrap_or(time));
        Some(self.words.say_with("export-written", &args))
    }
}
