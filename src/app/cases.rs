//! Cases that outlive the program: opened, saved after each change, removed and brought back; the edge does it.

use tui_input::Input;

use super::{
    Confirm, Effect, Effects, Field, HomeRow, KeptCases, Life, Model, Overlay, Purpose, Screen, Session, Started,
    focus::{go, refuse, say, with_session},
    which,
};
use crate::{
    case::{NOTE, open::OpenCase, trail::Trail},
    error::Error,
    guide,
    l10n::args,
    store::record::CaseRecord,
    text::sanitise,
};

/// Who may write a case that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// This program alone.
    Ours,
    /// Another program, which holds it.
    Taken,
    /// Nobody here, since it cannot be locked for this reason: another program may be writing it unseen.
    Unlocked(String),
}

impl Model {
    /// Shows a case at its first open place, and says what no longer fits today's guide.
    fn show(&mut self, open: OpenCase, life: Life, access: Access) {
        let closed = life.closed;
        let mut session = Session::new(open, life, access != Access::Ours);
        session.tool = self.preferences.tool;
        let unfit = session.unfit();
        self.kept.retain(|kept| kept.record.id != session.life.id);
        self.sessions.push(session);
        self.current = Some(self.sessions.len() - 1);
        go(self, Screen::Place);
        match access {
            Access::Taken => say(self, "taken"),
            Access::Unlocked(reason) => {
                let reason = sanitise::visible_line(&reason);
                self.status = Some(self.words.say_with("status-unlocked", &args!("reason" => reason)));
            }
            Access::Ours if unfit > 0 => {
                self.status = Some(self.words.say_with("status-unfit", &args!("count" => unfit)));
            }
            Access::Ours if closed => say(self, "closed-opened"),
            Access::Ours => {}
        }
    }

    /// Forgets the case in view where nothing was done in it.
    pub(super) fn drop_untouched(&mut self) {
        if let Some(at) = self.current.filter(|at| self.sessions[*at].is_untouched()) {
            self.sessions.remove(at);
            self.current = None;
        }
    }
}

impl Session {
    /// How many answers of the case the guide no longer knows: their question is gone from the trail, or their option.
    fn unfit(&self) -> usize {
        if self.open.case.revision == self.open.guide.revision && self.open.case.uses == self.open.guide.changed_uses()
        {
            return 0;
        }
        let asked = |trail: &Trail, key: &str| trail.asked().any(|(ask, _)| ask.key == key);
        let known = |key: &str, option: &str| {
            let question = self.open.guide.find::<guide::Question>(key);
            question.is_some_and(|id| option == crate::case::UNSURE || self.open.guide[id].option(option).is_some())
        };
        self.open
            .case
            .answers
            .iter()
            .filter(|(key, option)| !asked(&self.open.trail, key) && !known(key, option))
            .count()
    }
}

/// Lists the cases that are kept, and says what is wrong with their folder, or that nobody knows of one.
pub(super) fn start(model: &mut Model, started: Started) {
    (model.chance, model.zone) = (started.chance, started.zone);
    let Some(KeptCases { cases, broken, refusal }) = started.kept else {
        model.status = Some(model.words.say_with("status-no-home", &args!("option" => "--data-dir")));
        return;
    };
    cases.into_iter().for_each(|saved| model.keep(saved));
    model.keeps = true;
    model.home.selected = model.first_row();
    let refused = |reason: String| {
        let args = args!("reason" => sanitise::visible_line(&reason), "option" => "--data-dir");
        model.words.say_with("status-refused", &args)
    };
    let unreadable = || {
        let path = sanitise::visible_line(&broken.first()?.to_string_lossy());
        Some(model.words.say_with("status-unreadable", &args!("path" => path)))
    };
    model.status = refusal.map(refused).or_else(unreadable);
}

/// Begins a new case with one that came from somewhere else, and tells what the person should know of it.
pub(super) fn imported(model: &mut Model, open: OpenCase, told: Vec<String>) {
    let id = new_id(model, &open.case.problem);
    let now = model.now.clone();
    model.show(open, Life { id, opened: now.clone(), changed: now, closed: false }, Access::Ours);
    with_session(model, Session::touch);
    if !told.is_empty() {
        model.overlays.push(Overlay::Told(told));
    }
}

