//! Files in memory: an editor's unsaved texts, and those of tests.

use super::near::{self, Near};
use super::{CASE_FOLDER, Files, ORGANISATION_FILE, Repository, WorldError};
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Texts by path from the root, with `/`.
#[derive(Debug, Clone, Default)]
pub struct Buffer {
    /// The texts.
    pub texts: BTreeMap<String, Vec<u8>>,
}

impl Buffer {
    /// The same with one more text, or another text of a path.
    pub fn with(mut self, path: &str, text: impl Into<Vec<u8>>) -> Self {
        let _ = self.texts.insert(path.to_owned(), text.into());
        self
    }

    /// The repository these texts are, with every case asked for.
    pub fn open(self) -> Repository {
        let is_case = |path: &&String| {
            let name = path.strip_prefix(CASE_FOLDER).filter(|rest| rest.starts_with('/'));
            name.is_some_and(|name| near::is_case(name) && near::file(path).is_none())
        };
        let all: Vec<String> = self.texts.keys().filter(is_case).cloned().collect();
        Repository {
            root: PathBuf::from("."),
            has_organisation: self.texts.contains_key(ORGANISATION_FILE),
            near: self.near(&all),
            asked: all.clone(),
            all,
            refused: Vec::new(),
            unread: Vec::new(),
            read: Mutex::default(),
            files: Box::new(self),
        }
    }

    /// What is not read, though it looks as if it should be.
    fn near(&self, cases: &[String]) -> Vec<Near> {
        let folders = self.texts.keys().filter_map(|path| Some(path.split_once('/')?.0));
        let folders: BTreeSet<&str> = folders.collect();
        let files = self.texts.keys().filter_map(|path| near::file(path));
        let beside = self.texts.keys().filter(|_| cases.is_empty()).filter_map(|path| near::beside(path));
        let all = files.chain(folders.iter().filter_map(|name| near::folder(name))).chain(beside);
        let is_there = |path: &str| self.texts.contains_key(path) || folders.contains(path);
        let mut near: Vec<Near> = all.map(|near| near.among(is_there)).collect();
        near.sort();
        near
    }

    fn text(&self, path: &str) -> Result<&[u8], WorldError> {
        let missing = || WorldError::Unreadable { path: path.to_owned(), cause: ErrorKind::NotFound.into() };
        self.texts.get(path).map(Vec::as_slice).ok_or_else(missing)
    }
}

impl Files for Buffer {
    fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, WorldError> {
        let text = self.text(path)?;
        Ok(text.get(..=limit).unwrap_or(text).to_vec())
    }

    fn is_own(&self, path: &Path) -> Result<(), WorldError> {
        self.inside(path).map(drop)
    }

    fn inside(&self, named: &Path) -> Result<String, WorldError> {
        let named = named.to_string_lossy();
        let path = named.strip_prefix("./").unwrap_or(&named);
        self.text(path).map(|_| path.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_memory_are_listed_and_read_as_files_are() {
        let texts = Buffer::default()
            .with("a3.yaml", "virksomhet: X")
            .with("saker/b.yaml", "tittel: B")
            .with("saker/a.yml", "tittel: A")
            .with("budsjett/2027.csv", "ansvar");
        let repository = texts.open();
        assert!(repository.has_organisation);
        assert_eq!(repository.asked, ["saker/a.yml", "saker/b.yaml"]);
        assert_eq!(repository.read("saker/b.yaml", 3).unwrap(), b"titt");
        assert_eq!(repository.own_file("./budsjett/2027.csv").unwrap(), "budsjett/2027.csv");
        assert!(matches!(repository.own_file("../x.csv"), Err(WorldError::Outside { .. })));
        assert!(matches!(repository.own_file("x.csv"), Err(WorldError::Unreadable { .. })));
        assert_eq!(repository.shown_root(), ".");
    }
}
