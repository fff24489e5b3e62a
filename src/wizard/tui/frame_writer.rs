//! A frame as one write: what ratatui flushes in pieces is held back until the frame is whole.

use std::{
    cell::RefCell,
    io::{self, Write},
    rc::Rc,
};

use crossterm::{
    queue,
    terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
};

use super::modes;

/// Collects a frame's bytes; its clones collect into the same frame.
#[derive(Debug, Clone, Default)]
pub(super) struct FrameWriter(Rc<RefCell<Vec<u8>>>);

impl FrameWriter {
    /// The frame as text, instead of handing it on.
    #[cfg(test)]
    pub(super) fn take(&self) -> String {
        String::from_utf8(self.0.take()).expect("a frame is text")
    }

    /// Hands the frame to the terminal, to be shown at once.
    pub(super) fn send(&self) -> io::Result<()> {
        let mut held = self.0.borrow_mut();
        if held.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(held.len() + 16);
        queue!(frame, BeginSynchronizedUpdate)?;
        frame.append(&mut held);
        queue!(frame, EndSynchronizedUpdate)?;
        modes::write(&frame)
    }
}

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
