//! How things look: a role to a style; colour is never the only signal, and the terminal's own colours are kept.

use ratatui::style::{Color, Modifier, Style};

use crate::{app::Look, text::markdown};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    Title,
    Strong,
    Code,
    Dim,
    Good,
    Warn,
    Bad,
    Accent,
    Selected,
}

/// The style of a role.
pub(super) fn style(look: Look, role: Role) -> Style {
    let base = Style::default();
    let modifier = match role {
        Role::Title | Role::Strong | Role::Accent => Modifier::BOLD,
        Role::Warn | Role::Bad => Modifier::BOLD,
        Role::Selected => Modifier::REVERSED,
        Role::Text | Role::Code | Role::Dim | Role::Good => Modifier::empty(),
    };
    let style = base.add_modifier(modifier);
    if !look.color {
        return style;
    }
    // Yellow, cyan and green vanish on a light background.
    let color = match role {
        Role::Text | Role::Title | Role::Strong | Role::Selected => return style,
        Role::Code | Role::Accent | Role::Good if look.light => Color::Blue,
        Role::Code | Role::Accent => Color::Cyan,
        Role::Dim if look.light => Color::DarkGray,
        Role::Dim => Color::Gray,
        Role::Good => Color::Green,
        Role::Warn if look.light => Color::Magenta,
        Role::Warn => Color::Yellow,
        Role::Bad => Color::Red,
    };
    style.fg(color)
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
    pub broken: &'static str,
    pub bar: &'static str,
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
    selected: ">",
    done: "✓",
    skipped: "-",
    todo: "·",
    here: ">",
    broken: "↵",
    bar: "│",
    above: "▲",
    below: "▼",
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
    broken: "\\",
    bar: "|",
    above: "^",
    below: "v",
    arrow: "->",
    cut: "~",
    folded: "+ ",
    unfolded: "- ",
};
