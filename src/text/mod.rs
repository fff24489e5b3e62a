//! Text, whatever it is about: bytes to characters, made visible, escaped, wrapped; and days.

pub mod day;
pub mod encoding;
pub mod markdown;
pub mod page;
pub mod sanitise;
pub mod wrap;
