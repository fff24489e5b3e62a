//! The names of the members of open objects, none of which may stand twice in one object.

use super::{Scan, ScanStop, unescaped};
use crate::error::JobsFlaw;

/// Names of one object that are compared pair by pair; more are sorted first.
const FEW: usize = 24;

/// The name of a member.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MemberName<'a> {
    /// As it is written.
    pub text: &'a str,
    /// Of its letters.
    pub hash: u64,
}

/// All that are open, those of inner objects behind those of outer ones.
#[derive(Default)]
pub(super) struct OpenMembers(Vec<Seen>);

/// A name, and where in the text it stands.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    hash: u64,
    start: u32,
    length: u32,
}

impl OpenMembers {
    /// How many there are: where the names of an object that is opened now begin.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds a name that stands at a byte of the text.
    pub(super) fn add(&mut self, name: MemberName<'_>, start: usize) {
        self.0.push(Seen { hash: name.hash, start: start as u32, length: name.text.len() as u32 });
    }

    /// Forgets the names from `start` on, none of which may stand there twice.
    pub(super) fn close(&mut self, start: usize, text: &str) -> Scan<()> {
        let spelled = |name: &Seen| unescaped(&text[name.start as usize..(name.start + name.length) as usize]);
        let same = |a: &Seen, b: &Seen| a.hash == b.hash && spelled(a) == spelled(b);
        let names = &mut self.0[start..];
        let twice = if names.len() <= FEW {
            // Most hashes differ in the bits that are marked here, so that few are compared at all.
            let mut marks = 0_u64;
            let mut is_new = |name: &Seen| {
                let before = marks;
                marks |= 1 << (name.hash >> 58);
                marks != before
            };
            let twice =
                |(at, name): &(usize, &Seen)| !is_new(name) && names[..*at].iter().any(|other| same(other, name));
            names.iter().enumerate().find(twice).map(|(_, name)| name.start)
        } else {
            names.sort_unstable();
            names.windows(2).find(|pair| same(&pair[0], &pair[1])).map(|pair| pair[1].start)
        };
        self.0.truncate(start);
        twice.map_or(Ok(()), |at| Err(ScanStop::Bad(JobsFlaw::Twice, at as usize - 1)))
    }
}

/// A name's hash; equal ones are compared by their letters, so that it need not be a strong one.
pub(crate) fn hash(name: &str) -> u64 {
    let fold = |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut words = name.as_bytes().chunks_exact(8);
    let hash = (&mut words).fold(0, |hash, word| fold(hash, u64::from_le_bytes(word.try_into().expect("eight bytes"))));
    words.remainder().iter().fold(hash, |hash, byte| fold(hash, u64::from(*byte)))
}
