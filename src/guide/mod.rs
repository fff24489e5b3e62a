//! A source document turned into data: read, checked once, and from then on sound.

mod catalog;
mod check;
mod diagnostic;
mod evidence;
pub mod fact;
pub mod graph;
mod id;
mod lint;
mod model;
mod nearest;
mod order;
pub mod placeholder;
mod plant;
mod raw;
mod resolve;
mod rule;
mod tree;

pub use catalog::{Catalog, Entry, Facts, normal, numbers};
pub use check::load;
pub use diagnostic::{Diagnostic, Positions, Report, boundary, position};
pub use evidence::{Bound, Evidence, Figure, Meaning, Number, Strength};
pub use lint::{lint, unused};
pub use model::*;
pub use nearest::nearest;
