//! What the command line says of itself, help and errors; its texts are in the words, under `cli-COMMAND` and
//! `cli-arg-ARGUMENT`.

use std::ffi::OsString;

use clap::{
    Command, CommandFactory,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{Cli, NAME, about, examples};
use crate::{
    error::Error,
    l10n::{Words, args, cli_names},
};

/// Help, or what is wrong with the arguments, and whether it is an error.
pub fn explain(error: &clap::Error, args: impl Iterator<Item = OsString>, words: &Words) -> (String, bool) {
    if error.kind() == ErrorKind::DisplayHelp {
        let help = described(words).try_get_matches_from(args).err();
        return (help.map(|help| help.to_string()).unwrap_or_default(), false);
    }
    let value = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = value(ContextKind::InvalidArg).unwrap_or_default();
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
    let task = args.skip(1).find_map(|arg| Cli::command().find_subcommand(&arg).map(|task| task.get_name().to_owned()));
    (wrong.text(words) + "\n" + &short_help(words, task.as_deref()), true)
}

/// How a task is called, for somebody who called it wrongly.
fn short_help(words: &Words, task: Option<&str>) -> String {
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
pub fn task_help(words: &Words, task: Option<&str>) -> Result<String, Error> {
    let mut command = find(words, task)?;
    Ok(command.render_help().to_string())
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
    describe(Cli::command(), words, "cli-wizard")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(clap::Arg::new("help").short('h').long("help").global(true).action(clap::ArgAction::Help))
        .arg(clap::Arg::new("version").short('V').long("version").action(clap::ArgAction::Version))
        .mut_args(|arg| describe_arg(arg, words))
        .mut_subcommands(|command| {
            let id = format!("cli-{}", command.get_name());
            describe(command, words, &id)
        })
}

fn describe(command: Command, words: &Words, about: &str) -> Command {
    let parts = [
        ("cli-commands", "{subcommands}", command.has_subcommands()),
        ("cli-arguments", "{positionals}", command.get_positionals().next().is_some()),
        ("cli-options", "{options}", true),
    ];
    let mut template = format!("{{about}}\n\n{} {{usage}}\n", words.say("cli-usage"));
    for (title, what, _) in parts.into_iter().filter(|(.., shown)| *shown) {
        template += &format!("\n{}\n{what}\n", words.say(title));
    }
    let mut usage = usage(&command);
    if command.has_subcommands() {
        let indent = words.say("cli-usage").chars().count() + 1;
        usage += &format!("\n{:indent$}{NAME} {} [--...]", "", words.say("cli-task"));
    }
    let name = if command.get_name() == NAME { "" } else { command.get_name() };
    let mut after = String::new();
    if examples::of(name).next().is_some() {
        after += &format!("{}\n", words.say("cli-examples"));
        examples::of(name).for_each(|line| after += &format!("  {line}\n"));
        after += "\n";
    }
    after += &words.say("cli-exit");
    after.extend(about::address(words, about::ADDRESS).map(|line| format!("\n\n{line}")));
    // Clap puts an empty line before it by itself.
    template.truncate(template.trim_end().len());
    template += "{after-help}\n";
    command
        .about(words.say(about))
        .after_help(after)
        .help_template(template)
        .override_usage(usage)
        .mut_args(|arg| describe_arg(arg, words))
}

/// The synopsis without clap's own English words.
fn usage(command: &Command) -> String {
    let own = if command.get_name() == NAME { NAME.to_owned() } else { format!("{NAME} {}", command.get_name()) };
    let positionals = command.get_positionals().map(|arg| {
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        if arg.is_required_set() { format!(" {name}") } else { format!(" [{name}]") }
    });
    format!("{own}{} [--...]", positionals.collect::<String>())
}

/// An argument with its help, and the values that it takes where they are few.
fn describe_arg(arg: clap::Arg, words: &Words) -> clap::Arg {
    let help = words.say_with(&format!("cli-arg-{}", arg.get_id()), &cli_names());
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let values = arg.get_possible_values();
    let values: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
    let help = if values.is_empty() { help } else { format!("{help}: {}", values.join(", ")) };
    arg.help(help).hide_possible_values(true).hide_default_value(true)
}
