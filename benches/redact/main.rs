//! Measures how fast secrets are masked and names are replaced in ten megabytes of each kind of text, and the peak memory of
//! it all. Prints Markdown, asserts nothing.

use std::{
    fs,
    io::{self, Write},
    iter,
    path::Path,
    time::Instant,
};

use backup_medic::redact::{self, Names};

/// Bytes of each text.
const SIZE: usize = 10_000_000;

/// Times that each text is looked at; the middle one counts.
const ROUNDS: usize = 3;

const PROSE: &str = "The backup of the machine failed again last night, and nobody knows why; we restarted the agent and looked \
                     at the log files. ";
const NOTES: &str = "The VM web01 was restarted at 10:00.\npassword=Hunter22secret and token: abcDEF123456ghiJKL\n\
                     client_secret = 'x9Y8z7W6v5U4t3S2'\n";
const NAMES_ONLY: &str = "password = AccountKey=; token: Bearer sig= \n";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let logs = ["agent-log", "extension-log", "windows-log", "services", "jobs"];
    let logs: String = logs.iter().flat_map(|kind| texts(&root.join("tests/evidence").join(kind))).collect();
    let russian = fs::read_to_string(root.join("i18n/ru/azure-vm-backup/problems.ftl"))?;
    let kinds = [
        ("prose", PROSE.to_owned()),
        ("prose, Russian", russian),
        ("logs", logs.clone()),
        ("logs as one line of JSON", logs.replace(|c: char| !c.is_ascii(), "").escape_default().to_string()),
        ("notes, three secrets in three lines", NOTES.to_owned()),
        ("wrapped Base64", base64()),
        ("nothing but names of secrets", NAMES_ONLY.to_owned()),
    ];
    let mut report = "| 10 MB of | secrets masked, s | MB/s | names replaced, s | MB/s |\n".to_owned();
    report += "| --- | ---: | ---: | ---: | ---: |\n";
    for (name, unit) in kinds {
        let mut text = unit.repeat(SIZE / unit.len() + 1);
        text.truncate((0..=SIZE).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0));
        let masked = median(|| drop(redact::mask(&text)));
        let replaced = median(|| {
            let given = iter::once(("vm", "web01"));
            drop(Names::learned(given, || iter::once(text.as_str())).replace(&text));
        });
        let speed = |seconds: f64| text.len() as f64 / 1e6 / seconds;
        report +=
            &format!("| {name} | {masked:.2} | {:.0} | {replaced:.2} | {:.0} |\n", speed(masked), speed(replaced));
    }
    if let Some(peak) = peak() {
        report += &format!("\nPeak memory, with text and result: {peak:.0} MiB; the goals are 1 s and 64 MB.\n");
    }
    Ok(io::stdout().write_all(report.as_bytes())?)
}

/// Every text in a folder, in the order of their names.
fn texts(folder: &Path) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| !path.to_string_lossy().ends_with(".expected.toml"));
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// Lines of random letters as a certificate has them.
fn base64() -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut random: u64 = 1;
    let mut letter = |at: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        if at % 77 == 76 { '\n' } else { char::from(LETTERS[(random % 64) as usize]) }
    };
    (0..77_000).map(&mut letter).collect()
}

/// Seconds that something takes, the middle of all rounds.
fn median(run: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

/// The peak memory of this process in MiB, where the system tells.
fn peak() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}
