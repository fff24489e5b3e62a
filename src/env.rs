//! The process as data: everything that the environment says, read once, at the edge.

use std::{env, io::IsTerminal, path::PathBuf};

use etcetera::BaseStrategy;

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
    /// Whether `NO_COLOR` asks for none.
    pub no_color: bool,
    /// Whether the locale's encoding can show more than ASCII.
    pub unicode: bool,
    /// The platform's folder for the data of programs; none where the home is not known.
    pub data: Option<PathBuf>,
    /// `COLORFGBG` says that the background is light.
    pub light: bool,
}

impl Env {
    /// Reads the environment of this process.
    pub fn read() -> Self {
        let var = |name: &str| env::var(name).unwrap_or_default();
        // What decides the encoding by POSIX: the first of these that is set.
        let encoding = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().map(var).find(|value| !value.is_empty());
        let encoding = encoding.unwrap_or_default().to_lowercase().replace('-', "");
        Env {
            locales: sys_locale::get_locales().collect(),
            stdin_tty: std::io::stdin().is_terminal(),
            stdout_tty: std::io::stdout().is_terminal(),
            stderr_tty: std::io::stderr().is_terminal(),
            term: var("TERM"),
            no_color: !var("NO_COLOR").is_empty(),
            unicode: cfg!(windows) || encoding.ends_with("utf8"),
            data: etcetera::choose_base_strategy()
                .ok()
                .map(|folders| folders.data_dir())
                // Below a relative home it would be wherever the program was started.
                .filter(|data| data.is_absolute()),
            light: matches!(var("COLORFGBG").rsplit(';').next(), Some("7" | "15")),
        }
    }
}
