//! A command line that is still being typed: what has been given, and what comes next.

use clap::{Arg, Command};

/// What was typed before the cursor.
pub struct Typed<'a> {
    /// The task, or the whole command line where none is named yet.
    pub command: &'a Command,
    /// Values by the argument that takes them.
    pub given: Vec<(&'a str, String)>,
    /// What the last word is the beginning of.
    pub next: Next<'a>,
    /// That beginning; of `--option=value` the value alone.
    pub begun: String,
    /// What stands in the same word before it.
    pub head: String,
}

/// What the last word can be.
pub enum Next<'a> {
    /// The name of an option.
    Options,
    /// The value of an argument.
    Value(&'a Arg),
    /// A task, or what the wizard opens.
    TaskOr(&'a Arg),
    /// Nothing more is taken.
    Nothing,
}

impl<'a> Typed<'a> {
    /// Reads words, of which the last is still being typed; `root` must be built.
    pub fn read(root: &'a Command, words: &[String]) -> Self {
        let (last, before) = words.split_last().map_or(("", &[][..]), |(last, before)| (last.as_str(), before));
        let mut typed = Typed {
            command: root,
            given: Vec::new(),
            next: Next::Nothing,
            begun: last.to_owned(),
            head: String::new(),
        };
        let (mut waits, mut only_values, mut values) = (None::<&Arg>, false, 0);
        for word in before {
            if let Some(arg) = waits.take() {
                typed.given.push((arg.get_id().as_str(), word.clone()));
            } else if word == "--" && !only_values {
                only_values = true;
            } else if word.len() > 1 && word.starts_with('-') && !only_values {
                waits = typed.option(word);
            } else if let Some(task) = typed.command.find_subcommand(word).filter(|_| values == 0 && !only_values) {
                typed.command = task;
            } else {
                let arg = typed.value(values);
                typed.given.extend(arg.map(|arg| (arg.get_id().as_str(), word.clone())));
                values += 1;
            }
        }
        typed.next = match (waits, typed.value(values)) {
            (Some(arg), _) => Next::Value(arg),
            (None, _) if last.starts_with('-') && !only_values && last != "-" => typed.begun_option(last),
            (None, Some(arg)) if values == 0 && !only_values && typed.command.has_subcommands() => Next::TaskOr(arg),
            (None, Some(arg)) => Next::Value(arg),
            (None, None) => Next::Nothing,
        };
        typed
    }

    /// The last value that an argument was given; `None` where it has none.
    pub fn value_of(&self, arg: &str) -> Option<&str> {
        self.given.iter().rev().find(|(id, _)| *id == arg).map(|(_, value)| value.as_str())
    }

    /// Takes an option that is whole; answers with it where its value is the next word.
    fn option(&mut self, word: &str) -> Option<&'a Arg> {
        let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        let arg = named(self.command, name)?;
        if !arg.get_action().takes_values() {
            self.given.push((arg.get_id().as_str(), String::new()));
            return None;
        }
        let Some(value) = value else { return Some(arg) };
        self.given.push((arg.get_id().as_str(), value.to_owned()));
        None
    }

    /// The name of an option, or its value behind the name.
    fn begun_option(&mut self, word: &str) -> Next<'a> {
        let Some((name, value)) = word.split_once('=') else { return Next::Options };
        let arg = named(self.command, name).filter(|arg| arg.get_action().takes_values());
        (self.begun, self.head) = (value.to_owned(), format!("{name}="));
        arg.map_or(Next::Nothing, Next::Value)
    }

    /// The argument that the value at a place belongs to.
    fn value(&self, place: usize) -> Option<&'a Arg> {
        let many = |arg: &&Arg| arg.get_num_args().is_some_and(|count| count.max_values() > 1);
        let args = || self.command.get_positionals();
        args().nth(place).or_else(|| args().last().filter(many))
    }
}

fn named<'a>(command: &'a Command, name: &str) -> Option<&'a Arg> {
    command.get_opts().chain(command.get_arguments()).find(|arg| {
        let long = arg.get_long().is_some_and(|long| name.strip_prefix("--") == Some(long));
        long || arg.get_short().is_some_and(|short| name.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4])))
    })
}
