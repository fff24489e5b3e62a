//! The bytes of a file as text: decoded, in lines, and the JSON in it, each value with its place.

mod csv;
mod damaged;
pub(super) mod decode;
pub(super) mod documents;
mod json;
mod listing;
pub(super) mod node;
pub(super) mod quoted;
pub(super) mod sheet;
pub(super) mod table;
