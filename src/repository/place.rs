//! Which folder is the root, and which cases in it were asked for.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

use super::disk::{Disk, from_here, is_link, real, relative};
use super::near::{self, Like, Near};
use super::walk::{Link, Refused, Walk};
use super::{CASE_FOLDER, ORGANISATION_FILE, Repository, WorldError};
use crate::source::one_alphabet;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

impl Repository {
    /// Opens the repository above the first path (the working folder when none is given) and lists it.
    ///
    /// The root is above the path as it is written: a link inside a repository never leads to another
    /// root, and what it leads to is read only where that is inside the root.
    ///
    /// # Errors
    /// [`WorldError`] where a path is missing, lies outside the root, or there is nothing to work on.
    pub fn open(paths: &[PathBuf]) -> Result<Self, WorldError> {
        let here = [PathBuf::from(".")];
        let paths = if paths.is_empty() { here.as_slice() } else { paths };
        let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
        let written = root_above(&lexical(first)?);
        let root = real(&written)?;
        let mut walk = Walk::new(&root);
        let organisation = root.join(ORGANISATION_FILE);
        let has_organisation = organisation.is_file();
        if is_link(&organisation) {
            walk.refuses(&organisation);
        }
        let folder = root.join(CASE_FOLDER);
        let has_folder = folder.is_dir();
        if has_folder && !walk.refuses(&folder) {
            walk.enter(&folder);
        }
        walk.look_around();
        let mut named = Named { written: &written, root: &root, scopes: Vec::new() };
        for path in paths {
            let entered = named.add(path, &mut walk)?;
            // A folder of case files alone, with neither a3.yaml nor saker/.
            if let Some(folder) = entered.filter(|_| !has_organisation && !has_folder) {
                walk.enter(&folder);
            }
        }
        if !walk.below.is_empty() {
            let below = walk.below.iter().map(|folder| from_here(&root.join(folder))).collect();
            return Err(WorldError::Below { path: first.display().to_string(), below });
        }
        let place = named.place(walk);
        let nothing = place.asked.is_empty()
            && place.refused.is_empty()
            && place.unread.is_empty()
            && place.near.is_empty();
        if nothing && !place.has_organisation {
            return Err(WorldError::NothingThere { path: first.display().to_string() });
        }
        Ok(place)
    }

    /// The place a first case may go: as [`Repository::open`], but a folder with nothing in it is no error.
    ///
    /// # Errors
    /// [`WorldError`] where the folder is missing.
    pub fn open_or_new(folder: &Path) -> Result<Self, WorldError> {
        match Self::open(&[folder.to_owned()]) {
            Err(WorldError::NothingThere { .. }) => {
                let root = real(&root_above(&lexical(folder)?))?;
                Ok(Named { written: &root, root: &root, scopes: Vec::new() }.place(Walk::new(&root)))
            }
            found => found,
        }
    }
}

impl Repository {
    /// All that is where this is, or a part of it.
    ///
    /// # Errors
    /// As for [`Repository::open`].
    pub fn whole(&self) -> Result<Self, WorldError> {
        Self::open(core::slice::from_ref(&self.root))
    }

    /// The way from the git repository above to this one, ending in `/`, or empty where they are the same; none
    /// where there is no git repository above.
    pub fn way_from_git(&self) -> Option<String> {
        let above = self.root.ancestors().find(|above| above.join(".git").exists())?;
        let way = relative(above, &self.root)?;
        Some(if way.is_empty() { way } else { format!("{way}/") })
    }
}

/// What one argument asks for.
enum Scope {
    /// The root itself, or a3.yaml.
    All,
    /// A folder and everything under it; ends in `/`.
    Folder(String),
    /// One file.
    File(String),
}

impl Scope {
    fn covers(&self, path: &str) -> bool {
        match self {
            Self::All => true,
            Self::Folder(folder) => path.starts_with(folder) || folder.strip_suffix('/') == Some(path),
            Self::File(file) => path == file,
        }
    }
}

/// Everything the arguments ask for.
struct Named<'r> {
    /// The root as it was written, perhaps through links.
    written: &'r Path,
    /// The same, real.
    root: &'r Path,
    scopes: Vec<Scope>,
}

