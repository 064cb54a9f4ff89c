//! Every case file under a folder, and what is there that cannot be read.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

use super::disk::{real, relative};
use super::{ORGANISATION_FILE, WorldError};
use ignore::{DirEntry, WalkBuilder};
use std::path::{Path, PathBuf};

/// A link that is not followed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refused {
    /// Path of the link, from the root.
    pub path: String,
    /// Why.
    pub link: Link,
}

/// Why a link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// It leads out of the root.
    Outside,
    /// It leads nowhere.
    Dead,
}

/// What a walk came past. Paths are from the root, with `/`.
#[derive(Debug)]
pub(super) struct Walk {
    /// Real, without links.
    root: PathBuf,
    pub(super) cases: Vec<String>,
    pub(super) refused: Vec<Refused>,
    pub(super) unread: Vec<WorldError>,
}

impl Walk {
    pub(super) fn new(root: &Path) -> Self {
        let (cases, refused, unread) = (Vec::new(), Vec::new(), Vec::new());
        Self { root: root.to_owned(), cases, refused, unread }
    }

    /// Every `*.yaml` and `*.yml` under a folder. A link to a file inside the root is a case like
    /// any other; a link out of it, or to nothing, is refused; linked folders are not entered.
    pub(super) fn enter(&mut self, folder: &Path) {
        let walk = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .follow_links(false)
            .sort_by_file_name(Ord::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => self.come_past(&entry),
                Err(error) => self.unread.push(self.unreadable(&error, folder)),
            }
        }
    }

    fn come_past(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let is_case = path.extension().is_some_and(|end| end == "yaml" || end == "yml");
        let Some(kind) = entry.file_type() else { return };
        let is_link = kind.is_symlink() && entry.depth() > 0;
        if is_link && self.refuses(path) {
            return;
        }
        if !is_case || !(kind.is_file() || (is_link && path.is_file())) {
            return;
        }
        let Some(relative) = relative(&self.root, path) else { return };
        if path.to_str().is_none() {
            self.unread.push(WorldError::NameIsNoText { path: relative });
        } else if relative != ORGANISATION_FILE {
            self.cases.push(relative);
        }
    }

    /// Whether a path leads nowhere or out of the root; if so it is noted and must not be read.
    pub(super) fn refuses(&mut self, path: &Path) -> bool {
        let link = match real(path) {
            Err(_) => Link::Dead,
            Ok(real) if real.starts_with(&self.root) => return false,
            Ok(_) => Link::Outside,
        };
        self.refused.extend(relative(&self.root, path).map(|path| Refused { path, link }));
        true
    }

    fn unreadable(&self, error: &ignore::Error, folder: &Path) -> WorldError {
        let path = place_of(error).unwrap_or(folder);
        let path = relative(&self.root, path).unwrap_or_else(|| path.display().to_string());
        let kind = error.io_error().map_or(std::io::ErrorKind::Other, std::io::Error::kind);
        WorldError::Unreadable { path, cause: kind.into() }
    }
}

/// The path a walk's error is about.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    if let ignore::Error::WithPath { path, .. } = error {
        return Some(path);
    }
    if let ignore::Error::WithDepth { err, .. } = error { place_of(err) } else { None }
}