pub(super) fn opened(model: &mut Model, result: Result<Box<(CaseRecord, Access)>, Error>) {
    let opened = result.and_then(|opened| {
        let (CaseRecord { id, opened, changed, closed, case }, access) = *opened;
        Ok((model.library.open(case)?, Life { id, opened, changed, closed }, access))
    });
    match opened {
        Ok((open, life, access)) => {
            let id = life.id.clone();
            model.show(open, life, access);
            which::arrive(model, &id);
        }
        Err(failure) => {
            model.arriving = None;
            refuse(model, &failure);
        }
    }
}

/// Another program holds these cases: what is on this screen of them is no longer saved.
pub(super) fn taken(model: &mut Model, ids: &[String]) {
    for session in model.sessions.iter_mut().filter(|session| ids.contains(&session.life.id)) {
        session.read_only = true;
    }
    say(model, "taken");
}

/// Removes the selected case of Home.
pub(super) fn remove(model: &mut Model) -> Effects {
    let record = match model.rows().get(model.home.selected) {
        Some(HomeRow::Kept(at)) => model.kept.remove(*at).record,
        Some(HomeRow::Case(at)) => {
            let session = model.sessions.remove(*at);
            model.current = None;
            session.record()
        }
        _ => return Effects::none(),
    };
    model.home.selected = model.first_row();
    let id = record.id.clone();
    model.removed = Some(record);
    if !model.keeps {
        say(model, "removed-unsaved");
        return Effects::none();
    }
    say(model, "removed");
    Effect::RemoveCase(id).into()
}

pub(super) fn restore(model: &mut Model) -> Effects {
    match model.removed.take().filter(|_| model.keeps) {
        Some(record) => {
            say(model, "restored");
            let id = record.id.clone();
            model.keep(record);
            let row = HomeRow::Kept(model.kept.len() - 1);
            model.home.selected = model.rows().iter().position(|other| *other == row).unwrap_or_default();
            Effect::RestoreCase(id).into()
        }
        None => {
            say(model, "nothing-to-undo");
            Effects::none()
        }
    }
}

pub(super) fn edit_name(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let input = Input::new(session.open.case.name.clone());
    model.overlays.push(Overlay::Field(Field { purpose: Purpose::Name, input, refused: false }));
}

pub(super) fn edit_note(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let input = Input::new(session.open.case.notes.get(NOTE).cloned().unwrap_or_default());
    let purpose = Purpose::Note(NOTE.to_owned());
    model.overlays.push(Overlay::Field(Field { purpose, input, refused: false }));
}

/// The person wants to be done with the case in view: where it is not finished, they say so once more.
pub(super) fn ask_to_close(model: &mut Model) -> Effects {
    let is_open = |session: &&Session| !session.read_only && !session.life.closed && session.open.trail.is_unfinished();
    if model.session().filter(is_open).is_none() {
        return close(model);
    }
    model.overlays.push(Overlay::Confirm(Confirm::CloseCase));
    model.scroll = None;
    Effects::none()
}

/// The person is done with the case in view.
pub(super) fn close(model: &mut Model) -> Effects {
    if model.session().is_some_and(|session| session.read_only) {
        say(model, "read-only");
        return Effects::none();
    }
    with_session(model, |session| session.close(true));
    let effects = model.take_changes();
    if let Some(at) = model.current.take() {
        let session = model.sessions.remove(at);
        if model.keeps {
            model.keep(session.record());
        }
    }
    go(model, Screen::Home);
    say(model, if model.keeps { "closed" } else { "closed-unsaved" });
    effects
}

/// An id that no other case has, on any machine: the problem, the time to the second, chance, and how many were given here.
pub(super) fn new_id(model: &mut Model, problem: &str) -> String {
    let digits: String = model.now.chars().filter(char::is_ascii_digit).collect();
    model.given += 1;
    format!("{problem}-{digits}-{:016x}-{}", model.chance, model.given)
}
