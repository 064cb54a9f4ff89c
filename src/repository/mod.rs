//! The door to files, for reading: finds the root, walks `saker/`, reads texts. Nothing outside
//! the root is read, also not through a link. What the texts mean is none of its business.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

mod place;
mod walk;
mod world_error;

pub use place::{Workplace, find, find_or_new, from_here};
pub use walk::{Link, Refused};
pub use world_error::WorldError;

use std::io::Read;
use std::path::{Path, PathBuf};

/// The file that marks a case repository's root.
pub const ORGANISATION_FILE: &str = "a3.yaml";

/// The folder cases stand in.
pub const CASE_FOLDER: &str = "saker";

/// A number of bytes as [`read`] counts them.
#[must_use]
pub fn limit(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// Reads a file's bytes, at most one byte past `limit`: whoever asked sees that it was too long.
///
/// # Errors
/// [`WorldError`] where the file cannot be read, or a link leads out of the root.
pub fn read(root: &Path, relative: &str, limit: u64) -> Result<Vec<u8>, WorldError> {
    let path = root.join(relative);
    let is_link = is_link(&path);
    if is_link && !real(&path)?.starts_with(root) {
        return Err(WorldError::Outside { path: relative.to_owned() });
    }
    let unreadable = |cause| WorldError::Unreadable { path: relative.to_owned(), cause };
    let file = std::fs::File::open(&path).map_err(unreadable)?;
    // Room for all of it at once: a large file would else be copied over and over as the room grows.
    let size = file.metadata().map_or(0, |known| known.len()).min(limit);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.file_type().is_symlink())
}

/// The real path behind links.
fn real(path: &Path) -> Result<PathBuf, WorldError> {
    path.canonicalize().map_err(|cause| WorldError::Unreadable { path: path.display().to_string(), cause })
}

/// The path from a folder with `/`; none when it is not inside.
fn relative(root: &Path, full: &Path) -> Option<String> {
    let inside = full.strip_prefix(root).ok()?;
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Some(parts.join("/"))
}
