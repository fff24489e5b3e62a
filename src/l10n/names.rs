//! Which variables a message names, so that a page can list the figures its sentences use.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::Words;

impl Words {
    /// The variables that a guide's message and its attributes name.
    pub fn names_in(&self, id: &str) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        self.guides.list_for(&self.files, id);
        self.guides.read(id);
        if let Some(message) = self.guides.bundle.borrow().get_message(id) {
            let attributes = message.attributes().map(|attribute| attribute.value());
            message.value().into_iter().chain(attributes).for_each(|pattern| in_pattern(pattern, &mut names));
        }
        names
    }
}

/// Whether a message is more than text: only then it needs arguments.
pub(super) fn names_something(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|part| matches!(part, PatternElement::Placeable { .. }))
}

fn in_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => in_inline(inline, names),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                in_inline(selector, names);
                variants.iter().for_each(|variant| in_pattern(&variant.value, names));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        names.insert(id.name.to_owned());
    }
}
