//! A long text on a terminal, screen by screen; no program is started for it.

use std::io::{self, BufRead, Write};

use crate::text::room::ConsoleRoom;

/// What takes the prompt away again, so that the text above and below it is one; what Windows shows may not obey it.
const ERASE: &str = if cfg!(windows) { "" } else { "\r\u{1b}[2K" };

/// The same where Enter has led to the next row.
const ERASE_ABOVE: &str = if cfg!(windows) { "" } else { "\u{1b}[1A\r\u{1b}[2K" };

/// Shows as much as there is room for, and more each time that Enter is all that is typed.
///
/// # Errors
/// Where the streams fail.
pub fn show(
    text: &str,
    (columns, rows): (u16, u16),
    prompt: &str,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> io::Result<()> {
    let room = ConsoleRoom::above_a_prompt(columns, rows);
    if room.has(text) {
        return out.write_all(text.as_bytes());
    }
    let pages = room.pages(text);
    for (at, page) in pages.iter().enumerate() {
        out.write_all(page.as_bytes())?;
        if at + 1 == pages.len() {
            break;
        }
        out.write_all(prompt.as_bytes())?;
        out.flush()?;
        let mut line = Vec::new();
        let is_end = input.read_until(b'\n', &mut line)? == 0;
        out.write_all(if is_end { ERASE } else { ERASE_ABOVE }.as_bytes())?;
        if is_end || !line.trim_ascii().is_empty() {
            break;
        }
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::{ERASE, ERASE_ABOVE, show};

    #[test]
    fn enter_shows_more_and_anything_else_ends_it() {
        let check = |text: &str, typed: &str, expected: &str| {
            let mut out = Vec::new();
            show(text, (10, 3), "more? ", &mut typed.as_bytes(), &mut out).expect("both are memory");
            let expected = expected.replace('^', ERASE_ABOVE).replace('|', ERASE);
            assert_eq!(String::from_utf8_lossy(&out), expected, "{text:?} {typed:?}");
        };
        check("", "", "");
        check("a\nb\n", "", "a\nb\n");
        check("a\nb\nc\n", "\n", "a\nb\nmore? ^c\n");
        check("a\nb\nc\n", "\r\n", "a\nb\nmore? ^c\n");
        check("a\nb\nc\nd\ne\n", "\n\n", "a\nb\nmore? ^c\nd\nmore? ^e\n");
        check("a\nb\nc\nd\ne\n", "\nq\n", "a\nb\nmore? ^c\nd\nmore? ^");
        check("a\nb\nc\n", "", "a\nb\nmore? |");
        check("a\nb\nc\n", "\u{439}\n", "a\nb\nmore? ^");
    }
}
