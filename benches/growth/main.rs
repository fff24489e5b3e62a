//! Measures Home with a thousand problems, from a folder of guides that is made for it: the start, the first key of a
//! search and those that follow, beside fzf over as many titles where that is installed. `LANGUAGES=14` makes more of
//! them than two. Prints Markdown, asserts nothing.

#![allow(clippy::disallowed_types)] // A bench starts what it measures.

#[allow(dead_code, reason = "the other bench asks it for more")]
#[path = "../terminal/session.rs"]
mod session;

use std::{
    env, fs, io,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use session::{Failed, Session};

/// How many problems are made.
const PROBLEMS: usize = 1000;

/// Times that every program is started.
const ROUNDS: usize = 9;

/// What is typed, one key after the other.
const QUERY: &str = "backup agent";

/// The languages that are made, as far as they are wanted; those without words of their own have the English ones.
const LANGUAGES: [&str; 14] = ["en", "ru", "de", "fr", "es", "it", "pt", "pl", "cs", "tr", "ja", "ko", "zh", "nl"];

fn main() -> Result<(), Failed> {
    let languages = env::var("LANGUAGES").ok().and_then(|count| count.parse().ok()).unwrap_or(2);
    let made = tempfile::tempdir()?;
    let titles = make(made.path(), &LANGUAGES[..languages.clamp(1, LANGUAGES.len())])?;
    let guides = made.path().display().to_string();
    let list = made.path().join("titles");
    fs::write(&list, titles.join("\n"))?;
    let ours = PathBuf::from(env!("CARGO_BIN_EXE_backup-medic"));
    let own = Times::default();
    let mut rows = vec![("Backup Medic", ours, vec!["--guides".to_owned(), guides], "Backup Medic", own)];
    if Command::new("fzf").arg("--version").output().is_ok() {
        let command = format!("exec fzf < '{}'", list.display());
        rows.push(("fzf", PathBuf::from("/bin/sh"), vec!["-c".to_owned(), command], "1000/1000", Times::default()));
    }
    for _ in 0..ROUNDS {
        for (_, program, args, marker, times) in &mut rows {
            times.round(program, args, marker, made.path())?;
        }
    }
    let mut report = format!(
        "| {PROBLEMS} problems, {languages} languages | start, ms | first key, ms | later keys, ms | the slowest, ms |\n"
    );
    report += "| --- | ---: | ---: | ---: | ---: |\n";
    for (name, .., times) in &mut rows {
        report += &times.row(name);
    }
    Ok(io::stdout().write_all(report.as_bytes())?)
}

/// Milliseconds to the complete frame.
#[derive(Default)]
struct Times {
    start: Vec<f64>,
    first: Vec<f64>,
    later: Vec<f64>,
}

impl Times {
    fn round(&mut self, program: &Path, args: &[String], marker: &str, home: &Path) -> Result<(), Failed> {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let (mut session, frame) = Session::start(program, &args, marker, home)?;
        self.start.push(millis(frame.complete));
        for (at, key) in QUERY.split("").filter(|key| !key.is_empty()).enumerate() {
            let took = millis(session.key(key)?.complete);
            if at == 0 { self.first.push(took) } else { self.later.push(took) }
        }
        Ok(())
    }

    fn row(&mut self, name: &str) -> String {
        let middle = |times: &mut Vec<f64>| {
            times.sort_by(f64::total_cmp);
            times[times.len() / 2]
        };
        let (start, first, later) = (middle(&mut self.start), middle(&mut self.first), middle(&mut self.later));
        let slowest = self.later.last().copied().unwrap_or_default();
        format!("| {name} | {start:.1} | {first:.2} | {later:.2} | {slowest:.2} |\n")
    }
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// Makes the smallest guide that the tests have with so many problems; what their English titles are.
fn make(root: &Path, languages: &[&str]) -> Result<Vec<String>, Failed> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let smallest = fs::read_to_string(repository.join("tests/guides/valid/minimal.txt"))?;
    let readme = fs::read_to_string(repository.join("README.md"))?;
    let mut words = Words { words: readme.split_whitespace().filter(|word| is_word(word)).collect(), at: 7 };
    let names: Vec<String> = (0..PROBLEMS).map(|number| format!("p{number}")).collect();
    let mut problem = "";
    for (path, text) in smallest.split("=== ").filter_map(|file| file.split_once(" ===\n")) {
        match path {
            "guides/g/problems/p.toml" => problem = text,
            "guides/g/guide.toml" => {
                let all = names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
                write(root, path, &text.replace("[\"p\"]", &format!("[{all}]")))?;
            }
            path => match path.strip_prefix("i18n/en/") {
                None => write(root, path, text)?,
                Some(path) => {
                    languages.iter().try_for_each(|language| write(root, &format!("i18n/{language}/{path}"), text))?;
                }
            },
        }
    }
    for (number, name) in names.iter().enumerate() {
        let code = format!("UserError{}{number}", words.next(3).replace(' ', ""));
        write(root, &format!("guides/g/problems/{name}.toml"), &problem.replace("UserErrorOne", &code))?;
    }
    let mut titles = Vec::new();
    for language in languages {
        if !matches!(*language, "en" | "ru") {
            for file in fs::read_dir(repository.join("i18n/en"))?.flatten().filter(|file| file.path().is_file()) {
                let name = file.file_name().to_string_lossy().into_owned();
                write(root, &format!("i18n/{language}/{name}"), &fs::read_to_string(file.path())?)?;
            }
        }
        let mut text = String::new();
        for name in &names {
            let title = words.next(4);
            text += &format!(
                "problem-{name} = {title}\n    .message = {}\n    .why = {}\n",
                words.next(10),
                words.next(20)
            );
            text += &format!("    .keywords = {}\n", words.next(4));
            titles.push(title);
        }
        write(root, &format!("i18n/{language}/g/problems.ftl"), &text)?;
    }
    titles.truncate(PROBLEMS);
    Ok(titles)
}

fn write(root: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap_or(root))?;
    fs::write(path, text)
}

fn is_word(word: &str) -> bool {
    word.len() > 3 && word.chars().all(|c| c.is_ascii_alphabetic())
}

/// Words in an order that looks like none and is the same each time.
struct Words<'t> {
    words: Vec<&'t str>,
    at: usize,
}

impl Words<'_> {
    fn next(&mut self, count: usize) -> String {
        let word = |_| {
            self.at = self.at.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff;
            self.words[(self.at >> 8) % self.words.len()]
        };
        (0..count).map(word).collect::<Vec<_>>().join(" ")
    }
}
