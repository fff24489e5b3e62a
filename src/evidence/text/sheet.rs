//! A decoded file with its lines; and the same without the line breaks that a narrow console put into it.

use memchr::memchr2_iter;

/// Narrower than this no console is that people paste from, in characters.
const NARROWEST: usize = 40;

/// A text, and where its lines begin in the file that was handed in.
pub(crate) struct Sheet {
    pub text: String,
    /// The bytes of `text` at which the lines of the file begin, but for the first.
    starts: Vec<usize>,
}

/// A line of text outside JSON.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SheetLine<'t> {
    /// From 1.
    pub number: usize,
    /// Without its break and blanks at its end, unless it is the last one and has nothing else.
    pub text: &'t str,
}

impl Sheet {
    pub(crate) fn new(text: String) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        Sheet { text, starts }
    }

    /// The line of the file, from 1, that a byte of the text came from.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at) + 1
    }

    /// The bytes of the text that a line of the file became.
    pub(crate) fn range(&self, line: usize) -> std::ops::Range<usize> {
        let start = line.checked_sub(2).map_or(0, |before| self.starts[before]);
        start..self.starts.get(line - 1).copied().unwrap_or(self.text.len())
    }

    /// Whether every place of it is on its only line.
    pub(crate) fn is_one_line(&self) -> bool {
        self.starts.is_empty()
    }

    /// The line of a byte with its column, from 1, in characters.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        (line, self.text[self.range(line).start..at].chars().count() + 1)
    }

    /// The lines, without those that begin inside one of the ranges, which are in order.
    pub(crate) fn lines(&self, without: &[std::ops::Range<usize>]) -> Vec<SheetLine<'_>> {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut without = without.iter().peekable();
        for (at, line) in self.text.split('\n').enumerate() {
            while without.next_if(|range| range.end <= start).is_some() {}
            if !without.peek().is_some_and(|range| range.contains(&start)) {
                // Trailing blanks are the start of a line that was cut off.
                let is_cut = start + line.len() == self.text.len() && !line.is_empty() && line.trim().is_empty();
                lines.push(SheetLine { number: at + 1, text: if is_cut { line } else { line.trim_end() } });
            }
            start += line.len() + 1;
        }
        lines
    }

    /// The text outside the ranges, which are in order, broken into lines as the file is.
    pub(crate) fn without(&self, ranges: &[std::ops::Range<usize>]) -> String {
        let mut rest = String::new();
        let mut ranges = ranges.iter().peekable();
        let mut at = 0;
        for end in self.starts.iter().copied().chain([self.text.len()]) {
            while at < end {
                while ranges.next_if(|range| range.end <= at).is_some() {}
                let next = ranges.peek().filter(|range| range.start < end);
                let (outside, inside) = next.map_or((end, end), |range| (range.start.max(at), range.end.min(end)));
                rest.push_str(self.text[at..outside].trim_end_matches('\n'));
                at = inside;
            }
            rest.push('\n');
        }
        rest
    }

    /// The text as it was before a console broke it at its right edge, in the middle of strings too.
    ///
    /// Only where that leaves no doubt: every break inside a string stands behind a line of the same, greatest width.
    pub(crate) fn unwrapped(&self) -> Option<Sheet> {
        let breaks = breaks_in_strings(&self.text);
        let width = |line: &str| line.trim_end_matches('\r').chars().count();
        let widest = self.text.split('\n').map(width).max()?;
        let full = |at: &usize| {
            let start = self.text[..*at].rfind('\n').map_or(0, |newline| newline + 1);
            width(&self.text[start..*at]) == widest
        };
        if breaks.is_empty() || widest < NARROWEST || !breaks.iter().all(full) {
            return None;
        }
        let mut sheet = Sheet { text: String::with_capacity(self.text.len()), starts: Vec::new() };
        for line in self.text.split_inclusive('\n') {
            let bare = line.trim_end_matches(['\r', '\n']);
            sheet.text.push_str(if width(bare) == widest { bare } else { line });
            sheet.starts.push(sheet.text.len());
        }
        Some(sheet)
    }
}

/// The line breaks that stand inside strings of JSON.
fn breaks_in_strings(text: &str) -> Vec<usize> {
    let (mut inside, mut escaped, mut breaks) = (false, false, Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' if inside => breaks.push(at),
            b'\n' | b'\r' => {}
            _ if escaped => escaped = false,
            b'\\' => escaped = inside,
            b'"' => inside = !inside,
            _ => {}
        }
    }
    breaks
}

/// A shell's prompt with the command typed behind it.
pub(crate) fn is_prompt(line: &str) -> bool {
    let line = line.trim_start();
    let prompts = ["$ ", "# ", "PS ", "> ", "\u{276f} ", "\u{279c} ", "\u{bb} "];
    let behind_place = |at: usize| {
        let (before, behind) = (&line.as_bytes()[..at], &line.as_bytes()[at + 1..]);
        matches!(before, [.., b']' | b'~']) && matches!(behind, [b' ', ..])
    };
    prompts.iter().any(|prompt| line.starts_with(prompt))
        || memchr2_iter(b'$', b'#', line.as_bytes()).any(behind_place)
        || line.ends_with(['$', '#', '>'])
}

