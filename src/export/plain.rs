//! A Markdown export as text without marks, for fields of ticket systems that show each mark as it is.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// How far what belongs to a list item stands in.
const ITEM: usize = 4;

/// The text, in lines as long as its sentences.
pub fn plain(markdown: &str) -> String {
    let mut text = PlainText::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
        text.take(event);
    }
    text.end_line();
    text.out
}

#[derive(Default)]
struct PlainText {
    out: String,
    /// What stands on the line that is being written.
    line: String,
    /// How many list items are open.
    depth: usize,
    heading: Option<HeadingLevel>,
    /// Whether the line begins an item, whose sign stands before the indent.
    sign: &'static str,
    /// The addresses of open links.
    links: Vec<String>,
    /// Whether the row is the head of a table, which says nothing that its rows do not.
    in_head: bool,
}

impl PlainText {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading = Some(level),
            Event::Start(Tag::Item) => {
                self.end_line();
                self.depth += 1;
                self.sign = "-";
            }
            Event::TaskListMarker(done) => self.sign = if done { "[x]" } else { "[ ]" },
            Event::Start(Tag::Link { dest_url, .. }) => self.links.push(dest_url.into_string()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => self.blank(),
            Event::Start(Tag::TableHead) => self.in_head = true,
            Event::Text(text) | Event::Code(text) if !self.in_head => self.add(&text),
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.end_line(),
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        let mut lines = text.split('\n');
        self.line.push_str(lines.next().unwrap_or_default());
        for next in lines {
            self.end_line();
            self.line.push_str(next);
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Paragraph if !self.line.is_empty() => {
                self.end_line();
                self.blank();
            }
            TagEnd::CodeBlock | TagEnd::Table | TagEnd::BlockQuote(_) => {
                self.end_line();
                self.blank();
            }
            TagEnd::Item => {
                self.end_line();
                self.depth -= 1;
            }
            TagEnd::List(_) if self.depth == 0 => self.blank(),
            TagEnd::Link => {
                let url = self.links.pop().unwrap_or_default();
                self.line.push_str(&format!(": {url}"));
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.line.clear();
            }
            // A question has its sign already.
            TagEnd::TableCell if !self.in_head => self.line.push_str(if self.line.ends_with('?') { " " } else { ": " }),
            TagEnd::TableRow => {
                self.line.truncate(self.line.trim_end_matches([':', ' ']).len());
                self.end_line();
            }
            _ => {}
        }
    }

    /// A heading stands over a rule as long as it is.
    fn end_heading(&mut self) {
        let rule = match self.heading.take() {
            Some(HeadingLevel::H1) => "=",
            Some(HeadingLevel::H2) => "-",
            _ => "",
        };
        let long = self.line.chars().count();
        self.end_line();
        if !rule.is_empty() {
            self.out.push_str(&rule.repeat(long));
            self.out.push('\n');
        }
        self.blank();
    }

    fn end_line(&mut self) {
        if !self.line.trim().is_empty() {
            let indent = " ".repeat(ITEM * self.depth.saturating_sub(usize::from(!self.sign.is_empty())));
            self.out.push_str(&indent);
            if !self.sign.is_empty() {
                self.out.push_str(&format!("{} ", self.sign));
            }
            self.out.push_str(self.line.trim_end());
            self.out.push('\n');
            self.sign = "";
        }
        self.line.clear();
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}
