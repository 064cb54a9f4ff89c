//! What is in a place that something is to be written in.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Whether two paths lead to one file that is there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// Whether something has this name, also a link to nothing.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a path leads into a folder of this name, as it is written or through links.
pub fn leads_into(path: &Path, folder: &str) -> bool {
    let has = |path: &Path| path.components().any(|part| part.as_os_str().eq_ignore_ascii_case(folder));
    let from_here = Path::new(".").join(path);
    let real = from_here.ancestors().find_map(|above| above.canonicalize().ok());
    // What a dead link leads to is made where it leads.
    has(path) || path.read_link().is_ok_and(|link| has(&link)) || real.is_some_and(|real| has(&real))
}

/// Whether a folder has nothing in it, or is not there.
pub fn is_empty(folder: &Path) -> bool {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(cause) => cause.kind() == ErrorKind::NotFound,
    }
}

/// How much of a file is read to know whose it is.
const BEGINNING: u64 = 2_000;

/// Whether an ordinary file has a text in its beginning.
pub fn begins_with(path: &Path, text: &str) -> bool {
    let mut beginning = Vec::new();
    let mut read = |path| File::open(path)?.take(BEGINNING).read_to_end(&mut beginning);
    path.metadata().is_ok_and(|there| there.is_file())
        && read(path).is_ok()
        && beginning.windows(text.len().max(1)).any(|part| part == text.as_bytes())
}
