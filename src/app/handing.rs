//! Evidence that is handed in: as files at the start, pasted at Home, or pasted into a case.

use tui_input::Input;

use super::{
    Model, Overlay,
    focus::{refuse, say},
};
use crate::{
    evidence::{self, Reading, Rules},
    failure::Failure,
    guide,
    l10n::args,
    markdown,
};

/// A paste above this size is cut, in bytes: the output of a command is far smaller.
const LARGEST: usize = 1 << 20;

impl Model {
    /// Hands files in: to the case in view, or at Home to whichever is opened next.
    pub fn hand_in(&mut self, readings: Vec<Reading>) {
        if self.session().is_some() {
            return into_case(self, &readings);
        }
        let names: Vec<&str> = readings.iter().map(|reading| reading.file.as_str()).collect();
        self.home.input = Input::new(names.join(" "));
        self.home.handed = readings;
        rank(self);
    }
}

/// Text that was pasted at Home ranks the problems; whatever it says of the VM goes along into the case.
pub(super) fn at_home(model: &mut Model, text: &str) {
    let name = name(model);
    let (text, whole) = (start(text), text.len());
    let reading = model.catalog.guides.first().and_then(|guide| {
        let guide = guide::load(&model.files, guide).ok()?;
        let reading = evidence::read(&name, text.as_bytes(), &Rules::of(&guide)).ok();
        // What is no sound JSON may still hold a code.
        Some(reading.unwrap_or_else(|| Reading { file: name, rest: text.to_owned(), ..Reading::default() }))
    });
    model.home.handed = reading.into_iter().collect();
    rank(model);
    if text.len() < whole {
        say(model, "paste-cut");
    }
}

fn rank(model: &mut Model) {
    model.search();
    if model.home.matches.is_empty() {
        say(model, "none-of-ours");
    }
}

/// What was handed in at Home goes into the case that is opened from there.
pub(super) fn along(model: &mut Model) {
    let readings = std::mem::take(&mut model.home.handed);
    if readings.iter().any(|reading| !reading.findings.is_empty() || !reading.variables.is_empty()) {
        into_case(model, &readings);
    }
}

/// Text that was pasted into the case in view.
pub(super) fn paste(model: &mut Model, text: &str) {
    let name = name(model);
    let Some(session) = model.session() else { return };
    let rules = Rules::of(&session.guide).knowing(&session.case.variables);
    match evidence::read(&name, start(text).as_bytes(), &rules) {
        Ok(reading) => into_case(model, &[reading]),
        Err(refusal) => {
            let failure: Failure = refusal.failure(&name);
            refuse(model, &failure);
        }
    }
}

/// Says what was found; values that were filled in are shown with their places.
fn into_case(model: &mut Model, readings: &[Reading]) {
    if model.session().is_some_and(|session| session.read_only) {
        return say(model, "read-only");
    }
    let Some(session) = model.session_mut() else { return };
    let answers = readings.iter().map(|reading| reading.findings.len()).sum::<usize>();
    let filled = session.hand_in(readings);
    model.scroll = None;
    if answers == 0 && filled.is_empty() {
        return say(model, "evidence-nothing");
    }
    let words = &model.words;
    model.status = Some(words.say_with("status-evidence", &args!("answers" => answers, "values" => filled.len())));
    let told = filled.iter().map(|value| {
        let place = words.place(&value.place.file, value.place.line, &value.place.path);
        let args = args!("name" => value.variable.as_str(), "value" => value.value.as_str(), "place" => place);
        markdown::plain(&words.say_with("evidence-filled", &args))
    });
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        model.overlays.push(Overlay::Told(told));
    }
}

/// Pastes are told apart by their number.
fn name(model: &mut Model) -> String {
    model.pastes += 1;
    format!("paste-{}", model.pastes)
}

fn start(text: &str) -> &str {
    &text[..guide::boundary(text, LARGEST)]
}
