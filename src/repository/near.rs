//! What looks like a case or like a3.yaml, but stands under a name that is not read.

use super::{CASE_FOLDER, ORGANISATION_FILE};

/// Something that is not read, though it looks as if it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Near {
    /// From the root, with `/`.
    pub path: String,
    /// What it looks like.
    pub like: Like,
    /// What it would have to be called, from the root.
    pub instead: String,
    /// Whether something of that name is there already.
    pub is_taken: bool,
}

/// What something that is not read looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Like {
    /// A case with another ending: `X.YAML`, `x.yaml.txt`.
    Case,
    /// A text among the cases, which may be a case: `x.txt`.
    Text,
    /// A case beside the folder of cases.
    Beside,
    /// The folder of cases, in other letters.
    Folder,
    /// The file of the organisation, under another name.
    Organisation,
    /// An a3.yaml among the cases, where it counts for nothing.
    Inner,
}

impl Near {
    /// The same, with whether its right name is taken by one of these paths.
    pub(super) fn among(mut self, is_there: impl Fn(&str) -> bool) -> Self {
        self.is_taken = self.like != Like::Inner && is_there(&self.instead);
        self
    }
}

/// What a file looks like that is no case, by its path from the root.
pub(super) fn file(path: &str) -> Option<Near> {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let is_among_cases = path.strip_prefix(CASE_FOLDER).is_some_and(|rest| rest.starts_with('/'));
    if is_organisation(name) {
        return match folder {
            "" if name != ORGANISATION_FILE => Some(near(path, Like::Organisation, ORGANISATION_FILE)),
            _ if is_among_cases => Some(near(path, Like::Inner, ORGANISATION_FILE)),
            _ => None,
        };
    }
    let (stem, like) = looks_like_case(name)?;
    if like == Like::Text && !is_among_cases {
        return None;
    }
    let within = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    Some(near(path, like, &format!("{within}{}.yaml", id_of(stem))))
}

/// A folder beside a3.yaml that looks like the folder of cases.
pub(super) fn folder(name: &str) -> Option<Near> {
    let is_near = name != CASE_FOLDER && name.trim().to_lowercase() == CASE_FOLDER;
    is_near.then(|| near(name, Like::Folder, CASE_FOLDER))
}

/// A case beside the folder of cases, where there is none in it.
pub(super) fn beside(path: &str) -> Option<Near> {
    let is_beside = is_case(path) && !path.contains('/') && !is_organisation(path);
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    is_beside.then(|| near(path, Like::Beside, &format!("{CASE_FOLDER}/{}.yaml", id_of(stem))))
}

/// Whether a file of this name is read as a case.
pub(super) fn is_case(name: &str) -> bool {
    name.ends_with(".yaml") || name.ends_with(".yml")
}

/// Whether a name is that of the organisation's file, or nearly.
pub(super) fn is_organisation(name: &str) -> bool {
    ["a3.yaml", "a3.yml", "a3.yaml.txt", "a3.yml.txt"].contains(&name.trim().to_lowercase().as_str())
}

fn near(path: &str, like: Like, instead: &str) -> Near {
    Near { path: path.to_owned(), like, instead: instead.to_owned(), is_taken: false }
}

/// Endings that are YAML's, wrongly written.
const MISSPELT: [&str; 5] = ["yalm", "ymal", "yam", "yamel", "yamll"];

/// Endings that programs for writing put after the one that was meant.
const ADDED: [&str; 6] = ["txt", "text", "rtf", "doc", "docx", "odt"];

/// The stem, where a name that is no case's looks like one.
fn looks_like_case(name: &str) -> Option<(&str, Like)> {
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.trim().to_lowercase();
    let is_yaml = |ending: &str| ["yaml", "yml"].contains(&ending) || MISSPELT.contains(&ending);
    if is_yaml(&ending) {
        return (!is_case(name)).then_some((stem, Like::Case));
    }
    if !ADDED.contains(&ending.as_str()) {
        return None;
    }
    match stem.rsplit_once('.') {
        Some((inner, second)) if is_yaml(&second.trim().to_lowercase()) => Some((inner, Like::Case)),
        _ if ending == "txt" => Some((stem, Like::Text)),
        _ => None,
    }
}

/// A stem as the id of a case: lower-case letters, digits and hyphens.
fn id_of(stem: &str) -> String {
    let mut id = String::new();
    for letter in stem.chars().flat_map(char::to_lowercase) {
        if letter.is_lowercase() || letter.is_ascii_digit() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "sak".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_are_known_by_their_names() {
        let seen = |path: &str| file(path).map(|near| (near.like, near.instead));
        for (path, like, instead) in [
            ("saker/X.YAML", Like::Case, "saker/x.yaml"),
            ("saker/a/x.yaml.txt", Like::Case, "saker/a/x.yaml"),
            ("saker/Digital Post.yml.TXT", Like::Case, "saker/digital-post.yaml"),
            ("saker/x.yalm", Like::Case, "saker/x.yaml"),
            ("saker/x.yaml ", Like::Case, "saker/x.yaml"),
            ("saker/x.txt", Like::Text, "saker/x.yaml"),
            ("saker/helse/a3.yaml", Like::Inner, "a3.yaml"),
            ("saker/A3.yml", Like::Inner, "a3.yaml"),
            ("a3.yml", Like::Organisation, "a3.yaml"),
            ("A3.yaml", Like::Organisation, "a3.yaml"),
            ("a3.yaml.txt", Like::Organisation, "a3.yaml"),
        ] {
            assert_eq!(seen(path), Some((like, instead.to_owned())), "{path}");
        }
        for path in [
            "saker/x.yaml",
            "saker/x.yml",
            "a3.yaml",
            "notat.txt",
            "saker/x.yaml.bak",
            "saker/les.md",
            "x.csv",
        ] {
            assert_eq!(seen(path), None, "{path}");
        }
        assert_eq!(folder("Saker ").map(|near| near.instead), Some("saker".to_owned()));
        assert_eq!((folder("saker"), folder("sak")), (None, None));
        assert_eq!(beside("X y.yml").map(|near| near.instead), Some("saker/x-y.yaml".to_owned()));
        assert_eq!((beside("a3.yml"), beside("mappe/x.yaml")), (None, None));
    }
}
