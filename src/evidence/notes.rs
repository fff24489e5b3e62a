//! What readers report to: facts become findings by the rules of the guide, values keep the rules of their variables.

use super::{
    EvidenceKind, EvidenceRules, FoundValue, Proposal, Reading, SourceRef, Statement, places,
    text::{
        documents::{Document, Loss},
        node::JsonNode,
        sheet::{Sheet, SheetLine},
    },
};
use crate::{
    guide::{Guide, Question, Variable},
    text::sanitise,
};

/// Characters of the words of a finding at most.
const WORDS: usize = 300;

/// Characters of a statement at most.
const STATEMENT: usize = 2000;

/// Findings, values or statements of a file at most; no honest file has more.
const MOST: usize = 1000;

pub(super) struct Notes<'r> {
    pub rules: &'r EvidenceRules<'r>,
    sheet: &'r Sheet,
    /// Where the document begins that is being read.
    start: usize,
    /// What may be missing of it.
    pub loss: Loss,
    /// Whether it is a list of which items may be missing, perhaps those of another VM.
    pub short: bool,
    figures: Vec<(&'static str, f64, SourceRef, String)>,
    /// The VM that the text reports as failing; facts about any other VM are ignored.
    failing: Option<&'r str>,
    pub reading: Reading,
}

impl<'r> Notes<'r> {
    pub(super) fn new(file: &str, rules: &'r EvidenceRules<'r>, sheet: &'r Sheet) -> Self {
        let file = sanitise::visible_line(file);
        Notes {
            rules,
            sheet,
            start: 0,
            loss: Loss::Nothing,
            short: false,
            figures: Vec::new(),
            failing: None,
            reading: Reading { file, ..Reading::default() },
        }
    }

    /// Sets the VM that the text reports as failing.
    pub(super) fn about(&mut self, failing: Option<&'r str>) {
        self.failing = failing;
    }

