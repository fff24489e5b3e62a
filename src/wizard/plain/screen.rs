//! A screen as text: its title, what explains it, what it asks or shows, and what there is to say.

use super::{
    dialogs,
    offers::{self, More},
    place, steps, trail, width,
};
use crate::{
    app::{
        Context, HomeRow, Model, Saving,
        views::{ChecklistView, HomeView},
    },
    text::{markdown, page::TextPage, sanitise, wrap::wrap},
};

/// The program's name is no word.
const NAME: &str = "Backup Medic";

/// From this width on a title begins with the program's name.
const NAMED: usize = 60;

/// A screen in its parts, in the order in which they are read: what is asked comes last.
pub(super) struct PlainScreen {
    /// What it is, and what keeps the case from being saved.
    pub(super) head: String,
    /// What explains it, and can be left away where rows are few.
    pub(super) beside: String,
    /// What it asks or shows, and what there is to say.
    pub(super) body: String,
}

impl PlainScreen {
    /// The screen that the Model shows.
    pub(super) fn of(model: &Model) -> Self {
        let new = || TextPage::new(width(model));
        let (mut head, mut beside, mut body) = (new(), new(), new());
        let title = model.words().say(&format!("plain-title-{}", name(model)));
        let named = if width(model) < NAMED { String::new() } else { format!("{NAME}: ") };
        head.verbatim(0, &format!("== {named}{title}"));
        state(model).iter().for_each(|state| head.prose(0, &model.words().say(state)));
        model.due_text().iter().for_each(|due| head.prose(0, due));
        match model.overlay() {
            Some(overlay) => dialogs::fill(&mut body, model, overlay),
            None => match model.context() {
                Context::Search | Context::Home => home(&mut body, model),
                Context::Checklist => {
                    ChecklistView::of(model).iter().for_each(|view| steps::checklist(&mut body, view));
                }
                Context::Trail => trail::fill(&mut body, model),
                _ => place::fill(&mut beside, &mut body, model),
            },
        }
        body.gap();
        model.status().iter().for_each(|status| say(&mut body, status));
        PlainScreen { head: head.text, beside: beside.text, body: body.text }
    }

    /// All of it, prompt included.
    pub(super) fn whole(&self, prompt: &str) -> String {
        let gap = if self.beside.is_empty() { "" } else { "\n" };
        sanitise::visible(&[self.head.as_str(), &self.beside, gap, &self.body, prompt].concat())
    }
}

/// The whole screen that the Model shows, prompt included; no character of it acts on a terminal.
pub fn screen(model: &Model) -> String {
    PlainScreen::of(model).whole(&offers::prompt(model, More::None))
}

/// A sentence where a line changed nothing.
pub(super) fn aside(model: &Model, id: &str) -> String {
    let mut page = TextPage::new(width(model));
    say(&mut page, &model.words().say(id));
    sanitise::visible(&page.text)
}

fn say(page: &mut TextPage, status: &str) {
    wrap(status, page.width()).iter().for_each(|line| page.verbatim(0, line));
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
        Context::Told => "told",
        Context::Help => "help",
        Context::Timeline => "timeline",
        Context::Palette => "help",
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
        let query = view.pasted.unwrap_or_else(|| markdown::code(model.home().query()));
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
            let because = model.because(problem);
            because.iter().for_each(|because| page.prose(inner, because));
            let message = words.of_problem(&entry.guide, &entry.problem, Some("message"));
            // What it was recognized by has its words already.
            let is_news = because.is_empty() && view.nothing.is_none() && !model.home().query().is_empty();
            if let Some(message) = message.filter(|_| is_news) {
                page.prose(inner, &format!("{} {message}", words.say("home-message")));
            }
        }
    }
}
