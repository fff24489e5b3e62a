//! JSON, token by token, over the text at hand: it may end anywhere, and then more of it is asked for.
//!
//! A parser that wants the whole of an array, or one that reads byte by byte, would need the memory or the time that a
//! stream of a million jobs must not take.

mod literal;
mod names;

use std::borrow::Cow;

use literal::unescaped;
use names::OpenMembers;
pub(super) use names::{MemberName, hash};

use crate::error::JobsFlaw;

/// Brackets within brackets in one job.
pub(super) const DEEPEST: usize = 64;

/// Why the scanner stopped.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ScanStop {
    /// The text ends before the value does.
    More,
    /// The object holds jobs and is none itself.
    Holder,
    /// What is wrong, and at which byte of the text.
    Bad(JobsFlaw, usize),
}

pub(super) type Scan<T> = Result<T, ScanStop>;

/// What scanning needs room for; kept between jobs.
#[derive(Default)]
pub(super) struct Room {
    names: OpenMembers,
    /// What `skip` has open: for an object, where its names begin.
    open: Vec<Option<usize>>,
}

/// A place in a text of JSON.
pub(super) struct Scanner<'a, 'r> {
    text: &'a str,
    /// The next byte.
    pub(super) at: usize,
    room: &'r mut Room,
}

impl<'a, 'r> Scanner<'a, 'r> {
    pub(super) fn new(text: &'a str, room: &'r mut Room) -> Self {
        room.names.clear();
        room.open.clear();
        Scanner { text, at: 0, room }
    }

    /// The next byte that is no blank.
    pub(super) fn peek(&mut self) -> Scan<u8> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Ok(*byte);
            }
            self.at += 1;
        }
        Err(ScanStop::More)
    }

    /// What is not passed yet.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn bad<T>(&self, flaw: JobsFlaw) -> Scan<T> {
        Err(ScanStop::Bad(flaw, self.at))
    }

    /// Passes a byte that must come next.
    pub(super) fn expect(&mut self, byte: u8) -> Scan<()> {
        if self.peek()? != byte {
            return self.bad(JobsFlaw::Syntax);
        }
        self.at += 1;
        Ok(())
    }

    /// Passes the byte if it comes next.
    pub(super) fn take(&mut self, byte: u8) -> Scan<bool> {
        let found = self.peek()? == byte;
        self.at += usize::from(found);
        Ok(found)
    }

    /// Whether another element follows in a list that `close` ends; `first` where none came before.
    pub(super) fn goes_on(&mut self, first: bool, close: u8) -> Scan<bool> {
        if self.take(close)? {
            return Ok(false);
        }
        if !first {
            self.expect(b',')?;
        }
        Ok(true)
    }

    /// A string between its quotes, as it is written, and whether anything in it is escaped.
    fn string(&mut self) -> Scan<(&'a str, bool)> {
        self.expect(b'"')?;
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start;
        let mut escaped = false;
        loop {
            at += literal::plain(&bytes[at..]);
            match bytes.get(at) {
                None => return Err(ScanStop::More),
                Some(b'"') => break,
                Some(b'\\') => {
                    at += literal::escape(bytes, at)?;
                    escaped = true;
                }
                Some(_) => return Err(ScanStop::Bad(JobsFlaw::Syntax, at)),
            }
        }
        self.at = at + 1;
        Ok((&self.text[start..at], escaped))
    }

    /// A string, a number, or empty text for `null`, `true` and `false`; any other value is passed and empty too.
    pub(super) fn scalar(&mut self) -> Scan<Cow<'a, str>> {
        match self.peek()? {
            b'"' => {
                let (raw, escaped) = self.string()?;
                Ok(if escaped { unescaped(raw) } else { Cow::Borrowed(raw) })
            }
            b'-' | b'0'..=b'9' => self.number().map(Cow::Borrowed),
            _ => self.skip().map(|()| Cow::Borrowed("")),
        }
    }

    /// Passes a whole line that begins so.
    pub(super) fn line(&mut self, start: &str) -> Scan<()> {
        let rest = &self.text[self.at..];
        if !rest.starts_with(start) && !start.starts_with(rest) {
            return self.bad(JobsFlaw::Syntax);
        }
        self.at += rest.find('\n').ok_or(ScanStop::More)?;
        Ok(())
    }

    fn number(&mut self) -> Scan<&'a str> {
        let bytes = self.text.as_bytes();
        let is_part = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let length = bytes[self.at..].iter().take_while(is_part).count();
        let text = &self.text[self.at..self.at + length];
        if self.at + length == bytes.len() {
            return Err(ScanStop::More);
        }
        if !literal::is_number(text) {
            return self.bad(JobsFlaw::Syntax);
        }
        self.at += length;
        Ok(text)
    }

    fn word(&mut self) -> Scan<()> {
        let rest = &self.text.as_bytes()[self.at..];
        let word: &[u8] = match rest.first() {
            Some(b'n') => b"null",
            Some(b't') => b"true",
            _ => b"false",
        };
        match rest.iter().zip(word).all(|(own, word)| own == word) {
            true if rest.len() < word.len() => Err(ScanStop::More),
            true => {
                self.at += word.len();
                Ok(())
            }
            false => self.bad(JobsFlaw::Syntax),
        }
    }

    /// An object whose members' values `each` passes.
    pub(super) fn members(&mut self, mut each: impl FnMut(&mut Self, MemberName<'a>) -> Scan<()>) -> Scan<()> {
        self.expect(b'{')?;
        let names = self.room.names.len();
        let mut first = true;
        while self.goes_on(first, b'}')? {
            first = false;
            let name = self.name()?;
            each(self, name)?;
        }
        self.room.names.close(names, self.text)
    }

    /// The name of a member and its colon.
    pub(super) fn name(&mut self) -> Scan<MemberName<'a>> {
        if self.peek()? != b'"' {
            return self.bad(JobsFlaw::Syntax);
        }
        let start = self.at + 1;
        let (text, escaped) = self.string()?;
        self.expect(b':')?;
        // The escaped spelling of a letter is the same letter.
        let hash = if escaped { hash(&unescaped(text)) } else { hash(text) };
        let name = MemberName { text, hash };
        self.room.names.add(name, start);
        Ok(name)
    }

    /// Passes any value, without recursion.
    pub(super) fn skip(&mut self) -> Scan<()> {
        let floor = self.room.open.len();
        loop {
            let opened = match self.peek()? {
                b'{' => self.enter(Some(self.room.names.len()))?,
                b'[' => self.enter(None)?,
                b'"' => self.string().map(|_| false)?,
                b'-' | b'0'..=b'9' => self.number().map(|_| false)?,
                _ => self.word().map(|()| false)?,
            };
            if !opened && self.room.open.len() == floor {
                return Ok(());
            }
            let mut first = opened;
            // Ends whatever ends here, up to the next value.
            loop {
                let Some(top) = self.room.open.get(floor..).and_then(|open| open.last().copied()) else {
                    return Ok(());
                };
                if self.goes_on(first, if top.is_some() { b'}' } else { b']' })? {
                    if top.is_some() {
                        self.name()?;
                    }
                    break;
                }
                if let Some(names) = top {
                    self.room.names.close(names, self.text)?;
                }
                self.room.open.pop();
                first = false;
            }
        }
    }

    fn enter(&mut self, names: Option<usize>) -> Scan<bool> {
        if self.room.open.len() == DEEPEST {
            return self.bad(JobsFlaw::Deep);
        }
        self.room.open.push(names);
        self.at += 1;
        Ok(true)
    }
}
