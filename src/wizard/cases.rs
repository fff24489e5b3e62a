//! The cases on the disk as a wizard uses them: which are open here, and how their saving goes.

use crate::{
    app::{Access, KeptCases, Message, Saving},
    error::Error,
    store::{
        Store,
        record::CaseRecord,
        writer::{SaveState, Writer},
    },
};

/// The store, and its writer, which holds the cases that are open here.
pub struct OpenCases {
    store: Store,
    writer: Writer,
}

impl Drop for OpenCases {
    fn drop(&mut self) {
        self.writer.let_all_go();
    }
}

impl OpenCases {
    /// Keeps cases in a store.
    pub fn new(store: Store) -> Self {
        store.remove_leftovers();
        let writer = Writer::new(store.clone());
        OpenCases { store, writer }
    }

    /// The cases on the disk, and what is wrong with their folder.
    pub fn list(&self) -> KeptCases {
        let (cases, broken) = self.store.list();
        KeptCases { cases, broken, refusal: self.store.refusal().map(|error| error.to_string()) }
    }

    /// Has the writer save a case when it wakes.
    pub fn save(&mut self, record: CaseRecord) {
        self.writer.submit(record);
    }

    /// The case as it is now, and who may write it.
    ///
    /// # Errors
    /// Bad input where there is none of this id, or it cannot be read.
    pub fn open(&mut self, id: &str) -> Result<(CaseRecord, Access), Error> {
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

    /// Removes a case, so that it can be brought back.
    ///
    /// # Errors
    /// A machine failure, or bad input where there is none of this id.
    pub fn remove(&mut self, id: &str) -> Result<(), Error> {
        // What still waits for the disk would bring the file back; where it fails, that is said of the case itself.
        self.writer.flush().ok();
        self.writer.let_go(id);
        self.store.remove(id)
    }

    /// Brings a removed case back.
    ///
    /// # Errors
    /// As `remove`.
    pub fn restore(&mut self, id: &str) -> Result<(), Error> {
        self.store.restore(id)
    }

    /// Has what changed saved now, and says where the saving stands, if it is not what is shown.
    pub fn settle(&self, shown: &Saving) -> Option<Message> {
        self.writer.wake();
        if *shown == Saving::Nothing {
            return None;
        }
        let taken = self.writer.taken();
        if !taken.is_empty() {
            return Some(Message::Taken(taken));
        }
        let saving = match self.writer.progress() {
            SaveState::Saved => Saving::Done,
            SaveState::Saving => Saving::Going,
            SaveState::Failing(reason) => Saving::Failing(reason),
        };
        (saving != *shown).then_some(Message::Saving(saving))
    }

    /// Waits until all is on the disk, but not for ever.
    ///
    /// # Errors
    /// A machine failure where the last changes could not be saved.
    pub fn flush(&self) -> Result<(), Error> {
        self.writer.flush().map_err(|reason| Error::NotSaved { reason })
    }
}
