//! The part of a stream that is being looked at: it grows with the job at hand and never with the stream.

use std::{
    io::{ErrorKind, Read},
    path::Path,
};

use memchr::memchr_iter;

use crate::{
    error::{Error, JobsFlaw},
    text::encoding::Encoding,
};

/// What one job may take, in bytes.
pub(super) const LARGEST: usize = 1 << 20;

/// How much is read at once, in bytes.
const CHUNK: usize = 64 << 10;

/// A stream as text, seen from where it has been understood up to.
pub(super) struct Window<'a> {
    path: &'a Path,
    source: &'a mut dyn Read,
    encoding: Option<Encoding>,
    /// Bytes as they were read; the first `left` of them are no whole character yet.
    chunk: Vec<u8>,
    left: usize,
    text: String,
    /// Up to where the text has been understood.
    at: usize,
    /// Bytes and line ends before the text.
    bytes: u64,
    lines: u64,
    /// Jobs that were understood.
    pub(super) rows: u64,
    /// What comes after the text cannot be understood.
    broken: bool,
}

impl<'a> Window<'a> {
    pub(super) fn new(path: &'a Path, source: &'a mut dyn Read) -> Self {
        Window {
            path,
            source,
            encoding: None,
            chunk: vec![0; CHUNK],
            left: 0,
            text: String::new(),
            at: 0,
            bytes: 0,
            lines: 0,
            rows: 0,
            broken: false,
        }
    }

    /// The text that is here and not understood yet.
    pub(super) fn text(&self) -> &str {
        &self.text[self.at..]
    }

    /// So many bytes of the text are understood.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Makes the text longer; false at the end of the stream.
    pub(super) fn more(&mut self) -> Result<bool, Error> {
        if self.text().len() > LARGEST {
            return Err(self.error(JobsFlaw::Large, 0));
        }
        if self.broken {
            return Err(self.error(JobsFlaw::Encoding, self.text().len()));
        }
        self.lines += line_ends(&self.text[..self.at]);
        self.bytes += self.at as u64;
        self.text.drain(..self.at);
        self.at = 0;
        let had = self.text.len();
        while self.text.len() == had && !self.broken {
            let read = match self.source.read(&mut self.chunk[self.left..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::unreadable(self.path, &error)),
                Ok(read) => read,
            };
            if read == 0 && (self.left == 0 || self.encoding.is_some()) {
                return if self.left == 0 { Ok(false) } else { Err(self.error(JobsFlaw::Encoding, self.text().len())) };
            }
            self.take(self.left + read, read == 0);
        }
        Ok(true)
    }

    /// Turns the first bytes of the chunk into text; the last ones too where no others follow.
    fn take(&mut self, length: usize, is_last: bool) {
        let bytes = &self.chunk[..length];
        let (encoding, mark) = match self.encoding {
            Some(encoding) => (encoding, 0),
            None if length < 4 && !is_last => {
                self.left = length;
                return;
            }
            None => Encoding::detect(bytes),
        };
        self.encoding = Some(encoding);
        let (used, open) = encoding.decode(&bytes[mark..], &mut self.text);
        self.broken = !open;
        self.chunk.copy_within(mark + used..length, 0);
        self.left = length - mark - used;
    }

    /// A flaw so many bytes into the text.
    pub(super) fn error(&self, flaw: JobsFlaw, offset: usize) -> Error {
        let before = self.at + offset;
        let line = self.lines + line_ends(&self.text[..before]) + 1;
        let byte = self.bytes + before as u64;
        Error::Jobs { flaw, path: self.path.to_owned(), line, byte, row: self.rows + 1 }
    }
}

fn line_ends(text: &str) -> u64 {
    memchr_iter(b'\n', text.as_bytes()).count() as u64
}
