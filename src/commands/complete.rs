//! `complete`: what can follow on a command line, for the scripts that `completions` prints.

use clap::{Arg, ArgAction, Command};

use super::{
    Reply, TaskContext, cases,
    cli::{
        self,
        typed::{Next, Typed},
    },
};
use crate::{
    case::{UNSURE, open::OpenCase, reachable::Reachable},
    guide::{Id, QuestionKind, Variable},
    l10n::{self, GuideText},
    store::{self, Store, record::CaseRecord},
    text::{markdown, sanitise},
};

/// What a shell looks up by itself.
const FILES: &str = ":files";
const FOLDERS: &str = ":folders";

/// What can be typed, and what it means.
type Candidate = (String, String);

pub(super) fn run(context: &TaskContext<'_>, words: &[String]) -> Reply {
    let mut command = cli::described(&context.words);
    command.build();
    let typed = Typed::read(&command, words);
    let offers = match typed.next {
        Next::Options => options(&typed),
        Next::Value(arg) if arg.get_id() == "task" => tasks(&command),
        Next::Value(arg) => values(context, &typed, arg),
        // Codes are many, and tasks are what a person looks for who has typed nothing.
        Next::TaskOr(_) if typed.begun.is_empty() => tasks(&command),
        Next::TaskOr(arg) => tasks(&command).into_iter().chain(values(context, &typed, arg)).collect(),
        Next::Nothing => Vec::new(),
    };
    let fitting = fitting(&offers, &typed.begun);
    let line = |(value, about): &&Candidate| {
        let head = if value.starts_with(':') { "" } else { &typed.head };
        let about = sanitise::visible_line(about.lines().next().unwrap_or_default());
        format!("{head}{}\t{about}\n", sanitise::visible_line(value))
    };
    Reply { data: fitting.iter().map(line).collect(), ..Reply::default() }
}

/// Those that begin as typed; else in any case, since otherwise a shell would take back what it typed in common.
fn fitting<'a>(offers: &'a [Candidate], begun: &str) -> Vec<&'a Candidate> {
    let (looked_up, named): (Vec<&Candidate>, Vec<&Candidate>) =
        offers.iter().partition(|(value, _)| value.starts_with(':'));
    let exact: Vec<&Candidate> = named.iter().filter(|(value, _)| value.starts_with(begun)).copied().collect();
    let begun = begun.to_lowercase();
    let any_case = || named.into_iter().filter(|(value, _)| value.to_lowercase().starts_with(&begun)).collect();
    let found: Vec<&Candidate> = if exact.is_empty() { any_case() } else { exact };
    // Files are for what is none of the names.
    if found.is_empty() { looked_up } else { found }
}

/// The names of options that can still be given.
fn options(typed: &Typed<'_>) -> Vec<Candidate> {
    let again =
        |arg: &Arg| matches!(arg.get_action(), ArgAction::Append) || typed.value_of(arg.get_id().as_str()).is_none();
    let shown = typed.command.get_arguments().filter(|arg| !arg.is_hide_set() && again(arg));
    shown.filter_map(|arg| Some((format!("--{}", arg.get_long()?), about(arg.get_help())))).collect()
}

fn tasks(root: &Command) -> Vec<Candidate> {
    cli::shown(root).map(|task| (task.get_name().to_owned(), about(task.get_about()))).collect()
}

fn about(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// What an argument takes.
fn values(context: &TaskContext<'_>, typed: &Typed<'_>, arg: &Arg) -> Vec<Candidate> {
    let named = arg.get_possible_values();
    if !named.is_empty() {
        return named.iter().map(|value| (value.get_name().to_owned(), String::new())).collect();
    }
    let alone = |what: &str| vec![(what.to_owned(), String::new())];
    match arg.get_id().as_str() {
        "code" | "collect" => codes(context),
        "exported" => [codes(context), kept(context), alone(FILES)].concat(),
        "resume" => [last(context), kept(context), alone(FILES)].concat(),
        "before" | "now" => [kept(context), alone(FILES)].concat(),
        "case" => kept(context),
        "locale" => l10n::available(context.library.files()).iter().flat_map(|locale| alone(locale)).collect(),
        "answer" => opened(context, typed).map(|open| answers(context, typed, &open)).unwrap_or_default(),
        "var" => opened(context, typed).map(|open| variables(context, &open)).unwrap_or_default(),
        "dir" | "guides" | "data_dir" | "out" => alone(FOLDERS),
        "file" | "files" | "evidence" | "answers" | "output" | "config" => alone(FILES),
        _ => Vec::new(),
    }
}

fn codes(context: &TaskContext<'_>) -> Vec<Candidate> {
    let entries = context.library.catalog().map(|catalog| catalog.entries.as_slice()).unwrap_or_default();
    let title = |entry| markdown::plain(&context.words.entry_title(entry));
    entries.iter().map(|entry| (entry.code.clone(), title(entry))).collect()
}

fn kept(context: &TaskContext<'_>) -> Vec<Candidate> {
    cases_kept(context).into_iter().map(|saved| (saved.id, saved.case.code)).collect()
}

fn cases_kept(context: &TaskContext<'_>) -> Vec<CaseRecord> {
    context.cases().map(|folder| Store::open(folder).list().0).unwrap_or_default()
}

/// The word for the case that was changed last, where there is one, and the code of that.
fn last(context: &TaskContext<'_>) -> Vec<Candidate> {
    let cases = cases_kept(context);
    store::last(&cases).map(|saved| (store::LAST.to_owned(), saved.case.code.clone())).into_iter().collect()
}

/// The problem or the case that the line is about.
fn opened(context: &TaskContext<'_>, typed: &Typed<'_>) -> Option<OpenCase> {
    let name = ["code", "exported", "collect"].iter().find_map(|arg| typed.value_of(arg))?;
    let problem = context.open(name).map(|opened| opened.open).ok();
    problem.or_else(|| cases::kept(context, name)?.ok().map(|(open, _)| open))
}

/// The places of the answers of a problem, or the options of the place that is named.
fn answers(context: &TaskContext<'_>, typed: &Typed<'_>, open: &OpenCase) -> Vec<Candidate> {
    let text = GuideText::new(&context.words, &open.guide, &open.case);
    let reach = Reachable::from_problem(&open.guide, open.problem);
    let key = typed.begun.split_once('=').map(|(key, _)| key);
    let mut offers = Vec::new();
    for place in &reach.places {
        let (question, at) = (&open.guide[place.ask.question], &place.ask.key);
        if key.is_none() {
            offers.push((format!("{at}="), markdown::plain(&text.title(question))));
        } else if key == Some(at) {
            let words = |option| text.part(question, &format!("option-{option}")).unwrap_or_default();
            let unsure = (question.kind == QuestionKind::State).then_some(UNSURE);
            let options = question.options.iter().map(String::as_str).chain(unsure);
            offers.extend(options.map(|option| (format!("{at}={option}"), markdown::plain(&words(option)))));
        }
    }
    offers
}

fn variables(context: &TaskContext<'_>, open: &OpenCase) -> Vec<Candidate> {
    let text = GuideText::new(&context.words, &open.guide, &open.case);
    let named = Reachable::from_problem(&open.guide, open.problem).variables;
    let offer = |id: &Id<Variable>| {
        let name = &open.guide[*id].id;
        (format!("{name}="), markdown::plain(&text.title_of::<Variable>(name)))
    };
    named.iter().map(offer).collect()
}
