//! Every way out leaves the terminal as it was.

use portable_pty::ExitStatus;

use crate::promises::times;

use super::{
    bytes::questions,
    harness::{CODE, PROGRAM, Pty, Setup, kill, text},
};

/// Every way is gone so often, each time a little later.
const TIMES: usize = 20;

fn opened() -> Setup<'static> {
    Setup { command: &[PROGRAM, CODE], ..Setup::default() }
}

/// Goes one way out many times; `keys` are typed just before it, so that a frame is under way.
fn check(many: usize, out: impl Fn(&mut Pty), ended: impl Fn(&ExitStatus) -> bool) {
    for time in 0..many {
        let mut pty = Pty::wizard(&opened(), "Is the VM running?");
        pty.send("jk".repeat((time % TIMES).pow(2)));
        out(&mut pty);
        let left = pty.left();
        assert!(ended(&left.status), "{:?}", left.status);
        assert_eq!(left.changed, [""; 0]);
        assert_eq!(questions(&left.raw), []);
        assert!(!text(&left.screen).contains("Is the VM running?"), "{}", text(&left.screen));
    }
}

fn killed_by(signal: &'static str) -> impl Fn(&ExitStatus) -> bool {
    move |status| status.signal().is_some_and(|name| name.starts_with(signal))
}

#[test]
fn keys() {
    check(times("ways-out-by-key"), |pty| pty.send("q"), ExitStatus::success);
    check(times("ways-out-by-key"), |pty| pty.send("\x03"), ExitStatus::success);
}

#[test]
fn signals_that_end() {
    check(times("signals"), |pty| pty.signal("INT"), killed_by("Interrupt"));
    check(times("signals"), |pty| pty.signal("TERM"), killed_by("Terminated"));
    check(times("signals"), |pty| pty.signal("HUP"), killed_by("Hangup"));
    check(times("signals"), |pty| pty.signal("QUIT"), killed_by("Quit"));
    // From the first frame on: nothing else of the program knows that it comes.
    check(times("signals"), |pty| pty.signal("ABRT"), killed_by("Aborted"));
}

#[test]
fn other_signals_that_end() {
    let named = [
        ("USR1", "User defined"),
        ("USR2", "User defined"),
        ("ALRM", "Alarm"),
        ("XCPU", "CPU time"),
        ("VTALRM", "Virtual timer"),
        ("PROF", "Profiling"),
        ("BUS", "Bus error"),
        ("SYS", "Bad system call"),
        ("TRAP", "Trace"),
    ];
    for (name, says) in named {
        check(times("other-signals"), |pty| pty.signal(name), killed_by(says));
    }
    #[cfg(target_os = "linux")]
    for (name, code) in [("IO", 128 + 29), ("PWR", 128 + 30), ("STKFLT", 128 + 16)] {
        check(times("other-signals"), |pty| pty.signal(name), |status| status.exit_code() == code);
    }
}

/// With so few descriptors the start fails at each of its calls that needs one, in turn.
#[test]
fn a_start_that_fails_half_way_is_undone() {
    let mut failed = 0;
    for most in 4..20 {
        let folder = tempfile::tempdir().expect("a folder");
        let script = format!("ulimit -n {most}; exec \"$MEDIC\" --data-dir data {CODE}");
        let setup = Setup { command: &["sh", "-c", &script], folder: folder.path(), ..Setup::default() };
        let mut pty = Pty::start(&setup);
        pty.wait_until("a frame or an end", |pty| pty.has_ended() || pty.text().contains("Is the VM running?"));
        failed += usize::from(pty.has_ended());
        if !pty.has_ended() {
            pty.send("q");
        }
        let left = pty.left();
        assert!(matches!(left.status.exit_code(), 0 | 2 | 3 | 101 | 127), "{most}: {:?}", left.status);
        assert_eq!(left.changed, [""; 0], "{most}: {}", text(&left.screen));
    }
    assert!((3..16).contains(&failed), "{failed} starts failed");
}

/// F10 aborts as a process without memory does.
#[test]
#[cfg(debug_assertions)]
fn an_abort_gives_the_terminal_back() {
    for _ in 0..times("aborts") {
        let mut pty = Pty::wizard(&opened(), "Is the VM running?");
        pty.send("\x1b[21~");
        let left = pty.left();
        assert!(killed_by("Aborted")(&left.status), "{:?}", left.status);
        assert_eq!(left.changed, [""; 0]);
    }
}

