//! Numbers among words.

/// Whether a text is a number: one digit or more, and nothing else.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn a_number_has_digits_alone() {
        let check = |text: &str, expected: bool| assert_eq!(is_number(text), expected, "{text}");
        check("0", true);
        check("2026", true);
        check("", false);
        check("1.5", false);
        check("1a", false);
        check("\u{661}", false);
    }
}
