//! `triage`: streams of jobs in every dialect, hostile ones too, and what becomes of them.
//!
//! A case is a pair of files in `tests/triage`: a stream, and beside it `NAME.expected` with what the program says of it.
//! `UPDATE_TRIAGE=1 cargo test triage` writes the second one anew.

mod cases;
mod faces;
mod large;
mod mutations;
mod query;
mod secrets;
mod whole;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use backup_medic::{
    data::builtin,
    error::Error,
    guide::Catalog,
    triage::{JobFailure, Summary, Triage},
};

use crate::process::program;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/triage");
const EXPECTED: &str = "expected";

/// The streams of the corpus, by name.
fn streams() -> Vec<PathBuf> {
    let entries = fs::read_dir(FOLDER).expect("there is a corpus").flatten();
    let mut streams: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_none_or(|e| e != EXPECTED)).collect();
    streams.sort();
    streams
}

/// Runs the program in the folder of the corpus.
fn run(args: &[&str]) -> Output {
    program(&[&["triage"], args].concat()).current_dir(FOLDER).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("all output is UTF-8")
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8")
}

fn catalog() -> Catalog {
    Catalog::read(&builtin::embedded()).expect("the embedded guides are sound")
}

/// The groups of a stream that is read by the library, problems known by their code alone.
fn summary(source: &mut dyn std::io::Read) -> Result<Summary, Error> {
    let catalog = catalog();
    let known = |said: &JobFailure<'_>| {
        let found = catalog.find(said.code)?;
        catalog.entries.iter().position(|entry| std::ptr::eq(entry, found))
    };
    let mut triage = Triage::new(&known);
    triage.read(Path::new("-"), source)?;
    Ok(triage.summary(&catalog))
}

#[test]
fn every_stream_of_the_corpus_becomes_what_is_expected() {
    let update = std::env::var_os("UPDATE_TRIAGE").is_some();
    let mut wrong = Vec::new();
    for path in streams() {
        let done = run(&[name(&path), "--format", "json"]);
        let code = done.status.code().map_or("none".to_owned(), |code| code.to_string());
        let found = format!("exit {code}\n{}{}", text(&done.stderr), text(&done.stdout));
        let beside = PathBuf::from(format!("{}.{EXPECTED}", path.display()));
        if update {
            fs::write(&beside, &found).expect("the corpus can be written");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if expected != found {
            wrong.push(format!("{}\n{found}\ninstead of\n{expected}", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_expectation_has_its_stream() {
    let streams = streams();
    let entries = fs::read_dir(FOLDER).expect("there is a corpus").flatten().map(|entry| entry.path());
    let lonely: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|e| e == EXPECTED))
        .filter(|path| !streams.contains(&path.with_extension("")))
        .collect();
    assert!(streams.len() > 50 && lonely.is_empty(), "{lonely:?}");
}