/// The signal of an abort that hits a thread of the wizard, and be it the one that waits for aborts.
#[test]
#[cfg(target_os = "linux")]
fn an_abort_of_any_thread_gives_the_terminal_back() {
    for name in ["abort", "watch"] {
        let pty = Pty::wizard(&opened(), "Is the VM running?");
        assert!(kill("ABRT", pty.thread(name)), "{name}");
        let left = pty.left();
        assert!(killed_by("Aborted")(&left.status), "{name}: {:?}", left.status);
        assert_eq!(left.changed, [""; 0], "{name}");
    }
}

/// F9 panics while a frame is made, F8 while the terminal is given back.
#[test]
#[cfg(debug_assertions)]
fn panics_in_a_frame_and_while_restoring() {
    for (keys, name) in [("\x1b[20~", "F9"), ("\x1b[19~q", "F8")] {
        for _ in 0..times("panics-at-the-edge") {
            let mut pty = Pty::wizard(&opened(), "Is the VM running?");
            pty.send(keys);
            let left = pty.left();
            let text = text(&left.screen);
            assert_eq!((left.status.exit_code(), left.changed.len()), (101, 0), "{:?} {text}", left.changed);
            assert!(text.contains(&format!("{name} was pressed")), "{text}");
        }
    }
}

#[test]
fn a_signal_at_any_moment_of_the_start() {
    for _ in 0..times("signals-at-the-start") {
        let pty = Pty::start(&opened());
        pty.signal("TERM");
        let left = pty.left();
        assert!(killed_by("Terminated")(&left.status), "{:?}", left.status);
        assert_eq!(left.changed, [""; 0]);
    }
}

#[test]
fn a_quit_and_a_signal_at_once() {
    for _ in 0..TIMES {
        let mut pty = Pty::wizard(&opened(), "Is the VM running?");
        pty.send("q");
        // The key may be quicker.
        kill("TERM", pty.pid);
        assert_eq!(pty.left().changed, [""; 0]);
    }
}

/// F12 panics in the wizard, F11 beside it.
#[test]
#[cfg(debug_assertions)]
fn panics() {
    for (key, name) in [("\x1b[24~", "F12"), ("\x1b[23~", "F11")] {
        for _ in 0..times("panics") {
            let mut pty = Pty::wizard(&Setup::default(), "Search");
            pty.walk(&[("very private", "very private"), (key, "was pressed")]);
            let left = pty.left();
            let text = text(&left.screen);
            assert_eq!((left.status.exit_code(), left.changed.len()), (101, 0), "{:?} {text}", left.changed);
            for said in [&format!("{name} was pressed"), "To report the error", "guides: azure"] {
                assert!(text.contains(said), "{said} in {text}");
            }
            assert!(!text.contains("private"), "{text}");
        }
    }
}

#[test]
fn the_terminal_is_closed() {
    let deaf = ["sh", "-c", "trap '' HUP; exec \"$MEDIC\" \"$1\"", "sh", CODE];
    for command in [&[PROGRAM, CODE][..], &deaf] {
        for _ in 0..times("terminals-closed") {
            let pty = Pty::wizard(&Setup { command, ..Setup::default() }, "Is the VM running?");
            let status = pty.close();
            // By the signal, or by the frame that could not be written.
            assert!(killed_by("Hangup")(&status) || status.exit_code() == 3, "{status:?}");
        }
    }
}

/// Flow control holds all output back, as a connection without an other end does.
#[test]
fn a_terminal_that_takes_nothing_does_not_keep_the_process() {
    use rustix::termios::{Action, tcflow};
    let mut pty = Pty::wizard(&opened(), "Is the VM running?");
    tcflow(pty.device(), Action::OOff).expect("output can be held back");
    pty.send("jjj");
    pty.signal("TERM");
    pty.wait_until("the modes of before", |pty| !pty.changed().iter().any(|change| change.contains(" was ")));
    tcflow(pty.device(), Action::OOn).expect("output can be let go");
    let left = pty.left();
    assert!(killed_by("Terminated")(&left.status), "{:?}", left.status);
}

/// A shell with jobs in the terminal, at its prompt.
struct Shell {
    pty: Pty,
    /// How its prompt leaves the terminal.
    prompt: Vec<String>,
}

impl Shell {
    fn start() -> Self {
        let command = &["sh", "-i"];
        let pty = Pty::wizard(&Setup { command, ..Setup::default() }, "ready>");
        let prompt = pty.changed();
        Shell { pty, prompt }
    }

    /// Works as before, and so does the terminal.
    fn is_usable(&mut self) {
        self.pty.wait_until("the prompt", Pty::prompts);
        self.pty.send("echo us''able $?\n");
        self.pty.wait_until("the shell's answer", |pty| pty.text().contains("usable ") && pty.prompts());
        assert_eq!(self.pty.changed(), self.prompt, "{}", self.pty.text());
    }
}

