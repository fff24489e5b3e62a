//! What tests of every kind use: random trails, the wizard without a terminal, the program as a process, pictures of frames.

pub(crate) mod film;
pub(crate) mod process;
pub(crate) mod svg;
pub(crate) mod walks;
pub(crate) mod wizard;
