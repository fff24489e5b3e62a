//! The project's own rules as tests; each is also fed the defect that it is there for.

mod acts;
mod driver;
mod functions;
mod imports;
mod lex;
mod names;
mod sentences;
mod style;
mod supply;
mod text;
mod words;

use std::{fs, path::Path, sync::OnceLock};

/// A text file of the project.
struct File {
    /// Below the project's folder, with `/` between its parts.
    path: String,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        File { path: path.to_owned(), text: text.to_owned() }
    }
}

/// Every text file that belongs to the project.
fn project() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = Vec::new();
        collect(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    })
}

fn collect(folder: &Path, inside: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("the project's folders can be read").flatten() {
        let name = entry.file_name().into_string().expect("names are UTF-8");
        let path = format!("{inside}{name}");
        if ["target", ".git", "fuzz/target", "fuzz/corpus", "fuzz/artifacts"].contains(&path.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push(File { path, text });
        }
    }
}

/// What a rule says of all files.
fn complaints(rule: impl Fn(&File) -> Vec<String>) -> Vec<String> {
    let files = project();
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the project's files were found");
    files.iter().flat_map(rule).collect()
}
