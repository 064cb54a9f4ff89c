//! Files on the disk.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

use super::{Files, WorldError};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The files under a folder.
#[derive(Debug)]
pub(super) struct Disk {
    /// Real, without links.
    pub(super) root: PathBuf,
}

impl Files for Disk {
    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, WorldError> {
        let full = self.root.join(path);
        if is_link(&full) && !real(&full)?.starts_with(&self.root) {
            return Err(WorldError::Outside { path: path.to_owned() });
        }
        let unreadable = |cause| WorldError::Unreadable { path: path.to_owned(), cause };
        // A pipe would be waited for, and a device never ends.
        if full.metadata().is_ok_and(|known| !known.is_file()) {
            return Err(WorldError::NoFile { path: path.to_owned() });
        }
        let file = std::fs::File::open(&full).map_err(unreadable)?;
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        // Room for all of it at once: a large file would else be copied over and over as the room grows.
        let size = file.metadata().map_or(0, |known| known.len()).min(limit);
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
        Ok(bytes)
    }

    fn is_own(&self, path: &Path) -> Result<(), WorldError> {
        let shown = || path.to_string_lossy().into_owned();
        let real = self.root.join(path).canonicalize();
        let real = real.map_err(|cause| WorldError::Unreadable { path: shown(), cause })?;
        if !real.starts_with(&self.root) {
            return Err(WorldError::Outside { path: shown() });
        }
        if real.is_file() { Ok(()) } else { Err(WorldError::NoFile { path: shown() }) }
    }

    fn inside(&self, named: &Path) -> Result<String, WorldError> {
        let outside = || WorldError::Outside { path: named.display().to_string() };
        relative(&self.root, &real(named)?).ok_or_else(outside)
    }
}

/// Reads a file that somebody names outside any repository, at most one byte past `limit`.
///
/// # Errors
/// [`WorldError`] where it cannot be read.
pub fn read_named(path: &Path, limit: usize) -> Result<Vec<u8>, WorldError> {
    let full = real(path)?;
    let (folder, name) = (full.parent().unwrap_or(&full), full.file_name().unwrap_or_default());
    Disk { root: folder.to_owned() }.read(&name.to_string_lossy(), limit)
}

/// That a folder to be written in lies inside a root, also through links. One that is not there is yet to be made.
///
/// # Errors
/// [`WorldError`] where it leads out of the root, or to nothing.
pub fn is_within(root: &Path, folder: &Path) -> Result<(), WorldError> {
    if folder.symlink_metadata().is_err() {
        return Ok(());
    }
    let outside = || WorldError::Outside { path: from_here(folder) };
    relative(&real(root)?, &real(folder)?).map(|_| ()).ok_or_else(outside)
}

/// A real path as it is written from the working folder, with `/`; whole where they share nothing.
pub fn from_here(path: &Path) -> String {
    let here = real(Path::new(".")).unwrap_or_default();
    let shared = here.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    if shared < 2 {
        return path.to_string_lossy().replace('\\', "/");
    }
    let up = here.components().skip(shared).map(|_| "..".to_owned());
    let down = path.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = up.chain(down).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

pub(super) fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.file_type().is_symlink())
}

/// The real path behind links.
pub(super) fn real(path: &Path) -> Result<PathBuf, WorldError> {
    path.canonicalize().map_err(|cause| WorldError::Unreadable { path: path.display().to_string(), cause })
}

/// The path from a folder with `/`; none when it is not inside.
pub(super) fn relative(root: &Path, full: &Path) -> Option<String> {
    let inside = full.strip_prefix(root).ok()?;
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Some(parts.join("/"))
}
