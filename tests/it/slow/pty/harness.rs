//! A program in a pseudo-terminal: keys in, a screen out, and what it left behind.

use std::{
    fs,
    io::{Read, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use tempfile::TempDir;

pub(crate) use crate::process::PROGRAM;
pub(crate) const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// Nothing takes this long; what does has failed.
const DEADLINE: Duration = Duration::from_secs(30);

/// What to start, and where.
pub(crate) struct Setup<'a> {
    pub(crate) command: &'a [&'a str],
    pub(crate) env: &'a [(&'a str, &'a str)],
    pub(crate) size: (u16, u16),
    pub(crate) folder: &'a Path,
}

impl Default for Setup<'_> {
    fn default() -> Self {
        Setup { command: &[PROGRAM], env: &[], size: (80, 24), folder: Path::new("/") }
    }
}

/// A running program and its terminal.
pub(crate) struct Pty {
    terminal: Option<Terminal>,
    events: Receiver<Event>,
    parser: vt100::Parser,
    /// Everything that the program wrote.
    pub(crate) raw: Vec<u8>,
    pub(crate) pid: u32,
    exit: Option<ExitStatus>,
    deadline: Instant,
    before: String,
    _home: TempDir,
}

struct Terminal {
    writer: Box<dyn Write + Send>,
    reader: JoinHandle<()>,
    closing: Arc<AtomicBool>,
    slave: Box<dyn SlavePty + Send>,
    master: Box<dyn MasterPty + Send>,
}

/// What time it is, unless a test gives another clock.
pub(crate) const CLOCK: &str = "2026-11-25T08:00:00Z";

enum Event {
    Bytes(Vec<u8>),
    Exit(ExitStatus),
}

/// What a program left behind.
pub(crate) struct Left {
    pub(crate) status: ExitStatus,
    pub(crate) screen: vt100::Screen,
    pub(crate) raw: Vec<u8>,
    /// What differs from the terminal as it was before; empty where nothing does.
    pub(crate) changed: Vec<String>,
}

impl Pty {
    pub(crate) fn start(setup: &Setup<'_>) -> Self {
        let (columns, rows) = setup.size;
        let pair = native_pty_system().openpty(size(columns, rows)).expect("there are pseudo-terminals");
        let mut command = CommandBuilder::new(setup.command[0]);
        command.args(&setup.command[1..]);
        command.env_clear();
        for (name, value) in [("PATH", "/usr/bin:/bin"), ("TERM", "xterm-256color"), ("LANG", "en_US.UTF-8")] {
            command.env(name, value);
        }
        for (name, value) in [("PS1", "ready> "), ("MEDIC", PROGRAM)] {
            command.env(name, value);
        }
        // Nobody's own cases are touched, and none of another test is seen.
        let home = tempfile::tempdir().expect("a folder");
        command.env("HOME", home.path());
        // The clock stands, so that a frame is the same whenever it is drawn.
        let clock = home.path().join("clock");
        fs::write(&clock, CLOCK).expect("a clock");
        command.env("BACKUP_MEDIC_TEST_CLOCK", clock);
        command.env("TZ", "UTC");
        setup.env.iter().for_each(|(name, value)| command.env(name, value));
        command.cwd(setup.folder);
        let before = termios(&*pair.master);
        let mut child = pair.slave.spawn_command(command).expect("the program starts");
        let pid = child.process_id().expect("a running child has an id");
        let (send, events) = mpsc::channel();
        let closing = Arc::new(AtomicBool::new(false));
        let from = pair.master.try_clone_reader().expect("the terminal can be read");
        let reader = read(from, Arc::clone(&closing), send.clone());
        thread::spawn(move || child.wait().map(|status| send.send(Event::Exit(status))));
        let writer = pair.master.take_writer().expect("nobody else writes");
        let terminal = Terminal { writer, reader, closing, slave: pair.slave, master: pair.master };
        Pty {
            terminal: Some(terminal),
            events,
            // Of an absurd size the program draws a part too.
            parser: vt100::Parser::new(some(rows.min(500), 24), some(columns.min(1000), 80), 0),
            raw: Vec::new(),
            pid,
            exit: None,
            deadline: Instant::now() + DEADLINE,
            before,
            _home: home,
        }
    }

