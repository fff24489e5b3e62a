//! The Model: all that the wizard knows, and from which every frame is drawn.

use std::{cell::OnceCell, rc::Rc};

use super::{
    Context, Home, KeptCase, Life, Look, Overlay, Preferences, Saving, Session, cases::new_id, home::HomeRow,
    search::Search,
};
use crate::{
    case::{
        Case, carry,
        checklist::{Group, Item},
        open::OpenCase,
    },
    error::Error,
    evidence::{Reading, matching::Matcher},
    guide::{Catalog, CatalogEntry},
    l10n::{self, Words},
    library::Library,
    store::record::CaseRecord,
    text::{markdown, zone::Zone},
};

/// All that the wizard knows. Faces read it by its methods; what changes it is a message.
#[derive(Clone)]
pub struct Model {
    /// The guides in use.
    pub(super) library: Rc<Library>,
    /// What can be picked.
    pub(super) catalog: Rc<Catalog>,
    /// The language on the screen.
    pub(super) words: Rc<Words>,
    /// The languages there are.
    pub(super) locales: Vec<String>,
    /// How things may look.
    pub(super) look: Look,
    /// What the person wants in every case.
    pub(super) preferences: Preferences,
    /// The search and its hits.
    pub(super) home: Home,
    /// The open cases.
    pub(super) sessions: Vec<Session>,
    /// The cases on the disk that are not open here, the last changed first.
    pub(super) kept: Vec<KeptCase>,
    /// Whether cases are kept on the disk.
    pub(super) keeps: bool,
    /// Where the saving of cases stands.
    pub(super) saving: Saving,
    /// The time of the last message, in UTC as `YYYY-MM-DDTHH:MM:SSZ`.
    pub(super) now: String,
    /// The person's zone.
    pub(super) zone: Zone,
    /// A number by chance, so that two programs never give one id.
    pub(super) chance: u64,
    /// How many texts were pasted as evidence.
    pub(super) pastes: usize,
    /// How many new cases got an id, so that two in one second differ.
    pub(super) given: usize,
    /// What goes into the case of this id when the edge has opened it.
    pub(super) arriving: Option<(String, Vec<Reading>)>,
    /// The case that sent the person to look for another problem: that one's case keeps what it knows.
    pub(super) sought: Option<String>,
    /// The case that was removed last.
    pub(super) removed: Option<CaseRecord>,
    /// Which of them is in view.
    pub(super) current: Option<usize>,
    /// What the keys act on below the overlays.
    pub(super) screen: Screen,
    /// What lies on top, the last uppermost.
    pub(super) overlays: Vec<Overlay>,
    /// What there is to say after the last message.
    pub(super) status: Option<String>,
    /// Whether it tells of something that failed or was refused.
    pub(super) is_trouble: bool,
    /// The first line shown, where the person has scrolled.
    pub(super) scroll: Option<usize>,
    /// Whether another tool's way was asked for last, so that it is to be in view.
    pub(super) ways: bool,
    /// Whether mouse clicks are listened to.
    pub(super) mouse: bool,
    /// Columns and rows of the terminal.
    pub(super) size: (u16, u16),
    pub(super) search: OnceCell<Rc<Search>>,
    pub(super) matcher: OnceCell<Rc<Matcher>>,
}

/// What the keys act on below the overlays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The search and the list of problems.
    Home,
    /// The place of the trail in view: question, remedy or outcome.
    Place,
    /// The trail, with this place of it selected.
    Trail(usize),
    /// The whole case, with this step of it selected.
    Checklist(usize),
}

impl Model {
    /// The wizard at Home.
    ///
    /// # Errors
    /// Guides whose heads cannot be read.
    pub fn new(library: Rc<Library>, words: Rc<Words>, look: Look) -> Result<Self, Error> {
        let catalog = Rc::clone(library.catalog()?);
        let locales = l10n::available(library.files());
        let mut model = Model {
            library,
            catalog,
            words,
            locales,
            look,
            preferences: Preferences::default(),
            // Letters go into the search at once.
            home: Home { typing: true, ..Home::default() },
            sessions: Vec::new(),
            kept: Vec::new(),
            keeps: false,
            saving: Saving::Nothing,
            now: String::new(),
            zone: Zone::UTC,
            chance: 0,
            pastes: 0,
            given: 0,
            arriving: None,
            sought: None,
            removed: None,
            current: None,
            screen: Screen::Home,
            overlays: Vec::new(),
            status: None,
            is_trouble: false,
            scroll: None,
            ways: false,
            mouse: false,
            size: (80, 24),
            search: OnceCell::new(),
            matcher: OnceCell::new(),
        };
        model.home.unfolded = model.first_category();
        model.search();
        Ok(model)
    }

    /// What can be picked.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The guides in use.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The language on the screen.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// How things may look.
    pub fn look(&self) -> Look {
        self.look
    }

    /// The search and its hits.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The open cases.
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    /// The cases on the disk that are not open here, the last changed first.
    pub fn kept(&self) -> impl ExactSizeIterator<Item = &CaseRecord> {
        self.kept.iter().map(|kept| &kept.record)
    }

