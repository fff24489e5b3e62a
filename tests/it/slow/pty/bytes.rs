//! What a stream of bytes would do to a terminal.

/// A control sequence: what introduces it, its parameters, and its last byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sequence {
    /// `ESC [ PARAMETERS LAST`.
    Csi(String, char),
    /// `ESC ] TEXT`, ended by BEL or ST.
    Osc(String),
    /// `ESC` and one of `P X ^ _`, ended by ST.
    Text(String),
    /// `ESC` and one byte.
    Escape(char),
    /// A control character alone.
    Control(char),
}

/// All control sequences of an output, in order.
pub(crate) fn sequences(bytes: &[u8]) -> Vec<Sequence> {
    let text = String::from_utf8_lossy(bytes);
    let mut found = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\x1b' => found.push(escape(&mut rest)),
            c if c.is_control() => found.push(Sequence::Control(c)),
            _ => {}
        }
    }
    found
}

fn escape(rest: &mut std::str::Chars<'_>) -> Sequence {
    match rest.next().unwrap_or('\0') {
        '[' => {
            let mut parameters = String::new();
            for c in rest.by_ref() {
                if ('@'..='~').contains(&c) {
                    return Sequence::Csi(parameters, c);
                }
                parameters.push(c);
            }
            Sequence::Csi(parameters, '\0')
        }
        ']' => Sequence::Osc(until_end(rest)),
        'P' | 'X' | '^' | '_' => Sequence::Text(until_end(rest)),
        other => Sequence::Escape(other),
    }
}

fn until_end(rest: &mut std::str::Chars<'_>) -> String {
    let mut text = String::new();
    while let Some(c) = rest.next() {
        match c {
            '\x07' => break,
            '\x1b' => {
                rest.next();
                break;
            }
            c => text.push(c),
        }
    }
    text
}

/// The sequences that make a terminal type an answer.
pub(crate) fn questions(bytes: &[u8]) -> Vec<Sequence> {
    let asks = |sequence: &Sequence| match sequence {
        Sequence::Csi(parameters, last) => match last {
            'c' | 'n' | 'x' => true,
            'u' => parameters.starts_with('?'),
            'q' => parameters.starts_with('>'),
            'p' => parameters.ends_with('$'),
            't' => !parameters.starts_with("22") && !parameters.starts_with("23"),
            _ => false,
        },
        Sequence::Osc(text) => text.ends_with('?') || text.contains(";?"),
        Sequence::Text(_) => true,
        Sequence::Escape(c) => *c == 'Z',
        Sequence::Control(c) => *c == '\x05',
    };
    sequences(bytes).into_iter().filter(asks).collect()
}

/// The sequences that set a colour other than the terminal's own.
pub(crate) fn colours(bytes: &[u8]) -> Vec<Sequence> {
    let colour = |number: &str| matches!(number.parse(), Ok(30..=38 | 40..=48 | 58 | 90..=97 | 100..=107));
    let sets = |sequence: &Sequence| match sequence {
        Sequence::Csi(parameters, 'm') => parameters.split([';', ':']).any(colour),
        _ => false,
    };
    sequences(bytes).into_iter().filter(sets).collect()
}

#[test]
fn what_asks_and_what_colours_is_seen() {
    let check = |bytes: &str, asks: usize, colours_set: usize| {
        assert_eq!(
            (questions(bytes.as_bytes()).len(), colours(bytes.as_bytes()).len()),
            (asks, colours_set),
            "{bytes:?}"
        );
    };
    check("a\x1b[c\x1b[6n\x1b[?u\x1b[>q\x1b[?2026$p\x1b[18t", 6, 0);
    check("\x1b]11;?\x07\x1bP+q544e\x1b\\\x05\x1bZ", 4, 0);
    check("\x1b[1;7m\x1b[39m\x1b[49m\x1b[59m\x1b[0m\x1b[?1049h\x1b[2J", 0, 0);
    check("\x1b[36mx\x1b[38;5;7mx\x1b[1;44mx\x1b[97m", 0, 4);
}
