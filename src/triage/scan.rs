//! JSON, token by token, over the text at hand: it may end anywhere, and then more of it is asked for.
//!
//! A parser that wants the whole of an array, or one that reads byte by byte, would need the memory or the time that a
//! stream of a million jobs must not take.

use std::borrow::Cow;

use super::fault::Flaw;

/// Brackets within brackets in one job.
pub(super) const DEEPEST: usize = 64;

/// Names of one object that are compared pair by pair; more are sorted first.
const FEW: usize = 24;

/// Why the scanner stopped.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The text ends before the value does.
    More,
    /// The object holds jobs and is none itself.
    Holder,
    /// What is wrong, and at which byte of the text.
    Bad(Flaw, usize),
}

pub(super) type Scan<T> = Result<T, Stop>;

/// The name of a member.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name<'a> {
    /// As it is written.
    pub text: &'a str,
    /// Of its letters.
    pub hash: u64,
}

/// What scanning needs room for; kept between jobs.
#[derive(Default)]
pub(super) struct Room {
    /// Names of the objects that are open: a hash, and where in the text.
    names: Vec<(u64, u32, u32)>,
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
        Err(Stop::More)
    }

    pub(super) fn bad<T>(&self, flaw: Flaw) -> Scan<T> {
        Err(Stop::Bad(flaw, self.at))
    }

    /// Passes a byte that must come next.
    pub(super) fn expect(&mut self, byte: u8) -> Scan<()> {
        if self.peek()? != byte {
            return self.bad(Flaw::Syntax);
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
            at += plain(&bytes[at..]);
            match bytes.get(at) {
                None => return Err(Stop::More),
                Some(b'"') => break,
                Some(b'\\') => {
                    at += self.escape(at)?;
                    escaped = true;
                }
                Some(_) => return Err(Stop::Bad(Flaw::Syntax, at)),
            }
        }
        self.at = at + 1;
        Ok((&self.text[start..at], escaped))
    }

    /// The length of the escape at a byte.
    fn escape(&self, at: usize) -> Scan<usize> {
        let bytes = self.text.as_bytes();
        match bytes.get(at + 1).ok_or(Stop::More)? {
            b'u' => {
                let digits = bytes.get(at + 2..at + 6).ok_or(Stop::More)?;
                digits.iter().all(u8::is_ascii_hexdigit).then_some(6).ok_or(Stop::Bad(Flaw::Syntax, at))
            }
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(2),
            _ => Err(Stop::Bad(Flaw::Syntax, at)),
        }
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
            return self.bad(Flaw::Syntax);
        }
        self.at += rest.find('\n').ok_or(Stop::More)?;
        Ok(())
    }

    fn number(&mut self) -> Scan<&'a str> {
        let bytes = self.text.as_bytes();
        let is_part = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let length = bytes[self.at..].iter().take_while(is_part).count();
        let text = &self.text[self.at..self.at + length];
        if self.at + length == bytes.len() {
            return Err(Stop::More);
        }
        if !is_number(text) {
            return self.bad(Flaw::Syntax);
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
            true if rest.len() < word.len() => Err(Stop::More),
            true => {
                self.at += word.len();
                Ok(())
            }
            false => self.bad(Flaw::Syntax),
        }
    }

    /// An object whose members' values `each` passes.
    pub(super) fn members(&mut self, mut each: impl FnMut(&mut Self, Name<'a>) -> Scan<()>) -> Scan<()> {
        self.expect(b'{')?;
        let names = self.room.names.len();
        let mut first = true;
        while self.goes_on(first, b'}')? {
            first = false;
            let name = self.name()?;
            each(self, name)?;
        }
        self.once(names)
    }

    /// The name of a member and its colon.
    pub(super) fn name(&mut self) -> Scan<Name<'a>> {
        if self.peek()? != b'"' {
            return self.bad(Flaw::Syntax);
        }
        let start = self.at + 1;
        let (text, escaped) = self.string()?;
        self.expect(b':')?;
        // The escaped spelling of a letter is the same letter.
        let hash = if escaped { hash(&unescaped(text)) } else { hash(text) };
        self.room.names.push((hash, start as u32, text.len() as u32));
        Ok(Name { text, hash })
    }

    /// Forgets the names from `start` on, none of which may stand there twice.
    fn once(&mut self, start: usize) -> Scan<()> {
        let text = self.text;
        let spelled = |name: &(u64, u32, u32)| unescaped(&text[name.1 as usize..(name.1 + name.2) as usize]);
        let same = |a: &(u64, u32, u32), b: &(u64, u32, u32)| a.0 == b.0 && spelled(a) == spelled(b);
        let names = &mut self.room.names[start..];
        let twice = if names.len() <= FEW {
            // Most hashes differ in the bits that are marked here, so that few are compared at all.
            let mut marks = 0_u64;
            let mut is_new = |name: &(u64, u32, u32)| {
                let before = marks;
                marks |= 1 << (name.0 >> 58);
                marks != before
            };
            let twice = |(at, name): &(usize, &(u64, u32, u32))| {
                !is_new(name) && names[..*at].iter().any(|other| same(other, name))
            };
            names.iter().enumerate().find(twice).map(|(_, name)| name.1)
        } else {
            names.sort_unstable();
            names.windows(2).find(|pair| same(&pair[0], &pair[1])).map(|pair| pair[1].1)
        };
        self.room.names.truncate(start);
        twice.map_or(Ok(()), |at| Err(Stop::Bad(Flaw::Twice, at as usize - 1)))
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
                    self.once(names)?;
                }
                self.room.open.pop();
                first = false;
            }
        }
    }

    fn enter(&mut self, names: Option<usize>) -> Scan<bool> {
        if self.room.open.len() == DEEPEST {
            return self.bad(Flaw::Deep);
        }
        self.room.open.push(names);
        self.at += 1;
        Ok(true)
    }
}

