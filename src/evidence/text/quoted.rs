//! A text without what stands before each of its lines: the signs of a quoted mail, the numbers of an editor.

/// Lines with numbers in a row that make these the numbers of an editor.
const NUMBERED: usize = 5;

/// The text without them; lines stay where they are.
pub(crate) fn unquoted(text: String) -> String {
    let quoted = |line: &str| line.starts_with('>');
    let lines: Vec<&str> = text.split('\n').collect();
    let numbers: Vec<Option<(usize, &str)>> = lines.iter().map(|line| numbered(line)).collect();
    let follows = |at: usize| matches!((numbers[at - 1], numbers[at]), (Some((a, _)), Some((b, _))) if a + 1 == b);
    if !lines.iter().any(|line| quoted(line)) && !(1..lines.len()).any(follows) {
        return text;
    }
    let mut plain: Vec<&str> = lines.clone();
    let mut at = 0;
    while at < lines.len() {
        let signs = lines[at..].iter().take_while(|line| quoted(line)).count();
        let row = 1 + (at + 1..lines.len()).take_while(|next| follows(*next)).count();
        if signs > 1 {
            lines[at..at + signs].iter().zip(&mut plain[at..]).for_each(|(line, plain)| *plain = unsigned(line));
            at += signs;
        } else if row >= NUMBERED {
            numbers[at..at + row].iter().zip(&mut plain[at..]).for_each(|(number, plain)| {
                *plain = number.map_or(*plain, |(_, rest)| rest);
            });
            at += row;
        } else {
            at += 1;
        }
    }
    plain.join("\n")
}

fn unsigned(mut line: &str) -> &str {
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.strip_prefix(' ').unwrap_or(rest);
    }
    line
}

/// The number before a line, and the line; what `grep -n` prints has a colon and no blank behind its number.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    let rest = match rest.strip_prefix([':', '|']) {
        Some(rest) if rest.is_empty() || rest.starts_with([' ', '\t']) => rest,
        Some(_) => return None,
        None => rest,
    };
    let rest = if rest.is_empty() { rest } else { rest.strip_prefix([' ', '\t'])? };
    let rest = rest.strip_prefix("| ").unwrap_or(rest);
    number.parse().ok().filter(|_| digits < 7).map(|number| (number, rest))
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn only_what_stands_before_several_lines_is_left_out() {
        let check = |text: &str, expected: &str| assert_eq!(unquoted(text.to_owned()), expected, "{text:?}");
        check("> {\n>   \"a\": 1\n> }\nyes", "{\n  \"a\": 1\n}\nyes");
        check(">> a\n> > b", "a\nb");
        check("> one line", "> one line");
        check("  1 {\n  2   a\n  3   b\n  4   c\n  5 }", "{\n  a\n  b\n  c\n}");
        check("1: a\n2: b\n3: c\n4:\n5: d", "a\nb\nc\n\nd");
        check(
            "31:Extensions.Enabled=n\n32:B=1\n33:C=1\n34:D=1\n35:E=1",
            "31:Extensions.Enabled=n\n32:B=1\n33:C=1\n34:D=1\n35:E=1",
        );
        check("1 a\n2 b\n3 c", "1 a\n2 b\n3 c");
        check("a\nb", "a\nb");
    }
}
