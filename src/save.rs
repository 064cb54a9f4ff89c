//! The door to files, for writing: new files never go over one that exists; a result (`-o`) may.
//! Both are written whole or not at all: first beside, then moved into place. A file people write in is changed
//! only as it was when it was read, and by one at a time.

#![allow(clippy::disallowed_methods, reason = "this room is the door to files")]

mod place;
mod under_way;

pub use place::{begins_with, is_empty, is_same, is_there, leads_into};
pub use under_way::may_stop;

use std::collections::BTreeSet;
use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{Error, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use under_way::UnderWay;

/// Writes a new file, making its folders; refuses if the file is there already.
///
/// # Errors
/// What the system says; `AlreadyExists` where there is a file (or a link) of that name.
pub fn create(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    if is_there(path) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    Beside::written(path, text.as_bytes())?.become_new(path)
}

/// Writes what a command was asked to put in a file (`-o`). An ordinary file keeps its rights. A
/// pipe or a device is written into and stays what it is; a link stays, and what it leads to is written.
///
/// # Errors
/// What the system says.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if path.file_name().is_none() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let Ok(there) = path.metadata() else {
        // What a dead link leads to can be made, but not whole.
        if is_there(path) {
            return std::fs::write(path, bytes);
        }
        return Beside::written(path, bytes)?.become_it(path);
    };
    if !there.is_file() {
        return OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let real = path.canonicalize()?;
    // One who may not write in the file may not put another in its place either.
    drop(OpenOptions::new().write(true).open(&real)?);
    let beside = Beside::written(&real, bytes)?;
    beside.take_rights(&there)?;
    beside.become_it(&real)
}

/// Whether [`replace`] would find its folder, and a name it may have there. Nothing is left behind.
///
/// # Errors
/// What the system says.
pub fn can_replace(path: &Path) -> Result<(), Error> {
    match path.metadata() {
        Ok(there) if there.is_dir() => Err(ErrorKind::IsADirectory.into()),
        // A pipe would be waited for.
        Ok(there) if !there.is_file() => Ok(()),
        Ok(_) => OpenOptions::new().write(true).open(path).map(drop),
        Err(_) => Beside::written(path, &[]).map(drop),
    }
}

/// A file that is to be changed.
#[derive(Debug, Clone, Copy)]
pub struct Update<'u> {
    /// Where it is.
    pub path: &'u Path,
    /// What was read in it.
    pub before: &'u [u8],
    /// What is to stand there.
    pub after: &'u [u8],
}

/// Why nothing was changed.
#[derive(Debug)]
pub enum NotUpdated {
    /// Somebody else is writing in this file.
    Busy(PathBuf),
    /// What stands in this file is no longer what was read.
    Changed(PathBuf),
    /// What the system says of this file.
    World(PathBuf, Error),
    /// The same, where others were replaced before it.
    Halfway(PathBuf, Error),
}

/// Changes files that were read, all or none: each must still hold what was read, and nobody else writes in it
/// meanwhile. Everything new is on the disk, beside, before the first file is replaced; rights are kept.
///
/// # Errors
/// [`NotUpdated`], and then every file is as it was; only where the disk itself fails between two files are those
/// before it changed, and [`NotUpdated::Halfway`] says so.
pub fn update(updates: &[Update<'_>]) -> Result<(), NotUpdated> {
    let (mut ready, mut known) = (Vec::with_capacity(updates.len()), BTreeSet::new());
    for update in updates {
        let world = |cause| NotUpdated::World(update.path.to_owned(), cause);
        let real = update.path.canonicalize().map_err(world)?;
        // A link in the folder and the file it leads to are one file.
        if !known.insert(real.clone()) {
            continue;
        }
        let mut lock =
            locked(&real).map_err(world)?.ok_or_else(|| NotUpdated::Busy(update.path.to_owned()))?;
        let mut there = Vec::with_capacity(update.before.len());
        // Through the lock: not every system lets what is locked be read another way.
        lock.read_to_end(&mut there).map_err(world)?;
        if there != update.before {
            return Err(NotUpdated::Changed(update.path.to_owned()));
        }
        let beside = Beside::of(&real, update.after).map_err(world)?;
        beside.take_rights(&lock.metadata().map_err(world)?).map_err(world)?;
        ready.push((update, real, lock, beside));
    }
    let mut replaced = Vec::with_capacity(ready.len());
    for (update, real, lock, beside) in ready {
        let why = if replaced.is_empty() { NotUpdated::World } else { NotUpdated::Halfway };
        beside.become_it(&real).map_err(|cause| why(update.path.to_owned(), cause))?;
        replaced.push((real, lock));
    }
    replaced.iter().for_each(|(real, _)| settle_folder(real));
    Ok(())
}

/// How often a file that is being replaced is opened anew.
const MOST_TRIES: u16 = 100;

/// The file at a path, for nobody else to change; none where somebody else has it. What is opened may have been
/// replaced before it was ours: then it is no longer the file.
fn locked(path: &Path) -> Result<Option<File>, Error> {
    for _ in 0..MOST_TRIES {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) if is_at(&file, path)? => return Ok(Some(file)),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(cause)) => return Err(cause),
        }
    }
    Ok(None)
}

