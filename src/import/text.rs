//! What a Markdown file shows, whatever formatter went over it: its tasks, its tables, its code spans, its comment.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{
    export::{self, EmbeddedCase},
    text::sanitise,
};

/// No export has so many tasks or rows.
const MOST: usize = 4096;
/// Nor is so much said of one task.
const MOST_SAID: usize = 64;

/// What a file shows.
#[derive(Debug, Default)]
pub(super) struct ShownText {
    /// In their order.
    pub tasks: Vec<ListTask>,
    /// The rows of two cells, heads left out, by their table.
    pub tables: Vec<Vec<[Cell; 2]>>,
    /// Code spans below the title, up to the first section.
    pub spans: Vec<String>,
    /// What is said of the case below the title.
    pub said: Vec<Labelled>,
    /// All its letters and digits, those of comments left out.
    pub letters: String,
    /// What the last comment of ours holds, a whole one before a damaged one.
    pub kept: Option<EmbeddedCase>,
}

/// A task of a task list.
#[derive(Debug)]
pub(super) struct ListTask {
    /// Whether it is ticked.
    pub done: bool,
    /// Its first line, without marks.
    pub words: String,
    /// What is said below it.
    pub said: Vec<Labelled>,
}

/// A paragraph that begins with a strong label, such as a reason or a note.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    /// What is strong in it.
    pub label: String,
    /// Its code spans, made visible, and whether a colon stands before them.
    pub codes: Vec<(bool, String)>,
    /// The code block right below it, made visible.
    pub block: Option<String>,
}

/// A cell of a table.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// All of it, without marks.
    pub words: String,
    /// Its code spans.
    pub codes: Vec<String>,
}

impl ShownText {
    /// Reads a file.
    pub(super) fn read(markdown: &str) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
        let mut text = ShownText::default();
        let mut html: Option<String> = None;
        let mut row: Option<Vec<Cell>> = None;
        let (mut in_task, mut in_head) = (false, true);
        let mut parts = TextBuilder::default();
        // The parser makes two blanks of such a line end inside of a code span.
        let markdown = markdown.replace("\r\n", "\n");
        for event in Parser::new_ext(&markdown, options) {
            if let Some(said) = parts.take(&event, !in_task && row.is_none()) {
                text.say(said, in_head);
            }
            if let Event::Text(part) | Event::Code(part) = &event {
                text.letters.push_str(&letters(part));
            }
            match event {
                Event::Start(Tag::HtmlBlock) => html = Some(String::new()),
                Event::Html(part) => html.get_or_insert_default().push_str(&part),
                Event::End(TagEnd::HtmlBlock) => text.keep(&html.take().unwrap_or_default()),
                Event::InlineHtml(part) => text.keep(&part),
                Event::Start(Tag::Table(_)) => text.tables.push(Vec::new()),
                Event::Start(Tag::TableRow) => row = Some(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    if let Some(row) = &mut row {
                        row.push(Cell::default());
                    }
                }
                Event::End(TagEnd::TableRow) => {
                    let rows = text.tables.last_mut().filter(|rows| rows.len() < MOST);
                    if let (Some(rows), Ok(cells)) = (rows, <[Cell; 2]>::try_from(row.take().unwrap_or_default())) {
                        rows.push(cells);
                    }
                }
                Event::TaskListMarker(done) if text.tasks.len() < MOST => {
                    text.tasks.push(ListTask { done, words: String::new(), said: Vec::new() });
                    in_task = true;
                }
                // What a step says of itself ends its words; what stands below it in the same paragraph is no part of them.
                Event::End(TagEnd::Emphasis) if in_task => in_task = !text.ends_with_labels(),
                Event::HardBreak => in_task = false,
                Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. }) => {}
                Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link) => {}
                Event::Start(Tag::Heading { level, .. }) => in_head &= level == HeadingLevel::H1,
                Event::Start(_) | Event::End(_) => in_task = false,
                Event::Code(code) => match row.as_mut().map(|row| row.last_mut()) {
                    Some(Some(cell)) => {
                        cell.words.push_str(&code);
                        cell.codes.push(code.into_string());
                    }
                    None if in_task => text.add(&code),
                    None if in_head && text.spans.len() < MOST => text.spans.push(code.into_string()),
                    _ => {}
                },
                Event::Text(part) => match row.as_mut().map(|row| row.last_mut()) {
                    Some(Some(cell)) => cell.words.push_str(&part),
                    None if in_task => text.add(&part),
                    _ => {}
                },
                Event::SoftBreak if in_task => text.add(" "),
                _ => {}
            }
        }
        if let Some(said) = parts.last {
            text.say(said, in_head);
        }
        // A comment that never ends runs to the end of the file.
        if let Some(html) = html {
            text.keep(&html);
        }
        text
    }

    fn add(&mut self, words: &str) {
        if let Some(task) = self.tasks.last_mut() {
            task.words.push_str(words);
        }
    }

    fn ends_with_labels(&self) -> bool {
        self.tasks.last().is_some_and(|task| task.words.ends_with(')'))
    }

    /// Something said of the last task, or of the case.
    fn say(&mut self, said: Labelled, in_head: bool) {
        let all = if in_head { Some(&mut self.said) } else { self.tasks.last_mut().map(|task| &mut task.said) };
        if let Some(all) = all.filter(|all| all.len() < MOST_SAID) {
            all.push(said);
        }
    }

    fn keep(&mut self, html: &str) {
        let kept = export::embedded_case(html);
        if matches!(kept, Some(EmbeddedCase::Whole(_)))
            || !matches!(self.kept, Some(EmbeddedCase::Whole(_))) && kept.is_some()
        {
            self.kept = kept;
        }
    }
}

