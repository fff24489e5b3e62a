//! Plain text that reads well line by line: headings with a rule, wrapped prose, commands as they are.

use crate::text::{
    markdown,
    wrap::{is_line, paragraph, width},
};

/// Prose is not squeezed into fewer columns than this, however far it stands from the edge.
const NARROWEST: usize = 20;

/// A page is made with room for so many bytes: as many as most have, and memory that nobody writes to is none.
const ROOM: usize = 1 << 17;

/// The text written so far.
pub struct TextPage {
    /// Whole lines, each with its end.
    pub text: String,
    /// Prose keeps to so many columns.
    width: usize,
}

impl TextPage {
    /// An empty page whose prose keeps to so many columns.
    pub fn new(width: usize) -> Self {
        TextPage { text: String::with_capacity(ROOM), width }
    }

    /// How many columns its prose keeps to.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The title of the whole.
    pub fn title(&mut self, text: &str) {
        self.ruled(text, "=");
    }

    /// The title of a part.
    pub fn part(&mut self, text: &str) {
        self.text.push_str("\n\n");
        self.ruled(text, "=");
    }

    /// The title of one thing within a part.
    pub fn heading(&mut self, text: &str) {
        self.text.push('\n');
        self.ruled(text, "-");
    }

    fn ruled(&mut self, text: &str, rule: &str) {
        let text = markdown::plain(text);
        self.text.extend([&text, "\n", &rule.repeat(width(&text)), "\n"]);
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// An empty line where something stands above it.
    pub fn space(&mut self) {
        if !self.text.is_empty() {
            self.gap();
        }
    }

    /// A paragraph of inline CommonMark, without its marks.
    pub fn prose(&mut self, indent: usize, text: &str) {
        self.hanging(indent, "", text);
    }

    /// A paragraph behind a mark or label; all its lines start where the first one's text does.
    pub fn hanging(&mut self, indent: usize, lead: &str, text: &str) {
        let inner = indent + if lead.is_empty() { 0 } else { width(lead) };
        let columns = self.width.saturating_sub(inner).max(NARROWEST);
        if is_line(text, columns) {
            return self.line(indent, lead, text);
        }
        let (text, lines) = paragraph(text, columns);
        let (mut indent, mut lead) = (indent, lead);
        for line in lines {
            self.line(indent, lead, &text[line]);
            (indent, lead) = (inner, "");
        }
    }

    /// Text that must be copied or read as it is, such as a command or an address; it begins further left where only there
    /// it fits into one line.
    pub fn verbatim(&mut self, indent: usize, text: &str) {
        for line in text.lines() {
            let room = self.width.saturating_sub(width(line));
            self.line(if room == 0 { indent } else { indent.min(room) }, "", line);
        }
    }

    fn line(&mut self, indent: usize, lead: &str, text: &str) {
        let start = self.text.len();
        for _ in 0..indent {
            self.text.push(' ');
        }
        self.text.push_str(lead);
        self.text.push_str(text);
        let end = start + self.text[start..].trim_end().len();
        self.text.truncate(end);
        self.text.push('\n');
    }
}
