//! Which variables a message names, so that a page can list the figures its sentences use.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Pattern, PatternElement};

use super::Words;

impl Words {
    /// The variables that a guide's message and its attributes name.
    pub fn names_in(&self, id: &str) -> BTreeSet<String> {
        self.guides.with(&self.files, id, |found| Some(named(found.message))).unwrap_or_default()
    }
}

/// Whether a message is more than text: only then it needs arguments.
pub(super) fn names_something(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|part| matches!(part, PatternElement::Placeable { .. }))
}

/// What stands behind dollar signs; one within text names what no guide has.
fn named(message: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = |rest: &str| rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())].to_owned();
    message.split('$').skip(1).map(name).filter(|name| !name.is_empty()).collect()
}