    /// Has a document read, with its places and its losses.
    pub(super) fn within<T>(&mut self, document: &Document<'_>, read: impl FnOnce(&JsonNode<'_>, &mut Self) -> T) -> T {
        self.start = document.range.start;
        self.loss = document.loss;
        self.short = document.is_list() && document.loss == Loss::Parts;
        let done = read(&document.root(), self);
        (self.loss, self.short) = (Loss::Nothing, false);
        done
    }

    /// Whether what is being read is all there is, so that what is not in it is nowhere.
    pub(super) fn is_whole(&self) -> bool {
        self.loss == Loss::Nothing
    }

    /// The file is of a kind; of several the first counts.
    pub(super) fn kind(&mut self, kind: EvidenceKind) {
        self.reading.kind.get_or_insert(kind);
    }

    pub(super) fn place(&self, node: &JsonNode<'_>) -> SourceRef {
        let line = self.sheet.line(self.start + node.at);
        SourceRef { file: self.reading.file.clone(), line, path: sanitise::visible_line(&node.path) }
    }

    pub(super) fn place_of(&self, line: &SheetLine<'_>) -> SourceRef {
        SourceRef { file: self.reading.file.clone(), line: line.number, path: String::new() }
    }

    /// A fact with one of its closed values, and the words that say so.
    pub(super) fn fact(&mut self, fact: &'static str, value: &'static str, place: SourceRef, text: &str) {
        debug_assert!(crate::guide::fact::values(fact).is_some_and(|values| values.contains(&value)), "{fact} {value}");
        let guide = self.rules.guide;
        for meaning in guide.evidence.meanings.iter().filter(|meaning| meaning.fact == fact && meaning.value == value) {
            self.find(&guide[meaning.question], meaning.option, place.clone(), text);
        }
    }

    /// Whether a question that a fact answers was answered already.
    pub(super) fn knows(&self, fact: &str) -> bool {
        let guide = self.rules.guide;
        let mut meanings = guide.evidence.meanings.iter().filter(|meaning| meaning.fact == fact);
        let is_answered = |question: &str| self.reading.findings.iter().any(|finding| finding.question == question);
        meanings.any(|meaning| is_answered(&guide[meaning.question].id))
    }

    /// A figure, to be held against limits when the whole file was read.
    pub(super) fn figure(&mut self, fact: &'static str, figure: f64, place: SourceRef, text: &str) {
        debug_assert!(crate::guide::fact::FIGURES.contains(&fact), "{fact}");
        self.figures.push((fact, figure, place, text.to_owned()));
    }

    /// An answer that a line gives by itself.
    pub(super) fn answer(&mut self, question: &Question, option: usize, line: &SheetLine<'_>) {
        self.find(question, option, self.place_of(line), line.text.trim());
    }

    fn find(&mut self, question: &Question, option: usize, place: SourceRef, text: &str) {
        let finding = Proposal {
            question: question.id.clone(),
            option: question.options[option].clone(),
            place,
            text: bounded(text, WORDS),
        };
        if self.reading.findings.len() < MOST && !self.reading.findings.contains(&finding) {
            self.reading.findings.push(finding);
        }
    }

    /// A value; one that breaks the rule of its variable is none.
    pub(super) fn variable(&mut self, name: &str, value: &str, place: SourceRef) {
        add(&mut self.reading.variables, self.rules.guide, FoundValue::new(name, value, place));
    }

    /// One of several values of which a person may choose one.
    pub(super) fn choice(&mut self, name: &str, value: &str, place: SourceRef) {
        add(&mut self.reading.choices, self.rules.guide, FoundValue::new(name, value, place));
    }

    /// Whether a variable has a value.
    pub(super) fn has_value(&self, name: &str) -> bool {
        self.reading.variables.iter().any(|value| value.variable == name)
    }

    /// The value of a variable, where it has one alone.
    pub(super) fn only_value(&self, name: &str) -> Option<&str> {
        let mut values = self.reading.variables.iter().filter(|value| value.variable == name);
        values.next().filter(|_| values.next().is_none()).map(|value| value.value.as_str())
    }

    /// An error text, its code, or both.
    pub(super) fn statement(&mut self, text: &str, code: Option<&str>, number: Option<i64>, place: SourceRef) {
        let (text, code) = (bounded(text, STATEMENT), code.map(|code| bounded(code, WORDS)));
        let statements = &mut self.reading.statements;
        let known = |known: &Statement| known.text == text && known.code == code && known.number == number;
        let says_something = !text.is_empty() || code.is_some() || number.is_some();
        if says_something && statements.len() < MOST && !statements.iter().any(known) {
            statements.push(Statement { text, code, number, place });
        }
    }

    /// The value known of a variable of the case, if it is one.
    pub(super) fn known(&self, variable: &str) -> Option<&'r str> {
        match self.rules.known.get(variable).map(Vec::as_slice) {
            Some([value]) => Some(value),
            Some(_) => None,
            None => self.failing.filter(|_| variable == "vm"),
        }
    }

    /// Holds the figures against their limits and hands back what was read.
    pub(super) fn finish(mut self) -> Reading {
        let guide = self.rules.guide;
        let mut answered = Vec::new();
        for rule in &guide.evidence.figures {
            if answered.contains(&rule.question) {
                continue;
            }
            let figure = self
                .figures
                .iter()
                .find(|(fact, figure, ..)| *fact == rule.fact && rule.bound.holds(*figure, rule.limit));
            if let Some((_, _, place, text)) = figure.cloned() {
                self.find(&guide[rule.question], rule.option, place, &text);
                answered.push(rule.question);
            }
        }
        places::own_lines(self.reading.variables.iter_mut().chain(&mut self.reading.choices), self.sheet);
        let order = |place: &SourceRef| place.line;
        self.reading.findings.sort_by_key(|finding| order(&finding.place));
        self.reading.variables.sort_by_key(|value| order(&value.place));
        self.reading.statements.sort_by_key(|statement| order(&statement.place));
        self.reading
    }
}

/// Adds a value that its variable may have and that is not known yet.
fn add(values: &mut Vec<FoundValue>, guide: &Guide, found: FoundValue) {
    let rule = guide.find::<Variable>(&found.variable).map(|id| &guide[id].rule);
    let good =
        rule.is_some_and(|rule| rule.accepts(&found.value)) && sanitise::visible_line(&found.value) == found.value;
    let is_it = |known: &FoundValue| known.variable == found.variable && known.value.eq_ignore_ascii_case(&found.value);
    if good && values.len() < MOST && !values.iter().any(is_it) {
        values.push(found);
    }
}

/// A text on one line, what would act on a terminal written out, and cut with a mark where it is too long.
fn bounded(text: &str, characters: usize) -> String {
    let head: String = text.chars().take(characters + 1).collect();
    let mut line = sanitise::visible_line(head.trim());
    if let Some((end, _)) = line.char_indices().nth(characters) {
        line.truncate(end);
        line.push('…');
    }
    line
}
