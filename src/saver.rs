//! The saver: a thread that brings cases to the disk, so that no frame ever waits for it.

use std::{
    collections::BTreeMap,
    io::ErrorKind,
    mem,
    sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::{
    saved::{self, Saved},
    store::Store,
};

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
    store: Store,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The newest state of each case that is not on the disk yet.
    waiting: BTreeMap<String, Saved>,
    busy: bool,
    /// Whether the thread was started.
    running: bool,
    failure: Option<String>,
}

/// The saver that a way out must wait for, even one that no code of the wizard runs on.
static RUNNING: OnceLock<Saver> = OnceLock::new();

impl Saver {
    /// A saver for a store; its thread starts with the first case, so that looking around costs none.
    pub fn new(store: Store) -> Self {
        Saver(Arc::new(Shared { store, state: Mutex::default(), changed: Condvar::new() }))
    }

    /// Hands over the newest state of a case, to be saved at the next `wake` or on a way out; an older one that still waits
    /// is dropped.
    pub fn submit(&self, saved: Saved) {
        let _ = RUNNING.set(self.clone());
        self.state().waiting.insert(saved.id.clone(), saved);
    }

    /// Has what was submitted saved, on the saver's own thread.
    pub fn wake(&self) {
        self.start(&mut self.state());
    }

    fn start(&self, state: &mut State) {
        if !state.running && !state.waiting.is_empty() {
            let own = self.clone();
            let started = thread::Builder::new().name("saver".to_owned()).spawn(move || own.run());
            state.running = started.is_ok();
            state.failure = started.err().map(|error| error.to_string());
        }
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

    /// Waits until all is on the disk, but not for ever.
    ///
    /// # Errors
    /// Why something is left that was tried once more.
    pub fn flush(&self) -> Result<(), String> {
        let end = Instant::now() + PATIENCE;
        let mut state = self.state();
        // An old failure says nothing of the disk as it is now.
        state.failure = None;
        self.start(&mut state);
        while !state.waiting.is_empty() || state.busy {
            let left = end.saturating_duration_since(Instant::now());
            if let Some(reason) = &state.failure {
                return Err(reason.clone());
            }
            if left.is_zero() {
                return Err(ErrorKind::TimedOut.to_string());
            }
            state = self.0.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        Ok(())
    }

    fn run(&self) {
        loop {
            let mut state = self.state();
            while state.waiting.is_empty() {
                state = self.0.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            let taken = mem::take(&mut state.waiting);
            state.busy = true;
            drop(state);
            // All are tried, so that a case that cannot be written does not hold the others back.
            let mut failed = Vec::new();
            for saved in taken.into_values() {
                if let Err(error) = self.0.store.save(&saved.id, &saved::encode(&saved)) {
                    failed.push((saved, error.to_string()));
                }
            }
            let mut state = self.state();
            state.busy = false;
            state.failure = None;
            for (saved, reason) in failed {
                state.failure = Some(reason);
                // A newer state of the case may have come meanwhile.
                state.waiting.entry(saved.id.clone()).or_insert(saved);
            }
            self.0.changed.notify_all();
            if state.failure.is_some() {
                drop(self.0.changed.wait_timeout(state, AGAIN));
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits for the running saver, if there is one.
///
/// # Errors
/// As its own.
pub fn flush() -> Result<(), String> {
    RUNNING.get().map_or(Ok(()), Saver::flush)
}
