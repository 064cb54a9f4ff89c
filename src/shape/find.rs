//! Fields by their path, such as `gevinster.tas_ut`, for `a3 explain felt`.

use super::nearest::nearest;
use super::table::{Field, Kind, NOTE, Section};
use super::{CASE, ORGANISATION, OVERVIEW, THREE_POINT};

/// A field and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The keys that lead to it, with `.` between; names people choose are left out.
    pub path: String,
    /// The section it is in.
    pub section: &'static Section,
    /// Its row in the table.
    pub field: &'static Field,
    /// The file it belongs to: [`CASE`], [`OVERVIEW`] or [`ORGANISATION`].
    pub file: &'static Section,
}

/// Every field of every file, in the order of the tables. What an overview shares with a case is
/// given once.
pub fn paths() -> Vec<Found> {
    let mut all = fields_of(&CASE);
    let only = |found: &Found| !all.iter().any(|known| known.path == found.path);
    let overview: Vec<Found> = fields_of(&OVERVIEW).into_iter().filter(only).collect();
    all.extend(overview);
    all.extend(fields_of(&ORGANISATION));
    all
}

fn fields_of(file: &'static Section) -> Vec<Found> {
    let mut all = Vec::new();
    walk(file, file, "", &mut all);
    all.push(Found { path: NOTE.key.to_owned(), section: file, field: &NOTE, file });
    all
}

/// The fields of a path: `gevinster.tas_ut`, or the last part of one: `tas_ut`. A field that
/// is in several places is found in all of them; a full path goes before a part of one.
pub fn find(path: &str) -> Vec<Found> {
    let wanted = path.trim();
    let ending = format!(".{wanted}");
    let mut all = paths();
    let whole = all.iter().any(|found| found.path == wanted);
    all.retain(|found| found.path == wanted || (!whole && found.path.ends_with(&ending)));
    if all.is_empty() {
        all = notes(wanted);
    }
    all
}

/// `gevinster.merknad`: a remark may be on everything that has fields of its own.
fn notes(path: &str) -> Vec<Found> {
    let Some((above, key)) = path.rsplit_once('.') else { return Vec::new() };
    let mut all = Vec::new();
    if key == NOTE.key {
        for Found { path: above, field, file, .. } in find(above) {
            let path = format!("{above}.{key}");
            inside(&field.kind, &mut |section| {
                all.push(Found { path: path.clone(), section, field: &NOTE, file });
            });
        }
    }
    all
}

/// The paths most like one that does not exist: the closest whole path, and every path that ends
/// in the word closest to its last part.
pub fn nearest_paths(path: &str) -> Vec<String> {
    let all = paths();
    let last = path.trim().rsplit('.').next().unwrap_or_default();
    let whole = nearest(path.trim(), all.iter().map(|found| found.path.as_str()));
    let key = nearest(last, all.iter().map(|found| found.field.key));
    let by_key = all.iter().filter(|found| Some(found.field.key) == key).map(|found| found.path.as_str());
    let mut near: Vec<String> = Vec::new();
    for path in whole.into_iter().chain(by_key) {
        if !near.iter().any(|known| known == path) {
            near.push(path.to_owned());
        }
    }
    near.truncate(5);
    near
}

fn walk(section: &'static Section, file: &'static Section, above: &str, all: &mut Vec<Found>) {
    for field in section.fields {
        let path = if above.is_empty() { field.key.to_owned() } else { format!("{above}.{}", field.key) };
        all.push(Found { path: path.clone(), section, field, file });
        inside(&field.kind, &mut |below| walk(below, file, &path, all));
    }
}

/// Every section that may be inside a kind.
fn inside(kind: &'static Kind, take: &mut dyn FnMut(&'static Section)) {
    match kind {
        Kind::Section(section) => take(section),
        Kind::List(item) | Kind::Filled(item) | Kind::Named(item) | Kind::Years(item) => inside(item, take),
        Kind::Either(kinds) => {
            // A list of the same section as the one value is the same place.
            let mut last = None;
            for kind in *kinds {
                inside(kind, &mut |section: &'static Section| {
                    if last != Some(section.name) {
                        take(section);
                    }
                    last = Some(section.name);
                });
            }
        }
        Kind::Amount => take(&THREE_POINT),
        Kind::Text | Kind::Quantity | Kind::Formula | Kind::Choice(_) | Kind::YesNo | Kind::Date => {}
        Kind::Year | Kind::Version | Kind::Code | Kind::Name => {}
    }
}