/// Puts together what is said, event by event.
#[derive(Default)]
struct TextBuilder {
    /// The paragraph that is being read.
    open: Option<Labelled>,
    /// The last one, which a code block may follow.
    last: Option<Labelled>,
    block: Option<String>,
    is_strong: bool,
    has_colon: bool,
}

impl TextBuilder {
    /// Takes an event in; what is said is whole when something else begins.
    fn take(&mut self, event: &Event<'_>, is_beside: bool) -> Option<Labelled> {
        match event {
            Event::Start(Tag::Paragraph) if is_beside => {
                (self.open, self.has_colon) = (Some(Labelled::default()), false);
                return self.last.take();
            }
            // Lines of one paragraph are as good as paragraphs.
            Event::HardBreak if is_beside => {
                self.has_colon = false;
                return self.open.replace(Labelled::default()).filter(|said| !said.label.is_empty());
            }
            Event::End(TagEnd::Paragraph) => self.last = self.open.take().filter(|said| !said.label.is_empty()),
            Event::Start(Tag::CodeBlock(_)) => self.block = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => {
                let block = self.block.take().map(|block| sanitise::visible(block.trim_end()));
                return self.last.take().map(|said| Labelled { block, ..said });
            }
            Event::Start(Tag::Strong) => {
                self.is_strong = true;
                // An editor that strips blanks makes one line of several, each with its label.
                let is_new = self.open.as_ref().is_none_or(|said| !said.label.is_empty());
                if is_beside && is_new {
                    self.has_colon = false;
                    return self.open.replace(Labelled::default());
                }
            }
            Event::End(TagEnd::Strong) => self.is_strong = false,
            Event::Text(part) => match (&mut self.block, &mut self.open) {
                (Some(block), _) => block.push_str(part),
                (None, Some(said)) if self.is_strong => said.label.push_str(part),
                (None, _) => self.has_colon = part.trim() == ":",
            },
            Event::Code(code) => {
                if let Some(said) = &mut self.open {
                    said.codes.push((self.has_colon, sanitise::visible_line(code)));
                    self.has_colon = false;
                }
            }
            Event::End(TagEnd::Item) if self.open.is_some() => {
                return self.open.take().filter(|said| !said.label.is_empty());
            }
            Event::Start(_) | Event::End(TagEnd::Item | TagEnd::List(_)) => return self.last.take(),
            _ => {}
        }
        None
    }
}

/// Letters and digits alone: a formatter may change blanks, quotes, dashes and escapes, but not these.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
