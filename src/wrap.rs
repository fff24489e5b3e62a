//! Prose in lines of a width: breaks where Unicode allows it, counts columns as a terminal does.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// The lines of one paragraph; only a word that is wider than the width itself stands out.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut from = 0;
    for (to, opportunity) in linebreaks(text) {
        let (word, last) = (&text[from..to], lines.len() - 1);
        from = to;
        if !lines[last].is_empty() && lines[last].width() + word.trim_end().width() > width {
            lines.push(word.to_owned());
        } else {
            lines[last].push_str(word);
        }
        if opportunity == BreakOpportunity::Mandatory && to < text.len() {
            lines.push(String::new());
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_width_and_lose_nothing() {
        let check = |text: &str, width: usize, lines: &[&str]| assert_eq!(wrap(text, width), lines);
        check("one two three", 8, &["one two", "three"]);
        check("one two three", 7, &["one two", "three"]);
        check("один два", 4, &["один", "два"]);
        check("日本語です", 4, &["日本", "語で", "す"]);
        check("/var/log/waagent.log", 4, &["/var/", "log/", "waagent.log"]);
        check("", 8, &[""]);
        check("a\nb", 8, &["a", "b"]);
    }
}
