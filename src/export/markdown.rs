//! x
use crate::{
    case::Case,
    guide::{Guide, Id, Problem},
    l10n::Words,
};
/// x
pub fn markdown(_words: &Words, _guide: &Guide, _problem: Id<Problem>, _case: &Case) -> String {
    String::new()
}
