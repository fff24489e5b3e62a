//! The wizard is killed at random moments: what its screen called saved is on the disk, and every file can be read.
//!
//! With `--nocapture` it prints how many states were acknowledged.
#![cfg(unix)]

use std::{
    fs,
    io::Write,
    path::Path,
    time::{Duration, Instant},
};

use backup_medic::{
    app::{Context, Screen},
    case::Case,
    store::Store,
};

use crate::{
    slow::pty::harness::{CLOCK, CODE, Left, PROGRAM, Pty, Setup, kill},
    walks::Random,
    wizard::Wizard,
};

/// How many keys a session has at most.
const KEYS: usize = 24;
/// Ends a frame.
const SHOWN: &[u8] = b"\x1b[?2026l";

/// A state of a session: the key that led to it, the screen below the header, and the case.
pub(crate) struct State {
    key: &'static str,
    pub(crate) screen: String,
    pub(crate) case: Case,
}

impl State {
    /// The key as a test's wizard calls it.
    pub(crate) fn name(&self) -> &'static str {
        named(self.key)
    }
}

fn named(key: &'static str) -> &'static str {
    match key {
        " " => "Space",
        "\r" => "Enter",
        key => key,
    }
}

/// A session of random answers, each step ticked: every key adds something or turns a page, none takes anything back.
pub(crate) fn script(random: &mut Random) -> Vec<State> {
    let mut wizard = Wizard::new("en", 80, 24).keeping(Vec::new());
    wizard.message(backup_medic::app::Message::Now(CLOCK.to_owned()));
    wizard.open(CODE);
    let mut states = Vec::new();
    let mut key = "";
    while states.len() <= KEYS {
        // The empty key draws the first frame.
        wizard = wizard.keys(named(key));
        if states.is_empty() {
            wizard.message(backup_medic::app::Message::Resize(80, 24));
        }
        let session = wizard.model.session().expect("it is open");
        states.push(State { key, screen: body(&wizard.text()), case: timeless(session.open.case.clone()) });
        key = match wizard.model.context() {
            Context::Question => {
                let (ask, _) = session.question().expect("it is in view");
                ["1", "2", "3"][random.below(session.open.guide[ask.question].options.len().min(3))]
            }
            Context::Remedy if session.item().is_some_and(|(_, item)| item.mark.is_none()) => " ",
            Context::Remedy | Context::Confirm => "\r",
            _ => break,
        };
        assert_eq!(wizard.model.screen(), Screen::Place);
    }
    states
}

/// The times differ between the script and the wizard.
pub(crate) fn timeless(case: Case) -> Case {
    Case { times: Default::default(), answered: Default::default(), noted: Default::default(), ..case }
}

/// A screen without its header, which says how the saving stands.
pub(crate) fn body(screen: &str) -> String {
    screen.split_once('\n').map_or("", |(_, body)| body).trim_end().to_owned()
}

/// Whether the screen shows a state, and calls it saved.
fn saved(pty: &Pty, state: &State) -> bool {
    is_saved(&pty.text()) && body(&pty.text()) == state.screen
}

pub(crate) fn is_saved(screen: &str) -> bool {
    let header = screen.lines().next().unwrap_or_default();
    header.ends_with("saved  EN") && !header.ends_with("not saved  EN")
}

/// The furthest state that a frame showed as saved.
fn acknowledged(raw: &[u8], script: &[State]) -> Option<usize> {
    let mut parser = vt100::Parser::default();
    let mut furthest = None;
    let mut from = 0;
    for end in (0..=raw.len()).filter(|end| raw[..*end].ends_with(SHOWN)) {
        parser.process(&raw[from..end]);
        from = end;
        let text = crate::slow::pty::harness::text(parser.screen());
        if is_saved(&text) {
            // Where two states look alike, the earlier one is all that the screen promised.
            let shown = script.iter().position(|state| state.screen == body(&text));
            furthest = furthest.max(Some(shown.unwrap_or_else(|| panic!("no state looks like\n{text}"))));
        }
    }
    furthest
}

/// Checks the folder of a session against what its screen promised; answers with the state that is there.
fn check(folder: &Path, left: &Left, script: &[State], seed: u64) -> Option<usize> {
    let (cases, broken) = Store::open(folder.join("cases")).list();
    assert!(broken.is_empty(), "seed {seed}: {broken:?}");
    assert!(cases.len() <= 1, "seed {seed}: {} cases", cases.len());
    let kept = cases.first().map(|saved| timeless(saved.case.clone()));
    let kept = kept.map(|case| {
        // The last one that it equals: turning a page changes nothing.
        let at = script.iter().rposition(|state| state.case == case);
        at.unwrap_or_else(|| panic!("seed {seed}: the case was never so: {case:?}"))
    });
    let promised = acknowledged(&left.raw, script);
    assert!(kept >= promised, "seed {seed}: {promised:?} was acknowledged, {kept:?} is kept");
    promised
}

fn arguments(folder: &Path) -> [&str; 3] {
    [PROGRAM, "--data-dir", folder.to_str().expect("UTF-8")]
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost() {
    let times = crate::promises::times("kills");
    let began = Instant::now();
    let (mut promises, mut inside) = (0, 0);
    for seed in 1..=times as u64 {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let script = script(&mut random);
        let folder = tempfile::tempdir().expect("a folder");
        let [program, option, data] = arguments(folder.path());
        let mut pty = Pty::wizard(&Setup { command: &[program, option, data, CODE], ..Setup::default() }, "running?");
        let keys = 1 + random.below(script.len() - 1);
        // All at once, at some pace, or each when the one before is saved, and the kill as soon as the last is.
        let pace = random.below(5);
        for (at, state) in script[1..=keys].iter().enumerate() {
            pty.send(state.key);
            match pace {
                0 => {}
                1 | 2 => pty.listen(Duration::from_micros(random.below(10_000 * pace) as u64)),
                _ if at + 1 < keys || pace == 4 => pty.wait_until("the answer", |pty| saved(pty, state)),
                _ => {}
            }
        }
        if pace < 4 {
            pty.listen(Duration::from_micros(random.below(12_000) as u64));
        }
        pty.signal("KILL");
        let left = pty.left();
        assert_eq!(left.status.signal(), Some("Killed"), "seed {seed}");
        let promised = check(folder.path(), &left, &script, seed);
        promises += promised.unwrap_or(0);
        inside += usize::from(promised.is_none_or(|promised| promised < keys));
        let names = fs::read_dir(folder.path().join("cases")).into_iter().flatten().flatten().count();
        assert!(names <= 3, "seed {seed}: the case, its lock, and what was being written");
    }
    assert!(
        promises > times && inside > 0 && inside < times,
        "{promises} states were acknowledged, {inside} kills were within the saving"
    );
    let _ = writeln!(
        std::io::stderr(),
        "{times} kills, {promises} states acknowledged, {inside} kills before the last was, {:?}",
        began.elapsed()
    );
}

/// Types a script and leaves in some way, all of it saved or the last key on its way; all of it is kept.
fn leaves(out: impl Fn(Pty) -> Left, ended: impl Fn(&Left) -> bool, quick: bool) {
    for seed in 1..6 {
        let script = script(&mut Random(seed));
        let folder = tempfile::tempdir().expect("a folder");
        let [program, option, data] = arguments(folder.path());
        let mut pty = Pty::wizard(&Setup { command: &[program, option, data, CODE], ..Setup::default() }, "running?");
        let (last, before) = script[1..].split_last().expect("a key");
        before.iter().for_each(|state| pty.send(state.key));
        if let Some(before) = before.last() {
            pty.wait_until("the answers", |pty| saved(pty, before));
        }
        pty.send(last.key);
        if !quick {
            pty.wait_until("the last answer", |pty| saved(pty, last));
        }
        let left = out(pty);
        assert!(ended(&left), "{:?}", left.status);
        let (cases, broken) = Store::open(folder.path().join("cases")).list();
        assert_eq!((cases.len(), broken.len()), (1, 0));
        assert!(timeless(cases[0].case.clone()) == last.case, "seed {seed}: {:?}", cases[0].case);
    }
}

#[test]
fn a_signal_finds_what_was_acknowledged_on_the_disk() {
    for (name, says) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt"), ("QUIT", "Quit")] {
        let out = |pty: Pty| {
            pty.signal(name);
            pty.left()
        };
        leaves(out, |left| left.status.signal().is_some_and(|signal| signal.starts_with(says)), false);
    }
}

#[test]
fn quitting_waits_for_what_was_not_acknowledged_yet() {
    for key in ["q", "\x03"] {
        let out = |mut pty: Pty| {
            pty.send(key);
            pty.left()
        };
        leaves(out, |left| left.status.success() && left.changed.is_empty(), true);
    }
}

#[test]
fn a_terminal_that_is_closed_takes_nothing_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let [program, option, data] = arguments(folder.path());
    let mut pty = Pty::wizard(&Setup { command: &[program, option, data, CODE], ..Setup::default() }, "running?");
    pty.send("2");
    pty.wait_until("the answer", |pty| is_saved(&pty.text()));
    let status = pty.close();
    assert!(
        status.signal().is_some_and(|signal| signal.starts_with("Hangup")) || status.exit_code() == 3,
        "{status:?}"
    );
    let (cases, broken) = Store::open(folder.path().join("cases")).list();
    assert_eq!((cases.len(), broken.len(), cases[0].case.answers.len()), (1, 0, 1));
}