/// Whether an open file is the one that has this name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> Result<bool, Error> {
    use std::os::unix::fs::MetadataExt;
    let (open, named) = (file.metadata()?, path.metadata()?);
    Ok((open.dev(), open.ino()) == (named.dev(), named.ino()))
}

/// Elsewhere a file that is open is not replaced.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> Result<bool, Error> {
    path.metadata().map(|_| true)
}

/// The new name is on the disk too, where a folder can be asked. Where it cannot, the file is in its place all the
/// same.
#[cfg(unix)]
fn settle_folder(path: &Path) {
    drop(path.parent().map(|folder| File::open(folder)?.sync_all()));
}

#[cfg(not(unix))]
fn settle_folder(_: &Path) {}

/// Takes away a file that this command made, and that is of no use after all.
pub fn take_back(path: &Path) {
    drop(std::fs::remove_file(path));
}

/// Makes the folder that the pages of `-o` go in, with those above it; one that is there is kept as it is.
///
/// # Errors
/// What the system says.
pub fn folder(path: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(path)
}

/// How many names are tried for the file beside: others may be writing too, or have been stopped.
const MOST_NAMES: u16 = 1_000;

/// A whole file beside the place it is for, which goes away unless it is moved there.
struct Beside {
    path: Option<PathBuf>,
    /// Until it is moved or gone.
    _under_way: UnderWay,
}

impl Beside {
    /// Writes all of it under the name that is kept for this file: whoever has the lock may clear away what one
    /// before him was stopped from moving.
    fn of(place: &Path, bytes: &[u8]) -> Result<Self, Error> {
        let name = place.file_name().ok_or(ErrorKind::InvalidInput)?;
        let path = place.with_file_name(format!(".{}.ny", name.to_string_lossy()));
        match std::fs::remove_file(&path) {
            Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(cause),
            Ok(()) | Err(_) => {}
        }
        let under_way = UnderWay::begun();
        let file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        Self { path: Some(path), _under_way: under_way }.filled(file, bytes)
    }

    fn filled(self, mut file: File, bytes: &[u8]) -> Result<Self, Error> {
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(self)
    }

    /// Writes all of it under a name that nobody has.
    fn written(place: &Path, bytes: &[u8]) -> Result<Self, Error> {
        for number in 0..MOST_NAMES {
            let path = place.with_file_name(format!(".a3-{number}.ny"));
            let under_way = UnderWay::begun();
            let file = match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(cause) if cause.kind() == ErrorKind::AlreadyExists => continue,
                opened => opened?,
            };
            return Self { path: Some(path), _under_way: under_way }.filled(file, bytes);
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// Takes the rights of the file it is to stand in for, and its group where the system lets us give it: those who
    /// shared the file still do.
    fn take_rights(&self, there: &Metadata) -> Result<(), Error> {
        let Some(path) = &self.path else { return Ok(()) };
        #[cfg(unix)]
        std::os::unix::fs::chown(path, None, Some(std::os::unix::fs::MetadataExt::gid(there))).ok();
        std::fs::set_permissions(path, there.permissions())
    }

    /// Puts it in its place, over what stands there.
    fn become_it(mut self, place: &Path) -> Result<(), Error> {
        if let Some(path) = &self.path {
            std::fs::rename(path, place)?;
        }
        self.path = None;
        Ok(())
    }

    /// Puts it in its place, where nothing may stand.
    fn become_new(self, place: &Path) -> Result<(), Error> {
        let Some(path) = &self.path else { return Ok(()) };
        match std::fs::hard_link(path, place) {
            Ok(()) => Ok(()),
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Err(cause),
            // Not every disk can give a file two names.
            Err(_) if is_there(place) => Err(ErrorKind::AlreadyExists.into()),
            Err(_) => self.become_it(place),
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            drop(std::fs::remove_file(path));
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};

    #[test]
    fn what_is_no_ordinary_file_stays_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("mål"), "gammelt og lengre").unwrap();
        symlink("mål", at("lenke")).unwrap();
        symlink("ingenting", at("død")).unwrap();
        for link in ["lenke", "død"] {
            replace(&at(link), b"nytt").unwrap();
            assert!(at(link).symlink_metadata().unwrap().is_symlink());
        }
        assert_eq!(std::fs::read_to_string(at("mål")).unwrap(), "nytt");
        assert_eq!(std::fs::read_to_string(at("ingenting")).unwrap(), "nytt");
        replace(Path::new("/dev/null"), b"borte").unwrap();
        assert!(Path::new("/dev/null").metadata().unwrap().file_type().is_char_device());
        assert!(replace(folder.path(), b"x").is_err());
    }

