//! Which case something belongs to that came in: a new one, or one that the person goes on with by its name.

use super::{
    Effect, Effects, Model, Overlay, Screen, Session,
    focus::{go, refuse, say},
    handing,
};
use crate::{
    case::{Case, open::OpenCase},
    error::Error,
    evidence::{
        Reading,
        apply::{self, Other},
    },
    guide::CatalogEntry,
    l10n::args,
    text::{day, markdown::code},
};

/// The question which case something belongs to.
#[derive(Debug, Clone)]
pub struct WhichCase {
    /// The problem, by its row of the catalogue.
    row: usize,
    /// The ids of the cases to go on with.
    cases: Vec<String>,
    /// What is to go into the case.
    pub(super) handed: Vec<Reading>,
    /// The case in view and how the evidence names another VM, where that is why it is asked.
    pub(super) other: Option<(String, Other)>,
    /// The case that led here, whose answers a new one keeps.
    known: Option<Box<OpenCase>>,
    /// A new case, then the others.
    pub selected: usize,
}

impl WhichCase {
    /// How many answers there are.
    pub(super) fn rows(&self) -> usize {
        1 + self.cases.len()
    }

    /// Why it is asked.
    pub fn reason(&self, model: &Model) -> String {
        match &self.other {
            Some((_, other)) => {
                let args = args!("named" => codes(&other.named), "known" => codes(&other.known));
                model.words.say_with("which-other", &args)
            }
            None => model.words.say("which-text"),
        }
    }

    /// The answers, a new case first.
    pub fn answers(&self, model: &Model) -> Vec<String> {
        let label = |id: &String| {
            let label = model.which_case(id);
            let stays = self.other.as_ref().is_some_and(|(current, _)| current == id);
            if stays { format!("{label}. {}", model.words.say("which-answers-only")) } else { label }
        };
        [model.words.say("which-new")].into_iter().chain(self.cases.iter().map(label)).collect()
    }
}

impl Model {
    /// Opens a problem: at once where no case of it is open or kept, else the person says which case is meant.
    ///
    /// # Errors
    /// A guide with defects.
    pub(super) fn open(&mut self, row: usize) -> Result<(), Error> {
        let sought = self.sought.take();
        let known = self.sessions.iter().find(|session| sought.as_ref() == Some(&session.life.id));
        let known = known.map(|session| Box::new(session.open.clone()));
        self.open_knowing(row, known)
    }

    /// The same for the problem to which the case in view leads: a new case of it keeps what that one knows.
    pub(super) fn follow(&mut self, row: usize) -> Result<(), Error> {
        let known = self.session().map(|session| Box::new(session.open.clone()));
        self.open_knowing(row, known)
    }

    fn open_knowing(&mut self, row: usize, known: Option<Box<OpenCase>>) -> Result<(), Error> {
        let handed = std::mem::take(&mut self.home.handed);
        let cases = self.cases_of(&self.catalog.entries[row], |_| true);
        if cases.is_empty() {
            self.begin(row, known.as_deref())?;
            handing::along(self, handed);
        } else {
            let which = WhichCase { row, cases, handed, other: None, known, selected: 0 };
            self.overlays.push(Overlay::WhichCase(which));
        }
        self.scroll = None;
        Ok(())
    }

    /// The ids of the cases of a problem, the open ones first.
    fn cases_of(&self, entry: &CatalogEntry, is: impl Fn(&Case) -> bool) -> Vec<String> {
        let open = self.sessions.iter().map(|session| (&session.life.id, &session.open.case));
        let kept = self.kept().filter(|saved| !saved.closed).map(|saved| (&saved.id, &saved.case));
        let same = |case: &Case| {
            let code = !entry.named || case.code == entry.code;
            case.guide == entry.guide && case.problem == entry.problem && code && is(case)
        };
        open.chain(kept).filter(|(_, case)| same(case)).map(|(id, _)| id.clone()).collect()
    }

    /// A case to go on with: its title, and what tells it from another one with the same title.
    fn which_case(&self, id: &str) -> String {
        let open = self.sessions.iter().map(|session| (&session.life.id, &session.life.opened, &session.open.case));
        let kept = self.kept().map(|saved| (&saved.id, &saved.opened, &saved.case));
        let Some((_, opened, case)) = open.chain(kept).find(|(known, ..)| *known == id) else { return String::new() };
        let group = case.variables.get("resource-group").map(|names| args!("group" => codes(names)));
        let started = day::seconds(opened).map(|opened| args!("time" => self.local(opened)));
        let say = |id, args: Option<_>| args.map(|args| self.words.say_with(id, &args));
        let details: Vec<String> =
            [say("which-group", group), say("which-started", started)].into_iter().flatten().collect();
        let args = args!("case" => code(&self.case_title(case)), "details" => details.join("; "));
        self.words.say_with(if details.is_empty() { "which-go-on" } else { "which-go-on-details" }, &args)
    }

    /// What is to go into a case that the edge opens now.
    fn arrived(&mut self, id: &str) -> Vec<Reading> {
        match self.arriving.take() {
            Some((expected, handed)) if expected == id => handed,
            _ => Vec::new(),
        }
    }
}

/// Asks which case evidence belongs to that names another VM than the case in view.
pub(super) fn ask(model: &mut Model, handed: Vec<Reading>, other: Other) {
    let Some(Session { life, open, .. }) = model.session() else { return };
    let (id, code) = (life.id.clone(), open.case.code.clone());
    let Some(row) = model.catalog.entries.iter().position(|entry| entry.code == code) else { return };
    let named = |case: &Case| apply::names(case, &other.named);
    let mut cases = model.cases_of(&model.catalog.entries[row], named);
    cases.retain(|case| *case != id);
    cases.push(id.clone());
    model.overlays.push(Overlay::WhichCase(WhichCase {
        row,
        cases,
        handed,
        other: Some((id, other)),
        known: None,
        selected: 0,
    }));
}

/// Takes the selected answer.
pub(super) fn choose(model: &mut Model) -> Effects {
    let Some(Overlay::WhichCase(WhichCase { row, cases, handed, other, known, selected })) = model.overlays.pop()
    else {
        return Effects::none();
    };
    model.scroll = None;
    let Some(id) = selected.checked_sub(1).map(|at| cases[at].clone()) else {
        match model.begin(row, known.as_deref()) {
            Ok(()) => handing::along(model, handed),
            Err(failure) => refuse(model, &failure),
        }
        return Effects::none();
    };
    if other.is_some_and(|(current, _)| current == id) {
        handing::confirmed(model, &handed);
    } else if let Some(at) = model.sessions.iter().position(|session| session.life.id == id) {
        model.current = Some(at);
        go(model, Screen::Place);
        handing::along(model, handed);
    } else {
        model.arriving = Some((id.clone(), handed));
        return Effect::OpenCase(id).into();
    }
    Effects::none()
}

/// The edge opened a case, so what waited for it goes in.
pub(super) fn arrive(model: &mut Model, id: &str) {
    let handed = model.arrived(id);
    handing::along(model, handed);
}

fn codes(names: &[String]) -> String {
    names.iter().map(|name| code(name)).collect::<Vec<_>>().join(", ")
}

/// The question was closed: what came in goes nowhere.
pub(super) fn dropped(model: &mut Model, which: &WhichCase) {
    if !which.handed.is_empty() {
        say(model, "evidence-left-out");
    }
}
