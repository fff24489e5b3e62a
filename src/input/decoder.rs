//! Bytes of a terminal to events: keys, clicks and pastes. Replies to questions, which we never ask, come to nothing.

use std::mem;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use memchr::memmem;
use vte::{Params, Parser, Perform};

use super::sequence;

/// So much of a paste is kept, in bytes: more than any face takes in, so that it can say that it took a part.
const LONGEST_PASTE: usize = 2 << 20;
/// So much of a reply is parsed, in bytes; the rest only runs to its end.
const LONGEST_REPLY: usize = 1 << 12;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the bytes so far have left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pending {
    /// Nothing: the next byte begins something.
    Nothing,
    /// An ESC, which may be a key or begin a sequence.
    Escape,
    /// A sequence or a character without its end.
    Sequence,
    /// A paste without its end.
    Paste,
}

/// Takes bytes one by one, wherever they were cut.
#[derive(Default)]
pub(super) struct Decoder {
    parser: Parser,
    place: Within,
    /// Whether the last byte was an ESC that nothing was made of yet.
    escape: bool,
    /// The last byte.
    before: u8,
}

#[derive(Default)]
enum Within {
    #[default]
    Ground,
    /// Within a sequence, after so many of its bytes.
    Inside(usize),
    /// After `ESC O`, or the `ESC [ [` of the Linux console.
    Letter { console: bool },
    /// The three bytes of a click in the oldest coding.
    Click(Vec<u8>),
    /// Within a paste.
    Paste(Vec<u8>),
    /// Within a character of several bytes.
    Character,
}

impl Decoder {
    pub(super) fn open(&self) -> Pending {
        match self.place {
            Within::Paste(_) => Pending::Paste,
            _ if self.escape => Pending::Escape,
            Within::Ground => Pending::Nothing,
            _ => Pending::Sequence,
        }
    }

    /// Takes in some bytes, and adds what they complete.
    pub(super) fn feed(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        let mut at = 0;
        while at < bytes.len() {
            if let Within::Paste(text) = &mut self.place {
                let (taken, ended) = paste(text, &bytes[at..]);
                at += taken;
                if ended {
                    text.truncate(text.len() - PASTE_END.len());
                    let text = mem::take(text);
                    self.place = Within::Ground;
                    events.push(Event::Paste(String::from_utf8_lossy(&text).into_owned()));
                }
            } else {
                self.take(bytes[at], events);
                self.before = bytes[at];
                at += 1;
            }
        }
    }

    /// Nothing came for long: an ESC was a key, a paste is what came of it, and a sequence is dropped.
    pub(super) fn give_up(&mut self, events: &mut Vec<Event>) {
        if mem::take(&mut self.escape) {
            events.push(key(KeyCode::Esc));
        }
        if let Within::Paste(text) = mem::take(&mut self.place) {
            events.push(Event::Paste(String::from_utf8_lossy(&text).into_owned()));
        }
        self.parser = Parser::new();
    }

    fn take(&mut self, byte: u8, events: &mut Vec<Event>) {
        if mem::take(&mut self.escape) {
            return self.after_escape(byte, events);
        }
        match &mut self.place {
            Within::Click(bytes) => {
                bytes.push(byte);
                if let [button, column, row] = bytes[..] {
                    let number = |byte: u8| u16::from(byte.saturating_sub(32));
                    events.extend(sequence::mouse(number(button), number(column), number(row), false));
                    self.place = Within::Ground;
                }
            }
            _ if byte == 0x1b => self.escape = true,
            Within::Letter { console } => {
                let code = match byte {
                    b'A'..=b'E' if *console => Some(KeyCode::F(byte - b'A' + 1)),
                    _ => sequence::lettered(char::from(byte)),
                };
                events.extend(code.map(key));
                self.place = Within::Ground;
            }
            Within::Inside(_) if byte == 0x03 => {
                // Who leaves is heard at once.
                self.reset();
                self.parse(byte, events);
            }
            Within::Inside(_) if byte == 0x9c && (self.before < 0x80 || self.before == 0xc2) => self.reset(),
            Within::Inside(length) if *length > LONGEST_REPLY => {
                if byte == 0x07 {
                    self.reset();
                }
            }
            Within::Inside(length) => {
                *length += 1;
                self.parse(byte, events);
            }
            _ => {
                if byte >= 0x80 {
                    self.place = Within::Character;
                }
                self.parse(byte, events);
            }
        }
    }

    fn after_escape(&mut self, byte: u8, events: &mut Vec<Event>) {
        self.reset();
        match byte {
            0x1b => {
                events.push(key(KeyCode::Esc));
                self.escape = true;
            }
            b'[' | b']' | b'P' | b'X' | b'^' | b'_' => self.begin(byte),
            b'O' => self.place = Within::Letter { console: false },
            // The end of a reply whose beginning came long ago.
            b'\\' => {}
            // The one key with Alt that a text field knows.
            0x7f => events.push(Event::Key(KeyEvent::new(KeyCode::Backspace, KeyModifiers::ALT))),
            // Otherwise ESC and the next key arrived together.
            _ => {
                events.push(key(KeyCode::Esc));
                self.take(byte, events);
            }
        }
    }

