//! Lists every file of `guides/` and `i18n/` for `src/data/builtin.rs`, so that a new data file needs no new line of code;
//! reads the guides and indexes their words, so that no start has to; writes down the tables of words as what takes least
//! time and code to read; and writes down what it builds.

#![allow(clippy::print_stdout)] // A build script speaks to cargo by standard output.
#![allow(dead_code, unreachable_pub, unused_imports)] // It uses a part of the modules that it shares with the program.
#![allow(clippy::disallowed_types)] // It asks the C compiler where the unwinder is.

#[path = "../src/data"]
mod data {
    mod files;
    mod number_list;

    pub(crate) use files::{Files, Prepared, Text};
    pub(crate) use number_list::{NumberList, partition_point};
}
#[path = "../src/guide/mod.rs"]
mod guide;
mod link;
#[path = "../src/l10n/listed.rs"]
mod listed;
#[path = "../src/app/search"]
mod search {
    pub(crate) mod index;
    mod making;
    mod owners;
    mod texts;
    mod words;
}
#[path = "../src/text"]
mod text {
    pub(crate) mod azure_id;
    pub(crate) mod checksum;
    pub(crate) mod day;
}
mod version;

use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

/// What the wizard reads before its first frame; it lies together, so that a start brings few pages into memory.
const AT_START: [&str; 3] = ["/categories.ftl", "/home.ftl", "/problems.ftl"];

/// Tables of words that the program reads when it first needs them, by their place and their name there.
const TABLES: [(&str, &str); 4] =
    [("evidence", "source"), ("evidence", "words"), ("redact", "names"), ("redact", "rules")];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut files = Vec::new();
    for folder in ["guides", "i18n"] {
        println!("cargo:rerun-if-changed={folder}");
        collect(&root, &root.join(folder), &mut files)?;
    }
    files.sort_by_key(|path| (!AT_START.iter().any(|part| path.contains(part)), path.clone()));
    let (words, guides): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| path.ends_with(".ftl"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut read = data::Files::default();
    for path in words.iter().chain(&guides) {
        read.insert(path.clone(), fs::read_to_string(root.join(path))?);
    }
    fs::write(out.join("version"), version::text(&root, &read))?;
    let mut texts = String::new();
    for (number, path) in words.iter().enumerate() {
        let text = said(read.get(path).unwrap_or_default());
        let file = out.join(format!("words-{number}"));
        fs::write(&file, &text)?;
        read.insert(path.clone(), text);
        writeln!(texts, "include_str!({file:?}),").map_err(io::Error::other)?;
    }
    for (folder, name) in TABLES {
        let path = root.join("assets").join(folder).join(name).with_extension("toml");
        println!("cargo:rerun-if-changed={}", path.display());
        let table: serde_json::Value = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
        fs::write(out.join(name).with_extension("json"), table.to_string())?;
    }
    let prepared = prepared(&read, &out)?;
    let packed = out.join("guides");
    fs::write(&packed, read.pack())?;
    // The paths lie apart from the texts: looking for one then touches no text.
    let paths = words.join("\n");
    fs::write(
        out.join("embedded.rs"),
        format!("({paths:?},\n&[\n{texts}],\ninclude_bytes!({packed:?}),\n&[\n{prepared}])\n"),
    )?;
    link::start_fast(&root);
    Ok(())
}

/// What a file of words says, without remarks for translators and with one blank before an attribute; a line of text begins
/// with neither.
fn said(text: &str) -> String {
    let lines = text.split_inclusive('\n').filter(|line| !line.starts_with('#'));
    let short = |line: &str| {
        let inner = line.trim_start_matches(' ');
        if inner.len() < line.len() && inner.starts_with('.') { format!(" {inner}") } else { line.to_owned() }
    };
    lines.map(short).collect()
}

/// What is made of guides and words, each in a file of its own, as Rust, a line each.
fn prepared(files: &data::Files, out: &Path) -> io::Result<String> {
    let mut lines = String::new();
    let made =
        guide::prepare(files).into_iter().chain(listed::prepare(files)).chain(search::index::Index::prepare(files));
    for (number, (name, bytes)) in made.enumerate() {
        let file = out.join(format!("prepared-{number}"));
        fs::write(&file, bytes)?;
        writeln!(lines, "({name:?}, include_bytes!({file:?})),").map_err(io::Error::other)?;
    }
    Ok(lines)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|e| e == "toml" || e == "ftl") {
            let relative = path.strip_prefix(root).expect("below the root");
            files.push(relative.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
