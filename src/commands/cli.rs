//! The command line as data.

pub mod about;
mod conflict;
pub mod examples;
mod export;
mod help;
mod triage;
pub mod typed;

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use export::{Export, ExportFormat, ToolName};
pub(crate) use help::find;
pub use help::{Near, described, explain, short_help, shown, task_help};
pub use triage::{TriageArgs, TriageFormat};
use typed::Typed;

/// The program's name on the command line.
pub(crate) const NAME: &str = "backup-medic";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = NAME, version, long_version = about::VERSION, disable_help_subcommand = true)]
pub struct Cli {
    /// Opens the wizard at this problem.
    pub code: Option<String>,
    /// The wizard line by line.
    #[arg(long)]
    pub plain: bool,
    /// A made case in a folder that goes away.
    #[arg(long)]
    pub demo: bool,
    /// A file that proposes answers and fills in values.
    #[arg(long, value_name = "FILE")]
    pub evidence: Vec<PathBuf>,
    /// What to do instead of the wizard.
    #[command(subcommand)]
    pub command: Option<Task>,
    /// What holds for every task.
    #[command(flatten)]
    pub global: Global,
}

/// Options that every task takes.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// The language.
    #[arg(long, global = true, value_name = "L")]
    pub locale: Option<String>,
    /// A folder with `guides/` and `i18n/` in place of the built-in ones.
    #[arg(long, global = true, value_name = "DIR")]
    pub guides: Option<PathBuf>,
    /// The folder in which cases are kept, in place of the platform's.
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// When to colour.
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
    /// Which colours.
    #[arg(long, global = true, value_enum, value_name = "THEME")]
    pub theme: Option<Theme>,
    /// The file of settings, in place of the platform's; a task takes settings of no other.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Theme {
    Auto,
    Dark,
    Light,
    Plain,
}

impl Color {
    /// Whether to colour, where the environment has this wish and the output is a terminal or none.
    pub fn is_on(self, wish: Option<bool>, terminal: bool) -> bool {
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => wish.unwrap_or(terminal),
        }
    }
}

impl Theme {
    /// The theme of a name; `None` where there is no such theme.
    pub fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    /// Its name.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Lists all codes.
    List {
        /// The form of the output.
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
    },
    /// Prints the whole tree of a problem.
    Show {
        /// A code, problem id or alias.
        code: String,
    },
    /// Prints a blank answer file.
    Questions {
        /// A code, problem id or alias.
        code: String,
    },
    /// Says which problem texts and outputs are about.
    Match {
        /// What is handed in; `-` or none is standard input.
        #[arg(value_name = "FILE")]
        file: Vec<PathBuf>,
        /// The form of the output.
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
    },
    /// Prints the commands that collect evidence.
    Collect {
        /// A code, problem id or alias.
        code: String,
        /// A value that is filled into commands.
        #[arg(long = "var", value_name = "NAME=VALUE")]
        var: Vec<String>,
    },
    /// The same as scripts have known it from the start.
    #[command(hide = true)]
    Evidence {
        /// A code, problem id or alias.
        #[arg(long, value_name = "CODE")]
        collect: String,
        /// A value that is filled into commands.
        #[arg(long = "var", value_name = "NAME=VALUE")]
        var: Vec<String>,
    },
    /// Writes the checklist of a problem.
    Export(Export),
    /// Says what was done between two states of a case.
    Compare {
        /// An exported file, or the id of a kept case.
        #[arg(value_name = "BEFORE")]
        before: String,
        /// The same later.
        #[arg(value_name = "NOW")]
        now: String,
    },
    /// Looks for defects in guides and words.
    Check {
        /// A folder with `guides/` and `i18n/`; the built-in ones if left out.
        dir: Option<PathBuf>,
        /// The form of the output.
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
        /// Shows how old the facts are on this day.
        #[arg(long, value_name = "DATE")]
        today: Option<String>,
    },
    /// Groups failed backup jobs by problem.
    Triage(TriageArgs),
    /// Lists, prints or removes the cases that are kept.
    Cases {
        /// What to do with them.
        #[arg(value_enum, default_value = "list")]
        action: CaseAction,
        /// The id of a case.
        case: Option<String>,
        /// Lists only the cases whose time has come.
        #[arg(long)]
        due: bool,
        /// The form of the list.
        #[arg(long, value_enum, default_value = "text")]
        format: TextOrJson,
    },
    /// Opens the wizard at a kept case, or at an exported file.
    Resume {
        /// The id of a case, how it, its name or its VM begins, `last`, or a file that holds `/` or ends in `.md` or `.json`.
        #[arg(id = "resume", value_name = "CASE")]
        case: String,
        /// The wizard line by line.
        #[arg(long)]
        plain: bool,
        /// A file that proposes answers and fills in values.
        #[arg(long, value_name = "FILE")]
        evidence: Vec<PathBuf>,
    },
    /// Draws the tree of a problem.
    Graph {
        /// A code, problem id or alias.
        code: String,
        /// The language of the drawing.
        #[arg(long, value_enum, default_value = "mermaid")]
        format: GraphFormat,
    },
    /// Prints the settings that hold, and where each comes from.
    Config,
    /// Prints the completions for a shell.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Prints the manual page, of the program or of a task.
    Man {
        /// The task.
        task: Option<String>,
    },
    /// Prints the help, of the program or of a task.
    Help {
        /// The task.
        task: Option<String>,
    },
    /// Prints what can follow, for the scripts of `completions`.
    #[command(hide = true)]
    Complete {
        /// The words before the cursor; the last is still being typed.
        #[arg(allow_hyphen_values = true, trailing_var_arg = true)]
        words: Vec<String>,
    },
}

