//! Fowler, Noll and Vo's checksum, variant 1a: it finds damage and tells texts apart; it proves no origin.

/// The sum of 64 bits.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The sum of 32 bits, short enough for a file's name, of a text in parts.
pub fn fnv1a_32(parts: &[&str]) -> u32 {
    let add = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    parts.iter().fold(0x811c_9dc5, |sum, part| part.bytes().fold(sum, add))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_published_vectors() {
        assert_eq!(
            [fnv1a(b""), fnv1a(b"a"), fnv1a(b"foobar")],
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
        assert_eq!(
            [fnv1a_32(&[]), fnv1a_32(&["a"]), fnv1a_32(&["foo", "", "bar"])],
            [0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968]
        );
    }
}
