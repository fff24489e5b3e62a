//! What a terminal sends: bytes, and a signal for a new size; blocks until something comes, and never wakes without cause.

use std::{
    io::{self, ErrorKind, Read},
    os::unix::net::UnixStream,
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
};
use signal_hook::{consts::SIGWINCH, low_level::pipe};

use super::Arrival;
use crate::input::{Input, QUIET};

/// Read at once, in bytes.
const PIECE: usize = 1 << 16;
/// So long, and so many bytes, what is left of a paste is discarded.
const LONGEST_DRAIN: (Duration, usize) = (Duration::from_secs(2), 64 << 20);

/// Standard input, and what says that the size is another one.
pub(super) struct KeySource {
    resized: UnixStream,
    bytes: Vec<u8>,
}

impl KeySource {
    pub(super) fn new() -> io::Result<Self> {
        let (resized, write) = UnixStream::pair()?;
        pipe::register(SIGWINCH, write)?;
        resized.set_nonblocking(true)?;
        Ok(KeySource { resized, bytes: vec![0; PIECE] })
    }

    /// Waits for the keyboard or a new size; a new size is told first.
    pub(super) fn wait(&mut self, patience: Option<Duration>) -> io::Result<Arrival> {
        let stdin = io::stdin();
        let mut awaited = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.resized, PollFlags::IN)];
        let patience = patience.map(|patience| Timespec::try_from(patience).unwrap_or_default());
        match poll(&mut awaited, patience.as_ref()) {
            Ok(_) if !awaited[1].revents().is_empty() => Ok(Arrival::Resized),
            Ok(_) if !awaited[0].revents().is_empty() => Ok(Arrival::Typed),
            Ok(_) | Err(Errno::INTR) => Ok(Arrival::Nothing),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes all signals of a new size, since there is one size however many came.
    pub(super) fn take_resizes(&mut self) {
        while matches!(self.resized.read(&mut self.bytes), Ok(1..)) {}
    }

    /// Reads what is there; `now` is asked for once it was read.
    pub(super) fn read(&mut self, input: &mut Input, now: impl Fn() -> Duration) -> io::Result<()> {
        match rustix::io::read(io::stdin(), &mut self.bytes[..]) {
            // Where the terminal vanished there is nobody to continue for.
            Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                input.feed(&self.bytes[..count], now());
                Ok(())
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn drain(&mut self) {
        let start = Instant::now();
        let mut count = 0;
        while start.elapsed() < LONGEST_DRAIN.0 && count < LONGEST_DRAIN.1 {
            match self.wait(Some(QUIET)) {
                Ok(Arrival::Typed) => match rustix::io::read(io::stdin(), &mut self.bytes[..]) {
                    Ok(0) => return,
                    Ok(read) => count += read,
                    Err(Errno::INTR) => {}
                    Err(_) => return,
                },
                Ok(Arrival::Resized) => self.take_resizes(),
                Ok(Arrival::Nothing) | Err(_) => return,
            }
        }
    }
}
