//! The bytes of a file as text: decoded, in lines, and the JSON in it, each value with its place.

pub(super) mod decode;
pub(super) mod documents;
mod json;
pub(super) mod node;
pub(super) mod sheet;
