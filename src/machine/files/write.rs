//! A file that the person asked for: whole or not at all, and never in the place of what is no file.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, ErrorKind, Write},
    path::Path,
};

use crate::{
    error::Error,
    machine::file_system::{FileSystem, RealFileSystem, beside, private},
};

/// Writes a whole file: to a name of its own beside it, to the disk, then in place. What is there already is replaced only
/// when told to, by a file of the same mode; of a link the link, not what it points to.
///
/// # Errors
/// Bad input where the name is taken, by no file or by one that is not to be written, or the folder does not exist; a machine
/// failure where it cannot be written.
pub fn write(path: &Path, text: &str, force: bool) -> Result<(), Error> {
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => Error::NoFolder { path: path.into() },
        ErrorKind::AlreadyExists => Error::Exists { path: path.into() },
        _ => Error::unwritable(path, &error),
    };
    if cfg!(windows) && names_a_device(path) {
        return Err(Error::NoTarget { path: path.into() });
    }
    let there = match path.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
        Ok(_) => Some(replaced(path).map_err(failed)?),
    };
    let permissions = match there {
        None => None,
        Some(Target::Other) => return Err(Error::NoTarget { path: path.into() }),
        Some(_) if !force => return Err(failed(ErrorKind::AlreadyExists.into())),
        Some(Target::ReadOnly) => return Err(Error::ReadOnly { path: path.into() }),
        Some(Target::Lost) => None,
        Some(Target::File(permissions)) => Some(permissions),
    };
    let beside = beside(path, ".backup-medic");
    // Until it has the mode of the file that it replaces, nobody else may read it.
    let options = permissions.as_ref().map_or_else(OpenOptions::new, |_| private());
    let mut file = { options }.write(true).create_new(true).open(&beside).map_err(failed)?;
    let placed = fill(&mut file, text, permissions)
        .and_then(|()| if force { fs::rename(&beside, path) } else { RealFileSystem.rename_to_new(&beside, path) });
    placed.inspect_err(|_| drop(fs::remove_file(&beside))).map_err(failed)
}

fn fill(file: &mut File, text: &str, permissions: Option<Permissions>) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
    file.sync_all()
}

/// What has a name already.
enum Target {
    /// A file, or a link to one, and who may do what with it.
    File(Permissions),
    /// A file that its owner does not want written.
    ReadOnly,
    /// A link to nothing.
    Lost,
    /// A folder, a device, a pipe, a socket, or a link to one.
    Other,
}

/// What a file would replace.
fn replaced(path: &Path) -> io::Result<Target> {
    let metadata = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Target::Lost),
        metadata => metadata?,
    };
    let permissions = metadata.permissions();
    Ok(match metadata.is_file() {
        false => Target::Other,
        true if !is_writable(path, &permissions) => Target::ReadOnly,
        true => Target::File(permissions),
    })
}

/// Whether a file may be written: by its mode, which does not bind an administrator, and by what the machine says.
fn is_writable(path: &Path, permissions: &Permissions) -> bool {
    #[cfg(unix)]
    if rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_err() {
        return false;
    }
    let _ = path;
    !permissions.readonly()
}

/// Whether Windows takes the name for a device, as it does in every folder and before any ending.
fn names_a_device(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    let name = name.split(['.', ':']).next().unwrap_or_default().trim_end();
    let has_a_number = |name: &str| {
        let mut rest = name.chars();
        rest.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c)) && rest.next().is_none()
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&name)
        || ["COM", "LPT"].iter().any(|port| name.strip_prefix(port).is_some_and(has_a_number))
}

#[cfg(test)]
mod tests {
    use super::names_a_device;

    #[test]
    fn a_name_that_windows_keeps_for_a_device_is_known() {
        let check = |path: &str, expected: bool| assert_eq!(names_a_device(path.as_ref()), expected, "{path}");
        check("NUL", true);
        check("tickets/nul.md", true);
        check("con .txt", true);
        check("COM1", true);
        check("lpt².md", true);
        check("CONOUT$", true);
        check("com1/ticket.md", false);
        check("COM", false);
        check("COM10.md", false);
        check("console.md", false);
        check("..", false);
    }
}
