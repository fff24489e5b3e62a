//! The saver: a thread that brings cases to the disk, so that no frame ever waits for it.

use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::store::Store;

/// How long a way out waits for the last write.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long after a failure the next try comes by itself.
const AGAIN: Duration = Duration::from_secs(2);

/// A handle to the saver; its clones are the same saver.
#[derive(Debug, Clone)]
pub struct Saver(Arc<Shared>);

/// Where the saver stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// All that was submitted is on the disk.
    Saved,
    /// Something is on its way.
    Saving,
    /// The machine refused; what was submitted is kept and tried again.
    Failing(String),
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The newest text of each case that is not on the disk yet.
    waiting: BTreeMap<String, String>,
    busy: bool,
    failure: Option<String>,
}

/// The saver that a way out must wait for, even one that no code of the wizard runs on.
static RUNNING: OnceLock<Saver> = OnceLock::new();

impl Saver {
    /// Starts the thread.
    ///
    /// # Errors
    /// Where the machine has no thread to give.
    pub fn start(store: Store) -> std::io::Result<Self> {
        let saver = Saver(Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() }));
        let own = saver.clone();
        thread::Builder::new().name("saver".to_owned()).spawn(move || own.run(&store))?;
        let _ = RUNNING.set(saver.clone());
        Ok(saver)
    }

    /// Hands over the newest text of a case; an older one that still waits is dropped.
    pub fn submit(&self, id: String, text: String) {
        self.state().waiting.insert(id, text);
        self.0.changed.notify_all();
    }

    /// Where the saver stands.
    pub fn progress(&self) -> Progress {
        let state = self.state();
        match (&state.failure, state.waiting.is_empty() && !state.busy) {
            (Some(reason), _) => Progress::Failing(reason.clone()),
            (None, true) => Progress::Saved,
            (None, false) => Progress::Saving,
        }
    }

    /// Waits until all is on the disk, but not for ever; false where something is left.
    pub fn flush(&self) -> bool {
        let end = Instant::now() + PATIENCE;
        let mut state = self.state();
        while !state.waiting.is_empty() || state.busy {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || state.failure.is_some() {
                return false;
            }
            state = self.0.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    fn run(&self, store: &Store) {
        loop {
            let mut state = self.state();
            while state.waiting.is_empty() {
                state = self.0.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            let Some((id, text)) = state.waiting.pop_first() else { continue };
            state.busy = true;
            drop(state);
            let result = store.save(&id, &text);
            let mut state = self.state();
            state.busy = false;
            match result {
                Ok(()) => state.failure = None,
                Err(error) => {
                    state.failure = Some(error.to_string());
                    // A newer text of the case may have come meanwhile.
                    state.waiting.entry(id).or_insert(text);
                    self.0.changed.notify_all();
                    drop(self.0.changed.wait_timeout(state, AGAIN));
                    continue;
                }
            }
            self.0.changed.notify_all();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits for the running saver, if there is one; true where all is on the disk.
pub fn flush() -> bool {
    RUNNING.get().is_none_or(Saver::flush)
}
