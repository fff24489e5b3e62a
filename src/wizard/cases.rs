//! The executor of a wizard's effects on files and cases, whichever face it wears.

use crate::{
    app::{Access, Effect, Message, Model, Saving},
    error::Failure,
    machine::{clock, file_system, files},
    store::{
        Store,
        record::CaseRecord,
        writer::{SaveState, Writer},
    },
};

/// The store, and its writer, which holds the cases that are open here.
pub struct OpenCases {
    kept: Option<HeldCase>,
}

struct HeldCase {
    store: Store,
    writer: Writer,
}

impl Drop for OpenCases {
    fn drop(&mut self) {
        if let Some(kept) = &self.kept {
            kept.writer.let_all_go();
        }
    }
}

impl OpenCases {
    /// Keeps cases in a store, or nowhere.
    pub fn new(store: Option<Store>) -> Self {
        let kept = store.map(|store| {
            store.remove_leftovers();
            let writer = Writer::new(store.clone());
            HeldCase { store, writer }
        });
        OpenCases { kept }
    }

    /// Tells a model of the cases on the disk, and that it may have new ones kept, or why not.
    pub fn list_into(&self, model: &mut Model) {
        model.now = clock::now();
        model.chance = file_system::chance();
        match &self.kept {
            Some(kept) => {
                let (cases, broken) = kept.store.list();
                model.find(cases, &broken);
                if let Some(error) = kept.store.refusal() {
                    model.doubt(&error.to_string());
                }
            }
            None => model.forget(),
        }
    }

    /// Carries out an effect on files and cases; the answer is a message for the model. Other effects are not ours.
    pub fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match (effect, &mut self.kept) {
            (Effect::Write { path, text, force }, _) => {
                let result = files::write(&path, &text, force);
                Some(Message::Written(result.map(|()| std::path::absolute(&path).unwrap_or(path))))
            }
            (Effect::Save(saved), Some(kept)) => {
                kept.writer.submit(*saved);
                None
            }
            (Effect::OpenCase(id), Some(kept)) => Some(Message::Opened(kept.open(&id).map(Box::new))),
            (Effect::RemoveCase(id), Some(kept)) => {
                // What still waits for the disk would bring the file back.
                let _ = kept.writer.flush();
                kept.writer.let_go(&id);
                Some(Message::Moved(kept.store.remove(&id)))
            }
            (Effect::RestoreCase(id), Some(kept)) => Some(Message::Moved(kept.store.restore(&id))),
            _ => None,
        }
    }

    /// Where the saving stands, if it is not what the model believes.
    pub fn save_state(&self, model: &Model) -> Option<Message> {
        if model.saving == Saving::Nothing {
            return None;
        }
        let writer = &self.kept.as_ref()?.writer;
        let taken = writer.taken();
        if !taken.is_empty() {
            return Some(Message::Taken(taken));
        }
        let saving = match writer.progress() {
            SaveState::Saved => Saving::Done,
            SaveState::Saving => Saving::Going,
            SaveState::Failing(reason) => Saving::Failing(reason),
        };
        (saving != model.saving).then_some(Message::Saving(saving))
    }

    /// Has what changed saved now.
    pub fn wake(&self) {
        if let Some(kept) = &self.kept {
            kept.writer.wake();
        }
    }

    /// Waits until all is on the disk, but not for ever.
    ///
    /// # Errors
    /// A machine failure where the last changes could not be saved.
    pub fn flush(&self) -> Result<(), Failure> {
        let done = self.kept.as_ref().map_or(Ok(()), |kept| kept.writer.flush());
        done.map_err(|reason| Failure::machine("not-saved", [("reason", &reason)]))
    }
}

impl HeldCase {
    /// The case as it is now, and who may write it.
    fn open(&mut self, id: &str) -> Result<(CaseRecord, Access), Failure> {
        let lock = self.store.lock(id);
        // Read only when nobody else writes any more.
        let saved = self.store.load(id)?;
        let access = match lock {
            Ok(Some(lock)) => {
                self.writer.hold(id, lock);
                Access::Ours
            }
            Ok(None) if self.writer.holds(id) => Access::Ours,
            Ok(None) => Access::Taken,
            Err(error) => Access::Unlocked(error.to_string()),
        };
        Ok((saved, access))
    }
}
