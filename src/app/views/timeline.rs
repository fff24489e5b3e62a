//! What was done in a case, and when, by the person's clock.

use crate::app::Model;

/// The timeline of the case in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineView {
    /// What it is called.
    pub title: String,
    /// That nothing has a time yet.
    pub nothing: Option<String>,
    /// Each day with its zone; below it each moment, and what was done.
    pub days: Vec<(String, Vec<(String, String)>)>,
}

impl TimelineView {
    /// The timeline that a Model shows, if it shows a case.
    pub fn of(model: &Model) -> Option<Self> {
        let (words, zone) = (model.words(), model.zone);
        let mut days: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for event in words.timeline(&model.session()?.open) {
            let date = zone.date(event.at);
            if days.last().is_none_or(|(last, _)| *last != date) {
                days.push((date, Vec::new()));
            }
            let moment = (zone.clock(event.at), words.event(event.id, &event.what));
            days.last_mut().expect("it was pushed").1.push(moment);
        }
        let nothing = days.is_empty().then(|| words.say("timeline-empty"));
        Some(TimelineView { title: words.say("timeline-title"), nothing, days })
    }
}
