//! The writer: a thread that brings cases to the disk, so that no frame ever waits for it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, ErrorKind},
    mem,
    sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::store::{
    Presence, Store,
    lock::CaseLock,
    record::{self, CaseRecord},
};

/// How long a way out waits for the last write.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long after a failure the next try comes by itself.
const AGAIN: Duration = Duration::from_secs(2);

/// A handle to the writer; its clones are the same writer.
#[derive(Debug, Clone)]
pub struct Writer(Arc<Shared>);

/// Where the writer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
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
    state: Mutex<WriterState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct WriterState {
    /// The latest state of each case that is not on the disk yet.
    waiting: BTreeMap<String, CaseRecord>,
    /// The cases that this program holds.
    locks: BTreeMap<String, CaseLock>,
    /// The cases whose file is there, whoever made it.
    there: BTreeSet<String>,
    /// The cases that another program turned out to hold.
    taken: Vec<String>,
    busy: bool,
    /// Whether the thread was started.
    running: bool,
    failure: Option<String>,
}

/// The writer that a way out must wait for, even one that no code of the wizard runs on.
static RUNNING: OnceLock<Writer> = OnceLock::new();

impl Writer {
    /// A writer for a store; its thread starts with the first case, so that looking around costs none.
    pub fn new(store: Store) -> Self {
        Writer(Arc::new(Shared { store, state: Mutex::default(), changed: Condvar::new() }))
    }

    /// Hands over the latest state of a case, to be saved at the next `wake` or on a way out; an older one that still waits
    /// is dropped.
    pub fn submit(&self, saved: CaseRecord) {
        let _ = RUNNING.set(self.clone());
        self.state().waiting.insert(saved.id.clone(), saved);
    }

    /// Takes a case over that was opened, with its lock; what is saved without one is locked first.
    pub fn hold(&self, id: &str, lock: CaseLock) {
        let _ = RUNNING.set(self.clone());
        let mut state = self.state();
        state.there.insert(id.to_owned());
        state.locks.insert(id.to_owned(), lock);
    }

    /// Whether this program holds a case.
    pub fn holds(&self, id: &str) -> bool {
        self.state().locks.contains_key(id)
    }

    /// Lets a case go, so that another program may hold it.
    pub fn let_go(&self, id: &str) {
        let mut state = self.state();
        state.there.remove(id);
        state.locks.remove(id);
    }

    /// Lets all cases go.
    pub fn let_all_go(&self) {
        self.state().locks.clear();
    }

    /// The cases that another program turned out to hold since this was asked last: they are saved no more.
    pub fn taken(&self) -> Vec<String> {
        mem::take(&mut self.state().taken)
    }

    /// Has what was submitted saved, on the writer's own thread.
    pub fn wake(&self) {
        self.start(&mut self.state());
    }

    fn start(&self, state: &mut WriterState) {
        if !state.running && !state.waiting.is_empty() {
            let own = self.clone();
            let started = thread::Builder::new().name("writer".to_owned()).spawn(move || own.run());
            state.running = started.is_ok();
            state.failure = started.err().map(|error| error.to_string());
        }
        self.0.changed.notify_all();
    }

    /// Where the writer stands.
    pub fn progress(&self) -> SaveState {
        let state = self.state();
        match (&state.failure, state.waiting.is_empty() && !state.busy) {
            (Some(reason), _) => SaveState::Failing(reason.clone()),
            (None, true) => SaveState::Saved,
            (None, false) => SaveState::Saving,
        }
    }

    /// Waits until all is on the disk, but not for ever.
    ///
    /// # Errors
    /// Why something is left that was tried again.
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
                if let Err(error) = self.bring(&saved) {
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

    /// Brings a case to the disk, locked first.
    fn bring(&self, saved: &CaseRecord) -> io::Result<()> {
        let (is_held, is_there) = {
            let state = self.state();
            (state.locks.contains_key(&saved.id), state.there.contains(&saved.id))
        };
        if !is_held {
            match self.0.store.lock(&saved.id) {
                Ok(Some(lock)) => drop(self.state().locks.insert(saved.id.clone(), lock)),
                Ok(None) => {
                    self.state().taken.push(saved.id.clone());
                    return Ok(());
                }
                // Where nothing can be locked, nobody else may write what is new here; its reason is the disk's to say.
                Err(_) => {}
            }
        }
        let mut place = if is_there { Presence::There } else { Presence::New };
        let done = self.0.store.put(&saved.id, &record::encode(saved), &mut place);
        if place == Presence::There {
            self.state().there.insert(saved.id.clone());
        }
        done
    }

    fn state(&self) -> MutexGuard<'_, WriterState> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits for the running writer, if there is one.
///
/// # Errors
/// As its own.
pub fn flush() -> Result<(), String> {
    RUNNING.get().map_or(Ok(()), Writer::flush)
}

/// The same where the process ends without unwinding; then no lock of it stays behind.
pub fn end() {
    if let Some(writer) = RUNNING.get()
        && writer.flush().is_ok()
    {
        writer.let_all_go();
    }
}
