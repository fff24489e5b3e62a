//! A screen as text: its title, what the Model shows, what there is to say, and the prompt.

use super::{WIDTH, dialogs, offers, place, steps, trail};
use crate::{
    app::{Context, HomeRow, Model, Overlay, Saving, views::ChecklistView},
    l10n::args,
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
        Context::Export => "export",
        Context::Variables => "variables",
        Context::Languages => "languages",
        Context::Help if matches!(model.overlay(), Some(Overlay::Told(_))) => "told",
        Context::Help => "help",
        Context::Field => "field",
        Context::Confirm => "confirm",
        Context::WhichCase => "which-case",
    }
}

/// The open cases and the problems, by category or by how well they fit what was looked for.
fn home(page: &mut TextPage, model: &Model) {
    let words = model.words();
    let searched = !model.home().query().is_empty();
    let mut category = None;
    if searched {
        let query = markdown::code(model.home().query());
        page.prose(0, &format!("{} {query}", words.say("home-search")));
    }
    for (at, row) in model.rows().into_iter().enumerate() {
        let lead = format!("{}  ", at + 1);
        if at == 0 && !matches!(row, HomeRow::Problem(_)) {
            page.prose(0, &words.say("home-cases"));
        }
        match row {
            HomeRow::Case(case) => {
                let session = &model.sessions()[case];
                let progress = session.open.checklist.progress(&session.open.guide);
                let counts = args!("done" => progress.marked, "all" => progress.steps);
                let tail = (progress.steps > 0).then(|| format!(" ({})", words.say_with("header-progress", &counts)));
                let title = markdown::code(&model.case_title(&session.open.case));
                page.hanging(2, &lead, &(title + &tail.unwrap_or_default()));
            }
            HomeRow::Kept(kept) => {
                let saved = &model.kept()[kept];
                let title = markdown::code(&model.case_title(&saved.case));
                page.hanging(2, &lead, &format!("{title} ({})", model.case_state(saved)));
            }
            HomeRow::Problem(problem) => {
                let entry = &model.catalog().entries[problem];
                if !searched && category != Some(&entry.category) {
                    category = Some(&entry.category);
                    page.prose(0, &words.title("category", &entry.category));
                }
                page.hanging(2, &lead, &words.entry_title(entry));
                page.verbatim(2 + lead.len(), &entry.code);
                model.because(problem).iter().for_each(|because| page.prose(2 + lead.len(), because));
                let message = words.of_problem(&entry.guide, &entry.problem, Some("message"));
                if let Some(message) = message.filter(|_| searched) {
                    page.prose(2 + lead.len(), &format!("{} {message}", words.say("home-message")));
                }
            }
        }
    }
    if model.rows().is_empty() {
        page.prose(0, &words.say("home-nothing"));
    }
}
