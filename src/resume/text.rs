//! What a Markdown file shows, whatever formatter went over it: its tasks, its tables, its code spans, its comment.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::export::{self, Kept};

/// No export has so many tasks or rows.
const MOST: usize = 4096;

/// What a file shows.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// In their order.
    pub tasks: Vec<Task>,
    /// The rows of two cells, heads left out, by their table.
    pub tables: Vec<Vec<[Cell; 2]>>,
    /// Code spans below the title, up to the first section.
    pub spans: Vec<String>,
    /// What the last comment of ours holds, a whole one before a damaged one.
    pub kept: Option<Kept>,
}

/// A task of a task list.
#[derive(Debug)]
pub(super) struct Task {
    /// Whether it is ticked.
    pub done: bool,
    /// Its first paragraph, without marks.
    pub words: String,
}

/// A cell of a table.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// All of it, without marks.
    pub words: String,
    /// Its code spans.
    pub codes: Vec<String>,
}

impl Text {
    /// Reads a file.
    pub(super) fn read(markdown: &str) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
        let mut text = Text::default();
        let mut html: Option<String> = None;
        let mut row: Option<Vec<Cell>> = None;
        let (mut in_task, mut in_head) = (false, true);
        for event in Parser::new_ext(markdown, options) {
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
                    text.tasks.push(Task { done, words: String::new() });
                    in_task = true;
                }
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
                Event::SoftBreak | Event::HardBreak if in_task => text.add(" "),
                _ => {}
            }
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

    fn keep(&mut self, html: &str) {
        let kept = export::kept(html);
        if matches!(kept, Some(Kept::Whole(_))) || !matches!(self.kept, Some(Kept::Whole(_))) && kept.is_some() {
            self.kept = kept;
        }
    }
}

/// Letters and digits alone: a formatter may change blanks, quotes, dashes and escapes, but not these.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
