//! Standard streams.

use std::io::{Error, ErrorKind};

/// What Windows calls a pipe whose other end has left, which has no name in Rust.
const PIPE_NOT_CONNECTED: i32 = 233;

/// Whether what reads has left, which is no failure: it has read enough.
pub fn reader_has_left(error: &Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe || cfg!(windows) && error.raw_os_error() == Some(PIPE_NOT_CONNECTED)
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
