//! Things kept once for each key: a list, and the place in it that a key has.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// Things by the hashes of their keys: of 64 bits that nobody outside can guess, so that no two keys have the same one.
///
/// Comparing the keys themselves would fetch each from memory, for every job.
pub(super) struct Interned<T> {
    /// In the order in which they came.
    pub list: Vec<T>,
    places: HashMap<u64, u32, BuildHasherDefault<Itself>>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Interned { list: Vec::new(), places: HashMap::default() }
    }
}

impl<T> Interned<T> {
    /// The place of what a key names; `None` where it is new.
    pub(super) fn place(&self, key: u64) -> Option<u32> {
        self.places.get(&key).copied()
    }

    /// The place of what a key names; it is made and put there if it is new.
    pub(super) fn intern(&mut self, key: u64, make: impl FnOnce() -> T) -> u32 {
        *self.places.entry(key).or_insert_with(|| {
            self.list.push(make());
            self.list.len() as u32 - 1
        })
    }
}

/// A hash is its own hash.
#[derive(Default)]
struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only hashes are hashed")
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
