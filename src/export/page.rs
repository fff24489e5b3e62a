//! Markdown as it is written: blocks, headings, tables, click paths and commands, whatever the document.
//!
//! Text of a person is set as code throughout: GitHub makes mentions, links and references of anything else.

use crate::{
    case::{
        Case, Shell,
        checklist::{Checklist, ReadyCommand},
        open::OpenCase,
        plan::Plan,
        trail::Trail,
    },
    guide::{Guide, Id, Label, Problem, Renames, Via},
    l10n::{GuideText, Words},
    text::markdown::{cell, code, fence},
};

/// Ends a line inside of a paragraph: Markdown would run both together otherwise.
pub(super) const BREAK: &str = "  \n";

/// What a person chose of an export; the tasks and tables in it are the same whatever they choose.
#[derive(Debug, Clone, Copy)]
pub struct PageShape<'a> {
    /// Whose ways are written, where a step or a question has them.
    pub tool: Via,
    /// Whether the steps that open questions decide about have their ways too.
    pub in_full: bool,
    /// When the person closed the case, in the same form; empty where it is open, or was never kept.
    pub closed: &'a str,
    /// When it is written, in UTC as `YYYY-MM-DDTHH:MM:SSZ`; empty where that is not to be said.
    pub now: &'a str,
}

impl Default for PageShape<'_> {
    fn default() -> Self {
        PageShape { tool: Via::Az, in_full: false, closed: "", now: "" }
    }
}

/// The Markdown written so far, and all that it is written from.
pub(super) struct MarkdownPage<'a> {
    pub words: &'a Words,
    pub open_case: &'a OpenCase,
    pub guide: &'a Guide,
    pub problem: Id<Problem>,
    pub case: &'a Case,
    pub trail: &'a Trail,
    pub checklist: &'a Checklist,
    pub plan: &'a Plan,
    pub shape: &'a PageShape<'a>,
    /// The guide's words outside of any walk that renames variables.
    pub text: GuideText<'a>,
    pub out: String,
}

impl<'a> MarkdownPage<'a> {
    /// An empty page, in the language of the words.
    pub(super) fn new(words: &'a Words, open: &'a OpenCase, shape: &'a PageShape<'a>) -> Self {
        let OpenCase { guide, problem, case, trail, checklist, .. } = open;
        let text = GuideText::new(words, guide, case);
        let plan = open.plan();
        let (problem, out) = (*problem, String::new());
        MarkdownPage { words, open_case: open, guide, problem, case, trail, checklist, plan, shape, text, out }
    }

    /// Adds a block, set off by a blank line unless a heading stands before it; `indent` is the place of the list item
    /// that it belongs to.
    pub(super) fn block(&mut self, indent: usize, block: &str) {
        let last = self.out.lines().next_back();
        if last.is_some_and(|line| !line.starts_with('#')) {
            self.out.push('\n');
        }
        self.lines(indent, block);
    }

    /// Adds lines right below the last ones.
    pub(super) fn lines(&mut self, indent: usize, block: &str) {
        for line in block.split('\n') {
            if !line.is_empty() {
                self.out.extend(std::iter::repeat_n(' ', indent));
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// Adds a line to the last paragraph, or begins one behind a block of code.
    pub(super) fn line(&mut self, indent: usize, line: &str) {
        let last = self.out.lines().next_back();
        if last.is_some_and(|line| !line.starts_with('#') && line.trim().bytes().any(|byte| byte != b'`')) {
            self.out.pop();
            self.out.push_str(BREAK);
        }
        self.lines(indent, line);
    }

    pub(super) fn heading(&mut self, id: &str) {
        let heading = format!("## {}", self.words.say(id));
        self.block(0, &heading);
    }

    /// The guide's words inside a walk that renames variables.
    pub(super) fn renamed(&self, with: &Renames) -> GuideText<'a> {
        GuideText::renamed(self.words, self.guide, self.case, with)
    }

    pub(super) fn table(&mut self, heads: [&str; 2], rows: &[[String; 2]]) {
        let row = |cells: [&str; 2]| format!("| {} | {} |", cell(cells[0]), cell(cells[1]));
        let heads = heads.map(|id| self.words.say(id));
        let mut lines = vec![row([&heads[0], &heads[1]]), "| --- | --- |".to_owned()];
        lines.extend(rows.iter().map(|[left, right]| row([left, right])));
        self.block(0, &lines.join("\n"));
    }

    /// A click path under the name of its tool: labels strong, values and identifiers as code.
    pub(super) fn path(&self, text: &GuideText<'_>, via: Via, labels: &[Label]) -> String {
        let part = |label: &Label| match label {
            Label::Word(id) => format!("**{}**", self.words.label(id)),
            Label::Variable(id) => code(&text.value(*id)),
            Label::Literal(at) => code(&self.guide.literals[*at].1),
        };
        let path: Vec<String> = labels.iter().map(part).collect();
        one_line(&format!("{}: {}", self.words.tool(via), path.join(" > ")))
    }

    /// A command under the name of its tool.
    pub(super) fn command(&mut self, indent: usize, text: &GuideText<'_>, run: &ReadyCommand) {
        let via = self.words.tool(run.via);
        let language = match run.via.shell() {
            Shell::Bash => "bash",
            Shell::PowerShell => "powershell",
        };
        let only_if = text.only_if(&run.undecided).map_or_else(String::new, |label| format!(" ({label})"));
        let tool = one_line(&format!("{via}{only_if}:"));
        self.line(indent, &format!("{tool}\n{}", fence(&run.text, language)));
    }
}

/// Words that a translator broke into lines, as one line.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// The same of each line.
pub(super) fn one_line_each(lines: &[String]) -> String {
    lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n")
}
