//! A screen as text: its title, what the Model shows, what there is to say, and the prompt.

use super::{WIDTH, dialogs, offers, place, steps, trail};
use crate::{
    app::{
        Context, HomeRow, Model, Overlay, Saving,
        views::{ChecklistView, HomeView},
    },
    text::{markdown, page::TextPage, sanitise, wrap::wrap},
};

/// The program's name is no word.
const NAME: &str = "Backup Medic";

/// The screen that the Model shows, prompt included; no character of it acts on a terminal.
pub fn screen(model: &Model) -> String {
    let mut page = TextPage::new(WIDTH);
    let title = model.words().say(&format!("plain-title-{}", name(model)));
    page.verbatim(0, &format!("== {NAME}: {title}"));
    if let Some(state) = state(model) {
        page.prose(0, &model.words().say(state));
    }
    model.due_text().iter().for_each(|due| page.prose(0, due));
    match model.overlay() {
        Some(overlay) => dialogs::fill(&mut page, model, overlay),
        None => match model.context() {
            Context::Search | Context::Home => home(&mut page, model),
            Context::Checklist => {
                ChecklistView::of(model).iter().for_each(|view| steps::checklist(&mut page, view));
            }
            Context::Trail => trail::fill(&mut page, model),
            _ => place::fill(&mut page, model),
        },
    }
    page.gap();
    with_prompt(page, model, model.status())
}

/// A sentence and the prompt again, where a line changed nothing.
pub(super) fn aside(model: &Model, id: &str) -> String {
    with_prompt(TextPage::new(WIDTH), model, Some(&model.words().say(id)))
}

fn with_prompt(mut page: TextPage, model: &Model, status: Option<&str>) -> String {
    if let Some(status) = status {
        wrap(status, WIDTH).iter().for_each(|line| page.verbatim(0, line));
    }
    sanitise::visible(&(page.text + &offers::prompt(model)))
}

/// What keeps the case from being saved; that it is saved goes without saying.
fn state(model: &Model) -> Option<&'static str> {
    let read_only = model.session().is_some_and(|session| session.read_only);
    let failing = matches!(model.saving(), Saving::Failing(_));
    read_only.then_some("saving-read-only").or(failing.then_some("saving-failing"))
}

fn name(model: &Model) -> &'static str {
    match model.context() {
        Context::Search | Context::Home => "home",
        Context::Question => "question",
        Context::Remedy => "remedy",
        Context::Outcome => "outcome",
        Context::Trail => "trail",
        Context::Checklist => "checklist",
        Context::Collect => "collect",
        Context::Export => "export",
        Context::Variables => "variables",
        Context::Languages => "languages",
        Context::Help if matches!(model.overlay(), Some(Overlay::Told(_))) => "told",
        Context::Help => "help",
        Context::Timeline => "timeline",
        Context::Field => "field",
        Context::Confirm => "confirm",
        Context::WhichCase => "which-case",
    }
}

/// The open cases and the problems, by category or by how well they fit what was looked for.
fn home(page: &mut TextPage, model: &Model) {
    let (words, view) = (model.words(), HomeView::of(model));
    if !model.home().query().is_empty() {
        let count = view.count.map(|count| format!(" ({count})"));
        let query = markdown::code(model.home().query());
        page.prose(0, &format!("{} {query}{}", words.say("home-search"), count.unwrap_or_default()));
    }
    view.nothing.iter().for_each(|nothing| page.prose(0, nothing));
    for (at, row) in view.rows.iter().enumerate() {
        row.heading.iter().for_each(|heading| page.prose(0, heading));
        let lead = format!("{}  ", at + 1);
        let inner = 2 + lead.len();
        let tail = row.tail.as_ref().map(|tail| format!(" ({tail})"));
        let title = markdown::code(&row.title);
        page.hanging(2, &lead, &(title + &tail.unwrap_or_default()));
        row.state.iter().for_each(|state| page.prose(inner, &markdown::code(state)));
        row.note.iter().for_each(|(label, note)| page.prose(inner, &format!("{label} {}", markdown::code(note))));
        row.why.iter().for_each(|why| page.prose(inner, &markdown::code(why)));
        if let HomeRow::Problem(problem) = row.row {
            let entry = &model.catalog().entries[problem];
            entry.azure_code().iter().for_each(|code| page.verbatim(inner, code));
            model.because(problem).iter().for_each(|because| page.prose(inner, because));
            let message = words.of_problem(&entry.guide, &entry.problem, Some("message"));
            if let Some(message) = message.filter(|_| view.nothing.is_none() && !model.home().query().is_empty()) {
                page.prose(inner, &format!("{} {message}", words.say("home-message")));
            }
        }
    }
}
