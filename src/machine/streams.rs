//! Standard streams.

use std::io::{self, Error, ErrorKind};

/// What Windows calls a pipe whose other end has left, which has no name in Rust.
const PIPE_NOT_CONNECTED: i32 = 233;

/// Whether what reads has left, which is no failure: it has read enough.
pub fn reader_has_left(error: &Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe || cfg!(windows) && error.raw_os_error() == Some(PIPE_NOT_CONNECTED)
}

/// Has standard input be the keyboard, where it was a file to its end.
///
/// # Errors
/// Where there is no terminal.
#[cfg(unix)]
pub fn take_keyboard() -> io::Result<()> {
    let terminal = std::fs::File::open("/dev/tty")?;
    rustix::stdio::dup2_stdin(terminal).map_err(Error::from)
}

/// Looks for the keyboard where standard input was a file to its end; the full screen reads the console by itself.
///
/// # Errors
/// Where there is no console.
#[cfg(not(unix))]
pub fn take_keyboard() -> io::Result<()> {
    std::fs::File::open("CONIN$").map(drop)
}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind, PIPE_NOT_CONNECTED, reader_has_left};

    #[test]
    fn only_a_reader_that_left_is_no_failure() {
        assert!(reader_has_left(&ErrorKind::BrokenPipe.into()));
        assert!(!reader_has_left(&ErrorKind::StorageFull.into()));
        assert_eq!(reader_has_left(&Error::from_raw_os_error(PIPE_NOT_CONNECTED)), cfg!(windows));
    }
}
