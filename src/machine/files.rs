//! The only executor of effects on files: reads what it is handed, and writes whole files or nothing.

mod write;

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read},
    path::{Path, PathBuf},
};

use crate::{
    data::Files,
    error::Error,
    machine::file_system::read_plain,
    text::{encoding::Encoding, sanitise},
};
pub use write::write;

/// Data files above this size are refused, in bytes.
const LARGEST: u64 = 4 << 20;

/// A file of a guide above this size is refused, in bytes: the largest built-in one has 43,000, and TOML takes eighty
/// times its size in memory.
const LARGEST_TOML: usize = 512 << 10;

/// Reads a text file of at most 4 MiB, in UTF-8 or in UTF-16, as Windows PowerShell writes what it is told to keep; `-` is
/// standard input.
///
/// # Errors
/// Bad input where the file is missing, too large or no text; a machine failure where it cannot be read.
pub fn read(path: &Path) -> Result<String, Error> {
    text_of(path, &read_bytes(path, LARGEST as usize)?)
}

/// The text that the bytes of a file are.
fn text_of(path: &Path, bytes: &[u8]) -> Result<String, Error> {
    if bytes.len() as u64 > LARGEST {
        return Err(Error::TooLarge { path: path.into() });
    }
    let (encoding, mark) = Encoding::detect(bytes);
    let mut text = String::new();
    let (understood, _) = encoding.decode(&bytes[mark..], &mut text);
    if mark + understood < bytes.len() {
        let line = text.matches('\n').count() + 1;
        return Err(Error::NotText { path: path.into(), line });
    }
    Ok(text)
}

/// Why what was named as a file cannot be read.
fn no_file(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => Error::NoFile { path: path.into() },
        _ if path.is_dir() => Error::IsFolder { path: path.into() },
        _ => Error::unreadable(path, error),
    }
}

/// Opens a file to be read as a stream, with its size if it has one; `-` is standard input.
///
/// # Errors
/// Bad input where there is no such file, a machine failure where it cannot be read.
pub fn open(path: &Path) -> Result<(Box<dyn Read>, Option<u64>), Error> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let opened = File::open(path).and_then(|file| match file.metadata()? {
        // On Unix a folder can be opened, and only its first byte cannot be read.
        metadata if metadata.is_dir() => Err(ErrorKind::IsADirectory.into()),
        metadata => Ok((metadata, file)),
    });
    let (metadata, file) = opened.map_err(|error| no_file(path, &error))?;
    let size = metadata.is_file().then_some(metadata.len());
    Ok((Box::new(file), size))
}

/// Reads the bytes of a file, or of standard input where it is `-`; one byte more than `most` at most.
///
/// # Errors
/// As `open`; a machine failure where it cannot be read on.
pub fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let (source, _) = open(path)?;
    source.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|error| Error::unreadable(path, &error))?;
    Ok(bytes)
}

/// Reads the data files of a folder that holds `guides/` and `i18n/`.
///
/// # Errors
/// Bad input where it holds no guide, or far more than guides need; else as `read`.
pub fn read_folder(root: &Path) -> Result<Files, Error> {
    let mut walk = FolderWalk { root, files: Files::default(), above: Vec::new(), entries: 0, bytes: 0 };
    for part in ["guides", "i18n"] {
        let folder = root.join(part);
        match fs::metadata(&folder) {
            Ok(metadata) if metadata.is_dir() => walk.collect(&folder)?,
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Err(Error::unreadable(&folder, &error));
            }
            _ => {}
        }
    }
    if walk.files.folders("guides/").next().is_none() {
        return Err(Error::NoGuides { path: root.into() });
    }
    Ok(walk.files)
}

/// A walk through a folder of guides.
struct FolderWalk<'a> {
    root: &'a Path,
    files: Files,
    /// The folders around the one that is looked at, each by its real place.
    above: Vec<PathBuf>,
    entries: usize,
    bytes: usize,
}

impl FolderWalk<'_> {
    /// Folders below the first.
    const DEEPEST: usize = 4;
    /// Entries of all folders; the built-in guides have a hundred.
    const MOST: usize = 20_000;
    /// Bytes of all files; the built-in guides have half a million.
    const LARGEST: usize = 32 << 20;

    fn collect(&mut self, folder: &Path) -> Result<(), Error> {
        let failed = |error: io::Error| Error::unreadable(folder, &error);
        let real = fs::canonicalize(folder).map_err(failed)?;
        // A link back would lead here again and again.
        if self.above.len() > Self::DEEPEST || self.above.contains(&real) {
            return Ok(());
        }
        let entries = fs::read_dir(folder).map_err(failed)?.take(Self::MOST + 1);
        let mut paths =
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>().map_err(failed)?;
        self.entries += paths.len();
        self.is_no_more_than_guides()?;
        // Of several defects it is always the same one that is told.
        paths.sort();
        self.above.push(real);
        for path in paths {
            self.take(&path)?;
        }
        self.above.pop();
        Ok(())
    }

    fn take(&mut self, path: &Path) -> Result<(), Error> {
        if path.is_dir() {
            return self.collect(path);
        }
        if path.extension().is_none_or(|extension| extension != "toml" && extension != "ftl") {
            return Ok(());
        }
        // A pipe or a device might never end, also one that takes the place of a file after a look at it.
        let bytes = fs::canonicalize(path).and_then(|real| read_plain(&real, LARGEST));
        let bytes = bytes.map_err(|error| match error.kind() {
            ErrorKind::InvalidInput => Error::NoPlainFile { path: path.into() },
            _ => no_file(path, &error),
        })?;
        let text = text_of(path, &bytes)?;
        if text.len() > LARGEST_TOML && path.extension().is_some_and(|extension| extension == "toml") {
            return Err(Error::TooLarge { path: path.into() });
        }
        self.bytes += text.len();
        self.is_no_more_than_guides()?;
        let relative = path.strip_prefix(self.root).unwrap_or(path).to_string_lossy().replace('\\', "/");
        self.files.insert(sanitise::visible_line(&relative), text);
        Ok(())
    }

    fn is_no_more_than_guides(&self) -> Result<(), Error> {
        if self.entries <= Self::MOST && self.bytes <= Self::LARGEST {
            return Ok(());
        }
        let size = format!("{} MiB", Self::LARGEST >> 20);
        Err(Error::NoGuidesAlone { path: self.root.into(), files: Self::MOST, size })
    }
}
