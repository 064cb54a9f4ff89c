//! Cases that can never be in, because what they require cannot.

use super::problem::Problem;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

impl Problem {
    /// The same without the starts of cases that require, however far along, one that has none: a chain of
    /// hundreds of them costs the search nothing. Places are the same.
    pub(super) fn possible(&self) -> Cow<'_, Self> {
        let mut needed_by: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (item, other) in &self.requires {
            needed_by.entry(*other).or_default().push(*item);
        }
        let has_none = |place: &usize| self.items.get(*place).is_none_or(|item| item.starts.is_empty());
        let mut next: Vec<usize> = needed_by.keys().copied().filter(has_none).collect();
        let mut out = BTreeSet::new();
        while let Some(gone) = next.pop() {
            let dependent = needed_by.get(&gone).into_iter().flatten().copied();
            next.extend(dependent.filter(|place| !has_none(place) && out.insert(*place)));
        }
        if out.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut possible = self.clone();
        for (place, item) in possible.items.iter_mut().enumerate() {
            if out.contains(&place) {
                item.starts.clear();
            }
        }
        possible.requires.retain(|(item, _)| !out.contains(item));
        Cow::Owned(possible)
    }
}
