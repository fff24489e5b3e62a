//! Reads the heads of the files that say which problems there are, so that no start has to.

use std::{fmt::Write, fs, io, path::Path};

use toml::{Table, Value};

/// Them as Rust, a line each. A file that is no TOML has none here: the program reads it and tells what is wrong.
pub(crate) fn of(root: &Path, files: &[String]) -> io::Result<String> {
    let mut heads = String::new();
    for path in files.iter().filter(|path| path.ends_with("/guide.toml") || path.contains("/problems/")) {
        let text = fs::read_to_string(root.join(path))?;
        if let Ok(table) = toml::from_str::<Table>(&text) {
            let keys: String =
                table.iter().filter_map(|(key, value)| Some(format!("({key:?}, {}), ", rust(value)?))).collect();
            writeln!(heads, "({path:?}, &[{keys}]),").map_err(io::Error::other)?;
        }
    }
    Ok(heads)
}

/// As `files::head::Value`; `None` for kinds that it does not have.
fn rust(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(format!("Text({text:?})")),
        Value::Array(items) => {
            let texts: Vec<&str> = items.iter().map(Value::as_str).collect::<Option<_>>()?;
            Some(format!("List(&{texts:?})"))
        }
        _ => None,
    }
}
