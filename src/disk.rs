//! What a save asks of the file system, step by step: a test refuses each of them in turn.

use std::{
    fmt::Debug,
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    path::Path,
};

/// The steps of a save; each fails as the machine says.
#[allow(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Disk: Debug + Send + Sync {
    /// Makes a folder where it is missing, and has it for its owner alone in any case.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file that was not there, for its owner alone.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Writes all of a text.
    fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()>;
    /// Brings a file's text to the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Puts a file in the place of another; of a link, not of what it points to.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Brings a folder's names to the disk: without this a power cut may bring an old one back.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Debug)]
pub struct Machine;

impl Disk for Machine {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        builder.create(folder)?;
        // A new folder is a name in the one around it.
        for around in missing.iter().filter_map(|made| made.parent()) {
            self.sync_folder(if around.as_os_str().is_empty() { Path::new(".") } else { around })?;
        }
        tighten(folder);
        Ok(())
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        private().create_new(true).open(path)
    }

    fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()> {
        file.write_all(text)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// For writing, and only by its owner.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Takes a folder that others may enter away from them; of one that belongs to somebody else this is not ours to say.
#[cfg(unix)]
fn tighten(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let loose = fs::metadata(folder).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0);
    if loose {
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
}

#[cfg(not(unix))]
fn tighten(_: &Path) {}
