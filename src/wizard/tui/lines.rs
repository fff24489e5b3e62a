//! Lines of standard input for the plain face, and whether more of them came together.

use std::{
    io::{self, BufRead, BufReader, Read},
    time::Duration,
};

use crate::input::Lines;

/// Standard input, line by line.
pub struct StandardInput<R> {
    lines: BufReader<R>,
    /// Whether a person types there; what a script hands over at once is still typed line by line.
    typed: bool,
}

impl<R: Read> Read for StandardInput<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.lines.read(bytes)
    }
}

impl<R: Read> BufRead for StandardInput<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.lines.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.lines.consume(count);
    }
}

#[cfg(unix)]
mod system {
    use std::{fs::File, io, os::fd::AsFd, time::Instant};

    use rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        termios::{QueueSelector, tcflush},
    };

    use super::{BufRead, BufReader, Duration, Lines, StandardInput};
    use crate::input::QUIET;

    /// So long what is left of a paste is discarded.
    const LONGEST_DRAIN: Duration = Duration::from_secs(2);

    impl StandardInput<File> {
        /// Standard input; `typed` where it is a terminal.
        ///
        /// # Errors
        /// Where there is none.
        pub fn open(typed: bool) -> io::Result<Self> {
            let file = File::from(io::stdin().as_fd().try_clone_to_owned()?);
            Ok(StandardInput { lines: BufReader::new(file), typed })
        }
    }

    impl Lines for StandardInput<File> {
        fn has_more(&mut self, within: Duration) -> bool {
            if !self.typed || !self.lines.buffer().is_empty() {
                return self.typed;
            }
            let mut awaited = [PollFd::new(self.lines.get_ref(), PollFlags::IN)];
            let within = Timespec::try_from(within).unwrap_or_default();
            poll(&mut awaited, Some(&within)).is_ok() && awaited[0].revents().contains(PollFlags::IN)
        }

        fn discard(&mut self) {
            if !self.typed {
                return;
            }
            let start = Instant::now();
            while self.has_more(QUIET) && start.elapsed() < LONGEST_DRAIN {
                match self.lines.fill_buf().map(<[u8]>::len) {
                    Ok(count @ 1..) => self.lines.consume(count),
                    _ => break,
                }
            }
            // A line without its end is still the terminal's.
            let _ = tcflush(self.lines.get_ref(), QueueSelector::IFlush);
        }
    }
}

#[cfg(not(unix))]
impl StandardInput<io::Stdin> {
    /// Standard input; a Windows console does not say whether more lines are there.
    ///
    /// # Errors
    /// None here.
    pub fn open(typed: bool) -> io::Result<Self> {
        Ok(StandardInput { lines: BufReader::new(io::stdin()), typed })
    }
}

#[cfg(not(unix))]
impl Lines for StandardInput<io::Stdin> {
    fn has_more(&mut self, _: Duration) -> bool {
        self.typed && !self.lines.buffer().is_empty()
    }

    fn discard(&mut self) {}
}
