//! Waits that end while the program is open: one timer for the next of them, and a bell when it has come.

use std::time::Duration;

use super::{Effect, Effects, Model};

impl Model {
    /// How long nothing happens by itself, counted from a time in UTC; for ever where no case waits.
    pub fn patience(&self, now: &str) -> Option<Duration> {
        let now = crate::text::day::seconds(now)?;
        self.waits().min().map(|until| Duration::from_secs(until.saturating_sub(now)))
    }
}

/// Takes the time, and rings where a wait ended since the last one.
pub(super) fn at(model: &mut Model, now: String) -> Effects {
    let waited: Vec<u64> = model.waits().collect();
    let is_first = model.now.is_empty();
    model.now = now;
    let clock = model.clock();
    let ends = waited.iter().any(|until| *until <= clock);
    if ends && !is_first { Effect::Ring(model.words.say("ring")).into() } else { Effects::none() }
}
