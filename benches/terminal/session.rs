//! One program in a pseudo-terminal of 80x24: what it writes is read with the time at which it came.

use std::{
    collections::HashMap,
    error::Error,
    fs,
    io::{Read, Write},
    num::NonZero,
    path::Path,
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const ROWS: NonZero<u16> = NonZero::new(24).expect("not zero");
const COLUMNS: NonZero<u16> = NonZero::new(80).expect("not zero");

/// After so much silence a frame is complete.
const QUIET: Duration = Duration::from_millis(30);

/// A program that says nothing for so long has failed.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) type Failed = Box<dyn Error>;

/// A running program.
pub(crate) struct Session {
    child: Box<dyn Child + Send + Sync>,
    // Dropped, it would hang up.
    _master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
}

/// How long a frame took, and how much was written for it.
pub(crate) struct Frame {
    /// To the first byte behind which the marker stands on the screen.
    pub marker: Duration,
    /// To the first bytes that the program wrote at all; a frame is written at once.
    pub first: Duration,
    /// To the last byte before the silence.
    pub complete: Duration,
    pub bytes: usize,
}

impl Session {
    /// Starts a program and waits for its first frame, which shows `marker`; time begins just before the start.
    pub(crate) fn start(program: &Path, args: &[&str], marker: &str, home: &Path) -> Result<(Self, Frame), Failed> {
        let size = PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        command.cwd("/");
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "en_US.UTF-8")] {
            command.env(name, value);
        }
        command.env("HOME", home);
        let mut reader = pty.master.try_clone_reader()?;
        let keyboard = pty.master.take_writer()?;
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut chunk = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                if sender.send((Instant::now(), chunk[..count].to_vec())).is_err() {
                    break;
                }
            }
        });
        let start = Instant::now();
        let child = pty.slave.spawn_command(command)?;
        let screen = vt100::Parser::new(ROWS, COLUMNS, 0);
        let mut session = Session { child, _master: pty.master, keyboard, output, screen };
        let frame = session.frame(start, Some(marker))?;
        Ok((session, frame))
    }

    /// Types a key and waits for the frame that answers it.
    pub(crate) fn key(&mut self, key: &str) -> Result<Frame, Failed> {
        let start = Instant::now();
        self.keyboard.write_all(key.as_bytes())?;
        self.keyboard.flush()?;
        self.frame(start, None)
    }

    /// Types Ctrl-C and waits for the end; how long it took.
    pub(crate) fn quit(mut self) -> Result<Duration, Failed> {
        let start = Instant::now();
        self.keyboard.write_all(b"\x03")?;
        self.keyboard.flush()?;
        let status = self.child.wait()?;
        let took = start.elapsed();
        if status.success() { Ok(took) } else { Err(format!("ended with {status}").into()) }
    }

    /// The most memory that it has held so far, in KiB; `None` where the system does not tell.
    pub(crate) fn peak_memory(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        field(&status, "VmHWM")
    }

    /// How often its threads went to sleep so far: as often as they were woken.
    pub(crate) fn sleeps(&self) -> Option<f64> {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.process_id()?)).ok()?;
        let status = |task: fs::DirEntry| fs::read_to_string(task.path().join("status")).ok();
        tasks.flatten().filter_map(status).map(|status| field(&status, "voluntary_ctxt_switches")).sum()
    }

    /// Reads until silence; the frame counts from `start`.
    fn frame(&mut self, start: Instant, marker: Option<&str>) -> Result<Frame, Failed> {
        let mut bytes = 0;
        let (mut seen, mut first, mut last) = (marker.map_or(Some(start), |_| None), None, start);
        loop {
            let wait = if bytes == 0 || seen.is_none() { PATIENCE } else { QUIET };
            let Ok((at, chunk)) = self.output.recv_timeout(wait) else { break };
            self.screen.process(&chunk);
            bytes += chunk.len();
            first.get_or_insert(at);
            last = at;
            if seen.is_none() && marker.is_some_and(|marker| self.screen.screen().contents().contains(marker)) {
                seen = Some(at);
            }
        }
        match seen.zip(first) {
            Some((seen, first)) => {
                Ok(Frame { marker: seen - start, first: first - start, complete: last - start, bytes })
            }
            _ => Err(format!("no frame came; the screen shows:\n{}", self.screen.screen().contents()).into()),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// A number of a `/proc` status file.
fn field(status: &str, name: &str) -> Option<f64> {
    let fields: HashMap<&str, &str> = status.lines().filter_map(|line| line.split_once(':')).collect();
    fields.get(name)?.split_whitespace().next()?.parse().ok()
}
