//! The wizard as a face drives it: a message in, and all that follows from it done before the next.

pub mod cases;
pub mod plain;
pub mod start;
pub mod tui;

use std::{collections::VecDeque, io};

use crate::{
    app::{self, Effect, Message, Model},
    error::Failure,
    machine::clock,
    wizard::cases::OpenCases,
};

/// The Model with its cases; whatever an update asks for is carried out here and nowhere else.
pub struct Wizard {
    /// What the face shows.
    pub model: Model,
    cases: OpenCases,
}

/// Whether the person stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Flow {
    /// The wizard goes on.
    Stay,
    /// The person left.
    Leave,
}

/// What only a face can do: copy, listen to the mouse, stop as a shell's job.
pub type Face<'a> = dyn FnMut(Effect) -> io::Result<()> + 'a;

impl Wizard {
    /// A Model and what keeps its cases.
    pub fn new(model: Model, cases: OpenCases) -> Self {
        Wizard { model, cases }
    }

    /// Takes a message in and carries out what follows from it.
    ///
    /// # Errors
    /// Where the face fails.
    pub fn send(&mut self, message: Message, face: &mut Face<'_>) -> io::Result<Flow> {
        self.model.now = clock::now();
        let effects = app::update(&mut self.model, message);
        self.run(effects, face)
    }

    /// Carries out effects, what follows from them, and so on to the end, even where the person leaves.
    ///
    /// # Errors
    /// Where the face fails.
    pub fn run(&mut self, effects: Vec<Effect>, face: &mut Face<'_>) -> io::Result<Flow> {
        let mut flow = Flow::Stay;
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Quit => flow = Flow::Leave,
                Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend => face(effect)?,
                other => {
                    if let Some(answer) = self.cases.carry_out(other) {
                        waiting.extend(app::update(&mut self.model, answer));
                    }
                }
            }
        }
        Ok(flow)
    }

    /// Takes in where the saving stands; whether the Model did not know yet.
    ///
    /// # Errors
    /// Where the face fails.
    pub fn hear(&mut self, face: &mut Face<'_>) -> io::Result<bool> {
        let Some(news) = self.cases.save_state(&self.model) else { return Ok(false) };
        let effects = app::update(&mut self.model, news);
        let _ = self.run(effects, face)?;
        Ok(true)
    }

    /// Has what changed saved now.
    pub fn wake(&self) {
        self.cases.wake();
    }

    /// Waits until all is on the disk, but not for ever.
    ///
    /// # Errors
    /// A machine failure where the last changes could not be saved.
    pub fn flush(&self) -> Result<(), Failure> {
        self.cases.flush()
    }
}
