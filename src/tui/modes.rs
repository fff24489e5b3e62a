//! The terminal's modes: taken once, and given back by one function on every way out.

use std::{
    io::{self, Write},
    panic,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    queue, style,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};

/// Held while a frame is written, so that a signal cannot restore the terminal in the middle of one.
static QUIET: Mutex<()> = Mutex::new(());
static ENTERED: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Waits until nobody writes to the terminal, and keeps it so.
pub(super) fn lock() -> MutexGuard<'static, ()> {
    QUIET.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the terminal, and sees to it that every way out gives it back.
pub(super) fn enter() -> io::Result<()> {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        leave();
        before(panic);
    }));
    #[cfg(unix)]
    super::unix::watch()?;
    take().inspect_err(|_| leave())
}

/// Switches the modes on; also after the process was stopped and goes on.
pub(super) fn take() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    let mut modes = Vec::new();
    queue!(modes, EnterAlternateScreen, EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) {
        queue!(modes, EnableMouseCapture)?;
    }
    send(&modes)
}

/// Gives the terminal back as it was; harmless when that was done before.
pub(super) fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut modes = Vec::new();
    // What fails here has nobody left to be told.
    let _ = queue!(modes, DisableMouseCapture, DisableBracketedPaste, style::ResetColor, LeaveAlternateScreen, Show);
    let _ = send(&modes);
    let _ = disable_raw_mode();
}

/// Whether the terminal is ours at the moment.
#[cfg(unix)]
pub(super) fn entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
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
    send(&modes)
}

/// Stops the process as a shell's job; returns when it goes on.
pub(super) fn suspend() {
    #[cfg(unix)]
    super::unix::stop();
}

fn send(modes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(modes)?;
    out.flush()
}
