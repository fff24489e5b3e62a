//! A long text in parts, each of which a console has room for.

use unicode_width::UnicodeWidthStr;

use super::wrap::fitting;

/// What a console has for text above its prompt.
pub struct ConsoleRoom {
    columns: usize,
    rows: usize,
}

impl ConsoleRoom {
    /// That of a console of this size whose last row is a prompt.
    pub fn above_a_prompt(columns: u16, rows: u16) -> Self {
        ConsoleRoom { columns: usize::from(columns).max(1), rows: usize::from(rows).saturating_sub(1).max(1) }
    }

    /// How many rows a line takes.
    fn rows(&self, line: &str) -> usize {
        line.width().div_ceil(self.columns).max(1)
    }

    /// Whether there is room for all of a text.
    pub fn has(&self, text: &str) -> bool {
        text.lines().map(|line| self.rows(line)).sum::<usize>() <= self.rows
    }

    /// A text in parts that there is room for; a line is broken only where it alone has more rows.
    pub fn pages(&self, text: &str) -> Vec<String> {
        let (mut pages, mut page, mut used) = (Vec::new(), String::new(), 0);
        for mut line in text.lines() {
            while self.rows(line) > self.rows {
                let start;
                (start, line) = line.split_at(fitting(line, self.columns * self.rows));
                pages.extend((used > 0).then(|| page.split_off(0)));
                pages.push(format!("{start}\n"));
                used = 0;
            }
            let rows = self.rows(line);
            if used + rows > self.rows {
                pages.push(page.split_off(0));
                used = 0;
            }
            page += line;
            page.push('\n');
            used += rows;
        }
        pages.extend((used > 0).then_some(page));
        pages
    }
}

#[cfg(test)]
mod tests {
    use super::ConsoleRoom;

    #[test]
    fn a_text_is_in_parts_that_a_console_has_room_for() {
        let check = |text: &str, columns: u16, rows: u16, expected: &[&str]| {
            assert_eq!(ConsoleRoom::above_a_prompt(columns, rows).pages(text), expected, "{text:?}");
        };
        check("", 80, 24, &[]);
        check("a\nb\nc\n", 80, 3, &["a\nb\n", "c\n"]);
        check("a\n\nc\n", 80, 3, &["a\n\n", "c\n"]);
        check("a\nbbbb\nc\n", 3, 4, &["a\nbbbb\n", "c\n"]);
        check("abcdef\ng\n", 2, 3, &["abcd\n", "ef\ng\n"]);
        check("a\nb\n", 0, 0, &["a\n", "b\n"]);
    }
}
