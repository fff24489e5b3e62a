//! The README and the pages hold: their commands run, their files exist, and each language has the same.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use backup_medic::{commands::cli::Cli, data::builtin, guide::Catalog};
use clap::CommandFactory;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::process::PROGRAM;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path))
        .unwrap_or_else(|_| panic!("there is no {path}"))
        .replace("\r\n", "\n")
}

/// English as the guides are, or figures that need no other language.
const ENGLISH_ALONE: [&str; 2] = ["guide-format.md", "speed.md"];

/// The English README and its pages, each with what it is in Russian.
fn pages() -> Vec<(String, Option<String>)> {
    let files = fs::read_dir(Path::new(ROOT).join("assets/docs")).expect("there are pages").flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned()).filter(|name| name.ends_with(".md"));
    let pages = names.map(|name| {
        let russian = (!ENGLISH_ALONE.contains(&name.as_str())).then(|| format!("assets/docs/ru/{name}"));
        (format!("assets/docs/{name}"), russian)
    });
    [("README.md".to_owned(), Some("README.ru.md".to_owned()))].into_iter().chain(pages).collect()
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
        // What a release has; nothing is installed in a test.
        ["tar", "-xzf", file] => released(file.strip_suffix(".tar.gz").unwrap_or_default()),
        ["sudo", "install", file, "/usr/local/bin"] => released(file.strip_suffix("/backup-medic").unwrap_or_default()),
        ["sudo", "apt", "install", file] => {
            let package = concat!("./backup-medic_", env!("CARGO_PKG_VERSION"), "_amd64.deb");
            if *file == package { Ok(()) } else { Err(format!("it is {package}")) }
        }
        // Building in a test would take minutes, so these are held to what is known to work.
        ["cargo", "run", "--release"] | ["cargo", "test"] | ["cargo", "install", "--locked", "--path", "."] => Ok(()),
        _ => Err("no command that a test knows".to_owned()),
    }
}

/// Whether a release has an archive of this name.
fn released(name: &str) -> Result<(), String> {
    let dist = text(".ci/dist");
    let targets = dist.lines().find_map(|line| line.strip_prefix("all=(")).expect("it names its targets");
    let target = name.strip_prefix(concat!("backup-medic-", env!("CARGO_PKG_VERSION"), "-")).unwrap_or_default();
    let known = targets.trim_end_matches(')').split(' ').any(|known| known == target);
    if known { Ok(()) } else { Err("no release has it".to_owned()) }
}

#[test]
fn every_command_runs() {
    let (mut all, mut failed) = (Vec::new(), Vec::new());
    for (page, _) in pages() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let commands = commands(&text(&page));
        failed.extend(
            commands.iter().filter_map(|line| Some(format!("{page}: {line}\n{}", run(line, folder.path()).err()?))),
        );
        all.extend(commands);
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let command = Cli::command();
    for task in command.get_subcommands().filter(|task| !task.is_hide_set()).map(|task| task.get_name().to_owned()) {
        let is_example = |line: &&String| line.split_whitespace().any(|word| word == task);
        assert!(all.iter().any(|line| is_example(&line)), "no example of {task}");
    }
}

#[test]
fn a_command_that_does_not_run_is_found() {
    let check = |line: &str| assert!(run(line, Path::new(ROOT)).is_err(), "{line}");
    check("backup-medic show NoSuchCode");
    check("backup-medic");
    check("cargo run --fast");
    check("curl example");
    check("tar -xzf backup-medic-0.0.9-x86_64-unknown-linux-musl.tar.gz");
    check("sudo apt install ./backup-medic_0.0.9_amd64.deb");
}

#[test]
fn the_start_is_two_cargo_commands() {
    let readme = text("README.md");
    let (_, start) = readme.split_once("\n## Start from the sources\n").expect("it says how to start");
    assert_eq!(commands(start)[..2], ["cargo run --release", "cargo test"]);
    // Who installs what is ready comes first.
    assert!(commands(&readme)[0].starts_with("sudo apt install "), "{readme}");
}

/// A link of a page as a path below the project's folder; `None` for another place.
fn linked(page: &str, link: &str) -> Option<String> {
    if link.starts_with("https://") {
        return None;
    }
    let mut path = Path::new(page).parent().map(PathBuf::from).unwrap_or_default();
    for part in link.split('#').next().unwrap_or_default().split('/') {
        if part == ".." { _ = path.pop() } else { path.push(part) }
    }
    Some(path.to_string_lossy().replace('\\', "/"))
}

/// The places that a page links to, and the pictures that it shows.
fn links(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut named, mut pictures) = (Vec::new(), Vec::new());
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => pictures.push(dest_url.into_string()),
            Event::Start(Tag::Link { dest_url, .. }) => named.push(dest_url.into_string()),
            _ => {}
        }
    }
    (named, pictures)
}

