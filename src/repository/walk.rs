//! Every case file under a folder, and what is there that cannot be read.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

use super::WorldError;
use super::disk::{real, relative};
use super::near::{self, Like, Near};
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
    /// What looks like a case or like a3.yaml and is neither.
    pub(super) near: Vec<Near>,
    /// YAML beside the folder of cases.
    pub(super) beside: Vec<Near>,
    /// Folders below with an a3.yaml of their own, which are repositories of their own.
    pub(super) below: Vec<String>,
}

impl Walk {
    pub(super) fn new(root: &Path) -> Self {
        let (cases, refused, unread) = (Vec::new(), Vec::new(), Vec::new());
        let (near, beside, below) = (Vec::new(), Vec::new(), Vec::new());
        Self { root: root.to_owned(), cases, refused, unread, near, beside, below }
    }

    /// What stands beside a3.yaml that looks like something it is not.
    pub(super) fn look_around(&mut self) {
        for entry in std::fs::read_dir(&self.root).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
            if entry.path().is_dir() {
                self.near.extend(near::folder(name));
            } else {
                self.near.extend(near::file(name).filter(|near| near.like == Like::Organisation));
                self.beside.extend(near::beside(name));
            }
        }
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
        let name = entry.file_name().to_string_lossy();
        let is_case = near::is_case(&name);
        let Some(kind) = entry.file_type() else { return };
        let is_link = kind.is_symlink() && entry.depth() > 0;
        if is_link && self.refuses(path) {
            return;
        }
        if !(kind.is_file() || (is_link && path.is_file())) {
            return;
        }
        let Some(relative) = relative(&self.root, path) else { return };
        if let Some(near) = near::file(&relative) {
            self.near.push(near);
        } else if near::is_organisation(&name) {
            self.below.extend(relative.rsplit_once('/').map(|(folder, _)| folder.to_owned()));
        } else if !is_case {
            // Nobody takes it for a case.
        } else if path.to_str().is_none() {
            self.unread.push(WorldError::NameIsNoText { path: relative });
        } else {
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