/// Whether words stand in a line. Longer ones are first looked for by their first 32 bytes, since the standard library makes
/// a table for them at each call.
pub(crate) fn has(line: &str, words: &str) -> bool {
    words.get(..32).is_none_or(|head| line.contains(head)) && line.contains(words)
}

/// What stands before words and behind them; `None` where the line has not got them.
pub(crate) fn around<'t>(line: &'t str, words: &str) -> Option<(&'t str, &'t str)> {
    if has(line, words) { line.split_once(words) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_long_they_are() {
        let long = "the snapshot operation failed because of it";
        let check = |line: &str, words: &str, expected: Option<(&str, &str)>| {
            assert_eq!((has(line, words), around(line, words)), (expected.is_some(), expected), "{line}: {words}");
        };
        check("Event 12: VSS", ": ", Some(("Event 12", "VSS")));
        check("Event 12", ": ", None);
        check(&format!("1 {long} 2"), long, Some(("1 ", " 2")));
        check(&long[..40], long, None);
        check("é", "ééééééééééééééééé", None);
        check("", "", Some(("", "")));
    }

    #[test]
    fn a_prompt_is_known_by_its_signs() {
        let check = |line: &str, expected: bool| assert_eq!(is_prompt(line), expected, "{line}");
        check("$ systemctl status walinuxagent", true);
        check("  PS C:\\> Get-Service", true);
        check("[root@web-01 ~]# df -h", true);
        check("azureuser@web-01:~$ df -h", true);
        check("C:\\Windows>", true);
        check("Disk #2 is full", false);
        check("costs 5$ a month", false);
        check("", false);
    }

    #[test]
    fn what_is_left_out_leaves_its_lines() {
        let check = |text: &str, ranges: &[(usize, usize)], rest: &str| {
            let ranges: Vec<_> = ranges.iter().map(|(start, end)| *start..*end).collect();
            assert_eq!(Sheet::new(text.to_owned()).without(&ranges), rest, "{text:?} {ranges:?}");
        };
        check("ab\ncd\nef", &[], "ab\ncd\nef\n");
        check("ab\ncd\nef", &[(1, 4)], "a\nd\nef\n");
        check("ab\ncd\nef", &[(0, 1), (1, 2), (6, 8)], "\ncd\n\n");
        check("ab\ncd\nef", &[(0, 8)], "\n\n\n");
        check("ab\n", &[(1, 3)], "a\n\n");
        check("Ошибка", &[(2, 4)], "Оибка\n");
    }

    #[test]
    fn words_of_any_length_are_found_on_a_line() {
        let check = |line: &str, words: &str, expected: Option<(&str, &str)>| {
            assert_eq!((around(line, words), has(line, words)), (expected, expected.is_some()), "{line} {words}");
        };
        let long = "held for longer than the 32 bytes that are looked for at once";
        check("a: b: c", ": ", Some(("a", "b: c")));
        check("a", ": ", None);
        check("", ": ", None);
        check(&format!("x {long} y"), long, Some(("x ", " y")));
        check(&long[..60], long, None);
        check("Ошибка: нет", "бка: ", Some(("Оши", "нет")));
    }

    #[test]
    fn a_prompt_is_one_of_a_shell() {
        let check = |line: &str, expected: bool| assert_eq!(is_prompt(line), expected, "{line}");
        check("  $ ls", true);
        check("PS C:\\> ls", true);
        check("kim@vm-1:~$ sudo id -u", true);
        check("[root@vm-1 ~]# uname -s", true);
        check("vm-1 $ # [x]$ ls", true);
        check("root@vm-1:~#", true);
        check("it costs 5$ a day, ~ $ 6", false);
        check("[a]$b ~#c # 1", false);
        check("Ошибка", false);
    }

    #[test]
    fn a_narrow_console_is_undone_only_where_that_leaves_no_doubt() {
        let check = |text: String, expected: Option<String>| {
            assert_eq!(Sheet::new(text).unwrapped().map(|sheet| sheet.text), expected);
        };
        let x = |count| "x".repeat(count);
        check(format!("{{\"a\": \"{}\n{}\n{}\"}}", x(42), x(49), x(5)), Some(format!("{{\"a\": \"{}\"}}", x(96))));
        check(format!("{{\"a\": \"{}\r\n{}\"}}", x(42), x(5)), Some(format!("{{\"a\": \"{}\"}}", x(47))));
        check(format!("{{\"a\": \"{}\n{}\n{}\"}}", x(42), x(48), x(5)), None);
        check(format!("{{\"a\": \"{}\n{}\"}}", x(10), x(5)), None);
        check(format!("{{\"a\": \"{}\"}}\n", x(60)), None);
    }

    #[test]
    fn lines_keep_their_numbers() {
        let sheet = Sheet::new(format!("{{\"a\": \"{}\n{}\",\n\"b\": 1}}", "x".repeat(42), "y".repeat(5)));
        let joined = sheet.unwrapped().expect("it was broken at one width");
        let at = joined.text.find("\"b\"").expect("it is there");
        assert_eq!((joined.line(at), joined.position(at)), (3, (3, 1)));
        let document = 0..55;
        assert_eq!(
            sheet.lines(std::slice::from_ref(&document)).iter().map(|line| line.number).collect::<Vec<_>>(),
            [3]
        );
    }
}
