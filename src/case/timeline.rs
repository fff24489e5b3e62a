//! What was done in a case, and when: of what nobody knows the time, nothing is said.

use super::{Mark, open::OpenCase};
use crate::text::day;

/// Something that has a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event<'a> {
    /// In seconds since 1970.
    pub at: u64,
    /// What was done.
    pub kind: EventKind<'a>,
}

/// What was done; each text is the key under which the case keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind<'a> {
    /// A question got this answer.
    Answered(&'a str, &'a str),
    /// A step got this mark.
    Marked(&'a str, &'a Mark),
    /// Something was noted.
    Noted(&'a str),
}

impl<'a> EventKind<'a> {
    fn key(self) -> &'a str {
        match self {
            EventKind::Answered(key, _) | EventKind::Marked(key, _) | EventKind::Noted(key) => key,
        }
    }
}

impl OpenCase {
    /// What has a time, the first first; what has the same one in the order of the trail and its steps.
    pub fn timeline(&self) -> Vec<Event<'_>> {
        let case = &self.case;
        let answered = case.answered.iter().filter_map(|(key, time)| {
            let option = case.answers.get(key)?;
            Some((time, EventKind::Answered(key, option)))
        });
        let earlier = case.earlier.iter().map(|known| (&known.at, EventKind::Answered(&known.question, &known.option)));
        let marked =
            case.times.iter().filter_map(|(key, time)| Some((time, EventKind::Marked(key, case.marks.get(key)?))));
        let noted = case.noted.iter().filter(|(key, _)| case.notes.contains_key(*key));
        let noted = noted.map(|(key, time)| (time, EventKind::Noted(key)));
        let timed = earlier.chain(answered).chain(marked).chain(noted);
        let mut events: Vec<Event<'_>> =
            timed.filter_map(|(time, kind)| Some(Event { at: day::seconds(time)?, kind })).collect();
        let asked = self.trail.asked().map(|(ask, _)| ask.key.as_str());
        let order: Vec<&str> = asked.chain(self.items().map(|item| item.key.as_str())).collect();
        let place = |key: &str| order.iter().position(|known| *known == key).unwrap_or(order.len());
        events.sort_by_key(|event| (event.at, place(event.kind.key())));
        events
    }
}
