//! Unix: signals restore the terminal and keep their meaning, and a terminal that vanished ends the process.

use std::{io, os::unix::net::UnixStream, sync::mpsc, thread, time::Duration};

use crossterm::terminal::disable_raw_mode;
use rustix::{
    event::{PollFd, PollFlags, poll},
    process::{Signal, kill_current_process_group},
    termios::tcgetwinsize,
};
use signal_hook::{
    consts::{
        SIGALRM, SIGBUS, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSTOP, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP,
        SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU,
    },
    iterator::{backend::SignalDelivery, exfiltrator::SignalOnly},
    low_level,
};

use super::{abort::Aborts, modes};
use crate::{machine::temporary, store::writer};

/// How long a terminal may take to take its modes back before the process ends without it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Signals that end a process which does not listen to them; SIGABRT has a thread of its own. Those of a processor that
/// met a fault cannot be caught, and SIGPIPE and SIGXFSZ are answers to a write.
const DEADLY: [i32; 14] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGBUS, SIGSYS, SIGTRAP,
    SIGIO,
];
/// The two of Linux alone: a fault of a coprocessor, and a failing power supply.
#[cfg(target_os = "linux")]
const DEADLY_HERE: &[i32] = &[16, 30];
#[cfg(not(target_os = "linux"))]
const DEADLY_HERE: &[i32] = &[];

/// Starts the threads that wait for signals, aborts and the end of the terminal and never wake without cause.
pub(super) fn watch() -> io::Result<()> {
    let (read, write) = UnixStream::pair()?;
    let wanted = DEADLY.iter().chain(DEADLY_HERE).chain(&[SIGTSTP, SIGCONT]);
    let mut signals = SignalDelivery::with_pipe(read, write, SignalOnly, wanted)?;
    // All is heard before there is a thread: one that an abort holds would hold up whoever registers another signal.
    let aborts = Aborts::listen(modes::told_back())?.watch()?;
    let watch = move || {
        while terminal_is_there(signals.get_read(), &aborts) {
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
fn terminal_is_there(signalled: &UnixStream, aborts: &Aborts) -> bool {
    let stdin = io::stdin();
    let mut awaited = [
        PollFd::new(signalled, PollFlags::IN),
        PollFd::new(&stdin, PollFlags::empty()),
        PollFd::new(&aborts.heard, PollFlags::IN),
    ];
    match poll(&mut awaited, None) {
        Ok(_) => {
            if awaited[2].revents().contains(PollFlags::IN) {
                aborts.end();
            }
            !awaited[1].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
        }
        Err(error) => error == rustix::io::Errno::INTR,
    }
}

/// Columns and rows of the terminal that standard output goes to; crossterm would open it again each time.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = tcgetwinsize(io::stdout())?;
    Ok((size.ws_col, size.ws_row))
}

/// Stops whatever the wizard was started through as well, as a terminal's own Ctrl-Z does. The terminal is given back first,
/// since the shell takes it as soon as one of them stops. All stop in one call and by what nobody catches, so that none is
/// still about to stop when the shell has them continue.
pub(super) fn suspend() {
    modes::leave();
    let _ = kill_current_process_group(Signal::STOP);
}

/// Restores the terminal and dies by the signal, so that the parent sees its status.
fn die(signal: i32) {
    let (done, restored) = mpsc::channel();
    let restore = move || {
        // Kept to the end, so that nobody takes the terminal again.
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
    writer::end();
    temporary::remove();
    let _ = low_level::emulate_default_handler(signal);
    // Of some signals the default cannot be had again; a shell calls such an end so.
    low_level::exit(128 + signal);
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
