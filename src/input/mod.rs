//! What a terminal sends, to what the person did: bytes and the times they came at in, keys, clicks and pastes out.
//!
//! A person's keys come one by one. Characters that come together are a row of keys that a slow link held back, or a
//! paste of a terminal that does not mark its pastes; a paste is text, whatever its characters would mean as keys. A key
//! alone is never waited for; only where several came at once, or something has no end yet, more may be awaited.

mod decoder;
mod row;
mod sequence;
#[cfg(test)]
mod tests;

use std::{collections::VecDeque, io::BufRead, mem, time::Duration};

use crossterm::event::{Event, KeyEvent};

use self::decoder::{Decoder, Pending};
pub use self::row::is_character;

/// After so much silence characters no longer belong together.
pub const GAP: Duration = Duration::from_millis(5);
/// The same within a paste, which comes in pieces.
pub const QUIET: Duration = Duration::from_millis(50);
/// So long after a paste, several characters at once are more of it.
const AFTER: Duration = Duration::from_millis(200);
/// So long an ESC waits for the rest of a sequence.
const ESCAPE: Duration = Duration::from_millis(25);
/// So long a sequence waits for its end.
const UNFINISHED: Duration = Duration::from_millis(500);
/// So long a marked paste waits for its end.
const STALLED: Duration = Duration::from_secs(2);
/// Nobody types two bytes within so short a time, and no keyboard repeats a key so quickly.
const FLOW: Duration = Duration::from_millis(20);
/// So long a paste may take before the first of it is shown.
const LONGEST_WAIT: Duration = Duration::from_secs(2);
/// So much of a paste without marks is kept, in bytes.
const LONGEST_PASTE: usize = 2 << 20;

/// Where the lines of the plain face come from.
pub trait Lines: BufRead {
    /// Whether more is there, or comes within so short a time: lines that come together are a paste.
    fn has_more(&mut self, within: Duration) -> bool;

    /// Discards what is left of a paste, so that no shell takes it for commands.
    fn discard(&mut self);
}

/// Takes in what a terminal sends.
#[derive(Default)]
pub struct Input {
    decoder: Decoder,
    /// When the last bytes came.
    last: Duration,
    /// When what has no end is given up.
    give_up: Option<Duration>,
    /// The keys that came together.
    row: Vec<KeyEvent>,
    /// The text of keys that are certainly a paste.
    pasted: Option<String>,
    /// When the first of them came.
    since: Duration,
    /// When they are complete.
    complete: Option<Duration>,
    /// Until when several characters are more of a paste.
    more_until: Duration,
    /// Until when keys are dropped, as the rest of a marked paste that held the mark of its end.
    drop_until: Duration,
    ready: VecDeque<Ready>,
    keys: VecDeque<KeyEvent>,
}

enum Ready {
    Event(Event),
    Row(Vec<KeyEvent>),
}

impl Input {
    /// Takes in the bytes that were there at a time, which is counted from any moment.
    pub fn feed(&mut self, bytes: &[u8], now: Duration) {
        self.pass(now);
        let alone = bytes.len() == 1 && now.saturating_sub(self.last) > FLOW;
        let before = self.decoder.open();
        let mut events = Vec::new();
        self.decoder.feed(bytes, &mut events);
        let open = self.decoder.open();
        // A key that is typed while an end is awaited does not make it be awaited for longer.
        if !(alone && open == before && self.give_up.is_some()) {
            self.give_up = patience(open).map(|patience| now + patience);
        }
        if events.len() == 1 && (bytes.len() == 1 || bytes[0] == 0x1b) {
            // A key alone is never the rest of a paste.
            self.drop_until = Duration::ZERO;
        }
        self.take(events, now);
    }