/// Bytes before the first one that a string may not hold as it is, or that ends or escapes something.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // In each byte the high bit, where the byte is below `limit`; right up to the first such byte.
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word & HIGH;
    let mut words = bytes.chunks_exact(8);
    let mut at = 0;
    for word in &mut words {
        let word = u64::from_le_bytes(word.try_into().expect("eight bytes"));
        let found = below(word, 0x20) | below(word ^ (ONES * 0x22), 1) | below(word ^ (ONES * 0x5c), 1);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = words.remainder();
    at + rest.iter().take_while(|byte| **byte >= 0x20 && **byte != b'"' && **byte != b'\\').count()
}

fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, None), |(mantissa, rest)| (mantissa, Some(rest)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// A name's hash; equal ones are compared by their letters, so that it need not be a strong one.
pub(super) fn hash(name: &str) -> u64 {
    let fold = |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut words = name.as_bytes().chunks_exact(8);
    let hash = (&mut words).fold(0, |hash, word| fold(hash, u64::from_le_bytes(word.try_into().expect("eight bytes"))));
    words.remainder().iter().fold(hash, |hash, byte| fold(hash, u64::from(*byte)))
}

/// The text that the inside of a string stands for; half a surrogate pair becomes a replacement character.
pub(super) fn unescaped(raw: &str) -> Cow<'_, str> {
    let Some(first) = raw.find('\\') else { return Cow::Borrowed(raw) };
    let mut text = raw[..first].to_owned();
    let mut rest = &raw[first..];
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = rest.as_bytes().get(at + 1).copied().unwrap_or_default();
        rest = rest.get(at + 2..).unwrap_or_default();
        match escape {
            b'b' => text.push('\u{8}'),
            b'f' => text.push('\u{c}'),
            b'n' => text.push('\n'),
            b'r' => text.push('\r'),
            b't' => text.push('\t'),
            b'u' => {
                let unit = |text: &str| text.get(..4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
                let high = unit(rest).unwrap_or_default();
                rest = rest.get(4..).unwrap_or_default();
                let low = rest.strip_prefix("\\u").and_then(unit).filter(|low| (0xdc00..0xe000).contains(low));
                let pair = low.filter(|_| (0xd800..0xdc00).contains(&high));
                if pair.is_some() {
                    rest = &rest[6..];
                }
                let units = [high, pair.unwrap_or_default()];
                let decoded = char::decode_utf16(units).next().and_then(Result::ok);
                text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            other => text.push(char::from(other)),
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}
