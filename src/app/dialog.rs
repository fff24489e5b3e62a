//! What lies on top of a screen: help, lists, the export, a text field, a question before something is lost.

use std::rc::Rc;

use tui_input::Input;

use super::{CollectForm, Context, ExportForm, Model, PaletteForm, Session, WhichCase, focus};
use crate::{
    case::{
        reachable::Reachable,
        trail::{Answer, Ask},
    },
    guide::{Guide, Id, Question, Remedy, SideEffect, Variable, placeholder},
    l10n::Words,
};

/// What lies on top.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// All keys of the screen below.
    Help(Context),
    /// What was done in the case, and when.
    Timeline,
    /// Sentences to be read, such as what differs in a file that was resumed.
    Told(Vec<String>),
    /// The languages with their own names, and the selected one.
    Languages(Vec<(String, String)>, usize),
    /// The values for the commands.
    Variables(VariablesForm),
    /// What to run to collect evidence.
    Collect(CollectForm),
    /// The export.
    Export(ExportForm),
    /// All that can be done on the screen below.
    Palette(PaletteForm),
    /// A line of text.
    Field(Field),
    /// A question before something is lost.
    Confirm(Confirm),
    /// The question which case something belongs to.
    WhichCase(WhichCase),
}

/// The values that the commands of a case need.
#[derive(Debug, Clone)]
pub struct VariablesForm {
    /// First those of the place in view.
    pub variables: Vec<Id<Variable>>,
    /// How many the place in view has.
    pub needed: usize,
    /// The selected one.
    pub at: usize,
}

/// A line of text to fill in.
#[derive(Debug, Clone)]
pub struct Field {
    /// What it is for.
    pub purpose: Purpose,
    /// The text and the cursor.
    pub input: Input,
    /// Whether the text was refused.
    pub refused: bool,
}

/// What a text field is for; a `String` is the key of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A note on a step, or on the case under `NOTE`.
    Note(String),
    /// Why a step failed.
    Fail(String),
    /// Why a step is left out.
    Skip(String),
    /// A value that is filled into commands.
    Variable(Id<Variable>),
    /// The name of the case.
    Name,
    /// The export's file name.
    Target,
}

/// A question before something is lost.
#[derive(Debug, Clone)]
pub enum Confirm {
    /// This answer leaves these later ones off the trail.
    LeftOff(Answer, Vec<Ask>),
    /// What is to be marked or copied is disruptive.
    Disruptive(Deed, Vec<Id<SideEffect>>),
    /// This file exists.
    Overwrite,
    /// Cases would be lost.
    Quit,
    /// The case is not finished.
    CloseCase,
}

impl Confirm {
    /// What is asked, as it is called among the words.
    pub(super) fn asked(&self) -> &'static str {
        match self {
            Confirm::LeftOff(..) => "confirm-left-off",
            Confirm::Disruptive(deed, _) => deed.asked(),
            Confirm::Overwrite => "confirm-overwrite",
            Confirm::Quit => "confirm-quit",
            Confirm::CloseCase => "confirm-close",
        }
    }
}

/// What is asked about before a disruptive step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// These steps are marked as done.
    Mark(Vec<String>),
    /// This command is copied.
    Copy(String),
}

impl Deed {
    /// Whether more than one step is meant.
    pub fn is_of_several(&self) -> bool {
        matches!(self, Deed::Mark(keys) if keys.len() > 1)
    }

    /// The question before it, as it is called among the words.
    fn asked(&self) -> &'static str {
        match self {
            Deed::Mark(_) if self.is_of_several() => "confirm-disruptive-all",
            Deed::Mark(_) => "confirm-disruptive",
            Deed::Copy(_) => "confirm-disruptive-copy",
        }
    }
}

