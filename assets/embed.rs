//! Lists every file of `guides/` and `i18n/` for `src/assets.rs`, so that a new data file needs no new line of code.

#![allow(clippy::print_stdout)] // A build script speaks to cargo by standard output.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let mut files = Vec::new();
    for folder in ["guides", "i18n"] {
        println!("cargo:rerun-if-changed={folder}");
        collect(Path::new(&root), &Path::new(&root).join(folder), &mut files)?;
    }
    files.sort();
    let rows: String = files
        .iter()
        .map(|path| format!("({path:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {path:?}))),\n"))
        .collect();
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("embedded.rs");
    fs::write(out, format!("&[\n{rows}]\n"))
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
