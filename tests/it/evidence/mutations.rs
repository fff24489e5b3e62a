//! The corpus, damaged by a seeded generator: whatever is handed in, reading ends, and ends well.

use super::corpus;
use crate::{
    fuzzed::{bodies, damaged},
    promises::times,
    walks::Random,
};

#[test]
fn whatever_is_handed_in_reading_ends_well() {
    let cases: Vec<Vec<u8>> = corpus::cases().into_iter().map(|case| case.bytes).collect();
    let mut dice = Random(0x5eed_2026);
    let (mut read, mut refused) = (0, 0);
    for case in &cases {
        for _ in 0..times("damaged-evidence") {
            *(if bodies::evidence(&damaged(case, &cases, &mut dice)) { &mut read } else { &mut refused }) += 1;
        }
    }
    // Damage that only ever refused, or never did, would test nothing.
    assert!(read > 100 && refused > 100, "{read} read, {refused} refused");
}
