//! Text from outside made harmless, once, where it enters: what would act on a terminal is shown instead.

/// The text with every control character, and every character that hides or reorders others, written out.
///
/// Line breaks stay; a tab becomes a blank.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push('\n'),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\t' => out.push(' '),
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

/// Whether the character would act on a terminal, or hide or reorder others; a control character only beyond ASCII.
pub fn acts(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' // C1 controls
        | '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' // zero width, bidi
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}') // tags, variation selectors
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
        check("Ошибка – 日本", "Ошибка – 日本");
        assert_eq!(visible_line("a\nb\rc"), "a b c");
    }
}
