//! Text from outside made harmless, once, where it enters: what would act on a terminal is shown instead.

mod hidden;
mod lookalike;

pub use lookalike::spelt;

/// The text with every control character, and every character that hides or reorders others, written out.
///
/// Line breaks stay; a tab and a blank that does not break become a blank.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push('\n'),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            // Pages and word processors are full of blanks that only do not break.
            '\t' | '\u{a0}' | '\u{202f}' => out.push(' '),
            '\0'..='\x1f' => out.extend(['^', (c as u8 ^ 0x40) as char]),
            '\x7f' => out.push_str("^?"),
            c if acts(c) => out.push_str(&format!("<U+{:04X}>", c as u32)),
            c => out.push(c),
        }
    }
    out
}

/// The same on one line: line breaks become blanks.
pub fn visible_line(text: &str) -> String {
    visible(text).replace('\n', " ")
}

/// Whether the character would act on a terminal, hide, or hide or reorder others, by its Unicode properties; a control
/// character only beyond ASCII.
pub fn acts(c: char) -> bool {
    // Edges in turn begin and end a range, so that an odd number of them lies before what is inside of one.
    !c.is_ascii() && hidden::EDGES.partition_point(|edge| *edge <= c as u32) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown() {
        let check = |text: &str, shown: &str| assert_eq!(visible(text), shown);
        check("a\x1b[31mb", "a^[[31mb");
        check("\u{9b}2J", "<U+009B>2J");
        check("rm \u{202e}txt", "rm <U+202E>txt");
        check("a\u{200b}b\u{feff}", "a<U+200B>b<U+FEFF>");
        check("a\r\nb\tc\x7f", "a\nb c^?");
        check("a\u{34f}b\u{2800}\u{e1000}", "a<U+034F>b<U+2800><U+E1000>");
        check("32\u{a0}ТБ\u{202f}x", "32 ТБ x");
        check("Ошибка – 日本", "Ошибка – 日本");
        assert_eq!(visible_line("a\nb\rc"), "a b c");
    }
}
