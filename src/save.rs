//! The door to files, for writing: new files never go over one that exists; a result (`-o`) may.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

/// Writes a new file, making its folders; refuses if the file is there already.
///
/// # Errors
/// What the system says; `AlreadyExists` where there is a file (or a link) of that name.
pub fn create(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Writes what a command was asked to put in a file (`-o`). A new or ordinary file is written whole
/// or not at all: first beside it, then moved into place. Anything else that is there (a link, a
/// pipe, a device) is written into and stays what it is.
///
/// # Errors
/// What the system says.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    if path.symlink_metadata().is_ok_and(|there| !there.is_file()) {
        let mut there = OpenOptions::new().write(true).truncate(true).create(true).open(path)?;
        return there.write_all(bytes);
    }
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(".ny");
    let beside = path.with_file_name(beside);
    // Left behind by a run that was stopped; if it is a link, it is the link that goes.
    drop(std::fs::remove_file(&beside));
    OpenOptions::new().write(true).create_new(true).open(&beside)?.write_all(bytes)?;
    std::fs::rename(&beside, path)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::{FileTypeExt, symlink};

    #[test]
    fn what_is_no_ordinary_file_stays_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("mål"), "gammelt og lengre").unwrap();
        symlink("mål", at("lenke")).unwrap();
        replace(&at("lenke"), b"nytt").unwrap();
        assert!(at("lenke").symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read_to_string(at("mål")).unwrap(), "nytt");
        replace(Path::new("/dev/null"), b"borte").unwrap();
        assert!(Path::new("/dev/null").metadata().unwrap().file_type().is_char_device());
        assert!(replace(folder.path(), b"x").is_err());
    }

    #[test]
    fn an_ordinary_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("andres"), "andres").unwrap();
        symlink("andres", at(".liste.csv.ny")).unwrap();
        for text in ["første", "andre"] {
            replace(&at("liste.csv"), text.as_bytes()).unwrap();
            assert_eq!(std::fs::read_to_string(at("liste.csv")).unwrap(), text);
        }
        assert_eq!(std::fs::read_to_string(at("andres")).unwrap(), "andres");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
