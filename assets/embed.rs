//! Lists every file of `guides/` and `i18n/` for `src/data/builtin.rs`, so that a new data file needs no new line of code.

#![allow(clippy::print_stdout)] // A build script speaks to cargo by standard output.
#![allow(clippy::disallowed_types)] // It asks the C compiler where the unwinder is.

mod heads;
mod link;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

/// What the wizard reads before its first frame; it lies together, so that a start brings few pages into memory.
const AT_START: [&str; 3] = ["/categories.ftl", "/home.ftl", "/problems.ftl"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut files = Vec::new();
    for folder in ["guides", "i18n"] {
        println!("cargo:rerun-if-changed={folder}");
        collect(&root, &root.join(folder), &mut files)?;
    }
    files.sort_by_key(|path| (!AT_START.iter().any(|part| path.contains(part)), path.clone()));
    let texts: String = files
        .iter()
        .map(|path| format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {path:?})),\n"))
        .collect();
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("embedded.rs");
    // The paths lie apart from the texts: looking for one then touches no text.
    let heads = heads::of(&root, &files)?;
    fs::write(out, format!("({:?},\n&[\n{texts}],\n&[\n{heads}])\n", files.join("\n")))?;
    link::start_fast();
    Ok(())
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
