//! The door to files, for reading: finds the root, walks `saker/`, reads texts. Nothing outside
//! the root is read, also not through a link. What the texts mean is none of its business.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

use crate::text::Text;
use ignore::WalkBuilder;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The file that marks a case repository's root.
pub const ORGANISATION_FILE: &str = "a3.yaml";

/// The folder cases stand in.
pub const CASE_FOLDER: &str = "saker";

/// Something in the world is not as asked: no such file, no access. Never what a file says.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// The path given does not exist.
    #[error("{path}: {cause}")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// There is neither an a3.yaml nor a folder saker/ to work on.
    #[error("{path}: no cases")]
    NothingThere {
        /// As given.
        path: String,
    },
    /// A path that leads outside the root.
    #[error("{path}: outside the root")]
    Outside {
        /// As given.
        path: String,
    },
}

impl WorldError {
    /// The error as a person needs it: what is wrong, and what to try.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Unreadable { path, cause } if cause.kind() == std::io::ErrorKind::NotFound => crate::text!(
                nb: "Finner ikke «{path}». Sjekk stien, eller lag den første saken med: a3 init \"Tittel på saken\"",
                en: "Cannot find \"{path}\". Check the path, or make the first case with: a3 init \"Title of the case\""
            ),
            Self::Unreadable { path, cause } => crate::text!(
                nb: "Får ikke lest «{path}»: {cause}",
                en: "Cannot read \"{path}\": {cause}"
            ),
            Self::NothingThere { path } => crate::text!(
                nb: "Her er ingen saker: «{path}» har verken {ORGANISATION_FILE} eller mappa {CASE_FOLDER}/. Gå til mappa med sakene, eller lag den første med: a3 init \"Tittel på saken\"",
                en: "No cases here: \"{path}\" has neither {ORGANISATION_FILE} nor a folder {CASE_FOLDER}/. Go to the folder with the cases, or make the first with: a3 init \"Title of the case\""
            ),
            Self::Outside { path } => crate::text!(
                nb: "«{path}» ligger utenfor mappa med sakene, og blir ikke lest. Flytt fila inn under {CASE_FOLDER}/.",
                en: "\"{path}\" is outside the folder with the cases and is not read. Move the file in under {CASE_FOLDER}/."
            ),
        }
    }
}

/// A case repository, or the part of one that was asked for. Paths are relative to the root, with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// Folder of a3.yaml; with none above, the folder of the cases. Real, without links.
    pub root: PathBuf,
    /// Whether there is an a3.yaml at the root.
    pub has_organisation: bool,
    /// The case files asked for, sorted.
    pub asked: Vec<String>,
    /// Every case file, also those not asked for: references are looked up here. Sorted.
    pub all: Vec<String>,
    /// Links that lead out of the root: never read. Sorted.
    pub refused: Vec<String>,
}

/// Finds the root above the first path (the working folder when none is given) and the cases asked for.
///
/// # Errors
/// [`WorldError`] where a path is missing, lies outside the root, or there is nothing to work on.
pub fn find(paths: &[PathBuf]) -> Result<Workplace, WorldError> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { here.as_slice() } else { paths };
    let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
    let root = root_above(&real(first)?);
    let organisation = root.join(ORGANISATION_FILE);
    let folder = root.join(CASE_FOLDER);
    let mut place = Workplace {
        has_organisation: organisation.is_file(),
        root,
        asked: Vec::new(),
        all: Vec::new(),
        refused: Vec::new(),
    };
    place.refuse_if_outside(&organisation);
    if folder.is_dir() && !place.refuse_if_outside(&folder) {
        place.all = place.walk(&folder)?;
    }
    for path in paths {
        let added = place.named_by(path)?;
        place.asked.extend(added);
    }
    place.all.extend(place.asked.iter().cloned());
    for list in [&mut place.asked, &mut place.all, &mut place.refused] {
        list.sort();
        list.dedup();
    }
    Ok(place)
}

/// The place a first case may go: as [`find`], but a folder with nothing in it is no error.
///
/// # Errors
/// [`WorldError`] where the folder is missing.
pub fn find_or_new(folder: &Path) -> Result<Workplace, WorldError> {
    match find(&[folder.to_owned()]) {
        Err(WorldError::NothingThere { .. }) => {
            let root = root_above(&real(folder)?);
            let (asked, all, refused) = (Vec::new(), Vec::new(), Vec::new());
            Ok(Workplace { root, has_organisation: false, asked, all, refused })
        }
        found => found,
    }
}

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
    let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.file_type().is_symlink());
    if is_link && !real(&path)?.starts_with(root) {
        return Err(WorldError::Outside { path: relative.to_owned() });
    }
    let unreadable = |cause| WorldError::Unreadable { path: relative.to_owned(), cause };
    let file = std::fs::File::open(&path).map_err(unreadable)?;
    let mut bytes = Vec::with_capacity(8192);
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

