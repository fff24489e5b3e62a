//! The process as data: everything that the environment says, read once, at the edge.

use std::{env, io::IsTerminal, path::PathBuf};

use etcetera::BaseStrategy;

use crate::{settings, text};

/// What the process was started with.
#[derive(Debug, Clone, Default)]
pub struct Env {
    /// The languages of the person, first wish first.
    pub locales: Vec<String>,
    /// Whether standard input is a terminal.
    pub stdin_tty: bool,
    /// Whether standard output is a terminal.
    pub stdout_tty: bool,
    /// Whether standard error is a terminal.
    pub stderr_tty: bool,
    /// `TERM`.
    pub term: String,
    /// Whether the environment wants colours, or wants none; `None` where it leaves that to the terminal.
    pub colors: Option<bool>,
    /// How wide lines may be, and how many rows there are, where `COLUMNS` and `LINES` tell.
    pub size: (Option<u16>, Option<u16>),
    /// Whether the locale's encoding can show more than ASCII.
    pub unicode: bool,
    /// The platform's folder for the data of programs; none where the home is not known.
    pub data: Option<PathBuf>,
    /// Whether a long text is shown screen by screen; who sets `PAGER` to nothing or `cat` wants it whole.
    pub pages: bool,
    /// Whether the background is dark, where `COLORFGBG` tells.
    pub dark: Option<bool>,
    /// Whether the terminal has 256 colours, which are the same in all of them.
    pub many_colors: bool,
    /// The file of settings; none where the home is not known.
    pub config: Option<PathBuf>,
    /// The settings that `BACKUP_MEDIC_...` gives, by name.
    pub settings: Vec<(&'static str, String)>,
}

impl Env {
    /// Reads the environment of this process.
    pub fn read() -> Self {
        let var = |name: &str| env::var(name).unwrap_or_default();
        // What decides the encoding by POSIX: the first of these that is set.
        let encoding = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().map(var).find(|value| !value.is_empty());
        let encoding = encoding.unwrap_or_default().to_lowercase().replace('-', "");
        let folders = etcetera::choose_base_strategy().ok();
        // Below a relative home it would be wherever the program was started.
        let absolute = |folder: PathBuf| Some(folder).filter(|folder| folder.is_absolute());
        Env {
            locales: sys_locale::get_locales().collect(),
            stdin_tty: std::io::stdin().is_terminal(),
            stdout_tty: std::io::stdout().is_terminal(),
            stderr_tty: std::io::stderr().is_terminal(),
            term: var("TERM"),
            colors: colors(var),
            size: (count(&var("COLUMNS")), count(&var("LINES"))),
            unicode: cfg!(windows) || encoding.ends_with("utf8"),
            data: folders.as_ref().and_then(|folders| absolute(folders.data_dir())),
            pages: !matches!(env::var("PAGER").as_deref(), Ok("" | "cat")),
            dark: dark(&var("COLORFGBG")),
            many_colors: cfg!(windows) || many_colors(&var("TERM"), &var("COLORTERM")),
            config: folders
                .as_ref()
                .and_then(|folders| absolute(folders.config_dir().join("backup-medic").join("config.toml"))),
            settings: settings::NAMES
                .into_iter()
                .map(|name| (name, var(&settings::variable(name))))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
        }
    }
}

/// A number that counts something.
fn count(number: &str) -> Option<u16> {
    number.parse().ok().filter(|count| *count > 0)
}

/// A path as the system takes it: `~` is the person's home where that is known.
pub fn at_home(path: PathBuf) -> PathBuf {
    let home = || etcetera::home_dir().ok().filter(|home| home.is_absolute());
    let below = path.to_str().and_then(text::home::below);
    below.and_then(|below| Some(home()?.join(below))).unwrap_or(path)
}

/// Whether the last number of `COLORFGBG`, the background, is that of a dark colour.
fn dark(colors: &str) -> Option<bool> {
    let number: u8 = colors.rsplit(';').next()?.parse().ok()?;
    Some(!matches!(number, 7 | 9..=15))
}

/// Whether a terminal says that it has more than sixteen colours.
fn many_colors(term: &str, colorterm: &str) -> bool {
    let names = ["256color", "direct", "kitty", "alacritty", "ghostty", "foot", "wezterm"];
    !colorterm.is_empty() || names.iter().any(|name| term.contains(name))
}

/// `NO_COLOR` goes before what forces colours, and that before `CLICOLOR`.
fn colors(var: impl Fn(&str) -> String) -> Option<bool> {
    let forces = |name| !matches!(var(name).as_str(), "" | "0" | "false");
    if !var("NO_COLOR").is_empty() {
        Some(false)
    } else if forces("CLICOLOR_FORCE") || forces("FORCE_COLOR") {
        Some(true)
    } else {
        (var("CLICOLOR") == "0").then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::{colors, dark, many_colors};

    #[test]
    fn the_environment_says_what_colours_are_read_on() {
        let check = |set: &str, expected: Option<bool>| assert_eq!(dark(set), expected, "{set}");
        check("", None);
        check("default;default", None);
        check("15;0", Some(true));
        check("0;15", Some(false));
        check("0;default;7", Some(false));
        check("12;8", Some(true));
    }

    #[test]
    fn a_terminal_says_how_many_colours_it_has() {
        let check = |term: &str, color: &str, expected: bool| assert_eq!(many_colors(term, color), expected, "{term}");
        check("linux", "", false);
        check("xterm", "", false);
        check("xterm", "truecolor", true);
        check("tmux-256color", "", true);
        check("xterm-kitty", "", true);
    }

    #[test]
    fn the_environment_says_whether_it_wants_colours() {
        let check = |set: &[(&str, &str)], expected: Option<bool>| {
            let var =
                |name: &str| set.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value).to_owned();
            assert_eq!(colors(var), expected, "{set:?}");
        };
        check(&[], None);
        check(&[("NO_COLOR", ""), ("CLICOLOR", "1")], None);
        check(&[("NO_COLOR", "0")], Some(false));
        check(&[("CLICOLOR", "0")], Some(false));
        check(&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")], Some(true));
        check(&[("CLICOLOR_FORCE", "0"), ("CLICOLOR", "0")], Some(false));
        check(&[("FORCE_COLOR", "1")], Some(true));
        check(&[("FORCE_COLOR", "0")], None);
        check(&[("FORCE_COLOR", "3"), ("NO_COLOR", "1")], Some(false));
    }
}