#[test]
fn the_shell_is_usable_afterwards() {
    let ways: [(&str, &str, u8); 5] =
        [("q", "", 0), ("\x03", "", 0), ("", "TERM", 143), ("", "HUP", 129), ("\x1b[24~", "", 101)];
    for (keys, signal, status) in ways.into_iter().filter(|(.., status)| cfg!(debug_assertions) || *status != 101) {
        let mut shell = Shell::start();
        // The wizard tells its own process by what only it is called.
        shell.pty.send(format!("sh -c 'echo id=$$=; exec \"$MEDIC\" {CODE}'\n"));
        shell.pty.wait_for("Is the VM running?");
        if signal.is_empty() {
            shell.pty.send(keys);
        } else {
            let written = String::from_utf8_lossy(&shell.pty.raw).into_owned();
            let id = written.rsplit("id=").find_map(|rest| rest.split('=').next()?.parse().ok()).expect("it was told");
            assert!(kill(signal, id), "{id}");
        }
        shell.is_usable();
        assert!(shell.pty.text().contains(&format!("usable {status}")), "{}", shell.pty.text());
    }
}

#[test]
fn stopped_and_gone_on_with() {
    let mut fresh = Pty::wizard(&Setup { size: (100, 30), ..opened() }, "Is the VM running?");
    fresh.send("j");
    fresh.wait_for("▌ 1  Running");
    let fresh = fresh.text();
    let mut shell = Shell::start();
    shell.pty.send(format!("\"$MEDIC\" {CODE}\n"));
    shell.pty.wait_for("Is the VM running?");
    for (columns, rows) in [(80, 24), (100, 30)].repeat(times("stops")) {
        shell.pty.send("m");
        shell.pty.wait_until("the mouse", |pty| pty.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None);
        shell.pty.send("\x1a");
        shell.pty.wait_until("the prompt", Pty::prompts);
        assert_eq!(shell.pty.changed(), shell.prompt, "{}", shell.pty.text());
        shell.pty.resize(columns, rows);
        shell.pty.send("fg\n");
        shell.pty.wait_until("the modes", |pty| {
            let screen = pty.screen();
            let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
            screen.alternate_screen() && screen.bracketed_paste() && mouse && pty.text().contains("Is the VM running?")
        });
        assert_ne!(shell.pty.changed(), shell.prompt);
        shell.pty.send("m");
        shell.pty.wait_until("no mouse", |pty| pty.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    }
    shell.pty.send("j");
    shell.pty.wait_until("the picture of the new size", |pty| pty.text() == fresh);
    shell.pty.send("q");
    shell.is_usable();
}

/// Ctrl-Z stops what the wizard was started through as well, and both come back.
#[test]
fn a_wrapper_stops_with_the_wizard() {
    for _ in 0..times("stops-of-a-wrapper") {
        let mut shell = Shell::start();
        shell.pty.send(format!("sh -c '\"$MEDIC\" {CODE}; exit 5'\n"));
        shell.pty.wait_for("Is the VM running?");
        shell.pty.send("\x1a");
        shell.pty.wait_until("the prompt", Pty::prompts);
        assert_eq!(shell.pty.changed(), shell.prompt, "{}", shell.pty.text());
        shell.pty.send("fg\n");
        shell.pty.wait_for("Is the VM running?");
        shell.pty.wait_until("the modes", |pty| pty.screen().alternate_screen() && pty.screen().bracketed_paste());
        shell.pty.send("q");
        shell.is_usable();
        assert!(shell.pty.text().contains("usable 5"), "{}", shell.pty.text());
    }
}

#[test]
fn killed_while_stopped() {
    let mut shell = Shell::start();
    shell.pty.send(format!("\"$MEDIC\" {CODE}\n"));
    shell.pty.wait_for("Is the VM running?");
    shell.pty.send("\x1a");
    shell.pty.wait_until("the prompt", Pty::prompts);
    shell.pty.send("kill -TERM %1; kill -CONT %1; fg; echo status=$?\n");
    shell.pty.wait_for("status=143");
    shell.is_usable();
}

#[test]
fn going_on_without_a_stop_changes_nothing() {
    let mut pty = Pty::wizard(&opened(), "Is the VM running?");
    let fresh = pty.text();
    for _ in 0..TIMES {
        pty.signal("CONT");
    }
    pty.walk(&[("?", "Keys on this"), ("\x1b", "VM running?")]);
    pty.wait_until("the same picture", |pty| pty.text() == fresh);
    pty.send("q");
    let left = pty.left();
    assert!(left.status.success(), "{:?}", left.status);
    assert_eq!(left.changed, [""; 0]);
}
