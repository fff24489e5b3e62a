//! x
use super::{Diagnostic, Guide};
/// x
pub fn lint(_: &Guide) -> Vec<Diagnostic> {
    vec![]
}
