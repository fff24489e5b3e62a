//! How things may look: what the edge has found out of the terminal and of the person's wishes.

/// How things may look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The colors to draw with.
    pub scheme: Scheme,
    /// The terminal shows more than ASCII.
    pub unicode: bool,
}

/// The colors to draw with, by the ground they must be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// No colors: weight, lines and reversal alone.
    Plain,
    /// 256 colors on a dark ground.
    Dark,
    /// 256 colors on a light ground.
    Light,
    /// 256 colors on a ground that nobody told.
    Unknown,
    /// The first sixteen on a dark ground, each of which the terminal may draw as it likes.
    SixteenOnDark,
    /// The same on a light ground.
    SixteenOnLight,
}

impl Scheme {
    /// The scheme for a ground that is or may be dark, with 256 colors or sixteen.
    pub fn on(dark: Option<bool>, many: bool) -> Self {
        match (dark, many) {
            (Some(true), true) => Scheme::Dark,
            (Some(false), true) => Scheme::Light,
            (None, true) => Scheme::Unknown,
            (Some(true), false) => Scheme::SixteenOnDark,
            (Some(false), false) => Scheme::SixteenOnLight,
            // None of the sixteen can be read on every ground.
            (None, false) => Scheme::Plain,
        }
    }
}
