//! Plain text that reads well in a pager: headings with a rule, wrapped prose, commands as they are.

use unicode_width::UnicodeWidthStr;

use crate::{markdown, wrap::prose};

/// Prose keeps to this many columns.
const WIDTH: usize = 100;

/// The text written so far.
#[derive(Default)]
pub(super) struct Page(pub(super) String);

impl Page {
    /// The title of the whole.
    pub(super) fn title(&mut self, text: &str) {
        self.ruled(text, "=");
    }

    /// The title of a part.
    pub(super) fn part(&mut self, text: &str) {
        self.0.push_str("\n\n");
        self.ruled(text, "=");
    }

    /// The title of one thing within a part.
    pub(super) fn heading(&mut self, text: &str) {
        self.0.push('\n');
        self.ruled(text, "-");
    }

    fn ruled(&mut self, text: &str, rule: &str) {
        let text = markdown::plain(text);
        self.0.push_str(&format!("{text}\n{}\n", rule.repeat(text.width())));
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.0.push('\n');
    }

    /// A paragraph of inline CommonMark, without its marks.
    pub(super) fn prose(&mut self, indent: usize, text: &str) {
        self.hanging(indent, "", text);
    }

    /// A paragraph behind a mark or label; all its lines start where the first one's text does.
    pub(super) fn hanging(&mut self, indent: usize, lead: &str, text: &str) {
        let inner = indent + lead.width();
        for (at, line) in prose(text, WIDTH - inner).iter().enumerate() {
            let start = if at == 0 { format!("{:indent$}{lead}", "") } else { " ".repeat(inner) };
            self.0.push_str(format!("{start}{line}").trim_end());
            self.0.push('\n');
        }
    }

    /// Text that must be copied or read as it is, such as a command or an address.
    pub(super) fn verbatim(&mut self, indent: usize, text: &str) {
        for line in text.lines() {
            self.0.push_str(format!("{:indent$}{line}", "").trim_end());
            self.0.push('\n');
        }
    }
}
