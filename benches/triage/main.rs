//! Measures `triage` beside `jq` that groups the same file by code, in turn, so that a slow moment of the machine meets both.
//!
//! Prints Markdown, asserts nothing. `JOBS=N` in the environment makes a stream of another size.

#![allow(clippy::disallowed_types)] // A bench starts what it measures.

mod jobs;

use std::{
    env,
    error::Error,
    fs::{self, File},
    io::{self, BufWriter, Read, Write},
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

/// Times that each program reads the stream.
const ROUNDS: usize = 3;

/// Jobs of the stream.
const JOBS: u64 = 1_000_000;

/// The fastest way to group in jq, as a stream; `group_by` over the whole takes three times as long, and 4 GB.
const JQ: [&str; 2] =
    ["-n", "reduce (inputs | .properties.errorDetails[0].errorCode | tostring) as $code ({}; .[$code] += 1)"];

type Failed = Box<dyn Error>;

/// What a run took.
#[derive(Clone, Copy)]
struct Run {
    seconds: f64,
    /// In MiB; not known where there is no `/proc`.
    peak: Option<f64>,
}

fn main() -> Result<(), Failed> {
    let rows = env::var("JOBS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(JOBS);
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("jobs.jsonl");
    let mut out = BufWriter::new(File::create(&path)?);
    jobs::write(&mut out, rows)?;
    out.flush()?;
    let (mut own, mut jq) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let ours = &mut Command::new(env!("CARGO_BIN_EXE_backup-medic"));
        own.push(run(ours.args(["triage", "--format", "json"]), &path)?);
        match run(Command::new("jq").args(JQ), &path) {
            Ok(run) => jq.push(run),
            // Not on this machine: the report says so.
            Err(_) => continue,
        }
    }
    report(fs::metadata(&path)?.len() as f64 / 1e6, rows, &mut own, &mut jq)
}

fn report(megabytes: f64, rows: u64, own: &mut [Run], jq: &mut [Run]) -> Result<(), Failed> {
    let mut text = format!(
        "| {rows} jobs, {megabytes:.0} MB | seconds | MB/s | peak memory, MiB |\n| --- | ---: | ---: | ---: |\n"
    );
    let mut median = |name: &str, runs: &mut [Run]| {
        runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
        let run = *runs.get(runs.len() / 2)?;
        let peak = runs.iter().filter_map(|run| run.peak).max_by(f64::total_cmp);
        let peak = peak.map_or("?".to_owned(), |peak| format!("{peak:.1}"));
        text += &format!("| {name} | {:.2} | {:.0} | {peak} |\n", run.seconds, megabytes / run.seconds);
        Some(run)
    };
    let (own, jq) = (median("`triage --format json`", own), median("`jq`, grouping by code", jq));
    text += &match own.zip(jq) {
        Some((own, jq)) => {
            format!("\n{:.1} times the speed of jq; the goals are 10 times and 64 MB.\n", jq.seconds / own.seconds)
        }
        None => "\njq is not on this machine, so there is nothing to compare with.\n".to_owned(),
    };
    Ok(io::stdout().write_all(text.as_bytes())?)
}

/// Runs a program over a file; its peak is read while it waits for somebody to take its output, or at its end.
fn run(command: &mut Command, path: &Path) -> Result<Run, Failed> {
    let start = Instant::now();
    let mut child = command.arg(path).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let mut out = child.stdout.take().ok_or("no output")?;
    let mut first = [0; 1];
    let mut peak = None;
    while peak.is_none() && out.read(&mut first)? > 0 {
        peak = peak_of(child.id());
    }
    io::copy(&mut out, &mut io::sink())?;
    let status = child.wait()?;
    let seconds = start.elapsed().as_secs_f64();
    if status.success() { Ok(Run { seconds, peak }) } else { Err(format!("ended with {status}").into()) }
}

fn peak_of(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}
