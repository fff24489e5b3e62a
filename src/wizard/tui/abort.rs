//! An abort, as of a process without memory, gives the terminal back: no panic and no hook comes before it.
//!
//! Whoever aborts is held in the handler of the signal by a write into a full pipe, while this thread, which needs no
//! memory for it, gives the terminal back and ends the process by the same signal.

use std::{
    io::{self, PipeReader, PipeWriter, Read, Write},
    os::unix::net::UnixStream,
    sync::mpsc::{Receiver, sync_channel},
    thread,
};

use rustix::{
    fs::{OFlags, fcntl_setfl},
    termios::{OptionalActions, Termios, tcgetattr, tcsetattr},
};
use signal_hook::{
    consts::SIGABRT,
    low_level::{self, pipe},
};

/// The thread's stack: it calls the system a few times.
const STACK: usize = 64 << 10;

/// Starts the thread that waits for an abort and never wakes without one. It gets ready beside whoever continues; its answer
/// comes when no abort is missed any more, and the terminal must not be taken before.
pub(super) fn watch(restore: Vec<u8>) -> io::Result<Receiver<io::Result<()>>> {
    let (ready, is_ready) = sync_channel(1);
    let watch = move || match prepare() {
        // The pipes are not dropped, since one without a reader holds nobody.
        Ok((before, mut aborted, _held)) => {
            let _ = ready.send(Ok(()));
            if aborted.read_exact(&mut [0]).is_ok() {
                let _ = tcsetattr(io::stdin(), OptionalActions::Flush, &before);
                let _ = rustix::io::write(io::stdout(), &restore);
                let _ = low_level::emulate_default_handler(SIGABRT);
            }
        }
        Err(error) => _ = ready.send(Err(error)),
    };
    thread::Builder::new().name("abort".to_owned()).stack_size(STACK).spawn(watch)?;
    Ok(is_ready)
}

/// The terminal's settings, what an abort is heard by, and what then holds whoever aborts.
fn prepare() -> io::Result<(Termios, UnixStream, (PipeReader, PipeWriter))> {
    let before = tcgetattr(io::stdin())?;
    let (aborted, write) = UnixStream::pair()?;
    // The actions of a signal are done in the order in which they are registered here.
    pipe::register(SIGABRT, write)?;
    Ok((before, aborted, hold()?))
}

/// Has the signal's handler write into a pipe that takes nothing any more.
fn hold() -> io::Result<(PipeReader, PipeWriter)> {
    let (reader, writer) = io::pipe()?;
    pipe::register(SIGABRT, writer.try_clone()?)?;
    // That made it a pipe that does not block, and only so can it be filled.
    let mut full = &writer;
    while full.write(&[0; 4096]).is_ok() {}
    fcntl_setfl(&writer, OFlags::empty())?;
    Ok((reader, writer))
}
