//! The README holds: its commands run, its files exist, its keys are the keymap's.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use backup_medic::{
    app::{Context, bindings},
    cli::Cli,
    data::builtin,
    guide::Catalog,
};
use clap::CommandFactory;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::process::PROGRAM;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn readme() -> String {
    fs::read_to_string(Path::new(ROOT).join("README.md")).expect("there is a README").replace("\r\n", "\n")
}

/// The commands of its `sh` blocks, those that go on over several lines joined.
fn commands(markdown: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut inside = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                inside = matches!(kind, CodeBlockKind::Fenced(info) if &*info == "sh")
            }
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => {
                let joined = text.replace("\\\n", " ");
                commands.extend(joined.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned));
            }
            _ => {}
        }
    }
    commands
}

/// Runs a line of the form `PROGRAM ARGUMENT... [> FILE]` in a folder; answers with what went wrong.
fn run(line: &str, folder: &Path) -> Result<(), String> {
    let (line, file) = line.split_once(" > ").map_or((line, None), |(line, file)| (line, Some(file.trim())));
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["backup-medic", args @ ..] => {
            let mut program = Command::new(PROGRAM);
            let done = program
                .args(args)
                .current_dir(folder)
                .env("TERM", "xterm")
                // Cases of an example go nowhere else.
                .env("HOME", folder)
                .env("XDG_DATA_HOME", folder)
                .env("LOCALAPPDATA", folder)
                .output()
                .map_err(|error| error.to_string())?;
            if let Some(file) = file {
                fs::write(folder.join(file), &done.stdout).map_err(|error| error.to_string())?;
            }
            let said = String::from_utf8_lossy(&done.stderr);
            let wrote = !done.stdout.is_empty() || args.contains(&"--output");
            if done.status.success() && wrote { Ok(()) } else { Err(format!("{}: {said}", done.status)) }
        }
        // What Azure would answer: a list of failed jobs.
        ["az", "backup", "job", "list", ..] => {
            let jobs = Path::new(ROOT).join("tests/triage/az-list.json");
            let file = file.ok_or("nobody reads it")?;
            fs::copy(jobs, folder.join(file)).map(drop).map_err(|error| error.to_string())
        }
        // Building in a test would take minutes, so these are held to what is known to work.
        ["cargo", "run", "--release"] | ["cargo", "test"] | ["cargo", "install", "--locked", "--path", "."] => Ok(()),
        ["cargo", "build", "--release", "--target", target] | ["rustup", "target", "add", target] => {
            if *target == "x86_64-pc-windows-gnu" { Ok(()) } else { Err("another target".to_owned()) }
        }
        _ => Err("no command that a test knows".to_owned()),
    }
}

#[test]
fn every_command_runs() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let commands = commands(&readme());
    let failed: Vec<_> =
        commands.iter().filter_map(|line| run(line, folder.path()).err().map(|why| format!("{line}\n{why}"))).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let command = Cli::command();
    for task in command.get_subcommands().filter(|task| !task.is_hide_set()).map(|task| task.get_name().to_owned()) {
        let is_example = |line: &&String| line.split_whitespace().any(|word| word == task);
        assert!(commands.iter().any(|line| is_example(&line)), "no example of {task}");
    }
}

#[test]
fn a_command_that_does_not_run_is_found() {
    let check = |line: &str| assert!(run(line, Path::new(ROOT)).is_err(), "{line}");
    check("backup-medic show NoSuchCode");
    check("backup-medic");
    check("cargo run --fast");
    check("curl example");
}

#[test]
fn the_start_is_two_cargo_commands() {
    assert_eq!(commands(&readme())[..2], ["cargo run --release", "cargo test"]);
}

#[test]
fn every_file_that_is_named_exists_and_every_picture_is_shown() {
    let (mut named, mut pictures) = (BTreeSet::new(), BTreeSet::new());
    let readme = readme();
    for event in Parser::new(&readme) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => _ = pictures.insert(dest_url.into_string()),
            Event::Start(Tag::Link { dest_url, .. }) => _ = named.insert(dest_url.into_string()),
            _ => {}
        }
    }
    for path in named.iter().filter(|path| !path.starts_with("https://")) {
        assert!(Path::new(ROOT).join(path).is_file(), "{path}");
    }
    let drawn = fs::read_dir(Path::new(ROOT).join("assets/frames")).expect("there are pictures").flatten();
    let drawn: BTreeSet<String> = drawn.map(|f| format!("assets/frames/{}", f.file_name().to_string_lossy())).collect();
    assert_eq!(pictures, drawn);
}

#[test]
fn the_keys_are_those_of_the_keymap() {
    use Context::{
        Checklist, Confirm, Export, Field, Help, Home, Languages, Outcome, Question, Remedy, Search, Trail, Variables,
        WhichCase,
    };
    let contexts = [
        Search, Home, Question, Remedy, Outcome, Trail, Checklist, Export, Variables, Languages, Help, Field, Confirm,
        WhichCase,
    ];
    let bound = contexts.into_iter().flat_map(bindings).map(|binding| binding.caps(true).to_owned());
    // Digits are answers, whatever the screen has to answer; they are no rows of the keymap.
    let known: BTreeSet<String> =
        bound.chain(["1".to_owned(), "9".to_owned()]).filter(|caps| !caps.is_empty()).collect();

    let readme = readme();
    let (mut named, mut column) = (BTreeSet::new(), 0);
    for event in Parser::new_ext(&readme, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => column = 0,
            Event::Start(Tag::TableCell) => column += 1,
            Event::Code(key) if column == 1 => _ = named.insert(key.into_string()),
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    assert_eq!(named, known);
}

#[test]
fn it_counts_what_is_covered() {
    let catalog = Catalog::read(&builtin::embedded()).expect("the built-in guides are sound");
    // Where one begins who has no code covers none.
    let no_code = catalog.no_code.map(|row| &catalog.entries[row].code);
    let entries = || catalog.entries.iter().filter(|entry| Some(&entry.code) != no_code);
    let problems: BTreeSet<&str> = entries().map(|entry| entry.problem.as_str()).collect();
    let readme = readme();
    let (problems, codes) =
        (format!("as {} problems", problems.len()), format!("`list` has {} codes", entries().count()));
    assert!(readme.contains(&problems) && readme.contains(&codes), "README says otherwise: {problems}, {codes}");
}