impl Named<'_> {
    /// Notes what one argument asks for; gives the folder, where it is one.
    fn add(&mut self, path: &Path, walk: &mut Walk) -> Result<Option<PathBuf>, WorldError> {
        let shown = || path.display().to_string();
        let full = lexical(path)?;
        let real = match full.canonicalize() {
            Ok(real) if real.starts_with(self.root) => real,
            Ok(_) if self.refuses(&full, Link::Outside, walk) => return Ok(None),
            Err(_) if is_link(&full) && self.refuses(&full, Link::Dead, walk) => return Ok(None),
            Ok(_) => return Err(WorldError::Outside { path: shown() }),
            Err(cause) if cause.kind() == ErrorKind::NotFound && !walk.cases.is_empty() => {
                return self.add_by_id(path, &walk.cases).map(|()| None);
            }
            Err(cause) => return Err(WorldError::Unreadable { path: shown(), cause }),
        };
        let inside = relative(self.root, &real).unwrap_or_default();
        if real.is_dir() {
            self.scopes.push(if inside.is_empty() {
                Scope::All
            } else {
                Scope::Folder(format!("{inside}/"))
            });
            return Ok(Some(real));
        }
        if !real.is_file() {
            return Err(WorldError::NoFile { path: shown() });
        }
        // A link to a file is a case under its own name; folders go by their real name.
        let own = full.parent().zip(full.file_name()).and_then(|(folder, name)| {
            let folder = folder.canonicalize().ok()?;
            relative(self.root, &folder.join(name))
        });
        let file = own.unwrap_or(inside);
        if file == ORGANISATION_FILE {
            self.scopes.push(Scope::All);
            return Ok(None);
        }
        match near::file(&file) {
            Some(near) if near.like == Like::Organisation => self.scopes.push(Scope::All),
            Some(near) => {
                walk.near.push(near);
                self.scopes.push(Scope::File(file));
            }
            None if near::is_case(&file) => self.scopes.push(Scope::File(file)),
            None => return Err(WorldError::NoCase { path: shown() }),
        }
        Ok(None)
    }

    /// Notes the case whose id was named instead of its path.
    fn add_by_id(&mut self, named: &Path, cases: &[String]) -> Result<(), WorldError> {
        let path = named.display().to_string();
        // A path that leads nowhere is no id, though it may end in one.
        let id =
            |path: &Path| path.file_stem().map(|stem| one_alphabet(&stem.to_string_lossy()).into_owned());
        let wanted = id(named).filter(|_| named.components().count() == 1);
        let found = cases.iter().filter(|path| wanted.is_some() && id(Path::new(path)) == wanted);
        let before = self.scopes.len();
        self.scopes.extend(found.map(|path| Scope::File(path.clone())));
        if self.scopes.len() > before {
            return Ok(());
        }
        let ids = cases.iter().filter_map(|path| id(Path::new(path))).collect();
        Err(WorldError::NoSuchCase { path, ids })
    }

    /// Notes a link inside the root that is not followed; false where the path is not inside the root.
    fn refuses(&mut self, full: &Path, link: Link, walk: &mut Walk) -> bool {
        let inside = relative(self.written, full).or_else(|| relative(self.root, full));
        let Some(path) = inside else { return false };
        self.scopes.push(Scope::File(path.clone()));
        walk.refused.push(Refused { path, link });
        true
    }

    fn covers(&self, path: &str) -> bool {
        self.scopes.iter().any(|scope| scope.covers(path))
    }

    /// What was walked, narrowed to what was asked for.
    fn place(&self, walk: Walk) -> Repository {
        let has_organisation = self.root.join(ORGANISATION_FILE).is_file();
        let Walk { mut cases, mut refused, mut unread, mut near, beside, .. } = walk;
        let is_all = self.scopes.iter().all(|scope| matches!(scope, Scope::All));
        near.retain(|near| match near.like {
            Like::Organisation | Like::Folder => true,
            Like::Case | Like::Text | Like::Beside | Like::Inner => self.covers(&near.path),
        });
        near.extend(beside.into_iter().filter(|_| has_organisation && is_all && cases.is_empty()));
        let mut near: Vec<Near> =
            near.into_iter().map(|near| near.among(|path| self.root.join(path).exists())).collect();
        near.sort();
        near.dedup();
        let is_near = |path: &str| near.iter().any(|near| near.path == path);
        refused.retain(|refused| refused.path == ORGANISATION_FILE || self.covers(&refused.path));
        unread.retain(|unread| self.covers(unread.path()));
        let is_refused = |path: &str| refused.iter().any(|refused| refused.path == path);
        let mut asked: Vec<String> = cases.iter().filter(|path| self.covers(path)).cloned().collect();
        asked.extend(self.scopes.iter().filter_map(|scope| match scope {
            Scope::File(file) if !is_refused(file) && !is_near(file) => Some(file.clone()),
            Scope::File(_) | Scope::Folder(_) | Scope::All => None,
        }));
        cases.extend(asked.iter().cloned());
        refused.sort();
        refused.dedup();
        for list in [&mut asked, &mut cases] {
            list.sort();
            list.dedup();
        }
        unread.sort_by(|one, other| one.path().cmp(other.path()));
        let root = self.root.to_owned();
        let files = Box::new(Disk { root: root.clone() });
        Repository {
            root,
            has_organisation,
            asked,
            all: cases,
            refused,
            unread,
            near,
            read: Mutex::default(),
            files,
        }
    }
}

/// The whole path as it is written, without `.` and `..`, links untouched.
fn lexical(path: &Path) -> Result<PathBuf, WorldError> {
    let unreadable = |cause| WorldError::Unreadable { path: path.display().to_string(), cause };
    let mut whole = PathBuf::new();
    for part in std::path::absolute(path).map_err(unreadable)?.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => whole.push(part),
        }
    }
    Ok(whole)
}

/// The root above a path as it is written. A link inside a repository never leads to another root,
/// so what is around the link counts first.
fn root_above(start: &Path) -> PathBuf {
    let folder = if start.is_dir() { start } else { start.parent().unwrap_or(start) };
    let links = folder.ancestors().filter(|above| is_link(above));
    let around = links.filter_map(Path::parent).find_map(marked_above);
    around.or_else(|| marked_above(folder)).unwrap_or(folder).to_owned()
}

/// The nearest folder at or above one with an a3.yaml, stopping at a repository boundary; with
/// none, the folder that holds `saker/`. An a3.yaml among the cases of another marks no root.
fn marked_above(folder: &Path) -> Option<&Path> {
    let is_boundary = |above: &Path| above.join(".git").exists();
    let within = folder.ancestors().position(is_boundary).map_or(usize::MAX, |at| at.saturating_add(1));
    let is_marked = |above: &&Path| above.join(ORGANISATION_FILE).is_file();
    let above = || folder.ancestors().take(within);
    let holders = || above().filter(|path| path.ends_with(CASE_FOLDER)).filter_map(Path::parent);
    holders().find(is_marked).or_else(|| above().find(is_marked)).or_else(|| holders().next())
}
