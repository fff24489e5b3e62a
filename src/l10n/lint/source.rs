//! A file of words taken apart: messages and attributes, their text, and what they refer to, with places.

use std::ops::Range;

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
    unicode::unescape_unicode_to_string,
};

use crate::{guide::Report, l10n::messages::overgrown};

/// One file of words.
pub(super) struct WordsFile<'a> {
    pub(super) path: &'a str,
    text: &'a str,
    /// Whether a part of it could not be read, so that nothing can be said of what is missing.
    pub(super) broken: bool,
    /// Every value and every attribute, in the order of the file.
    pub(super) parts: Vec<WordsPart<'a>>,
}

/// The value of a message or a term, or one of its attributes.
pub(super) struct WordsPart<'a> {
    /// With the dash of a term.
    pub(super) id: String,
    pub(super) attribute: Option<&'a str>,
    /// Where its name stands.
    pub(super) span: Range<usize>,
    /// The pieces of text, also those of variants.
    pub(super) texts: Vec<&'a str>,
    /// What they say together: an escape is one in a literal alone, and prose may hold a backslash before anything.
    pub(super) said: String,
    pub(super) variables: Vec<&'a str>,
    /// Messages, terms and functions that it refers to.
    pub(super) references: Vec<Reference<'a>>,
    pub(super) selections: Vec<Selection<'a>>,
}

/// A message, term or function that a text refers to.
pub(super) struct Reference<'a> {
    /// With the dash of a term.
    pub(super) name: String,
    pub(super) place: &'a str,
    pub(super) function: bool,
}

/// A choice between variants by a variable.
pub(super) struct Selection<'a> {
    pub(super) variable: &'a str,
    pub(super) words: Vec<&'a str>,
    pub(super) numbers: Vec<&'a str>,
}

impl<'a> WordsFile<'a> {
    /// Takes a file apart; what does not parse is reported and left out.
    pub(super) fn read(path: &'a str, text: &'a str, report: &mut Report) -> Self {
        let mut source = WordsFile { path, text, broken: false, parts: Vec::new() };
        if let Some(start) = overgrown(text) {
            report.add("overgrown-message", path, start..start + 1, []);
            source.broken = true;
            return source;
        }
        let (resource, errors) =
            parser::parse(text).map_or_else(|(good, errors)| (good, errors), |good| (good, Vec::new()));
        source.broken = !errors.is_empty();
        for error in errors {
            // The parser's place may be one behind the end.
            let place = error.pos.start.min(text.len())..error.pos.end.min(text.len());
            report.add("words-syntax", path, place, [("message", &error.kind.to_string())]);
        }
        for entry in &resource.body {
            let (prefix, id, value, attributes) = match entry {
                Entry::Message(message) => ("", message.id.name, message.value.as_ref(), &message.attributes),
                Entry::Term(term) => ("-", term.id.name, Some(&term.value), &term.attributes),
                _ => continue,
            };
            let named = value.map(|value| (None, id, value)).into_iter().chain(
                attributes.iter().map(|attribute| (Some(attribute.id.name), attribute.id.name, &attribute.value)),
            );
            for (attribute, name, pattern) in named {
                let mut part = WordsPart::new(format!("{prefix}{id}"), attribute, source.place(name));
                part.pattern(pattern);
                source.parts.push(part);
            }
        }
        source
    }

    /// Where a piece of this file's text stands; the parser hands out nothing but pieces of it.
    pub(super) fn place(&self, piece: &str) -> Range<usize> {
        let start = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len());
        start..(start + piece.len()).min(self.text.len())
    }
}

impl<'a> WordsPart<'a> {
    fn new(id: String, attribute: Option<&'a str>, span: Range<usize>) -> Self {
        let (texts, said, variables, references, selections) = Default::default();
        WordsPart { id, attribute, span, texts, said, variables, references, selections }
    }

    /// Its name, as a translator writes it.
    pub(super) fn name(&self) -> String {
        name(&self.id, self.attribute)
    }

    fn pattern(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.texts.push(value);
                    self.said.push_str(value);
                }
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let (mut words, mut numbers) = (Vec::new(), Vec::new());
                for variant in variants {
                    match &variant.key {
                        VariantKey::Identifier { name } => words.push(*name),
                        VariantKey::NumberLiteral { value } => numbers.push(*value),
                    }
                    self.pattern(&variant.value);
                }
                if let InlineExpression::VariableReference { id } = selector {
                    self.selections.push(Selection { variable: id.name, words, numbers });
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) {
        let mut refer = |name: String, place, function| self.references.push(Reference { name, place, function });
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.texts.push(value);
                self.said.push_str(&unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => self.variables.push(id.name),
            InlineExpression::MessageReference { id, .. } => refer(id.name.to_owned(), id.name, false),
            InlineExpression::TermReference { id, arguments, .. } => {
                refer(format!("-{}", id.name), id.name, false);
                arguments.iter().for_each(|arguments| self.arguments(arguments));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                refer(id.name.to_owned(), id.name, true);
                self.arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|argument| self.inline(argument));
        arguments.named.iter().for_each(|argument| self.inline(&argument.value));
    }
}

/// A message, or one of its attributes, as a translator writes it.
pub(super) fn name(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syntax_error_lies_within_its_file() {
        let check = |text: &str| {
            let mut report = Report::default();
            WordsFile::read("w.ftl", text, &mut report);
            let places: Vec<_> = report.0.iter().filter_map(|defect| defect.span.clone()).collect();
            assert!(!places.is_empty() && places.iter().all(|place| place.end <= text.len()), "{text:?}: {places:?}");
        };
        check("a = {");
        check("a = { \n");
        check("a = { $b ->\n");
        check("a");
    }
}