#[test]
fn every_file_that_is_named_exists_and_every_picture_is_shown() {
    let mut shown = BTreeSet::new();
    for page in pages().into_iter().flat_map(|(page, russian)| [page].into_iter().chain(russian)) {
        let (named, pictures) = links(&text(&page));
        for path in named.iter().chain(&pictures).filter_map(|link| linked(&page, link)) {
            assert!(Path::new(ROOT).join(&path).is_file(), "{page}: {path}");
        }
        shown.extend(pictures.iter().filter_map(|picture| linked(&page, picture)));
    }
    let drawn = fs::read_dir(Path::new(ROOT).join("assets/frames")).expect("there are pictures").flatten();
    let drawn: BTreeSet<String> = drawn.map(|f| format!("assets/frames/{}", f.file_name().to_string_lossy())).collect();
    assert_eq!(shown, drawn);
}

#[test]
fn every_file_that_is_named_comes_with_the_debian_package() {
    let manifest: toml::Table = toml::from_str(&text("Cargo.toml")).expect("it is TOML");
    let assets = manifest["package"]["metadata"]["deb"]["assets"].as_array().expect("a list");
    let patterns: Vec<&str> = assets.iter().filter_map(|asset| asset[0].as_str()).collect();
    let fits = |path: &str, pattern: &str| match pattern.split_once('*') {
        None => path == pattern,
        Some((folder, ending)) => {
            let name = path.strip_prefix(folder).and_then(|name| name.strip_suffix(ending));
            name.is_some_and(|name| !name.contains('/'))
        }
    };
    let comes = |path: &str| patterns.iter().any(|pattern| fits(path, pattern));
    for page in pages().into_iter().flat_map(|(page, russian)| [page].into_iter().chain(russian)) {
        let (named, pictures) = links(&text(&page));
        for path in named.iter().chain(&pictures).filter_map(|link| linked(&page, link)) {
            assert!(comes(&path), "{page}: the package lacks {path}");
        }
    }
    assert!(comes("assets/docs/x.md") && !comes("assets/docs/x/y.md") && !comes("README.de.md"));
}

/// What a page has in every language: its headings, rows and points, its commands and data, and where it leads.
fn shape(page: &str, markdown: &str) -> Vec<String> {
    let mut shape: Vec<String> = commands(markdown);
    let (named, pictures) = links(markdown);
    let places = named.into_iter().chain(pictures).map(|link| linked(page, &link).unwrap_or(link));
    // Each leads to the other.
    let places = places.map(|place| place.replace("docs/ru/", "docs/").replace(".ru.", "."));
    shape.extend(places.filter(|place| place != "README.md"));
    let mut data = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => shape.push(level.to_string()),
            Event::Start(Tag::TableRow) => shape.push("row".to_owned()),
            Event::Start(Tag::Item) => shape.push("point".to_owned()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => data = &*info == "toml",
            Event::End(TagEnd::CodeBlock) => data = false,
            // What a setting is by itself follows the language.
            Event::Text(text) if data && !text.contains("locale = ") => shape.push(text.into_string()),
            _ => {}
        }
    }
    shape
}

#[test]
fn each_language_has_the_same() {
    for (page, russian) in pages() {
        let Some(russian) = russian else { continue };
        let english = text(&page);
        assert_eq!(shape(&page, &english), shape(&russian, &text(&russian)), "{page}");
    }
    let other = |from: &str, to: &str| {
        let page = text("assets/docs/outage.md");
        assert_ne!(shape("assets/docs/x.md", &page), shape("assets/docs/x.md", &page.replacen(from, to, 1)), "{from}");
    };
    other("--status Failed", "--status Canceled");
    other("](../../README.md)", "](words.md)");
    other("\n```text\n", "\n## More\n\n```text\n");
}

#[test]
fn it_counts_what_is_covered() {
    let catalog = Catalog::read(&builtin::embedded()).expect("the built-in guides are sound");
    // Where one begins who has no code covers none.
    let no_code = catalog.no_code.map(|row| &catalog.entries[row].code);
    let entries = || catalog.entries.iter().filter(|entry| Some(&entry.code) != no_code);
    let problems: BTreeSet<&str> = entries().map(|entry| entry.problem.as_str()).collect();
    let (problems, codes) = (problems.len(), entries().count());
    // "More than" stays true when a problem is added.
    let claimed = |page: &str, mark: &str| -> usize {
        let text = text(page).replace('\n', " ");
        let rest = text.split(mark).nth(1).unwrap_or_else(|| panic!("{page} does not say {mark}"));
        rest.split(' ').next().and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{page}: {mark}{rest}"))
    };
    let check = |page: &str, marks: [&str; 2]| {
        for (mark, count) in marks.into_iter().zip([problems, codes]) {
            let claimed = claimed(page, mark);
            assert!(claimed < count, "{page} says {mark}{claimed}, and there are {count}");
        }
    };
    check("README.md", ["as more than ", "`list` has more than "]);
    check("README.ru.md", ["\u{2014} более ", "`list` выводит более "]);
}
