//! What the command line says of itself, help and errors; its texts are in the words, under `cli-COMMAND` and
//! `cli-arg-ARGUMENT`.

use std::ffi::OsString;

use clap::{
    Arg, Command, CommandFactory,
    builder::StyledStr,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{Cli, NAME, about, examples};
use crate::{
    error::Error,
    l10n::{Words, args, cli_names},
};

/// Options that every task takes but few take notice of, with the tasks whose help names them.
const MATTERS: [(&str, &[&str]); 5] = [
    (
        "guides",
        &[
            "list",
            "show",
            "questions",
            "match",
            "collect",
            "export",
            "compare",
            "check",
            "triage",
            "cases",
            "resume",
            "graph",
            "config",
        ],
    ),
    ("data_dir", &["export", "compare", "cases", "resume", "config"]),
    ("color", &["check", "triage", "resume", "help"]),
    ("theme", &["resume", "config"]),
    ("config", &["export", "collect", "triage", "resume", "config"]),
];

/// Bold, and what ends it.
const BOLD: (&str, &str) = ("\u{1b}[1m", "\u{1b}[0m");

/// Finds the name that was probably meant among those that are known.
pub type Near = fn(&str, &mut dyn Iterator<Item = &str>) -> Option<String>;

/// Help, or what is wrong with the arguments, and whether it is an error.
pub fn explain(
    error: &clap::Error,
    args: impl Iterator<Item = OsString>,
    words: &Words,
    is_styled: bool,
    near: Near,
) -> (String, bool) {
    if error.kind() == ErrorKind::DisplayHelp {
        let help = described(words).try_get_matches_from(args).err();
        return (help.map(|help| written(&help.render(), is_styled)).unwrap_or_default(), false);
    }
    let value = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = value(ContextKind::InvalidArg).unwrap_or_default();
    let args: Vec<OsString> = args.collect();
    let wrong = match error.kind() {
        ErrorKind::InvalidValue => {
            let given = value(ContextKind::InvalidValue).unwrap_or_default();
            let known = value(ContextKind::ValidValue).filter(|known| !known.is_empty());
            Error::ArgumentValue { argument, value: given, known }
        }
        ErrorKind::UnknownArgument => Error::ArgumentUnknown { argument, near: value(ContextKind::SuggestedArg) },
        ErrorKind::MissingRequiredArgument => Error::ArgumentMissing { argument },
        ErrorKind::ArgumentConflict => Error::ArgumentConflict { argument },
        _ => Error::Argument,
    };
    // What follows a slip in the name of a task is taken for what nobody asked for.
    let wrong = slip(&args, near).unwrap_or(wrong);
    let task =
        args.iter().skip(1).find_map(|arg| Cli::command().find_subcommand(arg).map(|task| task.get_name().to_owned()));
    (wrong.text(words) + "\n" + &short_help(words, task.as_deref()), true)
}

/// The task that is meant where the first word is nearly the name of one and more follows it.
fn slip(args: &[OsString], near: Near) -> Option<Error> {
    let [_, word, _, ..] = args else { return None };
    let word = word.to_str().filter(|word| !word.starts_with('-'))?;
    let root = Cli::command();
    if root.find_subcommand(word).is_some() {
        return None;
    }
    let near = near(word, &mut shown(&root).map(Command::get_name))?;
    Some(Error::UnknownTask { name: word.to_owned(), near })
}

/// Help for a terminal, or for what shows no styles.
fn written(help: &StyledStr, is_styled: bool) -> String {
    if is_styled { help.ansi().to_string() } else { help.to_string() }
}

/// How a task is called, for somebody who called it wrongly.
pub fn short_help(words: &Words, task: Option<&str>) -> String {
    let mut root = described(words);
    let command = task.and_then(|task| root.find_subcommand(task)).cloned();
    let usage = command.unwrap_or_else(|| std::mem::take(&mut root)).render_usage().to_string();
    let title = words.say("cli-usage");
    // Clap has a title of its own, in English.
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim().lines().next().unwrap_or_default().to_owned();
    let mut text = format!("\n{title} {usage}\n");
    examples::of(task.unwrap_or_default()).for_each(|line| text += &format!("  {line}\n"));
    let more = task.map_or_else(|| format!("{NAME} --help"), |task| format!("{NAME} help {task}"));
    text + &words.say_with("cli-more", &args!("command" => more)) + "\n"
}

/// The help of a task, or of the program.
///
/// # Errors
/// Bad input where there is no such task.
pub fn task_help(words: &Words, task: Option<&str>, is_styled: bool) -> Result<String, Error> {
    let mut command = find(words, task)?;
    Ok(written(&command.render_help(), is_styled))
}

/// A task as a command of its own, or the program.
///
/// # Errors
/// Bad input where there is no such task.
pub(crate) fn find(words: &Words, task: Option<&str>) -> Result<Command, Error> {
    let mut root = described(words);
    root.build();
    let Some(task) = task else { return Ok(root) };
    root.find_subcommand(task).cloned().ok_or_else(|| {
        let known: Vec<&str> = shown(&root).map(Command::get_name).collect();
        Error::ArgumentValue { argument: "[TASK]".into(), value: task.into(), known: Some(known.join(", ")) }
    })
}

/// The tasks that help names.
pub fn shown(root: &Command) -> impl Iterator<Item = &Command> {
    root.get_subcommands().filter(|task| !task.is_hide_set())
}

/// The command line with its help in the person's language; `words` must have the part `cli`.
pub fn described(words: &Words) -> Command {
    let root = Cli::command();
    let for_all: Vec<Arg> = root.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    describe(root, words, "cli-wizard")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").global(true).action(clap::ArgAction::Help))
        .arg(Arg::new("version").short('V').long("version").action(clap::ArgAction::Version))
        .mut_args(|arg| describe_arg(arg, words))
        .mut_subcommands(|task| {
            let id = format!("cli-{}", task.get_name());
            let aside = for_all.iter().filter(|arg| !matters(arg, task.get_name()));
            let aside: Vec<Arg> = aside.map(|arg| arg.clone().hide(true)).collect();
            describe(task.args(aside), words, &id)
        })
}

/// Whether an option for every task changes what this one does.
fn matters(option: &Arg, task: &str) -> bool {
    let known = MATTERS.iter().find(|(name, _)| option.get_id() == name);
    known.is_none_or(|(_, tasks)| tasks.contains(&task))
}

fn describe(command: Command, words: &Words, about: &str) -> Command {
    let title = |id: &str| format!("{}{}{}", BOLD.0, words.say(id), BOLD.1);
    let mut template = format!("{{about}}\n\n{} {{usage}}\n", title("cli-usage"));
    let name = if command.get_name() == NAME { "" } else { command.get_name() };
    if examples::of(name).next().is_some() {
        template += &format!("\n{}\n", title("cli-examples"));
        examples::of(name).for_each(|line| template += &format!("  {line}\n"));
    }
    let parts = [
        ("cli-commands", "{subcommands}", command.has_subcommands()),
        ("cli-arguments", "{positionals}", command.get_positionals().next().is_some()),
        ("cli-options", "{options}", true),
    ];
    for (id, what, _) in parts.into_iter().filter(|(.., shown)| *shown) {
        template += &format!("\n{}\n{what}\n", title(id));
    }
    let mut usage = usage(&command, words);
    if command.has_subcommands() {
        let indent = words.say("cli-usage").chars().count() + 1;
        usage += &format!("\n{:indent$}{NAME} {} [{}]", "", words.say("cli-task"), words.say("cli-some-options"));
    }
    let mut after = words.say("cli-exit");
    after.extend(about::address(words, about::ADDRESS).map(|line| format!("\n\n{line}")));
    // Clap puts an empty line before it by itself.
    template.truncate(template.trim_end().len());
    template += "{after-help}\n";
    command
        .about(words.say_with(about, &cli_names()))
        .after_help(after)
        .help_template(template)
        .override_usage(usage)
        .mut_args(|arg| describe_arg(arg, words))
}

/// The synopsis without clap's own English words.
fn usage(command: &Command, words: &Words) -> String {
    let own = if command.get_name() == NAME { NAME.to_owned() } else { format!("{NAME} {}", command.get_name()) };
    let named =
        |arg: &Arg| arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str()).to_owned();
    let positionals = command.get_positionals().map(|arg| {
        let many = if matches!(arg.get_action(), clap::ArgAction::Append) { "..." } else { "" };
        let name = named(arg);
        if arg.is_required_set() { format!(" {name}{many}") } else { format!(" [{name}]{many}") }
    });
    let needed = command.get_opts().filter(|arg| arg.is_required_set());
    let needed = needed.map(|arg| format!(" --{} {}", arg.get_long().unwrap_or_default(), named(arg)));
    let both: String = positionals.chain(needed).collect();
    format!("{own}{both} [{}]", words.say("cli-some-options"))
}

/// An argument with its help, and the values that it takes where they are few.
fn describe_arg(arg: Arg, words: &Words) -> Arg {
    let help = words.say_with(&format!("cli-arg-{}", arg.get_id()), &cli_names());
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let values = arg.get_possible_values();
    let values: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
    let help = if values.is_empty() { help } else { format!("{help}: {}", values.join(", ")) };
    arg.help(help).hide_possible_values(true).hide_default_value(true)
}
