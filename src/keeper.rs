//! The executor of a wizard's effects on files and cases, whichever face it wears.

use std::collections::BTreeMap;

use crate::{
    app::{Effect, Message, Model, Saving},
    clock, effects,
    failure::Failure,
    saved::Saved,
    saver::{Progress, Saver},
    store::{Lock, Store},
};

/// The store, its saver, and the cases that this program holds.
pub struct Keeper {
    kept: Option<Kept>,
}

struct Kept {
    store: Store,
    saver: Saver,
    locks: BTreeMap<String, Lock>,
}

impl Keeper {
    /// Keeps cases in a store, or nowhere.
    pub fn new(store: Option<Store>) -> Self {
        let kept = store.map(|store| {
            store.tidy();
            let saver = Saver::new(store.clone());
            Kept { store, saver, locks: BTreeMap::new() }
        });
        Keeper { kept }
    }

    /// Tells a model of the cases on the disk, and that it may have new ones kept.
    pub fn greet(&self, model: &mut Model) {
        model.now = clock::now();
        model.process = std::process::id();
        if let Some(kept) = &self.kept {
            let (cases, broken) = kept.store.list();
            model.find(cases, &broken);
        }
    }

    /// Carries out an effect on files and cases; the answer is a message for the model. Other effects are not ours.
    pub fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match (effect, &mut self.kept) {
            (Effect::Write { path, text, force }, _) => {
                let result = effects::write(&path, &text, force);
                Some(Message::Written(result.map(|()| std::path::absolute(&path).unwrap_or(path))))
            }
            (Effect::Save(saved), Some(kept)) => kept.save(*saved),
            (Effect::OpenCase(id), Some(kept)) => Some(Message::Opened(kept.open(&id).map(Box::new))),
            (Effect::RemoveCase(id), Some(kept)) => {
                // What still waits for the disk would bring the file back.
                let _ = kept.saver.flush();
                kept.locks.remove(&id);
                Some(Message::Moved(kept.store.remove(&id)))
            }
            (Effect::RestoreCase(id), Some(kept)) => Some(Message::Moved(kept.store.restore(&id))),
            _ => None,
        }
    }

    /// Where the saving stands, if it is not what the model believes.
    pub fn news(&self, model: &Model) -> Option<Message> {
        if model.saving == Saving::Nothing {
            return None;
        }
        let saving = match self.kept.as_ref()?.saver.progress() {
            Progress::Saved => Saving::Done,
            Progress::Saving => Saving::Going,
            Progress::Failing(reason) => Saving::Failing(reason),
        };
        (saving != model.saving).then_some(Message::Saving(saving))
    }

    /// Has what changed saved now.
    pub fn wake(&self) {
        if let Some(kept) = &self.kept {
            kept.saver.wake();
        }
    }

    /// Waits until all is on the disk, but not for ever.
    ///
    /// # Errors
    /// A machine failure where the last changes could not be saved.
    pub fn flush(&self) -> Result<(), Failure> {
        let done = self.kept.as_ref().map_or(Ok(()), |kept| kept.saver.flush());
        done.map_err(|reason| Failure::machine("not-saved", [("reason", &reason)]))
    }
}

impl Kept {
    fn save(&mut self, saved: Saved) -> Option<Message> {
        if !self.locks.contains_key(&saved.id) {
            match self.store.lock(&saved.id) {
                Ok(Some(lock)) => drop(self.locks.insert(saved.id.clone(), lock)),
                Ok(None) => return Some(Message::Taken(saved.id.clone())),
                // A disk that takes no lock says why when the case itself is written.
                Err(_) => {}
            }
        }
        self.saver.submit(saved);
        None
    }

    /// The case as it is now, and whether another program holds it.
    fn open(&mut self, id: &str) -> Result<(Saved, bool), Failure> {
        let lock = self.store.lock(id);
        // Read only when nobody else writes any more.
        let saved = self.store.load(id)?;
        // A disk that takes no lock says why when the case is written.
        let taken = matches!(lock, Ok(None)) && !self.locks.contains_key(id);
        self.locks.extend(lock.ok().flatten().map(|lock| (id.to_owned(), lock)));
        Ok((saved, taken))
    }
}
