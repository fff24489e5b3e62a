//! Measures how fast and how well texts are recognised: time for 64 KiB of pasted text, recall and precision on the
//! corpus. Prints Markdown, asserts nothing.

#![allow(clippy::disallowed_types)] // A bench starts what it measures.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    rc::Rc,
    time::Instant,
};

use backup_medic::{data::builtin, error::Error, evidence::matching::Matcher, guide::Catalog, l10n};
use serde::Deserialize;

/// Bytes of a pasted text.
const PASTE: usize = 64 << 10;

/// Times that each text is searched.
const ROUNDS: usize = 40;

#[derive(Deserialize)]
struct Expected {
    #[serde(default, rename = "match")]
    matches: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    code: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files = Rc::new(builtin::embedded());
    let catalog = Catalog::read(&files).map_err(|found| format!("{:?}", Error::Guide { diagnostics: found }))?;
    let locales = l10n::available(&files);
    let built = median(|| drop(Matcher::read(&files, &catalog, &locales)));
    let matcher = Matcher::read(&files, &catalog, &locales);

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence/match");
    let (mut texts, mut meant, mut right, mut wrong, mut all) = (0, 0, 0, 0, String::new());
    for entry in fs::read_dir(folder)?.flatten().filter(|entry| entry.path().extension().is_some_and(|e| e == "txt")) {
        let text = fs::read_to_string(entry.path())?;
        let expected: Expected = toml::from_str(&fs::read_to_string(entry.path().with_extension("expected.toml"))?)?;
        let found = matcher.find(&text);
        let is_meant =
            |row: usize| expected.matches.iter().any(|row_meant| row_meant.code == catalog.entries[row].code);
        let good = found.iter().filter(|found| is_meant(found.row)).count();
        texts += 1;
        meant += expected.matches.len();
        right += good;
        wrong += found.len() - good;
        all += &text;
    }
    let plain = "The nightly run on vm-mill-04 took 41 minutes, and nothing of note was reported.\n";
    let mut report = "| 64 KiB of | ms |\n| --- | --- |\n".to_owned();
    for (name, text) in [
        ("log without a code", plain),
        ("tickets and mails", all.as_str()),
        ("one word", "backup "),
        ("one code", "UserErrorUnsupportedDiskSize "),
    ] {
        let paste: String = text.chars().cycle().take(PASTE).collect();
        let millis = median(|| drop(matcher.find(&paste)));
        report += &format!("| {name} | {millis:.2} |\n");
    }
    report += &format!("\nBuilding the matcher takes {built:.2} ms.\n\n");
    report += &format!("Corpus: {texts} texts; recall {right}/{meant}, precision {right}/{}\n", right + wrong);
    Ok(io::stdout().write_all(report.as_bytes())?)
}

/// Milliseconds that something takes, the middle of all rounds.
fn median(run: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}
