//! Events as they come: asks `input` first, and waits for the terminal only where nothing is there yet.

#[cfg_attr(not(unix), path = "keyboard/console.rs")]
mod terminal;

use std::{
    io,
    time::{Duration, Instant},
};

use crossterm::event::{Event, KeyEvent};

use self::terminal::KeySource;
use crate::input::Input;

/// What a wait ended with.
enum Arrival {
    /// Nothing came in time.
    Nothing,
    /// There is something to read.
    Typed,
    /// The terminal has another size.
    #[cfg(unix)]
    Resized,
}

/// The keyboard and the size of the terminal.
pub(super) struct Keyboard {
    input: Input,
    source: KeySource,
    start: Instant,
}

impl Keyboard {
    /// From here on a new size is an event.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Keyboard { input: Input::default(), source: KeySource::new()?, start: Instant::now() })
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
            match self.source.wait(next.map(|next| next.saturating_sub(now)))? {
                Arrival::Nothing => {}
                Arrival::Typed => self.source.read(&mut self.input, || self.start.elapsed())?,
                #[cfg(unix)]
                Arrival::Resized => {
                    self.source.take_resizes();
                    let (columns, rows) = super::size()?;
                    return Ok(Some(Event::Resize(columns, rows)));
                }
            }
        }
    }

    /// Whether an event is there or on its way without any wait.
    pub(super) fn has_more(&mut self) -> io::Result<bool> {
        let is_due = self.input.deadline() == Some(Duration::ZERO);
        Ok(is_due || !matches!(self.source.wait(Some(Duration::ZERO))?, Arrival::Nothing))
    }

    /// Discards what is left of a paste, so that no shell takes it for commands.
    pub(super) fn drain(&mut self) {
        self.source.drain();
    }
}
