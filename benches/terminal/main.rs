//! Measures the release program beside floors: 20-line programs that do the least of the same kind.
//!
//! All of it runs interleaved, so that a slow moment of the machine meets all programs alike: compare the ratios, not
//! the milliseconds. `BEFORE=PROGRAM` names an older build of it that runs along. Prints Markdown, asserts nothing.

#![allow(clippy::disallowed_types)] // A bench starts what it measures.

mod session;

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use session::{Failed, Session};

/// Times that every program is started.
const ROUNDS: usize = 15;

/// Keys typed in each round: down, up, down ...
const KEYS: usize = 16;

/// How long the programs are watched doing nothing.
const IDLE: Duration = Duration::from_secs(5);

/// Times that every task of the command line is run.
const RUNS: usize = 40;

/// A program, and the text that its first frame shows.
struct Program {
    name: &'static str,
    path: PathBuf,
    marker: &'static str,
    samples: Samples,
}

#[derive(Default)]
struct Samples {
    marker: Vec<f64>,
    complete: Vec<f64>,
    first_bytes: Vec<f64>,
    key: Vec<f64>,
    key_bytes: Vec<f64>,
    memory: Vec<f64>,
    quit: Vec<f64>,
    wake_ups: Vec<f64>,
}

fn main() -> Result<(), Failed> {
    let ours = PathBuf::from(env!("CARGO_BIN_EXE_backup-medic"));
    let floors = floors()?;
    let home = tempfile::tempdir()?;
    let program = |name, path, marker| Program { name, path, marker, samples: Samples::default() };
    let mut programs = vec![
        program("Backup Medic", ours.clone(), "Backup Medic"),
        program("crossterm", floors.join("floor-crossterm"), "Keys: 0"),
        program("ratatui list", floors.join("floor-ratatui"), "Row 0"),
    ];
    let before = env::var_os("BEFORE").map(PathBuf::from);
    programs.extend(before.map(|path| program("before", path, "Backup Medic")));
    for round in 0..ROUNDS {
        for at in 0..programs.len() {
            let count = programs.len();
            measure(&mut programs[(round + at) % count], home.path())?;
        }
    }
    for program in &mut programs {
        idle(program, home.path())?;
    }
    let mut report = format!("{}\n\n{}", machine(), terminal(&programs)?);
    report += &saving(&ours, home.path())?;
    report += &tasks(&ours, &floors.join("floor-hello"))?;
    Ok(io::stdout().write_all(report.as_bytes())?)
}

/// Builds the floors as the program was built, and says where they are.
fn floors() -> Result<PathBuf, Failed> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--release", "--examples", "--quiet", "--manifest-path"]).arg(manifest);
    if !cargo.status()?.success() {
        return Err("the floors do not build".into());
    }
    // The program stands in the profile's folder, the examples in a folder of it.
    let folder = Path::new(env!("CARGO_BIN_EXE_backup-medic")).parent().ok_or("the program has no folder")?;
    Ok(folder.join("examples"))
}

fn measure(program: &mut Program, home: &Path) -> Result<(), Failed> {
    let (mut session, first) = Session::start(&program.path, &[], program.marker, home)?;
    let samples = &mut program.samples;
    samples.marker.push(millis(first.marker));
    samples.complete.push(millis(first.complete));
    samples.first_bytes.push(first.bytes as f64);
    for key in ["\x1b[B", "\x1b[A"].iter().cycle().take(KEYS) {
        let frame = session.key(key)?;
        samples.key.push(millis(frame.complete));
        samples.key_bytes.push(frame.bytes as f64);
    }
    samples.memory.extend(session.peak_memory().map(|kib| kib / 1024.0));
    samples.quit.push(millis(session.quit()?));
    Ok(())
}

/// Wake-ups per second of a program that nobody touches.
fn idle(program: &mut Program, home: &Path) -> Result<(), Failed> {
    let (session, _) = Session::start(&program.path, &[], program.marker, home)?;
    let before = session.sleeps();
    thread::sleep(IDLE);
    let wake_ups = before.zip(session.sleeps()).map(|(before, after)| (after - before) / IDLE.as_secs_f64());
    program.samples.wake_ups.extend(wake_ups);
    session.quit()?;
    Ok(())
}

/// Key to frame of keys that each change a case, kept on the disk and not: an answer is taken back and given again.
fn saving(ours: &Path, home: &Path) -> Result<String, Failed> {
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..ROUNDS {
        // Each round has a home without cases, so that no question which one is meant comes first. A relative home is
        // none, and without one cases are not kept: nothing is encoded, handed over or awaited.
        let kept = home.join(round.to_string());
        let homes = [&kept, Path::new("nowhere")];
        for at in [round % 2, (round + 1) % 2] {
            let args = ["UserErrorGuestAgentStatusUnavailable"];
            let (mut session, _) = Session::start(ours, &args, "Is the VM running?", homes[at])?;
            session.key("2")?;
            for key in ["u", "U"].iter().cycle().take(KEYS) {
                times[at].push(millis(session.key(key)?.first));
            }
            session.quit()?;
        }
    }
    let was_saved = |round: usize| fs::read_dir(home.join(format!("{round}/.local/share/backup-medic/cases"))).is_ok();
    if !(0..ROUNDS).all(was_saved) {
        return Err("nothing was saved".into());
    }
    let mut table = "\n| key that changes a case | saved, ms | not kept, ms | x not kept | goal |\n".to_owned();
    table += "| --- | ---: | ---: | ---: | --- |\n";
    // No fastest key: the late frame that says "saved" may be taken for a next key's.
    let figures: Vec<_> = times.iter_mut().map(|times| median(times)).collect();
    table += &row("key to frame, ms", &figures, 3, "1.05x");
    Ok(table)
}

