//! A source document turned into data: read, checked once, and from then on sound.

mod catalog;
mod code;
mod diagnostic;
mod evidence;
pub mod fact;
pub mod graph;
mod heads;
mod id;
mod lint;
mod load;
mod model;
mod nearest;
pub mod placeholder;
mod prepared;
mod raw;
mod rule;
mod translated;
mod tree;
mod via;

pub use catalog::{Catalog, CatalogEntry, Category, Facts, Leads, leads, normal, numbers};
pub use diagnostic::{Diagnostic, Report};
pub use evidence::{Bound, Evidence, Figure, Meaning, Number, Strength};
pub use heads::used;
pub use lint::{lint, unused};
pub use load::{load, load_together};
pub use model::*;
pub use nearest::nearest;
pub use prepared::prepare;
pub use translated::{Translation, translations};
