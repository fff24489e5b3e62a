//! Prose as comments, which shells and TOML write alike.

use crate::text::wrap::prose;

/// Comments keep to this many columns.
const WIDTH: usize = 100;

/// Adds a text as comments, set in by `indent` behind their marks.
pub(super) fn comment(data: &mut String, text: &str, indent: &str) {
    for line in prose(text, WIDTH - indent.len() - 2) {
        data.push_str(&format!("# {indent}{line}\n"));
    }
}
