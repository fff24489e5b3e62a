//! What a Windows console sends, which comes as events, those for a new size among them, and never as bytes.
#![expect(clippy::disallowed_methods, reason = "a console has no bytes that `input` could read")]

use std::{
    io,
    time::{Duration, Instant},
};

use crossterm::event::{self, Event};

use super::Arrival;
use crate::input::{Input, QUIET};

/// So long what is left of a paste is discarded.
const LONGEST_DRAIN: Duration = Duration::from_secs(2);
/// So many events are taken at once.
const PIECE: usize = 4096;
/// Waiting without end is waiting again and again.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);

/// The console.
pub(super) struct KeySource;

impl KeySource {
    pub(super) fn new() -> io::Result<Self> {
        Ok(KeySource)
    }

    pub(super) fn wait(&mut self, patience: Option<Duration>) -> io::Result<Arrival> {
        let there = event::poll(patience.unwrap_or(LONGEST_WAIT))?;
        Ok(if there { Arrival::Typed } else { Arrival::Nothing })
    }

    /// Reads what is there; `now` is asked for once it was read.
    pub(super) fn read(&mut self, input: &mut Input, now: impl Fn() -> Duration) -> io::Result<()> {
        let mut events = vec![event::read()?];
        while events.len() < PIECE && event::poll(Duration::ZERO)? {
            events.push(event::read()?);
        }
        // Each key comes when it is pressed and when it is let go.
        events.retain(|event| !matches!(event, Event::Key(key) if !key.is_press() && !key.is_repeat()));
        input.take(events, now());
        Ok(())
    }

    pub(super) fn drain(&mut self) {
        let start = Instant::now();
        while start.elapsed() < LONGEST_DRAIN && event::poll(QUIET).unwrap_or(false) && event::read().is_ok() {}
    }
}
