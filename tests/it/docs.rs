//! The pages for users: what the program says of itself in them is made by it and current. `UPDATE_DOCS=1` makes it again.

use std::{collections::BTreeSet, env, fmt::Write, fs, path::Path};

use backup_medic::{
    app::{Binding, Context, bindings},
    commands::cli::{self, examples},
    l10n::Words,
};
use clap::{Arg, Command};

use crate::process::program;

const FOLDERS: [(&str, &str); 2] = [("en", "assets/docs"), ("ru", "assets/docs/ru")];

/// What no screen of a case or of Home is without stands once, on top.
const SCREENS: [Context; 6] =
    [Context::Home, Context::Question, Context::Remedy, Context::Outcome, Context::Trail, Context::Checklist];

/// The sign before what is made, and the one behind it.
const BEFORE: (&str, &str) = ("<!-- made: ", " -->\n");
const BEHIND: &str = "<!-- end -->";

/// A page with what is made in it made again, and the names of that.
fn made_again(page: &str, make: impl Fn(&str) -> String) -> (String, Vec<String>) {
    let (mut made, mut names, mut rest) = (String::new(), Vec::new(), page);
    while let Some((before, marked)) = rest.split_once(BEFORE.0) {
        let (name, inside) = marked.split_once(BEFORE.1).expect("the sign ends its line");
        let (_, behind) = inside.split_once(BEHIND).unwrap_or_else(|| panic!("{name} has no end"));
        let _ = write!(made, "{before}{}{name}{}\n{}\n{BEHIND}", BEFORE.0, BEFORE.1, make(name));
        names.push(name.to_owned());
        rest = behind;
    }
    (made + rest, names)
}

/// What a page asks for by a name: `help`, `help TASK`, `keys CONTEXT` or `config`.
fn make(words: &Words, name: &str) -> String {
    match name.split_once(' ').unwrap_or((name, "")) {
        ("help", task) => help(words, task),
        ("keys", context) => keys(words, context),
        ("config", _) => config(words),
        _ => panic!("nobody makes {name}"),
    }
}

/// A row of two cells; what divides cells in Markdown is no text of one.
fn row(first: &str, second: &str) -> String {
    format!("| {first} | {} |\n", second.replace('|', "\\|"))
}

fn help(words: &Words, task: &str) -> String {
    let mut root = cli::described(words);
    root.build();
    let command = if task.is_empty() { &root } else { root.find_subcommand(task).expect("a task") };
    let about = command.get_about().expect("a task has words").to_string();
    let mut text = format!("{}.\n", about.trim_end_matches('.'));
    // What holds for all tasks stands with the program alone.
    let arguments: Vec<&Arg> = command.get_arguments().filter(|arg| task.is_empty() || !arg.is_global_set()).collect();
    if !arguments.is_empty() {
        let (arguments_title, meaning) =
            if words.locale() == "ru" { ("Аргумент", "Значение") } else { ("Argument", "Meaning") };
        text += &format!("\n{}| --- | --- |\n", row(arguments_title, meaning));
    }
    for arg in arguments {
        text += &row(&format!("`{}`", spelled(arg)), &arg.get_help().expect("an argument has words").to_string());
    }
    let lines: Vec<&str> = examples::of(task).collect();
    text + &format!("\n```text\n{}\n```\n", lines.join("\n"))
}

/// An argument as it is typed.
fn spelled(arg: &Arg) -> String {
    let value = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
    let Some(long) = arg.get_long() else {
        return if arg.is_required_set() { value.to_owned() } else { format!("[{value}]") };
    };
    let short = arg.get_short().map(|short| format!("-{short}, ")).unwrap_or_default();
    let value = if arg.get_action().takes_values() { format!(" {value}") } else { String::new() };
    format!("{short}--{long}{value}")
}

fn keys(words: &Words, context: &str) -> String {
    let everywhere = |binding: &&Binding| SCREENS.iter().all(|screen| binding.contexts.contains(screen));
    let screen = Context::ALL.iter().find(|known| format!("{known:?}") == context);
    let shown = screen.copied().unwrap_or(Context::Question);
    let rows: Vec<&Binding> = match screen {
        None if context == "Every" => bindings(Context::Question).filter(everywhere).collect(),
        None => panic!("there is no screen {context}"),
        Some(context) if SCREENS.contains(context) => bindings(*context).filter(|row| !everywhere(row)).collect(),
        Some(context) => bindings(*context).collect(),
    };
    let (key, does) =
        if words.locale() == "ru" { ("Клавиша", "Что она делает") } else { ("Key", "What it does") };
    let mut text = format!("{}| --- | --- |\n", row(key, does));
    for binding in rows.iter().filter(|binding| !binding.caps.is_empty()) {
        let caps = binding.all_caps(shown, true).iter().map(|caps| format!("`{caps}`")).collect::<Vec<_>>().join(", ");
        text += &row(&caps, &words.say(&format!("help-{}", binding.hint)));
    }
    text
}

/// What a person without settings sees of them.
fn config(words: &Words) -> String {
    let done = program(&["config"]).env("LANG", format!("{}.UTF-8", words.locale())).output().expect("it starts");
    let text = String::from_utf8(done.stdout).expect("output is UTF-8").replace("/nonexistent/", "~/");
    format!("```toml\n{text}```\n")
}

/// The pages of a folder with what is made in them, as it is and as it is made again.
fn pages(locale: &str, folder: &str) -> Vec<(std::path::PathBuf, String, String, Vec<String>)> {
    let words = crate::walks::said(locale);
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("there are pages").flatten();
    let paths = files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths
        .map(|path| {
            let is = fs::read_to_string(&path).expect("it is text").replace("\r\n", "\n");
            let (made, names) = made_again(&is, |name| make(&words, name));
            (path, is, made, names)
        })
        .collect()
}

#[test]
#[cfg(unix)]
fn what_the_program_says_of_itself_is_current_and_whole() {
    let root = cli::described(&crate::walks::said("en"));
    let tasks = cli::shown(&root).map(|task: &Command| format!("help {}", task.get_name()));
    let contexts = Context::ALL.iter().map(|context| format!("keys {context:?}"));
    let all: BTreeSet<String> =
        tasks.chain(contexts).chain(["help", "keys Every", "config"].map(str::to_owned)).collect();
    for (locale, folder) in FOLDERS {
        let mut named = BTreeSet::new();
        for (path, is, made, names) in pages(locale, folder) {
            named.extend(names);
            if env::var_os("UPDATE_DOCS").is_some() {
                // Another test may be reading those that stay as they are.
                let is_old = is != made;
                is_old.then(|| fs::write(&path, made).expect("the page can be written"));
            } else {
                assert_eq!(is, made, "{path:?} is not current; UPDATE_DOCS=1 makes it again");
            }
        }
        assert_eq!(named, all, "what the pages of {locale} have");
    }
}

#[test]
fn what_is_not_current_is_found() {
    let page = "a\n<!-- made: x -->\nold\n<!-- end -->\nb\n<!-- made: y z -->\n<!-- end -->\n";
    let (made, names) = made_again(page, |name| format!("[{name}]\n"));
    assert_eq!(names, ["x", "y z"]);
    assert_eq!(made, "a\n<!-- made: x -->\n\n[x]\n\n<!-- end -->\nb\n<!-- made: y z -->\n\n[y z]\n\n<!-- end -->\n");
    assert_eq!(made_again(&made, |name| format!("[{name}]\n")).0, made, "it stays as it is");
}
