//! The first findings of each grade: what a screen has room for, so that very many findings take no room at all.

use crate::diagnostic::{FileFindings, Grade};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// Lets go of findings that cannot be among the first of their grade, and counts them.
#[derive(Debug, Default)]
pub(super) struct First {
    /// How many files of each grade are kept; all where it is none.
    most: Option<usize>,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// The first files with findings of each grade.
    files: BTreeMap<Grade, BTreeSet<String>>,
    let_go: BTreeMap<Grade, usize>,
}

impl First {
    /// Keeps at least so many findings of each grade, where there are so many.
    pub(super) fn findings(most: usize) -> Self {
        Self { most: Some(most), seen: Mutex::default() }
    }

    /// Keeps of a file what may be among the first of all files seen so far. Asked again when all are
    /// seen, it keeps the same whatever order they came in.
    pub(super) fn keep(&self, file: &mut FileFindings) {
        let Some(most) = self.most else { return };
        let path = &file.source.path;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let Seen { files, let_go } = &mut *seen;
        file.findings.retain(|finding| {
            let first = files.entry(finding.grade).or_default();
            if !first.contains(path) {
                first.insert(path.clone());
                if first.len() > most {
                    first.pop_last();
                }
            }
            let is_first = first.contains(path);
            if !is_first {
                let count = let_go.entry(finding.grade).or_default();
                *count = count.saturating_add(1);
            }
            is_first
        });
    }

    /// How many of each grade were let go.
    pub(super) fn let_go(self) -> BTreeMap<Grade, usize> {
        self.seen.into_inner().unwrap_or_else(PoisonError::into_inner).let_go
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Finding;
    use crate::source::{Source, Span};
    use crate::words::Text;
    use std::sync::Arc;

    fn file(path: usize, grades: &[Grade]) -> FileFindings {
        let finding = |grade: &Grade| Finding::error("x", Span::default(), Text::default()).graded(*grade);
        let source = Arc::new(Source::new(format!("{path}.yaml"), ""));
        FileFindings { source, case: None, findings: grades.iter().map(finding).collect() }
    }

    #[test]
    fn the_first_files_of_each_grade_are_kept_and_the_rest_counted_whatever_order_they_came_in() {
        let of = |path: usize| match path {
            8 => file(path, &[Grade::Error, Grade::Note]),
            _ => file(path, &[Grade::Note, Grade::Note]),
        };
        for order in [[1, 2, 3, 8, 9], [9, 8, 3, 2, 1], [3, 9, 1, 8, 2]] {
            let first = First::findings(2);
            let mut files: Vec<FileFindings> = order.map(of).into();
            files.iter_mut().for_each(|file| first.keep(file));
            files.iter_mut().for_each(|file| first.keep(file));
            files.sort_by(|a, b| a.source.path.cmp(&b.source.path));
            let kept: Vec<usize> = files.iter().map(|file| file.findings.len()).collect();
            assert_eq!(kept, [2, 2, 0, 1, 0], "the error of the eighth, and the notes of two files");
            assert_eq!(first.let_go(), BTreeMap::from([(Grade::Note, 5)]));
        }
    }
}
