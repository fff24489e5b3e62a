//! Each step of a save is refused in turn: what the screen called saved is on the disk, and every file can be read.
//!
//! With `--nocapture` it prints how often it was refused.
#![cfg(unix)]

mod power;

use std::{
    fs::{File, TryLockError},
    io::{self, Error, ErrorKind, Write},
    ops::Range,
    path::Path,
    sync::{Arc, Mutex},
};

use backup_medic::{
    app::{Effect, KeptCases, Message, Saving, Started},
    case::Case,
    machine::file_system::{FileSystem, RealFileSystem},
    store::{Store, record::CaseRecord},
    wizard::cases::OpenCases,
};

use crate::{
    slow::{
        crash::{self, State},
        pty::harness::CODE,
    },
    walks::Random,
    wizard::Wizard,
};

/// A step that a save asked for, with names in place of paths.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    MakeFolder,
    Create(String),
    Write(Vec<u8>),
    Sync,
    Rename(String, String),
    SyncFolder,
    Lock,
}

/// A disk that refuses some steps, counted from 0, and remembers the others.
#[derive(Debug, Default)]
struct Faulty(Mutex<Faults>);

#[derive(Debug, Default)]
struct Faults {
    asked: usize,
    refused: Range<usize>,
    why: Option<ErrorKind>,
    done: Vec<Step>,
}

impl Faulty {
    fn refuse(&self, steps: Range<usize>, why: ErrorKind) {
        *self.0.lock().expect("nobody panics here") = Faults { refused: steps, why: Some(why), ..Faults::default() };
    }

    fn asked(&self) -> usize {
        self.0.lock().expect("nobody panics here").asked
    }

    fn done(&self) -> Vec<Step> {
        self.0.lock().expect("nobody panics here").done.clone()
    }

    fn step(&self, step: Step) -> io::Result<()> {
        let mut faults = self.0.lock().expect("nobody panics here");
        let at = faults.asked;
        faults.asked += 1;
        if faults.refused.contains(&at) {
            return Err(Error::from(faults.why.expect("set with the steps")));
        }
        faults.done.push(step);
        Ok(())
    }
}

fn name(path: &Path) -> String {
    path.file_name().expect("a file").to_string_lossy().into_owned()
}

impl FileSystem for Faulty {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Step::MakeFolder)?;
        RealFileSystem.make_folder(folder)
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        self.step(Step::Create(name(path)))?;
        RealFileSystem.create(path)
    }

    fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()> {
        // A full disk takes what still fits.
        self.step(Step::Write(text.to_vec())).inspect_err(|_| drop(file.write_all(&text[..text.len() / 2])))?;
        RealFileSystem.write(file, text)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.step(Step::Sync)?;
        RealFileSystem.sync(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Step::Rename(name(from), name(to)))?;
        RealFileSystem.rename(from, to)
    }

    fn rename_to_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Step::Rename(name(from), name(to)))?;
        RealFileSystem.rename_to_new(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Step::SyncFolder)?;
        RealFileSystem.sync_folder(folder)
    }

    fn lock(&self, file: &File) -> Result<(), TryLockError> {
        self.step(Step::Lock).map_err(TryLockError::Error)?;
        RealFileSystem.lock(file)
    }
}

/// The open cases of a program on a faulty disk.
struct World {
    folder: tempfile::TempDir,
    disk: Arc<Faulty>,
    open_cases: OpenCases,
    sessions: u32,
}

