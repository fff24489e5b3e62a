//! Unix: signals restore the terminal and keep their meaning, and a terminal that vanished ends the process.

use std::{io, os::unix::net::UnixStream, sync::mpsc, thread, time::Duration};

use crossterm::terminal::disable_raw_mode;
use rustix::{
    event::{PollFd, PollFlags, poll},
    termios::tcgetwinsize,
};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::{backend::SignalDelivery, exfiltrator::SignalOnly},
    low_level,
};

use super::modes;
use crate::saver;

/// How long a terminal may take to take its modes back before the process ends without it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Starts the thread that waits for signals and for the end of the terminal; it never wakes without cause.
pub(super) fn watch() -> io::Result<()> {
    let (read, write) = UnixStream::pair()?;
    let wanted = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT];
    let mut signals = SignalDelivery::with_pipe(read, write, SignalOnly, wanted)?;
    let watch = move || {
        while terminal_is_there(signals.get_read()) {
            // Signals that wait together come by their number, so that a deadly one is heard before SIGCONT.
            for signal in signals.pending() {
                match signal {
                    SIGTSTP => stop(),
                    SIGCONT => go_on(),
                    deadly => die(deadly),
                }
            }
        }
        die(SIGHUP);
    };
    thread::Builder::new().name("watch".to_owned()).spawn(watch)?;
    Ok(())
}

/// Waits for a signal; false where the terminal vanished, on which crossterm would turn in a circle without end.
fn terminal_is_there(signalled: &UnixStream) -> bool {
    let stdin = io::stdin();
    let mut awaited = [PollFd::new(signalled, PollFlags::IN), PollFd::new(&stdin, PollFlags::empty())];
    match poll(&mut awaited, None) {
        Ok(_) => !awaited[1].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL),
        Err(error) => error == rustix::io::Errno::INTR,
    }
}

/// Columns and rows of the terminal that standard output goes to; crossterm would open it anew each time.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = tcgetwinsize(io::stdout())?;
    Ok((size.ws_col, size.ws_row))
}

/// Asks for what a shell's own Ctrl-Z asks for.
pub(super) fn suspend() {
    let _ = low_level::raise(SIGTSTP);
}

/// Restores the terminal and dies by the signal, so that the parent sees its status.
fn die(signal: i32) {
    let (done, restored) = mpsc::channel();
    let restore = move || {
        // Kept to the end, so that nobody takes the terminal once more.
        let _quiet = io::stdout().lock();
        modes::leave();
        let _ = done.send(());
        loop {
            thread::park();
        }
    };
    // Not on this thread: a terminal that takes no bytes any more would keep the process alive.
    if thread::Builder::new().spawn(restore).is_ok() {
        let _ = restored.recv_timeout(PATIENCE);
    }
    let _ = disable_raw_mode();
    saver::end();
    let _ = low_level::emulate_default_handler(signal);
}

/// Restores the terminal and stops; the stop itself cannot be caught, so an orphan stops too.
fn stop() {
    modes::leave();
    let _ = low_level::raise(SIGSTOP);
}

/// Takes the terminal again, and has the whole picture drawn by the event that a new size would bring.
fn go_on() {
    modes::retake();
    let _ = low_level::raise(SIGWINCH);
}
