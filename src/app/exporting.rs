//! The export dialog: where the checklist goes, in which language, and what it will say.

use std::{path::PathBuf, rc::Rc};

use tui_input::Input;

use super::{
    Confirm, Effect, Effects, Field, Model, Overlay, Preferences, Purpose, Session, VariablesForm,
    focus::{refuse, say, with_session},
};
use crate::{
    case::Case,
    error::Error,
    export::{self, Format, PageShape},
    guide::Via,
    l10n::{Words, args},
    text::sanitise,
};

/// The export dialog.
#[derive(Debug, Clone)]
pub struct ExportForm {
    /// The language of the text.
    pub locale: String,
    /// What the file is.
    pub kind: ExportKind,
    /// Its form.
    pub format: Format,
    /// The tool whose ways it has, where a step has them.
    pub tool: Via,
    /// Whether pseudonyms stand in place of names, identifiers and addresses.
    pub redacted: bool,
    /// Whether Markdown carries the case, so that it can be resumed.
    pub carries: bool,
    /// Where to write.
    pub target: String,
    /// The name that the file has unless the person chooses another.
    proposed: String,
    /// What would be written.
    pub text: String,
    /// The same without the case that it carries.
    pub sheet: String,
}

/// What an exported file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportKind {
    /// The checklist.
    Checklist,
    /// The package for whoever takes over.
    Handover,
}

/// What may be changed of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportChange {
    /// The next language.
    Language,
    /// The package for whoever takes over, or the checklist again.
    Kind,
    /// So many forms on: Markdown, HTML, text, JSON.
    Format(isize),
    /// Pseudonyms in place of names, or the names again.
    Redact,
    /// The case inside, or not.
    Carry,
}

impl ExportForm {
    pub(super) fn new(model: &Model, session: &Session, kind: ExportKind) -> Self {
        let locale = model.words.locale().to_owned();
        let (target, proposed, text, sheet) = Default::default();
        let Preferences { redacted, carries, .. } = model.preferences;
        let format = Format::Markdown;
        let tool = session.tool;
        let mut form = ExportForm { locale, kind, format, tool, redacted, carries, target, proposed, text, sheet };
        form.rewrite(model, session);
        form
    }

    fn change(&mut self, model: &Model, session: &Session, change: ExportChange) {
        match change {
            ExportChange::Language => {
                let at = model.locales.iter().position(|locale| *locale == self.locale).unwrap_or(0);
                self.locale.clone_from(&model.locales[(at + 1) % model.locales.len()]);
            }
            ExportChange::Kind if self.kind == ExportKind::Checklist => {
                self.kind = ExportKind::Handover;
                if !self.formats().contains(&self.format) {
                    self.take_format(Format::Markdown);
                }
            }
            ExportChange::Kind => self.kind = ExportKind::Checklist,
            ExportChange::Format(by) => {
                let all = self.formats();
                let at = all.iter().position(|format| *format == self.format).unwrap_or(0);
                self.take_format(all[(at as isize + by).rem_euclid(all.len() as isize) as usize]);
            }
            ExportChange::Redact => self.redacted = !self.redacted,
            ExportChange::Carry if self.can_choose_case() => self.carries = !self.carries,
            ExportChange::Carry => {}
        }
        self.rewrite(model, session);
    }

    /// The forms that it can have: JSON is the case itself, so there is none of the package.
    fn formats(&self) -> &'static [Format] {
        let all = &Format::ALL;
        if self.kind == ExportKind::Handover { &all[..all.len() - 1] } else { all }
    }

    /// Takes another form; the end of a name that the person chose follows it.
    fn take_format(&mut self, format: Format) {
        let stem = self.target.strip_suffix(self.format.ending()).filter(|_| self.is_chosen());
        if let Some(stem) = stem {
            self.target = format!("{stem}{}", format.ending());
        }
        self.format = format;
    }

    fn is_chosen(&self) -> bool {
        self.target != self.proposed
    }

    /// The tool whose ways are in it, in words; nothing where it has no steps to do.
    pub(super) fn tool_in(&self, words: &Words) -> Option<String> {
        let tool = words.tool(self.tool);
        let has_ways = self.kind == ExportKind::Checklist && self.format != Format::Json;
        has_ways.then(|| words.say_with("export-tool", &args!("tool" => tool)))
    }

    /// Whether the person decides if the case is in it.
    pub fn can_choose_case(&self) -> bool {
        self.format == Format::Markdown
    }

    /// What is said of the case in it, as it is called among the words.
    pub(super) fn case_inside(&self) -> &'static str {
        match self.format {
            Format::Markdown if self.carries => "export-carried",
            Format::Markdown => "export-uncarried",
            Format::Html | Format::Text | Format::Jira => "export-cannot-carry",
            Format::Json => "export-is-case",
        }
    }

    /// Makes the text anew, and the name unless the person chose it.
    fn rewrite(&mut self, model: &Model, session: &Session) {
        let is_chosen = self.is_chosen();
        self.write(model, session);
        if !is_chosen {
            self.target.clone_from(&self.proposed);
        }
    }

    /// The file's name, by the case that leaves, as a VM that is redacted is so here too, and by the time.
    fn name(&self, case: &Case, now: &str) -> String {
        let vm = case.variables.get("vm").and_then(|values| values.first());
        let kind = if self.kind == ExportKind::Handover { "-handover" } else { "" };
        let ending = format!("{kind}{}", self.format.ending());
        let time: String = now.chars().filter(|c| c.is_ascii_digit() || *c == 'T').collect();
        let time = time.get(..13).map_or_else(String::new, |time| format!("-{}", time.replace('T', "-")));
        let name = format!("{}-{}{time}{ending}", vm.map_or("backup", String::as_str), case.problem);
        let safe = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '-' };
        name.chars().map(safe).collect()
    }

    /// Writes the text, and proposes a name for its file.
    fn write(&mut self, model: &Model, session: &Session) {
        self.tool = session.tool;
        let words = Words::new(Rc::clone(model.library.files()), &self.locale);
        let open = export::shareable_copy(&session.open, self.redacted);
        let closed = if session.life.closed { session.life.changed.as_str() } else { "" };
        let shape = PageShape { tool: self.tool, closed, now: &model.now, ..PageShape::default() };
        let markdown = match self.kind {
            ExportKind::Checklist => export::markdown(&words, &open, &shape),
            ExportKind::Handover => export::handover(&words, &open, &shape),
        };
        self.text = self.format.write(markdown.clone(), &open.case, &words, self.carries);
        self.sheet = self.format.write(markdown, &open.case, &words, false);
        let name = self.name(&open.case, &model.now);
        self.proposed = match &model.preferences.folder {
            Some(folder) => folder.join(name).to_string_lossy().into_owned(),
            None => name,
        };
    }
}

