//! Bytes to text: UTF-8 or UTF-16, told by the mark at the start or by where the zeros lie.

/// How the bytes of a stream become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The common one.
    Utf8,
    /// What Windows PowerShell writes.
    Utf16 {
        /// Whether the high byte comes first.
        big: bool,
    },
}

impl Encoding {
    /// The encoding of a stream by its first bytes, four if it has as many, and how many of them are its mark.
    pub fn detect(start: &[u8]) -> (Self, usize) {
        match start {
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16 { big: false }, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16 { big: true }, 2),
            [0, a, 0, b, ..] if *a > 0 && *b > 0 => (Encoding::Utf16 { big: true }, 0),
            [a, 0, b, 0, ..] if *a > 0 && *b > 0 => (Encoding::Utf16 { big: false }, 0),
            _ => (Encoding::Utf8, 0),
        }
    }

    /// Adds the text of the bytes; answers how many of them were understood, and whether the rest can still become text.
    pub fn decode(self, bytes: &[u8], text: &mut String) -> (usize, bool) {
        match self {
            Encoding::Utf8 => {
                let (good, open) = match std::str::from_utf8(bytes) {
                    Ok(good) => (good, true),
                    Err(error) => {
                        let good = std::str::from_utf8(&bytes[..error.valid_up_to()]);
                        (good.unwrap_or_default(), error.error_len().is_none())
                    }
                };
                text.push_str(good);
                (good.len(), open)
            }
            Encoding::Utf16 { big } => utf16(bytes, big, text),
        }
    }
}

fn utf16(bytes: &[u8], big: bool, text: &mut String) -> (usize, bool) {
    let unit =
        |pair: &[u8]| if big { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) };
    let units = bytes.chunks_exact(2).map(unit);
    let mut used = 0;
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok(c) => {
                text.push(c);
                used += 2 * c.len_utf16();
            }
            // The first half of a pair may have its second half in the next bytes.
            Err(error) => return (used, used + 3 >= bytes.len() && error.unpaired_surrogate() < 0xdc00),
        }
    }
    (used, true)
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn text_is_the_same_in_every_encoding_wherever_it_is_cut() {
        let expected = "[{\"a\":\"ВМ \u{1f600}\"}]";
        let utf16 = |big: bool| {
            let units =
                expected.encode_utf16().flat_map(move |unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
            units.collect::<Vec<u8>>()
        };
        let mark = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let check = |bytes: &[u8]| {
            for cut in 4..bytes.len() {
                let (encoding, skipped) = Encoding::detect(bytes);
                let mut text = String::new();
                let (used, open) = encoding.decode(&bytes[skipped..cut], &mut text);
                assert!(open, "cut at {cut}");
                assert_eq!(encoding.decode(&bytes[skipped + used..], &mut text), (bytes.len() - skipped - used, true));
                assert_eq!(text, expected, "cut at {cut}");
            }
        };
        check(expected.as_bytes());
        check(&mark(&[0xef, 0xbb, 0xbf], expected.as_bytes()));
        check(&utf16(false));
        check(&utf16(true));
        check(&mark(&[0xff, 0xfe], &utf16(false)));
        check(&mark(&[0xfe, 0xff], &utf16(true)));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let check = |bytes: &[u8], encoding: Encoding, expected: (usize, bool)| {
            assert_eq!(encoding.decode(bytes, &mut String::new()), expected, "{bytes:?}");
        };
        check(b"ab\xff", Encoding::Utf8, (2, false));
        check(b"ab\xd0", Encoding::Utf8, (2, true));
        check(&[0x61, 0, 0x00, 0xdc, 0x61, 0], Encoding::Utf16 { big: false }, (2, false));
        check(&[0x61, 0, 0x00, 0xd8, 0x61, 0, 0x61, 0], Encoding::Utf16 { big: false }, (2, false));
        check(&[0x61, 0, 0x00, 0xd8], Encoding::Utf16 { big: false }, (2, true));
    }
}
