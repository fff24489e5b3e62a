//! Damaged streams: whatever they are, they are read or refused, and both alike however the bytes arrive.

use std::{
    fs,
    io::{self, Read},
};

use backup_medic::triage::json;

use super::{catalog, streams, summary};
use crate::{fuzzed::bodies, promises::times, walks::Random};

/// A stream whose reads are as long as chance has it.
struct Crumbs<'a> {
    rest: &'a [u8],
    chance: Random,
}

impl Read for Crumbs<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = (1 + self.chance.below(40)).min(buffer.len()).min(self.rest.len());
        let (now, rest) = self.rest.split_at(length);
        buffer[..length].copy_from_slice(now);
        self.rest = rest;
        Ok(length)
    }
}

fn damage(bytes: &mut Vec<u8>, chance: &mut Random) {
    let at = chance.below(bytes.len());
    let length = chance.below(30).min(bytes.len() - at);
    match chance.below(5) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..at + length)),
        2 => {
            let copy = bytes[at..at + length].to_vec();
            bytes.splice(at..at, copy);
        }
        3 => bytes.splice(at..at, [b"\"[]{},:\\\n\0\xff\x1b"[chance.below(12)]]).for_each(drop),
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
    }
}

/// A stream is read the same wherever it comes in two.
#[track_caller]
fn check(stream: &str) {
    let whole = summary(&mut stream.as_bytes()).map(|summary| summary.read);
    for length in 1..stream.len() {
        let (start, rest) = stream.as_bytes().split_at(length);
        let crumbs = summary(&mut start.chain(rest)).map(|summary| summary.read);
        assert_eq!(whole, crumbs, "{stream:?} in two at {length}");
    }
}

#[test]
fn a_bracket_is_judged_by_as_much_as_a_prompt_has() {
    check(&format!("[s\"eTag\": null{}] x\n", ", 1".repeat(100)));
    check(&format!("[s]{}x\n", " ".repeat(300)));
    check("[s] x\n");
    check("[s] \n");
}

#[test]
fn what_separates_fields_is_known_when_the_whole_head_is_there() {
    check(";\"name\":\"a\",}\\\n:\"a\",}\\\n");
    check("\"Code\";\"Vm\",\"Status\",x\na,b,c\n");
    check("\"a;b\",Code,Vm\n1,2,3\n");
    check("\n\r\n\"Code\"\tVm;x;y\r\n1;2;3\r\n");
    check("Code;\"Vm\",x,y");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn a_damaged_stream_is_read_the_same_in_crumbs_as_whole() {
        let catalog = catalog();
        let result = |source: &mut dyn Read| summary(source).map(|summary| (json(&summary, &catalog), summary.read));
        let mut chance = Random(0x9e37_79b9_7f4a_7c15);
        let (mut good, mut refused) = (0, 0);
        for path in streams() {
            let original = fs::read(&path).expect("a file of the corpus");
            for copy in 0..times("damaged-streams") {
                let mut bytes = original.clone();
                for _ in 0..copy % 4 {
                    damage(&mut bytes, &mut chance);
                }
                let whole = result(&mut bytes.as_slice());
                let crumbs = result(&mut Crumbs { rest: &bytes, chance: chance.clone() });
                assert_eq!(whole, crumbs, "{} {:?}", path.display(), String::from_utf8_lossy(&bytes));
                assert_eq!(bodies::triage(&bytes), whole.is_ok());
                *(if whole.is_ok() { &mut good } else { &mut refused }) += 1;
            }
        }
        assert!(good > 500 && refused > 500, "{good} were read, {refused} refused");
    }
}
