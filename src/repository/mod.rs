//! The door to files, for reading: opened once per command and listed once, then read by path.
//! Nothing outside the root is read, also not through a link. What the texts mean is none of its
//! business, and no later room knows where they come from.

mod buffer;
mod disk;
mod near;
mod place;
mod walk;
mod world_error;

pub use buffer::Buffer;
pub use disk::{from_here, is_within, read_named};
pub use near::{Like, Near};
pub use walk::{Link, Refused};
pub use world_error::WorldError;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

/// The file that marks a case repository's root.
pub const ORGANISATION_FILE: &str = "a3.yaml";

/// The folder cases are in.
pub const CASE_FOLDER: &str = "saker";

/// The folder the lists of earlier years are in.
const HISTORY: &str = "historikk/";

/// How much of a3.yaml is looked in for the names of files.
const MOST_BYTES: usize = 1_048_576;

/// Where the texts of a repository come from. Paths are from the root, with `/`.
pub trait Files: Debug + Send + Sync {
    /// Reads a file's bytes, at most one byte past `limit`: whoever asked sees that it was too long.
    ///
    /// # Errors
    /// [`WorldError`] where the file cannot be read, or a link leads out of the root.
    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, WorldError>;

    /// That there is a file at this path, inside the root also through links.
    ///
    /// # Errors
    /// [`WorldError`] where there is none.
    fn is_own(&self, path: &Path) -> Result<(), WorldError>;

    /// The path from the root of a file that someone outside names.
    ///
    /// # Errors
    /// [`WorldError`] where the file is missing or lies outside the root.
    fn inside(&self, named: &Path) -> Result<String, WorldError>;
}

/// A case repository, opened and listed, or the part of one that was asked for. Paths are from the
/// root, with `/`.
#[derive(Debug)]
pub struct Repository {
    /// Folder of a3.yaml; with none above, the folder of the cases. Real, without links.
    pub root: PathBuf,
    /// Whether there is an a3.yaml at the root.
    pub has_organisation: bool,
    /// The case files asked for, sorted.
    pub asked: Vec<String>,
    /// Every case file, also those not asked for: references are looked up here. Sorted.
    pub all: Vec<String>,
    /// Links among what was asked for that are not followed, and a3.yaml where it is one. Sorted.
    pub refused: Vec<Refused>,
    /// What was asked for and cannot be read, by path.
    pub unread: Vec<WorldError>,
    /// What is not read, though it looks as if it should be. Sorted.
    pub near: Vec<Near>,
    /// The files that have been read: a result is never written over them.
    read: Mutex<BTreeSet<String>>,
    files: Box<dyn Files>,
}

impl Repository {
    /// Whether some of its cases are not asked for.
    pub const fn is_part_asked(&self) -> bool {
        self.asked.len() < self.all.len()
    }

    /// Reads a file's bytes, at most one byte past `limit`.
    ///
    /// # Errors
    /// As for [`Files::read`].
    pub fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, WorldError> {
        if let Ok(mut read) = self.read.lock() {
            read.insert(path.to_owned());
        }
        self.files.read(path, limit)
    }

    /// Whether a file named from outside is one that answers build on, also through a link: it has been read, is
    /// written in YAML, is named in a3.yaml, or is the list of an earlier year.
    pub fn is_source(&self, named: &Path) -> bool {
        let Ok(path) = self.files.inside(named) else { return false };
        let is_yaml = [".yaml", ".yml"].iter().any(|ending| path.to_lowercase().ends_with(ending));
        is_yaml || path.starts_with(HISTORY) || self.has_read(&path) || self.is_named(&path)
    }

    fn has_read(&self, path: &str) -> bool {
        let Ok(read) = self.read.lock() else { return false };
        let leads_there =
            |read: &String| self.files.inside(&self.root.join(read)).is_ok_and(|real| real == path);
        read.contains(path) || read.iter().any(leads_there)
    }

    /// Whether a3.yaml has the name of a file.
    fn is_named(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        let written = self.files.read(ORGANISATION_FILE, MOST_BYTES);
        written.is_ok_and(|written| String::from_utf8_lossy(&written).contains(name))
    }

    /// The path from the root of a file named on the command line.
    ///
    /// # Errors
    /// As for [`Files::inside`].
    pub fn inside(&self, named: &Path) -> Result<String, WorldError> {
        self.files.inside(named)
    }

    /// The path of a file that a file of ours names, from the root and with `/`; as written, so that
    /// findings are where people look.
    ///
    /// # Errors
    /// [`WorldError`] where it is missing, is no file, or lies outside the root, also through a link.
    pub fn own_file(&self, written: &str) -> Result<String, WorldError> {
        let mut parts = Vec::new();
        for part in Path::new(written).components() {
            match part {
                Component::Normal(name) => parts.push(name.to_string_lossy()),
                Component::CurDir => {}
                Component::ParentDir | Component::Prefix(_) | Component::RootDir => {
                    return Err(WorldError::Outside { path: written.to_owned() });
                }
            }
        }
        self.files.is_own(Path::new(written))?;
        Ok(parts.join("/"))
    }

    /// The file that the list of a year is kept in, from the root.
    pub fn history(year: u16) -> String {
        format!("{HISTORY}{year}.json")
    }

    /// The root as it is written from the working folder, with `/`.
    pub fn shown_root(&self) -> String {
        from_here(&self.root)
    }
}