    /// Takes in the events that were there at a time, from a system that hands over no bytes.
    pub fn take(&mut self, events: Vec<Event>, now: Duration) {
        self.pass(now);
        let dropped = now < self.drop_until;
        self.last = now;
        for event in events {
            match event {
                Event::Key(_) if now < self.drop_until => {}
                Event::Key(key) => self.push(key, now),
                Event::FocusGained | Event::FocusLost => {}
                other => {
                    self.close(now);
                    if matches!(other, Event::Paste(_)) {
                        self.drop_until = now + GAP;
                    }
                    self.ready.push_back(Ready::Event(other));
                }
            }
        }
        if dropped {
            self.drop_until = now + GAP;
        }
        self.weigh(now);
    }

    /// When time alone changes something; at once where something is ready.
    pub fn deadline(&self) -> Option<Duration> {
        if !self.ready.is_empty() || !self.keys.is_empty() {
            return Some(Duration::ZERO);
        }
        self.give_up.into_iter().chain(self.complete).min()
    }

    /// The next event; `keys` says whether each character of a row would be a key of ours where it comes.
    pub fn next(&mut self, now: Duration, mut keys: impl FnMut(&[KeyEvent]) -> bool) -> Option<Event> {
        self.pass(now);
        loop {
            if let Some(key) = self.keys.pop_front() {
                return Some(Event::Key(key));
            }
            match self.ready.pop_front()? {
                Ready::Event(Event::Paste(text)) => return Some(Event::Paste(row::lines(&text))),
                Ready::Event(event) => return Some(event),
                Ready::Row(row) if row::texts(&row) < 2 || keys(&row) => self.keys.extend(row),
                Ready::Row(row) => {
                    let text = row::text(&row);
                    if !self.ready.is_empty() || !self.row.is_empty() || self.pasted.is_some() {
                        self.more_until = now + AFTER;
                        return Some(Event::Paste(row::lines(&text)));
                    }
                    // More of it may be on its way.
                    self.pasted = Some(text);
                    self.since = now;
                    self.complete = Some(now + QUIET);
                }
            }
        }
    }

    fn push(&mut self, key: KeyEvent, now: Duration) {
        if self.row.is_empty() && self.pasted.is_none() {
            self.since = now;
        }
        match &mut self.pasted {
            None => self.row.push(key),
            Some(text) if text.len() < LONGEST_PASTE => row::add(text, &key),
            Some(_) => {}
        }
        if self.pasted.is_none() && row::is_text(&self.row) {
            self.becomes_text();
        }
    }

    fn becomes_text(&mut self) {
        self.pasted = Some(row::text(&mem::take(&mut self.row)));
    }

    /// Tells typed keys from a paste as far as the pending ones already allow.
    fn weigh(&mut self, now: Duration) {
        let texts = row::texts(&self.row);
        if self.pasted.is_none() && texts > 1 && now < self.more_until {
            self.becomes_text();
        }
        if self.pasted.is_some() {
            self.complete = Some((now + QUIET).min(self.since + LONGEST_WAIT));
        } else if self.complete.is_some() || texts > 1 {
            self.complete = Some(now + GAP);
        } else {
            self.close(now);
        }
    }

    /// Lets time pass.
    fn pass(&mut self, now: Duration) {
        if self.complete.is_some_and(|complete| complete <= now) {
            self.close(now);
        }
        if self.give_up.is_some_and(|give_up| give_up <= now) {
            self.give_up = None;
            let mut events = Vec::new();
            self.decoder.give_up(&mut events);
            self.close(now);
            let ready = events.into_iter().map(|event| match event {
                Event::Key(key) => Ready::Row(vec![key]),
                other => Ready::Event(other),
            });
            self.ready.extend(ready);
        }
    }

    fn close(&mut self, now: Duration) {
        self.complete = None;
        if let Some(text) = self.pasted.take() {
            self.more_until = now + AFTER;
            self.ready.push_back(Ready::Event(Event::Paste(text)));
        } else if !self.row.is_empty() {
            self.ready.push_back(Ready::Row(mem::take(&mut self.row)));
        }
    }
}

fn patience(open: Pending) -> Option<Duration> {
    match open {
        Pending::Nothing => None,
        Pending::Escape => Some(ESCAPE),
        Pending::Sequence => Some(UNFINISHED),
        Pending::Paste => Some(STALLED),
    }
}
