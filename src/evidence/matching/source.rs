//! The sources of programs and queries, by their form: what such a text names is no error that anybody has.

use std::sync::LazyLock;

use serde::Deserialize;

use super::roles::WeighedWords;

/// The words of programs, read when the first text needs them.
static SOURCE: LazyLock<SourceWords> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/source.json"))).expect("the words are sound")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceWords {
    keywords: Vec<String>,
    begins: Vec<String>,
    ends: Vec<String>,
    parts: Vec<String>,
    options: Vec<String>,
    operators: Vec<String>,
    searches: Vec<String>,
    fields: Vec<String>,
}

/// Of the lines of a source, which are so many at least, one of so many is in the style of a program.
const LINES: usize = 4;
const STYLED: usize = 4;

/// A line that ends in such a sign opens a part of a program.
const OPEN: [char; 5] = [':', '{', '(', '[', ';'];

/// A line that sets a value has its remark within so many words.
const SET: usize = 40;

impl WeighedWords<'_> {
    /// Whether a program or a query looks for the code that begins at a word.
    pub(super) fn is_queried(&self, first: usize) -> bool {
        let text = self.text;
        let gap = text.before(first);
        // A list that a program has: `RETRIED = ["..."]`.
        let is_listed = || ["= [", "= {", "= (", "=("].iter().any(|sign| gap.contains(sign));
        if self.is_compared(first) || is_listed() || self.is_case(first) {
            return true;
        }
        let Some(mut before) = first.checked_sub(1) else { return false };
        let is_in = |words: &[String], at: usize| words.iter().any(|word| text.words[at].form == *word);
        // Options of the program stand between: `grep -q`.
        let is_short = |at: usize| text.before(at).ends_with(" -") && text.words[at].form.len() < 3;
        while before > 0 && is_short(before) && !is_in(&SOURCE.options, before) {
            before -= 1;
        }
        // A selector of metrics: `failed{code="..."}`.
        let is_selected = gap.starts_with("=\"") && before > 0 && text.before(before) == "{";
        let opens = gap.trim_start().starts_with(['(', '"', '\'']);
        is_selected
            || (is_in(&SOURCE.options, before) && text.before(before).ends_with('-'))
            || (is_in(&SOURCE.operators, before) && opens)
            || is_in(&SOURCE.searches, before)
            || is_in(&SOURCE.fields, before)
    }

    /// Whether the line that a word begins is a remark in a script.
    pub(super) fn is_remark(&self, first: usize) -> bool {
        let before = self.text.before(first);
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.contains('#') || line.contains("//")
    }

    /// Whether it is a remark behind what a line of a script does.
    pub(super) fn is_behind_code(&self, at: usize) -> bool {
        let gap = self.text.before(at).trim_end();
        let is_remark = gap.ends_with(" #") || gap.ends_with(" //");
        let first = self.text.line(at).0;
        let line = if at - first < SET { self.text.span(first, at) } else { "" };
        let is_set =
            || line.split_once(" = ").is_some_and(|(_, value)| value.contains("\" # ") || value.contains("\" // "));
        (is_remark && gap.contains(['}', ';']) && !gap.contains('\n')) || is_set()
    }

    /// Whether it stands in quotes before a comma, or first in a bracket, as in a list of a program.
    pub(super) fn is_literal(&self, (first, last): (usize, usize)) -> bool {
        let gap = self.text.behind(last);
        let quoted = ["',", "\","].iter().any(|end| gap.starts_with(end)) && !gap.contains(':');
        quoted || self.text.before(first).ends_with('[')
    }

    /// Whether a program compares something with it.
    pub(super) fn is_compared(&self, first: usize) -> bool {
        ["==", "=~", "!="].iter().any(|sign| self.text.before(first).contains(sign))
    }

    /// Whether a word begins a case of a program: `CODE) sleep 60 ;;` or `'CODE' { continue }`.
    pub(super) fn is_case(&self, at: usize) -> bool {
        let (before, behind) = (self.text.before(at), self.text.behind(at));
        let begins = before.trim_end_matches(['"', '\'', ' ']).ends_with('\n') || before.contains("{ ");
        let behind = behind.trim_start_matches(['"', '\'']);
        begins && !before.contains('(') && (behind.starts_with(')') || behind.starts_with(" {"))
    }
}

/// Whether a text is the source of a program or of its settings.
pub(super) fn is_source(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let is_program = |line: &str| {
        let is_list = line.contains(" = ") && line.ends_with(['{', '[']);
        is_list || (line.ends_with(OPEN) && SOURCE.keywords.iter().any(|word| line.starts_with(word.as_str())))
    };
    if lines.clone().next().is_some_and(is_program) {
        return true;
    }
    let begins = |line: &&str| SOURCE.begins.iter().any(|begin| line.starts_with(begin.as_str()));
    let Some(first) = lines.next().filter(begins) else { return false };
    let lines: Vec<&str> = lines.collect();
    let ends = |line: &str| SOURCE.ends.iter().any(|end| line.ends_with(end.as_str()));
    let has_part = |line: &str| SOURCE.parts.iter().any(|part| line.contains(part.as_str()));
    let styled = lines.iter().filter(|line| ends(line) || has_part(line)).count();
    first.starts_with("#!") || (lines.len() >= LINES && styled * STYLED >= lines.len())
}
