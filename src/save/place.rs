//! What is in a place that something is to be written in.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::iter::successors;
use std::path::{Path, PathBuf};

/// Whether two paths lead to one file that is there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// Whether something has this name, also a link to nothing.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Links that are followed one after another, as many as systems do.
const MOST_LINKS: usize = 40;

/// Whether a path leads into a folder of this name, as it is written or through links.
pub fn leads_into(path: &Path, folder: &str) -> bool {
    let has = |path: &Path| path.components().any(|part| part.as_os_str().eq_ignore_ascii_case(folder));
    // What a dead link leads to is made where it leads, at the end of all of them.
    let next = |path: &PathBuf| path.read_link().ok().map(|link| path.with_file_name("").join(link));
    let mut way = successors(Some(Path::new(".").join(path)), next).take(MOST_LINKS);
    way.any(|path| {
        let real = path.ancestors().find_map(|above| above.canonicalize().ok());
        has(&path) || real.is_some_and(|real| has(&real))
    })
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_are_followed_to_their_end_also_where_nothing_is_there() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        std::fs::create_dir_all(at(".git/info")).unwrap();
        std::fs::create_dir(at("ut")).unwrap();
        symlink(".git/info", at("inn")).unwrap();
        for (link, to) in
            [("a", ".git/info/x"), ("b", "a"), ("ut/c", "../b"), ("d", "inn/x"), ("e", "d"), ("f", "ut/x")]
        {
            symlink(to, at(link)).unwrap();
        }
        symlink("rundt", at("rundt")).unwrap();
        let led: Vec<&str> = ["a", "b", "ut/c", "d", "e", "f", "rundt", "ut/x"]
            .into_iter()
            .filter(|name| leads_into(&at(name), ".git"))
            .collect();
        assert_eq!(led, ["a", "b", "ut/c", "d", "e"]);
    }
}
