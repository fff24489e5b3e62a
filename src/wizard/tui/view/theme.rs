//! How things look: a role to a style; color is never the only signal, and the terminal's own colors are kept.

use ratatui::style::{Color, Modifier, Style};

use crate::{
    app::{Look, Scheme, views::CommandPart},
    text::markdown,
};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    Title,
    Strong,
    Code,
    Dim,
    Good,
    /// It waits, or a name is missing.
    Warn,
    /// What cannot be undone, or interrupts something.
    Danger,
    Bad,
    /// Keys, and what has them.
    Accent,
    Selected,
    Link,
    /// What was looked for, or recognized.
    Match,
    Verb,
    Option,
    Value,
    Placeholder,
}

/// The colors of a piece of text: its own and its ground's, by their numbers; none is the terminal's own.
type Paint = (Option<u8>, Option<u8>);

const OWN: Paint = (None, None);

const fn ink(color: u8) -> Paint {
    (Some(color), None)
}

/// On a ground of ours it can be read whatever the terminal's ground is.
const fn on(ground: u8, color: u8) -> Paint {
    (Some(color), Some(ground))
}

/// A role's colors with 256 colors on a dark, a light and an unknown ground, and with sixteen on a dark and a light one.
/// Numbers above fifteen mean the same color in all terminals; of the first sixteen only those are here that can be read on
/// the palettes of the known terminals, and roles without one are told by their weight.
const fn paints(role: Role) -> [Paint; 5] {
    match role {
        Role::Text | Role::Title | Role::Strong | Role::Code | Role::Link | Role::Match | Role::Verb => [OWN; 5],
        Role::Dim => [ink(248), ink(240), OWN, OWN, OWN],
        Role::Good => [ink(114), ink(22), OWN, ink(2), OWN],
        Role::Option => [ink(183), ink(90), OWN, OWN, OWN],
        Role::Value => [ink(152), ink(24), OWN, OWN, OWN],
        Role::Warn | Role::Placeholder => [ink(221), ink(94), on(221, 16), OWN, ink(5)],
        Role::Danger | Role::Bad => [ink(210), ink(124), on(124, 231), OWN, OWN],
        Role::Accent => [ink(75), ink(25), on(25, 231), ink(6), OWN],
        // A raised ground; where nobody told the ground, one that is seen on any.
        Role::Selected => [on(236, 255), on(255, 16), on(25, 231), OWN, OWN],
    }
}

/// The style of a role.
pub(super) fn style(look: Look, role: Role) -> Style {
    let [dark, light, unknown, sixteen_on_dark, sixteen_on_light] = paints(role);
    let (ink, ground) = match look.scheme {
        Scheme::Plain => OWN,
        Scheme::Dark => dark,
        Scheme::Light => light,
        Scheme::Unknown => unknown,
        Scheme::SixteenOnDark => sixteen_on_dark,
        Scheme::SixteenOnLight => sixteen_on_light,
    };
    let modifier = match role {
        Role::Title | Role::Strong | Role::Accent | Role::Selected | Role::Danger | Role::Verb => Modifier::BOLD,
        // Without a color of its own it still stands out.
        Role::Warn if ink.is_none() => Modifier::BOLD,
        Role::Placeholder if ink.is_none() => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Link => Modifier::UNDERLINED,
        Role::Match => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Bad if ink.is_none() => Modifier::BOLD.union(Modifier::REVERSED),
        Role::Bad => Modifier::BOLD,
        _ => Modifier::empty(),
    };
    let mut style = Style::default().add_modifier(modifier);
    style.fg = ink.map(Color::Indexed);
    style.bg = ground.map(Color::Indexed);
    style
}

/// The role of a part of a command.
pub(super) fn of_part(part: CommandPart) -> Role {
    match part {
        CommandPart::Verb => Role::Verb,
        CommandPart::Option => Role::Option,
        CommandPart::Value => Role::Value,
        CommandPart::Placeholder => Role::Placeholder,
    }
}

/// The role of a piece of a sentence whose plain pieces have the role `base`.
pub(super) fn of_piece(style: markdown::Style, base: Role) -> Role {
    match style {
        // What is selected is selected as a whole.
        _ if base == Role::Selected => base,
        markdown::Style::Plain => base,
        markdown::Style::Strong => Role::Strong,
        markdown::Style::Code => Role::Code,
    }
}

/// Signs, with an ASCII form for terminals that show no more.
pub(super) struct Signs {
    pub selected: &'static str,
    pub done: &'static str,
    pub skipped: &'static str,
    pub todo: &'static str,
    pub here: &'static str,
    pub danger: &'static str,
    pub prompt: &'static str,
    pub broken: &'static str,
    pub bar: &'static str,
    pub rule: &'static str,
    pub gone: &'static str,
    pub above: &'static str,
    pub below: &'static str,
    pub arrow: &'static str,
    pub cut: &'static str,
    pub folded: &'static str,
    pub unfolded: &'static str,
}

/// The signs that the terminal can show.
pub(super) fn signs(look: Look) -> &'static Signs {
    if look.unicode { &UNICODE } else { &ASCII }
}

static UNICODE: Signs = Signs {
    selected: "▌",
    done: "✓",
    skipped: "-",
    todo: "·",
    here: "◆",
    danger: "▲",
    prompt: ">",
    broken: "↵",
    bar: "│",
    rule: "─",
    gone: "━",
    above: "↑",
    below: "↓",
    arrow: "→",
    cut: "…",
    folded: "▸ ",
    unfolded: "▾ ",
};

static ASCII: Signs = Signs {
    selected: ">",
    done: "+",
    skipped: "-",
    todo: ".",
    here: ">",
    danger: "!",
    prompt: ">",
    broken: "\\",
    bar: "|",
    rule: "-",
    gone: "=",
    above: "^",
    below: "v",
    arrow: "->",
    cut: "~",
    folded: "+ ",
    unfolded: "- ",
};