/// A row of figures: the first is ours, each other one also as what ours is of it.
fn row(name: &str, figures: &[Option<f64>], digits: usize, goal: &str) -> String {
    let figure = |figure: &Option<f64>| figure.map_or("?".to_owned(), |figure| format!("{figure:.digits$}"));
    let ratio = |floor: &Option<f64>| match (figures[0], floor) {
        (Some(ours), Some(floor)) if *floor > 0.0 => format!("{:.2}x", ours / floor),
        _ => String::new(),
    };
    let cells = figures.iter().map(figure).chain(figures[1..].iter().map(ratio));
    format!("| {name} | {} | {goal} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn terminal(programs: &[Program]) -> Result<String, Failed> {
    let names: Vec<_> = programs.iter().map(|program| program.name).collect();
    let ratios = names[1..].iter().map(|name| format!("x {name}"));
    let head: Vec<_> = names.iter().map(|name| (*name).to_owned()).chain(ratios).collect();
    let rule = "| ---: ".repeat(head.len());
    let mut table = format!("| 80x24 | {} | goal |\n| --- {rule}| --- |\n", head.join(" | "));
    let mut add = |name: &str, of: fn(&mut [f64]) -> Option<f64>, pick: fn(&Samples) -> &Vec<f64>, digits, goal| {
        let figures: Vec<_> = programs.iter().map(|program| of(&mut pick(&program.samples).clone())).collect();
        table += &row(name, &figures, digits, goal);
    };
    add("start to first complete frame, ms", median, |s| &s.complete, 2, "1.35x ratatui list");
    add("the same, fastest round", least, |s| &s.complete, 2, "");
    add("start to the marker in it, ms", median, |s| &s.marker, 2, "");
    add("bytes of the first frame", median, |s| &s.first_bytes, 0, "");
    add("key to frame, ms", median, |s| &s.key, 2, "1.3x ratatui list");
    add("the same, fastest key", least, |s| &s.key, 2, "");
    add("key to frame, 95 of 100, ms", most, |s| &s.key, 2, "3 ms");
    add("bytes per key", median, |s| &s.key_bytes, 0, "");
    add("peak memory, MiB", median, |s| &s.memory, 2, "3x crossterm");
    add("idle, wake-ups per second", median, |s| &s.wake_ups, 1, "0");
    add("quit, ms", median, |s| &s.quit, 2, "");
    let size = |program: &Program| fs::metadata(&program.path).map(|file| file.len() as f64 / 1e6);
    let sizes = programs.iter().map(size).collect::<io::Result<Vec<_>>>()?;
    table += &row("size of the program, MB", &sizes.into_iter().map(Some).collect::<Vec<_>>(), 2, "8 MB");
    Ok(table)
}

/// Tasks of the command line beside a program that writes as many bytes.
fn tasks(ours: &Path, hello: &Path) -> Result<String, Failed> {
    let mut table = "\n| task | bytes | Backup Medic, ms | hello, ms | x hello | goal |\n".to_owned();
    table += "| --- | ---: | ---: | ---: | ---: | --- |\n";
    for task in [&["--version"][..], &["list"], &["show", "UserErrorGuestAgentStatusUnavailable"]] {
        let bytes = Command::new(ours).args(task).output()?.stdout.len();
        let (mut own, mut floor) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            own.push(run(Command::new(ours).args(task))?);
            floor.push(run(Command::new(hello).arg(bytes.to_string()))?);
        }
        let name = format!("`{}`", task.join(" "));
        let goal = if task[0] == "show" { "3x" } else { "1.5x" };
        table += &row(&format!("{name} | {bytes}"), &[median(&mut own), median(&mut floor)], 2, goal);
        table += &row("the same, fastest run |", &[least(&mut own), least(&mut floor)], 2, "");
    }
    Ok(table)
}

/// Milliseconds from just before the start to the end, the output read to its end.
fn run(command: &mut Command) -> Result<f64, Failed> {
    command.env("LANG", "en_US.UTF-8").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let start = Instant::now();
    let output = command.spawn()?.wait_with_output()?;
    let took = start.elapsed();
    if output.status.success() { Ok(millis(took)) } else { Err(format!("ended with {}", output.status).into()) }
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

fn median(values: &mut [f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// What a busy machine disturbs least.
fn least(values: &mut [f64]) -> Option<f64> {
    quantile(values, 0.0)
}

fn most(values: &mut [f64]) -> Option<f64> {
    quantile(values, 0.95)
}

fn quantile(values: &mut [f64], part: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    Some(values[(last as f64 * part).round() as usize])
}

/// What the figures were measured on, and when.
fn machine() -> String {
    let said = |program: &str, argument: &str| {
        let output = Command::new(program).arg(argument).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let cpu = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let cores = thread::available_parallelism().map_or(0, usize::from);
    format!(
        "{}, {cores} cores, {} {}, measured {}; medians of {ROUNDS} rounds of {KEYS} keys and of {RUNS} runs of a task, \
         all programs interleaved",
        cpu.as_deref().unwrap_or("unknown processor"),
        env::consts::OS,
        said("uname", "-r").unwrap_or_default(),
        said("date", "+%F").unwrap_or_default(),
    )
}