/// A case with one answer on the disk; its id.
fn kept(folder: &Path) -> String {
    let [program, option, data] = arguments(folder);
    let mut pty = Pty::wizard(&Setup { command: &[program, option, data, CODE], ..Setup::default() }, "running?");
    pty.send("2");
    pty.wait_for("Question 2");
    pty.send("q");
    assert!(pty.left().status.success());
    let (cases, _) = Store::open(folder.join("cases")).list();
    assert_eq!(cases.len(), 1, "quitting waits for the writer");
    cases[0].id.clone()
}

#[test]
fn of_eight_programs_on_one_case_one_writes_and_the_others_know() {
    let folder = tempfile::tempdir().expect("a folder");
    let id = kept(folder.path());
    let [program, option, data] = arguments(folder.path());
    let command = [program, option, data, "resume", &id];
    let mut all: Vec<Pty> = (0..8).map(|_| Pty::start(&Setup { command: &command, ..Setup::default() })).collect();
    all.iter_mut().for_each(|pty| pty.wait_for("Question 2"));
    let readers = all.iter().filter(|pty| pty.text().contains("read only")).count();
    assert_eq!(readers, 7);
    for pty in &mut all {
        pty.send("1");
        if !pty.text().contains("read only") {
            pty.wait_until("the answer", |pty| pty.text().contains("Question 3") && pty.text().contains("  saved"));
        }
    }
    let store = Store::open(folder.path().join("cases"));
    assert_eq!(store.load(&id).expect("it can be read").case.answers.len(), 2);
    // What holds the case dies, and the next program has it.
    let writer = all.iter().position(|pty| !pty.text().contains("read only")).expect("one of them");
    let writer = all.swap_remove(writer);
    assert!(kill("KILL", writer.pid));
    writer.left();
    let next = Pty::wizard(&Setup { command: &command, ..Setup::default() }, "Question 3");
    assert!(!next.text().contains("read only"), "{}", next.text());
    for mut pty in all {
        pty.send("\x03");
        pty.left();
    }
    assert_eq!(store.load(&id).expect("it can be read").case.answers.len(), 2, "the readers wrote nothing");
}
