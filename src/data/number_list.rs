//! Rows of whole numbers that are read where they lie, so that what was made when the program was built need not be unpacked.

use std::{borrow::Cow, ops::Range};

use serde::{Deserialize, Serialize};

/// Whole numbers, each in as many bytes as the largest of them takes, the lowest first.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct NumberList<'b> {
    width: u8,
    #[serde(borrow)]
    bytes: Cow<'b, [u8]>,
}

impl NumberList<'_> {
    /// These numbers.
    pub(crate) fn of(numbers: &[u32]) -> Self {
        let largest = numbers.iter().max().copied().unwrap_or_default();
        let width = (1..size_of::<u32>()).find(|width| largest >> (8 * width) == 0).unwrap_or(size_of::<u32>());
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width)).collect();
        NumberList { width: width as u8, bytes: bytes.into() }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.bytes.len() / usize::from(self.width).max(1)
    }

    /// The number at a place.
    pub(crate) fn get(&self, at: usize) -> usize {
        let width = usize::from(self.width);
        number(&self.bytes[at * width..][..width])
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.bytes.chunks_exact(usize::from(self.width).max(1)).map(number)
    }

    /// Where something lies, by its number, if these are the ends of things that lie one behind the other.
    pub(crate) fn range(&self, at: usize) -> Range<usize> {
        let start = if at == 0 { 0 } else { self.get(at - 1) };
        start..self.get(at)
    }
}

fn number(bytes: &[u8]) -> usize {
    match *bytes {
        [one] => one.into(),
        [one, two] => u16::from_le_bytes([one, two]).into(),
        [one, two, three] => u32::from_le_bytes([one, two, three, 0]) as usize,
        [one, two, three, four] => u32::from_le_bytes([one, two, three, four]) as usize,
        _ => 0,
    }
}

/// The first of so many places of which something no longer holds that holds of all before it.
pub(crate) fn partition_point(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from.midpoint(to);
        if is_before(middle) { from = middle + 1 } else { to = middle }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_size_are_read_as_they_were() {
        let check = |numbers: &[u32]| {
            let kept = NumberList::of(numbers);
            let read: Vec<u32> = (0..kept.count()).map(|at| kept.get(at) as u32).collect();
            assert_eq!(read, numbers);
            assert!(kept.iter().eq(numbers.iter().map(|number| *number as usize)));
        };
        check(&[]);
        check(&[0, 7, 255]);
        check(&[256, 0]);
        check(&[1 << 16, 3]);
        check(&[u32::MAX, 0, 1]);
    }

    #[test]
    fn the_first_place_that_is_not_before_is_found() {
        let check = |count: usize, first: usize| assert_eq!(partition_point(count, |at| at < first), first.min(count));
        [(0, 0), (1, 0), (1, 1), (7, 3), (8, 9)].into_iter().for_each(|(count, first)| check(count, first));
    }

    #[test]
    fn ends_say_where_things_lie() {
        let ends = NumberList::of(&[2, 2, 300]);
        assert_eq!([ends.range(0), ends.range(1), ends.range(2)], [0..2, 2..2, 2..300]);
    }
}