/// Opens the dialog.
pub(super) fn open(model: &mut Model, kind: ExportKind) {
    let form = model.session().map(|session| ExportForm::new(model, session, kind));
    model.overlays.extend(form.map(Overlay::Export));
    model.scroll = None;
}

/// Copies the checklist as the dialog first has it, and says whether it has real names, since no dialog does.
pub(super) fn copy(model: &mut Model) -> Effects {
    let Some(session) = model.session() else { return Effects::none() };
    let form = ExportForm::new(model, session, ExportKind::Checklist);
    say(model, if form.redacted { "copied-checklist-redacted" } else { "copied-checklist" });
    Effect::Copy(form.sheet).into()
}

/// Opens the dialog for whoever takes over; the names that they ask for and nobody filled in come first.
pub(super) fn hand_over(model: &mut Model) {
    open(model, ExportKind::Handover);
    let missing = model.session().map(|session| export::missing_names(&session.open)).unwrap_or_default();
    if !missing.is_empty() && model.session().is_some_and(|session| !session.read_only) {
        model.status = Some(model.words.say_with("status-names-missing", &args!("count" => missing.len())));
        let needed = missing.len();
        model.overlays.push(Overlay::Variables(VariablesForm { variables: missing, needed, at: 0 }));
    }
}

/// Writes the text anew, where the case changed above the dialog.
pub(super) fn refresh(model: &mut Model) {
    let Some(Overlay::Export(mut form)) = model.overlays.pop() else { return };
    if let Some(session) = model.session() {
        form.rewrite(model, session);
    }
    model.overlays.push(Overlay::Export(form));
}

pub(super) fn change(model: &mut Model, change: ExportChange) {
    let Some(Overlay::Export(mut form)) = model.overlays.pop() else { return };
    if let Some(session) = model.session() {
        form.change(model, session, change);
    }
    model.overlays.push(Overlay::Export(form));
    model.scroll = None;
}

/// Edits the path of the file.
pub(super) fn edit_target(model: &mut Model) {
    let Some(Overlay::Export(form)) = model.overlays.last() else { return };
    let input = Input::new(form.target.clone());
    model.overlays.push(Overlay::Field(Field { purpose: Purpose::Target, input, refused: false }));
}

/// Writes to this path; a name that ends as those of another form do asks for that form.
pub(super) fn aim(model: &mut Model, target: String) {
    let Some(Overlay::Export(mut form)) = model.overlays.pop() else { return };
    form.format = Format::of_file(&target).filter(|format| form.formats().contains(format)).unwrap_or(form.format);
    form.target = target;
    if let Some(session) = model.session() {
        form.rewrite(model, session);
    }
    model.overlays.push(Overlay::Export(form));
}

pub(super) fn write(model: &Model, force: bool) -> Effects {
    match model.overlays.last() {
        Some(Overlay::Export(form)) => {
            Effect::Write { path: PathBuf::from(&form.target), text: form.text.clone(), force }.into()
        }
        _ => Effects::none(),
    }
}

pub(super) fn written(model: &mut Model, result: Result<PathBuf, Error>) {
    match result {
        Ok(path) => {
            model.overlays.clear();
            with_session(model, |session| session.unsaved = false);
            let path = sanitise::visible_line(&path.to_string_lossy());
            model.status = Some(model.words.say_with("status-written", &args!("path" => path)));
        }
        Err(Error::Exists { .. }) => model.overlays.push(Overlay::Confirm(Confirm::Overwrite)),
        Err(failure) => refuse(model, &failure),
    }
    model.scroll = None;
}
