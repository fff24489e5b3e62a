//! Which case something belongs to that came in: a new one, or one that the person goes on with by its name.

use super::{
    Effect, Effects, Life, Model, Overlay, Screen, Session, cases,
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
    export,
    guide::{CatalogEntry, Variable},
    l10n::args,
    store::record::CaseRecord,
    text::{day, markdown::code},
};

/// What a new case begins with.
#[derive(Debug, Clone)]
enum NewCase {
    /// A problem, by its row of the catalogue, and the case that led here, whose answers it keeps.
    Problem { row: usize, known: Option<Box<OpenCase>> },
    /// The case of a file, and what is to be told of it.
    File { open: Box<OpenCase>, told: Vec<String> },
}

/// The question which case something belongs to.
#[derive(Debug, Clone)]
pub struct WhichCase {
    new: NewCase,
    /// The ids of the cases to go on with.
    cases: Vec<String>,
    /// What is to go into the case.
    pub(super) handed: Vec<Reading>,
    /// The case in view and how the evidence names another VM, where that is why it is asked.
    pub(super) other: Option<(String, Other)>,
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
                let name = model.words.title_of::<Variable>(other.variable);
                let args = args!("name" => name, "named" => codes(&other.named), "known" => codes(&other.known));
                model.words.say_with("which-other", &args)
            }
            None => model.words.say(match self.new {
                NewCase::Problem { .. } => "which-text",
                NewCase::File { .. } => "which-file",
            }),
        }
    }

    /// The answers, a new case first.
    pub fn answers(&self, model: &Model) -> Vec<String> {
        let label = |id: &String| {
            let label = model.which_case(id);
            let stays = self.other.as_ref().is_some_and(|(current, _)| current == id);
            if stays { format!("{label}. {}", model.words.say("which-answers-only")) } else { label }
        };
        let new = match self.new {
            NewCase::Problem { .. } => "which-new",
            NewCase::File { .. } => "which-new-file",
        };
        [model.words.say(new)].into_iter().chain(self.cases.iter().map(label)).collect()
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
            let new = NewCase::Problem { row, known };
            let which = WhichCase { new, cases, handed, other: None, selected: 0 };
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
        let Some((life, case)) = self.known_cases().find(|(life, _)| life.id == id) else { return String::new() };
        let time = |moment: &str| day::seconds(moment).map(|moment| args!("time" => self.local(moment)));
        let group = case.variables.get("resource-group").map(|names| args!("group" => codes(names)));
        let changed = time(&life.changed).filter(|_| life.changed != life.opened);
        let closed = life.closed.then(|| args!("time" => ""));
        let say = |id, args: Option<_>| args.map(|args| self.words.say_with(id, &args));
        let details = [
            say("which-group", group),
            say("which-started", time(&life.opened)),
            say("which-changed", changed),
            say("which-closed", closed),
        ];
        let details: Vec<String> = details.into_iter().flatten().collect();
        let args = args!("case" => code(&self.case_title(case)), "details" => details.join("; "));
        self.words.say_with(if details.is_empty() { "which-go-on" } else { "which-go-on-details" }, &args)
    }

    /// Whether a case was changed after all others that are not closed.
    pub fn is_last(&self, session: &Session) -> bool {
        let others = self.known_cases().filter(|(life, _)| life.id != session.life.id && !life.closed);
        others.into_iter().all(|(life, _)| life.changed < session.life.changed)
    }

    /// Every case that is open here or kept.
    fn known_cases(&self) -> impl Iterator<Item = (Life, &Case)> {
        let open = self.sessions.iter().map(|session| (session.life.clone(), &session.open.case));
        let kept = self.kept().map(|saved| {
            let CaseRecord { id, opened, changed, closed, case } = saved;
            (Life { id: id.clone(), opened: opened.clone(), changed: changed.clone(), closed: *closed }, case)
        });
        open.chain(kept)
    }

    /// The ids of the cases that the case of a file may be: of the same problem, and of no other VM; and the one that it is, as
    /// far as a file tells all.
    fn cases_like(&self, case: &Case) -> (Vec<String>, Option<String>) {
        let is_of_other = |known: &Case| {
            let named = |case: &Case| case.variables.get("vm").cloned().unwrap_or_default();
            !named(case).is_empty() && !named(known).is_empty() && !apply::names(known, &named(case))
        };
        let like = self
            .known_cases()
            .filter(|(_, known)| (&known.guide, &known.problem) == (&case.guide, &case.problem) && !is_of_other(known));
        let like: Vec<_> = like.collect();
        let same = like.iter().find(|(_, known)| export::is_copy(case, known));
        let same = same.map(|(life, _)| life.id.clone());
        (like.into_iter().map(|(life, _)| life.id).collect(), same)
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
    let new = NewCase::Problem { row, known: None };
    let named = |case: &Case| apply::names(case, &other.named);
    let mut cases = model.cases_of(&model.catalog.entries[row], named);
    cases.retain(|case| *case != id);
    cases.push(id.clone());
    model.overlays.push(Overlay::WhichCase(WhichCase { new, cases, handed, other: Some((id, other)), selected: 0 }));
}

/// A case came from a file. The same one that is kept is gone on with; where one may be the same, the person says which.
pub(super) fn imported(model: &mut Model, open: OpenCase, told: Vec<String>) -> Effects {
    let (like, same) = model.cases_like(&open.case);
    if let Some(id) = same.filter(|_| told.is_empty()) {
        say(model, "file-kept");
        return reach(model, id, Vec::new());
    }
    if like.is_empty() {
        cases::imported(model, open, told);
        return Effects::none();
    }
    let new = NewCase::File { open: Box::new(open), told };
    model.overlays.push(Overlay::WhichCase(WhichCase {
        new,
        cases: like,
        handed: Vec::new(),
        other: None,
        selected: 0,
    }));
    Effects::none()
}

/// Takes the selected answer.
pub(super) fn choose(model: &mut Model) -> Effects {
    let Some(Overlay::WhichCase(WhichCase { new, cases, handed, other, selected })) = model.overlays.pop() else {
        return Effects::none();
    };
    model.scroll = None;
    let Some(id) = selected.checked_sub(1).map(|at| cases[at].clone()) else {
        begin(model, new, handed);
        return Effects::none();
    };
    if let Some((_, other)) = other.filter(|(current, _)| *current == id) {
        handing::confirmed(model, handed, &other);
        return Effects::none();
    }
    reach(model, id, handed)
}

/// Begins the new case, with what goes into it.
fn begin(model: &mut Model, new: NewCase, handed: Vec<Reading>) {
    match new {
        NewCase::File { open, told } => cases::imported(model, *open, told),
        NewCase::Problem { row, known } => {
            if let Err(failure) = model.begin(row, known.as_deref()) {
                return refuse(model, &failure);
            }
        }
    }
    handing::along(model, handed);
}

/// Shows a case that is open here or kept, with what goes into it.
fn reach(model: &mut Model, id: String, handed: Vec<Reading>) -> Effects {
    let Some(at) = model.sessions.iter().position(|session| session.life.id == id) else {
        model.arriving = Some((id.clone(), handed));
        return Effect::OpenCase(id).into();
    };
    model.current = Some(at);
    go(model, Screen::Place);
    handing::along(model, handed);
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
    if matches!(which.new, NewCase::File { .. }) {
        say(model, "file-left-out");
    } else if !which.handed.is_empty() {
        say(model, "evidence-left-out");
    }
}
