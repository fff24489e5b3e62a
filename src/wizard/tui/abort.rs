//! An abort, as of a process without memory, gives the terminal back: no panic and no hook comes before it.
//!
//! Whoever aborts is held in the handler of the signal by a write into a full pipe, while another thread, which needs no
//! memory for it, gives the terminal back and ends the process by the same signal. Two threads wait for it, since one of
//! them may be the one that is held.

use std::{
    io::{self, PipeReader, PipeWriter, Read, Write},
    os::unix::net::UnixStream,
    sync::Arc,
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

/// What hears of an abort, and how the terminal is given back then.
pub(super) struct Aborts {
    /// Readable once something aborted.
    pub(super) heard: UnixStream,
    before: Termios,
    restore: Vec<u8>,
    /// Not dropped before the end, since a pipe without a reader holds nobody.
    _held: (PipeReader, PipeWriter),
}

impl Aborts {
    /// Has aborts heard by whoever waits for them.
    pub(super) fn listen(restore: Vec<u8>) -> io::Result<Self> {
        let before = tcgetattr(io::stdin())?;
        let (heard, write) = UnixStream::pair()?;
        // The actions of a signal are done in the order in which they are registered here.
        pipe::register(SIGABRT, write)?;
        Ok(Aborts { heard, before, restore, _held: hold()? })
    }

    /// Gives the terminal back and ends the process.
    pub(super) fn end(&self) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Flush, &self.before);
        let _ = rustix::io::write(io::stdout(), &self.restore);
        let _ = low_level::emulate_default_handler(SIGABRT);
    }

    /// Starts the thread that waits for nothing else and never wakes without an abort.
    pub(super) fn watch(self) -> io::Result<Arc<Self>> {
        let aborts = Arc::new(self);
        let own = Arc::clone(&aborts);
        let watch = move || {
            if (&own.heard).read_exact(&mut [0]).is_ok() {
                own.end();
            }
        };
        thread::Builder::new().name("abort".to_owned()).stack_size(STACK).spawn(watch)?;
        Ok(aborts)
    }
}

/// Has the signal's handler write into a pipe that takes nothing any more.
fn hold() -> io::Result<(PipeReader, PipeWriter)> {
    let (reader, writer) = io::pipe()?;
    // One page is filled sooner than sixteen; where that is refused, all of them are.
    #[cfg(target_os = "linux")]
    let _ = rustix::pipe::fcntl_setpipe_size(&writer, 4096);
    pipe::register(SIGABRT, writer.try_clone()?)?;
    // That made it a pipe that does not block, and only so can it be filled.
    let mut full = &writer;
    while full.write(&[0; 4096]).is_ok() {}
    fcntl_setfl(&writer, OFlags::empty())?;
    Ok((reader, writer))
}