impl Overlay {
    pub(super) fn context(&self) -> Context {
        match self {
            Overlay::Timeline => Context::Timeline,
            Overlay::Help(_) => Context::Help,
            Overlay::Told(_) => Context::Told,
            Overlay::Languages(..) => Context::Languages,
            Overlay::Variables(_) => Context::Variables,
            Overlay::Collect(_) => Context::Collect,
            Overlay::Export(_) => Context::Export,
            Overlay::Palette(_) => Context::Palette,
            Overlay::Field(_) => Context::Field,
            Overlay::Confirm(_) => Context::Confirm,
            Overlay::WhichCase(_) => Context::WhichCase,
        }
    }
}

/// Lists the variables that can be filled in, the first without a value selected; says so where there are none.
pub(super) fn open_variables(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let (variables, needed) = variables(session);
    if variables.is_empty() {
        return focus::say(model, "no-values");
    }
    let mut form = VariablesForm { variables, needed, at: 0 };
    form.at = form.empty_from(0, session).unwrap_or(0);
    model.overlays.push(Overlay::Variables(form));
}

impl VariablesForm {
    /// Message id of the heading above a row, `None` inside a section; values needed here come first.
    pub fn heading(&self, row: usize) -> Option<&'static str> {
        match row {
            _ if self.needed == 0 => None,
            0 => Some("variables-needed"),
            row => (row == self.needed).then_some("variables-later"),
        }
    }

    /// The next one from a place on that has no value; those that the place in view needs are apart from the others.
    pub(super) fn empty_from(&self, at: usize, session: &Session) -> Option<usize> {
        let is_empty = |id: &Id<Variable>| !session.open.case.variables.contains_key(&session.open.guide[*id].id);
        let end = if at <= self.needed { self.needed } else { self.variables.len() };
        (at..end).find(|at| is_empty(&self.variables[*at]))
    }
}

/// Shows what was done in the case, and when.
pub(super) fn open_timeline(model: &mut Model) {
    model.overlays.push(Overlay::Timeline);
    model.scroll = None;
}

/// Lists the languages, the one in use selected.
pub(super) fn open_languages(model: &mut Model) {
    let languages = languages(model);
    let at = languages.iter().position(|(locale, _)| locale == model.words.locale()).unwrap_or(0);
    model.overlays.push(Overlay::Languages(languages, at));
}

/// Lists the keys of the screen in view.
pub(super) fn open_help(model: &mut Model) {
    let context = model.context();
    model.overlays.push(Overlay::Help(context));
    model.scroll = None;
}

/// The languages with their own names; where the terminal shows only ASCII, one with other letters is called by its tag.
fn languages(model: &Model) -> Vec<(String, String)> {
    let name = |locale: &String| Words::new(Rc::clone(model.library.files()), locale).say("language-name");
    let shown = |name: &String| model.look.unicode || name.is_ascii();
    let named = |locale: &String| Some(name(locale)).filter(shown).unwrap_or_else(|| locale.clone());
    model.locales.iter().map(|locale| (locale.clone(), named(locale))).collect()
}

/// The variables that the problem needs: first those that the commands in view use, and how many these are, then the
/// rest of the trail's.
fn variables(session: &Session) -> (Vec<Id<Variable>>, usize) {
    let guide: &Guide = &session.open.guide;
    let mut found: Vec<Id<Variable>> = Vec::new();
    let add = |found: &mut Vec<Id<Variable>>, run: &str| {
        for id in placeholder::names(run).filter_map(|name| guide.find::<Variable>(name)) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    };
    let remedy =
        |id: Id<Remedy>| guide[id].steps.iter().flat_map(|step| &step.commands).map(|command| command.run.as_str());
    let question = |id: Id<Question>| guide[id].checks.iter().filter_map(|check| check.run.as_deref());
    let asked = session.question().into_iter().flat_map(|(ask, _)| question(ask.question));
    let done = session.group().into_iter().flat_map(|group| remedy(group.remedy));
    asked.chain(done).for_each(|run| add(&mut found, run));
    let needed = found.len();
    let later = session.open.trail.remedies().flat_map(|(_, place)| remedy(place.remedy));
    later.for_each(|run| add(&mut found, run));
    let all = Reachable::from_problem(guide, session.open.problem).variables;
    found.extend(all.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
    (found, needed)
}