    /// The wizard, with its first frame.
    pub(crate) fn wizard(setup: &Setup<'_>, first: &str) -> Self {
        let mut pty = Pty::start(setup);
        pty.wait_for(first);
        pty
    }

    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The screen's rows, without blanks at their ends.
    pub(crate) fn text(&self) -> String {
        text(self.screen())
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.exit.is_some()
    }

    /// Whether a shell waits for a command.
    pub(crate) fn prompts(&self) -> bool {
        !self.screen().alternate_screen() && self.text().trim_end().ends_with("ready>")
    }

    /// Where a text begins on the screen, as column and row from 0.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let (_, columns) = self.screen().size();
        let mut rows = self.screen().rows(0, columns.get()).enumerate();
        rows.find_map(|(y, row)| Some((row[..row.find(text)?].chars().count(), y)))
    }

    pub(crate) fn send(&mut self, keys: impl AsRef<[u8]>) {
        let terminal = self.terminal.as_mut().expect("the terminal is open");
        terminal
            .writer
            .write_all(keys.as_ref())
            .and_then(|()| terminal.writer.flush())
            .expect("the terminal takes keys");
    }

    /// Types one key after the other, each after what the one before must show.
    pub(crate) fn walk(&mut self, keys: &[(&str, &str)]) {
        for (key, shows) in keys {
            assert!(!self.text().contains(shows), "{shows} is there before {key:?}\n{}", self.text());
            self.send(key);
            self.wait_for(shows);
        }
    }

    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |pty| pty.text().contains(text));
    }

    pub(crate) fn wait_until(&mut self, what: &str, done: impl Fn(&Pty) -> bool) {
        loop {
            while let Ok(event) = self.events.try_recv() {
                self.take(event);
            }
            // Who was killed in the middle of a frame does not end it.
            if (self.exit.is_some() || self.frame_is_whole()) && done(self) {
                return;
            }
            let event = self.events.recv_timeout(self.deadline.saturating_duration_since(Instant::now()));
            match event {
                Ok(event) => self.take(event),
                Err(_) => panic!("waited for {what}; {:?}; the screen is\n{}", self.exit, self.text()),
            }
        }
    }

    /// Takes in what the program writes within so much time: a moment at random, not a wait for anything.
    pub(crate) fn listen(&mut self, time: Duration) {
        let end = Instant::now() + time;
        while let Ok(event) = self.events.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.take(event);
        }
    }

    /// Half a frame may already show what was waited for, and not yet what it takes away.
    fn frame_is_whole(&self) -> bool {
        let last = |mark: &[u8]| self.raw.windows(mark.len()).rposition(|bytes| bytes == mark);
        last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Bytes(bytes) => {
                self.parser.process(&bytes);
                self.raw.extend(bytes);
            }
            Event::Exit(status) => self.exit = Some(status),
        }
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.set_size(some(rows, 24), some(columns, 80));
        let terminal = self.terminal.as_ref().expect("the terminal is open");
        terminal.master.resize(size(columns, rows)).expect("a terminal takes any size");
    }

    pub(crate) fn signal(&self, name: &str) {
        assert!(kill(name, self.pid), "{name} could not be sent");
    }

    /// The number of a thread of the program, by the name that it gives itself when it starts.
    #[cfg(target_os = "linux")]
    pub(crate) fn thread(&self, name: &str) -> u32 {
        let is_named =
            |thread: &PathBuf| fs::read_to_string(thread.join("comm")).is_ok_and(|own| own.trim_end() == name);
        loop {
            let threads = fs::read_dir(format!("/proc/{}/task", self.pid)).expect("the program runs");
            let found = threads.flatten().map(|thread| thread.path()).find(is_named);
            if let Some(id) = found.and_then(|path| path.file_name()?.to_str()?.parse().ok()) {
                return id;
            }
            assert!(Instant::now() < self.deadline, "no thread is called {name}");
            thread::yield_now();
        }
    }

    /// The terminal itself, as another process would open it.
    pub(crate) fn device(&self) -> fs::File {
        let name = self.terminal.as_ref().and_then(|terminal| terminal.master.tty_name()).expect("it has a name");
        fs::File::options().read(true).write(true).open(name).expect("the terminal can be opened")
    }

    /// How the terminal differs from what it was before the program.
    pub(crate) fn changed(&self) -> Vec<String> {
        let now = self.terminal.as_ref().map(|terminal| termios(&*terminal.master));
        let termios = now.filter(|now| *now != self.before).map(|now| format!("{now} was {}", self.before));
        let screen = self.screen();
        let modes = [
            ("alternate screen", screen.alternate_screen()),
            ("bracketed paste", screen.bracketed_paste()),
            ("mouse", screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None),
            ("mouse encoding", screen.mouse_protocol_encoding() != vt100::MouseProtocolEncoding::Default),
            ("hidden cursor", screen.hide_cursor()),
            ("application keypad", screen.application_keypad()),
            ("application cursor", screen.application_cursor()),
            ("style", screen.fgcolor() != vt100::Color::Default || screen.bold() || screen.inverse()),
        ];
        let modes = modes.into_iter().filter(|(_, left)| *left).map(|(mode, _)| mode.to_owned());
        termios.into_iter().chain(modes).collect()
    }

    /// Waits for the end, and says what is left behind.
    pub(crate) fn left(mut self) -> Left {
        self.wait_until("the end", |pty| pty.exit.is_some());
        let changed_termios = self.changed().into_iter().filter(|change| change.contains(" was "));
        let mut changed: Vec<String> = changed_termios.collect();
        // Without the last open end the reader comes to the end of all that was written.
        let terminal = self.terminal.take().expect("the terminal is open");
        drop(terminal.slave);
        terminal.reader.join().expect("the reader does not panic");
        while let Ok(event) = self.events.try_recv() {
            self.take(event);
        }
        changed.extend(self.changed());
        let status = self.exit.clone().expect("waited for");
        Left { status, screen: self.screen().clone(), raw: std::mem::take(&mut self.raw), changed }
    }

    /// Closes the terminal under the program, and waits for its end.
    pub(crate) fn close(mut self) -> ExitStatus {
        let mut terminal = self.terminal.take().expect("the terminal is open");
        terminal.closing.store(true, Ordering::SeqCst);
        // The answer to a key wakes the reader, which then lets go.
        terminal.writer.write_all(b"\x1b[B").and_then(|()| terminal.writer.flush()).expect("the terminal takes keys");
        terminal.reader.join().expect("the reader does not panic");
        drop((terminal.writer, terminal.master, terminal.slave));
        self.wait_until("the end", |pty| pty.exit.is_some());
        self.exit.clone().expect("waited for")
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.exit.is_none() {
            kill("KILL", self.pid);
        }
    }
}

/// Sends a signal; false where there is nobody to get it.
pub(crate) fn kill(signal: &str, pid: u32) -> bool {
    let done = Command::new("kill").args([&format!("-{signal}"), &pid.to_string()]).stderr(Stdio::null()).status();
    done.is_ok_and(|status| status.success())
}

/// The rows of a screen, without blanks at their ends.
pub(crate) fn text(screen: &vt100::Screen) -> String {
    let rows: Vec<String> = screen.rows(0, screen.size().1.get()).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n")
}

fn read(mut from: Box<dyn Read + Send>, closing: Arc<AtomicBool>, to: Sender<Event>) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut bytes = [0; 1 << 16];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if closing.load(Ordering::SeqCst) || to.send(Event::Bytes(bytes[..count].to_vec())).is_err() {
                break;
            }
        }
    })
}

fn termios(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().expect("a terminal has modes");
    let flags = (modes.input_flags, modes.output_flags, modes.control_flags, modes.local_flags);
    format!("{flags:?} {:?}", modes.control_chars)
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn some(number: u16, otherwise: u16) -> NonZeroU16 {
    NonZeroU16::new(number).or(NonZeroU16::new(otherwise)).expect("one of them is not zero")
}
