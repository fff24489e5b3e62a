//! The corpus, damaged by a seeded generator: whatever is handed in, reading ends, and ends well.

use backup_medic::evidence::Reading;

use super::{corpus, read};
use crate::{promises::times, walks::Random};

/// What damage puts in: what readers look for, and what terminals obey.
const PIECES: [&[u8]; 12] = [
    b"\x1b[2J",
    b"\x9b",
    b"\xe2\x80\xae",
    b"\0",
    b"\"",
    b"\\",
    b"{",
    b"]",
    b"\n",
    b"\r",
    b"PowerState/",
    b"9999999999999999999",
];

fn damaged(bytes: &[u8], others: &[corpus::Case], dice: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let (from, to) = (dice.below(bytes.len()), dice.below(bytes.len()));
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 200));
        match dice.below(6) {
            0 => drop(bytes.drain(from..to)),
            1 => bytes.truncate(to),
            2 => drop(bytes.splice(from..from, PIECES[dice.below(PIECES.len())].iter().copied())),
            3 => {
                let again = bytes[from..to].to_vec();
                drop(bytes.splice(to..to, again));
            }
            4 => {
                let other = &others[dice.below(others.len())].bytes;
                let cut = dice.below(other.len());
                bytes.extend(&other[cut..]);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte = dice.below(256) as u8;
                }
            }
        }
    }
    bytes
}

/// Nothing that a reading says may act on a terminal, and all of it is bounded.
fn is_tame(reading: &Reading) {
    let places = reading.findings.iter().map(|f| &f.place);
    let places = places.chain(reading.variables.iter().map(|v| &v.place));
    let places = places.chain(reading.statements.iter().map(|s| &s.place));
    let texts = reading.findings.iter().flat_map(|f| [&f.text, &f.question, &f.option]);
    let texts = texts.chain(reading.variables.iter().map(|v| &v.value));
    let texts = texts.chain(reading.statements.iter().flat_map(|s| [Some(&s.text), s.code.as_ref()]).flatten());
    for text in texts.chain(places.map(|place| &place.path)).chain([&reading.file]) {
        assert!(!text.chars().any(char::is_control), "{text:?}");
        assert_eq!(backup_medic::text::sanitise::visible_line(text), *text);
        assert!(text.len() <= 16_000, "{} bytes", text.len());
    }
    assert!(reading.findings.len() <= 1000 && reading.variables.len() <= 1000 && reading.statements.len() <= 1000);
}

#[test]
fn whatever_is_handed_in_reading_ends_well() {
    let cases = corpus::cases();
    let mut dice = Random(0x5eed_2026);
    let (mut read_ones, mut refused) = (0, 0);
    for case in &cases {
        for _ in 0..times("damaged-evidence") {
            match read(&damaged(&case.bytes, &cases, &mut dice)) {
                Ok(reading) => {
                    is_tame(&reading);
                    read_ones += 1;
                }
                Err(refusal) => {
                    assert!(refusal.reason.starts_with("evidence-") && refusal.line > 0, "{refusal:?}");
                    assert!(!refusal.path.chars().any(char::is_control), "{refusal:?}");
                    refused += 1;
                }
            }
        }
    }
    // Damage that only ever refused, or never did, would test nothing.
    assert!(read_ones > 100 && refused > 100, "{read_ones} read, {refused} refused");
}
