//! Unix: signals restore the terminal and keep their meaning, and a terminal that vanished ends the process.

use std::{io, process, thread};

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
    low_level,
};

use super::modes;

/// Starts the two threads that wait for signals and for the end of the terminal; neither ever wakes without cause.
pub(super) fn watch() -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => stop(),
                SIGCONT => go_on(),
                deadly => die(deadly),
            }
        }
    })?;
    thread::Builder::new().name("terminal".to_owned()).spawn(gone)?;
    Ok(())
}

/// Restores the terminal and dies by the signal, so that the parent sees its status.
fn die(signal: i32) {
    let quiet = modes::lock();
    modes::leave();
    let _ = low_level::emulate_default_handler(signal);
    drop(quiet);
}

/// Restores the terminal and stops; the stop itself cannot be caught, so an orphan stops too.
pub(super) fn stop() {
    let quiet = modes::lock();
    modes::leave();
    drop(quiet);
    let _ = low_level::raise(signal_hook::consts::SIGSTOP);
    go_on();
}

/// Takes the terminal again, and has the whole picture drawn by the event that a new size would bring.
fn go_on() {
    let quiet = modes::lock();
    if !modes::entered() {
        let _ = modes::take();
    }
    drop(quiet);
    let _ = low_level::raise(SIGWINCH);
}

/// Waits for the terminal to vanish: crossterm would then turn in a circle without end.
fn gone() {
    loop {
        let stdin = io::stdin();
        let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut terminal, None) {
            Ok(_) if terminal[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) => break,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
    let _quiet = modes::lock();
    modes::leave();
    #[allow(clippy::exit, reason = "the event loop cannot be reached any more")]
    process::exit(1);
}
