//! What cases say of each other (`utelukker`, `krever`) that does not hold among those carried out.

use super::case::BudgetCase;
use crate::model::Case;
use std::collections::{BTreeMap, BTreeSet};

/// A bond between cases that does not hold. Numbers are positions in [`super::FutureBudget::cases`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrokenBond {
    /// utelukker: both are carried out, and only one can be.
    BothIn {
        /// The first by id.
        one: usize,
        /// The other.
        other: usize,
    },
    /// krever: what the case requires is not carried out.
    Missing {
        /// The case.
        case: usize,
        /// The id it requires.
        required: String,
    },
    /// krever: what the case requires starts after it.
    Later {
        /// The case.
        case: usize,
        /// What it requires.
        required: usize,
    },
}

/// The bonds that do not hold among the cases carried out (`carried_out`, by id); `all` is every case
/// there is. krever is met by decided and finished cases too. What today's budget already holds was
/// carried out as it is, and asks for nothing.
pub fn broken_bonds<'a>(
    carried_out: &[BudgetCase],
    all: impl IntoIterator<Item = &'a Case>,
) -> Vec<BrokenBond> {
    let all: BTreeMap<&str, &Case> = all.into_iter().map(|case| (case.id.as_str(), case)).collect();
    let place = |id: &String| carried_out.binary_search_by(|case| case.id.cmp(id)).ok();
    let mut broken = BTreeSet::new();
    for (case, of) in carried_out.iter().enumerate() {
        let Some(said) = all.get(of.id.as_str()) else { continue };
        for other in said.excludes.iter().filter_map(place).filter(|other| *other != case) {
            let are_held = of.is_in_todays_budget
                && carried_out.get(other).is_some_and(|other| other.is_in_todays_budget);
            let both = BrokenBond::BothIn { one: case.min(other), other: case.max(other) };
            broken.extend((!are_held).then_some(both));
        }
        for required in said.requires.iter().filter(|_| !of.is_in_todays_budget) {
            let is_met = |other: &&Case| other.settled().meets_krever();
            match place(required) {
                Some(place) => {
                    let is_later = carried_out.get(place).is_some_and(|other| other.start > of.start);
                    broken.extend(is_later.then_some(BrokenBond::Later { case, required: place }));
                }
                None if all.get(required.as_str()).copied().is_some_and(|other| is_met(&other)) => {}
                None => drop(broken.insert(BrokenBond::Missing { case, required: required.clone() })),
            }
        }
    }
    broken.into_iter().collect()
}