impl Workplace {
    /// The root as it is shown, with `/`: from the working folder where it is inside that.
    #[must_use]
    pub fn shown_root(&self) -> String {
        let here = real(Path::new(".")).ok();
        let inside = here.as_deref().and_then(|here| self.root.strip_prefix(here).ok());
        let shown = inside.unwrap_or(&self.root).to_string_lossy().replace('\\', "/");
        if shown.is_empty() { ".".to_owned() } else { shown }
    }

    /// What one argument names: a case file, a folder of cases, a3.yaml, or the root itself.
    fn named_by(&mut self, path: &Path) -> Result<Vec<String>, WorldError> {
        let shown = path.display().to_string();
        let full = real(path)?;
        let relative = self.relative(&full).ok_or(WorldError::Outside { path: shown.clone() })?;
        if full.is_file() && relative != ORGANISATION_FILE {
            return Ok(vec![relative]);
        }
        let found = if full.is_file() || (relative.is_empty() && self.has_cases_folder()) {
            self.all.clone()
        } else if self.has_cases_folder() {
            let folder = format!("{relative}/");
            self.all.iter().filter(|case| case.starts_with(&folder)).cloned().collect()
        } else {
            // A folder of case files alone, with neither a3.yaml nor saker/.
            self.walk(&full)?
        };
        if found.is_empty() && !self.has_organisation && self.refused.is_empty() {
            return Err(WorldError::NothingThere { path: shown });
        }
        Ok(found)
    }

    fn has_cases_folder(&self) -> bool {
        self.has_organisation || self.root.join(CASE_FOLDER).is_dir()
    }

    /// The path from the root with `/`; none when it is not inside.
    fn relative(&self, full: &Path) -> Option<String> {
        let inside = full.strip_prefix(&self.root).ok()?;
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        Some(parts.join("/"))
    }

    /// Whether a path is a link out of the root; if so it is noted and must not be read.
    fn refuse_if_outside(&mut self, path: &Path) -> bool {
        let outside = path.canonicalize().is_ok_and(|real| !real.starts_with(&self.root));
        if outside {
            self.refused.extend(self.relative(path));
        }
        outside
    }

    /// Every `*.yaml` and `*.yml` under a folder. A link to a file inside the root is a case like
    /// any other; a link out of it is refused; linked folders are not entered.
    fn walk(&mut self, folder: &Path) -> Result<Vec<String>, WorldError> {
        let mut found = Vec::new();
        let walk = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .follow_links(false)
            .sort_by_file_name(Ord::cmp)
            .build();
        for entry in walk {
            let entry = entry.map_err(|cause| WorldError::Unreadable {
                path: folder.display().to_string(),
                cause: std::io::Error::other(cause),
            })?;
            let path = entry.path();
            let is_case = path.extension().is_some_and(|end| end == "yaml" || end == "yml");
            let Some(kind) = entry.file_type() else { continue };
            let is_link = kind.is_symlink() && entry.depth() > 0;
            if is_link && self.refuse_if_outside(path) {
                continue;
            }
            if is_case && (kind.is_file() || (is_link && path.is_file())) {
                found.extend(self.relative(path).filter(|relative| relative != ORGANISATION_FILE));
            }
        }
        Ok(found)
    }
}

/// The nearest folder at or above `start` with an a3.yaml, stopping at a repository boundary; with
/// none, the folder that holds `saker/`, else the folder given or the file's own.
fn root_above(start: &Path) -> PathBuf {
    let folder = if start.is_file() { start.parent().unwrap_or(start) } else { start };
    let mut saker = None;
    for above in folder.ancestors() {
        if above.join(ORGANISATION_FILE).is_file() {
            return above.to_owned();
        }
        if above.file_name().is_some_and(|name| name == CASE_FOLDER) {
            saker = saker.or(above.parent());
        }
        if above.join(".git").exists() {
            break;
        }
    }
    saker.unwrap_or(folder).to_owned()
}

/// The real path behind links.
fn real(path: &Path) -> Result<PathBuf, WorldError> {
    path.canonicalize().map_err(|cause| WorldError::Unreadable { path: path.display().to_string(), cause })
}
