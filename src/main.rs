//! The edge of the program: arguments in, a task run, its answer or its error written, an exit code out.

use std::{
    io::{self, Write},
    mem::ManuallyDrop,
    panic,
    path::PathBuf,
    process::{self, ExitCode},
    rc::Rc,
};

use backup_medic::{
    commands::{
        self, Reply, TaskContext,
        cli::{self, Cli, Task, about},
        config,
    },
    data::{Files, builtin},
    error::{Error, ExitStatus},
    l10n::{self, Words},
    library::{self, Library},
    machine::{env::Env, files, pager, streams, temporary},
    settings::Settings,
    store::writer,
    wizard::{
        plain,
        start::Start,
        tui::{self, StandardInput},
    },
};

/// The guides to use, and why those that were asked for are not used.
fn guides(cli: &Cli) -> (Files, Option<Error>) {
    match cli.global.guides.as_deref().map(files::read_folder) {
        None => (builtin::embedded(), None),
        Some(Ok(own)) => {
            // What would act on a terminal is looked for here, so that no screen, task or export has to.
            let is_check = matches!(cli.command, Some(Task::Check { .. }));
            let acting = if is_check { Vec::new() } else { l10n::lint::acting(&own) };
            (library::around(&own), (!acting.is_empty()).then_some(Error::Guide { diagnostics: acting }))
        }
        Some(Err(failure)) => (builtin::embedded(), Some(failure)),
    }
}

fn main() -> ExitCode {
    end_with_a_panic();
    // A write beyond the limit of a file's size then fails as it does on a full disk.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    let mut env = Env::read();
    let cli = match cli::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => return explain(&error, &env),
    };
    if let (true, Ok(Some((columns, rows)))) = (env.stdout_tty, tui::known_size()) {
        env.size = (Some(columns), Some(rows));
    }
    let (files, refused) = guides(&cli);
    let is_script = cli.command.as_ref().is_some_and(|task| !matches!(task, Task::Resume { .. } | Task::Config));
    let (settings, wrong) = match config::settings(&cli.global, is_script, &env) {
        Ok(settings) => (settings, None),
        Err(failure) => (Settings::default(), Some(failure)),
    };
    let refused = refused.or(wrong).or_else(|| unknown_locale(&settings, &files));
    let files = Rc::new(files);
    // What was refused does not tell of itself in its own words.
    let said = if refused.is_some() { Rc::new(builtin::embedded()) } else { Rc::clone(&files) };
    let words = Rc::new(words(said, settings.value("locale"), &env));
    let refused = refused.or_else(|| cli.conflict());
    // Nobody is to paste a case that is then not taken.
    let piped = if refused.is_none() { piped_case(&cli, &mut env, &words) } else { None };
    let library = Rc::new(Library::new(files));
    let context = TaskContext { library, words, global: &cli.global, env: &env, settings: &settings };
    // The process ends with it: nobody need wait until each word is freed.
    let context = ManuallyDrop::new(context);
    let done = match (refused, cli.command) {
        (Some(failure), _) => Err(failure),
        (None, Some(Task::Resume { case, plain, evidence })) => {
            let start = piped.map_or(Ok(Start::Case(case)), |text| text.map(Start::Piped));
            let evidence = [cli.evidence, evidence].concat();
            start.and_then(|start| wizard(&context, cli.plain || plain, start, &evidence))
        }
        (None, Some(task)) => {
            if task.reads_standard_input() {
                tell_of_wait(&env, &context.words);
            }
            commands::run(task, &context).and_then(|reply| deliver(reply, Some(&*context)))
        }
        (None, None) if cli.demo => demo(&context, cli.plain),
        (None, None) => wizard(&context, cli.plain, cli.code.map_or(Start::Home, Start::Code), &cli.evidence),
    };
    done.unwrap_or_else(|failure| {
        let text = commands::explain(&failure, &context);
        let _ = io::stderr().write_all(text.as_bytes());
        ExitCode::from(failure.status() as u8)
    })
}

/// Says that it waits for input, so that it does not look stuck.
fn tell_of_wait(env: &Env, words: &Words) {
    if env.stdin_tty {
        let _ = writeln!(io::stderr(), "{}", words.say("match-waits"));
    }
}

/// The exported file that comes on standard input, which is the keyboard from then on; `None` where none is asked for.
fn piped_case(cli: &Cli, env: &mut Env, words: &Words) -> Option<Result<String, Error>> {
    let Some(Task::Resume { case, plain, .. }) = &cli.command else { return None };
    if case != "-" {
        return None;
    }
    tell_of_wait(env, words);
    let is_read = |text| {
        // A Windows console shows what is typed in lines to standard input alone.
        let is_lines = cfg!(windows) && (*plain || cli.plain);
        let taken = if is_lines { Err(io::ErrorKind::Unsupported.into()) } else { streams::take_keyboard() };
        env.stdin_tty = taken.is_ok();
        taken.map(|()| text).map_err(|_| Error::NoKeyboard)
    };
    Some(files::read("-".as_ref()).and_then(is_read))
}

