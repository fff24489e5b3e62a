//! How far the reading is, drawn on a terminal's standard error and taken away at the end.

use std::{
    io::{self, Read, Write},
    time::{Duration, Instant},
};

/// Nobody sees more changes than these.
const EVERY: Duration = Duration::from_millis(100);

/// Columns of the bar.
const BAR: u64 = 30;

/// Draws nothing where it is off. It moves as bytes are read, so that no timer is needed.
pub struct ProgressLine {
    /// When it was drawn last, or when it began; `None` where it is off.
    drawn: Option<Instant>,
    /// Whether there is anything to take away.
    shown: bool,
    read: u64,
}

/// A stream that is watched.
pub struct Watched<'a, R> {
    source: R,
    size: Option<u64>,
    progress: &'a mut ProgressLine,
}

impl ProgressLine {
    /// Nothing is drawn before the first bytes have taken a while.
    pub fn new(on: bool) -> Self {
        ProgressLine { drawn: on.then(Instant::now), shown: false, read: 0 }
    }

    /// The stream, of so many bytes where that is known, whose reading is shown from now on.
    pub fn watch<R: Read>(&mut self, source: R, size: Option<u64>) -> Watched<'_, R> {
        self.read = 0;
        Watched { source, size, progress: self }
    }

    fn moved(&mut self, bytes: usize, size: Option<u64>) {
        self.read += bytes as u64;
        if self.drawn.is_some_and(|drawn| drawn.elapsed() >= EVERY) {
            self.drawn = Some(Instant::now());
            self.shown = true;
            let _ = io::stderr().write_all(line(self.read, size).as_bytes());
        }
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        if self.shown {
            let _ = io::stderr().write_all(format!("\r{:60}\r", "").as_bytes());
        }
    }
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.progress.moved(read, self.size);
        Ok(read)
    }
}

/// The bar over the last one; without a size only what was read.
fn line(read: u64, size: Option<u64>) -> String {
    let megabytes = read as f64 / 1e6;
    match size.filter(|size| *size > 0) {
        Some(size) => {
            let part = read.min(size) * BAR / size;
            let bar = "#".repeat(part as usize);
            format!("\r[{bar:30}] {:3}% {megabytes:9.1} MB", read.min(size) * 100 / size)
        }
        None => format!("\r{megabytes:9.1} MB"),
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_bar_fills_and_keeps_its_place() {
        let check = |read, size, expected: &str| assert_eq!(line(read, size), expected);
        check(0, Some(200), "\r[                              ]   0%       0.0 MB");
        check(100_000_000, Some(200_000_000), "\r[###############               ]  50%     100.0 MB");
        check(300, Some(200), "\r[##############################] 100%       0.0 MB");
        check(5_000_000, None, "\r      5.0 MB");
        check(5_000_000, Some(0), "\r      5.0 MB");
    }
}