/// What a session showed.
#[derive(Default)]
struct Shown {
    /// How often the screen said "saved", and how often "not saved".
    saved: usize,
    failing: usize,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let disk = Arc::new(Faulty::default());
        let open_cases =
            OpenCases::new(Store::with_file_system(Arc::<Faulty>::clone(&disk), folder.path().join("cases")));
        World { folder, disk, open_cases, sessions: 0 }
    }

    /// The case on the disk, as the next program finds it.
    fn kept(&self) -> Option<Case> {
        let (mut cases, broken) = Store::open(self.folder.path().join("cases")).list();
        assert!(broken.is_empty(), "{broken:?}");
        assert!(cases.len() <= 1);
        cases.pop().map(|CaseRecord { case, .. }| crash::timeless(case))
    }

    /// Types a script, and looks after each key whether the disk holds what the screen says.
    fn session(&mut self, script: &[State]) -> Shown {
        self.sessions += 1;
        let mut wizard = Wizard::new("en", 80, 24);
        let kept = KeptCases { cases: Vec::new(), ..self.open_cases.list() };
        wizard.message(Message::Started(Started {
            chance: u64::from(self.sessions),
            kept: Some(kept),
            ..Started::default()
        }));
        wizard.message(Message::Now(super::pty::harness::CLOCK.to_owned()));
        wizard.open(CODE);
        let mut shown = Shown::default();
        let mut acknowledged = None;
        for at in 1..script.len() {
            wizard = wizard.keys(script[at].name());
            self.carry_out(&mut wizard);
            let text = wizard.text();
            assert_eq!(crash::body(&text), script[at].screen.as_str(), "work goes on, saved or not");
            let failing = matches!(wizard.model.saving(), Saving::Failing(_));
            assert_eq!(crash::is_saved(&text), !failing && *wizard.model.saving() != Saving::Nothing, "{text}");
            if crash::is_saved(&text) {
                (acknowledged, shown.saved) = (Some(at), shown.saved + 1);
            } else if failing {
                assert!(text.lines().next().is_some_and(|header| header.ends_with("not saved  EN")), "{text}");
                shown.failing += 1;
            }
            let kept = self.kept().map(|case| {
                let state = script[..=at].iter().rposition(|state| state.case == case);
                state.unwrap_or_else(|| panic!("the case was never so: {case:?}"))
            });
            assert!(kept >= acknowledged, "{acknowledged:?} was acknowledged, {kept:?} is kept");
        }
        shown
    }

    /// What the event loop does between two keys.
    fn carry_out(&mut self, wizard: &mut Wizard) {
        for effect in std::mem::take(&mut wizard.effects) {
            let Effect::Save(record) = effect else { panic!("nothing else is asked for: {effect:?}") };
            self.open_cases.save(*record);
        }
        let _ = self.open_cases.flush();
        if let Some(Message::Saving(news)) = self.open_cases.settle(wizard.model.saving()) {
            // Why it failed would hide the foot of the screen.
            wizard.message(Message::Saving(news));
            wizard.message(Message::Search);
        }
    }

    /// The disk works again: all that was typed is there, and nothing beside it.
    fn heal(&mut self, script: &[State]) {
        self.disk.refuse(0..0, ErrorKind::Other);
        self.open_cases.flush().expect("the disk works again");
        assert!(self.kept().as_ref() == script.last().map(|state| &state.case));
        let cases = self.folder.path().join("cases");
        for entry in std::fs::read_dir(&cases).expect("the folder").flatten() {
            let name = name(&entry.path());
            assert!(name.ends_with(".case") || name.ends_with(".lock"), "{name}");
        }
        let (saved, _) = Store::open(cases.clone()).list();
        std::fs::remove_file(cases.join(format!("{}.case", saved[0].id))).expect("it is there");
    }
}

const REASONS: [ErrorKind; 5] = [
    ErrorKind::StorageFull,
    ErrorKind::QuotaExceeded,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::PermissionDenied,
    ErrorKind::Other,
];

#[test]
fn no_refused_step_loses_what_was_acknowledged() {
    let mut world = World::new();
    let (mut refused, mut saved, mut failing) = (0, 0, 0);
    for seed in 1..=crate::promises::times("saves-refused") {
        let script = crash::script(&mut Random(seed as u64));
        world.disk.refuse(0..0, ErrorKind::Other);
        assert_eq!(world.session(&script).failing, 0);
        let steps = world.disk.asked();
        world.heal(&script);
        // Once, and for so long that keys are typed meanwhile.
        for (at, length) in (0..steps).flat_map(|at| [(at, 1), (at, 20)]) {
            world.disk.refuse(at..at + length, REASONS[at % REASONS.len()]);
            let shown = world.session(&script);
            refused += 1;
            (saved, failing) = (saved + shown.saved, failing + shown.failing);
            world.heal(&script);
        }
    }
    assert!(saved > refused && failing > refused / 4, "{refused} refusals, {saved} saved, {failing} not");
    let _ = writeln!(
        io::stderr(),
        "{refused} refusals, {saved} states were acknowledged, {failing} were shown as not saved, none was lost"
    );
}
