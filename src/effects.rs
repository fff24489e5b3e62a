//! The only executor of effects on files: reads what it is handed, and writes whole files or nothing.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
};

use crate::{encoding::Encoding, failure::Failure, files::Files};

/// Data files above this size are refused, in bytes.
const LARGEST: u64 = 4 << 20;

/// Reads a text file of at most 4 MiB, in UTF-8 or in UTF-16, as Windows PowerShell writes what it is told to keep.
///
/// # Errors
/// Bad input where the file is missing, too large or no text; a machine failure where it cannot be read.
pub fn read(path: &Path) -> Result<String, Failure> {
    let name = path.to_string_lossy();
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => Failure::input("no-file", [("path", &name)]),
        _ => unreadable(path, &error),
    };
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::input("too-large", [("path", &name)]));
    }
    let (encoding, mark) = Encoding::of(&bytes);
    let mut text = String::new();
    let (understood, _) = encoding.decode(&bytes[mark..], &mut text);
    if mark + understood < bytes.len() {
        let line = text.matches('\n').count() + 1;
        return Err(Failure::input("not-text", [("path", &name), ("line", &line.to_string())]));
    }
    Ok(text)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::machine("read", [("path", &path.to_string_lossy()), ("reason", &error.to_string())])
}

/// Opens a file to be read as a stream, with its size if it has one; `-` is standard input.
///
/// # Errors
/// Bad input where there is no such file, a machine failure where it cannot be read.
pub fn open(path: &Path) -> Result<(Box<dyn Read>, Option<u64>), Failure> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let name = path.to_string_lossy();
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    let (metadata, file) = opened.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::input("no-file", [("path", &name)]),
        _ => unreadable(path, &error),
    })?;
    let size = metadata.is_file().then_some(metadata.len());
    Ok((Box::new(file), size))
}

/// Reads the bytes of a file, or of standard input where it is `-`; one byte more than `most` at most.
///
/// # Errors
/// As `open`; a machine failure where it cannot be read on.
pub fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let (source, _) = open(path)?;
    source.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    Ok(bytes)
}

/// Reads the data files of a folder that holds `guides/` and `i18n/`.
///
/// # Errors
/// Bad input where it holds no guide, else as `read`.
pub fn read_folder(root: &Path) -> Result<Files, Failure> {
    let mut files = Files::default();
    for part in ["guides", "i18n"] {
        collect(root, &root.join(part), &mut files, 0)?;
    }
    if files.folders("guides/").next().is_none() {
        return Err(Failure::input("no-guides", [("path", &root.to_string_lossy())]));
    }
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut Files, depth: usize) -> Result<(), Failure> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && depth < 4 {
            collect(root, &path, files, depth + 1)?;
        } else if path.extension().is_some_and(|extension| extension == "toml" || extension == "ftl") {
            let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.insert(relative, read(&path)?);
        }
    }
    Ok(())
}

/// Writes a whole file: to a new name beside it, to the disk, then in place; an existing file only when told to.
///
/// # Errors
/// Bad input where the file exists or the folder does not; a machine failure where it cannot be written.
pub fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    let name = path.to_string_lossy().into_owned();
    if !force && path.symlink_metadata().is_ok() {
        return Err(Failure::input("exists", [("path", &name), ("option", "--force")]));
    }
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => Failure::input("no-folder", [("path", &name)]),
        ErrorKind::AlreadyExists => Failure::input("exists", [("path", &name), ("option", "--force")]),
        _ => Failure::machine("write", [("path", &name), ("reason", &error.to_string())]),
    };
    let beside = beside(path);
    let written = OpenOptions::new().write(true).create_new(true).open(&beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    // Without `force` a hard link refuses to replace a file that appeared meanwhile, which a rename would not.
    let placed = written.and_then(|()| if force { fs::rename(&beside, path) } else { link(&beside, path) });
    if placed.is_err() || !force {
        let _ = fs::remove_file(&beside);
    }
    placed.map_err(failed)
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists && to.symlink_metadata().is_err() => {
            fs::rename(from, to)
        }
        result => result,
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    path.with_file_name(name)
}
