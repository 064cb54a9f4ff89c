//! The door to files, for writing: new files only, never over one that exists.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

use std::io::{Error, Write};
use std::path::Path;

/// Writes a new file, making its folders; refuses if the file is there already.
///
/// # Errors
/// What the system says; `AlreadyExists` where there is a file (or a link) of that name.
pub fn create(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Writes what a command was asked to put in a file (`-o`), whole or not at all: first beside it,
/// then moved into place.
///
/// # Errors
/// What the system says.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name = path.file_name().ok_or(std::io::ErrorKind::InvalidInput)?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(".ny");
    let beside = path.with_file_name(beside);
    std::fs::write(&beside, bytes)?;
    std::fs::rename(&beside, path)
}
