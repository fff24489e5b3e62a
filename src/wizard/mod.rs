//! The wizard as a face drives it: a message in, and all that follows from it done before the next.

#![deny(clippy::let_underscore_must_use)]

pub mod cases;
pub mod plain;
pub mod start;
pub mod tui;

use std::{collections::VecDeque, time::Duration};

use crate::{
    app::{self, Effect, Message, Model, Overlay, Session, Started},
    commands::TaskContext,
    error::Error,
    l10n::args,
    machine::{clock, env, file_system, files},
    store::{LAST, Store},
    wizard::cases::OpenCases,
};

/// The Model with its cases; whatever an update asks for is carried out here and nowhere else.
pub struct Wizard {
    model: Model,
    /// `None` without a folder for cases.
    cases: Option<OpenCases>,
    /// What the commands that collect print, in a demo: it is there as soon as they are copied.
    printed: Option<&'static str>,
}

/// What is left to the face, since only it can do that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaceEffect {
    /// Hands text to the clipboard.
    Copy(String),
    /// Shows text with nothing around it, until a key is pressed.
    Show(String),
    /// Listens to the mouse, or no longer.
    Mouse(bool),
    /// Calls the person, with these words.
    Ring(String),
    /// Stops the process, as a shell's job.
    Suspend,
    /// The person left.
    Leave,
}

impl Wizard {
    /// A Model that knows of the cases in a store, or that none are kept.
    pub fn new(model: Model, store: Option<Store>) -> Self {
        let cases = store.map(OpenCases::new);
        let kept = cases.as_ref().map(OpenCases::list);
        let started = Started { chance: file_system::chance(), zone: clock::zone(), kept };
        let mut wizard = Wizard { model, cases, printed: None };
        wizard.begin(Message::Now(clock::now()));
        wizard.begin(Message::Started(started));
        wizard
    }

    /// What the face shows.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Takes a message in and carries out what follows from it, to the end, even where the person leaves;
    /// what is left to the face is done by nobody else.
    #[must_use]
    pub fn send(&mut self, message: Message) -> Vec<FaceEffect> {
        self.carry_out([Message::Now(clock::now()), message].into())
    }

    /// In one line, how the person goes on with the case in view, or with the one that was changed last; nothing where
    /// none is kept, or it is closed.
    pub fn way_back(&self, context: &TaskContext<'_>) -> Option<String> {
        // Nothing of a demo is left to go on with.
        let is_kept =
            |session: &&Session| self.printed.is_none() && self.cases.is_some() && !session.life.changed.is_empty();
        let sessions = || self.model.sessions().iter().filter(is_kept);
        let in_view = self.model.session().filter(is_kept);
        let session = in_view.or_else(|| sessions().max_by_key(|session| &session.life.changed))?;
        let command = context.resume_command(if self.model.is_last(session) { LAST } else { &session.life.id });
        let line = self.model.words().say_with("leave-continue", &args!("command" => command));
        (!session.life.closed).then(|| line + "\n")
    }

    /// What the commands that collect print is pasted, in a demo: nobody can run them there.
    fn paste_printed(&mut self) {
        let printed = self.printed.map(|printed| Message::Paste(printed.to_owned()));
        printed.into_iter().for_each(|printed| self.begin(printed));
    }

    /// How long nothing happens by itself; for ever where no case waits.
    pub fn patience(&self) -> Option<Duration> {
        self.model.patience(&clock::now())
    }

    /// Takes in what time it is, after so much patience.
    #[must_use]
    pub fn tick(&mut self) -> Vec<FaceEffect> {
        self.carry_out([Message::Now(clock::now())].into())
    }

    fn carry_out(&mut self, mut messages: VecDeque<Message>) -> Vec<FaceEffect> {
        let mut left = Vec::new();
        while let Some(message) = messages.pop_front() {
            for effect in app::update(&mut self.model, message) {
                match (effect, &mut self.cases) {
                    (Effect::Write { path, text, force }, _) => {
                        let path = env::at_home(path);
                        let written = files::write(&path, &text, force);
                        let path = || std::path::absolute(&path).unwrap_or(path);
                        messages.push_back(Message::Written(written.map(|()| path())));
                    }
                    (Effect::Save(record), Some(cases)) => cases.save(*record),
                    (Effect::OpenCase(id), Some(cases)) => {
                        messages.push_back(Message::Opened(cases.open(&id).map(Box::new)));
                    }
                    (Effect::RemoveCase(id), Some(cases)) => messages.push_back(Message::Moved(cases.remove(&id))),
                    (Effect::RestoreCase(id), Some(cases)) => messages.push_back(Message::Moved(cases.restore(&id))),
                    // Where none are kept, none are asked for.
                    (Effect::Save(_) | Effect::OpenCase(_) | Effect::RemoveCase(_) | Effect::RestoreCase(_), None) => {}
                    (Effect::Copy(text), _) => {
                        let is_collected = matches!(self.model.overlay(), Some(Overlay::Collect(_)));
                        let printed = self.printed.filter(|_| is_collected);
                        messages.extend(printed.map(|printed| Message::Paste(printed.to_owned())));
                        left.push(FaceEffect::Copy(text));
                    }
                    (Effect::Show(text), _) => left.push(FaceEffect::Show(text)),
                    (Effect::Mouse(on), _) => left.push(FaceEffect::Mouse(on)),
                    (Effect::Ring(words), _) => left.push(FaceEffect::Ring(words)),
                    (Effect::Suspend, _) => left.push(FaceEffect::Suspend),
                    (Effect::Quit, _) => left.push(FaceEffect::Leave),
                }
            }
        }
        left
    }

    /// A message of which nothing is left to a face: it brings no time, since the bell of a wait that ended would be lost.
    fn begin(&mut self, message: Message) {
        let left = self.carry_out([message].into());
        debug_assert_eq!(left, []);
    }

    /// Has what changed saved now, and takes in where the saving is; true if the Model changed.
    pub fn settle(&mut self) -> bool {
        let news = self.cases.as_ref().and_then(|cases| cases.settle(self.model.saving()));
        let is_new = news.is_some();
        news.into_iter().for_each(|news| self.begin(news));
        is_new
    }

    /// Waits until all is on the disk, but not for ever.
    ///
    /// # Errors
    /// A machine failure where the last changes could not be saved.
    pub fn flush(&self) -> Result<(), Error> {
        self.cases.as_ref().map_or(Ok(()), OpenCases::flush)
    }
}
