//! Reads what the terminal sends: blocks until something comes, and never wakes without cause.

use std::{
    io::{self, ErrorKind, Read},
    os::unix::net::UnixStream,
    time::{Duration, Instant},
};

use crossterm::event::{Event, KeyEvent};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
};
use signal_hook::{consts::SIGWINCH, low_level::pipe};

use crate::input::{Input, QUIET};

/// Read at once, in bytes.
const PIECE: usize = 1 << 16;
/// So long, and so many bytes, what is left of a paste is discarded.
const LONGEST_DRAIN: (Duration, usize) = (Duration::from_secs(2), 64 << 20);

/// The keyboard and the size of the terminal.
pub(super) struct Keyboard {
    input: Input,
    resized: UnixStream,
    start: Instant,
    bytes: Vec<u8>,
}

impl Keyboard {
    /// From here on a new size is an event.
    pub(super) fn new() -> io::Result<Self> {
        let (resized, write) = UnixStream::pair()?;
        pipe::register(SIGWINCH, write)?;
        resized.set_nonblocking(true)?;
        Ok(Keyboard { input: Input::default(), resized, start: Instant::now(), bytes: vec![0; PIECE] })
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
            let (typed, resized) = self.await_either(next.map(|next| next.saturating_sub(now)))?;
            if resized {
                while matches!(self.resized.read(&mut self.bytes), Ok(1..)) {}
                let (columns, rows) = super::size()?;
                return Ok(Some(Event::Resize(columns, rows)));
            }
            if typed {
                self.read()?;
            }
        }
    }

    /// Whether an event is there or on its way without any wait.
    pub(super) fn has_more(&mut self) -> io::Result<bool> {
        if self.input.deadline() == Some(Duration::ZERO) {
            return Ok(true);
        }
        let (typed, resized) = self.await_either(Some(Duration::ZERO))?;
        Ok(typed || resized)
    }

    /// Discards what is left of a paste, so that no shell takes it for commands.
    pub(super) fn drain(&mut self) {
        let start = Instant::now();
        let mut count = 0;
        while start.elapsed() < LONGEST_DRAIN.0 && count < LONGEST_DRAIN.1 {
            match self.await_either(Some(QUIET)) {
                Ok((true, _)) => match rustix::io::read(io::stdin(), &mut self.bytes[..]) {
                    Ok(0) => return,
                    Ok(read) => count += read,
                    Err(Errno::INTR) => {}
                    Err(_) => return,
                },
                Ok((false, true)) => {
                    let _ = self.resized.read(&mut self.bytes);
                }
                _ => return,
            }
        }
    }

    fn read(&mut self) -> io::Result<()> {
        match rustix::io::read(io::stdin(), &mut self.bytes[..]) {
            // Where the terminal vanished there is nobody to go on for.
            Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                self.input.feed(&self.bytes[..count], self.start.elapsed());
                Ok(())
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Waits for the keyboard or a new size, whichever comes first: which of them is there.
    fn await_either(&self, patience: Option<Duration>) -> io::Result<(bool, bool)> {
        let stdin = io::stdin();
        let mut awaited = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.resized, PollFlags::IN)];
        let patience = patience.map(|patience| Timespec::try_from(patience).unwrap_or_default());
        match poll(&mut awaited, patience.as_ref()) {
            Ok(_) => Ok((!awaited[0].revents().is_empty(), !awaited[1].revents().is_empty())),
            Err(Errno::INTR) => Ok((false, false)),
            Err(error) => Err(error.into()),
        }
    }
}
