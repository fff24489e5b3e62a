//! The terminal's modes: taken once, and given back by one function on every way out.
//!
//! Whoever writes to the terminal or changes its modes holds the lock of standard output, which its thread may take
//! again: no signal restores the terminal in the middle of a frame, and a panic restores it wherever it happens.

use std::{
    io::{self, Write},
    panic,
    sync::atomic::{AtomicBool, Ordering},
};

use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    queue, style,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};

static ENTERED: AtomicBool = AtomicBool::new(false);
/// Whether the terminal was told its modes, which is done by the first bytes for it: the first frame is one write.
static TOLD: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Takes the terminal, and sees to it that every way out gives it back.
pub(super) fn enter() -> io::Result<()> {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        leave();
        before(panic);
    }));
    take().inspect_err(|_| leave())
}

fn take() -> io::Result<()> {
    let _quiet = io::stdout().lock();
    ENTERED.store(true, Ordering::SeqCst);
    enable_raw_mode()
}

/// Gives the terminal back as it was, without what was typed for us and not read; harmless when that was done before.
pub(super) fn leave() {
    let _quiet = io::stdout().lock();
    #[cfg(unix)]
    if ENTERED.load(Ordering::SeqCst) {
        let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
    }
    give_back();
}

/// What is not done yet stays to be done, so that a panic in the middle begins again.
fn give_back() {
    let mut out = io::stdout().lock();
    if !ENTERED.load(Ordering::SeqCst) {
        return;
    }
    #[cfg(debug_assertions)]
    super::trouble::while_restoring();
    // What fails here has nobody left to be told.
    if TOLD.load(Ordering::SeqCst) {
        let _ = out.write_all(&told_back()).and_then(|()| out.flush());
        TOLD.store(false, Ordering::SeqCst);
    }
    let _ = disable_raw_mode();
    ENTERED.store(false, Ordering::SeqCst);
}

/// The bytes that take back every mode which the terminal may have been told.
pub(super) fn told_back() -> Vec<u8> {
    let mut modes = Vec::new();
    // Nothing is written here, so that nothing can fail.
    let _ = queue!(modes, DisableMouseCapture, DisableBracketedPaste, style::ResetColor, LeaveAlternateScreen, Show);
    modes
}

/// Takes the terminal again after the process was stopped: whoever had it meanwhile may have changed every mode.
#[cfg(unix)]
pub(super) fn retake() {
    let _quiet = io::stdout().lock();
    give_back();
    let _ = take();
}

/// Writes to the terminal while it is ours; what comes later belongs on nobody's screen.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if !ENTERED.load(Ordering::SeqCst) {
        return Ok(());
    }
    if TOLD.swap(true, Ordering::SeqCst) {
        out.write_all(bytes)?;
    } else {
        let mut first = Vec::new();
        queue!(first, EnterAlternateScreen, EnableBracketedPaste)?;
        if MOUSE.load(Ordering::SeqCst) {
            queue!(first, EnableMouseCapture)?;
        }
        first.extend_from_slice(bytes);
        out.write_all(&first)?;
    }
    out.flush()
}

/// Listens to the mouse, or no longer.
pub(super) fn mouse(on: bool) -> io::Result<()> {
    MOUSE.store(on, Ordering::SeqCst);
    let mut modes = Vec::new();
    if on {
        queue!(modes, EnableMouseCapture)?;
    } else {
        queue!(modes, DisableMouseCapture)?;
    }
    write(&modes)
}