    /// Where the saving of cases stands.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// What the keys act on below the overlays.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// What lies uppermost, if anything lies on the screen.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.last()
    }

    /// What there is to say after the last message; `None` where there is nothing.
    pub fn status(&self) -> Option<&str> {
        self.status.as_deref()
    }

    /// Whether what there is to say is that something failed or was refused.
    pub fn is_trouble(&self) -> bool {
        self.is_trouble
    }

    /// The first line shown, where the person has scrolled.
    pub fn scroll(&self) -> Option<usize> {
        self.scroll
    }

    /// Whether another tool's way was asked for last, so that it is to be in view.
    pub fn ways(&self) -> bool {
        self.ways
    }

    /// Columns and rows of the terminal.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// The case in view; `None` where none is.
    pub fn session(&self) -> Option<&Session> {
        self.sessions.get(self.current?)
    }

    /// The case that was removed last, if it can be brought back.
    pub fn removed(&self) -> Option<&str> {
        self.removed.as_ref().map(|removed| removed.id.as_str())
    }

    pub(super) fn session_mut(&mut self) -> Option<&mut Session> {
        self.sessions.get_mut(self.current?)
    }

    /// What the keys mean now.
    pub fn context(&self) -> Context {
        if let Some(overlay) = self.overlays.last() {
            return overlay.context();
        }
        match self.screen {
            Screen::Home if self.home.typing => Context::Search,
            Screen::Home => Context::Home,
            Screen::Trail(_) => Context::Trail,
            Screen::Checklist(_) => Context::Checklist,
            Screen::Place => match self.session() {
                Some(session) if session.question().is_some() => Context::Question,
                Some(session) if session.group().is_some() => Context::Remedy,
                _ => Context::Outcome,
            },
        }
    }

    /// The step that marks and notes act on; `None` where no step is in view.
    pub fn item(&self) -> Option<(&Group, &Item)> {
        let session = self.session()?;
        match self.screen {
            Screen::Place => session.item(),
            Screen::Checklist(row) => {
                session.open.groups().flat_map(|group| group.items.iter().map(move |item| (group, item))).nth(row)
            }
            _ => None,
        }
    }

    /// Opens a new case of a problem, with what the case knows already that led to it.
    ///
    /// # Errors
    /// A guide with defects.
    pub(super) fn begin(&mut self, row: usize, known: Option<&OpenCase>) -> Result<(), Error> {
        let catalog = Rc::clone(&self.catalog);
        let entry = &catalog.entries[row];
        let mut open = self.library.begin(entry)?;
        self.preferences.begin(&mut open);
        if let Some(known) = known {
            open.change(|guide, case| carry::carry(case, guide, known));
        }
        if let Some(code) = self.home.unknown_code().filter(|_| Some(row) == catalog.unknown_code) {
            code.clone_into(&mut open.case.name);
        }
        let id = new_id(self, &entry.problem);
        let life = Life { id, opened: self.now.clone(), ..Life::default() };
        let mut session = Session::new(open, life, false);
        session.tool = self.preferences.tool;
        self.sessions.push(session);
        self.current = Some(self.sessions.len() - 1);
        self.screen = Screen::Place;
        self.scroll = None;
        Ok(())
    }

    /// Speaks another language, in the same place.
    pub(super) fn speak(&mut self, locale: &str) {
        self.words = Rc::new(Words::new(self.library.files().clone(), locale));
    }

    /// What a case is called: by its own name, its VM and its problem.
    pub fn case_title(&self, case: &Case) -> String {
        let title = markdown::plain(&self.words.problem(&case.guide, &case.problem));
        let name = Some(&case.name).filter(|name| !name.is_empty());
        let names: Vec<&str> =
            name.into_iter().chain(case.variables.get("vm").into_iter().flatten()).map(String::as_str).collect();
        if names.is_empty() { title } else { format!("{}: {title}", names.join(", ")) }
    }

    /// What the header calls a case: its problem alone while a text with pseudonyms is in view.
    pub fn header_title(&self, case: &Case) -> String {
        let is_redacted = matches!(self.overlay(), Some(Overlay::Export(form)) if form.redacted);
        if is_redacted {
            markdown::plain(&self.words.problem(&case.guide, &case.problem))
        } else {
            self.case_title(case)
        }
    }

    /// What a problem means.
    pub fn why(&self, entry: &CatalogEntry) -> String {
        self.words.of_problem(&entry.guide, &entry.problem, Some("why")).unwrap_or_default()
    }

    /// The rows that Home shows below the search.
    pub fn rows(&self) -> Vec<HomeRow> {
        let hits = || self.home.hits.iter().map(|found| HomeRow::Problem(found.row));
        if !self.is_grouped() {
            return self.case_rows().into_iter().chain(hits()).chain(self.ways_on()).collect();
        }
        let group = |category: usize| {
            let is_unfolded = self.home.unfolded == Some(category);
            let below = self.members(category).filter(move |_| is_unfolded).map(HomeRow::Problem);
            [HomeRow::Group(category)].into_iter().chain(below)
        };
        let groups = (0..self.catalog.categories.len()).filter(|category| self.members(*category).next().is_some());
        let no_code = self.catalog.no_code.map(HomeRow::Problem);
        let closed = (self.closed_cases() > 0).then_some(HomeRow::Closed);
        self.case_rows().into_iter().chain(closed).chain(no_code).chain(groups.flat_map(group)).collect()
    }

    /// Where the search leads whoever does not find what is meant: what helps without a code or with an unknown one, or back.
    pub(super) fn ways_on(&self) -> impl Iterator<Item = HomeRow> {
        let nothing = self.home.hits.is_empty();
        let is_found = |row: &usize| self.home.hits.iter().any(|found| found.row == *row);
        let no_code = self.catalog.no_code.filter(|_| nothing);
        let unknown = self.catalog.unknown_code.filter(|row| self.home.matches.is_empty() && !is_found(row));
        let problems = no_code.into_iter().chain(unknown).map(HomeRow::Problem);
        problems.chain(nothing.then_some(HomeRow::All))
    }
}