    fn begin(&mut self, byte: u8) {
        self.parser.advance(&mut Parsed::default(), &[0x1b, byte]);
        self.place = Within::Inside(0);
    }

    fn reset(&mut self) {
        self.parser = Parser::new();
        self.place = Within::Ground;
    }

    fn parse(&mut self, byte: u8, events: &mut Vec<Event>) {
        let mut parsed = Parsed::default();
        self.parser.advance(&mut parsed, &[byte]);
        if let Some(place) = parsed.place {
            self.place = place;
        }
        events.extend(parsed.event);
        if let Some(introducer) = parsed.introducer {
            self.reset();
            if b"[]PX^_".contains(&introducer) {
                self.begin(introducer);
            }
        }
    }
}

/// Takes a paste in up to its end: how many bytes that were, and whether the end is there.
fn paste(text: &mut Vec<u8>, bytes: &[u8]) -> (usize, bool) {
    // The mark may have begun in the bytes before.
    let before = text.len().min(PASTE_END.len() - 1);
    let mut seam = text[text.len() - before..].to_vec();
    seam.extend(&bytes[..bytes.len().min(PASTE_END.len() - 1)]);
    let (taken, ended) = if let Some(at) = memmem::find(&seam, PASTE_END) {
        (at + PASTE_END.len() - before, true)
    } else if let Some(at) = memmem::find(bytes, PASTE_END) {
        (at + PASTE_END.len(), true)
    } else {
        (bytes.len(), false)
    };
    text.extend(&bytes[..taken]);
    if text.len() > LONGEST_PASTE {
        // The last bytes stay, since the mark may begin in them.
        text.drain(LONGEST_PASTE - PASTE_END.len()..text.len() - PASTE_END.len());
    }
    (taken, ended)
}

fn key(code: KeyCode) -> Event {
    let upper = matches!(code, KeyCode::Char(c) if c.is_uppercase());
    Event::Key(KeyEvent::new(code, if upper { KeyModifiers::SHIFT } else { KeyModifiers::NONE }))
}

/// What a byte completed.
#[derive(Default)]
struct Parsed {
    event: Option<Event>,
    place: Option<Within>,
    /// What an eight-bit control stands for after an ESC.
    introducer: Option<u8>,
}

impl Parsed {
    fn is(&mut self, event: Option<Event>) {
        self.event = event;
        self.place = Some(Within::Ground);
    }

    fn control(&mut self, control: u8) {
        self.introducer = Some(control - 0x40);
    }
}

impl Perform for Parsed {
    fn print(&mut self, c: char) {
        match c {
            '\u{80}'..='\u{9f}' => self.control(c as u8),
            '\x7f' => self.is(Some(key(KeyCode::Backspace))),
            c => self.is(Some(key(KeyCode::Char(c)))),
        }
    }

    fn execute(&mut self, byte: u8) {
        let control = |letter: u8| Event::Key(KeyEvent::new(KeyCode::Char(letter.into()), KeyModifiers::CONTROL));
        match byte {
            0x80..=0x9f => self.control(byte),
            b'\r' => self.event = Some(key(KeyCode::Enter)),
            b'\t' => self.event = Some(key(KeyCode::Tab)),
            0 => self.event = Some(control(b' ')),
            0x01..=0x1a => self.event = Some(control(byte - 1 + b'a')),
            _ => self.event = Some(control(byte - 0x1c + b'4')),
        }
    }

    fn csi_dispatch(&mut self, params: &Params, marks: &[u8], _: bool, last: char) {
        let numbers: Vec<&[u16]> = params.iter().collect();
        let number = |at: usize| numbers.get(at).map_or(0, |number| number[0]);
        match (marks, last) {
            (b"", '~') if numbers == [[200]] => self.place = Some(Within::Paste(Vec::new())),
            (b"", 'M') if numbers.len() == 1 => self.place = Some(Within::Click(Vec::new())),
            (b"", '[') => self.place = Some(Within::Letter { console: true }),
            (b"", _) => self.is(sequence::event(&numbers, last)),
            (b"<", 'M' | 'm') => self.is(sequence::mouse(number(0), number(1), number(2), last == 'm')),
            _ => self.is(None),
        }
    }

    fn esc_dispatch(&mut self, _: &[u8], _: bool, _: u8) {
        self.is(None);
    }

    fn osc_dispatch(&mut self, _: &[&[u8]], _: bool) {
        self.is(None);
    }

    fn unhook(&mut self) {
        self.is(None);
    }
}
