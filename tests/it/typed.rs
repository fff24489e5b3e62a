//! What a terminal sends to a wizard without one: replies are no keys, a paste is no answer, and late keys stay keys.

use std::time::Duration;

use backup_medic::{
    app::{self, Context, Effect, Model},
    input::Input,
};

use crate::{promises::times, walks::Random, wizard::Wizard};

/// Replies of terminals, one a line.
const REPLIES: &str = include_str!("../replies.txt");
const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// The replies as bytes.
pub(crate) fn replies() -> Vec<Vec<u8>> {
    let all: Vec<_> = REPLIES.lines().filter(|line| !line.starts_with('#')).map(unescaped).collect();
    assert!(all.len() >= 200, "{}", all.len());
    all
}

fn unescaped(line: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match (c, c == '\\') {
            (_, true) => match rest.next().expect("something is escaped") {
                'e' => bytes.push(0x1b),
                'a' => bytes.push(7),
                'x' => bytes.push(u8::from_str_radix(&rest.by_ref().take(2).collect::<String>(), 16).expect("a byte")),
                c => bytes.push(c as u8),
            },
            (c, _) => bytes.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    bytes
}

/// Mails with lines that are keys of ours, with the line breaks of a keyboard.
pub(crate) fn mails() -> Vec<String> {
    let mails = [
        "Hello,\n\nthe backup of web01 failed again.\n1\n1\n2\ne\n\nq\ny\ntouch PWNED\n\nRegards\n",
        "1. The VM is running.\n2. The agent is ready.\n1\n2\n1\nq\ntouch PWNED\n",
        "q\nq\nq\nq\nq\nq\nq\nq\nq\nq\nq\nq\nq\ntouch PWNED\nexit\n",
        "1\n2\n1\n1\n0\n0\ne\n\nx\n\ns\n\nu\nU\nq\ny\ntouch PWNED\n",
        "Сбой резервного копирования.\n1\nq\nй\ntouch PWNED\n",
        "Guest agent:\t1\n\tq\n\te\n\n\u{3}\u{1a}\ntouch PWNED\n",
        "{\n  \"status\": \"Failed\",\n  \"code\": 1,\n  \"q\": \"e\"\n}\ntouch PWNED\n",
    ];
    mails.iter().map(|mail| mail.replace('\n', "\r")).collect()
}

/// A wizard that is typed to.
struct Typed {
    input: Input,
    wizard: Wizard,
    now: Duration,
    events: usize,
}

impl Typed {
    fn at(keys: &str) -> Self {
        let mut wizard = Wizard::new("en", 80, 24).keeping(Vec::new());
        if !keys.is_empty() {
            wizard.open(CODE);
        }
        let mut wizard = wizard.keys(keys);
        wizard.resize(80, 24);
        wizard.effects.clear();
        Typed { input: Input::default(), wizard, now: Duration::from_secs(1), events: 0 }
    }

    /// Bytes that come so long after those before.
    fn send(&mut self, gap: Duration, bytes: &[u8]) {
        self.settle(self.now + gap);
        self.now += gap;
        self.input.feed(bytes, self.now);
    }

    /// Lets time pass up to a moment.
    fn settle(&mut self, until: Duration) {
        let mut now = self.now;
        loop {
            let (model, drawn) = (&self.wizard.model, &self.wizard.drawn);
            match self.input.next(now, |row| app::are_keys(row, model, drawn)) {
                Some(event) => {
                    self.events += 1;
                    self.wizard.event(event);
                }
                None => match self.input.deadline() {
                    Some(deadline) if deadline <= until => now = now.max(deadline),
                    _ => return,
                },
            }
        }
    }

    fn end(&mut self) {
        self.settle(Duration::MAX);
        self.now += Duration::from_secs(5);
    }

    /// Whether a file was written or the wizard left.
    fn wrote_or_left(&self) -> bool {
        self.wizard.effects.iter().any(|effect| matches!(effect, Effect::Write { .. } | Effect::Quit | Effect::Suspend))
    }
}

/// All answers and marks of all cases.
fn said(model: &Model) -> String {
    model
        .sessions()
        .iter()
        .map(|s| format!("{:?} {:?} {:?}", s.open.case.answers, s.open.case.marks, s.open.case.name))
        .collect()
}

/// Home with its search, a question, a remedy.
const PLACES: [(&str, Context); 3] = [("", Context::Search), ("Down", Context::Question), ("2 1 1", Context::Remedy)];

#[test]
fn a_reply_is_no_key_wherever_it_is_cut_and_blocks_none() {
    let gaps = [0, 15, 400].map(Duration::from_millis);
    for (place, context) in PLACES {
        let mut typed = Typed::at(place);
        assert_eq!(typed.wizard.model.context(), context);
        let before = typed.wizard.text();
        for reply in replies() {
            let shown = String::from_utf8_lossy(&reply).into_owned();
            for at in 0..reply.len() {
                for gap in gaps {
                    // An ESC that nothing follows is a key, and nothing but time says that nothing follows.
                    let gap = if at > 0 && reply[at - 1] == 0x1b { gap.min(Duration::from_millis(20)) } else { gap };
                    typed.send(Duration::ZERO, &reply[..at]);
                    typed.send(gap, &reply[at..]);
                    typed.end();
                    assert_eq!(typed.events, 0, "{shown:?} cut at {at}");
                }
            }
            let alone: Vec<_> = reply.chunks(1).collect();
            alone.iter().for_each(|byte| typed.send(Duration::from_millis(1), byte));
            typed.end();
            assert_eq!(typed.events, 0, "{shown:?} byte by byte");
            // Without its end, and then a key.
            for at in (1..reply.len()).filter(|at| reply[at - 1] != 0x1b) {
                typed.send(Duration::ZERO, &reply[..at]);
                typed.end();
                typed.send(Duration::ZERO, b"\x1b[15~");
                typed.end();
                assert_eq!(std::mem::take(&mut typed.events), 1, "{shown:?} up to {at}");
            }
        }
        assert!(!typed.wrote_or_left());
        assert_eq!(typed.wizard.text(), before);
        // The keyboard is alive.
        typed.send(Duration::ZERO, b"\x1b[B");
        typed.end();
        assert_ne!(typed.wizard.text(), before);
    }
}

#[test]
fn a_pasted_mail_without_marks_is_no_answer_no_file_and_no_end() {
    let places = ["", "Up", "2 1 1", "2 1 1 e", "2 1 1 x", "2 1 1 c", "N", "v", "2 ?"];
    let mut random = Random(0x5DEE_CE66_D1CE_4E5B);
    for place in places {
        for mail in mails() {
            for _ in 0..times("mails-in-pieces") {
                let mut typed = Typed::at(place);
                let before = said(&typed.wizard.model);
                let mut rest = mail.as_bytes();
                // Small pieces come close together, larger ones with pauses, as terminals and links write them.
                let (least, pause) = if random.below(2) == 0 { (2, 4) } else { (64, 30) };
                while !rest.is_empty() {
                    let (piece, left) = rest.split_at((least + random.below(60)).min(rest.len()));
                    typed.send(Duration::from_millis(random.below(pause) as u64), piece);
                    rest = left;
                }
                typed.end();
                assert!(!typed.wrote_or_left(), "{place} {mail:?}");
                assert_eq!(said(&typed.wizard.model), before, "{place} {mail:?}");
            }
        }
    }
}

/// Rows of keys that each mean something where they come.
fn rows(count: usize) -> Vec<(&'static str, String)> {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let fixed = ["1211", "1211\r", "1\r2\r", "0\r", "jjjj\r", "Nweb01\r", "c jkuc", "211x\x1b1", "e\x1b1", "\x1b\r"];
    let mut rows: Vec<(&str, String)> = fixed.iter().map(|row| ("Up", (*row).to_owned())).collect();
    rows.extend(["agent\r", "snap\r1211", "disk\x1b[B\r", "key\x1b\x1b[B\x1b[B\r0"].map(|row| ("", row.to_owned())));
    let keys = [
        "1", "2", "0", "j", "k", "\r", "\x1b[A", "\x1b[B", "\t", "c", "t", "y", "u", "U", " ", "?\x1b", "e\x1b",
        "v\x1b", "h",
    ];
    while rows.len() < count {
        let place = PLACES[1 + random.below(2)].0;
        let mut row = String::new();
        let wanted = 2 + random.below(10);
        let mut typed = Typed::at(place);
        for _ in 0..200 {
            let key = keys[random.below(keys.len())];
            let event = crate::wizard::named(match key {
                "\r" => "Enter",
                "\t" => "Tab",
                " " => "Space",
                key if key.starts_with('\x1b') => "Up",
                key => &key[..1],
            });
            let known = app::message(event, &typed.wizard.model, &typed.wizard.drawn).is_some();
            if known && row.len() < wanted {
                row += key;
                key.bytes().for_each(|byte| typed.input.feed(&[byte], typed.now));
                typed.end();
            }
        }
        rows.push((place, row));
    }
    rows
}

#[test]
fn keys_that_come_late_in_one_packet_do_what_they_do_when_typed() {
    for (place, row) in rows(times("rows-of-late-keys")) {
        let (mut one, mut together) = (Typed::at(place), Typed::at(place));
        let mut rest = row.as_str();
        while let Some(c) = rest.chars().next() {
            let length = if rest.starts_with("\x1b[") { 3 } else { c.len_utf8() };
            let (key, left) = rest.split_at(length);
            one.send(Duration::from_millis(200), key.as_bytes());
            one.end();
            rest = left;
        }
        together.send(Duration::from_millis(300), row.as_bytes());
        together.end();
        assert_eq!(together.wizard.text(), one.wizard.text(), "{place} {row:?}");
        assert_eq!(said(&together.wizard.model), said(&one.wizard.model), "{place} {row:?}");
        assert_eq!(together.wizard.effects, one.wizard.effects, "{place} {row:?}");
    }
}
