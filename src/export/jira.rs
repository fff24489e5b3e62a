//! A Markdown export in the wiki markup of Jira, whose fields would take the dash of an option for a mark of theirs.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The text with a line break at its end. Jira ends a list at a blank line, so what belongs to an item stands right below it.
pub fn jira(markdown: &str) -> String {
    let mut text = WikiText::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
        text.take(event);
    }
    text.out.truncate(text.out.trim_end().len());
    text.out + "\n"
}

/// Nothing in it is markup but the line that ends it.
const VERBATIM: &str = "{noformat}";

/// Signs before which a backslash is none.
const SIGNS: &str = "\\{}[]|*_-+^~!?#";

/// What Jira draws a picture for.
const PICTURES: [&str; 17] = [
    "(y)", "(n)", "(i)", "(/)", "(x)", "(!)", "(+)", "(-)", "(?)", "(on)", "(off)", "(*)", "(*r)", "(*g)", "(*b)",
    "(*y)", "(flag)",
];

#[derive(Default)]
struct WikiText {
    out: String,
    /// How many list items are open.
    depth: usize,
    in_verbatim: bool,
    in_head: bool,
    /// The addresses of open links.
    links: Vec<String>,
}

impl WikiText {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.blank();
                self.out.push_str(&format!("h{}. ", level as usize));
            }
            Event::Start(Tag::Item) => {
                self.end_line();
                self.depth += 1;
                self.out.push_str(&format!("{} ", "*".repeat(self.depth)));
            }
            Event::TaskListMarker(done) => self.out.push_str(if done { "\\[x\\] " } else { "\\[ \\] " }),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.out.push('[');
                self.links.push(dest_url.into_string());
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                self.end_line();
                self.out.push_str(VERBATIM);
                self.out.push('\n');
                self.in_verbatim = true;
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.blank();
                self.out.push_str("{quote}\n");
            }
            Event::Start(Tag::Table(_)) => self.blank(),
            Event::Start(Tag::TableHead) => self.in_head = true,
            Event::Start(Tag::TableCell) => self.out.push_str(if self.in_head { "||" } else { "|" }),
            // What would end the block cannot stand in it as it is.
            Event::Text(text) if self.in_verbatim => self.out.push_str(&text.replace(VERBATIM, "{ noformat}")),
            Event::Text(text) => self.add(&text),
            Event::Code(text) => self.code(&text),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => self.out.push('*'),
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.end_line(),
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) => self.blank(),
            TagEnd::Paragraph => self.end_part(),
            TagEnd::CodeBlock => {
                self.in_verbatim = false;
                self.end_line();
                self.out.push_str(VERBATIM);
                self.end_part();
            }
            TagEnd::BlockQuote(_) => {
                self.out.truncate(self.out.trim_end().len());
                self.out.push_str("\n{quote}");
                self.blank();
            }
            TagEnd::Item => {
                self.end_line();
                self.depth -= 1;
            }
            TagEnd::List(_) if self.depth == 0 => self.blank(),
            TagEnd::Table => self.blank(),
            TagEnd::Link => {
                let url = self.links.pop().unwrap_or_default();
                self.out.push_str(&format!("|{url}]"));
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.out.push_str(if self.in_head { "||\n" } else { "|\n" });
                self.in_head = false;
            }
            _ => {}
        }
    }

    /// An identifier; behind a quote Jira would show the brackets.
    fn code(&mut self, text: &str) {
        let is_apart = self.out.chars().next_back().is_none_or(|last| last.is_whitespace() || "(|".contains(last));
        let [open, close] = if is_apart { ["{{", "}}"] } else { ["", ""] };
        self.out.push_str(open);
        self.add(text);
        self.out.push_str(close);
    }

    /// Text in which no sign is one of the markup.
    fn add(&mut self, text: &str) {
        for (at, c) in text.char_indices() {
            let rest = &text[at..];
            let next = rest[c.len_utf8()..].chars().next();
            let begins = self.out.chars().next_back().is_none_or(|last| !last.is_alphanumeric());
            let is_open = begins && next.is_some_and(|next| !next.is_whitespace());
            match c {
                // Before a sign of the markup a backslash would hide itself, and two of them break the line.
                '\\' if next.is_some_and(|next| SIGNS.contains(next)) => self.out.push_str("&#92;"),
                '{' | '}' | '[' | ']' | '|' => self.out.extend(['\\', c]),
                '*' | '_' | '-' | '+' | '^' | '~' | '!' | '?' | '#' if is_open => self.out.extend(['\\', c]),
                _ if PICTURES.iter().any(|picture| rest.starts_with(picture)) => self.out.extend(['\\', c]),
                '\n' => self.out.push(' '),
                _ => self.out.push(c),
            }
        }
    }

    /// Ends a part of a list item, or one that stands by itself.
    fn end_part(&mut self) {
        if self.depth > 0 { self.end_line() } else { self.blank() }
    }

    fn end_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn blank(&mut self) {
        self.end_line();
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::jira;

    #[test]
    fn what_markdown_says_is_said_in_the_markup_of_jira() {
        let check = |markdown: &str, expected: &str| assert_eq!(jira(markdown), format!("{expected}\n"), "{markdown}");
        check("# Title\n\ntext", "h1. Title\n\ntext");
        check("**Caution:** stop `web-01`.", "*Caution:* stop {{web-01}}.");
        check("- [ ] one\n- [x] two", "* \\[ \\] one\n* \\[x\\] two");
        check("- a\n  - b", "* a\n** b");
        check("| a | b |\n| --- | --- |\n| c | d |", "||a||b||\n|c|d|");
        check("[the portal](https://portal.azure.com/)", "[the portal|https://portal.azure.com/]");
        check("> said", "{quote}\nsaid\n{quote}");
        check(
            "- [ ] one\n\n  ```bash\n  cp -a x \"$y\"\n  ```\n\n- [ ] two",
            "* \\[ \\] one\n{noformat}\ncp -a x \"$y\"\n{noformat}\n* \\[ \\] two",
        );
        check("```text\n{noformat}\n```", "{noformat}\n{ noformat}\n{noformat}");
    }

    #[test]
    fn no_sign_of_a_text_is_one_of_the_markup() {
        let check =
            |text: &str, expected: &str| assert_eq!(jira(&format!("`{text}`")), format!("{{{{{expected}}}}}\n"));
        check("read-only, 2026-11-30", "read-only, 2026-11-30");
        check("a -p", "a \\-p");
        check("--name=*x*", "\\-\\-name=\\*x*");
        check("{color:red}x{color}", "\\{color:red\\}x\\{color\\}");
        check("[~admin]", "\\[\\~admin\\]");
        check("!a.png!", "\\!a.png!");
        check("a|b", "a\\|b");
        check("(x) (/y)", "\\(x) (/y)");
        check(r"HKLM\SOFTWARE, \\server\*", r"HKLM\SOFTWARE, &#92;\server&#92;*");
    }
}
