//! forutsetninger: their names, and what each name measures.

use super::{Lowering, wording};
use crate::diagnostic::Finding;
use crate::document::{Assumption, Keyed};
use crate::model::{self, Estimate};
use crate::quantity::{Dimension, is_unit_word};
use std::collections::BTreeMap;

/// The names formulas may use. A case's own name goes before a shared one.
pub(super) struct Names<'a> {
    /// In the order written, for suggestions.
    ordered: Vec<&'a str>,
    /// What each measures; none where its value could not be read.
    dimensions: BTreeMap<&'a str, Option<Dimension>>,
}

impl<'a> Names<'a> {
    pub(super) fn of(own: &'a [Keyed<Assumption>], shared: &'a [model::Assumption]) -> Self {
        let dimension = |estimate: &Estimate| estimate.mode().dimension().clone();
        let own = own.iter().map(|row| (row.key.value.as_str(), row.row.estimate.get().map(dimension)));
        let shared = shared.iter().map(|row| (row.name.as_str(), Some(dimension(&row.estimate))));
        let (mut ordered, mut dimensions) = (Vec::new(), BTreeMap::new());
        for (name, dimension) in own.chain(shared) {
            ordered.push(name);
            dimensions.entry(name).or_insert(dimension);
        }
        Self { ordered, dimensions }
    }

    pub(super) fn is_known(&self, name: &str) -> bool {
        self.dimensions.contains_key(name)
    }

    /// What a name measures; none when it is unknown or could not be read.
    pub(super) fn dimension(&self, name: &str) -> Option<Dimension> {
        self.dimensions.get(name).cloned().flatten()
    }

    pub(super) fn nearest(&self, name: &str) -> Option<&'a str> {
        crate::shape::nearest(name, self.ordered.iter().copied())
    }
}

impl Lowering<'_> {
    pub(super) fn assumptions(&mut self) -> Vec<model::Assumption> {
        let rows = self.document.assumptions.rows();
        for finding in rows.iter().filter_map(wrong_name) {
            self.report(finding);
        }
        let priced = |of: model::Assumption| {
            Some(model::Assumption { estimate: self.priced_estimate(of.estimate)?, ..of })
        };
        let lowered: Vec<_> =
            rows.iter().filter_map(|row| assumption(row, Origin::Case).and_then(priced)).collect();
        // A value that is still to be written is missed by the formulas that use it.
        self.sound &= lowered.len() == rows.iter().filter(|row| row.row.estimate.is_written()).count();
        lowered
    }
}

/// Where an assumption is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// forutsetninger of the case.
    Case,
    /// felles of a3.yaml.
    Shared,
}

pub(super) fn assumption(row: &Keyed<Assumption>, origin: Origin) -> Option<model::Assumption> {
    Some(model::Assumption {
        name: row.key.value.clone(),
        estimate: row.row.estimate.cloned()?,
        source: row.row.source.cloned(),
        shared: origin == Origin::Shared,
    })
}

/// A name formulas cannot use: a unit's word, or other signs than letters, digits and `_`.
pub(super) fn wrong_name(row: &Keyed<Assumption>) -> Option<Finding> {
    let (name, span) = (&row.key.value, row.key.span);
    if is_unit_word(name) {
        return Some(wording::name_is_unit(name, span));
    }
    let begins = name.chars().next().is_some_and(|first| first.is_alphabetic() || first == '_');
    (!begins || !name.chars().all(fits_in_name)).then(|| wording::wrong_name(name, span))
}

/// Also the marks above letters, for those whose machine writes å as two characters.
fn fits_in_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || matches!(letter, '\u{300}'..='\u{36f}')
}