/// A panic on any thread saves what can be saved, tells its place and what to send, and ends the process; nothing is
/// unwound.
fn end_with_a_panic() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        writer::end();
        temporary::remove();
        tell(panic);
        let env = Env::read();
        let asked = cli::asked("--locale", std::env::args_os());
        let words = words(Rc::new(builtin::embedded()), asked.as_deref(), &env);
        let _ = io::stderr().write_all(about::defect(&words, about::ADDRESS, &env.term).as_bytes());
        #[allow(clippy::exit, reason = "a panic has nowhere to return to")]
        process::exit(101);
    }));
}

/// Runs the wizard; a terminal that obeys no commands gets it line by line, as it does where that is asked for.
fn wizard(context: &TaskContext<'_>, plain: bool, start: Start, evidence: &[PathBuf]) -> Result<ExitCode, Error> {
    let plain = plain || context.env.term == "dumb";
    talk(context, plain, start, evidence).map(|()| ExitCode::SUCCESS)
}

fn talk(context: &TaskContext<'_>, plain: bool, start: Start, evidence: &[PathBuf]) -> Result<(), Error> {
    if plain {
        let typed = context.env.stdin_tty;
        let mut input = StandardInput::open(typed).map_err(|error| Error::unreadable("-".as_ref(), &error))?;
        let env = context.env;
        let size = || console_size(env);
        plain::run(context, start, evidence, &size, &mut input, &mut io::stdout().lock())
    } else {
        tui::run(context, start, evidence)
    }
}

/// How much the console shows where a person sits at both ends of it; a serial line does not know how much that is.
fn console_size(env: &Env) -> Option<(u16, u16)> {
    let told = || Some((env.size.0?, env.size.1?));
    let size = || tui::known_size().ok().map(|known| known.or_else(told).unwrap_or((80, 24)));
    if env.stdin_tty && env.stdout_tty { size() } else { None }
}

/// Runs the wizard in a made case; what was exported there is shown, and then nothing is left of it.
fn demo(context: &TaskContext<'_>, plain: bool) -> Result<ExitCode, Error> {
    let plain = plain || context.env.term == "dumb";
    let done = talk(context, plain, Start::Demo(if plain { "demo-lines" } else { "demo" }), &[]);
    let exported = temporary::texts();
    temporary::remove();
    done?;
    let notice = format!("{}\n", context.words.say("demo-end"));
    deliver(Reply { data: exported.concat(), notice, ..Reply::default() }, None)
}

/// A language that was asked for and has no words.
fn unknown_locale(settings: &Settings, files: &Files) -> Option<Error> {
    let (asked, known) = (settings.value("locale")?, l10n::available(files));
    if l10n::knows(asked, &known) { None } else { settings.refuse("locale", &known) }
}

/// The person's language: the one asked for, else the environment's, as far as there are words.
fn words(files: Rc<Files>, asked: Option<&str>, env: &Env) -> Words {
    let wishes: Vec<String> = asked.map(str::to_owned).into_iter().chain(env.locales.iter().cloned()).collect();
    let locale = l10n::negotiate(&wishes, &l10n::available(&files));
    Words::new(files, &locale)
}

/// Writes what a task answered, where it can be long with the task's words; a reader that left early is no error.
fn deliver(mut reply: Reply, context: Option<&TaskContext<'_>>) -> Result<ExitCode, Error> {
    if let Some((path, text, force)) = &reply.file {
        files::write(path, text, *force)?;
    }
    let context = context.filter(|context| reply.is_to_read && context.env.pages && context.env.term != "dumb");
    let size = context.and_then(|context| Some((context, console_size(context.env)?)));
    let written = match size {
        Some((context, size)) => {
            let prompt = context.words.say("cli-page") + " ";
            pager::show(&reply.data, size, &prompt, &mut io::stdin().lock(), &mut io::stdout())
        }
        None => print(&mut reply),
    };
    match written {
        Err(error) if !streams::reader_has_left(&error) => return Err(Error::stdout(&error)),
        _ => {}
    }
    let _ = io::stderr().write_all(reply.notice.as_bytes());
    Ok(if reply.no { ExitCode::from(ExitStatus::No as u8) } else { ExitCode::SUCCESS })
}

/// Prints the data, and then its parts one by one.
fn print(reply: &mut Reply) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(reply.data.as_bytes())?;
    for part in reply.parts.take().into_iter().flat_map(|parts| parts.0) {
        out.write_all(part.as_bytes())?;
    }
    out.flush()
}

/// Help, the version, or what is wrong with the arguments, in the person's language.
fn explain(error: &clap::Error, env: &Env) -> ExitCode {
    if error.kind() == clap::error::ErrorKind::DisplayVersion {
        return deliver(Reply { data: error.to_string(), ..Reply::default() }, None).unwrap_or(ExitCode::FAILURE);
    }
    let asked = cli::asked("--locale", std::env::args_os());
    let words = words(Rc::new(builtin::embedded()), asked.as_deref(), env);
    let is_styled = commands::is_colored(cli::asked_color(std::env::args_os()), env, env.stdout_tty);
    let (text, is_error) = cli::explain(error, std::env::args_os(), &words, is_styled, commands::near_name);
    if is_error {
        let _ = io::stderr().write_all(text.as_bytes());
        return ExitCode::from(ExitStatus::Input as u8);
    }
    deliver(Reply { data: text, ..Reply::default() }, None).unwrap_or(ExitCode::FAILURE)
}
