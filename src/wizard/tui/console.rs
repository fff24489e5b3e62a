//! Reads what a Windows console sends, which comes as events and never as bytes.

use std::{
    io,
    time::{Duration, Instant},
};

use crossterm::event::{self, Event, KeyEvent};

use crate::input::{Input, QUIET};

/// So long what is left of a paste is discarded.
const LONGEST_DRAIN: Duration = Duration::from_secs(2);
/// So many events are taken at once.
const PIECE: usize = 4096;

/// The keyboard and the size of the console.
pub(super) struct Keyboard {
    input: Input,
    start: Instant,
}

impl Keyboard {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Keyboard { input: Input::default(), start: Instant::now() })
    }

    /// The next event, or nothing after so much time; `keys` as in `Input::next`.
    pub(super) fn next(
        &mut self,
        patience: Option<Duration>,
        mut keys: impl FnMut(&[KeyEvent]) -> bool,
    ) -> io::Result<Option<Event>> {
        let end = patience.map(|patience| self.start.elapsed() + patience);
        loop {
            let now = self.start.elapsed();
            if let Some(event) = self.input.next(now, &mut keys) {
                return Ok(Some(event));
            }
            if end.is_some_and(|end| end <= now) {
                return Ok(None);
            }
            let next = end.into_iter().chain(self.input.deadline()).min();
            let there = next.is_none_or(|next| event::poll(next.saturating_sub(now)).unwrap_or(false));
            if there {
                self.read()?;
            }
        }
    }

    /// Whether an event is there or on its way without any wait.
    pub(super) fn has_more(&mut self) -> io::Result<bool> {
        Ok(self.input.deadline() == Some(Duration::ZERO) || event::poll(Duration::ZERO)?)
    }

    /// Discards what is left of a paste, so that no shell takes it for commands.
    pub(super) fn drain(&mut self) {
        let start = Instant::now();
        while start.elapsed() < LONGEST_DRAIN && event::poll(QUIET).unwrap_or(false) && event::read().is_ok() {}
    }

    fn read(&mut self) -> io::Result<()> {
        let mut events = vec![event::read()?];
        while events.len() < PIECE && event::poll(Duration::ZERO)? {
            events.push(event::read()?);
        }
        // Each key comes when it is pressed and when it is let go.
        events.retain(|event| !matches!(event, Event::Key(key) if !key.is_press() && !key.is_repeat()));
        self.input.take(events, self.start.elapsed());
        Ok(())
    }
}
