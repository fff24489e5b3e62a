//! The export dialog: where the checklist goes, in which language, and what it will say.

use std::path::PathBuf;

use super::{
    Confirm, Effect, Model, Overlay, Session,
    focus::{refuse, with_session},
};
use crate::{
    export,
    failure::Failure,
    l10n::{Words, args},
    sanitise,
};

/// The export dialog.
#[derive(Debug)]
pub struct ExportForm {
    /// The language of the text.
    pub locale: String,
    /// Where to write.
    pub target: String,
    /// What would be written.
    pub text: String,
}

impl ExportForm {
    pub(super) fn new(model: &Model, session: &Session) -> Self {
        let name = session.case.variables.get("vm").and_then(|values| values.first());
        let name = format!("{}-{}.md", name.map_or("backup", String::as_str), session.case.problem);
        let safe = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '-' };
        let target = name.chars().map(safe).collect();
        let mut form = ExportForm { locale: model.words.locale().to_owned(), target, text: String::new() };
        form.write(model, session);
        form
    }

    pub(super) fn next_language(&mut self, model: &Model, session: &Session) {
        let at = model.locales.iter().position(|locale| *locale == self.locale).unwrap_or(0);
        self.locale.clone_from(&model.locales[(at + 1) % model.locales.len()]);
        self.write(model, session);
    }

    fn write(&mut self, model: &Model, session: &Session) {
        let words = Words::new(model.files.clone(), &self.locale);
        self.text = export::markdown(&words, &session.guide, session.problem, &session.case);
    }
}

pub(super) fn next_export_language(model: &mut Model) {
    let Some(Overlay::Export(mut form)) = model.overlays.pop() else { return };
    if let Some(session) = model.session() {
        form.next_language(model, session);
    }
    model.overlays.push(Overlay::Export(form));
    model.scroll = None;
}

pub(super) fn write(model: &Model, force: bool) -> Vec<Effect> {
    match model.overlays.last() {
        Some(Overlay::Export(form)) => {
            vec![Effect::Write { path: PathBuf::from(&form.target), text: form.text.clone(), force }]
        }
        _ => Vec::new(),
    }
}

pub(super) fn written(model: &mut Model, result: Result<PathBuf, Failure>) {
    match result {
        Ok(path) => {
            model.overlays.clear();
            with_session(model, |session| session.unsaved = false);
            let path = sanitise::visible_line(&path.to_string_lossy());
            model.status = Some(model.words.say_with("status-written", &args!("path" => path)));
        }
        Err(failure) if failure.id == "exists" => model.overlays.push(Overlay::Confirm(Confirm::Overwrite)),
        Err(failure) => refuse(model, &failure),
    }
    model.scroll = None;
}