    #[test]
    fn an_ordinary_file_is_replaced_keeps_its_rights_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("andres"), "andres").unwrap();
        symlink("andres", at(".a3-0.ny")).unwrap();
        replace(&at("liste.csv"), b"null").unwrap();
        std::fs::set_permissions(at("liste.csv"), Permissions::from_mode(0o640)).unwrap();
        for text in ["første", "andre"] {
            replace(&at("liste.csv"), text.as_bytes()).unwrap();
            assert_eq!(std::fs::read_to_string(at("liste.csv")).unwrap(), text);
        }
        assert_eq!(at("liste.csv").metadata().unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(std::fs::read_to_string(at("andres")).unwrap(), "andres");
        assert!(at(".a3-0.ny").symlink_metadata().unwrap().is_symlink(), "what others left is theirs");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_new_file_is_whole_and_never_over_another_however_many_write_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ny/a3.yaml");
        let texts: Vec<String> = (0..8).map(|writer| format!("{writer}").repeat(50_000)).collect();
        let written: Vec<bool> = std::thread::scope(|scope| {
            let writers: Vec<_> =
                texts.iter().map(|text| scope.spawn(|| create(&path, text).is_ok())).collect();
            writers.into_iter().map(|writer| writer.join().unwrap()).collect()
        });
        assert_eq!(written.iter().filter(|wrote| **wrote).count(), 1);
        let writer = written.iter().position(|wrote| *wrote).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), texts[writer]);
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        assert_eq!(create(&path, "x").unwrap_err().kind(), ErrorKind::AlreadyExists);
    }

    #[test]
    fn a_file_is_changed_as_it_was_read_by_one_at_a_time_and_keeps_its_rights() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("a"), "a").unwrap();
        std::fs::write(at("b"), "b").unwrap();
        std::fs::write(at(".a.ny"), "halv").unwrap();
        std::fs::set_permissions(at("a"), Permissions::from_mode(0o640)).unwrap();
        symlink(at("a"), at("lenke")).unwrap();
        let of = |path: &str, before: &'static str| (at(path), before);
        let change = |files: &[(PathBuf, &'static str)]| {
            let updates =
                files.iter().map(|(path, before)| Update { path, before: before.as_bytes(), after: b"ny" });
            update(&updates.collect::<Vec<_>>())
        };
        let texts = || (std::fs::read_to_string(at("a")).unwrap(), std::fs::read_to_string(at("b")).unwrap());
        assert!(
            matches!(change(&[of("a", "a"), of("b", "x")]), Err(NotUpdated::Changed(path)) if path == at("b"))
        );
        assert!(
            matches!(change(&[of("a", "a"), of("c", "x")]), Err(NotUpdated::World(path, _)) if path == at("c"))
        );
        let other = locked(&at("b")).unwrap().unwrap();
        assert!(
            matches!(change(&[of("a", "a"), of("b", "b")]), Err(NotUpdated::Busy(path)) if path == at("b"))
        );
        drop(other);
        assert_eq!(texts(), ("a".to_owned(), "b".to_owned()));
        change(&[of("lenke", "a"), of("b", "b")]).unwrap();
        assert_eq!(texts(), ("ny".to_owned(), "ny".to_owned()));
        assert_eq!(at("a").metadata().unwrap().permissions().mode() & 0o777, 0o640);
        assert!(at("lenke").symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn of_many_who_change_a_file_each_change_is_made_on_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("teller");
        std::fs::write(&path, "").unwrap();
        // Whoever comes in between is told, and tries again on what then stands there.
        let add_one = || {
            let before = std::fs::read(&path).unwrap();
            let after = [&before[..], b"x"].concat();
            update(&[Update { path: &path, before: &before, after: &after }]).is_ok()
        };
        let refused: usize = std::thread::scope(|scope| {
            let add_forty = || (0..40).map(|_| (0..).take_while(|_| !add_one()).count()).sum::<usize>();
            let writers: Vec<_> = (0..6).map(|_| scope.spawn(add_forty)).collect();
            writers.into_iter().map(|writer| writer.join().unwrap()).sum()
        });
        assert_eq!(std::fs::read(&path).unwrap().len(), 6 * 40, "{refused} were told to try again");
    }

    /// A disk with no room: there is one in every Linux.
    #[cfg(target_os = "linux")]
    #[test]
    fn what_cannot_be_written_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a3.yaml");
        symlink("/dev/full", folder.path().join("full")).unwrap();
        assert!(replace(&folder.path().join("full"), b"x").is_err());
        std::fs::create_dir(folder.path().join("mappe")).unwrap();
        let beside = Beside::written(&path, b"halv").unwrap();
        assert!(beside.become_it(&folder.path().join("mappe")).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