impl Task {
    /// Whether it reads standard input, of which a terminal shows nothing.
    pub fn reads_standard_input(&self) -> bool {
        let is_named = |path: &PathBuf| path.as_os_str() == "-";
        match self {
            Task::Match { file, .. } => file.is_empty() || file.iter().any(is_named),
            Task::Triage(options) => options.files.iter().any(is_named),
            Task::Export(options) => {
                options.code == "-" || options.answers.iter().chain(&options.evidence).any(is_named)
            }
            Task::Compare { before, now } => before == "-" || now == "-",
            _ => false,
        }
    }
}

/// What can be done with kept cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum CaseAction {
    List,
    Show,
    Rm,
    Restore,
}

/// Forms of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum TextOrJson {
    Text,
    Json,
}

/// Languages of drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum GraphFormat {
    Mermaid,
    Dot,
}

/// Reads the command line.
///
/// # Errors
/// What clap found, help and version included.
pub fn parse(args: impl ExactSizeIterator<Item = OsString>) -> Result<Cli, clap::Error> {
    // The plain wizard starts without the weight of a parser that has nothing to parse.
    if args.len() <= 1 {
        let global =
            Global { locale: None, guides: None, data_dir: None, color: Color::Auto, theme: None, config: None };
        return Ok(Cli { code: None, plain: false, demo: false, evidence: Vec::new(), command: None, global });
    }
    let args: Vec<OsString> = args.collect();
    let whole = Cli::command();
    let mut cli = match by_named_tasks(&whole, &args) {
        Some(cli) => cli,
        None => Cli::from_arg_matches(&whole.try_get_matches_from(&args)?)?,
    };
    if let Some(Task::Complete { words }) = &cli.command {
        cli.global = typed_global(words);
    }
    Ok(cli)
}

/// The line as the tasks that it names read it; `None` where it names none, or where they do not take it.
///
/// Clap copies the options for every task into each, which takes as long as all else that it does.
fn by_named_tasks(whole: &Command, args: &[OsString]) -> Option<Cli> {
    let named = whole.get_subcommands().filter(|task| args.iter().any(|arg| arg == task.get_name()));
    let command = Command::new(NAME).disable_help_subcommand(true).args(whole.get_arguments()).subcommands(named);
    let matches = command.has_subcommands().then(|| command.try_get_matches_from(args))?;
    Cli::from_arg_matches(&matches.ok()?).ok()
}

/// The options for every task in a line that is still being typed.
fn typed_global(words: &[String]) -> Global {
    let mut command = Cli::command();
    command.build();
    let typed = Typed::read(&command, words);
    let value = |arg| typed.value_of(arg).map(str::to_owned);
    let folder = |arg| value(arg).map(PathBuf::from);
    Global {
        locale: value("locale"),
        guides: folder("guides"),
        data_dir: folder("data_dir"),
        color: Color::Auto,
        theme: None,
        config: None,
    }
}

/// The value of an option, as `--locale`, in arguments that do not parse; `None` where it is not given.
pub fn asked(option: &str, args: impl Iterator<Item = OsString>) -> Option<String> {
    let args: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    let next = args.iter().skip_while(|arg| *arg != option).nth(1).cloned();
    let behind = |arg: &String| arg.strip_prefix(option)?.strip_prefix('=').map(str::to_owned);
    next.or_else(|| args.iter().find_map(behind))
}

/// Whether help for arguments that do not parse is coloured.
pub fn asked_color(args: impl Iterator<Item = OsString>) -> Color {
    asked("--color", args).and_then(|name| Color::from_str(&name, false).ok()).unwrap_or(Color::Auto)
}
